"""`make bench-growth`: what becomes of answers, start-up and memory as the world grows.

For each size: how long loading takes; how long a server takes from its start to its first answer (bar: under 2 s); what
one answer of each case costs, and what is suggested while a name is typed, our cache being off; the page in the middle
of the list of all people (at a million behind 500,000 others) against the first; the memory of the server after all
that (bar: under 200 MB).
"""

import json
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import median
from typing import Annotated
from urllib.parse import quote

import typer

from app.api.people import PersonQuery
from app.cursors import encode
from app.pages import bound_to
from benchmarks.cases import CASES, DISTINCT, draw, draw_names
from benchmarks.compare import COLD_SETTINGS, FIRST
from benchmarks.load import Measured, request_bytes
from benchmarks.servers import Server, haigui, pin_client
from benchmarks.substance import HAIGUI
from benchmarks.tables import markdown, middle, software
from benchmarks.world import FOLDER, make_world

SIZES = (10_000, 100_000)
START_BAR, MEMORY_BAR = 2.0, 200 * 2**20
LIST = "/v1/people"
TYPED = "/v1/suggest?q={}"
KEY = "growth"
SETTINGS = COLD_SETTINGS | {"HAIGUI_CURSOR_KEY": KEY}


@dataclass(frozen=True)
class World:
    """What was measured of a world of one size."""

    people: int
    facts: int
    bytes_on_disk: int
    seconds_to_load: float
    """0 for a world that an earlier run left."""
    seconds_to_start: float
    cpu_to_start: float
    resident_bytes: int
    depth: int
    """How many people come before the deep page."""
    runs: dict[str, list[Measured]]
    """By case, for suggesting while a name is `typed`, and for the `first` and the `deep` page."""


def deep_page(database: sqlite3.Connection) -> tuple[int, str, str]:
    """How many people come before the page in the middle of the list, its address, and the id it begins with."""
    depth = database.execute("SELECT count(*) FROM person").fetchone()[0] // 2
    before, first = (
        row[0] for row in database.execute("SELECT id FROM person ORDER BY id LIMIT 2 OFFSET ?", [depth - 1])
    )
    return depth, f"{LIST}?cursor={encode([before], bound_to(LIST, PersonQuery()), KEY)}", first


def measure_pages(server: Server, addresses: Sequence[str], seconds: float, repetitions: int) -> list[list[Measured]]:
    """Runs of each address, in turn."""
    runs: list[list[Measured]] = [[] for _ in addresses]
    for _ in range(repetitions):
        for address, of_address in zip(addresses, runs, strict=True):
            of_address.append(server.measure([request_bytes(address)], seconds=seconds))
    return runs


def measure_world(path: Path, loading: float, seconds: float, repetitions: int) -> World:
    """Measure one server over one world."""
    runs: dict[str, list[Measured]] = {}
    starts = []
    for _ in range(repetitions - 1):
        with haigui(path, FIRST, **SETTINGS) as server:
            starts.append((server.seconds_to_start, server.cpu_to_start))
    with closing(sqlite3.connect(path)) as database, haigui(path, FIRST, **SETTINGS) as server:
        starts.append((server.seconds_to_start, server.cpu_to_start))
        for case in CASES:
            requests = [request_bytes(case.address(HAIGUI, one)) for one in draw(case, database)[1]]
            runs[case.name] = [server.measure(requests, seconds=seconds) for _ in range(repetitions)]
        typed = [request_bytes(TYPED.format(quote(name[:2], safe=""))) for name in draw_names(database, Random(KEY))]  # noqa: S311 - no secret
        runs["typed"] = [server.measure(typed[:DISTINCT], seconds=seconds) for _ in range(repetitions)]
        depth, deep, begins_with = deep_page(database)
        (answer,) = server.ask([deep])
        if (found := json.loads(answer.body)["items"][0]["id"]) != begins_with:
            raise LookupError(f"the page behind {depth} people should begin with {begins_with}, not {found}")
        runs["first"], runs["deep"] = measure_pages(server, [LIST, deep], seconds, repetitions)
        return World(
            people=database.execute("SELECT count(*) FROM person").fetchone()[0],
            facts=database.execute("SELECT count(*) FROM fact").fetchone()[0],
            bytes_on_disk=path.stat().st_size,
            seconds_to_load=loading,
            seconds_to_start=median(wall for wall, _ in starts),
            cpu_to_start=median(cpu for _, cpu in starts),
            resident_bytes=server.resident_bytes(),
            depth=depth,
            runs=runs,
        )


