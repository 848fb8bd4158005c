"""A number with its unit, or a range of two: what stands between the qualifier words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.reading.numerals import EXACT, NUMBER_START, Numeral, end_of_digits, exact, numerals_at
from app.reading.units import UnitWord, sign_before, unit_after
from app.vocabulary import Unit

# A digit here continues a name (GPT-4, o1), a code, a decimal or a telephone number.
_CONTINUES = re.compile(
    r"(?:[A-Za-z_]|[A-Za-z0-9][-/:]|[0-9][.,]|(?:^|\s)\.|(?<![가-힣])[수몇] ?|[0-9천만억조] ?[~–—] ?)$"
)
_CONTINUES_WORDS = re.compile(r"(?:hundred|thousand|million)(?: and)? $", re.IGNORECASE)
_CONTEXT: Final = 16
_MORE = re.compile(r" ?여(?= ?[가-힣A-Z])")
_MORE_BEHIND = re.compile(r"여(?![가-힣])")
_DASH = re.compile(r" ?[~–—-] ?")
_BETWEEN_BARE = re.compile(r"에서 | ?내지 | to | and ")
_SIGN_AND_DIGIT = re.compile(r"[^0-9\s]{1,4} ?(?=[0-9])")
_BETWEEN = re.compile(r"(?<![a-z])between $", re.IGNORECASE)
_FROM = re.compile(r"(?<![a-z])from $", re.IGNORECASE)
# '1년 6개월' is a year and a half: its months alone would be wrong.
_SHORT_YEARS = re.compile(r"(?<![0-9])[0-9]{1,2}년 ?$")
_MINUS = re.compile(r"(?:(?:^|(?<=[\s(]))-|(?<![가-힣])마이너스 ?)$")
_SIGNED: Final = frozenset({Unit.PERCENT, *(unit for unit in Unit if unit.is_currency)})
# '5 won the prize', '150 pounds of luggage': a word that is a verb or a weight is money only in large sums.
_DOUBTFUL = re.compile(r" ?(?:won|pounds?)$", re.IGNORECASE)
_LARGE: Final = 1000
# '2022년 동안' lasts no 2022 years, '100만 주' are shares.
_DURATIONS: Final = frozenset({Unit.YEARS, Unit.WEEKS, Unit.DAYS})
_LONGEST_DURATION: Final = 1000
# '세배' is a bow, '한편' means meanwhile: these number words need a space before what they count.
_HOMOGRAPHS: Final = frozenset("십백천만한세네이")
_PLAIN_IN_WORDS: Final = frozenset({Unit.PEOPLE, Unit.MONTHS, Unit.RANK})


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number and its unit say; `low` equals `high` unless it is a range, both are missing if it is vague."""

    low: Decimal | None
    high: Decimal | None
    unit: Unit
    start: int
    end: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Half:
    """A number that may have a unit: one side of a range."""

    numeral: Numeral
    sign: UnitWord | None
    word: UnitWord | None
    start: int
    end: int
    more: bool

    @property
    def unit(self) -> Unit | None:
        """The unit before or after the number."""
        found = self.word or self.sign
        return found.unit if found else None


def amounts(text: str) -> Iterator[Amount]:
    """Every number with a unit, in order, none overlapping the one before.

    '2022년 28%, 3위' → 28 percent, rank 3
    '5~6억 달러' → 500000000 to 600000000 USD
    'GPT-4와 o1' → nothing
    """
    at = floor = 0
    while found := NUMBER_START.search(text, at):
        start = found.start()
        amount = None if _continues(text, start) else _amount_at(text, start, floor)
        if amount:
            yield amount
            at = floor = amount.end
        else:
            at = end_of_digits(text, start)


def _continues(text: str, start: int) -> bool:
    """Whether what begins here is the rest of a name, a code or a longer number."""
    if _CONTINUES.search(text[max(0, start - 3) : start]):
        return not sign_before(text, start)
    return text[start].isalpha() and bool(_CONTINUES_WORDS.search(text[max(0, start - _CONTEXT) : start]))


def _amount_at(text: str, start: int, floor: int) -> Amount | None:
    """The amount whose number begins here."""
    for half in _halves(text, start, floor):
        if ranged := _range(text, half):
            return ranged
        if half.unit and _is_plausible(text, half):
            return _single(text, half, half.unit, floor)
    return None


