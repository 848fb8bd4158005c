"""An export as a file: which data it shows, under which tag, and its bytes in a file that nobody has to delete."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from gzip import GzipFile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlmodel import col

from app import exports, models
from app.db import reading
from app.exports import ftm, jsonld, parquet
from app.models import Revision
from app.past import AsOf, newest_revision, revision_of, show_past
from app.vocabulary import ExportFormat, ExportTable

MEDIA_TYPES = {
    ExportFormat.PARQUET: "application/zip",
    ExportFormat.FTM: "application/x-ndjson",
    ExportFormat.JSONLD: "application/ld+json",
}
PARQUET = "application/vnd.apache.parquet"
SUFFIXES = {ExportFormat.PARQUET: "parquet.zip", ExportFormat.FTM: "ftm.json", ExportFormat.JSONLD: "jsonld"}
WITH_SENTENCES = {ExportFormat.PARQUET, ExportTable.PASSAGES}
"""What shows the sentences of an earlier state only as long as they still stand and may be shown."""
LEVEL = 5
CHUNK = 1 << 18


@dataclass(frozen=True)
class State:
    """Which data an export shows: a revision and when it was loaded; 0 and None if nothing was.

    `newest` is the revision that it was seen from.
    """

    revision: int
    at: datetime | None
    newest: int

    def tag(self, what: ExportFormat | ExportTable, *, packed: bool = False) -> str:
        """The strong entity tag of an export of this state, or of the same packed by gzip."""
        seen_from = self.newest if what in WITH_SENTENCES else ""
        known = f"{_code()} {what} {self.revision} {self.at} {seen_from}"
        return f'"{sha256(known.encode()).hexdigest()[:32]}{"-gzip" if packed else ""}"'


@dataclass(frozen=True)
class Written:
    """An export: its state, and its bytes from the beginning on."""

    state: State
    file: IO[bytes]
    size: int

    def chunks(self) -> Iterator[bytes]:
        """The bytes, piece by piece."""
        return iter(lambda: self.file.read(CHUNK), b"")


@cache
def _code() -> str:
    """What the bytes depend on besides the data: another version of the code writes the same data otherwise."""
    sources = sorted(file for package in (exports, models) for file in Path(package.__path__[0]).glob("*.py"))
    written_by = version("arro3-io").encode()
    return sha256(b"".join(file.read_bytes() for file in sources) + written_by).hexdigest()


def fetch_state(connection: Connection, as_of: AsOf | None = None) -> State:
    """The revision that is meant; without `as_of`, the newest.

    **Raises** `InvalidInput` for a revision or a day of which nothing is known.
    """
    newest = newest_revision(connection)
    revision = newest if as_of is None else revision_of(connection, as_of)
    at = connection.scalar(sa.select(col(Revision.at)).where(col(Revision.number) == revision))
    return State(revision, at, newest)


def write(
    engine: Engine, what: ExportFormat | ExportTable, as_of: AsOf | None = None, *, packed: bool = False
) -> Written:
    """Write an export from one state of the data, text `packed` by gzip or not. Then the database is free again.

    The file has no name from the beginning on: its place on the disk is free once it is closed, whatever ends us.

    **Raises** `InvalidInput` for a revision or a day of which nothing is known.
    """
    shadow = None if as_of is None else partial(show_past, as_of=as_of)
    file = TemporaryFile()  # noqa: SIM115 - who sends it closes it
    try:
        with reading(engine, shadow) as connection:
            state = fetch_state(connection, as_of)
            if isinstance(what, ExportTable):
                parquet.write_table(connection, what, file)
            elif what == ExportFormat.PARQUET:
                parquet.write_archive(connection, file)
            else:
                lines = (ftm if what == ExportFormat.FTM else jsonld).lines(connection)
                with GzipFile("", "wb", LEVEL, file, mtime=0) if packed else nullcontext(file) as into:
                    into.writelines(lines)
        size = file.seek(0, 2)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return Written(state, file, size)
