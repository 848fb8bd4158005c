"""A stream is of one revision, whatever is loaded while it is read, and holds nothing meanwhile."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from app import formats
from tests.api.paths import LISTS, WORLD_IDS
from tests.api.test_past import LOADED, add_an_article, correct_articles, correct_the_gazetteer, take_back
from tests.conftest import WORLD, Client, Databases
from tests.seeding.tables import load_all

ASKED = [
    *((path.format(id=WORLD_IDS.get(path)), "format=ndjson") for path in LISTS),
    ("/v1/organizations", "format=csv&sort=-name&fields=id,name,kind"),
    ("/v1/facts", "format=csv&basis=stated&basis=editorial"),
    ("/v1/organizations", "format=ndjson&as_of=2"),
]


@pytest.fixture
def client(databases: Databases) -> Iterator[Client]:
    """The world, for one test to change and to ask; it keeps answers."""
    with closing(Client(databases.loaded(WORLD), cache_bytes=1_000_000)) as made:
        yield made


class Reader:
    """A client that reads a stream and stops before each piece until it is let on."""

    def __init__(self, path: str, query: str) -> None:
        self.scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
        self.headers: dict[bytes, bytes] = {}
        self.pieces: list[bytes] = []
        self.finished = False
        self._may = asyncio.Semaphore(0)
        self._stands = asyncio.Event()

    async def read(self, client: Client) -> None:
        await client.service(self.scope, self._receive, self._send)
        self.finished = True
        self._stands.set()

    async def go_on(self, pieces: int) -> None:
        """Take so many pieces, and wait until the next is there."""
        for _ in range(pieces):
            if not self.finished:
                self._stands.clear()
                self._may.release()
                await self._stands.wait()

    async def _receive(self) -> Any:
        return await asyncio.Event().wait()

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            assert message["status"] == 200, self.scope
            self.headers = dict(message["headers"])
            return
        self._stands.set()
        await self._may.acquire()
        self.pieces.append(message.get("body", b""))


async def read_while_loading(client: Client, loader: Engine, seeds: Path, readers: Sequence[Reader]) -> None:
    """Read all streams, a piece each, then several loads, and so on until all are at their end."""
    tasks = [asyncio.create_task(reader.read(client)) for reader in readers]
    for reader in readers:
        await reader.go_on(1)
    for step in (correct_the_gazetteer, correct_articles, add_an_article, take_back):
        assert client.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
        step(seeds)
        load_all(loader, seeds)
        for reader in readers:
            await reader.go_on(1)
    for reader in readers:
        while not reader.finished:
            await reader.go_on(1)
    await asyncio.gather(*tasks)


def test_a_load_between_the_pages_changes_nothing_in_a_stream(
    client: Client, loader: Engine, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = [client.get(f"{path}?{query}") for path, query in ASKED]
    monkeypatch.setattr(formats, "PAGE", "2")
    with asyncio.Runner() as runner:
        readers = [Reader(path, query) for path, query in ASKED]
        runner.run(asyncio.wait_for(read_while_loading(client, loader, seeds, readers), 120))

    assert sum(len(reader.pieces) > 3 for reader in readers) > 5
    for (path, query), reader, was in zip(ASKED, readers, then, strict=True):
        assert b"".join(reader.pieces) == was.content, (path, query)
        assert reader.headers[b"x-data-revision"].decode() == was.headers["x-data-revision"]
        assert was.headers["x-data-revision"] == ("2" if "as_of" in query else str(LOADED))
    changed = sum(
        client.get(f"{path}?{query}").content != was.content for (path, query), was in zip(ASKED, then, strict=True)
    )
    assert changed > len(LISTS) / 2


def test_a_stream_makes_its_revision_known_before_anybody_is_told_an_older_one(
    client: Client, loader: Engine, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    revisions = client.service.revisions
    client.get("/v1/startups")
    correct_the_gazetteer(seeds)
    load_all(loader, seeds)
    monkeypatch.setattr(revisions, "_due", float("inf"))  # looks no more by itself
    shown = client.get("/v1/startups?format=csv").headers["x-data-revision"]
    assert int(shown) == LOADED + 1
    assert client.get("/v1/startups").headers["x-data-revision"] == shown
