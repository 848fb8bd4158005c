"""One candidate beside one fact of the records: in what they differ, if they are about the same at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.evaluation.expected import Expected
from app.evaluation.names import Names, Said
from app.reading.candidates import ROLES_OF, Candidate
from app.vocabulary import FactType, Qualifier

ACTORS: Final = ("organization", "cohort")
PERIOD: Final = ("period_from", "period_to")

MAIN: Final[Mapping[FactType, tuple[str, ...]]] = {
    FactType.EMPLOYMENT: ("status",),
    FactType.CLAIM: ("relation",),
    FactType.FIGURE: ("metric", "value", "value_min", "value_max", "unit"),
    FactType.ACTIVITY: ("kind",),
}
"""What makes a fact another fact, beside whom it is about: asked for always."""

FURTHER: Final[Mapping[FactType, tuple[str, ...]]] = {
    FactType.INVESTMENT: ("value", "unit", "qualifier"),
    FactType.CLAIM: ("extent", "open_ended"),
    FactType.FIGURE: ("qualifier",),
    FactType.ACTIVITY: ("status",),
}
"""What is asked for only where all is, beside the period and the sentence. Titles and English words never are."""


@dataclass(frozen=True)
class Difference:
    """A field of which a candidate says something else than the records, or nothing."""

    field: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        """In words: `qualifier exact, not more_than`."""
        return f"{self.field} {self.found or 'none'}, not {self.expected or 'none'}"

    @property
    def is_less(self) -> bool:
        """Whether the candidate contradicts nothing: it stands elsewhere, or names no period."""
        return self.field == "sentence" or (self.field in PERIOD and self.found is None)


@dataclass(frozen=True)
class Comparison:
    """Compares by the names of a gazetteer and those that a draft proposes."""

    names: Names
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def differences(self, expected: Expected, candidate: Candidate) -> tuple[Difference, ...] | None:
        """In what a candidate differs from a record whose fact it states; nothing if it states another fact."""
        if candidate.type is not expected.type or any(
            not _equal(expected, candidate, name) for name in MAIN.get(expected.type, ())
        ):
            return None
        roles = ACTORS if expected.type is FactType.ACTIVITY else ROLES_OF[expected.type]
        if not all(self._same(expected, candidate, role, alike=True) for role in roles):
            return None
        if not self._same_parties(expected, candidate, alike=True):
            return None
        return tuple(self._further(expected, candidate, roles))

    def _further(self, expected: Expected, candidate: Candidate, roles: tuple[str, ...]) -> Iterator[Difference]:
        of_base = ("prior_employer", "versus") if expected.type is FactType.FIGURE else ()
        beside = ("product", "counterpart", "country") if expected.type is FactType.ACTIVITY else ()
        for role in (*roles, *of_base, *beside):
            if not self._same(expected, candidate, role, alike=False):
                said = self._said(candidate, role)
                yield Difference(role, expected.roles.get(role), said and said.name)
        if not self._same_parties(expected, candidate, alike=False):
            yield Difference("parties", ", ".join(sorted(expected.parties)), ", ".join(candidate.parties))
        for name in (*FURTHER.get(expected.type, ()), *PERIOD):
            if not _equal(expected, candidate, name):
                yield Difference(name, expected.says.get(name), getattr(candidate, name))
        if not any(candidate.start < end and start < candidate.end for start, end in expected.spans):
            yield Difference("sentence", expected.passage, candidate.passage)

    def _same(self, expected: Expected, candidate: Candidate, role: str, *, alike: bool) -> bool:
        item, said = expected.roles.get(role), self._said(candidate, role)
        if item is None or said is None:
            return item is None and said is None
        return self.names.same(item, said, expected.described.get(role, ()), alike=alike)

    def _same_parties(self, expected: Expected, candidate: Candidate, *, alike: bool) -> bool:
        said = [
            Said(name, item, self.aliases.get(name, ()))
            for name, item in zip(candidate.parties, candidate.party_ids, strict=True)
        ]
        return len(said) == len(expected.parties) and all(
            any(self.names.same(party, one, alike=alike) for one in said) for party in expected.parties
        )

    def _said(self, candidate: Candidate, role: str) -> Said | None:
        holder = candidate.of if role in {"prior_employer", "versus"} else candidate
        name = getattr(holder, role, None)
        return Said(name, getattr(holder, f"{role}_id"), self.aliases.get(name, ())) if name else None


def _equal(expected: Expected, candidate: Candidate, name: str) -> bool:
    """Whether both say the same of a field; what a candidate leaves out is what records take for granted."""
    found = getattr(candidate, name)
    if name == "qualifier":
        amount = ("value", "value_min", "value_max")
        if expected.type is FactType.INVESTMENT and all(expected.says.get(one) is None for one in amount):
            return True
        found = found or Qualifier.EXACT
    if name == "open_ended":
        found = bool(found)
    return bool(found == expected.says.get(name))
