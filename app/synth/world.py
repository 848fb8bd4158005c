"""A made-up world as seeds: part by part a piece of the gazetteer and an article that needs nothing beyond it.

Nothing is kept from part to part but what the next article repeats, so that a world of any size needs the same memory.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from app.seeding.files import ArticleFolder, Seeds
from app.seeding.forms import ArticleForm, EntityForm, OrganizationForm, RecordsForm
from app.seeding.source import Source
from app.synth.chance import Chance, chance
from app.synth.entities import SPEAKERS, Entities, Sizes, gazetteer_of, number_of
from app.synth.telling import Teller
from app.synth.told import Told, korean
from app.vocabulary import Attribution, TextRead

PEOPLE_IN_A_PART = 500
FEWEST_PARTS = 4
REPEATED = 0.03
FIRST_DAY, DAYS = date(2024, 1, 2), 300
OUTLETS = ("알파신문", "베타일보", "감마경제", "델타타임스")


class World:
    """A world of so many people. Same people and seed, same world."""

    def __init__(self, people: int, seed: int = 0) -> None:
        self.seed = seed
        self.sizes = Sizes(people)
        self.entities = Entities(seed)
        self.teller = Teller(seed, self.sizes, self.entities)
        self.parts = max(FEWEST_PARTS, -(-people // PEOPLE_IN_A_PART))

    def seeds(self) -> Iterator[Seeds]:
        """Every part, to be loaded one after the other."""
        before: list[Told] = []
        for part in range(self.parts):
            draw = chance(self.seed, "article", part)
            paragraphs = [list(told) for told in self._paragraphs(part)]
            repeated = [[told] for told in before if draw.happens(REPEATED)]
            before = [told for paragraph in paragraphs for told in paragraph]
            yield self._part(part, draw, paragraphs + repeated)

    def _paragraphs(self, part: int) -> Iterator[Iterator[Told]]:
        for size, tell in (
            (self.sizes.people, self.teller.person),
            (self.sizes.startups, self.teller.startup),
            (self.sizes.employers, self.teller.employer),
            (self.sizes.cohorts, self.teller.cohort),
        ):
            yield from map(tell, self._share(size, part))

    def _share(self, size: int, part: int) -> range:
        """The numbers of one kind that this part brings."""
        return range(size * part // self.parts, size * (part + 1) // self.parts)

    def _part(self, part: int, draw: Chance, paragraphs: list[list[Told]]) -> Seeds:
        article = Article(part, draw, [self.entities.speaker(number) for number in range(SPEAKERS)])
        for paragraph in filter(None, paragraphs):
            article.tell(paragraph)
        mentioned = [form for paragraph in paragraphs for told in paragraph for form in told.about]
        source = Source(Path(f"synth-{part:05}/gazetteer"), "")
        return Seeds(gazetteer_of([*self._closure(mentioned, part), *article.speakers]), source, [article.folder()])

    def _closure(self, mentioned: list[EntityForm], part: int) -> Iterator[EntityForm]:
        """What is mentioned and what falls to this part, with all that their links lead to."""
        entities = self.entities
        yield from mentioned
        organizations = [form for form in mentioned if isinstance(form, OrganizationForm)]
        organizations += map(entities.employer, self._share(self.sizes.employers, part))
        organizations += map(entities.fund, self._share(self.sizes.funds, part))
        yield from organizations
        yield from map(entities.product, self._share(self.sizes.products, part))
        for form in organizations:
            if form.parent:
                yield from map(entities.employer, entities.above(number_of(form.id)))


class Article:
    """An article in the making: sentence by sentence, with what each states."""

    def __init__(self, part: int, draw: Chance, speakers: list[OrganizationForm]) -> None:
        self.part = part
        self.draw = draw
        self.speakers = speakers
        self.title = f"AI 인재 동향 {part + 1}호"
        self.paragraphs = [self.title]
        self.records: dict[str, list[dict[str, object]]] = {}

    def tell(self, paragraph: list[Told]) -> None:
        """Write a paragraph, one sentence a fact; some are somebody's words, some carry that over."""
        sentences: list[str] = []
        speaker: OrganizationForm | None = None
        for told in paragraph:
            carried = speaker is not None and self.draw.happens(0.5)
            if not carried:
                speaker = self.draw.choice(self.speakers) if self.draw.happens(0.15) else None
            sentences.append(
                f"{korean(speaker)}에 따르면 {told.sentence}" if speaker and not carried else told.sentence
            )
            citation = {
                "passage": f"p{len(self.paragraphs) + 1}.s{len(sentences)}",
                "as_written": told.as_written,
                "attributed_to": speaker.id if speaker else None,
                "attribution": (Attribution.CARRIED if carried else Attribution.STATED) if speaker else None,
                "words": told.words,
            }
            self.records.setdefault(told.type, []).append({**told.fields, "citations": [citation]})
        self.paragraphs.append(" ".join(sentences))

    def folder(self) -> ArticleFolder:
        """The article as if it had been read from its folder; one in eight retells the story before it."""
        text = "\n".join(self.paragraphs)
        item = f"synth-{self.part:05}"
        path = Path(item)
        article = ArticleForm(
            id=item,
            title=self.title,
            publisher=OUTLETS[self.part % len(OUTLETS)],
            published_on=FIRST_DAY + timedelta(days=self.part * 7 % DAYS),
            language="ko",
            story=f"synth-{self.part - (self.part % 8 == 1):05}",
            text_read=TextRead.ORIGINAL,
            text_kept=True,
        )
        source, digest = Source(path / "article", ""), sha256(text.encode()).hexdigest()
        records = RecordsForm.model_validate(self.records)
        return ArticleFolder(article, records, text, digest, source, Source(path / "records", ""), path / "original")
