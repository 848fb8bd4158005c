"""`haigui match`: names looked up among the lines of a file or the names of the gazetteer.

The keys of the queries are known beforehand, so the names are gone through once and nothing is kept of those that
share no key with a query.
"""

import heapq
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from io import TextIOWrapper
from pathlib import Path

from rich.cells import cell_len

from app.errors import HaiguiError
from app.names.brands import BUILT_IN, Known
from app.names.keys import entity_keys, keys
from app.names.matching import Match, match
from app.progress import Follow, unseen
from app.seeding.files import Seeds
from app.seeding.references import names_of

STDIN = "-"
FEW = 500
"""So many names are all compared with a query for which no name that shares a key is likely."""
LIKELY = 0.75
MOST_COMPARED = 300
"""Names that are compared with a query: those that share most of its keys."""
SHOWN = 80
"""Characters of a query or name that a table shows."""


class NotReadable(HaiguiError):
    """A list of names that cannot be read."""


@dataclass(frozen=True)
class Named:
    """A name, where it stands and, in the gazetteer, what it is the name of."""

    name: str
    line: int
    id: str | None = None


@dataclass(frozen=True)
class Found:
    """A name that may be meant, from which line, how surely, and why."""

    name: str
    line: int
    score: float
    why: tuple[str, ...]
    id: str | None = None


def read_names(path: Path) -> list[Named]:
    """The lines of a file that are not blank; `-` is standard input. **Raises** `NotReadable`."""
    try:
        source = sys.stdin.buffer if str(path) == STDIN else path.open("rb")
        with TextIOWrapper(source, encoding="utf-8-sig") as file:
            names = [Named(name, number) for number, line in enumerate(file, 1) if (name := line.strip())]
    except UnicodeDecodeError as error:
        raise NotReadable(f"{path}: is no text in UTF-8: {error.reason} ({error.object[error.start]:#x})") from error
    except OSError as error:
        raise NotReadable(f"{path}: {(error.strerror or str(error)).lower()}") from error
    if nul := next((named.line for named in names if "\0" in named.name), None):
        raise NotReadable(f"{path}:{nul}: is no text: there is a NUL character")
    return names


def gazetteer_names(seeds: Seeds) -> list[Named]:
    """Every name in a gazetteer, with the line where what it names stands."""
    return [
        Named(name, seeds.gazetteer_source.line_of((entity_type, index)), form.id)
        for entity_type, index, form in seeds.gazetteer.entities()
        for name in names_of(form)
    ]


def known_names(seeds: Seeds) -> Known:
    """The names that are known to be names of the same, those of a gazetteer among them."""
    return BUILT_IN.more(names_of(form) for _, _, form in seeds.gazetteer.entities())


def look_up(
    queries: Sequence[str], names: Sequence[Named], limit: int, known: Known | None = None, follow: Follow = unseen
) -> Iterator[tuple[str, list[Found]]]:
    """Each query with the names that match it best, the surest first, then by line; of one thing the best name.

    Names that are `known` to be the same are taken into account; without it, the built-in ones.
    """
    known = known or BUILT_IN
    by_name: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        by_name[named.name].append(named)
    candidates = _candidates(queries, by_name, known, follow)
    for query in follow(queries, len(queries), "queries answered"):
        compared = {name: match(query, name, known) for name in candidates[query]}
        if len(by_name) <= FEW and max((found.score for found in compared.values()), default=0.0) < LIKELY:
            compared |= {name: match(query, name, known) for name in by_name if name not in compared}
        yield query, _best(compared, by_name, limit)


def _candidates(
    queries: Iterable[str], names: Mapping[str, object], known: Known, follow: Follow
) -> Mapping[str, list[str]]:
    """The names that share most keys with each query."""
    asking: dict[str, list[str]] = defaultdict(list)
    for query in dict.fromkeys(queries):
        for key in keys(query, known):
            asking[key].append(query)
    shared: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for at, name in enumerate(follow(names, len(names), "names looked at")):
        counts: dict[str, int] = defaultdict(int)
        for key in entity_keys([name], known):
            for query in asking.get(key, ()):
                counts[query] += 1
        for query, count in counts.items():  # the least is at the top, to be replaced
            keep = heapq.heappush if len(shared[query]) < MOST_COMPARED else heapq.heappushpop
            keep(shared[query], (count, -at, name))
    return defaultdict(list, {query: [name for _, _, name in found] for query, found in shared.items()})


def _best(compared: Mapping[str, Match], by_name: Mapping[str, Sequence[Named]], limit: int) -> list[Found]:
    """The best of what was compared; a score of 0 is no match."""
    ranked = sorted(
        (
            Found(named.name, named.line, found.score, found.why, named.id)
            for name, found in compared.items()
            if found.score
            for named in by_name[name]
        ),
        key=lambda found: (-found.score, found.line),
    )
    once = {found.id or found.line: found for found in reversed(ranked)}
    return heapq.nsmallest(limit, once.values(), key=lambda found: (-found.score, found.line))


def as_json(query: str, matches: Iterable[Found]) -> str:
    """One object in one line; `id` only where the name is one of the gazetteer."""
    shown = [{name: value for name, value in asdict(found).items() if value is not None} for found in matches]
    return json.dumps({"query": query, "matches": shown}, ensure_ascii=False)


def as_text(query: str, matches: Sequence[Found]) -> str:
    """A query and, below it, its matches in columns."""
    if not matches:
        return f"{_cut(query)}\n  no match"
    names = [f"{_cut(found.name)} ({found.id})" if found.id else _cut(found.name) for found in matches]
    widest = max(map(cell_len, names))
    rows = [
        f"  {found.score:.3f}  line {found.line:<6}  {name}{' ' * (widest - cell_len(name))}  {', '.join(found.why)}"
        for name, found in zip(names, matches, strict=True)
    ]
    return "\n".join((_cut(query), *rows))


def _cut(text: str) -> str:
    """The beginning of a text on one line."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= SHOWN else f"{one_line[: SHOWN - 1]}…"
