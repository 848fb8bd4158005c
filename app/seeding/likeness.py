"""How surely two entities are one, by all the names of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.names.late import WHOLE_NAMES, entity_keys, match


@dataclass(frozen=True)
class Likeness:
    """The score of the two names that match best, these names, and why."""

    score: float
    one: str
    other: str
    why: tuple[str, ...]


NONE = Likeness(0.0, "", "", ())


def whole_keys(names: Sequence[str]) -> frozenset[str]:
    """The keys of whole names: what two names share that match surely."""
    return frozenset(key for key in entity_keys(names) if key.startswith(WHOLE_NAMES))


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """The best match between names that share a key.

    Two that are both known in Chinese characters are compared by these alone: who only sounds the same is a namesake.
    """
    chinese = [list(filter(_is_chinese, names)) for names in (one, other)]
    if all(chinese):
        one, other = chinese
    best = NONE
    keys = {name: whole_keys([name]) for name in {*one, *other}}
    for name in one:
        for another in other:
            if keys[name] & keys[another]:
                found = match(name, another)
                if found.score > best.score:
                    best = Likeness(found.score, name, another, found.why)
    return best


def _is_chinese(name: str) -> bool:
    return all("㐀" <= character <= "鿿" or character >= "\U00020000" for character in name if character.isalnum())
