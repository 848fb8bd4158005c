"""Keys for an index of names: two names that match well share at least one."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from app.names.arcs import Arc
from app.names.brands import BUILT_IN, Known, bare
from app.names.hangul import standard
from app.names.hanzi import expected, is_han, korean, simplified
from app.names.lattice import Lattice, lattices
from app.names.sounding import consonants
from app.names.syllables import SYLLABLES, sound
from app.names.words import USUAL, concepts_by_word, longest_word

WAYS = 6
"""How many readings of a name are kept."""
LONGEST = 12
WORD = re.compile("[a-z0-9]+")
LONGEST_CHINESE = max(len(word) for word in concepts_by_word() if is_han(word[0]))


def keys(name: str, known: Known = BUILT_IN) -> frozenset[str]:
    """What to look a name up by: whole readings without what writers confuse, pairs of their syllables, and letters.

    >>> bool(keys("양즈린") & keys("杨植麟")), bool(keys("Kai-Fu Lee") & keys("리카이푸"))
    (True, True)
    """
    names = dict.fromkeys((name, *known.others(name)))
    return frozenset().union(*map(_own_keys, names))


def entity_keys(names: Iterable[str], known: Known = BUILT_IN) -> frozenset[str]:
    """The keys to keep for something that has these names: few, where `keys` of a query are many.

    A name that spells the same as another one of them, by the standard, adds nothing and costs little.

    >>> entity_keys(["杨植麟", "양즈린", "Yang Zhilin", "Zhilin Yang"]) == entity_keys(["杨植麟"])
    True
    """
    found: set[str] = set()
    spelled: set[str] = set()
    for name in sorted(dict.fromkeys(filter(None, names)), key=lambda name: not is_han(name[0])):
        if spelled and _without_concepts(name) in spelled:
            continue
        found |= {key for other in known.others(name) for key in _own_keys(other)}
        pieces = _expected(name)
        if not pieces:
            found |= _own_keys(name)
            continue
        read = [syllable for syllable, _ in pieces if syllable[0] != "#"]
        spelled |= {"".join(read), "".join((*read[1:], *read[:1])), standard(read)}
        found.add(f"w:{bare(name)[:LONGEST]}")
        found |= {*_of_way("p", tuple(_sound(syllable) for syllable, _ in pieces))}
        if all(spoken for _, spoken in pieces):
            found |= {*_of_way("k", tuple(spoken for _, spoken in pieces))}
    return frozenset(found)


def _sound(piece: str) -> str:
    return piece if piece[0] == "#" else sound(piece)


def _without_concepts(name: str) -> str:
    """The letters of a name without words that are translated."""
    text = name.casefold()
    if text.isascii():
        return "".join(word for word in WORD.findall(text) if word not in concepts_by_word())
    for length in range(longest_word(), 1, -1):
        if len(text) > length + 1 and text[-length:] in concepts_by_word():
            return text[:-length]
    return text


def _expected(name: str) -> list[tuple[str, str]]:
    """A name in Chinese characters as it is most likely read: syllables of Mandarin and in Sino-Korean, and concepts.

    Empty if it has other characters, or one without a reading.
    """
    if not all(map(is_han, name)):
        return []
    text = simplified(name)
    readings = expected(text)
    pieces: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        lengths = range(min(LONGEST_CHINESE, len(text) - at), 1, -1)
        length = next((size for size in lengths if text[at : at + size] in concepts_by_word()), 1)
        if length > 1:
            concept = concepts_by_word()[text[at : at + length]][0]
            if concept.lacking > USUAL:
                pieces.append((f"#{concept.name}", f"#{concept.name}"))
        else:
            syllable = readings[at]
            if syllable is None:
                return []
            pieces.append((syllable, next(iter(korean(text[at])), "")))
        at += length
    return pieces


@lru_cache(maxsize=5000)
def _own_keys(name: str) -> frozenset[str]:
    found: set[str] = set()
    for lattice in lattices(name):
        for kind in ("p", "k"):
            for way in _ways(lattice, kind):
                found |= set(_of_way(kind, way))
    text = bare(name)
    if text:
        found.add(f"w:{text[:LONGEST]}")
    bones = consonants(text)
    if len(bones) > 1:
        found.add(f"s:{bones[:4]}")
    return frozenset(found)


def _of_way(kind: str, way: tuple[str, ...]) -> Iterable[str]:
    if way:
        yield f"{kind}:{'-'.join(way[:LONGEST])}"
    for at in range(min(len(way), LONGEST) - 1):
        yield f"{kind}2:{way[at]}-{way[at + 1]}"


def _ways(lattice: Lattice, kind: str) -> list[tuple[str, ...]]:
    """The cheapest ways through a lattice that differ in sound, by Mandarin (`p`) or Sino-Korean (`k`) syllables."""
    kept: dict[int, dict[tuple[str, ...], float]] = {0: {(): 0.0}}
    for node in lattice.nodes:
        here = kept.get(node)
        if not here:
            continue
        pieces = [(node + arc.length, arc.cost, _piece(arc, kind)) for arc in lattice.arcs.get(node, ())]
        for way, cost in _cheapest(here):
            for end, dear, piece in pieces:
                if piece is not None:
                    further = (*way, piece) if piece else way
                    ends = kept.setdefault(end, {})
                    ends[further] = min(ends.get(further, 9.0), cost + dear)
    return [way for way, _ in _cheapest(kept.get(lattice.end, {}))]


def _cheapest(ways: Mapping[tuple[str, ...], float]) -> list[tuple[tuple[str, ...], float]]:
    """The cheapest of some ways; of those that cost the same the first by their pieces."""
    return sorted(ways.items(), key=lambda item: (item[1], item[0]))[:WAYS]


def _piece(arc: Arc, kind: str) -> str | None:
    """What a piece adds to a key: nothing if it may be missing, None if it is no piece of this kind."""
    if arc.label[0] == "#":
        return "" if arc.lacking <= USUAL else arc.label
    if arc.label in SYLLABLES:
        return sound(arc.label) if kind == "p" else None
    if "가" <= arc.label[0] <= "힣":
        return arc.label if kind == "k" else None
    return None
