"""A name as all that it can be read as: a lattice of short pieces, each with what it stands for and what that costs.

Whatever the script, a piece stands for one of a few things that can be compared across scripts: a syllable of Mandarin
(`yang`), a Sino-Korean reading (`양`), a concept (`#university`), a character (`=杨`), a letter or digit (`~a`), an
initial (`^c`). Two names match as well as the best way through both lattices.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.names import latin, sino_korean
from app.names.folding import fold
from app.names.hangul import LONGEST as LONGEST_HANGUL
from app.names.hangul import syllables_by_hangul
from app.names.hanzi import is_han, korean, mandarin, simplified, spoken_in_korean
from app.names.jamo import is_hangul
from app.names.words import ESSENTIAL, concepts_by_word, longest_word

LONGEST = 80
"""Characters of a name that are read; nobody is called longer than that."""
STEP = 8
"""Nodes from one character to the next; those between are for words of several syllables."""
LETTER, DIGIT = 0.34, 0.6
INITIAL = 0.2
KOREAN_READING = 0.02
UNSEEN_CHARACTER = 0.2
"""What it costs to guess the character behind a Sino-Korean reading."""
FAMILY_NAME_LAST = 0.03
UNSEEN = {"Cf", "Cc", "Co", "Cs"}
SMALL_WORDS = {"of", "the", "and", "for", "at"}
SCHOOLS = {"#university", "#college", "#institute"}
"""In whose names no word is a matter of taste."""
APOSTROPHES = str.maketrans("", "", "'’ʻʼ`´")
LOOKALIKES = str.maketrans({"ü": "v", "\u2010": "-", "\u2011": "-"})
ACCENTED = re.compile("[À-ɏḀ-ỿ]")
WORD = re.compile(r"[a-zà-öø-ÿāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'’ʻʼ`´]+|[0-9]+|[^\W\d_a-z]+|[^\w\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Arc:
    """A piece of a name: where it ends, what it stands for, what that costs, how much of the name it is, and why."""

    end: int
    label: str
    cost: float
    weight: float
    rule: str
    lacking: float = 1.0
    """What it costs, for each unit of weight, when the other name has nothing for it."""
    exact: bool = False
    """Whether it is a guess, which only the very same can confirm."""


@dataclass(eq=False)
class Lattice:
    """One way to order the words of a name, with everything that they can be read as."""

    end: int = 0
    arcs: dict[int, list[Arc]] = field(default_factory=lambda: defaultdict(list))
    certain: dict[int, list[Arc]] = field(default_factory=dict)
    """The arcs that are no guess."""
    cost: float = 0.0
    rule: str = ""
    scripts: frozenset[str] = frozenset()

    def nodes(self) -> list[int]:
        """The nodes in order, the end included."""
        return sorted({*self.arcs, self.end})


def cleaned(name: str) -> str:
    r"""A name folded, without marks of direction and other characters that nobody sees.

    >>> cleaned("\u200fKai\u2011Fu  LEE"), cleaned("Zhāng"), cleaned("Lǚ")
    ('kai-fu lee', 'zhang', 'lv')
    """
    if not name.isprintable():
        name = "".join(character for character in name if unicodedata.category(character) not in UNSEEN)
    folded = fold(name)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", ACCENTED.sub(_without_tone, folded.translate(LOOKALIKES)))
    return folded[: LONGEST * 2]


def _without_tone(found: re.Match[str]) -> str:
    taken_apart = unicodedata.normalize("NFD", found[0])
    if taken_apart[0] == "u" and "\u0308" in taken_apart:
        return "v"
    return taken_apart[0]


@lru_cache(maxsize=2000)
def lattices(name: str) -> tuple[Lattice, ...]:
    """The lattices of a name: as it is written and, in Latin letters, with the family name first."""
    words = WORD.findall(cleaned(name))[:LONGEST]
    words = [word.translate(APOSTROPHES) for word in words]
    words = [word for word in words if word and (word[0].isalnum() or word in "&㈜")]
    found = [_lattice([word for word in words if word not in SMALL_WORDS], 0.0, "")]
    if "of" in words and (kinds := [word for word in words if f"#{word}" in SCHOOLS]):
        rest = [word for word in words if word not in {*SMALL_WORDS, *kinds}]
        found.append(_lattice([*rest, *kinds], 0.0, f"{kinds[0]} last"))
    if 2 <= len(words) <= 4 and all(word.isascii() and word.isalpha() for word in words):  # noqa: PLR2004 - a name of a person
        found.append(_lattice([words[-1], *words[:-1]], FAMILY_NAME_LAST, "family name last"))
    return tuple(found)


def _lattice(words: list[str], cost: float, rule: str) -> Lattice:
    lattice = Lattice(cost=cost, rule=rule)
    scripts: set[str] = set()
    at = 0
    for place, word in enumerate(words):
        if at >= LONGEST:
            break
        scripts |= _add_word(lattice, word[: LONGEST - at], at)
        for text, length in _phrases(words, place):
            _add_concepts(lattice, text, at, length)
        at += len(word)
    if any(arc.label in SCHOOLS for arcs in lattice.arcs.values() for arc in arcs):
        for arcs in lattice.arcs.values():
            arcs[:] = [replace(arc, lacking=ESSENTIAL) if arc.label[0] == "#" else arc for arc in arcs]
    for node, arcs in lattice.arcs.items():
        lattice.arcs[node] = _cheapest(arcs)
        lattice.certain[node] = [arc for arc in lattice.arcs[node] if not arc.exact]
    lattice.end = min(at, LONGEST) * STEP
    lattice.scripts = frozenset(scripts)
    return lattice


def _cheapest(arcs: list[Arc]) -> list[Arc]:
    """Arcs without those that mean the same as another and cost more."""
    kept: dict[tuple[int, str], Arc] = {}
    for arc in arcs:
        known = kept.get((arc.end, arc.label))
        if known is None or arc.cost < known.cost:
            kept[arc.end, arc.label] = arc
    return list(kept.values())


def _phrases(words: list[str], place: int) -> Iterator[tuple[str, int]]:
    """Words of Latin letters from a place on, together: their text and number of characters."""
    if not words[place].isascii() and words[place] != "㈜":
        return
    for count in range(1, 5):
        some = words[place : place + count]
        if len(some) == count:
            yield " ".join(some), sum(map(len, some))


def _add_concepts(lattice: Lattice, text: str, at: int, length: int) -> None:
    for concept in concepts_by_word().get(text, ()):
        rule = f"“{text}” as a word"
        arc = Arc((at + length) * STEP, f"#{concept.name}", 0.0, concept.weight, rule, concept.lacking)
        lattice.arcs[at * STEP].append(arc)


def _add_word(lattice: Lattice, word: str, at: int) -> set[str]:
    """Add what the characters of a word stand for; tell which scripts they are."""
    if word.isascii() and word.isalpha():
        _add_latin(lattice, word, at)
        return {"latin"}
    scripts = set()
    chinese = simplified(word)
    readings = mandarin(chinese)
    for index, character in enumerate(word):
        start = at + index
        if is_han(character):
            scripts.add("han")
            _add_han(lattice, chinese[index], readings[index], start)
        elif is_hangul(character):
            scripts.add("hangul")
            _add_hangul(lattice, word, index, start)
        else:
            weight = DIGIT if character.isdigit() else 1.0
            lattice.arcs[start * STEP].append(
                Arc((start + 1) * STEP, f"~{character}", 0.0, weight, "the same character")
            )
        for length in range(1, min(longest_word(), len(word) - index) + 1):
            piece = word[index : index + length]
            last = index + length == len(word)
            if piece in concepts_by_word() and (length > 1 or (last and index > 1)):
                _add_concepts(lattice, piece, start, length)
    return scripts


def _add_han(lattice: Lattice, character: str, readings: Mapping[str, float], start: int) -> None:
    end = (start + 1) * STEP
    arcs = lattice.arcs[start * STEP]
    arcs.append(Arc(end, f"={character}", 0.0, 1.0, "the same character"))
    arcs += [Arc(end, syllable, cost, 1.0, f"{character} read {syllable}") for syllable, cost in readings.items()]
    spoken: dict[str, float] = {}
    for syllable in korean(character):
        spoken[syllable] = KOREAN_READING
        if not start:
            spoken.setdefault(sino_korean.at_the_beginning(syllable), KOREAN_READING)
    arcs += [
        Arc(end, syllable, cost, 1.0, f"{character} in Sino-Korean, {syllable}") for syllable, cost in spoken.items()
    ]


def _add_hangul(lattice: Lattice, word: str, index: int, start: int) -> None:
    arcs = lattice.arcs[start * STEP]
    arcs.append(Arc((start + 1) * STEP, word[index], 0.0, 1.0, "the same in Hangul"))
    for length in range(1, min(LONGEST_HANGUL, len(word) - index) + 1):
        piece = word[index : index + length]
        for syllable, cost in syllables_by_hangul().get(piece, {}).items():
            rule = f"{piece} for {syllable}" + (", loosely" if cost else "")
            arcs.append(Arc((start + length) * STEP, syllable, cost, 1.0, rule))
    for syllable in spoken_in_korean(word[index]):
        rule = f"{word[index]} in Sino-Korean for {syllable}"
        arcs.append(Arc((start + 1) * STEP, syllable, UNSEEN_CHARACTER, 1.0, rule, exact=True))


def _add_latin(lattice: Lattice, word: str, at: int) -> None:
    if len(word) == 1:
        lattice.arcs[at * STEP].append(Arc((at + 1) * STEP, f"^{word}", 0.0, 1.0, f"initial {word.upper()}"))
    for syllable in latin.SURNAMES.get(word, "").split():
        arc = Arc((at + len(word)) * STEP, syllable, latin.SURNAME_COST, 1.0, f"surname {word} for {syllable}")
        lattice.arcs[at * STEP].append(arc)
    for syllable in latin.GIVEN.get(word, "").split():
        arc = Arc((at + len(word)) * STEP, syllable, latin.GIVEN_COST, 1.0, f"{word} in Cantonese for {syllable}")
        lattice.arcs[at * STEP].append(arc)
    if word in latin.POSTAL:
        _add_chain(lattice, latin.POSTAL[word].split(), at, len(word), f"{word} in old spelling")
    for index, letter in enumerate(word):
        start = at + index
        arcs = lattice.arcs[start * STEP]
        arcs.append(Arc((start + 1) * STEP, f"~{letter}", 0.0, LETTER, "the same letters"))
        for length in range(1, min(latin.longest(), len(word) - index) + 1):
            piece = word[index : index + length]
            for syllable, cost in latin.syllables_by_latin().get(piece, {}).items():
                rule = f"{piece} spelled as {syllable}" if piece != syllable else f"{syllable} in pinyin"
                arcs.append(Arc((start + length) * STEP, syllable, cost, 1.0, rule))


def _add_chain(lattice: Lattice, syllables: list[str], at: int, length: int, rule: str) -> None:
    """Several syllables for one word, through nodes of their own."""
    node = at * STEP
    for number, syllable in enumerate(syllables, 1):
        end = (at + length) * STEP if number == len(syllables) else at * STEP + number
        lattice.arcs[node].append(Arc(end, syllable, latin.WADE_COST / 2, 1.0, rule))
        node = end
