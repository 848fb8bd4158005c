"""`haigui draft` and `haigui parse`: records ready to edit, and what becomes of a file that is no article."""

import json
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.reading.fitness import LARGEST

RUN = CliRunner()
TEXT = """왕보, 로봇 회사 훠싱로봇 세워
입력 2024-11-20 09:00
전 바이두 부사장 왕보(王博)가 지난해 스타트업 훠싱로봇(火星机器人)을 창업했다.
훠싱로봇은 텐센트로부터 3억 위안 규모의 투자를 유치했다. 화웨이는 훠싱로봇에 투자하지 않았다.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def drafted(*words: object) -> str:
    done = RUN.invoke(cli, ["draft", *map(str, words)])
    assert done.exit_code == 0, done.output
    return done.stdout


def refused(*words: object, command: str = "draft") -> str:
    done = RUN.invoke(cli, [command, *map(str, words)])
    assert done.exit_code == 1, done.output
    assert done.stdout == ""
    return done.stderr


def test_a_draft_is_records_in_toml_with_newcomers_in_comments(article: Path) -> None:
    draft = drafted(article, "--date", "2024-11-20")
    records = tomllib.loads(draft)
    founding, investment = records["founding"][0], records["investment"][0]
    assert founding["citations"][0]["passage"] == "p3.s1"
    assert investment["investor"] == "tencent"
    assert len(records["investment"]) == 1, "an investment that is denied is none"
    assert all(name in draft for name in ("王博", "火星机器人"))


def test_a_draft_is_one_candidate_a_line_in_ndjson(article: Path) -> None:
    lines = [json.loads(line) for line in drafted(article, "--date", "2024-11-20", "--format", "ndjson").splitlines()]
    assert all(TEXT[one["start"] : one["end"]] == one["as_written"] for one in lines)
    founding = next(one for one in lines if one["type"] == "founding")
    assert (founding["person"], founding["startup"], founding["period_from"]) == ("왕보", "훠싱로봇", "2023-01-01")


def test_without_a_date_the_date_line_tells_and_is_told(article: Path) -> None:
    done = RUN.invoke(cli, ["draft", str(article)])
    assert "relative dates are counted from 2024-11-20: the line “입력 2024-11-20 09:00” says so" in done.stderr


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b" \n", "is empty"),
        ("훠싱로봇".encode("cp949"), "is not UTF-8: byte 0 is 0xc8; convert it, as by `iconv -f CP949 -t UTF-8`"),
        (b"<html><body><p>a</p></body></html>", "looks like HTML"),
        ("星云智能由李岚创立。".encode(), "is in no language that is read; those are Korean (ko) and English (en)"),
        (b"a" * (LARGEST + 1), "has 1,000,001 bytes; at most 1,000,000 are read"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(content: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    assert f"{path}: {why}" in refused(path)


def test_a_file_that_is_not_there_a_day_that_is_none_and_no_model_are_refused(article: Path) -> None:
    assert "nothing.txt: there is no such file" in refused(article.with_name("nothing.txt"))
    assert "--date '2024-13-01' is no day; it is written as 2024-11-24" in refused(article, "--date", "2024-13-01")
    assert "no model is chosen: set HAIGUI_MODEL_URL" in refused(article, "--model")


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("11억 4000만 달러", {"value": 1_140_000_000, "unit": "USD", "qualifier": "exact"}),
        ("올 1~4월", {"period": {"from": "2024-01-01", "to": "2024-04-30"}}),
    ],
)
def test_a_phrase_means_a_quantity_or_a_period(phrase: str, meaning: dict[str, object]) -> None:
    done = RUN.invoke(cli, ["parse", phrase, "--date", "2024-11-24"])
    assert json.loads(done.stdout).items() >= meaning.items()


def test_a_phrase_that_means_neither_is_refused_with_both_reasons() -> None:
    assert len(refused("어쩌면", command="parse").strip().splitlines()) == 2
