"""Where a candidate stands in the text: offsets from words. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.errors import HaiguiError
from app.reading.candidates import Candidate
from app.reading.grounded import few
from app.reading.passages import Passage

MOST_DIGITS = 30
PLACES = {"as_written", "passage", "start", "end"}


class Misplaced(HaiguiError):
    """Words that do not stand where they are said to."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def place(values: Mapping[str, Any], given: Mapping[str, Any], passages: Sequence[Passage]) -> dict[str, Any]:
    """`start`, `end` and `passage` for the words, as far as they were not given. **Raises** `Misplaced`.

    Given a passage, the words are looked for there; given a start, the passage is the one around it; given neither,
    they are looked for in the passage that the candidate had, else in the whole text, where they must stand once.
    """
    words = values.get("as_written")
    if not PLACES & given.keys() or not isinstance(words, str) or not words:
        return {}
    if isinstance(start := given.get("start"), int) and not isinstance(start, bool):
        around = next((one for one in passages if one.start <= start < one.end), None)
        if around is None:
            raise Misplaced("start", f"at {start} there is no passage of the text")
        return {
            "start": start,
            "end": given.get("end") or start + len(words),
            "passage": given.get("passage", around.id),
        }
    wanted = values.get("passage")
    chosen = [one for one in passages if one.id == wanted]
    if "passage" in given and not chosen:
        raise Misplaced(
            "passage", f"the text has no passage {str(wanted)[:20]}; it has {few(one.id for one in passages)}"
        )
    for one in chosen:
        if words in one.text:
            return _found(one, words)
    found = [one for one in passages if words in one.text]
    if "passage" in given or not found:
        where = f"it stands in {few(one.id for one in found)}" if found else "it stands nowhere in the text"
        raise Misplaced("as_written", f"“{words[:80]}” does not stand literally in {wanted or 'a passage'}; {where}")
    if len(found) > 1:
        raise Misplaced("passage", f"“{words[:80]}” stands in {few(one.id for one in found)}; say in which")
    return _found(found[0], words)


def _found(passage: Passage, words: str) -> dict[str, Any]:
    start = passage.start + passage.text.index(words)
    return {"start": start, "end": start + len(words), "passage": passage.id}


def out_of_proportion(candidate: Candidate) -> bool:
    """Whether a number is larger or finer than anything that is counted: it would only fill memory."""
    conversion = candidate.stated_conversion
    numbers = [candidate.value, candidate.value_min, candidate.value_max, conversion and conversion.value]
    return any(number and abs(number.adjusted()) > MOST_DIGITS for number in numbers)
