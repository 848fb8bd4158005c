"""Lists as they are declared: filters, order, groups. It knows no noun.

A list is declared by one class: each field states its type, its sentence and its SQL once.

    @list_query
    class OrganizationQuery(ListQuery):
        source = Source(tables, Organization.id)
        sorts = {"id": Organization.id, "name": Entity.name}
        kind: Annotated[list[OrganizationKind], one_of(Organization.kind)] = Field([], description="…")

`list_query` adds what follows from it: `not_kind`, the words of `sort`, of `group_by` and of `include`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_origin

import sqlalchemy as sa
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from app.past import AsOf
from app.vocabulary import Format, Language

MOST_ROWS = 200
Column = Any
"""A mapped column. SQLAlchemy has several types for one, none of which stands for all."""
Pairs = sa.Select[*tuple[Any, ...]] | sa.CompoundSelect[*tuple[Any, ...]]
"""A select of two columns: row id and key."""


@dataclass(frozen=True)
class Places:
    """Where a text is found: a table that has each row of the list once, if all that is said holds of it."""

    table: Any
    holds: Sequence[ColumnElement[bool]]
    order: Column


@dataclass(frozen=True)
class Where:
    """How a parameter becomes SQL.

    `condition` takes the value (all values, if the parameter can be repeated) and the whole query, for a filter that
    another parameter modifies. `ids_of` is the column with the ids that are allowed as values. `known` is true of the
    rows of which anything is stated: the others are not proved by a negation, only left standing; it takes the query,
    too, if another parameter decides what is looked at. `members` widens ids, as a roll-up does; the answer's `query`
    shows what it took in. `by_claim` gives pairs of row and group claim for the rows that nothing else brought in.
    `places` tells where a text is found, for a list in that order.
    """

    condition: Callable[[Any, Any], ColumnElement[bool]]
    ids_of: Any = None
    known: ColumnElement[bool] | Callable[[Any], ColumnElement[bool]] | None = None
    members: Callable[[Sequence[str], Any], sa.Select[Any] | None] | None = None
    by_claim: Callable[[Any, Any], sa.Select[Any, Any] | None] | None = None
    places: Callable[[Any], "Places | None"] | None = None

    def known_to(self, query: object) -> ColumnElement[bool] | None:
        """Whether anything is stated, as a query looks at it; None where the question makes no sense."""
        return self.known(query) if callable(self.known) else self.known


def one_of(column: Column, *, ids_of: Column = None) -> Where:
    """True where the column holds any of the values."""
    return Where(lambda values, _: column.in_(values), ids_of=ids_of, known=column.is_not(None))


def at_least(column: Column) -> Where:
    """True where the column holds the value or more; of days, that day or later."""
    return Where(lambda value, _: column >= value)


def at_most(column: Column) -> Where:
    """True where the column holds the value or less; of days, that day or earlier."""
    return Where(lambda value, _: column <= value)


def contains(*columns: Column) -> Where:
    """True where any of the columns contains the text, whatever the case of Latin letters."""

    def condition(text: str, _: object) -> ColumnElement[bool]:
        return sa.or_(*(column.icontains(text, autoescape=True) for column in columns))

    return Where(condition)


@dataclass(frozen=True)
class Source:
    """What a list is drawn from: tables, the column with each row's id, and what holds of every row.

    In joined tables each row of the column's own table stands once.
    """

    tables: Any
    key: Any
    standing: ColumnElement[bool] | None = None

    @property
    def own(self) -> Any:  # noqa: ANN401 - as `tables`
        """What has all rows and nothing beside them, which is counted faster."""
        return self.key.table if isinstance(self.tables, sa.Join) else self.tables


@dataclass(frozen=True)
class Group:
    """How rows are counted: pairs of row id and key.

    The pairs take the query where another parameter decides what counts as a link, as it does for the filter of the
    same name. `cards` shows keys that are ids by name; `overlapping` says that one row can have several keys.
    """

    pairs: Pairs | Callable[[Any], Pairs]
    cards: Callable[[Connection, Sequence[str]], Mapping[str, BaseModel]] | None = None
    overlapping: bool = False

    def pairs_for(self, query: object) -> Pairs:
        """The pairs, as a query looks at them."""
        return self.pairs(query) if callable(self.pairs) else self.pairs


class Parameters(BaseModel):
    """The query parameters of a path; an unknown one is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def split_commas(value: object) -> object:
    """Take `a,b` for `a` and `b` given one by one."""
    return [word for item in value for word in str(item).split(",")] if isinstance(value, list) else value


def read_day(value: object) -> object:
    """Refuse what is no day written out: a number would be taken for seconds since 1970, a date with a time for a day.

    >>> read_day("2024-11-24")
    '2024-11-24'
    """
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("allowed is a day, such as 2024-11-24")
    return value


Day = Annotated[date, BeforeValidator(read_day)]
"""A day as a parameter."""


class Pinned(Parameters):
    """From which state of the data an answer is: on every path whose answer depends on the data."""

    as_of: AsOf | None = Field(
        None,
        description="The data as they were after this revision, or at the end of this day (`2026-11-24`, UTC). It pins "
        "the answer: later loads do not change it, once the day is over.",
        examples=[2],
    )


