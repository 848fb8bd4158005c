"""Rows of the tables: many in one statement."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

AT_ONCE = 5000  # ids in one statement


class _Texts(FunctionElement[str]):
    """The texts of a JSON array, as rows."""

    inherit_cache = True


@compiles(_Texts, "sqlite")
def _texts_on_sqlite(texts: _Texts, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's signature
    return f"(SELECT value FROM json_each({compiler.process(texts.clauses, **options)}))"  # noqa: S608 - no text of others


@compiles(_Texts, "postgresql")
def _texts_on_postgresql(texts: _Texts, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    return f"(SELECT json_array_elements_text(CAST({compiler.process(texts.clauses, **options)} AS JSON)))"


def one_of(column: Any, texts: Iterable[str]) -> sa.ColumnElement[bool]:  # noqa: ANN401 - a column of any table
    """Whether a column has one of these texts. It is one parameter, where `in_` would spend as long as the engine."""
    found: sa.ColumnElement[bool] = column.bool_op("IN")(_Texts(sa.literal(json.dumps(list(texts)))))
    return found


def table_of(model: Any) -> sa.Table:  # noqa: ANN401 - any table class
    """The table behind a class."""
    table: sa.Table = sa.inspect(model).local_table
    return table


@cache
def column_names(model: Any) -> list[str]:  # noqa: ANN401 - as above
    """The names of the columns behind a class."""
    return [column.name for column in table_of(model).columns]


def insert(connection: Connection, model: Any, rows: Sequence[Mapping[str, Any]]) -> None:  # noqa: ANN401 - as above
    """Insert rows that all have the same columns, none at all included.

    The driver gets the statement and the values as it takes them: SQLAlchemy would spend most of a load on preparing
    each row anew.
    """
    if rows:
        names = tuple(rows[0])
        statement, binds = _insertion(table_of(model), names, connection.dialect)
        values = [map(itemgetter(name), rows) for name in names]
        bound = [map(bind, some) if bind else some for some, bind in zip(values, binds, strict=True)]
        connection.exec_driver_sql(statement, list(zip(*bound, strict=True)))


def insert_texts(connection: Connection, table: sa.Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows into a table of texts and whole numbers, given in the order of its columns."""
    if rows:
        statement, _ = _insertion(table, tuple(table.columns.keys()), connection.dialect)
        connection.exec_driver_sql(statement, list(rows))


def delete_texts(connection: Connection, table: sa.Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Delete those rows of such a table that are there."""
    if rows:
        preparer, mark = connection.dialect.identifier_preparer, "?" if connection.dialect.positional else "%s"
        same = " AND ".join(f"{preparer.format_column(column)} = {mark}" for column in table.columns)
        statement = f"DELETE FROM {preparer.format_table(table)} WHERE {same}"  # noqa: S608 - names of our own
        connection.exec_driver_sql(statement, list(rows))


@lru_cache(maxsize=100)  # a process has few databases, and tests have hundreds
def _insertion(
    table: sa.Table, names: tuple[str, ...], dialect: sa.Dialect
) -> tuple[str, list[Callable[[Any], Any] | None]]:
    """An `INSERT` as the driver takes it and, for each column, what makes a value fit for the driver."""
    mark = "?" if dialect.positional else "%s"
    quoted = [dialect.identifier_preparer.format_column(table.c[name]) for name in names]
    into = dialect.identifier_preparer.format_table(table)
    binds = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    statement = f"INSERT INTO {into} ({', '.join(quoted)}) VALUES ({', '.join([mark] * len(names))})"  # noqa: S608
    return statement, [*binds]


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
    return (every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE))
