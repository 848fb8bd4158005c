from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.article import LineRole, read_lines
from app.reading.quantities import (
    Quantity,
    UnreadableQuantity,
    parse_quantity,
    qualifier_of,
    read_quantities,
)
from app.vocabulary import Qualifier, Unit
from tests.reading.samples import original, texts

EXACT, ABOUT, MORE, LESS = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.MORE_THAN, Qualifier.LESS_THAN
AT_LEAST, AT_MOST, EXPECTED = Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.EXPECTED


def shown(quantity: Quantity) -> tuple[str, str, str]:
    """The words, the number (or 'low~high', or nothing) with its unit, the qualifier."""
    number = str(quantity.value) if quantity.value is not None else ""
    if quantity.value_min is not None:
        number = f"{quantity.value_min}~{quantity.value_max}"
    return quantity.as_written, f"{number} {quantity.unit}".strip(), str(quantity.qualifier)


def found(text: str) -> list[str]:
    return [" = ".join(shown(quantity)[:2]) for quantity in read_quantities(text)]


@pytest.mark.parametrize(
    ("words", "value", "unit", "qualifier"),
    [
        ("7000만 달러", "70000000", Unit.USD, EXACT),
        ("143억 위안", "14300000000", Unit.CNY, EXACT),
        ("11억 4000만 달러", "1140000000", Unit.USD, EXACT),
        ("21억 1000만 달러", "2110000000", Unit.USD, EXACT),
        ("약 2조 7600억 원", "2760000000000", Unit.KRW, ABOUT),
        ("약1조 6000억 원", "1600000000000", Unit.KRW, ABOUT),
        ("약 3조 원", "3000000000000", Unit.KRW, ABOUT),
        ("1.4억 명", "140000000", Unit.PEOPLE, EXACT),
        ("3천달러", "3000", Unit.USD, EXACT),
        ("1천억 원", "100000000000", Unit.KRW, EXACT),
        ("7,000만 달러", "70000000", Unit.USD, EXACT),
        ("1,234,567원", "1234567", Unit.KRW, EXACT),
        ("1천5백만 원", "15000000", Unit.KRW, EXACT),
        ("3백50만 원", "3500000", Unit.KRW, EXACT),
        ("1만 5000명", "15000", Unit.PEOPLE, EXACT),
        ("1만5천 명", "15000", Unit.PEOPLE, EXACT),
        ("2만5000원", "25000", Unit.KRW, EXACT),
        ("백만 달러", "1000000", Unit.USD, EXACT),
        ("십억 달러", "1000000000", Unit.USD, EXACT),
        ("이천 명", "2000", Unit.PEOPLE, EXACT),
        ("삼백오십만 원", "3500000", Unit.KRW, EXACT),
        ("１４３억　위안", "14300000000", Unit.CNY, EXACT),
        ("1억 미국 달러", "100000000", Unit.USD, EXACT),
        ("3억 홍콩달러", "300000000", Unit.HKD, EXACT),
        ("3억 홍콩 달러", "300000000", Unit.HKD, EXACT),
        ("3억 대만달러", "300000000", Unit.TWD, EXACT),
        ("500억 엔", "50000000000", Unit.JPY, EXACT),
        ("5억 유로", "500000000", Unit.EUR, EXACT),
        ("5억 파운드", "500000000", Unit.GBP, EXACT),
        ("5억 위안화", "500000000", Unit.CNY, EXACT),
        ("$7000만", "70000000", Unit.USD, EXACT),
        ("₩1000억", "100000000000", Unit.KRW, EXACT),
        ("€5 bn", "5000000000", Unit.EUR, EXACT),
        ("¥500 million", "500000000", Unit.CNY, EXACT),
        ("US$1.2 billion", "1200000000", Unit.USD, EXACT),
        ("HK$1.2bn", "1200000000", Unit.HKD, EXACT),
        ("RMB 500 million", "500000000", Unit.CNY, EXACT),
        ("Rmb500mn", "500000000", Unit.CNY, EXACT),
        ("70 million dollars", "70000000", Unit.USD, EXACT),
        ("70 million US dollars", "70000000", Unit.USD, EXACT),
        ("two billion Hong Kong dollars", "2000000000", Unit.HKD, EXACT),
        ("$70m", "70000000", Unit.USD, EXACT),
        ("100 billion won", "100000000000", Unit.KRW, EXACT),
        ("-5%", "-5", Unit.PERCENT, EXACT),
        ("마이너스 3.5%", "-3.5", Unit.PERCENT, EXACT),
        ("28%", "28", Unit.PERCENT, EXACT),
        ("2.50%", "2.5", Unit.PERCENT, EXACT),
        ("3퍼센트", "3", Unit.PERCENT, EXACT),
        ("5%포인트", "5", Unit.PERCENT, EXACT),
        ("10 percent", "10", Unit.PERCENT, EXACT),
        ("156명", "156", Unit.PEOPLE, EXACT),
        ("3인", "3", Unit.PEOPLE, EXACT),
        ("스물세 명", "23", Unit.PEOPLE, EXACT),
        ("262곳", "262", Unit.COMPANIES, EXACT),
        ("5곳", "5", Unit.COMPANIES, EXACT),
        ("세 곳", "3", Unit.COMPANIES, EXACT),
        ("5개사", "5", Unit.COMPANIES, EXACT),
        ("5개 기업", "5", Unit.COMPANIES, EXACT),
        ("5개 업체", "5", Unit.COMPANIES, EXACT),
        ("5개 AI 스타트업", "5", Unit.COMPANIES, EXACT),
        ("five Chinese startups", "5", Unit.COMPANIES, EXACT),
        ("10건", "10", Unit.ITEMS, EXACT),
        ("10편", "10", Unit.ITEMS, EXACT),
        ("700억 개", "70000000000", Unit.ITEMS, EXACT),
        ("3위", "3", Unit.RANK, EXACT),
        ("열두 번째", "12", Unit.RANK, EXACT),
        ("12번째", "12", Unit.RANK, EXACT),
        ("12th most", "12", Unit.RANK, EXACT),
        ("두 배", "2", Unit.TIMES, EXACT),
        ("2.5배", "2.5", Unit.TIMES, EXACT),
        ("6개월", "6", Unit.MONTHS, EXACT),
        ("6개월간", "6", Unit.MONTHS, EXACT),
        ("six months", "6", Unit.MONTHS, EXACT),
        ("석 달", "3", Unit.MONTHS, EXACT),
        ("3년간", "3", Unit.YEARS, EXACT),
        ("100일간", "100", Unit.DAYS, EXACT),
        ("3주", "3", Unit.WEEKS, EXACT),
        ("1400여 명", "1400", Unit.PEOPLE, MORE),
        ("1400여명", "1400", Unit.PEOPLE, MORE),
        ("3조여 원", "3000000000000", Unit.KRW, MORE),
        ("100명이 넘는", "100", Unit.PEOPLE, MORE),
        ("100억 원을 웃도는", "10000000000", Unit.KRW, MORE),
        ("100명 초과", "100", Unit.PEOPLE, MORE),
        ("1년 남짓", "1", Unit.YEARS, MORE),
        ("more than 100 people", "100", Unit.PEOPLE, MORE),
        ("100명 미만", "100", Unit.PEOPLE, LESS),
        ("100명에 못 미치는", "100", Unit.PEOPLE, LESS),
        ("nearly 400 employees", "400", Unit.PEOPLE, LESS),
        ("10억 달러 이상", "1000000000", Unit.USD, AT_LEAST),
        ("최소 100명", "100", Unit.PEOPLE, AT_LEAST),
        ("약 100명 이상", "100", Unit.PEOPLE, AT_LEAST),
        ("100명 이하", "100", Unit.PEOPLE, AT_MOST),
        ("최대 5억 달러", "500000000", Unit.USD, AT_MOST),
        ("up to 10%", "10", Unit.PERCENT, AT_MOST),
        ("2배가량", "2", Unit.TIMES, ABOUT),
        ("100명 안팎", "100", Unit.PEOPLE, ABOUT),
        ("100명 정도", "100", Unit.PEOPLE, ABOUT),
        ("20%대", "20", Unit.PERCENT, ABOUT),
        ("about $70 million", "70000000", Unit.USD, ABOUT),
        ("7000만 달러에 달할 것으로 예상", "70000000", Unit.USD, EXPECTED),
        ("7000만 달러에 달할 것으로 예상된다", "70000000", Unit.USD, EXPECTED),
        ("100억 원을 투자할 계획", "10000000000", Unit.KRW, EXPECTED),
        ("3억 달러를 넘을 것으로 전망된다", "300000000", Unit.USD, EXPECTED),
        ("4000억 원이 넘을 것으로 보인다", "400000000000", Unit.KRW, EXPECTED),
        ("20억 달러로 추산된다", "2000000000", Unit.USD, ABOUT),
        ("100억 원 목표", "10000000000", Unit.KRW, EXPECTED),
    ],
)
def test_a_phrase_that_is_one_quantity(words: str, value: str, unit: Unit, qualifier: Qualifier) -> None:
    quantity = parse_quantity(words)
    assert (quantity.value, quantity.unit, quantity.qualifier) == (Decimal(value), unit, qualifier)
    assert (quantity.value_min, quantity.value_max, quantity.conversion) == (None, None, None)
    assert str(quantity.value) == value
    assert words[quantity.start : quantity.end] == quantity.as_written


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("5~6억 달러", "500000000", "600000000", Unit.USD),
        ("5억~6억 달러", "500000000", "600000000", Unit.USD),
        ("5억 달러~6억 달러", "500000000", "600000000", Unit.USD),
        ("5000만~1억 달러", "50000000", "100000000", Unit.USD),
        ("10~20%", "10", "20", Unit.PERCENT),
        ("10%~20%", "10", "20", Unit.PERCENT),
        ("10-20명", "10", "20", Unit.PEOPLE),
        ("3∼4개월", "3", "4", Unit.MONTHS),
        ("두세 명", "2", "3", Unit.PEOPLE),
        ("10에서 20명", "10", "20", Unit.PEOPLE),
        ("$5-6 billion", "5000000000", "6000000000", Unit.USD),
        ("$5 billion-$6 billion", "5000000000", "6000000000", Unit.USD),
        ("10 to 20 percent", "10", "20", Unit.PERCENT),
        ("between 10 and 20 percent", "10", "20", Unit.PERCENT),
    ],
)
def test_a_range_has_bounds_and_no_value(words: str, low: str, high: str, unit: Unit) -> None:
    quantity = parse_quantity(words)
    assert (quantity.value, quantity.value_min, quantity.value_max) == (None, Decimal(low), Decimal(high))
    assert (quantity.unit, quantity.as_written) == (unit, words)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("수백 명", Unit.PEOPLE),
        ("수백명", Unit.PEOPLE),
        ("수천억 원", Unit.KRW),
        ("수십 곳", Unit.COMPANIES),
        ("수개월", Unit.MONTHS),
        ("몇 명", Unit.PEOPLE),
        ("hundreds of people", Unit.PEOPLE),
        ("tens of millions of dollars", Unit.USD),
    ],
)
def test_a_vague_number_has_no_number(words: str, unit: Unit) -> None:
    quantity = parse_quantity(words)
    assert (quantity.value, quantity.value_min, quantity.value_max) == (None, None, None)
    assert (quantity.unit, quantity.qualifier, quantity.as_written) == (unit, ABOUT, words)


