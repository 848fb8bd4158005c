"""Why a candidate's words do not stand where they must: the same check for every reader, whether rules or a model.

What passes here passes `haigui verify` too, as far as words and numbers go.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from app.reading.candidates import ROLES_OF, Candidate, Conversion
from app.reading.dates import UnreadablePeriod, parse_period
from app.reading.passages import Passage
from app.reading.quantities import Quantity, UnreadableQuantity, parse_quantity, qualifier_of, read_quantities
from app.vocabulary import Attribution, FactType

PERIOD_WORDS: Final = ("period", "since")
"""The keys of `words` that can state a period."""
_FEW: Final = 8
NEEDED: Final = {
    FactType.EMPLOYMENT: ("status",),
    FactType.CLAIM: ("relation", "extent", "parties"),
    FactType.FIGURE: ("metric", "unit"),
    FactType.ACTIVITY: ("kind", "status"),
}
"""Fields, beside the roles, without which a candidate of a type says nothing."""


def missing(candidate: Candidate) -> list[str]:
    """The fields without which the candidate says nothing.

    An employment of somebody, nobody knows where → ['organization']
    """
    needed = (*ROLES_OF[candidate.type], *NEEDED.get(candidate.type, ()))
    lacking = [field for field in needed if not getattr(candidate, field)]
    if candidate.type is FactType.ACTIVITY and (candidate.organization is None) == (candidate.cohort is None):
        lacking.append("either organization or cohort")
    return lacking


def ungrounded(
    text: str, passages: Sequence[Passage], candidate: Candidate, published_on: date | None = None
) -> list[str]:
    """Every reason, each in a sentence; none for a candidate whose words stand in the text.

    `passages` are those of the text (`read_passages`). Periods are computed again where it is known when the text was
    published.
    """
    return list(_reasons(text, passages, candidate, published_on))


def misplaced(text: str, passages: Sequence[Passage], candidate: Candidate) -> Iterator[tuple[str, str]]:
    """What of a candidate does not stand where it says: the field, and why."""
    start, end, words = candidate.start, candidate.end, candidate.as_written
    passage = _passage_of(candidate, passages)
    if passage is None:
        yield "passage", f"the text has no passage {candidate.passage[:20]}; it has {few(one.id for one in passages)}"
        return
    if text[start:end] != words:
        yield "as_written", f"at {start}:{end} stands “{text[start : min(end, start + 60)]}”, not “{words}”"
    if not passage.start <= start <= end <= passage.end:
        yield "passage", f"{start}:{end} does not lie inside {passage.id}, which is {passage.start}:{passage.end}"
    before = _before(passage, passages)
    for key, said in candidate.words.items():
        if key == "speaker" and candidate.attribution is Attribution.CARRIED:
            if not any(said in one for one in before):
                yield f"words.{key}", f"“{said}” stands in no passage before {passage.id} in its paragraph"
        elif said not in passage.text:
            yield f"words.{key}", f"“{said}” does not stand literally in {passage.id}"
    conversion = candidate.stated_conversion
    if conversion is not None and conversion.as_written not in passage.text:
        yield "stated_conversion", f"“{conversion.as_written}” does not stand literally in {passage.id}"


def few(ids: Iterator[str]) -> str:
    """The first of them, as many as a line takes."""
    some = list(ids)
    return ", ".join(some[:_FEW]) + (", …" if len(some) > _FEW else "")


def _passage_of(candidate: Candidate, passages: Sequence[Passage]) -> Passage | None:
    return next((one for one in passages if one.id == candidate.passage), None)


def _before(passage: Passage, passages: Sequence[Passage]) -> list[str]:
    """The sentences before one in its paragraph."""
    return [one.text for one in passages if one.paragraph == passage.paragraph and one.sentence < passage.sentence]


def _reasons(text: str, passages: Sequence[Passage], candidate: Candidate, published_on: date | None) -> Iterator[str]:
    start, end, words = candidate.start, candidate.end, candidate.as_written
    yield from (f"{field}: {message}" for field, message in misplaced(text, passages, candidate))
    passage = _passage_of(candidate, passages)
    if passage is None:
        return
    yield from _fields(candidate, passage)
    yield from _names(candidate, passages)
    yield from _speaker(candidate, passage, _before(passage, passages))
    if candidate.type is FactType.FIGURE:
        yield from _figure(candidate, passage, words, start - passage.start if text[start:end] == words else None)
    elif candidate.type is FactType.INVESTMENT and (candidate.value, candidate.unit) != (None, None):
        yield from _figure(candidate, passage, candidate.words.get("value", words), None)
    elif (candidate.value, candidate.value_min, candidate.value_max) != (None, None, None):
        yield f"value: a fact of type {candidate.type} has none"
    if candidate.stated_conversion and candidate.stated_conversion.as_written in passage.text:
        yield from _conversion(candidate.stated_conversion, passage)
    yield from _period(candidate, published_on)


def _fields(candidate: Candidate, passage: Passage) -> Iterator[str]:
    """Fields that are words of the text themselves, where no others are given for them."""
    fields = ["title", "place", "round", *(["unit"] if candidate.type is FactType.EMPLOYMENT else [])]
    for field in fields:
        said = getattr(candidate, field)
        if said is not None and field not in candidate.words and said not in passage.text:
            where = f"does not stand literally in {passage.id}"
            yield f"{field}: “{said}” {where}; give the words for it as `words.{field}`"


def _names(candidate: Candidate, passages: Sequence[Passage]) -> Iterator[str]:
    """Names are as the text has them."""
    if len(candidate.parties) != len(candidate.party_ids):
        yield f"there are {len(candidate.parties)} parties, but {len(candidate.party_ids)} ids for them"
        candidate = candidate.model_copy(update={"party_ids": (None,) * len(candidate.parties)})
    given = [(role, name) for role, name, _ in candidate.names()]
    if candidate.of is not None:
        given += [(field, said) for field in ("population", "by") if (said := getattr(candidate.of, field))]
    for role, name in given:
        if not any(name in one.text for one in passages):
            yield f"{role}: “{name}” stands nowhere in the text"


def _speaker(candidate: Candidate, passage: Passage, before: Sequence[str]) -> Iterator[str]:
    """Who says it is named where the attribution says."""
    speaker, attribution = candidate.attributed_to, candidate.attribution
    if (speaker is None) != (attribution is Attribution.NONE):
        yield "`attributed_to` and `attribution` (stated or carried) go together"
    elif speaker is not None and "speaker" not in candidate.words:
        carried = attribution is Attribution.CARRIED
        if not any(speaker in one for one in (before if carried else [passage.text])):
            where = f"no passage before {passage.id} in its paragraph" if carried else f"not even {passage.id}"
            yield f"attributed_to: {where} names “{speaker}”"


def _figure(candidate: Candidate, passage: Passage, words: str, at: int | None) -> Iterator[str]:
    """Value, unit and qualifier are what the words say."""
    try:
        read = parse_quantity(words)
    except UnreadableQuantity as error:
        yield f"value: {error}"
        return
    if not _is_whole(read, passage.text, words, at):
        yield f"value: “{words}” is part of a longer number in {passage.id}"
    stated = (candidate.value, candidate.value_min, candidate.value_max, candidate.unit)
    if stated != (*_numbers(read), read.unit):
        yield f"value: “{words}” gives {_shown(*_numbers(read), read.unit)}, not {_shown(*stated)}"
    said = candidate.words.get("qualifier")
    qualifier = qualifier_of(said) if said else read.qualifier
    if candidate.type is FactType.FIGURE and qualifier != candidate.qualifier:
        hint = "" if said else "; give the words that make it so as `words.qualifier`"
        yield f"qualifier: “{said or words}” says {qualifier or 'none'}, not {candidate.qualifier or 'none'}{hint}"


def _conversion(given: Conversion, passage: Passage) -> Iterator[str]:
    """The same for the article's own conversion."""
    words = given.as_written
    try:
        read = parse_quantity(words)
    except UnreadableQuantity as error:
        yield f"stated_conversion: {error}"
        return
    if not _is_whole(read, passage.text, words, None):
        yield f"stated_conversion: “{words}” is part of a longer number in {passage.id}"
    if (given.value, given.unit, given.qualifier) != (read.value, read.unit, read.qualifier):
        says = f"{read.qualifier} {_shown(*_numbers(read), read.unit)}"
        yield f"stated_conversion: “{words}” gives {says}, not {given.qualifier} {_shown(given.value, unit=given.unit)}"


