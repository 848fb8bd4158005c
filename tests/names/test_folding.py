import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names.folding import LONGEST, all_beginnings, beginnings, between, fold


@given(st.text())
def test_folding_twice_changes_nothing_and_composition_makes_no_difference(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=80))
def test_a_name_is_found_by_its_beginning(name: str) -> None:
    ends = between(name)
    if ends is not None and fold(name)[0].isalnum():
        low, high = ends
        assert any(low <= start < high for start in beginnings(name))
    assert all(len(start) <= LONGEST for start in beginnings(name))


@given(st.text(alphabet=string.printable, max_size=40))
def test_plain_letters_begin_where_letters_of_any_script_do(name: str) -> None:
    assert beginnings(f"{name} é") == {f"{start} é" for start in beginnings(name)} | {"é"}


@given(
    st.lists(st.text(alphabet="ab 가나金", max_size=8), max_size=4),
    st.text(alphabet="ab 가나金", min_size=1, max_size=4),
)
def test_what_a_text_finds_several_times_it_finds_first_in_one_place(names: list[str], text: str) -> None:
    starts = all_beginnings(names)
    assert [start for start, _ in starts] == sorted({start for name in names for start in beginnings(name)})
    if ends := between(text):
        found = [(start, shared) for start, shared in starts if ends[0] <= start < ends[1]]
        assert [start for start, shared in found if shared < len(ends[0])] == [start for start, _ in found[:1]]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("brain", "Google Brain", True),
        ("BRAIN", "Google Brain", True),
        ("rain", "Google Brain", False),
        ("샷", "문샷AI", True),
        ("샷ai", "문샷AI", True),
        ("ai", "문샷AI", True),
        ("暗面", "月之暗面", True),
        ("google b", "Google   Brain", True),
        ("fu lee", "Kai-Fu Lee", True),
        ("360", "Qihoo360", True),
        ("ihoo", "Qihoo360", False),
    ],
)
def test_words_begin_where_people_would_begin_to_type(text: str, name: str, *, found: bool) -> None:
    low, high = between(text) or ("", "")
    assert any(low <= start < high for start in beginnings(name)) is found


@pytest.mark.parametrize("text", ["", " ", "\n\r", "　"])
def test_no_text_finds_nothing(text: str) -> None:
    assert between(text) is None
