"""From a text to a draft: the rules over every sentence, what sentences leave to those before, one candidate a fact."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from itertools import chain, compress
from typing import Any, Final

from app.reading.article import LineRole
from app.reading.candidates import Candidate, Draft, KnownEntity
from app.reading.context import Context
from app.reading.fitness import language
from app.reading.legible import legible
from app.reading.patterns.needs import Sieve
from app.reading.patterns.positions import LASTS
from app.reading.patterns.rules import RULES, Rule, Statement
from app.reading.proposing import proposals
from app.reading.prose import prose_of
from app.reading.story import read_story
from app.reading.tagged import Tagged, tag
from app.reading.unsaid import OF_HIM, OF_SOMEBODY, UNSAID, left_unsaid
from app.reading.writing import Writer
from app.vocabulary import EmploymentStatus, FactType, Metric

_KOREAN: Final = (
    "foundings",
    "founders",
    "careers",
    "posts",
    "positions",
    "chiefs",
    "departures",
    "moves",
    "investments",
    "backers",
    "rounds",
    "stakes",
    "partakers",
    "bets",
    "shareholders",
    "holdings",
    "portfolios",
    "headlined",
    "raised",
    "funding",
    "worth",
    "earnings",
    "groups",
    "counts",
    "belongings",
    "activities",
)
_ENGLISH: Final = (
    "english_foundings",
    "english_founders",
    "english_employments",
    "english_hires",
    "english_careers",
    "english_departures",
    "english_appointments",
    "english_offices",
    "english_investments",
    "english_backers",
    "english_money",
    "english_sums",
    "english_results",
    "english_rounds",
    "english_tranches",
    "english_followers",
    "english_partakers",
    "english_portfolios",
    "english_shares",
    "english_belongings",
)
for _noun in _KOREAN + _ENGLISH:
    import_module(f"app.reading.patterns.{_noun}")

_RULES: Final = {
    korean: tuple(rule for rule in RULES if rule.name.startswith("en-") != korean) for korean in (True, False)
}
"""The rules of Korean sentences, and those of English ones."""
_OF_SOMEBODY: Final = tuple(rule for rule in RULES if rule.name in OF_SOMEBODY | OF_HIM)
_LONGEST_TITLE: Final = 300
_MANY: Final = 1000
_SURE: Final = 0.78
_SUMS: Final = frozenset({Metric.FUNDING, Metric.VALUATION, Metric.REVENUE, Metric.PROFIT})
_LEAST, _MOST = Decimal("0.75"), Decimal("1.34")
"""Between which shares of a sum another one may be what it is rounded to."""
_FLEETING: Final = frozenset({LASTS, UNSAID})
"""Doubts of an employment that is told of as a step of a career: who is elsewhere by now has left it."""


def read_draft(text: str, published_on: date, known: Sequence[KnownEntity]) -> Draft:
    """All that a text states of foundings, careers, investments, figures, groups and activities, as candidates.

    Deterministic, offline. Offsets are code points of the text as given.
    """
    prose = prose_of(legible(text))
    story = read_story(prose, published_on, known)
    writer = Writer(text, prose, story, known)
    context = Context(story)
    found: dict[tuple[Any, ...], Candidate] = {}
    many = len(story.passages) > _MANY
    for sentence in tag(story):
        for resolved in context.resolve(sentence, statements_of(sentence, many=many)):
            candidate = writer.candidate(sentence, resolved)
            if candidate is not None:
                key = _states(candidate)
                if key not in found or found[key].confidence < candidate.confidence:
                    found[key] = candidate
    headlines = {one.id for one in story.passages if one.role is LineRole.TITLE}
    candidates = sorted(
        _consistent(_without_rounded([*found.values()], headlines)),
        key=lambda one: (one.start, one.end, repr(_states(one))),
    )
    start, end = prose.title
    return Draft(
        title=text[start:end][:_LONGEST_TITLE],
        language=language(text) or "und",
        published_on=published_on,
        candidates=tuple(candidates),
        proposals=tuple(proposals(text, writer, candidates)),
    )


def statements_of(sentence: Tagged, *, many: bool = False) -> list[Statement]:
    """What all rules of its language find in a sentence, the surest of those that say the same.

    Of `many` sentences each is first asked which rules can find anything; to learn what rules need takes longer than an
    article does.
    """
    best: dict[tuple[Any, ...], Statement] = {}
    if not sentence.items:
        return []
    korean = any("가" <= sign <= "힣" for sign in chain(sentence.text, sentence.passage.text))
    rules: Iterable[Rule] = _RULES[korean]
    if many:
        rules = compress(rules, _sieve(korean).fits(sentence.text))
    found = (one for rule in rules for one in rule.find(sentence))
    for one in chain(found, left_unsaid(sentence, _OF_SOMEBODY)) if korean else found:
        key = (
            one.type,
            tuple(sorted((role, -1 if at is None else at) for role, at in one.roles.items())),
            one.quantity,
            one.fields.get("metric"),
            one.fields.get("kind"),
            tuple(one.parties),
            one.fields.get("status") if one.type is FactType.EMPLOYMENT else None,
        )
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    told = _without_vague_investments([*best.values()])
    return sorted(told, key=lambda one: (one.span, one.type, one.rule))


def _without_vague_investments(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Leave out that somebody invested in what the sentences before name, where this one names in whom."""
    investments = [one for one in statements if one.type is FactType.INVESTMENT]
    named = {one.roles["investor"] for one in investments if one.roles["startup"] is not None}
    for one in statements:
        if one not in investments or one.roles["startup"] is not None or one.roles["investor"] not in named:
            yield one


