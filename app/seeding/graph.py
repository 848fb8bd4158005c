"""Writing facts and entities: the tables, kept in step with each other within one transaction."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import (
    FACT_TABLES,
    Article,
    Citation,
    Fact,
    Figure,
    Participant,
    Revision,
)
from app.models import Change as ChangeLog
from app.seeding.derived import derive
from app.seeding.lineage import update_lineage
from app.seeding.rates import in_dollars
from app.seeding.records import PLAIN, Statement, plain
from app.seeding.rows import batches, insert, one_of, table_of, update
from app.vocabulary import Basis, EntityType, FactType

SUBJECTS = ("entity", "merge", "distinction", "article", *FactType)
USD = ("usd_value", "usd_rate", "usd_on", "usd_source")

Change = tuple[str, str, str, dict[str, Any]]
"""One change: `added`, `changed` or `retracted`; what; its id; its record."""


def add_facts(
    connection: Connection,
    facts: Iterable[Statement],
    citations: Mapping[str, list[dict[str, Any]]] | None = None,
    read_on: date | None = None,
) -> list[Change]:
    """Insert facts that are not there yet, with the citations of the one article that states them, and tell of them.

    All that can be said of them is known here: the log need not read them back.
    """
    carried = citations or {}
    rows: dict[Any, list[dict[str, Any]]] = {Fact: [], **{model: [] for model in FACT_TABLES.values()}}
    participants, changes = [], []
    for fact in sorted(facts, key=attrgetter("id")):  # in order, so that neighbours in an index are written together
        basis = Basis.STATED if fact.id in carried else Basis.EDITORIAL
        whole = {"id": fact.id, "type": fact.type, "basis": basis, "note": fact.note}
        stated = fact.row | (_worth(fact.row, read_on) if fact.type == FactType.FIGURE else {})
        rows[Fact].append(whole)
        rows[FACT_TABLES[fact.type]].append(stated)
        participants += [
            {"fact_id": fact.id, "role": role, "entity_id": entity} for role, entity in dict.fromkeys(fact.participants)
        ]
        record = {name: plain(value) for name, value in whole.items()} | _filled(stated)
        if parties := [entity for role, entity in fact.participants if role == "party"]:
            record["parties"] = sorted(set(parties))
        if fact.id in carried:
            record["citations"] = [_filled(citation) for citation in carried[fact.id]]
        changes.append(("added", fact.type.value, fact.id, record))
    for model, some in rows.items():
        insert(connection, model, some)
    insert(connection, Participant, participants)
    return changes


def settle(connection: Connection, ids: Iterable[str]) -> None:
    """Make the basis of facts follow from what carries them, drop those that nothing carries, and value money."""
    for some in batches(ids):
        cited = sa.select(col(Citation.fact_id)).where(col(Citation.fact_id) == col(Fact.id)).exists()
        columns = (col(Fact.id), col(Fact.type), col(Fact.basis), col(Fact.note), cited.label("cited"))
        rows = connection.execute(sa.select(*columns).where(one_of(col(Fact.id), some))).all()
        dropped: dict[FactType, list[str]] = defaultdict(list)
        changed = []
        for row in rows:
            basis = Basis.STATED if row.cited else Basis.EDITORIAL
            if basis == Basis.EDITORIAL and row.note is None:
                dropped[row.type].append(row.id)
            elif basis != row.basis:
                changed.append({"id": row.id, "basis": basis})
        for fact_type, gone in dropped.items():
            for table, key in ((FACT_TABLES[fact_type], "id"), (Participant, "fact_id"), (Fact, "id")):
                connection.execute(sa.delete(table_of(table)).where(one_of(table_of(table).c[key], gone)))
        update(connection, Fact, changed)
        if figures := [row.id for row in rows if row.type == FactType.FIGURE]:
            value_money(connection, figures)


def value_money(connection: Connection, figures: Sequence[str]) -> None:
    """Value money in US dollars as of the oldest article that states it."""
    columns = [
        column for column in table_of(Figure).columns if column.name in {"id", "value", "unit", "period_to", *USD}
    ]
    read_on = sa.func.min(col(Article.published_on)).label("read_on")
    rows = connection.execute(
        sa.select(*columns, read_on)
        .join(Citation, col(Citation.fact_id) == Figure.id)
        .join(Article, col(Article.id) == Citation.article_id)
        .where(one_of(col(Figure.id), figures))
        .group_by(*columns)
    ).all()
    worth = {row.id: _worth(row._asdict(), row.read_on) for row in rows}
    update(
        connection,
        Figure,
        [
            {"id": row.id, **worth[row.id]}
            for row in rows
            if any(worth[row.id][name] != getattr(row, name) for name in USD)
        ],
    )


def _worth(figure: Mapping[str, Any], read_on: date | None) -> dict[str, Any]:
    """The columns for the value in US dollars, on the last day of the figure's period or, if earlier, the article's."""
    if figure["value"] is None or read_on is None or not figure["unit"].is_currency:
        return dict.fromkeys(USD)
    worth = in_dollars(figure["value"], figure["unit"], min(figure["period_to"] or read_on, read_on))
    return {f"usd_{name}": value for name, value in vars(worth).items()} if worth else dict.fromkeys(USD)


def fact_records(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Facts as plain records, with all their citations: what the log of changes keeps."""
    records: dict[str, dict[str, Any]] = {}
    for some in batches(ids):
        by_type: dict[FactType, list[str]] = defaultdict(list)
        for row in _plain_rows(
            connection, sa.select(table_of(Fact)).where(one_of(col(Fact.id), some)).order_by(col(Fact.id))
        ):
            records[row["id"]] = row
            by_type[row["type"]].append(row["id"])
        for fact_type, chosen in by_type.items():
            table = table_of(FACT_TABLES[fact_type])
            for row in _plain_rows(connection, sa.select(table).where(one_of(table.c.id, chosen))):
                records[row["id"]] |= _filled(row)
        parties = sa.select(table_of(Participant)).where(col(Participant.role) == "party")
        parties = parties.where(col(Participant.fact_id).in_(by_type[FactType.CLAIM]))
        for row in _plain_rows(connection, parties.order_by(col(Participant.entity_id))):
            records[row["fact_id"]].setdefault("parties", []).append(row["entity_id"])
        there = [item for chosen in by_type.values() for item in chosen]
        citations = sa.select(table_of(Citation)).where(one_of(col(Citation.fact_id), there))
        for row in _plain_rows(connection, citations.order_by(col(Citation.article_id), col(Citation.position))):
            records[row["fact_id"]].setdefault("citations", []).append(_filled(row))
    return records


