"""What a model replied → candidates. Nothing in a reply is trusted but names and words that stand in the text.

Places, numbers and periods are found and computed here, and each candidate passes the check that the rules' pass.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from app.names.folding import fold
from app.reading.candidates import ROLES, Candidate, KnownEntity
from app.reading.dates import UnreadablePeriod, parse_period
from app.reading.grounded import missing, ungrounded
from app.reading.passages import Passage
from app.reading.quantities import Quantity, UnreadableQuantity, parse_quantity, qualifier_of, read_quantities
from app.vocabulary import Attribution, EntityType, FactType

MOST_SURE: Final = 0.8
"""A model's confidence is capped: it is sure of what it makes up as well, and sure candidates may be taken unseen."""
UNSURE: Final = 0.5
COMPUTED: Final = frozenset({
    "start", "end", "rule", "period_from", "period_to", "qualifier", "stated_conversion", "party_ids", "doubts",
    "attribution",
    *(f"{role}_id" for role in ROLES),
})  # fmt: skip
"""What a candidate has and a model is not asked for; ignored where it says it all the same."""
NUMBERS: Final = ("value", "value_min", "value_max")
_NUMBERED: Final = (FactType.FIGURE, FactType.INVESTMENT)
_SHOWN: Final = 100
_PERSON_OR_ORGANIZATION: Final = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
_TYPES: Final[Mapping[str, frozenset[EntityType]]] = {
    "person": frozenset({EntityType.PERSON}),
    "member": _PERSON_OR_ORGANIZATION,
    "attributed_to": _PERSON_OR_ORGANIZATION,
    "cohort": frozenset({EntityType.COHORT}),
    "product": frozenset({EntityType.PRODUCT}),
    "country": frozenset({EntityType.COUNTRY}),
    "subject": frozenset(EntityType),
    "versus": frozenset(EntityType),
}
_ORGANIZATION: Final = frozenset({EntityType.ORGANIZATION})


class NoCandidates(ValueError):
    """A reply without a list of candidates, not even an empty one."""


class Dropped(ValueError):
    """Why a candidate of a reply is not taken."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The candidates that hold, and of each other one why it does not."""

    candidates: tuple[Candidate, ...]
    dropped: tuple[str, ...]


