"""Loading the made-up world: what is there afterwards, and that a second time changes nothing."""

import weakref
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel, col, func

from app.errors import InvalidRecords
from app.models import FACT_TABLES, Article, Citation, Entity, Fact, Founding, Lineage, Participant, Passage, Revision
from app.seeding.files import read_seeds
from app.seeding.load import load
from app.seeding.records import state_form
from app.seeding.rows import table_of
from app.vocabulary import FactType
from tests.conftest import WORLD
from tests.seeding.tables import (
    ALPHA,
    GAMMA,
    VEGA,
    as_json,
    content,
    dump,
    edit,
    facts,
    load_all,
    one,
    replayed,
    rows,
    told,
)


def test_loading_the_world_adds_what_its_files_say(engine: Engine) -> None:
    assert told(load_all(engine, WORLD)) == {
        "gazetteer": {"added": {"entity": 16, "parent": 1, "maker": 1}},
        "2024-05-10-alpha-nebula": {
            "added": {
                "article": 1,
                "founding": 1,
                "employment": 3,
                "investment": 1,
                "membership": 2,
                "claim": 1,
                "figure": 5,
                "activity": 1,
            }
        },
        "2024-05-11-gamma-nebula": {"added": {"article": 1}, "changed": {"founding": 1}},
        "2024-06-20-beta-vega": {
            "added": {"article": 1, "founding": 1, "employment": 1, "figure": 2},
            "changed": {"founding": 1},
        },
    }
    sizes = {name: len(table) for name, table in dump(engine).items()}
    assert {str(kind): sizes[kind] for kind in FactType} == {
        "founding": 2,
        "employment": 4,
        "investment": 1,
        "membership": 2,
        "claim": 1,
        "figure": 7,
        "activity": 1,
        "parent": 1,
        "maker": 1,
    }
    assert {name: sizes[name] for name in ("fact", "article", "revision", "organization", "person")} == {
        "fact": 20,
        "article": 3,
        "revision": 4,
        "organization": 8,
        "person": 3,
    }


def test_a_fact_that_three_articles_state_is_one_fact_with_three_citations(loaded: Engine) -> None:
    cited = sa.select(col(Citation.article_id), col(Citation.passage), col(Citation.as_written))
    founding = one(loaded, sa.select(col(Founding.id)).where(col(Founding.person_id) == "li-lan"))
    assert rows(loaded, cited.where(col(Citation.fact_id) == founding).order_by(col(Citation.article_id))) == [
        (ALPHA.name, "p2.s1", "리란이 창업"),
        (GAMMA.name, "p2.s1", "리란이 창업"),
        (VEGA.name, "p2.s2", "리란이 창업한 네뷸라AI"),
    ]


def test_a_second_load_reports_no_change_and_leaves_every_table_as_it_was(engine: Engine) -> None:
    load_all(engine, WORLD)
    before = dump(engine)
    again = load_all(engine, WORLD)
    assert [(part.source, part.revision, part.changes) for part in again] == [
        ("gazetteer", 4, []),
        (ALPHA.name, 4, []),
        (GAMMA.name, 4, []),
        (VEGA.name, 4, []),
    ]
    assert dump(engine) == before


def test_a_dry_run_tells_what_a_load_would_do_and_writes_nothing(engine: Engine, seeds: Path) -> None:
    nothing = dump(engine)
    foreseen = load_all(engine, seeds, dry_run=True)
    assert dump(engine) == nothing
    assert all(not table for table in nothing.values())
    done = load_all(engine, seeds)
    assert foreseen == done
    before = dump(engine)
    edit(seeds / VEGA / "records.toml", "value = 25000000", "value = 26000000")
    edit(seeds / VEGA / "records.toml", '"2500만 달러"', '"2600만 달러"')
    edit(seeds / VEGA / "original.txt", "2500만 달러", "2600만 달러")
    foreseen = load_all(engine, seeds, dry_run=True)
    assert told(foreseen)[VEGA.name]["retracted"] == {"figure": 1}
    assert dump(engine) == before
    assert load_all(engine, seeds) == foreseen


def test_only_what_lies_under_the_path_is_loaded(engine: Engine) -> None:
    assert list(told(load_all(engine, WORLD / "gazetteer.toml"))) == ["gazetteer"]
    assert list(told(load_all(engine, WORLD / VEGA))) == [VEGA.name]
    assert one(engine, sa.select(func.count()).select_from(Article)) == 1
    assert list(told(load_all(engine, WORLD))) == [ALPHA.name, GAMMA.name]


def test_the_order_in_which_articles_are_loaded_does_not_matter(engine: Engine, loaded: Engine) -> None:
    for article in (VEGA, GAMMA, ALPHA):
        load_all(engine, WORLD / article)
    assert content(dump(engine)) == content(dump(loaded))


def test_ids_of_facts_follow_from_what_they_state_alone(loaded: Engine) -> None:
    """The ids are computed here without a database, so they are equal on both engines and after any reload."""
    stated = {
        state_form(fact_type, form).id
        for article in read_seeds(WORLD).articles
        for fact_type, _, form in article.records.facts()
    }
    basis = sa.select(col(Fact.id)).where(col(Fact.basis) == "stated")
    assert {item for (item,) in rows(loaded, basis)} == stated
    assert all(item.startswith("f_") and len(item) == 18 for item in stated)


def test_the_same_world_in_another_database_is_the_same(engine: Engine, loaded: Engine) -> None:
    load_all(engine, WORLD)
    assert content(dump(engine)) == content(dump(loaded))
    assert facts(engine) == facts(loaded)


