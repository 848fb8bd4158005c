from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.article import LineRole, read_lines
from app.reading.dates import Period, UnreadablePeriod, parse_period, read_periods
from tests.reading.samples import original, texts

PUBLISHED = date(2024, 11, 24)


def shown(period: Period) -> str:
    return f"{period.start or ''}/{period.end or ''}"


def found(text: str, published_on: date = PUBLISHED) -> list[str]:
    return [f"{words.as_written} = {shown(words.period)}" for words in read_periods(text, published_on)]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("올해", "2024-01-01/2024-12-31"),
        ("지난해", "2023-01-01/2023-12-31"),
        ("작년", "2023-01-01/2023-12-31"),
        ("재작년", "2022-01-01/2022-12-31"),
        ("내년", "2025-01-01/2025-12-31"),
        ("올 1~4월", "2024-01-01/2024-04-30"),
        ("올 1∼8월", "2024-01-01/2024-08-31"),
        ("올 3분기", "2024-07-01/2024-09-30"),
        ("올해 상반기", "2024-01-01/2024-06-30"),
        ("올해 하반기", "2024-07-01/2024-12-31"),
        ("올해 들어", "2024-01-01/2024-11-24"),
        ("지난해 3분기", "2023-07-01/2023-09-30"),
        ("지난해 1~3분기", "2023-01-01/2023-09-30"),
        ("지난 3월", "2024-03-01/2024-03-31"),
        ("지난 11월", "2023-11-01/2023-11-30"),
        ("지난 12월", "2023-12-01/2023-12-31"),
        ("지난 3분기", "2024-07-01/2024-09-30"),
        ("지난 4분기", "2023-10-01/2023-12-31"),
        ("오는 3월", "2025-03-01/2025-03-31"),
        ("오는 30일", "2024-11-30/2024-11-30"),
        ("이달", "2024-11-01/2024-11-30"),
        ("이번 달", "2024-11-01/2024-11-30"),
        ("지난달", "2024-10-01/2024-10-31"),
        ("다음 달", "2024-12-01/2024-12-31"),
        ("지난달 23일", "2024-10-23/2024-10-23"),
        ("23일(현지 시간)", "2024-11-23/2024-11-23"),
        ("23일", "2024-11-23/2024-11-23"),
        ("24일", "2024-11-24/2024-11-24"),
        ("지난 24일", "2024-10-24/2024-10-24"),
        ("25일", "2024-10-25/2024-10-25"),
        ("31일", "2024-10-31/2024-10-31"),
        ("10월 1일", "2024-10-01/2024-10-01"),
        ("12월 1일", "2023-12-01/2023-12-01"),
        ("2월 29일", "2024-02-29/2024-02-29"),
        ("2022년", "2022-01-01/2022-12-31"),
        ("2022년 기준", "2022-01-01/2022-12-31"),
        ("2022년에", "2022-01-01/2022-12-31"),
        ("2015년", "2015-01-01/2015-12-31"),
        ("2024년 5월", "2024-05-01/2024-05-31"),
        ("2024년 2월", "2024-02-01/2024-02-29"),
        ("2024년 11월 23일", "2024-11-23/2024-11-23"),
        ("2024년 11월 3~5일", "2024-11-03/2024-11-05"),
        ("2024-11-23", "2024-11-23/2024-11-23"),
        ("2024. 11. 23.", "2024-11-23/2024-11-23"),
        ("2030년까지", "/2030-12-31"),
        ("2023년부터", "2023-01-01/"),
        ("2023년 이후", "2023-01-01/"),
        ("지난해부터", "2023-01-01/"),
        ("2015~2023년", "2015-01-01/2023-12-31"),
        ("2023~24년", "2023-01-01/2024-12-31"),
        ("2015년부터 2023년까지", "2015-01-01/2023-12-31"),
        ("지난해 11월부터 올해 4월까지", "2023-11-01/2024-04-30"),
        ("2024년 5월부터 8월까지", "2024-05-01/2024-08-31"),
        ("2024년 4분기~2025년 1분기", "2024-10-01/2025-03-31"),
        ("2023", "2023-01-01/2023-12-31"),
        ("in 2023", "2023-01-01/2023-12-31"),
        ("last year", "2023-01-01/2023-12-31"),
        ("this year", "2024-01-01/2024-12-31"),
        ("last month", "2024-10-01/2024-10-31"),
        ("first half of 2024", "2024-01-01/2024-06-30"),
        ("the first half of last year", "2023-01-01/2023-06-30"),
        ("H2 2023", "2023-07-01/2023-12-31"),
        ("Q3 2024", "2024-07-01/2024-09-30"),
        ("third quarter of 2024", "2024-07-01/2024-09-30"),
        ("January–April 2024", "2024-01-01/2024-04-30"),
        ("January to April 2024", "2024-01-01/2024-04-30"),
        ("first four months of 2024", "2024-01-01/2024-04-30"),
        ("May 2024", "2024-05-01/2024-05-31"),
        ("May 3, 2024", "2024-05-03/2024-05-03"),
        ("3 May 2024", "2024-05-03/2024-05-03"),
        ("Nov. 23", "2024-11-23/2024-11-23"),
        ("since 2023", "2023-01-01/"),
        ("by 2030", "/2030-12-31"),
        ("by the end of 2030", "/2030-12-31"),
        ("from 2015 to 2023", "2015-01-01/2023-12-31"),
        ("between 2015 and 2023", "2015-01-01/2023-12-31"),
        ("2015–2023", "2015-01-01/2023-12-31"),
    ],
)
def test_a_phrase_that_is_one_period(words: str, period: str) -> None:
    assert shown(parse_period(words, PUBLISHED)) == period


