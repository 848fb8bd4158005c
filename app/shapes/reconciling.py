"""Candidates for what somebody else's table names: who or what it may be, how surely, and of which type.

**Source**: the Reconciliation Service API 0.2 of the W3C Entity Reconciliation Community Group, which says what a
query, a candidate and a type are, and its draft of 1.0, which says what conditions are. Here a type is a type of
entity or, narrower, a kind of organization or product.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Entity, Organization, Product
from app.names.folding import fold
from app.shapes.cards import Card, fetch_cards
from app.shapes.naming import Named, Narrowed
from app.shapes.properties import PROPERTIES, Value, fetch_values
from app.shapes.search import find
from app.vocabulary import EntityType, OrganizationKind, ProductKind, Word

COMPARED = 16
"""Candidates that are compared for one query."""
SURE, GAP = 95, 5
"""A candidate is a match if its score is so high and the next one's so much lower."""
DISAGREES, OTHER_TYPE = 0.8, 0.9
"""What is left of a score when a property has other values, or none of the wanted types is the candidate's."""


class TypeShape(BaseModel):
    """What an entity can be."""

    id: str = Field(description="Word of the vocabulary.", examples=["startup"])
    name: str = Field(description="The same for people.", examples=["startup"])
    description: str = Field(description="What it means.", examples=["a young company built to grow"])
    broader: list["TypeShape"] = Field([], description="The type that it is a kind of.", examples=[[]])


class TypeWord(BaseModel):
    """A type of an entity, in short."""

    id: str = Field(description="Word of the vocabulary.", examples=["startup"])
    name: str = Field(description="The same for people.", examples=["startup"])


class Feature(BaseModel):
    """What a score is made of."""

    id: str = Field(description="`name`, `type`, or the property that was compared.", examples=["name"])
    name: str = Field(description="The same for people.", examples=["Name"])
    value: float | bool = Field(
        description="How like the names are, from 0 to 100; whether the type or the property agrees.", examples=[98.0]
    )


class Candidate(BaseModel):
    """An entity that may be meant."""

    id: str = Field(description="Permanent id.", examples=["moonshot-ai"])
    name: str = Field(description="Display name.", examples=["Moonshot AI"])
    description: str = Field(description="What it is, and its other names.", examples=["startup, 문샷AI, 月之暗面"])
    type: list[TypeWord] = Field(description="What it is, the narrowest first.")
    score: float = Field(description="How surely it is meant, from 0 to 100.", examples=[100.0])
    features: list[Feature] = Field(description="What the score is made of.")
    match: bool = Field(description="Whether it is surely this one and no other.", examples=[True])


class Strictness(Enum):
    """How the types of a query are meant."""

    ANY = "any"
    SHOULD = "should"
    ALL = "all"


