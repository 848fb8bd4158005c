"""Parquet: a file for each kind of thing, with the types of its columns, every fact with its citations.

The columns follow from the tables of the schema, so that a new field is exported without a word here. Decimals are
never rounded: their columns are `DECIMAL(38, 12)`, with more decimals where a number has more, and text where one has
more digits than that type. Days are dates, other spellings, parties and citations are lists.
"""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.exports import records
from app.exports.records import ARTICLES, BATCH, CITED, ENTITIES, FACTS, PASSAGES, Batches, Record
from app.models import ExactDecimal
from app.vocabulary import ExportTable, FactType

DIGITS, DECIMALS = 38, 12
"""The most digits that a decimal of Parquet's readers has, and how many of them stand behind the point, if they do."""
ROWS_IN_A_GROUP = 20_000
"""Rows that are packed together, and held in memory until they are; more would only pack a little better."""
OPENED_ON = (1980, 1, 1, 0, 0, 0)  # the same bytes for the same data: an archive would take today's time

FACTS_OF: dict[ExportTable, FactType] = {
    ExportTable.FOUNDINGS: FactType.FOUNDING,
    ExportTable.EMPLOYMENTS: FactType.EMPLOYMENT,
    ExportTable.INVESTMENTS: FactType.INVESTMENT,
    ExportTable.MEMBERSHIPS: FactType.MEMBERSHIP,
    ExportTable.CLAIMS: FactType.CLAIM,
    ExportTable.FIGURES: FactType.FIGURE,
    ExportTable.ACTIVITIES: FactType.ACTIVITY,
    ExportTable.PARENTS: FactType.PARENT,
    ExportTable.MAKERS: FactType.MAKER,
}
"""The tables of facts."""


def write_table(connection: Connection, table: ExportTable, file: IO[bytes]) -> None:
    """Write one table as one Parquet file."""
    from arro3.core import RecordBatchReader  # noqa: PLC0415 - only who exports pays for it
    from arro3.io import read_json, write_parquet  # noqa: PLC0415 - as above

    schema = _schema(connection, table)
    # Arrow's own reader of JSON makes columns of records, and refuses what does not fit the schema.
    arrow = (
        read_json(b"\n".join(map(_line, some)), schema, batch_size=len(some)).read_next_batch()
        for some in _batches(connection, table)
    )
    reader = RecordBatchReader.from_batches(schema, arrow)
    write_parquet(reader, file, compression="zstd(3)", max_row_group_size=ROWS_IN_A_GROUP)


def write_archive(connection: Connection, file: IO[bytes]) -> None:
    """Write every table into one ZIP archive. They are stored as they are: Parquet is compressed already."""
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for table in ExportTable:
            with TemporaryFile() as whole, archive.open(_member(table), "w", force_zip64=True) as part:
                write_table(connection, table, whole)
                whole.seek(0)
                copyfileobj(whole, part)


def _member(table: ExportTable) -> ZipInfo:
    return ZipInfo(f"{table}.parquet", OPENED_ON)


def _batches(connection: Connection, table: ExportTable) -> Batches:
    if table in FACTS_OF:
        return records.facts(connection, FACTS_OF[table])
    if table == ExportTable.ENTITIES:
        return records.entities(connection)
    return records.batches(connection, ARTICLES if table == ExportTable.ARTICLES else PASSAGES)


def _schema(connection: Connection, table: ExportTable) -> Any:  # noqa: ANN401 - Arrow's own
    from arro3.core import DataType, Field, Schema  # noqa: PLC0415 - as above

    words = DataType.list(Field("item", DataType.utf8(), nullable=False))
    if table in FACTS_OF:
        citation = DataType.struct(_fields(connection, CITED))
        extra = [Field("citations", DataType.list(Field("item", citation, nullable=False)), nullable=False)]
        if table == ExportTable.CLAIMS:
            extra.insert(0, Field("parties", words, nullable=False))
        return Schema([*_fields(connection, FACTS[FACTS_OF[table]].selected_columns), *extra])
    if table == ExportTable.ENTITIES:
        return Schema([*_fields(connection, ENTITIES.selected_columns), Field("aliases", words, nullable=False)])
    return Schema(_fields(connection, (ARTICLES if table == ExportTable.ARTICLES else PASSAGES).selected_columns))


def _fields(connection: Connection, selected: Iterable[Any]) -> list[Any]:
    from arro3.core import DataType, Field  # noqa: PLC0415 - as above

    fields = []
    for column in selected:
        decimals = _decimals(connection, column) if isinstance(column.type, ExactDecimal) else None
        kind = _type(column.type) if decimals is None else DataType.decimal128(DIGITS, decimals)
        fields.append(Field(column.name, kind))
    return fields


def _decimals(connection: Connection, column: Any) -> int | None:  # noqa: ANN401 - a column
    """How many digits behind the point a column needs; None if they and those before it are too many."""
    before, behind = 0, DECIMALS
    numbers = sa.select(column).where(column.element.is_not(None)).distinct()
    for value in connection.scalars(numbers, execution_options={"yield_per": BATCH}):
        whole, _, rest = f"{value:f}".partition(".")
        before, behind = max(before, len(whole.lstrip("-0"))), max(behind, len(rest.rstrip("0")))
    return behind if before + behind <= DIGITS else None


def _type(column: sa.types.TypeEngine[Any]) -> Any:  # noqa: ANN401 - Arrow's own
    """The type of a column of the database in Arrow."""
    from arro3.core import DataType, Field  # noqa: PLC0415 - as above

    if isinstance(column, sa.Date):
        return DataType.date32()
    if isinstance(column, sa.Boolean):
        return DataType.bool()
    if isinstance(column, sa.Integer):
        return DataType.int32()
    if isinstance(column, sa.JSON):
        key, value = (Field(name, DataType.utf8(), nullable=False) for name in ("key", "value"))
        return DataType.map(key, value, False)
    return DataType.utf8()


def _line(record: Record) -> bytes:
    return json.dumps(record, ensure_ascii=False, default=_plain).encode()


def _plain(value: object) -> str:
    """A day or a decimal as text, to the last digit."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
