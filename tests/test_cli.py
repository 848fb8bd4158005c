"""The `haigui` command as a person runs it: in a process of its own, from a folder of their choice."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from app.settings import PROJECT
from tests.conftest import SHIPPED, WORLD, Databases
from tests.seeding.spelled import SECOND_PERSON, write_spelled
from tests.seeding.tables import ALPHA, append, edit

INSTALLED = Path(sys.executable).with_name("haigui")
HAIGUI = [str(INSTALLED)] if INSTALLED.exists() else [sys.executable, "-c", "from app.cli import main; main()"]
PATIENCE = 60  # seconds, far more than anything here takes
STARTED = re.compile(r"http://127\.0\.0\.1:(\d+)/docs")


def environment(url: str) -> Mapping[str, str]:
    """What the command sees: the database, and a terminal that is wide and without colours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HAIGUI_")}
    plain = {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    return kept | plain | {"HAIGUI_DATABASE_URL": url, "PYTHONPATH": str(PROJECT)}


class Command:
    """Runs `haigui` on one database from an empty folder."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder

    def run(self, *words: object, status: int = 0) -> tuple[list[str], list[str]]:
        """The lines on standard output and on standard error."""
        done = subprocess.run(
            [*HAIGUI, *map(str, words)],
            env=environment(self.url),
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == status, f"{done.returncode}: {done.stdout}{done.stderr}"
        assert "Traceback" not in done.stdout + done.stderr
        return done.stdout.splitlines(), done.stderr.splitlines()


@pytest.fixture
def haigui(databases: Databases, tmp_path: Path) -> Command:
    """The command on a database with tables and nothing in them."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return Command(databases.migrated(), folder)


@pytest.fixture
def empty(databases: Databases, tmp_path: Path) -> Command:
    """The command on a database without tables."""
    return Command(databases.empty(), tmp_path)


def test_synth_fills_an_empty_database_and_no_other(haigui: Command) -> None:
    lines, progress = haigui.run("synth", "--people", 60, "--seed", 3)
    assert len(lines) == 1
    assert re.fullmatch(r"loaded a world of 60 people: 4 articles, \d\d\d facts", lines[0])
    assert progress == []
    counts = dict(line.split() for line in haigui.run("stats")[0])
    assert (counts["article"], counts["revision"]) == ("4", "8")
    assert counts["fact"] == lines[0].split()[-2]
    refused = "the database holds 4 articles; a made-up world needs one that holds none"
    assert haigui.run("synth", "--people", 60, status=1) == ([], [refused])
    assert dict(line.split() for line in haigui.run("stats")[0]) == counts


def test_from_nothing_to_a_loaded_database_and_back(empty: Command) -> None:
    assert empty.run("migrate") == (["the schema is at head"], [])
    assert empty.run("load")[0][-1] == "loaded"
    out, err = empty.run("load")
    assert (out, err) == (
        ["gazetteer: no change", "2024-11-24-sedaily-china-ai-talent: no change", "nothing changed"],
        [],
    )
    assert empty.run("migrate", "base") == (["the schema is at base"], [])
    _, err = empty.run("stats", status=1)
    assert err[-1] == "if the tables are missing, run `haigui migrate`"


def test_a_load_tells_what_it_added_changed_and_retracted(haigui: Command, seeds: Path) -> None:
    out, _ = haigui.run("load", seeds)
    assert out == [
        "gazetteer: added 16 entities, 1 parent, 1 maker",
        (
            "2024-05-10-alpha-nebula: added 1 article, 1 founding, 3 employments, 1 investment, 2 memberships, "
            "1 claim, 5 figures, 1 activity"
        ),
        "2024-05-11-gamma-nebula: added 1 article",
        "2024-05-11-gamma-nebula: changed 1 founding",
        "2024-06-20-beta-vega: added 1 article, 1 founding, 1 employment, 2 figures",
        "2024-06-20-beta-vega: changed 1 founding",
        "loaded",
    ]
    text = (seeds / ALPHA / "records.toml").read_text("utf-8")
    (seeds / ALPHA / "records.toml").write_text(text[: text.index("[[activity]]")], "utf-8")
    foreseen, _ = haigui.run("load", seeds, "--dry-run")
    assert foreseen[1] == "2024-05-10-alpha-nebula: retracted 1 activity"
    assert foreseen[-1] == "would change; nothing was written"
    done, _ = haigui.run("load", seeds)
    assert done == [*foreseen[:-1], "loaded"]
    assert haigui.run("load", seeds)[0][-1] == "nothing changed"


def test_the_numbers_of_what_is_there(haigui: Command) -> None:
    haigui.run("load", SHIPPED, "--dry-run")
    assert {line.split()[1] for line in haigui.run("stats")[0]} == {"0"}
    haigui.run("load", SHIPPED)
    counts = {name: int(count) for name, count in (line.split() for line in haigui.run("stats")[0])}
    assert {name: counts[name] for name in ("revision", "article", "founding", "employment", "investment")} == {
        "revision": 2,
        "article": 1,
        "founding": 2,
        "employment": 5,
        "investment": 2,
    }
    assert {name: counts[name] for name in ("membership", "claim", "figure")} == {
        "membership": 5,
        "claim": 1,
        "figure": 15,
    }
    kinds = ("founding", "employment", "investment", "membership", "claim", "figure", "activity", "parent", "maker")
    assert counts["fact"] == sum(counts[kind] for kind in kinds)


def test_verified_files_are_told_with_their_numbers(haigui: Command, tmp_path: Path) -> None:
    out, err = haigui.run("verify", WORLD)
    assert (out, err) == (
        [
            "2024-05-10-alpha-nebula: 14 facts with 14 citations stand in original.txt",
            "2024-05-11-gamma-nebula: 1 facts with 1 citations stand in original.txt",
            "2024-06-20-beta-vega: 5 facts with 5 citations stand in original.txt",
            "verified",
        ],
        [],
    )
    held = tmp_path / "held.txt"
    held.write_bytes((WORLD / ALPHA / "original.txt").read_bytes())
    assert haigui.run("verify", WORLD / ALPHA, "--article", held)[0][-1] == "verified"
    _, err = haigui.run("verify", WORLD, "--article", held, status=1)
    assert err == [f"--article is the text of one article, but {WORLD} holds 3"]
    _, err = haigui.run("verify", WORLD / ALPHA, "--article", tmp_path / "none.txt", status=1)
    assert err == [f"{tmp_path / 'none.txt'}: there is no such file", "1 mistake"]


@pytest.mark.parametrize("command", ["verify", "load"])
def test_every_mistake_is_a_line_on_standard_error(haigui: Command, seeds: Path, command: str) -> None:
    records = seeds / ALPHA / "records.toml"
    edit(records, "value = 30000000", "value = 3000000")
    edit(records, '"리란이 창업"', '"리란이 세운"')
    append(records, '[[founding]]\nperson = "wang-bo"\nstartup = "orion-aj"\n'
           'citations = [{ passage = "p2.s2", as_written = "왕보" }]')  # fmt: skip
    lines = records.read_text("utf-8").splitlines()
    out, err = haigui.run(command, seeds, status=1)
    assert out == []
    assert err[-1].startswith("3 mistakes")
    expected = [
        ("founding[1].citations[1].as_written", next(n for n, line in enumerate(lines, 1) if "세운" in line)),
        ("figure[1].value", lines.index("value = 3000000") + 1),
        ("founding[2].startup", lines.index('startup = "orion-aj"') + 1),
    ]
    for line, (place, number) in zip(err, expected, strict=False):
        assert line.startswith(f"{records}:{number}: {place}: ")
    assert {line.split()[1] for line in haigui.run("stats")[0]} == {"0"}


def test_a_load_without_tables_says_what_to_do(empty: Command) -> None:
    out, err = empty.run("load", WORLD, status=1)
    assert out == []
    assert "haigui migrate" in err[-1] or "is the schema migrated?" in err[-1]
    _, err = empty.run("stats", status=1)
    assert err[-1] == "if the tables are missing, run `haigui migrate`"


def test_a_path_where_nothing_is_is_an_error(haigui: Command, tmp_path: Path) -> None:
    _, err = haigui.run("load", tmp_path / "nowhere", status=1)
    assert err == [f"{tmp_path / 'nowhere'}: there is no such file or folder", "1 mistake; nothing was changed"]


def test_every_command_explains_itself(empty: Command) -> None:
    out = "\n".join(empty.run("--help")[0])
    for command in ("migrate", "verify", "load", "stats", "serve"):
        assert re.search(rf"^\W*{command} +\w+", out, re.MULTILINE), f"{command} is not in --help"
        explained = " ".join(empty.run(command, "--help")[0])
        assert f"haigui {command}" in explained or "Usage:" in explained
    _, err = empty.run("laod", status=2)
    assert "No such command" in "\n".join(err)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answer(url: str) -> tuple[int, str]:
    """Status and body; waits as long as nobody listens."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(url, timeout=PATIENCE) as response:  # noqa: S310 - the address is our own
                return response.status, response.read().decode()
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def raw_answer(port: int, request: bytes) -> tuple[str, str]:
    """Head and body of what comes back for some bytes, until the other side hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(request)
        came = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    head, _, body = came.partition("\r\n\r\n")
    return head, body


@contextmanager
def serving(haigui: Command, *words: object) -> Iterator[subprocess.Popen[str]]:
    """A service in a process group of its own, gone afterwards whatever happens."""
    with subprocess.Popen(
        [*HAIGUI, "serve", *map(str, words)],
        env=environment(haigui.url),
        cwd=haigui.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize("workers", [1, 2])
def test_it_serves_until_it_is_told_to_stop_and_leaves_its_port_free(
    databases: Databases, tmp_path: Path, workers: int
) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    haigui = Command(databases.loaded(WORLD), tmp_path)
    with serving(haigui, "--port", port, "--workers", workers) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert STARTED.search(line), line
        assert f"{address}/docs" in line
        assert answer(f"{address}/healthz")[0] == 200
        assert answer(f"{address}/v1/startups/nebula-ai")[0] == 200
        for request, code, said in (
            (
                b"GET /v1/startups?" + b"country=CN&" * 10_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
                414,
                "allowed are 65535",
            ),
            (b"\x16\x03\x01 no HTTP\r\n\r\n", 400, "RFC 9112"),
        ):
            head, body = raw_answer(port, request)
            assert head.startswith(f"HTTP/1.1 {code} ")
            assert "content-type: application/problem+json" in head
            assert said in json.loads(body)["detail"]
        status, page = answer(f"{address}/docs")
        assert status == 200
        assert re.findall(r"(?:src|href)=\"(?:https?:)?//", page) == []
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode in {0, -signal.SIGTERM}, said
        assert "Traceback" not in said
        assert "GET /" not in said, "a line for each request has no place on the hot path"
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def test_a_load_and_a_verification_propose_what_may_be_one(haigui: Command, tmp_path: Path) -> None:
    two = write_spelled(tmp_path / "two", "jao-kai-ming", SECOND_PERSON)
    line = "may be the same: jao-kai-ming (자오 카이밍, 조개명) and zhao-kaiming (Zhao Kaiming, 자오카이밍, 赵凯明), "
    assert [said.startswith(line) for said in haigui.run("verify", two)[0]] == [False, False, True, False]
    assert haigui.run("load", two, "--dry-run")[0][-2].startswith(line)
    out, _ = haigui.run("load", two)
    assert out[-2].startswith(line)
    assert out[-1] == "loaded"  # as two
    assert haigui.run("load", two)[0][-2:] == ["2024-06-01-two-kaiming: no change", "nothing changed"]
    (pair,), told = haigui.run("dedupe", "--type", "person", "--format", "ndjson")
    found = json.loads(pair)
    assert (found["type"], found["from"]["id"], found["into"]["id"]) == ("person", "jao-kai-ming", "zhao-kaiming")
    assert found["score"] >= 0.9
    assert told == ["1 pair"]
    assert haigui.run("dedupe")[0] == [out[-2]]
    append(two / "gazetteer.toml", found["merge"])
    out, _ = haigui.run("load", two)
    assert "gazetteer: added 1 merge" in out
    assert "gazetteer: retracted 1 entity, 1 founding, 1 employment" in out
    assert haigui.run("dedupe") == ([], ["0 pairs"])
    assert haigui.run("dedupe", "--type", "planet", status=2)[0] == []
    out, _ = haigui.run("entry", "zhao-kaiming", "xinghe")
    assert out[:3] == ["[[person]]", 'id = "zhao-kaiming"', 'name = "Zhao Kaiming"']
    assert out[6:10] == ["", "[[organization]]", 'id = "xinghe"', 'kind = "startup"']
    refused = {"jao-kai-ming": "was merged into “zhao-kaiming”", "zhao-kai-ming": "near are zhao-kaiming", "x": "match"}
    for item, said in refused.items():
        assert said in haigui.run("entry", "xinghe", item, status=1)[1][0]


def test_a_server_imports_nothing_that_only_reads_matches_or_migrates() -> None:
    seldom = ("alembic", "app.model_reader", "app.names.matching", "app.reading.draft", "httpx", "pypinyin")
    code = f"import app.cli, app.main, sys; print(*(set({seldom!r}) & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
