"""Reading the articles of a folder and measuring what the reader proposes for each."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import InvalidRecords, Mistake
from app.evaluation.comparing import Comparison
from app.evaluation.expected import expected_of
from app.evaluation.names import Names, aliases_of
from app.evaluation.scoring import Counts, Scored, Tally, score, tally
from app.progress import Follow, unseen
from app.reading.candidates import Candidate, KnownEntity
from app.reading.late import read_draft
from app.seeding.files import ArticleFolder, Seeds
from app.seeding.known import known_entities
from app.seeding.verify import verify

SPLIT = "split.toml"


class Part(StrEnum):
    """Which articles are measured, of a folder whose `split.toml` has lists of them."""

    TUNE = "tune"
    REPORT = "report"
    ALL = "all"


@dataclass(frozen=True)
class Measured:
    """One article: what became of its records and candidates, and the candidates whose words do not stand there."""

    article: str
    scored: Scored
    ungrounded: tuple[Candidate, ...]


@dataclass(frozen=True)
class Evaluation:
    """All articles that were measured."""

    part: Part
    articles: tuple[Measured, ...]

    def tally(self, counts: Counts, *, strict: bool) -> Tally:
        """What counts in a row, of all articles."""
        return sum((tally(one.scored, counts, strict=strict) for one in self.articles), Tally())


def evaluate(seeds: Seeds, known: Sequence[KnownEntity], part: Part = Part.ALL, follow: Follow = unseen) -> Evaluation:
    """Read each article, knowing these entities, and compare the draft with its records.

    **Raises** `InvalidRecords` if the records do not stand in their texts, or the folder has no such part.
    """
    chosen = None if part is Part.ALL else _chosen(seeds.gazetteer_source.path.parent / SPLIT, part)
    verify(seeds)
    names = Names(known_entities(seeds.gazetteer), seeds.gazetteer.ends())
    articles = follow(seeds.articles, len(seeds.articles), "articles measured")
    measured = [_measured(one, known, names) for one in articles if chosen is None or one.article.id in chosen]
    if not measured:
        raise InvalidRecords([Mistake(str(seeds.gazetteer_source.path.parent), 0, "", f"has no article to {part}")])
    return Evaluation(part, tuple(measured))


def ungrounded(candidates: Sequence[Candidate], text: str) -> tuple[Candidate, ...]:
    """The candidates whose place in the text does not hold their words."""
    return tuple(one for one in candidates if text[one.start : one.end] != one.as_written)


def _measured(folder: ArticleFolder, known: Sequence[KnownEntity], names: Names) -> Measured:
    draft = read_draft(folder.text, folder.article.published_on, known)
    comparison = Comparison(names, aliases_of(draft.proposals))
    scored = score(expected_of(folder), draft.candidates, comparison)
    return Measured(folder.article.id, scored, ungrounded(draft.candidates, folder.text))


def _chosen(path: Path, part: Part) -> frozenset[str]:
    """The ids of the articles in a part."""
    try:
        listed = tomllib.loads(path.read_text("utf-8"))[part.value]
    except FileNotFoundError as error:
        message = f"is missing: without it there are no parts, and only `--part {Part.ALL}` can be measured"
        raise InvalidRecords([Mistake(str(path), 0, "", message)]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidRecords([Mistake(str(path), 0, "", f"not valid TOML: {error}")]) from error
    except KeyError as error:
        raise InvalidRecords([Mistake(str(path), 0, part.value, "is missing: a list of articles")]) from error
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        raise InvalidRecords([Mistake(str(path), 0, part.value, "is no list of the ids of articles")])
    return frozenset(listed)
