"""Chinese characters: simplified or traditional, their readings in Mandarin and in Korean.

**Source**: the readings of single characters are those of pypinyin (from the Unihan database); what a character is
read as in a surname or in a word of names is in the tables here.
"""

import os
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from opencc import OpenCC

from app.names import sino_korean
from app.names.syllables import SYLLABLES
from app.names.tables import read_table

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # 47,000 phrases of prose: much memory, and no names
from pypinyin import Style, pinyin

SURNAMES = read_table(
    """
单 shan; 仇 qiu; 解 xie; 查 zha; 盖 ge; 任 ren; 区 ou; 乐 yue; 曾 zeng; 朴 piao; 翟 zhai; 尉 wei; 缪 miao; 覃 qin;
冼 xian; 晁 chao; 逄 pang; 种 chong; 洗 xian; 折 she; 秘 bi; 员 yun; 召 shao; 黑 he; 牟 mou; 宓 mi; 能 nai; 车 che;
谌 chen; 繁 po; 句 gou; 纪 ji; 葛 ge; 华 hua; 燕 yan; 应 ying; 宁 ning; 卜 bu; 石 shi; 沈 shen; 万 wan; 贾 jia;
薄 bo; 柏 bai; 卫 wei; 殷 yin; 都 du; 阚 kan; 隗 wei; 佴 nai; 乜 nie; 郗 xi; 钭 tou; 瞿 qu; 俞 yu; 呙 guo; 哈 ha;
那 na; 幺 yao; 相 xiang; 令 ling; 长 chang; 过 guo; 教 jiao; 尹 yin; 吕 lv; 适 shi; 祭 zhai; 褚 chu; 厍 she;
么 yao
"""
)
"""Readings in surnames where the commonest reading of the character is another, or could be taken for the one."""
DOUBLE_SURNAMES = read_table(
    """
欧阳 ou yang; 司马 si ma; 诸葛 zhu ge; 上官 shang guan; 夏侯 xia hou; 尉迟 yu chi; 长孙 zhang sun; 万俟 mo qi;
澹台 tan tai; 公孙 gong sun; 令狐 ling hu; 宇文 yu wen; 慕容 mu rong; 司徒 si tu; 皇甫 huang fu; 东方 dong fang;
独孤 du gu; 南宫 nan gong; 端木 duan mu; 单于 chan yu
"""
)
WORDS = read_table(
    """
重庆 chong qing; 长沙 chang sha; 长春 chang chun; 长江 chang jiang; 长安 chang an; 长城 chang cheng; 厦门 xia men;
乐山 le shan; 朝阳 chao yang; 成都 cheng du; 银行 yin hang; 音乐 yin yue; 字节 zi jie; 大学 da xue; 大连 da lian;
西藏 xi zang; 六安 lu an; 蚌埠 beng bu; 东莞 dong guan; 番禺 pan yu; 会计 kuai ji; 行业 hang ye; 重工 zhong gong;
重汽 zhong qi; 调和 tiao he; 朝鲜 chao xian; 龟兹 qiu ci; 吐蕃 tu bo; 台州 tai zhou; 合肥 he fei; 长鑫 chang xin;
长虹 chang hong; 长实 chang shi; 万达 wan da; 长电 chang dian
"""
)
"""Words of names whose characters are read otherwise than most often."""
PAIRS = {**DOUBLE_SURNAMES, **WORDS}
KOREAN_FORMS = """
淸清 靑青 敎教 鄕乡 硏研 姸妍 愼慎 偸偷 壻婿 敍叙 穉稚 兎兔 窓窗 姉姊 氷冰 飮饮 隷隶 邨村 昻昂 敭扬 兪俞 喩喻 晳皙
隣邻 饍膳 厓崖 槪概 漑溉 顚颠 塡填 豊丰 尙尚 彊强 飜翻 屛屏 甁瓶 倂并 靭韧 晩晚 梹槟 眞真 產产 嚮向 懽欢 凞熙 煕熙
濬浚 晟晟 卨禼
"""
"""Characters of the Korean standard, each with the simplified form that is used elsewhere."""
FURTHER_KOREAN = read_table(
    """
郝 학; 霍 곽; 聂 섭; 赣 감; 皖 환; 粤 월; 渝 유; 妮 니; 彤 동; 氢 경; 靳 근; 佟 동; 闫 염; 阚 감; 鑫 흠; 赞 찬;
玥 월; 娅 아; 苹 평; 哪 나; 婷 정; 璐 로; 珅 신; 烨 엽; 媛 원; 妞 뉴; 姗 산; 嫣 언; 炜 위; 垚 요
"""
)
"""Readings of characters that names use and the Korean standard lacks."""
RARER = 0.2
"""What a reading costs that is not the expected one."""
MOST_READINGS = 5


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplified(text: str) -> str:
    """A text in simplified characters, one for one.

    >>> simplified("張忠謀"), simplified("楊植麟")
    ('张忠谋', '杨植麟')
    """
    return "".join(map(_simplified, text))


