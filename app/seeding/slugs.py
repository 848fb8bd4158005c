"""Ids suggested for what is new: permanent once loaded, so the reviewer may change them before."""

import re
from collections.abc import Container, Sequence

from app.names.late import latinized

LONGEST = 60
IS_LATIN = re.compile(r"[\x21-\x7eÀ-ɏ][\x20-\x7eÀ-ɏ]*")
IS_HANZI = re.compile(r"[\u3400-\u9fff]+")


def slug(name: str, *, is_person: bool = False, longest: int = LONGEST) -> str:
    """A name as an id may be written, cut at a word if it is long; empty if no letter of it can be.

    >>> slug("Moonshot AI"), slug("량원펑", is_person=True), slug("……")
    ('moonshot-ai', 'liang-wenfeng', '')
    """
    words = re.findall(r"[a-z0-9]+", latinized(name, is_person=is_person))
    while len(words) > 1 and len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)[:longest]


def suggest(names: Sequence[str], taken: Container[str], *, is_person: bool = False, otherwise: str = "new") -> str:
    """An id that nobody has, by the first name in Latin letters, else the first in Chinese characters, else the first.

    >>> suggest(["딥시크", "DeepSeek"], {"deepseek"}), suggest(["문샷", "月之暗面"], ())
    ('deepseek-2', 'yuezhianmian')
    """
    ordered = sorted(names, key=lambda name: 0 if IS_LATIN.fullmatch(name) else 1 if IS_HANZI.fullmatch(name) else 2)
    found = next(filter(None, (slug(name, is_person=is_person) for name in ordered)), otherwise)
    return free(found, taken)


def free(wanted: str, taken: Container[str]) -> str:
    """An id, or the first after it by number that nobody has."""
    at, found = 1, wanted
    while found in taken:
        at += 1
        found = f"{wanted}-{at}"
    return found
