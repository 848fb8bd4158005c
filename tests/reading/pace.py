"""How fast a machine is at what reading does, so that a bound in seconds means the same on every machine."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

USUAL = 0.012
"""CPU seconds that `measure` takes on the machine for which bounds are meant; a shared one can take twice as long."""
_TEXT = "가나다 1명 2명 Alibaba 10억 달러. " * 2000
_WORDS = re.compile(r"(?:[0-9]+(?:억|명)|[A-Z][a-z]+) ?")


@contextmanager
def alone() -> Iterator[None]:
    """Keep what earlier tests left in memory from being looked through again while something is timed."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def measure() -> float:
    """CPU seconds of a fixed piece of work: matching words and counting."""
    began = process_time()
    length = sum(len(found.group()) for found in _WORDS.finditer(_TEXT))
    for number in range(300_000):
        length += number % 7
    return process_time() - began


def slowness() -> float:
    """How many times longer than usual this machine takes just now; never less than 1."""
    return max(1.0, sorted(measure() for _ in range(5))[2] / USUAL)
