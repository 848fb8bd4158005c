"""The forms in which Korean papers may print a Chinese name, from its characters."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from app.names.hangul import spellings
from app.names.hanzi import expected, is_han, simplified
from app.names.sino_korean import is_sino_korean
from app.reading.words import COMMON_WORDS

_DEAREST: Final = 0.09
"""What the deviations of a form from the standard may cost together: one that is usual, or two that are slight."""
_LONGEST: Final = 5  # characters; longer names are translated in part
_WORDS: Final = frozenset({"쉬리", "쉬이", "자레", "우쟈", "주룽"})
_SURE: Final = 3  # Hangul syllables of which a word is hardly anything else


@lru_cache(maxsize=4000)
def hangul_forms(name: str) -> tuple[str, ...]:
    """Hangul forms of a name in Chinese characters, the standard one first; none of a name that is not all characters.

    A form of two syllables has to be the standard one, and no word of Korean that is written with characters.

    >>> hangul_forms("唐杰")[0], "양쯔린" in hangul_forms("杨植麟"), hangul_forms("张鹏")
    ('탕지에', True, ('장펑',))
    """
    if not 1 < len(name) <= _LONGEST or not all(map(is_han, name)):
        return ()
    readings = expected(simplified(name))
    read = [one for one in readings if one]
    if len(read) < len(readings):
        return ()
    forms = sorted(_spelled(read, _DEAREST), key=lambda form: form[1])
    return tuple(dict.fromkeys(form for form, cost in forms if len(form) >= _SURE or (cost == 0 and _is_name(form))))


def _spelled(syllables: Sequence[str], left: float) -> Iterator[tuple[str, float]]:
    """Every spelling that costs no more than what is left, with its cost."""
    if not syllables:
        yield "", 0.0
        return
    for spelling, cost in spellings(syllables[0]).items():
        if cost <= left:
            for rest, more in _spelled(syllables[1:], left - cost):
                yield spelling + rest, cost + more


def _is_name(form: str) -> bool:
    return form not in COMMON_WORDS and form not in _WORDS and not is_sino_korean(form)
