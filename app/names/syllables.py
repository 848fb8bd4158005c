"""The syllables of Mandarin: how they are built, spelled in Latin letters, and how near they are to each other.

A syllable is written as in Hanyu Pinyin without tones, in lower case, with `v` for ü after l and n: `zhang`, `lv`.
**Source**: the table of syllables of Hanyu Pinyin (ISO 7098), Wade–Giles after Giles, A Chinese-English Dictionary.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

FINALS = {
    "a": "b p m f d t n l g k h zh ch sh z c s -",
    "o": "b p m f -",
    "e": "m d t n l g k h zh ch sh r z c s -",
    "ai": "b p m d t n l g k h zh ch sh z c s -",
    "ei": "b p m f d n l g h zh sh z -",
    "ao": "b p m d t n l g k h zh ch sh r z c s -",
    "ou": "p m f d t n l g k h zh ch sh r z c s -",
    "an": "b p m f d t n l g k h zh ch sh r z c s -",
    "en": "b p m f d n g k h zh ch sh r z c s -",
    "ang": "b p m f d t n l g k h zh ch sh r z c s -",
    "eng": "b p m f d t n l g k h zh ch sh r z c s -",
    "ong": "d t n l g k h zh ch r z c s",
    "er": "-",
    "i": "b p m d t n l j q x zh ch sh r z c s -",
    "ia": "d l j q x -",
    "ie": "b p m d t n l j q x -",
    "iao": "b p m d t n l j q x -",
    "iu": "m d n l j q x -",
    "ian": "b p m d t n l j q x -",
    "in": "b p m n l j q x -",
    "iang": "n l j q x -",
    "ing": "b p m d t n l j q x -",
    "iong": "j q x -",
    "u": "b p m f d t n l g k h zh ch sh r z c s -",
    "ua": "g k h zh sh -",
    "uo": "d t n l g k h zh ch sh r z c s -",
    "uai": "g k h zh ch sh -",
    "ui": "d t g k h zh ch sh r z c s -",
    "uan": "d t n l g k h zh ch sh r z c s -",
    "un": "d t n l g k h zh ch sh r z c s -",
    "uang": "g k h zh ch sh -",
    "ueng": "-",
    "v": "n l j q x -",
    "ve": "n l j q x -",
    "van": "j q x -",
    "vn": "j q x -",
}
"""Which initials each final follows; `-` is none."""
ALONE = {
    "i": "yi",
    "iu": "you",
    "in": "yin",
    "ing": "ying",
    "u": "wu",
    "ui": "wei",
    "un": "wen",
    "v": "yu",
    "ve": "yue",
    "van": "yuan",
    "vn": "yun",
    **{final: f"y{final[1:]}" for final in ("ia", "ie", "iao", "ian", "iang", "iong")},
    **{final: f"w{final[1:]}" for final in ("ua", "uo", "uai", "uan", "uang", "ueng")},
}
"""How a final that begins with a glide is spelled without an initial."""
PALATALS = ("j", "q", "x")


def spelled(initial: str, final: str) -> str:
    """The spelling of an initial (`""` for none) and a final.

    >>> spelled("zh", "ang"), spelled("x", "van"), spelled("", "iu"), spelled("l", "v")
    ('zhang', 'xuan', 'you', 'lv')
    """
    if not initial:
        return ALONE.get(final, final)
    return initial + (final.replace("v", "u") if initial in PALATALS else final)


SYLLABLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        spelled(initial.strip("-"), final): (initial.strip("-"), final)
        for final, initials in FINALS.items()
        for initial in initials.split()
    }
)
"""Every syllable with its initial and its final."""

WADE_INITIALS = {
    "b": ("p",),
    "p": ("p'", "p"),
    "d": ("t",),
    "t": ("t'", "t"),
    "g": ("k",),
    "k": ("k'", "k"),
    "j": ("ch",),
    "q": ("ch'", "ch"),
    "x": ("hs",),
    "zh": ("ch",),
    "ch": ("ch'", "ch"),
    "r": ("j",),
    "z": ("ts", "tz"),
    "c": ("ts'", "tz'", "ts", "tz"),
    "s": ("s", "ss", "sz"),
}
WADE_FINALS = {
    "e": ("e", "o"),
    "er": ("erh",),
    "ie": ("ieh",),
    "ian": ("ien",),
    "iu": ("iu",),
    "ong": ("ung",),
    "iong": ("iung",),
    "uo": ("o", "uo"),
    "ui": ("ui", "uei"),
    "v": ("u", "v"),
    "ve": ("ueh", "veh"),
    "van": ("uan", "van"),
    "vn": ("un", "vn"),
}
WADE_ALONE = {
    "e": ("e", "o"),
    "er": ("erh",),
    "yan": ("yen",),
    "ye": ("yeh",),
    "yi": ("i", "yi"),
    "ying": ("ying", "ing"),
    "yong": ("yung",),
    "you": ("yu", "yiu"),
    "yu": ("yu", "yv"),
    "yue": ("yueh",),
}


@cache
def wade_giles() -> Mapping[str, frozenset[str]]:
    """Syllables by their spelling in Wade–Giles, with and without apostrophes (ü is `v` or, without its dots, `u`)."""
    found: dict[str, set[str]] = defaultdict(set)
    for syllable, (initial, final) in SYLLABLES.items():
        if not initial:
            spellings = WADE_ALONE.get(syllable, (syllable,))
        elif final == "i" and initial in {"zh", "ch", "sh", "r"}:
            spellings = tuple(f"{start}ih" for start in WADE_INITIALS.get(initial, (initial,)))
        elif final == "i" and initial in {"z", "c", "s"}:
            spellings = {"z": ("tzu",), "c": ("tz'u", "tzu"), "s": ("ssu", "szu")}[initial]
        else:
            starts, ends = WADE_INITIALS.get(initial, (initial,)), WADE_FINALS.get(final, (final,))
            spellings = tuple(start + end for start in starts for end in ends)
        for spelling in spellings:
            found[spelling].add(syllable)
    return {spelling: frozenset(some) for spelling, some in found.items()}


def _pairs(text: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in text.split(","))


INITIAL_KINDS = {
    "": "",
    "l": "l",
    "m": "m",
    "n": "n",
    "r": "l",
    **dict.fromkeys(("b", "p", "f"), "p"),
    **dict.fromkeys(("d", "t"), "t"),
    **dict.fromkeys(("g", "k", "h"), "k"),
    **dict.fromkeys(("j", "zh", "z", "q", "ch", "c"), "c"),
    **dict.fromkeys(("x", "sh", "s"), "s"),
}
"""Initials that listeners and Hangul confuse, under one letter."""
NEAR_INITIALS = _pairs(
    "b p, d t, g k, k h, p f, j zh, zh z, j z, q ch, ch c, q c, x sh, sh s, x s, j q, zh ch, z c, n l, l r"
)
NEAR_FINALS = _pairs(
    """