@lru_cache(maxsize=30_000)
def _simplified(character: str) -> str:
    converted = str(_converter().convert(character)) if is_han(character) else character
    return converted if len(converted) == 1 else character


def is_han(character: str) -> bool:
    """Whether it is a Chinese character."""
    return "㐀" <= character <= "鿿" or "豈" <= character <= "龎" or "𠀀" <= character <= "𳎯" or character == "〇"


@lru_cache(maxsize=20_000)
def _commonest_first(character: str) -> tuple[str, ...]:
    (found,) = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False, errors="ignore") or [[]]
    read = (one.replace("ü", "v").removesuffix("·") for one in found)
    return tuple(one for one in dict.fromkeys(read) if one in SYLLABLES)[:MOST_READINGS]


def expected(text: str) -> list[str | None]:
    """The reading of each simplified character that is likeliest in this name; None for one without a reading.

    >>> expected("单伟建"), expected("重庆")
    (['shan', 'wei', 'jian'], ['chong', 'qing'])
    """
    found = [_first(character) for character in text]
    if text and len(text) <= 4:  # noqa: PLR2004 - no longer than names of people are
        found[0] = SURNAMES.get(text[0], found[0])
    for at in range(len(text) - 1):
        if reading := PAIRS.get(text[at : at + 2]):
            found[at : at + 2] = reading.split()
    return found


@lru_cache(maxsize=30_000)
def _first(character: str) -> str | None:
    return next(iter(_commonest_first(character)), None)


def mandarin(text: str) -> list[Mapping[str, float]]:
    """The readings of each simplified character with their costs, the expected one at 0.

    >>> mandarin("仇")
    [{'qiu': 0.0, 'chou': 0.2, 'ju': 0.2}]
    """
    found: list[Mapping[str, float]] = []
    for character, first in zip(text, expected(text), strict=True):
        costs = {first: 0.0} if first else {}
        found.append(costs | {one: RARER for one in _commonest_first(character) if one != first})
    return found


@cache
def _korean_by_simplified() -> Mapping[str, tuple[str, ...]]:
    readings: dict[str, dict[str, None]] = defaultdict(dict)
    traditional = sino_korean.characters()
    for old, new in zip(traditional, simplified("".join(traditional)), strict=True):
        read = sino_korean.reading(old)
        if read:
            readings[new].setdefault(read)
            readings[old].setdefault(read)
    for old, new in map(tuple, KOREAN_FORMS.split()):
        readings[new] |= readings[old]
    found = {character: tuple(some) for character, some in readings.items() if some}
    return {character: (syllable,) for character, syllable in FURTHER_KOREAN.items()} | found


def korean(character: str) -> tuple[str, ...]:
    """The Sino-Korean readings of a character, simplified or not; none if it is not known.

    >>> korean("杨"), korean("楊"), korean("暗")
    (('양',), ('양',), ('암',))
    """
    return _korean_by_simplified().get(character, ())


@cache
def _mandarin_by_korean() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for character, spoken in _korean_by_simplified().items():
        syllable = next(iter(_commonest_first(character)), None)
        if syllable:
            for one in spoken:
                found[one].setdefault(syllable)
                found[sino_korean.at_the_beginning(one)].setdefault(syllable)
    return {spoken: tuple(syllables) for spoken, syllables in found.items()}


def spoken_in_korean(syllable: str) -> tuple[str, ...]:
    """What the characters that Koreans read so are in Mandarin.

    >>> spoken_in_korean("습"), "liang" in spoken_in_korean("양")
    (('shi', 'xi', 'zhe'), True)
    """
    return _mandarin_by_korean().get(syllable, ())