class ReplyReader:
    """Reads what a model replies about one text."""

    def __init__(
        self, text: str, passages: Sequence[Passage], published_on: date, known: Sequence[KnownEntity]
    ) -> None:
        self.text = text
        self.passages = {passage.id: passage for passage in passages}
        self.published_on = published_on
        self.known: dict[str, list[KnownEntity]] = defaultdict(list)
        for entity in known:
            for name in dict.fromkeys(map(fold, entity.names)):
                self.known[name].append(entity)

    def read(self, reply: str) -> Reply:
        """The candidates of a reply. **Raises** `NoCandidates`."""
        kept: dict[str, Candidate] = {}
        dropped = []
        for said in listed(reply):
            try:
                candidate = self._candidate(said)
            except Dropped as reason:
                dropped.append(f"{_shown(said)}: {reason}")
            else:
                kept[candidate.as_json()] = candidate
        return Reply(tuple(kept.values()), tuple(dropped))

    def _candidate(self, said: object) -> Candidate:
        """One candidate, computed where it must be. **Raises** `Dropped`."""
        if not isinstance(said, dict):
            raise Dropped("is no object")
        given = {key: value for key, value in said.items() if key not in COMPUTED and value not in (None, "", {}, [])}
        if unknown := sorted(set(given) - set(Candidate.model_fields)):
            raise Dropped(f"there is no field {', '.join(map(str, unknown))}")
        passage = self.passages.get(str(given.get("passage")))
        words = given.get("as_written")
        if passage is None or not isinstance(words, str) or words not in passage.text:
            raise Dropped("as_written does not stand in the passage")
        start = passage.start + passage.text.index(words)
        given |= {"start": start, "end": start + len(words), "rule": "model", "confidence": _confidence(given)}
        if isinstance(given.get("words"), dict):
            given["words"] = {key: value for key, value in given["words"].items() if value not in (None, "")}
        if isinstance(given.get("parties"), list):
            given["party_ids"] = [None] * len(given["parties"])
        if given.get("type") in _NUMBERED:
            given = _with_numbers(given, passage)
        given = _attributed(given, passage)
        try:
            candidate = Candidate.model_validate(given)
        except ValidationError as error:
            raise Dropped("; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())) from error
        candidate = self._identified(self._dated(candidate))
        if lacking := missing(candidate):
            raise Dropped(f"{candidate.type} without {', '.join(lacking)}")
        if reasons := ungrounded(self.text, list(self.passages.values()), candidate, self.published_on):
            raise Dropped("; ".join(reasons))
        return candidate

    def _dated(self, candidate: Candidate) -> Candidate:
        """The candidate with the period that its words say; words that say none are a doubt."""
        words = candidate.words.get("period")
        if words is None:
            return candidate
        try:
            period = parse_period(words, self.published_on)
        except UnreadablePeriod as error:
            rest = {key: value for key, value in candidate.words.items() if key != "period"}
            doubts = (*candidate.doubts, f"The period was not understood: {error}.")
            return candidate.model_copy(update={"words": rest, "doubts": doubts})
        return candidate.model_copy(update={"period_from": period.start, "period_to": period.end})

    def _identified(self, candidate: Candidate) -> Candidate:
        """The candidate with the id of each name that one known entity has; other names are doubts."""
        doubts = list(candidate.doubts)
        ids = {role: self._id(role, name, doubts) for role, name, _ in candidate.names() if role != "party"}
        update: dict[str, Any] = {f"{role}_id": ids[role] for role in ROLES if role in ids}
        update["party_ids"] = tuple(self._id("party", name, doubts) for name in candidate.parties)
        if candidate.of is not None:
            within = {f"{role}_id": ids[role] for role in ("prior_employer", "versus") if role in ids}
            update["of"] = candidate.of.model_copy(update=within)
        return candidate.model_copy(update=update | {"doubts": tuple(doubts)})

    def _id(self, role: str, name: str, doubts: list[str]) -> str | None:
        types = _TYPES.get(role, _ORGANIZATION)
        found = [entity.id for entity in self.known.get(fold(name), ()) if entity.type in types]
        if len(found) == 1:
            return found[0]
        doubts.append(
            f"“{name}” is the name of {', '.join(found)}."
            if found
            else f"“{name}” is not known as {role} by this name."
        )
        return None


def listed(reply: str) -> list[object]:
    """The candidates of a reply as they were said: in a fence, among prose, or cut off in the middle.

    'Here: ```{"candidates": [{"type": "founding"}]}```' → [{'type': 'founding'}]

    **Raises** `NoCandidates`.
    """
    found: list[object] = []
    is_list = False
    for value in _json_in(reply.rpartition("</think>")[2]):
        held = value.get("candidates", [value] if "type" in value else None) if isinstance(value, dict) else value
        if isinstance(held, list) and (held is not value or any(isinstance(item, dict) for item in held)):
            found += held
            is_list = True
    if not is_list:
        raise NoCandidates(f"it holds no list of candidates as JSON: {reply.strip()[:_SHOWN]!r}")
    return found


def _json_in(reply: str) -> Iterator[object]:
    """The outermost JSON objects and arrays of a reply that are whole."""
    decoder = json.JSONDecoder()
    at = 0
    while starts := [place for mark in "{[" if (place := reply.find(mark, at)) >= 0]:
        at = min(starts)
        try:
            value, at = decoder.raw_decode(reply, at)
        except (ValueError, RecursionError):
            at += 1
        else:
            yield value


def _with_numbers(given: dict[str, Any], passage: Passage) -> dict[str, Any]:
    """The fields with the quantity of their words as the sentence has it: '3조 원' in '약 3조 원' is about as much.

    A number that the model gave stays, to be refuted by the check: who reads a sum wrong understood something else.
    """
    is_figure = given["type"] == FactType.FIGURE
    held = given.get("words")
    words: dict[str, Any] = held if isinstance(held, dict) else {}
    said = given["as_written"] if is_figure else words.get("value")
    if not isinstance(said, str):
        return given
    found = _quantity(said, passage)
    numbers = {"value": found.value, "value_min": found.value_min, "value_max": found.value_max, "unit": found.unit}
    if not is_figure:
        if not found.unit.is_currency:
            raise Dropped(f"an investment is money, not {found.unit}")
        return {**numbers, **given, "words": words | {"value": found.as_written}}
    place = {
        "as_written": found.as_written,
        "start": passage.start + found.start,
        "end": passage.start + found.end,
    }
    return {**numbers, **given, **place, **_qualified(found, words, passage), **_converted(found)}


def _qualified(found: Quantity, words: Mapping[str, object], passage: Passage) -> dict[str, object]:
    """The qualifier, with the words that say it where they stand outside the quantity: '예상된다'."""
    alone = parse_quantity(found.as_written).qualifier
    rest = {key: value for key, value in words.items() if key != "qualifier"}
    if found.qualifier == alone:
        return {"qualifier": alone, "words": rest}
    after = (word.strip(".,”’\"'()") for word in passage.text[found.end :].split())
    for said in (words.get("qualifier"), *after):
        if isinstance(said, str) and qualifier_of(said) == found.qualifier:
            return {"qualifier": found.qualifier, "words": rest | {"qualifier": said}}
    doubt = f"The sentence reads as if “{found.as_written}” were {found.qualifier}: which words say so was not found."
    return {"qualifier": alone, "words": rest, "doubts": (doubt,)}


def _converted(found: Quantity) -> dict[str, object]:
    """The conversion of a quantity, if it is one number."""
    conversion = found.conversion
    if conversion is None or conversion.value is None:
        return {}
    said = {
        "value": conversion.value,
        "unit": conversion.unit,
        "qualifier": parse_quantity(conversion.as_written).qualifier,
        "as_written": conversion.as_written,
    }
    return {"stated_conversion": said}


def _attributed(given: dict[str, Any], passage: Passage) -> dict[str, Any]:
    """The fields with how the speaker is tied to the passage: named in it, or carried from one before."""
    words = given.get("words")
    named = words.get("speaker") if isinstance(words, dict) else None
    speaker = named or given.get("attributed_to")
    if not isinstance(speaker, str) or "attributed_to" not in given:
        return given
    return {**given, "attribution": Attribution.STATED if speaker in passage.text else Attribution.CARRIED}


def _quantity(words: str, passage: Passage) -> Quantity:
    """The quantity of the passage that the words say. **Raises** `Dropped`."""
    try:
        alone = parse_quantity(words)
    except UnreadableQuantity as error:
        raise Dropped(str(error)) from error
    for found in read_quantities(passage.text):
        same = (found.value, found.value_min, found.value_max, found.unit)
        if same == (alone.value, alone.value_min, alone.value_max, alone.unit) and (
            words in found.as_written or found.as_written in words
        ):
            return found
    raise Dropped(f"{passage.id} has no quantity “{words}”")


def _confidence(given: Mapping[str, object]) -> float:
    said = given.get("confidence")
    is_number = isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= 1
    return min(float(said), MOST_SURE) if is_number and isinstance(said, int | float) else UNSURE


def _shown(said: object) -> str:
    shown = json.dumps(said, ensure_ascii=False, default=str)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
