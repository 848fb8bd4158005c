"""A load that is killed, watched or doubled: whatever happens, a database holds whole transactions."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from app.db import LOAD_LOCK, make_engine, reading, writing
from app.models import Change, Entity, Fact, Figure, Passage, Revision
from app.seeding.articles import load_article
from app.seeding.files import read_seeds
from app.seeding.rows import table_of
from app.settings import PROJECT
from tests.conftest import SHIPPED, WORLD, Databases
from tests.crowd import write_crowd
from tests.seeding.tables import Dump, content, dump, load_all, one, replayed, rows

MANY, SOME = 120, 30
PATIENCE = 60  # seconds, far more than anything here takes
MOMENTS = ("INSERT INTO passage", "INSERT INTO citation", "INSERT INTO figure", "INSERT INTO change", "COMMIT")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_crowd(tmp_path_factory.mktemp("many"), MANY)


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_crowd(tmp_path_factory.mktemp("some"), SOME)


class Loader:
    """Loads the same files into the same database, each time in a process that can be killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def start(self, moment: str = "") -> int:
        """Begin a load that dies at the moment, if one is named; give its process id."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{moment}\n")
        self.process.stdin.flush()
        word, number = self._line()
        assert word == "process"
        return int(number)

    def end(self) -> tuple[int, list[tuple[str, int]]]:
        """Wait for the load's end; give its exit status and what it told: sources and numbers of changes."""
        told = []
        while (line := self._line())[0] != "ended":
            told.append((line[0], int(line[1])))
        return int(line[1]), told

    def _line(self) -> list[str]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().split()
        assert line, "the loader has died"
        return line


@contextmanager
def loader(engine: Engine, seeds: Path) -> Iterator[Loader]:
    """A loader that is gone afterwards, whatever has become of it."""
    url = engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.seeding.child", url, str(seeds)]
    with subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            yield Loader(process)
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def wait_until(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.001)


def somebody_writes(engine: Engine) -> bool:
    """Whether a load holds the lock at this moment."""
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            return connection.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(LOAD_LOCK))) is False
    with closing(sqlite3.connect(str(engine.url.database), timeout=0, isolation_level=None)) as other:
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                return True
            raise
        return False


def assert_sound(engine: Engine) -> None:
    """The file is whole, every reference leads somewhere and the log tells how it came about."""
    if engine.dialect.name == "sqlite":
        with reading(engine) as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert set(replayed(engine)["fact"]) == {item for (item,) in rows(engine, sa.select(col(Fact.id)))}


def test_a_load_that_dies_in_the_middle_of_an_article_leaves_what_was_before(engine: Engine, some: Path) -> None:
    load_all(engine, some / "gazetteer.toml")
    before = dump(engine)
    with loader(engine, some) as child:
        for moment in MOMENTS:
            child.start(moment)
            assert child.end() == (-signal.SIGKILL, [("gazetteer", 0)]), moment
            assert dump(engine) == before, moment
            assert_sound(engine)
        child.start()
        assert child.end() == (0, [("gazetteer", 0), ("crowd", 1 + 9 * SOME)])
    assert one(engine, sa.select(sa.func.count()).select_from(Figure)) == SOME
    assert_sound(engine)


def test_a_load_that_is_killed_from_outside_leaves_all_or_nothing(engine: Engine, many: Path) -> None:
    load_all(engine, many / "gazetteer.toml")
    before, statuses = dump(engine), []
    with loader(engine, many) as child:
        for delay in (0.0, 0.1):
            process = child.start()
            wait_until(lambda: somebody_writes(engine))
            time.sleep(delay)
            os.kill(process, signal.SIGKILL)
            statuses.append(child.end()[0])
            after = dump(engine)
            if after != before:  # a fast machine had done it by then
                assert len(after["figure"]) == MANY
                assert len(after["revision"]) == 2
                break
        assert_sound(engine)
        assert statuses[0] == -signal.SIGKILL
        child.start()
        assert child.end()[0] == 0
        child.start()
        assert child.end() == (0, [("gazetteer", 0), ("crowd", 0)])
    assert one(engine, sa.select(sa.func.count()).select_from(Figure)) == MANY
    assert_sound(engine)


def test_who_reads_during_a_load_sees_what_was_before(loaded: Engine, some: Path) -> None:
    load_all(loaded, some / "gazetteer.toml")
    (folder,) = read_seeds(some).articles
    before = dump(loaded)
    with reading(loaded) as reader:
        count = sa.select(sa.func.count()).select_from(Passage)
        passages = reader.scalar(count) or 0
        with writing(loaded) as writer:
            load_article(writer, folder)
            assert writer.scalar(count) == passages + SOME + 1
            assert dump(loaded) == before
            assert reader.scalar(count) == passages
        assert reader.scalar(count) == passages, "who began to read before still reads the same"
    assert one(loaded, count) == passages + SOME + 1


def test_loads_at_once_take_turns_and_none_is_lost(databases: Databases, engine: Engine, some: Path) -> None:
    with loader(engine, some) as first, loader(engine, SHIPPED) as second, loader(engine, WORLD) as third:
        for child in (first, second, third):
            child.start()
        ends = [child.end() for child in (first, second, third)]
    assert [status for status, _ in ends] == [0, 0, 0]
    assert [told[-1][0] for _, told in ends] == [
        "crowd",
        "2024-11-24-sedaily-china-ai-talent",
        "2024-06-20-beta-vega",
    ]
    numbers = [number for (number,) in rows(engine, sa.select(col(Revision.number)).order_by(col(Revision.number)))]
    assert numbers == list(range(1, 2 + 2 + 4 + 1))
    alone = make_engine(databases.migrated())
    for seeds in (some, SHIPPED, WORLD):
        load_all(alone, seeds)
    assert facts_only(dump(engine)) == facts_only(dump(alone))
    alone.dispose()
    assert_sound(engine)


def test_the_same_load_twice_at_once_is_loaded_once(engine: Engine, some: Path) -> None:
    with loader(engine, some) as first, loader(engine, some) as second:
        first.start()
        second.start()
        ends = [first.end(), second.end()]
    assert [status for status, _ in ends] == [0, 0]
    assert one(engine, sa.select(sa.func.count()).select_from(Revision)) == 2
    changes = one(engine, sa.select(sa.func.count()).select_from(Change))
    assert sum(number for _, told in ends for _, number in told) == changes
    assert one(engine, sa.select(sa.func.count()).select_from(Figure)) == SOME


def test_a_transaction_that_fails_is_turned_back_whole(loaded: Engine) -> None:
    def fail() -> None:
        with writing(loaded) as connection:
            connection.execute(sa.update(table_of(Entity)).values(name="x"))
            raise ZeroDivisionError

    before = dump(loaded)
    with pytest.raises(ZeroDivisionError):
        fail()
    assert dump(loaded) == before


def test_a_connection_for_reading_cannot_write(loaded: Engine) -> None:
    engine = make_engine(loaded.url.render_as_string(hide_password=False), read_only=True)
    with engine.connect() as connection, pytest.raises(DBAPIError, match=r"read-?only"):
        connection.execute(sa.update(table_of(Entity)).values(name="x"))
    engine.dispose()


def facts_only(tables: Dump) -> Dump:
    """A dump without what two gazetteers name differently: the countries."""
    return {
        name: table
        for name, table in content(tables).items()
        if name not in {"entity", "alias", "beginning", "name_key"}
    }
