"""Names instead of ids in a records file: they mean whom they surely mean, or nobody."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.errors import InvalidRecords
from app.models import Citation, Founding, Person
from app.seeding.files import read_seeds
from app.seeding.forms import GazetteerForm
from app.seeding.references import Resolver, Unresolved
from app.seeding.verify import verify
from tests.seeding.spelled import FIRST, SECOND, write_spelled
from tests.seeding.tables import dump, edit, load_all, rows

PEOPLE = GazetteerForm.model_validate(
    {
        "person": [
            {"id": "li-qiang", "name": "Li Qiang", "name_zh": "李强"},
            {"id": "li-qiang-2", "name": "Qiang Li", "name_zh": "李蔷"},
            {"id": "yang-zhilin", "name": "Yang Zhilin", "name_zh": "杨植麟"},
            {"id": "yang-zilin", "name": "杨子林"},
        ],
        "organization": [{"id": "yang-lab", "name": "Yang Zhilin", "kind": "laboratory"}],
        "merge": [{"from": "yang-zilin", "into": "yang-zhilin", "note": "A slip of the pen."}],
    }
)


def test_two_articles_that_spell_one_person_differently_end_in_one_person(engine: Engine, tmp_path: Path) -> None:
    """The second one names 짜오카이밍, whom the gazetteer does not know by that name."""
    load_all(engine, write_spelled(tmp_path))
    assert rows(engine, sa.select(col(Person.id)).order_by(col(Person.id))) == [("wang-bo",), ("zhao-kaiming",)]
    ((founding, person),) = rows(engine, sa.select(col(Founding.id), col(Founding.person_id)))
    assert person == "zhao-kaiming"
    cited = sa.select(col(Citation.article_id)).where(col(Citation.fact_id) == founding).order_by("article_id")
    assert rows(engine, cited) == [(FIRST.name,), (SECOND.name,)]
    before = dump(engine)
    load_all(engine, tmp_path)
    assert dump(engine) == before


@pytest.mark.parametrize(
    ("person", "message"),
    [
        ("자오", "no person is surely called “자오”"),
        ("자오카이민", "no person is surely called “자오카이민”; near are zhao-kaiming (Zhao Kaiming, 0."),
        ("제프 딘", "no person is surely called “제프 딘”; none is near"),
        ("싱허", "no person is surely called “싱허”; none is near"),
    ],
)
def test_a_name_that_nobody_surely_has_is_a_mistake(tmp_path: Path, person: str, message: str) -> None:
    seeds = write_spelled(tmp_path, person)
    with pytest.raises(InvalidRecords) as refused:
        verify(read_seeds(seeds))
    first = refused.value.mistakes[0]
    assert first.message.startswith(message)
    assert (Path(first.file), first.line) == (seeds / SECOND / "records.toml", 3)


def test_a_name_has_to_be_the_articles_own(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecords, match="“趙凱明” stands nowhere in the text"):
        verify(read_seeds(write_spelled(tmp_path, "趙凱明")))


def test_a_speaker_can_be_named_as_well(engine: Engine, tmp_path: Path) -> None:
    seeds = write_spelled(tmp_path)
    said = 'as_written = "싱허를 창업", attributed_to = "{}", attribution = "stated"'
    edit(seeds / SECOND / "records.toml", 'as_written = "싱허를 창업"', said.format("짜오카이밍"))
    load_all(engine, seeds)
    spoken = sa.select(col(Citation.attributed_to_id)).where(col(Citation.attributed_to_id).is_not(None))
    assert rows(engine, spoken) == [("zhao-kaiming",)]


def test_the_very_name_comes_before_what_only_sounds_the_same() -> None:
    resolver = Resolver(PEOPLE)
    assert resolver.resolve("李强", ("person",)) == "li-qiang"
    assert resolver.resolve("李強", ("person",)) == "li-qiang"
    with pytest.raises(Unresolved, match="more than one person may be called “리창”; near are li-qiang"):
        resolver.resolve("리창", ("person",))


def test_only_the_right_kind_is_looked_at_and_an_id_is_an_id() -> None:
    resolver = Resolver(PEOPLE)
    assert resolver.resolve("양즈린", ("organization",)) == "yang-lab"
    assert resolver.resolve("nobody", ("person",)) == "nobody"
    assert resolver.resolve("CN", ("country",)) == "CN"


def test_what_was_merged_is_one_person() -> None:
    assert Resolver(PEOPLE).resolve("양즈린", ("person",)) == "yang-zhilin"
    assert Resolver(PEOPLE).resolve("杨子林", ("person",)) == "yang-zhilin"
