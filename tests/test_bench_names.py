"""The comparison of matchers of names asks, counts and prints as it says."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import PROJECT
from benchmarks.name_contenders import PLAIN, has_postgres, package
from benchmarks.name_list import Follows, NameEntry, part_of
from benchmarks.name_questions import FOLLOWED, Questions, follows_reading, judge, pinyin_of, questions
from benchmarks.peers.names import PACKAGES

PATIENCE = 120  # seconds, far more than it takes
PART = part_of("yang-zhilin")


def entry(latin: str, zh: str, ko: tuple[str, ...], follows: tuple[Follows, ...]) -> NameEntry:
    return NameEntry(latin, "person", zh, latin, ko, follows, PART, "a page")


ENTRIES = [
    entry("Yang Zhilin", "杨植麟", ("양즈린", "양식린"), ("reading", "sino")),
    entry("Leslie Cheung", "张国荣", ("장궈룽",), ("reading",)),
    entry("Zhang Guorong", "章国荣", ("장궈룽",), ("reading",)),
]
HANZI, LATIN = questions(ENTRIES, PART)


def scored(some: Questions, **scores: list[float]) -> list[list[float]]:
    """A matrix: what is told of a form, and 1 for the right name of the others."""
    plain = [[float(at == right) for at in range(len(some.among))] for right in some.right]
    return [scores.get(form, row) for form, row in zip(some.asked, plain, strict=True)]


def test_every_form_is_asked_in_both_scripts() -> None:
    assert HANZI.asked == LATIN.asked == ["양즈린", "양식린", "장궈룽", "장궈룽"]
    assert (HANZI.right, HANZI.among, LATIN.among[1]) == ([0, 0, 1, 2], ["杨植麟", "张国荣", "章国荣"], "Leslie Cheung")
    assert [FOLLOWED in groups for groups in LATIN.groups] == [True, False, False, True]
    assert [FOLLOWED in groups for groups in HANZI.groups] == [False] * 4


def test_a_tie_and_a_better_wrong_name_are_no_find() -> None:
    perfect = judge(LATIN, scored(LATIN))
    assert [perfect.recall(group) for group in ("reading", FOLLOWED, "sino", "brand")] == [1, 1, 1, None]
    tied = judge(LATIN, scored(LATIN, 양즈린=[0.8, 0.8, 0.1], 양식린=[0.8, 0.85, 0.1]))
    assert [tied.recall(group) for group in ("reading", FOLLOWED, "sino")] == [2 / 3, 1 / 2, 0]
    assert (tied.misled, tied.misheard) == (0, 0)


def test_a_wrong_name_that_is_read_the_same_is_told_apart() -> None:
    found = judge(HANZI, scored(HANZI, 양즈린=[1, 0.91, 0], 양식린=[1, 0.9, 0], 장궈룽=[0, 0.99, 1]))
    assert (found.misled, found.misheard) == (3, 1)


@pytest.mark.parametrize(
    ("latin", "zh", "follows"),
    [
        ("Yang Zhilin", "杨植麟", True),
        ("Zhilin YANG", "杨植麟", True),
        ("Lu Bu", "吕布", True),
        ("Xi’an", "西安", True),
        ("Tsai Ing-wen", "蔡英文", False),
        ("Yang Zhi", "杨植麟", False),
        ("Tsinghua University", "清华大学", False),
    ],
)
def test_which_latin_letters_follow_the_reading(latin: str, zh: str, *, follows: bool) -> None:
    assert follows_reading(latin, zh) is follows


def test_characters_are_read_in_every_way() -> None:
    assert {"zhongqing", "chongqing"} <= pinyin_of("重庆")
    assert pinyin_of("張") == pinyin_of("张") == {"zhang"}


def test_a_peer_answers_every_question_by_every_method() -> None:
    answers = package(Path(sys.executable), "rapidfuzz", [HANZI.written(str.upper), LATIN])
    assert len(answers) == len(PACKAGES["rapidfuzz"]())
    for answered in answers:
        assert [[len(row) for row in matrix] for matrix in answered.scores] == [[3] * 4, [3] * 4]
        assert all(0 <= score <= 1 for matrix in answered.scores for row in matrix for score in row)
        assert answered.seconds > 0


def test_the_table_has_a_row_for_everybody() -> None:
    command = [sys.executable, "-m", "benchmarks.name_matching", "--quick", "--python", sys.executable]
    peers = ["--peers", "rapidfuzz,pg_trgm", "--texts", PLAIN]
    done = subprocess.run(
        [*command, *peers], cwd=PROJECT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    head, _, *rows = [line.split(" | ") for line in done.stdout.split("\n\n")[0].splitlines()]
    assert {len(row) for row in rows} == {len(head)}
    expected = ["questions", "Haigui, no names known", "Haigui", "rapidfuzz", *["PostgreSQL"] * has_postgres()]
    assert all(row[0].removeprefix("| ").startswith(start) for row, start in zip(rows, expected, strict=True))
    assert ("NO POSTGRESQL" in done.stderr) is not has_postgres()
    assert rows[2][1] == "1.000 / 1.000"
