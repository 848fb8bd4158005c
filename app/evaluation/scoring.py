"""Candidates against records: which are right, which say what is not stated, and what was missed.

**Strict** asks for the same things under their own names, the same values and period, and the right sentence;
**lenient** for the same things, also under names that are alike, and the same main value.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.evaluation.comparing import Comparison, Difference
from app.evaluation.expected import Expected
from app.reading.candidates import Candidate
from app.vocabulary import FactType, Unit

CURRENCIES: Final = frozenset(unit for unit in Unit if unit.is_currency)


@dataclass(frozen=True)
class Pair:
    """A candidate that states a fact of the records, and in what it differs from it."""

    expected: Expected
    candidate: Candidate
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Scored:
    """What became of every candidate and every record of one article."""

    expected: tuple[Expected, ...]
    candidates: tuple[Candidate, ...]
    pairs: tuple[Pair, ...]
    spurious: tuple[Candidate, ...]
    """States what the records do not."""
    missed: tuple[Expected, ...]
    """Stated by no candidate."""
    repeated: tuple[Candidate, ...]
    """States a fact that another candidate has stated: neither right nor wrong."""
    repeated_exactly: tuple[Candidate, ...]
    """States it without a contradiction: neither right nor wrong even where all is asked for."""


@dataclass(frozen=True)
class Tally:
    """How many were right, wrong and missed."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    repeated: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.right + other.right,
            self.spurious + other.spurious,
            self.missed + other.missed,
            self.repeated + other.repeated,
        )

    @property
    def precision(self) -> float | None:
        """The part of what was proposed that is right; nothing if nothing was proposed."""
        return _part(self.right, self.right + self.spurious)

    @property
    def recall(self) -> float | None:
        """The part of what is stated that was proposed; nothing if nothing is stated."""
        return _part(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; nothing if there was nothing to propose and nothing was."""
        return _part(2 * self.right, 2 * self.right + self.spurious + self.missed)


def _part(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score(expected: Sequence[Expected], candidates: Sequence[Candidate], comparison: Comparison) -> Scored:
    """Pair candidates with records, each with one at most: first those that agree in everything, then the others."""
    found = {
        (i, j): differences
        for i, record in enumerate(expected)
        for j, candidate in enumerate(candidates)
        if (differences := comparison.differences(record, candidate)) is not None
    }
    of_record: dict[int, int] = {}
    of_candidate: dict[int, int] = {}
    for i, j in sorted(found, key=lambda pair: (len(found[pair]), pair)):
        if i not in of_record and j not in of_candidate:
            of_record[i], of_candidate[j] = j, i
    exact = {i: j for i, j in of_record.items() if not found[i, j]}
    again = {j for i, j in found if i in exact and all(one.is_less for one in found[i, j])} - set(exact.values())
    related = {j for _, j in found}
    return Scored(
        expected=tuple(expected),
        candidates=tuple(candidates),
        pairs=tuple(Pair(expected[i], candidates[j], found[i, j]) for i, j in sorted(of_record.items())),
        spurious=tuple(candidate for j, candidate in enumerate(candidates) if j not in related),
        missed=tuple(record for i, record in enumerate(expected) if i not in of_record),
        repeated=tuple(candidates[j] for j in sorted(related - set(of_candidate))),
        repeated_exactly=tuple(candidates[j] for j in sorted(again)),
    )


Counts = Callable[[FactType, str | None], bool]
"""Whether a fact of this type with this unit counts in a row."""

TOGETHER: Final[Mapping[str, Counts]] = {
    "foundings, employments, investments": lambda fact_type, _: (
        fact_type in {FactType.FOUNDING, FactType.EMPLOYMENT, FactType.INVESTMENT}
    ),
    "money figures": lambda fact_type, unit: fact_type is FactType.FIGURE and unit in CURRENCIES,
    "all": lambda *_: True,
}


def rows() -> dict[str, Counts]:
    """The rows of a table: each type of fact, then some together."""
    return {fact_type.value: _only(fact_type) for fact_type in FactType} | dict(TOGETHER)


def _only(one: FactType) -> Counts:
    return lambda fact_type, _: fact_type is one


def tally(scored: Scored, counts: Counts, *, strict: bool) -> Tally:
    """What counts in a row, of one article."""
    right = [pair for pair in scored.pairs if not strict or not pair.differences]
    again = scored.repeated_exactly if strict else scored.repeated
    proposed = sum(counts(one.type, one.unit) for one in scored.candidates)
    stated = sum(counts(one.type, one.says.get("unit")) for one in scored.expected)
    hits = sum(counts(pair.expected.type, pair.expected.says.get("unit")) for pair in right)
    repeated = sum(counts(one.type, one.unit) for one in again)
    return Tally(hits, proposed - hits - repeated, stated - hits, repeated)
