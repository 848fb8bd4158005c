"""Servers as processes of their own, on a core of their own."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.settings import PROJECT
from benchmarks.load import CONNECTIONS, Measured, Misbehaved, cpu_seconds, measure
from benchmarks.world import HAIGUI_COMMAND, environment

SECONDS_TO_START = 60.0
SECONDS_TO_STOP = 10.0
PEER_PYTHON = PROJECT / ".venv-bench" / "bin" / "python"
SERVER_CORE, *_, CLIENT_CORE = [*sorted(os.sched_getaffinity(0))] * 2  # one and the same on a machine with one core


@dataclass(frozen=True)
class Answer:
    """An answer as a client sees it."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    process: subprocess.Popen[bytes]
    port: int
    seconds_to_start: float
    """From the start of the process to its first answer with status 200."""
    cpu_to_start: float
    """The same in CPU time."""

    def ask(self, addresses: Sequence[str]) -> Iterator[Answer]:
        """Get one answer after another over one connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_TO_START)
        with closing(connection):
            for address in addresses:
                connection.request("GET", address, headers={"Accept": "application/json"})
                response = connection.getresponse()
                yield Answer(response.status, dict(response.headers), response.read())

    def measure(
        self, requests: Sequence[bytes], *, seconds: float, status: int = 200, connections: int = CONNECTIONS
    ) -> Measured:
        """Put load on the server for some seconds."""
        process = self.process.pid
        return measure(self.port, process, requests, seconds=seconds, status=status, connections=connections)

    def resident_bytes(self) -> int:
        """Memory of the process that is in RAM now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


def pin_client() -> None:
    """Keep this process off the core of the servers."""
    os.sched_setaffinity(0, {CLIENT_CORE})


@contextmanager
def haigui(database: Path, first: str, **settings: str) -> Iterator[Server]:
    """Our own service, as `haigui serve` runs it."""
    command = [*HAIGUI_COMMAND, "serve", "--port", "{port}"]
    with _serving(command, first, database.parent, environment(database, **settings)) as server:
        yield server


@contextmanager
def peer(name: str, subject: Path, first: str) -> Iterator[Server]:
    """A program of `peers/` over a database or a folder."""
    python = str(PEER_PYTHON) if name == "datasette" else sys.executable
    command = [python, "-m", f"benchmarks.peers.{name}", "{port}", str(subject)]
    with _serving(command, first, subject.parent, environment(subject)) as server:
        yield server


# In the database's folder: a `.env` of somebody's own lies elsewhere.
@contextmanager
def _serving(command: Sequence[str], first: str, folder: Path, env: Mapping[str, str]) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [word.format(port=port) for word in command]
    began = time.perf_counter()
    with subprocess.Popen(words, cwd=folder, env=env, stdout=subprocess.DEVNULL) as process:
        os.sched_setaffinity(process.pid, {SERVER_CORE})
        try:
            _wait(process, port, first)
            yield Server(process, port, time.perf_counter() - began, cpu_seconds(process.pid))
        finally:
            process.terminate()
            try:
                process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], port: int, first: str) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_START)
        with closing(connection):
            try:
                connection.request("GET", first)
                status = connection.getresponse().status
            except ConnectionError:
                time.sleep(0.01)
                continue
        if status != http.client.OK:
            raise Misbehaved(f"{first} has status {status}")
        return
    raise Misbehaved(f"{process.args!r} did not start")
