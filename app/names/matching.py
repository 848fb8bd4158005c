"""Whether two names, in whatever scripts, may be names of the same."""

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from app.names.brands import BUILT_IN, Known
from app.names.hangul import jamo
from app.names.lattice import INITIAL, Arc, Lattice, cleaned, lattices
from app.names.sounding import sounds_alike
from app.names.syllables import SYLLABLES, distance

SAME_SOUND = 0.4
"""What it costs that two names in Chinese characters only sound alike."""
FOREIGN = 0.86
"""The most that the sound of a word which is no Mandarin can tell."""
ANOTHER_NAME = 0.97
"""What is left of a match with another known name of the same."""
NO_WAY = 1.0


@dataclass(frozen=True)
class Match:
    """How surely two names are names of the same, from 0 to 1, and what speaks for it."""

    score: float
    why: tuple[str, ...]


def match(one: str, other: str, known: Known = BUILT_IN) -> Match:
    """Compare two names. **Shape**: `match(a, b)` and `match(b, a)` have the same score; any text has one.

    What names are `known` to be the same is taken into account beside what they sound like.

    >>> match("양즈린", "杨植麟").score > 0.95, match("Kai-Fu Lee", "리카이푸").score > 0.9
    (True, True)
    >>> match("양즈린", "왕촨푸").score < 0.5
    True
    """
    first, second = sorted((cleaned(one), cleaned(other)))
    return _match(first, second, known)


@lru_cache(maxsize=50_000)
def _match(one: str, other: str, known: Known) -> Match:
    if not one or not other:
        return Match(0.0, ())
    if one == other:
        return Match(1.0, ("the same name",))
    if known.same(one, other):
        return Match(1.0, ("known names of the same",))
    best = _by_sound(one, other)
    for name, opposite in ((one, other), (other, one)):
        for further in known.others(name):
            found = _by_sound(*sorted((cleaned(further), opposite)))
            if found.score * ANOTHER_NAME > best.score:
                best = Match(round(found.score * ANOTHER_NAME, 3), (f"also called {further}", *found.why))
    return best


def _by_sound(one: str, other: str) -> Match:
    best = max(
        (_through(left, right) for left in lattices(one) for right in lattices(other)), key=lambda found: found.score
    )
    scripts = [lattices(name)[0].scripts for name in (one, other)]
    if best.score < FOREIGN and "latin" in scripts[0] | scripts[1] and "han" not in scripts[0] | scripts[1]:
        alike = round(FOREIGN * sounds_alike(one, other), 3)
        if alike > best.score:
            return Match(alike, ("sounds alike",))
    return best


def _through(one: Lattice, other: Lattice) -> Match:
    """The cheapest way through both lattices."""
    chinese = one.scripts == other.scripts == {"han"}
    costs: dict[tuple[int, int], float] = {(0, 0): 0.0}
    came: dict[tuple[int, int], tuple[tuple[int, int], str]] = {}
    left, right = _outgoing(one), _outgoing(other)
    for i in one.nodes():
        for j in other.nodes():
            here = costs.get((i, j))
            if here is None:
                continue
            for a in left.get(i, ()):
                _step(costs, came, (i, j), (a.end, j), here + a.cost + a.weight * a.lacking, "")
                for b in right.get(j, ()):
                    apart = _apart(a.label, b.label, chinese=chinese)
                    if apart < NO_WAY:
                        cost = here + a.cost + b.cost + apart * max(a.weight, b.weight)
                        _step(costs, came, (i, j), (a.end, b.end), cost, _reason(a, b, apart))
            for b in right.get(j, ()):
                _step(costs, came, (i, j), (i, b.end), here + b.cost + b.weight * b.lacking, "")
    ends = (one.end, other.end)
    total = costs[ends] + max(one.cost, other.cost) if ends in costs else float("inf")
    weight = (one.weight() + other.weight()) / 2
    score = max(0.0, 1.0 - total / weight)
    why: list[str] = [rule for rule in (one.rule, other.rule) if rule]
    while ends in came:
        ends, reason = came[ends]
        if reason:
            why.append(reason)
    return Match(round(score, 3), tuple(reversed(why)) if score else ())


def _outgoing(lattice: Lattice) -> Mapping[int, list[Arc]]:
    """Arcs by node, each meaning only at its cheapest."""
    kept: dict[int, list[Arc]] = {}
    for node, arcs in lattice.arcs.items():
        cheapest: dict[tuple[int, str], Arc] = {}
        for arc in arcs:
            known = cheapest.get((arc.end, arc.label))
            if known is None or arc.cost < known.cost:
                cheapest[arc.end, arc.label] = arc
        kept[node] = list(cheapest.values())
    return kept


def _step(
    costs: dict[tuple[int, int], float],
    came: dict[tuple[int, int], tuple[tuple[int, int], str]],
    source: tuple[int, int],
    target: tuple[int, int],
    cost: float,
    reason: str,
) -> None:
    if cost < costs.get(target, float("inf")):
        costs[target] = cost
        came[target] = source, reason


@lru_cache(maxsize=200_000)
def _apart(one: str, other: str, *, chinese: bool) -> float:
    """How far what two pieces stand for is apart: 0 for the same, 1 for what cannot be compared."""
    if one == other:
        return SAME_SOUND if chinese and one[0] not in "=#~" else 0.0
    if one in SYLLABLES and other in SYLLABLES:
        far = distance(one, other)
        return min(NO_WAY, far + SAME_SOUND) if chinese else far
    if one[0] == "^" or other[0] == "^":
        initial, syllable = (one, other) if one[0] == "^" else (other, one)
        return INITIAL if syllable in SYLLABLES and syllable[0] == initial[1] else NO_WAY
    if "가" <= one[0] <= "힣" and "가" <= other[0] <= "힣" and not chinese:
        return min(NO_WAY, 0.6 * Levenshtein.distance(jamo(one), jamo(other)))
    return NO_WAY


def _reason(one: Arc, other: Arc, apart: float) -> str:
    parts = [arc.rule for arc in (one, other)]
    told = parts[0] if parts[0] == parts[1] else " = ".join(parts)
    return told if not apart else f"{told} (near)"


def best_matches(query: str, names: Iterable[str], limit: int) -> list[tuple[str, Match]]:
    """The names that match best, in the order of their scores, then as given."""
    scored = ((match(query, name), at, name) for at, name in enumerate(names))
    return [
        (name, found) for found, at, name in heapq.nsmallest(limit, scored, key=lambda item: (-item[0].score, item[1]))
    ]
