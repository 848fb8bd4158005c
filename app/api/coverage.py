"""`/v1/coverage`: what was read, until when, and what is thin."""

from datetime import date
from typing import Annotated

import sqlalchemy as sa
from fastapi import Query
from pydantic import BaseModel, Field
from sqlmodel import col

from app.api import filters
from app.api.asking import Question, make_router
from app.listing import Pinned
from app.models import Article, Entity, Fact, Figure, Founding, Investment, Organization, Revision
from app.pages import Ask
from app.vocabulary import Basis, EntityType, FactType, Metric, OrganizationKind, Role

router = make_router("coverage", tables=False)


class Thin(BaseModel):
    """A part of the data of which little is stated."""

    what: str = Field(description="What is missing.", examples=["startups without a stated founder"])
    count: int = Field(description="Of how many.", examples=[3])
    of: int = Field(description="Of how many there are.", examples=[5])
    query: str | None = Field(description="Where to look.", examples=["/v1/startups"])


class CoverageReport(BaseModel):
    """What the knowledge base has read and holds."""

    revision: int = Field(description="Newest revision of the data.", examples=[2])
    articles: int = Field(description="Articles that were read.", examples=[1])
    stories: int = Field(description="Independent reports among them.", examples=[1])
    published_from: date | None = Field(description="Day of the oldest article.", examples=["2024-11-24"])
    published_to: date | None = Field(description="Day of the newest article.", examples=["2024-11-24"])
    entities: dict[EntityType, int] = Field(description="Entities by type.", examples=[{"person": 3}])
    facts: dict[FactType, int] = Field(description="Facts that articles state, by type.", examples=[{"founding": 2}])
    editorial_facts: dict[FactType, int] = Field(description="Facts that we state.", examples=[{"parent": 4}])
    thin: list[Thin] = Field(description="What is thin: nothing stated does not mean that there is nothing.")


@router.get("/coverage", summary="Get what was read")
def get_coverage(_: Annotated[Pinned, Query()], ask: Question) -> CoverageReport:
    """What was read and until when, how many facts of each type came out of it, and what is thin."""
    connection = ask.connection
    read = connection.execute(
        sa.select(
            sa.func.count(),
            sa.func.count(sa.distinct(col(Article.story))),
            sa.func.min(col(Article.published_on)),
            sa.func.max(col(Article.published_on)),
        ).select_from(Article)
    ).one()
    entities = connection.execute(
        sa.select(col(Entity.type), sa.func.count()).group_by(col(Entity.type)).order_by(col(Entity.type))
    ).all()
    facts = connection.execute(
        sa.select(col(Fact.basis), col(Fact.type), sa.func.count())
        .group_by(col(Fact.basis), col(Fact.type))
        .order_by(col(Fact.type))
    ).all()
    return CoverageReport(
        revision=connection.scalar(sa.select(sa.func.max(col(Revision.number)))) or 0,
        articles=read[0],
        stories=read[1],
        published_from=read[2],
        published_to=read[3],
        entities={kind: count for kind, count in entities},  # noqa: C416 - rows are no pairs to mypy
        facts={kind: count for basis, kind, count in facts if basis == Basis.STATED},
        editorial_facts={kind: count for basis, kind, count in facts if basis == Basis.EDITORIAL},
        thin=_thin(ask),
    )


def _thin(ask: Ask) -> list[Thin]:
    startup = col(Organization.kind) == OrganizationKind.STARTUP
    valued = sa.select(col(Figure.subject_id)).where(col(Figure.metric) == Metric.VALUATION)
    parts = {
        "startups without a stated founder": sa.select(col(Founding.startup_id)),
        "startups whose founders have no stated prior employer": filters.startups_of(filters.left(), [Role.FOUNDER])[0],
        "startups without a stated investor": sa.select(col(Investment.startup_id)),
        "startups without a stated valuation": valued,
    }
    count = sa.select(sa.func.count()).select_from(Organization).where(startup)
    total = ask.connection.scalar(count) or 0
    return [
        Thin(
            what=what,
            count=ask.connection.scalar(count.where(col(Organization.id).not_in(stated))) or 0,
            of=total,
            query="/v1/startups",
        )
        for what, stated in parts.items()
    ]
