"""What knows the readings of names, imported by the first who asks: it takes a third of a second and 30 MB."""

# ruff: noqa: PLC0415 - that is the purpose of this file

from collections.abc import Iterable
from typing import TYPE_CHECKING

WHOLE_NAMES = ("p:", "k:", "w:")
"""How keys of whole names begin; the others are of parts."""

if TYPE_CHECKING:
    from app.names.matching import Match


def entity_keys(names: Iterable[str]) -> frozenset[str]:
    """The keys to keep for something that has these names."""
    from app.names import keys

    return keys.entity_keys(names)


def query_keys(name: str) -> frozenset[str]:
    """The keys under which something may be kept that is called so."""
    from app.names import keys

    return keys.keys(name)


def match(one: str, other: str, least: float = 0.0) -> "Match":
    """How surely two names are names of the same, and why; a score below `least` may be given as 0."""
    from app.names import matching

    return matching.match(one, other, least=least)


def latinized(name: str, *, is_person: bool = False) -> str:
    """A name in lower-case Latin letters, its words apart; of a Chinese person the surname first."""
    from app.names import latinizing

    return latinizing.latinized(name, is_person=is_person)
