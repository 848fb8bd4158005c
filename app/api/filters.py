"""Filters that several lists share: the same word means the same on every path.

Each is a sub-select of ids (`id IN (…)`), so that no row appears twice and counts are honest.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Annotated, Protocol

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from app.listing import Column, Places, Where
from app.models import (
    Article,
    Beginning,
    Citation,
    Claim,
    Cohort,
    Employment,
    Entity,
    Fact,
    Figure,
    Founding,
    Investment,
    Lineage,
    Membership,
    Organization,
    Participant,
)
from app.models.columns import SAFE_DIGITS
from app.names.folding import between
from app.shapes.evidence import Number
from app.shapes.moves import LEAVERS, arrivals, with_role
from app.shapes.why import CONFLICTS
from app.vocabulary import ClaimsUse, EntityType, Metric, Relation, Role

ARTICLE = "Stated by the article with this id."
ATTRIBUTED_TO = "Said by the person or organization with this id; the reporter has none."
PRIOR_EMPLOYER = "The id of an organization that people worked for before; its children count unless `rollup=false`."
ROLLUP = "Whether the children of an organization count as the organization itself (Google Brain as Google)."
CLAIMS = "Whether group claims count as links: “most of these firms are backed by …” pairs nobody, so by default not."
COUNTRY = "Country, ISO 3166-1 alpha-2."
PARENT = "Belongs, directly or through others, to the organization with this id."
TEXT = "Beginning of a word in a name or alias, in any script; of Hangul and Chinese characters any part of a word."
CONFLICTING = "Whether another figure gives another number for the same thing, base and period."
BASIS = "On whose word it stands. Without it, on either."
METRIC = "Has a figure of this metric; with `usd_min` or `usd_max`, one that fulfils all of them."

Limit = Annotated[Number, Field(max_digits=SAFE_DIGITS)]
"""An end of a range; more digits than SQLite compares exactly are refused."""


class RollsUp(Protocol):
    """A query that can roll children up."""

    @property
    def rollup(self) -> bool:
        """Whether it does."""


def named(key: Column, of: EntityType) -> Where:
    """Entities one of whose names has a word, or characters of a script without words, that begin with the text."""

    def condition(text: str, _: object) -> sa.ColumnElement[bool]:
        found = begin_with(text, of)
        return key.in_(sa.select(col(Beginning.entity_id)).where(*found)) if found else sa.false()

    def places(text: str) -> Places | None:
        found = begin_with(text, of)
        return Places(Beginning, [col(Beginning.entity_id) == key, *found], col(Beginning.folded)) if found else None

    return Where(condition, places=places)


def begin_with(text: str, of: EntityType) -> Sequence[sa.ColumnElement[bool]]:
    """What holds of the beginnings by which a text finds entities, each once; nothing for no text at all."""
    ends = between(text)
    if ends is None:
        return []
    first = col(Beginning.shared) < len(ends[0])
    return [col(Beginning.type) == of, col(Beginning.folded) >= ends[0], col(Beginning.folded) < ends[1], first]


def family(organizations: Sequence[str], query: RollsUp) -> sa.Select[str]:
    """The organizations themselves and, unless `rollup=false`, all that belong to them."""
    members = sa.select(col(Lineage.organization_id)).where(col(Lineage.ancestor_id).in_(organizations))
    return members if query.rollup else members.where(col(Lineage.depth) == 0)


def rolled_up(organizations: Sequence[str], query: RollsUp) -> sa.Select[str] | None:
    """What a roll-up took in, for the answer's `query`."""
    return family(organizations, query) if query.rollup else None


def belongs_to(key: Column) -> Where:
    """Organizations below another, however deep."""
    below = sa.select(col(Lineage.organization_id)).where(col(Lineage.depth) > 0)
    return Where(
        lambda values, _: key.in_(below.where(col(Lineage.ancestor_id).in_(values))),
        ids_of=col(Organization.id),
        known=key.in_(below),
    )


def left(organizations: sa.Select[str] | None = None) -> sa.Select[str]:
    """The people who left one of the organizations, or any."""
    return LEAVERS if organizations is None else LEAVERS.where(col(Employment.organization_id).in_(organizations))