@pytest.mark.parametrize(
    ("words", "converted"),
    [
        ("143억 위안(약 2조 7600억 원)", "약 2조 7600억 원"),
        ("11억 4000만 달러(약1조 6000억 원)", "약1조 6000억 원"),
        ("11억 4000만 달러(한화 약1조 6000억 원)", "약1조 6000억 원"),
        ("7000만 달러 (1000억 원 상당)", "1000억 원"),
        ("143억 위안(약 2조 7600억 원, 20억 달러)", "약 2조 7600억 원"),
        ("$70 million (about 100 billion won)", "about 100 billion won"),
    ],
)
def test_a_conversion_stands_inside_what_it_converts(words: str, converted: str) -> None:
    (quantity,) = read_quantities(words)
    assert quantity.as_written == words.partition("(")[0].strip()
    assert quantity.qualifier is EXACT
    assert quantity.conversion
    assert quantity.conversion.as_written == converted
    assert words[quantity.conversion.start : quantity.conversion.end] == converted
    assert parse_quantity(words) == quantity


def test_the_qualifier_after_a_conversion_belongs_to_the_first_sum() -> None:
    (foreseen,) = read_quantities("순익이 7000만 달러(약 1000억 원)에 이를 것으로 예상된다")
    (more,) = read_quantities("약 143억 위안(2조 7600억 원)을 넘는 금액")
    assert shown(foreseen) == ("7000만 달러", "70000000 USD", "expected")
    assert foreseen.conversion
    assert foreseen.conversion.qualifier is ABOUT
    assert shown(more) == ("약 143억 위안", "14300000000 CNY", "more_than")


