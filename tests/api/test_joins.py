from tests.conftest import Client


def test_a_figure_fulfils_metric_and_range_together(world: Client) -> None:
    assert world.ids("/v1/startups?metric=revenue&usd_min=26000000") == ["nebula-ai"]
    assert world.ids("/v1/startups?metric=revenue&usd_min=31000000") == []
    assert world.ids("/v1/startups?usd_min=31000000") == ["vega-ai"]
    assert world.ids("/v1/startups?metric=valuation&usd_max=99999999") == ["vega-ai"]
    assert world.ids("/v1/organizations?metric=revenue&metric=valuation") == ["nebula-ai", "vega-ai"]


def test_an_employer_counts_whether_it_was_left_or_not(world: Client) -> None:
    assert world.ids("/v1/people?employer=nebula-ai") == ["wang-bo"]
    assert world.ids("/v1/people?prior_employer=nebula-ai") == []
    assert world.ids("/v1/people?employer=acme") == ["li-lan", "zhao-mei"]
    assert world.ids("/v1/people?employer=acme&rollup=false") == ["zhao-mei"]


def test_two_stories_that_disagree_are_found_and_name_each_other(world: Client) -> None:
    figures = world.json("/v1/figures?conflicting=true")["items"]
    assert [(row["subject"]["id"], row["value"]) for row in figures] == [
        ("nebula-ai", 30_000_000),
        ("nebula-ai", 25_000_000),
    ]
    one, other = (row["fact"] for row in figures)
    assert [row["fact"] for row in world.json(f"/v1/facts/{one}")["conflicts"]] == [other]
    facts = {row["fact"] for row in world.json("/v1/facts?conflicting=true")["items"]}
    assert facts == {one, other}
    rest = world.json("/v1/facts?conflicting=false")
    assert rest["total"] == world.json("/v1/facts")["total"] - 2


def test_the_query_is_echoed_in_numbers(world: Client) -> None:
    assert world.json("/v1/figures?usd_min=100.5")["query"]["usd_min"] == 100.5
