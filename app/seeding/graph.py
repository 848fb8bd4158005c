"""Writing facts and entities: the tables, kept in step with each other within one transaction."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.errors import InvalidRecords, Mistake
from app.models import (
    FACT_TABLES,
    Article,
    Citation,
    Fact,
    Figure,
    Lineage,
    Organization,
    Parent,
    Participant,
    Revision,
)
from app.models import Change as ChangeLog
from app.seeding.rates import in_dollars
from app.seeding.records import Statement, plain
from app.vocabulary import Basis, FactType, Unit

SUBJECTS = ("entity", "article", *FactType)
MOST_PARAMETERS = 500  # ids in one statement; SQLite's limit on variables is far above


def table_of(model: Any) -> sa.Table:  # noqa: ANN401 - any table class
    """The table behind a class."""
    table: sa.Table = sa.inspect(model).local_table
    return table


def column_names(model: Any) -> list[str]:  # noqa: ANN401 - as above
    """The names of the columns behind a class."""
    return [column.name for column in table_of(model).columns]


def insert(connection: Connection, model: Any, rows: Sequence[Mapping[str, Any]]) -> None:  # noqa: ANN401 - as above
    """Insert rows, none at all included."""
    if rows:
        connection.execute(sa.insert(table_of(model)), rows)


def batches(ids: Iterable[str]) -> Iterable[list[str]]:
    """Ids in groups that fit a statement."""
    every = sorted(set(ids))
    return (every[at : at + MOST_PARAMETERS] for at in range(0, len(every), MOST_PARAMETERS))


def add_facts(connection: Connection, facts: Sequence[Statement]) -> None:
    """Insert facts that are not there yet."""
    insert(
        connection,
        Fact,
        [{"id": fact.id, "type": fact.type, "basis": fact.basis, "note": fact.note} for fact in facts],
    )
    by_type: dict[FactType, list[dict[str, Any]]] = defaultdict(list)
    for fact in facts:
        by_type[fact.type].append(fact.row)
    for fact_type, rows in by_type.items():
        insert(connection, FACT_TABLES[fact_type], rows)
    insert(
        connection,
        Participant,
        [
            {"fact_id": fact.id, "role": role, "entity_id": entity}
            for fact in facts
            for role, entity in dict.fromkeys(fact.participants)
        ],
    )


def settle(connection: Connection, ids: Iterable[str]) -> None:
    """Make the basis of facts follow from what carries them, drop those that nothing carries, and value money."""
    for some in batches(ids):
        cited = set(
            connection.scalars(sa.select(col(Citation.fact_id)).where(col(Citation.fact_id).in_(some)).distinct())
        )
        rows = connection.execute(sa.select(table_of(Fact)).where(col(Fact.id).in_(some))).all()
        for row in rows:
            basis = Basis.STATED if row.id in cited else Basis.EDITORIAL
            if basis == Basis.EDITORIAL and row.note is None:
                _delete_fact(connection, row.id, row.type)
            elif basis != row.basis:
                connection.execute(sa.update(table_of(Fact)).where(col(Fact.id) == row.id).values(basis=basis))
        value_money(connection, some)


def _delete_fact(connection: Connection, fact: str, fact_type: FactType) -> None:
    for table, key in (
        (table_of(FACT_TABLES[fact_type]), "id"),
        (table_of(Participant), "fact_id"),
        (table_of(Fact), "id"),
    ):
        connection.execute(sa.delete(table).where(table.c[key] == fact))


def value_money(connection: Connection, ids: Sequence[str]) -> None:
    """Value money in US dollars, on the last day of the figure's period or the oldest article's, if that is earlier."""
    read_on = sa.func.min(col(Article.published_on)).label("read_on")
    currencies = [unit for unit in Unit if unit.is_currency]
    figures = connection.execute(
        sa.select(col(Figure.id), col(Figure.value), col(Figure.unit), col(Figure.period_to), read_on)
        .join(Citation, col(Citation.fact_id) == Figure.id)
        .join(Article, col(Article.id) == Citation.article_id)
        .where(col(Figure.id).in_(ids), col(Figure.unit).in_(currencies), col(Figure.value).is_not(None))
        .group_by(col(Figure.id), col(Figure.value), col(Figure.unit), col(Figure.period_to))
    ).all()
    for row in figures:
        worth = in_dollars(row.value, row.unit, min(row.period_to or row.read_on, row.read_on))
        columns = {} if worth is None else {f"usd_{name}": value for name, value in vars(worth).items()}
        connection.execute(
            sa.update(table_of(Figure)).where(col(Figure.id) == row.id).values(columns or {"usd_value": None})
        )


def rebuild_lineage(connection: Connection) -> None:
    """Write the roll-up anew from the `parent` facts. **Raises** `InvalidRecords` for a circle."""
    organizations = connection.scalars(sa.select(col(Organization.id))).all()
    parents: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(sa.select(col(Parent.organization_id), col(Parent.parent_id))):
        parents[row.organization_id].append(row.parent_id)
    rows = []
    for organization in organizations:
        depths = {organization: 0}
        level = [organization]
        while level:
            level = [
                up for item in level for up in parents.get(item, []) if up not in depths or _circle(organization, up)
            ]
            depth = max(depths.values()) + 1
            depths.update((up, depth) for up in level)
        rows += [
            {"ancestor_id": up, "organization_id": organization, "depth": depth, "is_top": up not in parents}
            for up, depth in depths.items()
        ]
    connection.execute(sa.delete(table_of(Lineage)))
    insert(connection, Lineage, rows)


def _circle(organization: str, up: str) -> bool:
    """Whether the way up has come back to where it began."""
    if organization == up:
        message = f"{organization} would belong to itself, by the parents of the gazetteer and of all articles together"
        raise InvalidRecords([Mistake("database", 0, "parent", message)])
    return False


def fact_records(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Facts as plain records, with all their citations: what the log of changes keeps."""
    records: dict[str, dict[str, Any]] = {}
    for some in batches(ids):
        there = sa.select(table_of(Fact)).where(col(Fact.id).in_(some)).order_by(col(Fact.id))
        rows = connection.execute(there).all()
        by_type: dict[FactType, list[str]] = defaultdict(list)
        for row in rows:
            records[row.id] = {name: plain(value) for name, value in row._asdict().items()}
            by_type[row.type].append(row.id)
        for fact_type, chosen in by_type.items():
            table = table_of(FACT_TABLES[fact_type])
            for row in connection.execute(sa.select(table).where(table.c.id.in_(chosen))):
                records[row.id] |= {name: plain(value) for name, value in row._asdict().items() if value is not None}
        for row in connection.execute(
            sa.select(table_of(Participant))
            .where(col(Participant.fact_id).in_(some), col(Participant.role) == "party")
            .order_by(col(Participant.entity_id))
        ):
            records[row.fact_id].setdefault("parties", []).append(row.entity_id)
        for row in connection.execute(
            sa.select(table_of(Citation))
            .where(col(Citation.fact_id).in_(some))
            .order_by(col(Citation.article_id), col(Citation.position))
        ):
            citation = {name: plain(value) for name, value in row._asdict().items() if value not in (None, {})}
            records[row.fact_id].setdefault("citations", []).append(citation)
    return records


Change = tuple[str, str, str, dict[str, Any]]
"""One change: `added`, `changed` or `retracted`; what; its id; its record."""


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


def finish(connection: Connection, source: str, changes: Sequence[Change]) -> Loaded:
    """Write the revision and its log, if there is anything to log, and the roll-up, if it is touched."""
    revision = (connection.scalar(sa.select(sa.func.max(col(Revision.number)))) or 0) + bool(changes)
    if changes:
        if any(subject in {"entity", FactType.PARENT} for _, subject, _, _ in changes):
            rebuild_lineage(connection)
        row = {"number": revision, "at": datetime.now(UTC).replace(microsecond=0), "source": source}
        insert(connection, Revision, [row])
        names = ("action", "subject", "id", "record")
        log = [dict(zip(names, change, strict=True)) for change in changes]
        insert(connection, ChangeLog, [{"revision": revision, "position": at, **row} for at, row in enumerate(log, 1)])
    return Loaded(source, revision, list(changes))
