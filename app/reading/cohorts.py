"""Which cohort of the gazetteer a phrase of the text means."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from app.reading.candidates import KnownEntity
from app.reading.particles import without_particle
from app.vocabulary import EntityType

_WORD = re.compile(r"[가-힣]+|[A-Za-z]+|[0-9]+(?:[~–-][0-9]+)?")
_EMPTY: Final = frozenset(
    [
        "이후",
        "나온",
        "된",
        "한",
        "내",
        "등",
        "년",
        "월",
        "곳",
        "명",
        "여",
        "개",
        "에서",
        "부터",
        "동안",
        "the",
        "of",
        "in",
        "and",
        "since",
        "by",
        "for",
        "that",
    ]
)
_ENOUGH: Final = 0.75


def cohort_id(phrase: str, years: Sequence[str], speakers: Sequence[str], known: Iterable[KnownEntity]) -> str | None:
    """The cohort whose name shares most of its words with the phrase, its dates and who counted it; none if unsure."""
    said = _words(" ".join([phrase, *years, *speakers]))
    best, score = None, _ENOUGH
    for entity in known:
        if entity.type is not EntityType.COHORT:
            continue
        for name in entity.names:
            named = _words(name)
            if not named:
                continue
            shared = len(named & said) / len(named)
            if shared >= score and (best is None or shared > score):
                best, score = entity.id, shared
    return best


def _words(text: str) -> frozenset[str]:
    words = (without_particle(word)[0].casefold() for word in _WORD.findall(text))
    return frozenset(word for word in words if word not in _EMPTY)
