"""A merge makes one of two, a split two of one again, and either is as if it had been so from the beginning."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.db import make_engine, reading
from app.errors import InvalidRecords
from app.models import Alias, Citation, Distinction, Entity, Fact, Founding, Merge
from app.seeding.derived import write_documents
from app.seeding.files import read_seeds
from app.seeding.identity import read_merges
from app.seeding.known import Entities
from app.seeding.restating import statements_of
from app.seeding.verify import verify
from app.seeding.written import entry_as_toml
from tests.conftest import WORLD, Databases
from tests.seeding.spelled import DISTINCT, FIRST, MERGE, SECOND, SECOND_PERSON, write_spelled
from tests.seeding.tables import (
    ALPHA,
    VEGA,
    append,
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
from tests.seeding.test_derived import assert_derived_as_if_from_scratch, assert_documents_hold

OLD, NEW = "jao-kai-ming", "zhao-kaiming"
ONE_MAN = MERGE.format(old=OLD, into=NEW)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Seeds in which the second article names the man by an id of its own."""
    return write_spelled(tmp_path, OLD, SECOND_PERSON)


def assert_whole(engine: Engine) -> None:
    """Hold the log against the tables, and what is derived against what it would be from scratch."""
    state = replayed(engine)
    assert state["fact"] == as_json(facts(engine))
    with reading(engine) as connection:
        assert state["merge"] == read_merges(connection)
    assert set(state["entity"]) == {item for (item,) in rows(engine, sa.select(col(Entity.id)))}
    assert_documents_hold(engine)
    assert_derived_as_if_from_scratch(engine)


def test_a_merge_states_all_that_was_said_of_the_one_of_the_other(engine: Engine, two: Path) -> None:
    load_all(engine, two)
    list(write_documents(engine))
    assert one(engine, sa.select(sa.func.count()).select_from(Founding)) == 2
    append(two / "gazetteer.toml", ONE_MAN)
    assert told(load_all(engine, two)) == {
        "gazetteer": {
            "changed": {"entity": 1, "founding": 1, "employment": 1},
            "retracted": {"entity": 1, "founding": 1, "employment": 1},
            "added": {"merge": 1},
        }
    }
    assert rows(engine, sa.select(col(Founding.person_id))) == [(NEW,)]
    assert {
        tuple(map(str, row)) for row in rows(engine, sa.select(col(Citation.article_id), col(Citation.merged)))
    } == {
        (FIRST.name, "{}"),
        (SECOND.name, str({"person": OLD})),
    }
    aliases = sa.select(col(Alias.alias)).where(col(Alias.entity_id) == NEW).order_by(col(Alias.alias))
    assert [alias for (alias,) in rows(engine, aliases)] == sorted(["자오 카이밍", "조개명"])
    assert rows(engine, sa.select(col(Entity.id)).where(col(Entity.id) == OLD)) == []
    assert rows(engine, sa.select(col(Merge.id), col(Merge.entity_id), col(Merge.note))) == [(OLD, NEW, "One man.")]
    assert_whole(engine)
    before = dump(engine)
    assert told(load_all(engine, two)) == {}
    assert dump(engine) == before


def test_a_split_undoes_a_merge_exactly_whichever_part_is_loaded(engine: Engine, two: Path) -> None:
    load_all(engine, two)
    before = dump(engine)
    gazetteer = (two / "gazetteer.toml").read_text("utf-8")
    append(two / "gazetteer.toml", ONE_MAN)
    load_all(engine, two / "gazetteer.toml")
    merged = dump(engine)
    assert told(load_all(engine, two)) == {}
    (two / "gazetteer.toml").write_text(gazetteer, "utf-8")
    assert told(load_all(engine, two / "gazetteer.toml"))["gazetteer"]["retracted"] == {"merge": 1}
    assert content(dump(engine)) == content(before)
    assert told(load_all(engine, two)) == {}
    assert_whole(engine)
    append(two / "gazetteer.toml", ONE_MAN)
    load_all(engine, two)
    assert content(dump(engine)) == content(merged)


