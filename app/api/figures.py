"""`/v1/figures`: numbers, each with its base, its period, its words and its speaker."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import Question, make_router
from app.listing import Day, Group, ListQuery, Source, Where, at_least, at_most, list_query, one_of
from app.models import Citation, Entity, Figure, Organization
from app.pages import Groups, Page
from app.shapes.cards import fetch_cards
from app.shapes.facts import FigureFact
from app.shapes.fetching import fetch_figures
from app.vocabulary import Basis, Metric, Qualifier, Unit

router = make_router("figures")
KEY = col(Figure.id)
CONVERTED = sa.select(col(Citation.fact_id)).where(col(Citation.conversion_as_written).is_not(None))


@list_query
class FigureQuery(ListQuery):
    """Filters of the list of figures."""

    source: ClassVar = Source(Figure, KEY)
    marks_unknown: ClassVar = False
    sorts: ClassVar = {
        "id": KEY,
        "subject": col(Figure.subject_id),
        "metric": col(Figure.metric),
        "value": col(Figure.value),
        "usd": col(Figure.usd_value),
        "period_from": col(Figure.period_from),
        "period_to": col(Figure.period_to),
    }
    default_sort: ClassVar[str] = "subject"
    groups: ClassVar = {
        "metric": Group(sa.select(KEY, col(Figure.metric))),
        "unit": Group(sa.select(KEY, col(Figure.unit))),
        "qualifier": Group(sa.select(KEY, col(Figure.qualifier))),
        "subject": Group(sa.select(KEY, col(Figure.subject_id)), fetch_cards),
        "prior_employer": Group(sa.select(KEY, col(Figure.of_prior_employer_id)), fetch_cards),
        "period_year": Group(sa.select(KEY, sa.func.substr(sa.cast(col(Figure.period_to), sa.String), 1, 4))),
        "versus": Group(sa.select(KEY, col(Figure.of_versus_id)), fetch_cards),
        "basis": groups.BASES,
        "article": groups.FACT_ARTICLES,
        "attributed_to": groups.FACT_SPEAKERS,
    }

    subject: Annotated[list[str], one_of(col(Figure.subject_id), ids_of=col(Entity.id))] = Field(
        [],
        description="About the organization, cohort, country, person or product with this id.",
        examples=[["minimax"]],
    )
    metric: Annotated[list[Metric], one_of(col(Figure.metric))] = Field(
        [], description="What is measured.", examples=[["revenue"]]
    )
    unit: Annotated[list[Unit], one_of(col(Figure.unit))] = Field(
        [], description="Currency (ISO 4217) or what is counted.", examples=[["USD"]]
    )
    qualifier: Annotated[list[Qualifier], one_of(col(Figure.qualifier))] = Field(
        [], description="How surely.", examples=[["expected"]]
    )
    prior_employer: Annotated[
        list[str],
        Where(
            lambda values, query: col(Figure.of_prior_employer_id).in_(filters.family(values, query)),
            ids_of=col(Organization.id),
            known=col(Figure.of_prior_employer_id).is_not(None),
            members=filters.rolled_up,
        ),
    ] = Field(
        [],
        description="Counts people who worked for this organization before; its children count.",
        examples=[["google"]],
    )
    rollup: bool = Field(True, description=filters.ROLLUP, examples=[True])
    versus: Annotated[list[str], one_of(col(Figure.of_versus_id), ids_of=col(Entity.id))] = Field(
        [], description="Compares its subject with the entity with this id.", examples=[["US"]]
    )
    q: Annotated[
        str | None,
        Where(
            lambda text, _: sa.or_(
                KEY.in_(
                    sa.select(col(Citation.fact_id)).where(col(Citation.as_written).icontains(text, autoescape=True))
                ),
                col(Figure.of_population).icontains(text, autoescape=True),
                col(Figure.of_by).icontains(text, autoescape=True),
            )
        ),
    ] = Field(
        None,
        max_length=200,
        description="Text contained in its words, or in what it says of its base.",
        examples=["달러"],
    )
    converted: Annotated[
        bool | None, Where(lambda wanted, _: KEY.in_(CONVERTED) if wanted else KEY.not_in(CONVERTED))
    ] = Field(None, description="Whether an article gives its own conversion of it.", examples=[True])
    value_min: Annotated[filters.Limit | None, at_least(col(Figure.value))] = Field(
        None, description="The value, in its own unit, is this or more.", examples=[100]
    )
    value_max: Annotated[filters.Limit | None, at_most(col(Figure.value))] = Field(
        None, description="The value, in its own unit, is this or less.", examples=[200]
    )
    usd_min: Annotated[filters.Limit | None, at_least(col(Figure.usd_value))] = Field(
        None, description="Worth this many US dollars or more.", examples=[1000000]
    )
    usd_max: Annotated[filters.Limit | None, at_most(col(Figure.usd_value))] = Field(
        None, description="Worth this many US dollars or less.", examples=[100000000]
    )
    period_from: Annotated[Day | None, at_least(col(Figure.period_from))] = Field(
        None, description="Its period begins on this day or later.", examples=["2024-01-01"]
    )
    period_to: Annotated[Day | None, at_most(col(Figure.period_to))] = Field(
        None, description="Its period ends on this day or earlier.", examples=["2024-12-31"]
    )
    conflicting: Annotated[bool | None, filters.in_conflict(KEY)] = Field(
        None, description=filters.CONFLICTING, examples=[True]
    )
    basis: Annotated[list[Basis], filters.of_basis(KEY)] = Field([], description=filters.BASIS, examples=[["stated"]])
    article: Annotated[list[str], filters.fact_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.fact_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["macropolo"]]
    )


@router.get("/figures", summary="List figures")
def list_figures(query: Annotated[FigureQuery, Query()], ask: Question) -> Page[FigureFact] | Groups:
    """Numbers about organizations, cohorts, countries and products; money also in US dollars of a named day."""
    return ask.page_or_groups(query, fetch_figures)
