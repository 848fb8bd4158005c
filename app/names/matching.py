"""Whether two names, in whatever scripts, may be names of the same."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from app.names.brands import BUILT_IN, Known
from app.names.jamo import letters
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
INFINITE = float("inf")
MOST_KEPT = 2000
Place = tuple[int, int]
Pair = tuple[Arc, Arc, float]
Step = tuple[Place, float, float, Pair | None]


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


@lru_cache(maxsize=10_000)
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
    # Two names that both have the family name last match as well as they do with it first.
    ways = [(left, right) for left in lattices(one) for right in lattices(other) if not (left.cost and right.cost)]
    best = max((_through(left, right) for left, right in ways), key=lambda found: found.score)
    scripts = [lattices(name)[0].scripts for name in (one, other)]
    if best.score < FOREIGN and "latin" in scripts[0] | scripts[1] and "han" not in scripts[0] | scripts[1]:
        alike = round(FOREIGN * sounds_alike(one, other), 3)
        if alike > best.score:
            return Match(alike, ("sounds alike",))
    return best


def _through(one: Lattice, other: Lattice) -> Match:
    """The cheapest way through both lattices."""
    chinese = one.scripts == other.scripts == {"han"}
    costs: dict[Place, float] = {(0, 0): 0.0}
    weights: dict[Place, float] = {(0, 0): 0.0}
    came: dict[Place, tuple[Place, Pair | None]] = {}
    # What characters a Sino-Korean reading stands for need not be guessed where they are seen.
    seen = "han" in one.scripts | other.scripts
    left, right = (one.certain, other.certain) if seen else (one.arcs, other.arcs)
    rows, columns = one.nodes, other.nodes
    for i in rows:
        for j in columns:
            here = costs.get((i, j))
            if here is None:
                continue
            steps = _steps(left.get(i, ()), right.get(j, ()), (i, j), NEAR[chinese])
            for place, cost, weight, pair in steps:
                if here + cost < costs.get(place, INFINITE):
                    costs[place], weights[place] = here + cost, weights[i, j] + weight
                    came[place] = (i, j), pair
    place = (one.end, other.end)
    total = costs.get(place, INFINITE) + max(one.cost, other.cost)
    score = max(0.0, 1.0 - 2 * total / weights[place]) if weights.get(place) else 0.0
    why: list[str] = []
    while place in came:
        place, pair = came[place]
        if pair:
            why.append(_reason(*pair))
    if not why or not score:  # what both leave out speaks for nothing
        return Match(0.0, ())
    return Match(round(score, 3), tuple(filter(None, (*reversed(why), one.rule, other.rule))))


def _steps(left: Sequence[Arc], right: Sequence[Arc], at: Place, nearness: "_Nearness") -> list[Step]:
    """The ways on from a place in both names: a piece of one alone, or a piece of each."""
    i, j = at
    steps: list[Step] = [((i + a.length, j), a.cost + a.weight * a.lacking, a.weight, None) for a in left]
    steps += [((i, j + b.length), b.cost + b.weight * b.lacking, b.weight, None) for b in right]
    for a in left:
        near = nearness[a.label]
        for b in right:
            apart = near[b.label]
            if apart < NO_WAY and not (apart and (a.exact or b.exact)):
                cost = a.cost + b.cost + apart * max(a.weight, b.weight)
                steps.append(((i + a.length, j + b.length), cost, a.weight + b.weight, (a, b, apart)))
    return steps


class _Near(dict[str, float]):
    """How far labels are from one, worked out when first asked for."""

    def __init__(self, label: str, *, chinese: bool) -> None:
        self.label = label
        self.chinese = chinese

    def __missing__(self, other: str) -> float:
        far = _apart(*sorted((self.label, other)), chinese=self.chinese)
        if len(self) < MOST_KEPT:
            self[other] = far
        return far


class _Nearness(dict[str, _Near]):
    """The labels, each with how far others are from it."""

    def __init__(self, *, chinese: bool) -> None:
        self.chinese = chinese

    def __missing__(self, label: str) -> _Near:
        near = _Near(label, chinese=self.chinese)
        if label in SYLLABLES or len(self) < MOST_KEPT:
            self[label] = near
        return near


NEAR = {chinese: _Nearness(chinese=chinese) for chinese in (False, True)}


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
        return min(NO_WAY, 0.6 * Levenshtein.distance(letters(one), letters(other)))
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