@pytest.mark.parametrize("words", ["156명(28%)", "10억 달러(9억 달러)", "10억 달러, 1조 원", "미국(10억 달러)과 5명"])
def test_a_bracket_that_is_no_conversion(words: str) -> None:
    assert all(quantity.conversion is None for quantity in read_quantities(words))


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("2015년 11억 4000만 달러", ["11억 4000만 달러 = 1140000000 USD"]),
        ("매출 3억 2024년 5명", ["5명 = 5 people"]),
        ("각각 3위, 6위에 올랐다", ["3위 = 3 rank", "6위 = 6 rank"]),
        ("상위 2% 연구자는 미국 28%", ["2% = 2 percent", "28% = 28 percent"]),
        ("from 10 to 20 percent", ["20 percent = 20 percent"]),
        ("2022년 6개월간", ["6개월간 = 6 months"]),
        ("5명과 5 개발자", ["5명 = 5 people"]),
        ("7000만 달러로 전망을 웃돌았다", ["7000만 달러 = 70000000 USD"]),
        ("3 위안과 3위", ["3 위안 = 3 CNY", "3위 = 3 rank"]),
    ],
)
def test_quantities_of_a_text(text: str, quantities: list[str]) -> None:
    assert found(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "", "2022년", "2024년 11월 23일", "14시 30분", "올 1~8월", "23일(현지 시간)", "3년 차", "창업 3년 차지만",
        "GPT-4", "o1", "01.AI", "A100", "5G",
        "GPT-4개", "02-123-4567명", "2024-11-24", "000660", "007명", f"{10**40}명",
        "1400", "3억 불", "3억 호주달러", "A$5 million", "S$5",
        "2억 대출", "5만 관중", "60대 주취자", "3회", "25대 AI 연구기관", "260km",
        "15층", "구조 원인", "수명", "지명수배", "한편", "세배",
        "한인 유학생", "유명한 곳", "1인당", "3인승", "5 개발자", "3분의 1", ".5%",
        "1/2명", "5000~1억 달러", "1년 6개월", "one hundred and five people",
        "5 won the prize", "70m tall", "2.5위", "0위", "2022년 동안",
        "수 10억 원", "3 인도 기업", "만 3년", "10대 기업",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "is not a quantity"),
        ("2022년", "is not a quantity"),
        ("1400", "is not a quantity"),
        ("156명, 104명", "2 quantities, not one"),
        ("구글 출신 104명", "only '104명' was understood"),
        ("5곳에 달한다", "only '5곳' was understood"),
        ("가" * 500, "…"),
    ],
)
def test_words_that_are_not_one_quantity(words: str, message: str) -> None:
    with pytest.raises(UnreadableQuantity, match=message):
        parse_quantity(words)


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("약", ABOUT), ("가량", ABOUT), ("정도", ABOUT), ("안팎", ABOUT), ("내외", ABOUT), ("about", ABOUT),
        ("이상", AT_LEAST), ("최소", AT_LEAST), ("at least", AT_LEAST), ("이하", AT_MOST), ("최대", AT_MOST),
        ("여", MORE), ("넘는", MORE), ("웃도는", MORE), ("초과", MORE), ("남짓", MORE), ("more than", MORE),
        ("미만", LESS), ("못 미치는", LESS), ("less than", LESS), ("정확히", EXACT),
        ("예상", EXPECTED), ("전망", EXPECTED), ("예정", EXPECTED), ("목표", EXPECTED), ("예상된다", EXPECTED),
        ("달할 것으로 예상", EXPECTED), ("에 달할 것으로 예상된다", EXPECTED), ("expected to reach", EXPECTED),
        ("expects revenue of", EXPECTED), ("was expected to exceed", EXPECTED),
        (" 이상 ", AT_LEAST), ("", None), ("중국", None), ("약속", None), ("7000만 달러", None), ("가" * 200, None),
    ],
)  # fmt: skip
def test_a_qualifier_alone(words: str, qualifier: Qualifier | None) -> None:
    assert qualifier_of(words) is qualifier


