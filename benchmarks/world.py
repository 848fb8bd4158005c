"""The made-up world that is asked, in a file of its own."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from app.settings import PROJECT

FOLDER = PROJECT / "var" / "bench"
NAME = "world.db"  # Datasette calls a database by its file
HAIGUI_COMMAND = [sys.executable, "-c", "from app.cli import main; main()"]
"""The `haigui` command of this very code."""


def environment(database: Path, **settings: str) -> Mapping[str, str]:
    """What a process sees: the database, and no other setting than those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HAIGUI_")}
    return kept | {"HAIGUI_DATABASE_URL": f"sqlite:///{database}", "PYTHONPATH": str(PROJECT)} | settings


def make_world(folder: Path, people: int, *, reuse: bool = False) -> tuple[Path, float]:
    """A database with this many people, and the seconds that loading took; to `reuse` what is there takes none."""
    path = folder / f"people-{people}" / NAME
    if reuse and path.exists():
        return path, 0.0
    _make_room(path)
    part = path.with_suffix(".part")
    _haigui(part, "migrate")
    began = time.perf_counter()
    _haigui(part, "synth", "--people", str(people))
    took = time.perf_counter() - began
    part.rename(path)
    return path, took


def copy_world(folder: Path, database: Path) -> Path:
    """A copy of a database that is there, so that nothing is added to the original."""
    path = folder / "copy" / NAME
    _make_room(path)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
    return path


def _haigui(database: Path, *words: str) -> None:
    subprocess.run(
        [*HAIGUI_COMMAND, *words], cwd=database.parent, env=environment(database), check=True, stdout=sys.stderr
    )


def _make_room(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for file in path.parent.iterdir():
        file.unlink()
