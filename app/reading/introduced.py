"""What an introduction of a name is, and what the form of a word alone says of it."""

import re
from dataclasses import dataclass
from typing import Final

from app.names.persons import is_chinese_name
from app.names.sino_korean import is_sino_korean
from app.reading.words import COMMON_WORDS, ORGANIZATION_NOUNS, ORGANIZATION_SUFFIXES
from app.vocabulary import EntityType, OrganizationKind

_OTHER_SCRIPTS: Final = """
汽车 汽車 科技 智能 集团 集團 公司 资本 資本 投资 投資 基金 机器人 機器人 大学 大學 银行 研究院
Inc Technology Technologies Robotics Capital Ventures Partners Group Holdings Labs University
"""
_SUFFIXES: Final = (*ORGANIZATION_SUFFIXES, *_OTHER_SCRIPTS.split())
_FUNDS: Final = ("캐피탈", "캐피털", "벤처스", "파트너스", "펀드", "기금", "자본", "인베스트먼트", "매니지먼트")
_LABORATORIES: Final = ("연구소", "연구원", "랩")
_SCHOOLS: Final = ("대학교", "대학", "과기대", "공대", "교통대")
_WITH_PARTICLE: Final = ("의", "에", "에서", "으로", "은", "는", "을", "를", "이", "가", "와", "과")
_INFLECTED = re.compile(
    r"(?:들(?:에게|의|이|은|을|과|도)?|하는|하고|되는|했다|한다|적인|으로|에서|이라는|라고|된|한|할|던|며|고|기업|업체|스타트업|회사)$"
)
_COUNT = re.compile(r"[0-9]+[가-힣]")
SHORTEST: Final = 2
_PLAINLY_CHINESE: Final = 4
"""Syllables of a Chinese name that can be no word: `야오순위`, `저우하오`; of three, many can."""
_STEMS: Final = ("위안", "연구원")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name that the text introduces: where it stands first, what it names, its other names."""

    name: str
    start: int
    end: int
    type: EntityType
    kind: str | None
    aliases: tuple[str, ...] = ()
    gloss_end: int | None = None


def person(name: str, start: int) -> Introduction:
    """Somebody whose name begins here."""
    return Introduction(name, start, start + len(name), EntityType.PERSON, None)


def organization(name: str, start: int, kind: str) -> Introduction:
    """A firm, fund, school or laboratory whose name begins here."""
    return Introduction(name, start, start + len(name), EntityType.ORGANIZATION, kind)


def may_be_named(name: str) -> bool:
    """Whether anything can be called so: no ordinary word, no inflected one, no count.

    >>> may_be_named("쉬위엔"), may_be_named("개발하는"), may_be_named("5곳")
    (True, False, False)
    """
    words = name.split(" ")
    if len(name) < SHORTEST or name.isdigit() or _COUNT.match(name) or _INFLECTED.search(name):
        return False
    if words[0] in COMMON_WORDS or name in COMMON_WORDS:
        return False
    several = len(words) > 1
    return not several or not (
        words[0] in ORGANIZATION_NOUNS
        or (words[-1] in COMMON_WORDS and words[-1] != "AI")
        or words[0].endswith(_WITH_PARTICLE)
    )


def may_be_word(name: str) -> bool:
    """Whether a name may be a word of Chinese origin as Koreans read it, rather than a name as the Chinese do.

    >>> may_be_word("경영자"), may_be_word("왕하이란"), may_be_word("위안이다")
    (True, False, True)
    """
    is_plain = len(name) >= _PLAINLY_CHINESE and not name.startswith(_STEMS) and is_chinese_name(name)
    return is_sino_korean(name) and not is_plain


def ends_as_organization(name: str) -> bool:
    """Whether a name ends as those of firms, funds and schools do."""
    return name.endswith(_SUFFIXES)


def kind_by_ending(name: str) -> str:
    """What an organization is by the end of its name: a company unless it says otherwise."""
    for kind, endings in (
        (OrganizationKind.FUND, _FUNDS),
        (OrganizationKind.LABORATORY, _LABORATORIES),
        (OrganizationKind.UNIVERSITY, _SCHOOLS),
    ):
        if name.endswith(endings):
            return kind
    return OrganizationKind.COMPANY
