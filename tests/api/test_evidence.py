"""Evidence: every value shows who says it, where and in which words; and what nobody says is told from nothing."""

import re
from typing import Any

import pytest

from tests.api.paths import rows
from tests.conftest import Client

UNKEPT = "2024-05-11-gamma-nebula"
NEBULA, VEGA, ORION = "nebula-ai", "vega-ai", "orion-ai"


def passages_of(client: Client, article: str) -> dict[str, Any]:
    return {row["id"]: row for row in rows(client, f"/v1/articles/{article}/passages?limit=200")}


def assert_every_fact_is_cited_literally(client: Client) -> None:
    texts = {article["id"]: passages_of(client, article["id"]) for article in rows(client, "/v1/articles")}
    kept = {article["id"]: article["text_kept"] for article in rows(client, "/v1/articles")}

    facts = rows(client, "/v1/facts?limit=200")
    assert facts
    for fact in facts:
        assert fact["basis"] == "stated"
        assert fact["citations"], fact
        for citation in fact["citations"]:
            passage = texts[citation["article"]["id"]][citation["passage"]]
            assert fact["fact"] in passage["facts"]
            if kept[citation["article"]["id"]]:
                assert citation["as_written"] in passage["text"]
                words = dict(citation["words"])
                if citation["attribution"] == "carried":  # the sentence before names the speaker
                    words.pop("speaker", None)
                assert not [word for word in words.values() if word not in passage["text"]]
            else:
                assert passage["text"] is None
            assert re.fullmatch(r"[0-9a-f]{64}", passage["sha256"])


def test_every_shipped_fact_stands_in_the_passage_that_it_cites(shipped: Client) -> None:
    assert_every_fact_is_cited_literally(shipped)


def test_every_fact_of_the_made_up_world_stands_in_the_passage_that_it_cites(world: Client) -> None:
    assert_every_fact_is_cited_literally(world)


def test_a_text_that_may_not_be_kept_is_shown_by_its_hash_only(world: Client) -> None:
    article = world.json(f"/v1/articles/{UNKEPT}")
    passages = passages_of(world, UNKEPT)

    assert (article["text_kept"], article["passages"]) == (False, 2)
    assert [passage["text"] for passage in passages.values()] == [None, None]
    assert len({passage["sha256"] for passage in passages.values()}) == 2
    assert len(passages["p2.s1"]["facts"]) == 1
    assert "주목받는다" not in world.get(f"/v1/articles/{UNKEPT}/passages").text


def test_passages_stand_in_the_order_of_the_text_without_what_was_cut(world: Client) -> None:
    page = world.json("/v1/articles/2024-05-10-alpha-nebula/passages")

    assert [row["id"] for row in page["items"]] == [
        "p1.s1", "p2.s1", "p2.s2", "p3.s1", "p3.s2", "p3.s3", "p4.s1", "p4.s2", "p4.s3",
    ]  # fmt: skip
    assert not [row for row in page["items"] if "로또" in row["text"] or "@" in row["text"]]


@pytest.mark.parametrize(
    ("fact_type", "ties"),
    [("parent", {("acme-lab", "acme")}), ("maker", {("nebula-chat", NEBULA)})],
)
def test_what_we_say_ourselves_has_a_note_and_no_citation(
    world: Client, fact_type: str, ties: set[tuple[str, str]]
) -> None:
    facts = world.json(f"/v1/facts?basis=editorial&type={fact_type}")["items"]

    assert {
        (fact["organization"]["id"], fact["parent"]["id"])
        if fact_type == "parent"
        else (fact["product"]["id"], fact["organization"]["id"])
        for fact in facts
    } == ties
    for fact in facts:
        assert (fact["basis"], fact["citations"], fact["attributed_to"]) == ("editorial", [], None)
        assert fact["note"].endswith(".")


def test_a_list_shows_editorial_facts_only_if_asked(world: Client) -> None:
    totals = {
        basis: world.json(f"/v1/facts?{basis}")["total"]
        for basis in ("", "basis=stated", "basis=editorial", "basis=stated&basis=editorial")
    }

    assert list(totals.values()) == [18, 18, 2, 20]


def test_a_story_in_two_outlets_is_one_voice(world: Client) -> None:
    [founding] = world.json("/v1/facts?type=founding&entity=li-lan")["items"]
    why = world.json(f"/v1/facts/{founding['fact']}")

    assert [citation["article"]["publisher"] for citation in why["citations"]] == ["알파신문", "감마통신", "베타일보"]
    assert why["corroboration"] == {"stories": 2}
    assert [event["action"] for event in why["history"]] == ["added", "changed", "changed"]
    assert [event["revision"] for event in why["history"]] == [2, 3, 4]


