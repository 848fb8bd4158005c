"""Organizations: what any of them can have, whatever its kind."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import (
    Activity,
    Claim,
    Employment,
    Figure,
    Founding,
    Investment,
    Maker,
    Membership,
    Organization,
    Parent,
    Participant,
)
from app.pages import with_parts
from app.shapes.cards import Card, fetch_cards
from app.shapes.entities import COVERAGE, CoverageOf, EntityDetail, EntityRow, coverage, fetch_names
from app.shapes.facts import (
    ActivityFact,
    ClaimFact,
    EmploymentFact,
    FigureFact,
    FoundingFact,
    InvestmentFact,
    MakerFact,
    MembershipFact,
    ParentFact,
)
from app.shapes.fetching import Facts, by_column
from app.shapes.moves import FOUNDED_IT
from app.vocabulary import Coverage, EmploymentStatus, FactType


class OrganizationPartsShape(EntityDetail):
    """What is said of an organization."""

    country: str | None = Field(description="Country of its seat, ISO 3166-1 alpha-2.", examples=["CN"])
    founders: Sequence[FoundingFact] = Field(description="Who founded it.")
    hires: Sequence[EmploymentFact] = Field(description="Who works for it now and did not found it.")
    parents: list[ParentFact] = Field(description="What it belongs to.")
    children: list[ParentFact] = Field(description="What belongs to it.")
    investors: list[InvestmentFact] = Field(description="Investments in it that an article states pairwise.")
    products: list[MakerFact] = Field(description="What it makes.")
    activities: list[ActivityFact] = Field(description="What it did, does or plans.")
    figures: list[FigureFact] = Field(description="Numbers about it.")
    cohorts: list[MembershipFact] = Field(description="The cohorts that it is a named member of.")
    claims: list[ClaimFact] = Field(
        description="Statements about a whole cohort that it belongs to, or that name it as a party. They pair nobody."
    )
    coverage: CoverageOf = COVERAGE


class OrganizationDetail(OrganizationPartsShape):
    """Everything that articles say of an organization, whatever part it plays."""

    investments: list[InvestmentFact] = Field(description="What it invested in, stated pairwise.")


@with_parts(
    OrganizationDetail,
    *("founders", "hires", "parents", "children", "investors", "investments", "products"),
    *("activities", "figures", "cohorts", "claims"),
)
class OrganizationRow(EntityRow):
    """An organization and what it belongs to."""

    country: str | None = Field(description="Country of its seat, ISO 3166-1 alpha-2.", examples=["US"])
    parent: Card | None = Field(description="What it belongs to; an editorial fact unless an article says it.")


class OrganizationParts:
    """The facts around organizations, one statement a type."""

    def __init__(self, found: Facts, ids: Sequence[str]) -> None:
        connection = found.connection
        self.found = found
        self.names = fetch_names(connection, ids)
        seats = sa.select(col(Organization.id), col(Organization.country_id)).where(col(Organization.id).in_(ids))
        self.country = {row.id: row.country_id for row in connection.execute(seats)}
        self.foundings = found.rows(FactType.FOUNDING, col(Founding.startup_id).in_(ids))
        self.hires = found.rows(
            FactType.EMPLOYMENT,
            col(Employment.organization_id).in_(ids)
            & (col(Employment.status) == EmploymentStatus.CURRENT)
            & ~FOUNDED_IT,
        )
        investments = found.rows(
            FactType.INVESTMENT, col(Investment.startup_id).in_(ids) | col(Investment.investor_id).in_(ids)
        )
        makers = found.rows(FactType.MAKER, col(Maker.organization_id).in_(ids))
        activities = found.rows(FactType.ACTIVITY, col(Activity.organization_id).in_(ids))
        figures = found.rows(FactType.FIGURE, col(Figure.subject_id).in_(ids))
        memberships = found.rows(FactType.MEMBERSHIP, col(Membership.member_id).in_(ids))
        links = found.rows(FactType.PARENT, col(Parent.organization_id).in_(ids) | col(Parent.parent_id).in_(ids))
        naming = sa.select(col(Participant.fact_id)).where(
            col(Participant.role) == "party", col(Participant.entity_id).in_(ids)
        )
        cohorts = {row.cohort_id for row in memberships}
        self._claims = found.rows(FactType.CLAIM, col(Claim.cohort_id).in_(cohorts) | col(Claim.id).in_(naming))
        self.founders_of = by_column(self.foundings, "startup_id")
        self.hires_of = by_column(self.hires, "organization_id")
        self.investments_of = by_column(investments, "investor_id")
        self._memberships = by_column(memberships, "member_id")
        self._parts = {
            "parents": (by_column(links, "organization_id"), ParentFact),
            "children": (by_column(links, "parent_id"), ParentFact),
            "investors": (by_column(investments, "startup_id"), InvestmentFact),
            "products": (by_column(makers, "organization_id"), MakerFact),
            "activities": (by_column(activities, "organization_id"), ActivityFact),
            "figures": (by_column(figures, "subject_id"), FigureFact),
            "cohorts": (self._memberships, MembershipFact),
        }

    def of(self, item: str, **further: Sequence[Any]) -> dict[str, Any]:
        """The fields of `OrganizationPartsShape` for one organization, with further parts. Facts must be resolved."""
        claims = self._claims_of(item)
        parts: dict[str, Sequence[Any]] = {
            **further,
            **{name: self.found.shapes(rows[item], shape) for name, (rows, shape) in self._parts.items()},
            "claims": claims,
        }
        covered = coverage(**parts)
        if any(activity.product for activity in parts["activities"]):
            covered["products"] = Coverage.STATED
        if any(claim.open_ended for claim in claims):
            covered["claims"] = Coverage.OPEN_ENDED
        return {**self.names[item], "country": self.country[item], **parts, "coverage": covered}

    def _claims_of(self, item: str) -> list[ClaimFact]:
        """What is said of a cohort that it belongs to, and what names it as a party."""
        cohorts = {row.cohort_id for row in self._memberships[item]}
        places = set[int]().union(*(self._claims_at[one] for one in (item, *cohorts)))
        return [self._shaped_claims[at] for at in sorted(places)]

    @cached_property
    def _shaped_claims(self) -> list[ClaimFact]:
        return self.found.shapes(self._claims, ClaimFact)

    @cached_property
    def _claims_at(self) -> Mapping[str, set[int]]:
        """The places of the claims about a cohort, or that name a party, by id."""
        places: dict[str, set[int]] = defaultdict(set)
        for at, claim in enumerate(self._shaped_claims):
            for entity in (claim.cohort, *claim.parties):
                places[entity.id].add(at)
        return places


def fetch_organizations(connection: Connection, ids: Sequence[str]) -> list[OrganizationRow]:
    """Rows of organizations in the order of the ids."""
    rows = connection.execute(
        sa.select(
            col(Organization.id), col(Organization.country_id), sa.func.min(col(Parent.parent_id)).label("parent_id")
        )
        .outerjoin(Parent, col(Parent.organization_id) == Organization.id)
        .where(col(Organization.id).in_(ids))
        .group_by(col(Organization.id), col(Organization.country_id))
    ).all()
    by_id = {row.id: row for row in rows}
    cards = fetch_cards(connection, {*ids, *(row.parent_id for row in rows if row.parent_id)})
    return [
        OrganizationRow(
            **dict(cards[item]), country=by_id[item].country_id, parent=cards.get(by_id[item].parent_id), unknown=[]
        )
        for item in ids
    ]


def fetch_organization_details(connection: Connection, ids: Sequence[str]) -> list[OrganizationDetail]:
    """All about organizations, in the order of the ids."""
    found = Facts(connection)
    parts = OrganizationParts(found, ids)
    found.resolve()
    return [
        OrganizationDetail(
            **parts.of(
                item,
                founders=found.shapes(parts.founders_of[item], FoundingFact),
                hires=found.shapes(parts.hires_of[item], EmploymentFact),
                investments=found.shapes(parts.investments_of[item], InvestmentFact),
            )
        )
        for item in ids
    ]
