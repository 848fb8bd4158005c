"""`/v1/organizations`: all organizations, whatever part they play."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING, Question, make_router, one
from app.listing import Group, ListQuery, Source, Written, list_query, one_of
from app.models import Entity, Organization
from app.pages import Groups, Page, joined
from app.shapes.cards import fetch_cards
from app.shapes.organizations import (
    OrganizationDetail,
    OrganizationRow,
    fetch_organization_details,
    fetch_organizations,
)
from app.vocabulary import EntityType, Metric, OrganizationKind

router = make_router("organizations")
KEY = col(Organization.id)


@list_query
class OrganizationQuery(ListQuery):
    """Filters of the list of organizations."""

    source: ClassVar = Source(sa.join(Organization, Entity, col(Entity.id) == KEY), KEY)
    parts: ClassVar = OrganizationRow.parts
    sorts: ClassVar = {"id": KEY, "name": col(Entity.name), "kind": col(Organization.kind)}
    groups: ClassVar = {
        "kind": Group(sa.select(KEY, col(Organization.kind))),
        "country": Group(sa.select(KEY, col(Organization.country_id)), fetch_cards),
        "parent": groups.ANCESTORS,
        "cohort": groups.COHORTS,
        "metric": groups.METRICS,
        "article": groups.ENTITY_ARTICLES,
        "attributed_to": groups.ENTITY_SPEAKERS,
    }

    q: Annotated[str | None, filters.named(KEY, EntityType.ORGANIZATION)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["바이두"]
    )
    kind: Annotated[list[OrganizationKind], one_of(col(Organization.kind))] = Field(
        [], description="Kind of organization.", examples=[["laboratory"]]
    )
    country: Annotated[list[str], one_of(col(Organization.country_id), ids_of=col(Entity.id))] = Field(
        [], description=filters.COUNTRY, examples=[["US"]]
    )
    parent: Annotated[
        list[str],
        filters.belongs_to(KEY),
    ] = Field([], description=filters.PARENT, examples=[["google"]])
    cohort: Annotated[list[str], filters.in_cohort(KEY)] = Field(
        [], description="Named member of the cohort with this id.", examples=[["cn-ai-unicorns-since-2023"]]
    )
    metric: Annotated[list[Metric], filters.measured(KEY)] = Field(
        [], description=filters.METRIC, examples=[["revenue"]]
    )
    usd_min: Annotated[filters.Limit | None, filters.measured(KEY)] = Field(
        None, description="Has a figure worth this many US dollars or more.", examples=[1000000]
    )
    usd_max: Annotated[filters.Limit | None, filters.measured(KEY)] = Field(
        None, description="Has a figure worth this many US dollars or less.", examples=[100000000]
    )
    article: Annotated[list[str], filters.entity_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.entity_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["macropolo"]]
    )


@router.get("/organizations", summary="List organizations")
def list_organizations(query: Annotated[OrganizationQuery, Query()], ask: Question) -> Page[OrganizationRow] | Groups:
    """Organizations of every kind."""
    return ask.page_or_groups(query, joined(fetch_organizations, fetch_organization_details, query.included))


@router.get("/organizations/{id}", summary="Get one organization", responses=MISSING)
def get_organization(
    organization: Annotated[str, Path(alias="id", description="Id of the organization.", examples=["google-brain"])],
    _: Annotated[Written, Query()],
    ask: Question,
) -> OrganizationDetail:
    """Everything that articles say of an organization, whatever part it plays."""
    return one(ask.connection, KEY, organization, fetch_organization_details)
