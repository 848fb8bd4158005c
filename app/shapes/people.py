"""People: who founded what, who worked where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Employment, Founding, Membership
from app.pages import with_parts
from app.shapes.cards import Card, fetch_cards
from app.shapes.entities import COVERAGE, CoverageOf, EntityDetail, EntityRow, Link, coverage, fetch_names, fetch_tops
from app.shapes.facts import EmploymentFact, FoundingFact, MembershipFact
from app.shapes.fetching import Facts, Row, by_column
from app.vocabulary import EmploymentStatus, FactType, OrganizationKind, Role


class CareerStep(EmploymentFact):
    """An employment, with the organization that the employer belongs to."""

    rolls_up_to: Card | None = Field(description="What the employer belongs to in the end; null if to nothing.")


class StartupLink(Link):
    """The startup that a person founded or was hired by."""

    role: Role = Field(description="How the person came to it.", examples=["founder"])
    startup: Card = Field(description="The startup.")


class EmployerLink(Link):
    """An organization that a person worked for before."""

    organization: Card = Field(description="The employer, exactly the unit that is stated.")


class PersonDetail(EntityDetail):
    """A person's public career."""

    foundings: list[FoundingFact] = Field(description="What the person founded.")
    employments: list[CareerStep] = Field(description="Where the person works or worked.")
    cohorts: list[MembershipFact] = Field(description="The cohorts that the person is a named member of.")
    coverage: CoverageOf = COVERAGE


class CareerRow(EntityRow):
    """A person with what they founded, joined and left."""

    startups: list[StartupLink] = Field(description="What the person founded, or was hired by.")
    prior_employers: list[EmployerLink] = Field(description="What the person left.")


@with_parts(PersonDetail, "foundings", "employments", "cohorts")
class PersonRow(CareerRow):
    """A person with what they founded, joined and left."""


class Careers:
    """Prior employers by person, as career steps."""

    def __init__(self, found: Facts, people: Sequence[str], *, former_only: bool = True) -> None:
        self.found = found
        statuses = [EmploymentStatus.FORMER] if former_only else list(EmploymentStatus)
        rows = found.rows(
            FactType.EMPLOYMENT, col(Employment.person_id).in_(set(people)) & col(Employment.status).in_(statuses)
        )
        self.tops: Mapping[str, str] = fetch_tops(found.connection, [row.organization_id for row in rows])
        self._rows = by_column(rows, "person_id")

    def of(self, person: str) -> list[CareerStep]:
        """The steps of one person. The facts must be resolved with `tops` among the entities."""
        return [self._step(row) for row in self._rows[person]]

    def _step(self, row: Row) -> CareerStep:
        top = self.tops.get(row.organization_id)
        return self.found.shape(row, CareerStep, rolls_up_to=top and self.found.card(top))


def fetch_people(connection: Connection, ids: Sequence[str]) -> list[PersonRow]:
    """Rows of people in the order of the ids."""
    foundings = connection.execute(
        sa.select(col(Founding.id), col(Founding.person_id), col(Founding.startup_id))
        .where(col(Founding.person_id).in_(ids))
        .order_by(col(Founding.startup_id))
    ).all()
    employments = connection.execute(
        sa.select(
            col(Employment.id), col(Employment.person_id), col(Employment.organization_id), col(Employment.status)
        )
        .where(col(Employment.person_id).in_(ids))
        .order_by(col(Employment.organization_id), col(Employment.id))
    ).all()
    named = {row.startup_id for row in foundings} | {row.organization_id for row in employments}
    cards = fetch_cards(connection, {*ids, *named})
    startups: dict[str, list[StartupLink]] = defaultdict(list)
    prior: dict[str, list[EmployerLink]] = defaultdict(list)
    founded = {(row.person_id, row.startup_id) for row in foundings}
    for founding in foundings:
        link = StartupLink(fact=founding.id, role=Role.FOUNDER, startup=cards[founding.startup_id])
        startups[founding.person_id].append(link)
    for job in employments:
        employer = cards[job.organization_id]
        if job.status == EmploymentStatus.FORMER:
            prior[job.person_id].append(EmployerLink(fact=job.id, organization=employer))
        elif employer.kind == OrganizationKind.STARTUP and (job.person_id, job.organization_id) not in founded:
            startups[job.person_id].append(StartupLink(fact=job.id, role=Role.HIRE, startup=employer))
    return [
        PersonRow(**dict(cards[item]), startups=startups[item], prior_employers=prior[item], unknown=[]) for item in ids
    ]


def fetch_person_details(connection: Connection, ids: Sequence[str]) -> list[PersonDetail]:
    """Whole careers in the order of the ids."""
    names = fetch_names(connection, ids)
    found = Facts(connection)
    foundings = by_column(found.rows(FactType.FOUNDING, col(Founding.person_id).in_(ids)), "person_id")
    memberships = by_column(found.rows(FactType.MEMBERSHIP, col(Membership.member_id).in_(ids)), "member_id")
    careers = Careers(found, ids, former_only=False)
    found.resolve(careers.tops.values())
    details = []
    for item in ids:
        founded = found.shapes(foundings[item], FoundingFact)
        employments = careers.of(item)
        cohorts = found.shapes(memberships[item], MembershipFact)
        details.append(
            PersonDetail(
                **names[item],
                foundings=founded,
                employments=employments,
                cohorts=cohorts,
                coverage=coverage(foundings=founded, employments=employments, cohorts=cohorts),
            )
        )
    return details
