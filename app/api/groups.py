"""Groups that several lists share: the same word of `group_by` counts by the same thing on every path."""

from collections.abc import Sequence
from typing import Protocol

import sqlalchemy as sa
from sqlmodel import col

from app.api import filters
from app.listing import Group, Pairs
from app.models import Citation, Claim, Employment, Fact, Figure, Founding, Investment, Lineage, Membership, Participant
from app.shapes.cards import fetch_cards
from app.shapes.moves import IS_HIRE, with_role
from app.vocabulary import ClaimsUse, EmploymentStatus, Role

COHORTS = Group(sa.select(col(Membership.member_id), col(Membership.cohort_id)), fetch_cards, overlapping=True)
"""Named members by cohort."""
METRICS = Group(
    lambda query: sa.select(col(Figure.subject_id), col(Figure.metric)).where(*filters.worth(query)), overlapping=True
)
"""Subjects by what is measured of them, of figures within `usd_min` and `usd_max`."""
CITED = sa.join(Participant, Citation, col(Citation.fact_id) == col(Participant.fact_id))
ENTITY_ARTICLES = Group(
    sa.select(col(Participant.entity_id), col(Citation.article_id)).select_from(CITED), overlapping=True
)
"""Entities by the articles that state something of them."""
ENTITY_SPEAKERS = Group(
    sa.select(col(Participant.entity_id), col(Citation.attributed_to_id))
    .select_from(CITED)
    .where(col(Citation.attributed_to_id).is_not(None)),
    fetch_cards,
    overlapping=True,
)
"""Entities by who says something of them; nobody named: only reporters, or nothing."""
FACT_ARTICLES = Group(sa.select(col(Citation.fact_id), col(Citation.article_id)).distinct(), overlapping=True)
"""Facts by article."""
FACT_SPEAKERS = Group(
    sa.select(col(Citation.fact_id), col(Citation.attributed_to_id)).distinct(), fetch_cards, overlapping=True
)
"""Facts by who says them; nobody: the reporter."""
BASES = Group(sa.select(col(Fact.id), col(Fact.basis)))
"""Facts by on whose word they stand."""
ANCESTORS = Group(
    sa.select(col(Lineage.organization_id), col(Lineage.ancestor_id)).where(col(Lineage.depth) > 0),
    fetch_cards,
    overlapping=True,
)
"""Organizations by what they belong to, however far above."""


class CameAs(Protocol):
    """A query that says in which roles people came to a startup."""

    @property
    def came_as(self) -> Sequence[Role]:
        """The roles; none in particular, if there are none."""


CAME = {
    Role.FOUNDER: sa.select(col(Founding.person_id), col(Founding.startup_id)),
    Role.HIRE: sa.select(col(Employment.person_id), col(Employment.organization_id).label("startup_id")).where(IS_HIRE),
}
PRIOR = sa.orm.aliased(Employment, name="prior")
LEFT = col(PRIOR.status) == EmploymentStatus.FORMER


def _came(query: CameAs) -> Pairs:
    """Pairs of person and startup, in the roles that a query looks at."""
    return sa.union(*(came for role, came in CAME.items() if role in query.came_as or not query.came_as))


def _origins(query: CameAs) -> Pairs:
    came = _came(query).subquery("came")
    pairs = sa.select(came.c.startup_id, col(PRIOR.organization_id))
    return pairs.join(PRIOR, col(PRIOR.person_id) == came.c.person_id).where(LEFT)


def destinations(query: CameAs) -> sa.Select[str, str]:
    """Pairs of employer, children rolled up, and startup that somebody left it for."""
    came = _came(query).subquery("came")
    return (
        sa.select(col(Lineage.ancestor_id), came.c.startup_id)
        .join(PRIOR, col(PRIOR.organization_id) == Lineage.organization_id)
        .join(came, came.c.person_id == col(PRIOR.person_id))
        .where(LEFT)
    )


CAREERS = Group(_came, fetch_cards, overlapping=True)
"""People by the startups that they came to, in the roles that `role` says."""
ROLES = Group(sa.union_all(*(with_role(role).add_columns(sa.literal(role.value)) for role in Role)), overlapping=True)
"""People by how they came to startups."""
ORIGINS = Group(_origins, fetch_cards, overlapping=True)
"""Startups by whom their people left, exactly the unit that is stated; of people in the roles that `role` says."""
DESTINATIONS = Group(destinations, fetch_cards, overlapping=True)
"""Employers, children rolled up, by the startups that their people came to."""


class CountsClaims(Protocol):
    """A query that says whether group claims count as links."""

    @property
    def claims(self) -> ClaimsUse:
        """Whether they do."""


def _linked(query: CountsClaims, pairwise: Pairs, *by_claim: Pairs) -> Pairs:
    """The pairs that are stated pairwise, those that follow from group claims, or both."""
    ways: dict[ClaimsUse, tuple[Pairs, ...]] = {
        ClaimsUse.EXCLUDE: (pairwise,),
        ClaimsUse.ONLY: by_claim,
        ClaimsUse.INCLUDE: (pairwise, *by_claim),
    }
    return sa.union(*ways[query.claims])


INVESTOR, STARTUP = col(Investment.investor_id), col(Investment.startup_id)
PARTY, MEMBER = col(Participant.entity_id), col(Membership.member_id)
OTHER = sa.orm.aliased(Membership, name="other")
CLAIMED = filters.INVESTOR_CLAIMS.join(Membership, filters.OF_COHORT)
INVESTORS = Group(
    lambda query: _linked(query, sa.select(STARTUP, INVESTOR), CLAIMED.add_columns(MEMBER, PARTY)),
    fetch_cards,
    overlapping=True,
)
"""Startups by investor, as `claims` says."""
BACKED = Group(
    lambda query: _linked(query, sa.select(INVESTOR, STARTUP), CLAIMED.add_columns(PARTY, MEMBER)),
    fetch_cards,
    overlapping=True,
)
"""Investors by startup, as `claims` says."""
BACKED_COHORTS = Group(
    lambda query: _linked(
        query,
        sa.select(INVESTOR, col(Membership.cohort_id)).join(Membership, MEMBER == STARTUP),
        CLAIMED.join(OTHER, col(OTHER.member_id) == MEMBER).add_columns(PARTY, col(OTHER.cohort_id)),
        filters.INVESTOR_CLAIMS.add_columns(PARTY, col(Claim.cohort_id)),
    ),
    fetch_cards,
    overlapping=True,
)
"""Investors by the cohorts whose members they back, as `claims` says."""
