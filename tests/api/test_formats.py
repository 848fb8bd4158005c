import csv
import io
import json

import pytest

from app.formats import cell
from tests.conftest import Client


def test_ndjson_gives_every_row_of_every_page_as_the_list_gives_it(crowd: Client) -> None:
    answer = crowd.get("/v1/people?format=ndjson&sort=-name")
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    rows = [json.loads(line) for line in answer.text.splitlines()]
    assert len(rows) == 240
    assert rows[:200] == crowd.json("/v1/people?limit=200&sort=-name")["items"]


def test_csv_has_a_column_for_each_property_and_a_row_for_each_row(world: Client) -> None:
    answer = world.get("/v1/startups", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert "Accept" in answer.headers["vary"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["id"], row["name_zh"], row["founders"]) for row in rows] == [
        ("nebula-ai", "星云智能", "li-lan"),
        ("orion-ai", "", ""),
        ("vega-ai", "", "zhao-mei"),
    ]


def test_facts_of_several_types_share_one_table(world: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(world.get("/v1/facts?format=csv").text)))
    assert len(rows) == world.json("/v1/facts")["total"]
    founding = next(row for row in rows if row["type"] == "founding" and row["startup"] == "vega-ai")
    assert founding["citations"] == "2024-06-20-beta-vega p2.s1 “자오메이가 창업”"
    claim = next(row for row in rows if row["type"] == "claim")
    assert claim["parties"] == "globex;hooli"


def test_a_limit_gives_one_page_and_the_address_of_the_next(crowd: Client) -> None:
    answer = crowd.get("/v1/startups?format=ndjson&limit=7")
    assert len(answer.text.splitlines()) == 7
    following = answer.headers["link"].split(">")[0].removeprefix("<")
    assert crowd.get(following).text.splitlines()[0].startswith('{"id":"startup-007"')


def test_details_and_counts_are_tables_too(world: Client) -> None:
    detail = list(csv.DictReader(io.StringIO(world.get("/v1/people/li-lan?format=csv").text)))
    assert [row["id"] for row in detail] == ["li-lan"]
    counts = world.get("/v1/facts?format=csv&group_by=type").text.splitlines()
    assert counts[0] == "key,card,count"
    assert "claim,,1" in counts


def test_errors_stay_problem_documents(world: Client) -> None:
    assert world.problem("/v1/startups?format=csv&cohrt=x", 422)["errors"][0]["name"] == "cohrt"
    assert world.problem("/v1/startups/nobody?format=csv", 404)["status"] == 404
    assert "csv" in world.problem("/v1/startups?format=xml", 422)["detail"]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(formula: str) -> None:
    assert cell(formula) == f"'{formula}"
    assert cell([formula]) == f"'{formula}"
    assert cell({"id": formula}) == f"'{formula}"


def test_a_negative_number_is_a_number() -> None:
    assert cell(-5) == -5


def test_fields_trim_the_rows_in_every_format_and_next_keeps_them(world: Client) -> None:
    page = world.json("/v1/startups?fields=id,name&limit=1&sort=-id")
    assert page["items"] == [{"id": "vega-ai", "name": "Vega AI"}]
    assert page["total"] == 3
    assert world.json(page["next"])["items"] == [{"id": "orion-ai", "name": "Orion AI"}]
    assert world.get("/v1/startups?fields=id&fields=name&format=csv").text.splitlines()[1] == "nebula-ai,Nebula AI"
    assert world.get("/v1/startups?fields=id&format=ndjson").text.splitlines()[0] == '{"id":"nebula-ai"}'
    assert set(world.json("/v1/people/li-lan?fields=id,coverage")) == {"id", "coverage"}


def test_an_unknown_field_is_named_with_the_nearest(world: Client) -> None:
    problem = world.problem("/v1/startups?fields=id,nme", 422)
    assert "did you mean “name”?" in problem["errors"][0]["message"]


def test_a_trimmed_answer_has_an_etag_of_its_own(world: Client) -> None:
    whole, trimmed = world.get("/v1/startups"), world.get("/v1/startups?fields=id")
    assert trimmed.headers["etag"] != whole.headers["etag"]
    again = world.get("/v1/startups?fields=id", headers={"If-None-Match": trimmed.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_lang_picks_the_name_that_is_shown_wherever_an_entity_appears(world: Client) -> None:
    startup = world.json("/v1/startups/nebula-ai?lang=zh")
    assert (startup["name"], startup["founders"][0]["person"]["name"]) == ("星云智能", "李岚")
    assert startup["founders"][0]["person"]["name_ko"] == "리란"
    assert world.json("/v1/people/wang-bo?lang=zh")["name"] == "Wang Bo"
    assert world.json("/v1/people/wang-bo")["name"] == "Wang Bo"
    assert [row["name"] for row in world.json("/v1/people?lang=ko")["items"]] == ["리란", "왕보", "자오메이"]


def test_head_of_a_stream_sends_its_headers_alone(world: Client) -> None:
    answer = world.request("HEAD", "/v1/people?format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.content == b""
