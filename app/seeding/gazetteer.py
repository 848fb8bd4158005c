"""Loading the gazetteer: entities and the editorial links between them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.errors import InvalidRecords, Mistake
from app.models import Alias, Cohort, Entity, Fact, Lineage, Maker, Organization, Parent, Person, Product
from app.seeding.forms import CohortForm, EntityForm, GazetteerForm, OrganizationForm, ProductForm
from app.seeding.graph import Change, Loaded, add_facts, differences, fact_changes, fact_records, finish, settle
from app.seeding.identity import (
    Ends,
    ends_of,
    follow,
    read_merges,
    wanted_merges,
    with_names,
    write_distinctions,
    write_merges,
)
from app.seeding.records import Statement, plain, state
from app.seeding.restating import restate, write_restated
from app.seeding.rows import batches, column_names, insert, one_of, table_of, update
from app.vocabulary import FactType

TABLES: dict[str, Any] = {"organization": Organization, "person": Person, "product": Product, "cohort": Cohort}


def load_gazetteer(connection: Connection, gazetteer: GazetteerForm) -> Loaded:
    """Bring entities, links and merges to what the gazetteer says. **Raises** `InvalidRecords`."""
    return finish(connection, "gazetteer", write_gazetteer(connection, gazetteer))


def write_gazetteer(connection: Connection, gazetteer: GazetteerForm) -> list[Change]:
    """Add and change entities and the links between them that we state. What a gazetteer leaves out, stays.

    What was merged is no entity, and all that was said of it is said of what it was merged into; without the merge it
    is one again. **Raises** `InvalidRecords`.
    """
    stored_merges = read_merges(connection)
    merges = wanted_merges(gazetteer, stored_merges)
    leads = ends_of(merges)
    forms = {form.id: _entity_record(entity_type, form) for entity_type, _, form in gazetteer.entities()}
    there = stored_entities(connection, {*forms, *leads, *leads.values()})
    wanted = {item: record for item, record in forms.items() if item not in leads}
    for merge in merges.values():
        end = merge["entity_id"]
        wanted[end] = with_names(wanted.get(end) or there[end], merge["names"])
    changes: list[Change] = []
    new = [record for item, record in wanted.items() if item not in there]
    _insert_entities(connection, new)
    changes += [("added", "entity", record["id"], record) for record in new]
    for item, record in wanted.items():
        if item in there and record != there[item]:
            _update_entity(connection, record, there[item])
            changes.append(("changed", "entity", item, record))
    changes += _load_links(connection, gazetteer, there, ends_of(stored_merges), leads)
    write_merges(connection, merges, stored_merges)
    changes += _remove_entities(connection, [there[item] for item in sorted(there.keys() & leads.keys())])
    changes += differences("merge", stored_merges, merges)
    changes += write_distinctions(connection, gazetteer)
    return changes


def _load_links(
    connection: Connection, gazetteer: GazetteerForm, known: Collection[str], before: Ends, leads: Ends
) -> list[Change]:
    """State anew what is said of merged and split entities; add, change and retract the links that we state."""
    facts: dict[str, Statement] = {}
    for fact in _editorial_facts(gazetteer):
        said, merged = follow(fact, leads)
        if not merged or said.id not in facts:  # of two reasons, that of the entry that stays
            facts[said.id] = said
    stored = _stored_editorial(connection, {form.id for _, _, form in gazetteer.entities()}.intersection(known))
    restated = restate(connection, before, leads, stored)
    old = fact_records(connection, {*facts, *stored, *restated.ids})
    write_restated(connection, restated)
    added = add_facts(connection, [fact for item, fact in facts.items() if item not in old.keys() | restated.facts])
    notes = {item: facts[item].note if item in facts else None for item in {*facts, *stored}}
    renoted = [
        {"id": item, "note": note}
        for item, note in sorted(notes.items())
        if item in restated.ids or (item in old and note != old[item]["note"])
    ]
    update(connection, Fact, renoted)
    touched = {*old, *restated.facts}
    settle(connection, touched)
    return [*fact_changes(old, fact_records(connection, touched)), *added]


def _remove_entities(connection: Connection, records: Sequence[dict[str, Any]]) -> list[Change]:
    """Remove entities of which nothing is said any longer."""
    for some in batches(record["id"] for record in records):
        below = sa.or_(one_of(col(Lineage.organization_id), some), one_of(col(Lineage.ancestor_id), some))
        connection.execute(sa.delete(table_of(Lineage)).where(below))
        connection.execute(sa.delete(table_of(Alias)).where(one_of(col(Alias.entity_id), some)))
        for model in (*TABLES.values(), Entity):
            table = table_of(model)
            connection.execute(sa.delete(table).where(one_of(table.c.id, some)))
    return [("retracted", "entity", record["id"], record) for record in records]


def _entity_record(entity_type: str, form: EntityForm) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": form.id,
        "type": entity_type,
        "name": form.name,
        "name_ko": form.name_ko,
        "name_zh": form.name_zh,
        "name_en": form.name_en,
        "note": form.note,
        "aliases": sorted(set(form.aliases)),
    }
    if isinstance(form, OrganizationForm | ProductForm):
        record["kind"] = form.kind.value
    if isinstance(form, OrganizationForm | CohortForm):
        record["country_id"] = form.country
    if isinstance(form, CohortForm):
        record["definition"] = form.definition
    return record


def stored_entities(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The records of those that exist, by id: as the log of changes has them."""
    stored: dict[str, dict[str, Any]] = {}
    for some in batches(ids):
        for row in connection.execute(sa.select(table_of(Entity)).where(one_of(col(Entity.id), some))).all():
            stored[row.id] = {name: plain(value) for name, value in row._asdict().items()} | {"aliases": []}
    for some in batches(stored):
        for model in TABLES.values():
            table = table_of(model)
            for row in connection.execute(sa.select(table).where(one_of(table.c.id, some))).all():
                stored[row.id] |= {name: plain(value) for name, value in row._asdict().items()}
        for row in connection.execute(
            sa.select(table_of(Alias)).where(one_of(col(Alias.entity_id), some)).order_by(col(Alias.alias))
        ):
            stored[row.entity_id]["aliases"].append(row.alias)
    return stored


