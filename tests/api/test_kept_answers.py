"""Answers that are kept: sent again as they were, never after a load has changed them, whoever sends them."""

import gzip
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy.engine import Engine

from app.answers import WORTH_COMPRESSING
from app.db import make_engine
from app.seeding.files import read_seeds
from app.seeding.load import load
from tests.conftest import WORLD, Client, Databases

LATEST = 0.1
"""Seconds after a load has finished in which an older answer may still be sent."""
READERS, WORKERS, LOADS, ANSWERS_BETWEEN_LOADS = 8, 4, 10, 5


@pytest.fixture
def keeping(databases: Databases) -> Iterator[Client]:
    """The made-up world in a database of its own, asked of a service that keeps answers."""
    client = Client(databases.loaded(WORLD), cache_bytes=1_000_000)
    yield client
    client.close()


@pytest.fixture
def writer(keeping: Client) -> Iterator[Engine]:
    engine = make_engine(str(keeping.engine.url.render_as_string(hide_password=False)))
    yield engine
    engine.dispose()


def rename(seeds: Path, name: str) -> None:
    """Call one of the organizations something else."""
    gazetteer = seeds / "gazetteer.toml"
    before, here, after = gazetteer.read_text("utf-8").partition('id = "hooli"\n')
    lines = after.split("\n")
    lines[next(at for at, line in enumerate(lines) if line.startswith("name = "))] = f'name = "{name}"'
    gazetteer.write_text(before + here + "\n".join(lines), "utf-8")


def test_an_answer_is_made_once_and_sent_often(keeping: Client) -> None:
    first = keeping.get("/v1/startups")
    with keeping.counting_statements() as statements:
        again = keeping.get("/v1/startups")
        head = keeping.request("HEAD", "/v1/startups")
        unchanged = keeping.get("/v1/startups", headers={"If-None-Match": first.headers["etag"]})
    assert (again.content, dict(again.headers)) == (first.content, dict(first.headers))
    assert (head.content, dict(head.headers)) == (b"", dict(first.headers))
    assert unchanged.status_code == 304
    assert [
        statement for statement in statements if "BEGIN" not in statement and "max(revision.number)" not in statement
    ] == []


def test_a_load_is_seen_at_once(keeping: Client, writer: Engine, seeds: Path) -> None:
    before = keeping.get("/v1/organizations/hooli")
    rename(seeds, "Hooli Inc.")
    list(load(writer, read_seeds(seeds)))
    after = keeping.get("/v1/organizations/hooli", headers={"If-None-Match": before.headers["etag"]})
    assert (after.status_code, after.json()["name"]) == (200, "Hooli Inc.")
    assert int(after.headers["x-data-revision"]) > int(before.headers["x-data-revision"])


def test_each_address_and_each_format_is_kept_apart(keeping: Client) -> None:
    for _ in range(2):
        assert keeping.ids("/v1/startups?limit=1") == ["nebula-ai"]
        assert keeping.ids("/v1/startups") == ["nebula-ai", "orion-ai", "vega-ai"]
        assert keeping.get("/v1/startups", headers={"Accept": "text/csv"}).text.startswith("id,")
        assert keeping.get("/v1/startups/nobody").status_code == 404
        assert keeping.get("/healthz").json() == {"status": "ok"}


def test_no_more_is_kept_than_there_is_room_for(databases: Databases) -> None:
    client = Client(databases.loaded(WORLD), cache_bytes=30_000)
    for limit in range(1, 200):
        client.get(f"/v1/people?limit={limit}")
        assert client.service.kept_bytes <= 30_000
    assert client.service.kept_bytes > 0
    client.close()


def test_whoever_takes_gzip_gets_it_under_a_tag_of_its_own(keeping: Client) -> None:
    plain = keeping.get("/v1/startups/nebula-ai")
    for _ in range(2):
        packed = keeping.get("/v1/startups/nebula-ai", headers={"Accept-Encoding": "br, gzip"})
        assert len(plain.content) > WORTH_COMPRESSING
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.json() == plain.json()
        assert "Accept-Encoding" in packed.headers["vary"]
        assert packed.headers["etag"] != plain.headers["etag"]
    assert "content-encoding" not in plain.headers
    assert len(gzip.compress(plain.content)) < len(plain.content)


@contextmanager
def workers(url: str, processes: int) -> Iterator[str]:
    """Give the address of `haigui serve` with several processes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("haigui")), "serve", "--port", str(port), "--workers", str(processes)]
    environment = os.environ | {"HAIGUI_DATABASE_URL": url}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            until = time.monotonic() + 60
            while time.monotonic() < until:
                try:
                    httpx.get(f"{address}/healthz", timeout=5)
                    break
                except httpx.TransportError:
                    time.sleep(0.1)
            yield address
        finally:
            server.terminate()


def test_no_reader_of_any_process_sees_an_old_answer_or_the_revision_go_back(databases: Databases, seeds: Path) -> None:
    url = databases.loaded(WORLD)
    engine = make_engine(url)
    finished: list[tuple[float, str]] = []  # when a load had ended, and the name that holds from then on
    seen: list[list[tuple[float, int, str]]] = [[] for _ in range(READERS)]
    ended = threading.Event()

    def read(address: str, answers: list[tuple[float, int, str]]) -> None:
        # Each request on a connection of its own: any of the processes may answer it.
        with httpx.Client(headers={"Connection": "close"}, timeout=30) as client:
            while not ended.is_set():
                asked = time.monotonic()
                answer = client.get(f"{address}/v1/organizations/hooli")
                answers.append((asked, int(answer.headers["x-data-revision"]), answer.json()["name"]))

    def wait_for_answers() -> None:
        """Wait until every reader has got some more."""
        wanted = [len(answers) + ANSWERS_BETWEEN_LOADS for answers in seen]
        until = time.monotonic() + 60
        while any(len(answers) < count for answers, count in zip(seen, wanted, strict=True)):
            assert time.monotonic() < until, "the readers are not answered"
            time.sleep(0.01)

    with workers(url, WORKERS) as address:
        readers = [threading.Thread(target=read, args=(address, answers)) for answers in seen]
        for reader in readers:
            reader.start()
        for number in range(LOADS):
            wait_for_answers()
            rename(seeds, f"Hooli {number}")
            list(load(engine, read_seeds(seeds)))
            finished.append((time.monotonic(), f"Hooli {number}"))
        wait_for_answers()
        ended.set()
        for reader in readers:
            reader.join()
    engine.dispose()

    names = ["Hooli", *(name for _, name in finished)]
    for answers in seen:
        revisions = [revision for _, revision, _ in answers]
        assert revisions == sorted(revisions)
        assert answers[-1][2] == names[-1]
        for asked, _, name in answers:
            loaded = [at for at, (when, _) in enumerate(finished, 1) if asked > when + LATEST]
            assert names.index(name) >= max(loaded, default=0)
