"""Column types that mean the same on SQLite and PostgreSQL, and the naming of constraints.

Imported before any table class: the naming convention has to be there first.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
"""Text ordered by code point on both engines; a PostgreSQL cluster's own collation would sort slugs differently."""

CLUSTERED = {"sqlite_with_rowid": False}
"""A table's option: on SQLite it is its primary key's tree, without a second copy of the key."""

INT64 = 2**63
SAFE_DIGITS = 15  # every decimal of 15 significant digits survives the way into a binary64 number and back


class StoredNumber(sa.Numeric[float]):
    """SQLite's NUMERIC as it is: SQLAlchemy's own would turn every number into binary64 on its way out."""

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> None:
        """Leave what was stored as it is."""

    def bind_processor(self, dialect: sa.Dialect) -> None:
        """Leave what is to be stored as it is."""


class ExactDecimal(sa.types.TypeDecorator[Decimal]):
    """A decimal that comes back as it went in.

    PostgreSQL has one. SQLite keeps whole numbers as 64-bit integers and others as binary64, which is exact up to
    15 significant digits: what would lose a digit is refused, never rounded.

    **Raises** `ValueError` when SQLite cannot hold the value exactly.
    """

    impl = sa.Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Take the engine's decimal, and the bare column on SQLite."""
        return StoredNumber() if dialect.name == "sqlite" else dialect.type_descriptor(sa.Numeric(asdecimal=True))

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> Any:  # noqa: ANN401 - what a driver takes
        """Give the driver a number that holds the value exactly."""
        if value is None or dialect.name != "sqlite":
            return value
        value = Decimal(value)
        if value == value.to_integral_value() and abs(value) < INT64:
            return int(value)
        if len(value.normalize().as_tuple().digits) > SAFE_DIGITS:
            raise ValueError(
                f"{value} has more than {SAFE_DIGITS} significant digits, which SQLite cannot hold exactly"
            )
        return float(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Decimal | None:  # noqa: ANN401, ARG002 - as above; the signature is SQLAlchemy's
        """Read the shortest decimal that the stored number stands for."""
        return None if value is None else Decimal(str(value))


class WordColumn(sa.types.TypeDecorator[StrEnum]):
    """Plain text in the database, a word of a closed list in Python: a new word needs no migration."""

    impl = sa.String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words
        self._member = {str(word): word for word in words}  # calling the list itself takes five times as long

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Order words by code point on both engines."""
        return dialect.type_descriptor(sa.String(collation="C") if dialect.name == "postgresql" else sa.String())

    def process_bind_param(self, value: StrEnum | str | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Store the word."""
        return None if value is None else str(self._member.get(value) or self.words(value))

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> StrEnum | None:  # noqa: ARG002 - as above
        """Give the word back as a member of its list."""
        return None if value is None else self._member.get(value) or self.words(value)


def text(description: str, example: str | None = None, **options: Any) -> Any:  # noqa: ANN401 - a field's default, typed by its annotation
    """A field of text; without a `default` it is required."""
    return Field(sa_type=TEXT, description=description, schema_extra={"examples": [example]}, **options)


def word(closed_list: type[StrEnum], description: str, **options: Any) -> Any:  # noqa: ANN401 - as above
    """A field of one closed word."""
    examples = {"examples": [next(iter(closed_list)).value]}
    return Field(sa_type=WordColumn(closed_list), description=description, schema_extra=examples, **options)


def number(description: str, **options: Any) -> Any:  # noqa: ANN401 - as above
    """A field of one exact decimal."""
    return Field(sa_type=ExactDecimal, description=description, **options)


def reference(to: str, description: str, **options: Any) -> Any:  # noqa: ANN401 - as above
    """A field that holds another row's id, indexed; `to` is `table.column`."""
    return Field(sa_type=TEXT, foreign_key=to, description=description, **{"index": True, **options})
