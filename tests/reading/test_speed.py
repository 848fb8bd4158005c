from collections.abc import Callable
from datetime import date
from time import process_time

import pytest

from app.reading.dates import UnreadablePeriod, parse_period, read_periods
from app.reading.passages import read_passages
from app.reading.quantities import UnreadableQuantity, parse_quantity, read_quantities
from tests.reading.samples import ADVERSARIAL

PUBLISHED = date(2024, 11, 24)
# The densest text, a quantity in every third character, takes a quarter of a second; backtracking would take minutes.
SIZE = 20_000
SECONDS = 3


def _parse_quantity(text: str) -> None:
    with pytest.raises(UnreadableQuantity):
        parse_quantity(text)


def _parse_period(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        parse_period(text, PUBLISHED)


@pytest.mark.parametrize(
    "read",
    [read_passages, read_quantities, lambda text: read_periods(text, PUBLISHED), _parse_quantity, _parse_period],
    ids=["passages", "quantities", "periods", "quantity", "period"],
)
def test_a_hostile_text_takes_no_more_than_its_length(read: Callable[[str], object]) -> None:
    for fragment in ADVERSARIAL:
        text = (fragment * SIZE)[:SIZE]
        began = process_time()
        read(text)
        assert process_time() - began < SECONDS, f"{fragment!r} repeated"


@pytest.mark.parametrize(
    "fragment", ["1", "1,", "“", "'", "수", "약 최소 ", "할 것으로 ", "expected to be ", "가 ", "May 1-"]
)
def test_a_hostile_text_of_100_kb_is_read_quickly(fragment: str) -> None:
    text = fragment * (100_000 // len(fragment))
    began = process_time()
    read_passages(text)
    read_quantities(text)
    read_periods(text, PUBLISHED)
    assert process_time() - began < 2, f"{fragment!r} repeated"


def test_an_ordinary_text_of_100_kb_is_read_well_within_a_second() -> None:
    paragraph = (
        "알리바바가 투자한 이 회사의 지난해 매출은 7000만 달러(약 1000억 원)로, 직원은 150여 명이다. " * 4 + "\n"
    )
    text = "제목\n" + paragraph * (100_000 // len(paragraph))
    began = process_time()
    read_passages(text)
    read_quantities(text)
    read_periods(text, PUBLISHED)
    assert process_time() - began < 2
