"""Publishing a draft: what was accepted becomes records, verified as files are and loaded as one revision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.errors import InvalidParameter, InvalidRecords, Mistake, Unpublishable, invalid_values
from app.models import Article, Citation
from app.reading.passages import read_passages
from app.seeding.articles import write_article
from app.seeding.drafted import Drafted, records_of
from app.seeding.files import ArticleFolder, Seeds
from app.seeding.forms import ArticleForm, EntityForm, GazetteerForm, gazetteer_of
from app.seeding.gazetteer import write_gazetteer
from app.seeding.graph import Loaded, finish
from app.seeding.known import Entities
from app.seeding.newcomers import entry
from app.seeding.references import names_of
from app.seeding.source import Source
from app.seeding.verify import verify
from app.shapes.drafts import DraftEntity, Review
from app.vocabulary import Decision, TextRead

MOST_TOLD = 100


@dataclass(frozen=True)
class DraftSource(Source):
    """A draft in the place of a file: it knows which candidate a place in the records comes from."""

    drafted: Drafted = field(default_factory=Drafted)

    def mistake(self, place: Sequence[str | int], message: str) -> Mistake:
        """A mistake at a place in the draft, such as `candidates.c3.value`."""
        parts = list(place)
        number = 0
        if parts[2:3] == ["citations"]:
            number = int(parts[3])
            parts = [*parts[:2], *parts[4:]]
        key = self.drafted.origins.get((str(parts[0]), int(parts[1]) if len(parts) > 1 else 0, number))
        shown = ["candidates", key, *parts[2:]] if key else parts
        return Mistake(str(self.path), 0, ".".join(map(str, shown)), message)


@dataclass(frozen=True)
class EntitySource(Source):
    """The entities of a draft in the place of a gazetteer: a mistake names the one it is in."""

    gazetteer: GazetteerForm = field(default_factory=GazetteerForm)

    def mistake(self, place: Sequence[str | int], message: str) -> Mistake:
        """A mistake such as `entities.sirius-ai.country`."""
        entity_type, index, *key = place
        form: EntityForm = getattr(self.gazetteer, str(entity_type))[index]
        return Mistake(str(self.path), 0, ".".join(["entities", form.id, *map(str, key)]), message)


def publish(connection: Connection, review: Review, text: str, sha256: str) -> tuple[Loaded, list[str]]:
    """Load what was accepted; tells what was done and which facts the article states. **Raises** `Unpublishable`."""
    entities = Entities(connection)
    wrong: list[InvalidParameter] = []
    article = _article(connection, review, wrong)
    new = _new_entries(review, entities, wrong)
    accepted = [(each.id, each.read) for each in review.candidates if each.decision == Decision.ACCEPT]
    if not accepted:
        wrong.append(InvalidParameter("draft", "candidates", "none is accepted: there is nothing to publish"))
    passages = {passage.id: passage.text for passage in read_passages(text)}
    drafted = records_of(accepted, Names(review, entities, new), passages)
    wrong += (
        InvalidParameter("draft", f"candidates.{each.candidate}.{each.field}", each.message) for each in drafted.wrong
    )
    if wrong or article is None:
        raise _refused(wrong)
    folder = ArticleFolder(
        article=article,
        records=drafted.records,
        text=text,
        sha256=sha256,
        article_source=Source(Path("article"), ""),
        records_source=DraftSource(Path("draft"), "", drafted),
        text_path=Path("text"),
        given=drafted.given,
    )
    referred = {item for fact, _, _ in folder.statements for _, item in fact.participants}
    referred |= {
        item for _, _, form in folder.statements for each in form.citations if (item := each.attributed_to) is not None
    }
    referred |= {country for form in new.values() if (country := getattr(form, "country", None))}
    gazetteer = gazetteer_of([*entities.forms(referred - new.keys()), *new.values()])
    try:
        verify(Seeds(gazetteer, EntitySource(Path("draft"), "", gazetteer), [folder]))
        changes = write_gazetteer(connection, gazetteer_of(new.values()))
        changes += write_article(connection, folder)
        loaded = finish(connection, article.id, changes)
    except InvalidRecords as error:
        raise _refused([_parameter(mistake) for mistake in error.mistakes]) from error
    except ValueError as error:  # a number that SQLite cannot hold exactly
        raise _refused([InvalidParameter("draft", "candidates", str(error))]) from error
    cited = sa.select(col(Citation.fact_id)).where(col(Citation.article_id) == article.id).distinct()
    return loaded, list(connection.scalars(cited.order_by(col(Citation.fact_id))))


class Names:
    """What stands in the records for a name of a candidate."""

    def __init__(self, review: Review, entities: Entities, new: Mapping[str, EntityForm]) -> None:
        self.entities = entities
        self.new = new
        self.named = {entity.name: entity for entity in review.entities}

    def __call__(self, name: str, item: str | None) -> str | None:
        """The id that is meant; None if that has not been decided."""
        if item is not None:
            return self._there(item)
        if entity := self.named.get(name):
            return self._there(entity.id) if entity.decision == Decision.ACCEPT else None
        return None

    def _there(self, item: str) -> str | None:
        if item in self.new:
            return item
        return self.entities.end(item) if self.entities.types([item]) else None


def _article(connection: Connection, review: Review, wrong: list[InvalidParameter]) -> ArticleForm | None:
    values: dict[str, Any] = {
        name: value for name, value in review.article.model_dump().items() if value is not None
    } | {"text_read": TextRead.ORIGINAL}
    try:
        form = ArticleForm.model_validate(values)
    except ValidationError as error:
        wrong += invalid_values(error.errors(), "draft", "article")
        return None
    if connection.scalar(sa.select(col(Article.id)).where(col(Article.id) == form.id)) is not None:
        wrong.append(InvalidParameter("draft", "article.id", f"“{form.id}” is the id of an article already"))
    return form


def _new_entries(review: Review, entities: Entities, wrong: list[InvalidParameter]) -> dict[str, EntityForm]:
    """The entries that publication adds, by id. Two names with one new id are two names of one."""
    found: dict[str, EntityForm] = {}
    first: dict[str, DraftEntity] = {}
    accepted = [each for each in review.entities if each.decision == Decision.ACCEPT and each.is_new]
    there = entities.types({each.id for each in accepted})
    for entity in accepted:
        where = f"entities.{entity.name}"
        if entity.id in there:
            message = f"“{entity.id}” is the id of another {there[entity.id]} by now: send it again to mean that one"
            wrong.append(InvalidParameter("draft", f"{where}.id", message))
            continue
        try:
            form = entry(entity)
        except ValidationError as error:
            wrong += invalid_values(error.errors(), "draft", where)
            continue
        if (known := first.setdefault(entity.id, entity)) is entity:
            found[entity.id] = form
        elif known.type != entity.type:
            message = f"“{entity.id}” is the {known.type} “{known.name}” in this draft"
            wrong.append(InvalidParameter("draft", f"{where}.id", message))
        else:
            one = found[entity.id]
            further = [name for name in names_of(form) if name not in names_of(one)]
            found[entity.id] = one.model_copy(update={"aliases": [*one.aliases, *further]})
    return found


def _parameter(mistake: Mistake) -> InvalidParameter:
    name = f"article.{mistake.place}" if mistake.file == "article" else mistake.place
    return InvalidParameter("draft", name or mistake.file, mistake.message)


def _refused(wrong: Sequence[InvalidParameter]) -> Unpublishable:
    told = list(wrong)[:MOST_TOLD]
    plural = "reason" if len(wrong) == 1 else "reasons"
    return Unpublishable(f"{len(wrong)} {plural}; nothing was changed and the draft is still open", told)