def _halves(text: str, start: int, floor: int) -> Iterator[_Half]:
    """The numbers that may begin here, each with the unit it would have."""
    sign = sign_before(text, start, floor)
    for numeral in numerals_at(text, start):
        if numeral.needs_sign and not sign:
            continue
        begin = sign.start if sign else start
        more = _MORE.match(text, numeral.end)
        word = unit_after(text, more.end(), is_word=numeral.is_word) if more else None
        if not word:
            more, word = None, unit_after(text, numeral.end, is_word=numeral.is_word)
        end = word.end if word else numeral.end
        if word and not more and (more := _MORE_BEHIND.match(text, end)):
            end = more.end()
        yield _Half(numeral, sign, word, begin, end, more=more is not None)


def _range(text: str, first: _Half) -> Amount | None:
    """The range that begins with this number: two numbers of one unit, the smaller one first."""
    if first.more or first.numeral.low is None:
        return None
    if mark := _DASH.match(text, first.end):
        halves = _second_halves(text, first, mark.end())
        return _pair(text, first, first.start, halves)
    mark = None if first.word else _BETWEEN_BARE.match(text, first.end)
    if not mark:
        return None
    before = text[max(0, first.start - _CONTEXT) : first.start]
    between = _BETWEEN.search(before)
    # 'from 10 to 20' tells of a change, 'between 10 and 20' of a range; a bare 'and' only joins.
    if _FROM.search(before) or (mark.group() == " and " and not between):
        return None
    start = first.start - len(between.group()) if between else first.start
    return _pair(text, first, start, _second_halves(text, first, mark.end()))


def _second_halves(text: str, first: _Half, at: int) -> Iterable[_Half]:
    """The numbers that may end a range: digits follow digits, with a currency sign if the first has one."""
    if first.numeral.is_word:
        return []
    if "0" <= text[at : at + 1] <= "9":
        return _halves(text, at, at)
    sign = _SIGN_AND_DIGIT.match(text, at) if first.sign else None
    return [half for half in _halves(text, sign.end(), at) if half.start == at] if sign else []


def _pair(text: str, first: _Half, start: int, seconds: Iterable[_Half]) -> Amount | None:
    """The two numbers as a range, if they agree."""
    for second in seconds:
        unit = second.unit or first.unit
        low, high = first.numeral.low, second.numeral.high
        if not unit or low is None or high is None or second.more or not _is_plausible(text, second):
            continue
        if first.unit not in (None, unit) or (second.word is None and first.word is not None):
            continue
        if first.numeral.scale == 1 and first.word is None and second.numeral.scale > 1:
            # The number before '~6억' is in 억 too, if it is the smaller one: '5~6억', but not '5000~1억'.
            low = exact(EXACT.multiply(low, second.numeral.scale))
        if low < high:
            return Amount(low, high, unit, start, second.end)
    return None


def _single(text: str, half: _Half, unit: Unit, floor: int) -> Amount:
    """The number alone, with its minus sign."""
    low, high, start = half.numeral.low, half.numeral.high, half.start
    begin = max(floor, start - 6)
    minus = _MINUS.search(text[begin:start]) if unit in _SIGNED else None
    if minus and low is not None and high is not None and (begin == 0 or minus.start() > 0):
        low, high, start = -high, -low, begin + minus.start()
    return Amount(low, high, unit, start, half.end, half.more)


def _is_plausible(text: str, half: _Half) -> bool:
    """Whether number and unit go together: no rank 2.5, no duration of 2022 years."""
    numeral, unit = half.numeral, half.unit
    written = text[half.word.start : half.word.end] if half.word else ""
    if half.sign and half.word and half.sign.unit != half.word.unit:
        return False
    if unit is Unit.MONTHS and _SHORT_YEARS.search(text[max(0, half.start - _CONTEXT) : half.start]):
        return False
    if numeral.is_word:
        is_short = numeral.end - half.start == 1 and text[half.start] in _HOMOGRAPHS
        return written.startswith((" ", "-")) or not is_short or unit in _PLAIN_IN_WORDS
    value = numeral.low or Decimal(0)
    if unit in {Unit.RANK, Unit.COMPANIES}:
        return value == int(value) and (value > 0 or unit is Unit.COMPANIES)
    if unit in _DURATIONS:
        return value < _LONGEST_DURATION
    return value >= _LARGE or not _DOUBTFUL.match(written)
