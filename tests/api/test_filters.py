"""The filter grammar: the same words mean the same on every path."""

from typing import Any

import pytest

from tests.api.paths import LISTS, PATHS, parameters, shipped_path, words
from tests.conftest import Client

ALPHA, GAMMA, BETA = "2024-05-10-alpha-nebula", "2024-05-11-gamma-nebula", "2024-06-20-beta-vega"
NEBULA, ORION, VEGA = "nebula-ai", "orion-ai", "vega-ai"
NOT_FILTERS = {"limit", "cursor", "sort", "group_by", "format", "fields", "lang", "include"}


def named(client: Client, question: str) -> list[str]:
    """What the rows are: ids of entities, or for figures and facts what they speak of."""
    found = []
    for row in client.json(f"/v1/{question}")["items"]:
        card = row if "id" in row else row.get("subject") or row.get("startup") or row.get("organization")
        found.append(card["id"])
    return found


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # any of, by repetition; several filters at once narrow
        ("startups?founder=li-lan&founder=zhao-mei", [NEBULA, VEGA]),
        ("startups?founder=li-lan&country=CN", [NEBULA]),
        ("startups?founder=zhao-mei&country=CN", []),
        ("organizations?kind=fund&kind=agency", ["data-bureau", "globex"]),
        # none of
        ("organizations?not_kind=startup&not_kind=company", ["acme-lab", "data-bureau", "globex"]),
        ("startups?founder=li-lan&founder=zhao-mei&not_founder=zhao-mei", [NEBULA]),
        # text, in three scripts, by alias, whatever the case; its wildcards are letters
        ("startups?q=nebula", [NEBULA]),
        ("startups?q=네뷸라AI", [NEBULA]),
        ("startups?q=星云", [NEBULA]),
        ("startups?q=네뷸라", [NEBULA]),
        ("people?q=李岚", ["li-lan"]),
        ("organizations?q=ACME", ["acme", "acme-lab"]),
        ("organizations?q=%25", []),
        ("organizations?q=_", []),
        ("organizations?q=%28Acme", ["acme", "acme-lab"]),
        ("organizations?q=a%27%20OR%20%271%27=%271", []),
        ("organizations?q=\\", []),
        # children count as the organization, unless that is unwanted
        ("startups?prior_employer=acme", [NEBULA, VEGA]),
        ("startups?prior_employer=acme&rollup=false", [VEGA]),
        ("startups?prior_employer=acme-lab", [NEBULA]),
        ("people?prior_employer=acme", ["li-lan", "zhao-mei"]),
        ("people?prior_employer=acme&rollup=false", ["zhao-mei"]),
        ("people?prior_employer=acme&prior_employer=hooli", ["li-lan", "wang-bo", "zhao-mei"]),
        ("employers/acme/alumni", ["li-lan", "zhao-mei"]),
        ("employers/acme/alumni?rollup=false", ["zhao-mei"]),
        ("employers/acme/alumni?role=hire", []),
        ("employers/hooli/alumni?role=hire&startup=nebula-ai", ["wang-bo"]),
        # whose prior employer
        ("startups?prior_employer=hooli", []),
        ("startups?prior_employer=hooli&role=hire", [NEBULA]),
        ("startups?prior_employer=hooli&role=any", [NEBULA]),
        ("people?startup=nebula-ai&role=founder", ["li-lan"]),
        ("people?startup=nebula-ai&role=hire", ["wang-bo"]),
        ("people?startup=nebula-ai", ["li-lan", "wang-bo"]),
        ("founders?prior_employer=hooli", []),
        ("employers?startup=nebula-ai&sort=id", ["acme", "acme-lab", "hooli"]),
        ("employers?startup=nebula-ai&role=hire", ["hooli"]),
        ("employers?parent=acme", ["acme-lab"]),
        ("organizations?parent=acme", ["acme-lab"]),
        # group claims pair nobody unless they are asked to
        ("startups?investor=globex", [NEBULA]),
        ("startups?investor=globex&claims=include", [NEBULA, ORION]),
        ("startups?investor=hooli&claims=only", [NEBULA, ORION]),
        ("startups?investor=hooli", []),
        ("startups?not_metric=valuation", [NEBULA, ORION]),
        ("investors", ["globex"]),
        ("investors?claims=include", ["globex", "hooli"]),
        ("investors?claims=only&startup=orion-ai", ["globex", "hooli"]),
        ("investors?startup=orion-ai", []),
        ("investors?cohort=star-startups", ["globex"]),
        ("investors?cohort=star-startups&claims=include", ["globex", "hooli"]),
        # where it is, in what, who reads it, who says it
        ("organizations?country=US", ["acme", "acme-lab", "hooli"]),
        ("startups?cohort=star-startups", [NEBULA, ORION]),
        ("cohorts?member=orion-ai", ["star-startups"]),
        ("cohorts?country=CN", ["star-startups"]),
        (f"startups?article={BETA}", [NEBULA, VEGA]),
        (f"people?article={GAMMA}", ["li-lan"]),
        (f"people?article={GAMMA}&article={BETA}", ["li-lan", "zhao-mei"]),
        ("organizations?attributed_to=data-bureau", ["acme", "hooli"]),
        ("cohorts?article=2024-05-10-alpha-nebula", ["star-startups", "tracked-founders"]),
        ("products?maker=nebula-ai&kind=app", ["nebula-chat"]),
        ("countries?q=미국", ["US"]),
        # articles
        ("articles?published_from=2024-05-11", [BETA, GAMMA]),
        ("articles?published_from=2024-05-11&published_to=2024-05-11", [GAMMA]),
        ("articles?story=nebula-rises&sort=published_on", [ALPHA, GAMMA]),
        ("articles?not_publisher=알파신문&q=1년", [GAMMA]),
        (f"articles/{ALPHA}/passages?paragraph=2&paragraph=4", ["p2.s1", "p2.s2", "p4.s1", "p4.s2", "p4.s3"]),
        (f"articles/{ALPHA}/passages?not_paragraph=3&not_paragraph=4", ["p1.s1", "p2.s1", "p2.s2"]),
        # figures, by number and by day
        ("figures?value_min=30000000&value_max=700000000&sort=value", [NEBULA, VEGA]),
        ("figures?usd_min=25000000&usd_max=25000000", [NEBULA]),
        ("figures?unit=CNY&unit=USD&sort=-usd", [VEGA, NEBULA, NEBULA]),
        ("figures?usd_min=26000000&sort=usd", [NEBULA, VEGA]),
        ("figures?period_from=2024-01-01&period_to=2024-12-31", [NEBULA, NEBULA]),
        ("figures?period_from=2024-01-02", []),
        ("figures?subject=tracked-founders&qualifier=more_than", ["tracked-founders"]),
        ("figures?prior_employer=acme", ["tracked-founders"]),
        ("figures?q=400억", []),
        ("figures?q=3000만", [NEBULA]),
        ("figures?converted=true", [NEBULA]),
        ("figures?prior_employer=acme-lab", []),
        ("figures?attributed_to=data-bureau", ["tracked-founders"] * 3),
        ("figures?metric=founders&not_attributed_to=data-bureau", []),
        # activities
        ("activities?country=US&product=nebula-chat&kind=market_entry&status=done", [NEBULA]),
        ("activities?q=Nebula%20Chat&period_from=2023-01-01&period_to=2023-12-31", [NEBULA]),
        ("activities?not_organization=nebula-ai", []),
        # facts
        ("facts?type=founding&entity=zhao-mei", [VEGA]),
        (f"facts?type=founding&type=investment&article={BETA}&sort=type", [NEBULA, VEGA]),
        ("facts?basis=editorial&type=maker", [NEBULA]),
        ("facts?not_basis=stated&type=maker", [NEBULA]),
    ],
)
def test_a_filter_selects(world: Client, question: str, answer: list[str]) -> None:
    found = named(world, question)

    assert sorted(found) == sorted(answer) if "facts" in question or "sort" not in question else found == answer
    assert world.json(f"/v1/{question}")["total"] == len(answer)


