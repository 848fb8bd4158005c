"""How alike words of any language sound when one is written in Hangul: 딥시크, DeepSeek."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from app.names.jamo import is_hangul, take_apart

LEADS = tuple("kknttrmppss.jjjktph")
VOWELS = tuple("aeaeoeoeoaeeouoeiuuii")
TAILS = tuple(".kkknnntlkmlllplmppttnttktpt")
"""What the consonants and vowels of Hangul sound like, in the order of Unicode; a dot is nothing."""
LETTERS = tuple(
    (re.compile(pair.partition(">")[0]), pair.partition(">")[2])
    for pair in (
        *("ght>t", "tion>son", "sch|sh|ch>s", "ph>p", "th>s", "ck|q|c(?=[aoulrtk]|$)>k", "c>s", "x>ks", "wh>w", "gh>k"),
        *("ng>n", "[fvb]>p", "g(?=[ei])|z|j>j", "g>k", "d>t", "l>r", "ee|ea|ie|y>i", "oo|ou|w>u", "e$>"),
    )
)
"""English spelling brought to the sounds that Hangul tells apart, in this order."""


@lru_cache(maxsize=2000)
def sounded(name: str) -> str:
    """A folded name in Latin letters or Hangul as a string of rough sounds; other characters are left out.

    >>> sounded("딥시크"), sounded("deepseek")
    ('tipsiku', 'tipsik')
    """
    hangul, letters = [], []
    for character in name:
        if is_hangul(character):
            lead, vowel, tail = take_apart(character)
            hangul.append(LEADS[lead] + VOWELS[vowel] + TAILS[tail])
        elif character.isascii() and character.isalnum():
            letters.append(character)
    latin = "".join(letters)
    for pattern, sound in LETTERS:
        latin = pattern.sub(sound, latin)
    latin = re.sub(r"(.)\1", r"\1", latin)
    return "".join(hangul).replace(".", "").replace("l", "r") + latin


def consonants(name: str) -> str:
    """The consonants alone, none twice in a row: what survives the way from English to Hangul."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", sounded(name)))


def sounds_alike(one: str, other: str) -> float:
    """From 0 to 1. **Shape**: symmetric.

    >>> sounds_alike("딥시크", "deepseek") > 0.9, sounds_alike("문샷", "baidu") < 0.4
    (True, True)
    """
    first, second = sorted((one, other))
    whole = Levenshtein.normalized_similarity(sounded(first), sounded(second))
    bones = JaroWinkler.similarity(consonants(first), consonants(second))
    if min(len(consonants(first)), len(consonants(second))) < 2:  # noqa: PLR2004 - one consonant tells nothing
        return float(whole)
    return float(whole + bones) / 2