@cache
def _sieve(korean: bool) -> Sieve:  # noqa: FBT001 - an argument of a cache
    """What the rules of a language need."""
    return Sieve(rule.pattern for rule in _RULES[korean])


def _states(candidate: Candidate) -> tuple[Any, ...]:
    """What makes two candidates one fact."""
    names = ((role, item or _folded(name)) for role, name, item in candidate.names() if role != "attributed_to")
    return (
        candidate.type,
        tuple(sorted(names)),
        candidate.metric,
        candidate.value,
        candidate.value_min,
        candidate.unit if candidate.metric else None,
        candidate.status,
        candidate.kind,
        candidate.passage if candidate.type is FactType.ACTIVITY else None,
    )


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def _consistent(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Leave out what contradicts a surer candidate.

    Nobody is former and current of one place in one article; one sum has one metric.
    """
    jobs = [one for one in candidates if one.type is FactType.EMPLOYMENT]
    left = {_job(one) for one in jobs if one.status == EmploymentStatus.FORMER and one.confidence >= _SURE}
    elsewhere = [
        one
        for one in candidates
        if one.type is FactType.FOUNDING or one.status == EmploymentStatus.CURRENT
        if not _FLEETING.intersection(one.doubts)
    ]
    sums = _surest(one for one in candidates if one.type is FactType.FIGURE)
    converted = {(one.metric, other.value, other.unit) for one in candidates if (other := one.stated_conversion)}
    for one in candidates:
        stays = one.type is FactType.EMPLOYMENT and one.status == EmploymentStatus.CURRENT
        is_sum = one.type is FactType.FIGURE
        if is_sum and (one.metric, one.value, one.unit) in converted:
            continue
        if stays and _FLEETING.intersection(one.doubts) and any(_has_left(one, other) for other in elsewhere):
            one = one.model_copy(update={"status": EmploymentStatus.FORMER})  # noqa: PLW2901
        if not (stays and _job(one) in left) and not (is_sum and one.confidence < sums[one.start, one.end]):
            yield one


def _has_left(one: Candidate, other: Candidate) -> bool:
    """Whether somebody works at another place than the one that it is said to have come to once."""
    (person, place), (somebody, somewhere) = _job(one), _job(other)
    return person == somebody and place != somewhere


def _without_rounded(candidates: Sequence[Candidate], headlines: Container[str]) -> list[Candidate]:
    """Leave out a sum of the headline where the text gives one of the same: it only rounds or converts that."""
    told = [one for one in candidates if one.metric in _SUMS and one.passage not in headlines]
    return [
        one
        for one in candidates
        if not (one.metric in _SUMS and one.passage in headlines and any(_is_rounded(one, other) for other in told))
    ]


def _is_rounded(one: Candidate, other: Candidate) -> bool:
    """Whether a sum can be another one of the same rounded or converted."""
    if _measures(one) != _measures(other):
        return False
    if one.value is None or other.value is None or one.unit != other.unit or not other.value:
        return True
    return _LEAST < one.value / other.value < _MOST


def _measures(candidate: Candidate) -> tuple[str, str]:
    return (candidate.subject_id or _folded(candidate.subject or candidate.cohort or ""), str(candidate.metric))


def _surest(figures: Iterable[Candidate]) -> dict[tuple[int, int], float]:
    """How sure the surest figure is that the words of each sum state."""
    sums: dict[tuple[int, int], float] = {}
    for one in figures:
        sums[one.start, one.end] = max(sums.get((one.start, one.end), 0.0), one.confidence)
    return sums


def _job(candidate: Candidate) -> tuple[str, str]:
    return (
        candidate.person_id or _folded(candidate.person or ""),
        candidate.organization_id or candidate.startup_id or _folded(candidate.organization or candidate.startup or ""),
    )
