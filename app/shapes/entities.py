"""What the detail views of all entities have in common: names in every script, and what is known of them at all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Alias, Entity, Lineage
from app.pages import ListRow
from app.shapes.cards import Card, fetch_cards
from app.shapes.facts import JoinedFact
from app.vocabulary import Basis, Coverage


class EntityRow(ListRow, Card):
    """A row of a list of entities: the card."""


class EntityDetail(Card):
    """Names and identity. They are editorial: the gazetteer says them."""

    name_en: str | None = Field(description="Name in Latin letters.", examples=["Moonshot AI"])
    aliases: list[str] = Field(description="Other spellings, in any script.", examples=[["월지암면"]])
    names_basis: Basis = Field(Basis.EDITORIAL, description="On whose word the names are one entity's.")
    note: str | None = Field(
        description="Why we hold these names for one entity, where that is not plain.", examples=[None]
    )


CoverageOf = dict[str, Coverage]
COVERAGE: Any = Field(
    description="What each joined part means: `stated`, `not_stated` (nothing was read of it, which does not mean that "
    "there is nothing) or `open_ended` (said to be incomplete).",
    examples=[{"founders": "stated", "investors": "not_stated"}],
)
Detail = TypeVar("Detail", bound=EntityDetail)


def coverage(**parts: Sequence[JoinedFact]) -> CoverageOf:
    """Coverage of joined parts: something is stated of those with a fact that an article states."""
    return {
        name: Coverage.STATED if any(fact.basis == Basis.STATED for fact in part) else Coverage.NOT_STATED
        for name, part in parts.items()
    }


def fetch_names(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The fields of `EntityDetail` by id; ids that do not exist are left out. Three statements."""
    cards = fetch_cards(connection, ids)
    aliases: dict[str, list[str]] = defaultdict(list)
    by_name = sa.select(col(Alias.entity_id), col(Alias.alias)).where(col(Alias.entity_id).in_(ids))
    for entity, alias in connection.execute(by_name.order_by(col(Alias.alias))):
        aliases[entity].append(alias)
    rows = connection.execute(
        sa.select(col(Entity.id), col(Entity.name_en), col(Entity.note)).where(col(Entity.id).in_(ids))
    )
    return {
        row.id: dict(cards[row.id]) | {"name_en": row.name_en, "note": row.note, "aliases": aliases[row.id]}
        for row in rows
    }


def fetch_tops(connection: Connection, organizations: Sequence[str]) -> Mapping[str, str]:
    """What each organization rolls up to, for those that belong to another."""
    tops = sa.select(col(Lineage.organization_id), col(Lineage.ancestor_id)).where(
        col(Lineage.organization_id).in_(set(organizations)), col(Lineage.is_top), col(Lineage.depth) > 0
    )
    return {row.organization_id: row.ancestor_id for row in connection.execute(tops)}


class Link(BaseModel):
    """A fact in a few words: its id, and the card of the other side under its role's name."""

    fact: str = Field(
        description="Id of the fact; `/v1/facts/{id}` shows its evidence.", examples=["f_3f5b46ffbb50a958"]
    )


def fetch_entity_rows(connection: Connection, ids: Sequence[str]) -> list[EntityRow]:
    """Bare cards as rows, in the order of the ids."""
    cards = fetch_cards(connection, ids)
    return [EntityRow(**dict(cards[item]), unknown=[]) for item in ids]
