"""What can be asked of many entities at once, property by property: names, kinds, and those they are tied to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.listing import Pairs
from app.models import (
    Alias,
    Cohort,
    Employment,
    Entity,
    Founding,
    Investment,
    Maker,
    Membership,
    Organization,
    Parent,
    Product,
)
from app.shapes.cards import fetch_cards
from app.vocabulary import EmploymentStatus, EntityType

FORMER, CURRENT = (col(Employment.status) == status for status in (EmploymentStatus.FORMER, EmploymentStatus.CURRENT))
EVERY = tuple(EntityType)
ORGANIZATION, PERSON, PRODUCT, COHORT = (
    EntityType.ORGANIZATION,
    EntityType.PERSON,
    EntityType.PRODUCT,
    EntityType.COHORT,
)


@dataclass(frozen=True)
class Property:
    """What may be asked: of which types of entities, pairs of id and value and, if values are ids, of which type."""

    id: str
    name: str
    description: str
    of: Sequence[EntityType]
    pairs: Pairs
    values: EntityType | None = None


@dataclass(frozen=True)
class Value:
    """A value: a text or, with an id, an entity; `further` are its other names."""

    name: str
    id: str | None = None
    further: Sequence[str] = ()


def _named(column: Any) -> Pairs:  # noqa: ANN401 - a mapped column
    return sa.select(col(Entity.id), column).where(column.is_not(None))


LEFT = sa.select(col(Employment.person_id), col(Employment.organization_id)).where(FORMER)
FOUNDERS_LEFT = (
    sa.select(col(Founding.startup_id), col(Employment.organization_id))
    .join(Employment, col(Employment.person_id) == Founding.person_id)
    .where(FORMER)
)
SEATS = sa.union_all(
    sa.select(col(Organization.id), col(Organization.country_id)).where(col(Organization.country_id).is_not(None)),
    sa.select(col(Cohort.id), col(Cohort.country_id)).where(col(Cohort.country_id).is_not(None)),
)
KINDS = sa.union_all(
    sa.select(col(Organization.id), sa.type_coerce(col(Organization.kind), sa.String)),
    sa.select(col(Product.id), sa.type_coerce(col(Product.kind), sa.String)),
)

_ALL = (
    Property("name_en", "Name in Latin letters", "As it signs itself.", EVERY, _named(col(Entity.name_en))),
    Property("name_ko", "Name in Hangul", "As Korean papers write it.", EVERY, _named(col(Entity.name_ko))),
    Property("name_zh", "Name in Chinese characters", "As it is written in China.", EVERY, _named(col(Entity.name_zh))),
    Property(
        "alias", "Other spellings", "In any script.", EVERY, sa.select(col(Alias.entity_id), col(Alias.alias))
    ),
    Property("kind", "Kind", "Of an organization or product.", (ORGANIZATION, PRODUCT), KINDS),
    Property("country", "Country", "Of its seat.", (ORGANIZATION, COHORT), SEATS, EntityType.COUNTRY),
    Property(
        "founder", "Founders", "Who founded it, as far as stated.", (ORGANIZATION,),
        sa.select(col(Founding.startup_id), col(Founding.person_id)), PERSON,
    ),
    Property(
        "founded", "Founded", "What the person founded, as far as stated.", (PERSON,),
        sa.select(col(Founding.person_id), col(Founding.startup_id)), ORGANIZATION,
    ),
    Property(
        "prior_employer", "Prior employers", "Whom the person, or the founders of the organization, worked for before.",
        (PERSON, ORGANIZATION), sa.union(LEFT, FOUNDERS_LEFT), ORGANIZATION,
    ),
    Property(
        "employer", "Employers", "Whom the person works for, as far as stated.", (PERSON,),
        sa.select(col(Employment.person_id), col(Employment.organization_id)).where(CURRENT), ORGANIZATION,
    ),
    Property(
        "investor", "Investors", "Who invested in it, stated of that very pair.", (ORGANIZATION,),
        sa.select(col(Investment.startup_id), col(Investment.investor_id)), ORGANIZATION,
    ),
    Property(
        "parent", "Belongs to", "The organization that it is part of.", (ORGANIZATION,),
        sa.select(col(Parent.organization_id), col(Parent.parent_id)), ORGANIZATION,
    ),
    Property(
        "maker", "Maker", "The organization that makes it.", (PRODUCT,),
        sa.select(col(Maker.product_id), col(Maker.organization_id)), ORGANIZATION,
    ),
    Property(
        "cohort", "Cohorts", "The groups that it is a named member of.", (ORGANIZATION, PERSON),
        sa.select(col(Membership.member_id), col(Membership.cohort_id)), COHORT,
    ),
)  # fmt: skip
PROPERTIES: Mapping[str, Property] = {each.id: each for each in _ALL}
"""What can be asked, by id."""
SPELLINGS = ("name_en", "name_ko", "name_zh", "alias")
"""Those that are names."""


def fetch_values(connection: Connection, of: Property, ids: Sequence[str]) -> dict[str, list[Value]]:
    """The values of a property by id, those without any left out; one statement, or two where they are entities."""
    pairs = of.pairs.subquery()
    item, value = pairs.c
    rows = connection.execute(sa.select(item, value).where(item.in_(ids)).distinct().order_by(item, value)).all()
    found: defaultdict[str, list[Value]] = defaultdict(list)
    cards = fetch_cards(connection, {row[1] for row in rows}) if of.values else {}
    for owner, given in rows:
        if card := cards.get(given):
            further = [name for name in (card.name_ko, card.name_zh) if name]
            found[owner].append(Value(card.name, card.id, further))
        elif not of.values:
            found[owner].append(Value(str(given)))
    return dict(found)
