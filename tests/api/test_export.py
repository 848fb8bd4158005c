"""The export over HTTP: from one state of the data, without holding memory, connections or files."""

import asyncio
import gc
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.db import make_engine
from app.exports import records
from app.exports.files import write
from app.seeding.files import read_seeds
from app.seeding.load import load
from app.vocabulary import ExportFormat, ExportTable
from tests.conftest import WORLD, Client, Databases
from tests.crowd import write_crowd
from tests.exports.contents import ftm, read

WHOLE = [f"/v1/export?format={each}" for each in ExportFormat]
TABLES = [f"/v1/export/{each}.parquet" for each in ExportTable]


@pytest.mark.parametrize("address", [*WHOLE, *TABLES])
def test_an_export_has_a_tag_a_name_and_a_size(shipped: Client, address: str) -> None:
    got = shipped.get(address)
    with shipped.counting_statements() as statements:
        head = shipped.request("HEAD", address)
        again = shipped.get(address, headers={"If-None-Match": f'"x", W/{got.headers["etag"]}'})

    headers = {name: value for name, value in got.headers.items() if name != "content-length"}
    assert got.status_code == 200
    assert (head.status_code, head.content, dict(head.headers)) == (200, b"", headers)
    assert int(got.headers["content-length"]) == len(got.content)
    revision = got.headers["x-data-revision"]
    assert f'filename="haigui-r{revision}' in got.headers["content-disposition"]
    assert got.headers["accept-ranges"] == "none"
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", got.headers["etag"])
    assert again.headers["x-data-revision"] == revision
    assert not [statement for statement in statements if "entity" in statement or "article" in statement]
    assert shipped.get(address).content == got.content  # a strong tag promises the same bytes


@pytest.mark.parametrize("address", [*WHOLE, *TABLES])
def test_text_is_packed_for_whoever_takes_it(shipped: Client, address: str) -> None:
    plain, packed = shipped.get(address), shipped.get(address, headers={"Accept-Encoding": "br, gzip"})
    refused = shipped.get(address, headers={"Accept-Encoding": "gzip;q=0"})
    head = shipped.request("HEAD", address, headers={"Accept-Encoding": "gzip"})
    again = shipped.get(address, headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["etag"]})

    assert plain.content == packed.content == refused.content
    assert dict(refused.headers) == dict(plain.headers)
    assert again.status_code == 304
    assert again.headers["etag"] == head.headers["etag"] == packed.headers["etag"]
    if "ftm" in address or "jsonld" in address:
        assert packed.headers["content-encoding"] == head.headers["content-encoding"] == "gzip"
        assert int(packed.headers["content-length"]) == packed.num_bytes_downloaded < len(plain.content) / 3
        assert packed.headers["etag"] == plain.headers["etag"][:-1] + '-gzip"'
        assert "Accept-Encoding" in plain.headers["vary"]
        assert "Accept-Encoding" in packed.headers["vary"]
        assert "Accept-Encoding" in again.headers["vary"]
    else:
        assert dict(packed.headers) == dict(plain.headers)


def test_each_format_and_table_has_a_tag_of_its_own(world: Client) -> None:
    assert len({world.request("HEAD", address).headers["etag"] for address in [*WHOLE, *TABLES]}) == len(
        [*WHOLE, *TABLES]
    )


def test_a_load_changes_the_tag(databases: Databases, seeds: Path) -> None:
    url = databases.loaded(WORLD)
    client, writer = Client(url), make_engine(url)
    before = client.get("/v1/export?format=ftm")
    gazetteer = seeds / "gazetteer.toml"
    gazetteer.write_text(gazetteer.read_text(encoding="utf-8").replace('"Hooli"', '"Hooli Inc."'), encoding="utf-8")
    list(load(writer, read_seeds(seeds)))
    after = client.get("/v1/export?format=ftm", headers={"If-None-Match": before.headers["etag"]})

    assert after.status_code == 200
    assert "Hooli Inc." in after.text
    assert after.headers["etag"] != before.headers["etag"]
    assert int(after.headers["x-data-revision"]) > int(before.headers["x-data-revision"])
    client.close()
    writer.dispose()


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/ld+json", "application/ld+json"),
        ("application/x-ndjson", "application/x-ndjson"),
        ("application/json+ftm, */*;q=0.1", "application/x-ndjson"),
        ("text/html, application/zip;q=0.5", "application/zip"),
        ("*/*", "application/zip"),
    ],
)
def test_accept_chooses_the_format_and_the_parameter_goes_before_it(
    world: Client, accept: str, media_type: str
) -> None:
    answer = world.get("/v1/export", headers={"Accept": accept})

    assert answer.headers["content-type"] == media_type
    assert "Accept" in answer.headers["vary"]
    given = world.get("/v1/export?format=jsonld", headers={"Accept": accept})
    assert given.headers["content-type"] == "application/ld+json"


