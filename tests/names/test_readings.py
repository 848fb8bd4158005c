"""Names read: characters in Mandarin and in Korean, Mandarin in Hangul by the standard and as papers have it."""

import pytest

from app.names.hangul import spellings, standard, syllables_by_hangul
from app.names.hanzi import korean, mandarin, simplified
from app.names.latin import syllables_by_latin
from app.names.sino_korean import at_the_beginning, characters, reading
from app.names.syllables import SYLLABLES, distance, sound, wade_giles

# Names as the National Institute of Korean Language prints them.
STANDARD = {
    "bei jing": "베이징",
    "shang hai": "상하이",
    "tian jin": "톈진",
    "chong qing": "충칭",
    "shen zhen": "선전",
    "zhe jiang": "저장",
    "guang zhou": "광저우",
    "xi an": "시안",
    "ha er bin": "하얼빈",
    "mao ze dong": "마오쩌둥",
    "zhou en lai": "저우언라이",
    "deng xiao ping": "덩샤오핑",
    "jiang ze min": "장쩌민",
    "hu jin tao": "후진타오",
    "xi jin ping": "시진핑",
    "li ke qiang": "리커창",
    "sun wen": "쑨원",
    "yuan shi kai": "위안스카이",
    "jiang jie shi": "장제스",
    "liang wen feng": "량원펑",
    "yang zhi lin": "양즈린",
    "wang chuan fu": "왕촨푸",
    "li yan hong": "리옌훙",
    "lei jun": "레이쥔",
    "ma hua teng": "마화텅",
    "ren zheng fei": "런정페이",
    "zhang yi ming": "장이밍",
    "xu jia yin": "쉬자인",
    "zhu rong ji": "주룽지",
    "lv bu": "뤼부",
    "qu yuan": "취위안",
    "cai yuan pei": "차이위안페이",
}


@pytest.mark.parametrize(("syllables", "hangul"), STANDARD.items())
def test_the_standard_spelling(syllables: str, hangul: str) -> None:
    assert standard(syllables.split()) == hangul


@pytest.mark.parametrize(
    ("syllable", "loose"),
    [
        *(
            ("chuan", "추안"),
            ("jie", "지에"),
            ("feng", "평"),
            ("hong", "홍"),
            ("zi", "즈"),
            ("si", "스"),
            ("lian", "리엔"),
        ),
        *(("xiao", "시아오"), ("xue", "쉬에"), ("yuan", "위엔"), ("quan", "취엔"), ("zhou", "조우"), ("guo", "구오")),
    ],
)
def test_a_looser_habit_costs_something_and_the_standard_nothing(syllable: str, loose: str) -> None:
    assert min(spellings(syllable).values()) == 0 < spellings(syllable)[loose]
    assert syllable in syllables_by_hangul()[loose]


def test_every_syllable_of_mandarin_can_be_written_and_read() -> None:
    assert len(SYLLABLES) > 390
    for syllable in SYLLABLES:
        assert list(spellings(syllable).values()).count(0) == 1
        assert distance(syllable, syllable) == 0
        assert sound(syllable)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("单伟建", "shan wei jian"),
        ("仇英", "qiu ying"),
        ("解晓东", "xie xiao dong"),
        ("查良镛", "zha liang yong"),
        ("盖玉燕", "ge yu yan"),
        ("任正非", "ren zheng fei"),
        ("区国强", "ou guo qiang"),
        ("乐嘉", "yue jia"),
        ("曾毓群", "zeng yu qun"),
        ("欧阳娜娜", "ou yang na na"),
        ("诸葛亮", "zhu ge liang"),
        ("重庆", "chong qing"),
        ("长沙", "chang sha"),
        ("厦门", "xia men"),
        ("吕布", "lv bu"),
    ],
)
def test_surnames_and_places_have_readings_of_their_own(name: str, read: str) -> None:
    assert " ".join(next(iter(costs)) for costs in mandarin(name)) == read


def test_both_kinds_of_characters_are_the_same() -> None:
    assert simplified("張忠謀 清華大學 楊植麟") == "张忠谋 清华大学 杨植麟"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("月之暗面", "월지암면"),
        ("清華大學", "청화대학"),
        ("清华大学", "청화대학"),
        ("北京大学", "북경대학"),
        ("梁文锋", "량문봉"),
    ],
)
def test_sino_korean_readings(name: str, read: str) -> None:
    assert "".join(korean(character)[0] for character in name) == read


def test_the_order_of_the_standard_gives_every_character_a_reading() -> None:
    assert len(characters()) == 4888
    assert all(map(reading, characters()))
    assert [at_the_beginning(syllable) for syllable in "량리로녀김"] == list("양이노여김")


@pytest.mark.parametrize(
    ("letters", "syllable"),
    [
        ("ch'en", "chen"),
        ("hsü".replace("ü", "v"), "xu"),
        ("tsai", "cai"),
        ("chung", "zhong"),
        ("mou", "mou"),
        ("tzu", "zi"),
    ],
)
def test_wade_giles(letters: str, syllable: str) -> None:
    assert syllable in wade_giles()[letters]


def test_pinyin_is_read_as_it_stands() -> None:
    assert all(
        next(iter(sorted(syllables_by_latin()[one].items(), key=lambda item: item[1])))[0] == one for one in SYLLABLES
    )
