"""From a text to a draft: the rules over every sentence, what sentences leave to those before, one candidate a fact."""

from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from typing import Any, Final

from app.reading.candidates import Base, Candidate, Conversion, Draft, KnownEntity, Proposal
from app.reading.cohorts import cohort_id
from app.reading.context import Context, Resolved
from app.reading.legible import Legible, legible
from app.reading.mentions import Mention
from app.reading.patterns.rules import RULES, Statement
from app.reading.qualifiers import qualifier_of
from app.reading.quantities import Quantity, UnreadableQuantity, parse_quantity
from app.reading.story import Story, nearest_known, read_story
from app.reading.tagged import Tagged, tag
from app.vocabulary import Attribution, EmploymentStatus, EntityType, FactType, OrganizationKind

for _noun in (
    "foundings",
    "careers",
    "positions",
    "investments",
    "backers",
    "rounds",
    "funding",
    "worth",
    "groups",
    "counts",
    "belongings",
    "activities",
    "english",
):
    import_module(f"app.reading.patterns.{_noun}")

LONGEST_WORDS: Final = 60
_MOST_KNOWN: Final = 2000
"""With more known entities than these, whom a new name may be is a matter for a search, not for comparing all."""


def read_draft(text: str, published_on: date, known: Sequence[KnownEntity]) -> Draft:
    """All that a text states of foundings, careers, investments, figures, groups and activities, as candidates.

    Deterministic, offline. Offsets are code points of the text as given.
    """
    spelled = legible(text)
    story = read_story(spelled.text, published_on, known)
    writer = _Writer(text, spelled, story, known)
    found: dict[tuple[Any, ...], Candidate] = {}
    context = Context(story)
    for sentence in tag(story):
        for resolved in context.resolve(sentence, statements_of(sentence)):
            candidate = writer.candidate(sentence, resolved)
            if candidate is None:
                continue
            key = _states(candidate)
            if key not in found or found[key].confidence < candidate.confidence:
                found[key] = candidate
    candidates = sorted(
        _consistent(list(found.values())),
        key=lambda one: (
            (one.start, one.end, one.type, _states(one)[1:]) and (one.start, one.end, one.type, str(_states(one)))
        ),
    )
    title = text[story.passages[0].start : story.passages[0].end] if story.passages else ""
    return Draft(
        title=title[:300],
        language=language_of(text),
        published_on=published_on,
        candidates=tuple(candidates),
        proposals=tuple(writer.proposals(candidates)),
    )


def language_of(text: str) -> str:
    """The language of a text, an ISO 639-1 code: `ko`, `en`, `zh`, `ja`, or `und` if it has no letters to tell by."""
    hangul = sum("가" <= one <= "힣" for one in text)
    latin = sum(one.isascii() and one.isalpha() for one in text)
    kana = sum("぀" <= one <= "ヿ" for one in text)
    han = sum("一" <= one <= "鿿" for one in text)
    best = max((2.5 * hangul, "ko"), (latin, "en"), (4 * kana, "ja"), (2.5 * han, "zh"))
    return best[1] if best[0] else "und"


def statements_of(sentence: Tagged) -> list[Statement]:
    """What all rules find in a sentence, the surest of those that say the same."""
    best: dict[tuple[Any, ...], Statement] = {}
    for rule in RULES:
        for one in rule.find(sentence):
            key = (
                one.type,
                tuple(sorted((role, at or -1) for role, at in one.roles.items())),
                one.quantity,
                one.fields.get("metric"),
                one.fields.get("kind"),
                tuple(one.parties),
                one.fields.get("status") if one.type is FactType.EMPLOYMENT else None,
            )
            if key not in best or best[key].confidence < one.confidence:
                best[key] = one
    return sorted(best.values(), key=lambda one: (one.span, one.type, one.rule))


def _states(candidate: Candidate) -> tuple[Any, ...]:
    """What makes two candidates one fact."""
    who = tuple(
        sorted(
            (role, item or "".join(name.split()).casefold())
            for role, name, item in candidate.names()
            if role != "attributed_to"
        )
    )
    return (
        candidate.type,
        who,
        candidate.metric,
        candidate.value,
        candidate.value_min,
        candidate.unit if candidate.metric else None,
        candidate.status,
        candidate.kind,
        candidate.passage if candidate.type is FactType.ACTIVITY else None,
    )


