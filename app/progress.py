"""How far long work has come: a bar on a terminal, a line now and then elsewhere. It goes to standard error."""

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Protocol, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

Item = TypeVar("Item")

SECONDS = 5.0  # between two lines


class Follow(Protocol):
    """Gives items on and may show how many of them are done."""

    def __call__(self, items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
        """The same items; `what` says what becomes of them."""


def unseen(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:  # noqa: ARG001 - as whoever shows it needs them
    """The items, and nothing is shown."""
    yield from items


def followed(items: Iterable[Item], total: int, what: str, every: float = SECONDS) -> Iterator[Item]:
    """The items, while it is shown how many of them are done; a line only if `every` so many seconds have passed."""
    console = Console(stderr=True)
    if console.is_terminal:
        columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True) as bar:
            yield from bar.track(items, total)
        return
    told = monotonic()
    for done, item in enumerate(items):
        if done and monotonic() - told >= every:
            console.print(f"{done} of {total} {what}")
            told = monotonic()
        yield item
