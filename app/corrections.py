"""Corrections of a candidate, written `field=value`: what follows from changed words is computed, never typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.errors import allowed_words
from app.reading.candidates import ROLES, Base, Candidate, Conversion
from app.reading.dates import parse_period
from app.reading.passages import Passage
from app.reading.quantities import Quantity, parse_quantity, qualifier_of
from app.vocabulary import FactType

_FOUND: Final = ("start", "end")
_NOT_TYPED: Final = ("decision", "rule", *_FOUND)
_NUMBERS: Final = ("value", "value_min", "value_max", "unit")
_LISTS: Final = ("parties", "party_ids", "doubts")
_NESTED: Final[Mapping[str, Sequence[str] | None]] = {
    "words": None,
    "of": tuple(Base.model_fields),
    "stated_conversion": tuple(Conversion.model_fields),
}
_NEXT: Final = re.compile(r"\s*;\s*(?=[a-z_.]+\s*=)")


@dataclass(frozen=True, slots=True)
class Correction:
    """A field, `words.period` for one within another, and what it shall be; an empty text takes it away."""

    field: str
    value: str


def read_corrections(line: str) -> list[Correction]:
    """The corrections of a line. **Raises** `ValueError`.

    'person=왕보; words.period=올해' → person: 왕보, words.period: 올해
    'title=' → title: nothing
    """
    corrections = []
    for part in _NEXT.split(line.strip()):
        name, sign, value = part.partition("=")
        if not sign or not name.strip():
            raise ValueError(f"“{part}” is no correction: write field=value, such as person=왕보 or words.period=올해")
        corrections.append(Correction(name.strip(), value.strip()))
    return corrections


def corrected(
    item: Candidate, changes: Sequence[Correction], passages: Mapping[str, Passage], published_on: date | None
) -> dict[str, Any]:
    """The fields of the candidate after the changes, with all that follows from them. **Raises** `ValueError`.

    Changed words of a figure give its number, those of a period its days; a changed name loses its id.
    """
    fields = item.model_dump()
    given = {change.field for change in changes}
    for change in changes:
        _set(fields, change)
    for role in ROLES:
        if role in given and f"{role}_id" not in given:
            fields[f"{role}_id"] = None
    for role in ("prior_employer", "versus"):
        if f"of.{role}" in given and f"of.{role}_id" not in given:
            fields["of"][f"{role}_id"] = None
    if "parties" in given and "party_ids" not in given:
        fields["party_ids"] = [None] * len(fields["parties"])
    if given & {"as_written", "passage"}:
        _place(fields, item.start, passages)
    _quantify(fields, given)
    _date(fields, given, published_on)
    if fields["of"] is not None and not any(fields["of"].values()):
        fields["of"] = None
    return fields


def _set(fields: dict[str, Any], change: Correction) -> None:
    """One field as it was typed."""
    outer, dot, inner = change.field.partition(".")
    known = [name for name in Candidate.model_fields if name not in _NOT_TYPED]
    if outer in _FOUND:
        raise ValueError(f"{outer} is found from as_written and passage: correct those")
    if outer not in known:
        raise ValueError(f"there is no field {outer}; {allowed_words(outer, known, 5)}")
    if not dot:
        if outer in _NESTED and change.value:
            raise ValueError(
                f"{outer} is corrected field by field, such as {outer}.{(_NESTED[outer] or ['period'])[0]}=…"
            )
        if not change.value and Candidate.model_fields[outer].is_required():
            raise ValueError(f"{outer} cannot be taken away")
        empty = Candidate.model_fields[outer].get_default()
        fields[outer] = _listed(change.value) if outer in _LISTS else change.value or empty
        return
    if outer not in _NESTED or not inner:
        raise ValueError(f"{outer} has no fields of its own")
    allowed = _NESTED[outer]
    if allowed is not None and inner not in allowed:
        raise ValueError(f"there is no field {change.field}; {allowed_words(inner, allowed, 5)}")
    held = dict(fields[outer] or {})
    held.pop(inner, None)
    fields[outer] = held | ({inner: change.value} if change.value else {})


def _place(fields: dict[str, Any], near: int, passages: Mapping[str, Passage]) -> None:
    """Find the words in their sentence: where they stand nearest to where the old ones stood."""
    passage, words = passages.get(fields["passage"]), fields["as_written"]
    if passage is None:
        raise ValueError(f"the text has no passage {fields['passage']}")
    if not words or words not in passage.text:
        raise ValueError(f"as_written: “{words or ''}” does not stand literally in {passage.id}")
    places = [passage.start + found.start() for found in re.finditer(f"(?={re.escape(words)})", passage.text)]
    start = min(places, key=lambda place: abs(place - near))
    fields |= {"start": start, "end": start + len(words)}


def _quantify(fields: dict[str, Any], given: set[str]) -> None:
    """Numbers, unit and qualifier of changed words, but for what was typed too."""
    if fields["type"] == FactType.FIGURE and given & {"as_written", "words.qualifier", "type"}:
        read = parse_quantity(fields["as_written"])
        said = fields["words"].get("qualifier")
        computed = _numbers(read) | {"qualifier": qualifier_of(said) if said else read.qualifier}
        fields |= {key: value for key, value in computed.items() if key not in given}
    elif "type" in given and fields["type"] != FactType.INVESTMENT:
        fields |= dict.fromkeys({*_NUMBERS, "qualifier", "stated_conversion"} - given)
    elif fields["type"] == FactType.INVESTMENT and "words.value" in given:
        said = fields["words"].get("value")
        computed = _numbers(parse_quantity(said)) if said else dict[str, Any].fromkeys(_NUMBERS)
        fields |= {key: value for key, value in computed.items() if key not in given}
    conversion = fields["stated_conversion"]
    if conversion and "stated_conversion.as_written" in given and "as_written" in conversion:
        read = parse_quantity(conversion["as_written"])
        computed = {"value": read.value, "unit": read.unit, "qualifier": read.qualifier}
        conversion |= {key: value for key, value in computed.items() if f"stated_conversion.{key}" not in given}


def _date(fields: dict[str, Any], given: set[str], published_on: date | None) -> None:
    """The days that changed words of a period say."""
    if "words.period" not in given or given & {"period_from", "period_to"}:
        return
    words = fields["words"].get("period")
    if words is None:
        fields |= {"period_from": None, "period_to": None}
        return
    if published_on is None:
        raise ValueError("words.period: a period counts from the day of the article: give it as --published-on")
    period = parse_period(words, published_on)
    fields |= {"period_from": period.start, "period_to": period.end}


def _numbers(read: Quantity) -> dict[str, Any]:
    return {"value": read.value, "value_min": read.value_min, "value_max": read.value_max, "unit": read.unit}


def _listed(value: str) -> list[str]:
    return [one.strip() for one in value.split(",") if one.strip()]