class Written(Pinned):
    """How an answer is written as well: on every list and detail."""

    fields: Annotated[list[str], BeforeValidator(split_commas)] = Field(
        [], description="Only these properties of each row; by repetition or commas.", examples=[["id", "name"]]
    )
    lang: Language | None = Field(
        None, description="In which script `name` is, where an entity has such a name.", examples=["ko"]
    )
    format: Format = Field(
        Format.JSON,
        description="How the answer is written; without it, as `Accept` asks. `ndjson` and `csv` give all rows or, if "
        "there is a `limit`, one page.",
        examples=["json"],
    )


WRITING = frozenset(Written.model_fields) - {"as_of"} | {"cursor", "limit", "include"}
"""Parameters that change nothing about which rows there are and in which order."""


class Filtered(Pinned):
    """Filters of rows, each declared with its SQL."""

    source: ClassVar[Source]

    @classmethod
    def wheres(cls) -> dict[str, Where]:
        """The filters by the name of their parameter, without their negations."""
        return {
            name: where
            for name, field in cls.model_fields.items()
            for where in field.metadata
            if isinstance(where, Where) and not name.startswith("not_")
        }

    def conditions(self) -> list[ColumnElement[bool]]:
        """What holds of every row of the answer."""
        found = [] if self.source.standing is None else [self.source.standing]
        for name, where in self.wheres().items():
            if is_set(wanted := getattr(self, name)):
                found.append(where.condition(wanted, self))
            if is_set(unwanted := getattr(self, f"not_{name}", None)):
                holds = sa.func.coalesce(
                    where.condition(unwanted, self), sa.false()
                )  # NULL: nothing stated, so it stays
                found.append(sa.not_(holds))
        return found


class ListQuery(Written, Filtered):
    """Filters, order and page of a list."""

    sorts: ClassVar[Mapping[str, Any]]
    default_sort: ClassVar[str] = "id"
    groups: ClassVar[Mapping[str, Group]] = {}
    parts: ClassVar[Sequence[str]] = ()
    marks_unknown: ClassVar[bool] = True
    """Whether rows say which negations do not prove them. Of what a fact leaves open no other fact need tell."""

    limit: int = Field(50, ge=1, le=MOST_ROWS, description="Rows on a page.", examples=[50])
    cursor: str | None = Field(
        None,
        max_length=2000,
        description="Where the page begins, taken from `next` of the page before; valid for the same list with the "
        "same filters and order.",
        examples=["B5NPznIaKQn_SojeWyJtaW5pbWF4Il0"],
    )

    @property
    def sorted_by(self) -> list[str]:
        """The words of `sort`, or the list's own; none, if rows are in the order of where a text was found."""
        given = list(getattr(self, "sort", None) or [])
        return given or ([] if self.searched_by else [self.default_sort])

    @property
    def searched_by(self) -> str | None:
        """The parameter with a text by whose places the rows are in order, unless `sort` says another."""
        if getattr(self, "sort", None):
            return None
        texts = (name for name, where in self.wheres().items() if where.places and is_set(getattr(self, name)))
        return next(texts, None)

    @property
    def included(self) -> list[str]:
        """The words of `include`, if the list has any."""
        return list(getattr(self, "include", []))

    @property
    def grouped_by(self) -> str | None:
        """The word of `group_by`, if the list has one and it was given."""
        return getattr(self, "group_by", None)


def is_set(value: object) -> bool:
    """Whether a parameter says anything."""
    return value is not None and value != []


Query = TypeVar("Query", bound=ListQuery)


def list_query(cls: type[Query]) -> type[Query]:
    """Complete the class of a list's query with the parameters that follow from its declaration."""
    made: dict[str, Any] = {}
    for name, where in cls.wheres().items():
        field = cls.model_fields[name]
        if get_origin(field.annotation) is list:
            said = " and say so in `unknown`" if where.known is not None and cls.marks_unknown else ""
            sentence = f"Leaves out what `{name}` would select. Rows of which nothing is stated stay{said}."
            made[f"not_{name}"] = (
                Annotated[field.annotation, where],
                Field([], description=sentence, examples=field.examples),
            )
    texts = [f"`{name}`" for name, where in cls.wheres().items() if where.places]
    by_place = f", or with {texts[0]} by the name that it finds, from there on" if texts else ""
    words = tuple(word for name in cls.sorts for word in (name, f"-{name}"))
    made["sort"] = (
        Annotated[list[Literal[words]], BeforeValidator(split_commas)],  # type: ignore[valid-type] # made at run time
        Field(
            [],
            description="Order of the rows; a leading `-` turns it round; several words, by repetition or commas, "
            f"apply in turn. Rows without a value come last, ties are broken by id. Whoever walks by a "
            f"value that a load may change pins it with `as_of`. Without `sort`: `{cls.default_sort}`{by_place}.",
            examples=[[cls.default_sort]],
        ),
    )
    if cls.parts:
        made["include"] = (
            Annotated[list[Literal[tuple(cls.parts)]], BeforeValidator(split_commas)],  # type: ignore[misc] # as above
            Field(
                [],
                description="Further parts of each row, with their citations, as the detail view shows them; by "
                "repetition or commas.",
                examples=[[cls.parts[0]]],
            ),
        )
    if cls.groups:
        made["group_by"] = (
            Literal[tuple(cls.groups)] | None,
            Field(
                None,
                description="Count the rows by this instead of listing them, the most frequent group first.",
                examples=[next(iter(cls.groups))],
            ),
        )
    return create_model(cls.__name__, __base__=cls, __module__=cls.__module__, __doc__=cls.__doc__, **made)