def test_the_original_article() -> None:
    body = [line.text for line in read_lines(original()) if line.role is LineRole.BODY]
    assert [" ".join(shown(quantity)) for line in body for quantity in read_quantities(line)] == [
        "10억 달러 이상 1000000000 USD at_least",
        "수백 명 people about",
        "2% 2 percent exact",
        "28% 28 percent exact",
        "26% 26 percent exact",
        "3위 3 rank exact",
        "6위 6 rank exact",
        "1400여 명 1400 people more_than",
        "156명 156 people exact",
        "104명 104 people exact",
        "6개월 6 months exact",
        "열두 번째 12 rank exact",
        "7000만 달러 70000000 USD expected",
        "5곳 5 companies exact",
        "262곳 262 companies exact",
        "143억 위안 14300000000 CNY exact",
        "11억 4000만 달러 1140000000 USD exact",
        "21억 1000만 달러 2110000000 USD exact",
        "2배가량 2 times about",
    ]
    converted = [quantity.conversion for line in body for quantity in read_quantities(line) if quantity.conversion]
    assert [" ".join(shown(quantity)) for quantity in converted] == [
        "약 1000억 원 100000000000 KRW about",
        "약 2조 7600억 원 2760000000000 KRW about",
        "약1조 6000억 원 1600000000000 KRW about",
        "약 3조 원 3000000000000 KRW about",
    ]


