"""Entities whose names are like a text, in whatever scripts: looked up by keys, then compared one by one."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import inf, log10
from operator import itemgetter

import sqlalchemy as sa
from rapidfuzz.fuzz import token_sort_ratio
from sqlalchemy.engine import Connection

from app.names.folding import fold
from app.names.jamo import is_hangul
from app.names.late import WHOLE_NAMES, match, query_keys
from app.shapes.naming import Begun, Named, Narrowed, Shown, fetch_all_names, find_begun, shown_name
from app.vocabulary import EntityType

MOST_KEYS = 120
"""Keys of a text that are looked up."""
SIZES = (8, 16, 32, 64, MOST_KEYS)
"""For so many keys there are statements: to make one takes longer than to look up some keys that do not exist."""
ROWS_OF_A_KEY = 300
"""Entities that are taken from under one key."""
MOST_NARROWED = 400
"""Candidates among which filters choose."""
MOST_COMPARED = 40
"""Candidates whose names are compared with the text: a comparison takes up to some milliseconds."""
LEAST_COMPARED, LETTERS_COMPARED = 8, 300
"""The same for long texts: how many at least, and how many letters in all. The longer, the more its keys tell apart."""
MOST_FURTHER = 5
"""Candidates that are compared once one is sure."""
MOST_NAMES = 3
"""Names of a candidate that are compared."""
FEW_LETTERS = 55
"""Two names in Latin letters of which less of the letters are the same, in percent, are not compared any closer."""
LEAST = 0.6
"""The least score at which a name is like the text."""
BEGINS = 0.35
"""How much of the score a name has that begins as typed rests on how much of it is typed."""
SPELLED_OUT = 0.75
"""A score of Chinese characters against Latin letters that the same spelled in Latin letters would not better."""
SURE = 0.97
"""A score that no other name of the same has to better."""
OF_A_WHOLE_NAME = 4.0
"""How much more such a key tells than one of a part."""


@dataclass(frozen=True)
class Likeness:
    """How surely an entity is meant by a text, from 0 to 1, by which of its names and why."""

    id: str
    score: float
    why: Sequence[str]
    shown: Shown


@dataclass(frozen=True)
class Found:
    """The entities that may be meant, the most likely first; whether all were compared that came into question."""

    likenesses: Sequence[Likeness]
    named: Mapping[str, Named]
    complete: bool


def find(connection: Connection, text: str, narrowed: Narrowed, compared: int = MOST_COMPARED) -> Found:
    """Find entities by a name of theirs, or by their id; four statements at most.

    At most so many candidates are compared: those first that share with the text what few others share. Whatever
    begins as typed is among them up to half their number, since every name begins with its first letter. Once one is
    sure, of the others only a few are compared, which share a key of a whole name: that tells whether it is unique.
    """
    text = text.encode(errors="ignore").decode().replace("\0", "")  # no database has such text
    typed = fold(text)
    if not typed:
        return Found([], {}, complete=True)
    compared = min(compared, max(LEAST_COMPARED, LETTERS_COMPARED // len(typed)))
    begun = {one.id: one for one in find_begun(connection, text, narrowed)}
    alike = _candidates(connection, text, narrowed)
    candidates = list(dict.fromkeys([*list(begun)[: compared // 2], *alike, *begun]))
    named = fetch_all_names(connection, candidates[:compared])
    places = {item: place for place, item in enumerate(candidates)}
    found: list[Likeness] = []
    sure, left_out, further = False, False, 0
    exactly = {item for item, one in begun.items() if one.beginning == one.range.typed}
    by_rank = sorted(named, key=lambda item: (item not in exactly, not alike.get(item, False), places[item]))
    for item in by_rank:
        names = named[item].names
        closely = item in alike and (not sure or (alike[item] and further < MOST_FURTHER))
        further += sure and closely
        left_out |= item in alike and not closely
        if item in {text.strip(), typed}:
            one = Likeness(item, 1.0, ["the id"], Shown(names[0], 0, 0))
        else:
            one = _likeness(typed, item, _told(typed, names) if closely else [])
            one = _or_begun(one, begun[item], names) if item in begun else one
        sure |= one.score >= SURE
        found += [one] if one.score >= LEAST else []
    found.sort(key=lambda one: (-one.score, one.shown.start > 0, len(one.shown.name), one.id))
    return Found(found, named, complete=len(candidates) <= compared and not left_out)


def _candidates(connection: Connection, text: str, narrowed: Narrowed) -> dict[str, bool]:
    """The ids of what shares a key with a text, whether that of a whole name; those first that share most, and rare.

    The id that is the text itself comes before all.
    """
    keys = sorted(query_keys(text), key=lambda key: (not key.startswith(WHOLE_NAMES), key))[:MOST_KEYS]
    most = next(some for some in SIZES if some >= len(keys))
    given = {f"key_{number}": keys[number] if number < len(keys) else "" for number in range(most)}
    rows = connection.execute(_lookup(most), given | {"id": text.strip(), "folded": fold(text)}).all()
    whole_names = sum(key.startswith(WHOLE_NAMES) for key in keys)
    sizes = Counter(map(itemgetter(0), rows))
    weight = {at: (OF_A_WHOLE_NAME if at < whole_names else 1) / (1 + log10(size)) for at, size in sizes.items()}
    weight[-1] = inf
    weights: defaultdict[str, float] = defaultdict(float)
    for number, item in rows:
        weights[item] += weight[number]
    whole = {item for number, item in rows if 0 <= number < whole_names}
    ranked = _heaviest(weights)
    if narrowed.conditions or len(narrowed.types) < len(EntityType):
        wanted = narrowed.among(connection, ranked[:MOST_NARROWED])
        ranked = [item for item in ranked if item in wanted]
    return {item: item in whole for item in ranked}


def _heaviest(weights: Mapping[str, float]) -> list[str]:
    """All of some weighted ids, the heaviest first; in order as many of them as are ever looked at."""
    if len(weights) <= MOST_NARROWED:
        return sorted(weights, key=lambda item: (-weights[item], item))
    least = sorted(weights.values(), reverse=True)[MOST_NARROWED - 1]
    first = sorted((-weight, item) for item, weight in weights.items() if weight >= least)
    return [*(item for _, item in first), *(item for item, weight in weights.items() if weight < least)]


@cache
def _lookup(keys: int) -> sa.TextClause:
    """The statement that gives numbers of keys with the ids under them, of each the first some hundred; -1: the id."""
    parts = ["SELECT -1 AS number, id FROM entity WHERE id IN (:id, :folded)"]
    parts += [
        f"SELECT * FROM (SELECT {number}, entity_id FROM name_key WHERE key = :key_{number} "  # noqa: S608 - numbers
        f"ORDER BY entity_id LIMIT {ROWS_OF_A_KEY}) AS under_{number}"
        for number in range(keys)
    ]
    return sa.text(" UNION ALL ".join(parts))


def _told(text: str, names: Sequence[str]) -> Sequence[str]:
    """The names worth comparing with a folded text, the likeliest first.

    Chinese characters hold all readings, so what spells them out is left aside; but of names in the text's own script
    each may be one that follows no reading.
    """
    script = _script(text)
    scripts = {name: _script(name) for name in names}
    told = sorted(names, key=lambda name: (fold(name) != text, scripts[name] != "han", scripts[name] != script))
    if "han" in scripts.values():
        told = [name for name in told if scripts[name] in {"han", script}]
    if script == "latin":  # the dearest comparison, and the one that can be foreseen
        letters = partial(token_sort_ratio, text, score_cutoff=FEW_LETTERS)
        told = [name for name in told if scripts[name] != "latin" or letters(fold(name))]
    return told[:MOST_NAMES]


def _likeness(text: str, item: str, names: Sequence[str]) -> Likeness:
    """Compare a text with names of an entity; the best counts."""
    best, score, why = "", 0.0, list[str]()
    latin = _script(text) == "latin"
    for name in names:
        found = match(text, name, max(score, LEAST))
        if found.score > score:
            best, score, why = name, found.score, list(found.why)
        if score >= (SPELLED_OUT if latin and _script(name) == "han" else SURE):
            break
    return Likeness(item, score, why, Shown(best, 0, len(best)))


def _or_begun(likeness: Likeness, begun: Begun, names: Sequence[str]) -> Likeness:
    """The same or, if that tells more, that a name begins as typed."""
    if likeness.score >= SURE:
        return likeness
    shown = shown_name(begun, names)
    score = round(LEAST + BEGINS * (shown.end - shown.start) / len(shown.name), 3)
    if likeness.score >= score:
        return likeness
    return Likeness(likeness.id, score, ["begins as typed" if shown.start == 0 else "a word begins as typed"], shown)


def _script(name: str) -> str:
    """Which script a name is in, roughly."""
    first = next(filter(str.isalpha, name), "a")
    return "latin" if first.isascii() else "hangul" if is_hangul(first) else "han"
