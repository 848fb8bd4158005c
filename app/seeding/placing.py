"""Where a candidate stands in the text: offsets from words, and whether its words are there. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.errors import HaiguiError
from app.reading.candidates import Candidate
from app.reading.passages import Passage
from app.vocabulary import Attribution

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
            "passage", f"the text has no passage {str(wanted)[:20]}; it has {_few(one.id for one in passages)}"
        )
    for one in chosen:
        if words in one.text:
            return _found(one, words)
    found = [one for one in passages if words in one.text]
    if "passage" in given or not found:
        where = f"it stands in {_few(one.id for one in found)}" if found else "it stands nowhere in the text"
        raise Misplaced("as_written", f"“{words[:80]}” does not stand literally in {wanted or 'a passage'}; {where}")
    if len(found) > 1:
        raise Misplaced("passage", f"“{words[:80]}” stands in {_few(one.id for one in found)}; say in which")
    return _found(found[0], words)


def _found(passage: Passage, words: str) -> dict[str, Any]:
    start = passage.start + passage.text.index(words)
    return {"start": start, "end": start + len(words), "passage": passage.id}


def out_of_proportion(candidate: Candidate) -> bool:
    """Whether a number is larger or finer than anything that is counted: it would only fill memory."""
    conversion = candidate.stated_conversion
    numbers = [candidate.value, candidate.value_min, candidate.value_max, conversion and conversion.value]
    return any(number and abs(number.adjusted()) > MOST_DIGITS for number in numbers)


def unsupported(candidate: Candidate, text: str, passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """What of a candidate does not stand in the text: the field, and why."""
    passage = next((one for one in passages if one.id == candidate.passage), None)
    if passage is None:
        yield "passage", f"the text has no passage {candidate.passage[:20]}; it has {_few(one.id for one in passages)}"
        return
    there = text[candidate.start : candidate.end]
    if there != candidate.as_written:
        yield "as_written", f"at {candidate.start}:{candidate.end} stands “{there[:80]}”, not “{candidate.as_written}”"
    elif not passage.start <= candidate.start <= candidate.end <= passage.end:
        yield "passage", f"{passage.id} is {passage.start}:{passage.end}, not around {candidate.start}:{candidate.end}"
    earlier = "\n".join(
        one.text for one in passages if one.paragraph == passage.paragraph and one.sentence < passage.sentence
    )
    for key, words in candidate.words.items():
        carried = key == "speaker" and candidate.attribution == Attribution.CARRIED
        if words not in (earlier if carried else passage.text):
            where = f"a passage before {passage.id}" if carried else passage.id
            yield f"words.{key}", f"“{words}” does not stand literally in {where}"
    conversion = candidate.stated_conversion
    if conversion is not None and conversion.as_written not in passage.text:
        yield "stated_conversion", f"“{conversion.as_written}” does not stand literally in {passage.id}"


def _few(ids: Iterator[str]) -> str:
    some = list(ids)
    return ", ".join(some[:8]) + (", …" if len(some) > 8 else "")  # noqa: PLR2004 - as many as a line takes
