"""`/v1/talent-flows`: from which employer people came to which startup."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Query
from pydantic import Field
from sqlmodel import col

from app.api import filters
from app.api.asking import Question, make_router
from app.listing import Group, ListQuery, Source, Where, list_query, one_of
from app.models import Lineage, Organization
from app.pages import Groups, Page
from app.shapes.cards import fetch_cards
from app.shapes.flows import FLOWS, Flow, fetch_flows
from app.vocabulary import Role

router = make_router("talent flows")


@list_query
class FlowQuery(ListQuery):
    """Filters of the list of talent flows."""

    source: ClassVar = Source(FLOWS, FLOWS.c.id)
    marks_unknown: ClassVar = False
    sorts: ClassVar = {
        "id": FLOWS.c.id,
        "employer": FLOWS.c.employer_id,
        "startup": FLOWS.c.startup_id,
        "named": FLOWS.c.named,
        "reported": FLOWS.c.reported,
    }
    groups: ClassVar = {
        "employer": Group(sa.select(FLOWS.c.id, FLOWS.c.employer_id).distinct(), fetch_cards),
        "startup": Group(sa.select(FLOWS.c.id, FLOWS.c.startup_id).distinct(), fetch_cards),
        "role": Group(sa.select(FLOWS.c.id, FLOWS.c.role).distinct()),
    }

    employer: Annotated[
        list[str],
        Where(
            lambda values, query: FLOWS.c.employer_id.in_(
                sa.select(col(Lineage.ancestor_id)).where(col(Lineage.organization_id).in_(values), col(Lineage.is_top))
                if query.rollup
                else values
            ),
            ids_of=col(Organization.id),
            known=FLOWS.c.employer_id.is_not(None),
        ),
    ] = Field([], description="From this organization; a child stands for what it rolls up to.", examples=[["google"]])
    startup: Annotated[list[str], one_of(FLOWS.c.startup_id, ids_of=col(Organization.id))] = Field(
        [], description="To this startup.", examples=[["moonshot-ai"]]
    )
    role: Annotated[list[Role], one_of(FLOWS.c.role)] = Field(
        [], description="How the people came to the startup.", examples=[["founder"]]
    )
    rollup: Annotated[bool, Where(lambda rollup, _: FLOWS.c.rolled_up == rollup)] = Field(
        True, description=filters.ROLLUP, examples=[True]
    )


@router.get("/talent-flows", summary="List talent flows")
def list_talent_flows(query: Annotated[FlowQuery, Query()], ask: Question) -> Page[Flow] | Groups:
    """Counts of people from one employer to one startup; reported totals stand in rows without a startup."""
    return ask.page_or_groups(query, fetch_flows)
