"""`haigui review`: a draft in the terminal, sentence by sentence; a person accepts, corrects or rejects."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Final, NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.corrections import read_corrections
from app.reviewing import NotReviewable, Refused, Review, Reviewed

KEYS: Final = "[a]ccept  [r]eject  [c]orrect field=value  [s]kip  [b]ack  [q]uit"
_SPAN: Final = "bold black on yellow"
_BESIDE: Final = 80
"""Columns from which sentence and fields have room side by side."""
_NAMED: Final = "underline"
_SHOWN_ELSEWHERE: Final = ("start", "end", "passage", "as_written", "doubts", "decision")
# What would move the cursor or worse; each becomes one visible character, so that offsets stay.
_CONTROLS: Final = {code: "�" for code in (*range(32), *range(127, 160), *range(0x202A, 0x202F)) if code != 10}  # noqa: PLR2004 - the line feed


def review_draft(  # noqa: PLR0913 - each is an option of the command
    file: Annotated[Path, typer.Argument(help="A draft as `haigui draft` writes it: NDJSON or JSON.")],
    *,
    article: Annotated[Path, typer.Option(help="The text that was drafted, as it was: the draft points into it.")],
    output: Annotated[
        Path | None,
        typer.Option(help="Where decisions are kept instead of FILE; if it is there, it is gone on with."),
    ] = None,
    published_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day from which relative periods count, if the draft has none."),
    ] = None,
    accept_above: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Accept all that are at least so sure, list the rest, ask nothing."),
    ] = None,
    list_only: Annotated[
        bool, typer.Option("--list", help="Print the sentences with their spans, ask nothing.")
    ] = False,
) -> None:
    """Go through a draft sentence by sentence: accept, correct or reject. Each decision is kept at once."""
    kept = output or file
    source = kept if kept.exists() else file
    try:
        review = Review(_text_of(source), _text_of(article), published_on.date() if published_on else None)
    except NotReviewable as error:
        _fail(f"{source}: {error}")

    def save() -> None:
        try:
            write_whole(kept, review.written())
        except OSError as error:
            _fail(f"{kept}: {(error.strerror or str(error)).lower()}: the last decision was not kept")

    console = Console(highlight=False)
    if list_only:
        list_candidates(review, console)
    elif accept_above is not None:
        if review.accept_above(accept_above):
            save()
        list_candidates(review, console, only_open=True)
    else:
        go_through(review, console, save)
    told = f"{review.count('accepted')} accepted, {review.count('rejected')} rejected, {review.count(None)} open"
    typer.echo(f"{kept}: {told}")


def write_whole(path: Path, content: str) -> None:
    """Replace a file by its new content in one step: whoever reads it sees the old or the new one, never a part."""
    target = path.resolve()
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as beside:
        try:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
            if target.exists():
                shutil.copymode(target, beside.name)
            Path(beside.name).replace(target)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise


def list_candidates(review: Review, console: Console, *, only_open: bool = False) -> None:
    """Print each sentence that has candidates, the spans highlighted, and below it what each would say."""
    shown = [item for item in review.ordered() if not only_open or item.decision is None]
    for _, group in groupby(shown, key=lambda item: item.passage):
        items = list(group)
        console.print(_sentence(review, items, plain=not console.is_terminal), soft_wrap=True)
        for item in items:
            mark = {None: "?", "accepted": "+", "rejected": "-"}[item.decision]
            said = "; ".join(f"{field} {value}" for field, value in _fields(item))
            _tell(
                console,
                f"  {mark} “{item.as_written}”: {said}",
                *(f"      ! {line}" for line in _remarks(review, item)),
            )
        console.print()


def go_through(review: Review, console: Console, save: Callable[[], None]) -> None:
    """Ask about each candidate that is not decided, saving after each decision; ends with the answers, or by `q`."""
    shown: Reviewed | None = None
    while item := review.current:
        if item is not shown:
            _show(review, item, console)
            shown = item
        answer = _answer(console, f"{KEYS} > ")
        if answer in {"c", "correct"}:
            rest = _answer(console, "field=value > ")
            answer = None if rest is None else f"c {rest}"
        if answer is None or answer in {"q", "quit"}:
            break
        try:
            if _act(review, answer):
                save()
        except Refused as refused:
            _tell(console, "refused, nothing was changed:", *(f"  {reason}" for reason in refused.reasons))
        except ValueError as error:
            _tell(console, str(error))


def _act(review: Review, answer: str) -> bool:
    """Do what was answered; whether there is something to save. **Raises** `Refused`, and `ValueError` with a hint."""
    word, _, rest = answer.partition(" ")
    decisions = {"a": review.accept, "accept": review.accept, "r": review.reject, "reject": review.reject}
    if word in {"c", "correct"}:
        review.correct(read_corrections(rest))
    elif answer in decisions:
        decisions[answer]()
    elif answer in {"s", "skip"}:
        review.skip()
        return False
    elif answer in {"b", "back"}:
        if not review.back():
            raise ValueError("this is the first one")
        return False
    else:
        raise ValueError(f"“{answer}” is no answer: {KEYS}")
    return True


def _answer(console: Console, prompt: str) -> str | None:
    """A line of the person or of a pipe; none at its end."""
    try:
        if sys.stdin.isatty():
            return input(prompt).strip()
        _tell(console, prompt)
        line = sys.stdin.readline()
    except (EOFError, KeyboardInterrupt, UnicodeDecodeError):
        console.print()
        return None
    return line.strip() if line else None


def _tell(console: Console, *lines: str) -> None:
    """Print lines as they are, but for what would control the terminal."""
    for line in lines:
        console.print(line.translate(_CONTROLS), markup=False, soft_wrap=True)


def _show(review: Review, item: Reviewed, console: Console) -> None:
    """The sentence with the span, and the fields beside it."""
    number = f"{item.passage}, {review.at + 1} of {len(review.order)}"
    state = f", {item.decision} before" if item.decision else ""
    counts = f"{review.count('accepted')} accepted, {review.count('rejected')} rejected"
    console.rule(Text(f"{number}{state} ({counts})"), align="left")
    fields = Table.grid(padding=(0, 1))
    for _ in range(2):
        fields.add_column(overflow="fold")
    for field, value in _fields(item):
        fields.add_row(Text(field, "bold"), Text(value.translate(_CONTROLS)))
    for line in _remarks(review, item):
        fields.add_row(Text("!", "yellow"), Text(line, "yellow"))
    sentence = _sentence(review, [item], plain=not console.is_terminal)
    if console.width < _BESIDE:
        console.print(sentence, fields, sep="\n")
        return
    page = Table.grid(padding=(0, 2), expand=True)
    for _ in range(2):
        page.add_column(ratio=1, overflow="fold")  # an ellipsis would hide what is to be judged
    page.add_row(sentence, fields)
    console.print(page)


def _sentence(review: Review, items: list[Reviewed], *, plain: bool) -> Text:
    """The passage with the spans highlighted, or in brackets where nothing can be; names and other words underlined."""
    passage = review.passage_of(items[0])
    shown = Text(passage.text.translate(_CONTROLS))
    for item in items:
        for words in (*(name for _, name, _ in item.names()), *item.words.values()):
            at = passage.text.find(words)
            while at >= 0:
                shown.stylize(_NAMED, at, at + len(words))
                at = passage.text.find(words, at + len(words))
        shown.stylize(_SPAN, item.start - passage.start, item.end - passage.start)
    if plain:
        for place, sign in sorted(
            {(place - passage.start, sign) for item in items for place, sign in ((item.start, "⟦"), (item.end, "⟧"))},
            reverse=True,
        ):
            shown = shown[:place] + Text(sign) + shown[place:]
    return Text(f"{passage.id}  ") + shown


def _fields(item: Reviewed) -> Iterator[tuple[str, str]]:
    """What the candidate says, each name with its id."""
    held = {
        field: value
        for field, value in item.model_dump(mode="json", exclude_defaults=True).items()
        if field not in _SHOWN_ELSEWHERE
    }
    for field, value in held.items():
        if field.endswith("_id"):
            continue
        if isinstance(value, dict):
            said = ", ".join(f"{key} “{inner}”" for key, inner in value.items() if inner is not None)
        else:
            said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        known = held.get(f"{field}_id")
        yield field, f"{said} ({known})" if known else said


def _text_of(path: Path) -> str:
    """The text of a file, every character of it."""
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        _fail(f"{path}: is no text in UTF-8: {error.reason} ({error.object[error.start]:#x})")
    except OSError as error:
        _fail(f"{path}: {(error.strerror or str(error)).lower()}")


def _fail(line: str) -> NoReturn:
    typer.echo(line, err=True)
    raise typer.Exit(1)


def _remarks(review: Review, item: Reviewed) -> list[str]:
    """What is doubtful, and what stands in the way of accepting it."""
    return [line.translate(_CONTROLS) for line in (*item.doubts, *review.objections(item))]
