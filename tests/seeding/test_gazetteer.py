"""Loading the gazetteer: names, kinds, and the links that we state ourselves."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.errors import InvalidRecords
from app.models import Alias, Change, Entity, Fact, Lineage, Organization, Parent
from tests.conftest import WORLD
from tests.seeding.tables import ALPHA, append, content, dump, edit, facts, load_all, one, rows, told

LAB_PARENT = 'parent = { id = "acme", note = "Acme Lab is the laboratory of Acme." }'
STATED_PARENT = """
[[parent]]
organization = "acme-lab"
parent = "{parent}"
citations = [{{ passage = "p2.s1", as_written = "애크미랩" }}]
"""
LAB_LINEAGE = (
    sa.select(col(Lineage.ancestor_id), col(Lineage.depth), col(Lineage.is_top))
    .where(col(Lineage.organization_id) == "acme-lab")
    .order_by(col(Lineage.depth), col(Lineage.ancestor_id))
)
PARENTS = sa.select(col(Parent.id), col(Fact.basis), col(Fact.note)).join(Fact, col(Fact.id) == col(Parent.id))


def test_a_new_alias_changes_one_entity_and_nothing_else(loaded: Engine, seeds: Path) -> None:
    before = dump(loaded)
    edit(seeds / "gazetteer.toml", 'aliases = ["네뷸라"]', 'aliases = ["네뷸라", "星云", "Nebula"]')
    (done,) = [part for part in load_all(loaded, seeds) if part.changes]
    ((action, subject, item, record),) = done.changes
    assert (action, subject, item) == ("changed", "entity", "nebula-ai")
    assert record["aliases"] == ["Nebula", "星云", "네뷸라"]
    assert {name for name, table in content(dump(loaded)).items() if table != before[name]} == {
        "alias", "beginning", "name_key",
    }  # fmt: skip
    aliases = sa.select(col(Alias.alias)).where(col(Alias.entity_id) == "nebula-ai").order_by(col(Alias.alias))
    assert [alias for (alias,) in rows(loaded, aliases)] == sorted(["네뷸라", "星云", "Nebula"])


def test_an_alias_that_is_taken_out_is_gone(loaded: Engine, seeds: Path) -> None:
    edit(seeds / "gazetteer.toml", 'aliases = ["네뷸라"]\n', "")
    assert told(load_all(loaded, seeds)) == {"gazetteer": {"changed": {"entity": 1}}}
    assert rows(loaded, sa.select(col(Alias.alias)).where(col(Alias.entity_id) == "nebula-ai")) == []


def test_an_entity_can_be_renamed_and_keeps_its_id_and_its_facts(loaded: Engine, seeds: Path) -> None:
    before = facts(loaded)
    edit(seeds / "gazetteer.toml", 'name = "Globex"', 'name = "Globex Capital"')
    edit(seeds / "gazetteer.toml", 'kind = "fund"', 'kind = "company"')
    assert told(load_all(loaded, seeds)) == {"gazetteer": {"changed": {"entity": 1}}}
    assert one(loaded, sa.select(col(Entity.name)).where(col(Entity.id) == "globex")) == "Globex Capital"
    assert one(loaded, sa.select(col(Organization.kind)).where(col(Organization.id) == "globex")) == "company"
    assert facts(loaded) == before


def test_an_id_cannot_become_something_of_another_type(engine: Engine, loaded: Engine, seeds: Path) -> None:
    """Orion is a startup for good: the id of an organization is never a person's."""
    before = dump(loaded)
    edit(
        seeds / "gazetteer.toml",
        '[[organization]]\nid = "orion-ai"\nkind = "startup"\nname = "Orion AI"\nname_ko = "오리온AI"\ncountry = "CN"',
        '[[person]]\nid = "orion-ai"\nname = "Orion AI"\nname_ko = "오리온AI"',
    )
    with pytest.raises(
        InvalidRecords, match="“orion-ai” is the permanent id of a organization; a person needs another"
    ):
        load_all(loaded, seeds)
    assert dump(loaded) == before
    load_all(engine, seeds)
    assert one(engine, sa.select(col(Entity.type)).where(col(Entity.id) == "orion-ai")) == "person"


def test_what_a_gazetteer_leaves_out_stays(loaded: Engine, seeds: Path) -> None:
    before = dump(loaded)
    text = (seeds / "gazetteer.toml").read_text("utf-8")
    (seeds / "gazetteer.toml").write_text(text[: text.index("[[organization]]")], "utf-8")
    assert told(load_all(loaded, seeds / "gazetteer.toml")) == {}
    assert dump(loaded) == before


