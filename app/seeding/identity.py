"""Who is who: which ids lead to which entity, and what records state once that is known.

A merge changes no file. What an article's records say under an id that was merged is said of the entity that the id
leads to; the citation keeps the id that stands in the records (`merged`), so that a split can give it back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.errors import InvalidRecords, Mistake, allowed_words
from app.models import Distinction, Merge
from app.seeding.forms import EntityForm, GazetteerForm, ends
from app.seeding.graph import Change, differences
from app.seeding.records import Statement, plain, state
from app.seeding.references import names_of
from app.seeding.rows import batches, column_names, insert, table_of
from app.seeding.source import Source

Ends = Mapping[str, str]
"""By merged id, the id of the entity that it leads to in the end."""
Merged = dict[str, Any]
"""By role of a fact, the id that stands in the records; under `parties` all of them; `attributed_to` the speaker."""
SPEAKER, PARTIES = "attributed_to", "parties"


def identity_mistakes(gazetteer: GazetteerForm, source: Source) -> Iterator[Mistake]:
    """Merges of what is not there, of different types, of one id twice, or in a circle; and contradictions."""
    types = {form.id: entity_type for entity_type, _, form in gazetteer.entities()}
    seen: set[str] = set()
    leads = gazetteer.ends()
    for index, merge in enumerate(gazetteer.merge):
        pair = {"from": merge.old, "into": merge.into}
        yield from _unknown(pair, types, source, ("merge", index))
        if not types.keys() >= set(pair.values()):
            continue
        if types[merge.old] != types[merge.into]:
            message = f"“{merge.old}” is a {types[merge.old]}, “{merge.into}” a {types[merge.into]}: they cannot be one"
            yield source.mistake(("merge", index, "into"), message)
        elif merge.old in seen:
            yield source.mistake(("merge", index, "from"), f"“{merge.old}” is merged twice")
        elif merge.old not in leads:
            yield source.mistake(("merge", index, "into"), f"“{merge.old}” is merged in a circle: it leads nowhere")
        seen.add(merge.old)
    for index, distinct in enumerate(gazetteer.distinct):
        yield from _unknown({"a": distinct.a, "b": distinct.b}, types, source, ("distinct", index))
        if leads.get(distinct.a, distinct.a) == leads.get(distinct.b, distinct.b):
            message = f"“{distinct.a}” and “{distinct.b}” are one, by their id or by a merge"
            yield source.mistake(("distinct", index, "b"), message)


def _unknown(
    pair: Mapping[str, str], types: Mapping[str, str], source: Source, place: tuple[str, int]
) -> Iterator[Mistake]:
    """Tell which of two ids are not in the gazetteer."""
    for key, item in pair.items():
        if item not in types:
            message = f"there is no “{item}” here; {allowed_words(item, sorted(types), 5)}"
            hint = f"; if it stands in the database alone, `haigui entry {item}` prints the entry to be added here"
            yield source.mistake((*place, key), message + hint)


def read_merges(connection: Connection) -> dict[str, dict[str, Any]]:
    """The merges that hold, as records, by the id that was given up."""
    rows = connection.execute(sa.select(table_of(Merge)).order_by(col(Merge.id)))
    return {row.id: {name: plain(value) for name, value in row._asdict().items()} for row in rows}


def ends_of(merges: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Where merges lead."""
    return {item: merge["entity_id"] for item, merge in merges.items()}


