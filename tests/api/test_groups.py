"""Counts by group: they agree with the list that they count."""

import json

import pytest

from tests.api.paths import LISTS, WORLD_IDS, pages, parameters, words
from tests.conftest import Client

MOST = 200
GROUPED = [(path, word) for path in LISTS for word in words(path, "group_by")]


@pytest.mark.parametrize(("path", "word"), GROUPED)
def test_groups_count_what_the_list_shows(world: Client, path: str, word: str) -> None:
    address = path.replace("{id}", WORLD_IDS.get(path, ""))
    groups = world.json(f"{address}?group_by={word}&limit={MOST}")
    total = world.json(f"{address}?limit=1")["total"]

    counts = [row["count"] for row in groups["items"]]
    assert groups["distinct_total"] == total
    assert groups["total"] == sum(counts)
    assert groups["groups"] == len({row["key"] for row in groups["items"]}) == len(counts)
    assert counts == sorted(counts, reverse=True)
    if groups["overlapping"]:
        assert max(counts) <= total <= sum(counts)
    else:
        assert sum(counts) == total
    assert groups["query"]["group_by"] == word
    for row in groups["items"]:
        assert row["card"] is None or row["card"]["id"] == row["key"]
        if row["key"] is None or word not in parameters(path):
            continue
        # a group is exactly the unit that is stated
        exact = word == "prior_employer" or (path, word) in {("/v1/people", "employer"), ("/v1/founders", "employer")}
        unit = "&rollup=false" if exact else ""
        assert world.json(f"{address}?{word}={row['key']}{unit}&limit=1")["total"] == row["count"], row


def test_the_group_of_what_is_not_stated_is_shown(world: Client) -> None:
    by_founder = world.json("/v1/startups?group_by=founder")
    by_country = world.json("/v1/startups?group_by=country")

    assert {row["key"]: row["count"] for row in by_founder["items"]} == {"li-lan": 1, "zhao-mei": 1, None: 1}
    assert {row["key"]: row["count"] for row in by_country["items"]} == {"CN": 2, None: 1}
    assert (by_founder["overlapping"], by_country["overlapping"]) == (True, False)


def test_groups_cut_off_by_limit_are_still_counted(world: Client) -> None:
    groups = world.json("/v1/facts?group_by=type&limit=2")

    assert [(row["key"], row["count"]) for row in groups["items"]] == [("figure", 7), ("employment", 4)]
    assert (groups["total"], groups["distinct_total"], groups["groups"]) == (18, 18, 7)


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("startups?group_by=cohort", {"star-startups": 2, None: 1}),
        ("startups?group_by=investor", {"globex": 1, None: 2}),
        ("startups?group_by=prior_employer", {"acme-lab": 1, "acme": 1, None: 1}),
        ("people?group_by=role", {"founder": 2, "hire": 1}),
        ("people?group_by=employer", {"acme": 1, "acme-lab": 1, "hooli": 1, "nebula-ai": 1}),
        ("founders?group_by=prior_employer", {"acme": 1, "acme-lab": 1}),
        ("organizations?group_by=parent", {"acme": 1, None: 7}),
        ("employers?group_by=parent", {"acme": 1, None: 2}),
        ("figures?group_by=period_year", {"2024": 2, None: 5}),
        ("figures?group_by=prior_employer", {"acme": 1, "hooli": 1, None: 5}),
        ("activities?group_by=country", {"US": 1}),
    ],
)
def test_what_a_list_can_be_counted_by(world: Client, question: str, counts: dict[str | None, int]) -> None:
    assert {row["key"]: row["count"] for row in world.json(f"/v1/{question}")["items"]} == counts


def test_groups_come_in_pages_and_as_a_whole_in_tables(world: Client) -> None:
    whole = world.json(f"/v1/facts?group_by=entity&limit={MOST}")

    walked = list(pages(world, "/v1/facts?group_by=entity&limit=2"))
    lines = [json.loads(line) for line in world.get("/v1/facts?group_by=entity&format=ndjson").text.splitlines()]

    assert [row for page in walked for row in page["items"]] == whole["items"] == lines
    assert {(page["total"], page["groups"], page["distinct_total"]) for page in walked} == {
        (whole["total"], len(lines), whole["distinct_total"])
    }
    assert whole["next"] is None
    cursor = walked[0]["next"].split("cursor=")[1]
    for other in ("facts?limit=2", "facts?group_by=type&limit=2", "people?group_by=startup&limit=2"):
        assert world.problem(f"/v1/{other}&cursor={cursor}", 422)["errors"][0]["name"] == "cursor"
