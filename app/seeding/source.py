"""A file's text, and where in it a key stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import InvalidRecords, Mistake

LARGEST_FILE = 64 * 2**20


@dataclass(frozen=True)
class Source:
    """A file with its text, which knows where a key stands."""

    path: Path
    text: str

    def mistake(self, place: Sequence[str | int], message: str) -> Mistake:
        """A mistake at a place such as `("figure", 3, "value")`."""
        shown = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place)
        return Mistake(str(self.path), self.line_of(place), shown.removeprefix("."), message)

    def line_of(self, place: Sequence[str | int]) -> int:
        """The line of a place, from 1; of the nearest table that holds it, if the key itself stands nowhere."""
        lines = self.text.splitlines()
        at, end, name = 0, len(lines), ""
        for part in place:
            if isinstance(part, str):
                name = f"{name}.{part}".removeprefix(".")
                at = _key_line(lines, at, end, name)
            else:
                elements = _element_lines(lines, at, end, name)
                if part < len(elements):
                    at, end = elements[part]
        return at + 1


def _key_line(lines: Sequence[str], at: int, end: int, name: str) -> int:
    """The line between two where a key stands: as a header, first in its line, or within an inline table."""
    key = re.escape(name.rsplit(".", maxsplit=1)[-1])
    for pattern in (rf"^\s*\[+\s*{re.escape(name)}\s*\]", rf"^\s*{key}\s*=", rf"[\s{{,.]{key}\s*="):
        found = next((n for n in range(at, end) if re.search(pattern, lines[n])), None)
        if found is not None:
            return found
    return at


def _element_lines(lines: Sequence[str], at: int, end: int, name: str) -> list[tuple[int, int]]:
    """Where each element of an array begins and ends: `[[tables]]`, or values that begin a line of their own."""
    starts = [n for n in range(at, end) if re.match(rf"^\s*\[\[\s*{re.escape(name)}\s*\]\]", lines[n])]
    after = r"^\s*[\w-]+\s*=|^\s*\["
    if starts:
        after = rf"^\s*\[(?!\[?\s*{re.escape(name)}\.)"  # tables below this one belong to it
    else:
        last = next((n for n in range(at + 1, end) if re.match(after, lines[n])), end)
        starts = [n for n in range(at, last) if re.match(r"^\s*[{\"']|^[^=]*=\s*\[\s*\S", lines[n])]
        after, end = r"^\s*[{\"']", last
    return [(n, next((m for m in range(n + 1, end) if re.match(after, lines[m])), end)) for n in starts]


def read_source(path: Path) -> Source:
    """A file as text. **Raises** `InvalidRecords` if it is none."""
    if path.stat().st_size > LARGEST_FILE:
        raise InvalidRecords([Mistake(str(path), 0, "", f"larger than {LARGEST_FILE // 2**20} MiB")])
    try:
        return Source(path, path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.start} cannot be read"
        raise InvalidRecords([Mistake(str(path), 0, "", message)]) from error
