"""The “why” view: one fact with all that speaks for it, and against it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Article, Change, Citation, Fact, Figure, Revision
from app.shapes.facts import AnyFact, JoinedFact
from app.shapes.fetching import Facts, fetch_figures
from app.vocabulary import FactType


class Corroboration(BaseModel):
    """How many independent voices state a fact."""

    stories: int = Field(description="Number of stories; one report in two outlets is one story.", examples=[1])


class Event(BaseModel):
    """Something that happened to a fact."""

    revision: int = Field(description="Revision of the data.", examples=[2])
    at: datetime = Field(description="When (UTC).", examples=["2026-11-24T08:00:00Z"])
    action: str = Field(description="`added`, `changed` or `retracted`.", examples=["added"])


class WhyView(BaseModel):
    """What stands beside a fact in its own view."""

    conflicts: list[AnyFact] = Field(description="Facts that say otherwise of the same thing.")
    corroboration: Corroboration = Field(description="How many independent voices state it.")
    history: list[Event] = Field(description="When it was added and changed, oldest first.")
    citation_text: str = Field(
        description="One line, ready to paste: speaker, outlet, day, title, passage.",
        examples=["IT Juzi, in 서울경제 (Seoul Economic Daily), 2024-11-24, “…”, p9.s2"],
    )


def fetch_facts(connection: Connection, ids: Sequence[str]) -> list[AnyFact]:
    """Facts of any type in the order of the ids; ids that do not exist are left out. One statement for every type."""
    return _fetch_facts(connection, ids, FactType)


def fetch_fact(connection: Connection, fact: str) -> AnyFact | None:
    """One fact, or None if there is none."""
    its_type = connection.scalar(sa.select(col(Fact.type)).where(col(Fact.id) == fact))
    return _fetch_facts(connection, [fact], [its_type])[0] if its_type else None


def _fetch_facts(connection: Connection, ids: Sequence[str], types: Iterable[FactType]) -> list[AnyFact]:
    found = Facts(connection)
    rows = {row.id: row for fact_type in types for row in found.rows_by_id(fact_type, ids)}
    found.resolve()
    return [found.any_shape(rows[item]) for item in ids if item in rows]


SAME = (
    "subject_id",
    "metric",
    "unit",
    "period_from",
    "period_to",
    "of_prior_employer_id",
    "of_versus_id",
    "of_population",
    "of_by",
)
"""What two figures must share to be about the same thing."""
ONE = sa.orm.aliased(Figure, name="one")
CONFLICTS: sa.Select[str] = sa.select(col(Figure.id)).join(
    ONE,
    sa.and_(
        *(sa.inspect(Figure).columns[name].is_not_distinct_from(getattr(ONE, name)) for name in SAME),
        col(ONE.id) != col(Figure.id),
    ),
)
"""The figures that say otherwise than another one of the same thing."""


def conflicting(fact: str) -> sa.Select[str]:
    """Ids of the figures that give another number for the same thing, base and period."""
    return CONFLICTS.where(col(ONE.id) == fact).order_by(col(Figure.id))


def fetch_why(connection: Connection, fact: JoinedFact) -> WhyView:
    """What speaks for a fact and against it."""
    others = connection.scalars(conflicting(fact.fact)).all() if fact.type == FactType.FIGURE else []
    stories = connection.scalar(
        sa.select(sa.func.count(sa.distinct(col(Article.story))))
        .join(Citation, col(Citation.article_id) == Article.id)
        .where(col(Citation.fact_id) == fact.fact)
    )
    history = connection.execute(
        sa.select(col(Change.revision), col(Revision.at), col(Change.action))
        .join(Revision, col(Revision.number) == Change.revision)
        .where(col(Change.id) == fact.fact)
        .order_by(col(Change.revision), col(Change.position))
    )
    return WhyView(
        conflicts=list(fetch_figures(connection, others)),
        corroboration=Corroboration(stories=stories or 0),
        history=[Event(revision=row.revision, at=row.at, action=row.action) for row in history],
        citation_text=citation_text(fact),
    )


def citation_text(fact: JoinedFact) -> str:
    """One line that names the source of a fact, taken from its oldest citation."""
    if not fact.citations:
        return f"Haigui (editorial): {fact.note}"
    first = fact.citations[0]
    article = first.article
    outlet = f"{article.publisher}, {article.published_on}, “{article.title}”, {first.original or first.passage}"
    return f"{first.attributed_to.name}, in {outlet}" if first.attributed_to else outlet
