"""A name that is still being typed: which names may become of it."""

import unicodedata
from dataclasses import dataclass

from app.names.folding import LAST, LONGEST, fold
from app.names.jamo import LEADS, OF_A_LEAD, OF_A_VOWEL, TAILS, VOWELS, is_hangul, put_together, take_apart
from app.names.tables import read_table

PAIRS = read_table("ㄳ ㄱㅅ; ㄵ ㄴㅈ; ㄶ ㄴㅎ; ㄺ ㄹㄱ; ㄻ ㄹㅁ; ㄼ ㄹㅂ; ㄽ ㄹㅅ; ㄾ ㄹㅌ; ㄿ ㄹㅍ; ㅀ ㄹㅎ; ㅄ ㅂㅅ")
"""Consonants that close a syllable together; the second one may open the next."""
GROWING = {"ㅗ": 4, "ㅜ": 4, "ㅡ": 2}
"""Vowels that a further one makes another of (ㅗ: ㅘ, ㅙ, ㅚ), and how many stand in a row there."""
FIRST_LEAD, LAST_LEAD = "\u1100", "\u1112"
"""Leads that stand alone, as folding leaves them."""
UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs"}


@dataclass(frozen=True)
class Range:
    """What may come of a text: all from `low` to just before `high`.

    The first `length` characters of it are typed, at least in part; `typed` is the text as it stands.
    """

    low: str
    high: str
    length: int
    typed: str


def ranges(text: str) -> list[Range]:
    r"""The ranges of folded names that a text may become, as it is typed letter by letter; none for no text.

    >>> [(found.low, found.high) for found in ranges("Goo")]
    [('goo', 'goo\U0010ffff')]
    >>> [(found.low, found.high) for found in ranges("양ㅈ")], [(found.low, found.high) for found in ranges("양즈")]
    ([('양자', '양짜')], [('양즈', '양지')])
    >>> [found.low for found in ranges("양즐")], ranges(" ")
    (['양즐', '양즈라'], [])
    """
    shown = "".join(" " if character.isspace() else character for character in text)
    folded = fold("".join(character for character in shown if unicodedata.category(character) not in UNSEEN))[:LONGEST]
    if not folded:
        return []
    stem, last, length = folded[:-1], folded[-1], len(folded)
    if FIRST_LEAD <= last <= LAST_LEAD:
        return [_led(stem, ord(last) - ord(FIRST_LEAD), length, folded)]
    if not is_hangul(last):
        return [Range(folded, folded + LAST, length, folded)]
    lead, vowel, tail = take_apart(last)
    if not tail:
        following = ord(last) + OF_A_VOWEL * GROWING.get(VOWELS[vowel], 1)
        return [Range(folded, stem + chr(following), length, folded)]
    consonants = PAIRS.get(TAILS[tail], TAILS[tail])
    begun = put_together(lead, vowel, TAILS.index(consonants[:-1]))
    opening = _led(stem + begun, LEADS.index(consonants[-1]), length + 1, folded)
    return [Range(folded, folded + LAST, length, folded), opening]


def _led(stem: str, lead: int, length: int, typed: str) -> Range:
    """Every syllable that begins with a consonant, behind a stem."""
    first = put_together(lead, 0)
    return Range(stem + first, stem + chr(ord(first) + OF_A_LEAD), length, typed)


def highlight(name: str, beginning: str, length: int) -> tuple[int, int] | None:
    """Where the first `length` folded characters of a beginning stand in a name; None where it does not begin so.

    >>> highlight("Google  Brain", "brain", 2), highlight("문샷AI", "문샷ai", 2), highlight("문샷AI", "brain", 2)
    ((8, 10), (0, 2), None)
    """
    for start in range(len(name)):
        if not name[start].isspace() and fold(name[start:])[:LONGEST] == beginning:
            end = start + 1
            while end < len(name) and len(fold(name[start:end])) < length:
                end += 1
            return start, end
    return None
