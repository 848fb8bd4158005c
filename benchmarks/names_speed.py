"""`make bench-names-speed`: how long names take to be indexed, to be suggested and to be reconciled, among a million.

The names are those of the made-up world, people and organizations as in it, loaded by the loader of real gazetteers;
no articles. One question at a time is asked, from another core, of one worker whose answers are not kept; each is a
name as it stands there, misspelled or turned round. Bars: 99 of 100 suggestions take less than 10 ms, 99 of 100
reconciliations of one name less than 50 ms.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Annotated
from urllib.parse import quote

import typer

from app.db import make_engine, migrate, writing
from app.seeding.derived import derive_anew, leave_for_later
from app.seeding.files import Seeds
from app.seeding.forms import EntityForm
from app.seeding.load import load
from app.seeding.references import names_of
from app.seeding.source import Source
from app.synth.entities import Entities, Sizes, gazetteer_of
from benchmarks.load import Measured, request_bytes
from benchmarks.servers import Server, haigui, pin_client
from benchmarks.tables import markdown, software
from benchmarks.world import FOLDER

NAMES = 1_000_000
NAMES_OF_A_PERSON = 5.4
"""With those of the organizations that there are beside: about so many names for each person."""
ENTITIES_AT_ONCE = 20_000
SUGGEST_BAR, RECONCILE_BAR = 0.010, 0.050
SETTINGS = {"HAIGUI_ANSWER_CACHE_BYTES": "0"}
FIRST = "/v1/suggest?q=a"
TYPED = (2, 3, 4, 6)  # letters, by which names are suggested
Asked = Mapping[str, Sequence[str]]
"""Names by the script that they are asked in."""


def entities_of(people: int) -> Iterator[EntityForm]:
    """The people of a made-up world and as many organizations as belong to it, without links."""
    entities, sizes = Entities(seed=0), Sizes(people)
    yield from map(entities.person, range(people))
    for size, make in ((sizes.startups, entities.startup), (sizes.funds, entities.fund)):
        yield from map(make, range(size))
    yield from (entities.employer(number).model_copy(update={"parent": None}) for number in range(sizes.employers))


def build(path: Path, people: int) -> tuple[int, float, float]:
    """A database of names; how many there are, and the seconds that loading and indexing took."""
    url = f"sqlite:///{path}"
    migrate(url)
    engine = make_engine(url)
    count, began, every = 0, time.perf_counter(), entities_of(people)
    while some := list(islice(every, ENTITIES_AT_ONCE)):
        first, count = not count, count + sum(len(names_of(form)) for form in some)
        list(load(engine, Seeds(gazetteer_of(some), Source(Path("names"), ""), [])))
        if first:
            leave_for_later(engine)
    loaded = time.perf_counter()
    with writing(engine) as connection:
        derive_anew(connection)
    done = time.perf_counter()
    engine.dispose()
    return count, loaded - began, done - loaded


def misspelled(name: str, random: Random) -> str:
    """A name with a letter more and one less."""
    at, gone = random.randrange(1, len(name)), random.randrange(1, len(name))
    longer = name[:at] + random.choice("aeioun") + name[at:]
    return longer[:gone] + longer[gone + 1 :]


def asked(people: int, each: int) -> Asked:
    """Names to ask for, by script; the same for the same world."""
    random = Random(people)  # noqa: S311 - no secret
    forms = list(islice(_drawn(people, random), 3 * each))
    latin = [name for form in forms for name in (form.name, misspelled(form.name, random), _turned(form.name))]
    hangul = [name for form in forms if (name := form.name_ko)]
    return {
        "Latin": random.sample(latin, min(each, len(latin))),
        "Hangul": random.sample(hangul, min(each, len(hangul))),
        "Hanzi": [name for form in forms if (name := form.name_zh)][:each],
        "mixed": [f"{form.name.split()[0]} {form.name_ko[1:]}" for form in forms if form.name_ko][:each],
    }


def _drawn(people: int, random: Random) -> Iterator[EntityForm]:
    entities, sizes = Entities(seed=0), Sizes(people)
    while True:
        yield entities.person(random.randrange(people))
        yield entities.employer(random.randrange(sizes.employers))


def _turned(name: str) -> str:
    return " ".join(reversed(name.split()))


def suggesting(names: Sequence[str]) -> list[bytes]:
    """Requests for what may become of the beginnings of names."""
    typed = (name[: TYPED[at % len(TYPED)]] for at, name in enumerate(names))
    return [request_bytes(f"/v1/suggest?q={quote(text)}") for text in typed]


def reconciling(names: Sequence[str]) -> list[bytes]:
    """Requests for the candidates of one name each."""
    return [
        request_bytes(f"/v1/reconcile?queries={quote(json.dumps({'q0': {'query': name}}, ensure_ascii=False))}")
        for name in names
    ]


QUESTIONS: Mapping[str, tuple[Callable[[Sequence[str]], list[bytes]], float]] = {
    "suggest": (suggesting, SUGGEST_BAR),
    "reconcile": (reconciling, RECONCILE_BAR),
}


def measure(server: Server, names: Asked, seconds: float) -> dict[str, dict[str, Measured]]:
    """A run of each question for each script, after one that is not counted, in which tables are read."""
    runs: dict[str, dict[str, Measured]] = {}
    for question, (requests, _) in QUESTIONS.items():
        for some in names.values():
            server.measure(requests(some[-20:]), seconds=min(1, seconds), connections=1)
        runs[question] = {
            script: server.measure(requests(some), seconds=seconds, connections=1) for script, some in names.items()
        }
    return runs


def rows(runs: Mapping[str, Mapping[str, Measured]]) -> list[list[str]]:
    """A line for each question and script."""
    return [
        [
            question,
            script,
            f"{run.p50 * 1000:.1f}",
            f"{run.p99 * 1000:.1f}",
            f"{QUESTIONS[question][1] * 1000:.0f}",
            "yes" if run.p99 < QUESTIONS[question][1] else "no",
            f"{run.requests:,}",
        ]
        for question, by_script in runs.items()
        for script, run in by_script.items()
    ]


def compare(
    *,
    names: Annotated[int, typer.Option(help="About how many names there are.", min=200)] = NAMES,
    seconds: Annotated[float, typer.Option(help="Length of one run.", min=0.05)] = 20,
    reuse: Annotated[bool, typer.Option("--reuse", help="Ask the database that an earlier run left, if any.")] = False,
    folder: Annotated[Path, typer.Option(help="Where the database is kept.")] = FOLDER,
) -> None:
    """Measure how fast names are indexed, suggested and reconciled."""
    people = max(20, round(names / NAMES_OF_A_PERSON))
    path = folder / f"names-{names}" / "names.db"
    told = ""
    if not (reuse and path.exists()):
        path.parent.mkdir(parents=True, exist_ok=True)
        for file in path.parent.iterdir():
            file.unlink()
        count, loading, indexing = build(path, people)
        told = f"{count:,} names: loaded in {loading:.0f} s, indexed in {indexing:.0f} s.\n\n"
    pin_client()
    with haigui(path, FIRST, **SETTINGS) as server:
        runs = measure(server, asked(people, each=max(20, round(100 * seconds))), seconds)
        memory = server.resident_bytes() / 2**20
    head = ["question", "script", "p50 ms", "p99 ms", "bar", "met", "asked"]
    sys.stdout.write(f"{told}{markdown(head, rows(runs))}\n\nMemory of the worker: {memory:.0f} MB. {software()}\n")


if __name__ == "__main__":
    command = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    command.command()(compare)
    command()
