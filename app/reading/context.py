"""What a sentence leaves to those before it: the company it goes on to speak of, a pronoun, the group, the speaker."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.reading.dates import PeriodWords
from app.reading.mentions import Mention
from app.reading.patterns.rules import Statement
from app.reading.quantities import Quantity
from app.reading.speakers import speaker_of
from app.reading.story import Story
from app.reading.tagged import ORG, PERSON, Tagged
from app.reading.topics_english import is_about_a_stranger, main_company, person_of, topic_of
from app.vocabulary import Attribution, EntityType, FactType, Metric, OrganizationKind

_TOPIC: Final = re.compile(rf"(?P<who>{ORG})(?:은|는|이|가|도|의)(?![가-힣])")
_PERSON: Final = re.compile(rf"(?P<who>{PERSON})(?:은|는|이|가|도|의|을|를)(?![가-힣])")
_UNKNOWN_SUBJECT: Final = re.compile(
    r"(?<![가-힣A-Za-z])(?!(?:이|그|동|해당|두) )(?!그[은는가이]|그들|이들|이는|이가|당시)[가-힣A-Za-z0-9]{2,}"
    r"(?<!회사)(?<!기업)(?<!업체)(?<!스타트업)(?<!매출)(?<!매출액)(?<!가치)(?<!몸값)(?<!이익)(?<!투자금)(?<!금액)(?<!규모)(?<!자금)(?<!펀딩)(?<!라운드)"
    r"(?<!에)(?<!서)(?<!로)(?<!터)(?<!지)(?<!과)(?<!와)(?<!투자)(?<!상반기)(?<!하반기)(?<!차지만)(?<!올해)(?<!지난해)(?<!이번)(?<!지금)(?<!최근)(?<!소식통)(?<!외신)(?<!보도)"
    r"(?:은|는|이|가) "
)
"""Somebody whom the sentence speaks of and whose name was not recognized: nothing is carried over then."""
_BEFORE_PHRASE: Final = re.compile(r"(?:.*따르면 )?(?:(?:실제로?|특히|현재|최근|또한?|이 가운데|이 중|한편|다만|그러나|하지만|은|는|이|가|도|의|을|를|와|과|에서|에|로|,|“|‘|·)? +)+|[,“‘·]+")
_CARRIED_METRICS: Final = frozenset({Metric.RANK, Metric.SHARE, Metric.DOWNLOADS_RANK, Metric.RESEARCHERS})
_IT: Final = re.compile(r"\b[Ii]ts?\b|[가-힣]")
_STRANGER_REACH: Final = 2
_REACH: Final = 4
"""How many sentences back the company of a sentence may be named."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement with everything it speaks of."""

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


@dataclass(slots=True)
class _Spoken:
    """What the sentences so far have spoken of, and how long ago."""

    topic: Mention | None = None
    topic_at: int = -9
    event: Mention | None = None
    event_at: int = -9
    person: Mention | None = None
    person_at: int = -9
    cohort: tuple[int, int] | None = None
    cohort_years: Sequence[str] = ()
    cohort_at: int = -9
    stranger_at: int = -9
    investors: set[str] = field(default_factory=set)
    speaker: Mention | None = None
    speaker_paragraph: int = -9
    speaker_at: int = -9


