"""Work that needs nothing but what it is given, spread over the cores."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
WAITING = 2
"""Pieces of work for each core that are given out at once: so much is held, however much there is."""


def spread(work: Callable[[Given], Made], pieces: Iterable[Given]) -> Iterator[Made]:
    """What a function makes of each piece, in their order. A single piece is worth no other process.

    Function and pieces have to be such as can be pickled. **Raises** what the function does.
    """
    given = iter(pieces)
    first = list(islice(given, 2))
    cores = os.cpu_count() or 1
    if len(first) == 1 or cores == 1:
        yield from map(work, chain(first, given))
        return
    waiting: deque[Future[Made]] = deque()
    # Processes of their own: what is forked would share connections with this one.
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        for piece in chain(first, given):
            waiting.append(pool.submit(work, piece))
            if len(waiting) > WAITING * cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
