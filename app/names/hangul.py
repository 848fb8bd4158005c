"""How Korean papers write Mandarin syllables: by the standard, and by the looser habits of the press, with costs.

**Source**: the standard is table 5 of the Korean orthography of foreign words (외래어 표기법, National Institute of
Korean Language). The habits are what papers print beside it; a cost is what a reader has to forgive, 0 for the
standard.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from app.names.jamo import LEADS, TAILS, VOWELS, put_together
from app.names.syllables import SYLLABLES

Costs = dict[str, float]

INITIALS: dict[str, Costs] = {
    "b": {"ㅂ": 0, "ㅃ": 0.04},
    "p": {"ㅍ": 0},
    "m": {"ㅁ": 0},
    "f": {"ㅍ": 0, "ㅎ": 0.1},
    "d": {"ㄷ": 0, "ㄸ": 0.04},
    "t": {"ㅌ": 0},
    "n": {"ㄴ": 0},
    "l": {"ㄹ": 0},
    "g": {"ㄱ": 0, "ㄲ": 0.04},
    "k": {"ㅋ": 0},
    "h": {"ㅎ": 0},
    "j": {"ㅈ": 0, "ㅉ": 0.04},
    "q": {"ㅊ": 0, "ㅈ": 0.15},
    "x": {"ㅅ": 0, "ㅆ": 0.06},
    "zh": {"ㅈ": 0, "ㅉ": 0.04},
    "ch": {"ㅊ": 0, "ㅈ": 0.15},
    "sh": {"ㅅ": 0, "ㅆ": 0.08},
    "r": {"ㄹ": 0, "ㅇ": 0.15},
    "z": {"ㅉ": 0, "ㅈ": 0.03, "ㅊ": 0.1},
    "c": {"ㅊ": 0, "ㅉ": 0.08},
    "s": {"ㅆ": 0, "ㅅ": 0.03},
    "": {"ㅇ": 0},
}
"""The consonants for each initial."""

FINALS: dict[str, Costs] = {
    "a": {"ㅏ": 0},
    "o": {"ㅗ": 0, "ㅝ": 0.05, "ㅓ": 0.12},
    "e": {"ㅓ": 0, "ㅡㅓ": 0.05, "ㅔ": 0.12, "ㅗ": 0.15},
    "ai": {"ㅏ이": 0, "ㅐ": 0.1, "ㅔ이": 0.1},
    "ei": {"ㅔ이": 0, "ㅔ": 0.08, "ㅣ": 0.15, "ㅐ": 0.12},
    "ao": {"ㅏ오": 0, "ㅏ우": 0.06, "ㅗ": 0.12, "ㅏ": 0.2},
    "ou": {"ㅓ우": 0, "ㅗ우": 0.04, "ㅜ": 0.06, "ㅗ": 0.08, "ㅠ": 0.12},
    "an": {"ㅏㄴ": 0},
    "en": {"ㅓㄴ": 0, "ㅔㄴ": 0.05, "ㅡㄴ": 0.08, "ㅕㄴ": 0.08, "ㅣㄴ": 0.15},
    "ang": {"ㅏㅇ": 0},
    "eng": {
        "ㅓㅇ": 0, "ㅕㅇ": 0.05, "ㅡㅇ": 0.08, "ㅗㅇ": 0.08,
        "ㅔㅇ": 0.1, "ㅐㅇ": 0.12, "ㅜㅇ": 0.12,
    },
    "ong": {"ㅜㅇ": 0, "ㅗㅇ": 0.03, "ㅠㅇ": 0.08},
    "er": {"ㅓㄹ": 0, "ㅏㄹ": 0.1, "ㅓ": 0.1},
    "i": {"ㅣ": 0},
    "ia": {"ㅑ": 0, "ㅣ아": 0.03, "ㅣ야": 0.06, "ㅏ": 0.08},
    "ie": {"ㅖ": 0, "ㅣ에": 0.03, "ㅔ": 0.05, "ㅣ예": 0.06, "ㅐ": 0.12},
    "iao": {"ㅑ오": 0, "ㅣ아오": 0.03, "ㅣ야오": 0.06, "ㅏ오": 0.08, "ㅛ": 0.12, "ㅑ우": 0.08},
    "iu": {
        "ㅠ": 0, "ㅣ우": 0.03, "ㅣ유": 0.06, "ㅜ": 0.08,
        "ㅣ오우": 0.08, "ㅗ": 0.15, "ㅛ": 0.12, "ㅣ여우": 0.1,
    },
    "ian": {
        "ㅖㄴ": 0, "ㅣ엔": 0.03, "ㅔㄴ": 0.05, "ㅣ옌": 0.06, "ㅣ안": 0.06,
        "ㅑㄴ": 0.06, "ㅕㄴ": 0.08, "ㅐㄴ": 0.12, "ㅏㄴ": 0.15,
    },
    "in": {"ㅣㄴ": 0},
    "iang": {"ㅑㅇ": 0, "ㅣ앙": 0.03, "ㅣ양": 0.06, "ㅏㅇ": 0.08},
    "ing": {"ㅣㅇ": 0},
    "iong": {"ㅠㅇ": 0, "ㅣ웅": 0.05, "ㅣ옹": 0.06, "ㅛㅇ": 0.05, "ㅜㅇ": 0.06, "ㅗㅇ": 0.1},
    "u": {"ㅜ": 0, "ㅠ": 0.08},
    "ua": {"ㅘ": 0, "ㅜ아": 0.03, "ㅜ와": 0.06, "ㅏ": 0.15},
    "uo": {"ㅝ": 0, "ㅜ오": 0.04, "ㅜ어": 0.04, "ㅗ": 0.06, "ㅜ워": 0.06, "ㅓ": 0.12},
    "uai": {"ㅘ이": 0, "ㅜ아이": 0.03, "ㅙ": 0.08, "ㅜ와이": 0.06},
    "ui": {
        "ㅜ이": 0, "ㅟ": 0.05, "ㅞ이": 0.05, "ㅜ에이": 0.05, "ㅜㅔ이": 0.05,
        "ㅔ이": 0.12, "ㅚ": 0.12, "ㅙ": 0.12, "ㅞ": 0.1,
    },
    "uan": {"ㅘㄴ": 0, "ㅜ안": 0.03, "ㅜ완": 0.06, "ㅏㄴ": 0.12},
    "un": {
        "ㅜㄴ": 0, "ㅝㄴ": 0.06, "ㅜ언": 0.04, "ㅜ원": 0.06,
        "ㅠㄴ": 0.06, "ㅞㄴ": 0.08, "ㅗㄴ": 0.15,
    },
    "uang": {"ㅘㅇ": 0, "ㅜ앙": 0.03, "ㅜ왕": 0.06, "ㅏㅇ": 0.15},
    "ueng": {"ㅝㅇ": 0, "ㅞㅇ": 0.08, "ㅗㅇ": 0.12},
    "v": {"ㅟ": 0, "ㅠ": 0.06, "ㅜ": 0.08, "ㅠ이": 0.06, "ㅜ이": 0.1, "ㅣ": 0.15},
    "ve": {"ㅞ": 0, "ㅟ에": 0.03, "ㅠ에": 0.04, "ㅜ에": 0.06, "ㅙ": 0.08, "ㅔ": 0.12, "ㅝ": 0.1},
    "van": {
        "ㅟ안": 0, "ㅟ엔": 0.04, "ㅠ안": 0.05, "ㅠ엔": 0.05, "ㅜ안": 0.06,
        "ㅞㄴ": 0.06, "ㅘㄴ": 0.1, "ㅝㄴ": 0.08, "ㅜ엔": 0.06, "ㅔㄴ": 0.15,
    },
    "vn": {"ㅟㄴ": 0, "ㅠㄴ": 0.05, "ㅜㄴ": 0.08, "ㅣㄴ": 0.12},
}  # fmt: skip
"""The vowels for each final, what follows in the same syllable, and further syllables."""

ALONE: dict[str, Costs] = {
    "wei": {"웨이": 0, "웨": 0.08, "위": 0.1, "우웨이": 0.08, "외이": 0.1},
    "wen": {"원": 0, "웬": 0.04, "운": 0.08, "언": 0.15},
    "wo": {"워": 0, "우오": 0.06},
    "wu": {"우": 0},
    "weng": {"웡": 0, "웽": 0.05, "웬": 0.15, "옹": 0.12},
    "you": {"유": 0, "요우": 0.04, "여우": 0.05, "요": 0.12, "유우": 0.08},
    "yan": {"옌": 0, "얀": 0.04, "이엔": 0.06, "연": 0.08, "앤": 0.12, "예": 0.2},
    "ye": {"예": 0, "이에": 0.06, "에": 0.12},
    "yi": {"이": 0},
    "yong": {"융": 0, "용": 0.03},
    "yu": {"위": 0, "유": 0.05, "유이": 0.06, "우": 0.12},
    "yuan": {
        "위안": 0,
        "위엔": 0.03,
        "유안": 0.05,
        "유엔": 0.05,
        "웬": 0.06,
        "원": 0.08,
        "완": 0.1,
        "옌": 0.12,
    },
    "yue": {"웨": 0, "위에": 0.03, "유에": 0.04, "월": 0.15, "위예": 0.06},
    "yun": {"윈": 0, "윤": 0.04, "운": 0.08},
    "er": {"얼": 0, "어": 0.1, "아르": 0.08},
    "e": {"어": 0, "에": 0.12},
}
"""Syllables without an initial that papers write in more ways than their parts would tell."""

HISSING = {"zh", "ch", "sh", "r", "z", "c", "s"}
"""Initials after which `i` is no `ㅣ`."""
HISSED: Costs = {"ㅡ": 0, "ㅣ": 0.06, "ㅟ": 0.08}
SOFT = {"ㅈ", "ㅉ", "ㅊ"}
"""Consonants after which ㅑ, ㅖ, ㅛ, ㅠ are written ㅏ, ㅔ, ㅗ, ㅜ."""
HARDENED = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ", "ㅕ": "ㅓ"}
SOFTENED = {"ㅏ": "ㅑ", "ㅓ": "ㅕ", "ㅗ": "ㅛ", "ㅜ": "ㅠ", "ㅔ": "ㅖ"}
"""What papers like to write after the sounds zh, ch and sh, though the standard does not."""
MOST = 0.24
"""The dearest spelling of a syllable that is kept."""
LONGEST = 4  # Hangul syllables for one of Mandarin: 시야오우


def compose(lead: str, rest: str) -> str:
    """Hangul from a consonant, a vowel, perhaps what closes the syllable, and perhaps further syllables.

    >>> compose("ㅈ", "ㅏㅇ"), compose("ㅅ", "ㅑ오"), compose("ㅎ", "ㅡㅓ")
    ('장', '샤오', '흐어')
    """
    vowel, rest = rest[0], rest[1:]
    tail = rest[0] if rest and rest[0] in "ㄴㄹㅇ" else ""
    syllable = put_together(LEADS.index(lead), VOWELS.index(vowel), TAILS.index(tail))
    rest = rest.removeprefix(tail)
    if rest and rest[0] in VOWELS:  # a vowel that stands alone
        rest = compose("ㅇ", rest)
    return syllable + rest


def spellings(syllable: str) -> Costs:
    """All ways to write a syllable of Mandarin, with their costs.

    >>> list(spellings("zhang"))[0], spellings("chuan")["추안"] > spellings("chuan")["촨"] == 0
    ('장', True)
    """
    initial, final = SYLLABLES[syllable]
    found: Costs = {}

    def offer(spelling: str, cost: float) -> None:
        if cost <= MOST and cost < found.get(spelling, 1.0):
            found[spelling] = round(cost, 3)

    if syllable in ALONE:
        for spelling, cost in ALONE[syllable].items():
            offer(spelling, cost)
        return found
    vowels = HISSED if final == "i" and initial in HISSING else FINALS[final]
    for lead, dear in INITIALS[initial].items():
        for rest, cost in vowels.items():
            standard = HARDENED.get(rest[0], rest[0]) if lead in SOFT else rest[0]
            offer(compose(lead, standard + rest[1:]), dear + cost)
            if initial in {"zh", "ch", "sh", "j", "q"} and standard in SOFTENED:
                offer(compose(lead, SOFTENED[standard] + rest[1:]), dear + cost + 0.04)
    return found


@cache
def syllables_by_hangul() -> Mapping[str, Mapping[str, float]]:
    """What a piece of Hangul can stand for: syllables of Mandarin with their costs."""
    found: dict[str, Costs] = defaultdict(dict)
    for syllable in SYLLABLES:
        for spelling, cost in spellings(syllable).items():
            found[spelling][syllable] = cost
    return dict(found)


def standard(syllables: Iterable[str]) -> str:
    """Mandarin in Hangul by the standard.

    >>> standard(["liang", "wen", "feng"])
    '량원펑'
    """
    return "".join(map(_standard, syllables))


@cache
def _standard(syllable: str) -> str:
    return min(spellings(syllable).items(), key=lambda item: item[1])[0]
