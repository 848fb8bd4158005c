"""What may be one is proposed, with a reason and a way to say yes or no; nothing is merged unasked."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from app.db import reading
from app.seeding.files import read_seeds
from app.seeding.forms import GazetteerForm
from app.seeding.likeness import likeness
from app.seeding.proposals import MOST_HOLDERS, Entry, Proposal, entries_of, propose, search, two_of
from app.vocabulary import EntityType
from tests.conftest import SHIPPED
from tests.seeding.spelled import DISTINCT, MERGE, SECOND_PERSON, write_spelled
from tests.seeding.tables import append, edit, load_all

OLD, NEW = "jao-kai-ming", "zhao-kaiming"


def pairs(found: Sequence[Proposal]) -> list[tuple[str, str]]:
    return [(proposal.old.id, proposal.into.id) for proposal in found]


def in_file(folder: Path) -> list[Proposal]:
    gazetteer = read_seeds(folder / "gazetteer.toml").gazetteer
    return propose(entries_of(gazetteer), two_of(gazetteer))


def in_database(engine: Engine, *types: EntityType) -> list[Proposal]:
    with reading(engine) as connection:
        return search(connection, types or EntityType).proposals


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Seeds with two entries of one man."""
    return write_spelled(tmp_path, OLD, SECOND_PERSON)


def test_a_second_entry_of_one_man_is_proposed_with_score_reason_and_record(two: Path) -> None:
    (proposal,) = in_file(two)
    assert pairs([proposal]) == [(OLD, NEW)]
    assert proposal.likeness.score >= 0.97
    line = proposal.as_line()
    assert "\n" not in line
    assert line.startswith(
        f"may be the same: {OLD} (자오 카이밍, 조개명) and {NEW} (Zhao Kaiming, 자오카이밍, 赵凯明), "
    )
    assert f'[[merge]] from = "{OLD}", into = "{NEW}"' in line
    assert f'[[distinct]] a = "{OLD}", b = "{NEW}"' in line
    assert proposal.as_object()["merge"].startswith(f'[[merge]]\nfrom = "{OLD}"\ninto = "{NEW}"\n')
    append(two / "gazetteer.toml", proposal.merge)  # as it is
    assert in_file(two) == []


@pytest.mark.parametrize("answer", [MERGE.format(old=OLD, into=NEW), DISTINCT.format(a=NEW, b=OLD)])
def test_who_has_been_judged_is_proposed_no_more(engine: Engine, two: Path, answer: str) -> None:
    load_all(engine, two)
    assert pairs(in_database(engine)) == [(OLD, NEW)]
    append(two / "gazetteer.toml", answer)
    assert in_file(two) == []
    load_all(engine, two)
    assert in_database(engine) == []
    edit(two / "gazetteer.toml", answer, "")
    load_all(engine, two)
    assert pairs(in_database(engine)) == [(OLD, NEW)]


def test_what_is_new_is_held_against_what_the_database_knows(engine: Engine, tmp_path: Path) -> None:
    """The second gazetteer does not hold the man of the first."""
    load_all(engine, write_spelled(tmp_path / "first"))
    second = GazetteerForm.model_validate(
        {"person": [{"id": "asada", "name": "趙凱明"}, {"id": "zhao-mei", "name": "赵梅"}]}
    )
    assert propose(entries_of(second)) == []
    with reading(engine) as connection:
        found = propose(entries_of(second), (), connection)
    assert pairs(found) == [("asada", NEW)]


def test_what_is_already_known_is_not_new_to_itself(engine: Engine, two: Path) -> None:
    load_all(engine, two)
    entries = [entry for entry in entries_of(read_seeds(two).gazetteer) if entry.id == NEW]
    with reading(engine) as connection:
        assert pairs(propose(entries, (), connection)) == [(NEW, OLD)]


def test_only_those_of_one_type_are_proposed(engine: Engine, two: Path) -> None:
    append(two / "gazetteer.toml", '[[organization]]\nid = "zhao"\nkind = "company"\nname = "赵凯明"\n')
    load_all(engine, two)
    assert pairs(in_database(engine)) == [(OLD, NEW)]
    assert in_database(engine, EntityType.ORGANIZATION) == []


def test_what_belongs_to_the_other_is_another(engine: Engine, two: Path) -> None:
    parent = 'parent = { id = "xinghe", note = "Its part." }'
    append(two / "gazetteer.toml", '[[organization]]\nid = "xinghe-2"\nkind = "company"\nname = "싱허그룹"\n' + parent)
    assert pairs(in_file(two)) == [(OLD, NEW)]
    load_all(engine, two)
    assert pairs(in_database(engine)) == [(OLD, NEW)]
    edit(two / "gazetteer.toml", parent, "")
    load_all(engine, two)
    assert ("xinghe-2", "xinghe") in pairs(in_database(engine))
    assert ("xinghe-2", "xinghe") in pairs(in_file(two))


def test_namesakes_with_other_characters_are_two() -> None:
    assert likeness(["李强", "Li Qiang"], ["李蔷", "Li Qiang"]).score < 0.9
    assert likeness(["李强", "Li Qiang"], ["Li Qiang"]).score == 1
    assert likeness(["李强"], ["李強"]).score == 1
    assert likeness(["李强"], ["왕보"]).score == 0


def test_a_name_that_very_many_have_proposes_nobody(engine: Engine, tmp_path: Path) -> None:
    folder = write_spelled(tmp_path)
    people = "".join(f'[[person]]\nid = "li-{at}"\nname = "Li Li"\n\n' for at in range(MOST_HOLDERS + 1))
    append(folder / "gazetteer.toml", people)
    assert in_file(folder) == []
    load_all(engine, folder)
    with reading(engine) as connection:
        found = search(connection, [EntityType.PERSON])
    assert found.proposals == []
    assert found.crowded > 0


def test_a_search_compares_so_many_pairs_and_says_what_it_left_out(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_spelled(tmp_path)
    append(folder / "gazetteer.toml", "".join(f'[[person]]\nid = "li-{at}"\nname = "Li Li"\n\n' for at in range(10)))
    load_all(engine, folder)
    monkeypatch.setattr("app.seeding.proposals.MOST_PAIRS", 7)
    with reading(engine) as connection:
        found = search(connection, [EntityType.PERSON])
    assert (len(found.proposals), found.left_out) == (7, 45 - 7)


def test_the_one_of_which_more_is_known_stays() -> None:
    known = Entry("kai-fu-lee", EntityType.PERSON, ("Kai-Fu Lee", "李开复"))
    other = Entry("a-lee", EntityType.PERSON, ("리카이푸",))
    assert pairs(propose([known, other])) == [("a-lee", "kai-fu-lee")]
    assert pairs(propose([other, known])) == [("a-lee", "kai-fu-lee")]


def test_the_shipped_gazetteer_holds_nobody_twice() -> None:
    assert in_file(SHIPPED) == []
