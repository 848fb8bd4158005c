"""Whether two names, in whatever scripts, may be names of the same."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.names.brands import BUILT_IN, Known
from app.names.lattice import cleaned, lattices
from app.names.sounding import sounds_alike
from app.names.ways import cheapest_way

FOREIGN = 0.86
"""The most that the sound of a word which is no Mandarin can tell."""
ANOTHER_NAME = 0.97
"""What is left of a match with another known name of the same."""


@dataclass(frozen=True)
class Match:
    """How surely two names are names of the same, from 0 to 1, and what speaks for it."""

    score: float
    why: tuple[str, ...]


def match(one: str, other: str, known: Known = BUILT_IN, least: float = 0.0) -> Match:
    """Compare two names. **Shape**: `match(a, b)` and `match(b, a)` have the same score; any text has one.

    What names are `known` to be the same is taken into account beside what they sound like. A score below `least` may
    be given as 0, which takes a fraction of the time.

    >>> match("양즈린", "杨植麟").score > 0.95, match("Kai-Fu Lee", "리카이푸").score > 0.9
    (True, True)
    >>> match("양즈린", "왕촨푸").score < 0.5
    True
    """
    first, second = sorted((cleaned(one), cleaned(other)))
    return _match(first, second, known, least)


@lru_cache(maxsize=10_000)
def _match(one: str, other: str, known: Known, least: float) -> Match:
    if not one or not other:
        return Match(0.0, ())
    if one == other:
        return Match(1.0, ("the same name",))
    if known.same(one, other):
        return Match(1.0, ("known names of the same",))
    best = _by_sound(one, other, least)
    for name, opposite in ((one, other), (other, one)):
        for further in known.others(name):
            first, second = sorted((cleaned(further), opposite))
            found = _by_sound(first, second, max(least, best.score) / ANOTHER_NAME)
            if found.score * ANOTHER_NAME > best.score:
                best = Match(round(found.score * ANOTHER_NAME, 3), (f"also called {further}", *found.why))
    return best


def _by_sound(one: str, other: str, least: float) -> Match:
    best = Match(0.0, ())
    for left in lattices(one):
        for right in lattices(other):
            if left.cost and right.cost:
                continue  # two names that both have the family name last match as well as they do with it first
            found = cheapest_way(left, right, max(least, best.score))
            if found and found.score > best.score:
                best = Match(found.score, found.why())
    scripts = [lattices(name)[0].scripts for name in (one, other)]
    if best.score < FOREIGN and "latin" in scripts[0] | scripts[1] and "han" not in scripts[0] | scripts[1]:
        alike = round(FOREIGN * sounds_alike(one, other), 3)
        if alike > best.score:
            return Match(alike, ("sounds alike",))
    return best


def best_matches(query: str, names: Iterable[str], limit: int) -> list[tuple[str, Match]]:
    """The names that match best, in the order of their scores, then as given."""
    scored = ((match(query, name), at, name) for at, name in enumerate(names))
    return [
        (name, found) for found, at, name in heapq.nsmallest(limit, scored, key=lambda item: (-item[0].score, item[1]))
    ]