def test_what_is_loaded_with_a_merge_is_what_a_merge_makes(engine: Engine, two: Path, databases: Databases) -> None:
    load_all(engine, two)
    append(two / "gazetteer.toml", ONE_MAN)
    load_all(engine, two)
    other = make_engine(databases.migrated())
    load_all(other, two)
    assert content(dump(other)) == content(dump(engine))
    other.dispose()


def test_an_article_can_be_corrected_while_its_person_is_merged(engine: Engine, two: Path) -> None:
    load_all(engine, two)
    before = dump(engine)
    records = two / SECOND / "records.toml"
    text, gazetteer = records.read_text("utf-8"), (two / "gazetteer.toml").read_text("utf-8")
    append(two / "gazetteer.toml", ONE_MAN)
    load_all(engine, two)
    edit(records, 'as_written = "싱허를 창업"', 'as_written = "싱허를 창업했다"')
    assert told(load_all(engine, two)) == {SECOND.name: {"changed": {"founding": 1}}}
    records.write_text(text, "utf-8")
    (two / "gazetteer.toml").write_text(gazetteer, "utf-8")
    load_all(engine, two)
    assert content(dump(engine)) == content(before)


def test_one_article_may_state_a_fact_of_both(engine: Engine, two: Path) -> None:
    append(
        two / SECOND / "records.toml",
        f'[[founding]]\nperson = "{NEW}"\nstartup = "xinghe"\n'
        'citations = [{ passage = "p2.s3", as_written = "자오 카이밍은", words = { person = "자오" } }]',
    )
    load_all(engine, two)
    before = dump(engine)
    append(two / "gazetteer.toml", ONE_MAN)
    load_all(engine, two)
    places = sa.select(col(Citation.position), col(Citation.passage)).join(
        Founding, col(Founding.id) == Citation.fact_id
    )
    here = places.where(col(Citation.article_id) == SECOND.name).order_by(col(Citation.position))
    assert [at for at, _ in rows(engine, here)] == [1, 2]
    assert told(load_all(engine, two)) == {}
    assert_whole(engine)
    edit(two / "gazetteer.toml", ONE_MAN, "")
    load_all(engine, two / "gazetteer.toml")
    assert content(dump(engine)) == content(before)


def test_a_chain_leads_to_its_end_and_each_link_can_be_undone(engine: Engine, two: Path) -> None:
    first, second = MERGE.format(old=OLD, into="wang-bo"), MERGE.format(old="wang-bo", into=NEW)
    load_all(engine, two)
    before = dump(engine)
    append(two / "gazetteer.toml", first)
    load_all(engine, two)
    half = dump(engine)
    assert set(rows(engine, sa.select(col(Founding.person_id)))) == {(NEW,), ("wang-bo",)}
    append(two / "gazetteer.toml", second)
    load_all(engine, two)
    assert rows(engine, sa.select(col(Founding.person_id))) == [(NEW,)]
    leads = sa.select(col(Merge.id), col(Merge.into_id), col(Merge.entity_id)).order_by(col(Merge.id))
    assert rows(engine, leads) == [(OLD, "wang-bo", NEW), ("wang-bo", NEW, NEW)]
    assert_whole(engine)
    edit(two / "gazetteer.toml", second, "")
    load_all(engine, two)
    assert content(dump(engine)) == content(half)
    edit(two / "gazetteer.toml", first, second)
    load_all(engine, two)
    assert set(rows(engine, sa.select(col(Founding.person_id)))) == {(NEW,), (OLD,)}
    edit(two / "gazetteer.toml", second, "")
    load_all(engine, two)
    assert content(dump(engine)) == content(before)


