"""What all rules of figures share: a sum or number of a sentence that measures something."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.reading.patterns.rules import Statement
from app.reading.tagged import MONEY, NUMBER, ORG, PERSON, Tagged
from app.vocabulary import FactType, Metric, Unit

PHRASE: Final = rf"[^{ORG}{PERSON}{MONEY}{NUMBER}.,]"
"""A sign of the words that describe a group."""
FOUNDERS: Final = "(?:창업가|창업자)"


@dataclass(frozen=True, slots=True)
class Measured:
    """A number or sum of a sentence, what it measures, the words that say of what, and its period."""

    metric: Metric
    at: int
    words: Mapping[str, tuple[int, int]]
    period: int | None = None
    roles: Mapping[str, int | None] = field(default_factory=dict)

    def stated(self, confidence: float, *doubts: str) -> Statement:
        """The figure that a sentence states with it."""
        return Statement(
            FactType.FIGURE,
            self.roles,
            (self.at, self.at + 1),
            confidence,
            {"metric": self.metric},
            self.words,
            quantity=self.at,
            period=self.period,
            doubts=doubts,
        )


def dated(period: int | None) -> dict[str, tuple[int, int]]:
    """The words of a period, if there is one."""
    return {"period": (period, period + 1)} if period is not None else {}


def counts_people(sentence: Tagged, at: int) -> bool:
    """Whether a number is a number of people, and not of an unknown many."""
    quantity = sentence.quantity(at)
    return quantity.unit == Unit.PEOPLE and quantity.value is not None
