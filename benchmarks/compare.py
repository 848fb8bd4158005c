"""`make bench`: our answers against those of the peers and against the ceiling, as one table of ratios.

*Cold*: every answer is made anew (our cache of answers is off), over hundreds of addresses. *Hot*: the default settings
and one address again and again, against the ceiling with the same bytes; *304*: the same address, by a client that has
the answer already, against hot.
"""

import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from benchmarks.cases import CASES, DATASETTE, HAIGUI, NAIVE, Case, draw
from benchmarks.load import CONNECTIONS, Measured, request_bytes
from benchmarks.servers import CLIENT_CORE, PEER_PYTHON, SERVER_CORE, Answer, Server, haigui, peer, pin_client
from benchmarks.world import FOLDER, copy_world, index_names, make_world

COLD_SETTINGS = {"HAIGUI_ANSWER_CACHE_BYTES": "0"}
CEILING = "ceiling"
PEERS = (CEILING, DATASETTE, NAIVE)
HOT_BAR, NOT_MODIFIED_BAR = 0.8, 1.0
RESULT = FOLDER / "compare.json"


class Different(RuntimeError):
    """Two servers that do not say the same."""


@dataclass(frozen=True)
class Contender:
    """A server and what it is asked for."""

    server: Server
    requests: Sequence[bytes]
    bytes_of_body: int
    """Median length of the answers' bodies."""
    status: int = 200


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
        return _median(self.ours, "per_cpu_second") / _median(self.theirs, "per_cpu_second")

    def cells(self) -> list[str]:
        """The row of the table."""

        def both(what: str, scale: float = 1, digits: int = 0) -> str:
            ours, theirs = (scale * _median(runs, what) for runs in (self.ours, self.theirs))
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


HEAD = ("case", "against", "ratio", "bar", "met", "requests/CPU-s", "requests/s", "p50 ms", "p99 ms", "bytes")


