"""A loader in processes of its own, for tests that kill it: `python -m tests.seeding.child URL SEEDS`.

For each line of its input it forks a process that loads, and tells that process's id, what it did and how it ended.
A line that names a statement (`INSERT INTO citation`, `UPDATE figure`, … or `COMMIT`) lets the process kill itself
right before the first such statement of the first article's transaction.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.db import make_engine
from app.seeding.files import Seeds, read_seeds
from app.seeding.load import load


def load_and_die(url: str, seeds: Seeds, moment: str) -> None:
    """Load, telling of each transaction as it ends, and die at the moment if one is named."""
    engine = make_engine(url)
    in_article = False

    def die_before(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if in_article and moment and statement.startswith(moment):
            os.kill(os.getpid(), signal.SIGKILL)

    def die_at_commit(_connection: object) -> None:
        if in_article and moment == "COMMIT":
            os.kill(os.getpid(), signal.SIGKILL)

    def spill(connection: Any, _record: object) -> None:
        """Make SQLite write pages to its file long before the commit, as it does with a much larger article."""
        if engine.dialect.name == "sqlite":
            connection.execute("PRAGMA cache_size = 16")

    sa.event.listen(engine, "connect", spill)
    sa.event.listen(engine, "before_cursor_execute", die_before)
    sa.event.listen(engine, "commit", die_at_commit)
    for loaded in load(engine, seeds):
        tell(loaded.source, len(loaded.changes))
        in_article = True
    engine.dispose()


def tell(*words: object) -> None:
    """A line for the one who started us."""
    os.write(1, f"{' '.join(map(str, words))}\n".encode())


def main(url: str, path: str) -> None:
    """One load for each line."""
    seeds = read_seeds(Path(path))
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            load_and_die(url, seeds, line.strip())
            sys.exit()
        tell("process", process)
        tell("ended", os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
