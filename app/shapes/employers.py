"""Prior employers: who left them for which startup, by name and by reported head count, never added up."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Literal

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Alumnus, Employment, Figure, Founding, Lineage, Organization, Parent, Person
from app.pages import with_parts
from app.shapes.cards import Card
from app.shapes.entities import COVERAGE, CoverageOf, EntityDetail, EntityRow, fetch_names
from app.shapes.facts import FigureFact, ParentFact
from app.shapes.fetching import Facts, Row, by_column
from app.shapes.moves import FOUNDED_IT, with_role
from app.shapes.people import CareerRow, Careers, CareerStep, StartupLink, fetch_people
from app.vocabulary import Coverage, EmploymentStatus, FactType, Metric, OrganizationKind, Role

NAMED_PEOPLE = "Number of people named in articles who left it or one of its children."
NAMED_FOUNDERS = "Number of those who founded an organization."


class EmployerDetail(EntityDetail):
    """A prior employer: its family, the people named, the numbers reported."""

    parents: list[ParentFact] = Field(description="What it belongs to.")
    children: list[ParentFact] = Field(description="What belongs to it.")
    named_founders: int = Field(description=NAMED_FOUNDERS, examples=[2])
    named_people: int = Field(description=NAMED_PEOPLE, examples=[2])
    reported_founders: FigureFact | None = Field(description="The newest reported number of founders who come from it.")
    reported: list[FigureFact] = Field(description="All reported numbers of people who come from it.")
    alumni: str = Field(description="Where the people are listed.", examples=["/v1/employers/google/alumni"])
    coverage: CoverageOf = COVERAGE


@with_parts(EmployerDetail, "reported")
class EmployerRow(EntityRow):
    """A prior employer with who is known to have left it."""

    parent: Card | None = Field(description="What it belongs to.")
    children: list[Card] = Field(description="What belongs to it; their people are counted in.")
    named_founders: int = Field(description=NAMED_FOUNDERS, examples=[2])
    named_people: int = Field(description=NAMED_PEOPLE, examples=[2])
    reported_founders: FigureFact | None = Field(
        description="The number of founders who come from it, as somebody reports it; not the named ones counted."
    )


class AlumniParts(BaseModel):
    """What a person had to do with the employer."""

    employments: list[CareerStep] = Field(description="The employments that tie the person to this employer.")


@with_parts(AlumniParts, "employments")
class AlumniRow(CareerRow):
    """A person who left the employer or one of its children."""

    role: Role | None = Field(
        description="How the person came to the startup; null if none is stated.", examples=["hire"]
    )
    startup: Card | None = Field(description="The startup that the person founded or joined.")


class AlumniSummary(BaseModel):
    """What is known of an employer's alumni as a whole; named and reported are never added up."""

    named_founders: int = Field(description="Number of people named who founded an organization.", examples=[0])
    named_hires: int = Field(description="Number of people named who were hired by a startup.", examples=[1])
    reported: FigureFact | None = Field(description="Reported number of founders who come from it; null if none.")


class AlumniHead(AlumniSummary):
    """The same, and how many people are named."""

    total: int = Field(description="Number of people named.", examples=[1])


REPORT = sa.orm.aliased(Figure, name="report")


def reported_founders(of: Any, column: Literal["id", "value"]) -> sa.Select[*tuple[Any, ...]]:  # noqa: ANN401 - a column or an id
    """The reported number of founders from an employer; of several the one for the latest period, then the highest."""
    return (
        sa.select(getattr(REPORT, column))
        .where(
            col(REPORT.metric) == Metric.FOUNDERS,
            col(REPORT.of_prior_employer_id) == of,
            col(REPORT.value).is_not(None),
        )
        .order_by(col(REPORT.period_to).desc().nulls_last(), col(REPORT.value).desc(), col(REPORT.id))
        .limit(1)
    )


