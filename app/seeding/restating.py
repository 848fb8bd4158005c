"""Facts stated anew when ids lead elsewhere: a merge, a split, or a change of what was merged into what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import FACT_TABLES, Citation, Fact, Participant
from app.seeding.graph import add_facts
from app.seeding.identity import SPEAKER, Ends, as_recorded, follow, in_order
from app.seeding.records import Statement, state
from app.seeding.rows import batches, insert, table_of, update
from app.vocabulary import FactType

Rows = list[dict[str, Any]]


@dataclass
class Restated:
    """What is to be written: by id, the statements and notes of facts; by fact and article, all citations."""

    facts: dict[str, Statement] = field(default_factory=dict)
    notes: dict[str, str | None] = field(default_factory=dict)
    citations: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @property
    def ids(self) -> set[str]:
        """Every fact that is looked at."""
        return {*self.facts, *self.notes}


def restate(connection: Connection, before: Ends, after: Ends, owned: Collection[str]) -> Restated:
    """What facts and citations become when ids no longer lead where they did.

    The notes of `owned` facts are left out: their gazetteer is at hand and says them anew.
    """
    moved = {item for item in {*before, *after} if before.get(item) != after.get(item)}
    restated = Restated()
    if not moved:
        return restated
    old = statements_of(connection, _facts_of(connection, {before.get(item, item) for item in moved}))
    _follow(connection, old, after, owned, restated)
    # A citation that joins a fact which is there already is numbered among that fact's own.
    _follow(connection, statements_of(connection, restated.facts.keys() - old.keys()), after, owned, restated)
    return restated


def write_restated(connection: Connection, restated: Restated) -> None:
    """Write what was restated; what nothing carries any longer is left to `settle`."""
    for some in batches(restated.ids):
        connection.execute(sa.delete(table_of(Citation)).where(col(Citation.fact_id).in_(some)))
    there = set[str]()
    for some in batches(restated.ids):
        there.update(connection.scalars(sa.select(col(Fact.id)).where(col(Fact.id).in_(some))))
    add_facts(connection, [fact for item, fact in restated.facts.items() if item not in there])
    insert(connection, Citation, [row for found in restated.citations.values() for row in in_order(found)])
    update(connection, Fact, [{"id": item, "note": note} for item, note in sorted(restated.notes.items())])


def _follow(
    connection: Connection, facts: Mapping[str, Statement], after: Ends, owned: Collection[str], restated: Restated
) -> None:
    """Add what the citations of facts, and the notes of editorial ones, say now."""
    for fact in facts.values():
        restated.notes.setdefault(fact.id, None)
        if fact.note is not None and fact.id not in owned:
            said, _ = follow(fact, after)
            restated.facts[said.id] = said
            restated.notes[said.id] = fact.note
    for citation in _citations(connection, facts):
        merged = citation["merged"]
        recorded = as_recorded(replace(facts[citation["fact_id"]], note=None), merged)
        said, now = follow(recorded, after)
        speaker = merged.get(SPEAKER, citation["attributed_to_id"])
        if speaker in after:
            now[SPEAKER] = speaker
            speaker = after[speaker]
        restated.facts.setdefault(said.id, said)
        row = citation | {"fact_id": said.id, "attributed_to_id": speaker, "merged": now}
        restated.citations[said.id, citation["article_id"]].append((recorded.id, row))


def _facts_of(connection: Connection, entities: Iterable[str]) -> set[str]:
    """The facts about entities, or said by them."""
    found: set[str] = set()
    for some in batches(entities):
        found.update(
            connection.scalars(sa.select(col(Participant.fact_id)).where(col(Participant.entity_id).in_(some)))
        )
        found.update(
            connection.scalars(sa.select(col(Citation.fact_id)).where(col(Citation.attributed_to_id).in_(some)))
        )
    return found


def statements_of(connection: Connection, ids: Iterable[str]) -> dict[str, Statement]:
    """What facts of the database state; those that are not there are left out."""
    found: dict[str, Statement] = {}
    for some in batches(ids):
        types: dict[FactType, dict[str, str | None]] = defaultdict(dict)
        for row in connection.execute(sa.select(table_of(Fact)).where(col(Fact.id).in_(some))):
            types[row.type][row.id] = row.note
        parties: dict[str, list[str]] = defaultdict(list)
        of_claims = sa.select(table_of(Participant)).where(
            col(Participant.role) == "party", col(Participant.fact_id).in_(list(types.get(FactType.CLAIM, ())))
        )
        for row in connection.execute(of_claims):
            parties[row.fact_id].append(row.entity_id)
        for fact_type, notes in types.items():
            table = table_of(FACT_TABLES[fact_type])
            for row in connection.execute(sa.select(table).where(table.c.id.in_(list(notes)))):
                found[row.id] = state(fact_type, row._asdict(), parties[row.id], notes[row.id])
    return found


def _citations(connection: Connection, facts: Iterable[str]) -> Rows:
    return [
        row._asdict()
        for some in batches(facts)
        for row in connection.execute(
            sa.select(table_of(Citation))
            .where(col(Citation.fact_id).in_(some))
            .order_by(col(Citation.fact_id), col(Citation.article_id), col(Citation.position))
        )
    ]
