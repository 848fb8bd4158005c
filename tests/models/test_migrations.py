"""The migrations: up, down and up again, and exactly the schema that the table classes describe."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

import app.models  # noqa: F401 - fills the metadata
from app.db import make_engine, migrate, migrations
from tests.conftest import WORLD, Databases

TABLES = [table.name for table in SQLModel.metadata.sorted_tables]


@pytest.fixture
def built(databases: Databases) -> Iterator[Engine]:
    """A database whose tables are made from the classes, without a migration."""
    made = make_engine(databases.empty())
    with made.connect().execution_options(writes=True) as connection, connection.begin():
        SQLModel.metadata.create_all(connection)
    yield made
    made.dispose()


def url_of(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def described(engine: Engine, table: str) -> dict[str, Any]:
    """All that the database itself says of a table."""
    found = sa.inspect(engine)

    def named(things: list[Any], *keys: str) -> dict[str, Any]:
        return {str(thing["name"]): {key: thing.get(key) for key in keys} for thing in things}

    return {
        "columns": {
            column["name"]: (str(column["type"]), column["nullable"], column["default"])
            for column in found.get_columns(table)
        },
        "primary key": named([found.get_pk_constraint(table)], "constrained_columns"),
        "foreign keys": named(
            found.get_foreign_keys(table), "constrained_columns", "referred_table", "referred_columns", "options"
        ),
        "indexes": named(found.get_indexes(table), "column_names", "unique"),
        "unique": named(found.get_unique_constraints(table), "column_names"),
        "checks": named(found.get_check_constraints(table), "sqltext"),
    }


def test_the_migrations_make_every_table_and_no_other(engine: Engine) -> None:
    assert set(sa.inspect(engine).get_table_names()) == {*TABLES, "alembic_version"}


def test_alembic_finds_nothing_to_migrate(engine: Engine) -> None:
    command.check(migrations(url_of(engine)))


@pytest.mark.parametrize("table", TABLES)
def test_a_migrated_table_is_the_one_that_its_class_describes(engine: Engine, built: Engine, table: str) -> None:
    assert described(engine, table) == described(built, table)


def test_the_way_down_leaves_no_table_and_the_way_up_makes_them_again(databases: Databases) -> None:
    url = databases.loaded(WORLD)
    engine = make_engine(url)
    before = {table: described(engine, table) for table in TABLES}
    engine.dispose()
    migrate(url, "base")
    assert sa.inspect(engine).get_table_names() == ["alembic_version"]
    migrate(url, "base")
    migrate(url)
    migrate(url)
    assert {table: described(engine, table) for table in TABLES} == before
    command.check(migrations(url))
    engine.dispose()


def test_every_constraint_and_index_has_the_name_that_the_convention_gives(engine: Engine) -> None:
    for table in TABLES:
        found = described(engine, table)
        names = {f"pk_{table}": found["primary key"]}
        for prefix, part, key in (
            ("fk", "foreign keys", "constrained_columns"),
            ("ix", "indexes", "column_names"),
            ("uq", "unique", "column_names"),
        ):
            expected = {f"{prefix}_{table}_{'_'.join(thing[key])}" for thing in found[part].values()}
            assert set(found[part]) == expected, f"{part} of {table}"
        assert set(names) == set(found["primary key"])
        assert all(name.startswith(f"ck_{table}_") for name in found["checks"])


def test_every_reference_has_an_index_that_begins_with_it(engine: Engine) -> None:
    """What nobody indexed is read whole whenever the row it points to is retracted."""
    bare = []
    for table in TABLES:
        found = sa.inspect(engine)
        leading = {index["column_names"][0] for index in found.get_indexes(table)}
        leading.add(found.get_pk_constraint(table)["constrained_columns"][0])
        bare += [key["name"] for key in found.get_foreign_keys(table) if key["constrained_columns"][0] not in leading]
    assert bare == []


def references() -> list[tuple[str, str, str]]:
    """Every column that refers to another table, and the name of its constraint."""
    return sorted(
        (table.name, constraint.elements[-1].parent.name, str(constraint.name))
        for table in SQLModel.metadata.sorted_tables
        for constraint in table.foreign_key_constraints
    )


@pytest.fixture(scope="module")
def world_engine(databases: Databases) -> Iterator[Engine]:
    made = make_engine(databases.loaded(WORLD))
    merge = {"id": "old", "type": "organization", "into_id": "acme", "entity_id": "acme", "names": [], "note": "One."}
    with made.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(sa.insert(SQLModel.metadata.tables["merge"]).values(merge))
    yield made
    made.dispose()


@pytest.mark.parametrize(("table", "column", "name"), references())
def test_no_reference_may_lead_nowhere(world_engine: Engine, table: str, column: str, name: str) -> None:
    there = SQLModel.metadata.tables[table]
    nowhere: Any = 99 if isinstance(there.c[column].type, sa.Integer) else "nowhere"
    values = {column: nowhere}
    if (table, column) == ("activity", "cohort_id"):
        values["organization_id"] = None  # the check that one of the two acts would come first
    row = sa.select(*there.primary_key.columns).limit(1)
    with world_engine.connect().execution_options(writes=True) as connection:
        key = connection.execute(row).one()
        one_row = [left == right for left, right in zip(there.primary_key.columns, key, strict=True)]
        with pytest.raises(sa.exc.IntegrityError) as caught:
            connection.execute(sa.update(there).where(*one_row).values(values))
    assert "foreign key" in str(caught.value).lower(), f"{name}: {caught.value}"


@pytest.mark.parametrize("read_only", [False, True])
def test_every_connection_to_sqlite_enforces_references(databases: Databases, *, read_only: bool) -> None:
    if databases.postgres:
        pytest.skip("PostgreSQL enforces references without being told")
    engine = make_engine(databases.migrated(), read_only=read_only)
    with engine.connect() as first, engine.connect() as second, engine.connect() as third:
        for connection in (first, second, third):
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA query_only").scalar() == int(read_only)
    engine.dispose()


def test_a_database_file_may_lie_in_a_folder_that_is_not_there_yet(databases: Databases, tmp_path: Any) -> None:
    if databases.postgres:
        pytest.skip("a PostgreSQL database is not a file")
    migrate(f"sqlite:///{tmp_path / 'new' / 'folder' / 'haigui.db'}")
    assert (tmp_path / "new" / "folder" / "haigui.db").stat().st_size > 0