PAIRS = [
    ("acme", "hooli"), ("acme-lab", "hooli"), ("hooli", "globex"), ("data-bureau", "globex"), ("nebula-ai", "orion-ai"),
    ("orion-ai", "nebula-ai"), ("vega-ai", "nebula-ai"), ("li-lan", "wang-bo"), ("zhao-mei", "li-lan"),
    ("star-startups", "tracked-founders"), ("tracked-founders", "star-startups"),
]  # fmt: skip
"""Entries of the made-up world: parents, parties of claims, bases of figures, speakers, makers, cohorts."""


@pytest.mark.parametrize(("old", "into"), PAIRS)
def test_whatever_is_merged_and_split_all_that_follows_holds(loaded: Engine, seeds: Path, old: str, into: str) -> None:
    before = dump(loaded)
    list(write_documents(loaded))
    append(seeds / "gazetteer.toml", MERGE.format(old=old, into=into))
    load_all(loaded, seeds)
    mentions = [name for name, table in content(dump(loaded)).items() if any(f"id': '{old}'" in row for row in table)]
    assert mentions == ["merge"]
    assert_whole(loaded)
    list(write_documents(loaded))
    assert told(load_all(loaded, seeds)) == {}
    load_all(loaded, WORLD)
    assert content(dump(loaded)) == content(before)
    assert_whole(loaded)


def test_what_the_database_states_has_the_id_that_it_had_in_the_files(loaded: Engine) -> None:
    with reading(loaded) as connection:
        ids = connection.scalars(sa.select(col(Fact.id))).all()
        assert {item: fact.id for item, fact in statements_of(connection, ids).items()} == {item: item for item in ids}


def test_a_gazetteer_that_does_not_hold_both_leaves_a_merge_alone(engine: Engine, two: Path) -> None:
    append(two / "gazetteer.toml", ONE_MAN)
    load_all(engine, two)
    before = dump(engine)
    gazetteer = (two / "gazetteer.toml").read_text("utf-8")
    (two / "gazetteer.toml").write_text(gazetteer.replace(ONE_MAN, "").replace(SECOND_PERSON, ""), "utf-8")
    assert told(load_all(engine, two / FIRST)) == {}
    assert dump(engine) == before


def test_what_stands_in_the_database_alone_is_merged_once_its_entry_is_written_down(engine: Engine, two: Path) -> None:
    load_all(engine, two)
    before = dump(engine)
    gazetteer = (two / "gazetteer.toml").read_text("utf-8").replace(SECOND_PERSON, "")
    (two / "gazetteer.toml").write_text(gazetteer + ONE_MAN, "utf-8")
    with pytest.raises(InvalidRecords, match=f"`haigui entry {OLD}` prints the entry to be added here"):
        load_all(engine, two / "gazetteer.toml")
    with reading(engine) as connection:
        entry = Entities(connection).entry(OLD)
    assert entry is not None
    (two / "gazetteer.toml").write_text(gazetteer + entry_as_toml(entry), "utf-8")
    assert told(load_all(engine, two / "gazetteer.toml")) == {}
    append(two / "gazetteer.toml", ONE_MAN)
    assert told(load_all(engine, two / "gazetteer.toml"))["gazetteer"]["added"] == {"merge": 1}
    with reading(engine) as connection:
        assert Entities(connection).entry(OLD) is None
    assert_whole(engine)
    edit(two / "gazetteer.toml", ONE_MAN, "")
    load_all(engine, two / "gazetteer.toml")
    assert content(dump(engine)) == content(before)


def test_who_is_said_to_be_two_is_kept_until_it_is_said_no_more(engine: Engine, two: Path) -> None:
    append(two / "gazetteer.toml", DISTINCT.format(a=NEW, b=OLD))
    assert told(load_all(engine, two))["gazetteer"]["added"] == {"entity": 5, "distinction": 1}
    assert rows(engine, sa.select(col(Distinction.a_id), col(Distinction.b_id))) == [(OLD, NEW)]
    assert told(load_all(engine, two)) == {}
    edit(two / "gazetteer.toml", "Father and son.", "Brothers.")
    assert told(load_all(engine, two)) == {"gazetteer": {"changed": {"distinction": 1}}}
    edit(two / "gazetteer.toml", DISTINCT.format(a=NEW, b=OLD).replace("Father and son.", "Brothers."), "")
    assert told(load_all(engine, two)) == {"gazetteer": {"retracted": {"distinction": 1}}}
    assert rows(engine, sa.select(col(Distinction.a_id))) == []


