"""Whom a record means: by id or, in a records file, by a name in any script that only one entity surely has.

>>> from app.seeding.forms import GazetteerForm
>>> people = [{"id": "yang-zhilin", "name": "Yang Zhilin", "name_zh": "杨植麟"}, {"id": "wang-bo", "name": "王博"}]
>>> resolver = Resolver(GazetteerForm.model_validate({"person": people}))
>>> resolver.resolve("양쯔린", ("person",)), resolver.resolve("wang-bo", ("person",))
('yang-zhilin', 'wang-bo')
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app.errors import HaiguiError
from app.names.folding import fold
from app.names.late import entity_keys, match, query_keys
from app.seeding.forms import ENTITY_ID, EntityForm, FactForm, GazetteerForm, RecordsForm
from app.seeding.likeness import likeness
from app.vocabulary import FactType

Place = tuple[str | int, ...]

SURE = 0.97
"""From this score on, a name that no other entity's name comes as near to is the entity's."""
NEAR = 0.5
MOST_NEAR = 5

ANYTHING = ("organization", "person", "product", "cohort", "country")
KIND_OF_ROLE: Mapping[tuple[FactType, str], tuple[str, ...]] = {
    (FactType.MEMBERSHIP, "member"): ("organization", "person"),
    (FactType.FIGURE, "subject"): ANYTHING,
    (FactType.FIGURE, "of_versus"): ANYTHING,
}
KIND_OF_NAME: Mapping[str, tuple[str, ...]] = {
    "person": ("person",),
    "cohort": ("cohort",),
    "product": ("product",),
    "country": ("country",),
}
"""What an id under a role's name must be; an organization where nothing else is said."""
REFERENCES = (
    "person", "startup", "organization", "investor", "member", "cohort", "subject", "product", "counterpart", "parent",
)  # fmt: skip
"""The keys of a fact that refer to an entity, but for those in lists and tables of their own."""


def kinds_of(fact_type: FactType, role: str) -> tuple[str, ...]:
    """What may stand in a role of a fact."""
    return KIND_OF_ROLE.get((fact_type, role)) or KIND_OF_NAME.get(role.removeprefix("of_"), ("organization",))


class Unresolved(HaiguiError):
    """A name that nobody surely has, or more than one."""


@dataclass(frozen=True)
class Named:
    """One name of an entity."""

    kind: str
    id: str
    name: str


class Resolver:
    """Finds the entity of a gazetteer that a name means."""

    def __init__(self, gazetteer: GazetteerForm) -> None:
        self.gazetteer = gazetteer

    def resolve(self, reference: str, kinds: Sequence[str]) -> str:
        """The id that is meant; what looks like an id is one, whether it exists or not. **Raises** `Unresolved`."""
        if re.fullmatch(ENTITY_ID, reference):
            return reference
        same = {named.id for named in self._by_fold.get(fold(reference), ()) if named.kind in kinds}
        if len(same) == 1:
            return same.pop()
        scores = self._scores(reference, kinds)
        sure = [item for item, score in scores.items() if score >= SURE]
        if len(sure) == 1:
            return sure[0]
        near = sorted(scores.items(), key=lambda found: (-found[1], found[0]))[:MOST_NEAR]
        told = ", ".join(f"{item} ({self._names[item]}, {score:g})" for item, score in near if score >= NEAR)
        who = f"more than one {' or '.join(kinds)} may be" if sure else f"no {' or '.join(kinds)} is surely"
        raise Unresolved(
            f"{who} called “{reference}”; " + (f"near are {told}; give the id" if told else "none is near")
        )

    def _scores(self, reference: str, kinds: Sequence[str]) -> dict[str, float]:
        """How well those match that share a key with a name; whoever does not share the whole of it is not sure."""
        scores: dict[str, float] = {}
        for named in {named for key in query_keys(reference) for named in self._by_key.get(key, ())}:
            if named.kind in kinds:
                whole = likeness([reference], self._called[named.id]).score
                near = whole or min(match(reference, named.name).score, SURE - 0.01)
                scores[named.id] = max(near, scores.get(named.id, 0.0))
        return scores

    @cached_property
    def _called(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for named in self._all():
            found[named.id].append(named.name)
        return found

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {form.id: form.name for _, _, form in self.gazetteer.entities()}

    @cached_property
    def _by_fold(self) -> Mapping[str, Sequence[Named]]:
        found: dict[str, list[Named]] = defaultdict(list)
        for named in self._all():
            found[fold(named.name)].append(named)
        return found

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[Named]]:
        found: dict[str, list[Named]] = defaultdict(list)
        for named in self._all():
            for key in entity_keys([named.name]):
                found[key].append(named)
        return found

    def _all(self) -> Iterator[Named]:
        """Every name; what was merged has the id of what it was merged into."""
        ends = self.gazetteer.ends()
        for kind, _, form in self.gazetteer.entities():
            for name in names_of(form):
                yield Named(kind, ends.get(form.id, form.id), name)


@dataclass(frozen=True)
class Given:
    """A name that stands in the records for an id."""

    name: str
    id: str


def resolved(
    records: RecordsForm, resolver: Resolver
) -> tuple[RecordsForm, dict[Place, Given], list[tuple[Place, str]]]:
    """Records with ids alone; the names that stood there, by place; and what is wrong, by place."""
    given: dict[Place, Given] = {}
    wrong: list[tuple[Place, str]] = []

    def take(reference: str | None, kinds: Sequence[str], place: Place) -> str | None:
        if reference is None:
            return None
        try:
            item = resolver.resolve(reference, kinds)
        except Unresolved as error:
            wrong.append((place, str(error)))
            return reference
        if item != reference:
            given[place] = Given(reference, item)
        return item

    made = {
        fact_type.value: [
            _fact(form, fact_type, (fact_type.value, index), take)
            for index, form in enumerate(getattr(records, fact_type.value))
        ]
        for fact_type in FactType
    }
    return (records.model_copy(update=made) if given else records), given, wrong


def _fact(form: FactForm, fact_type: FactType, place: Place, take: Any) -> FactForm:  # noqa: ANN401 - the function above
    """A fact with ids alone."""
    changed: dict[str, Any] = {}
    for key in REFERENCES:
        if reference := getattr(form, key, None):
            changed[key] = take(reference, kinds_of(fact_type, key), (*place, key))
    if parties := getattr(form, "parties", None):
        changed["parties"] = [
            take(party, ("organization",), (*place, "parties", at)) for at, party in enumerate(parties)
        ]
    if base := getattr(form, "of", None):
        ids = {
            key: take(getattr(base, key), kinds_of(fact_type, f"of_{key}"), (*place, "of", key))
            for key in ("prior_employer", "versus")
        }
        changed["of"] = base.model_copy(update=ids)
    changed["citations"] = [
        citation.model_copy(
            update={"attributed_to": take(citation.attributed_to, ANYTHING, (*place, "citations", at, "attributed_to"))}
        )
        for at, citation in enumerate(form.citations)
    ]
    return form.model_copy(update=changed)


def names_of(entity: EntityForm) -> list[str]:
    """Every name of an entity, the display name first."""
    names = [entity.name, entity.name_ko, entity.name_zh, entity.name_en, *entity.aliases]
    return list(dict.fromkeys(name for name in names if name))
