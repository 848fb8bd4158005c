"""The list of Chinese names as Korean papers print them: `names.tsv`, which names are tuned and measured on.

A line is one name of one person, company, university or place, as somebody printed it; a person known by two names, as
by a pen name, has a line for each. Every Korean form was seen on a public page in Korean, mostly of a newspaper.

`source` says where: title in few words, publisher, date (`n.d.` where none was seen), several joined by ` + `.
`zh` is simplified, but as it is written there for people and places of Hong Kong, Macau and Taiwan.
`latin` is the form that English texts use, in their order (Kai-Fu Lee, Tsai Ing-wen), whether or not the page had it.

`follows` says of each Korean form what it renders:

- `reading`: the Mandarin reading, in the standard orthography (량원펑) or a looser one (첸멍).
- `sino`: the Sino-Korean reading of the same characters (습근평). Where both readings sound the same, it is `sino`.
- `brand`: neither of them, but a brand, an English or Cantonese name, or a translation (딥시크, 캐리 람, 리카싱).
- `mixed`: one part read, one part Sino-Korean or translated (칭화대, 위수테크).

`part` is not chosen by hand but follows from the id: `tune` if the first byte of its SHA-256 is even, else `report`.
Whoever tunes on the names looks at the first part only, and reports on the second.

    read_names(LIST)  →  [NameEntry(id="…", kind="person", zh="梁文锋", latin="Liang Wenfeng", ko=("량원펑",), …), …]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeGuard, get_args

Kind = Literal["person", "company", "university", "place"]
Follows = Literal["reading", "sino", "brand", "mixed"]
Part = Literal["tune", "report"]

LIST = Path(__file__).with_name("names.tsv")
COLUMNS = ("id", "kind", "zh", "latin", "ko", "follows", "part", "source")
BETWEEN_FORMS = "|"


class BadLine(ValueError):
    """A line of the list is not of its form; the message names file, line and what is wrong."""


@dataclass(frozen=True)
class NameEntry:
    """One name; `follows` has one word for each form of `ko`, in the same order, the commonest form first."""

    id: str
    kind: Kind
    zh: str
    latin: str
    ko: tuple[str, ...]
    follows: tuple[Follows, ...]
    part: Part
    source: str


def part_of(name_id: str) -> Part:
    """The part that the name's id falls into."""
    return "tune" if sha256(name_id.encode()).digest()[0] % 2 == 0 else "report"


def read_names(path: Path = LIST) -> list[NameEntry]:
    """The names of the file, in its order.

    Raises BadLine where the header or a line is not as described above.
    """
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(head.split("\t")) != COLUMNS:
        raise BadLine(f"{path.name}, line 1: the header must be {', '.join(COLUMNS)}, tab separated")
    entries = []
    for number, line in enumerate(lines, start=2):
        try:
            entries.append(_entry(line.split("\t")))
        except BadLine as problem:
            raise BadLine(f"{path.name}, line {number}: {problem}") from None
    return entries


def _entry(cells: Sequence[str]) -> NameEntry:
    if len(cells) != len(COLUMNS):
        raise BadLine(f"{len(cells)} cells instead of {len(COLUMNS)}")
    for column, cell in zip(COLUMNS, cells, strict=True):
        if not cell.strip() or cell != cell.strip():
            raise BadLine(f"{column} is empty or has blanks around it: {cell!r}")
    name_id, kind, zh, latin, ko, follows, part, source = cells
    forms = tuple(ko.split(BETWEEN_FORMS))
    words = tuple(follows.split(BETWEEN_FORMS))
    if not all(forms):
        raise BadLine(f"ko has an empty form: {ko!r}")
    if len(forms) != len(words):
        raise BadLine(f"{len(forms)} forms in ko, but {len(words)} words in follows")
    if not _is_kind(kind):
        raise BadLine(f"kind is {kind!r}, not one of {', '.join(get_args(Kind))}")
    if not _are_follows(words):
        raise BadLine(f"follows has a word that is not one of {', '.join(get_args(Follows))}: {follows!r}")
    if part != part_of(name_id):
        raise BadLine(f"part is {part!r}, but by its id {name_id!r} belongs to {part_of(name_id)!r}")
    return NameEntry(name_id, kind, zh, latin, forms, words, part_of(name_id), source)


def _is_kind(word: str) -> TypeGuard[Kind]:
    return word in get_args(Kind)


def _are_follows(words: tuple[str, ...]) -> TypeGuard[tuple[Follows, ...]]:
    return all(word in get_args(Follows) for word in words)
