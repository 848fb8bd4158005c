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

BY_SOUND = {
    ("Hanzi", "reading"): 0.985,
    ("Hanzi", "sino"): 0.98,
    ("Hanzi", "mixed"): 0.98,
    ("Latin", FOLLOWED): 0.985,
    ("Latin", "reading"): 0.75,  # Leslie Cheung cannot be heard in 장궈룽
}
BY_ALL_THAT_IS_KNOWN = BY_SOUND | {
    ("Hanzi", "brand"): 0.5,
    ("Latin", "reading"): 0.84,
    ("Latin", "brand"): 0.75,
}
"""The least share that is found, by script and by what the form follows: a hair below what was measured."""
ENOUGH_ASKED = 150  # fewer would say little about shares near 1


def answered(some: Questions, known: Known) -> Result:
    among = [(name, keys(name, known)) for name in some.among]
    asked = [(form, keys(form, known)) for form in some.asked]
    return judge(
        some,
        [[match(form, name, known).score if ours & theirs else 0.0 for name, theirs in among] for form, ours in asked],
    )


@pytest.mark.parametrize(
    ("known", "least"), [(NOTHING, BY_SOUND), (BUILT_IN, BY_ALL_THAT_IS_KNOWN)], ids=["by sound", "with known names"]
)
def test_names_are_found_and_hardly_any_other_is_thought_to_be_the_same(
    known: Known, least: Mapping[tuple[str, str], float]
) -> None:
    for some in questions(read_names(), "report"):
        found = answered(some, known)
        for (into, group), share in least.items():
            if into == some.into:
                assert (found.recall(group) or 0) >= share, (into, group)
        assert len(some.asked) >= ENOUGH_ASKED
        assert found.misheard <= len(some.asked) / 100
