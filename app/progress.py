"""How far long work has come: a bar on a terminal, a line now and then elsewhere. It goes to standard error."""

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

Item = TypeVar("Item")

SECONDS = 5.0  # between two lines


def followed(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """The items, while it is shown how many of them are done."""
    console = Console(stderr=True)
    if console.is_terminal:
        columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console) as bar:
            yield from bar.track(items, total)
        return
    told = monotonic()
    for done, item in enumerate(items):
        if done and monotonic() - told >= SECONDS:
            console.print(f"{done} of {total} {what}")
            told = monotonic()
        yield item
