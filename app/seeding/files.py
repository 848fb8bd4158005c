"""Reading the files: TOML into forms, every mistake with its file, line and key."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from app.errors import InvalidRecords, Mistake, nearest
from app.reading.passages import Passage, read_passages
from app.seeding.forms import ArticleForm, FactForm, Form, GazetteerForm, RecordsForm
from app.seeding.records import Statement, state_form

GAZETTEER, ARTICLE, RECORDS = "gazetteer.toml", "article.toml", "records.toml"
LARGEST_FILE = 64 * 2**20

SomeForm = TypeVar("SomeForm", bound=Form)


@dataclass(frozen=True)
class Source:
    """A file with its text, which knows where a key stands."""

    path: Path
    text: str

    def mistake(self, place: Sequence[str | int], message: str) -> Mistake:
        """A mistake at a place such as `("figure", 3, "value")`."""
        shown = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place)
        return Mistake(str(self.path), self.line_of(place), shown.removeprefix("."), message)

    def line_of(self, place: Sequence[str | int]) -> int:
        """The line of a place, from 1; of the nearest table that holds it, if the key itself stands nowhere."""
        lines = self.text.splitlines()
        at, end, name = 0, len(lines), ""
        for part in place:
            if isinstance(part, str):
                name = f"{name}.{part}".removeprefix(".")
                at = _key_line(lines, at, end, name)
            else:
                elements = _element_lines(lines, at, end, name)
                if part < len(elements):
                    at, end = elements[part]
        return at + 1


def _key_line(lines: Sequence[str], at: int, end: int, name: str) -> int:
    """The line between two where a key stands: as a header, first in its line, or within an inline table."""
    key = re.escape(name.rsplit(".", maxsplit=1)[-1])
    for pattern in (rf"^\s*\[+\s*{re.escape(name)}\s*\]", rf"^\s*{key}\s*=", rf"[\s{{,.]{key}\s*="):
        found = next((n for n in range(at, end) if re.search(pattern, lines[n])), None)
        if found is not None:
            return found
    return at


def _element_lines(lines: Sequence[str], at: int, end: int, name: str) -> list[tuple[int, int]]:
    """Where each element of an array begins and ends: `[[tables]]`, or values that begin a line of their own."""
    starts = [n for n in range(at, end) if re.match(rf"^\s*\[\[\s*{re.escape(name)}\s*\]\]", lines[n])]
    after = r"^\s*[\w-]+\s*=|^\s*\["
    if starts:
        after = rf"^\s*\[(?!\[?\s*{re.escape(name)}\.)"  # tables below this one belong to it
    else:
        last = next((n for n in range(at + 1, end) if re.match(after, lines[n])), end)
        starts = [n for n in range(at, last) if re.match(r"^\s*[{\"']|^[^=]*=\s*\[\s*\S", lines[n])]
        after, end = r"^\s*[{\"']", last
    return [(n, next((m for m in range(n + 1, end) if re.match(after, lines[m])), end)) for n in starts]


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

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences of the text."""
        return read_passages(self.text)

    @cached_property
    def statements(self) -> list[tuple[Statement, int, FactForm]]:
        """What each table of the records states, with its place among those of its type, from 0."""
        return [(state_form(fact_type, form), index, form) for fact_type, index, form in self.records.facts()]


@dataclass(frozen=True)
class Seeds:
    """A gazetteer and the articles whose facts refer to it."""

    gazetteer: GazetteerForm
    gazetteer_source: Source
    articles: Sequence[ArticleFolder]


def read_seeds(path: Path) -> Seeds:
    """Everything under a path: a folder of seeds, the folder of one article, or a gazetteer.

    The gazetteer is the nearest one at the path or above it. **Raises** `InvalidRecords` with all mistakes of form.
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
    gazetteer_source = _source(gazetteer_path)
    gazetteer = _form(gazetteer_source, GazetteerForm, mistakes)
    articles = []
    if path.name != GAZETTEER:
        records = sorted({*folder.rglob(RECORDS), *(found.parent / RECORDS for found in folder.rglob(ARTICLE))})
        if not records:
            mistakes.append(Mistake(str(folder), 0, "", f"there is no {RECORDS} here or below"))
        for found in records:
            article = _read_article(found.parent, mistakes)
            if article:
                articles.append(article)
    if mistakes or gazetteer is None:
        raise InvalidRecords(mistakes)
    return Seeds(gazetteer, gazetteer_source, articles)


def _read_article(folder: Path, mistakes: list[Mistake]) -> ArticleFolder | None:
    missing = [name for name in (ARTICLE, RECORDS) if not (folder / name).is_file()]
    if missing:
        mistakes.append(Mistake(str(folder), 0, "", f"{' and '.join(missing)} is missing from the article's folder"))
        return None
    article_source = _source(folder / ARTICLE)
    records_source = _source(folder / RECORDS)
    article = _form(article_source, ArticleForm, mistakes)
    records = _form(records_source, RecordsForm, mistakes)
    if article is None:
        return None
    text_path = folder / f"{article.text_read}.txt"
    if not text_path.is_file():
        message = f"`text_read` is {article.text_read}, but {text_path.name} is missing: its facts cannot be verified"
        mistakes.append(article_source.mistake(["text_read"], message))
        return None
    if article.id != folder.name:
        mistakes.append(article_source.mistake(["id"], f"“{article.id}” is not the name of its folder, {folder.name}"))
    text = _source(text_path).text
    if records is None:
        return None
    digest = sha256(text_path.read_bytes()).hexdigest()
    return ArticleFolder(article, records, text, digest, article_source, records_source, text_path)


def _source(path: Path) -> Source:
    """A file as text. **Raises** `InvalidRecords` if it is none."""
    if path.stat().st_size > LARGEST_FILE:
        raise InvalidRecords([Mistake(str(path), 0, "", f"larger than {LARGEST_FILE // 2**20} MiB")])
    try:
        return Source(path, path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.start} cannot be read"
        raise InvalidRecords([Mistake(str(path), 0, "", message)]) from error


def read_text(path: Path) -> str:
    """The text of an article that somebody holds. **Raises** `InvalidRecords`."""
    if not path.is_file():
        raise InvalidRecords([Mistake(str(path), 0, "", "there is no such file")])
    return _source(path).text


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
