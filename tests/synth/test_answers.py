"""A made-up world of some hundred people, asked and killed like any other."""

import os
import signal
import subprocess
import sys
from collections import Counter

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.models import Citation, Passage, Revision
from app.settings import PROJECT
from app.synth.world import World
from tests.api.paths import LISTS
from tests.conftest import MADE_UP_PEOPLE, Client
from tests.seeding.tables import one, rows
from tests.seeding.test_kill import assert_sound, wait_until


@pytest.mark.parametrize("path", [path for path in LISTS if "{" not in path])
def test_a_list_costs_the_same_statements_whatever_its_length(made_up: Client, path: str) -> None:
    costs = []
    for limit in (1, 100):
        with made_up.counting_statements() as statements:
            made_up.json(f"{path}?limit={limit}")
        costs.append(len(statements))
    assert costs[0] == costs[1]


def test_lists_count_what_was_made_up(made_up: Client) -> None:
    assert made_up.json("/v1/people")["total"] == MADE_UP_PEOPLE
    assert made_up.json("/v1/startups")["total"] == MADE_UP_PEOPLE / 20
    assert made_up.json("/v1/articles")["total"] == 4
    assert made_up.json("/v1/facts?basis=stated&limit=1")["total"] > 2 * MADE_UP_PEOPLE


def test_the_most_popular_employer_leads_to_its_alumni_and_their_words(made_up: Client) -> None:
    top = next(item for item in made_up.ids("/v1/employers?limit=200") if item.startswith("e-000000-"))
    alumni = made_up.json(f"/v1/employers/{top}/alumni?limit=200")
    assert alumni["reported"] is not None
    people = made_up.json(f"/v1/people?prior_employer={top}&limit=200")
    alone = made_up.json(f"/v1/people?prior_employer={top}&rollup=false&limit=200")
    assert people["total"] >= alone["total"] > 0.03 * MADE_UP_PEOPLE
    facts = made_up.json(f"/v1/facts?entity={top}&type=employment&limit=200")["items"]
    assert len(facts) > 0.03 * MADE_UP_PEOPLE
    assert all(fact["citations"] for fact in facts)


def test_a_synth_that_is_killed_leaves_whole_transactions(engine: Engine) -> None:
    people = 1000
    environment = os.environ | {"HAIGUI_DATABASE_URL": engine.url.render_as_string(hide_password=False)}
    command = [sys.executable, "-c", "from app.cli import main; main()", "synth", "--people", str(people)]
    revisions = sa.select(sa.func.count(col(Revision.number)))
    with subprocess.Popen(command, cwd=PROJECT, env=environment) as process:
        wait_until(lambda: one(engine, revisions) >= 3)
        process.send_signal(signal.SIGKILL)
    assert_sound(engine)
    citations = Counter(dict(rows(engine, counted(Citation))))
    passages = Counter(dict(rows(engine, counted(Passage))))
    (*loaded,) = [seeds.articles[0] for seeds in World(people).seeds() if seeds.articles[0].article.id in passages]
    assert len(loaded) == len(passages) == one(engine, revisions) // 2
    assert citations == {
        folder.article.id: sum(len(form.citations) for _, _, form in folder.statements) for folder in loaded
    }
    assert passages == {folder.article.id: len(folder.passages) for folder in loaded}


def counted(model: type[Citation | Passage]) -> sa.Select[str, int]:
    """Rows by article."""
    return sa.select(col(model.article_id), sa.func.count()).group_by(col(model.article_id))
