"""Which revision of the data is the newest: asked of the database now and then, told between processes at once.

Processes that serve the same data share a board: eight bytes of a file in memory. Whoever learns of a revision writes
it there before answering with it, so that no process sends an older answer afterwards: a client that asks one process
after the other never sees the revision go back.
"""

import fcntl
import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col
from starlette.concurrency import run_in_threadpool

from app.models import Revision

BYTES = 8
NONE = 0
NEWEST = sa.select(sa.func.max(col(Revision.number)))


class Revisions:
    """The newest revision that this process and those it shares the board with know of.

    `seconds` is how long a look at the database may be put off.
    """

    def __init__(self, engine: Engine, board: Path | None = None, seconds: float = 0.05) -> None:
        self.engine = engine
        self.seconds = seconds
        self._file = os.open(board, os.O_RDWR) if board else None  # open for as long as the process lives
        self._board = memoryview(mmap.mmap(-1 if self._file is None else self._file, BYTES)).cast("Q")
        self._known = NONE
        self._due = 0.0

    async def newest(self) -> int:
        """The newest revision; 0 if there is none or the database does not answer."""
        if monotonic() >= self._due:
            self._due = monotonic() + self.seconds  # whoever asks meanwhile goes on with what is known
            self.tell(await run_in_threadpool(self._look))
        self._known = max(self._known, self._board[0])
        return self._known

    def tell(self, revision: int) -> None:
        """Make a revision known to all processes."""
        if revision <= self._known:
            return
        with self._alone():
            self._board[0] = self._known = max(revision, self._board[0])

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from writing on the board."""
        if self._file is None:
            yield
            return
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _look(self) -> int:
        try:
            with self.engine.connect() as connection:
                return connection.scalar(NEWEST) or NONE
        except SQLAlchemyError:
            return NONE
