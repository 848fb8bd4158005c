"""Entities by what they are called: found by a name that is being typed, shown with the name that was found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.listing import Column
from app.models import Alias, Beginning, Cohort, Entity, Organization, Product
from app.names.folding import fold
from app.names.typed import Range, highlight, ranges
from app.shapes.cards import Card, fetch_cards
from app.vocabulary import EntityType

NARROWING = (
    sa.outerjoin(Entity, Organization, col(Organization.id) == Entity.id)
    .outerjoin(Product, col(Product.id) == Entity.id)
    .outerjoin(Cohort, col(Cohort.id) == Entity.id)
)
"""What conditions on entities can be about."""
MOST_READ = 40
"""Rows that are read of one type of entity for one way in which a text may go on."""
MOST_NARROWED = 600
"""The same where filters leave some of them out."""
MOST_NAMED = 30
"""Entities whose names are looked at closely."""


class Span(BaseModel):
    """A part of a text, in code points: `text[start:end]`."""

    start: int = Field(description="Where it begins.", examples=[0])
    end: int = Field(description="Where it ends; the character there is not part of it.", examples=[3])


class NamedCard(Card):
    """An entity in a few words, and by which of its names it was found."""

    type: EntityType = Field(description="What it is.", examples=["person"])
    matched: str = Field(description="The name that was found, as it is written.", examples=["양즈린"])
    highlights: list[Span] = Field(
        description="The parts of `matched` that stand for the text, for a front end to set off.",
        examples=[[{"start": 0, "end": 2}]],
    )


@dataclass(frozen=True)
class Narrowed:
    """Which entities are wanted: of these types, for which all of these conditions on `NARROWING` hold."""

    types: Sequence[EntityType]
    conditions: Sequence[sa.ColumnElement[bool]] = ()

    def holds(self, column: Column) -> sa.ColumnElement[bool]:
        """Whether the conditions hold of the entity whose id a column has."""
        return sa.exists(sa.select(1).select_from(NARROWING).where(col(Entity.id) == column, *self.conditions))

    def among(self, connection: Connection, ids: Sequence[str]) -> set[str]:
        """Which of these entities are wanted; one statement."""
        known = sa.select(col(Entity.id), col(Entity.type)).select_from(NARROWING)
        # The types are looked at here: a planner would think of reading all entities of a type.
        return {
            item
            for item, of in connection.execute(known.where(col(Entity.id).in_(ids), *self.conditions))
            if of in self.types
        }


@dataclass(frozen=True)
class Begun:
    """An entity one of whose names has a place that begins as typed: the rest of the name from there, and how."""

    id: str
    beginning: str
    range: Range

    @property
    def rank(self) -> tuple[bool, int, str]:
        """What is typed in full before what is typed in part, the shorter before the longer."""
        return not self.beginning.startswith(self.range.typed), len(self.beginning), self.id


@dataclass(frozen=True)
class Shown:
    """The name by which an entity was found, and the part of it that is typed."""

    name: str
    start: int
    end: int


def find_begun(connection: Connection, text: str, narrowed: Narrowed) -> list[Begun]:
    """Entities with a name that begins as typed, or has a word that does, the best first; one statement.

    Of each type and each way to go on it reads the first rows by code point and no more, however many there are.
    """
    found = ranges(text)
    if not found or not narrowed.types:
        return []
    ends = {f"{end}_{number}": getattr(one, end) for number, one in enumerate(found) for end in ("low", "high")}
    statement = _beginnings(len(found), narrowed) if narrowed.conditions else _unnarrowed(len(found), *narrowed.types)
    best: dict[str, Begun] = {}
    for beginning, item, number in connection.execute(statement, ends):
        one = Begun(item, beginning, found[number])
        if item not in best or one.rank < best[item].rank:
            best[item] = one
    return sorted(best.values(), key=lambda one: one.rank)


def _beginnings(ways: int, narrowed: Narrowed) -> sa.CompoundSelect[str, str, int]:
    """The statement that reads beginnings between `low_0` and `high_0` and so on, with the number of the range."""
    parts = []
    for number in range(ways):
        low, high = (sa.bindparam(f"{end}_{number}", type_=sa.String) for end in ("low", "high"))
        for of in narrowed.types:
            columns = col(Beginning.folded), col(Beginning.entity_id), sa.literal_column(str(number), sa.Integer)
            rows = (
                sa.select(*columns[:2], columns[2].label("number"))
                .where(col(Beginning.type) == of, col(Beginning.folded) >= low, col(Beginning.folded) < high)
                .order_by(col(Beginning.folded), col(Beginning.entity_id))
                .limit(MOST_READ)
            )
            if narrowed.conditions:
                some = rows.limit(MOST_NARROWED).subquery()
                rows = sa.select(some).where(narrowed.holds(some.c.entity_id)).limit(MOST_READ)
            parts.append(sa.select(rows.subquery()))
    return sa.union_all(*parts)


@lru_cache(maxsize=100)
def _unnarrowed(ways: int, *types: EntityType) -> sa.CompoundSelect[str, str, int]:
    """The same, made once where only types narrow it."""
    return _beginnings(ways, Narrowed(types))


@dataclass(frozen=True)
class Named:
    """What an entity is, and all that it is called: the names by script, then the other spellings."""

    type: EntityType
    names: Sequence[str]


ALL_NAMES = (
    sa.select(
        *(col(Entity.id), col(Entity.type), col(Entity.name), col(Entity.name_ko), col(Entity.name_zh)),
        *(col(Entity.name_en), col(Alias.alias)),
    )
    .outerjoin(Alias, col(Alias.entity_id) == Entity.id)
    .where(col(Entity.id).in_(sa.bindparam("ids", expanding=True)))
    .order_by(col(Entity.id), col(Alias.alias))
)


def fetch_all_names(connection: Connection, ids: Iterable[str]) -> dict[str, Named]:
    """Every name of entities; one statement."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = connection.execute(ALL_NAMES, {"ids": wanted})
    names: defaultdict[tuple[str, EntityType], dict[str, None]] = defaultdict(dict)
    for item, of, *some in rows:
        names[item, of] |= dict.fromkeys(name for name in some if name)
    return {item: Named(of, list(some)) for (item, of), some in names.items()}


