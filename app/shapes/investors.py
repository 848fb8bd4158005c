"""Investors: what they invested in pairwise, and what is said of them as one of a group."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Claim, Investment, Participant
from app.pages import ClaimedRow, with_parts
from app.shapes.cards import Card, fetch_cards
from app.shapes.entities import COVERAGE, CoverageOf, EntityDetail, EntityRow, Link, coverage, fetch_names
from app.shapes.facts import ClaimFact, InvestmentFact
from app.shapes.fetching import Facts, Row, by_column
from app.vocabulary import Coverage, FactType, Relation


class InvestmentLink(Link):
    """A startup that was invested in."""

    startup: Card = Field(description="Who received the money.")


class InvestorDetail(EntityDetail):
    """What is said of an organization's investments."""

    investments: list[InvestmentFact] = Field(description="Investments that an article states pairwise.")
    claims: list[ClaimFact] = Field(description="Group claims that name it as an investor. They pair nobody.")
    coverage: CoverageOf = COVERAGE


@with_parts(InvestorDetail, "investments", "claims")
class InvestorRow(ClaimedRow, EntityRow):
    """An investor with the startups it is said to have invested in."""

    investments: Sequence[InvestmentLink | InvestmentFact] = Field(
        description="Investments that an article states pairwise; with `include=investments` whole."
    )
    claims: int | list[ClaimFact] = Field(
        description="Number of group claims that name it as an investor; no investments. With `include=claims` the "
        "claims themselves.",
        examples=[1],
    )


def named_as_investor(organizations: Sequence[str]) -> sa.Select[str, str]:
    """Pairs of claim and organization: group claims that name one of the organizations as an investor."""
    return (
        sa.select(col(Claim.id), col(Participant.entity_id))
        .join(Participant, col(Participant.fact_id) == Claim.id)
        .where(
            col(Claim.relation) == Relation.INVESTOR,
            col(Participant.role) == "party",
            col(Participant.entity_id).in_(organizations),
        )
    )


def fetch_investors(connection: Connection, ids: Sequence[str]) -> list[InvestorRow]:
    """Rows of investors in the order of the ids. Three statements."""
    rows = connection.execute(
        sa.select(col(Investment.id), col(Investment.investor_id), col(Investment.startup_id))
        .where(col(Investment.investor_id).in_(ids))
        .order_by(col(Investment.startup_id), col(Investment.id))
    ).all()
    cards = fetch_cards(connection, {*ids, *(row.startup_id for row in rows)})
    investments: dict[str, list[InvestmentLink]] = defaultdict(list)
    for row in rows:
        investments[row.investor_id].append(InvestmentLink(fact=row.id, startup=cards[row.startup_id]))
    claims: dict[str, int] = defaultdict(int)
    for naming in connection.execute(named_as_investor(ids)):
        claims[naming.entity_id] += 1
    return [
        InvestorRow(**dict(cards[item]), investments=investments[item], claims=claims[item], unknown=[], by_claim=[])
        for item in ids
    ]


def _claims(found: Facts, ids: Sequence[str]) -> tuple[list[Row], dict[str, set[str]]]:
    naming: dict[str, set[str]] = defaultdict(set)
    for row in found.connection.execute(named_as_investor(ids)):
        naming[row.entity_id].add(row.id)
    return found.rows(FactType.CLAIM, col(Claim.id).in_(set().union(*naming.values()))), naming


def fetch_claims(connection: Connection, investor: str) -> list[ClaimFact]:
    """The group claims that name one organization as an investor."""
    found = Facts(connection)
    rows, _ = _claims(found, [investor])
    found.resolve()
    return found.shapes(rows, ClaimFact)


def fetch_investor_details(connection: Connection, ids: Sequence[str]) -> list[InvestorDetail]:
    """What is said of organizations as investors, in the order of the ids."""
    names = fetch_names(connection, ids)
    found = Facts(connection)
    rows = by_column(found.rows(FactType.INVESTMENT, col(Investment.investor_id).in_(ids)), "investor_id")
    claim_rows, naming = _claims(found, ids)
    found.resolve()
    details = []
    for item in ids:
        investments = found.shapes(rows[item], InvestmentFact)
        claims = found.shapes([row for row in claim_rows if row.id in naming[item]], ClaimFact)
        covered = coverage(investments=investments, claims=claims)
        if any(claim.open_ended for claim in claims):
            covered["claims"] = Coverage.OPEN_ENDED
        details.append(InvestorDetail(**names[item], investments=investments, claims=claims, coverage=covered))
    return details
