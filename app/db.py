"""Engines and connections; the few lines where SQLite and PostgreSQL differ.

Reading is a connection that sees one state of the data for as long as it is open and can write nothing. Writing is one
transaction.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from pydantic_core import to_json
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError

from app.errors import HaiguiError
from app.settings import PROJECT

if TYPE_CHECKING:
    from alembic.config import Config

SQLITE_PRAGMAS = (
    "PRAGMA foreign_keys = ON",  # off by default, for every connection anew
    "PRAGMA journal_mode = WAL",  # readers do not wait for a load
    "PRAGMA synchronous = NORMAL",  # with WAL a crash loses no consistency
)
MAPPED = "PRAGMA mmap_size = 16777216"
"""For a connection that is asked all the time: it reads that much of the file without copying. Mapped memory counts as
the process's own, once for each connection, so the others do without."""
READING_PRAGMAS = ("PRAGMA query_only = ON",)
WRITING_PRAGMAS = (
    "PRAGMA cache_size = -65536",  # 64 MiB: the ids of facts are hashes, which land all over the indexes
    "PRAGMA wal_autocheckpoint = 524288",  # pages (2 GiB): what many transactions of a load touch is written back once
)
SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
TEMPORARY_TABLES = {  # what lets a reader make them, and what ends that
    "sqlite": ("PRAGMA query_only = OFF", "PRAGMA query_only = ON"),
    # What the connection has prepared would go on meaning the tables behind; and of tables that are a moment old the
    # planner thinks so much that it would compile (a second each).
    "postgresql": ("DEALLOCATE ALL; SET LOCAL jit = off", "SET TRANSACTION READ ONLY"),
}
MOST_CONNECTIONS = 40  # as many as there are threads that answer requests
PATIENCE = 10.0
"""Seconds that a second writer on SQLite waits instead of failing."""
LOCKED = "55P03"
"""PostgreSQL's code for a lock that could not be had in time."""
LOAD_LOCK = 0x4A16  # any number, the same in every process: loads on PostgreSQL take turns


def _json(value: object) -> str:
    """JSON as the databases keep it: Hangul as it is takes half the room of its escapes."""
    return to_json(value).decode()


def make_engine(url: str, *, read_only: bool = False, patience: float | None = None) -> Engine:
    """Engine for a database URL, which refuses to write if it is for reading only; SQLite's folder is made.

    `patience` is how many seconds to wait for another writer: by default ten on SQLite, for ever on PostgreSQL.
    """
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        said = ["-c default_transaction_read_only=on"] if read_only else []
        said += [f"-c lock_timeout={round(patience * 1000)}"] if patience is not None else []
        options = {"options": " ".join(said)} if said else {}
        return sa.create_engine(
            parsed, pool_pre_ping=True, pool_size=MOST_CONNECTIONS, connect_args=options, json_serializer=_json
        )
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        parsed,
        pool_size=MOST_CONNECTIONS,
        connect_args={"check_same_thread": False},
        json_serializer=_json,
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        connection.isolation_level = None  # BEGIN is ours to say: the driver's own comes too late for a snapshot
        waits = f"PRAGMA busy_timeout = {round((PATIENCE if patience is None else patience) * 1000)}"
        for pragma in (waits, *SQLITE_PRAGMAS, *(READING_PRAGMAS if read_only else WRITING_PRAGMAS)):
            connection.execute(pragma)

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")

    return engine


@contextmanager
def reading(engine: Engine, shadow: Callable[[Connection], None] | None = None) -> Iterator[Connection]:
    """Open a connection that sees one state of the data until it is closed.

    `shadow` may first put temporary tables and views in front of others. Nobody else can meet them: the connection is
    not used again.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(**SNAPSHOT | {"postgresql_readonly": shadow is None})
        if shadow is None:
            yield connection
            return
        try:
            before, after = TEMPORARY_TABLES[engine.dialect.name]
            connection.exec_driver_sql(before)
            shadow(connection)
            connection.exec_driver_sql(after)
            yield connection
        finally:
            connection.invalidate()


class Snapshot:
    """The driver's own cursor over one state of the data, for the few statements that a hot answer needs."""

    def __init__(self, engine: Engine, cursor: Any) -> None:  # noqa: ANN401 - the driver's own
        self.engine = engine
        self.cursor = cursor


@contextmanager
def snapshot(engine: Engine, kept: Any = None) -> Iterator[Snapshot]:  # noqa: ANN401 - the driver's own connection
    """Open a snapshot: `reading` without SQLAlchemy's share of the work, on a connection that is kept if any is."""
    connection = engine.raw_connection() if kept is None else kept
    sqlite = engine.dialect.name == "sqlite"
    try:
        cursor = connection.cursor()
        cursor.execute("BEGIN DEFERRED" if sqlite else f"SET TRANSACTION ISOLATION LEVEL {SNAPSHOT['isolation_level']}")
        try:
            yield Snapshot(engine, cursor)
        finally:
            connection.rollback()
    finally:
        if kept is None:
            connection.close()


class Prepared:
    """A statement that is compiled once and run on the driver itself.

    Its parameters are named `bindparam`s that take text or whole numbers; rows come as the driver gives them.
    """

    def __init__(self, statement: sa.Select[*tuple[Any, ...]]) -> None:
        self.statement = statement
        self._compiled: dict[str, tuple[str, Sequence[str] | None, dict[str, Any]]] = {}

    def run(self, on: Snapshot, **values: str | int) -> list[Any]:
        """All rows for these values."""
        dialect = on.engine.dialect
        if dialect.name not in self._compiled:
            compiled = self.statement.compile(dialect=dialect)
            own = {name: str(value) if isinstance(value, StrEnum) else value for name, value in compiled.params.items()}
            self._compiled[dialect.name] = str(compiled), compiled.positiontup, own
        text, positions, own = self._compiled[dialect.name]
        given = own | values
        rows: list[Any] = on.cursor.execute(
            text, [given[name] for name in positions] if positions else given
        ).fetchall()
        return rows


@contextmanager
def writing(engine: Engine, *, keep: bool = True) -> Iterator[Connection]:
    """Open a transaction: all or nothing, one writer at a time; turned back at the end unless it is to be kept."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin() as transaction:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOAD_LOCK)))
        yield connection
        if not keep:
            transaction.rollback()


def forget_old_pages(engine: Engine) -> None:
    """Empty SQLite's log of pages, where what was deleted may still stand; later, if somebody reads meanwhile."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def is_busy(error: OperationalError) -> bool:
    """Whether another writer held the database for longer than there was patience."""
    return "database is locked" in str(error.orig) or getattr(error.orig, "sqlstate", None) == LOCKED


class NoSuchSchema(HaiguiError):
    """A revision of the schema that cannot be reached."""


# Alembic takes a sixth of a second to import, and no server migrates: hence the imports within.
def migrate(url: str, revision: str = "head") -> None:
    """Bring the database's schema to a revision: `head`, `base` or an Alembic identifier. **Raises** `NoSuchSchema`."""
    from alembic import command  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = migrations(url)
    try:
        if revision == "base":
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)
    except CommandError as error:
        raise NoSuchSchema(str(error)) from error


def migrations(url: str) -> "Config":
    """Alembic's configuration for a database."""
    from alembic.config import Config  # noqa: PLC0415

    return Config(toml_file=PROJECT / "pyproject.toml", attributes={"url": url})
