"""Questions that have no answer: nothing under an id, a wrong method, far too much, a database that is not there."""

import asyncio
import time
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from app.db import make_engine, migrate
from app.main import create_service
from tests.api.paths import LISTS
from tests.conftest import Client, Databases

INSIDE = ("Traceback", "sqlalchemy", "psycopg", "sqlite3", "SELECT", "FROM ", ".py", "nonsense", "/work", "File ")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("startups/nebula-a", "there is no organization “nebula-a”; did you mean “nebula-ai”?"),
        ("people/li-lann", "there is no person “li-lann”; did you mean “li-lan”?"),
        ("investors/globx/portfolio", "did you mean “globex”?"),
        ("employers/acm/alumni", "did you mean “acme”?"),
        ("articles/2024-05-10-alpha/passages", "did you mean “2024-05-10-alpha-nebula”?"),
        ("cohorts/star-startup", "did you mean “star-startups”?"),
        ("products/zzzzzz", "there is no product “zzzzzz”"),
        ("facts/f_0000000000000000", "there is no fact “f_0000000000000000”"),
        ("countries/nebula-ai", "nebula-ai is no country but a startup; see /v1/organizations/nebula-ai"),
        ("startups/acme", "acme is no startup but a company; see /v1/organizations/acme"),
        ("startups/" + "a" * 20_000, "there is no organization “" + "a" * 80 + "”"),
        ("startups/..%2F..%2Fetc%2Fpasswd", "there is no path /v1/startups/"),
    ],
)
def test_an_unknown_id_is_not_found(world: Client, path: str, sentence: str) -> None:
    problem = world.problem(f"/v1/{path}", 404)

    assert (problem["title"], problem["status"]) == ("Not found", 404)
    assert problem["type"] == "/v1/vocabulary#/problems/not-found"
    assert sentence in problem["detail"]


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v1/", "/v2/startups", "/v1/startup", "/v1//startups", "/v1/startups/a/b"]
)
def test_an_unknown_path_is_a_problem_document(world: Client, path: str) -> None:
    assert f"there is no path {path}" in world.problem(path, 404)["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_what_only_reads_refuses_other_methods(world: Client, method: str) -> None:
    for path in ("/v1/startups", "/v1/startups/nebula-ai", "/healthz"):
        problem = world.problem(path, 405, method=method)
        assert problem["type"] == "/v1/vocabulary#/problems/wrong-method"
        assert {"GET", "HEAD"} <= set(world.request(method, path).headers["allow"].split(", "))
    assert world.json("/v1/startups")["total"] == 3


def status_of(client: Client, path: str, query: bytes) -> int:
    """The status of a question that is longer than a client would send."""
    messages: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        messages.append(message)

    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
             "path": path, "raw_path": path.encode(), "root_path": "", "query_string": query, "headers": [],
             "client": ("127.0.0.1", 1), "server": ("haigui.test", 80)}  # fmt: skip
    asyncio.run(client.app(scope, receive, send))
    assert sum(len(message.get("body", b"")) for message in messages) < 100_000
    return int(messages[0]["status"])


@pytest.mark.parametrize(
    "word", [b"cohort=star-startups", b"cohort=nope-%d", b"kind=nope", b"limit=1", b"sort=name", b"x%d=1", b"q=%%00"]
)
def test_ten_thousand_parameters_are_refused_soon(world: Client, word: bytes) -> None:
    query = b"&".join(word % at if b"%d" in word else word.replace(b"%%", b"%") for at in range(10_000))
    began = time.monotonic()

    assert status_of(world, "/v1/organizations", query) == 422

    assert time.monotonic() - began < 10


def test_two_hundred_parameters_are_answered(world: Client) -> None:
    assert status_of(world, "/v1/startups", b"&".join([b"cohort=star-startups"] * 200)) == 200


def test_a_database_without_tables_is_not_ready(databases: Databases) -> None:
    client = Client(databases.empty())
    for path in ("/readyz", "/v1/startups", "/v1/startups/nebula-ai", "/v1/facts?group_by=type", "/v1/coverage"):
        problem = client.problem(path, 503)
        assert (problem["type"], problem["title"]) == ("/v1/vocabulary#/problems/not-ready", "Not ready")
        assert "haigui migrate" in problem["detail"]
        assert not [word for word in INSIDE if word in str(problem)]
    assert client.get("/v1/startups").headers["retry-after"] == "5"
    assert (client.json("/healthz"), client.get("/docs").status_code) == ({"status": "ok"}, 200)
    client.close()


def test_tables_with_nothing_in_them_answer_empty_lists(nothing: Client) -> None:
    assert "haigui load" in nothing.problem("/readyz", 503)["detail"]
    for path in LISTS:
        if "{id}" not in path:
            page = nothing.json(path)
            assert (page["items"], page["total"], page["next"]) == ([], 0, None)
    assert nothing.json("/v1/facts?group_by=type")["items"] == []
    assert nothing.json("/v1/coverage")["articles"] == 0
    assert "there are none yet" in nothing.problem("/v1/startups?founder=li-lan", 422)["detail"]


def test_a_fault_tells_nothing_of_the_inside(databases: Databases) -> None:
    url = databases.migrated()
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO entity (id, name, type) VALUES ('x', 'X', 'nonsense')"))
    engine.dispose()
    service = create_service(url, cache_bytes=0)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=service, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://haigui.test") as client:
            return await client.get("/v1/coverage")

    answer = asyncio.run(ask())
    service.revisions.engine.dispose()

    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/v1/vocabulary#/problems/fault"
    assert not [word for word in INSIDE if word in answer.text]


def test_a_table_that_is_missing_tells_nothing_of_the_inside(databases: Databases) -> None:
    url = databases.empty()
    migrate(url)
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE beginning"))
    engine.dispose()
    client = Client(url)

    problem = client.problem("/v1/startups?q=x", 503)

    assert not [word for word in (*INSIDE, "beginning") if word in str(problem)]
    client.close()