def _insert_entities(connection: Connection, records: Sequence[dict[str, Any]]) -> None:
    insert(connection, Entity, [_columns(Entity, record) for record in records])
    for entity_type, model in TABLES.items():
        insert(connection, model, [_columns(model, record) for record in records if record["type"] == entity_type])
    insert(connection, Alias, [row for record in records for row in _aliases(record)])


def _aliases(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"entity_id": record["id"], "alias": alias} for alias in record["aliases"]]


def _update_entity(connection: Connection, record: dict[str, Any], stored: dict[str, Any]) -> None:
    """Change what an entity is called or what kind it is; its id and type are for good."""
    if record["type"] != stored["type"]:
        message = f"“{record['id']}” is the permanent id of a {stored['type']}; a {record['type']} needs another"
        raise InvalidRecords([Mistake("gazetteer.toml", 0, record["type"], message)])
    for model in (Entity, TABLES.get(record["type"])):
        if model is not None:
            table = table_of(model)
            columns = _columns(model, record)
            connection.execute(sa.update(table).where(table.c.id == record["id"]).values(columns))
    connection.execute(sa.delete(table_of(Alias)).where(col(Alias.entity_id) == record["id"]))
    insert(connection, Alias, _aliases(record))


def _columns(model: Any, record: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any table class
    return {name: record[name] for name in column_names(model) if name in record}


def _editorial_facts(gazetteer: GazetteerForm) -> Iterator[Statement]:
    for organization in gazetteer.organization:
        if organization.parent:
            row = {"organization_id": organization.id, "parent_id": organization.parent.id}
            yield state(FactType.PARENT, row, note=organization.parent.note)
    for product in gazetteer.product:
        if product.maker:
            row = {"product_id": product.id, "organization_id": product.maker.id}
            yield state(FactType.MAKER, row, note=product.maker.note)


def _stored_editorial(connection: Connection, entities: Iterable[str]) -> set[str]:
    """The facts that the gazetteer said of these entities before."""
    found: set[str] = set()
    for some in batches(entities):
        for key, model in ((col(Parent.organization_id), Parent), (col(Maker.product_id), Maker)):
            facts = sa.select(col(Fact.id)).join(table_of(model), table_of(model).c.id == col(Fact.id))
            found.update(connection.scalars(facts.where(one_of(key, some), col(Fact.note).is_not(None))))
    return found
