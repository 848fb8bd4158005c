"""What a change of an article's files does to the data: added, changed, retracted, and nothing else."""

from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.models import Article, Change, Citation, Fact, Figure, Founding, Participant, Passage
from tests.conftest import WORLD
from tests.seeding.tables import ALPHA, GAMMA, VEGA, Dump, append, content, dump, edit, facts, load_all, one, rows, told

LI_LAN = """[[founding]]
person = "li-lan"
startup = "nebula-ai"
citations = [{ passage = "p2.s1", as_written = "리란이 창업" }]
"""
FIRST_FOUNDING = sa.select(col(Founding.id)).where(col(Founding.person_id) == "li-lan")
COMPANIES = sa.select(col(Figure.id)).where(col(Figure.metric) == "companies")


def changed_tables(engine: Engine, before: Dump) -> set[str]:
    """The tables that are not as they were, the history left out."""
    return {name for name, table in content(dump(engine)).items() if table != before[name]}


def test_another_value_retracts_the_old_fact_and_adds_the_new_one(loaded: Engine, seeds: Path) -> None:
    old = one(loaded, COMPANIES)
    edit(seeds / ALPHA / "records.toml", 'value = 3\nunit = "companies"', 'value = 4\nunit = "companies"')
    edit(seeds / ALPHA / "records.toml", '"3곳"', '"4곳"')
    edit(seeds / ALPHA / "original.txt", "3곳", "4곳")
    assert told(load_all(loaded, seeds)) == {
        ALPHA.name: {"added": {"figure": 1}, "changed": {"article": 1}, "retracted": {"figure": 1}}
    }
    new = one(loaded, COMPANIES)
    assert new != old
    assert one(loaded, sa.select(col(Figure.value)).where(col(Figure.id) == new)) == Decimal(4)
    assert load_all(loaded, seeds)[1].changes == []


def test_a_fact_that_is_removed_is_gone_everywhere_and_stays_in_the_log(loaded: Engine, seeds: Path) -> None:
    fact, before = one(loaded, COMPANIES), dump(loaded)
    text = (seeds / ALPHA / "records.toml").read_text("utf-8")
    start = text.index('[[figure]]\nsubject = "star-startups"')
    end = text.index("[[activity]]")
    (seeds / ALPHA / "records.toml").write_text(text[:start] + text[end:], "utf-8")
    record = facts(loaded)[fact]
    assert told(load_all(loaded, seeds)) == {ALPHA.name: {"retracted": {"figure": 1}}}
    for found in (
        sa.select(col(Fact.id)).where(col(Fact.id) == fact),
        sa.select(col(Figure.id)).where(col(Figure.id) == fact),
        sa.select(col(Participant.role)).where(col(Participant.fact_id) == fact),
        sa.select(col(Citation.passage)).where(col(Citation.fact_id) == fact),
    ):
        assert rows(loaded, found) == []
    log = sa.select(col(Change.action), col(Change.subject), col(Change.record)).where(col(Change.id) == fact)
    assert rows(loaded, log.order_by(col(Change.revision)))[-1] == ("retracted", "figure", record)
    assert changed_tables(loaded, before) == {"fact", "figure", "participant", "citation"}
    load_all(loaded, WORLD)
    assert content(dump(loaded)) == content(before)


def test_a_fact_survives_the_removal_from_one_of_its_articles(loaded: Engine, seeds: Path) -> None:
    fact, before = one(loaded, FIRST_FOUNDING), dump(loaded)
    (seeds / GAMMA / "records.toml").write_text("", "utf-8")
    assert told(load_all(loaded, seeds)) == {GAMMA.name: {"changed": {"founding": 1}}}
    assert changed_tables(loaded, before) == {"citation"}
    articles = sa.select(col(Citation.article_id)).where(col(Citation.fact_id) == fact)
    assert rows(loaded, articles.order_by(col(Citation.article_id))) == [(ALPHA.name,), (VEGA.name,)]


def test_a_fact_is_gone_when_the_last_of_its_articles_drops_it(loaded: Engine, seeds: Path) -> None:
    for article in (GAMMA, VEGA):
        (seeds / article / "records.toml").write_text("", "utf-8")
    edit(seeds / ALPHA / "records.toml", LI_LAN, "")
    done = told(load_all(loaded, seeds))
    assert done[ALPHA.name] == {"changed": {"founding": 1}}
    assert done[GAMMA.name] == {"changed": {"founding": 1}}
    assert done[VEGA.name] == {"retracted": {"founding": 2, "employment": 1, "figure": 2}}
    assert rows(loaded, sa.select(col(Founding.id))) == []


