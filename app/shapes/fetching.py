"""Facts from the database: first all rows that an answer needs, then once what they refer to.

    found = Facts(connection)
    foundings = found.rows(FactType.FOUNDING, col(Founding.startup_id).in_(ids))
    found.resolve()
    shapes = [found.shape(row, FoundingFact) for row in foundings]

One statement for each call of `rows`; two for `resolve`, one more if claims were asked for, one more if figures were.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col

from app.models import FACT_TABLES, Cohort, Fact, Figure, Participant
from app.shapes.cards import Card
from app.shapes.evidence import Evidence
from app.shapes.facts import (
    SHAPES,
    ActivityFact,
    AnyFact,
    Base,
    FigureFact,
    InvestmentFact,
    JoinedFact,
    Period,
    Size,
    Usd,
)
from app.vocabulary import FactType, Metric

Row = sa.Row[*tuple[Any, ...]]
Shape = TypeVar("Shape", bound=JoinedFact)

SIZE_METRICS = (Metric.COMPANIES, Metric.FOUNDERS, Metric.EMPLOYEES, Metric.RESEARCHERS, Metric.USERS)
NARROWING = (col(Figure.of_prior_employer_id), col(Figure.of_versus_id), col(Figure.of_population))
"""What a count that is narrower than its subject has."""
ORDER: dict[FactType, tuple[str, ...]] = {
    FactType.FIGURE: ("subject_id", "metric", "period_from", "of_prior_employer_id"),
    FactType.ACTIVITY: ("organization_id", "cohort_id", "period_from", "kind", "description"),
}
"""By which columns rows are ordered, where not simply by the entities that they tie together."""


@cache
def references(fact_type: FactType) -> list[str]:
    """The columns of a type that hold ids of entities."""
    columns = sa.inspect(FACT_TABLES[fact_type]).columns
    return [column.name for column in columns if column.name.endswith("_id")]


def by_column(rows: Iterable[Row], name: str) -> Mapping[str, list[Row]]:
    """Rows by what they have in a column, in their order; none for what no row has."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, name)].append(row)
    return grouped


