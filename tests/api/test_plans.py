"""How the engines answer the hot questions: by index, in order, never by reading or sorting a large table."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import sqlalchemy as sa
from fastapi.routing import APIRoute
from sqlalchemy.engine import Engine

from app.api import employers, people, startups
from app.api.documents import REVISION, Short
from app.api.people import PersonQuery
from app.cursors import after, keys, order
from app.db import Snapshot, make_engine, snapshot
from app.seeding.derived import write_documents
from app.seeding.load import load
from app.synth.world import World
from tests.conftest import Databases

PEOPLE = 3000
PAGE = 201
LARGE = {"alumnus", "origin", "beginning", "document", "person", "organization", "entity", "employment", "founding"}
WAYS: dict[str, Short] = {
    route.path: route.endpoint.short
    for router in (startups.router, people.router, employers.router)
    for route in router.routes
    if isinstance(route, APIRoute) and hasattr(route.endpoint, "short")
}
QUESTIONS = [
    ("/v1/startups/{id}", ""),
    ("/v1/startups", "prior_employer={employer}"),
    ("/v1/startups", "prior_employer={employer}&country=CN&country=US&limit=200"),
    ("/v1/people", "prior_employer={employer}"),
    ("/v1/people", "q={name}"),
    ("/v1/people", "q={name}&prior_employer={employer}"),
    ("/v1/employers/{id}/alumni", ""),
    ("/v1/employers/{id}/alumni", "limit=200"),
]


class Recorder:
    """A cursor that remembers what it was asked."""

    def __init__(self, cursor: Any) -> None:
        self.cursor = cursor
        self.asked: list[tuple[str, Any]] = []

    def execute(self, text: str, values: Any) -> Any:
        self.asked.append((text, values))
        return self.cursor.execute(text, values)


@pytest.fixture(scope="module")
def large(databases: Databases) -> Iterator[Engine]:
    """A made-up world large enough for the planners to choose as they would in earnest."""
    url = databases.migrated()
    engine = make_engine(url)
    for seeds in World(PEOPLE).seeds():
        list(load(engine, seeds))
    list(write_documents(engine))
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()
    reader = make_engine(url, read_only=True)
    yield reader
    reader.dispose()


def plans(on: Snapshot, asked: list[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The statements with their plans."""
    for text, values in asked:
        if on.engine.dialect.name == "sqlite":
            yield text, [row[3] for row in on.cursor.execute(f"EXPLAIN QUERY PLAN {text}", values)]
        else:
            yield text, on.cursor.execute(f"EXPLAIN (FORMAT JSON) {text}", values).fetchone()[0][0]["Plan"]


def nodes(plan: Any) -> Iterator[Any]:
    """Every node of a plan of PostgreSQL."""
    yield plan
    for inner in plan.get("Plans", []):
        yield from nodes(inner)


@pytest.mark.parametrize(("path", "query"), QUESTIONS)
def test_a_hot_question_neither_reads_nor_sorts_a_large_table(large: Engine, path: str, query: str) -> None:
    with snapshot(large) as on:
        employer, _ = on.cursor.execute(
            "SELECT employer_id, count(*) FROM alumnus GROUP BY employer_id ORDER BY 2 DESC LIMIT 1"
        ).fetchone()
        (startup,) = on.cursor.execute("SELECT min(id) FROM organization WHERE kind = 'startup'").fetchone()
        (name,) = on.cursor.execute(
            f"SELECT min(name_ko) FROM entity JOIN alumnus ON person_id = id WHERE employer_id = '{employer}'"  # noqa: S608 - an id of our own
        ).fetchone()
        recorder = Recorder(on.cursor)
        if large.dialect.name == "postgresql":  # a test's world is small enough to be read whole and sorted
            on.cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        scope = {
            "type": "http",
            "method": "GET",
            "path": path.replace("{id}", employer),
            "query_string": query.format(employer=employer, name=quote(name)).encode(),
            "headers": [(b"host", b"haigui.test")],
            "server": ("haigui.test", 80),
            "scheme": "http",
        }
        item = startup if path.startswith("/v1/startups") else employer
        WAYS[path].answer(Snapshot(large, recorder), REVISION.run(Snapshot(large, recorder))[0][0], scope, item)
        assert recorder.asked
        for text, plan in plans(on, recorder.asked):
            if large.dialect.name == "sqlite":
                read = [line for line in plan if line.startswith("SCAN") and line.split()[1] in LARGE]
                assert not read, (text, plan)
                sorts = [line for line in plan if "TEMP B-TREE" in line]
                assert not [line for line in plan if "AUTOMATIC" in line] + sorts, (text, plan)
            else:
                read = [
                    node for node in nodes(plan) if node["Node Type"] == "Seq Scan" and node["Relation Name"] in LARGE
                ]
                assert not read, (text, plan)
                sorts = [node for node in nodes(plan) if node["Node Type"] == "Sort" and node["Plan Rows"] > PAGE]
                assert not sorts, (text, plan)


@pytest.mark.parametrize("word", ["id", "-id"])
def test_a_page_far_down_is_entered_at_its_first_row(large: Engine, word: str) -> None:
    source, sorted_by = PersonQuery.source, keys([word], PersonQuery.sorts)
    page = sa.select(source.key).select_from(source.tables).where(after(sorted_by, ["m"]))
    text = page.order_by(*order(sorted_by)).limit(PAGE).compile(large, compile_kwargs={"literal_binds": True})
    with snapshot(large) as on:
        if large.dialect.name == "postgresql":
            on.cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        ((_, plan),) = plans(on, [(str(text), ())])
    if large.dialect.name == "sqlite":
        assert any("SEARCH person" in line and "id<?" in line.replace(">", "<") for line in plan), plan
        assert not [line for line in plan if "TEMP B-TREE" in line], plan
    else:
        entered = [node for node in nodes(plan) if node.get("Relation Name") == "person" and "Index Cond" in node]
        assert entered, plan
        assert not [node for node in nodes(plan) if node["Node Type"] == "Sort"], plan
