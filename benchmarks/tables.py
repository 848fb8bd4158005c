"""Ours against theirs as a table in Markdown; where a cell holds two numbers, ours is the first."""

import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from benchmarks.load import Measured
from benchmarks.servers import CLIENT_CORE, SERVER_CORE

HEAD = (
    "case", "against", "ratio", "bar", "met", "requests/CPU-s", "requests/s", "p50 ms", "p99 ms", "busy %", "bytes",
    "connections", "checked",
)  # fmt: skip
LAZY = 0.8


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
    checked: int | None = None
    """On how many variations both were found to say the same."""

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
            both("busy", 100),
            f"{self.our_bytes:,} / {self.their_bytes:,}",
            both("connections"),
            "" if self.checked is None else str(self.checked),
        ]


def middle(runs: Sequence[Measured], what: str) -> float:
    """The median of one property of several runs."""
    return float(median(getattr(run, what) for run in runs))


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table."""
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *rows))


def circumstances(rows: Sequence[Row], people: int, seconds: float, repetitions: int) -> str:
    """Under which circumstances rows were measured, and whether the servers had enough to do."""
    sides = [side for row in rows for side in (row.ours, row.theirs)]
    lazy = sum(middle(side, "busy") < LAZY for side in sides)
    client = max(run.client_cpu / run.seconds for side in sides for run in side)
    warning = (
        f"**{lazy} of {len(sides)} servers were busy for less than {LAZY:.0%} of the time:** something else took the "
        "client's core or theirs, so measure again on a quiet machine. "
    )
    return (
        f"{people:,} people; medians of {repetitions} × {seconds:g} s, interleaved. "
        f"Servers on core {SERVER_CORE}, client on core {CLIENT_CORE} and busy for at most {client:.0%}. "
        f"{warning if lazy else ''}{software()}"
    )


def software() -> str:
    """Versions of what decides."""
    return f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, uvicorn {version('uvicorn')}."
