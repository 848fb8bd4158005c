"""What is derived from the facts holds after every load, whatever the load changed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.db import make_engine, reading, writing
from app.models import Alumnus, Beginning, Document, NameKey, Origin
from app.seeding.derived import count_missing, derive_anew, leave_for_later, write_documents
from app.seeding.rows import table_of
from app.shapes.documents import DOCUMENTS, DocumentKind, write
from tests.conftest import WORLD, Databases
from tests.seeding.tables import dump, load_all

DERIVED = {"alumnus", "beginning", "name_key", "origin"}


@pytest.fixture
def written(databases: Databases) -> Iterator[Engine]:
    """The made-up world with all its documents, for one test alone."""
    engine = make_engine(databases.loaded(WORLD))
    list(write_documents(engine))
    yield engine
    engine.dispose()


def blocks(path: Path) -> list[str]:
    """The tables of a TOML file, each with its lines."""
    return re.split(r"(?m)^(?=\[\[)", path.read_text("utf-8"))


def edits(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Every way to change one thing in the made-up world: what it is, the file, and the file's new text."""
    gazetteer = folder / "gazetteer.toml"
    parts = blocks(gazetteer)
    for at, part in enumerate(parts):
        changes = {
            "renamed": re.sub(r'(?m)^name = "', 'name = "Other ', part),
            "another kind": part.replace('kind = "startup"', 'kind = "company"'),
            "a startup now": re.sub(r'kind = "(company|laboratory|fund)"', 'kind = "startup"', part),
            "elsewhere": part.replace('country = "US"', 'country = "CN"'),
            "on its own": re.sub(r"(?m)^parent = .*\n", "", part),
        }
        for what, new in changes.items():
            if new != part:
                text = "".join([*parts[:at], new, *parts[at + 1 :]])
                yield f"{part.splitlines()[1]} {what}", gazetteer, text
    for path in sorted(folder.glob("articles/*/records.toml")):
        parts = blocks(path)
        for at, part in enumerate(parts):
            if part.startswith("[["):
                yield (
                    f"without {part.splitlines()[0]} of {path.parent.name}",
                    path,
                    "".join(parts[:at] + parts[at + 1 :]),
                )
    for path in sorted(folder.glob("articles/*/article.toml")):
        text = path.read_text("utf-8")
        yield f"another title of {path.parent.name}", path, re.sub(r'(?m)^title = "', 'title = "또 ', text)


def assert_documents_hold(engine: Engine) -> None:
    """Hold every document against what the live join gives."""
    with reading(engine) as connection:
        for kind in DocumentKind:
            stored = connection.execute(
                sa.select(col(Document.id), col(Document.body)).where(col(Document.kind) == kind.value)
            ).all()
            ids = [row.id for row in stored]
            assert set(ids) <= set(connection.scalars(DOCUMENTS[kind].ids))
            assert dict(stored) == dict(write(connection, kind, ids))


def assert_derived_as_if_from_scratch(engine: Engine) -> None:
    """Hold the derived tables against what they are when they are made anew."""
    there = {name: rows for name, rows in dump(engine).items() if name in DERIVED}
    with writing(engine) as connection:
        for model in (Alumnus, Beginning, NameKey, Origin):
            connection.execute(sa.delete(table_of(model)))
        derive_anew(connection)
    assert there == {name: rows for name, rows in dump(engine).items() if name in DERIVED}


def test_every_document_and_every_derived_row_holds_after_every_change(written: Engine, seeds: Path) -> None:
    assert_documents_hold(written)
    done = 0
    for what, path, text in edits(seeds):
        before = path.read_text("utf-8")
        for content in (text, before):
            path.write_text(content, "utf-8")
            assert any(part.changes for part in load_all(written, seeds)), what
            assert_documents_hold(written)
            assert_derived_as_if_from_scratch(written)
            list(write_documents(written))
            assert count_missing(written) == 0
        done += 1
    assert done > 40


def test_a_change_leaves_the_documents_that_do_not_show_it(written: Engine, seeds: Path) -> None:
    def ids() -> set[tuple[str, str]]:
        with reading(written) as connection:
            return {(row.kind, row.id) for row in connection.execute(sa.select(col(Document.kind), col(Document.id)))}

    before = ids()
    gazetteer = seeds / "gazetteer.toml"
    gazetteer.write_text(gazetteer.read_text("utf-8").replace('name = "Li Lan"', 'name = "Lan Li"'), "utf-8")
    load_all(written, seeds)
    dropped = before - ids()
    assert {("person_row", "li-lan"), ("startup", "nebula-ai"), ("startup_row", "nebula-ai")} <= dropped
    assert not {("person_row", "wang-bo"), ("startup", "vega-ai"), ("startup_row", "orion-ai")} & dropped


def test_a_database_that_was_filled_before_is_caught_up_with(written: Engine) -> None:
    there = dump(written)
    with writing(written) as connection:
        for model in (Alumnus, Beginning, NameKey, Origin, Document):
            connection.execute(sa.delete(table_of(model)))
    assert len(list(write_documents(written))) > 0
    assert dump(written) == there
    assert count_missing(written) == 0


def test_a_database_that_lacks_only_the_keys_of_names_gets_them_and_keeps_its_documents(written: Engine) -> None:
    there = dump(written)
    with writing(written) as connection:
        connection.execute(sa.delete(table_of(NameKey)))
    assert count_missing(written) == 0
    assert list(write_documents(written)) == []
    assert dump(written) == there
    assert len(there["name_key"]) > len(there["beginning"]) / 4


def test_what_was_left_for_later_is_made_at_once_whatever_was_loaded_meanwhile(written: Engine, seeds: Path) -> None:
    there = dump(written)
    leave_for_later(written)
    gazetteer = seeds / "gazetteer.toml"
    before = gazetteer.read_text("utf-8")
    for text in (before.replace('name = "Li Lan"', 'name = "Lan Li"'), before):
        gazetteer.write_text(text, "utf-8")
        assert any(part.changes for part in load_all(written, seeds))
        assert not any(dump(written)[name] for name in DERIVED)
    assert len(list(write_documents(written))) > 0
    assert {name: dump(written)[name] for name in DERIVED} == {name: there[name] for name in DERIVED}
    assert count_missing(written) == 0
    assert_documents_hold(written)


def test_names_that_are_read_part_by_part_are_written_as_those_read_at_once(
    written: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.seeding.called.AT_ONCE", 10)
    assert_derived_as_if_from_scratch(written)
