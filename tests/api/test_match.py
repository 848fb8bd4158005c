"""`/v1/reconcile/match`, by the draft of the W3C Reconciliation Service API 1.0."""

from typing import Any

import pytest

from tests.conftest import Client

MATCH = "/v1/reconcile/match"


def named(*names: str) -> dict[str, Any]:
    return {"matchType": "name", "propertyValue": names[0] if len(names) == 1 else list(names)}


def having(word: str, *values: Any, **further: Any) -> dict[str, Any]:
    return {"matchType": "property", "propertyId": word, "propertyValue": list(values), **further}


def match(client: Client, *queries: Any) -> list[list[Any]]:
    """The candidates for each query, checked as the published schema of a result batch asks."""
    answer = client.request("POST", MATCH, json={"queries": list(queries)})
    assert answer.status_code == 200, answer.text
    assert answer.json().keys() == {"results"}
    for result in answer.json()["results"]:
        for candidate in result["candidates"]:
            assert all(isinstance(candidate[key], str) and candidate[key] for key in ("id", "name"))
            assert 0 <= candidate["score"] <= 100
            assert isinstance(candidate["match"], bool)
            assert all(each.keys() >= {"id", "name", "value"} and each["name"] for each in candidate["features"])
            assert all(each.keys() >= {"id", "name"} for each in candidate["type"])
    return [result["candidates"] for result in answer.json()["results"]]


def test_names_in_any_script_are_matched_in_the_order_of_the_queries(shipped: Client) -> None:
    found = match(
        shipped,
        {"type": "person", "limit": 2, "conditions": [named("양쯔린")]},
        {"lang": "zh", "conditions": [named("月之暗面")]},
        {"conditions": [named("nobody of this name", "Kai-Fu Lee")]},
    )
    assert [(some[0]["id"], some[0]["match"]) for some in found] == [
        ("yang-zhilin", True), ("moonshot-ai", True), ("kai-fu-lee", True)
    ]  # fmt: skip
    assert len(found[0]) <= 2
    assert all(each["type"][-1]["id"] == "person" for each in found[0])


def test_an_id_is_found_and_one_that_is_required_leaves_nothing_else(shipped: Client) -> None:
    ids = {"matchType": "id", "propertyValue": ["yang-zhilin", "moonshot-ai"]}
    either, both, only = match(
        shipped,
        {"conditions": [ids]},
        {"conditions": [named("Kai-Fu Lee"), ids]},
        {"conditions": [named("Kai-Fu Lee"), {**ids, "required": True}]},
    )
    assert {each["id"] for each in either if each["score"] == 100} == {"yang-zhilin", "moonshot-ai"}
    assert {each["id"] for each in both} >= {"yang-zhilin", "moonshot-ai", "kai-fu-lee"}
    assert {each["id"] for each in only} == {"yang-zhilin", "moonshot-ai"}


@pytest.mark.parametrize(
    ("condition", "agrees"),
    [
        (having("prior_employer", "Google China"), True),
        (having("prior_employer", {"id": "google-china"}), True),
        (having("prior_employer", "Google China", "nobody"), True),
        (having("prior_employer", "Google China", "nobody", matchQuantifier="all"), False),
        (having("prior_employer", "nobody", matchQuantifier="none"), True),
        (having("prior_employer", "Google China", matchQuantifier="none"), False),
    ],
)
def test_conditions_tell_whether_a_property_is_as_it_should_be(
    shipped: Client, condition: Any, *, agrees: bool
) -> None:
    lower, left_out = match(
        shipped,
        {"conditions": [named("Kai-Fu Lee"), condition]},
        {"conditions": [named("Kai-Fu Lee"), {**condition, "required": True}]},
    )
    (first,) = [each for each in lower if each["id"] == "kai-fu-lee"]
    assert {each["id"]: each["value"] for each in first["features"]}["prior_employer"] is agrees
    assert (first["score"] == 100) is agrees
    assert ("kai-fu-lee" in {each["id"] for each in left_out}) is agrees


def test_of_what_is_not_stated_nothing_follows_unless_it_is_required(shipped: Client) -> None:
    unstated = having("cohort", "nobody")
    lower, left_out = match(
        shipped,
        {"conditions": [named("Google"), unstated]},
        {"conditions": [named("Google"), {**unstated, "required": True}]},
    )
    assert (lower[0]["id"], lower[0]["score"]) == ("google", 100)
    assert left_out == []


def test_without_a_name_the_names_among_the_properties_are_looked_for(shipped: Client) -> None:
    spelled, nobody = match(
        shipped,
        {"conditions": [having("name_zh", "杨植麟", lang="zh-Hans", dir="ltr")]},
        {"conditions": [having("kind", "startup")]},
    )
    assert spelled[0]["id"] == "yang-zhilin"
    assert nobody == []


@pytest.mark.parametrize(
    ("query", "place", "sentence"),
    [
        ({"query": "양즈린"}, "queries.0.conditions", "missing"),
        ({"conditions": []}, "queries.0.conditions", "at least 1"),
        ({"conditions": [{"propertyValue": "a"}]}, "queries.0.conditions.0.matchType", "missing"),
        ({"conditions": [{"matchType": "nam", "propertyValue": "a"}]}, "queries.0.conditions.0.matchType", "'name'"),
        ({"type": "persn", "conditions": [named("a")]}, "queries.0.type", "did you mean “person”?"),
        ({"type": ["person"], "conditions": [named("a")]}, "queries.0.type", "string"),
        ({"limit": 0, "conditions": [named("a")]}, "queries.0.limit", "greater than or equal to 1"),
        ({"conditions": [named("a"), having("founders", "a")]}, "queries.0.conditions.1.propertyId", "“founder”"),
        ({"conditions": [named("a"), having("kind")]}, "queries.0.conditions.1.propertyValue", "0 values"),
        ({"conditions": [named("a" * 201)]}, "queries.0.conditions.0.propertyValue", "more than 200 characters"),
        ({"conditions": [named(*"abcdef")]}, "queries.0.conditions.0.propertyValue", "1 to 5"),
        ({"conditions": [named(*"abc"), named(*"def")]}, "queries.0.conditions", "at most 5 in one query"),
        ({"conditions": [{**named("a"), "matchQuantifier": "none"}]}, "queries.0.conditions.0.matchQuantifier", "any"),
        (
            {"conditions": [{**named("a"), "matchQualifier": "x"}]},
            "queries.0.conditions.0.matchQualifier",
            "no qualifier",
        ),
    ],
)
def test_what_cannot_be_matched_is_refused_at_its_place(world: Client, query: Any, place: str, sentence: str) -> None:
    answer = world.request("POST", MATCH, json={"queries": [query]})
    assert answer.status_code == 422, answer.text
    assert place in {each["name"] for each in answer.json()["errors"]}
    assert sentence in answer.json()["detail"]


def test_a_batch_has_its_limit_and_is_json(world: Client) -> None:
    one = {"conditions": [named("Li")]}
    assert world.request("POST", MATCH, json={"queries": [one] * 51}).status_code == 413
    assert len(match(world, *[one] * 50)) == 50
    assert match(world) == []
    answer = world.request("POST", MATCH, content="queries=[]", headers={"Content-Type": "text/plain"})
    assert (answer.status_code, answer.json()["errors"][0]["name"]) == (422, "Content-Type")


def test_other_methods_are_refused_whatever_format_is_asked_for(world: Client) -> None:
    for path in (MATCH, f"{MATCH}?format=csv", "/v1/drafts/d/publish?format=csv"):
        assert world.problem(path, 405)["title"] == "Method not allowed"