def rows(worlds: Sequence[World]) -> list[list[str]]:
    """A line for each thing that was measured, a column for each size, and how it grew from the first to the last."""

    def milliseconds(name: str) -> list[float]:
        return [1000 / middle(world.runs[name], "per_cpu_second") for world in worlds]

    lines = []
    for case in CASES:
        costs = milliseconds(case.name)
        cells = [f"{cost:.2f}" for cost in costs]
        lines.append([f"{case.name}, ms of CPU time", *cells, f"× {costs[-1] / costs[0]:.1f}", ""])
    typed = milliseconds("typed")
    cells = [f"{cost:.2f}" for cost in typed]
    lines.append(["suggest, two letters of a name, ms", *cells, f"× {typed[-1] / typed[0]:.1f}", ""])
    pairs = list(zip(milliseconds("first"), milliseconds("deep"), worlds, strict=True))
    deep = [f"{later:.2f} behind {world.depth:,}; {first:.2f}" for first, later, world in pairs]
    lines.append(["people, deep page; first page, ms", *deep, f"× {pairs[-1][1] / pairs[-1][0]:.1f} deep to first", ""])
    start = max(world.seconds_to_start for world in worlds)
    memory = max(world.resident_bytes for world in worlds)
    speeds = [f"{world.facts / world.seconds_to_load:,.0f}" if world.seconds_to_load else "" for world in worlds]
    return [
        *lines,
        [
            "start to first answer, s",
            *(f"{one.seconds_to_start:.2f}" for one in worlds),
            "",
            bar(start < START_BAR, "2 s"),
        ],
        ["the same, s of CPU time", *(f"{one.cpu_to_start:.2f}" for one in worlds), "", ""],
        [
            "memory, MB",
            *(f"{one.resident_bytes / 2**20:.0f}" for one in worlds),
            "",
            bar(memory < MEMORY_BAR, "200 MB"),
        ],
        ["loading, s", *(f"{one.seconds_to_load:.0f}" if one.seconds_to_load else "" for one in worlds), "", ""],
        ["facts loaded per second", *speeds, "", ""],
        ["facts", *(f"{one.facts:,}" for one in worlds), "", ""],
        ["database, MB", *(f"{one.bytes_on_disk / 2**20:,.0f}" for one in worlds), "", ""],
    ]


def bar(met: bool, text: str) -> str:  # noqa: FBT001 - a cell's content
    """Whether something is under a bar, in words."""
    return f"< {text}: {'yes' if met else 'no'}"


def grow(
    *,
    people: Annotated[list[int] | None, typer.Option(help="Size of a world; can be repeated.", min=20)] = None,
    seconds: Annotated[float, typer.Option(help="Length of one run.", min=0.05)] = 2,
    repetitions: Annotated[int, typer.Option(help="Runs of each case.", min=1)] = 5,
    reuse: Annotated[bool, typer.Option("--reuse", help="Ask the worlds that an earlier run left, if any.")] = False,
    folder: Annotated[Path, typer.Option(help="Where worlds are kept, and `growth.json` with all runs.")] = FOLDER,
) -> None:
    """Measure worlds of several sizes."""
    sizes = sorted(people or SIZES)
    pin_client()
    worlds = []
    for size in sizes:
        typer.echo(f"{size:,} people", err=True)
        worlds.append(measure_world(*make_world(folder, size, reuse=reuse), seconds, repetitions))
    (folder / "growth.json").write_text(json.dumps([asdict(world) for world in worlds], indent=1), encoding="utf-8")
    head = ["", *(f"{world.people:,} people" for world in worlds), "growth", "bar"]
    sys.stdout.write(f"{markdown(head, rows(worlds))}\n\nMedians of {repetitions} × {seconds:g} s. {software()}\n")


if __name__ == "__main__":
    command = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    command.command()(grow)
    command()
