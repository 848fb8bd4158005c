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
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass
from http.client import NOT_MODIFIED, OK
from pathlib import Path
from statistics import fmean
from typing import Annotated

import typer

from benchmarks.cases import CASES, Case, draw
from benchmarks.load import CONNECTIONS, Measured, request_bytes
from benchmarks.servers import PEER_PYTHON, Answer, Server, haigui, peer, pin_client
from benchmarks.substance import DATASETTE, HAIGUI, NAIVE
from benchmarks.tables import HEAD, Row, circumstances, markdown
from benchmarks.world import FOLDER, copy_world, make_world

BEGAN = time.perf_counter()
COLD_SETTINGS = {"HAIGUI_ANSWER_CACHE_BYTES": "0"}
FIRST = "/v1/startups?limit=1"
CEILING = "ceiling"
PEERS = (CEILING, DATASETTE, NAIVE)
HOT_BAR, NOT_MODIFIED_BAR = 0.8, 1.0
CHECKED = 100  # variations of each case
CHECK_SECONDS = 30.0  # for each server and case, but one answer at least: a slow peer would take minutes


NOTES = (
    "Ours first, theirs second. *Checked* is on how many variations both were found to say the same before the timing: "
    f"{CHECKED}, or as many as a slow one answered in {CHECK_SECONDS:.0f} seconds. A server that is so slow that "
    f"{CONNECTIONS} connections would wait for longer than a run is asked over fewer."
)


class Different(RuntimeError):
    """Two servers that do not say the same."""


@dataclass(frozen=True)
class Contender:
    """A server and what it is asked for."""

    server: Server
    requests: Sequence[bytes]
    status: int = OK
    connections: int = CONNECTIONS


def progress(text: str) -> None:
    """Say what is being done, and after how much of this process's time."""
    typer.echo(f"{time.perf_counter() - BEGAN:5.0f} s  {text}", err=True)


def ask_for(seconds: float, server: Server, addresses: Sequence[str]) -> tuple[list[Answer], float]:
    """The answers to the first of some addresses, as many as come in so many seconds, and the mean seconds of one."""
    began = time.perf_counter()
    answers = []
    for answer in server.ask(addresses[:CHECKED]):
        answers.append(answer)
        if time.perf_counter() - began > seconds:
            break
    return answers, (time.perf_counter() - began) / len(answers)


def connections_for(pace: float, seconds: float) -> int:
    """Over how many connections a server is asked: so few that what is still to come after a run takes no longer."""
    return max(1, min(CONNECTIONS, int(seconds / pace)))


def agree(case: Case, variation: str, answers: Mapping[str, Answer]) -> None:
    """Make sure that the answers to one variation say the same. **Raises** `Different`."""
    said = {}
    for name, answer in answers.items():
        if answer.status != OK:
            raise Different(f"{name} answers {answer.status} to {case.address(name, variation)}")
        said[name] = case.substance[name](json.loads(answer.body))
    ours = said[HAIGUI]
    for name, substance in said.items():
        for part, theirs in substance.items():
            if theirs != ours[part]:
                raise Different(f"{case.name} for {variation!r}, {part}:\n{ours[part]} say we\n{theirs} says {name}")


@dataclass(frozen=True)
class Checked:
    """A case on which all servers agree."""

    case: Case
    sent: Sequence[str]
    """The variations in the order in which they are asked for."""
    sizes: Mapping[str, int]
    """By server, the mean length of the bodies."""
    address: str
    """Ours, of an answer of median length."""
    answer: Answer
    paces: Mapping[str, float]
    """By server, the mean seconds of one answer when nobody else asks."""
    checked: Mapping[str, int]
    """By server, on how many variations it says what we say."""


