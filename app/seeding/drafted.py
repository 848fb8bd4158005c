"""Candidates as records: the forms of a records file, with the words that verification asks for. Pure.

Used twice: to write a `records.toml` for an editor, where names that nobody knows may stand, and to publish a draft,
where every name must have been decided.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import ValidationError

from app.errors import said_by_pydantic
from app.reading.candidates import ROLES, Candidate
from app.seeding.forms import FactForm, RecordsForm
from app.seeding.records import state_form
from app.seeding.references import Given, Place
from app.vocabulary import Attribution, FactType

Resolve = Callable[[str, str | None], str | None]
"""From the name and the id that the candidate has to what stands in the record; None if nobody knows."""
FEW = 60
PLAIN = (
    "relation", "extent", "open_ended", "kind", "description", "place", "metric", "value", "value_min", "value_max",
    "unit", "qualifier", "round", "status", "title",
)  # fmt: skip
SPEAKER = "attributed_to"
BASES = ("prior_employer", "versus")
Said = tuple[str, str]
"""What is wrong: a field of the candidate, and why."""
GENERAL = frozenset({"qualifier", "status", "unit", "open_ended"})
"""What a reader may say of any candidate; it is left out where the type has no such field."""


@dataclass(frozen=True)
class Wrong:
    """Why a candidate is no record: which candidate, which field of it."""

    candidate: str
    field: str
    message: str


@dataclass
class Drafted:
    """Records, and where each of their tables and citations comes from."""

    records: RecordsForm = field(default_factory=RecordsForm)
    origins: dict[tuple[str, int, int], str] = field(default_factory=dict)
    """By type, place among those of the type, and number of the citation: the key of the candidate."""
    given: dict[Place, Given] = field(default_factory=dict)
    """The names that the text has for ids."""
    wrong: list[Wrong] = field(default_factory=list)


@cache
def form_of(fact_type: FactType) -> type[FactForm]:
    """The form of a type of fact."""
    annotation: Any = RecordsForm.model_fields[fact_type.value].annotation
    form: type[FactForm] = annotation.__args__[0]
    return form


def records_of(candidates: Sequence[tuple[str, Candidate]], resolve: Resolve, passages: Mapping[str, str]) -> Drafted:
    """Candidates, each with its key, as the records of one article. Those that say the same become one fact.

    `passages` are the sentences of the text by id.
    """
    whole = "\n".join(passages.values())
    drafted = Drafted()
    tables: dict[str, tuple[FactType, FactForm, list[tuple[str, Candidate]]]] = {}
    for key, candidate in candidates:
        form, wrong = form_of_candidate(candidate, resolve, passages)
        drafted.wrong += [Wrong(key, place, message) for place, message in wrong]
        if form is None:
            continue
        stated = state_form(candidate.type, form).id
        if stated in tables:
            _, known, sources = tables[stated]
            tables[stated] = (
                candidate.type,
                known.model_copy(update={"citations": [*known.citations, *form.citations]}),
                [*sources, (key, candidate)],
            )
        else:
            tables[stated] = candidate.type, form, [(key, candidate)]
    by_type: dict[str, list[FactForm]] = {fact_type.value: [] for fact_type in FactType}
    for fact_type, form, sources in tables.values():
        index = len(by_type[fact_type.value])
        by_type[fact_type.value].append(form)
        for number, (key, candidate) in enumerate(sources):
            drafted.origins[fact_type.value, index, number] = key
            drafted.given |= _given((fact_type.value, index), number, candidate, resolve, whole)
    drafted.records = RecordsForm().model_copy(update=by_type)
    return drafted


def form_of_candidate(
    candidate: Candidate, resolve: Resolve, passages: Mapping[str, str]
) -> tuple[FactForm | None, list[Said]]:
    """The table that a candidate makes or, if it makes none, what is wrong by field."""
    form = form_of(candidate.type)
    wrong: list[Said] = []
    values = _values(candidate, resolve, form, wrong)
    values["citations"] = [_citation(candidate, resolve, passages, wrong)]
    if wrong:
        return None, wrong
    try:
        return form.model_validate(values), []
    except ValidationError as error:
        return None, [(_field(found["loc"]), said_by_pydantic(found)) for found in error.errors()]


def _values(candidate: Candidate, resolve: Resolve, form: type[FactForm], wrong: list[Said]) -> dict[str, Any]:
    """What the candidate states, but for its citation."""
    known = form.model_fields.keys()
    period = {"from": candidate.period_from, "to": candidate.period_to}
    values: dict[str, Any] = {
        **{role: name for role in ROLES[:-1] if (name := getattr(candidate, role)) is not None},
        **{name: value for name in PLAIN if (value := getattr(candidate, name)) is not None},
        "parties": candidate.parties,
        "of": candidate.of,
        "period": {name: day for name, day in period.items() if day is not None},
    }
    for name in [name for name, value in values.items() if value in (None, (), {})]:
        del values[name]
    for name in values.keys() - known:
        del values[name]
        if name not in GENERAL:
            field_name = "period_from" if name == "period" else name
            wrong.append((field_name, f"a {candidate.type} has no {name}"))
    for role in values.keys() & set(ROLES):
        values[role] = _resolved(resolve, role, values[role], getattr(candidate, f"{role}_id"), wrong)
    if "parties" in values:
        ids = candidate.party_ids or (None,) * len(candidate.parties)
        pairs = zip(candidate.parties, ids, strict=True)
        values["parties"] = [_resolved(resolve, "party", name, item, wrong) for name, item in pairs]
    if candidate.of is not None and "of" in values:
        base = {name: value for name in ("population", "by") if (value := getattr(candidate.of, name)) is not None}
        for role in BASES:
            if (name := getattr(candidate.of, role)) is not None:
                base[role] = _resolved(resolve, f"of.{role}", name, getattr(candidate.of, f"{role}_id"), wrong)
        values["of"] = base
    return values


def _resolved(resolve: Resolve, role: str, name: str, item: str | None, wrong: list[Said]) -> str:
    """What stands in the record for a name."""
    found = resolve(name, item)
    if found is None:
        wrong.append((role, f"“{name}” is nobody yet: accept it as a new entity, or give the id that it means"))
    return found or name


def _citation(candidate: Candidate, resolve: Resolve, passages: Mapping[str, str], wrong: list[Said]) -> dict[str, Any]:
    """Where and in which words the text states it, with the names that the words leave out."""
    citation: dict[str, Any] = {
        "passage": candidate.passage,
        "as_written": candidate.as_written,
        "words": _words(candidate, passages.get(candidate.passage, "")),
    }
    if candidate.attributed_to is not None:
        speaker = _resolved(resolve, SPEAKER, candidate.attributed_to, candidate.attributed_to_id, wrong)
        citation |= {SPEAKER: speaker, "attribution": candidate.attribution}
    elif candidate.attribution != Attribution.NONE:
        wrong.append((SPEAKER, f"is missing, though `attribution` is {candidate.attribution}"))
    if candidate.stated_conversion is not None:
        citation["conversion"] = dict(vars(candidate.stated_conversion))
    return citation


def _words(candidate: Candidate, passage: str) -> dict[str, str]:
    """The words that state single fields: those that were read, and names beside what is quoted."""
    words = dict(candidate.words)
    for role, name, _ in candidate.names():
        is_plain = role not in {SPEAKER, "party", *BASES} and role not in words
        if is_plain and name in passage and name not in candidate.as_written and len(name) <= FEW:
            words[role] = name
    return words


def _given(
    place: tuple[str, int], number: int, candidate: Candidate, resolve: Resolve, whole: str
) -> dict[Place, Given]:
    """The names that the text has for ids, by place in the records."""
    found: dict[Place, Given] = {}
    for at, (role, name, item) in enumerate(candidate.names()):
        known = resolve(name, item)
        if known is not None and known != name and name in whole:
            where: Place = (*place, "citations", number, role) if role == SPEAKER else (*place, role, number, at)
            found[where] = Given(name, known)
    return found


def _field(loc: Sequence[str | int]) -> str:
    """The candidate's field for a place in a form."""
    parts = [str(part) for part in loc if not isinstance(part, int) and not str(part).startswith("function-")]
    if parts[:1] == ["citations"]:
        parts = parts[1:] or ["as_written"]
    if parts[:1] == ["period"]:
        return "period_to" if parts[1:] == ["to"] else "period_from"
    return {"conversion": "stated_conversion"}.get(parts[0], ".".join(parts)) if parts else "type"
