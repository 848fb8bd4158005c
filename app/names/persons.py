"""Whether Hangul can be the name of a Chinese person: a surname and one or two further syllables of Mandarin.

**Source**: the surnames are the commonest of China's census of 2020 and those that papers print besides.
"""

from functools import cache

from app.names.hangul import LONGEST, syllables_by_hangul

SURNAMES = frozenset(
    [
        "wang",
        "li",
        "zhang",
        "liu",
        "chen",
        "yang",
        "huang",
        "zhao",
        "wu",
        "zhou",
        "xu",
        "sun",
        "ma",
        "zhu",
        "hu",
        "guo",
        "he",
        "lin",
        "gao",
        "luo",
        "zheng",
        "liang",
        "xie",
        "song",
        "tang",
        "han",
        "feng",
        "deng",
        "cao",
        "peng",
        "zeng",
        "xiao",
        "tian",
        "dong",
        "pan",
        "yuan",
        "cai",
        "jiang",
        "yu",
        "du",
        "ye",
        "cheng",
        "su",
        "wei",
        "lv",
        "ding",
        "ren",
        "lu",
        "yao",
        "shen",
        "zhong",
        "cui",
        "tan",
        "fan",
        "liao",
        "shi",
        "jin",
        "wan",
        "gu",
        "meng",
        "hou",
        "bai",
        "lei",
        "jia",
        "xiong",
        "qiu",
        "xia",
        "fang",
        "jia",
        "zou",
        "duan",
        "gong",
        "qin",
        "dai",
        "qian",
        "hao",
        "kong",
        "long",
        "shao",
        "mao",
        "yan",
        "yin",
        "chang",
        "wen",
        "kang",
        "niu",
        "ge",
        "xing",
        "an",
        "qi",
        "mo",
        "tong",
        "nie",
        "zhan",
        "you",
        "ou",
        "qu",
        "lai",
        "ji",
        "cong",
        "rao",
        "miao",
        "zhuang",
        "min",
        "bao",
        "bi",
        "geng",
        "bian",
        "hua",
        "ruan",
        "yue",
        "chai",
        "mei",
        "sheng",
        "tao",
        "hong",
        "ran",
        "di",
        "lan",
        "ai",
        "pei",
        "dou",
        "qiao",
        "mi",
        "lou",
        "mu",
        "chu",
        "shu",
        "tu",
        "zang",
        "ouyang",
        "zhuge",
        "sima",
        "shangguan",
    ]
)
SURNAME_CHARACTERS = frozenset(
    "李王张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈"
    "曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻闫余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱丘秦江"
    "史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文颜顏倪施洪季庄莊柳包左华華耿柯翁祝尚向甘温霍齐齊柴"
    "聂聶詹印闵閔谷穆裴俞兪樊涂鄢晏敖屠鲁魯牛邢安戚莫童游尤欧歐曲纪紀丛叢饶饒苗毕畢卞阮岳梅盛陶冉狄兰蘭艾窦竇米闻單单"
    "解仇查盖蓋葛瞿瞿褚桂井靳阙关關焦巩鞏殷章云奚宗官凌卫衛蓝藍古宁寧车車滕房栾欒"
)
DOUBLE = frozenset(
    {"歐陽", "欧阳", "諸葛", "诸葛", "司馬", "司马", "上官", "司徒", "皇甫", "令狐", "慕容", "東方", "东方"}
)
MOST = 0.16
"""The dearest spelling of a syllable that is believed where nothing else speaks for a name."""
MOST_SYLLABLES = 3


def is_chinese_name(hangul: str) -> bool:
    """Whether Hangul can be a whole Chinese name, surname first.

    >>> [is_chinese_name(name) for name in ("량원펑", "우융후이", "왕싱", "뤄 푸리", "센스타임", "김대기")]
    [True, True, True, True, False, False]
    """
    return _read("".join(hangul.split()))


def is_mandarin(hangul: str) -> bool:
    """Whether Hangul can be two to four syllables of Mandarin, whoever is called so.

    >>> is_mandarin("윈예이"), is_mandarin("펀드")
    (True, False)
    """
    return any(_given(hangul, 0, count) for count in (2, 3, 4))


def is_name_in_characters(characters: str) -> bool:
    """Whether Chinese characters can be a whole name: a surname and one or two more.

    >>> is_name_in_characters("梁文鋒"), is_name_in_characters("欧阳修"), is_name_in_characters("月之暗面")
    (True, True, False)
    """
    if characters[:2] in DOUBLE:
        return len(characters) in {3, 4}
    return len(characters) in {2, 3} and characters[0] in SURNAME_CHARACTERS


@cache
def _surnames() -> dict[str, float]:
    """Surnames in Hangul, each with what its cheapest spelling costs."""
    found: dict[str, float] = {}
    for hangul, syllables in syllables_by_hangul().items():
        costs = [cost for syllable, cost in syllables.items() if syllable in SURNAMES]
        if costs and min(costs) <= MOST:
            found[hangul] = min(costs)
    return found | {"어우양": 0.0, "오우양": 0.04, "주거": 0.0, "쓰마": 0.0}


def _read(name: str) -> bool:
    return any(
        len(name) > len(surname) and _given(name, len(surname), MOST_SYLLABLES - 1)
        for surname in (name[:length] for length in range(1, LONGEST + 1))
        if surname in _surnames()
    )


def _given(name: str, at: int, left: int) -> bool:
    """Whether the rest of a name is syllables of Mandarin, no more than are left."""
    if at == len(name):
        return True
    if not left:
        return False
    known = syllables_by_hangul()
    return any(
        min(known[piece].values()) <= MOST and _given(name, at + len(piece), left - 1)
        for piece in (name[at : at + length] for length in range(1, LONGEST + 1))
        if piece in known and len(piece) == min(len(piece), len(name) - at)
    )
