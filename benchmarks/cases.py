"""The questions: their addresses on every server, and what two answers must have in common.

R1  a startup with its founders, each founder's prior employers, and its investors
R2  fifty startups by a founder's prior employer and by country, with their founders
R3  fifty alumni of an employer with its children, each with startups and prior employers
R5  twenty people by a part of a name in any script, each with startups and prior employers
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from urllib.parse import quote

from benchmarks.substance import DATASETTE, HAIGUI, NAIVE, PEOPLE, STARTUP, STARTUPS, Substance

DISTINCT = 300
SENT = 2000

Draw = Callable[[sqlite3.Connection, Random], list[str]]


@dataclass(frozen=True)
class Case:
    """One question and its variations."""

    name: str
    title: str
    draw: Draw
    addresses: Mapping[str, str]
    """By server, the address with `{}` for what was drawn."""
    substance: Mapping[str, Substance]
    bars: Mapping[str, float]
    """By peer, how many times its requests per CPU-second ours should be."""

    def address(self, server: str, drawn: str) -> str:
        """The address of one variation."""
        return self.addresses[server].format(quote(drawn, safe=""))


def draw(case: Case, database: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """The variations of a case, the most popular first, and the order in which they are asked for, each at least once.

    The same for the same world. As in life few are asked for often: the n-th in proportion to 1/n.
    """
    random = Random(case.name)  # noqa: S311 - no secret
    distinct = case.draw(database, random)[:DISTINCT]
    if not distinct:
        raise LookupError(f"the world has nothing to ask {case.name} for: {case.title}")
    popular = random.choices(distinct, weights=[1 / rank for rank in range(1, len(distinct) + 1)], k=SENT)
    sent = distinct + popular[len(distinct) :]
    random.shuffle(sent)
    return distinct, sent


def _column(database: sqlite3.Connection, sql: str) -> list[str]:
    return [row[0] for row in database.execute(sql)]


def draw_startups(database: sqlite3.Connection, random: Random) -> list[str]:
    """Startups, whatever is stated of them."""
    startups = _column(database, "SELECT id FROM organization WHERE kind = 'startup' ORDER BY id")
    return random.sample(startups, min(DISTINCT, len(startups)))


def draw_sources(database: sqlite3.Connection, _: Random) -> list[str]:
    """Employers whose former people founded startups in China, the most fertile first."""
    return _column(
        database,
        """SELECT ancestor_id FROM lineage JOIN employment USING (organization_id) JOIN founding USING (person_id)
        JOIN organization ON organization.id = startup_id
        WHERE status = 'former' AND kind = 'startup' AND country_id = 'CN'
        GROUP BY ancestor_id ORDER BY count(DISTINCT startup_id) DESC, ancestor_id""",
    )


def draw_employers(database: sqlite3.Connection, _: Random) -> list[str]:
    """Employers, those that most people left first."""
    return _column(
        database,
        """SELECT ancestor_id FROM lineage JOIN employment USING (organization_id) WHERE status = 'former'
        GROUP BY ancestor_id ORDER BY count(DISTINCT person_id) DESC, ancestor_id""",
    )


def draw_names(database: sqlite3.Connection, random: Random) -> list[str]:
    """Family names, given names and whole names in three scripts, in turn; those of many people come up first."""
    rows = database.execute("SELECT name, name_ko, name_zh FROM entity WHERE type = 'person' ORDER BY id").fetchall()
    found: dict[str, None] = {}
    for at, (name, *others) in enumerate(random.sample(rows, min(len(rows), 3 * DISTINCT))):
        words = name.split()
        found[(words[0], words[-1], name, *others)[at % 5] or name] = None
    return list(found)


CASES = (
    Case(
        "R1",
        "startup with founders, their prior employers, investors",
        draw_startups,
        {
            HAIGUI: "/v1/startups/{}",
            DATASETTE: "/world/startup.json?id={}&_shape=array&_json=founders&_json=investors",
            NAIVE: "/startups/{}",
        },
        STARTUP,
        {DATASETTE: 5, NAIVE: 40},
    ),
    Case(
        "R2",
        "50 startups by founders' prior employer and country",
        draw_sources,
        {
            HAIGUI: "/v1/startups?prior_employer={}&country=CN&limit=50",
            DATASETTE: "/world/startups.json?prior_employer={}&country=CN&limit=50&_shape=array&_json=founders",
            NAIVE: "/startups?prior_employer={}&country=CN&limit=50",
        },
        STARTUPS,
        {DATASETTE: 8, NAIVE: 40},
    ),
    Case(
        "R3",
        "50 alumni of an employer with its children",
        draw_employers,
        {
            HAIGUI: "/v1/employers/{}/alumni",
            DATASETTE: "/world/alumni.json?id={}&limit=50&_shape=array&_json=startups&_json=prior_employers",
            NAIVE: "/employers/{}/alumni",
        },
        PEOPLE,
        {DATASETTE: 5},
    ),
    Case(
        "R5",
        "20 people by part of a name",
        draw_names,
        {
            HAIGUI: "/v1/people?q={}&limit=20",
            DATASETTE: "/world/people.json?q={}&limit=20&_shape=array&_json=startups&_json=prior_employers",
            NAIVE: "/people?q={}&limit=20",
        },
        PEOPLE,
        {DATASETTE: 3},
    ),
)
