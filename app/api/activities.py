"""`/v1/activities`: what organizations and groups did, do or plan."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import Question, make_router
from app.listing import Day, Group, ListQuery, Source, at_least, at_most, contains, list_query, one_of
from app.models import Activity, Cohort, Entity, Organization, Product
from app.pages import Groups, Page
from app.shapes.cards import fetch_cards
from app.shapes.facts import ActivityFact
from app.shapes.fetching import fetch_activities
from app.vocabulary import ActivityKind, ActivityStatus, Basis

router = make_router("activities")
KEY = col(Activity.id)


@list_query
class ActivityQuery(ListQuery):
    """Filters of the list of activities."""

    source: ClassVar = Source(Activity, KEY)
    marks_unknown: ClassVar = False
    sorts: ClassVar = {
        "id": KEY,
        "organization": col(Activity.organization_id),
        "kind": col(Activity.kind),
        "period_from": col(Activity.period_from),
    }
    default_sort: ClassVar[str] = "organization"
    groups: ClassVar = {
        "organization": Group(sa.select(KEY, col(Activity.organization_id)), fetch_cards),
        "kind": Group(sa.select(KEY, col(Activity.kind))),
        "status": Group(sa.select(KEY, col(Activity.status))),
        "cohort": Group(sa.select(KEY, col(Activity.cohort_id)), fetch_cards),
        "product": Group(sa.select(KEY, col(Activity.product_id)), fetch_cards),
        "counterpart": Group(sa.select(KEY, col(Activity.counterpart_id)), fetch_cards),
        "country": Group(sa.select(KEY, col(Activity.country_id)), fetch_cards),
        "basis": groups.BASES,
        "article": groups.FACT_ARTICLES,
        "attributed_to": groups.FACT_SPEAKERS,
    }

    q: Annotated[str | None, contains(col(Activity.description))] = Field(
        None, max_length=200, description="Text contained in the description.", examples=["LinkedIn"]
    )
    organization: Annotated[list[str], one_of(col(Activity.organization_id), ids_of=col(Organization.id))] = Field(
        [], description="Done by the organization with this id.", examples=[["alibaba"]]
    )
    cohort: Annotated[list[str], one_of(col(Activity.cohort_id), ids_of=col(Cohort.id))] = Field(
        [], description="Done by the group with this id.", examples=[["cn-tech-companies"]]
    )
    kind: Annotated[list[ActivityKind], one_of(col(Activity.kind))] = Field(
        [], description="Kind of activity.", examples=[["recruiting"]]
    )
    status: Annotated[list[ActivityStatus], one_of(col(Activity.status))] = Field(
        [], description="How far it has come.", examples=[["planned"]]
    )
    product: Annotated[list[str], one_of(col(Activity.product_id), ids_of=col(Product.id))] = Field(
        [], description="About this product of the actor's.", examples=[["talkie"]]
    )
    counterpart: Annotated[list[str], one_of(col(Activity.counterpart_id), ids_of=col(Organization.id))] = Field(
        [], description="Touches this other organization.", examples=[["openai"]]
    )
    country: Annotated[list[str], one_of(col(Activity.country_id), ids_of=col(Entity.id))] = Field(
        [], description="Happens in this country, ISO 3166-1 alpha-2.", examples=[["US"]]
    )
    period_from: Annotated[Day | None, at_least(col(Activity.period_from))] = Field(
        None, description="Its period begins on this day or later.", examples=["2017-01-01"]
    )
    period_to: Annotated[Day | None, at_most(col(Activity.period_to))] = Field(
        None, description="Its period ends on this day or earlier.", examples=["2024-12-31"]
    )
    basis: Annotated[list[Basis], filters.of_basis(KEY)] = Field([], description=filters.BASIS, examples=[["stated"]])
    article: Annotated[list[str], filters.fact_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.fact_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["financial-times"]]
    )


@router.get("/activities", summary="List activities")
def list_activities(query: Annotated[ActivityQuery, Query()], ask: Question) -> Page[ActivityFact] | Groups:
    """What organizations and groups did, do or plan, each with its evidence."""
    return ask.page_or_groups(query, fetch_activities)
