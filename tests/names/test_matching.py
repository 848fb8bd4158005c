"""Names compared: plain examples, what holds for any two texts, and that a search by keys misses no good match."""

import time
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.names.brands import BUILT_IN, NOTHING, Known, bare
from app.names.keys import entity_keys, keys
from app.names.matching import best_matches, match
from benchmarks.name_list import NameEntry, read_names

PATIENCE = 5  # seconds; the slowest comparison of two long texts takes a fraction of one
LONG = 10_000
GOOD = 0.9
NAMES = read_names()

# A Korean form, and the name that it is nearest to among a quarter of the list in its script.
EXAMPLES = [
    # by the standard, and looser
    ("양즈린", "杨植麟"),
    ("양즈린", "Yang Zhilin"),
    ("양쯔린", "杨植麟"),
    ("시진핑", "习近平"),
    ("왕촨푸", "王传福"),
    ("왕추안푸", "王传福"),
    ("레이쥔", "Lei Jun"),
    ("레이 쥔", "雷军"),
    ("웨이젠쥔", "魏建军"),
    # in Sino-Korean
    ("습근평", "习近平"),
    ("양식린", "杨植麟"),
    ("등소평", "邓小平"),
    ("북경", "北京"),
    # other orders and spellings
    ("리카이푸", "Kai-Fu Lee"),
    ("쑹메이링", "Soong Mei-ling"),
    ("모리스 창", "Morris Chang"),
    ("장중머우", "Chung-mou CHANG"),
    ("차이잉원", "Tsai Ing-wen"),
    # schools and firms
    ("칭화대", "清华大学"),
    ("칭화대학교", "Tsinghua University"),
    ("베이징대", "Peking University"),
    ("홍콩과기대", "香港科技大學"),
    ("화웨이", "华为"),
    ("즈푸AI", "智谱"),
    ("딥시크", "DeepSeek"),
]

ODD = {
    "nothing": "",
    "blanks": " \t\n\u3000",
    "one letter": "a",
    "one character": "杨",
    "one jamo": "ㅈ",
    "lone jamo": "양ㅈㅣㄹㅣㄴ",
    "jamo that do not compose": "\u1175\u1105\u11ab",
    "decomposed Hangul": unicodedata.normalize("NFD", "양즈린"),
    "emoji": "🐢👨‍👩‍👧‍👦🇨🇳",
    "marks of direction": "\u200f\u202e양즈린\u202c\u061c",
    "private use": "\ue000\U000f0000",
    "half a surrogate pair": "\ud800린\udfff",
    "mixed scripts": "양zhi麟のЯن",
    "punctuation": "…-·()“”%",
    "combining marks": "e" + "\u0301" * 50,
    "one that becomes eighteen": "\ufdfa",
    "NUL": "\x00양\x00",
}
TEXTS = [*ODD.values(), *("양즈린", "杨植麟", "Yang Zhilin")]
PIECES = [
    "양",
    "즈린",
    "杨",
    "植麟",
    "Yang",
    "zhi",
    "lin",
    "대",
    "大学",
    "University of ",
    "Co., Ltd.",
    "북경",
    "重庆",
    "-",
    " ",
]

character = st.characters() | st.characters(exclude_categories=()) | st.sampled_from("가힣ㅏㅎ一龥\u0301\u200f")
texts = st.text(character, max_size=12) | st.lists(st.sampled_from(PIECES) | character, max_size=6).map("".join)
listed = st.sampled_from([name for entry in NAMES for name in (entry.zh, entry.latin, *entry.ko)])


def others(name: str) -> list[str]:
    """Every fourth name of the list, in the script of this one, without those that are known to be the same."""
    names = (entry.latin if name.isascii() else entry.zh for entry in NAMES[::4])
    return [other for other in names if bare(other) != bare(name) and not BUILT_IN.same(other, name)]


@pytest.mark.parametrize(("form", "right"), EXAMPLES)
def test_a_korean_form_is_nearest_to_the_name_it_renders(form: str, right: str) -> None:
    ((best, found), (_, second)) = best_matches(form, [*others(right), right], limit=2)
    assert best == right
    assert found.score > second.score
    assert found.why


@pytest.mark.parametrize("known", [NOTHING, BUILT_IN], ids=["by sound", "with known names"])
@settings(max_examples=150, deadline=None)
@given(one=texts | listed, other=texts | listed)
def test_it_does_not_matter_which_name_comes_first(one: str, other: str, known: Known) -> None:
    found = match(one, other, known)
    assert found.score == match(other, one, known).score
    assert 0 <= found.score <= 1
    assert (found.score > 0) or not found.why


@settings(max_examples=200, deadline=None)
@given(name=texts | listed)
def test_composition_makes_no_difference(name: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert keys(composed) == keys(decomposed)
    assert match(composed, decomposed).score == match(name, name).score


@settings(max_examples=100, deadline=None)
@given(name=listed)
def test_a_name_is_the_same_as_itself_however_it_is_composed_and_set(name: str) -> None:
    assert match(unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)).score == 1
    assert match(name, f"\u200f {name.upper()}\u200b ").score == 1


@pytest.mark.parametrize("one", ODD.values(), ids=ODD)
def test_odd_texts_have_a_score_too(one: str) -> None:
    for other in TEXTS:
        found = match(one, other)
        assert 0 <= found.score <= 1
        assert found.score == match(other, one).score
    assert isinstance(keys(one), frozenset)
    assert isinstance(entity_keys([one]), frozenset)


def stretched(text: str) -> str:
    return (text * LONG)[:LONG]


@pytest.mark.parametrize(
    "one", [text for text in TEXTS if text], ids=[*filter("nothing".__ne__, ODD), "ko", "zh", "en"]
)
def test_long_texts_are_compared_in_bounded_time(one: str) -> None:
    for other in ("양즈린", "杨植麟", "yang zhilin ", "이위유시쉬", "乐重单行长", "shihuang"):
        began = time.perf_counter()
        match(stretched(one), f"{stretched(other)}!")
        assert time.perf_counter() - began < PATIENCE
    began = time.perf_counter()
    keys(stretched(one))
    entity_keys([stretched(one)])
    assert time.perf_counter() - began < PATIENCE


def own_pairs(entry: NameEntry) -> Sequence[tuple[str, str]]:
    return [(entry.zh, entry.latin), *((form, name) for form in entry.ko for name in (entry.zh, entry.latin))]


def test_names_that_match_well_share_a_key() -> None:
    good = [pair for entry in NAMES for pair in own_pairs(entry) if match(*pair).score > GOOD]
    assert len(good) > len(NAMES)
    assert [pair for pair in good if not keys(pair[0]) & keys(pair[1])] == []
