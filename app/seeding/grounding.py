"""Grounding: one article's records against the words of a text.

- every id exists and is of the right kind, and no fact stands there twice;
- every `as_written`, and every word given for a field, stands literally in its passage;
- every figure, conversion and period is computed again from its words and equals the record;
- a speaker is named where the citation says so, and whom a fact is about is named in the article.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.errors import Mistake, allowed_words
from app.reading.dates import UnreadablePeriod, parse_period
from app.reading.passages import Passage, read_passages
from app.reading.quantities import UnreadableQuantity, parse_quantity, qualifier_of
from app.seeding.files import ArticleFolder
from app.seeding.forms import CitationForm, DatedForm, EntityForm, FactForm, FigureForm
from app.seeding.records import Statement
from app.seeding.references import kinds_of, names_of
from app.vocabulary import Attribution

Place = Sequence[str | int]

UNNAMED = {"cohort", "country"}
"""What an article need not name: cohorts are described, countries go without saying."""


class Grounding:
    """The checks of one article's records against a text."""

    def __init__(
        self, folder: ArticleFolder, entities: Mapping[str, tuple[str, EntityForm]], text: str, *, original: bool
    ) -> None:
        self.folder = folder
        self.source = folder.records_source
        self.entities = entities
        self.original = original
        self.given = {(*place[:2], given.id): given.name for place, given in folder.given.items()}
        passages = read_passages(text) if original else folder.passages
        self.passages: dict[str, Passage] = {passage.id: passage for passage in passages}
        self.whole = "\n".join(passage.text for passage in passages)
        self.paragraphs: dict[int, list[Passage]] = defaultdict(list)
        for passage in passages:
            self.paragraphs[passage.paragraph].append(passage)

    def mistakes(self) -> Iterator[Mistake]:
        """Every mistake in the records."""
        seen: dict[str, int] = {}
        for fact, index, form in self.folder.statements:
            fact_type = fact.type
            place = (fact_type.value, index)
            yield from self._ids(fact, form, place)
            if fact.id in seen:
                message = f"states the same as {fact_type.value}[{seen[fact.id] + 1}]; give one fact both citations"
                yield self.source.mistake(place, message)
            seen.setdefault(fact.id, index)
            for number, citation in enumerate(form.citations):
                yield from self._citation(form, citation, (*place, "citations", number))
            yield from self._period(form, place)

    def _ids(self, fact: Statement, form: FactForm, place: Place) -> Iterator[Mistake]:
        quoted = {role for citation in form.citations for role in citation.words}
        # Most things are named where they are spoken of: those few words are looked through first.
        cited = [self.passages[item].text for item in map(self._place, form.citations) if item in self.passages]
        texts = (*cited, self.whole)
        for role, item in fact.participants:
            name = role.removeprefix("of_")
            kinds = kinds_of(fact.type, role)
            key = "parties" if role == "party" else name
            kind, entity = self.entities.get(item, (None, None))
            if entity is None or kind not in kinds:
                known = [one for one, (of, _) in self.entities.items() if of in kinds]
                message = f"there is no {' or '.join(kinds)} “{item}”; {allowed_words(item, known, 5)}"
                yield self.source.mistake((*place, key), message)
            elif name_given := self.given.get((*place, item)):
                if name_given not in self.whole:
                    yield self.source.mistake((*place, key), f"“{name_given}” stands nowhere in the text")
            elif kind not in UNNAMED and not {name, key} & quoted and not self._names(entity, *texts):
                message = f"the article nowhere names {item} ({', '.join(names_of(entity))})"
                yield self.source.mistake((*place, key), message)

    def _citation(self, form: FactForm, citation: CitationForm, place: Place) -> Iterator[Mistake]:
        where = self._place(citation)
        passage = self.passages.get(where)
        if passage is None:
            kind = "original" if self.original else "passage"
            yield self.source.mistake((*place, kind), f"the text has no passage {where}; it has {self._nearby(where)}")
            return
        for key, words in _quotes(citation):
            earlier = key == "speaker" and citation.attribution == Attribution.CARRIED
            if words not in (self._before(passage) if earlier else passage.text):
                found = [one.id for one in self.passages.values() if words in one.text]
                hint = f"it stands in {', '.join(found[:3])}" if found else "it stands nowhere in the text"
                message = (
                    f"“{words}” does not stand literally in {'a passage before ' if earlier else ''}{where}; {hint}"
                )
                yield self.source.mistake((*place, key), message)
        if citation.attributed_to:
            yield from self._speaker(citation, passage, place)
        if isinstance(form, FigureForm):
            yield from self._figure(form, citation, place)

    def _speaker(self, citation: CitationForm, passage: Passage, place: Place) -> Iterator[Mistake]:
        speaker = citation.attributed_to or ""
        if speaker not in self.entities:
            message = f"there is nobody “{speaker}”; {allowed_words(speaker, list(self.entities), 5)}"
            yield self.source.mistake((*place, "attributed_to"), message)
            return
        carried = citation.attribution == Attribution.CARRIED
        text = self._before(passage) if carried else passage.text
        given = self.folder.given.get((*place, "attributed_to"))
        named = self._names(self.entities[speaker][1], text) or (given is not None and given.name in text)
        if "speaker" not in citation.words and not named:
            message = (
                f"{'no passage before ' if carried else 'not even '}{passage.id} names {speaker}; "
                "give the words that do as `words.speaker`"
            )
            yield self.source.mistake((*place, "attributed_to"), message)

    def _figure(self, form: FigureForm, citation: CitationForm, place: Place) -> Iterator[Mistake]:
        stated = (form.value, form.value_min, form.value_max, form.unit)
        try:
            words = parse_quantity(citation.as_written)
        except UnreadableQuantity as error:
            yield self.source.mistake((*place, "as_written"), f"is no quantity: {error}")
            return
        computed = (words.value, words.value_min, words.value_max, words.unit)
        if stated != computed:
            message = f"“{citation.as_written}” gives {_shown(*computed)}, but the record says {_shown(*stated)}"
            yield self.source.mistake((*place[:2], "value"), message)
        said = citation.words.get("qualifier")
        read = qualifier_of(said) if said else words.qualifier
        if read != form.qualifier:
            message = (
                f"“{said or citation.as_written}” reads as {read or 'no qualifier'}, "
                f"but the record says {form.qualifier}"
                + ("" if said else "; give the words that make it so as `words.qualifier`")
            )
            yield self.source.mistake((*place[:2], "qualifier"), message)
        if citation.conversion:
            yield from self._conversion(citation, place)

    def _conversion(self, citation: CitationForm, place: Place) -> Iterator[Mistake]:
        given = citation.conversion
        if given is None:
            return
        try:
            words = parse_quantity(given.as_written)
        except UnreadableQuantity as error:
            yield self.source.mistake((*place, "conversion"), f"is no quantity: {error}")
            return
        if (given.value, given.unit, given.qualifier) != (words.value, words.unit, words.qualifier):
            message = (
                f"“{given.as_written}” gives {words.qualifier} {_shown(words.value, None, None, words.unit)}, "
                f"but the record says {given.qualifier} {_shown(given.value, None, None, given.unit)}"
            )
            yield self.source.mistake((*place, "conversion"), message)

    def _period(self, form: FactForm, place: Place) -> Iterator[Mistake]:
        quotes = [citation.words["period"] for citation in form.citations if "period" in citation.words]
        period = form.period if isinstance(form, DatedForm) else None
        if period is None:
            if quotes:
                yield self.source.mistake((*place, "period"), f"is missing, though “{quotes[0]}” is quoted for it")
            return
        if not quotes:
            yield self.source.mistake(
                (*place, "period"), "no citation gives the words that state it; add `words.period`"
            )
        for words in quotes:
            try:
                read = parse_period(words, self.folder.article.published_on)
            except UnreadablePeriod as error:
                yield self.source.mistake((*place, "period"), f"“{words}” is no period: {error}")
                continue
            if (read.start, read.end) != (period.first, period.last):
                message = (
                    f"“{words}”, written on {self.folder.article.published_on}, is {read.start} to {read.end}, "
                    f"but the record says {period.first} to {period.last}"
                )
                yield self.source.mistake((*place, "period"), message)

    def _before(self, passage: Passage) -> str:
        """The sentences before one in its paragraph."""
        earlier = [other for other in self.paragraphs[passage.paragraph] if other.sentence < passage.sentence]
        return "\n".join(other.text for other in earlier)

    def _place(self, citation: CitationForm) -> str:
        """The passage of the text at hand that is cited."""
        return (citation.original or citation.passage) if self.original else citation.passage

    def _names(self, entity: EntityForm, *texts: str) -> bool:
        names = names_of(entity)
        return any(name in text for text in texts for name in names)

    def _nearby(self, where: str) -> str:
        paragraph = where.split(".", maxsplit=1)[0]
        same = [item for item in self.passages if item.split(".")[0] == paragraph]
        return ", ".join(same or [*list(self.passages)[:1], "…", *list(self.passages)[-1:]])


def _quotes(citation: CitationForm) -> Iterator[tuple[str, str]]:
    """All that the citation says stands literally in the text, with the key that says it."""
    yield "as_written", citation.as_written
    yield from citation.words.items()
    if citation.conversion:
        yield "conversion", citation.conversion.as_written


def _shown(value: object, low: object, high: object, unit: object) -> str:
    number = value if value is not None else f"{low}–{high}" if (low, high) != (None, None) else "no number"
    return f"{number} {unit}"
