"""HTTP itself: conditional requests, HEAD, caching, cross-origin reads, health."""

import re
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from app.db import make_engine
from app.seeding.files import read_seeds
from app.seeding.load import load
from tests.api.paths import PATHS, shipped_path
from tests.conftest import WORLD, Client, Databases

ETAG = re.compile(r'"[0-9a-f]{32}"')
ADDRESSES = [shipped_path(path) for path in PATHS]
ELSEWHERE = {"Origin": "https://analyst.example"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_a_strong_etag_and_is_not_sent_twice(shipped: Client, address: str) -> None:
    first = shipped.get(address)
    etag = first.headers["etag"]

    assert ETAG.fullmatch(etag)
    assert first.headers["cache-control"] == "no-cache"
    if address == "/metrics":  # counts the very request
        return
    assert shipped.get(address).headers["etag"] == etag
    again = shipped.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    assert "content-length" not in again.headers
    assert "content-type" not in again.headers
    assert again.headers.get("x-data-revision") == first.headers.get("x-data-revision")


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("{}", 304),
        ("W/{}", 304),
        ('"other", {}', 304),
        ('"other",W/{} , "third"', 304),
        ("*", 304),
        ('"other"', 200),
        ('W/"other"', 200),
        ("other", 200),
        ("", 200),
    ],
)
def test_if_none_match_compares_weakly_and_takes_lists(world: Client, header: str, status: int) -> None:
    etag = world.get("/v1/startups").headers["etag"]
    answer = world.get("/v1/startups", headers={"If-None-Match": header.format(etag)})

    assert answer.status_code == status
    assert bool(answer.content) == (status == 200)


def test_each_representation_has_an_etag_of_its_own(world: Client) -> None:
    addresses = [
        "/v1/startups",
        "/v1/startups?limit=1",
        "/v1/people",
        "/v1/people/li-lan",
        "/v1/startups?group_by=country",
    ]

    assert len({world.get(address).headers["etag"] for address in addresses}) == len(addresses)


def test_errors_have_no_etag_and_are_not_kept(world: Client) -> None:
    for address in ("/v1/startups?limit=0", "/v1/startups/nobody", "/nowhere"):
        answer = world.get(address, headers={"If-None-Match": "*"})

        assert answer.status_code in {404, 422}
        assert "etag" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_answers_like_get_without_a_body(shipped: Client, address: str) -> None:
    got, head = shipped.get(address), shipped.request("HEAD", address)

    assert (head.status_code, head.content) == (200, b"")
    changing = {"etag", "content-length"} if address == "/metrics" else set()
    if "export" in address:  # written only to be sent
        changing = {"content-length"}
    assert {name: value for name, value in head.headers.items() if name not in changing} == {
        name: value for name, value in got.headers.items() if name not in changing
    }
    if "export" in address:
        assert "content-length" not in head.headers
    elif address != "/metrics":
        assert int(head.headers["content-length"]) == len(got.content)
    if address != "/metrics":
        assert shipped.request("HEAD", address, headers={"If-None-Match": got.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("address", ["/v1/startups/nobody", "/v1/startups?limit=0", "/nowhere"])
def test_head_of_an_error_has_its_status_and_no_body(world: Client, address: str) -> None:
    got, head = world.get(address), world.request("HEAD", address)

    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers["content-type"] == "application/problem+json"


def test_the_data_revision_and_its_day_stand_in_the_headers(world: Client) -> None:
    answer = world.get("/v1/startups")

    assert answer.headers["x-data-revision"] == "4"
    newest = world.json("/v1/facts?limit=200")["items"]
    at = max(event["at"] for fact in newest[:3] for event in world.json(f"/v1/facts/{fact['fact']}")["history"])
    assert parsedate_to_datetime(answer.headers["last-modified"]).isoformat()[:10] == at[:10]
    assert answer.headers["last-modified"].endswith(" GMT")


def test_a_load_changes_the_etag_and_the_revision_and_a_load_of_nothing_new_does_not(
    databases: Databases, seeds: Path
) -> None:
    url = databases.loaded(WORLD)
    client, writer = Client(url), make_engine(url)
    before = client.get("/v1/startups/vega-ai")
    other = client.get("/v1/people/li-lan")

    list(load(writer, read_seeds(seeds)))
    same = client.get("/v1/startups/vega-ai", headers={"If-None-Match": before.headers["etag"]})
    assert (same.status_code, same.headers["x-data-revision"]) == (304, "4")

    gazetteer = seeds / "gazetteer.toml"
    gazetteer.write_text(gazetteer.read_text(encoding="utf-8").replace("베가AI", "베가 AI"), encoding="utf-8")
    for article in (seeds / "articles").iterdir():  # the texts keep the old spelling
        records = article / "original.txt"
        records.write_text(records.read_text(encoding="utf-8").replace("베가AI", "베가 AI"), encoding="utf-8")
        quoted = article / "records.toml"
        quoted.write_text(quoted.read_text(encoding="utf-8").replace("베가AI", "베가 AI"), encoding="utf-8")
    list(load(writer, read_seeds(seeds)))
    after = client.get("/v1/startups/vega-ai", headers={"If-None-Match": before.headers["etag"]})

    assert (after.status_code, after.json()["name_ko"]) == (200, "베가 AI")
    assert after.headers["etag"] != before.headers["etag"]
    assert int(after.headers["x-data-revision"]) > 4
    assert client.get("/v1/people/li-lan").json()["name_ko"] == other.json()["name_ko"]
    client.close()
    writer.dispose()


def test_any_origin_may_read(world: Client) -> None:
    answer = world.get("/v1/startups?limit=1", headers=ELSEWHERE)

    assert answer.headers["access-control-allow-origin"] == "*"
    exposed = answer.headers["access-control-expose-headers"].split(", ")
    assert {"ETag", "Last-Modified", "Link", "X-Data-Revision"} <= set(exposed)
    assert "access-control-allow-credentials" not in answer.headers
    for address, status in (("/v1/startups/nobody", 404), ("/v1/startups?limit=0", 422), ("/v1/startups", 304)):
        etag = {"If-None-Match": world.get(address).headers.get("etag", "")}
        refused = world.get(address, headers=ELSEWHERE | etag)
        assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (status, "*")


def test_a_preflight_allows_reading_and_nothing_else(world: Client) -> None:
    asked = ELSEWHERE | {"Access-Control-Request-Headers": "if-none-match"}
    allowed = world.request("OPTIONS", "/v1/startups", headers=asked | {"Access-Control-Request-Method": "GET"})
    refused = world.request("OPTIONS", "/v1/startups", headers=asked | {"Access-Control-Request-Method": "DELETE"})

    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == "*"
    assert set(allowed.headers["access-control-allow-methods"].split(", ")) == {"GET", "HEAD"}
    assert "if-none-match" in allowed.headers["access-control-allow-headers"].lower()
    assert refused.status_code == 400


def test_health_and_readiness(world: Client) -> None:
    with world.counting_statements() as statements:
        assert world.json("/healthz") == {"status": "ok"}
    assert statements == []
    assert world.json("/readyz") == {"status": "ok"}


def test_json_is_utf_8_with_hangul_as_it_is(world: Client) -> None:
    answer = world.get("/v1/people/li-lan")

    assert answer.headers["content-type"] == "application/json"
    assert "리란".encode() in answer.content