@dataclass(frozen=True)
class Bench:
    """The servers over one world, and how long they are measured."""

    hot: Server
    cold: Mapping[str, Server]
    """By name: ours without its cache, and the peers."""
    seconds: float
    repetitions: int

    def check(self, case: Case, database: sqlite3.Connection) -> Checked:
        """Ask every server for some variations, and make sure that all say the same. **Raises** `Different`."""
        distinct, sent = draw(case, database)
        answers: dict[str, list[Answer]] = {}
        paces = {}
        for name, server in self.cold.items():
            progress(f"{case.name}: checking what {name} answers")
            answers[name], paces[name] = ask_for(CHECK_SECONDS, server, [case.address(name, one) for one in distinct])
        for at, one in enumerate(distinct[:CHECKED]):
            agree(case, one, {name: given[at] for name, given in answers.items() if at < len(given)})
        checked = {name: min(len(given), len(answers[HAIGUI])) for name, given in answers.items()}
        by_length = sorted(zip(answers[HAIGUI], distinct, strict=False), key=lambda pair: len(pair[0].body))
        address = case.address(HAIGUI, by_length[len(by_length) // 2][1])
        (answer,) = self.hot.ask([address])
        sizes = {name: round(fmean(len(answer.body) for answer in given)) for name, given in answers.items()}
        return Checked(case, sent, sizes, address, answer, paces, checked)

    def run_cold(self, checked: Checked) -> list[Row]:
        """Ours without its cache against the peers."""
        case, sizes = checked.case, checked.sizes
        contenders = {
            name: Contender(
                server,
                [request_bytes(case.address(name, one)) for one in checked.sent],
                connections=connections_for(checked.paces[name], self.seconds),
            )
            for name, server in self.cold.items()
        }
        runs = self.rounds(f"{case.name} cold", contenders)
        return [
            Row(
                f"{case.name} cold",
                name,
                case.bars.get(name),
                runs[HAIGUI],
                runs[name],
                sizes[HAIGUI],
                sizes[name],
                checked.checked[name],
            )
            for name in contenders
            if name != HAIGUI
        ]

    def run_hot(self, checked: Checked, ceiling: Server | None) -> list[Row]:
        """One answer of ours again and again, against its own bytes from the ceiling, and against 304."""
        name, address, size = checked.case.name, checked.address, len(checked.answer.body)
        contenders = {
            "hot": Contender(self.hot, [request_bytes(address)]),
            "304": Contender(self.hot, [request_bytes(address, checked.answer.headers["etag"])], NOT_MODIFIED),
        }
        if ceiling:
            contenders[CEILING] = Contender(ceiling, [request_bytes(f"/{name}")])
        runs = self.rounds(f"{name} hot", contenders)
        rows = [Row(f"{name} 304", "hot", NOT_MODIFIED_BAR, runs["304"], runs["hot"], 0, size)]
        return (
            [Row(f"{name} hot", CEILING, HOT_BAR, runs["hot"], runs[CEILING], size, size), *rows] if ceiling else rows
        )

    def rounds(self, what: str, contenders: Mapping[str, Contender]) -> dict[str, list[Measured]]:
        """Measure the contenders in turn, in an order that moves on with every repetition."""
        names = list(contenders)
        runs: dict[str, list[Measured]] = {name: [] for name in names}
        for turn in range(self.repetitions):
            progress(f"{what}: run {turn + 1} of {self.repetitions}")
            for at in range(len(names)):
                name = names[(turn + at) % len(names)]
                one = contenders[name]
                runs[name].append(
                    one.server.measure(
                        one.requests, seconds=self.seconds, status=one.status, connections=one.connections
                    )
                )
        return runs


@contextmanager
def serving_constants(cases: Sequence[Checked]) -> Iterator[Server]:
    """Give the ceiling, which has one of our answers to each case, byte for byte; only the date is its own."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for checked in cases:
            headers = [f"{name}: {value}\r\n" for name, value in checked.answer.headers.items() if name != "date"]
            (folder / checked.case.name).write_bytes("".join([*headers, "\r\n"]).encode() + checked.answer.body)
        with peer(CEILING, folder, f"/{cases[0].case.name}") as server:
            yield server


def compare(  # noqa: PLR0913 - the options of the command
    *,
    people: Annotated[int, typer.Option(help="Size of the made-up world.", min=20)] = 200_000,
    seconds: Annotated[float, typer.Option(help="Length of one run.", min=0.05)] = 2,
    repetitions: Annotated[int, typer.Option(help="Runs of each contender.", min=1)] = 5,
    only: Annotated[list[str] | None, typer.Option(help="Only this case; can be repeated.")] = None,
    peers: Annotated[str, typer.Option(help="Which others to run, by commas.")] = ",".join(PEERS),
    database: Annotated[Path | None, typer.Option(help="Ask a copy of this SQLite file, not a made-up world.")] = None,
    reuse: Annotated[bool, typer.Option("--reuse", help="Ask the world that an earlier run left, if any.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="For development: one run of half a second each.")] = False,
    folder: Annotated[Path, typer.Option(help="Where worlds are kept, and `compare.json` with all runs.")] = FOLDER,
) -> None:
    """Compare Haigui with its peers and with the ceiling."""
    if quick:
        seconds, repetitions = 0.5, 1
    chosen = [name for name in peers.split(",") if name]
    if unknown := set(chosen) - set(PEERS):
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}; there are {', '.join(PEERS)}", param_hint="--peers")
    if unknown := set(only or []) - {case.name for case in CASES}:
        raise typer.BadParameter(f"{', '.join(sorted(unknown))} is no case", param_hint="--only")
    if DATASETTE in chosen and not PEER_PYTHON.exists():
        raise typer.BadParameter("Datasette is not installed; `make bench` installs it", param_hint="--peers")
    path = copy_world(folder, database) if database else make_world(folder, people, reuse=reuse)[0]
    pin_client()
    rows: list[Row] = []
    with ExitStack() as stack, closing(sqlite3.connect(path)) as connection:
        people = connection.execute("SELECT count(*) FROM person").fetchone()[0]
        hot = stack.enter_context(haigui(path, FIRST))
        cold = {HAIGUI: stack.enter_context(haigui(path, FIRST, **COLD_SETTINGS))}
        for name, first in ((DATASETTE, "/-/versions.json"), (NAIVE, "/openapi.json")):
            if name in chosen:
                cold[name] = stack.enter_context(peer(name, path, first))
        bench = Bench(hot, cold, seconds, repetitions)
        cases = [bench.check(case, connection) for case in CASES if not only or case.name in only]
        ceiling = stack.enter_context(serving_constants(cases)) if CEILING in chosen else None
        for checked in cases:
            rows += [*bench.run_hot(checked, ceiling), *bench.run_cold(checked)]
    note = circumstances(rows, people, seconds, repetitions)
    measured = [asdict(row) | {"ratio": row.ratio} for row in rows]
    written = {"circumstances": note, "machine": platform.uname()._asdict(), "rows": measured}
    (folder / "compare.json").write_text(json.dumps(written, indent=1), encoding="utf-8")
    sys.stdout.write(f"{markdown(HEAD, [row.cells() for row in rows])}\n\n{NOTES} {note}\n")


if __name__ == "__main__":
    command = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    command.command()(compare)
    command()
