"""A draft as TOML for an editor: `records.toml` and the entries for the gazetteer, with what is uncertain beside them.

Only what verification would take for a table is one; the rest stands there as comments, to be completed or deleted.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.models import EntityFacts
from app.reading.candidates import ROLES, Candidate, Draft
from app.reading.passages import read_passages
from app.seeding.drafted import Drafted, records_of
from app.seeding.forms import ENTITY_FORMS, EntityForm, FactForm
from app.seeding.newcomers import entry_values, newcomers
from app.seeding.toml import toml_table, toml_value
from app.shapes.drafts import DraftEntity
from app.vocabulary import EntityType, FactType, OrganizationKind, ProductKind

WIDTH = 119
HEADINGS = {
    FactType.FOUNDING: "Foundings",
    FactType.EMPLOYMENT: "Employments",
    FactType.INVESTMENT: "Investments",
    FactType.MEMBERSHIP: "Memberships",
    FactType.CLAIM: "Claims about a whole cohort",
    FactType.FIGURE: "Figures",
    FactType.ACTIVITY: "Activities",
    FactType.PARENT: "Parents",
    FactType.MAKER: "Makers",
}
KINDS = {EntityType.ORGANIZATION: OrganizationKind.COMPANY, EntityType.PRODUCT: ProductKind.SERVICE}
"""The kind that is written where none is known."""
SURE = 0.8
"""Below this confidence, a table says how sure it is."""
RECORDS_BEGIN = """\
# Proposed by reading the text: every table is to be looked at. `passage` is the sentence of the text; `as_written` and
# every one of `words` stand literally in it. `haigui verify` checks what is left.
"""
GAZETTEER_BEGIN = """\
# What the text names and the gazetteer does not have under that name: entries for gazetteer.toml. Ids are permanent
# once loaded. Where a comment names an entry that is the same, give that one another alias instead.
"""


@dataclass(frozen=True)
class AsToml:
    """The two files."""

    records: str
    gazetteer: str


def as_toml(draft: Draft, text: str, taken: Collection[str]) -> AsToml:
    """A draft of a text as the files of an editor; `taken` are the ids that new entities may not have."""
    new = newcomers(draft.proposals, taken)
    by_name = {entity.name: entity for entity in new}
    candidates = {f"c{number}": candidate for number, candidate in enumerate(draft.candidates, 1)}

    def stands(name: str, item: str | None) -> str:
        return item or (by_name[name].id if name in by_name else name)

    passages = {passage.id: passage.text for passage in read_passages(text)}
    drafted = records_of(list(candidates.items()), stands, passages)
    records = "\n".join([RECORDS_BEGIN, *_records(drafted, candidates, by_name)])
    return AsToml(records, "\n".join([GAZETTEER_BEGIN, *map(_entry, new)]))


def _records(
    drafted: Drafted, candidates: Mapping[str, Candidate], by_name: Mapping[str, DraftEntity]
) -> Iterator[str]:
    incomplete = dict.fromkeys(wrong.candidate for wrong in drafted.wrong)
    for fact_type, heading in HEADINGS.items():
        forms: Sequence[FactForm] = getattr(drafted.records, fact_type.value)
        others = [key for key in incomplete if candidates[key].type == fact_type]
        if forms or others:
            yield f"# ── {heading} ".ljust(WIDTH, "─") + "\n"
        for index, form in enumerate(forms):
            keys = [drafted.origins[fact_type.value, index, number] for number in range(len(form.citations))]
            remarks = [line for key in keys for line in _remarks(candidates[key], by_name)]
            yield _commented(dict.fromkeys(remarks)) + _table(fact_type, form)
        for key in others:
            wrong = [f"{each.field}: {each.message}" for each in drafted.wrong if each.candidate == key]
            remarks = [*_remarks(candidates[key], by_name), f"No record yet: {'; '.join(wrong)}."]
            fields = candidates[key].model_dump(exclude_defaults=True)
            shown = (f"{name} = {toml_value(value)}" for name, value in fields.items() if name not in UNSHOWN)
            yield _commented([*remarks, f"[[{fact_type}]]", *shown])


LAST = ("period", "of")
UNSHOWN = {"type", "start", "end", "confidence", "doubts", "rule"}


def _remarks(candidate: Candidate, by_name: Mapping[str, DraftEntity]) -> Iterator[str]:
    """What a reviewer should know of a candidate."""
    if candidate.confidence < SURE:
        yield f"Confidence {candidate.confidence:g}" + (f", by the rule {candidate.rule}." if candidate.rule else ".")
    yield from candidate.doubts
    for role, name, item in candidate.names():
        if item is not None:
            continue
        if entity := by_name.get(name):
            near = f"; near are {', '.join(entity.near)}" if entity.near else ""
            yield f"{role}: “{name}” is not in the gazetteer; proposed as {entity.id}{near}."
        else:
            yield f"{role}: nobody is known as “{name}”; give an id."


def _table(fact_type: FactType, form: FactForm) -> str:
    """A table as they stand in `records.toml`."""
    values = form.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    citations = values.pop("citations")
    lines = [f"{name} = {toml_value(values[name])}" for name in _in_order(values)]
    cited = [f"  {toml_value(citation)}," for citation in citations]
    return "\n".join([f"[[{fact_type}]]", *lines, "citations = [", *cited, "]", ""])


def _in_order(values: Mapping[str, Any]) -> list[str]:
    """Whom it is about first, then what it says, the time and the base last."""
    roles = [name for name in ROLES if name in values]
    return [
        *roles,
        *(name for name in values if name not in {*roles, *LAST}),
        *(name for name in LAST if name in values),
    ]


def _entry(entity: DraftEntity) -> str:
    """An entry as they stand in `gazetteer.toml`."""
    values = entry_values(entity)
    remarks = [f"Named in the text as “{entity.name}”."]
    if entity.near:
        remarks.append(f"Near are {', '.join(entity.near)}: is it one of them?")
    if entity.type in KINDS and "kind" not in values:
        kind = KINDS[entity.type]
        remarks.append(f"The kind is not known; allowed: {', '.join(type(kind))}.")
        values = {"id": values.pop("id"), "kind": kind, **values}
    return _commented(remarks) + toml_table(entity.type, values)


def entry_as_toml(form: EntityForm) -> str:
    """An entry as it stands in `gazetteer.toml`."""
    values = form.model_dump(exclude_none=True, exclude_defaults=True)
    entity_type = next(name for name, of in ENTITY_FORMS.items() if of is type(form))
    first = [name for name in ("id", "kind", "name", *EntityFacts.model_fields) if name in values]
    return toml_table(entity_type, {name: values[name] for name in dict.fromkeys([*first, *values])})


def _commented(lines: Iterable[str]) -> str:
    return "".join(f"# {' '.join(line.split())}\n" for line in lines)