def startups_of(people: sa.Select[str], roles: Collection[Role]) -> Sequence[sa.Select[str]]:
    """The startups to which these people came in any of these roles, or in any at all if none is given."""
    ways = {
        Role.FOUNDER: arrivals(Role.FOUNDER).where(col(Founding.person_id).in_(people)),
        Role.HIRE: arrivals(Role.HIRE).where(col(Employment.person_id).in_(people)),
    }
    return [way for name, way in ways.items() if name in roles or not roles]


def people_of(startups: Sequence[str], roles: Collection[Role]) -> Sequence[sa.Select[str]]:
    """The people who came to these startups in any of these roles, or in any at all if none is given."""
    ways = {
        Role.FOUNDER: with_role(Role.FOUNDER).where(col(Founding.startup_id).in_(startups)),
        Role.HIRE: with_role(Role.HIRE).where(col(Employment.organization_id).in_(startups)),
    }
    return [way for name, way in ways.items() if name in roles or not roles]


def any_in(key: Column, ways: Sequence[sa.Select[str]]) -> sa.ColumnElement[bool]:
    """True where the key is among the ids of any of the sub-selects."""
    return sa.or_(*(key.in_(way) for way in ways))


def person_left(key: Column) -> Where:
    """People who left an organization."""
    return Where(
        lambda values, query: key.in_(left(family(values, query))),
        ids_of=col(Organization.id),
        known=key.in_(left()),
        members=rolled_up,
    )


Given = Sequence[str] | None
"""Ids, or none in particular."""
PAIRWISE = {"investor": col(Investment.investor_id), "startup": col(Investment.startup_id)}
BY_CLAIM = {"investor": col(Participant.entity_id), "startup": col(Membership.member_id)}


INVESTOR_CLAIMS = (
    sa.select()
    .select_from(Claim)
    .join(Participant, sa.and_(col(Participant.fact_id) == Claim.id, col(Participant.role) == "party"))
    .where(col(Claim.relation) == Relation.INVESTOR)
)
"""Group claims with each party that they name as an investor."""
OF_COHORT = col(Membership.cohort_id) == Claim.cohort_id


def _pairwise(of: str, given: Given, wanted: str) -> sa.Select[str]:
    pairwise = sa.select(PAIRWISE[wanted])
    if given is None:
        return pairwise
    if of == "cohort":
        return pairwise.where(PAIRWISE["startup"].in_(members_of(given)))
    return pairwise.where(PAIRWISE[of].in_(given))


def _claimed(of: str, given: Given, wanted: str) -> sa.Select[str, str]:
    """Pairs of id and group claim."""
    claims = INVESTOR_CLAIMS if wanted == "investor" else INVESTOR_CLAIMS.join(Membership, OF_COHORT)
    pairs: sa.Select[str, str] = claims.add_columns(BY_CLAIM[wanted], col(Claim.id))
    if given is None:
        return pairs
    if of == "investor":
        return pairs.where(BY_CLAIM[of].in_(given))
    members = members_of(given) if of == "cohort" else given
    spoken_of = col(Claim.cohort_id).in_(sa.select(col(Membership.cohort_id)).where(BY_CLAIM["startup"].in_(members)))
    return pairs.where(spoken_of | col(Claim.cohort_id).in_(given) if of == "cohort" else spoken_of)


def invested(*, claims: ClaimsUse, of: str, given: Given, wanted: str) -> Sequence[sa.Select[str]]:
    """Investors and startups tied together pairwise, by group claims, or both.

    `of` and `wanted` are `investor` and `startup`, either way round: ids of `wanted` for the ids `given` of `of`. A
    `cohort` stands for its named members and, where claims count, for itself: a claim may speak of nobody named.
    """
    pairwise = _pairwise(of, given, wanted)
    by_claim = _claimed(of, given, wanted).with_only_columns(BY_CLAIM[wanted])
    ways = {ClaimsUse.EXCLUDE: [pairwise], ClaimsUse.ONLY: [by_claim], ClaimsUse.INCLUDE: [pairwise, by_claim]}
    return ways[claims]