def _consistent(candidates: list[Candidate]) -> Iterator[Candidate]:
    """Leave out what contradicts a surer candidate: nobody is former and current of one place in one article, a figure
    of one sum has one metric.
    """
    left = {
        (_who(one, "person"), _who(one, "organization"))
        for one in candidates
        if one.type is FactType.EMPLOYMENT and one.status == EmploymentStatus.FORMER and one.confidence >= 0.9
    }
    sums: dict[tuple[int, int], float] = {}
    for one in candidates:
        if one.type is FactType.FIGURE:
            sums[one.start, one.end] = max(sums.get((one.start, one.end), 0.0), one.confidence)
    for one in candidates:
        if (
            one.type is FactType.EMPLOYMENT
            and one.status == EmploymentStatus.CURRENT
            and (_who(one, "person"), _who(one, "organization")) in left
        ):
            continue
        if one.type is FactType.FIGURE and one.confidence < sums[one.start, one.end]:
            continue
        yield one


def _who(candidate: Candidate, role: str) -> str:
    return getattr(candidate, f"{role}_id") or "".join((getattr(candidate, role) or "").split())


class _Writer:
    """Writes candidates and proposals in the words of the text as given."""

    def __init__(self, text: str, spelled: Legible, story: Story, known: Sequence[KnownEntity]) -> None:
        self.text, self.spelled, self.story, self.known = text, spelled, story, known

    def given(self, start: int, end: int) -> tuple[str, int, int]:
        """A piece of the text as given, and where it stands."""
        first, last = self.spelled.origin[start], self.spelled.origin[end]
        return self.text[first:last], first, last

    def candidate(self, sentence: Tagged, found: Resolved) -> Candidate | None:
        """The candidate of a statement; none if its words are too many to quote."""
        fields: dict[str, Any] = dict(found.statement.fields)
        for role, mention in found.roles.items():
            if role in {"prior_employer", "versus"}:
                continue
            fields[role], fields[f"{role}_id"] = self.name(mention), mention.id
        words = self._words(sentence, found)
        if found.cohort is not None:
            phrase, _, _ = self.given(*found.cohort)
            role = "subject" if found.statement.type is FactType.FIGURE else "cohort"
            fields[role] = phrase[:200]
            periods = [found.period.as_written] if found.period else []
            item = cohort_id(
                phrase, found.cohort_years, [self.name(found.speaker)] if found.speaker else [], self.known
            )
            fields[f"{role}_id"] = item
            del periods
        span = self._as_written(sentence, found)
        if span is None:
            return None
        quoted, start, end = span
        of = self._base(sentence, found)
        if found.quantity is not None:
            fields |= self._numbers(sentence, found.quantity, words)
        if found.period is not None:
            fields |= {"period_from": found.period.period.start, "period_to": found.period.period.end}
        if found.statement.parties:
            parties = [sentence.mention(at) for at in found.statement.parties]
            fields |= {"parties": tuple(map(self.name, parties)), "party_ids": tuple(one.id for one in parties)}
        if found.speaker is not None:
            fields |= {
                "attributed_to": self.name(found.speaker),
                "attributed_to_id": found.speaker.id,
                "attribution": found.attribution,
            }
            words["speaker"] = self.given(found.speaker.name_start, found.speaker.name_end)[0]
        doubts = [*found.statement.doubts, *found.doubts]
        doubts += (f"“{name}” is not in the gazetteer" for name in self._unknown(found))
        return Candidate(
            type=found.statement.type, as_written=quoted, start=start, end=end, passage=sentence.passage.id, words=words, of=of,
            doubts=tuple(dict.fromkeys(doubts)), rule=found.statement.rule, confidence=round(found.confidence, 2), **fields,
        )  # fmt: skip

    def name(self, mention: Mention) -> str:
        """The name as the text as given writes it, in full even where it stands short."""
        if self.story.text[mention.name_start : mention.name_end] != mention.name:
            return mention.name
        return self.given(mention.name_start, mention.name_end)[0]

    def _unknown(self, found: Resolved) -> Iterator[str]:
        for mention in found.roles.values():
            if mention.id is None:
                yield self.name(mention)

    def _as_written(self, sentence: Tagged, found: Resolved) -> tuple[str, int, int] | None:
        """The words that state the fact, few enough to quote."""
        if found.quantity is not None and found.statement.type is FactType.FIGURE:
            return self.given(found.quantity.start, found.quantity.end)
        spans = [
            found.statement.span,
            *(
                found.statement.words[key]
                for key in ("startup", "organization", "investor", "kind", "status")
                if key in found.statement.words
            ),
        ]
        for start, end in spans:
            first, last = sentence.span(start, end)
            while first < last and self.story.text[first].isspace():
                first += 1
            quoted = self.given(first, last)
            if 0 < len(quoted[0]) <= LONGEST_WORDS and "\n" not in quoted[0]:
                return quoted
        return None

    def _words(self, sentence: Tagged, found: Resolved) -> dict[str, str]:
        words: dict[str, str] = {}
        for key, (start, end) in found.statement.words.items():
            item = sentence.items.get(start) if end == start + 1 else None
            first, last = (item.name_start, item.name_end) if isinstance(item, Mention) else sentence.span(start, end)
            said = self.given(first, last)[0].strip()
            if 0 < len(said) <= LONGEST_WORDS:
                words[key] = said
        return words

    def _base(self, sentence: Tagged, found: Resolved) -> Base | None:
        said = self._words(sentence, found)
        fields: dict[str, Any] = {
            key: said[key] for key in ("population", "by") if key in said and found.statement.type is FactType.FIGURE
        }
        for role in ("prior_employer", "versus"):
            if mention := found.roles.get(role):
                fields |= {role: self.name(mention), f"{role}_id": mention.id}
        return Base(**fields) if fields else None

    def _numbers(self, sentence: Tagged, quantity: Quantity, words: dict[str, str]) -> dict[str, Any]:
        quoted = self.given(quantity.start, quantity.end)[0]
        fields: dict[str, Any] = {
            "value": quantity.value,
            "value_min": quantity.value_min,
            "value_max": quantity.value_max,
            "unit": quantity.unit.value,
        }
        qualifier = quantity.qualifier
        if _own_qualifier(quoted) != qualifier:
            behind = self.given(quantity.end, sentence.passage.end)[0][:80]
            said = next(
                (
                    behind[i:j]
                    for i in range(len(behind))
                    for j in range(i + 2, min(len(behind), i + 6) + 1)
                    if behind[i : i + 1].strip() and qualifier_of(behind[i:j]) == qualifier
                ),
                None,
            )
            if said:
                words["qualifier"] = said.strip()
            else:
                qualifier = _own_qualifier(quoted) or qualifier
        fields["qualifier"] = qualifier
        if quantity.conversion is not None and quantity.conversion.value is not None:
            other = quantity.conversion
            fields["stated_conversion"] = Conversion(
                value=other.value,
                unit=other.unit,
                qualifier=other.qualifier,
                as_written=self.given(other.start, other.end)[0],
            )
        return fields

    def proposals(self, candidates: Sequence[Candidate]) -> Iterator[Proposal]:
        """Every name that candidates use and the gazetteer lacks, once, where it stands first."""
        needed = {
            name for one in candidates for role, name, item in one.names() if item is None and role not in {"country"}
        }
        cohorts = {
            one.cohort or one.subject
            for one in candidates
            if one.type in {FactType.CLAIM, FactType.MEMBERSHIP, FactType.FIGURE}
        }
        seen: set[str] = set()
        for mention in self.story.mentions:
            name = self.name(mention)
            if (
                name in needed
                and name not in seen
                and mention.type in {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PRODUCT}
            ):
                seen.add(name)
                _, start, end = self.given(mention.name_start, mention.name_end)
                introduction = self.story.introduced.get(mention.name)
                near = nearest_known(name, mention.type, self.known) if len(self.known) <= _MOST_KNOWN else []
                kind = mention.kind or (OrganizationKind.COMPANY if mention.type is EntityType.ORGANIZATION else None)
                yield Proposal(
                    name=name, type=mention.type, kind=str(kind) if kind else None,  # type: ignore[arg-type]
                    aliases=introduction.aliases if introduction else (), start=start, end=end, near=tuple(item for item, _ in near),
                )  # fmt: skip
        for name in sorted(filter(None, cohorts)):
            if name in needed and name not in seen and (at := self.text.find(name)) >= 0:
                seen.add(name)
                yield Proposal(name=name, type=EntityType.COHORT, start=at, end=at + len(name))


def _own_qualifier(words: str) -> Any:  # noqa: ANN401 - a qualifier or nothing
    try:
        return parse_quantity(words).qualifier
    except UnreadableQuantity:
        return None


__all__ = ["Attribution", "language_of", "read_draft"]
