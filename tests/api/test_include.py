"""`include=`: parts of the detail view in the rows of a list, the same as there, absent unless asked for."""

import csv
import io
import json
from typing import Any

import pytest

from tests.api.paths import CROWD_IDS, DOCUMENT, LISTS, PATHS, WORLD_IDS, words
from tests.conftest import Client

INCLUDING = [path for path in LISTS if words(path, "include")]
DETAIL_OF = {"/v1/founders": "/v1/people"}


def address(path: str, ids: dict[str, str]) -> str:
    return path.replace("{id}", ids.get(path, ""))


def row_schema(path: str) -> Any:
    """The shape of a list's rows in the OpenAPI document."""
    schemas = DOCUMENT["components"]["schemas"]
    answer = PATHS[path]["responses"]["200"]["content"]["application/json"]["schema"]
    page = schemas[(answer.get("anyOf") or [answer])[0]["$ref"].rsplit("/", 1)[-1]]
    return schemas[page["properties"]["items"]["items"]["$ref"].rsplit("/", 1)[-1]]


def test_the_lists_of_entities_have_parts() -> None:
    assert set(INCLUDING) >= {
        "/v1/startups", "/v1/people", "/v1/founders", "/v1/investors", "/v1/employers", "/v1/employers/{id}/alumni",
        "/v1/organizations", "/v1/cohorts", "/v1/products",
    }  # fmt: skip


@pytest.mark.parametrize("path", INCLUDING)
def test_a_part_is_documented_and_absent_unless_it_is_included(world: Client, path: str) -> None:
    schema, plain = row_schema(path), world.json(address(path, WORLD_IDS))["items"]
    assert plain
    for part in words(path, "include"):
        assert part in schema["properties"]
        rows = world.json(f"{address(path, WORLD_IDS)}?include={part}")["items"]
        for row, short in zip(rows, plain, strict=True):
            assert set(row) - set(short) == ({part} if part not in schema["required"] else set())
            assert part in row
            assert {name: value for name, value in row.items() if name != part} == {
                name: value for name, value in short.items() if name != part
            }


@pytest.mark.parametrize("path", [path for path in INCLUDING if "{id}" not in path])
def test_a_part_is_as_the_detail_view_shows_it(shipped: Client, path: str) -> None:
    parts = words(path, "include")
    rows = shipped.json(f"{path}?include={','.join(parts)}&limit=20")["items"]
    assert rows
    for row in rows:
        detail = shipped.json(f"{DETAIL_OF.get(path, path)}/{row['id']}")
        assert {part: row[part] for part in parts} == {part: detail[part] for part in parts}
    assert any(fact["citations"] for row in rows for part in parts for fact in row[part])


@pytest.mark.parametrize("path", INCLUDING)
def test_parts_cost_as_many_statements_for_100_rows_as_for_1(crowd: Client, path: str) -> None:
    parts = "&include=".join(words(path, "include"))
    costs = set()
    for limit in (1, 100):
        with crowd.counting_statements() as statements:
            crowd.json(f"{address(path, CROWD_IDS)}?limit={limit}&include={parts}")
        costs.add(len(statements))
    assert len(costs) == 1


def test_alumni_show_what_ties_them_to_the_employer_and_nothing_else(world: Client) -> None:
    rows = world.json("/v1/employers/acme/alumni?include=employments")["items"]
    assert [(row["id"], [job["organization"]["id"] for job in row["employments"]]) for row in rows] == [
        ("li-lan", ["acme-lab"]),
        ("zhao-mei", ["acme"]),
    ]


def test_an_unknown_part_is_named_with_the_nearest(world: Client) -> None:
    [error] = world.problem("/v1/startups?include=hires,figure", 422)["errors"]
    assert (error["name"], "did you mean “figures”?" in error["message"]) == ("include", True)
    assert world.problem("/v1/figures?include=figures", 422)["errors"][0]["name"] == "include"


def test_parts_stand_in_every_format_and_can_be_trimmed_to(world: Client) -> None:
    lines = world.get("/v1/startups?include=cohorts,hires&fields=id,hires&format=ndjson").text.splitlines()
    assert [set(json.loads(line)) for line in lines] == [{"id", "hires"}] * 3
    with_parts = list(csv.DictReader(io.StringIO(world.get("/v1/startups?include=hires&format=csv").text)))
    assert [row["hires"] for row in with_parts] == ["wang-bo nebula-ai", "", ""]
    without = csv.DictReader(io.StringIO(world.get("/v1/startups?format=csv").text))
    assert set(with_parts[0]) - set(without.fieldnames or []) == {"hires"}
    [error] = world.problem("/v1/startups?fields=id,hires", 422)["errors"]
    assert "“hires” is in these rows only with `include=hires`" in error["message"]


def test_a_page_may_go_on_with_other_parts(world: Client) -> None:
    page = world.json("/v1/startups?limit=1&include=hires")
    assert page["query"]["include"] == ["hires"]
    assert "hires" in world.json(page["next"])["items"][0]
    other = page["next"].replace("include=hires", "include=figures")
    assert "figures" in world.json(other)["items"][0]
