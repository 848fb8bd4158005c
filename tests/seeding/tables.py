"""What stands in a database, table by table, and what the change log says should stand there."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel, col

from app.db import reading
from app.models import Change, Fact
from app.seeding.files import read_seeds
from app.seeding.graph import Loaded, fact_records
from app.seeding.load import load

ALPHA = Path("articles/2024-05-10-alpha-nebula")
GAMMA = Path("articles/2024-05-11-gamma-nebula")
VEGA = Path("articles/2024-06-20-beta-vega")

Dump = Mapping[str, list[str]]


def dump(engine: Engine) -> Dump:
    """Every row of every table but `document`, in an order of its own: a load drops documents and makes none."""
    with reading(engine) as connection:
        return {
            table.name: sorted(str(row._asdict()) for row in connection.execute(sa.select(table)))
            for table in SQLModel.metadata.sorted_tables
            if table.name != "document"
        }


def content(tables: Dump) -> Dump:
    """A dump without its history: two ways to the same data differ only there."""
    return {name: rows for name, rows in tables.items() if name not in {"revision", "change"}}


def load_all(engine: Engine, seeds: Path, *, dry_run: bool = False) -> list[Loaded]:
    """Load a folder as `haigui load` does."""
    return list(load(engine, read_seeds(seeds), dry_run=dry_run))


def told(loaded: list[Loaded]) -> dict[str, dict[str, dict[str, int]]]:
    """What a load says it did: numbers by source, action and subject; sources without a change are left out."""
    return {one.source: {act: dict(counts) for act, counts in one.counts().items()} for one in loaded if one.changes}


def edit(path: Path, old: str, new: str) -> None:
    """Put other words in the one place of a file where the old ones stand."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")


def append(path: Path, text: str) -> None:
    """Put words at the end of a file."""
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


def rows(engine: Engine, statement: sa.Executable) -> list[tuple[Any, ...]]:
    """The rows of one question, as plain tuples."""
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(statement)]


def one(engine: Engine, statement: sa.Executable) -> Any:
    """The one value that a question has for an answer."""
    ((value,),) = rows(engine, statement)
    return value


def facts(engine: Engine) -> dict[str, dict[str, Any]]:
    """Every fact as the loader sees it, with its citations."""
    with reading(engine) as connection:
        return fact_records(connection, connection.scalars(sa.select(col(Fact.id))).all())


def replayed(engine: Engine) -> dict[str, dict[str, Any]]:
    """The change log from its beginning: what stands at the end, by kind and id."""
    state: dict[str, dict[str, Any]] = {kind: {} for kind in ("entity", "article", "merge", "distinction", "fact")}
    log = sa.select(col(Change.action), col(Change.subject), col(Change.id), col(Change.record))
    for action, subject, item, record in rows(engine, log.order_by(col(Change.revision), col(Change.position))):
        there = state.get(subject, state["fact"])
        assert (item in there) == (action != "added"), f"{subject} {item} was {action} out of order"
        if action == "retracted":
            assert there.pop(item) == record, f"{item} was not as its retraction says"
        else:
            assert there.get(item) != record, f"{item} was changed into itself"
            there[item] = record
    return state


def as_json(records: Mapping[str, Any]) -> Any:
    """Records as the log keeps them."""
    return json.loads(json.dumps(records))
