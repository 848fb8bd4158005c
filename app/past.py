"""The past: a connection on which the tables hold what they held after an earlier revision.

The log of changes keeps whole records, so it can restore any state: what has changed since is taken from its last
record at or before the revision, everything else from the tables as they are. Temporary views show the two together
under the names of the tables; both engines find those first, so the same statements give the answers of that day. What
this costs grows with what has changed since, not with what there is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import BeforeValidator, Field
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel, col

from app.errors import InvalidInput, InvalidParameter
from app.models import FACT_TABLES, TEXT, Change, ExactDecimal, Fact, Lineage, Organization, Parent, Passage, Revision
from app.names.folding import all_beginnings
from app.names.late import entity_keys
from app.vocabulary import FactType

Record = dict[str, Any]

FACTS = {fact_type.value: str(table.__tablename__) for fact_type, table in FACT_TABLES.items()}
KEYS: dict[str, dict[str, str]] = {
    "entity": dict.fromkeys(("entity", "organization", "person", "product", "cohort"), "id")
    | {"alias": "entity_id", "beginning": "entity_id", "name_key": "entity_id"},
    "article": {"article": "id", "passage": "article_id"},
    "merge": {"merge": "id"},
    "fact": {"fact": "id", "citation": "fact_id", "figure": "id"},
    "content": {"participant": "fact_id"} | dict.fromkeys(sorted({*FACTS.values()} - {"figure"}), "id"),
}
"""Which tables the records of the log fill, and the column that holds the record's id.