def test_a_parent_that_is_taken_out_is_retracted_and_the_lineage_follows(loaded: Engine, seeds: Path) -> None:
    assert rows(loaded, LAB_LINEAGE) == [("acme-lab", 0, False), ("acme", 1, True)]
    before, (parent, basis, note) = dump(loaded), rows(loaded, PARENTS)[0]
    assert (basis, note) == ("editorial", "Acme Lab is the laboratory of Acme.")
    edit(seeds / "gazetteer.toml", LAB_PARENT, "")
    assert told(load_all(loaded, seeds)) == {"gazetteer": {"retracted": {"parent": 1}}}
    assert rows(loaded, PARENTS) == []
    assert parent not in facts(loaded)
    assert rows(loaded, LAB_LINEAGE) == [("acme-lab", 0, True)]
    load_all(loaded, WORLD)
    assert content(dump(loaded)) == content(before)


def test_another_parent_replaces_the_first(loaded: Engine, seeds: Path) -> None:
    edit(seeds / "gazetteer.toml", LAB_PARENT, LAB_PARENT.replace('"acme"', '"hooli"'))
    assert told(load_all(loaded, seeds)) == {"gazetteer": {"added": {"parent": 1}, "retracted": {"parent": 1}}}
    assert rows(loaded, LAB_LINEAGE) == [("acme-lab", 0, False), ("hooli", 1, True)]


def test_another_reason_changes_the_fact_and_keeps_its_id(loaded: Engine, seeds: Path) -> None:
    ((parent, _, _),) = rows(loaded, PARENTS)
    edit(seeds / "gazetteer.toml", "Acme Lab is the laboratory of Acme.", "Acme says so.")
    assert told(load_all(loaded, seeds)) == {"gazetteer": {"changed": {"parent": 1}}}
    assert rows(loaded, PARENTS) == [(parent, "editorial", "Acme says so.")]


def test_a_parent_that_an_article_states_is_stated_until_the_article_drops_it(loaded: Engine, seeds: Path) -> None:
    before, ((parent, _, note),) = dump(loaded), rows(loaded, PARENTS)
    append(seeds / ALPHA / "records.toml", STATED_PARENT.format(parent="acme"))
    assert told(load_all(loaded, seeds)) == {ALPHA.name: {"changed": {"parent": 1}}}
    assert rows(loaded, PARENTS) == [(parent, "stated", note)]
    assert told(load_all(loaded, seeds)) == {}
    assert told(load_all(loaded, WORLD)) == {ALPHA.name: {"changed": {"parent": 1}}}
    assert rows(loaded, PARENTS) == [(parent, "editorial", note)]
    assert content(dump(loaded)) == content(before)


def test_a_parent_that_only_an_article_states_outlives_the_gazetteers(loaded: Engine, seeds: Path) -> None:
    append(seeds / ALPHA / "records.toml", STATED_PARENT.format(parent="acme"))
    edit(seeds / "gazetteer.toml", LAB_PARENT, "")
    load_all(loaded, seeds)
    ((_, basis, note),) = rows(loaded, PARENTS)
    assert (basis, note) == ("stated", None)
    assert rows(loaded, LAB_LINEAGE) == [("acme-lab", 0, False), ("acme", 1, True)]
    load_all(loaded, seeds)
    edit(seeds / ALPHA / "records.toml", STATED_PARENT.format(parent="acme"), "")
    assert told(load_all(loaded, seeds)) == {ALPHA.name: {"retracted": {"parent": 1}}}
    assert rows(loaded, LAB_LINEAGE) == [("acme-lab", 0, True)]


def test_two_parents_are_both_one_step_up(loaded: Engine, seeds: Path) -> None:
    append(seeds / ALPHA / "records.toml", STATED_PARENT.format(parent="hooli"))
    load_all(loaded, seeds)
    assert rows(loaded, LAB_LINEAGE) == [("acme-lab", 0, False), ("acme", 1, True), ("hooli", 1, True)]


def test_a_circle_through_an_article_changes_nothing(engine: Engine, loaded: Engine, seeds: Path) -> None:
    """The gazetteer says that Acme Lab belongs to Acme; an article must not say the opposite as well."""
    circle = STATED_PARENT.format(parent="acme-lab").replace('organization = "acme-lab"', 'organization = "acme"')
    append(seeds / ALPHA / "records.toml", circle)
    for database in (engine, loaded):
        before = dump(database)
        with pytest.raises(InvalidRecords, match="acme"):
            load_all(database, seeds)
        assert dump(database) == before


def test_the_log_names_the_gazetteer_as_the_source_of_an_editorial_fact(loaded: Engine) -> None:
    (parent, _, _), *_ = rows(loaded, PARENTS)
    assert rows(loaded, sa.select(col(Change.revision), col(Change.action)).where(col(Change.id) == parent)) == [
        (1, "added")
    ]
