"""Startups: the joined view of who founded them, who came, who pays, and what is said of them."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Founding, Organization
from app.pages import ClaimedRow, with_parts
from app.shapes.cards import Card, fetch_cards
from app.shapes.entities import EntityRow, Link
from app.shapes.facts import EmploymentFact, FoundingFact
from app.shapes.fetching import Facts
from app.shapes.organizations import OrganizationParts, OrganizationPartsShape
from app.shapes.people import Careers, CareerStep


class FounderLink(Link):
    """A founder."""

    person: Card = Field(description="The founder.")


class FounderFact(FoundingFact):
    """A founder, with the employers they left."""

    prior_employers: list[CareerStep] = Field(description="Whom the founder worked for before.")


class HireFact(EmploymentFact):
    """Somebody hired, who did not found the startup, with the employers they left."""

    prior_employers: list[CareerStep] = Field(description="Whom the person worked for before.")


class StartupDetail(OrganizationPartsShape):
    """Everything that articles say of a startup, each value with its evidence."""

    founders: Sequence[FounderFact] = Field(description="Who founded it.")
    hires: Sequence[HireFact] = Field(description="Who was hired by it and did not found it.")


@with_parts(StartupDetail, "founders", "hires", "investors", "products", "activities", "figures", "cohorts", "claims")
class StartupRow(ClaimedRow, EntityRow):
    """A startup with its founders."""

    country: str | None = Field(description="Country of its seat, ISO 3166-1 alpha-2.", examples=["CN"])
    founders: Sequence[FounderLink | FounderFact] = Field(
        description="Its founders, as far as stated; with `include=founders` whole, with the employers they left."
    )


def fetch_startups(connection: Connection, ids: Sequence[str]) -> list[StartupRow]:
    """Rows of startups in the order of the ids. Three statements."""
    foundings = connection.execute(
        sa.select(col(Founding.id), col(Founding.person_id), col(Founding.startup_id))
        .where(col(Founding.startup_id).in_(ids))
        .order_by(col(Founding.person_id))
    ).all()
    seats = sa.select(col(Organization.id), col(Organization.country_id)).where(col(Organization.id).in_(ids))
    country = {row.id: row.country_id for row in connection.execute(seats)}
    cards = fetch_cards(connection, {*ids, *(row.person_id for row in foundings)})
    founders: dict[str, list[FounderLink]] = defaultdict(list)
    for row in foundings:
        founders[row.startup_id].append(FounderLink(fact=row.id, person=cards[row.person_id]))
    return [
        StartupRow(**dict(cards[item]), country=country[item], founders=founders[item], unknown=[], by_claim=[])
        for item in ids
    ]


def fetch_startup_details(connection: Connection, ids: Sequence[str]) -> list[StartupDetail]:
    """Joined views in the order of the ids."""
    found = Facts(connection)
    parts = OrganizationParts(found, ids)
    people = {row.person_id for row in (*parts.foundings, *parts.hires)}
    careers = Careers(found, sorted(people))
    found.resolve(careers.tops.values())
    details = []
    for item in ids:
        founders = [
            found.shape(row, FounderFact, prior_employers=careers.of(row.person_id)) for row in parts.founders_of[item]
        ]
        hires = [found.shape(row, HireFact, prior_employers=careers.of(row.person_id)) for row in parts.hires_of[item]]
        details.append(StartupDetail(**parts.of(item, founders=founders, hires=hires)))
    return details
