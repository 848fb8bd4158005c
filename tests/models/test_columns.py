"""Column types that mean the same on both engines."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from app.models import TEXT, ExactDecimal
from app.models.columns import WordColumn
from app.vocabulary import Qualifier

KEPT = ["0.1", "28.5", "-0.000001", "70000000", "14300000000", "2760000000000", "99999999999999.9", "1E+20", "0"]
LONG = ["12345678901234567", "-12345678901234567", "9007199254740993", "9223372036854775807"]


@contextmanager
def table_with(engine: Engine, column: sa.types.TypeEngine[Any]) -> Iterator[tuple[Connection, sa.Table]]:
    """A table of one column, for as long as a transaction lasts."""
    table = sa.Table("trial", sa.MetaData(), sa.Column("value", column))
    with engine.connect().execution_options(writes=True) as connection:
        table.create(connection)
        yield connection, table
        connection.rollback()


def kept(engine: Engine, value: Decimal) -> list[object]:
    """What comes back for a decimal that was stored, and looked up by itself."""
    with table_with(engine, ExactDecimal()) as (connection, table):
        connection.execute(sa.insert(table), {"value": value})
        return list(connection.scalars(sa.select(table.c.value).where(table.c.value == value)))


@pytest.mark.parametrize("written", KEPT)
def test_a_decimal_comes_back_as_it_went_in(engine: Engine, written: str) -> None:
    (back,) = kept(engine, Decimal(written))
    assert isinstance(back, Decimal)
    assert back == Decimal(written)


@pytest.mark.parametrize("written", LONG)
def test_a_whole_number_of_64_bits_comes_back_as_it_went_in(engine: Engine, written: str) -> None:
    assert kept(engine, Decimal(written)) == [Decimal(written)]


@pytest.mark.parametrize("written", ["0.1234567890123456", "1234567890123456.5", "9223372036854775809"])
def test_what_sqlite_would_round_is_refused_there_and_kept_by_postgresql(engine: Engine, written: str) -> None:
    if engine.dialect.name == "postgresql":
        assert kept(engine, Decimal(written)) == [Decimal(written)]
        return
    with pytest.raises(
        sa.exc.StatementError, match="more than 15 significant digits, which SQLite cannot hold exactly"
    ):
        kept(engine, Decimal(written))


def test_a_null_stays_a_null(engine: Engine) -> None:
    with table_with(engine, ExactDecimal()) as (connection, table):
        connection.execute(sa.insert(table), {"value": None})
        assert list(connection.scalars(sa.select(table.c.value))) == [None]


def test_decimals_are_ordered_and_compared_as_numbers(engine: Engine) -> None:
    with table_with(engine, ExactDecimal()) as (connection, table):
        connection.execute(sa.insert(table), [{"value": Decimal(v)} for v in ("10", "9.5", "28.5", "-1")])
        ordered = connection.scalars(sa.select(table.c.value).order_by(table.c.value)).all()
        assert ordered == [Decimal(-1), Decimal("9.5"), Decimal(10), Decimal("28.5")]
        assert connection.scalar(sa.select(sa.func.count()).where(table.c.value >= Decimal("9.5"))) == 3


def test_text_is_ordered_by_code_point(engine: Engine) -> None:
    words = ["Zz", "a-b", "aa", "a_b", "가", "月", "É", "e"]
    with table_with(engine, TEXT) as (connection, table):
        connection.execute(sa.insert(table), [{"value": word} for word in words])
        assert connection.scalars(sa.select(table.c.value).order_by(table.c.value)).all() == sorted(words)


def test_a_word_comes_back_as_a_member_of_its_list_and_another_is_refused(engine: Engine) -> None:
    with table_with(engine, WordColumn(Qualifier)) as (connection, table):
        connection.execute(sa.insert(table), {"value": "about"})
        (word,) = connection.scalars(sa.select(table.c.value))
        assert word is Qualifier.ABOUT
        with pytest.raises(sa.exc.StatementError, match="is not a valid Qualifier"):
            connection.execute(sa.insert(table), {"value": "perhaps"})