def _family_counts(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Numbers of named people and founders by employer, children rolled up."""
    rows: sa.CursorResult[Any] = connection.execute(
        sa.select(
            col(Lineage.ancestor_id).label("employer"),
            sa.func.count(sa.distinct(col(Employment.person_id))).label("people"),
            sa.func.count(sa.distinct(col(Founding.person_id))).label("founders"),
        )
        .join(Employment, col(Employment.organization_id) == Lineage.organization_id)
        .outerjoin(Founding, col(Founding.person_id) == Employment.person_id)
        .where(col(Lineage.ancestor_id).in_(ids), col(Employment.status) == EmploymentStatus.FORMER)
        .group_by(col(Lineage.ancestor_id))
    )
    return {row.employer: (row.people, row.founders) for row in rows}


def _reported(found: Facts, employers: Sequence[str]) -> list[Row]:
    """The figures that count those who come from employers."""
    return found.rows(FactType.FIGURE, col(Figure.of_prior_employer_id).in_(employers))


def _best(rows: Sequence[Any]) -> Any:  # noqa: ANN401 - a row of figures
    """The row that `reported_founders` would choose."""
    dated = [row for row in rows if row.value is not None and row.metric == Metric.FOUNDERS]
    return min(
        dated,
        key=lambda row: (
            row.period_to is None,
            -(row.period_to.toordinal() if row.period_to else 0),
            -row.value,
            row.id,
        ),
        default=None,
    )


def fetch_employers(connection: Connection, ids: Sequence[str]) -> list[EmployerRow]:
    """Rows of employers in the order of the ids."""
    counts = _family_counts(connection, ids)
    families = connection.execute(
        sa.select(col(Parent.organization_id), col(Parent.parent_id))
        .where(col(Parent.organization_id).in_(ids) | col(Parent.parent_id).in_(ids))
        .order_by(col(Parent.organization_id))
    ).all()
    found = Facts(connection)
    reported = by_column(_reported(found, ids), "of_prior_employer_id")
    found.resolve([*ids, *(item for row in families for item in (row.organization_id, row.parent_id))])
    parent = {row.organization_id: row.parent_id for row in families}
    children: dict[str, list[Card]] = defaultdict(list)
    for row in families:
        children[row.parent_id].append(found.card(row.organization_id))
    rows: list[EmployerRow] = []
    for item in ids:
        people, founders = counts.get(item, (0, 0))
        best = _best(reported[item])
        rows.append(
            EmployerRow(
                **dict(found.card(item)),
                parent=found.card(parent[item]) if item in parent else None,
                children=children[item],
                named_founders=founders,
                named_people=people,
                reported_founders=best and found.shape(best, FigureFact),
                unknown=[],
            )
        )
    return rows


def fetch_employer_details(connection: Connection, ids: Sequence[str]) -> list[EmployerDetail]:
    """All about employers, in the order of the ids."""
    names = fetch_names(connection, ids)
    counts = _family_counts(connection, ids)
    found = Facts(connection)
    links = found.rows(FactType.PARENT, col(Parent.organization_id).in_(ids) | col(Parent.parent_id).in_(ids))
    parents, children = by_column(links, "organization_id"), by_column(links, "parent_id")
    reported = by_column(_reported(found, ids), "of_prior_employer_id")
    found.resolve()
    details = []
    for item in ids:
        people, founders = counts.get(item, (0, 0))
        figures = reported[item]
        best = _best(figures)
        details.append(
            EmployerDetail(
                **names[item],
                parents=found.shapes(parents[item], ParentFact),
                children=found.shapes(children[item], ParentFact),
                named_founders=founders,
                named_people=people,
                reported_founders=best and found.shape(best, FigureFact),
                reported=found.shapes(figures, FigureFact),
                alumni=f"/v1/employers/{item}/alumni",
                coverage={
                    "alumni": Coverage.STATED if people else Coverage.NOT_STATED,
                    "reported": Coverage.STATED if figures else Coverage.NOT_STATED,
                },
            )
        )
    return details


def fetch_alumni_summary(connection: Connection, employer: str, alumni: sa.Select[str]) -> AlumniSummary:
    """How many of these people founded an organization or were hired by a startup, and what is reported of them all."""
    founders, hires = (
        connection.scalar(
            sa.select(sa.func.count())
            .select_from(Person)
            .where(col(Person.id).in_(alumni), col(Person.id).in_(with_role(role)))
        )
        for role in (Role.FOUNDER, Role.HIRE)
    )
    return AlumniSummary(
        named_founders=founders or 0, named_hires=hires or 0, reported=_fetch_reported(connection, [employer])[employer]
    )


def fetch_alumni_heads(connection: Connection, employers: Sequence[str]) -> list[AlumniHead]:
    """The heads of the lists of alumni, children rolled up, in the order of the employers' ids."""
    # Asked person by person: of all who ever founded or were hired there may be a million.
    has_role = {
        Role.FOUNDER: sa.exists().where(col(Founding.person_id) == Alumnus.person_id),
        Role.HIRE: sa.exists().where(
            col(Employment.person_id) == Alumnus.person_id,
            col(Employment.status) == EmploymentStatus.CURRENT,
            ~FOUNDED_IT,
            col(Organization.id) == Employment.organization_id,
            col(Organization.kind) == OrganizationKind.STARTUP,
        ),
    }
    counted = [sa.func.count(sa.case((holds, 1))).label(role.value) for role, holds in has_role.items()]
    rows = connection.execute(
        sa.select(col(Alumnus.employer_id), sa.func.count().label("total"), *counted)
        .where(col(Alumnus.employer_id).in_(employers))
        .group_by(col(Alumnus.employer_id))
    )
    by_id = {row.employer_id: row for row in rows}
    reported = _fetch_reported(connection, employers)
    return [
        AlumniHead(
            named_founders=by_id[item].founder,
            named_hires=by_id[item].hire,
            reported=reported[item],
            total=by_id[item].total,
        )
        for item in employers
    ]


def _fetch_reported(connection: Connection, employers: Sequence[str]) -> dict[str, FigureFact | None]:
    """The reported numbers of founders who come from employers, by employer."""
    found = Facts(connection)
    rows = by_column(_reported(found, employers), "of_prior_employer_id")
    found.resolve()
    best = {item: _best(rows[item]) for item in employers}
    return {item: row and found.shape(row, FigureFact) for item, row in best.items()}


def fetch_alumni(connection: Connection, people: Sequence[str]) -> list[AlumniRow]:
    """Rows of an employer's alumni in the order of the people's ids."""
    rows = []
    for person in fetch_people(connection, people):
        first: StartupLink | None = next(iter(person.startups), None)
        own = {name: getattr(person, name) for name in CareerRow.model_fields}
        rows.append(AlumniRow(**own, role=first.role if first else None, startup=first.startup if first else None))
    return rows


def fetch_alumni_parts(connection: Connection, employer: str, people: Sequence[str]) -> list[AlumniParts]:
    """What ties people to an employer or one of its children, in the order of the people's ids."""
    family = set(
        connection.scalars(sa.select(col(Lineage.organization_id)).where(col(Lineage.ancestor_id) == employer))
    )
    found = Facts(connection)
    careers = Careers(found, people)
    found.resolve(careers.tops.values())
    return [
        AlumniParts(employments=[step for step in careers.of(person) if step.organization.id in family])
        for person in people
    ]