def test_other_words_for_the_same_fact_change_its_citation_alone(loaded: Engine, seeds: Path) -> None:
    before = dump(loaded)
    edit(seeds / ALPHA / "records.toml", '"리란이 창업"', '"리란이 창업했다"')
    assert told(load_all(loaded, seeds)) == {ALPHA.name: {"changed": {"founding": 1}}}
    assert changed_tables(loaded, before) == {"citation"}
    words = sa.select(col(Citation.as_written)).where(col(Citation.article_id) == ALPHA.name)
    assert one(loaded, words.where(col(Citation.fact_id) == one(loaded, FIRST_FOUNDING))) == "리란이 창업했다"


def test_a_second_citation_in_the_same_article_is_kept_in_its_order(loaded: Engine, seeds: Path) -> None:
    edit(
        seeds / VEGA / "records.toml",
        'citations = [{ passage = "p2.s1", as_written = "자오메이가 창업" }]',
        'citations = [{ passage = "p2.s1", as_written = "자오메이가 창업" },\n'
        '{ passage = "p1.s1", as_written = "창업자 자오메이" }]',
    )
    assert told(load_all(loaded, seeds)) == {VEGA.name: {"changed": {"founding": 1}}}
    words = sa.select(col(Citation.position), col(Citation.as_written)).join(
        Founding, col(Founding.id) == col(Citation.fact_id)
    )
    words = words.where(col(Founding.person_id) == "zhao-mei").order_by(col(Citation.position))
    assert rows(loaded, words) == [(1, "자오메이가 창업"), (2, "창업자 자오메이")]


def test_a_changed_text_is_read_again(loaded: Engine, seeds: Path) -> None:
    before = dump(loaded)
    append(seeds / VEGA / "original.txt", "훌리는 네뷸라AI의 이웃이다.")
    (done,) = [part for part in load_all(loaded, seeds) if part.changes]
    assert [change[:3] for change in done.changes] == [("changed", "article", VEGA.name)]
    assert changed_tables(loaded, before) == {"article", "passage", "shingle"}
    passages = sa.select(col(Passage.id), col(Passage.text)).where(col(Passage.article_id) == VEGA.name)
    assert dict(rows(loaded, passages))["p3.s1"] == "훌리는 네뷸라AI의 이웃이다."
    digest = sha256((seeds / VEGA / "original.txt").read_bytes()).hexdigest()
    assert one(loaded, sa.select(col(Article.sha256)).where(col(Article.id) == VEGA.name)) == digest


def test_rights_that_end_take_the_sentences_away(loaded: Engine, seeds: Path) -> None:
    edit(seeds / VEGA / "article.toml", "text_kept = true", "text_kept = false")
    assert told(load_all(loaded, seeds)) == {VEGA.name: {"changed": {"article": 1}}}
    sentences = sa.select(col(Passage.text)).where(col(Passage.article_id) == VEGA.name)
    assert set(rows(loaded, sentences)) == {(None,)}
    kept = (seeds / VEGA / "original.txt").read_text("utf-8").splitlines()[1].split(". ")[0]
    assert [name for name, table in dump(loaded).items() if any(kept in row for row in table)] == []


def test_a_corrected_bibliographic_record_changes_the_article_alone(loaded: Engine, seeds: Path) -> None:
    before = dump(loaded)
    edit(seeds / GAMMA / "article.toml", "published_on = 2024-05-11", "published_on = 2024-05-12")
    edit(seeds / GAMMA / "article.toml", 'publisher = "감마통신"', 'publisher = "감마뉴스"')
    assert told(load_all(loaded, seeds)) == {GAMMA.name: {"changed": {"article": 1}}}
    assert changed_tables(loaded, before) == {"article"}
    record = sa.select(col(Article.published_on), col(Article.publisher)).where(col(Article.id) == GAMMA.name)
    assert rows(loaded, record) == [(date(2024, 5, 12), "감마뉴스")]


def test_reordered_and_reformatted_files_change_nothing(loaded: Engine, seeds: Path) -> None:
    before = dump(loaded)
    for article in (ALPHA, VEGA):
        tables = (seeds / article / "records.toml").read_text("utf-8").split("\n\n")
        (seeds / article / "records.toml").write_text("# in another order\n" + "\n\n".join(tables[::-1]), "utf-8")
    edit(seeds / ALPHA / "records.toml", 'parties = ["hooli", "globex"]', 'parties = [\n  "globex",\n  "hooli",\n]')
    edit(seeds / ALPHA / "records.toml", "value = 30000000", "value = 30_000_000.0")
    assert told(load_all(loaded, seeds)) == {}
    assert dump(loaded) == before


def test_an_article_that_is_added_later_leaves_the_others_alone(engine: Engine, seeds: Path) -> None:
    load_all(engine, seeds / ALPHA)
    before = facts(engine)
    assert told(load_all(engine, seeds / VEGA)) == {
        VEGA.name: {"added": {"article": 1, "founding": 1, "employment": 1, "figure": 2}, "changed": {"founding": 1}}
    }
    after = facts(engine)
    shared = one(engine, FIRST_FOUNDING)
    assert {item: after[item] for item in before if item != shared} == {
        item: record for item, record in before.items() if item != shared
    }