@pytest.mark.parametrize(
    ("address", "name", "said"),
    [
        ("/v1/export?format=parket", "format", "did you mean “parquet”? allowed: parquet, ftm, jsonld"),
        ("/v1/export?frmat=ftm", "frmat", "did you mean “format”?"),
        ("/v1/export?format=ftm&format=jsonld", "format", "given 2 times"),
        ("/v1/export/figurs.parquet", "table", "did you mean “figures”?"),
        ("/v1/export/figures.parquet?format=ftm", "format", "unknown parameter; allowed: as_of"),
    ],
)
def test_what_is_not_offered_is_refused_by_name(world: Client, address: str, name: str, said: str) -> None:
    [error] = world.problem(address, 422)["errors"]

    assert error["name"] == name
    assert said in error["message"]


def test_nothing_is_exported_as_nothing(nothing: Client, tmp_path: Path) -> None:
    assert ftm(nothing) == []
    assert nothing.json("/v1/export?format=jsonld")["@graph"] == []
    assert read(nothing, "figures", tmp_path) == []
    assert nothing.get("/v1/export").headers["x-data-revision"] == "0"


def open_files() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


@pytest.mark.parametrize("address", ["/v1/export?format=jsonld", "/v1/export/entities.parquet"])
def test_a_client_that_stops_reading_holds_no_connection_and_leaves_no_file(crowd: Client, address: str) -> None:
    crowd.get(address)  # what stays open, such as pooled connections, is open from here on
    before = open_files()
    during: list[tuple[int, int]] = []
    path, _, query = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}

    async def ask() -> None:
        reading = asyncio.Event()

        async def receive() -> dict[str, Any]:
            await reading.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.body":
                during.append((crowd.engine.pool.checkedout(), open_files()))  # type: ignore[attr-defined]
                reading.set()
                await asyncio.Event().wait()  # takes no more, and then goes

        async with asyncio.timeout(30):
            await crowd.service(scope, receive, send)

    with asyncio.Runner() as runner:
        runner.run(ask())
    assert [connections for connections, _ in during] == [0]
    assert during[0][1] > before
    assert crowd.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    assert open_files() == before


@pytest.fixture(scope="module")
def large_crowd(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Three times the crowd."""
    client = Client(databases.loaded(write_crowd(tmp_path_factory.mktemp("large"), 360)))
    yield client
    client.close()


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("what", ExportFormat, ids=str)
def test_memory_does_not_grow_with_the_rows(
    crowd: Client, large_crowd: Client, what: ExportFormat, monkeypatch: pytest.MonkeyPatch, *, packed: bool
) -> None:
    def peak(client: Client, batch: int) -> int:
        """The most memory that the export takes, in bytes, with so many rows at a time."""
        monkeypatch.setattr(records, "BATCH", batch)
        write(
            client.engine, what, packed=packed
        ).file.close()  # what is imported and kept for good is there from here on
        gc.collect()
        tracemalloc.start()
        try:
            write(client.engine, what, packed=packed).file.close()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert large_crowd.json("/v1/facts?limit=1")["total"] == 3 * crowd.json("/v1/facts?limit=1")["total"]
    small, large, at_once = peak(crowd, 20), peak(large_crowd, 20), peak(large_crowd, 1_000_000)
    assert large < at_once / 4
    assert large - small < at_once / 10
