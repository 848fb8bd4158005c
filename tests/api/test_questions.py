"""Questions by HTTP, each against plain SQL over the facts: of the seeds and of a made-up world.

`questions/` holds them, each beside its statement, which uses no view, no derived table and no code of ours. Words in
braces stand for the ids of `ids.sql` and for the parts of `parts.sql`.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.api.paths import rows
from tests.conftest import Client

PAGE = 67


def read(name: str) -> list[tuple[str, str]]:
    """What stands behind `-- ` in a file of questions, each with the statement below it."""
    text = (Path(__file__).parent / "questions" / f"{name}.sql").read_text("utf-8")
    return re.findall(r"^-- (.+)\n((?:[^-\n].*\n)+)", text, re.MULTILINE)


def questions(name: str) -> pytest.MarkDecorator:
    """One test for each question of a file."""
    table = read(name)
    assert table
    return pytest.mark.parametrize(("question", "statement"), table, ids=[question for question, _ in table])


class World:
    """A world that is asked, over HTTP and directly."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.ids = {name: self.found(f"{statement} LIMIT 1")[0][0] for name, statement in read("ids")}
        self.parts = dict(read("parts"))

    def found(self, statement: str) -> list[Any]:
        """What the database itself says."""
        with self.client.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.text(statement))]

    def filled(self, text: str) -> str:
        """A text with the parts and ids that it names."""
        for name, part in self.parts.items():
            text = text.replace(f"{{{name}}}", part)
        return text.format_map(self.ids)

    def expected(self, statement: str) -> list[Any]:
        """The rows that a statement finds once its ids are filled in."""
        return self.found(self.filled(statement))


@pytest.fixture(scope="session")
def worlds(made_up: Client, shipped: Client) -> dict[str, World]:
    """Both worlds."""
    return {"made up": World(made_up), "seeds": World(shipped)}


@pytest.fixture(scope="session", params=["made up", "seeds"])
def asked(request: pytest.FixtureRequest, worlds: dict[str, World]) -> World:
    """Either world."""
    world: World = worlds[request.param]
    return world


def row_id(row: Any) -> str:
    """What a row is known by."""
    return str(row["id"] if "id" in row else row["fact"])


@questions("rows")
def test_a_list_holds_what_the_database_holds(asked: World, question: str, statement: str) -> None:
    expected = sorted({item for (item,) in asked.expected(statement)})
    address = f"/v1/{asked.filled(question)}"

    shown = rows(asked.client, f"{address}{'&' if '?' in address else '?'}limit={PAGE}")

    assert sorted(map(row_id, shown)) == expected
    assert asked.client.json(address)["total"] == len(expected)


@questions("unknown")
def test_rows_that_a_negation_does_not_prove_say_so(asked: World, question: str, statement: str) -> None:
    expected = {item for (item,) in asked.expected(statement)}
    [name] = re.findall(r"not_(\w+)=", question)

    shown = rows(asked.client, f"/v1/{asked.filled(question)}&limit={PAGE}")

    assert {row_id(row) for row in shown if name in row["unknown"]} == expected


@questions("groups")
def test_groups_count_what_the_database_counts(asked: World, question: str, statement: str) -> None:
    expected = dict(asked.expected(statement))
    address = f"/v1/{asked.filled(question)}"

    shown = {row["key"]: row["count"] for row in rows(asked.client, f"{address}&limit=11")}

    assert {key: count for key, count in shown.items() if key is not None or None in expected} == expected
    groups = asked.client.json(f"{address}&limit=1")
    assert (groups["groups"], groups["total"]) == (len(shown), sum(shown.values()))
    path, query = address.split("?")
    listed = "&".join(part for part in query.split("&") if not part.startswith("group_by="))
    assert groups["distinct_total"] == asked.client.json(f"{path}?{listed}")["total"]


@questions("orders")
def test_order_is_that_of_the_database(asked: World, question: str, statement: str) -> None:
    expected = [item for (item,) in asked.expected(statement)]

    assert list(map(row_id, rows(asked.client, f"/v1/{question}&limit={PAGE}"))) == expected


@questions("flows")
def test_flows_are_those_of_the_database(asked: World, question: str, statement: str) -> None:
    expected = sorted(asked.expected(statement))

    shown = [row for row in rows(asked.client, f"/v1/{asked.filled(question)}&limit={PAGE}") if row["startup"]]

    assert sorted((row["employer"]["id"], row["startup"]["id"], row["role"], row["named"]) for row in shown) == expected
    assert all(len(row["people"]) == row["named"] for row in shown)


def test_every_question_is_worth_asking_in_one_world_or_the_other(worlds: dict[str, World]) -> None:
    for name in ("rows", "unknown", "groups", "orders", "flows"):
        for question, statement in read(name):
            assert any(world.expected(statement) for world in worlds.values()), question
