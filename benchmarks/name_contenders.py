"""Who matches names: ours in this process, peers in `.venv-bench`, PostgreSQL's pg_trgm in a server of its own."""

import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from app.names.brands import BUILT_IN, NOTHING
from app.names.matching import match
from app.settings import PROJECT
from benchmarks.load import cpu_seconds
from benchmarks.name_questions import Questions, Scores
from tests.postgres import find_postgres, postgres_server

PLAIN = "as it is"
ELSEWHERE = "HAIGUI_TEST_POSTGRES_URL"
TRIGRAMS = """
SELECT array_agg(similarity(asked.name, among.name) ORDER BY among.at)
FROM unnest(%s::text[]) WITH ORDINALITY AS asked (name, at), unnest(%s::text[]) WITH ORDINALITY AS among (name, at)
GROUP BY asked.at ORDER BY asked.at
"""


@dataclass(frozen=True)
class Answered:
    """What somebody said to all questions."""

    who: str
    scores: Sequence[Scores]
    """By set of questions."""
    seconds: float
    """Of CPU time, which other work on the machine disturbs least."""


def ours(sets: Sequence[Questions]) -> Iterator[Answered]:
    """Our own matcher, without and with the names that are built in."""
    for who, known in (("Haigui, no names known", NOTHING), ("Haigui", BUILT_IN)):
        began = time.process_time()
        scores = [[[match(one, name, known).score for name in some.among] for one in some.asked] for some in sets]
        yield Answered(who, scores, time.process_time() - began)


def transcribed(python: Path, how: str, sets: Sequence[Questions]) -> list[Questions]:
    """The questions in ASCII by unidecode or anyascii, or as they are."""
    if how == PLAIN:
        return list(sets)
    names = sorted({name for some in sets for name in (*some.asked, *some.among)})
    said = dict(zip(names, _ask(python, how, names), strict=True))
    return [some.written(said.__getitem__) for some in sets]


def package(python: Path, name: str, sets: Sequence[Questions]) -> list[Answered]:
    """A package of `peers/names.py`, by each of its methods."""
    asked = [
        {
            "asked": some.asked,
            "asked_kinds": [some.kinds[at] for at in some.right],
            "among": some.among,
            "kinds": some.kinds,
        }
        for some in sets
    ]
    said = _ask(python, name, asked)
    return [
        Answered(f"{name} {said['version']} {method}", given["scores"], given["seconds"])
        for method, given in said["methods"].items()
    ]


def trigrams(sets: Sequence[Questions]) -> list[Answered]:
    """PostgreSQL's `similarity`; nobody where there is no PostgreSQL with its contributed modules."""
    with postgres_server() as server:
        address = make_url(server.create_database())
        try:
            with psycopg.connect(
                address.set(drivername="postgresql").render_as_string(hide_password=False)
            ) as database:
                database.execute("CREATE EXTENSION pg_trgm")
                release = database.info.server_version // 10_000
                began = _seconds(database)
                scores = [
                    [row for (row,) in database.execute(TRIGRAMS, (list(some.asked), list(some.among)))]
                    for some in sets
                ]
                seconds = _seconds(database) - began
        finally:
            server.drop_database(address.render_as_string(hide_password=False))
    return [Answered(f"PostgreSQL {release} pg_trgm", scores, seconds)]


def _seconds(database: psycopg.Connection) -> float:
    """The CPU time of our own server's process; of a server somewhere else, only the time by the clock is known."""
    return time.perf_counter() if ELSEWHERE in os.environ else cpu_seconds(database.info.backend_pid)


def has_postgres() -> bool:
    """Whether a server is named, or can be started here."""
    return ELSEWHERE in os.environ or find_postgres() is not None


def _ask(python: Path, what: str, given: object) -> Any:  # noqa: ANN401 - JSON
    """What `peers/names.py` says, in another interpreter."""
    done = subprocess.run(
        [python, "-W", "ignore", "-m", "benchmarks.peers.names", what],
        cwd=PROJECT,
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
