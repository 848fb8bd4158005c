"""Talent flows: from which prior employer people came to which startup.

Counts of named people and reported totals stand in rows of their own; they are never added up.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Employment, Figure, Founding, Lineage, Organization
from app.shapes.cards import Card
from app.shapes.employers import reported_founders
from app.shapes.evidence import Citation, Evidence
from app.shapes.moves import IS_HIRE
from app.vocabulary import EmploymentStatus, Role

PRIOR = sa.orm.aliased(Employment, name="prior")
FAMILY = sa.orm.aliased(Lineage, name="family")
OWN = sa.orm.aliased(Lineage, name="own")


class Flow(BaseModel):
    """People who came from one employer to one startup, or a reported total of those who left it."""

    employer: Card = Field(description="The prior employer; rolled up unless `rollup=false`.")
    startup: Card | None = Field(description="Where they went; null for a reported total.")
    role: Role = Field(description="How they came to it.", examples=["founder"])
    named: int = Field(description="Number of people whom articles name.", examples=[1])
    people: list[Card] = Field(description="Those people.")
    reported: int | None = Field(description="Number that somebody reports; never added to `named`.", examples=[156])
    facts: list[str] = Field(description="The facts that this row is counted from.", examples=[["f_3f5b46ffbb50a958"]])
    citations: list[Citation] = Field(description="Where articles state those facts.")


def _moves(*, role: Role, rollup: bool) -> sa.Select[*tuple[Any, ...]]:
    """One row for each prior employment of each person at each startup: who, from where, to where, by which facts."""
    arrival: Any = Founding if role == Role.FOUNDER else Employment
    startup = col(Founding.startup_id) if role == Role.FOUNDER else col(Employment.organization_id)
    moves: sa.Select[*tuple[Any, ...]] = (
        sa.select(
            col(FAMILY.ancestor_id).label("employer_id"),
            startup.label("startup_id"),
            sa.literal(role.value).label("role"),
            sa.literal(rollup).label("rolled_up"),
            col(PRIOR.person_id).label("person_id"),
            col(PRIOR.id).label("left_fact"),
            col(arrival.id).label("came_fact"),
        )
        .select_from(PRIOR)
        .join(FAMILY, col(FAMILY.organization_id) == PRIOR.organization_id)
        .join(arrival, col(arrival.person_id) == PRIOR.person_id)
        .where(
            col(PRIOR.status) == EmploymentStatus.FORMER,
            col(FAMILY.is_top) if rollup else col(FAMILY.depth) == 0,
            ~sa.exists().where(col(OWN.organization_id) == startup, col(OWN.ancestor_id) == FAMILY.ancestor_id),
        )
    )
    return moves if role == Role.FOUNDER else moves.where(IS_HIRE)


ROLES = {role.value: role for role in Role}
MOVES = sa.union_all(*(_moves(role=role, rollup=rollup) for role in Role for rollup in (True, False))).subquery("moves")


def _flow_id(employer: Any, startup: Any, role: Any, rolled_up: Any) -> Any:  # noqa: ANN401 - columns
    mode = sa.case((rolled_up, "family"), else_="unit")
    return employer + sa.literal(":") + startup + sa.literal(":") + role + sa.literal(":") + mode


NAMED_FLOWS = sa.select(
    _flow_id(MOVES.c.employer_id, MOVES.c.startup_id, MOVES.c.role, MOVES.c.rolled_up).label("id"),
    MOVES.c.employer_id,
    MOVES.c.startup_id,
    MOVES.c.role,
    MOVES.c.rolled_up,
    sa.func.count(sa.distinct(MOVES.c.person_id)).label("named"),
    sa.cast(sa.null(), sa.Numeric()).label("reported"),
).group_by(MOVES.c.employer_id, MOVES.c.startup_id, MOVES.c.role, MOVES.c.rolled_up)

EMPLOYER = sa.orm.aliased(Organization, name="employer")
REPORTED_FLOWS = [
    sa.select(
        _flow_id(col(EMPLOYER.id), sa.literal(""), sa.literal(Role.FOUNDER.value), sa.literal(rollup)).label("id"),
        col(EMPLOYER.id).label("employer_id"),
        sa.cast(sa.null(), sa.String()).label("startup_id"),
        sa.literal(Role.FOUNDER.value).label("role"),
        sa.literal(rollup).label("rolled_up"),
        sa.literal(0).label("named"),
        sa.cast(reported_founders(col(EMPLOYER.id), "value").scalar_subquery(), sa.Numeric()).label("reported"),
    ).where(reported_founders(col(EMPLOYER.id), "id").exists())
    for rollup in (True, False)
]
FLOWS = sa.union_all(NAMED_FLOWS, *REPORTED_FLOWS).subquery("flows")
"""One row for each flow, once rolled up and once not."""


def fetch_flows(connection: Connection, ids: Sequence[str]) -> list[Flow]:
    """Flows in the order of their ids (`employer:startup:role:family`, or `unit` for what is not rolled up)."""
    parts = [item.split(":") for item in ids]
    employers = sorted({employer for employer, *_ in parts})
    people: dict[str, list[str]] = defaultdict(list)
    facts: dict[str, list[str]] = defaultdict(list)
    for move in connection.execute(
        sa.select(MOVES).where(MOVES.c.employer_id.in_(employers)).order_by(MOVES.c.person_id, MOVES.c.left_fact)
    ):
        flow = f"{move.employer_id}:{move.startup_id}:{move.role}:{'family' if move.rolled_up else 'unit'}"
        people[flow] += [move.person_id] if move.person_id not in people[flow] else []
        facts[flow] += [fact for fact in (move.left_fact, move.came_fact) if fact not in facts[flow]]
    totals: dict[str, int] = {}
    reported = reported_founders(col(EMPLOYER.id), "id").scalar_subquery()
    figures: sa.CursorResult[*tuple[Any, ...]] = connection.execute(
        sa.select(col(Figure.id), col(Figure.of_prior_employer_id).label("employer_id"), col(Figure.value))
        .join(EMPLOYER, col(EMPLOYER.id) == Figure.of_prior_employer_id)
        .where(col(EMPLOYER.id).in_(employers), col(Figure.id) == reported)
    )
    for row in figures:
        for mode in ("family", "unit"):
            flow = f"{row.employer_id}::{Role.FOUNDER.value}:{mode}"
            totals[flow] = int(row.value)
            facts[flow].append(row.id)
    named = {item for part in parts for item in part[:2] if item}
    evidence = Evidence(
        connection,
        {fact for item in ids for fact in facts[item]},
        {*named, *(person for item in ids for person in people[item])},
    )
    return [
        Flow(
            employer=evidence.cards[employer],
            startup=evidence.card(startup),
            role=ROLES[role],
            named=len(people[item]),
            people=[evidence.cards[person] for person in people[item]],
            reported=totals.get(item),
            facts=facts[item],
            citations=[citation for fact in facts[item] for citation in evidence.citations(fact)],
        )
        for item, (employer, startup, role, _) in zip(ids, parts, strict=True)
    ]