def shown_name(begun: Begun, names: Sequence[str]) -> Shown:
    """Which of the names it is that begins as typed; one that does so from its first character, if there is one."""
    shown = [Shown(name, *part) for name in names if (part := _part(begun, name))]
    return min(shown, key=lambda one: (one.start > 0, len(one.name)), default=Shown(names[0], 0, 0))


def _part(begun: Begun, name: str) -> tuple[int, int] | None:
    if begun.beginning not in fold(name):
        return None
    return highlight(name, begun.beginning, begun.range.length)


def suggest(connection: Connection, text: str, narrowed: Narrowed, most: int) -> list[NamedCard]:
    """The entities that are meant by a name while it is typed, the most likely first; three statements."""
    begun = find_begun(connection, text, narrowed)[:MOST_NAMED]
    named = fetch_all_names(connection, (one.id for one in begun))
    shown = [(shown_name(one, named[one.id].names), one) for one in begun]
    shown.sort(key=lambda pair: (pair[0].start > 0, pair[1].rank[0], len(pair[0].name), pair[1].id))
    return named_cards(connection, {one.id: name for name, one in shown[:most]}, named)


def named_cards(connection: Connection, shown: Mapping[str, Shown], named: Mapping[str, Named]) -> list[NamedCard]:
    """Cards with the names that were found, in the order given; one statement."""
    cards = fetch_cards(connection, shown)
    return [
        NamedCard(
            **dict(cards[item]),
            type=named[item].type,
            matched=name.name,
            highlights=[Span(start=name.start, end=name.end)] if name.end else [],
        )
        for item, name in shown.items()
    ]