def _median(runs: Sequence[Measured], what: str) -> float:
    return median(getattr(run, what) for run in runs)


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown; where a cell holds two numbers, ours is the first."""
    lines = [HEAD, ["---"] * len(HEAD), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def check(case: Case, variations: Sequence[str], servers: Mapping[str, Server]) -> dict[str, list[Answer]]:
    """Ask every server for every variation, and make sure that all say the same. **Raises** `Different`."""
    answers = {
        name: list(server.ask([case.address(name, one) for one in variations])) for name, server in servers.items()
    }
    for at, one in enumerate(variations):
        said = {}
        for name, given in answers.items():
            if given[at].status != 200:
                raise Different(f"{case.name}: {name} answers {given[at].status} to {case.address(name, one)}")
            said[name] = case.substance[name](json.loads(given[at].body))
        for name, substance in said.items():
            if substance != said[HAIGUI]:
                raise Different(f"{case.name} for {one!r}: ours {said[HAIGUI]}\n{name}: {substance}")
    return answers


def rounds(contenders: Mapping[str, Contender], seconds: float, repetitions: int) -> dict[str, list[Measured]]:
    """Measure the contenders in turn, in an order that moves on with every repetition."""
    names = list(contenders)
    runs: dict[str, list[Measured]] = {name: [] for name in names}
    for turn in range(repetitions):
        for at in range(len(names)):
            name = names[(turn + at) % len(names)]
            one = contenders[name]
            runs[name].append(one.server.measure(one.requests, seconds=seconds, status=one.status))
    return runs


def run_cold(
    case: Case, database: sqlite3.Connection, servers: Mapping[str, Server], seconds: float, repetitions: int
) -> list[Row]:
    """Ours without its cache against the peers."""
    distinct, sent = draw(case, database)
    answers = check(case, distinct, servers)
    contenders = {
        name: Contender(
            server,
            [request_bytes(case.address(name, one)) for one in sent],
            int(median(len(answer.body) for answer in answers[name])),
        )
        for name, server in servers.items()
    }
    runs = rounds(contenders, seconds, repetitions)
    return [
        Row(
            f"{case.name} cold",
            name,
            case.bars.get(name),
            runs[HAIGUI],
            runs[name],
            contenders[HAIGUI].bytes_of_body,
            contenders[name].bytes_of_body,
        )
        for name in servers
        if name != HAIGUI
    ]


def run_hot(
    case: Case, database: sqlite3.Connection, hot: Server, *, against_ceiling: bool, seconds: float, repetitions: int
) -> list[Row]:
    """One answer of ours again and again, against its own bytes from the ceiling, and against 304."""
    address = case.address(HAIGUI, draw(case, database)[0][0])
    (answer,) = hot.ask([address])
    size = len(answer.body)
    contenders = {
        "hot": Contender(hot, [request_bytes(address)], size),
        "304": Contender(hot, [request_bytes(address, etag=answer.headers["etag"])], 0, status=304),
    }
    with ExitStack() as stack:
        if against_ceiling:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            (folder / case.name).write_bytes(answer.body)
            ceiling = stack.enter_context(peer(CEILING, folder, f"/{case.name}"))
            contenders[CEILING] = Contender(ceiling, [request_bytes(f"/{case.name}")], size)
        runs = rounds(contenders, seconds, repetitions)
    rows = [Row(f"{case.name} 304", "hot", NOT_MODIFIED_BAR, runs["304"], runs["hot"], 0, size)]
    if against_ceiling:
        rows.insert(0, Row(f"{case.name} hot", CEILING, HOT_BAR, runs["hot"], runs[CEILING], size, size))
    return rows


def note(rows: Sequence[Row], people: int, seconds: float, repetitions: int) -> str:
    """Under which circumstances the table was measured."""
    runs = [run for row in rows for run in (*row.ours, *row.theirs)]
    busy = sorted(run.server_cpu / run.seconds for run in runs)
    client = max(run.client_cpu / run.seconds for run in runs)
    fastest = max(_median(side, "per_second") for row in rows for side in (row.ours, row.theirs))
    return (
        f"Ours first, theirs second. {people:,} people; {CONNECTIONS} connections; medians of {repetitions} × "
        f"{seconds:g} s, interleaved. Servers on core {SERVER_CORE}, client on core {CLIENT_CORE}. "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, uvicorn {version('uvicorn')}. "
        f"Servers were busy for {busy[0]:.0%} (least), {median(busy):.0%} (median) of the time, the client for at most "
        f"{client:.0%}; the client sent up to {fastest:,.0f} requests/s."
    )


def main(  # noqa: PLR0913 - the options of the command
    *,
    people: Annotated[int, typer.Option(help="Size of the made-up world.", min=1)] = 200_000,
    seconds: Annotated[float, typer.Option(help="Length of one run.", min=0.05)] = 3,
    repetitions: Annotated[int, typer.Option(help="Runs of each contender.", min=1)] = 5,
    only: Annotated[list[str] | None, typer.Option(help="Only this case; can be repeated.")] = None,
    peers: Annotated[str, typer.Option(help="Which others to run, by commas.")] = ",".join(PEERS),
    database: Annotated[Path | None, typer.Option(help="Ask a copy of this SQLite file, not a made-up world.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="For development: one run of half a second each.")] = False,
    result: Annotated[Path, typer.Option(help="Where all single runs are written, as JSON.")] = RESULT,
) -> None:
    """Compare Haigui with its peers and with the ceiling."""
    if quick:
        seconds, repetitions = 0.5, 1
    chosen = peers.split(",") if peers else []
    if unknown := set(chosen) - set(PEERS):
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}; there are {', '.join(PEERS)}", param_hint="--peers")
    if unknown := set(only or []) - {case.name for case in CASES}:
        raise typer.BadParameter(f"{', '.join(sorted(unknown))} is no case", param_hint="--only")
    if DATASETTE in chosen and not PEER_PYTHON.exists():
        raise typer.BadParameter("Datasette is not installed; `make bench` installs it", param_hint="--peers")
    pin_client()
    path = copy_world(database) if database else make_world(people)[0]
    index_names(path)
    rows: list[Row] = []
    with ExitStack() as stack, closing(sqlite3.connect(path)) as connection:
        people = connection.execute("SELECT count(*) FROM person").fetchone()[0]
        hot = stack.enter_context(haigui(path, "/v1/startups?limit=1"))
        servers = {HAIGUI: stack.enter_context(haigui(path, "/v1/startups?limit=1", **COLD_SETTINGS))}
        for name, first in ((DATASETTE, "/-/versions.json"), (NAIVE, "/openapi.json")):
            if name in chosen:
                servers[name] = stack.enter_context(peer(name, path, first))
        for case in CASES:
            if only and case.name not in only:
                continue
            typer.echo(f"{case.name}: {case.title}", err=True)
            rows += run_hot(
                case,
                connection,
                hot,
                against_ceiling=CEILING in chosen,
                seconds=seconds,
                repetitions=repetitions,
            )
            rows += run_cold(case, connection, servers, seconds, repetitions)
    circumstances = note(rows, people, seconds, repetitions)
    result.parent.mkdir(parents=True, exist_ok=True)
    measured = [asdict(row) | {"ratio": row.ratio} for row in rows]
    written = {"circumstances": circumstances, "machine": platform.uname()._asdict(), "rows": measured}
    result.write_text(json.dumps(written, indent=1), encoding="utf-8")
    sys.stdout.write(f"{table(rows)}\n\n{circumstances}\n")


if __name__ == "__main__":
    typer.run(main)
