"""The benchmarks still run: on a tiny world, for moments only, so that nothing is said of speed."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import pytest

from app.settings import PROJECT
from benchmarks.cases import CASES
from benchmarks.compare import CHECKED, Different, agree, ask_for, connections_for
from benchmarks.load import CONNECTIONS, Measured, Misbehaved, measure, request_bytes
from benchmarks.servers import Answer
from benchmarks.tables import Row

PATIENCE = 120  # seconds, far more than anything here takes
PEOPLE = 100
R2 = CASES[1]
MOMENT = ["--seconds", "0.1", "--repetitions", "1"]


class Constant(BaseHTTPRequestHandler):
    """Answers `/whole` at once and `/pieces` in chunks; to a client that has an answer, 304."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200 if self.headers["If-None-Match"] is None else 304)
        if self.headers["If-None-Match"] is not None:
            self.end_headers()
        elif self.path == "/whole":
            self.send_header("Content-Length", "300000")
            self.end_headers()
            self.wfile.write(b"x" * 300_000)
        else:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in (b"5\r\nhello\r\n", b"2\r\n, \r\n", b"0\r\n\r\n"):
                self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Takes it calmly that a client leaves in the middle of an answer."""

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    with Server(("127.0.0.1", 0), Constant) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


def run(module: str, *words: object) -> str:
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, words)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def own_process(port: int, request: bytes, status: int = 200) -> Measured:
    return measure(port, os.getpid(), [request], seconds=0.2, status=status)


@pytest.mark.parametrize("path", ["/whole", "/pieces"])
def test_the_client_waits_for_the_end_of_every_answer(port: int, path: str) -> None:
    run = own_process(port, request_bytes(path))
    assert run.requests >= CONNECTIONS
    assert 0 < run.p50 <= run.p99 < PATIENCE
    assert run.server_cpu > 0


def test_the_client_counts_an_answer_without_a_body(port: int) -> None:
    assert own_process(port, request_bytes("/whole", etag='"x"'), status=304).requests >= CONNECTIONS


def test_the_client_takes_no_other_status_than_it_expects(port: int) -> None:
    with pytest.raises(Misbehaved):
        own_process(port, request_bytes("/whole"), status=304)


def test_the_ratio_is_of_medians_and_is_held_against_the_bar() -> None:
    def run(requests: int) -> Measured:
        return Measured(requests=requests, seconds=2, server_cpu=1, client_cpu=1, p50=0.001, p99=0.002)

    ours, theirs = [run(900), run(100), run(120)], [run(20), run(24), run(30)]
    met, missed = (Row("R1 cold", "naive", bar, ours, theirs, 1, 1).cells() for bar in (5, 5.1))
    assert met[:5] == ["R1 cold", "naive", "**5.00**", "≥ 5", "yes"]
    assert missed[3:5] == ["≥ 5.1", "no"]


def test_ours_says_what_the_naive_service_says_and_all_is_measured(folder: Path) -> None:
    table = run("compare", "--people", PEOPLE, "--peers", "ceiling,naive", "--folder", folder, *MOMENT)
    rows: list[dict[str, Any]] = json.loads((folder / "compare.json").read_text("utf-8"))["rows"]
    expected = [
        (f"{case.name} {mode}", against)
        for case in CASES
        for mode, against in (("hot", "ceiling"), ("304", "hot"), ("cold", "naive"))
    ]
    assert [(row["case"], row["against"]) for row in rows] == expected
    for row in rows:
        assert f"| {row['case']} | {row['against']} | **{row['ratio']:.2f}** |" in table
        assert all(run["requests"] >= run["connections"] >= 1 for run in (*row["ours"], *row["theirs"]))
        assert bool(row["checked"]) == row["case"].endswith("cold")


class Slow:
    """A server that takes its time."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def ask(self, addresses: list[str]) -> Iterator[Answer]:
        for address in addresses:
            time.sleep(self.seconds)
            yield Answer(200, {}, address.encode())


def test_a_slow_server_is_asked_for_a_while_and_once_at_least() -> None:
    addresses = [str(number) for number in range(500)]
    for seconds, slow, fewest, most in ((0.2, 0.02, 2, 12), (0.0, 0.05, 1, 1), (PATIENCE, 0.0, CHECKED, CHECKED)):
        answers, pace = ask_for(seconds, cast("Any", Slow(slow)), addresses)
        assert fewest <= len(answers) <= most
        assert [answer.body.decode() for answer in answers] == addresses[: len(answers)]
        assert pace >= slow


def test_what_is_still_to_come_after_a_run_takes_no_longer_than_the_run() -> None:
    assert [connections_for(pace, 2) for pace in (0.001, 0.1, 0.25, 0.9, 2.5)] == [CONNECTIONS, CONNECTIONS, 8, 2, 1]


def listed(*founders: str, status: int = 200) -> dict[str, Answer]:
    """Answers to R2, ours with the first founder, the naive service's with the last."""
    ours = {"id": "alpha", "founders": [{"person": {"id": founders[0]}}]}
    theirs = {"id": "alpha", "foundings": [{"person": {"id": founders[-1]}}]}
    bodies = {"haigui": (200, ours), "naive": (status, theirs)}
    return {
        name: Answer(code, {}, json.dumps({"total": 1, "items": [row]}).encode())
        for name, (code, row) in bodies.items()
    }


def test_answers_agree_by_substance_not_by_form() -> None:
    agree(R2, "google", listed("ann", "ann"))


@pytest.mark.parametrize("answers", [listed("ann", "bob"), listed("ann", "ann", status=500)], ids=["founder", "status"])
def test_answers_that_do_not_agree_are_not_measured(answers: dict[str, Answer]) -> None:
    with pytest.raises(Different, match="naive"):
        agree(R2, "google", answers)


def test_growth_is_measured(folder: Path) -> None:
    table = run("growth", "--people", PEOPLE, "--reuse", "--folder", folder, *MOMENT)
    (world,) = json.loads((folder / "growth.json").read_text("utf-8"))
    assert world["people"] == PEOPLE
    assert world["depth"] == PEOPLE // 2
    assert set(world["runs"]) == {*(case.name for case in CASES), "typed", "first", "deep"}
    assert f"| {PEOPLE} people |" in table


def test_names_are_indexed_and_asked_for(folder: Path) -> None:
    table = run("names_speed", "--names", 500, "--seconds", 0.1, "--folder", folder)
    assert "names: loaded in" in table
    asked = [[cell.strip() for cell in line.split("|")[1:8]] for line in table.splitlines() if line.startswith("| ")]
    assert [row[:2] for row in asked[2:]] == [
        [question, script] for question in ("suggest", "reconcile") for script in ("Latin", "Hangul", "Hanzi", "mixed")
    ]
    assert all(float(row[2]) > 0 and int(row[6]) > 0 for row in asked[2:])
    assert "names: loaded in" not in run("names_speed", "--names", 500, "--seconds", 0.1, "--reuse", "--folder", folder)
