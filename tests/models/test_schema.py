"""A kind of fact has a table, a section of the records file, and a shape; here is what a new one still lacks."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel, col

from app.db import make_engine, reading
from app.main import create_app
from app.models import FACT_TABLES, Entity, Fact
from app.seeding.forms import GazetteerForm, RecordsForm
from app.shapes.facts import SHAPES
from app.vocabulary import EntityType, FactType, Word
from tests.conftest import SHIPPED, WORLD, Databases
from tests.seeding.tables import dump, load_all

EVERY = {*FactType}
COMPUTED = {"id", "usd_value", "usd_rate", "usd_on", "usd_source"}


@pytest.fixture(scope="module")
def openapi(tmp_path_factory: pytest.TempPathFactory) -> Any:
    app = create_app(f"sqlite:///{tmp_path_factory.mktemp('openapi') / 'never-opened.db'}")
    document = app.openapi()
    app.state.engine.dispose()
    return document


def test_every_type_of_fact_has_a_table() -> None:
    assert EVERY - set(FACT_TABLES) == set(), "these types have no table in app.models.facts.FACT_TABLES"
    assert set(FACT_TABLES) - EVERY == set(), "these tables have no word in app.vocabulary.FactType"
    for fact_type, table in FACT_TABLES.items():
        assert sa.inspect(table).local_table.name == fact_type, f"the table of {fact_type} should be called so"


def test_every_type_of_fact_has_a_section_of_the_records_file() -> None:
    sections = set(RecordsForm.model_fields)
    assert {str(one) for one in EVERY} - sections == set(), (
        "these types have no section in app.seeding.forms.RecordsForm"
    )
    assert sections - EVERY == set(), "these sections have no word in app.vocabulary.FactType"


def test_every_type_of_fact_has_a_shape() -> None:
    assert EVERY - set(SHAPES) == set(), "these types have no shape in app.shapes.facts.SHAPES"
    for fact_type, shape in SHAPES.items():
        literal = shape.model_fields["type"].annotation
        assert getattr(literal, "__args__", ()) == (fact_type,), f"{shape.__name__}.type should be Literal[{fact_type}]"


@pytest.mark.parametrize("fact_type", FactType, ids=str)
def test_every_column_of_a_fact_can_be_written_and_is_shown(fact_type: FactType) -> None:
    columns = {column.name for column in sa.inspect(FACT_TABLES[fact_type]).local_table.columns} - COMPUTED
    said = {"period" if name.startswith("period_") else "of" if name.startswith("of_") else name for name in columns}
    said = {name.removesuffix("_id") for name in said}
    section: Any = RecordsForm.model_fields[fact_type.value].annotation
    form, shape = section.__args__[0], SHAPES[fact_type]
    assert said - set(form.model_fields) == set(), f"these cannot be written in [[{fact_type}]]: see {form.__name__}"
    assert said - set(shape.model_fields) == set(), f"these are not shown: see {shape.__name__}"


def test_every_type_of_fact_is_described_in_openapi(openapi: Any) -> None:
    described = openapi["components"]["schemas"]
    missing = {fact_type: shape.__name__ for fact_type, shape in SHAPES.items() if shape.__name__ not in described}
    assert missing == {}, "no path answers with these shapes"


@pytest.mark.parametrize("fact_type", FactType, ids=str)
def test_every_field_of_a_fact_says_what_it_means(openapi: Any, fact_type: FactType) -> None:
    properties = openapi["components"]["schemas"][SHAPES[fact_type].__name__]["properties"]
    mute = [name for name, field in properties.items() if not field.get("description")]
    assert mute == [], f"these fields of {SHAPES[fact_type].__name__} have no description"


def test_every_type_of_entity_has_a_section_of_the_gazetteer() -> None:
    assert set(GazetteerForm.model_fields) - {"merge", "distinct"} == {str(one) for one in EntityType}


def test_every_closed_word_has_a_meaning() -> None:
    mute = [f"{words.__name__}.{word.name}" for words in Word.__subclasses__() for word in words if not word.meaning]
    assert mute == []


def test_every_table_has_a_sentence() -> None:
    mute = [
        one.__name__
        for one in tables()
        if not (one.__doc__ or "").strip().endswith(".") and "\n" not in str(one.__doc__)
    ]
    assert mute == []


def tables() -> Iterator[Any]:
    """Every class that is a table."""
    for mapper in SQLModel._sa_registry.mappers:  # noqa: SLF001 - SQLModel gives no other way to its classes
        yield mapper.class_


def test_who_reads_does_not_see_a_load_that_happens_meanwhile(databases: Databases) -> None:
    engine = make_engine(databases.loaded(WORLD))
    count = sa.select(sa.func.count()).select_from(Fact)
    try:
        before = dump(engine)
        with reading(engine) as reader:
            facts = reader.scalar(count)
            assert facts == 20
            load_all(engine, SHIPPED)
            assert reader.scalar(count) == facts
            assert reader.scalar(sa.select(col(Entity.id)).where(col(Entity.id) == "moonshot-ai")) is None
        with reading(engine) as reader:
            assert (reader.scalar(count) or 0) > facts
            assert reader.scalar(sa.select(col(Entity.id)).where(col(Entity.id) == "moonshot-ai")) == "moonshot-ai"
        assert dump(engine) != before
    finally:
        engine.dispose()


def test_a_connection_that_read_goes_back_to_the_pool_without_its_snapshot(engine: Engine) -> None:
    with reading(engine) as reader:
        assert reader.scalar(sa.select(sa.func.count()).select_from(Fact)) == 0
    load_all(engine, WORLD)
    with reading(engine) as reader:
        assert reader.scalar(sa.select(sa.func.count()).select_from(Fact)) == 20