def in_korean(number: int, gap: str) -> str:
    """A whole number as newspapers write it: 11억 4000만."""
    parts = []
    for name, size in (("조", 10**12), ("억", 10**8), ("만", 10**4), ("", 1)):
        if number >= size:
            parts.append(f"{number // size}{name}")
            number %= size
    return gap.join(parts)


@given(
    st.integers(1, 10**16 - 1), st.sampled_from(["", " "]), st.sampled_from(["달러", " 원", " 위안", "명", " 홍콩달러"])
)
def test_a_number_written_in_korean_is_read_back(number: int, gap: str, unit: str) -> None:
    words = in_korean(number, gap)
    # A bare rest after a space belongs to 만 only: '3억 2024년' is two things.
    if gap and number % 10**4 > 0 and number >= 10**8 and not number // 10**4 % 10**4:
        return
    assert parse_quantity(words + unit).value == number
    assert parse_quantity(f"{number:,}{unit}").value == number


@given(st.decimals(0, 10**9, places=3, allow_nan=False), st.sampled_from([("만", 4), ("억", 8), ("조", 12), ("", 0)]))
def test_a_decimal_is_read_back_exactly(number: Decimal, scale: tuple[str, int]) -> None:
    name, zeros = scale
    assert parse_quantity(f"{number}{name} 달러").value == number * 10**zeros


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["억 달러", "%", "명", "만 위안", "개월"]))
def test_a_range_is_read_back(low: int, more: int, unit: str) -> None:
    single, quantity = parse_quantity(f"{low}{unit}"), parse_quantity(f"{low}~{low + more}{unit}")
    assert quantity.value_min == single.value
    assert quantity.value_max == parse_quantity(f"{low + more}{unit}").value


@given(texts)
def test_spans_are_exact_slices_in_order(text: str) -> None:
    quantities = read_quantities(text)
    spans = [span for quantity in quantities for span in (quantity, quantity.conversion) if span]
    assert all(text[span.start : span.end] == span.as_written for span in spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(span.value is None or span.value_min is None for span in spans)


@given(texts)
def test_what_was_read_is_read_again_from_its_own_words(text: str) -> None:
    for quantity in read_quantities(text):
        for span in (quantity, quantity.conversion):
            if span:
                again = parse_quantity(span.as_written)
                assert (again.value, again.value_min, again.value_max) == (span.value, span.value_min, span.value_max)
                assert again.unit is span.unit
                assert again.as_written == span.as_written


@given(texts)
def test_parsing_is_total(text: str) -> None:
    qualifier_of(text)
    try:
        quantity = parse_quantity(text)
    except UnreadableQuantity:
        return
    assert text[quantity.start : quantity.end] == quantity.as_written
