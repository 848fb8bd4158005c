"""`haigui draft` and `haigui parse`: what a text proposes, and what a phrase means."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from app.errors import HaiguiError, InvalidRecords
from app.reading.article import LineRole, read_lines
from app.reading.candidates import Draft, KnownEntity
from app.reading.dates import Period, UnreadablePeriod, parse_period, read_periods
from app.reading.fitness import LARGEST, unfit
from app.reading.late import read_draft
from app.reading.quantities import Quantity, UnreadableQuantity, parse_quantity
from app.seeding.files import GAZETTEER, read_seeds
from app.seeding.known import known_entities
from app.seeding.written import as_toml
from app.settings import PROJECT, settings


class Unreadable(HaiguiError):
    """A file that is no article to be read."""


class DraftFormat(StrEnum):
    """How a draft is written."""

    TOML = "toml"
    NDJSON = "ndjson"


def draft_article(
    article: Annotated[Path, typer.Argument(help="The text of an article, in UTF-8.")],
    on: Annotated[
        str | None,
        typer.Option(
            "--date", help="Day of publication, as 2024-11-24; without it the text's date line tells, or today."
        ),
    ] = None,
    form: Annotated[
        DraftFormat, typer.Option("--format", help="A records file ready to edit, or one candidate a line.")
    ] = DraftFormat.TOML,
    gazetteer: Annotated[Path, typer.Option(help="Whom and what is known.")] = PROJECT / "seeds" / GAZETTEER,
    model: Annotated[  # noqa: FBT002 - a switch
        bool, typer.Option("--model", help="Ask the model that the settings name, instead of the rules.")
    ] = False,
) -> None:
    """Read an article and propose what it states; nothing is loaded."""
    try:
        text = read_article(article)
        published_on, guessed = _day(text, on)
        entries = read_seeds(gazetteer).gazetteer
        known = known_entities(entries)
        draft = _reader(by_model=model)(text, published_on, known)
    except InvalidRecords as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except HaiguiError as error:
        typer.echo(f"{article}: {error}", err=True)
        raise typer.Exit(1) from None
    if guessed:
        typer.echo(f"relative dates are counted from {published_on}: {guessed}; --date gives another day", err=True)
    if form is DraftFormat.NDJSON:
        for candidate in draft.candidates:
            typer.echo(candidate.as_json())
        return
    written = as_toml(draft, text, {entity.id for _, _, entity in entries.entities()})
    typer.echo(written.records)
    if draft.proposals:
        commented = "\n".join(f"# {line}".rstrip() for line in written.gazetteer.splitlines())
        typer.echo(commented)


def _reader(*, by_model: bool) -> Callable[[str, date, Sequence[KnownEntity]], Draft]:
    """What reads: the rules, or the model that the settings name. **Raises** `ModelFailed` where they name none."""
    if not by_model:
        return read_draft
    from app.model_reader import ModelReader  # noqa: PLC0415 - it imports all that reads, and a server wants none of it

    return ModelReader.chosen(settings()).read_draft


def read_article(path: Path) -> str:
    """The text of a file. **Raises** `Unreadable` with what is wrong with it."""
    if not path.is_file():
        raise Unreadable("there is no such file")
    if (size := path.stat().st_size) > LARGEST:
        raise Unreadable(f"has {size:,} bytes; at most {LARGEST:,} are read")
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"is not UTF-8: byte {error.start} is {content[error.start]:#04x}; "
            "convert it, as by `iconv -f CP949 -t UTF-8`"
        ) from None
    for reason in unfit(text):
        raise Unreadable(reason)
    return text


def _day(text: str, on: str | None) -> tuple[date, str]:
    """The day of publication, and how it was guessed if nobody gave it. **Raises** `Unreadable`."""
    today = datetime.now(tz=UTC).date()
    if on is not None:
        try:
            return date.fromisoformat(on), ""
        except ValueError:
            raise Unreadable(f"--date {on!r} is no day; it is written as 2024-11-24") from None
    for line in read_lines(text):
        if line.role is LineRole.FURNITURE:
            for period in read_periods(line.text, today):
                start, end = period.period.start, period.period.end
                if start is not None and start == end and re.search(r"(?:19|20)[0-9]{2}", period.as_written):
                    return start, f"the line “{line.text[:60]}” says so"
    return today, "the text has no date line, so this is today"


def parse_phrase(
    phrase: Annotated[str, typer.Argument(help="Words such as '11억 4000만 달러' or '올 1~4월'.")],
    on: Annotated[str | None, typer.Option("--date", help="Day from which relative dates are counted.")] = None,
) -> None:
    """Print what a phrase means: value, unit, qualifier and conversion, or a period."""
    try:
        today = date.fromisoformat(on) if on else datetime.now(tz=UTC).date()
    except ValueError:
        typer.echo(f"--date {on!r} is no day; it is written as 2024-11-24", err=True)
        raise typer.Exit(1) from None
    try:
        meaning: dict[str, Any] = _of_quantity(parse_quantity(phrase))
    except UnreadableQuantity as no_quantity:
        try:
            meaning = _of_period(parse_period(phrase, today))
        except UnreadablePeriod as no_period:
            typer.echo(f"{no_quantity}\n{no_period}", err=True)
            raise typer.Exit(1) from None
    typer.echo(json.dumps(meaning, ensure_ascii=False))


def _of_quantity(quantity: Quantity) -> dict[str, Any]:
    numbers = {"value": quantity.value, "value_min": quantity.value_min, "value_max": quantity.value_max}
    meaning: dict[str, Any] = {key: _number(value) for key, value in numbers.items() if value is not None}
    meaning |= {"unit": quantity.unit, "qualifier": quantity.qualifier, "as_written": quantity.as_written}
    if quantity.conversion is not None:
        meaning["stated_conversion"] = _of_quantity(quantity.conversion)
    return meaning


def _of_period(period: Period) -> dict[str, Any]:
    return {"period": {"from": _iso(period.start), "to": _iso(period.end)}}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: Any) -> int | float:  # noqa: ANN401 - a decimal
    return int(value) if value == int(value) else float(value)
