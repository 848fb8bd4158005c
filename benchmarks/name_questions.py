"""What the matching of names is asked, and how well it was answered.

A question is a form that a Korean paper printed; the answer is to be found among all entries of one part of the list,
by their Chinese characters or by their Latin letters. Whoever gives another entry as high a score as the right one has
not found it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations, product

from pypinyin import Style, pinyin

from benchmarks.name_list import Follows, Kind, NameEntry, Part

HIGH = 0.9
MOST_WORDS, MOST_READINGS = 5, 64
FORMS: tuple[Follows, ...] = ("reading", "sino", "mixed", "brand")
FOLLOWED = "reading, so does the Latin"
"""The forms that follow the reading of names whose Latin letters do as well: no Leslie Cheung."""
Scores = Sequence[Sequence[float]]
"""For each question, the score of each candidate."""


@dataclass(frozen=True)
class Questions:
    """Forms of one part of the list, and the names among which the right one is to be found."""

    part: Part
    into: str
    """`Hanzi` or `Latin`."""
    asked: Sequence[str]
    groups: Sequence[frozenset[str]]
    """What each question counts as."""
    right: Sequence[int]
    """For each question, the place of the right candidate."""
    among: Sequence[str]
    kinds: Sequence[Kind]
    readings: Sequence[frozenset[str]]
    """How each candidate is read in Mandarin, toneless, in every way its characters allow."""

    @property
    def pairs(self) -> int:
        """How many comparisons the questions take."""
        return len(self.asked) * len(self.among)

    def written(self, change: Callable[[str], str]) -> "Questions":
        """The same questions with every name written otherwise."""
        return replace(self, asked=[*map(change, self.asked)], among=[*map(change, self.among)])


@dataclass(frozen=True)
class Result:
    """How one set of questions was answered."""

    right: Mapping[str, int]
    """By group, how many questions found the right entry alone at the top."""
    asked: Mapping[str, int]
    misled: int
    """How many questions gave a wrong name a score above 0.9 ..."""
    misheard: int
    """... and how many of these a name that is read otherwise."""

    def recall(self, group: str) -> float | None:
        """The share of the group's questions that found the right entry; None where nothing was asked."""
        return self.right.get(group, 0) / self.asked[group] if group in self.asked else None


def questions(entries: Sequence[NameEntry], part: Part) -> Iterator[Questions]:
    """Those of one part, into Chinese characters and into Latin letters."""
    some = [entry for entry in entries if entry.part == part]
    forms = [(at, form, word) for at, one in enumerate(some) for form, word in zip(one.ko, one.follows, strict=True)]
    readings = [pinyin_of(entry.zh) for entry in some]
    followed = [follows_reading(entry.latin, entry.zh) for entry in some]
    kinds = [entry.kind for entry in some]
    asked, right = [form for _, form, _ in forms], [at for at, _, _ in forms]
    plain = [frozenset({word}) for _, _, word in forms]
    finer = [frozenset({word, FOLLOWED} if word == "reading" and followed[at] else {word}) for at, _, word in forms]
    yield Questions(part, "Hanzi", asked, plain, right, [entry.zh for entry in some], kinds, readings)
    yield Questions(part, "Latin", asked, finer, right, [entry.latin for entry in some], kinds, readings)


def judge(some: Questions, scores: Scores) -> Result:
    """Count what was found, and what was wrongly thought to be the same."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    misled = misheard = 0
    for groups, place, given in zip(some.groups, some.right, scores, strict=True):
        others = [at for at in range(len(given)) if at != place]
        found = all(given[at] < given[place] for at in others)
        asked.update(groups)
        right.update(groups if found else ())
        high = [at for at in others if given[at] > HIGH]
        misled += bool(high)
        misheard += not all(_alike(some, at, place) for at in high)
    return Result(right, asked, misled, misheard)


def _alike(some: Questions, one: int, other: int) -> bool:
    """Whether two candidates are truly read, or written, the same."""
    return some.among[one] == some.among[other] or bool(some.readings[one] & some.readings[other])


@cache
def _readings(character: str) -> tuple[str, ...]:
    (found,) = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False, errors="ignore") or [[]]
    return tuple({spelling for one in found for spelling in _spellings(_plain(one))})


def _spellings(syllable: str) -> set[str]:
    return {syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")}


def _plain(letters: str) -> str:
    """Small letters without tones, ü as v."""
    apart = unicodedata.normalize("NFD", letters.lower()).replace("u\u0308", "v")
    return "".join(one for one in apart if not unicodedata.combining(one))


def pinyin_of(zh: str) -> frozenset[str]:
    """The toneless pinyin of Chinese characters in one word, in every way that they can be read (64 at most).

    >>> sorted(pinyin_of("单伟建"))
    ['chanweijian', 'danweijian', 'shanweijian']
    """
    ways = product(*map(_readings, zh))
    return frozenset("".join(way) for way, _ in zip(ways, range(MOST_READINGS), strict=False))


def follows_reading(latin: str, zh: str) -> bool:
    """Whether the Latin letters, whatever the order of their words, are the toneless pinyin of the characters.

    >>> follows_reading("Zhilin Yang", "杨植麟"), follows_reading("Lǚ Bu", "吕布"), follows_reading("Lee", "李")
    (True, True, False)
    """
    words = re.findall("[a-z]+", _plain(latin))
    ways = "".join(f"(?:{'|'.join(_readings(character))})" for character in zh)
    orders = permutations(words) if len(words) <= MOST_WORDS else [words]
    return any(re.fullmatch(ways, "".join(order)) for order in orders)
