"""A draft under review: which candidates a person accepted, rejected or corrected, which is next, what is written."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from app.corrections import Correction, corrected
from app.errors import HaiguiError
from app.reading.candidates import Candidate
from app.reading.grounded import missing, ungrounded
from app.reading.passages import Passage, read_passages

Decision = Literal["accepted", "rejected"]


class Reviewed(Candidate):
    """A candidate with what was decided of it; nothing yet if that is none."""

    decision: Decision | None = None


class NotReviewable(HaiguiError):
    """A file that is no draft, or a draft of another text."""


class Refused(HaiguiError):
    """A decision or correction that would not hold; each reason in a line."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


class Review:
    """Goes through the candidates of one text in the order of their words; the order in the file stays.

    `published_on` is the day from which relative periods count, where it is known. **Raises** `NotReviewable`.
    """

    def __init__(self, draft: str, text: str, published_on: date | None = None) -> None:
        self.head, self.items = _read(draft)
        self.text = text
        self.published_on = published_on or _day_of(self.head)
        self.passages = {passage.id: passage for passage in read_passages(text)}
        _must_fit(self.items, text, self.passages)
        self.order = sorted(range(len(self.items)), key=lambda at: (self.items[at].start, self.items[at].end, at))
        self.at = -1
        self.skip()

    @property
    def current(self) -> Reviewed | None:
        """The candidate that is to be decided; none at the end."""
        return self.items[self.order[self.at]] if self.at < len(self.order) else None

    def ordered(self) -> Iterator[Reviewed]:
        """All candidates in the order of their words."""
        return (self.items[at] for at in self.order)

    def passage_of(self, item: Candidate) -> Passage:
        """The sentence that states it."""
        return self.passages[item.passage]

    def objections(self, item: Candidate) -> list[str]:
        """Why it cannot be accepted as it is."""
        lacking = [f"{field} is missing" for field in missing(item)]
        return lacking + ungrounded(self.text, list(self.passages.values()), item, self.published_on)

    def accept(self) -> None:
        """Take the current one as it is, and go on. **Raises** `Refused` where it does not hold."""
        if self.current and (reasons := self.objections(self.current)):
            raise Refused(reasons)
        self._decide("accepted")

    def reject(self) -> None:
        """Turn the current one down, and go on."""
        self._decide("rejected")

    def skip(self) -> None:
        """Go to the next one that is not decided."""
        later = range(self.at + 1, len(self.order))
        self.at = next((at for at in later if self.items[self.order[at]].decision is None), len(self.order))

    def back(self) -> bool:
        """Go to the one before, decided or not; False at the first."""
        if self.at == 0:
            return False
        self.at -= 1
        return True

    def correct(self, changes: Sequence[Correction]) -> None:
        """Change fields of the current one, which is then to be decided anew. **Raises** `Refused`, changing nothing.

        What is already wrong may stay so: two fields that belong together can be set one after the other.
        """
        item = self.current
        if item is None:
            raise Refused(["there is nothing to correct"])
        try:
            fields = corrected(item, changes, self.passages, self.published_on)
            changed = Reviewed.model_validate(fields | {"decision": None})
        except ValidationError as error:
            raise Refused([f"{_place(one['loc'])}: {one['msg']}" for one in error.errors()]) from error
        except ValueError as error:
            raise Refused([str(error)]) from error
        passages = list(self.passages.values())
        before = ungrounded(self.text, passages, item, self.published_on)
        after = ungrounded(self.text, passages, changed, self.published_on)
        if new := [reason for reason in after if reason not in before]:
            raise Refused(new)
        self.items[self.order[self.at]] = changed

    def accept_above(self, confidence: float) -> int:
        """Accept all that are not decided, at least so sure, and hold; how many they were."""
        taken = [
            at
            for at, item in enumerate(self.items)
            if item.decision is None and item.confidence >= confidence and not self.objections(item)
        ]
        for at in taken:
            self.items[at] = self.items[at].model_copy(update={"decision": "accepted"})
        return len(taken)

    def count(self, decision: Decision | None) -> int:
        """How many were decided so."""
        return sum(item.decision == decision for item in self.items)

    def written(self) -> str:
        """The draft with its decisions: in the form it was read in."""
        lines = [item.as_json() for item in self.items]
        if self.head is None:
            return "".join(f"{line}\n" for line in lines)
        whole = self.head | {"candidates": [json.loads(line) for line in lines]}
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

    def _decide(self, decision: Decision) -> None:
        if self.current:
            self.items[self.order[self.at]] = self.current.model_copy(update={"decision": decision})
            self.skip()


def _read(draft: str) -> tuple[dict[str, Any] | None, list[Reviewed]]:
    """What stands around the candidates of a JSON document, none for NDJSON, and the candidates."""
    try:
        whole = json.loads(draft)
    except (ValueError, RecursionError):
        whole = None
    if isinstance(whole, dict) and isinstance(whole.get("candidates"), list):
        return whole, [_item(one, f"candidates[{at}]") for at, one in enumerate(whole["candidates"])]
    items = []
    for number, line in enumerate(draft.split("\n"), 1):
        if line.strip():
            try:
                said = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise NotReviewable(f"line {number}: is no JSON: {error}") from error
            items.append(_item(said, f"line {number}"))
    return None, items


def _item(said: object, place: str) -> Reviewed:
    try:
        return Reviewed.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        raise NotReviewable(f"{place}: is no candidate: {_place(first['loc'])}: {first['msg']}") from error


def _must_fit(items: Sequence[Reviewed], text: str, passages: dict[str, Passage]) -> None:
    """Refuse a text that is not the one that was drafted."""
    wrong = [item for item in items if text[item.start : item.end] != item.as_written or item.passage not in passages]
    if wrong:
        item = wrong[0]
        there = text[item.start : min(item.end, item.start + 40)]
        raise NotReviewable(
            f"{len(wrong)} of {len(items)} candidates do not stand where the draft says, so it was made from another "
            f"text or the text was edited: “{item.as_written}” should be text[{item.start}:{item.end}] in "
            f"{item.passage}, where “{there}” stands; draft the text anew, or give the one that was drafted"
        )


def _day_of(head: dict[str, Any] | None) -> date | None:
    said = (head or {}).get("published_on")
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError as error:
        raise NotReviewable(f"published_on: {error}") from error


def _place(location: Sequence[str | int]) -> str:
    return ".".join(map(str, location)) or "candidate"
