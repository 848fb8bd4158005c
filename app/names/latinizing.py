"""Names as Latin letters for ids: pinyin where a name can be Mandarin, else the sounds of Hangul letter by letter.

**Source**: the letters for Hangul are those of the Revised Romanization of Korean, without its rules for how
neighbouring sounds change: an id has to be plain and stable, not pronounced.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from app.names.hangul import LONGEST, syllables_by_hangul
from app.names.hanzi import DOUBLE_SURNAMES, expected, is_han, simplified
from app.names.jamo import is_hangul, take_apart

LEADS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
TAILS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
SURNAMES = frozenset((
    "li", "wang", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu", "gao",
    "lin", "he", "guo", "ma", "luo", "liang", "song", "zheng", "xie", "han", "tang", "feng", "yu", "dong", "xiao",
    "cheng", "cao", "yuan", "deng", "fu", "shen", "zeng", "peng", "lv", "su", "lu", "jiang", "cai", "jia", "ding",
    "wei", "xue", "ye", "yan", "pan", "du", "dai", "xia", "zhong", "tian", "ren", "fan", "fang", "shi", "yao", "tan",
    "liao", "zou", "xiong", "jin", "hao", "kong", "bai", "cui", "kang", "mao", "qiu", "qin", "gu", "hou", "shao",
    "meng", "long", "wan", "duan", "lei", "qian", "yin", "yi", "chang", "qiao", "lai", "gong", "wen",
))  # fmt: skip
"""The commonest surnames, which nine in ten people have."""
UNCOMMON_SURNAME = 0.05
BETWEEN_SCRIPTS = re.compile(r"(?<=[가-힣㐀-鿿])(?=[A-Za-z])|(?<=[A-Za-z])(?=[가-힣㐀-鿿])")
PER_SYLLABLE = 0.01
"""What a further syllable costs: 카이 is `kai` before it is `ka yi`."""
RARER_INITIALS = ("p", "j", "q", "z", "c", "s", "x", "r")
"""Initials that Hangul writes like others (f, zh, ch, sh, l), which are the commoner ones in names."""
RARER = 0.004


def latinized(name: str, *, is_person: bool = False) -> str:
    """A name in lower-case Latin letters, its words apart; of a Chinese person the surname first.

    >>> latinized("량원펑", is_person=True), latinized("梁文锋", is_person=True), latinized("月之暗面")
    ('liang wenfeng', 'liang wenfeng', 'yuezhianmian')
    >>> latinized("문샷AI"), latinized("딥시크"), latinized("일론 머스크", is_person=True)
    ('munsyat ai', 'dipsikeu', 'ilron meoseukeu')
    """
    words = [word for word in name.split() if word]
    if is_person and (syllables := _mandarin(words)):
        surname = 2 if " ".join(syllables[:2]) in DOUBLE_SURNAMES.values() else 1
        parts = ("".join(syllables[:surname]), "".join(syllables[surname:]))
        return " ".join(part.replace("v", "u") for part in parts if part)
    return " ".join(filter(None, (_word(word) for word in BETWEEN_SCRIPTS.sub(" ", name).split())))


def _mandarin(words: list[str]) -> list[str]:
    """The syllables of Mandarin that a personal name most likely stands for; none if it cannot."""
    together = "".join(words)
    if together and all(map(is_han, together)):
        return [syllable for syllable in expected(simplified(together)) if syllable]
    return list(_from_hangul(together)) if together and all(map(is_hangul, together)) else []


@lru_cache(maxsize=2000)
def _from_hangul(name: str) -> tuple[str, ...]:
    """The cheapest way to cut Hangul into syllables of Mandarin; none if there is no way."""
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())]
    for end in range(1, len(name) + 1):
        found: list[tuple[float, tuple[str, ...]]] = []
        for start in range(max(0, end - LONGEST), end):
            before = best[start]
            if before is None:
                continue
            for syllable, cost in syllables_by_hangul().get(name[start:end], {}).items():
                dear = cost + PER_SYLLABLE + (RARER if _is_rarer(syllable) else 0)
                dear += UNCOMMON_SURNAME if start == 0 and syllable not in SURNAMES else 0
                found.append((before[0] + dear, (*before[1], syllable)))
        best.append(min(found, default=None))
    last = best[-1]
    return last[1] if last else ()


def _is_rarer(syllable: str) -> bool:
    return syllable.startswith(RARER_INITIALS) and not syllable.startswith(("zh", "ch", "sh"))


def _word(word: str) -> str:
    """One word: Hangul by its letters, Chinese characters in pinyin, Latin letters without their marks."""
    parts: list[str] = []
    for is_chinese, run in groupby(unicodedata.normalize("NFC", word), key=is_han):
        piece = "".join(run)
        if is_chinese:
            parts += [syllable.replace("v", "u") for syllable in expected(simplified(piece)) if syllable]
        else:
            parts.append("".join(_letters(character) for character in piece))
    return re.sub(r"[^a-z0-9]+", " ", "".join(parts)).strip()


def _letters(character: str) -> str:
    if is_hangul(character):
        lead, vowel, tail = take_apart(character)
        return LEADS[lead] + VOWELS[vowel] + TAILS[tail]
    plain = unicodedata.normalize("NFKD", character)
    return "".join(one for one in plain if not unicodedata.combining(one)).lower()
