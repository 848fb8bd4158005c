"""Entities that may be one: proposed with a score and why, never merged.

They are found by the keys of their whole names, so that nobody compares everything with everything.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Distinction, Entity, Lineage, NameKey
from app.names.late import WHOLE_NAMES
from app.progress import Follow, unseen
from app.seeding.forms import GazetteerForm
from app.seeding.identity import joined_forms
from app.seeding.likeness import Likeness, likeness, whole_keys
from app.seeding.references import names_of
from app.seeding.rows import batches
from app.shapes.naming import fetch_all_names
from app.vocabulary import EntityType

LIKELY = 0.9
"""From this score on, two entities are proposed."""
MOST_HOLDERS = 50
"""A key that more entities share tells nothing: so many are called so."""
MOST_PAIRS = 20_000
"""Pairs that one search compares."""
SHOWN_NAMES = 3

Pair = tuple[str, str]
TYPES = {entity_type.value: entity_type for entity_type in EntityType}


@dataclass(frozen=True)
class Entry:
    """An entity by its names."""

    id: str
    type: EntityType
    names: tuple[str, ...]

    def __str__(self) -> str:
        """The id and a few of the names."""
        return f"{self.id} ({', '.join(self.names[:SHOWN_NAMES])})"


@dataclass(frozen=True)
class Proposal:
    """Two entries that may be one; `old` is the one to be given up."""

    old: Entry
    into: Entry
    likeness: Likeness

    @property
    def merge(self) -> str:
        """The record that merges them."""
        return f'[[merge]]\nfrom = "{self.old.id}"\ninto = "{self.into.id}"\nnote = "…"\n'

    def as_line(self) -> str:
        """What to do, in a line."""
        names = " = ".join(dict.fromkeys((self.likeness.one, self.likeness.other)))
        why = ", ".join(self.likeness.why)
        return (
            f"may be the same: {self.old} and {self.into}, {self.likeness.score:.3f}: {names}: {why}; merge with "
            f'[[merge]] from = "{self.old.id}", into = "{self.into.id}", note = "…" in gazetteer.toml, or say that '
            f'they differ with [[distinct]] a = "{self.old.id}", b = "{self.into.id}", note = "…"'
        )

    def as_object(self) -> dict[str, Any]:
        """The proposal in plain values."""
        return {
            "type": self.into.type.value,
            "from": {"id": self.old.id, "names": list(self.old.names)},
            "into": {"id": self.into.id, "names": list(self.into.names)},
            "score": self.likeness.score,
            "why": [f"{self.likeness.one} = {self.likeness.other}", *self.likeness.why],
            "merge": self.merge,
        }


@dataclass
class Search:
    """What was found, and what was left out for the search to end in time."""

    proposals: list[Proposal] = field(default_factory=list)
    crowded: int = 0
    """Keys that too many entities share."""
    left_out: int = 0
    """Pairs that were not compared."""


def entries_of(gazetteer: GazetteerForm) -> list[Entry]:
    """The entries of a gazetteer that were not merged."""
    leads = gazetteer.ends()
    forms = joined_forms(gazetteer)
    return [
        Entry(item, TYPES[entity_type], tuple(names_of(form)))
        for item, (entity_type, form) in forms.items()
        if item not in leads
    ]


def two_of(gazetteer: GazetteerForm) -> set[Pair]:
    """The pairs that a gazetteer says are two, also by saying that one belongs to the other.

    What is said of a merged one is said of what it leads to.
    """
    leads = gazetteer.ends()
    said = [(form.a, form.b) for form in gazetteer.distinct]
    said += ((form.id, form.parent.id) for form in gazetteer.organization if form.parent)
    return {_pair(leads.get(one, one), leads.get(other, other)) for one, other in said}


def propose(new: Sequence[Entry], two: Collection[Pair] = (), connection: Connection | None = None) -> list[Proposal]:
    """What new entries may be: others of them and, with a connection, what the database knows. The surest first."""
    by_key: dict[tuple[EntityType, str], list[Entry]] = defaultdict(list)
    for entry in new:
        for key in whole_keys(entry.names):
            by_key[entry.type, key].append(entry)
    pairs: dict[Pair, tuple[Entry, Entry]] = {}
    for found in by_key.values():
        if len(found) <= MOST_HOLDERS:
            pairs |= {_pair(one.id, other.id): _staying(one, other) for one, other in combinations(found, 2)}
    if connection is not None:
        ids = {entry.id for entry in new}
        for shared, known in _holders(connection, by_key.keys(), ids).items():
            pairs |= {_pair(entry.id, other.id): (entry, other) for entry in by_key[shared] for other in known}
        two = {*two, *_two(connection, {item for pair in pairs for item in pair})}
    return _likely((sides for pair, sides in pairs.items() if pair not in two), LIKELY)


def search(connection: Connection, types: Iterable[EntityType], follow: Follow = unseen) -> Search:
    """All pairs in the database that may be one, the surest first."""
    found = Search()
    pairs: dict[Pair, None] = {}
    for entity_type in types:
        for _, holders in groupby(_whole_names(connection, entity_type), key=itemgetter(0)):
            ids = [item for _, item in holders]
            if len(ids) > MOST_HOLDERS:
                found.crowded += 1
                continue
            pairs |= dict.fromkeys(combinations(ids, 2))  # in order, as the ids are
    compared = list(pairs)[:MOST_PAIRS]
    found.left_out = len(pairs) - len(compared)
    two = set(_two(connection, {item for pair in compared for item in pair}))
    compared = [pair for pair in compared if pair not in two]
    entries = read_entries(connection, {item for pair in compared for item in pair})
    sides = (_staying(entries[one], entries[other]) for one, other in follow(compared, len(compared), "pairs compared"))
    found.proposals = _likely(sides, LIKELY)
    return found


def read_entries(connection: Connection, ids: Iterable[str]) -> dict[str, Entry]:
    """Entities of the database by their names."""
    return {
        item: Entry(item, named.type, tuple(named.names))
        for some in batches(ids)
        for item, named in fetch_all_names(connection, some).items()
    }


def _likely(pairs: Iterable[tuple[Entry, Entry]], least: float) -> list[Proposal]:
    found = [Proposal(old, into, likeness(old.names, into.names)) for old, into in pairs]
    likely = [proposal for proposal in found if proposal.likeness.score >= least]
    return sorted(likely, key=lambda proposal: (-proposal.likeness.score, proposal.into.id, proposal.old.id))


def _holders(
    connection: Connection, keys: Collection[tuple[EntityType, str]], without: Collection[str]
) -> Mapping[tuple[EntityType, str], Sequence[Entry]]:
    """Who in the database has these keys, but for these ids."""
    holders: dict[tuple[EntityType, str], list[str]] = defaultdict(list)
    for some in batches(key for _, key in keys):
        rows = sa.select(col(Entity.type), col(NameKey.key), col(NameKey.entity_id)).join(
            Entity, col(Entity.id) == NameKey.entity_id
        )
        for row in connection.execute(rows.where(col(NameKey.key).in_(some))):
            if row.entity_id not in without and (row.type, row.key) in keys:
                holders[row.type, row.key].append(row.entity_id)
    few = {key: ids for key, ids in holders.items() if len(ids) <= MOST_HOLDERS}
    entries = read_entries(connection, {item for ids in few.values() for item in ids})
    return {key: [entries[item] for item in ids] for key, ids in few.items()}


def _whole_names(connection: Connection, entity_type: EntityType) -> Iterator[Pair]:
    """The keys of whole names with the ids of those who have them, in order."""
    whole = sa.or_(*(sa.and_(col(NameKey.key) >= start, col(NameKey.key) < f"{start[:-1]};") for start in WHOLE_NAMES))
    rows = (
        sa.select(col(NameKey.key), col(NameKey.entity_id))
        .join(Entity, col(Entity.id) == NameKey.entity_id)
        .where(whole, col(Entity.type) == entity_type)
        .order_by(col(NameKey.key), col(NameKey.entity_id))
    )
    for row in connection.execute(rows, execution_options={"yield_per": 10_000}):
        yield row.key, row.entity_id


def _two(connection: Connection, ids: Iterable[str]) -> Iterator[Pair]:
    """The pairs that are known to be two: because we say so, or because one belongs to the other."""
    for row in connection.execute(sa.select(col(Distinction.a_id), col(Distinction.b_id))):
        yield _pair(row.a_id, row.b_id)
    up = sa.select(col(Lineage.organization_id), col(Lineage.ancestor_id)).where(col(Lineage.depth) > 0)
    for some in batches(ids):
        for row in connection.execute(up.where(col(Lineage.organization_id).in_(some))):
            yield _pair(row.organization_id, row.ancestor_id)


def _staying(one: Entry, other: Entry) -> tuple[Entry, Entry]:
    """Two entries, the one that is to stay last: it has more names or, of as many, the shorter id."""
    first, last = sorted((one, other), key=lambda entry: (len(entry.names), -len(entry.id), entry.id))
    return first, last


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
