"""What an answer says, apart from its form: by server and question, in parts that can be compared."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

HAIGUI, DATASETTE, NAIVE = "haigui", "datasette", "naive"
Json = Any
Substance = Callable[[Json], dict[str, Any]]
"""Takes a parsed answer and gives what it says by part, in a form that all servers share."""


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
    """The evidence of a fact, in no particular order."""
    return sorted((one["article"]["id"], one["passage"], one["as_written"]) for one in fact["citations"])


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


STARTUP = {HAIGUI: _haigui_startup, DATASETTE: _datasette_startup, NAIVE: _naive_startup}
STARTUPS = {HAIGUI: _haigui_startups, DATASETTE: _datasette_startups, NAIVE: _naive_startups}
PEOPLE = {HAIGUI: _haigui_people, DATASETTE: _datasette_people, NAIVE: _naive_people}