@pytest.mark.parametrize("fact_type", FactType, ids=str)
def test_participants_repeat_the_references_of_every_fact(loaded: Engine, fact_type: FactType) -> None:
    table = table_of(FACT_TABLES[fact_type])
    names = [column.name for column in table.columns]
    expected = {
        (row["id"], name.removesuffix("_id"), row[name])
        for row in (dict(zip(names, values, strict=True)) for values in rows(loaded, sa.select(table)))
        for name in names
        if name.endswith("_id") and row[name] is not None
    }
    whom = sa.select(col(Participant.fact_id), col(Participant.role), col(Participant.entity_id))
    whom = whom.join(table, table.c.id == col(Participant.fact_id))
    assert {found for found in rows(loaded, whom) if found[1] != "party"} == expected
    parties = sorted(found[2] for found in rows(loaded, whom) if found[1] == "party")
    assert parties == (["globex", "hooli"] if fact_type == FactType.CLAIM else [])


def test_sentences_are_kept_where_the_rights_allow_it_and_nowhere_else(loaded: Engine) -> None:
    sentences = sa.select(col(Passage.id), col(Passage.text)).order_by(col(Passage.position))
    alpha = dict(rows(loaded, sentences.where(col(Passage.article_id) == ALPHA.name)))
    assert alpha["p2.s2"] == "네뷸라AI는 최근 훌리에서 일하던 왕보를 영입했다."
    assert list(alpha) == ["p1.s1", "p2.s1", "p2.s2", "p3.s1", "p3.s2", "p3.s3", "p4.s1", "p4.s2", "p4.s3"]
    assert rows(loaded, sentences.where(col(Passage.article_id) == GAMMA.name)) == [("p1.s1", None), ("p2.s1", None)]
    kept = (WORLD / GAMMA / "original.txt").read_text("utf-8").splitlines()[1]
    assert [name for name, table in dump(loaded).items() if any(kept in row for row in table)] == []


def test_the_lineage_holds_every_organization_under_itself_and_its_parents(loaded: Engine) -> None:
    lineage = sa.select(col(Lineage.organization_id), col(Lineage.ancestor_id), col(Lineage.depth), col(Lineage.is_top))
    found = rows(loaded, lineage.where(col(Lineage.organization_id).in_(["acme", "acme-lab"])))
    assert sorted(found) == [
        ("acme", "acme", 0, True),
        ("acme-lab", "acme", 1, True),
        ("acme-lab", "acme-lab", 0, False),
    ]
    assert one(loaded, sa.select(func.count()).select_from(Lineage)) == 8 + 1


def test_the_change_log_from_its_beginning_gives_the_data(loaded: Engine, seeds: Path) -> None:
    def check() -> None:
        state = replayed(loaded)
        assert state["fact"] == as_json(facts(loaded))
        assert set(state["entity"]) == {item for (item,) in rows(loaded, sa.select(col(Entity.id)))}
        assert set(state["article"]) == {item for (item,) in rows(loaded, sa.select(col(Article.id)))}
        titles = {item: record["title"] for item, record in state["article"].items()}
        assert titles == dict(rows(loaded, sa.select(col(Article.id), col(Article.title))))
        names = {item: record["name"] for item, record in state["entity"].items()}
        assert names == dict(rows(loaded, sa.select(col(Entity.id), col(Entity.name))))

    check()
    edit(seeds / "gazetteer.toml", 'name = "Globex"', 'name = "Globex Capital"')
    edit(seeds / "gazetteer.toml", 'parent = { id = "acme", note = "Acme Lab is the laboratory of Acme." }', "")
    edit(seeds / GAMMA / "article.toml", 'title = "네뷸라AI 창업 1년"', 'title = "네뷸라AI, 창업 1년"')
    (seeds / VEGA / "records.toml").write_text("", "utf-8")
    load_all(loaded, seeds)
    check()
    load_all(loaded, WORLD)
    check()


def test_revisions_are_numbered_from_1_without_a_gap(loaded: Engine) -> None:
    numbers = sa.select(col(Revision.number), col(Revision.source)).order_by(col(Revision.number))
    assert rows(loaded, numbers) == [(1, "gazetteer"), (2, ALPHA.name), (3, GAMMA.name), (4, VEGA.name)]
    assert {name for name, table in dump(loaded).items() if not table} == {"merge", "distinction", "draft"}
    assert set(dump(loaded)) == set(SQLModel.metadata.tables) - {"document"}


def test_an_article_is_held_only_while_its_turn_lasts(seeds: Path) -> None:
    held = []
    for article in read_seeds(seeds).articles:
        held.append(weakref.ref(article))
        assert [one() is not None for one in held] == [False] * (len(held) - 1) + [True]
    del article
    assert [one() for one in held] == [None, None, None]


def test_an_article_that_is_changed_after_it_was_verified_is_not_loaded(engine: Engine, seeds: Path) -> None:
    load_each = load(engine, read_seeds(seeds))
    assert [next(load_each).source, next(load_each).source] == ["gazetteer", ALPHA.name]
    edit(seeds / VEGA / "records.toml", "value = 25000000", "value = 26000000")
    assert next(load_each).source == GAMMA.name
    before = dump(engine)
    with pytest.raises(InvalidRecords, match="2024-06-20-beta-vega: was changed after it had been verified"):
        next(load_each)
    assert dump(engine) == before