def wanted_merges(gazetteer: GazetteerForm, stored: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The merges that hold once a gazetteer is loaded: its own, and those that it does not speak of.

    It speaks of a merge if it holds both entries: without the merge they are two. **Raises** `InvalidRecords` for a
    circle through merges of another gazetteer.
    """
    forms = {form.id: (entity_type, form) for entity_type, _, form in gazetteer.entities()}
    kept = {item: merge for item, merge in stored.items() if not {item, merge["into_id"]} <= forms.keys()}
    wanted = kept | {
        merge.old: _merge(merge.old, merge.into, merge.note, *forms[merge.old]) for merge in gazetteer.merge
    }
    leads = ends({item: merge["into_id"] for item, merge in wanted.items()})
    if circle := sorted(wanted.keys() - leads.keys()):
        message = f"{', '.join(circle)}: merged in a circle, together with what is in the database"
        raise InvalidRecords([Mistake("database", 0, "merge", message)])
    return {item: merge | {"entity_id": leads[item]} for item, merge in sorted(wanted.items())}


def _merge(item: str, into: str, note: str, entity_type: str, form: EntityForm) -> dict[str, Any]:
    return {"id": item, "type": entity_type, "into_id": into, "entity_id": into, "names": names_of(form), "note": note}


def write_merges(connection: Connection, wanted: Mapping[str, dict[str, Any]], gone: Iterable[str]) -> None:
    """Bring the merges to those wanted."""
    for some in batches({*wanted, *gone}):
        connection.execute(sa.delete(table_of(Merge)).where(col(Merge.id).in_(some)))
    insert(connection, Merge, [{name: merge[name] for name in column_names(Merge)} for merge in wanted.values()])


def write_distinctions(connection: Connection, gazetteer: GazetteerForm) -> list[Change]:
    """Bring the pairs that are two to what a gazetteer says of its entries; tell what changed."""
    ids = {form.id for _, _, form in gazetteer.entities()}
    rows = connection.execute(sa.select(table_of(Distinction)).order_by(col(Distinction.a_id), col(Distinction.b_id)))
    stored = {
        pair: {"id": pair, **row._asdict()}
        for row in rows
        if {row.a_id, row.b_id} <= ids and (pair := _pair(row.a_id, row.b_id))
    }
    wanted: dict[str, dict[str, Any]] = {}
    for form in gazetteer.distinct:
        a, b = sorted((form.a, form.b))
        wanted[_pair(a, b)] = {"id": _pair(a, b), "a_id": a, "b_id": b, "note": form.note}
    for old in stored.values():
        here = sa.and_(col(Distinction.a_id) == old["a_id"], col(Distinction.b_id) == old["b_id"])
        connection.execute(sa.delete(table_of(Distinction)).where(here))
    names = column_names(Distinction)
    insert(connection, Distinction, [{name: row[name] for name in names} for row in wanted.values()])
    return list(differences("distinction", stored, wanted))


def _pair(a: str, b: str) -> str:
    return f"{a}~{b}"


def follow(statement: Statement, leads: Ends) -> tuple[Statement, Merged]:
    """What a statement says once ids lead where they do, and the ids that stood there for others."""
    merged: Merged = {}
    row = dict(statement.row)
    for role, item in statement.participants:
        if role != "party" and item in leads:
            merged[role] = item
            row[f"{role}_id"] = leads[item]
    parties = [item for role, item in statement.participants if role == "party"]
    if any(party in leads for party in parties):
        merged[PARTIES] = parties
        parties = sorted({leads.get(party, party) for party in parties})
    if not merged:
        return statement, merged
    return state(statement.type, row, parties, statement.note), merged


def as_recorded(statement: Statement, merged: Merged) -> Statement:
    """The statement as it stands in the records, from what it says once ids lead where they do."""
    roles = {role: item for role, item in merged.items() if role not in {SPEAKER, PARTIES}}
    if not roles and PARTIES not in merged:
        return statement
    row = statement.row | {f"{role}_id": item for role, item in roles.items()}
    parties: Sequence[str] = [item for role, item in statement.participants if role == "party"]
    return state(statement.type, row, list(merged.get(PARTIES, parties)), statement.note)


def in_order(citations: Iterable[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """The citations of one fact in one article, numbered anew; each comes with the id of the fact as recorded."""
    ordered = sorted(citations, key=lambda found: (found[0], found[1]["position"]))
    return [citation | {"position": at} for at, (_, citation) in enumerate(ordered, 1)]


def joined_forms(gazetteer: GazetteerForm) -> dict[str, tuple[str, EntityForm]]:
    """The entries by id; each of those that are one has the names of all."""
    forms = {form.id: (entity_type, form) for entity_type, _, form in gazetteer.entities()}
    leads = gazetteer.ends()
    names: dict[str, list[str]] = {}
    for old, end in leads.items():
        if old in forms and end in forms:
            names.setdefault(end, names_of(forms[end][1])).extend(names_of(forms[old][1]))
    for item, end in [*leads.items(), *((end, end) for end in names)]:
        if item in forms and end in names:
            entity_type, form = forms[item]
            forms[item] = entity_type, form.model_copy(update={"aliases": [*form.aliases, *names[end]]})
    return forms


def with_names(record: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """An entity's record with further names as aliases, but for those that it has."""
    own = {record[name] for name in ("name", "name_ko", "name_zh", "name_en")}
    return record | {"aliases": sorted({*record["aliases"], *(name for name in names if name not in own)})}
