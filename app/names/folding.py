"""Names made comparable, and the places in them where a search may begin."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise, takewhile
from operator import eq

LONGEST = 60
"""Characters of a beginning that are kept; a longer text finds what begins with so many of its own."""
ASCII_WORD = re.compile("[a-z]+|[0-9]+")
LAST = "\U0010ffff"
"""Comes after every other character, in code points as in UTF-8."""


def fold(text: str) -> str:
    """A text without differences of case, width, composition and spacing.

    >>> fold("  Kai-Fu　LEE "), fold("ＡＩ"), fold("양즈린") == fold(unicodedata.normalize("NFD", "양즈린"))
    ('kai-fu lee', 'ai', True)
    """
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())


def beginnings(name: str) -> set[str]:
    """The ends of a folded name that a search may begin with: words and, where words run together, characters.

    >>> sorted(beginnings("Google Brain")), sorted(beginnings("문샷AI")), sorted(beginnings("月之暗面"))
    (['brain', 'google brain'], ['ai', '문샷ai', '샷ai'], ['之暗面', '暗面', '月之暗面', '面'])
    """
    folded = fold(name)
    if folded.isascii():
        starts = [found.start() for found in ASCII_WORD.finditer(folded)]
    else:
        starts = [at for at in range(len(folded)) if _begins(folded[at - 1] if at else " ", folded[at])]
    return {folded[at : at + LONGEST] for at in starts}


def all_beginnings(names: Iterable[str]) -> list[tuple[str, int]]:
    """The beginnings of all names of one thing in order, each with how many characters it has of the one before.

    A text finds the thing where it is longer than that, and only there: whoever reads on finds it a second time.

    >>> all_beginnings(["Wang Wei", "王伟"])
    [('wang wei', 0), ('wei', 1), ('伟', 0), ('王伟', 0)]
    """
    found = sorted(set[str]().union(*map(beginnings, names)))
    return [(start, sum(takewhile(bool, map(eq, before, start)))) for before, start in pairwise(["", *found])]


def _begins(before: str, character: str) -> bool:
    """Whether a search may begin at a character: after a boundary, and anywhere among letters of no case."""
    if not character.isalnum():
        return False
    if not before.isalnum() or before.isdigit() != character.isdigit():
        return True
    return _caseless(character) or _caseless(before)


def _caseless(character: str) -> bool:
    """Whether it is of a script without words in lower case: Hangul, Chinese characters, kana."""
    return character.isalpha() and character.upper() == character.lower()


def between(text: str) -> tuple[str, str] | None:
    r"""The range of beginnings that a text finds, both ends exclusive of what it does not; None for no text at all.

    No search begins at a sign, so signs in front say nothing.

    >>> between("Goo"), between("(Goo"), between("%")
    (('goo', 'goo\U0010ffff'), ('goo', 'goo\U0010ffff'), None)
    """
    folded = fold(text)
    start = next((at for at, character in enumerate(folded) if character.isalnum()), len(folded))
    folded = folded[start : start + LONGEST]
    return (folded, folded + LAST) if folded else None