def test_flows_are_rolled_up_or_exact(world: Client) -> None:
    def flows(question: str) -> set[tuple[Any, ...]]:
        return {
            (row["employer"]["id"], row["startup"] and row["startup"]["id"], row["role"], row["named"], row["reported"])
            for row in world.json(f"/v1/talent-flows?{question}")["items"]
        }

    reported = {("acme", None, "founder", 0, 12), ("hooli", None, "founder", 0, 7)}
    hired, started = ("hooli", NEBULA, "hire", 1, None), ("acme", VEGA, "founder", 1, None)
    assert flows("") == {("acme", NEBULA, "founder", 1, None), started, hired} | reported
    assert flows("rollup=false") == {("acme-lab", NEBULA, "founder", 1, None), started, hired} | reported
    assert flows("employer=acme-lab") == {
        ("acme", NEBULA, "founder", 1, None),
        started,
        ("acme", None, "founder", 0, 12),
    }
    assert flows("employer=acme-lab&rollup=false") == {("acme-lab", NEBULA, "founder", 1, None)}
    assert flows("role=hire") == {hired}
    assert flows("startup=vega-ai") == {started}


def test_the_query_is_echoed_as_understood(world: Client) -> None:
    rolled_up = world.json("/v1/people?prior_employer=acme&role=founder&limit=5")["query"]
    exact = world.json("/v1/people?prior_employer=acme&rollup=false&sort=-name,id")["query"]
    excluded = world.json("/v1/startups?not_prior_employer=acme")["query"]
    dated = world.json("/v1/figures?period_from=2024-01-01&usd_min=1.5")["query"]

    assert rolled_up["prior_employer"] == ["acme"]
    assert rolled_up["rolled_up"] == {"prior_employer": ["acme", "acme-lab"]}
    assert (rolled_up["role"], rolled_up["limit"], rolled_up["sort"]) == (["founder"], 5, ["id"])
    assert ("rolled_up" in exact, exact["rollup"], exact["sort"]) == (False, False, ["-name", "id"])
    assert excluded["not_prior_employer"] == ["acme"]
    assert excluded["rolled_up"] == {"prior_employer": ["acme", "acme-lab"]}
    assert (dated["period_from"], dated["usd_min"]) == ("2024-01-01", 1.5)


