"""`/v1/startups`: organizations of kind startup, with founders, hires, investors and all that is said of them."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING, Question, make_router, one
from app.api.documents import Drive, ShortDetail, ShortList, short
from app.errors import NotFound
from app.listing import Group, ListQuery, Source, Where, Written, list_query, one_of
from app.models import Entity, Founding, Organization, Origin, Person
from app.pages import Groups, Page, joined
from app.shapes.cards import fetch_cards
from app.shapes.documents import DocumentKind
from app.shapes.startups import StartupDetail, StartupRow, fetch_startup_details, fetch_startups
from app.vocabulary import ClaimsUse, EntityType, Metric, OrganizationKind, Role

router = make_router("startups")
KEY = col(Organization.id)
FOUNDED = sa.select(col(Founding.startup_id))


@list_query
class StartupQuery(ListQuery):
    """Filters of the list of startups."""

    source: ClassVar = Source(
        sa.join(Organization, Entity, col(Entity.id) == KEY), KEY, col(Organization.kind) == OrganizationKind.STARTUP
    )
    parts: ClassVar = StartupRow.parts
    sorts: ClassVar = {"id": KEY, "name": col(Entity.name)}
    groups: ClassVar = {
        "country": Group(sa.select(KEY, col(Organization.country_id)), fetch_cards),
        "founder": Group(sa.select(col(Founding.startup_id), col(Founding.person_id)), fetch_cards, overlapping=True),
        "prior_employer": groups.ORIGINS,
        "investor": groups.INVESTORS,
        "cohort": groups.COHORTS,
        "metric": groups.METRICS,
        "article": groups.ENTITY_ARTICLES,
        "attributed_to": groups.ENTITY_SPEAKERS,
    }

    q: Annotated[str | None, filters.named(KEY, EntityType.ORGANIZATION)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["문샷"]
    )
    founder: Annotated[
        list[str],
        Where(
            lambda values, _: KEY.in_(FOUNDED.where(col(Founding.person_id).in_(values))),
            ids_of=col(Person.id),
            known=KEY.in_(FOUNDED),
        ),
    ] = Field([], description="Founded by the person with this id.", examples=[["yang-zhilin"]])
    prior_employer: Annotated[
        list[str],
        Where(
            lambda values, query: filters.any_in(
                KEY, filters.startups_of(filters.left(filters.family(values, query)), query.came_as)
            ),
            ids_of=col(Organization.id),
            known=lambda query: filters.any_in(KEY, filters.startups_of(filters.left(), query.came_as)),
            members=filters.rolled_up,
        ),
    ] = Field(
        [],
        description=filters.PRIOR_EMPLOYER + " On this list it speaks of founders; `role` widens it.",
        examples=[["google"]],
    )
    role: Literal["founder", "hire", "any"] = Field(
        "founder", description="Whose prior employers `prior_employer` looks at.", examples=["founder"]
    )
    rollup: bool = Field(True, description=filters.ROLLUP, examples=[True])
    investor: Annotated[
        list[str],
        Where(
            lambda values, query: filters.any_in(
                KEY, filters.invested(claims=query.claims, of="investor", given=values, wanted="startup")
            ),
            ids_of=col(Organization.id),
            known=lambda query: filters.any_in(
                KEY, filters.invested(claims=query.claims, of="investor", given=None, wanted="startup")
            ),
            by_claim=lambda values, query: filters.by_claim(
                claims=query.claims, of="investor", given=values, wanted="startup"
            ),
        ),
    ] = Field([], description="Received money from the organization with this id.", examples=[["alibaba"]])
    claims: ClaimsUse = Field(ClaimsUse.EXCLUDE, description=filters.CLAIMS, examples=["exclude"])
    cohort: Annotated[list[str], filters.in_cohort(KEY)] = Field(
        [], description="Named member of the cohort with this id.", examples=[["cn-ai-unicorns-since-2023"]]
    )
    country: Annotated[list[str], one_of(col(Organization.country_id), ids_of=col(Entity.id))] = Field(
        [], description=filters.COUNTRY, examples=[["CN"]]
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
        [], description=filters.ATTRIBUTED_TO, examples=[["sensor-tower"]]
    )

    @property
    def came_as(self) -> Sequence[Role]:
        """The roles that `role` stands for; none in particular for any."""
        return [role for role in Role if role == self.role]


@router.get("/startups", summary="List startups")
@short(
    ShortList(
        StartupQuery,
        DocumentKind.STARTUP_ROW,
        key=KEY,
        standing=[col(Organization.kind) == OrganizationKind.STARTUP],
        drives={
            "prior_employer": Drive(
                col(Origin.startup_id),
                lambda employer: [col(Origin.employer_id) == employer, col(Origin.role) == Role.FOUNDER],
                columns={"country": col(Origin.country_id)},
                rolled_up=True,
            )
        },
        one_of={"country": col(Organization.country_id)},
    )
)
def list_startups(query: Annotated[StartupQuery, Query()], ask: Question) -> Page[StartupRow] | Groups:
    """Startups by founder, by their founders' prior employers, by investor, by cohort."""
    return ask.page_or_groups(query, joined(fetch_startups, fetch_startup_details, query.included))


@router.get("/startups/{id}", summary="Get one startup", responses=MISSING)
@short(ShortDetail(DocumentKind.STARTUP))
def get_startup(
    startup: Annotated[str, Path(alias="id", description="Id of the startup.", examples=["moonshot-ai"])],
    _: Annotated[Written, Query()],
    ask: Question,
) -> StartupDetail:
    """Everything that articles say of a startup: founders and hires with their prior employers, investors, figures."""
    detail = one(ask.connection, KEY, startup, fetch_startup_details)
    if detail.kind != OrganizationKind.STARTUP:
        raise NotFound(f"{startup} is no startup but a {detail.kind}; see {detail.url}")
    return detail
