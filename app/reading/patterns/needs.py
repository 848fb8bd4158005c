"""What a pattern cannot match without, so that most rules need not be tried on most sentences."""

import re
from collections.abc import Iterator, Sequence
from re import _constants as codes
from re import _parser
from typing import Any, Final

MOST: Final = 4
"""How many of its needs a pattern is asked for: each costs a look at every sentence."""
_WIDEST: Final = 40
_ONCE_OR_MORE: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def needs(pattern: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """Sets of characters of each of which every match has one, the narrowest first; fewer than there are.

    >>> [sorted(one) for one in needs(re.compile("[AB]x?(?:cd|e) f*"))]
    [[' '], ['A', 'B'], ['c', 'e']]
    """
    if pattern.flags & re.IGNORECASE:
        return ()
    found = dict.fromkeys(_needs(_parser.parse(pattern.pattern, pattern.flags)))
    return tuple(sorted(found, key=_width)[:MOST])


def _needs(parsed: Sequence[Any]) -> Iterator[frozenset[str]]:
    for code, of in parsed:
        if code is codes.LITERAL:
            yield frozenset(chr(of))
        elif code is codes.IN:
            yield from _one_of(of)
        elif code is codes.SUBPATTERN:
            _, added, _, inner = of
            yield from () if added & re.IGNORECASE else _needs(inner)
        elif code in _ONCE_OR_MORE and of[0]:
            yield from _needs(of[2])
        elif code is codes.BRANCH:
            ways = [list(_needs(way)) for way in of[1]]
            if all(ways):
                yield frozenset[str]().union(*(min(way, key=_width) for way in ways))


def _one_of(members: Sequence[Any]) -> Iterator[frozenset[str]]:
    """The characters of a class, if they are few."""
    signs: set[str] = set()
    for code, of in members:
        first, last = of if code is codes.RANGE else (of, of)
        if code not in {codes.LITERAL, codes.RANGE} or last - first > _WIDEST:
            return
        signs.update(map(chr, range(first, last + 1)))
    yield frozenset(signs)


def _width(signs: frozenset[str]) -> tuple[int, str]:
    """How much a set lets through: signs of names and numbers are the rarest, then few characters, then many."""
    return len(signs) + 10 * any(map(str.isprintable, signs)), "".join(sorted(signs))