class Quantifier(Enum):
    """Which of the values of a condition have to be there."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True)
class Condition:
    """Values that a property should have; where they are required, who is not stated to have them is left out."""

    property: str
    values: tuple[str, ...]
    quantifier: Quantifier = Quantifier.ANY
    required: bool = False

    def agrees(self, there: Sequence[Value]) -> bool:
        """Whether the values that are there are as they should be."""
        has = [any(_same(value, text) for value in there) for text in self.values]
        return {Quantifier.ANY: any(has), Quantifier.ALL: all(has), Quantifier.NONE: not any(has)}[self.quantifier]


@dataclass(frozen=True)
class Wanted:
    """A query, its words checked: names or ids, any of which may be meant, types, and what properties should be."""

    texts: Sequence[str]
    types: Sequence[str] = ()
    strictness: Strictness = Strictness.ANY
    conditions: Sequence[Condition] = ()
    only: Sequence[str] = ()
    """Ids, if nothing else is a candidate."""
    most: int = COMPARED


def _types(words: type[Word], broader: Sequence[TypeShape] = ()) -> dict[str, TypeShape]:
    named = {word.value: (word.value.replace("_", " "), word.meaning) for word in words}
    return {
        word: TypeShape(id=word, name=name, description=meaning, broader=[*broader])
        for word, (name, meaning) in named.items()
    }


TYPES = _types(EntityType)
TYPES |= _types(OrganizationKind, [TYPES[EntityType.ORGANIZATION]]) | _types(ProductKind, [TYPES[EntityType.PRODUCT]])
COLUMNS: Mapping[Any, type[Word]] = {
    col(Entity.type): EntityType,
    col(Organization.kind): OrganizationKind,
    col(Product.kind): ProductKind,
}


def candidates(connection: Connection, wanted: Wanted) -> list[Candidate]:
    """The entities that may be meant, the most likely first; few statements for each text and each property."""
    scores: dict[str, float] = {}
    named: dict[str, Named] = {}
    for text in wanted.texts:
        found = find(connection, text, narrowed(wanted), COMPARED)
        named |= found.named
        for one in found.likenesses:
            scores[one.id] = max(one.score, scores.get(one.id, 0))
    ids = list(scores)
    cards = fetch_cards(connection, ids)
    values = {
        word: fetch_values(connection, PROPERTIES[word], ids) for word in {one.property for one in wanted.conditions}
    }
    rows = []
    for item, likeness in scores.items():
        types = types_of(cards[item], named[item])
        features = [Feature(id="name", name="Name", value=round(likeness * 100, 1))]
        score = likeness * 100
        if wanted.types and wanted.strictness == Strictness.SHOULD:
            agrees = any(each.id in wanted.types for each in types)
            features.append(Feature(id="type", name="Type", value=agrees))
            score *= 1 if agrees else OTHER_TYPE
        held = dict(_held(wanted.conditions, {word: there.get(item, []) for word, there in values.items()}))
        if any(one.required and not held.get(one, False) for one in wanted.conditions):
            continue
        for word in dict.fromkeys(one.property for one in held):
            agrees = all(holds for one, holds in held.items() if one.property == word)
            features.append(Feature(id=word, name=PROPERTIES[word].name, value=agrees))
            score *= 1 if agrees else DISAGREES
        rows.append(
            Candidate(
                id=item,
                name=cards[item].name,
                description=describe(cards[item], named[item]),
                type=types,
                score=round(score, 1),
                features=features,
                match=False,
            )
        )
    rows.sort(key=lambda row: (-row.score, row.id))
    rest = rows[1].score if len(rows) > 1 else 0.0
    if rows and rows[0].score >= SURE and rows[0].score - rest >= GAP:
        rows[0].match = True
    return rows[: wanted.most]


def _held(conditions: Sequence[Condition], there: Mapping[str, Sequence[Value]]) -> Iterator[tuple[Condition, bool]]:
    """Which conditions hold, those left out of whose property nothing is stated: of that nothing follows."""
    for one in conditions:
        if there[one.property]:
            yield one, one.agrees(there[one.property])


def narrowed(wanted: Wanted) -> Narrowed:
    """Which entities a query leaves: with `should`, those of all types."""
    types = list(EntityType)
    only = [col(Entity.id).in_(wanted.only)] if wanted.only else []
    if not wanted.types or wanted.strictness == Strictness.SHOULD:
        return Narrowed(types, only)
    if wanted.strictness == Strictness.ANY and set(wanted.types) <= set(types):
        return Narrowed([of for of in types if of in wanted.types], only)
    holds: list[sa.ColumnElement[bool]] = []
    for column, words in COLUMNS.items():
        holds += [column == word for word in words if word in wanted.types]
    combined = sa.and_(*holds) if wanted.strictness == Strictness.ALL else sa.or_(*holds)
    return Narrowed(types, [combined, *only])


def types_of(card: Card, named: Named) -> list[TypeWord]:
    """What an entity is, the narrowest first."""
    words = dict.fromkeys((card.kind, named.type.value))
    return [TypeWord(id=TYPES[word].id, name=TYPES[word].name) for word in words]


def describe(card: Card, named: Named) -> str:
    """What an entity is, and the names beside the displayed one."""
    others = [name for name in named.names if name != card.name][:3]
    return ", ".join([TYPES[card.kind].name, *others])


def _same(value: Value, text: str) -> bool:
    return fold(text) in {fold(each) for each in (value.id, value.name, *value.further) if each}
