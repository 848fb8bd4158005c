"""The made-up world: the same everywhere, skewed like the real one, verified and loaded like what was read."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.models import Citation, Employment, Lineage
from app.seeding.files import Seeds
from app.seeding.forms import CitationForm, EntityForm, FactForm, FigureForm, OrganizationForm
from app.seeding.load import load
from app.seeding.records import state_form
from app.seeding.verify import verify
from app.settings import PROJECT
from app.synth.world import World
from app.vocabulary import Attribution, FactType, Metric, OrganizationKind
from tests.seeding.tables import facts, one, rows

PEOPLE = 300


@pytest.fixture(scope="module")
def parts() -> list[Seeds]:
    return list(World(PEOPLE).seeds())


@pytest.fixture(scope="module")
def large() -> list[Seeds]:
    return list(World(10 * PEOPLE).seeds())


def entities(parts: list[Seeds]) -> dict[str, EntityForm]:
    return {form.id: form for seeds in parts for _, _, form in seeds.gazetteer.entities()}


def stated(parts: list[Seeds]) -> Iterator[tuple[FactType, FactForm]]:
    for seeds in parts:
        for article in seeds.articles:
            for fact_type, _, form in article.records.facts():
                yield fact_type, form


def counted(parts: list[Seeds]) -> Counter[str]:
    ids = {state_form(fact_type, form).id: fact_type for fact_type, form in stated(parts)}
    return Counter(fact_type.value for fact_type in ids.values())


def digest(parts: list[Seeds]) -> str:
    """A hash of all that a world is made of."""
    whole = "\n".join(
        f"{seeds.gazetteer.model_dump_json()}\n{article.text}\n{article.records.model_dump_json()}"
        for seeds in parts
        for article in seeds.articles
    )
    return sha256(whole.encode()).hexdigest()


@pytest.mark.parametrize("people", [20, 100, PEOPLE])
def test_every_part_is_verified_alone(people: int) -> None:
    for seeds in World(people).seeds():
        verify(seeds)


def test_the_same_people_and_seed_are_the_same_world_in_another_process(parts: list[Seeds]) -> None:
    program = f"from tests.synth.test_world import *; print(digest(list(World({PEOPLE}).seeds())))"
    again = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=PROJECT,
            env=os.environ | {"PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for hash_seed in ("1", "2")
    ]
    assert again == [digest(parts)] * 2
    assert digest(list(World(PEOPLE, seed=1).seeds())) != digest(parts)


def test_an_entity_is_the_same_however_large_the_world(parts: list[Seeds], large: list[Seeds]) -> None:
    small, more = entities(parts), entities(large)
    assert {item: form for item, form in more.items() if item in small} == small


def test_proportions_are_those_of_the_real_world(large: list[Seeds]) -> None:
    people = 10 * PEOPLE
    kinds = Counter(
        form.kind if isinstance(form, OrganizationForm) else type(form).__name__ for form in entities(large).values()
    )
    assert kinds["PersonForm"] == people
    assert kinds[OrganizationKind.STARTUP] == people / 20
    organizations = sum(count for kind, count in kinds.items() if kind in set(OrganizationKind))
    assert organizations - kinds[OrganizationKind.THINK_TANK] == people / 2
    found = counted(large)
    assert set(found) == set(FactType)
    per_person = {"employment": 1.5, "founding": 0.06, "investment": 0.25, "figure": 1.0}
    for fact_type, share in per_person.items():
        assert found[fact_type] == pytest.approx(share * people, rel=0.25), fact_type


def test_names_are_mostly_distinct_and_surnames_are_shared(large: list[Seeds]) -> None:
    every = entities(large).values()
    for letter in "pesf":
        names = [form.name for form in every if form.id.startswith(f"{letter}-")]
        assert len(set(names)) > 0.9 * len(names), letter
    surnames = Counter(form.name.split()[0] for form in every if form.id.startswith("p-"))
    assert surnames["Wang"] > 10 * surnames["Meng"] > 0
    hanzi = [form for form in every if form.name_zh]
    assert len(hanzi) > 0.8 * len(every)
    assert all(form.name_ko for form in every)


def test_a_handful_of_facts_is_told_by_two_stories_and_some_by_one_story_twice(large: list[Seeds]) -> None:
    told: dict[str, list[str]] = {}
    for seeds in large:
        for article in seeds.articles:
            for fact_type, _, form in article.records.facts():
                told.setdefault(state_form(fact_type, form).id, []).append(article.article.story)
    twice = [stories for stories in told.values() if len(stories) > 1]
    assert 0.01 * len(told) < len(twice) < 0.05 * len(told)
    assert {len(set(stories)) for stories in twice} == {1, 2}


def test_some_facts_have_speakers_and_some_figures_disagree(large: list[Seeds]) -> None:
    citations: list[CitationForm] = [citation for _, form in stated(large) for citation in form.citations]
    assert {citation.attribution for citation in citations} == {None, Attribution.STATED, Attribution.CARRIED}
    figures: dict[tuple[object, ...], set[object]] = {}
    for _, form in stated(large):
        if isinstance(form, FigureForm):
            same = (form.subject, form.metric, form.period, form.of.prior_employer)
            figures.setdefault(same, set()).add((form.value, form.unit))
    assert any(len(values) > 1 for values in figures.values())
    assert any(metric == Metric.FOUNDERS and employer for _, metric, _, employer in figures)


def test_a_loaded_world_holds_what_its_seeds_say_on_both_engines(engine: Engine, parts: list[Seeds]) -> None:
    for seeds in parts:
        list(load(engine, seeds))
    loaded = facts(engine)
    expected = {state_form(fact_type, form).id for fact_type, form in stated(parts)}
    assert {item for item, record in loaded.items() if record["basis"] == "stated"} == expected
    citations = sum(len(form.citations) for _, form in stated(parts))
    assert one(engine, sa.select(sa.func.count()).select_from(Citation)) == citations
    for seeds in parts:
        assert [done.changes for done in load(engine, seeds)] == [[], []]


def test_the_largest_family_has_a_tenth_of_all_employments_and_most_employers_a_few(
    engine: Engine, large: list[Seeds]
) -> None:
    for seeds in large:
        list(load(engine, seeds))
    family = sa.select(col(Lineage.ancestor_id), sa.func.count()).join(
        Employment, col(Employment.organization_id) == col(Lineage.organization_id)
    )
    families = [
        count for _, count in rows(engine, family.where(col(Lineage.is_top)).group_by(col(Lineage.ancestor_id)))
    ]
    assert 0.07 < max(families) / sum(families) < 0.25
    employers = sa.select(sa.func.count(col(Employment.id))).group_by(col(Employment.organization_id))
    sizes = [count for (count,) in rows(engine, employers)]
    assert sum(size <= 3 for size in sizes) > len(sizes) / 2
    depths = sa.select(col(Lineage.depth), sa.func.count()).group_by(col(Lineage.depth)).order_by(col(Lineage.depth))
    levels = rows(engine, depths)
    assert [depth for depth, _ in levels] == [0, 1, 2, 3]
    assert all(more > less for (_, more), (_, less) in pairwise(levels))