def by_claim(*, claims: ClaimsUse, of: str, given: Given, wanted: str) -> sa.Select[str, str] | None:
    """Pairs of id and group claim for what `invested` gives by a claim and, where both count, not pairwise as well."""
    pairs = _claimed(of, given, wanted)
    if claims == ClaimsUse.INCLUDE:
        return pairs.where(BY_CLAIM[wanted].not_in(_pairwise(of, given, wanted)))
    return pairs if claims == ClaimsUse.ONLY else None


def members_of(cohorts: Sequence[str]) -> sa.Select[str]:
    """The named members of cohorts."""
    return sa.select(col(Membership.member_id)).where(col(Membership.cohort_id).in_(cohorts))


def in_cohort(key: Column) -> Where:
    """Named members of a cohort."""
    members = sa.select(col(Membership.member_id))
    return Where(
        lambda values, _: key.in_(members.where(col(Membership.cohort_id).in_(values))),
        ids_of=col(Cohort.id),
        known=key.in_(members),
    )


def entity_cited(key: Column, column: Column, ids_of: Column) -> Where:
    """Entities in a fact with a citation whose column holds one of the values."""

    def condition(values: Sequence[str], _: object) -> sa.ColumnElement[bool]:
        facts = sa.select(col(Citation.fact_id)).where(column.in_(values))
        return key.in_(sa.select(col(Participant.entity_id)).where(col(Participant.fact_id).in_(facts)))  # type: ignore[no-any-return] # a column is Any

    return Where(condition, ids_of=ids_of)


def entity_in_article(key: Column) -> Where:
    """Entities that a fact of the article is about."""
    return entity_cited(key, col(Citation.article_id), col(Article.id))


def entity_attributed_to(key: Column) -> Where:
    """Entities in a fact that somebody says."""
    return entity_cited(key, col(Citation.attributed_to_id), col(Entity.id))


def in_conflict(key: Column) -> Where:
    """Figures that another figure contradicts, or (false) all other facts."""

    def condition(wanted: bool, _: object) -> sa.ColumnElement[bool]:  # noqa: FBT001 - the parameter's value
        contradicted: sa.ColumnElement[bool] = key.in_(CONFLICTS)
        return contradicted if wanted else sa.not_(contradicted)

    return Where(condition)


class Measured(Protocol):
    """A query for what has a figure."""

    @property
    def metric(self) -> Sequence[Metric]:
        """Of any of these metrics, or of any at all."""

    @property
    def usd_min(self) -> Decimal | None:
        """Worth this much or more."""

    @property
    def usd_max(self) -> Decimal | None:
        """Worth this much or less."""


def worth(query: Measured) -> list[sa.ColumnElement[bool]]:
    """What `usd_min` and `usd_max` demand of a figure."""
    usd = col(Figure.usd_value)
    ends = ((query.usd_min, usd.__ge__), (query.usd_max, usd.__le__))
    return [holds(end) for end, holds in ends if end is not None]


def measured(key: Column) -> Where:
    """Subjects of one figure that fulfils all of `metric`, `usd_min` and `usd_max` together."""

    def condition(value: object, query: Measured) -> sa.ColumnElement[bool]:
        metrics = value if isinstance(value, list) else query.metric  # of `not_metric` its own
        figures = sa.select(col(Figure.subject_id)).where(*worth(query))
        if metrics:
            figures = figures.where(col(Figure.metric).in_(metrics))
        return key.in_(figures)  # type: ignore[no-any-return] # a column is Any

    return Where(condition, known=key.in_(sa.select(col(Figure.subject_id))))


def of_basis(key: Column) -> Where:
    """Facts on somebody's word."""
    return Where(lambda values, _: key.in_(sa.select(col(Fact.id)).where(col(Fact.basis).in_(values))))


def fact_in_article(key: Column) -> Where:
    """Facts that an article states."""
    facts = sa.select(col(Citation.fact_id))
    return Where(lambda values, _: key.in_(facts.where(col(Citation.article_id).in_(values))), ids_of=col(Article.id))


def fact_attributed_to(key: Column) -> Where:
    """Facts that somebody says."""
    facts = sa.select(col(Citation.fact_id))
    return Where(
        lambda values, _: key.in_(facts.where(col(Citation.attributed_to_id).in_(values))), ids_of=col(Entity.id)
    )
