"""Periods of a text, in calendar days: relative words are resolved against the day the article was published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from app.reading import dates_english, dates_korean
from app.reading.dates_korean import Words
from app.reading.legible import legible
from app.reading.periods import Period, Span, UnreadablePeriod, joined

__all__ = ["Period", "PeriodWords", "UnreadablePeriod", "parse_period", "read_periods"]

_FROM = re.compile(r" ?부터")
_SINCE = re.compile(r" ?이후|부터")
_UNTIL = re.compile(r" ?까지")
_DASH = re.compile(r" ?[~–—-] ?")
_TO = re.compile(r" ?[–—-] ?| (?:to|through|until|and) ", re.IGNORECASE)
_SINCE_BEFORE = re.compile(r"(?<![A-Za-z])(?:since|from) (?:the )?$", re.IGNORECASE)
_UNTIL_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:by|until|till|through|up to) (?:the )?(?:end of )?(?:the )?$", re.IGNORECASE
)
_BETWEEN_BEFORE = re.compile(r"(?<![A-Za-z])between $", re.IGNORECASE)
_LONGEST_BEFORE: Final = 24
# What may stand around a period that is given alone.
_LEAD = re.compile(r"\s*(?:(?:in|during|of|as of|for|on) (?:the )?|the )?", re.IGNORECASE)
_REST = re.compile(
    r"(?: ?\((?:현지|한국|미국|중국) ?시[간각]\))?(?: ?(?:기준|중|동안|한 해|들어))?(?:으로|로|에는|에|은|는|의)?\s*"
)
_QUOTED: Final = 40


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """A period and the words that say it: `text[start:end] == as_written`."""

    period: Period
    as_written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """Where the words stand, and their period; none for a day that the calendar lacks, and why."""

    start: int
    end: int
    period: Period | None
    reason: str = ""


def read_periods(text: str, published_on: date) -> list[PeriodWords]:
    """Every period of a text, in order. Days that the calendar lacks are left out.

    '올 1~4월' in November 2024 → 2024-01-01 to 2024-04-30
    '지난해부터' → from 2023-01-01
    '2030년까지' → to 2030-12-31
    """
    spelled = legible(text)
    periods: list[PeriodWords] = []
    for reading in _readings(spelled.text, published_on):
        start, end = spelled.origin[reading.start], spelled.origin[reading.end]
        if reading.period:
            periods.append(PeriodWords(reading.period, text[start:end], start, end))
    return periods


@lru_cache(maxsize=1024)  # the articles of a day speak of the same few periods
def parse_period(words: str, published_on: date) -> Period:
    """The one period that the words say.

    '2022년 기준' → 2022-01-01 to 2022-12-31
    'Q3 2024' → 2024-07-01 to 2024-09-30
    '2월 30일' → UnreadablePeriod
    """
    text = legible(words).text
    shown = repr(words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…")
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    reading = next(_readings(text, published_on), None)
    if not reading or reading.start > begin:
        # A year alone is one here, where nothing but a period can be meant.
        year = dates_english.words_at(text, begin, published_on)
        reading = _korean(text, year, published_on) if year else reading
    if not reading:
        raise UnreadablePeriod(f"{shown} is not a period: a year, month or day, such as '올 1~4월' or 'May 2024'")
    if reading.start > begin or not _REST.fullmatch(text, reading.end):
        understood = text[reading.start : reading.end]
        raise UnreadablePeriod(f"{shown} is more than a period: only {understood!r} was understood")
    if not reading.period:
        raise UnreadablePeriod(f"{shown}: {reading.reason}")
    return reading.period


def _readings(text: str, today: date) -> Iterator[_Reading]:
    """The periods in order, none overlapping the one before, those included that the calendar lacks."""
    at = 0
    korean = dates_korean.next_words(text, at, today)
    english = dates_english.next_words(text, at, today)
    while korean or english:
        if english and (not korean or (english.start, -english.end) < (korean.start, -korean.end)):
            reading = _english(text, english, today, at)
        elif korean:
            reading = _korean(text, korean, today)
        yield reading
        at = reading.end
        if korean and korean.start < at:
            korean = dates_korean.next_words(text, at, today)
        if english and english.start < at:
            english = dates_english.next_words(text, at, today)


def _korean(text: str, words: Words, today: date) -> _Reading:
    """The words with what follows them: '부터', '까지', or the second half of a range."""
    try:
        span = words.find()
    except UnreadablePeriod as error:
        return _Reading(words.start, words.end, None, str(error))
    mark = _FROM.match(text, words.end) or (None if words.is_range else _DASH.match(text, words.end))
    second = _second_half(text, mark, span, today)
    if second:
        until = _UNTIL.match(text, second.end)
        return _joined(words.start, until.end() if until else second.end, span, second)
    if since := _SINCE.match(text, words.end):
        return _Reading(words.start, since.end(), Period(span.start, None))
    if until := _UNTIL.match(text, words.end):
        return _Reading(words.start, until.end(), Period(span.start if words.is_range else None, span.end))
    return _Reading(words.start, words.end, Period(span.start, span.end))


def _second_half(text: str, mark: re.Match[str] | None, first: Span, today: date) -> Words | None:
    """The words that end a range. A month or day alone takes the year of the first half."""
    if not mark:
        return None
    at = mark.end() + (text[mark.end() : mark.end() + 1] == " ")
    second = dates_korean.inheriting_words_at(text, at, first) or dates_korean.words_at(text, at, today)
    is_from = mark.group().strip() == "부터"
    # After 부터 only 까지 makes a range: '지난해부터 올해 매출이 …' are two things.
    return second if second and (not is_from or _UNTIL.match(text, second.end)) else None


def _english(text: str, words: Words, today: date, floor: int) -> _Reading:
    """The words with what stands before them ('since', 'by') or ends their range ('to May 2024')."""
    try:
        span = words.find()
    except UnreadablePeriod as error:
        return _Reading(words.start, words.end, None, str(error))
    begin = max(floor, words.start - _LONGEST_BEFORE)
    before = text[begin : words.start]
    since, until = _SINCE_BEFORE.search(before), _UNTIL_BEFORE.search(before)
    mark = None if words.is_range else _TO.match(text, words.end)
    second = dates_english.words_at(text, mark.end(), today) if mark else None
    between = _BETWEEN_BEFORE.search(before)
    preposition = since or until or between
    start = begin + preposition.start() if preposition else words.start
    if second and mark and (between or mark.group().strip() != "and"):
        return _joined(start, second.end, span, second)
    if since:
        return _Reading(start, words.end, Period(span.start, None))
    if until:
        return _Reading(start, words.end, Period(None, span.end))
    return _Reading(words.start, words.end, Period(span.start, span.end))


def _joined(start: int, end: int, first: Span, second: Words) -> _Reading:
    """The range of both halves."""
    try:
        span = joined(first, second.find())
    except UnreadablePeriod as error:
        return _Reading(start, end, None, str(error))
    return _Reading(start, end, Period(span.start, span.end))
