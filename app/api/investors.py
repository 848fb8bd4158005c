"""`/v1/investors`: organizations seen as investors. Group claims stand beside investments, never among them."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING, Question, make_router, one, require
from app.listing import Group, ListQuery, Source, Where, Written, list_query, one_of
from app.models import Cohort, Entity, Investment, Organization
from app.pages import Groups, Page, joined
from app.shapes.cards import fetch_cards
from app.shapes.facts import ClaimFact, InvestmentFact
from app.shapes.fetching import fetch_investments
from app.shapes.investors import (
    InvestorDetail,
    InvestorRow,
    fetch_claims,
    fetch_investor_details,
    fetch_investors,
)
from app.vocabulary import Basis, ClaimsUse, EntityType, OrganizationKind

router = make_router("investors")
KEY = col(Organization.id)
INVESTOR_ID = Annotated[str, Path(alias="id", description="Id of the organization.", examples=["alibaba"])]


@list_query
class InvestorQuery(ListQuery):
    """Filters of the list of investors."""

    source: ClassVar = Source(sa.join(Organization, Entity, col(Entity.id) == KEY), KEY)
    parts: ClassVar = InvestorRow.parts
    sorts: ClassVar = {"id": KEY, "name": col(Entity.name)}
    groups: ClassVar = {
        "country": Group(sa.select(KEY, col(Organization.country_id)), fetch_cards),
        "kind": Group(sa.select(KEY, col(Organization.kind))),
        "startup": groups.BACKED,
        "cohort": groups.BACKED_COHORTS,
        "article": groups.ENTITY_ARTICLES,
        "attributed_to": groups.ENTITY_SPEAKERS,
    }

    q: Annotated[str | None, filters.named(KEY, EntityType.ORGANIZATION)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["腾讯"]
    )
    startup: Annotated[
        list[str],
        Where(
            lambda values, query: filters.any_in(
                KEY, filters.invested(claims=query.claims, of="startup", given=values, wanted="investor")
            ),
            ids_of=col(Organization.id),
            by_claim=lambda values, query: filters.by_claim(
                claims=query.claims, of="startup", given=values, wanted="investor"
            ),
        ),
    ] = Field([], description="Invested in the startup with this id.", examples=[["minimax"]])
    cohort: Annotated[
        list[str],
        Where(
            lambda values, query: filters.any_in(
                KEY,
                filters.invested(claims=query.claims, of="cohort", given=values, wanted="investor"),
            ),
            ids_of=col(Cohort.id),
            by_claim=lambda values, query: filters.by_claim(
                claims=query.claims, of="cohort", given=values, wanted="investor"
            ),
        ),
    ] = Field(
        [],
        description="Invested in a named member of the cohort; with claims, also who is said to of the cohort itself.",
        examples=[["cn-ai-unicorns-since-2023"]],
    )
    claims: Annotated[
        ClaimsUse,
        Where(
            lambda claims, _: filters.any_in(
                KEY, filters.invested(claims=claims, of="startup", given=None, wanted="investor")
            ),
            by_claim=lambda claims, query: (
                None
                if query.startup or query.cohort  # those say which claims
                else filters.by_claim(claims=claims, of="startup", given=None, wanted="investor")
            ),
        ),
    ] = Field(ClaimsUse.EXCLUDE, description=filters.CLAIMS, examples=["include"])
    kind: Annotated[list[OrganizationKind], one_of(col(Organization.kind))] = Field(
        [], description="Kind of organization.", examples=[["company"]]
    )
    country: Annotated[list[str], one_of(col(Organization.country_id), ids_of=col(Entity.id))] = Field(
        [], description=filters.COUNTRY, examples=[["CN"]]
    )
    article: Annotated[list[str], filters.entity_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.entity_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["it-juzi"]]
    )


class Portfolio(Page[InvestmentFact]):
    """Investments that an article states pairwise and, apart from them, what group claims say."""

    claims: list[ClaimFact] = Field(description="Group claims that name the investor. They pair nobody.")


@list_query
class PortfolioQuery(ListQuery):
    """Filters of an investor's portfolio."""

    source: ClassVar = Source(Investment, col(Investment.id))
    marks_unknown: ClassVar = False
    sorts: ClassVar = {
        "startup": col(Investment.startup_id),
        "period_from": col(Investment.period_from),
        "id": col(Investment.id),
    }
    default_sort: ClassVar[str] = "startup"
    groups: ClassVar = {
        "startup": Group(sa.select(col(Investment.id), col(Investment.startup_id)), fetch_cards),
        "round": Group(sa.select(col(Investment.id), col(Investment.round))),
        "basis": groups.BASES,
        "article": groups.FACT_ARTICLES,
        "attributed_to": groups.FACT_SPEAKERS,
    }

    startup: Annotated[list[str], one_of(col(Investment.startup_id), ids_of=col(Organization.id))] = Field(
        [], description="Only investments in the startup with this id.", examples=[["minimax"]]
    )
    round: Annotated[list[str], one_of(col(Investment.round))] = Field(
        [], description="Funding round, as it is called.", examples=[["Series B"]]
    )
    basis: Annotated[list[Basis], filters.of_basis(col(Investment.id))] = Field(
        [], description=filters.BASIS, examples=[["stated"]]
    )
    article: Annotated[list[str], filters.fact_in_article(col(Investment.id))] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.fact_attributed_to(col(Investment.id))] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["it-juzi"]]
    )


@router.get("/investors", summary="List investors")
def list_investors(query: Annotated[InvestorQuery, Query()], ask: Question) -> Page[InvestorRow] | Groups:
    """Organizations that an article says invested; `claims=include` adds those that only group claims name."""
    return ask.page_or_groups(query, joined(fetch_investors, fetch_investor_details, query.included))


@router.get("/investors/{id}", summary="Get one investor", responses=MISSING)
def get_investor(investor: INVESTOR_ID, _: Annotated[Written, Query()], ask: Question) -> InvestorDetail:
    """An organization's investments and the group claims that name it. Any organization may be asked for."""
    return one(ask.connection, KEY, investor, fetch_investor_details)


@router.get("/investors/{id}/portfolio", summary="List an investor's investments", responses=MISSING)
def list_portfolio(
    investor: INVESTOR_ID, query: Annotated[PortfolioQuery, Query()], ask: Question
) -> Portfolio | Groups:
    """The investments stated pairwise, page by page; the group claims stand apart in `claims`."""
    require(ask.connection, KEY, investor)
    its_own = col(Investment.investor_id) == investor
    if query.grouped_by:
        return ask.groups(query, its_own)
    page = ask.page(query, fetch_investments, its_own)
    return Portfolio(**dict(page), claims=fetch_claims(ask.connection, investor))
