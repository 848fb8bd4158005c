"""Periods of the calendar: years, halves, quarters, months and days, each with its first and last day."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS: Final = 12
# A leap day comes back after eight years at most; a 31st after two months.
YEARS_AROUND: Final = 8
MONTHS_AROUND: Final = 24


class UnreadablePeriod(ValueError):
    """Words that are not one period of the calendar."""


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day; a missing one is open: '2030년까지' has no start, '지난해부터' no end."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Span:
    """A period with both days, as most words give it."""

    start: date
    end: date


def day_of(year: int, month: int, day: int) -> Span:
    """A single day."""
    on = _date(year, month, day)
    return Span(on, on)


def days_of(year: int, month: int, first: int, last: int) -> Span:
    """Some days of one month."""
    return joined(day_of(year, month, first), day_of(year, month, last))


def months_of(year: int, first: int, last: int) -> Span:
    """Some months of one year."""
    for month in (first, last):
        if not 1 <= month <= MONTHS:
            raise UnreadablePeriod(f"a year has no month {month}")
    if not 1 <= year <= date.max.year:
        raise UnreadablePeriod(f"the calendar has no year {year}")
    return joined(day_of(year, first, 1), day_of(year, last, monthrange(year, last)[1]))


def year_of(year: int) -> Span:
    """A whole year."""
    return months_of(year, 1, MONTHS)


def half_of(year: int, half: int) -> Span:
    """The first or second half of a year."""
    return months_of(year, 6 * half - 5, 6 * half)


def quarters_of(year: int, first: int, last: int) -> Span:
    """Some quarters of a year."""
    return months_of(year, 3 * first - 2, 3 * last)


def month_from(today: date, steps: int) -> tuple[int, int]:
    """The year and month so many months after that of the day; negative is before."""
    months = today.year * MONTHS + today.month - 1 + steps
    return months // MONTHS, months % MONTHS + 1


def joined(first: Span, last: Span) -> Span:
    """From the beginning of one span to the end of another."""
    if last.end < first.start:
        raise UnreadablePeriod(f"{last.end} is before {first.start}")
    return Span(first.start, last.end)


def nearest(spans: Iterable[Callable[[], Span]], accept: Callable[[Span], bool]) -> Span:
    """The first acceptable span, leaving out those that the calendar lacks (30 February, 29 February 2023)."""
    for make in spans:
        try:
            span = make()
        except UnreadablePeriod:
            continue
        if accept(span):
            return span
    raise UnreadablePeriod("the calendar has no such day")


def _date(year: int, month: int, day: int) -> date:
    """The day."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnreadablePeriod(f"the calendar has no {year}-{month:02}-{day:02}") from error
