"""The cheapest way through two lattices: which pieces of two names go together, and what that costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

from rapidfuzz.distance import Levenshtein

from app.names.arcs import NONE, Arc, only_itself
from app.names.jamo import letters
from app.names.lattice import INITIAL, Lattice
from app.names.syllables import SYLLABLES, distance

SAME_SOUND = 0.4
"""What it costs that two names in Chinese characters only sound alike."""
NO_WAY = 1.0
MOST_KEPT = 2000
ROUNDED = 0.0006
"""By how much less than the score itself its rounded form can ask for."""
State = tuple[float, float, Optional["State"], tuple[Arc, Arc, float] | None]
"""A place in both names: what the way there costs, how much of the names it covers, where from, by which pieces."""


@dataclass(frozen=True)
class Way:
    """The cheapest way through two names."""

    score: float
    one: Lattice
    other: Lattice
    last: State

    def why(self) -> tuple[str, ...]:
        """What speaks for the two being the same, piece by piece."""
        told = [_reason(*pair) for pair in _pairs(self.last)]
        return tuple(filter(None, (*reversed(told), self.one.rule, self.other.rule)))


def cheapest_way(one: Lattice, other: Lattice, least: float) -> Way | None:  # noqa: C901, PLR0912 - calls would cost more than the steps
    """The cheapest way, if it has at least such a score and anything at all goes together."""
    near = NEAR[one.scripts == other.scripts == {"han"}]
    # What characters a Sino-Korean reading stands for need not be guessed where they are seen.
    seen = "han" in one.scripts | other.scripts
    left, right = (one.certain, other.certain) if seen else (one.arcs, other.arcs)
    dear = max(one.cost, other.cost)
    most = (1 + ROUNDED - least) / 2 * (one.rest.most[0] + other.rest.most[0]) - dear
    columns = [
        (j, heavy, lonely, arcs.alone, arcs.alike, arcs.near)
        for j, heavy, lonely in zip(other.nodes, other.rest.most, other.rest.alone, strict=True)
        for arcs in (right.get(j, NONE),)
    ]
    ahead: dict[int, dict[int, State]] = {0: {0: (0.0, 0.0, None, None)}}
    for i, heavy, lonely in zip(one.nodes, one.rest.most, one.rest.alone, strict=True):
        row = ahead.get(i)
        if not row:
            continue
        some = left.get(i, NONE)
        lacking = [(ahead.setdefault(i + length, {}), alone, weight) for length, alone, weight in some.alone]
        arcs = [(ahead[i + arc.length], None if only_itself(arc.label) else near[arc.label], arc) for arc in some]
        for j, heavy_there, lonely_there, others, alike, neighbours in columns:
            state = row.get(j)
            if state is None:
                continue
            here, covered, _, _ = state
            # What the other name has too little left to go with goes alone.
            if here + lonely - heavy_there > most or here + lonely_there - heavy > most or here > most:
                continue
            for row_there, alone, weight in lacking:
                cost = here + alone
                known = row_there.get(j)
                if known is None or cost < known[0]:
                    row_there[j] = (cost, covered + weight, state, None)
            for length, alone, weight in others:
                cost = here + alone
                known = row.get(j + length)
                if known is None or cost < known[0]:
                    row[j + length] = (cost, covered + weight, state, None)
            for row_there, far, a in arcs:
                for b in neighbours if far is not None else alike.get(a.label, ()):
                    apart = 0.0 if far is None else far[b.label]
                    if apart < NO_WAY and not (apart and (a.exact or b.exact)):
                        cost = here + (a.cost + b.cost + apart * max(a.weight, b.weight))
                        there = j + b.length
                        known = row_there.get(there)
                        if known is None or cost < known[0]:
                            row_there[there] = (cost, covered + (a.weight + b.weight), state, (a, b, apart))
    last = ahead.get(one.end, {}).get(other.end)
    if last is None or not last[1]:
        return None
    score = round(max(0.0, 1.0 - 2 * (last[0] + dear) / last[1]), 3)
    # What both leave out speaks for nothing.
    return Way(score, one, other, last) if score and any(_pairs(last)) else None


def _pairs(state: State | None) -> Iterator[tuple[Arc, Arc, float]]:
    """The pieces that go together on the way to a place, the last first."""
    while state:
        if state[3]:
            yield state[3]
        state = state[2]


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
