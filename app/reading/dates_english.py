"""Points of time as English writes them: 'May 2024', 'first half of last year', 'January-April 2024', 'Q3 2024'."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from app.reading.dates_korean import Words
from app.reading.periods import (
    YEARS_AROUND,
    Span,
    day_of,
    half_of,
    joined,
    month_from,
    months_of,
    nearest,
    quarters_of,
    year_of,
)

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINALS: Final = {"first": 1, "second": 2, "latter": 2, "third": 3, "fourth": 4}
_COUNTS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_SIDES: Final = {"last": -1, "this": 0, "next": 1}

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_PLAIN_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9A-Za-z가-힣]|[.,-][0-9])"
_YEAR: Final = rf",? (?:of )?(?:{_PLAIN_YEAR}|(?P<side>last|this|next) year\b)"
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9A-Za-z]|[.,][0-9])"
_START = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_MONTH}|[HQ][1-4]\b|[1-4][HQ]\b|(?:first|second|latter|third|fourth|last|this|next) "
    rf"|[0-9]{{1,2}} (?={_MONTH})|in (?={_MONTH})|in the (?=first|second|third|fourth)"
    r"|(?:19|20)[0-9]{2}[–-](?=(?:19|20)[0-9]{2})|(?<=\()(?:19|20)[0-9]{2}(?=\))"
    # A year alone may be any number: a word before it must say what it is.
    r"|(?:(?<=\bin )|(?<=\bby )|(?<=since )|(?<=from )|(?<=until )|(?<=till )|(?<=through )|(?<=during )|(?<=year )"
    r"|(?<=end of )|(?<=between )|(?<=\blate )|(?<=\bearly )|(?<=\bmid-))(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)

_Read = Callable[[re.Match[str], int], Span]


def _month(name: str) -> int:
    """The number of a month."""
    return _MONTHS.index(name[:3].lower()) + 1


def _first_months(found: re.Match[str], year: int) -> Span:
    """'first four months of 2024'."""
    count = found["count"].lower()
    return months_of(year, 1, _COUNTS.index(count) + 2 if count in _COUNTS else int(count))


def _half(found: re.Match[str], year: int) -> Span:
    """'first half of 2024', 'H1 2024'."""
    return half_of(year, int(found["number"] or found["behind"] or _ORDINALS[found["ordinal"].lower()]))


def _quarter(found: re.Match[str], year: int) -> Span:
    """'third quarter of 2024', 'Q3 2024'."""
    number = int(found["number"] or found["behind"] or _ORDINALS[found["ordinal"].lower()])
    return quarters_of(year, number, number)


def _some_months(found: re.Match[str], year: int) -> Span:
    """'January-April 2024'."""
    return months_of(year, _month(found["first"]), _month(found["last"]))


def _one_month(found: re.Match[str], year: int) -> Span:
    """'May 2024'."""
    return months_of(year, _month(found["first"]), _month(found["first"]))


def _one_day(found: re.Match[str], year: int) -> Span:
    """'May 3, 2024'."""
    return day_of(year, _month(found["first"]), int(found["day"]))


def _part(found: re.Match[str], year: int) -> Span:
    """'in the second quarter', 'in the first half'."""
    number = _ORDINALS[found["ordinal"].lower()]
    return quarters_of(year, number, number) if found["part"].lower() == "quarter" else half_of(year, number)


def _years(found: re.Match[str], year: int) -> Span:
    """'2015-2023'."""
    return joined(year_of(year), year_of(int(found["last"])))


# Longer forms first. Each names its year, or the side of the article's year on which it lies.
_FORMS: Final[tuple[tuple[re.Pattern[str], _Read], ...]] = tuple(
    (re.compile(words, re.IGNORECASE), read)
    for words, read in (
        (rf"(?P<first>{_MONTH}) {_DAY}{_YEAR}", _one_day),
        (rf"{_DAY} (?P<first>{_MONTH}){_YEAR}", _one_day),
        (rf"(?P<first>{_MONTH}) ?(?:[–—-]|to|through|and) ?(?P<last>{_MONTH}){_YEAR}", _some_months),
        (rf"(?P<first>{_MONTH}){_YEAR}", _one_month),
        (rf"first (?P<count>{'|'.join(_COUNTS)}|[2-9]|1[01]) months{_YEAR}", _first_months),
        (rf"(?:(?P<ordinal>first|second|latter) half|H(?P<number>[12])|(?P<behind>[12])H){_YEAR}", _half),
        (rf"(?:(?P<ordinal>first|second|third|fourth) quarter|Q(?P<number>[1-4])|(?P<behind>[1-4])Q){_YEAR}", _quarter),
        (r"(?P<year>(?:19|20)[0-9]{2})[–-](?P<last>(?:19|20)[0-9]{2})(?![0-9A-Za-z가-힣])(?P<side>)", _years),
        (rf"{_PLAIN_YEAR}(?P<side>)", lambda _, year: year_of(year)),
        (r"(?P<side>last|this|next) year\b(?P<year>)", lambda _, year: year_of(year)),
    )
)
_RELATIVE_MONTH = re.compile(r"(?P<side>last|this|next) month\b", re.IGNORECASE)
# A month, quarter or half without a year is the last one: 'in August', 'last September', 'in the second quarter'.
_BARE_MONTH = re.compile(
    rf"(?i:in|last) (?P<first>(?-i:{_MONTH}))(?! [0-9]{{1,2}}\b| (?:of )?(?:last|this|next)|,? (?:19|20)[0-9]{{2}})"
)
_BARE_PART = re.compile(
    r"in the (?P<ordinal>first|second|third|fourth) (?P<part>quarter|half)(?! of\b|,? (?:(?:last|this|next|a)\b|"
    r"(?:19|20)[0-9]{2}))",
    re.IGNORECASE,
)
_HALVES: Final = 2
_BARE_DAY = re.compile(rf"(?P<first>{_MONTH}) {_DAY}", re.IGNORECASE)


def next_words(text: str, at: int, today: date) -> Words | None:
    """The next words that name a point of time.

    'raised in May 2024' → 'May 2024'
    'the first half of last year' → 'first half of last year'
    'may 2024 units' → nothing unless a word says that 2024 is a year
    """
    while found := _START.search(text, at):
        words = words_at(text, found.start(), today)
        if words:
            return words
        at = found.end()
    return None


def words_at(text: str, at: int, today: date) -> Words | None:
    """The words that begin exactly here."""
    for pattern, read in _FORMS:
        if found := pattern.match(text, at):
            year = int(found["year"]) if found["year"] else today.year + _SIDES[found["side"].lower()]
            return Words(at, found.end(), partial(read, found, year), is_range=read in {_some_months, _years})
    if found := _RELATIVE_MONTH.match(text, at):
        year, month = month_from(today, _SIDES[found["side"].lower()])
        return Words(at, found.end(), partial(months_of, year, month, month))
    years = range(today.year, today.year - YEARS_AROUND, -1)
    if found := _BARE_MONTH.match(text, at):
        begun = today if text[at] in "iI" else today.replace(day=1)
        find = partial(
            nearest,
            (partial(_one_month, found, year) for year in years),
            lambda span: span.start < begun or span.start == today,
        )
        return Words(at, found.end(), find)
    if (found := _BARE_PART.match(text, at)) and (
        found["part"].lower() == "quarter" or _ORDINALS[found["ordinal"].lower()] <= _HALVES
    ):
        find = partial(nearest, (partial(_part, found, year) for year in years), lambda span: span.end <= today)
        return Words(at, found.end(), find)
    if found := _BARE_DAY.match(text, at):
        find = partial(nearest, (partial(_one_day, found, year) for year in years), lambda span: span.end <= today)
        return Words(at, found.end(), find)
    return None
