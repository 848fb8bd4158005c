"""The service in a process of its own, as `haigui serve` runs it, on a free port of the loopback interface."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

SECONDS_TO_START = 60


@contextmanager
def serving(database_url: str) -> Iterator[str]:
    """Give the address of a server over a database; it is gone afterwards."""
    with started(database_url) as (address, _):
        yield address


@contextmanager
def started(database_url: str, **settings: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the address of a server over a database, and its process; it is gone afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "--factory", "app.main:create_service", "--host", "127.0.0.1"]
    environment = os.environ | settings | {"HAIGUI_DATABASE_URL": database_url}
    with subprocess.Popen(
        [*command, "--port", str(port), "--no-access-log"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as server:
        try:
            _wait(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}", server
        finally:
            server.terminate()
            server.wait(timeout=30)
            if server.stdout:
                server.stdout.read()


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            httpx.get(f"{address}/healthz", timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    server.kill()
    said = server.stdout.read() if server.stdout else b""
    raise RuntimeError(f"the server did not start: {said.decode(errors='replace')}")
