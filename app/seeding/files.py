"""Reading the files: TOML into forms, every mistake with its file, line and key."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, overload

from pydantic import ValidationError

from app.errors import InvalidRecords, Mistake, nearest
from app.reading.passages import Passage, read_passages
from app.seeding.forms import ArticleForm, FactForm, Form, GazetteerForm, RecordsForm
from app.seeding.records import Statement, state_form
from app.seeding.references import Given, Place, Resolver, resolved
from app.seeding.source import Source, read_source

GAZETTEER, ARTICLE, RECORDS = "gazetteer.toml", "article.toml", "records.toml"

SomeForm = TypeVar("SomeForm", bound=Form)


@dataclass(frozen=True)
class ArticleFolder:
    """An article as it lies in its folder: record, text, reviewed facts."""

    article: ArticleForm
    records: RecordsForm
    text: str
    sha256: str
    article_source: Source
    records_source: Source
    text_path: Path
    given: Mapping[Place, Given] = field(default_factory=dict)
    """The names that stood in the records for ids, by place."""

    @property
    def fingerprint(self) -> str:
        """A hash of all its files."""
        files = (self.article_source.text, self.records_source.text, self.text)
        return sha256("\0".join(files).encode()).hexdigest()

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences of the text."""
        return read_passages(self.text)

    @cached_property
    def statements(self) -> list[tuple[Statement, int, FactForm]]:
        """What each table of the records states, with its place among those of its type, from 0."""
        return [(state_form(fact_type, form), index, form) for fact_type, index, form in self.records.facts()]


class ArticleFolders(Sequence[ArticleFolder]):
    """The articles under a path, each read anew when it is asked for: many articles need no more memory than one."""

    def __init__(self, folders: Sequence[Path], resolver: Resolver) -> None:
        self.folders = folders
        self.resolver = resolver

    def __len__(self) -> int:
        return len(self.folders)

    @overload
    def __getitem__(self, at: int) -> ArticleFolder: ...

    @overload
    def __getitem__(self, at: slice) -> "ArticleFolders": ...

    def __getitem__(self, at: int | slice) -> "ArticleFolder | ArticleFolders":
        """The article at a place. **Raises** `InvalidRecords` with all its mistakes of form."""
        if isinstance(at, slice):
            return ArticleFolders(self.folders[at], self.resolver)
        return _read_article(self.folders[at], self.resolver)


@dataclass(frozen=True)
class Seeds:
    """A gazetteer and the articles whose facts refer to it."""

    gazetteer: GazetteerForm
    gazetteer_source: Source
    articles: Sequence[ArticleFolder]


def read_seeds(path: Path) -> Seeds:
    """Everything under a path: a folder of seeds, the folder of one article, or a gazetteer.

    The gazetteer is the nearest one at the path or above it; the articles are read when they are asked for.
    **Raises** `InvalidRecords` with all mistakes of form, if the gazetteer has one.
    """
    path = path.resolve()
    if not path.exists():
        raise InvalidRecords([Mistake(str(path), 0, "", "there is no such file or folder")])
    folder = path if path.is_dir() else path.parent
    gazetteer_path = next((up / GAZETTEER for up in (folder, *folder.parents) if (up / GAZETTEER).is_file()), None)
    if gazetteer_path is None:
        message = f"there is no {GAZETTEER} here or in a folder above; it names whom the facts are about"
        raise InvalidRecords([Mistake(str(folder), 0, "", message)])
    mistakes: list[Mistake] = []
    source = read_source(gazetteer_path)
    gazetteer = _form(source, GazetteerForm, mistakes)
    found = {file.parent for name in (RECORDS, ARTICLE) for file in folder.rglob(name)}
    resolver = Resolver(gazetteer or GazetteerForm())
    articles = ArticleFolders(sorted(found) if path.name != GAZETTEER else [], resolver)
    if path.name != GAZETTEER and not articles:
        mistakes.append(Mistake(str(folder), 0, "", f"there is no {RECORDS} here or below"))
    if mistakes or gazetteer is None:
        raise InvalidRecords([*mistakes, *(mistake for _, wrong in read_each(articles) for mistake in wrong)])
    return Seeds(gazetteer, source, articles)


