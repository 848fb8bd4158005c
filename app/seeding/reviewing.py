"""Reviewing: what a patch makes of a draft. Everything it says is checked first; then all of it holds, or nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from app.errors import InvalidInput, InvalidParameter, allowed_words, invalid_values
from app.reading.candidates import Candidate, Proposal
from app.reading.grounded import misplaced
from app.reading.passages import read_passages
from app.seeding.forms import SLUG
from app.seeding.known import Entities
from app.seeding.newcomers import in_brackets, newcomer
from app.seeding.placing import Misplaced, out_of_proportion, place
from app.seeding.references import ANYTHING, kinds_of
from app.shapes.drafts import DraftArticle, DraftCandidate, DraftEntity, NewType, Review, shown
from app.shapes.patches import CandidateChange, DraftPatch
from app.vocabulary import Decision, EntityType, OrganizationKind

Shape = TypeVar("Shape", bound=BaseModel)
NEW_TYPES = get_args(NewType)
BASES = ("prior_employer", "versus")


class Reviewing:
    """One patch on the way into a draft."""

    def __init__(self, review: Review, text: str, entities: Entities) -> None:
        self.review = review.model_copy(deep=True)
        self.text = text
        self.passages = read_passages(text)
        self.entities = entities
        self.errors: list[InvalidParameter] = []

    def apply(self, patch: DraftPatch) -> Review:
        """The draft after the patch. **Raises** `InvalidInput` that names every field at fault."""
        if patch.article:
            values = self.review.article.model_dump() | patch.article
            if (article := self._valid(DraftArticle, values, "article")) is not None:
                self.review.article = article
                self._slug(article.id, "article.id")
                self._slug(article.story, "article.story")
        for at, values in enumerate(patch.entities):
            self._entity(values, f"entities[{at}]")
        for at, change in enumerate(patch.candidates):
            self._candidate(change, f"candidates[{at}]")
        for at, values in enumerate(patch.add):
            self._add(values, f"add[{at}]")
        if self.errors:
            raise InvalidInput(self.errors[:50])
        return self.review

    def settle(self) -> Review:
        """The draft with an id, or an entity to decide on, for every name of every candidate."""
        for each in self.review.candidates:
            each.candidate = shown(self._named(each.read, each.id))
        return self.review

    def _wrong(self, where: str, message: str) -> None:
        self.errors.append(InvalidParameter("body", where[:120], message[:400]))

    def _slug(self, item: str, where: str) -> None:
        if not re.fullmatch(SLUG, item):
            self._wrong(where, f"“{item[:80]}” is no id: small Latin letters and digits, joined by hyphens")

    def _valid(self, shape: type[Shape], values: Mapping[str, Any], where: str) -> Shape | None:
        try:
            return shape.model_validate(values)
        except ValidationError as error:
            for found in invalid_values(error.errors(include_url=False), "body", where):
                self._wrong(found.name, found.message)
            return None

    def _entity(self, values: dict[str, Any], where: str) -> None:
        name = values.get("name")
        at = next((at for at, known in enumerate(self.review.entities) if known.name == name), None)
        current = self.review.entities[at].model_dump() if at is not None else {}
        entity = self._valid(DraftEntity, current | values, where)
        if entity is None:
            return
        entity.is_new = entity.id not in self.entities.types([entity.id])
        if entity.is_new:
            self._slug(entity.id, f"{where}.id")
        if at is None:
            self.review.entities.append(entity)
        else:
            self.review.entities[at] = entity

    def _candidate(self, change: CandidateChange, where: str) -> None:
        by_id = {each.id: each for each in self.review.candidates}
        if (change.id is None) == (change.index is None):
            self._wrong(where, "give the `id` of a candidate, or its `index`")
            return
        if change.index is not None:
            some = self.review.candidates[change.index : change.index + 1]
            chosen = some[0] if some else None
        else:
            chosen = by_id.get(change.id or "")
        if chosen is None:
            named = str(change.id if change.index is None else change.index)
            self._wrong(where, f"there is no candidate “{named[:80]}”; {allowed_words(named, list(by_id), 20)}")
            return
        if change.decision is not None:
            chosen.decision = change.decision
        if change.corrected:
            before = chosen.read
            corrected = self._grounded(before.model_dump(), change.corrected, f"{where}.corrected")
            if corrected is not None and corrected != before:
                chosen.proposed = chosen.proposed or (shown(before) if chosen.by == "reader" else None)
                chosen.candidate = shown(corrected)

    def _add(self, values: dict[str, Any], where: str) -> None:
        said = str(values.get("decision", Decision.ACCEPT))
        decision = next((word for word in Decision if word == said), None)
        if decision is None:
            self._wrong(f"{where}.decision", f"“{said[:80]}”: {allowed_words(said, list(Decision))}")
            return
        given = {name: value for name, value in values.items() if name != "decision"}
        candidate = self._grounded({"confidence": 1.0}, given, where)
        if candidate is not None:
            numbers = [int(each.id[1:]) for each in self.review.candidates]
            self.review.candidates.append(
                DraftCandidate(
                    id=f"c{max(numbers, default=0) + 1}",
                    decision=decision,
                    by="reviewer",
                    candidate=shown(candidate),
                )
            )

    def _grounded(self, before: Mapping[str, Any], given: Mapping[str, Any], where: str) -> Candidate | None:
        """The candidate with its new values, if it stands in the text and all that it names can be meant."""
        values = _corrected(before, given)
        try:
            values |= place(values, given, self.passages)
        except Misplaced as error:
            self._wrong(f"{where}.{error.field}", str(error))
            return None
        candidate = self._valid(Candidate, values, where)
        if candidate is None:
            return None
        if len(candidate.party_ids) != len(candidate.parties):
            self._wrong(f"{where}.party_ids", f"{len(candidate.party_ids)} for {len(candidate.parties)} parties")
            return None
        if out_of_proportion(candidate):
            self._wrong(f"{where}.value", "is out of all proportion")
            return None
        for field, message in misplaced(self.text, self.passages, candidate):
            self._wrong(f"{where}.{field}", message)
        self._known(candidate, where)
        return self._named(candidate, where)

    def _known(self, candidate: Candidate, where: str) -> None:
        """Make sure that the ids exist, or are those of entities that the draft proposes."""
        ids = {item for _, _, item in candidate.names() if item is not None}
        there = self.entities.types(ids).keys() | {entity.id for entity in self.review.entities}
        for role, _, item in candidate.names():
            if item is not None and item not in there:
                near = [entity.id for entity in self.review.entities]
                message = f"there is nothing with the id “{item[:80]}”"
                self._wrong(f"{where}.{role}_id", f"{message}; {allowed_words(item, near, 10)}" if near else message)

    def _named(self, candidate: Candidate, where: str) -> Candidate:
        """The candidate with the ids of all names that exactly one entity has; others become entities to decide on."""

        def meant(role: str, name: str, item: str | None) -> str | None:
            if item is not None or any(entity.name == name for entity in self.review.entities):
                return item
            kinds = ANYTHING if role == "attributed_to" else kinds_of(candidate.type, role)
            types = [of for of in EntityType if of in kinds]
            found = self.entities.find(name, types)
            if found is None:
                self._propose(name, types, candidate, where, role)
            return found

        changed = dict(_meant(candidate, meant))
        return candidate.model_copy(update=changed) if changed else candidate

    def _propose(self, name: str, types: Sequence[EntityType], candidate: Candidate, where: str, role: str) -> None:
        """Put a name that nobody has among the entities to decide on."""
        possible = [of for of in types if of in NEW_TYPES]
        if not possible:
            self._wrong(f"{where}.{role}", f"there is no {' or '.join(types)} called “{name}”; give the id")
            return
        proposal = Proposal.model_validate(
            {
                "name": name,
                "type": possible[0],
                "kind": OrganizationKind.STARTUP if role == "startup" else None,
                "aliases": in_brackets(name, self.text),
                "start": candidate.start,
                "end": candidate.end,
                "near": self.entities.near(name, possible[0]),
            }
        )
        self.review.entities.append(newcomer(proposal, _Taken(self.entities, self.review.entities)))


class _Taken:
    """The ids that a new entity may not have."""

    def __init__(self, entities: Entities, proposed: Sequence[DraftEntity]) -> None:
        self.entities = entities
        self.proposed = {entity.id for entity in proposed}

    def __contains__(self, item: object) -> bool:
        return item in self.proposed or bool(self.entities.types([str(item)]))


def _corrected(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with their new values. Another name loses the id of the one before; an id alone is its own name."""
    values = {name: value for name, value in {**before, **given}.items() if value is not None}
    for role in _roles():
        if role in given and f"{role}_id" not in given and given[role] != before.get(role):
            values.pop(f"{role}_id", None)
        elif f"{role}_id" in values and role not in values:
            values[role] = values[f"{role}_id"]
    if "parties" in given and "party_ids" not in given:
        values["party_ids"] = [None] * len(values.get("parties", ()))
    return values


def _roles() -> list[str]:
    """The roles of a candidate."""
    return [name.removesuffix("_id") for name in Candidate.model_fields if name.endswith("_id")]


def _meant(candidate: Candidate, meant: Callable[[str, str, str | None], str | None]) -> Iterable[tuple[str, object]]:
    """The fields of ids that change once names are looked up."""
    for role in _roles():
        name, item = getattr(candidate, role), getattr(candidate, f"{role}_id")
        if name is not None and (found := meant(role, name, item)) != item:
            yield f"{role}_id", found
    ids = tuple(meant("party", *pair) for pair in zip(candidate.parties, candidate.party_ids, strict=True))
    if ids != candidate.party_ids:
        yield "party_ids", ids
    if candidate.of is not None:
        found_of = {
            f"{role}_id": meant(f"of_{role}", name, getattr(candidate.of, f"{role}_id"))
            for role in BASES
            if (name := getattr(candidate.of, role)) is not None
        }
        base = candidate.of.model_copy(update=found_of)
        if base != candidate.of:
            yield "of", base
