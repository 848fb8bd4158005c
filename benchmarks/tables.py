"""Ours against theirs as a table in Markdown; where a cell holds two numbers, ours is the first."""

import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from benchmarks.load import CONNECTIONS, Measured
from benchmarks.servers import CLIENT_CORE, SERVER_CORE

HEAD = ("case", "against", "ratio", "bar", "met", "requests/CPU-s", "requests/s", "p50 ms", "p99 ms", "bytes")


@dataclass(frozen=True)
class Row:
    """Ours against one other."""

    case: str
    against: str
    bar: float | None
    ours: Sequence[Measured]
    theirs: Sequence[Measured]
    our_bytes: int
    their_bytes: int

    @property
    def ratio(self) -> float:
        """How many times the other's requests per CPU-second ours are."""
        return middle(self.ours, "per_cpu_second") / middle(self.theirs, "per_cpu_second")

    def cells(self) -> list[str]:
        """The row of the table."""

        def both(what: str, scale: float = 1, digits: int = 0) -> str:
            ours, theirs = (scale * middle(runs, what) for runs in (self.ours, self.theirs))
            return f"{ours:,.{digits}f} / {theirs:,.{digits}f}"

        return [
            self.case,
            self.against,
            f"**{self.ratio:.2f}**",
            f"≥ {self.bar:g}" if self.bar else "",
            "" if not self.bar else "yes" if self.ratio >= self.bar else "no",
            both("per_cpu_second"),
            both("per_second"),
            both("p50", 1000, 2),
            both("p99", 1000, 2),
            f"{self.our_bytes:,} / {self.their_bytes:,}",
        ]


def middle(runs: Sequence[Measured], what: str) -> float:
    """The median of one property of several runs."""
    return float(median(getattr(run, what) for run in runs))


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table."""
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *rows))


def circumstances(rows: Sequence[Row], people: int, seconds: float, repetitions: int) -> str:
    """Under which circumstances rows were measured, and whether the client kept the servers busy."""
    runs = [run for row in rows for run in (*row.ours, *row.theirs)]
    busy = sorted(run.server_cpu / run.seconds for run in runs)
    client = max(run.client_cpu / run.seconds for run in runs)
    return (
        f"{people:,} people; {CONNECTIONS} connections; medians of {repetitions} × {seconds:g} s, interleaved. "
        f"Servers on core {SERVER_CORE}, busy for {busy[0]:.0%} (least) and {median(busy):.0%} (median) of the time; "
        f"client on core {CLIENT_CORE}, busy for at most {client:.0%}. {software()}"
    )


def software() -> str:
    """Versions of what decides."""
    return f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, uvicorn {version('uvicorn')}."
