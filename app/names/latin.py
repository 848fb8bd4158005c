"""Names in Latin letters: Hanyu Pinyin, Wade–Giles, the old postal names of places, surnames as Hong Kong and
Southeast Asia spell them.

**Source**: the postal names are those of the Chinese post of 1906; the surnames follow the Hong Kong Government's
romanization and common spellings of Hokkien and Teochew.
"""

from collections.abc import Mapping
from functools import cache

from app.names.syllables import SYLLABLES, wade_giles

WADE_COST, SURNAME_COST = 0.04, 0.06
POSTAL = {
    **{"peking": "bei jing", "nanking": "nan jing", "tsinghua": "qing hua", "canton": "guang zhou"},
    **{"chungking": "chong qing", "tientsin": "tian jin", "tsingtao": "qing dao", "soochow": "su zhou"},
    **{"amoy": "xia men", "sian": "xi an", "chekiang": "zhe jiang", "fukien": "fu jian", "kwangtung": "guang dong"},
    **{"szechuan": "si chuan", "szechwan": "si chuan", "hangchow": "hang zhou", "foochow": "fu zhou"},
    **{"swatow": "shan tou", "chinan": "ji nan", "tsinan": "ji nan", "hankow": "han kou", "kiangsu": "jiang su"},
    **{"moutai": "mao tai", "chiang": "jiang", "soong": "song"},
    **{"kung": "kong", "hsinchu": "xin zhu", "auyeung": "ou yang", "szeto": "si tu", "owyang": "ou yang"},
}
"""Names and parts of names that no system of spelling explains."""
SURNAMES = {
    **{"lee": "li", "wong": "wang huang", "chan": "chen", "cheung": "zhang", "leung": "liang", "lam": "lin lan"},
    **{"ng": "wu huang", "ho": "he", "kwok": "guo", "kwan": "guan", "lau": "liu", "chow": "zhou", "chu": "zhu"},
    **{"tang": "deng", "tse": "xie", "yip": "ye", "ip": "ye", "yeung": "yang", "yuen": "yuan ruan", "fung": "feng"},
    **{"fok": "huo", "mak": "mai", "mok": "mo", "lui": "lv lei", "lo": "luo lu", "law": "luo", "poon": "pan"},
    **{"pun": "pan", "siu": "xiao", "so": "su", "sin": "xian", "to": "du", "tam": "tan", "tong": "tang"},
    **{"tsang": "zeng", "tsui": "xu cui", "yau": "you qiu", "yam": "ren", "keung": "jiang", "hui": "xu"},
    **{"hung": "hong", "kam": "jin gan", "koo": "gu", "ku": "gu", "loong": "long", "mui": "mei", "suen": "sun"},
    **{"shum": "cen shen", "shek": "shi", "choi": "cai", "choy": "cai", "chung": "zhong", "chiu": "zhao"},
    **{"au": "ou", "hau": "hou", "kan": "jian", "lok": "luo le"},
    **{"man": "wen", "ngai": "wei ni", "pak": "bai", "shiu": "shao", "sung": "song", "tai": "dai", "tin": "tian"},
    **{"ting": "ding", "yan": "yin zhen", "ko": "gao", "tan": "chen", "lim": "lin", "goh": "wu", "teo": "zhang"},
    **{"ong": "wang", "chua": "cai", "koh": "xu", "tay": "zheng", "chew": "zhou", "quek": "guo", "yeo": "yang"},
    **{"toh": "du", "low": "liu", "foo": "fu", "khoo": "qiu", "lui": "lei", "pang": "peng", "kong": "jiang"},
    **{"woo": "hu wu", "kao": "gao", "shih": "shi", "hsu": "xu", "ma": "ma", "tsai": "cai", "yeh": "ye"},
    **{"liao": "liao", "kuo": "guo", "chao": "zhao", "hsieh": "xie", "chiu": "qiu zhao", "mah": "ma", "moy": "mei"},
}
"""Surnames by how they are spelled abroad; where several characters are spelled alike, all their syllables."""


@cache
def syllables_by_latin() -> Mapping[str, Mapping[str, float]]:
    """What letters can stand for: one syllable of Mandarin, with the cost of reading it so.

    >>> syllables_by_latin()["zhang"], sorted(syllables_by_latin()["mou"])
    ({'zhang': 0.0}, ['mou'])
    """
    found: dict[str, dict[str, float]] = {}
    for syllable in SYLLABLES:
        for spelling in {syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")}:
            cost = 0.0 if spelling == syllable or spelling not in SYLLABLES else WADE_COST
            found.setdefault(spelling, {})[syllable] = cost
    for spelling, syllables in wade_giles().items():
        for syllable in syllables:
            found.setdefault(spelling, {}).setdefault(syllable, WADE_COST)
    return found


@cache
def longest() -> int:
    """Letters of the longest spelling of one syllable."""
    return max(map(len, syllables_by_latin()))