class Facts:
    """The facts of one answer and all that they refer to."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._asked: set[FactType] = set()
        self._rows: list[Row] = []
        self._parties: dict[str, list[str]] = defaultdict(list)
        self._sizes: dict[str, Size] = {}

    def rows(self, fact_type: FactType, condition: ColumnElement[bool]) -> list[Row]:
        """The rows of one type that fulfil a condition, each with `type`, `basis` and `note`."""
        table = sa.inspect(FACT_TABLES[fact_type]).local_table
        by = [table.c[name].asc().nulls_last() for name in ORDER.get(fact_type, references(fact_type))]
        statement = (
            sa.select(table, col(Fact.type), col(Fact.basis), col(Fact.note))
            .join(Fact, col(Fact.id) == table.c.id)
            .where(condition)
            .order_by(*by, table.c.id)
        )
        found = list(self.connection.execute(statement).all())
        self._asked.add(fact_type)
        self._rows += found
        return found

    def rows_by_id(self, fact_type: FactType, ids: Sequence[str]) -> list[Row]:
        """The rows of one type with these ids; no statement for none."""
        return self.rows(fact_type, sa.inspect(FACT_TABLES[fact_type]).columns["id"].in_(ids)) if ids else []

    def resolve(self, entities: Iterable[str | None] = ()) -> None:
        """Fetch the cards, citations, parties and sizes that the rows refer to, and further cards.

        How many statements that takes depends on the types that were asked for, not on the rows that were found.
        """
        if FactType.CLAIM in self._asked:
            claims = [row.id for row in self._rows if row.type == FactType.CLAIM]
            parties = sa.select(Participant).where(
                col(Participant.fact_id).in_(claims), col(Participant.role) == "party"
            )
            for row in self.connection.execute(parties.order_by(col(Participant.entity_id))):
                self._parties[row.fact_id].append(row.entity_id)
        if FactType.FIGURE in self._asked:
            subjects = {row.subject_id for row in self._rows if row.type == FactType.FIGURE}
            self._sizes = fetch_sizes(self.connection, subjects)
        named = {getattr(row, name) for row in self._rows for name in references(row.type)}
        named.update(party for parties in self._parties.values() for party in parties)
        self.evidence = Evidence(self.connection, {row.id for row in self._rows}, {*named, *entities})

    def card(self, entity: str) -> Card:
        """The card of an entity that a row refers to."""
        return self.evidence.cards[entity]

    def shape(self, row: Row, shape: type[Shape], **parts: Any) -> Shape:  # noqa: ANN401 - the shape says what it takes
        """A row as its shape, with the further parts that the shape has."""
        citations = self.evidence.citations(row.id)
        speaker = citations[0].attributed_to if citations else None
        values = row._asdict() | {"fact": row.id, "attributed_to": speaker, "citations": citations}
        for name in references(row.type):
            values[name.removesuffix("_id")] = self.evidence.card(getattr(row, name))
        if "period_from" in values:
            values["period"] = period(row)
        if row.type == FactType.CLAIM:
            values["parties"] = [self.card(party) for party in self._parties[row.id]]
        if row.type == FactType.FIGURE:
            values |= self._figure(row, values)
        return shape.model_validate({**values, **parts})

    def shapes(self, rows: Sequence[Row], shape: type[Shape]) -> list[Shape]:
        """Rows as one shape."""
        return [self.shape(row, shape) for row in rows]

    def any_shape(self, row: Row) -> AnyFact:
        """A row as the shape of its type."""
        return cast("AnyFact", self.shape(row, SHAPES[row.type]))

    def _figure(self, row: Row, values: dict[str, Any]) -> dict[str, Any]:
        size = self._sizes.get(row.subject_id)
        base = Base(
            prior_employer=values["of_prior_employer"],
            versus=values["of_versus"],
            population=row.of_population,
            by=row.of_by,
            size=size if size and size.fact != row.id else None,
        )
        citations = values["citations"]
        money = row.usd_value is not None
        return {
            "of": base if any(value is not None for value in vars(base).values()) else None,
            "as_written": citations[0].as_written if citations else None,
            "stated_conversion": self.evidence.conversion(row.id),
            "usd": Usd(value=row.usd_value, rate=row.usd_rate, on=row.usd_on, source=row.usd_source) if money else None,
        }


def period(row: Row) -> Period | None:
    """When a row holds, or None if nothing is stated."""
    if row.period_from is None and row.period_to is None:
        return None
    return Period.model_validate({"from": row.period_from, "to": row.period_to})


def fetch_sizes(connection: Connection, subjects: Iterable[str]) -> dict[str, Size]:
    """The reported sizes of those subjects that are cohorts: their counts that have no narrower base."""
    rows = connection.execute(
        sa.select(Figure.id, Figure.subject_id, Figure.value, Figure.unit, Figure.qualifier)  # type: ignore[call-overload] # more columns than SQLModel types
        .join(Cohort, col(Cohort.id) == Figure.subject_id)
        .where(
            col(Figure.subject_id).in_(set(subjects)),
            # Written so that no other index is used: most figures have one of the metrics, nearly all lack the rest.
            sa.func.coalesce(col(Figure.metric), "").in_([metric.value for metric in SIZE_METRICS]),
            *(sa.func.coalesce(base, "") == "" for base in NARROWING),
        )
        .order_by(col(Figure.period_to).asc().nulls_first(), Figure.id)
    )
    return {row.subject_id: Size(fact=row.id, value=row.value, unit=row.unit, qualifier=row.qualifier) for row in rows}


def _in_order(connection: Connection, fact_type: FactType, shape: type[Shape], ids: Sequence[str]) -> list[Shape]:
    found = Facts(connection)
    rows = {row.id: row for row in found.rows_by_id(fact_type, ids)}
    found.resolve()
    return [found.shape(rows[item], shape) for item in ids]


def fetch_figures(connection: Connection, ids: Sequence[str]) -> list[FigureFact]:
    """Figures in the order of the ids."""
    return _in_order(connection, FactType.FIGURE, FigureFact, ids)


def fetch_activities(connection: Connection, ids: Sequence[str]) -> list[ActivityFact]:
    """Activities in the order of the ids."""
    return _in_order(connection, FactType.ACTIVITY, ActivityFact, ids)


def fetch_investments(connection: Connection, ids: Sequence[str]) -> list[InvestmentFact]:
    """Investments in the order of the ids."""
    return _in_order(connection, FactType.INVESTMENT, InvestmentFact, ids)
