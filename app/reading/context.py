"""Statements with everything they speak of: what their sentence names, and what it leaves to those before it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.reading.article import LineRole
from app.reading.dates import PeriodWords
from app.reading.mentions import Mention
from app.reading.patterns.rules import Statement
from app.reading.quantities import Quantity
from app.reading.soundness import is_sound
from app.reading.speakers import speaker_of
from app.reading.spoken import Spoken
from app.reading.story import Story
from app.reading.tagged import PERIOD, Tagged
from app.vocabulary import Attribution, FactType, Metric

_ADVERBS: Final = "실제로?|특히|현재|최근|또한?|이 가운데|이 중|한편|다만|그러나|하지만"
_PARTICLES: Final = "은|는|이|가|도|의|을|를|와|과|에서|에|로|,|“|‘|·"
_BEFORE_PHRASE: Final = re.compile(
    rf"(?:.*따르면 )?(?:(?:{_ADVERBS}|{_PARTICLES})? +)*(?:{PERIOD}(?:에|부터|의)? )?|[,“‘·]+"
)
"""What stands before the phrase of a group without being part of it."""
_CARRIED: Final = frozenset({Metric.RANK, Metric.SHARE, Metric.DOWNLOADS_RANK, Metric.RESEARCHERS})
"""Figures whose speaker a sentence may leave to the one before."""
_OF_GROUPS: Final = frozenset({FactType.CLAIM, FactType.MEMBERSHIP, FactType.FIGURE})
_IN_HEADLINE: Final = 0.06
"""How much less sure a headline is than the text below it."""
_WITHOUT_NUMBER: Final = 0.75


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement with everything it speaks of; `cohort` is where the words of a group stand."""

    statement: Statement
    roles: Mapping[str, Mention]
    confidence: float
    quantity: Quantity | None = None
    period: PeriodWords | None = None
    speaker: Mention | None = None
    attribution: Attribution = Attribution.NONE
    cohort: tuple[int, int] | None = None
    cohort_years: Sequence[str] = ()
    doubts: tuple[str, ...] = ()


class Context:
    """Follows a text sentence by sentence."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.spoken = Spoken(story)

    def resolve(self, sentence: Tagged, statements: Sequence[Statement]) -> Iterator[Resolved]:
        """The statements of the next sentence with their gaps filled; what stays open is left out."""
        place = speaker_of(sentence)
        speaker = sentence.mention(place) if place is not None else None
        found = [one for statement in statements if (one := self._one(sentence, statement, speaker)) is not None]
        if sentence.is_aside:
            return iter(found)
        self.spoken.remember(sentence, ((one.statement, one.roles) for one in found), place)
        for one in found:
            if one.cohort is not None and one.statement.type is not FactType.CLAIM:
                self.spoken.remember_group(one.cohort, one.cohort_years)
        self.spoken.at += 1
        return iter(found)

    def _one(self, sentence: Tagged, statement: Statement, speaker: Mention | None) -> Resolved | None:
        roles = self._roles(sentence, statement)
        if roles is None or not is_sound(statement, roles):
            return None
        cohort, years = self._cohort(sentence, statement, roles)
        if cohort is None and statement.type in _OF_GROUPS and "subject" not in roles:
            return None
        quantity = sentence.quantity(statement.quantity) if statement.quantity is not None else None
        in_headline = sentence.passage.role is LineRole.TITLE
        confidence, doubts = statement.confidence - (_IN_HEADLINE if in_headline else 0), list[str]()
        metric = statement.fields.get("metric")
        if quantity is not None and metric is not None and quantity.value is quantity.value_min is None:
            if metric is not Metric.FUNDING:
                return None
            doubts.append("the words name no number")
            confidence = min(confidence, _WITHOUT_NUMBER)
        period = sentence.period(statement.period) if statement.period is not None else None
        if period is not None and speaker is not None and period.period.start == period.period.end:
            period = None  # the day of the report
        attribution = Attribution.STATED if speaker else Attribution.NONE
        if speaker is None and metric in _CARRIED and (before := self.spoken.speaker_of_before(sentence)):
            speaker, attribution = before, Attribution.CARRIED
            doubts.append("who says it was carried over from the sentence before")
        return Resolved(
            statement, roles, confidence, quantity, period, speaker, attribution, cohort, years, tuple(doubts)
        )

    def _roles(self, sentence: Tagged, statement: Statement) -> dict[str, Mention] | None:
        """Whom the statement names; none if one of them stays open."""
        roles: dict[str, Mention] = {}
        for role, at in statement.roles.items():
            if at is None:
                mention = self.spoken.whom(statement, role, sentence)
            else:
                mention = sentence.mention(at) if at >= 0 else self.spoken.one_of_two(at)
            if mention is None:
                return None
            roles[role] = mention
        return roles

    def _cohort(
        self, sentence: Tagged, statement: Statement, roles: Mapping[str, Mention]
    ) -> tuple[tuple[int, int] | None, Sequence[str]]:
        """Where the words of the group stand that is spoken of, and the years that belong to it."""
        if statement.type not in _OF_GROUPS or "subject" in roles:
            return None, ()
        key = "subject" if statement.type is FactType.FIGURE else "cohort"
        words = statement.words.get("cohort") or statement.words.get(key)
        if words is None:
            return self.spoken.group()
        start, end = words
        if trimmed := _BEFORE_PHRASE.match(sentence.text, start, end):
            start = trimmed.end()
        periods = [one for one in sentence.items.values() if isinstance(one, PeriodWords)]
        years = [str(one.period.start.year) for one in periods if one.period.start]
        return sentence.span(start, end), [*years, *(one.as_written for one in periods)]
