"""`haigui match`: who is meant, from which line; and what becomes of a list or a query that is none."""

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app import lookup
from app.cli import cli
from app.lookup import FEW, Named, look_up

RUN = CliRunner()
LINES = ["杨植麟", "Kai-Fu Lee", "", "  ", "王传福", "智谱华章", "Moonshot AI", "양즈린", "清华大学"]


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "names.txt"
    path.write_text("\n".join(LINES) + "\n", "utf-8")
    return path


def asked(*words: object) -> list[dict[str, Any]]:
    done = RUN.invoke(cli, ["match", "--format", "ndjson", *map(str, words)])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def refused(*words: object, given: bytes = b"") -> str:
    done = RUN.invoke(cli, ["match", *map(str, words)], input=given)
    assert done.exit_code == 1, done.output
    assert done.stdout == ""
    return done.stderr


def test_each_query_is_one_object_with_the_best_names_their_lines_and_why(names: Path) -> None:
    answers = asked("양쯔린", "리카이푸", "즈푸", "칭화대", "--among", names, "--limit", 2)
    assert [answer["query"] for answer in answers] == ["양쯔린", "리카이푸", "즈푸", "칭화대"]
    assert all(list(answer) == ["query", "matches"] for answer in answers)
    found = [answer["matches"] for answer in answers]
    assert [[match["name"] for match in matches][:1] for matches in found] == [
        ["杨植麟"],
        ["Kai-Fu Lee"],
        ["智谱华章"],
        ["清华大学"],
    ]
    assert [match["line"] for match in found[0]] == [1, 8]  # blank lines count
    assert found[1][0]["line"] == 2
    assert all(len(matches) <= 2 for matches in found)
    for matches in found:
        assert [list(match) for match in matches] == [["name", "line", "score", "why"]] * len(matches)
        scores = [match["score"] for match in matches]
        assert scores == sorted(scores, reverse=True)
        assert 0.8 < scores[0] <= 1
        assert matches[0]["why"]


def test_a_list_can_come_from_standard_input_with_a_mark_of_its_order_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("\ufeff杨植麟\r\n\r\n王传福".encode())))
    assert lookup.read_names(Path("-")) == [Named("杨植麟", 1), Named("王传福", 3)]


def test_without_a_list_the_names_of_the_gazetteer_are_searched_and_each_entity_found_once() -> None:
    (answer,) = asked("Yáng Zhílín")
    ids = [match["id"] for match in answer["matches"]]
    assert ids[0] == "yang-zhilin"
    assert len(set(ids)) == len(ids)


def test_brand_names_of_the_gazetteer_are_known_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Facebook\nFAIR\nMicrosoft\n", "utf-8")
    (answer,) = asked("페이스북 AI리서치", "--among", path, "--limit", 1)
    assert [(match["name"], match["score"]) for match in answer["matches"]] == [("FAIR", 1.0)]


def test_a_table_shows_the_same_to_people(names: Path) -> None:
    done = RUN.invoke(cli, ["match", "왕촨푸", "😀", "--among", str(names), "--limit", "1"])
    query, row, nothing, none = done.stdout.splitlines()
    assert (query, nothing, none.strip()) == ("왕촨푸", "😀", "no match")
    score, line, number, name, *why = row.split()
    assert (score, line, number, name) == ("1.000", "line", "5", "王传福")
    assert why


@pytest.mark.parametrize("query", ["", " ", "😀", "\u200f", "!?", "\ue000"])
def test_what_says_nothing_matches_nothing(query: str, names: Path) -> None:
    assert asked("--among", names, "--", query) == [{"query": query, "matches": []}]


@pytest.mark.parametrize("query", ["양즈린" * 3400, "ㅇㅑㅇ", "a", "양Zhi麟", "\u1100" * 50, "한" * 10_000])
def test_any_text_has_an_answer(query: str, names: Path) -> None:
    (answer,) = asked(query, "--among", names)
    assert answer["query"] == query
    assert all(0 < match["score"] <= 1 for match in answer["matches"])


def test_an_empty_list_has_no_match(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("\n\n", "utf-8")
    assert asked("양즈린", "--among", path) == [{"query": "양즈린", "matches": []}]


def test_a_list_that_cannot_be_read_is_told_in_a_line(tmp_path: Path) -> None:
    assert refused("a", "--among", tmp_path / "none") == f"{tmp_path}/none: no such file or directory\n"
    assert refused("a", "--among", tmp_path) == f"{tmp_path}: is a directory\n"
    path = tmp_path / "names.txt"
    path.write_bytes("양즈린".encode("cp949"))
    assert refused("a", "--among", path) == f"{path}: is no text in UTF-8: invalid start byte (0xbe)\n"
    path.write_bytes(b"a\n\0\0\n")
    assert refused("a", "--among", path) == f"{path}:2: is no text: there is a NUL character\n"
    assert RUN.invoke(cli, ["match", "a", "--limit", "0"]).exit_code == 2
    assert RUN.invoke(cli, ["match"]).exit_code == 2


def test_of_many_names_those_are_compared_that_share_a_key() -> None:
    syllables = "가나다라마바사아자차카타파하고노도로모보소오조초"
    others = [f"{one}{other}" for one in syllables for other in syllables]
    names = [Named(name, at) for at, name in enumerate([*others, "楊植麟"], 1)]
    assert len(names) > FEW
    ((_, found),) = look_up(["양즈린"], names, 3)
    assert (found[0].name, found[0].line) == ("楊植麟", len(names))


def test_the_same_name_on_two_lines_is_found_on_both() -> None:
    ((_, found),) = look_up(["Yang Zhilin"], [Named("杨植麟", 1), Named("王传福", 2), Named("杨植麟", 3)], 2)
    assert [match.line for match in found] == [1, 3]
