"""What things are called, written down to be searched: where a search may begin in a name, and the keys of names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Alias, Beginning, Entity, NameKey
from app.models import Change as ChangeLog
from app.names.folding import all_beginnings
from app.names.late import entity_keys
from app.seeding.rows import batches, column_names, delete_texts, insert_texts, one_of, table_of
from app.seeding.spread import spread

Change = tuple[str, str, str, dict[str, Any]]
Named = tuple[str, str]
"""Type and id of something that has names."""
NAMES = ("name", "name_ko", "name_zh", "name_en")
AT_ONCE = 5000
"""Entities whose names are read at once."""
PILES = {
    model: sa.Table(
        f"pile_of_{table_of(model).name}",
        sa.MetaData(),
        *(sa.Column(name, table_of(model).c[name].type) for name in column_names(model)),
        prefixes=["TEMPORARY"],
    )
    for model in (Beginning, NameKey)
}


def write_names(connection: Connection, changes: Sequence[Change]) -> None:
    """Write where searches begin in the names of the entities that changes leave, and the keys of the names."""
    known = [item for action, _, item, _ in changes if action != "added"]
    before = _logged_names(connection, known)
    left = (change for change in changes if change[0] != "retracted")
    named = {(record["type"], item): _names(record) for _, _, item, record in left}
    for model in (Beginning, NameKey):
        delete_texts(connection, table_of(model), sorted(_rows(model, before)))
        insert_texts(connection, table_of(model), sorted(_rows(model, named)))


def _names(record: Mapping[str, Any]) -> list[str]:
    """All names in the record of an entity."""
    return [name for name in (*map(record.__getitem__, NAMES), *record["aliases"]) if name]


def _logged_names(connection: Connection, entities: Iterable[str]) -> dict[Named, list[str]]:
    """The names that entities had after the last change that is logged: an index by entity would be as large as all."""
    named: dict[Named, list[str]] = {}
    for some in batches(entities):
        logged = sa.select(col(ChangeLog.id), col(ChangeLog.record)).where(
            one_of(col(ChangeLog.id), some), col(ChangeLog.subject) == "entity"
        )
        for item, record in connection.execute(logged.order_by(col(ChangeLog.revision))):
            named[record["type"], item] = _names(record)
    return named


def _rows(model: Any, named: Mapping[Named, Sequence[str]]) -> set[tuple[Any, ...]]:  # noqa: ANN401 - a table class
    """The rows of a table of names, given by the type and the id of what is called so."""
    if model is Beginning:
        return {
            (of, start, item, shared) for (of, item), names in named.items() for start, shared in all_beginnings(names)
        }
    return {(key, item) for (_, item), names in named.items() for key in entity_keys(names)}


def fill_names(connection: Connection, models: Sequence[Any]) -> None:
    """Fill empty tables of names: the rows are piled up first, then written in the order of the tables."""
    for model in models:
        PILES[model].create(connection)
    for rows in spread(partial(_rows_of_all, models), _all_names(connection)):
        for model, some in zip(models, rows, strict=True):
            insert_texts(connection, PILES[model], some)
    for model in models:
        pile = PILES[model]
        in_order = sa.select(*pile.columns).order_by(*pile.columns)
        connection.execute(sa.insert(table_of(model)).from_select(list(pile.columns.keys()), in_order))
        pile.drop(connection)


def _rows_of_all(models: Sequence[Any], named: Mapping[Named, Sequence[str]]) -> list[list[tuple[Any, ...]]]:
    """The rows of each table of names."""
    return [list(_rows(model, named)) for model in models]


def _all_names(connection: Connection) -> Iterator[dict[Named, list[str]]]:
    """The names of all entities, some thousand at a time."""
    names = [table_of(Entity).c[name] for name in NAMES]
    last = ""
    while True:
        some = sa.select(table_of(Entity).c.id).where(col(Entity.id) > last).order_by(col(Entity.id)).limit(AT_ONCE)
        among = some.subquery()
        entities = sa.select(col(Entity.type), col(Entity.id), *names).join(among, among.c.id == col(Entity.id))
        named = {(of.value, item): list(filter(None, each)) for of, item, *each in connection.execute(entities).all()}
        if not named:
            return
        types = {item: of for of, item in named}
        aliases = sa.select(table_of(Alias)).join(among, among.c.id == col(Alias.entity_id))
        for item, alias in connection.execute(aliases).all():
            named[types[item], item].append(alias)
        yield named
        last = max(types)
