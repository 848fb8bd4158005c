"""What a pattern cannot match without, so that most rules need not be tried on most sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from re import _constants as codes
from re import _parser
from typing import Any, Final

MOST: Final = 3
"""How many of its needs a pattern is asked for: each costs a look at every sentence."""
_WIDEST: Final = 40
_ONCE_OR_MORE: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_NO_WIDTH: Final = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_COMMONEST: Final = 0.25
"""How likely a sentence is thought to have a character; each more in a row makes it so much less likely."""


def needs(pattern: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which every match has one, the rarest first; fewer than there are.

    >>> [sorted(one) for one in needs(re.compile("[AB]x?(?:cd|efg) h*"))]
    [['cd', 'efg'], [' '], ['A', 'B']]
    """
    if pattern.flags & re.IGNORECASE:
        return ()
    found = dict.fromkeys(_needs(_parser.parse(pattern.pattern, pattern.flags)))
    return tuple(sorted(found, key=_likely)[:MOST])


class Sieve:
    """Patterns by what they need, so that a text is looked through once for the words of all of them."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._needs = [needs(one) for one in patterns]
        self._words = frozenset[str]().union(*chain.from_iterable(self._needs))

    def fits(self, text: str) -> Iterator[bool]:
        """Of each pattern, in their order, whether it can match anywhere in a text."""
        present = {word for word in self._words if word in text}
        return (not any(map(present.isdisjoint, needed)) for needed in self._needs)


def _needs(parsed: Sequence[Any]) -> Iterator[frozenset[str]]:
    row = ""
    for code, of in parsed:
        if code is codes.LITERAL:
            row += chr(of)
        elif code not in _NO_WIDTH:
            if row:
                yield frozenset((row,))
                row = ""
            yield from _needs_of(code, of)
    if row:
        yield frozenset((row,))


def _needs_of(code: object, of: Any) -> Iterator[frozenset[str]]:  # noqa: ANN401 - as the parser of `re` has it
    """What a part that is no single character cannot match without."""
    if code is codes.IN:
        yield from _one_of(of)
    elif code is codes.SUBPATTERN:
        _, added, _, inner = of
        yield from () if added & re.IGNORECASE else _needs(inner)
    elif code in _ONCE_OR_MORE and of[0]:
        yield from _needs(of[2])
    elif code is codes.BRANCH:
        ways = [list(_needs(way)) for way in of[1]]
        if all(ways):
            yield frozenset[str]().union(*(min(way, key=_likely) for way in ways))


def _one_of(members: Sequence[Any]) -> Iterator[frozenset[str]]:
    """The characters of a class, if they are few."""
    signs: set[str] = set()
    for code, of in members:
        first, last = of if code is codes.RANGE else (of, of)
        if code not in {codes.LITERAL, codes.RANGE} or last - first > _WIDEST:
            return
        signs.update(map(chr, range(first, last + 1)))
    yield frozenset(signs)


def _likely(words: frozenset[str]) -> tuple[float, str]:
    """How likely a sentence has one of them: signs of names are rarer than letters, long words the rarest."""
    return sum(_COMMONEST ** (len(word) + (not word.isprintable()) / 2) for word in words), "".join(sorted(words))
