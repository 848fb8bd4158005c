"""Lists: their cost, their order, their pages and their counts by group."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.api.band import BAND, write_band
from tests.api.paths import CROWD_IDS, LISTS, WORLD_IDS, pages, rows, shipped_path, words
from tests.conftest import Client, Databases

MOST = 200


def on(path: str, ids: dict[str, str]) -> str:
    """A list's path with an id that has many rows."""
    return path.replace("{id}", ids[path]) if path in ids else path


def without_next(page: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in page.items() if name not in {"next", "query"}}


@pytest.fixture(scope="session")
def band(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    client = Client(databases.loaded(write_band(tmp_path_factory.mktemp("band"))))
    yield client
    client.close()


def cost(client: Client, address: str) -> int:
    with client.counting_statements() as statements:
        client.json(address)
    return len(statements)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_of_100_rows_costs_as_many_statements_as_a_list_of_1(crowd: Client, path: str) -> None:
    address = on(path, CROWD_IDS)
    crowd.json(address)  # the day of the newest load is asked for once
    costs = {
        (word, limit): cost(crowd, f"{address}?limit={limit}" + (f"&sort={word}" if word else ""))
        for word in ["", *words(path, "sort")]
        for limit in (1, 100)
    }

    for word in {word for word, _ in costs}:  # the plain order may have a shorter way than the others
        assert costs[word, 1] == costs[word, 100], costs
    assert max(costs.values()) > 0


@pytest.mark.parametrize("path", LISTS)
def test_statements_do_not_depend_on_what_the_rows_are(shipped: Client, path: str) -> None:
    address = shipped_path(path)
    costs = {cost(shipped, f"{address}?limit={limit}&sort=id") for limit in (1, 2, 100)}

    assert len(costs) == 1


@pytest.mark.parametrize("path", LISTS)
def test_walking_by_cursor_gives_the_rows_of_the_biggest_pages(band: Client, path: str) -> None:
    address = on(path, CROWD_IDS)
    default = rows(band, f"{address}?limit={MOST}")
    for word in ["", *words(path, "sort")]:
        sort = f"&sort={word}" if word else ""
        whole = rows(band, f"{address}?limit={MOST}{sort}")

        walked = list(pages(band, f"{address}?limit=7{sort}"))

        assert [row for page in walked for row in page["items"]] == whole, word
        assert {page["total"] for page in walked} == {len(whole)}
        assert [len(page["items"]) for page in walked[:-1]] == [7] * (len(walked) - 1)
        assert walked[-1]["next"] is None
        assert sorted(map(str, whole)) == sorted(map(str, default))  # another order, the same rows


SORT_WORDS = words("/v1/figures", "sort")


@given(sort=st.lists(st.sampled_from(SORT_WORDS), min_size=1, max_size=4), limit=st.integers(4, 15))
@hypothesis_settings(max_examples=8, deadline=None)
def test_any_several_sort_words_walk_alike(band: Client, sort: list[str], limit: int) -> None:
    words_given = ",".join(sort)
    whole = band.json(f"/v1/figures?limit={MOST}&sort={words_given}")

    assert rows(band, f"/v1/figures?limit={limit}&sort={words_given}") == whole["items"]
    assert whole["query"]["sort"] == sort


VALUES: dict[str, Any] = {
    "id": lambda row: row["fact"],
    "subject": lambda row: row["subject"]["id"],
    "metric": lambda row: row["metric"],
    "value": lambda row: row["value"],
    "usd": lambda row: row["usd"] and row["usd"]["value"],
    "period_from": lambda row: row["period"] and row["period"]["from"],
    "period_to": lambda row: row["period"] and row["period"]["to"],
}


@pytest.mark.parametrize("word", SORT_WORDS)
def test_order_is_what_its_word_says_and_rows_without_a_value_come_last(band: Client, word: str) -> None:
    found = band.json(f"/v1/figures?limit={MOST}&sort={word}")["items"]

    value = VALUES[word.removeprefix("-")]
    stated = [row for row in found if value(row) is not None]
    assert found == stated + [row for row in found if value(row) is None]
    assert [value(row) for row in stated] == sorted(map(value, stated), reverse=word.startswith("-"))
    for first, second in pairwise(found):
        assert value(first) != value(second) or first["fact"] < second["fact"]  # ties are broken by id


def test_sort_takes_several_words_by_commas_and_by_repetition(band: Client) -> None:
    by_commas = band.json(f"/v1/figures?limit={MOST}&sort=-value,subject")

    order = [(-row["value"], row["subject"]["id"]) for row in by_commas["items"]]
    assert order == sorted(order)
    assert band.json(f"/v1/figures?limit={MOST}&sort=-value&sort=subject") == by_commas
    assert without_next(band.json(f"/v1/figures?limit={MOST}&sort=-value,subject,-value")) == without_next(by_commas)


def test_the_link_header_says_what_next_says(band: Client) -> None:
    first = band.get("/v1/people?limit=10&role=hire&role=founder&sort=-name")
    second = band.get(first.json()["next"])

    assert first.headers["link"] == f'<{first.json()["next"]}>; rel="next"'
    assert "role=hire&role=founder" in first.json()["next"]
    assert (second.json()["next"], "link" in second.headers) == (None, False)
    assert len(first.json()["items"]) + len(second.json()["items"]) == first.json()["total"] == 2 * BAND


def test_limit_is_50_unless_given_and_may_change_on_the_way(band: Client) -> None:
    first = band.json("/v1/facts")
    assert (len(first["items"]), first["query"]["limit"]) == (50, 50)

    rest = band.json(first["next"].replace("/v1/facts?", "/v1/facts?limit=200&"))

    assert len(rest["items"]) == first["total"] - 50
    assert rest["next"] is None
    assert len(band.json("/v1/facts?limit=1")["items"]) == 1


def test_nested_lists_hold_only_what_is_under_their_id(world: Client) -> None:
    assert {path: world.json(on(path, WORLD_IDS))["total"] for path in WORLD_IDS} == {
        "/v1/articles/{id}/passages": 9,
        "/v1/employers/{id}/alumni": 2,
        "/v1/investors/{id}/portfolio": 1,
    }
