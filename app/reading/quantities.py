"""Quantities: the numbers of a text with what they count, how surely they are meant, and where exactly they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.reading.amounts import Amount, amounts
from app.reading.legible import Legible, legible
from app.reading.qualifiers import (
    foreseen_before,
    foreseen_behind,
    qualifier_before,
    qualifier_behind,
    qualifier_of,
)
from app.vocabulary import Qualifier, Unit

__all__ = ["Quantity", "UnreadableQuantity", "parse_quantity", "qualifier_of", "read_quantities"]

_BRACKET = re.compile(r" ?[(\[]")
_LEAD_IN = re.compile(r"(?:한화(?:로| 기준)?|우리 ?돈(?:으로)?|원화(?:로)?|미화|달러로|or|[=≈~])? ?", re.IGNORECASE)
_REST_OF_BRACKET = re.compile(r"[^()\[\]\n]{0,60}[)\]]")
_QUOTED: Final = 40


class UnreadableQuantity(ValueError):
    """Words that are not one quantity."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, exact, and the words that say it: `text[start:end] == as_written`.

    A single number is `value`; a range is `value_min` and `value_max`. '수백 명' (hundreds of people) has none of the
    three: it names no number, and bounds such as 200 and 999 would be ours, not the article's.
    `conversion` is the same sum in another currency, as the article itself gives it in brackets.
    """

    value: Decimal | None
    value_min: Decimal | None
    value_max: Decimal | None
    unit: Unit
    qualifier: Qualifier
    as_written: str
    start: int
    end: int
    conversion: "Quantity | None" = None


@dataclass(slots=True)
class _Reading:
    """An amount with its words; `reach` is where the words end that were understood with it."""

    amount: Amount
    start: int
    end: int
    reach: int
    qualifier: Qualifier
    conversion: "_Reading | None" = None


def read_quantities(text: str) -> list[Quantity]:
    """Every quantity of a text, in order; a conversion stands inside the quantity it converts, not beside it.

    '143억 위안(약 2조 7600억 원)' → 14300000000 CNY, with conversion about 2760000000000 KRW
    '1400여 명 가운데 156명' → more than 1400 people, 156 people
    '2022년 GPT-4' → nothing
    """
    spelled = legible(text)
    return [_quantity(reading, text, spelled) for reading in _readings(spelled.text)]


def parse_quantity(words: str) -> Quantity:
    """The one quantity that the words say.

    '11억 4000만 달러' → 1140000000 USD
    '7000만 달러에 달할 것으로 예상된다' → 70000000 USD, expected
    '156명, 104명' → UnreadableQuantity
    """
    spelled = legible(words)
    shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
    readings = list(_readings(spelled.text))
    if not readings:
        raise UnreadableQuantity(f"{shown!r} is not a quantity: a number with what it counts, such as '1400여 명'")
    if len(readings) > 1:
        raise UnreadableQuantity(f"{shown!r} holds {len(readings)} quantities, not one")
    reading = readings[0]
    quantity = _quantity(reading, words, spelled)
    if spelled.text[: reading.start].strip() or spelled.text[reading.reach :].strip():
        raise UnreadableQuantity(f"{shown!r} is more than a quantity: only {quantity.as_written!r} was understood")
    return quantity


def _readings(text: str) -> Iterator[_Reading]:
    """The quantities in order, each with its qualifier and conversion."""
    waiting: _Reading | None = None
    bracket_end = floor = 0
    for amount in amounts(text):
        reading = _qualified(text, amount, floor)
        floor = reading.end
        if waiting and _converts(text, waiting, reading):
            waiting.conversion = reading
            rest = _REST_OF_BRACKET.match(text, reading.end)
            bracket_end = rest.end() if rest else reading.end
            waiting.reach = bracket_end
            _qualify_behind(text, waiting)
            continue
        if amount.start < bracket_end and amount.unit.is_currency:
            # A second conversion in the same bracket: no figure of its own either.
            continue
        if waiting:
            yield waiting
        waiting = reading
    if waiting:
        yield waiting


def _qualified(text: str, amount: Amount, floor: int) -> _Reading:
    """The amount with the qualifier words attached to it."""
    vague = amount.low is None
    qualifier = Qualifier.MORE_THAN if amount.more else Qualifier.ABOUT if vague else Qualifier.EXACT
    reading = _Reading(amount, amount.start, amount.end, amount.end, qualifier)
    # Two may stand there: '약 최소 3조 원' is bounded, and the bound says more than 'about'.
    for _ in range(2):
        before = qualifier_before(text, reading.start, floor)
        if before:
            reading.start = before.start
            reading.qualifier = _stronger(reading.qualifier, before.qualifier)
    if foreseen_before(text, reading.start, floor):
        reading.qualifier = Qualifier.EXPECTED
    _qualify_behind(text, reading)
    return reading


def _qualify_behind(text: str, reading: _Reading) -> None:
    """Take up the qualifier words after an amount, or after the bracket that follows it.

    The words belong to the span where they touch the amount. Words that foresee never do: a whole clause would.
    """
    at = reading.reach
    behind = qualifier_behind(text, at)
    if behind:
        reading.qualifier = _stronger(reading.qualifier, behind.qualifier)
        reading.reach = behind.end
        if reading.end == at:
            reading.end = behind.end
    foreseen = foreseen_behind(text, at) or (foreseen_behind(text, behind.end) if behind else None)
    if foreseen:
        reading.qualifier = Qualifier.EXPECTED
        reading.reach = foreseen.end


_STRENGTH: Final = {
    Qualifier.EXACT: 0,
    Qualifier.ABOUT: 1,
    Qualifier.MORE_THAN: 2,
    Qualifier.LESS_THAN: 2,
    Qualifier.AT_LEAST: 3,
    Qualifier.AT_MOST: 3,
    Qualifier.EXPECTED: 4,
}


def _stronger(one: Qualifier, other: Qualifier) -> Qualifier:
    """The qualifier that says more: foreseen before bounded, bounded before about."""
    return max(one, other, key=_STRENGTH.__getitem__)


def _converts(text: str, first: _Reading, second: _Reading) -> bool:
    """Whether the second sum stands in a bracket right after the first, in another currency."""
    units = first.amount.unit, second.amount.unit
    opening = _BRACKET.match(text, first.end)
    if first.conversion or units[0] == units[1] or not opening or not all(unit.is_currency for unit in units):
        return False
    lead_in = _LEAD_IN.match(text, opening.end())
    return second.start in {opening.end(), lead_in.end() if lead_in else -1}


def _quantity(reading: _Reading, text: str, spelled: Legible) -> Quantity:
    """The reading as the caller sees it, with its place in the text as given."""
    start, end = spelled.origin[reading.start], spelled.origin[reading.end]
    low, high = reading.amount.low, reading.amount.high
    is_single = low == high
    return Quantity(
        value=low if is_single else None,
        value_min=None if is_single else low,
        value_max=None if is_single else high,
        unit=reading.amount.unit,
        qualifier=reading.qualifier,
        as_written=text[start:end],
        start=start,
        end=end,
        conversion=_quantity(reading.conversion, text, spelled) if reading.conversion else None,
    )
