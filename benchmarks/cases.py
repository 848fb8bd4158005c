"""The questions: their addresses on every server, and what two answers must have in common.

R1  a startup with its founders, each founder's prior employers, and its investors
R2  fifty startups by a founder's prior employer and by country, with their founders
R3  fifty alumni of an employer with its children, each with startups and prior employers
R5  twenty people by a part of a name in any script, each with startups and prior employers
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote

DISTINCT = 300
SENT = 2000
SHORTEST = 3  # characters: what an index of trigrams can find

HAIGUI, DATASETTE, NAIVE = "haigui", "datasette", "naive"
Json = Any
Draw = Callable[[sqlite3.Connection, Random], list[str]]
Substance = Callable[[Json], dict[str, Any]]
"""Takes a parsed answer and gives what it says by part, in a form that all servers share."""


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
        shown = (words[0], words[-1], name, *others)[at % 5] or name[: SHORTEST + 1]
        if len(shown) >= SHORTEST:
            found[shown] = None
    return list(found)


def _ids(cards: Sequence[Mapping[str, Any]], *path: str) -> list[str]:
    """The id at the end of a path in each of several objects."""
    found = []
    for card in cards:
        inner: Any = card
        for step in path:
            inner = inner[step]
        found.append(inner["id"])
    return found


def _cited(fact: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """The evidence of a fact."""
    return [(one["article"]["id"], one["passage"], one["as_written"]) for one in fact["citations"]]


def _facts(facts: Sequence[Any], *path: str) -> list[Any]:
    """Facts by the entity at the end of a path, each with its evidence."""
    return list(zip(_ids(facts, *path), map(_cited, facts), strict=True))


def _haigui_startup(answer: Json) -> dict[str, Any]:
    founders = [
        (one["person"]["id"], _cited(one), _facts(one["prior_employers"], "organization")) for one in answer["founders"]
    ]
    investors = _facts(answer["investors"], "investor")
    return {"startup": (answer["id"], answer["name"], answer["country"]), "founders": founders, "investors": investors}


def _datasette_startup(answer: Json) -> dict[str, Any]:
    (one,) = answer
    founders = [(founder["id"], _cited(founder), _facts(founder["prior_employers"])) for founder in one["founders"]]
    investors = _facts(one["investors"])
    return {"startup": (one["id"], one["name"], one["country"]), "founders": founders, "investors": investors}


def _naive_startup(answer: Json) -> dict[str, Any]:
    founders = [
        (one["person"]["id"], _cited(one), _facts(_naive_former(one["person"]), "organization"))
        for one in answer["foundings"]
    ]
    investors = _facts(answer["investments"], "investor")
    startup = answer["id"], answer["entity"]["name"], answer["country_id"]
    return {"startup": startup, "founders": founders, "investors": investors}


def _haigui_startups(answer: Json) -> dict[str, Any]:
    rows = [(one["id"], _ids(one["founders"], "person")) for one in answer["items"]]
    return {"total": answer["total"], "rows": rows}


def _datasette_startups(answer: Json) -> dict[str, Any]:
    return {"total": _datasette_total(answer), "rows": [(one["id"], _ids(one["founders"])) for one in answer]}


def _naive_startups(answer: Json) -> dict[str, Any]:
    rows = [(one["id"], _ids(one["foundings"], "person")) for one in answer["items"]]
    return {"total": answer["total"], "rows": rows}


def _haigui_people(answer: Json) -> dict[str, Any]:
    rows = []
    for one in answer["items"]:
        ways = [(way["role"], way["startup"]["id"]) for way in one["startups"]]
        rows.append((one["id"], ways, _ids(one["prior_employers"], "organization")))
    return {"total": answer["total"], "rows": rows}


def _datasette_people(answer: Json) -> dict[str, Any]:
    rows = []
    for one in answer:
        ways = [(way["role"], way["id"]) for way in one["startups"]]
        rows.append((one["id"], ways, _ids(one["prior_employers"])))
    return {"total": _datasette_total(answer), "rows": rows}


def _naive_people(answer: Json) -> dict[str, Any]:
    rows = []
    for one in answer["items"]:
        founded = _ids(one["foundings"], "startup")
        hired = [
            job["organization"]["id"]
            for job in one["employments"]
            if job["status"] == "current" and job["organization"]["kind"] == "startup"
        ]
        ways = [*(("founder", at) for at in founded), *(("hire", at) for at in hired if at not in founded)]
        rows.append((one["id"], ways, _ids(_naive_former(one), "organization")))
    return {"total": answer["total"], "rows": rows}


def _datasette_total(rows: Json) -> int:
    return rows[0]["total"] if rows else 0


def _naive_former(person: Json) -> list[Json]:
    return [job for job in person["employments"] if job["status"] == "former"]


def _haigui_alumni(answer: Json) -> dict[str, Any]:
    evidence = [_facts(one["employments"], "organization") for one in answer["items"]]
    return _haigui_people(answer) | {"evidence": evidence}


def _datasette_alumni(answer: Json) -> dict[str, Any]:
    return _datasette_people(answer) | {"evidence": [_facts(one["employments"]) for one in answer]}


PEOPLE = {HAIGUI: _haigui_people, DATASETTE: _datasette_people, NAIVE: _naive_people}
ALUMNI = {HAIGUI: _haigui_alumni, DATASETTE: _datasette_alumni, NAIVE: _naive_people}
"""The naive service gives all that people left, with its evidence, and leaves it to its client what belongs to whom."""

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
        {HAIGUI: _haigui_startup, DATASETTE: _datasette_startup, NAIVE: _naive_startup},
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
        {HAIGUI: _haigui_startups, DATASETTE: _datasette_startups, NAIVE: _naive_startups},
        {DATASETTE: 8, NAIVE: 40},
    ),
    Case(
        "R3",
        "50 alumni of an employer with its children",
        draw_employers,
        {
            HAIGUI: "/v1/employers/{}/alumni",
            DATASETTE: "/world/alumni.json?id={}&limit=50&_shape=array"
            "&_json=startups&_json=prior_employers&_json=employments",
            NAIVE: "/employers/{}/alumni",
        },
        ALUMNI,
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