def examples(path: str) -> list[tuple[str, str]]:
    """The documented example of every filter of a list, and each of its closed words."""
    found = []
    for name, schema in parameters(path).items():
        if name in NOT_FILTERS:
            continue
        documented = [
            value for example in schema["examples"] for value in (example if isinstance(example, list) else [example])
        ]
        found += [(name, str(value)) for value in [*documented, *words(path, name)]]
    return found


@pytest.mark.parametrize("path", LISTS)
def test_every_filter_takes_its_documented_example_and_each_of_its_words(shipped: Client, path: str) -> None:
    asked = examples(path)
    assert asked
    for name, value in asked:
        answer = shipped.get(shipped_path(path), params={name: value, "limit": 1})

        assert answer.status_code == 200, (name, value, answer.text)
        assert answer.json()["total"] >= len(answer.json()["items"])


def test_the_example_in_every_path_exists(shipped: Client) -> None:
    for path in PATHS:
        assert shipped.get(shipped_path(path)).status_code == 200, path


@pytest.mark.parametrize("path", [path for path in LISTS if "not_country" in parameters(path)])
def test_a_filter_and_its_negation_part_the_list_in_two(shipped: Client, path: str) -> None:
    totals = [shipped.json(f"{path}?{question}")["total"] for question in ("country=CN", "not_country=CN", "")]

    assert totals[0] + totals[1] == totals[2]


def claimed(client: Client, question: str) -> dict[str, list[str]]:
    """The group claims that rows are in an answer by."""
    return {row["id"]: row["by_claim"] for row in client.json(f"/v1/{question}")["items"]}


def test_a_row_that_only_a_group_claim_brought_in_says_which(world: Client) -> None:
    [claim] = [row["fact"] for row in world.json("/v1/facts?type=claim")["items"]]

    assert claimed(world, "startups?investor=globex") == {NEBULA: []}
    assert claimed(world, "startups?investor=globex&claims=include") == {NEBULA: [], ORION: [claim]}
    assert claimed(world, "startups?investor=globex&claims=only") == {NEBULA: [claim], ORION: [claim]}
    assert claimed(world, "startups?claims=include") == {NEBULA: [], ORION: [], VEGA: []}
    assert claimed(world, "investors") == {"globex": []}
    assert claimed(world, "investors?claims=include") == {"globex": [], "hooli": [claim]}
    assert claimed(world, "investors?claims=include&startup=orion-ai") == {"globex": [claim], "hooli": [claim]}
    assert claimed(world, "investors?claims=include&cohort=star-startups") == {"globex": [], "hooli": [claim]}
    assert claimed(world, "investors?claims=only") == {"globex": [claim], "hooli": [claim]}


def test_speakers_and_bases_are_filters_wherever_facts_are(world: Client) -> None:
    assert world.ids("/v1/employers?attributed_to=data-bureau") == ["acme", "hooli"]
    assert world.ids("/v1/cohorts?attributed_to=data-bureau") == ["tracked-founders"]
    assert world.ids("/v1/products?attributed_to=data-bureau") == []
    assert world.ids("/v1/investors?attributed_to=data-bureau&claims=include") == ["hooli"]
    assert world.json("/v1/investors/globex/portfolio?attributed_to=data-bureau")["total"] == 0
    for path in ("figures", "activities", "investors/globex/portfolio"):
        totals = [world.json(f"/v1/{path}?{basis}")["total"] for basis in ("basis=stated", "basis=editorial", "")]
        assert totals == [totals[2], 0, totals[2]]
        assert totals[2] > 0


@pytest.mark.parametrize("path", LISTS)
def test_a_negation_promises_unknown_only_where_rows_can_say_so(shipped: Client, path: str) -> None:
    [row] = shipped.json(f"{shipped_path(path)}?limit=1&sort=id")["items"] or [{}]

    for parameter in PATHS[path]["parameters"]:
        if parameter["name"].startswith("not_") and "`unknown`" in parameter["description"]:
            assert row["unknown"] == []


def test_what_is_unknown_depends_on_what_counts_as_a_link(world: Client) -> None:
    def unknown(question: str) -> dict[str, list[str]]:
        return {row["id"]: row["unknown"] for row in world.json(f"/v1/{question}")["items"]}

    assert unknown("startups?not_investor=acme") == {NEBULA: [], ORION: ["investor"], VEGA: ["investor"]}
    assert unknown("startups?not_investor=acme&claims=include") == {NEBULA: [], ORION: [], VEGA: ["investor"]}
    assert unknown("startups?not_prior_employer=hooli&role=hire") == {
        ORION: ["prior_employer"],
        VEGA: ["prior_employer"],
    }