def _plain_rows(connection: Connection, statement: sa.Select[Any]) -> Iterator[dict[str, Any]]:
    result = connection.execute(statement)
    names = list(result.keys())
    return (dict(zip(names, map(plain, row), strict=True)) for row in result.all())


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    """What is there of a row, in plain values."""
    return {
        name: value if type(value) in PLAIN else plain(value)
        for name, value in row.items()
        if value is not None and value != {}
    }


@dataclass
class Loaded:
    """What one transaction did."""

    source: str
    revision: int
    changes: list[Change]

    def counts(self) -> dict[str, Counter[str]]:
        """Numbers of changes by action, then by what was changed, in the order of the vocabulary."""
        counted: dict[str, Counter[str]] = {}
        for action, subject, _, _ in sorted(self.changes, key=lambda change: SUBJECTS.index(change[1])):
            counted.setdefault(action, Counter())[subject] += 1
        return counted


def fact_changes(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> Iterator[Change]:
    """The difference between two states of facts, retractions first."""
    for item, record in before.items():
        if item not in after:
            yield "retracted", record["type"], item, record
    for item, record in after.items():
        if item not in before:
            yield "added", record["type"], item, record
        elif record != before[item]:
            yield "changed", record["type"], item, record


def differences(
    subject: str, before: Mapping[str, dict[str, Any]], after: Mapping[str, dict[str, Any]]
) -> Iterator[Change]:
    """The difference between two states of records that are no facts, in the order of their ids."""
    for item in sorted({*before, *after}):
        if item not in after:
            yield "retracted", subject, item, before[item]
        elif before.get(item) != after[item]:
            yield "changed" if item in before else "added", subject, item, after[item]


def _moved(changes: Sequence[Change]) -> Iterator[str]:
    """Organizations that are there and are new, or belong to something new or no longer."""
    gone = {item for action, subject, item, _ in changes if (action, subject) == ("retracted", "entity")}
    for action, subject, item, record in changes:
        if subject == "entity" and action == "added" and record["type"] == EntityType.ORGANIZATION:
            yield item
        elif subject == FactType.PARENT and action != "changed" and record["organization_id"] not in gone:
            yield record["organization_id"]


def finish(connection: Connection, source: str, changes: Sequence[Change]) -> Loaded:
    """Write the revision and its log, if there is anything to log, and the roll-up, if it is touched."""
    revision = (connection.scalar(sa.select(sa.func.max(col(Revision.number)))) or 0) + bool(changes)
    if changes:
        if moved := set(_moved(changes)):
            update_lineage(connection, moved)
        row = {"number": revision, "at": datetime.now(UTC).replace(microsecond=0), "source": source}
        insert(connection, Revision, [row])
        derive(connection, changes)  # while the log tells what was before
        names = ("action", "subject", "id", "record")
        log = [dict(zip(names, change, strict=True)) for change in changes]
        insert(connection, ChangeLog, [{"revision": revision, "position": at, **row} for at, row in enumerate(log, 1)])
    return Loaded(source, revision, list(changes))