@pytest.mark.parametrize(
    ("words", "published_on", "period"),
    [
        ("지난해", date(2025, 1, 1), "2024-01-01/2024-12-31"),
        ("이달", date(2024, 2, 29), "2024-02-01/2024-02-29"),
        ("지난달", date(2025, 1, 15), "2024-12-01/2024-12-31"),
        ("다음 달", date(2024, 12, 15), "2025-01-01/2025-01-31"),
        ("23일", date(2025, 1, 2), "2024-12-23/2024-12-23"),
        ("30일", date(2024, 3, 5), "2024-01-30/2024-01-30"),
        ("2월 29일", date(2023, 6, 1), "2020-02-29/2020-02-29"),
        ("지난 3월", date(2025, 3, 31), "2024-03-01/2024-03-31"),
        ("last month", date(2024, 1, 31), "2023-12-01/2023-12-31"),
        ("in August", date(2024, 7, 15), "2023-08-01/2023-08-31"),
        ("in July", date(2024, 7, 15), "2024-07-01/2024-07-31"),
        ("last September", date(2024, 7, 15), "2023-09-01/2023-09-30"),
        ("in the second quarter", date(2024, 7, 15), "2024-04-01/2024-06-30"),
        ("in the third quarter", date(2024, 7, 15), "2023-07-01/2023-09-30"),
        ("in the first half", date(2024, 11, 24), "2024-01-01/2024-06-30"),
    ],
)
def test_relative_words_follow_the_day_of_the_article(words: str, published_on: date, period: str) -> None:
    assert shown(parse_period(words, published_on)) == period


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("2월 30일", "no such day"),
        ("2024년 2월 30일", "no 2024-02-30"),
        ("2023년 2월 29일", "no 2023-02-29"),
        ("2024년 13월", "no month 13"),
        ("2024년 0월", "no month 0"),
        ("2024년 8~3월", "is before"),
        ("2024-13-01", "no 2024-13-01"),
        ("February 30, 2024", "no 2024-02-30"),
        ("32일", "no such day"),
        ("올", "is not a period"),
        ("", "is not a period"),
        ("3월", "is not a period"),
        ("1~4월", "is not a period"),
        ("상반기", "is not a period"),
        ("3일간", "is not a period"),
        ("3년 차", "is not a period"),
        ("1400년", "is not a period"),
        ("2020년대", "is not a period"),
        ("2001년생", "is not a period"),
        ("지난해 같은 기간", "is not a period"),
        ("가" * 100, "…"),
        ("지난해 매출", "only '지난해' was understood"),
        ("지난해, 올해", "only '지난해' was understood"),
        ("중국은 2017년", "only '2017년' was understood"),
    ],
)
def test_words_that_are_not_one_period(words: str, message: str) -> None:
    with pytest.raises(UnreadablePeriod, match=message):
        parse_period(words, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("지난해부터 올해 매출이", ["지난해부터 = 2023-01-01/", "올해 = 2024-01-01/2024-12-31"]),
        ("2015년 11억 달러, 2017년 계획", ["2015년 = 2015-01-01/2015-12-31", "2017년 = 2017-01-01/2017-12-31"]),
        ("올 1~4월 모금", ["올 1~4월 = 2024-01-01/2024-04-30"]),
        ("23일(현지 시간) 외신", ["23일 = 2024-11-23/2024-11-23"]),
        ("It raised $1bn in May 2024.", ["May 2024 = 2024-05-01/2024-05-31"]),
        ("founded in 2023, to lead by 2030", ["2023 = 2023-01-01/2023-12-31", "by 2030 = /2030-12-31"]),
    ],
)
def test_periods_of_a_text(text: str, periods: list[str]) -> None:
    assert found(text) == periods