def test_reports_that_disagree_stay_two_facts_and_name_each_other(world: Client) -> None:
    low, high = world.json("/v1/figures?subject=nebula-ai&metric=revenue&sort=value")["items"]

    assert (low["value"], high["value"]) == (25_000_000, 30_000_000)
    assert [each["fact"] for each in world.json(f"/v1/facts/{low['fact']}")["conflicts"]] == [high["fact"]]
    [against_high] = world.json(f"/v1/facts/{high['fact']}")["conflicts"]
    assert (against_high["fact"], against_high["value"]) == (low["fact"], 25_000_000)
    assert against_high["citations"][0]["article"]["publisher"] == "베타일보"


def test_numbers_of_different_things_do_not_disagree(world: Client) -> None:
    founders = world.json("/v1/figures?metric=founders")["items"]

    assert sorted(each["value"] for each in founders) == [7, 12, 90]
    assert [world.json(f"/v1/facts/{each['fact']}")["conflicts"] for each in founders] == [[], [], []]


def test_coverage_tells_not_stated_from_open_ended(world: Client) -> None:
    nebula = world.json(f"/v1/startups/{NEBULA}")["coverage"]
    orion = world.json(f"/v1/startups/{ORION}")["coverage"]

    assert {name: nebula[name] for name in ("founders", "hires", "investors", "products", "figures")} == {
        "founders": "stated", "hires": "stated", "investors": "stated", "products": "stated", "figures": "stated",
    }  # fmt: skip
    assert {name: orion[name] for name in ("founders", "hires", "investors", "products", "figures")} == {
        "founders": "not_stated", "hires": "not_stated", "investors": "not_stated", "products": "not_stated",
        "figures": "not_stated",
    }  # fmt: skip
    assert (nebula["claims"], orion["claims"], orion["cohorts"]) == ("open_ended", "open_ended", "stated")
    cohort = world.json("/v1/cohorts/star-startups")
    assert (cohort["reported_size"]["value"], len(cohort["members"])) == (3, 2)
    assert cohort["coverage"]["members"] == "open_ended"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("startups?not_founder=li-lan", {ORION: ["founder"], VEGA: []}),
        ("startups?not_prior_employer=acme", {ORION: ["prior_employer"]}),
        ("startups?not_prior_employer=acme-lab", {ORION: ["prior_employer"], VEGA: []}),
        ("startups?not_investor=globex", {ORION: ["investor"], VEGA: ["investor"]}),
        ("startups?not_cohort=star-startups", {VEGA: ["cohort"]}),
        ("startups?not_country=US", {NEBULA: [], ORION: [], VEGA: ["country"]}),
        ("startups?not_founder=li-lan&not_country=US", {ORION: ["founder"], VEGA: ["country"]}),
        ("people?not_prior_employer=hooli", {"li-lan": [], "zhao-mei": []}),
        ("people?not_role=hire", {"li-lan": [], "zhao-mei": []}),
        ("organizations?not_parent=acme&kind=laboratory&kind=company", {"acme": ["parent"], "hooli": ["parent"]}),
        ("cohorts?not_country=CN", {"tracked-founders": ["country"]}),
        ("products?not_maker=vega-ai", {"nebula-chat": []}),
    ],
)
def test_a_negation_tells_the_proved_from_what_nobody_states(
    world: Client, question: str, answer: dict[str, list[str]]
) -> None:
    assert {row["id"]: row["unknown"] for row in world.json(f"/v1/{question}")["items"]} == answer


def test_rows_are_unknown_in_nothing_without_a_negation(world: Client) -> None:
    assert {tuple(row["unknown"]) for row in world.json("/v1/startups")["items"]} == {()}


def test_what_is_thin_is_counted(world: Client) -> None:
    coverage = world.json("/v1/coverage")

    assert (coverage["articles"], coverage["stories"], coverage["revision"]) == (3, 2, 4)
    assert (coverage["published_from"], coverage["published_to"]) == ("2024-05-10", "2024-06-20")
    assert sum(coverage["facts"].values()) == 18
    assert coverage["editorial_facts"] == {"maker": 1, "parent": 1}
    assert {part["what"]: (part["count"], part["of"]) for part in coverage["thin"]} == {
        "startups without a stated founder": (1, 3),
        "startups whose founders have no stated prior employer": (1, 3),
        "startups without a stated investor": (2, 3),
        "startups without a stated valuation": (2, 3),
    }