def read_each(articles: Sequence[ArticleFolder]) -> Iterator[tuple[ArticleFolder | None, Sequence[Mistake]]]:
    """Each article or, if it cannot be read, its mistakes of form."""
    for at in range(len(articles)):
        try:
            yield articles[at], ()
        except InvalidRecords as error:
            yield None, error.mistakes


def _read_article(folder: Path, resolver: Resolver) -> ArticleFolder:
    missing = [name for name in (ARTICLE, RECORDS) if not (folder / name).is_file()]
    if missing:
        message = f"{' and '.join(missing)} is missing from the article's folder"
        raise InvalidRecords([Mistake(str(folder), 0, "", message)])
    mistakes: list[Mistake] = []
    article_source = read_source(folder / ARTICLE)
    records_source = read_source(folder / RECORDS)
    article = _form(article_source, ArticleForm, mistakes)
    records = _form(records_source, RecordsForm, mistakes)
    if article is None:
        raise InvalidRecords(mistakes)
    if article.id != folder.name:
        mistakes.append(article_source.mistake(["id"], f"“{article.id}” is not the name of its folder, {folder.name}"))
    text_path = folder / f"{article.text_read}.txt"
    if not text_path.is_file():
        message = f"`text_read` is {article.text_read}, but {text_path.name} is missing: its facts cannot be verified"
        mistakes.append(article_source.mistake(["text_read"], message))
    given: Mapping[Place, Given] = {}
    if records is not None:
        records, given, wrong = resolved(records, resolver)
        mistakes += (records_source.mistake(place, message) for place, message in wrong)
    if mistakes or records is None:
        raise InvalidRecords(mistakes)
    text = read_source(text_path).text
    digest = sha256(text_path.read_bytes()).hexdigest()
    return ArticleFolder(article, records, text, digest, article_source, records_source, text_path, given)


def read_text(path: Path) -> str:
    """The text of an article that somebody holds. **Raises** `InvalidRecords`."""
    if not path.is_file():
        raise InvalidRecords([Mistake(str(path), 0, "", "there is no such file")])
    return read_source(path).text


def _form(source: Source, form: type[SomeForm], mistakes: list[Mistake]) -> SomeForm | None:
    try:
        content = tomllib.loads(source.text, parse_float=Decimal)  # binary64 would lose digits
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        mistakes.append(Mistake(str(source.path), int(line[1]) if line else 0, "", f"not valid TOML: {error}"))
        return None
    try:
        return form.model_validate(content)
    except ValidationError as error:
        mistakes += [_mistake(source, form, found) for found in error.errors()]
        return None


def _mistake(source: Source, form: type[Form], error: Any) -> Mistake:  # noqa: ANN401 - pydantic's own
    place = [part for part in error["loc"] if isinstance(part, int) or not part.startswith("function-")]
    message = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] == "extra_forbidden":
        allowed = _keys(form, place)
        close = nearest(str(place[-1]), allowed)
        message = "unknown key; " + (f"did you mean “{close}”? " if close else "") + f"allowed: {', '.join(allowed)}"
    elif error["type"] == "missing":
        return replace(source.mistake(place, "is missing"), line=source.line_of(place[:-1]))
    elif error["type"] != "value_error":
        message = f"{message} (found {error['input']!r})"
    return source.mistake(place, message)


def _keys(form: type[Form], place: Sequence[str | int]) -> list[str]:
    """The keys that are allowed beside the one at a place."""
    fields = form.model_fields
    for part in place[:-1]:
        if isinstance(part, int):
            continue
        annotation = fields[part].annotation
        inner = [annotation, *getattr(annotation, "__args__", ())]
        found = next((item for item in inner if isinstance(item, type) and issubclass(item, Form)), None)
        if found is None:
            return []
        fields = found.model_fields
    return sorted(field.alias or name for name, field in fields.items())
