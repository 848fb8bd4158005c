"""A name as all that it can be read as: a lattice of short pieces, each with what it stands for and what that costs.

Whatever the script, a piece stands for one of a few things that can be compared across scripts: a syllable of Mandarin
(`yang`), a Sino-Korean reading (`양`), a concept (`#university`), a character (`=杨`), a letter or digit (`~a`), an
initial (`^c`). Two names match as well as the best way through both lattices.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.names import latin, sino_korean
from app.names.arcs import NONE, Arc, Arcs, Branches
from app.names.folding import fold
from app.names.hangul import LONGEST as LONGEST_HANGUL
from app.names.hangul import syllables_by_hangul
from app.names.hanzi import is_han, korean, mandarin, simplified, spoken_in_korean
from app.names.jamo import is_hangul
from app.names.words import ESSENTIAL, concepts_by_word, longest_word, words_behind

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


@dataclass(frozen=True)
class Word:
    """All that one word can be read as, its first node being 0; names share their words."""

    arcs: Arcs
    certain: Arcs
    """The arcs that are no guess."""
    scripts: frozenset[str]
    of_school: bool
    """Whether it may name a kind of school."""


@dataclass(eq=False)
class Lattice:
    """One way to order the words of a name, with everything that they can be read as."""

    end: int
    arcs: Arcs
    certain: Arcs
    cost: float
    rule: str
    scripts: frozenset[str]

    @cached_property
    def nodes(self) -> Sequence[int]:
        """The nodes in order, the end included."""
        return sorted({*self.arcs, self.end})

    @cached_property
    def rest(self) -> "Rest":
        """What is left of the name, node by node."""
        most, alone = {self.end: 0.0}, {self.end: 0.0}
        for node in reversed(self.nodes):
            ends = [(arc, node + arc.length) for arc in self.arcs.get(node, NONE) if node + arc.length in most]
            if ends:
                most[node] = max(arc.weight + most[end] for arc, end in ends)
                alone[node] = min(arc.weight * arc.lacking + alone[end] for arc, end in ends)
        return Rest(
            [most.get(node, 0.0) for node in self.nodes],
            [alone.get(node, 0.0) for node in self.nodes],
        )


@dataclass(frozen=True)
class Rest:
    """What is left of a name from each node on, in their order; nothing where no way leads to the end."""

    most: Sequence[float]
    """How much it weighs at most."""
    alone: Sequence[float]
    """What it costs at least if the other name has nothing for it."""


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


@lru_cache(maxsize=1000)
def lattices(name: str) -> tuple[Lattice, ...]:
    """The lattices of a name: as it is written and, if a person may be called so, with the family name first."""
    words = WORD.findall(cleaned(name))[:LONGEST]
    words = [word.translate(APOSTROPHES) for word in words]
    words = [word for word in words if word and (word[0].isalnum() or word in "&㈜")]
    found = [_lattice([word for word in words if word not in SMALL_WORDS], 0.0, "")]
    if "of" in words and (kinds := [word for word in words if f"#{word}" in SCHOOLS]):
        rest = [word for word in words if word not in {*SMALL_WORDS, *kinds}]
        found.append(_lattice([*rest, *kinds], 0.0, f"{kinds[0]} last"))
    if 2 <= len(words) <= 4 and all(map(_may_be_of_person, words)):  # noqa: PLR2004 - the words of a name of a person
        found.append(_lattice([words[-1], *words[:-1]], FAMILY_NAME_LAST, "family name last"))
    return tuple(found)


def _may_be_of_person(word: str) -> bool:
    """Whether a word may be part of the name of a person; a word for what an organization is may not."""
    if word in concepts_by_word() and word not in latin.syllables_by_latin():
        return False
    return word.isascii() and word.isalpha()


def _lattice(words: list[str], cost: float, rule: str) -> Lattice:
    arcs: dict[int, Branches] = {}
    certain: dict[int, Branches] = {}
    scripts: set[str] = set()
    of_school = False
    at = 0
    for place, text in enumerate(words):
        if at >= LONGEST:
            break
        word = _word(text[: LONGEST - at], beginning=not at)
        scripts |= word.scripts
        of_school |= word.of_school
        start = at * STEP
        arcs |= {start + node: some for node, some in word.arcs.items()}
        certain |= {start + node: some for node, some in word.certain.items()}
        if concepts := [arc for phrase, length in _phrases(words, place) for arc in _concepts(phrase, length)]:
            arcs[start] = _cheapest([*arcs[start], *concepts])
            certain[start] = _cheapest([*certain[start], *concepts])
            of_school |= _of_school(concepts)
        at += len(text)
    if of_school:
        for found in (arcs, certain):
            found |= {node: Branches(map(_essential, some)) for node, some in found.items()}
    return Lattice(min(at, LONGEST) * STEP, arcs, certain, cost, rule, frozenset(scripts))


def _essential(arc: Arc) -> Arc:
    return arc._replace(lacking=ESSENTIAL) if arc.label[0] == "#" else arc


def _of_school(arcs: Iterable[Arc]) -> bool:
    return any(arc.label in SCHOOLS for arc in arcs)


def _cheapest(arcs: Iterable[Arc]) -> Branches:
    """Arcs without those that mean the same as another and cost more."""
    kept: dict[tuple[int, str], Arc] = {}
    for arc in arcs:
        known = kept.get(arc[:2])
        if known is None or arc.cost < known.cost:
            kept[arc[:2]] = arc
    return Branches(kept.values())


def _phrases(words: list[str], place: int) -> Iterator[tuple[str, int]]:
    """Words of Latin letters from a place on, together: their text and number of characters."""
    if not words[place].isascii() and words[place] != "㈜":
        return
    for count in range(1, min(words_behind(words[place]), len(words) - place) + 1):
        some = words[place : place + count]
        yield " ".join(some), sum(map(len, some))


def _concepts(text: str, length: int) -> list[Arc]:
    return [
        Arc(length * STEP, f"#{concept.name}", 0.0, concept.weight, f"“{text}” as a word", concept.lacking)
        for concept in concepts_by_word().get(text, ())
    ]


@lru_cache(maxsize=2000)
def _word(word: str, *, beginning: bool) -> Word:
    """What a word stands for, as the `beginning` of a name or further on."""
    if word.isascii() and word.isalpha():
        found, scripts = _latin_word(word), {"latin"}
    else:
        found, scripts = _other_word(word, beginning=beginning)
    arcs = {node: _cheapest(some) for node, some in found.items()}
    certain = {node: _certain(some) for node, some in arcs.items()}
    return Word(arcs, certain, frozenset(scripts), _of_school(arc for some in arcs.values() for arc in some))


def _certain(arcs: Branches) -> Branches:
    return Branches(arc for arc in arcs if not arc.exact) if any(arc.exact for arc in arcs) else arcs


def _other_word(word: str, *, beginning: bool) -> tuple[dict[int, list[Arc]], set[str]]:
    """The arcs of a word that is not in Latin letters alone, and the scripts of its characters."""
    found: dict[int, list[Arc]] = {}
    scripts = set()
    chinese = simplified(word)
    readings = mandarin(chinese)
    for index, character in enumerate(word):
        if is_han(character):
            scripts.add("han")
            arcs = _han(chinese[index], readings[index], beginning=beginning and not index)
        elif is_hangul(character):
            scripts.add("hangul")
            arcs = [*_hangul(character)]
            for length in range(1, min(LONGEST_HANGUL, len(word) - index) + 1):
                arcs += _hangul_spelling(word[index : index + length])
            arcs += _guesses(character)
        else:
            arcs = [Arc(STEP, f"~{character}", 0.0, DIGIT if character.isdigit() else 1.0, "the same character")]
        for length in range(1, min(longest_word(), len(word) - index) + 1):
            piece = word[index : index + length]
            last = index + length == len(word)
            if piece in concepts_by_word() and (length > 1 or (last and index > 1)):
                arcs += _concepts(piece, length)
        found[index * STEP] = arcs
    return found, scripts


def _han(character: str, readings: Mapping[str, float], *, beginning: bool) -> list[Arc]:
    arcs = [Arc(STEP, f"={character}", 0.0, 1.0, "the same character")]
    arcs += [Arc(STEP, syllable, cost, 1.0, f"{character} read {syllable}") for syllable, cost in readings.items()]
    spoken: dict[str, float] = {}
    for syllable in korean(character):
        spoken[syllable] = KOREAN_READING
        if beginning:
            spoken.setdefault(sino_korean.at_the_beginning(syllable), KOREAN_READING)
    arcs += [
        Arc(STEP, syllable, cost, 1.0, f"{character} in Sino-Korean, {syllable}") for syllable, cost in spoken.items()
    ]
    return arcs


@lru_cache(maxsize=3000)
def _hangul(character: str) -> Sequence[Arc]:
    return (Arc(STEP, character, 0.0, 1.0, "the same in Hangul"),)


@lru_cache(maxsize=8000)
def _hangul_spelling(piece: str) -> Sequence[Arc]:
    return [
        Arc(len(piece) * STEP, syllable, cost, 1.0, f"{piece} for {syllable}" + (", loosely" if cost else ""))
        for syllable, cost in syllables_by_hangul().get(piece, {}).items()
    ]


@lru_cache(maxsize=3000)
def _guesses(character: str) -> Sequence[Arc]:
    return [
        Arc(STEP, syllable, UNSEEN_CHARACTER, 1.0, f"{character} in Sino-Korean for {syllable}", exact=True)
        for syllable in spoken_in_korean(character)
    ]


def _latin_word(word: str) -> dict[int, list[Arc]]:
    found: dict[int, list[Arc]] = {}
    for index in range(len(word)):
        arcs = [*_letter(word[index])]
        for length in range(1, min(latin.longest(), len(word) - index) + 1):
            arcs += _latin_spelling(word[index : index + length])
        found[index * STEP] = arcs
    beginning: list[Arc] = []
    if len(word) == 1:
        beginning.append(Arc(STEP, f"^{word}", 0.0, 1.0, f"initial {word.upper()}"))
    end = len(word) * STEP
    beginning += [
        Arc(end, syllable, latin.SURNAME_COST, 1.0, f"surname {word} for {syllable}")
        for syllable in latin.SURNAMES.get(word, "").split()
    ]
    beginning += [
        Arc(end, syllable, latin.GIVEN_COST, 1.0, f"{word} in Cantonese for {syllable}")
        for syllable in latin.GIVEN.get(word, "").split()
    ]
    chain = latin.POSTAL.get(word, "").split()
    for number, syllable in enumerate(chain):  # through nodes of their own
        last = number == len(chain) - 1
        arc = Arc(end - number if last else 1, syllable, latin.WADE_COST / 2, 1.0, f"{word} in old spelling")
        if number:
            found[number] = [arc]
        else:
            beginning.append(arc)
    found[0] = [*beginning, *found[0]]
    return found


@lru_cache(maxsize=100)
def _letter(letter: str) -> Sequence[Arc]:
    return (Arc(STEP, f"~{letter}", 0.0, LETTER, "the same letters"),)


@lru_cache(maxsize=8000)
def _latin_spelling(piece: str) -> Sequence[Arc]:
    return [
        Arc(
            len(piece) * STEP,
            syllable,
            cost,
            1.0,
            f"{piece} spelled as {syllable}" if piece != syllable else f"{syllable} in pinyin",
        )
        for syllable, cost in latin.syllables_by_latin().get(piece, {}).items()
    ]
