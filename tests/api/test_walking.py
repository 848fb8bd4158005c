"""Walking every list while a load runs: each row that was there all the time is found exactly once."""

import asyncio
import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from starlette.types import Message

import app.formats
from app.db import make_engine
from app.seeding.files import ArticleFolder, Seeds
from app.seeding.load import load
from app.synth.world import World
from tests.api.paths import LISTS, rows, words
from tests.conftest import Client, Databases, load_all

LOADS = 3
PARTS = list(World(60).seeds())
IDS = {
    "/v1/articles/{id}/passages": "/v1/articles?sort=id&limit=1",
    "/v1/employers/{id}/alumni": "/v1/employers?sort=-named_people&limit=1",
    "/v1/investors/{id}/portfolio": "/v1/investors?sort=id&limit=1",
}
MOVED_BY_LOADS = {"named", "reported", "named_people", "named_founders", "reported_founders"}
"""Words of `sort` by what a load may change of a row that stays."""
WALKS = [
    (path, word)
    for path in LISTS
    for word in words(path, "sort")[::3]  # some forwards, some backwards
    if word.removeprefix("-") not in MOVED_BY_LOADS
]


def thinned(folder: ArticleFolder) -> ArticleFolder:
    """An article of whose facts every other one was retracted."""
    half = {name: getattr(folder.records, name)[::2] for name in type(folder.records).model_fields}
    return replace(folder, records=folder.records.model_copy(update=half))


def with_half_the_facts(part: Seeds) -> Seeds:
    return replace(part, articles=[thinned(folder) for folder in part.articles])


class Loads:
    """Loads one thing after the other over a connection of its own: new parts, parts with less in them, the whole."""

    def __init__(self, client: Client) -> None:
        self.url = client.engine.url.render_as_string(hide_password=False)
        self.seeds = [PARTS[3], *(seeds for part in PARTS[:3] for seeds in (with_half_the_facts(part), part))]
        self.count = 0

    def next(self) -> None:
        engine = make_engine(self.url)
        list(load(engine, self.seeds[self.count % len(self.seeds)]))
        self.count += 1
        engine.dispose()


@pytest.fixture
def growing(databases: Databases) -> Iterator[Client]:
    """A world of which the last part is still to come, for one test alone."""
    client = Client(databases.filled("growing", lambda url: load_all(url, PARTS[:3])))
    yield client
    client.close()


def key(row: Any) -> str:
    """What a row is known by."""
    if "employer" in row:
        return f"{row['employer']['id']} {row['startup'] and row['startup']['id']} {row['role']}"
    if "position" in row:
        return f"{row['revision']} {row['position']}"
    return str(row["id"] if "id" in row else row["fact"])


def keys(client: Client, address: str) -> set[str]:
    return {key(row) for row in rows(client, f"{address}?limit=200")}


def addresses(client: Client) -> dict[str, str]:
    """Each list with an id that has rows."""
    return {path: path.replace("{id}", client.ids(IDS[path])[0]) if path in IDS else path for path in LISTS}


def check(found: list[str], states: list[set[str]], what: object) -> None:
    assert len(found) == len(set(found)), what
    always = set.intersection(*states)
    assert always <= set(found), what
    assert set(found) <= set.union(*states), what


def test_every_list_in_every_order_gives_each_row_once_while_loads_come_and_go(growing: Client) -> None:
    address = addresses(growing)
    before = {path: keys(growing, address[path]) for path in LISTS}
    states = {path: [before[path]] for path in LISTS}
    found: dict[tuple[str, str], list[str]] = {walk: [] for walk in WALKS}
    following: dict[tuple[str, str], str | None] = {
        (path, word): f"{address[path]}?limit={max(1, min(200, len(before[path]) // 3))}&sort={word}"
        for path, word in WALKS
    }
    loads = Loads(growing)
    while any(following.values()):
        for walk, at in following.items():
            if at:
                page = growing.json(at)
                found[walk] += map(key, page["items"])
                following[walk] = page["next"]
        if loads.count < LOADS:
            loads.next()
            for path in LISTS:
                states[path].append(keys(growing, address[path]))

    assert any(state < max(states["/v1/facts"], key=len) for state in states["/v1/facts"])  # something came and went
    for (path, word), walked in found.items():
        check(walked, states[path], (path, word))


def test_what_is_pinned_is_walked_as_it_was_whatever_is_loaded(growing: Client) -> None:
    address, loads = addresses(growing), Loads(growing)
    revision = growing.get("/v1/facts").headers["X-Data-Revision"]
    asked = [
        f"{address[path]}?limit=200&sort={word}"
        for path in ("/v1/employers", "/v1/talent-flows")
        for word in words(path, "sort")[::3]
        if word.removeprefix("-") in MOVED_BY_LOADS
    ]
    before = {question: rows(growing, question) for question in asked}

    for question in asked:
        walked, at = [], f"{question.replace('limit=200', 'limit=9')}&as_of={revision}"
        while at:
            page = growing.json(at)
            walked += page["items"]
            at = page["next"]
            if at and len(walked) == len(page["items"]):
                loads.next()
        assert walked == before[question]


def test_a_stream_gives_each_row_once_while_loads_come_and_go(growing: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address, loads = addresses(growing), Loads(growing)
    for at, path in enumerate(LISTS):
        written = ("ndjson", "csv")[at % 2]  # both are written from the same pages
        now = keys(growing, address[path])
        monkeypatch.setattr(app.formats, "PAGE", str(max(1, min(200, len(now) // 2))))

        text = streamed(growing, address[path], f"format={written}", loads.next)

        lines = [json.loads(line) for line in text.splitlines()] if written == "ndjson" else table(text)
        check([key(row) for row in lines], [now, keys(growing, address[path])], path)


def table(text: str) -> list[dict[str, Any]]:
    """Rows of CSV with what `key` looks at as it stands in JSON."""
    found: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(text, newline="")))
    for row in found:
        for name in {"employer", "startup"} & row.keys():
            row[name] = {"id": row[name]} if row[name] else None
    return found


def streamed(client: Client, path: str, query: str, meanwhile: Callable[[], None]) -> str:
    """The body of an answer; something else happens when its first piece has come."""
    pieces: list[bytes] = []

    async def receive() -> Message:
        return await asyncio.Future()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            pieces.append(message.get("body", b""))
            if len(pieces) == 1:
                meanwhile()

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"haigui.test")],
        "server": ("haigui.test", 80),
        "client": None,
    }
    client.run(client.service(scope, receive, send))
    assert len(pieces) > 1
    return b"".join(pieces).decode()
