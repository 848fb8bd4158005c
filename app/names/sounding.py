"""How alike words of any language sound when one is written in Hangul: 딥시크, DeepSeek."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from app.names.hangul import is_hangul

LEADS = "k k n t t r m p p s s . j j j k t p h".split()
VOWELS = "a e a e o e o e o a e e o u o e i u u i i".split()
TAILS = ". k k k n n n t l k m l l l p l m p p t t n t t k t p t".split()
LETTERS = (
    (r"ght", "t"), (r"tion", "son"), (r"sch|sh|ch(?=[ei])|ch", "s"), (r"ph", "p"), (r"th", "s"), (r"ck|q|c(?=[aoulrtk]|$)", "k"),
    (r"c", "s"), (r"x", "ks"), (r"wh", "w"), (r"gh", "k"), (r"ng", "n"), (r"[fvb]", "p"), (r"g(?=[ei])|z|j", "j"), (r"g", "k"),
    (r"d", "t"), (r"l", "r"), (r"ee|ea|ie|y", "i"), (r"oo|ou|w", "u"), (r"e$", ""), (r"(.)\1", r"\1"),
)  # fmt: skip
"""English spelling brought to the sounds that Hangul tells apart, in this order."""


@lru_cache(maxsize=50_000)
def sounded(name: str) -> str:
    """A folded name in Latin letters or Hangul as a string of rough sounds; other characters are left out.

    >>> sounded("딥시크"), sounded("deepseek")
    ('tipsiku', 'tipsik')
    """
    hangul, letters = [], []
    for character in name:
        if is_hangul(character):
            code = ord(character) - ord("가")
            hangul.append(LEADS[code // 588] + VOWELS[code % 588 // 28] + TAILS[code % 28])
        elif character.isascii() and character.isalnum():
            letters.append(character)
    latin = "".join(letters)
    for pattern, sound in LETTERS:
        latin = re.sub(pattern, sound, latin)
    return "".join(hangul).replace(".", "").replace("l", "r") + latin


def consonants(name: str) -> str:
    """The consonants alone, none twice in a row: what survives the way from English to Hangul."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", sounded(name)))


def sounds_alike(one: str, other: str) -> float:
    """From 0 to 1. **Shape**: symmetric.

    >>> sounds_alike("딥시크", "deepseek") > 0.9, sounds_alike("문샷", "moonshot") > 0.9, sounds_alike("문샷", "baidu") < 0.4
    (True, True, True)
    """
    first, second = sorted((one, other))
    whole = Levenshtein.normalized_similarity(sounded(first), sounded(second))
    bones = JaroWinkler.similarity(consonants(first), consonants(second))
    if min(len(consonants(first)), len(consonants(second))) < 2:  # noqa: PLR2004 - one consonant tells nothing
        return float(whole)
    return float(whole + bones) / 2
