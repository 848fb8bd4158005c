"""The seeds that the repository ships: what the first article says, all of it and nothing else."""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from app.errors import InvalidRecords
from app.seeding.files import ArticleFolder, Seeds, read_seeds
from app.seeding.forms import CitationForm
from app.seeding.verify import verify
from app.vocabulary import Attribution
from tests.conftest import ORIGINALS, SHIPPED, WORLD
from tests.seeding.tables import ALPHA, edit

FEW = 25
"""Characters that a loan from the original may have."""


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return read_seeds(SHIPPED)


@pytest.fixture(scope="module")
def article(seeds: Seeds) -> ArticleFolder:
    (only,) = seeds.articles
    return only


@pytest.fixture(scope="module")
def citations(article: ArticleFolder) -> list[CitationForm]:
    return [citation for _, _, form in article.records.facts() for citation in form.citations]


@pytest.fixture(scope="module")
def original(article: ArticleFolder) -> Path:
    for path in sorted(ORIGINALS.glob("*.txt")):
        if path.read_text("utf-8").startswith(article.article.title):
            return path
    pytest.skip("the original article is not beside this repository, so its words cannot be compared")


def test_the_shipped_records_stand_in_the_shipped_texts(seeds: Seeds) -> None:
    verify(seeds)


def test_the_inventory_is_what_the_article_says(article: ArticleFolder) -> None:
    records = article.records
    assert [(one.person, one.startup) for one in records.founding] == [
        ("yang-zhilin", "moonshot-ai"),
        ("kai-fu-lee", "01-ai"),
    ]
    assert [(one.person, one.organization, str(one.status)) for one in records.employment] == [
        ("yang-zhilin", "facebook-ai-research", "former"),
        ("yang-zhilin", "google-brain", "former"),
        ("kai-fu-lee", "google-china", "former"),
        ("tan-xu", "microsoft-research-asia", "former"),
        ("tan-xu", "moonshot-ai", "current"),
    ]
    assert [(one.investor, one.startup) for one in records.investment] == [
        ("alibaba", "minimax"),
        ("tencent", "minimax"),
    ]
    assert {one.member for one in records.membership} == {"01-ai", "baichuan", "minimax", "moonshot-ai", "zhipu-ai"}
    assert {one.cohort for one in records.membership} == {"cn-ai-unicorns-since-2023"}
    assert len(records.membership) == 5
    (claim,) = records.claim
    assert sorted(claim.parties) == ["alibaba", "baidu", "didi", "tencent", "xiaomi"]
    assert (str(claim.extent), claim.open_ended) == ("most", True)
    assert 8 <= len(records.activity) <= 14
    assert [*records.parent, *records.maker] == []


def test_the_figures_are_the_fifteen_of_the_article(article: ArticleFolder, citations: list[CitationForm]) -> None:
    figures = article.records.figure
    assert Counter(str(figure.metric) for figure in figures) == {
        "founders": 3,
        "share": 2,
        "rank": 2,
        "revenue": 1,
        "downloads_rank": 1,
        "funding": 1,
        "companies": 2,
        "rd_spending": 2,
        "performance_gap": 1,
    }
    conversions = [citation.conversion for citation in citations if citation.conversion]
    assert sorted((int(one.value), str(one.unit), str(one.qualifier)) for one in conversions) == [
        (100_000_000_000, "KRW", "about"),
        (1_600_000_000_000, "KRW", "about"),
        (2_760_000_000_000, "KRW", "about"),
        (3_000_000_000_000, "KRW", "about"),
    ]
    bait = {3000, 7000, 40_000, 50_000, 200_000_000, 300_000_000}
    assert not {int(figure.value) for figure in figures if figure.value is not None} & bait


def test_every_speaker_of_the_article_is_heard(citations: list[CitationForm]) -> None:
    assert {citation.attributed_to for citation in citations if citation.attribution in {*Attribution} - {"none"}} == {
        "it-juzi",
        "macropolo",
        "sensor-tower",
        "nia",
        "financial-times",
        "kai-fu-lee",
        "foreign-press",
    }


def test_every_citation_borrows_few_words(citations: list[CitationForm]) -> None:
    borrowed = [
        words
        for citation in citations
        for words in (
            citation.as_written,
            *citation.words.values(),
            *([citation.conversion.as_written] if citation.conversion else []),
        )
    ]
    assert len(borrowed) > len(citations)
    assert [words for words in borrowed if len(words) > FEW] == []


def test_every_citation_gives_its_place_in_the_original(citations: list[CitationForm]) -> None:
    assert [citation for citation in citations if citation.original is None] == []


def test_the_shipped_records_stand_in_the_original_too(seeds: Seeds, original: Path) -> None:
    verify(seeds, original)


def test_the_record_names_the_bytes_of_the_original(article: ArticleFolder, original: Path) -> None:
    assert article.article.original_sha256 == sha256(original.read_bytes()).hexdigest()


def test_a_wrong_place_in_the_original_is_found(original: Path, tmp_path: Path) -> None:
    copied = copytree(SHIPPED, tmp_path / "seeds")
    (records,) = copied.rglob("records.toml")
    edit(
        records,
        'original = "p10.s1", as_written = "양즈린이 창업"',
        'original = "p10.s2", as_written = "양즈린이 창업"',
    )
    with pytest.raises(InvalidRecords) as caught:
        verify(read_seeds(copied), original)
    assert {mistake.place for mistake in caught.value.mistakes} == {
        "founding[1].citations[1].as_written",
    }
    assert "does not stand literally in p10.s2; it stands in p10.s1" in str(caught.value)
    verify(read_seeds(copied))


def test_places_in_another_text_are_looked_up_there(seeds_of_alpha: Seeds, tmp_path: Path) -> None:
    """A text that somebody holds may be cut otherwise: here a subhead pushes everything down by a line."""
    held = tmp_path / "held.txt"
    title, *body = (WORLD / ALPHA / "original.txt").read_text("utf-8").splitlines()
    held.write_text("\n".join([title, "한 해를 돌아보다", *body]), "utf-8")
    verify(seeds_of_alpha)
    verify(seeds_of_alpha, held)
    held.write_text("\n".join([title, *body]), "utf-8")
    with pytest.raises(InvalidRecords) as caught:
        verify(seeds_of_alpha, held)
    first = next(one for one in caught.value.mistakes if one.place == "founding[1].citations[1].as_written")
    assert first.message == "“리란이 창업” does not stand literally in p3.s1; it stands in p2.s1"


@pytest.fixture
def seeds_of_alpha(tmp_path: Path) -> Seeds:
    """One article of the made-up world, whose citations say that the original has one line more."""
    copied = copytree(WORLD, tmp_path / "world")
    records = copied / ALPHA / "records.toml"
    text = records.read_text("utf-8")
    text = re.sub(r'passage = "p(\d)\.s', lambda at: f'original = "p{int(at[1]) + 1}.s0", {at[0]}', text)
    text = re.sub(r's0", (passage = "p\d\.s(\d)")', r's\2", \1', text)
    records.write_text(text, "utf-8")
    return read_seeds(copied / ALPHA)