an ang, en eng, in ing, ian iang, uan uang, un ong, eng ong, en un, o uo, e o, e uo, ie e, i v, u v, ie ve,
ian van, in vn, un vn, iu ou, u ou, ia a, ua a, iao ao, iang ang, ong iong, ai uai, ei ui, ian an, ian ie,
uan van, o u, ei ai, u uo, en an, in en, ing eng, i ei, i e, iu v, ou ao
"""
)


@cache
def distance(one: str, other: str) -> float:
    """How far two syllables are apart: 0 for the same, 1 for those with nothing in common. **Shape**: symmetric.

    >>> distance("zhang", "zhang"), distance("zhang", "chang"), distance("lin", "ling"), distance("ma", "xu")
    (0.0, 0.35, 0.35, 1.0)
    """
    if one == other:
        return 0.0
    (initial, final), (other_initial, other_final) = SYLLABLES[one], SYLLABLES[other]
    begins = _part(initial, other_initial, NEAR_INITIALS)
    ends = _part(final, other_final, NEAR_FINALS)
    return min(1.0, begins + ends)


def _part(one: str, other: str, near: frozenset[frozenset[str]]) -> float:
    if one == other:
        return 0.0
    return 0.35 if frozenset((one, other)) in near else 0.6


MAIN_VOWELS = {
    "ia": "a",
    "ua": "a",
    "va": "a",
    "iao": "ao",
    "uai": "ai",
    "ei": "i",
    "ui": "i",
    "ie": "e",
    "ve": "e",
    "e": "o",
    "er": "o",
    "io": "o",
    "ue": "o",
    "uo": "o",
    "iu": "u",
    "ou": "u",
    "v": "u",
}
"""What is left of vowels in a key."""


@cache
def sound(syllable: str) -> str:
    """A syllable without what writers confuse: for keys, where two that are near should meet.

    >>> sound("zhang") == sound("chang"), sound("lin") == sound("ling"), sound("ma") == sound("mu")
    (True, True, False)
    """
    initial, final = SYLLABLES[syllable]
    vowels = final.removesuffix("ng").removesuffix("n")
    ends = "n" if vowels != final else ""
    return INITIAL_KINDS[initial] + MAIN_VOWELS.get(vowels, vowels) + ends