@pytest.mark.parametrize(
    "text",
    [
        "", "3일간", "3일 뒤", "100일", "주 5일 근무",
        "3일장", "2월 30일", "2024년 2월 30일", "3년 차", "2020년대", "2001년생",
        "1400여 명", "2023개", "it may 2,024 times", "may invest in may", "August was hot", "GPT 2023", "3달러",
        "이달러", "지난 5년", "올림픽", "시작년도",
        "지난해 같은 기간", "$2023", "2015-2023명",
    ],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    assert found(text) == []


def test_the_original_article() -> None:
    body = [line.text for line in read_lines(original()) if line.role is LineRole.BODY]
    assert [period for line in body for period in found(line)] == [
        "23일 = 2024-11-23/2024-11-23",
        "2022년 = 2022-01-01/2022-12-31",
        "올 1~8월 = 2024-01-01/2024-08-31",
        "올해 = 2024-01-01/2024-12-31",
        "지난해부터 = 2023-01-01/",
        "올 1~4월 = 2024-01-01/2024-04-30",
        "2015년 = 2015-01-01/2015-12-31",
        "지난해 = 2023-01-01/2023-12-31",
        "2017년 = 2017-01-01/2017-12-31",
        "2030년까지 = /2030-12-31",
    ]


days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(days, st.dates())
def test_a_day_written_out_is_read_back(day: date, published_on: date) -> None:
    for words in (
        f"{day.year}년 {day.month}월 {day.day}일",
        day.isoformat(),
        f"{day.year}. {day.month}. {day.day}.",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert parse_period(words, published_on) == Period(day, day)


@given(st.dates(date(1901, 1, 1)))
def test_a_day_without_month_is_the_last_one_on_or_before(published_on: date) -> None:
    for before in range(28):
        day = published_on - timedelta(before)
        assert parse_period(f"{day.day}일", published_on) == Period(day, day)


@given(texts, st.dates())
def test_spans_are_exact_slices_in_order_and_read_again_from_their_own_words(text: str, published_on: date) -> None:
    periods = read_periods(text, published_on)
    assert all(text[words.start : words.end] == words.as_written for words in periods)
    assert all(first.end <= second.start for first, second in pairwise(periods))
    for words in periods:
        start, end = words.period.start, words.period.end
        assert start or end
        assert not (start and end) or start <= end
        assert parse_period(words.as_written, published_on) == words.period


@given(texts, st.dates())
def test_parsing_is_total(text: str, published_on: date) -> None:
    try:
        period = parse_period(text, published_on)
    except UnreadablePeriod:
        return
    assert period.start or period.end
