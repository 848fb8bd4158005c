"""Files that cannot be loaded: each mistake is named with file, line and key, and the database stays as it was."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from sqlalchemy.engine import Engine

from app.db import make_engine
from app.errors import InvalidRecords, Mistake
from tests.conftest import SHIPPED, WORLD, Databases
from tests.seeding.slips import SLIPS, Slip
from tests.seeding.tables import ALPHA, GAMMA, VEGA, Dump, append, dump, edit, load_all


@pytest.fixture(scope="module")
def untouched(databases: Databases) -> Iterator[tuple[Engine, Dump]]:
    """The made-up world in a database that no load of this file may change, and what stands in it."""
    engine = make_engine(databases.loaded(WORLD))
    yield engine, dump(engine)
    engine.dispose()


def refused(untouched: tuple[Engine, Dump], path: Path) -> list[Mistake]:
    """The mistakes for which a load is refused; it is made sure that nothing was changed."""
    engine, before = untouched
    with pytest.raises(InvalidRecords) as caught:
        load_all(engine, path)
    assert dump(engine) == before
    assert str(caught.value) == "\n".join(str(mistake) for mistake in caught.value.mistakes)
    return list(caught.value.mistakes)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name.replace(" ", "-"))
def test_a_mistake_is_named_with_its_place_and_changes_nothing(
    untouched: tuple[Engine, Dump], seeds: Path, slip: Slip
) -> None:
    expected = slip.make(seeds)
    mistakes = refused(untouched, seeds)
    found = [one for one in mistakes if expected.message in one.message]
    assert [(one.file, one.line, one.place) for one in found] == [(expected.file, expected.line, expected.place)]
    assert len(mistakes) == 1 + slip.more, "\n".join(map(str, mistakes))


def test_a_figure_of_the_shipped_article_that_its_words_do_not_give_is_refused(
    untouched: tuple[Engine, Dump], tmp_path: Path
) -> None:
    seeds = copytree(SHIPPED, tmp_path / "seeds")
    (records,) = seeds.rglob("records.toml")
    edit(records, "value = 70000000\n", "value = 7000000\n")
    line = records.read_text("utf-8").splitlines().index("value = 7000000") + 1
    (mistake,) = refused(untouched, seeds)
    assert (mistake.file, mistake.line, mistake.place) == (str(records), line, "figure[8].value")
    assert mistake.message == "“7000만 달러” gives 70000000 USD, but the record says 7000000 USD"


def test_a_circle_of_three_names_each_of_them(untouched: tuple[Engine, Dump], seeds: Path) -> None:
    edit(seeds / "gazetteer.toml", 'name_ko = "애크미"', 'name_ko = "애크미"\nparent = { id = "hooli", note = "x" }')
    edit(seeds / "gazetteer.toml", 'name_ko = "훌리"', 'name_ko = "훌리"\nparent = { id = "acme-lab", note = "x" }')
    assert [one.message for one in refused(untouched, seeds)] == [
        "belongs to itself: acme → hooli → acme-lab → acme",
        "belongs to itself: acme-lab → acme → hooli → acme-lab",
        "belongs to itself: hooli → acme-lab → acme → hooli",
    ]


@pytest.mark.parametrize("name", ["article.toml", "records.toml"])
def test_a_file_that_is_missing_is_named(untouched: tuple[Engine, Dump], seeds: Path, name: str) -> None:
    (seeds / VEGA / name).unlink()
    (mistake,) = refused(untouched, seeds)
    assert str(mistake) == f"{seeds / VEGA}: {name} is missing from the article's folder"


def test_an_article_without_its_text_is_refused(untouched: tuple[Engine, Dump], seeds: Path) -> None:
    (seeds / VEGA / "original.txt").unlink()
    (mistake,) = refused(untouched, seeds)
    assert (mistake.file, mistake.line, mistake.place) == (str(seeds / VEGA / "article.toml"), 7, "text_read")
    assert mistake.message == (
        "`text_read` is original, but original.txt is missing: its facts cannot be verified"
    )  # fmt: skip


@pytest.mark.parametrize("name", ["original.txt", "records.toml", "article.toml"])
def test_bytes_that_are_no_utf_8_are_refused(untouched: tuple[Engine, Dump], seeds: Path, name: str) -> None:
    path = seeds / VEGA / name
    path.write_bytes(b"ok\n" + "\uad11".encode("euc-kr"))
    (mistake,) = refused(untouched, seeds)
    assert (mistake.file, mistake.message) == (str(path), "not UTF-8: byte 3 cannot be read")


def test_a_folder_with_nothing_in_it_is_refused(untouched: tuple[Engine, Dump], tmp_path: Path) -> None:
    (mistake,) = refused(untouched, tmp_path)
    assert mistake.message.startswith("there is no gazetteer.toml here or in a folder above")


def test_a_folder_without_an_article_is_refused(untouched: tuple[Engine, Dump], seeds: Path) -> None:
    rmtree(seeds / "articles")
    (mistake,) = refused(untouched, seeds)
    assert str(mistake) == f"{seeds}: there is no records.toml here or below"


def test_a_path_where_nothing_is_is_refused(untouched: tuple[Engine, Dump], tmp_path: Path) -> None:
    (mistake,) = refused(untouched, tmp_path / "nowhere")
    assert str(mistake) == f"{tmp_path / 'nowhere'}: there is no such file or folder"


def test_two_folders_with_one_id_are_refused(untouched: tuple[Engine, Dump], seeds: Path) -> None:
    copytree(seeds / VEGA, seeds / "more" / VEGA.name)
    (mistake,) = refused(untouched, seeds)
    assert mistake.place == "id"
    assert mistake.message == f"“{VEGA.name}” is the id of {seeds / VEGA / 'article.toml'} already"


def test_many_mistakes_of_form_in_many_files_are_all_reported(untouched: tuple[Engine, Dump], seeds: Path) -> None:
    edit(seeds / "gazetteer.toml", 'kind = "fund"', 'kind = "found"')
    edit(seeds / ALPHA / "records.toml", 'extent = "most"', 'extent = "many"')
    edit(seeds / ALPHA / "records.toml", "value = 30000000", 'value = "many"')
    edit(seeds / VEGA / "records.toml", "value = 700000000", "value = = 1")
    edit(seeds / GAMMA / "article.toml", 'language = "ko"', "")
    (seeds / VEGA / "original.txt").unlink()
    places = [(Path(one.file).relative_to(seeds).parts[-1], one.place) for one in refused(untouched, seeds)]
    assert places == [
        ("records.toml", "claim[1].extent"),
        ("records.toml", "figure[1].value"),
        ("article.toml", "language"),
        ("article.toml", "text_read"),
        ("records.toml", ""),
        ("gazetteer.toml", "organization[4].kind"),
    ]


def test_many_mistakes_against_the_words_are_all_reported(untouched: tuple[Engine, Dump], seeds: Path) -> None:
    records = seeds / ALPHA / "records.toml"
    edit(records, "value = 30000000", "value = 1")
    edit(records, '"리란이 창업"', '"리란이 세운"')
    edit(records, 'passage = "p4.s2"', 'passage = "p9.s9"')
    edit(records, 'investor = "globex"', 'investor = "globx"')
    append(seeds / VEGA / "records.toml", (seeds / GAMMA / "records.toml").read_text("utf-8"))
    mistakes = refused(untouched, seeds)
    assert {(Path(one.file).parent.name, one.place) for one in mistakes} == {
        (ALPHA.name, "figure[1].value"),
        (ALPHA.name, "founding[1].citations[1].as_written"),
        (ALPHA.name, "claim[1].citations[1].passage"),
        (ALPHA.name, "investment[1].investor"),
        (VEGA.name, "founding[3]"),
        (VEGA.name, "founding[3].citations[1].as_written"),
    }
    assert mistakes == sorted(mistakes)
    assert all(re.fullmatch(r"\S+\.toml:\d+: \S+: .+", str(one)) for one in mistakes)
