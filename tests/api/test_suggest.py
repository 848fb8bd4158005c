"""Suggestions while a name is typed: in any script, Hangul letter by letter."""

import unicodedata
from typing import Any
from urllib.parse import quote

import pytest

from tests.conftest import Client


def found(client: Client, text: str, more: str = "") -> list[str]:
    return client.ids(f"/v1/suggest?q={quote(text)}{more}")


@pytest.mark.parametrize(
    "text",
    [
        "ㅇ",
        "야",
        "양",
        "양ㅈ",
        "양즈",
        "양즐",
        "양즈ㄹ",
        "양즈리",
        "양즈린",
        "杨",
        "植麟",
        "yang z",
        "ZHIL",
        "Ｙａｎｇ",
        "즈린",
    ],
)
def test_every_step_of_typing_leads_to_the_name(shipped: Client, text: str) -> None:
    assert "yang-zhilin" in found(shipped, text)
    assert "yang-zhilin" in found(shipped, unicodedata.normalize("NFD", text))
    assert found(shipped, f"\u200f {text}\u200b ") == found(shipped, text)


@pytest.mark.parametrize(
    "text", ["양ㅊ", "양지", "양즌", "즈ㄴ", "ㅎㅎ", "ㅏ", "hilin", "杨麟", "🐢", "%", "_", "\ue000"]
)
def test_what_does_not_become_the_name_does_not_lead_there(shipped: Client, text: str) -> None:
    assert "yang-zhilin" not in found(shipped, text)


def test_a_vowel_grows_into_the_one_of_the_name(world: Client) -> None:
    assert "wang-bo" in found(world, "오")  # 오, 와, 왕
    assert "wang-bo" in found(world, "와")
    assert "wang-bo" in found(world, "왕ㅂ")


def test_the_name_that_begins_so_comes_before_a_later_word_and_the_shorter_before_the_longer(world: Client) -> None:
    items = world.json("/v1/suggest?q=ne")["items"]

    assert [(row["id"], row["matched"]) for row in items] == [
        ("nebula-ai", "Nebula AI"),
        ("nebula-chat", "Nebula Chat"),
    ]
    assert found(world, "a")[:2] == ["acme", "acme-lab"]
    assert found(world, "a").index("nebula-ai") > found(world, "a").index("acme-lab")


@pytest.mark.parametrize(
    ("text", "item", "matched", "part"),
    [
        ("네뷸", "nebula-ai", "네뷸라", "네뷸"),
        ("네뷸ㄹ", "nebula-ai", "네뷸라", "네뷸라"),
        ("l", "acme-lab", "Acme Lab", "L"),
        ("岚", "li-lan", "李岚", "岚"),
        ("星云", "nebula-ai", "星云智能", "星云"),
    ],
)
def test_what_is_typed_is_set_off_in_the_name_that_was_found(
    world: Client, text: str, item: str, matched: str, part: str
) -> None:
    row = next(row for row in world.json(f"/v1/suggest?q={quote(text)}")["items"] if row["id"] == item)

    [span] = row["highlights"]
    assert row["matched"] == matched
    assert matched[span["start"] : span["end"]] == part


def test_suggestions_are_narrowed_by_type_kind_and_country(world: Client) -> None:
    both = ["nebula-ai", "nebula-chat"]
    assert found(world, "네") == both
    assert found(world, "네", "&type=product") == ["nebula-chat"]
    assert found(world, "네", "&not_type=product") == ["nebula-ai"]
    assert found(world, "네", "&kind=startup&kind=fund") == ["nebula-ai"]
    assert found(world, "네", "&kind=app") == ["nebula-chat"]
    assert found(world, "네", "&not_kind=startup") == ["nebula-chat"]
    assert found(world, "네", "&country=CN") == ["nebula-ai"]
    assert found(world, "네", "&not_country=CN") == ["nebula-chat"]
    assert found(world, "네", "&limit=1") == ["nebula-ai"]
    assert found(world, "네", "&type=person&type=cohort") == []


def test_lang_picks_the_name_on_the_card(world: Client) -> None:
    [row] = world.json("/v1/suggest?q=li&type=person&lang=zh")["items"]

    assert (row["name"], row["matched"], row["type"], row["kind"]) == ("李岚", "Li Lan", "person", "person")


@pytest.mark.parametrize(
    ("question", "name", "sentence"),
    [
        ("", "q", "field required"),
        ("q=" + "a" * 201, "q", "at most 200 characters"),
        ("q=a&limit=21", "limit", "less than or equal to 20"),
        ("q=a&kind=startups", "kind", "did you mean “startup”?"),
        ("q=a&country=XX", "country", "there is no entity “XX”"),
        ("q=a&as_of=99", "as_of", "nothing is known"),
        ("q=a&sort=id", "sort", "unknown parameter"),
        ("q=%00", "q", "NUL"),
    ],
)
def test_what_cannot_be_suggested_to_is_refused(world: Client, question: str, name: str, sentence: str) -> None:
    [error] = world.problem(f"/v1/suggest?{question}", 422)["errors"]

    assert (error["name"], sentence in error["message"]) == (name, True), error


def test_no_text_finds_nothing(world: Client) -> None:
    assert found(world, "") == found(world, " \t ") == found(world, "\u200f\u202e") == []


def test_suggestions_cost_as_many_statements_whatever_they_find(crowd: Client) -> None:
    def cost(question: str) -> tuple[int, int]:
        with crowd.counting_statements() as statements:
            items: list[Any] = crowd.json(f"/v1/suggest?{question}")["items"]
        return len(statements), len(items)

    crowd.json("/v1/suggest?q=s")
    (one, few), (other, many) = cost("q=%EC%B0%BD%EC%97%85007&limit=1"), cost("q=%EC%B0%BD&limit=20")
    assert (one, few, many) == (other, 1, 20)