@pytest.mark.parametrize(
    ("more", "place", "message"),
    [
        (MERGE.format(old="nobody", into=NEW), "merge[1].from", "there is no “nobody” here"),
        (MERGE.format(old=OLD, into="zhao-kaimin"), "merge[1].into", "did you mean “zhao-kaiming”?"),
        (MERGE.format(old=OLD, into="acme"), "merge[1].into", "is a person, “acme” a organization: they cannot be one"),
        (MERGE.format(old=OLD, into=OLD), "merge[1].into", "is merged in a circle: it leads nowhere"),
        (ONE_MAN + MERGE.format(old=NEW, into=OLD), "merge[1].into", "is merged in a circle"),
        (ONE_MAN + MERGE.format(old=OLD, into="wang-bo"), "merge[2].from", f"“{OLD}” is merged twice"),
        (ONE_MAN + DISTINCT.format(a=OLD, b=NEW), "distinct[1].b", "are one, by their id or by a merge"),
        (DISTINCT.format(a="acme", b="acme"), "distinct[1].b", "are one, by their id or by a merge"),
        (DISTINCT.format(a="acme", b="acne"), "distinct[1].b", "there is no “acne” here; did you mean “acme”?"),
        (ONE_MAN.replace('note = "One man."', ""), "merge[1].note", "is missing"),
    ],
)
def test_a_merge_that_cannot_be_is_a_mistake_with_its_place(two: Path, more: str, place: str, message: str) -> None:
    append(two / "gazetteer.toml", more)
    with pytest.raises(InvalidRecords) as refused:
        verify(read_seeds(two))
    found = [mistake for mistake in refused.value.mistakes if message in mistake.message]
    assert found[0].place == place
    assert found[0].line > 0


def test_what_belongs_to_the_other_cannot_be_merged_into_it(seeds: Path) -> None:
    append(seeds / "gazetteer.toml", MERGE.format(old="acme-lab", into="acme"))
    with pytest.raises(InvalidRecords, match="belongs to itself: acme → acme"):
        verify(read_seeds(seeds))


def test_a_circle_through_two_gazetteers_changes_nothing(engine: Engine, two: Path) -> None:
    append(two / "gazetteer.toml", ONE_MAN)
    load_all(engine, two)
    before = dump(engine)
    gazetteer = (two / "gazetteer.toml").read_text("utf-8").replace(ONE_MAN, "").replace(SECOND_PERSON, "")
    (two / "gazetteer.toml").write_text(gazetteer, "utf-8")
    append(two / "gazetteer.toml", MERGE.format(old=NEW, into="wang-bo"))
    load_all(engine, two / "gazetteer.toml")
    assert rows(engine, sa.select(col(Merge.id), col(Merge.entity_id)).order_by(col(Merge.id))) == [
        (OLD, "wang-bo"),
        (NEW, "wang-bo"),
    ]
    (two / "gazetteer.toml").write_text(gazetteer, "utf-8")
    load_all(engine, two / "gazetteer.toml")
    assert content(dump(engine)) == content(before)


def test_an_article_of_the_world_is_loaded_alone_after_a_merge(loaded: Engine, seeds: Path) -> None:
    append(seeds / "gazetteer.toml", MERGE.format(old="wang-bo", into="zhao-mei"))
    load_all(loaded, seeds / "gazetteer.toml")
    for article in (ALPHA, VEGA):
        assert told(load_all(loaded, seeds / article)) == {}
