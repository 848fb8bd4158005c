"""The names of real people and firms are found as well as the README says, and others are not taken for them.

Each Korean form of the part `report` is compared with the entries that share a key with it, as a search would do, not
with all of them: that takes seconds instead of the minutes of `make bench-names`. An entry without a common key counts
as not found.
"""

from collections.abc import Mapping

import pytest

from app.names.brands import BUILT_IN, NOTHING, Known
from app.names.keys import keys
from app.names.matching import match
from benchmarks.name_list import read_names
from benchmarks.name_questions import FOLLOWED, Questions, Result, judge, questions

INTO = ("Hanzi", "Latin")
ENOUGH_ASKED = 150  # fewer would say little about shares near 1


def answered(some: Questions, known: Known) -> Result:
    among = [(name, keys(name, known)) for name in some.among]
    asked = [(form, keys(form, known)) for form in some.asked]
    return judge(
        some,
        [[match(form, name, known).score if ours & theirs else 0.0 for name, theirs in among] for form, ours in asked],
    )


@pytest.fixture(scope="module")
def by_sound() -> Mapping[str, Result]:
    return {some.into: answered(some, NOTHING) for some in questions(read_names(), "report")}


@pytest.fixture(scope="module")
def by_all_that_is_known() -> Mapping[str, Result]:
    return {some.into: answered(some, BUILT_IN) for some in questions(read_names(), "report")}


@pytest.mark.parametrize(
    ("into", "group", "least"),
    [
        ("Hanzi", "reading", 0.985),
        ("Hanzi", "sino", 0.98),
        ("Hanzi", "mixed", 0.98),
        ("Latin", FOLLOWED, 0.985),
        ("Latin", "reading", 0.75),  # Leslie Cheung cannot be heard in 장궈룽
    ],
)
def test_names_are_found_by_their_sound(into: str, group: str, least: float, by_sound: Mapping[str, Result]) -> None:
    assert (by_sound[into].recall(group) or 0) >= least


@pytest.mark.parametrize(
    ("into", "group", "least"),
    [
        ("Hanzi", "reading", 0.985),
        ("Hanzi", "sino", 0.985),
        ("Hanzi", "mixed", 0.985),
        ("Hanzi", "brand", 0.5),
        ("Latin", FOLLOWED, 0.985),
        ("Latin", "reading", 0.84),
        ("Latin", "brand", 0.75),
    ],
)
def test_more_are_found_with_the_names_that_are_known(
    into: str, group: str, least: float, by_all_that_is_known: Mapping[str, Result]
) -> None:
    assert (by_all_that_is_known[into].recall(group) or 0) >= least


@pytest.mark.parametrize("into", INTO)
def test_hardly_any_other_name_is_thought_to_be_the_same(
    into: str, by_sound: Mapping[str, Result], by_all_that_is_known: Mapping[str, Result]
) -> None:
    for found in (by_sound[into], by_all_that_is_known[into]):
        asked = sum(count for group, count in found.asked.items() if group != FOLLOWED)
        assert asked >= ENOUGH_ASKED
        assert found.misheard <= asked / 100
