"""Databases, built by the migrations and filled by the loader, on both engines; and a client that asks over HTTP."""

import asyncio
import itertools
import shutil
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app.db import make_engine, migrate
from app.main import create_service
from app.seeding.derived import write_documents
from app.seeding.files import Seeds, read_seeds
from app.seeding.load import load
from app.settings import PROJECT
from app.synth.world import World
from tests.crowd import write_crowd
from tests.postgres import PostgresServer, postgres_server

WORLD = Path(__file__).parent / "world"
SHIPPED = PROJECT / "seeds"
MADE_UP_PEOPLE = 300
ORIGINALS = PROJECT.parent / "shared" / "article"


class Client:
    """Asks the service over HTTP, without a network; every answer is made anew unless there is room to keep some."""

    def __init__(self, url: str, cache_bytes: int = 0) -> None:
        service = create_service(url, cache_bytes=cache_bytes, revision_seconds=0)
        self.service = service
        ways: Any = service.app
        self.app = ways.app
        self.engine: Engine = service.revisions.engine
        self._loop = asyncio.Runner()
        self._http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=service),
            base_url="http://haigui.test",
            headers={"Accept-Encoding": "identity"},
        )

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do something in the loop that the service runs in."""
        return self._loop.run(work)

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        answer: httpx.Response = self.run(self._http.request(method, path, **options))
        return answer

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def json(self, path: str) -> Any:
        """The answer to a question that has one."""
        answer = self.get(path)
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.json()

    def ids(self, path: str) -> list[str]:
        """The ids of a list's rows."""
        return [row["id"] for row in self.json(path)["items"]]

    def problem(self, path: str, status: int, method: str = "GET") -> Any:
        """The problem document of a question that has no answer."""
        answer = self.request(method, path)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        return answer.json()

    @contextmanager
    def counting_statements(self) -> Iterator[list[str]]:
        """Collect the SQL statements that are executed meanwhile."""
        statements: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            statements.append(statement)

        sa.event.listen(self.engine, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            sa.event.remove(self.engine, "before_cursor_execute", note)

    def close(self) -> None:
        self._loop.run(self._http.aclose())
        self._loop.close()
        self.engine.dispose()
        self.app.state.writer.dispose()


def load_all(url: str, parts: Iterable[Seeds]) -> None:
    """Make the tables, load one after the other, and write the documents down."""
    migrate(url)
    engine = make_engine(url)
    for seeds in parts:
        list(load(engine, seeds))
    list(write_documents(engine))
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":  # so that the one file is the whole database
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
    engine.dispose()


class Databases:
    """Makes databases on one engine: each a copy of one that the migrations built."""

    def __init__(self, folder: Path, postgres: PostgresServer | None) -> None:
        self.folder = folder
        self.postgres = postgres
        self._templates: dict[str, str] = {}
        self._numbers = itertools.count()

    def empty(self) -> str:
        """URL of a database without tables."""
        if self.postgres:
            return self.postgres.create_database()
        return f"sqlite:///{self.folder / f'{next(self._numbers)}.db'}"

    def filled(self, name: str, fill: Callable[[str], None]) -> str:
        """URL of a new database like the one that `fill` makes, which runs once for each name."""
        if name not in self._templates:
            self._templates[name] = self.empty()
            fill(self._templates[name])
        template = self._templates[name]
        if self.postgres:
            return self.postgres.create_database(template)
        copy = self.empty()
        shutil.copyfile(str(sa.make_url(template).database), str(sa.make_url(copy).database))
        return copy

    def migrated(self) -> str:
        """URL of a new database with all tables and nothing in them."""
        return self.filled("migrated", migrate)

    def loaded(self, seeds: Path) -> str:
        """URL of a new database into which a folder of seeds was loaded."""
        return self.filled(str(seeds), lambda url: load_all(url, [read_seeds(seeds)]))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """A maker of databases, once for each engine."""
    folder = tmp_path_factory.mktemp("databases")
    if request.param == "sqlite":
        yield Databases(folder, None)
        return
    with postgres_server() as server:
        yield Databases(folder, server)


def _client(url: str) -> Iterator[Client]:
    client = Client(url)
    yield client
    client.close()


@pytest.fixture(scope="session")
def shipped(databases: Databases) -> Iterator[Client]:
    """The seeds that the repository ships, to ask and not to change."""
    yield from _client(databases.loaded(SHIPPED))


@pytest.fixture(scope="session")
def world(databases: Databases) -> Iterator[Client]:
    """The small made-up world, to ask and not to change."""
    yield from _client(databases.loaded(WORLD))


@pytest.fixture(scope="session")
def crowd(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A made-up world with 120 of everything, to ask and not to change."""
    yield from _client(databases.loaded(write_crowd(tmp_path_factory.mktemp("crowd"), 120)))


@pytest.fixture(scope="session")
def made_up(databases: Databases) -> Iterator[Client]:
    """A skewed world of some hundred people, as `haigui synth` makes it, to ask and not to change."""
    yield from _client(databases.filled("made up", lambda url: load_all(url, World(MADE_UP_PEOPLE).seeds())))


@pytest.fixture
def nothing(databases: Databases) -> Iterator[Client]:
    """Tables with nothing in them, for one test alone."""
    yield from _client(databases.migrated())


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the made-up world's files, for one test to change."""
    return Path(shutil.copytree(WORLD, tmp_path / "world"))


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    """A database with tables and nothing in them, for one test alone."""
    made = make_engine(databases.migrated())
    yield made
    made.dispose()
