"""The list of names holds what it says, and its loader says what is wrong with a line."""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.name_list import COLUMNS, BadLine, NameEntry, read_names

ENOUGH = 320
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]+")
HANGUL = re.compile(r"[가-힣]")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
HEAD = "\t".join(COLUMNS)
GOOD = "liang-wenfeng\tperson\t梁文锋\tLiang Wenfeng\t량원펑|양문봉\treading|sino\ttune\tsome page"


@pytest.fixture(scope="module")
def names() -> list[NameEntry]:
    return read_names()


def written(folder: Path, *lines: str) -> Path:
    path = folder / "names.tsv"
    path.write_text("\n".join((HEAD, *lines)) + "\n", encoding="utf-8")
    return path


def test_there_are_enough_names_of_every_kind(names: list[NameEntry]) -> None:
    assert len(names) >= ENOUGH
    kinds = Counter(name.kind for name in names)
    assert min(kinds[kind] for kind in ("person", "company", "university", "place")) >= 20
    assert kinds["person"] > len(names) / 2


def test_every_id_is_a_slug_of_its_own(names: list[NameEntry]) -> None:
    assert [name.id for name in names if not SLUG.fullmatch(name.id)] == []
    assert [id_ for id_, times in Counter(name.id for name in names).items() if times > 1] == []


def test_chinese_is_han_korean_has_hangul_and_latin_has_neither(names: list[NameEntry]) -> None:
    assert [name.id for name in names if not HAN.fullmatch(name.zh)] == []
    assert [name.id for name in names if not all(HANGUL.search(form) for form in name.ko)] == []
    assert [name.id for name in names if HAN.search(name.latin) or HANGUL.search(name.latin)] == []


def test_forms_and_what_they_follow_are_aligned_and_none_is_given_twice(names: list[NameEntry]) -> None:
    assert [name.id for name in names if len(name.ko) != len(name.follows)] == []
    assert [name.id for name in names if len(set(name.ko)) != len(name.ko)] == []


def test_the_split_is_what_the_hash_of_the_id_says_and_about_half(names: list[NameEntry]) -> None:
    for name in names:
        even = int(sha256(name.id.encode()).hexdigest()[:2], 16) % 2 == 0
        assert name.part == ("tune" if even else "report"), name.id
    assert sum(name.part == "tune" for name in names) == pytest.approx(len(names) / 2, rel=0.15)


def test_every_name_has_its_source_and_no_kind_of_source_prevails(names: list[NameEntry]) -> None:
    assert [name.id for name in names if len(name.source.split(" / ")) < 3] == []
    encyclopaedic = [name for name in names if re.search(r"위키|wiki|mir\.pe|tcatmon", name.source)]
    assert len(encyclopaedic) <= len(names) / 4


def test_a_good_line_is_read(tmp_path: Path) -> None:
    assert read_names(written(tmp_path, GOOD)) == [
        NameEntry(
            id="liang-wenfeng",
            kind="person",
            zh="梁文锋",
            latin="Liang Wenfeng",
            ko=("량원펑", "양문봉"),
            follows=("reading", "sino"),
            part="tune",
            source="some page",
        )
    ]


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("\tsome page", "", "7 cells instead of 8"),
        ("Liang Wenfeng", "", "latin is empty"),
        ("some page", "some page ", "source is empty or has blanks around it"),
        ("|양문봉", "|", "ko has an empty form"),
        ("|sino", "", "2 forms in ko, but 1 words in follows"),
        ("person", "people", "kind is 'people', not one of person"),
        ("sino", "korean", "follows has a word"),
        ("tune", "report", "part is 'report', but by its id 'liang-wenfeng' belongs to 'tune'"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(good: str, bad: str, said: str, tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, GOOD.replace(good, bad))
    with pytest.raises(BadLine, match=re.escape(f"names.tsv, line 3: {said}")):
        read_names(path)


def test_a_bad_header_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("id\tzh\n", encoding="utf-8")
    with pytest.raises(BadLine, match=r"names\.tsv, line 1: the header must be id, kind"):
        read_names(path)
