"""The whole of what the shipped seeds state, and what they must not state."""

import re
from typing import Any

import pytest

from tests.api.paths import ARTICLE, DETAILS, LISTS, UNICORNS, everything, pages, rows, shipped_path
from tests.conftest import Client

BAIT_WORDS = re.compile(r"(?<![\d.])(3천 ?달러|2억|5만|7천 ?달러|4만|3억|2천만 위안|260km|15층|18%)")
BAIT_VALUES = {3_000, 200_000_000, 50_000, 7_000, 40_000, 300_000_000, 20_000_000}
OWN_KEYS = {
    "founding": {"person", "startup", "title", "period"},
    "employment": {"person", "organization", "status", "title", "unit", "period"},
    "investment": {"investor", "startup", "round", "value", "unit", "qualifier", "period"},
    "membership": {"member", "cohort", "period"},
    "claim": {"cohort", "relation", "extent", "parties", "open_ended"},
    "figure": {
        "subject", "metric", "value", "value_min", "value_max", "unit", "qualifier", "period", "of", "as_written",
        "stated_conversion", "usd",
    },
    "activity": {
        "organization", "cohort", "kind", "status", "description", "place", "product", "counterpart", "country",
        "period",
    },
    "parent": {"organization", "parent", "period"},
    "maker": {"product", "organization", "period"},
}  # fmt: skip
WHY_KEYS = {
    "fact", "type", "basis", "note", "attributed_to", "citations", "conflicts", "corroboration", "history",
    "citation_text",
}  # fmt: skip


def test_the_inventory(shipped: Client) -> None:
    by_type = shipped.json("/v1/facts?group_by=type")
    by_speaker = shipped.json("/v1/facts?group_by=attributed_to")

    counts = {row["key"]: row["count"] for row in by_type["items"]}
    assert 8 <= counts.pop("activity") <= 14
    assert counts == {
        "founding": 2, "employment": 5, "investment": 2, "membership": 5, "claim": 1, "figure": 15,
    }  # fmt: skip
    assert {row["key"]: row["count"] for row in by_speaker["items"] if row["key"]} == {
        "it-juzi": 3,
        "macropolo": 4,
        "sensor-tower": 1,
        "nia": 2,
        "financial-times": 3,
        "kai-fu-lee": 1,
        "foreign-press": 1,
    }
    assert by_type["distinct_total"] == by_speaker["distinct_total"] == by_type["total"]
    former = shipped.json("/v1/facts?type=employment")["items"]
    assert sorted(each["status"] for each in former) == ["current"] + ["former"] * 4


def test_figures_by_metric(shipped: Client) -> None:
    groups = shipped.json("/v1/figures?group_by=metric")

    assert {row["key"]: row["count"] for row in groups["items"]} == {
        "founders": 3, "share": 2, "rank": 2, "revenue": 1, "downloads_rank": 1, "funding": 1, "companies": 2,
        "rd_spending": 2, "performance_gap": 1,
    }  # fmt: skip
    assert sum(each["stated_conversion"] is not None for each in rows(shipped, "/v1/figures")) == 4


def test_no_answer_shows_anything_of_the_headlines_beside_the_article(shipped: Client) -> None:
    answers: list[Any] = [page for path in LISTS for page in pages(shipped, f"{shipped_path(path)}?limit=200")]
    answers += pages(shipped, "/v1/facts?basis=editorial&basis=stated&limit=200")
    for path in DETAILS:
        collection = path.removesuffix("/{id}")
        found = {row.get("id") or row["fact"] for row in rows(shipped, f"{collection}?limit=200")}
        answers += [shipped.json(f"{collection}/{each}") for each in sorted(found)]

    values = [value for answer in answers for _, value in everything(answer)]
    texts = [value for value in values if isinstance(value, str)]
    assert not [text for text in texts if BAIT_WORDS.search(text)]
    numbers = {value for value in values if isinstance(value, int | float)}
    assert not BAIT_VALUES & numbers
    assert {70_000_000, 14_300_000_000, 156, 104} <= numbers  # what was walked through is the whole


def test_nobody_is_paired_by_a_group_claim(shipped: Client) -> None:
    investments = rows(shipped, "/v1/facts?type=investment")

    assert {(each["investor"]["id"], each["startup"]["id"]) for each in investments} == {
        ("alibaba", "minimax"),
        ("tencent", "minimax"),
    }
    assert shipped.json("/v1/startups/zhipu-ai")["investors"] == []
    assert shipped.ids("/v1/startups?investor=alibaba&claims=include") == UNICORNS


def test_every_fact_says_why(shipped: Client) -> None:
    facts = rows(shipped, "/v1/facts?basis=stated&basis=editorial&limit=200")
    assert len(facts) == 48

    for fact in facts:
        why = shipped.json(f"/v1/facts/{fact['fact']}")

        assert set(why) == WHY_KEYS | OWN_KEYS[fact["type"]]
        assert {key: why[key] for key in fact} == fact  # the list shows the same of it
        assert why["conflicts"] == []
        assert [event["action"] for event in why["history"]] == ["added"]
        if fact["basis"] == "editorial":
            assert (why["citations"], why["corroboration"]) == ([], {"stories": 0})
            assert why["citation_text"] == f"Haigui (editorial): {fact['note']}"
            continue
        first = why["citations"][0]
        speaker = why["attributed_to"]
        assert first["article"]["id"] == ARTICLE
        assert (speaker is None) == (first["attribution"] == "none")
        assert why["corroboration"] == {"stories": 1}
        outlet = f"서울경제, 2024-11-24, “{first['article']['title']}”, {first['original']}"
        assert why["citation_text"] == (f"{speaker['name']}, in {outlet}" if speaker else outlet)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("metric=revenue", (None, "none", "p11.s4", "expected")),
        ("metric=founders&qualifier=more_than", ("it-juzi", "stated", "p9.s2", "more_than")),
        ("metric=rank&subject=tsinghua-university", ("macropolo", "carried", "p8.s5", "exact")),
        ("metric=performance_gap", ("kai-fu-lee", "stated", "p10.s4", "exact")),
    ],
)
def test_a_citation_says_who_says_it_and_how_surely(
    shipped: Client, question: str, answer: tuple[str | None, str, str, str]
) -> None:
    [figure] = shipped.json(f"/v1/figures?{question}")["items"]

    [citation] = figure["citations"]
    speaker = (citation["attributed_to"] or {}).get("id")
    assert (speaker, citation["attribution"], citation["original"], citation["qualifier"]) == answer
    assert figure["qualifier"] == citation["qualifier"]
    assert set(citation["article"]) == {"id", "title", "publisher", "published_on", "url"}
