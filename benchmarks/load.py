"""The client: a few connections that always wait for one answer each, and how much CPU time the server spent on it.

One process on `epoll` and plain sockets. Its own share of time is measured too, so that a run tells whether the client
was what the server waited for.
"""

import gc
import itertools
import select
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

CONNECTIONS = 16
CHUNK = 1 << 18
OVERTIME = 60.0  # seconds after which answers that are still missing are a failure
WARM_UP = 0.3  # seconds


class Misbehaved(RuntimeError):
    """A server that closed a connection, was silent, or gave another status than was expected."""


@dataclass(frozen=True)
class Measured:
    """One run."""

    requests: int
    seconds: float
    server_cpu: float
    """Seconds of CPU time that the server spent, in user and system mode."""
    client_cpu: float
    """The same of the client."""
    p50: float
    """Seconds until the last byte of an answer, median."""
    p99: float
    connections: int = CONNECTIONS

    @property
    def per_cpu_second(self) -> float:
        """Requests per second of the server's CPU time."""
        return self.requests / self.server_cpu

    @property
    def per_second(self) -> float:
        """Requests per second by the clock."""
        return self.requests / self.seconds

    @property
    def busy(self) -> float:
        """The share of the time in which the server had CPU time; much less than 1: something else held it up."""
        return self.server_cpu / self.seconds


def cpu_seconds(process: int) -> float:
    """CPU time of another process, all threads, to the nanosecond: the clock that clock_getcpuclockid(3) names."""
    return time.clock_gettime((~process << 3) | 2)


def request_bytes(address: str, etag: str | None = None) -> bytes:
    """A GET request; with an ETag, for an answer that is already there."""
    condition = f"If-None-Match: {etag}\r\n" if etag else ""
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n{condition}\r\n".encode()


def measure(  # noqa: PLR0913 - what a run is
    port: int,
    process: int,
    requests: Sequence[bytes],
    *,
    seconds: float,
    status: int = 200,
    connections: int = CONNECTIONS,
) -> Measured:
    """Send requests in turn over all connections for some seconds, and wait for what was sent.

    **Raises** `Misbehaved`.
    """
    with _connected(port, connections) as lines:
        source = itertools.cycle(requests)
        _run(lines, source, status, min(WARM_UP, seconds))
        gc.collect()
        gc.disable()
        try:
            began = time.perf_counter(), cpu_seconds(process), time.process_time()
            latencies = sorted(_run(lines, source, status, seconds))
            ended = time.perf_counter(), cpu_seconds(process), time.process_time()
        finally:
            gc.enable()
    wall, server, client = (end - begin for begin, end in zip(began, ended, strict=True))
    return Measured(
        requests=len(latencies),
        seconds=wall,
        server_cpu=server,
        client_cpu=client,
        p50=latencies[len(latencies) // 2],
        p99=latencies[len(latencies) * 99 // 100],
        connections=connections,
    )


@dataclass
class _Line:
    """A connection and the answer that is coming in on it."""

    socket: socket.socket
    sent_at: float = 0.0
    missing: int | None = None
    """Bytes that are still to come; None where the answer's end tells itself, or its headers are not complete."""
    seen: bytearray = field(default_factory=bytearray)
    """What came while `missing` was not known."""


@contextmanager
def _connected(port: int, connections: int) -> Iterator[list[_Line]]:
    lines = [_Line(socket.create_connection(("127.0.0.1", port), timeout=OVERTIME)) for _ in range(connections)]
    try:
        for line in lines:
            line.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield lines
    finally:
        for line in lines:
            line.socket.close()


def _run(lines: Sequence[_Line], source: Iterator[bytes], status: int, seconds: float) -> list[float]:
    """The latencies of all requests that were sent within some seconds."""
    opening = b"HTTP/1.1 %d " % status
    by_number = {line.socket.fileno(): line for line in lines}
    latencies: list[float] = []
    clock = time.perf_counter
    began = clock()
    last_send, last_answer = began + seconds, began + seconds + OVERTIME
    with select.epoll() as poll:
        for number, line in by_number.items():
            poll.register(number, select.EPOLLIN)
            line.sent_at = clock()
            line.socket.sendall(next(source))
        waiting = len(lines)
        while waiting:
            for number, _ in poll.poll(1.0):
                line = by_number[number]
                if not _finished(line, line.socket.recv(CHUNK), opening):
                    continue
                now = clock()
                latencies.append(now - line.sent_at)
                if now < last_send:
                    line.sent_at = now
                    line.socket.sendall(next(source))
                else:
                    waiting -= 1
            if clock() > last_answer:
                raise Misbehaved(f"{waiting} answers are missing after {seconds + OVERTIME:.0f} seconds")
    return latencies


def _finished(line: _Line, came: bytes, opening: bytes) -> bool:
    """Whether an answer is complete with the bytes that came."""
    if not came:
        raise Misbehaved("the server closed a connection")
    if line.missing is None:
        if line.seen:
            line.seen += came
            came = bytes(line.seen)
        elif not came.startswith(opening):
            raise Misbehaved(f"expected {opening!r}, not {came[:300]!r}")
        end = came.find(b"\r\n\r\n")
        head = came[:end].lower()
        if end < 0 or b"\r\ntransfer-encoding: chunked" in head:
            finished = end > 0 and came.endswith(b"\r\n0\r\n\r\n")
            line.seen = bytearray() if finished else bytearray(came)
            return finished
        at = head.find(b"\r\ncontent-length:")
        length = int(head[at + 17 :].partition(b"\r\n")[0]) if at >= 0 else 0
        line.missing = end + 4 + length
        line.seen = bytearray()
    line.missing -= len(came)
    if line.missing > 0:
        return False
    line.missing = None
    return True
