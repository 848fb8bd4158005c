"""Points of time as Korean writes them: '올 1~4월', '지난 3월', '23일', '2024년 3분기'."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from app.reading.periods import (
    MONTHS_AROUND,
    YEARS_AROUND,
    Span,
    day_of,
    days_of,
    half_of,
    joined,
    month_from,
    months_of,
    nearest,
    quarters_of,
    year_of,
)

_RELATIVE_YEARS: Final = {"재작년": -2, "지난해": -1, "작년": -1, "올해": 0, "금년": 0, "올": 0, "내년": 1}
_RELATIVE_MONTHS: Final = {"지난": -1, "이": 0, "이번": 0, "다음": 1, "내": 1}
# '주 5일' is a working week.
_START = re.compile(
    r"(?<![0-9.,~–-])(?<!\s주 )(?<!^주 )[0-9]|(?<![가-힣])(?:재작년|작년|지난|올|금년|내년|이달|이번|다음|내달|오는)"
)

_TO: Final = r" ?[~–-] ?"
# '3일간' lasts, '3일 뒤' counts from an unnamed day, '3일장' is a word of its own.
_DAY: Final = (
    rf"(?P<day>[0-9]{{1,2}})(?:일?{_TO}(?P<last_day>[0-9]{{1,2}}))?"
    r"일(?! ?(?:간|동안|만에|째|차|연속|여|이상|이하|이내|정도|가량|뒤|후|전|내|평균))"
    r"(?:(?![가-힣])|(?=[에은는의을도자]|까지|부터|이[ ,]|이다|이었|[과와로] |께|오전|오후))"
)
_ONLY_DAY = re.compile(_DAY)
_PART = re.compile(
    rf"(?P<half>[상하])반기|(?P<quarter>[1-4])(?:{_TO}(?P<last_quarter>[1-4]))?분기"
    rf"|(?P<first_month>[0-9]{{1,2}})월?{_TO}(?P<last_month>[0-9]{{1,2}})월"
    rf"|(?P<month>[0-9]{{1,2}})월(?: ?{_DAY})?",
)
_YEARS = re.compile(rf"(?P<first>(?:19|20)[0-9]{{2}})년?{_TO}(?P<last>(?:19|20)?[0-9]{{2}})년(?![대생형산간])")
_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2}) ?년도?(?![대생형산째간])(?! ?(?:차|동안|만에|연속))"
    # The same months of last year are not last year.
    r"|(?P<relative>재작년|작년|지난해|올해|금년|내년)(?! ?(?:같은 ?(?:기간|달|분기)|동기))|(?P<this>올)(?![가-힣])",
)
_SO_FAR = re.compile(r" ?들어")
_NUMERIC = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/]|\. ?)(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])\.?",
)
_MONTH = re.compile(r"(?P<relative>지난 ?|이번 ?|다음 ?|이|내)달(?!러)")
_SIDE = re.compile(r"(?P<side>지난|오는) ?(?=[0-9상하])")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that name a span, and how to find it; finding it fails for a day that the calendar lacks."""

    start: int
    end: int
    find: Callable[[], Span]
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that name a part of a year that other words name."""

    end: int
    of_year: Callable[[int], Span]
    is_range: bool


def next_words(text: str, at: int, today: date) -> Words | None:
    """The next words that name a point of time.

    '매출은 지난 3월 …' → '지난 3월': in November 2024 the March of 2024
    '2024년 11월 23일에' → '2024년 11월 23일'
    '3일간' → nothing: that lasts, and stands nowhere in the calendar
    """
    while found := _START.search(text, at):
        words = words_at(text, found.start(), today)
        if words:
            return words
        at = found.end()
    return None


def words_at(text: str, at: int, today: date) -> Words | None:
    """The words that begin exactly here."""
    if found := _YEARS.match(text, at):
        first, last = found["first"], found["last"]
        last_year = int(first[: 4 - len(last)] + last)
        return Words(at, found.end(), lambda: joined(year_of(int(first)), year_of(last_year)), is_range=True)
    if found := _NUMERIC.match(text, at):
        numbers = int(found["year"]), int(found["month"]), int(found["day"])
        return Words(at, found.end(), partial(day_of, *numbers))
    for read in (_in_year, _in_month, _beside_today, _on_day):
        if words := read(text, at, today):
            return words
    return None


def inheriting_words_at(text: str, at: int, first: Span) -> Words | None:
    """The second half of a range, which takes year and month from the first: '2024년 5월부터 8월'."""
    if part := _part_at(text, at):
        return Words(at, part.end, partial(part.of_year, first.start.year))
    if found := _ONLY_DAY.match(text, at):
        return Words(at, found.end(), partial(day_of, first.start.year, first.start.month, int(found["day"])))
    return None


def _part_at(text: str, at: int) -> _Part | None:
    """A half, a quarter, months or a day of some year."""
    found = _PART.match(text, at)
    if not found:
        return None
    if found["half"]:
        return _Part(found.end(), partial(half_of, half=1 if found["half"] == "상" else 2), is_range=False)
    if found["quarter"]:
        first, last = int(found["quarter"]), int(found["last_quarter"] or found["quarter"])
        return _Part(found.end(), partial(quarters_of, first=first, last=last), is_range=first != last)
    if found["first_month"]:
        first, last = int(found["first_month"]), int(found["last_month"])
        return _Part(found.end(), partial(months_of, first=first, last=last), is_range=True)
    month = int(found["month"])
    if not found["day"]:
        return _Part(found.end(), partial(months_of, first=month, last=month), is_range=False)
    day, last_day = int(found["day"]), int(found["last_day"] or found["day"])
    return _Part(found.end(), partial(days_of, month=month, first=day, last=last_day), is_range=day != last_day)


def _in_year(text: str, at: int, today: date) -> Words | None:
    """'2024년', '지난해', '올 1~4월', '올해 들어'."""
    found = _YEAR.match(text, at)
    if not found:
        return None
    year = int(found["year"]) if found["year"] else today.year + _RELATIVE_YEARS[found["relative"] or found["this"]]
    if year == today.year and (so_far := _SO_FAR.match(text, found.end())):
        return Words(at, so_far.end(), lambda: Span(date(today.year, 1, 1), today), is_range=True)
    part = _part_at(text, found.end() + (text[found.end() : found.end() + 1] == " "))
    if part:
        return Words(at, part.end, partial(part.of_year, year), part.is_range)
    # '올' alone is half a word.
    return None if found["this"] else Words(at, found.end(), partial(year_of, year))


def _in_month(text: str, at: int, today: date) -> Words | None:
    """'이달', '지난달', '다음 달 5일'."""
    found = _MONTH.match(text, at)
    if not found:
        return None
    year, month = month_from(today, _RELATIVE_MONTHS[found["relative"].strip()])
    if day := _ONLY_DAY.match(text, found.end() + (text[found.end() : found.end() + 1] == " ")):
        first, last = int(day["day"]), int(day["last_day"] or day["day"])
        return Words(at, day.end(), partial(days_of, year, month, first, last), is_range=first != last)
    return Words(at, found.end(), partial(months_of, year, month, month))


def _beside_today(text: str, at: int, today: date) -> Words | None:
    """'지난 3월' is the last one that is over, '오는 30일' the next one."""
    side = _SIDE.match(text, at)
    if not side:
        return None
    past = side["side"] == "지난"

    def accept(span: Span) -> bool:
        return span.end < today if past else span.end >= today

    if part := _part_at(text, side.end()):
        years = _years(today, -1 if past else 1)
        find = partial(nearest, (partial(part.of_year, year) for year in years), accept)
        return Words(at, part.end, find, part.is_range)
    if day := _ONLY_DAY.match(text, side.end()):
        find = partial(nearest, _days(day, today, -1 if past else 1), accept)
        return Words(at, day.end(), find, is_range=bool(day["last_day"]))
    return None


def _on_day(text: str, at: int, today: date) -> Words | None:
    """'23일', '11월 23일': the last one on or before the article's date. A month alone names no year."""

    def accept(span: Span) -> bool:
        return span.start <= today

    if day := _ONLY_DAY.match(text, at):
        find = partial(nearest, _days(day, today, -1), accept)
        return Words(at, day.end(), find, is_range=bool(day["last_day"]))
    found = _PART.match(text, at)
    part = _part_at(text, at) if found and found["day"] else None
    if not part:
        return None
    find = partial(nearest, (partial(part.of_year, year) for year in _years(today, -1)), accept)
    return Words(at, part.end, find, part.is_range)


def _years(today: date, step: int) -> Iterator[int]:
    """This year and those before or after it."""
    return iter(range(today.year, today.year + step * YEARS_AROUND + step, step))


def _days(found: re.Match[str], today: date, step: int) -> Iterator[Callable[[], Span]]:
    """These days of this month and of those before or after it."""
    first, last = int(found["day"]), int(found["last_day"] or found["day"])
    for steps in range(0, step * MONTHS_AROUND, step):
        yield partial(days_of, *month_from(today, steps), first, last)
