"""Candidates in the words of the text as given: what is quoted for them, and where it stands."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from app.reading.candidates import Base, Candidate, Conversion, KnownEntity
from app.reading.cohorts import cohort_id
from app.reading.context import Resolved
from app.reading.mentions import Mention
from app.reading.prose import Prose
from app.reading.qualifiers import foreseen_words, qualifier_of
from app.reading.quantities import Quantity, UnreadableQuantity, parse_quantity
from app.reading.story import Story
from app.reading.tagged import Tagged
from app.vocabulary import FactType, Qualifier

LONGEST_WORDS: Final = 60
_LONGEST_NAME: Final = 200
_BEHIND: Final = 80
_BEFORE: Final = 60
_QUALIFIERS: Final = range(2, 7)
"""Letters that the words of a qualifier may have, such as 예상 or 전망이다."""
_OF_FIGURES: Final = ("prior_employer", "versus")
_QUOTABLE: Final = ("startup", "organization", "investor", "kind", "status")


class Writer:
    """Writes the candidates of one text."""

    def __init__(self, text: str, prose: Prose, story: Story, known: Sequence[KnownEntity]) -> None:
        self.text, self.prose, self.story, self.known = text, prose, story, known

    def candidate(self, sentence: Tagged, found: Resolved) -> Candidate | None:
        """The candidate of a statement; none if its words are too many to quote."""
        quoted = self._as_written(sentence, found)
        if quoted is None:
            return None
        as_written, start, end = quoted
        words = self._words(sentence, found)
        fields = dict(found.statement.fields) | self._names(sentence, found)
        fields |= self._numbers(sentence, found, words)
        words.pop("period", None)
        if found.period is not None:
            words["period"] = self.given(found.period.start, found.period.end)[0]
            fields |= {"period_from": found.period.period.start, "period_to": found.period.period.end}
        if found.speaker is not None:
            words["speaker"] = self.given(found.speaker.name_start, found.speaker.name_end)[0]
        unknown = (self.name(one) for one in found.roles.values() if one.id is None)
        doubts = [*found.statement.doubts, *found.doubts, *(f"“{one}” is not in the gazetteer" for one in unknown)]
        return Candidate(
            type=found.statement.type,
            as_written=as_written,
            start=start,
            end=end,
            passage=sentence.passage.id,
            words=words,
            of=self._base(found, words),
            doubts=tuple(dict.fromkeys(doubts)),
            rule=found.statement.rule,
            confidence=round(found.confidence, 2),
            **fields,
        )

    def given(self, start: int, end: int) -> tuple[str, int, int]:
        """A piece of the text as given, and where it stands."""
        first, last = self.prose.origin[start], self.prose.origin[end]
        return self.text[first:last], first, last

    def name(self, mention: Mention) -> str:
        """The name as the text as given writes it, in full even where it stands short."""
        if self.story.text[mention.name_start : mention.name_end] != mention.name:
            return mention.name
        return self.given(mention.name_start, mention.name_end)[0]

    def _names(self, sentence: Tagged, found: Resolved) -> dict[str, Any]:
        """Everybody whom the candidate names, with ids; a group by the words that describe it."""
        fields: dict[str, Any] = {}
        for role, mention in found.roles.items():
            if role not in _OF_FIGURES:
                fields |= {role: self.name(mention), f"{role}_id": mention.id}
        if found.cohort is not None:
            phrase = self.given(*found.cohort)[0][:_LONGEST_NAME]
            role = "subject" if found.statement.type is FactType.FIGURE else "cohort"
            speakers = [self.name(found.speaker)] if found.speaker else []
            fields |= {role: phrase, f"{role}_id": cohort_id(phrase, found.cohort_years, speakers, self.known)}
        if found.statement.parties:
            parties = [sentence.mention(at) for at in found.statement.parties]
            fields |= {"parties": tuple(map(self.name, parties)), "party_ids": tuple(one.id for one in parties)}
        if (speaker := found.speaker) is not None:
            fields |= {"attributed_to": self.name(speaker), "attributed_to_id": speaker.id}
            fields["attribution"] = found.attribution
        return fields

    def _as_written(self, sentence: Tagged, found: Resolved) -> tuple[str, int, int] | None:
        """The words that state the fact, few enough to quote."""
        if found.quantity is not None and found.statement.type is FactType.FIGURE:
            quoted = self.given(found.quantity.start, found.quantity.end)
            return quoted if len(quoted[0]) <= LONGEST_WORDS else None
        shown = found.statement.words
        for start, end in (found.statement.span, *(shown[key] for key in _QUOTABLE if key in shown)):
            first, last = sentence.span(start, end)
            while first < last and self.story.text[first].isspace():
                first += 1
            quoted = self.given(first, last)
            if 0 < len(quoted[0]) <= LONGEST_WORDS and "\n" not in quoted[0]:
                return quoted
        return None

    def _words(self, sentence: Tagged, found: Resolved) -> dict[str, str]:
        """The words that state single fields."""
        words: dict[str, str] = {}
        for key, (start, end) in found.statement.words.items():
            item = sentence.items.get(start) if end == start + 1 else None
            first, last = (item.name_start, item.name_end) if isinstance(item, Mention) else sentence.span(start, end)
            said = self.given(first, last)[0].strip()
            if 0 < len(said) <= LONGEST_WORDS and "\n" not in said:
                words[key] = said
        return words

    def _base(self, found: Resolved, words: dict[str, str]) -> Base | None:
        """What a figure is a part of, or compared with."""
        if found.statement.type is not FactType.FIGURE:
            return None
        fields: dict[str, Any] = {key: words[key] for key in ("population", "by") if key in words}
        for role in _OF_FIGURES:
            if mention := found.roles.get(role):
                fields |= {role: self.name(mention), f"{role}_id": mention.id}
        return Base(**fields) if fields else None

    def _numbers(self, sentence: Tagged, found: Resolved, words: dict[str, str]) -> dict[str, Any]:
        """Value, unit, qualifier and conversion, as the words say them; what makes it so is added to the words."""
        quantity = found.quantity
        if quantity is None:
            return {}
        quoted = self.given(quantity.start, quantity.end)[0]
        if found.statement.type is not FactType.FIGURE:
            words["value"] = quoted
        fields: dict[str, Any] = {
            "value": quantity.value,
            "value_min": quantity.value_min,
            "value_max": quantity.value_max,
            "unit": quantity.unit.value,
            "qualifier": quantity.qualifier,
        }
        own = _own_qualifier(quoted)
        if own != quantity.qualifier:
            said = self._qualifier_words(sentence, quantity)
            if said is not None:
                words["qualifier"] = said
            else:
                fields["qualifier"] = own or quantity.qualifier
        other = quantity.conversion
        if other is not None and other.value is not None:
            as_written = self.given(other.start, other.end)[0]
            fields["stated_conversion"] = Conversion(
                value=other.value, unit=other.unit, qualifier=other.qualifier, as_written=as_written
            )
        return fields

    def _qualifier_words(self, sentence: Tagged, quantity: Quantity) -> str | None:
        """The words apart from a number that say how surely it is meant."""
        behind = self.given(quantity.end, sentence.passage.end)[0][:_BEHIND]
        for said in _pieces(behind):
            if qualifier_of(said) == quantity.qualifier:
                return said.strip()
        foreseen = foreseen_words(self.given(sentence.passage.start, quantity.start)[0][-_BEFORE:])
        return foreseen.strip() if foreseen else None


def _pieces(text: str) -> Iterator[str]:
    """Every piece of a text that may be the words of a qualifier, the first and shortest first."""
    for start in range(len(text)):
        if not text[start].isspace():
            yield from (text[start : start + length] for length in _QUALIFIERS if start + length <= len(text))


def _own_qualifier(words: str) -> Qualifier | None:
    """What the words of a number alone say of how surely it is meant."""
    try:
        return parse_quantity(words).qualifier
    except UnreadableQuantity:
        return None
