"""Rows of the tables: many in one statement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

MOST_PARAMETERS = 5000  # ids in one statement; SQLite's limit on variables is 32,766, PostgreSQL's 65,535


def table_of(model: Any) -> sa.Table:  # noqa: ANN401 - any table class
    """The table behind a class."""
    table: sa.Table = sa.inspect(model).local_table
    return table


def column_names(model: Any) -> list[str]:  # noqa: ANN401 - as above
    """The names of the columns behind a class."""
    return [column.name for column in table_of(model).columns]


def insert(connection: Connection, model: Any, rows: Sequence[Mapping[str, Any]]) -> None:  # noqa: ANN401 - as above
    """Insert rows, none at all included."""
    if rows:
        connection.execute(sa.insert(table_of(model)), rows)


def update(connection: Connection, model: Any, rows: Sequence[Mapping[str, Any]]) -> None:  # noqa: ANN401 - as above
    """Update rows by their `id`, all in the same columns, none at all included."""
    if rows:
        table = table_of(model)
        values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in rows[0] if name != "id"}
        statement = sa.update(table).where(table.c.id == sa.bindparam("new_id")).values(values)
        connection.execute(statement, [{f"new_{name}": value for name, value in row.items()} for row in rows])


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """Ids in groups that fit a statement."""
    every = sorted(set(ids))
    return (every[at : at + MOST_PARAMETERS] for at in range(0, len(every), MOST_PARAMETERS))