@dataclass(slots=True)
class Context:
    """Follows a text sentence by sentence."""

    story: Story
    spoken: _Spoken = field(default_factory=_Spoken)
    at: int = 0

    def resolve(self, sentence: Tagged, statements: Sequence[Statement]) -> Iterator[Resolved]:
        """The statements of the next sentence with their gaps filled; what stays open is left out."""
        place = speaker_of(sentence)
        speaker = sentence.mention(place) if place is not None else None
        found = [one for one in (self._one(sentence, statement, speaker) for statement in statements) if one is not None]
        self._remember(sentence, found, place)
        self.at += 1
        return iter(found)

    def _one(self, sentence: Tagged, statement: Statement, speaker: Mention | None) -> Resolved | None:
        roles: dict[str, Mention] = {}
        headline = sentence.passage.paragraph == self.story.passages[0].paragraph
        confidence, doubts = statement.confidence - (0.06 if headline else 0), list[str]()
        for role, at in statement.roles.items():
            mention = sentence.mention(at) if at is not None else self._before(statement, role, sentence)
            if mention is None:
                return None
            roles[role] = mention
        if not self._is_sound(statement, roles, speaker):
            return None
        quantity = sentence.quantity(statement.quantity) if statement.quantity is not None else None
        if quantity is not None and statement.type is FactType.FIGURE and quantity.value is quantity.value_min is None:
            return None
        period = sentence.period(statement.period) if statement.period is not None else None
        if period is not None and speaker is not None and period.period.start == period.period.end:
            period = None  # the day of the report
        cohort, years = self._cohort(sentence, statement, roles, period)
        if cohort is None and statement.type in {FactType.CLAIM, FactType.MEMBERSHIP}:
            return None
        if cohort is None and statement.type is FactType.FIGURE and "subject" not in roles:
            return None
        attribution = Attribution.STATED if speaker else Attribution.NONE
        if speaker is None and statement.fields.get("metric") in _CARRIED_METRICS and self._speaker_carries(sentence):
            speaker, attribution = self.spoken.speaker, Attribution.CARRIED
            doubts.append("who says it was carried over from the sentence before")
        return Resolved(statement, roles, confidence, quantity, period, speaker, attribution, cohort, years, tuple(doubts))

    def _is_sound(self, statement: Statement, roles: Mapping[str, Mention], speaker: Mention | None) -> bool:
        """Whether who is spoken of can play the parts: no newspaper invests, nobody founds a university by a mention."""
        names = [mention.name for mention in roles.values()]
        if len(set(names)) < len(names):
            return False
        if statement.type is FactType.INVESTMENT:
            investor, startup = roles["investor"], roles["startup"]
            unfit = {OrganizationKind.PUBLISHER, OrganizationKind.UNIVERSITY, OrganizationKind.THINK_TANK, OrganizationKind.UNNAMED}
            if investor.kind in unfit or startup.kind in unfit | {OrganizationKind.AGENCY}:
                return False
            return (investor.id or investor.name) != (startup.id or startup.name) and (speaker is None or speaker.name != investor.name or investor.kind != OrganizationKind.PUBLISHER)
        if statement.type is FactType.FOUNDING:
            return roles["startup"].kind not in {OrganizationKind.UNIVERSITY, OrganizationKind.PUBLISHER, OrganizationKind.AGENCY, OrganizationKind.UNNAMED}
        if statement.type is FactType.EMPLOYMENT:
            return roles["organization"].kind != OrganizationKind.UNNAMED
        if statement.type is FactType.FIGURE and statement.fields.get("metric") in {Metric.FUNDING, Metric.VALUATION}:
            return "subject" not in roles or roles["subject"].kind not in {OrganizationKind.PUBLISHER, OrganizationKind.UNNAMED}
        return True

    def _before(self, statement: Statement, role: str, sentence: Tagged) -> Mention | None:
        """Whom the sentences before spoke of."""
        spoken = self.spoken
        if _UNKNOWN_SUBJECT.search(sentence.text[: statement.span[0]]):
            return None
        if role == "person":
            return spoken.person if self.at - spoken.person_at <= _REACH else None
        if statement.type is FactType.INVESTMENT and spoken.event is not None and self.at - spoken.event_at <= _REACH:
            return spoken.event
        if self.at - spoken.stranger_at <= _STRANGER_REACH:
            return None
        others = [sentence.mention(at).name for at in statement.roles.values() if at is not None]
        main = None if _IT.search(sentence.text) else self._main(sentence)
        if main is not None and main.name not in others:
            return main
        return spoken.topic if self.at - spoken.topic_at <= _REACH else None

    def _main(self, sentence: Tagged) -> Mention | None:
        """The company that most of an English text is about, if the sentences just before name it.

        `Revenue rose` and `the round` mean it, whatever other company had a sentence in between.
        """
        first = self.story.passages[max(0, self.at - _REACH)].start
        near = [one for one in self.story.mentions if first <= one.start < sentence.passage.start]
        return next((one for one in reversed(near) if (one.id or one.name) == main_company(self.story)), None)

    def _cohort(
        self, sentence: Tagged, statement: Statement, roles: Mapping[str, Mention], period: PeriodWords | None
    ) -> tuple[tuple[int, int] | None, Sequence[str]]:
        if statement.type not in {FactType.CLAIM, FactType.MEMBERSHIP, FactType.FIGURE} or "subject" in roles:
            return None, ()
        words = statement.words.get("cohort") or (statement.words.get("subject") if statement.type is FactType.FIGURE else None)
        if words is None:
            near = self.at - self.spoken.cohort_at <= 2  # noqa: PLR2004 - the sentence before, perhaps with one between
            return (self.spoken.cohort, self.spoken.cohort_years) if near else (None, ())
        start, end = words
        if trimmed := _BEFORE_PHRASE.match(sentence.text, start, end):
            start = trimmed.end()
        years = [str(one.period.start.year) for at, one in sentence.items.items() if isinstance(one, PeriodWords) and one.period.start]
        years += [one.as_written for one in sentence.items.values() if isinstance(one, PeriodWords)]
        return sentence.span(start, end), years

    def _speaker_carries(self, sentence: Tagged) -> bool:
        same = sentence.passage.paragraph == self.spoken.speaker_paragraph
        return same and self.at - self.spoken.speaker_at == 1 and self.spoken.speaker is not None

    def _remember(self, sentence: Tagged, found: Sequence[Resolved], speaker: int | None) -> None:
        spoken = self.spoken
        for one in _TOPIC.finditer(sentence.text):
            mention = sentence.mention(one.start())
            if one.start() != speaker and mention.kind not in {OrganizationKind.PUBLISHER, OrganizationKind.UNNAMED, OrganizationKind.THINK_TANK}:
                spoken.topic, spoken.topic_at = mention, self.at
                if sentence.text[one.end() - 1] in "은는":
                    break
        self._remember_english(sentence, found, speaker)
        for one in _PERSON.finditer(sentence.text):
            spoken.person, spoken.person_at = sentence.mention(one.start()), self.at
            break
        for resolved in found:
            kind, roles = resolved.statement.type, resolved.roles
            if kind is FactType.INVESTMENT or (kind is FactType.FIGURE and resolved.statement.fields.get("metric") == Metric.FUNDING):
                target = roles.get("startup") or roles.get("subject")
                if target is not None and target.type is EntityType.ORGANIZATION:
                    spoken.event, spoken.event_at = target, self.at
            if resolved.cohort is not None and kind is not FactType.CLAIM:
                spoken.cohort, spoken.cohort_years, spoken.cohort_at = resolved.cohort, resolved.cohort_years, self.at
        if speaker is not None:
            spoken.speaker, spoken.speaker_paragraph, spoken.speaker_at = sentence.mention(speaker), sentence.passage.paragraph, self.at

    def _remember_english(self, sentence: Tagged, found: Sequence[Resolved], speaker: int | None) -> None:
        spoken, topic, person = self.spoken, topic_of(sentence), person_of(sentence)
        invests = {one.roles["investor"] for one in found if one.statement.type is FactType.INVESTMENT}
        if is_about_a_stranger(sentence):
            spoken.stranger_at = self.at
        spoken.investors |= {one.name for one in invests}
        if topic is not None and topic != speaker:
            mention = sentence.mention(topic)
            backs = mention.name in spoken.investors and (mention.id or mention.name) != main_company(self.story)
            if not backs and mention.kind not in {OrganizationKind.PUBLISHER, OrganizationKind.UNNAMED, OrganizationKind.THINK_TANK}:
                spoken.topic, spoken.topic_at = mention, self.at
        if person is not None:
            spoken.person, spoken.person_at = sentence.mention(person), self.at