What a fact states never changes, only whether it is there, who carries it and what a figure is worth in dollars. So
facts that were there and still are need no `content` restored; and a table of which nothing is restored is fast.
"""
WHOLE = ("entity", "article", "merge")
"""Subjects of the log that are kinds of tables as well; the others are types of facts."""
CHANGED = {kind: sa.table(f"changed_{kind}", sa.column("id", TEXT)) for kind in (*KEYS, "lineage")}
PAST = {
    name: sa.table(f"past_{name}", *(sa.column(column.name, column.type) for column in table.columns))
    for name, table in SQLModel.metadata.tables.items()
}
"""The temporary tables: ids of what has changed, and the rows that it had."""


def read_as_of(text: object) -> int | date:
    """A revision's number or a day, from the text of a parameter.

    >>> read_as_of("12"), read_as_of("2026-11-24")
    (12, datetime.date(2026, 11, 24))
    """
    if re.fullmatch(r"[1-9][0-9]{0,17}", str(text)):
        return int(str(text))
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(text)):
        return date.fromisoformat(str(text))
    raise ValueError("allowed is the number of a revision, such as 12, or a day, such as 2026-11-24")


AsOf = Annotated[Annotated[int, Field(ge=1)] | date, BeforeValidator(read_as_of)]


def newest_revision(connection: Connection) -> int:
    """The newest revision, even where an earlier one stands in front; 0 if nothing was loaded."""
    number = sa.column("number", sa.Integer)
    behind = sa.table("revision", number, schema=_schema(connection))
    return connection.scalar(sa.select(sa.func.max(number)).select_from(behind)) or 0


def show_past(connection: Connection, as_of: int | date) -> None:
    """Put the state after a revision, or at the end of a day (UTC), in front of the tables of a connection.

    **Raises** `InvalidInput` for a revision or a day of which nothing is known.
    """
    revision = revision_of(connection, as_of)
    subjects = set(connection.scalars(sa.select(col(Change.subject)).where(col(Change.revision) > revision).distinct()))
    if not subjects:
        return
    past = _restored(connection, revision)
    moved = _moved(connection, revision)
    standing = _standing(connection, revision) & {row["id"] for row in past["fact"]}
    for kind, tables in KEYS.items():
        changed = subjects & {kind} if kind in WHOLE else subjects & FACTS.keys()
        if not changed:
            continue
        ids = sa.select(col(Change.id)).where(col(Change.revision) > revision, col(Change.subject).in_(changed))
        _mark(connection, kind)
        connection.execute(sa.insert(CHANGED[kind]).from_select(["id"], ids.distinct()))
        if kind == "content" and standing:
            here = CHANGED[kind].c.id == sa.bindparam("standing")
            connection.execute(sa.delete(CHANGED[kind]).where(here), [{"standing": item} for item in standing])
        for name, key in tables.items():
            if name in FACTS.values() and name not in {FACTS[subject] for subject in changed}:
                continue
            rows = [row for row in past[name] if kind != "content" or row[key] not in standing]
            if rows:
                _copy_empty(connection, name)
                values = [{column.name: _value(column, row) for column in PAST[name].columns} for row in rows]
                connection.execute(sa.insert(PAST[name]), values)
            unchanged = f"{key} NOT IN (SELECT id FROM changed_{kind})"  # noqa: S608 - names of our own
            _show(connection, name, unchanged, restored=bool(rows))
    if moved:
        _shadow_lineage(connection, moved)
    _show(connection, "change", f"revision <= {revision}", restored=False)
    _show(connection, "revision", f"number <= {revision}", restored=False)


def revision_of(connection: Connection, as_of: int | date) -> int:
    """The revision that is meant: itself, or the newest one at the end of a day.

    **Raises** `InvalidInput` for a revision or a day of which nothing is known.
    """
    first = connection.execute(sa.select(col(Revision.number), col(Revision.at)).order_by(col(Revision.number))).first()
    newest = connection.scalar(sa.select(sa.func.max(col(Revision.number)))) or 0
    today = datetime.now(UTC).date()
    if isinstance(as_of, int) and 1 <= as_of <= newest:
        return as_of
    if isinstance(as_of, date) and as_of <= today:
        midnight = datetime.combine(as_of + timedelta(days=1), time(), UTC)
        found = connection.scalar(sa.select(sa.func.max(col(Revision.number))).where(col(Revision.at) < midnight))
        if found:
            return found
    allowed = f"allowed: a revision from 1 to {newest}, or a day from {first.at:%Y-%m-%d} to {today}" if first else ""
    message = f"nothing is known of the data as of “{as_of}”; {allowed or 'nothing was loaded yet'}"
    raise InvalidInput([InvalidParameter("query", "as_of", message)])


def _restored(connection: Connection, revision: int) -> dict[str, list[Record]]:
    """The rows, by table, of all that has changed since: what its last record says, unless it was not there."""
    later = sa.select(col(Change.subject), col(Change.id)).where(col(Change.revision) > revision).distinct().subquery()
    last = (
        sa.select(col(Change.subject), col(Change.id), sa.func.max(col(Change.revision)).label("revision"))
        .join(later, sa.and_(later.c.subject == col(Change.subject), later.c.id == col(Change.id)))
        .where(col(Change.revision) <= revision)
        .group_by(col(Change.subject), col(Change.id))
        .subquery()
    )
    same = [last.c[name] == sa.inspect(Change).columns[name] for name in ("subject", "id", "revision")]
    records = sa.select(col(Change.subject), col(Change.record)).join(last, sa.and_(*same))
    rows: dict[str, list[Record]] = defaultdict(list)
    for subject, record in connection.execute(records.where(col(Change.action) != "retracted")):
        for name, row in _rows(subject, record):
            rows[name].append(row)
    articles = {article["id"] for article in rows["article"] if article["text_kept"]}
    sentences = sa.select(col(Passage.article_id), col(Passage.sha256), col(Passage.text))
    kept = {
        (article, digest): text
        for article, digest, text in connection.execute(sentences.where(col(Passage.article_id).in_(articles)))
    }
    for passage in rows["passage"]:  # the log keeps no sentence: it is shown where it still stands and may
        passage["text"] = kept.get((passage["article_id"], passage["sha256"]))
    return rows


def _standing(connection: Connection, revision: int) -> set[str]:
    """The facts that have changed since and are there now."""
    later = sa.select(col(Change.id)).where(col(Change.revision) > revision)
    return set(connection.scalars(sa.select(col(Fact.id)).where(col(Fact.id).in_(later))))


def _rows(subject: str, record: Record) -> Iterator[tuple[str, Record]]:
    """The rows that were written for a record of the log, each with the name of its table."""
    item = record["id"]
    if subject == "entity":
        yield "entity", record
        if record["type"] in KEYS["entity"]:  # a country has no table of its own
            yield record["type"], record
        yield from (("alias", {"entity_id": item, "alias": alias}) for alias in record["aliases"])
        by_script = (record.get(name) for name in ("name", "name_ko", "name_zh", "name_en"))
        names = [name for name in (*by_script, *record["aliases"]) if name]
        yield from (("name_key", {"key": key, "entity_id": item}) for key in entity_keys(names))
        for start, shared in all_beginnings(names):
            row = {"type": record["type"], "folded": start, "entity_id": item, "shared": shared}
            yield "beginning", row
    elif subject == "article":
        yield "article", record
        for position, passage in enumerate(record["passages"], 1):
            yield "passage", passage | {"article_id": item, "position": position}
    elif subject == "merge":
        yield "merge", record
    elif subject in FACTS:
        yield "fact", record
        yield FACTS[subject], record
        roles = [(name.removesuffix("_id"), value) for name, value in record.items() if name.endswith("_id")]
        for role, entity in (*roles, *(("party", party) for party in record.get("parties", []))):
            yield "participant", {"fact_id": item, "role": role, "entity_id": entity}
        yield from (("citation", citation) for citation in record.get("citations", []))


def _moved(connection: Connection, revision: int) -> list[str]:
    """The organizations that have come or gone since or whose parent has changed."""
    later = col(Change.revision) > revision
    parents = connection.scalars(sa.select(col(Change.record)).where(later, col(Change.subject) == FactType.PARENT))
    come = sa.select(col(Change.id)).where(later, col(Change.subject) == "entity", col(Change.action) != "changed")
    return sorted({*connection.scalars(come), *(record["organization_id"] for record in parents)})


def _shadow_lineage(connection: Connection, moved: Sequence[str]) -> None:
    """Write the roll-up again of what has moved and of all that is below it, by the parents as they were."""
    _mark(connection, "lineage")
    marked = sa.select(CHANGED["lineage"].c.id)
    connection.execute(sa.insert(CHANGED["lineage"]), [{"id": item} for item in moved])
    now = col(Lineage.organization_id)  # nothing stands in front of it yet
    below = sa.select(now).where(col(Lineage.ancestor_id).in_(marked), now.not_in(marked)).distinct()
    connection.execute(sa.insert(CHANGED["lineage"]).from_select(["id"], below))
    itself = col(Organization.id)
    up = (
        sa.select(itself.label("organization_id"), itself.label("ancestor_id"), sa.literal(0).label("depth"))
        .where(itself.in_(marked))
        .cte(recursive=True)
    )
    parent = sa.select(up.c.organization_id, col(Parent.parent_id), up.c.depth + 1)
    up = up.union(parent.join(Parent, col(Parent.organization_id) == up.c.ancestor_id))
    is_top = ~sa.exists().where(col(Parent.organization_id) == up.c.ancestor_id)
    rows = sa.select(up.c.ancestor_id, up.c.organization_id, sa.func.min(up.c.depth), is_top)
    rows = rows.group_by(up.c.ancestor_id, up.c.organization_id)
    _copy_empty(connection, "lineage")
    into = ["ancestor_id", "organization_id", "depth", "is_top"]
    connection.execute(sa.insert(PAST["lineage"]).from_select(into, rows))
    restored = connection.scalar(sa.select(PAST["lineage"].c.depth).limit(1)) is not None
    _show(connection, "lineage", "organization_id NOT IN (SELECT id FROM changed_lineage)", restored=restored)


def _mark(connection: Connection, kind: str) -> None:
    """Make the table of the ids that have changed."""
    connection.exec_driver_sql(f"CREATE TEMPORARY TABLE changed_{kind} (id TEXT PRIMARY KEY)")


def _copy_empty(connection: Connection, name: str) -> None:
    """Make the table of the rows that are restored, with the columns of the one that they come from."""
    made = f"CREATE TEMPORARY TABLE past_{name} AS SELECT * FROM {name} WHERE false"  # noqa: S608 - names of our own
    connection.exec_driver_sql(made)


def _show(connection: Connection, name: str, condition: str, *, restored: bool) -> None:
    """Put the rows that fulfil a condition, and those restored, in front of a table."""
    rows = f"SELECT * FROM {_schema(connection)}.{name} WHERE {condition}"  # noqa: S608 - names of our own
    if restored:
        rows += f" UNION ALL SELECT * FROM past_{name}"  # noqa: S608 - names of our own
    connection.exec_driver_sql(f"CREATE TEMPORARY VIEW {name} AS {rows}")


def _schema(connection: Connection) -> str | None:
    """Where the tables are, for names that no temporary view may take."""
    return "main" if connection.dialect.name == "sqlite" else connection.dialect.default_schema_name


def _value(column: sa.ColumnClause[Any], row: Record) -> object:
    """A value of a record as its column takes it."""
    value = row.get(column.name)
    if isinstance(column.type, sa.JSON):
        return value or {}  # the log leaves out what is empty
    if value is not None and isinstance(column.type, sa.Date):
        return date.fromisoformat(value)
    return Decimal(value) if value is not None and isinstance(column.type, ExactDecimal) else value
