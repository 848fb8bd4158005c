"""One spelling for the grammars: composed Hangul, ASCII digits and signs, and the way back to the text as given.

The same word can be stored in several ways (NFC and NFD Hangul, `１４３` and `143`). The grammars read one of them;
what they find is cut from the text as given, so that `text[start:end]` stays true for every input.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Conjoining letters stand here as escapes: an editor that composes text must not change them.
_LEAD, _VOWEL, _TAIL = "\u1100", "\u1161", "\u11a8"
_SYLLABLE = re.compile(r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[가-힣][\u11a8-\u11c2]")
_VOWELS: Final = 21
_TAILS: Final = 28
_RIEUL: Final = 8
_FULL_WIDTH: Final = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# One character for one, so that a text without conjoining letters keeps its offsets.
_SIGNS: Final = str.maketrans(
    {
        **_FULL_WIDTH,
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("∼〜˜", "~"),
        **dict.fromkeys("−‐‑‒", "-"),
        "﹪": "%",
        "￥": "¥",
        "￦": "₩",
        "￡": "£",
    },
)


@dataclass(frozen=True, slots=True)
class Legible:
    """A text in one spelling; `origin[i]` is where its i-th code point begins in the text as given."""

    text: str
    origin: Sequence[int]


def legible(given: str) -> Legible:
    """The text as the grammars read it.

    'ㅎㅏㄴ' in conjoining letters → '한'
    '１４３억　위안' → '143억 위안'
    '5〜6억' → '5~6억'
    """
    pieces: list[str] = []
    origin: list[int] = []
    seen = 0
    for found in _SYLLABLE.finditer(given):
        syllable = _composed(found.group())
        pieces += (given[seen : found.start()], syllable)
        origin += range(seen, found.start() + len(syllable))
        seen = found.end()
    if not seen:
        return Legible(given.translate(_SIGNS), range(len(given) + 1))
    pieces.append(given[seen:])
    origin += range(seen, len(given) + 1)
    return Legible("".join(pieces).translate(_SIGNS), origin)


def ends_in_rieul(syllable: str) -> bool:
    """Whether a composed syllable ends in ㄹ, as words of the future do: `할`, `될`, `넘어설`."""
    return "가" <= syllable <= "힣" and _tail_of(syllable) == _RIEUL


def _tail_of(syllable: str) -> int:
    """Which consonant a composed syllable ends in; 0 is none."""
    return (ord(syllable) - ord("가")) % _TAILS


def _composed(letters: str) -> str:
    """The syllable of conjoining letters, or of a syllable and the tail it lacks (Unicode, section 3.12)."""
    if "가" <= letters[0] <= "힣":
        takes_tail = _tail_of(letters[0]) == 0
        return chr(ord(letters[0]) + ord(letters[1]) - ord(_TAIL) + 1) if takes_tail else letters
    lead, vowel = ord(letters[0]) - ord(_LEAD), ord(letters[1]) - ord(_VOWEL)
    tail = ord(letters[2]) - ord(_TAIL) + 1 if letters[2:] else 0
    return chr(ord("가") + (lead * _VOWELS + vowel) * _TAILS + tail)
