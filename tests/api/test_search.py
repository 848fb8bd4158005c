"""Search by name: whatever script the text and the names are in, ranked, with reasons."""

import csv
import io
import time
import unicodedata
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.conftest import Client

SECONDS = 3
BAD = [
    *("", " ", "a", "ㅈ", "ㅏ", "ㅈㅈㅈㅈ", "즈", "杨", "🐢", "🐢" * 100, "양즈린杨植麟Yang", "\u200f\u202e"),
    *("\u202e양즈린\u200f", "\ue000\U000f0000", "a" * 200, "가" * 200, "\u1100" * 200, "杨" * 200, "가a杨1" * 50),
    *("%_\\'\"--", "()[]{}*+?", "\x01\x02", "-" * 200, "'" * 200, "ǖ" * 200, "\ufdfa" * 11, "0" * 200, "㈜"),
    *("Co., Ltd.", "\ud7b0\ud7c7", "\u11a8\u11a8", "zhang" * 40, "li wang " * 25, "리카이푸" * 50, "大学" * 100),
]


def search(client: Client, text: str, more: str = "") -> list[Any]:
    items: list[Any] = client.json(f"/v1/search?q={quote(text)}{more}")["items"]
    return items


@pytest.mark.parametrize(
    ("text", "item"),
    [
        *((text, "yang-zhilin") for text in ("杨植麟", "楊植麟", "Yang Zhilin", "Zhilin Yang", "YANG ZHI-LIN")),
        *((text, "yang-zhilin") for text in ("양쯔린", "양즈린", "양 즈린")),
        *((text, "moonshot-ai") for text in ("月之暗面", "웨즈안몐", "월지암면", "Moonshot", "moonshot ai", "문샷")),
        *((text, "kai-fu-lee") for text in ("Kai-Fu Lee", "KAI FU LEE", "Lee Kai-fu", "kai-fu-lee")),
        *((text, "kai-fu-lee") for text in ("리카이푸", "李开复", "李開復")),
        *((text, "zhipu-ai") for text in ("智谱", "즈푸", "지푸AI", "Zhipu")),
        ("청화대", "tsinghua-university"),
        ("Peking University", "peking-university"),
    ],
)  # fmt: skip
def test_a_name_is_found_first_in_whatever_script_it_is_written(shipped: Client, text: str, item: str) -> None:
    first, *others = search(shipped, unicodedata.normalize("NFD", text))

    assert first["id"] == item
    assert first["score"] > 0.9
    assert all(other["score"] <= first["score"] for other in others)
    assert search(shipped, text)[0]["why"] == first["why"] != []


def test_rows_say_how_surely_why_and_by_which_name(world: Client) -> None:
    answer = world.json("/v1/search?q=" + quote("李嵐"))
    row = answer["items"][0]

    assert (row["id"], row["type"], row["kind"], row["matched"]) == ("li-lan", "person", "person", "李岚")
    assert row["highlights"] == [{"start": 0, "end": 2}]
    assert 0.9 < row["score"] <= 1
    assert row["why"]
    assert answer["total"] == len(answer["items"])
    assert answer["complete"] is True
    assert answer["query"] == {"q": "李嵐", "limit": 20}


def test_what_begins_with_the_text_is_among_the_rows_and_set_off(world: Client) -> None:
    rows = search(world, "Neb")

    assert [row["id"] for row in rows] == ["nebula-ai", "nebula-chat"]
    assert rows[0]["highlights"] == [{"start": 0, "end": 3}]
    assert all(row["why"] for row in rows)


def test_an_id_finds_what_it_is_the_id_of(world: Client) -> None:
    assert [(row["id"], row["score"]) for row in search(world, "tracked-founders")] == [("tracked-founders", 1)]
    assert search(world, "CN")[0]["id"] == "CN"
    assert search(world, "tracked-founders", "&type=person") == []


def test_search_is_narrowed_by_type_kind_and_country(world: Client) -> None:
    def ids(more: str) -> set[str]:
        return {row["id"] for row in search(world, "네뷸라", more)}

    both = {"nebula-ai", "nebula-chat"}
    assert ids("") == both
    assert ids("&type=organization") == ids("&not_type=product") == ids("&kind=startup") == {"nebula-ai"}
    assert ids("&country=CN") == {"nebula-ai"}
    assert ids("&not_country=CN") == ids("&kind=app&kind=fund") == ids("&not_kind=startup") == {"nebula-chat"}
    assert ids("&type=person") == set()
    assert search(world, "네뷸라", "&limit=1&lang=zh")[0]["name"] == "星云智能"
    assert world.json(f"/v1/search?q={quote('네뷸라')}&limit=1")["total"] == 2


def test_search_is_written_in_every_format(world: Client) -> None:
    lines = world.get(f"/v1/search?q={quote('네뷸라')}&format=csv").text
    rows = list(csv.DictReader(io.StringIO(lines)))
    assert [row["id"] for row in rows] == ["nebula-ai", "nebula-chat"]
    trimmed = world.json(f"/v1/search?q={quote('네뷸라')}&fields=id,score")["items"]
    assert [set(row) for row in trimmed] == [{"id", "score"}] * 2


@pytest.mark.parametrize("text", BAD)
def test_whatever_is_looked_for_has_an_answer_in_bounded_time(shipped: Client, text: str) -> None:
    for path in ("search", "suggest"):
        began = time.process_time()
        answer = shipped.get(f"/v1/{path}", params={"q": text})
        assert answer.status_code == 200, answer.text
        assert time.process_time() - began < SECONDS


@given(text=st.text(max_size=30) | st.text("가힣양즈린ㅈㅏ\u1100\u1161\u11a8杨植麟重yang'- \u200f", max_size=30))
@hypothesis_settings(max_examples=30, deadline=None)
def test_any_text_has_an_answer(world: Client, text: str) -> None:
    for path in ("search", "suggest"):
        answer = world.get(f"/v1/{path}", params={"q": text})
        assert answer.status_code == (422 if "\0" in text else 200), answer.text


def test_a_text_of_10000_letters_is_refused_by_name(world: Client) -> None:
    for path in ("search", "suggest"):
        [error] = world.problem(f"/v1/{path}?q={'a' * 10_000}", 422)["errors"]
        assert (error["name"], "at most 200 characters" in error["message"]) == ("q", True)


def test_search_costs_as_many_statements_whatever_it_finds(crowd: Client) -> None:
    def cost(text: str) -> tuple[int, int]:
        with crowd.counting_statements() as statements:
            found = crowd.json(f"/v1/search?q={quote(text)}&limit=200")
        return len(statements), found["total"]

    crowd.json("/v1/search?q=a")
    (one, few), (other, many) = cost("Cohort 007"), cost("창업")
    assert (one, many > 10, few >= 1) == (other, True, True)