def _period(candidate: Candidate, published_on: date | None) -> Iterator[str]:
    """A period has its words, and is what they say."""
    stated = (candidate.period_from, candidate.period_to)
    words = next((candidate.words[key] for key in PERIOD_WORDS if key in candidate.words), None)
    if words is None:
        if stated != (None, None):
            yield "period: no words state it; add `words.period`"
    elif published_on is not None and (stated != (None, None) or "period" in candidate.words):
        try:
            period = parse_period(words, published_on)
        except UnreadablePeriod as error:
            yield f"period: {error}"
            return
        if stated != (period.start, period.end):
            read = f"{period.start} to {period.end}"
            yield f"period: “{words}”, written on {published_on}, is {read}, not {stated[0]} to {stated[1]}"


@lru_cache(maxsize=64)  # the candidates of one sentence are checked one after the other
def _quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a passage, conversions beside those they convert."""
    found = read_quantities(text)
    return (*found, *(quantity.conversion for quantity in found if quantity.conversion))


def _is_whole(read: Quantity, text: str, words: str, at: int | None) -> bool:
    """Whether the words are more than the tail of a number: '56명' in '156명' is none.

    `at` is where they stand; without it, one place where they are whole is enough.
    """
    places = [at] if at is not None else [i for i in range(len(text)) if text.startswith(words, i)]
    for place in places or [0]:
        touching = [one for one in _quantities(text) if one.start < place + len(words) and place < one.end]
        if not touching or any((_numbers(one), one.unit) == (_numbers(read), read.unit) for one in touching):
            return True
    return False


def _numbers(read: Quantity) -> tuple[object, object, object]:
    return read.value, read.value_min, read.value_max


def _shown(value: object, low: object = None, high: object = None, unit: object = None) -> str:
    number = value if value is not None else f"{low}–{high}" if (low, high) != (None, None) else "no number"
    return f"{number} {unit}"
