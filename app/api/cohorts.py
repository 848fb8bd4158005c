"""`/v1/cohorts`: groups that articles count or describe."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING_OR_MERGED, Question, make_router, one
from app.listing import Group, ListQuery, Source, Where, Written, list_query, one_of
from app.models import Cohort, Entity, Membership
from app.pages import Groups, Page, joined
from app.shapes.cards import fetch_cards
from app.shapes.groups import CohortDetail, CohortRow, fetch_cohort_details, fetch_cohorts
from app.vocabulary import EntityType

router = make_router("cohorts")
KEY = col(Cohort.id)
WITH_MEMBERS = sa.select(col(Membership.cohort_id))


@list_query
class CohortQuery(ListQuery):
    """Filters of the list of cohorts."""

    source: ClassVar = Source(sa.join(Cohort, Entity, col(Entity.id) == KEY), KEY)
    parts: ClassVar = CohortRow.parts
    sorts: ClassVar = {"id": KEY, "name": col(Entity.name)}
    groups: ClassVar = {
        "country": Group(sa.select(KEY, col(Cohort.country_id)), fetch_cards),
        "article": groups.ENTITY_ARTICLES,
        "attributed_to": groups.ENTITY_SPEAKERS,
        "member": Group(sa.select(col(Membership.cohort_id), col(Membership.member_id)), fetch_cards, overlapping=True),
    }

    q: Annotated[str | None, filters.named(KEY, EntityType.COHORT)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["유니콘"]
    )
    member: Annotated[
        list[str],
        Where(
            lambda values, _: KEY.in_(WITH_MEMBERS.where(col(Membership.member_id).in_(values))),
            ids_of=col(Entity.id),
            known=KEY.in_(WITH_MEMBERS),
        ),
    ] = Field([], description="Has this organization or person as a named member.", examples=[["baichuan"]])
    country: Annotated[list[str], one_of(col(Cohort.country_id), ids_of=col(Entity.id))] = Field(
        [], description=filters.COUNTRY, examples=[["CN"]]
    )
    article: Annotated[list[str], filters.entity_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.entity_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["it-juzi"]]
    )


@router.get("/cohorts", summary="List cohorts")
def list_cohorts(query: Annotated[CohortQuery, Query()], ask: Question) -> Page[CohortRow] | Groups:
    """Groups with their definition, their reported size and the number of named members."""
    return ask.page_or_groups(query, joined(fetch_cohorts, fetch_cohort_details, query.included))


@router.get("/cohorts/{id}", summary="Get one cohort", responses=MISSING_OR_MERGED)
def get_cohort(
    cohort: Annotated[str, Path(alias="id", description="Id of the cohort.", examples=["cn-ai-unicorns-since-2023"])],
    _: Annotated[Written, Query()],
    ask: Question,
) -> CohortDetail:
    """A group with its named members, the claims about it as a whole, and numbers about it."""
    return one(ask.connection, KEY, cohort, fetch_cohort_details)
