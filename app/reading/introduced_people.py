"""People whom a title or a verb of careers introduces: `창업자 왕싱싱은`, `왕싱싱 유니트리 회장`, `탄 쉬를 영입`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.names.persons import is_chinese_name, is_mandarin
from app.names.sino_korean import is_sino_korean
from app.reading.introduced import SHORTEST, Introduction, may_be_word, person
from app.reading.introduced_foreigners import foreigners
from app.reading.particles import without_particle
from app.reading.words import COMMON_WORDS, TITLES
from app.vocabulary import EntityType

_AFTER_NAMES: Final = """
은 는 이 가 을 를 의 와 과 도 에게 이다 다 이며 며 라고 이라고 씨 처럼 에게서 만 부터 까지 이라는 라는 등 이고 고
이자 자
였다 이었다 였으며 이었으며
"""
_PARTICLES: Final = frozenset(_AFTER_NAMES.split())
KOREAN_NAME: Final = re.compile(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현][가-힣]{2}"
)
_AT_BEGINNING: Final = re.compile(r"(?:^|[\n.”\"] ?)$")
_AS_TITLE: Final = rf"(?:{TITLES})(?:\([A-Za-z가-힣]+\))?(?:인|이자|이었던|였던|을 지낸|를 지낸| 출신인?| 출신의)? "
_FULL: Final = r"(?<![가-힣])(?P<name>[가-힣]{3,6})"
_TITLE: Final = re.compile(TITLES)
_CAREER: Final = (
    "창업|설립|창립|세운|세웠|입사|합류|이직|퇴사|임명|졸업|박사 ?학위|석사|년생|태어|근무했|재직했|사임|영입"
    "|출신으로|출신이"
)
_SURNAME_ALONE: Final = re.compile("[가-힣][은는을를와과]|등[이의도에]")
_NOUN_ENDING: Final = re.compile("[권사부실국과관회계내외품업술략급층단력]$")
"""How words end that stand before a title and are no names: `중화권 총괄`, `지사 대표`."""
_PHRASE: Final = re.compile("(?<![지리시미비피디티니])에[는도서]?$|으로$|까지$|부터$")
"""How words end that say where or as what: `보도에 따르면`, `교수 등으로`."""
_FAMILY_WORDS: Final = frozenset(["마", "리", "장", "왕", "우", "주", "양", "전"])
"""Ordinary words that are also the commonest of family names, and stand alone before a given name."""


_TIME: Final = "지난|올해|최근|이달|작년|이번|새로|돌연|오는|내년|곧 "


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where a person's name stands, and what else has to speak for it: the less, the surer the place."""

    pattern: re.Pattern[str]
    after_title: bool = False
    surely: bool = False
    korean: bool = False
    foreign: bool = False
    """Whether the name must not be a word of Chinese origin as Koreans read it."""


_RULES: Final = (
    _Rule(
        re.compile(rf"{_AS_TITLE}(?P<name>(?!(?:{TITLES})(?:인|이자) )[가-힣]{{2,7}})"), after_title=True, surely=True
    ),
    _Rule(
        re.compile(
            r"(?<![가-힣])(?P<name>[가-힣]{2,6})"
            rf"(?= (?:공동 ?)?(?:{TITLES}|박사|교수|씨)(?:\([A-Za-z]+\))?(?:[은는이가을를의과와도에로 ,.·]|$))"
        ),
        surely=True,
    ),
    _Rule(
        re.compile(
            rf"{_FULL}(?= (?!{_TIME})(?:전 |현 )?[가-힣A-Za-z0-9.]{{2,20}}(?: [가-힣A-Za-z0-9]{{1,10}}){{0,3}} "
            rf"(?:공동 ?)?(?:{TITLES})(?![가-힣]{{2}}))"
        ),
        korean=True,
    ),
    _Rule(re.compile(rf"{_FULL}(?:은|는|이|가)(?= [^.\n]{{0,60}}?(?:{_CAREER}))")),
    _Rule(re.compile(rf"{_FULL}(?=\((?:[^()\n]{{1,24}}[,·] ?)?[1-9][0-9](?:세|살)?\))"), surely=True),
    _Rule(re.compile(r"(?<=[한던인] )(?P<name>[가-힣]{3,5})(?=, | 등(?:이|은|을|도)? )")),
    _Rule(
        re.compile(
            r"(?<=[자사장재물]인 )(?P<name>[가-힣]{2,4})(?:은|는|이|가)"
            rf"(?= [^.\n]{{0,60}}?(?:{_CAREER}|임용|취임|부임))"
        ),
        surely=True,
        foreign=True,
    ),
    _Rule(re.compile(rf"{_FULL}(?= (?:형제|자매|남매|부부)(?![가-힣]{{2}}))")),
    _Rule(
        re.compile(
            r"(?:창업자|설립자|창립자|창업주|주인공|최고경영자|CEO)(?:\(CEO\))?(?:는|은) (?P<name>[가-힣]{2,5}?)"
            r"(?=(?:이다|다|이며|이고|입니다)[ .,])"
        ),
        surely=True,
    ),
    _Rule(re.compile(r"출신(?:인|의)? (?P<name>[가-힣]{3,7})"), after_title=True),
    _Rule(
        re.compile(
            rf"{_FULL}(?:을|를)"
            r"(?= [^.\n]{0,30}?(?:영입|스카우트|합류 ?시켰|(?:임명|선임|발탁|해임|해고)(?:했|한|하)))"
        )
    ),
    _Rule(re.compile(rf"{_FULL}(?:이|가)(?= [^.\n]{{0,24}}?(?:창업|설립|창립|세운|세웠|이끄는))")),
)
_FOUNDERS: Final = re.compile(
    rf"(?:{TITLES}|[가-힣]학자)(?:인|이자)? (?P<name>(?!출신)[가-힣]{{2,4}} [가-힣]{{1,4}})"
    r"(?=[이가] (?:[^.,\n]{0,16} )?(?:만든|세운|설립한|창업한|창립한))"
)
"""Founders whose names need not be Chinese: `생물학자 니엥 옌이 만든`."""
LONG_SURNAMES: Final = frozenset(["야오", "자오", "차오", "마오", "바오", "하오", "타오", "랴오", "저우", "추이"])
NO_SURNAMES: Final = frozenset(["두", "이", "그", "한", "전", "현", "새", "첫", "총", "각", "내", "저", "제", "인"])
_LIST: Final = re.compile(
    r"(?<![가-힣])(?P<list>[가-힣]{2,5}(?:(?:, ?|·| 및 |[와과] )[가-힣]{2,5}){1,4})(?: 등)?(?= (?:[0-9]|두"
    r"|세|네|다섯) ?(?:명|사람|인))"
)
"""People who are counted: `인치, 탕원빈, 양무 등 3명`."""
_TWO_WORDS: Final = (
    re.compile(rf"{_AS_TITLE}(?P<name>[가-힣]{{1,3}} [가-힣]{{1,4}})(?=[은는이가을를의도와과](?![가-힣])|[,·])"),
    re.compile(r"(?<![가-힣])(?P<name>[가-힣]{1,2} [가-힣]{1,3})(?=[을를] [^.\n]{0,16}?영입)"),
    re.compile(
        rf"(?<![가-힣)’”])(?P<name>[가-힣]{{1,2}} [가-힣]{{2,3}})(?= (?:공동 ?)?(?:{TITLES}|박사)"
        rf"(?:[은는이가을를의과와도 ]|$))"
    ),
    re.compile(r"(?<=[한던인끈] )(?P<name>[가-힣]{1,2} [가-힣]{2,3})(?=[은는이가와과도](?![가-힣]))"),
    re.compile(
        r"(?:^|(?<=[\n.”\"] )|(?<=\n))(?P<name>[가-힣]{1,2} [가-힣]{1,3})"
        rf"(?= 전 [가-힣A-Za-z]{{2,}} [^.\n]{{0,40}}?(?:{TITLES})[는은이가])"
    ),
)
_OFFICE: Final = re.compile(
    r"(?:^|(?<=[\n.,”\"] )|(?<=따르면 ))(?P<name>[가-힣]{2,4}) "
    r"(?:(?:미국|중국|홍콩|대만|영국|일본|캐나다|호주|싱가포르|독일) )?(?P<organization>[가-힣A-Za-z0-9.]{2,16}) "
    rf"(?:공동 ?)?(?:{TITLES})(?![가-힣]{{2}})",
    re.MULTILINE,
)


_KOREAN: Final = re.compile(
    rf"(?<![가-힣])(?P<name>{KOREAN_NAME.pattern})"
    r"(?= (?:공동 ?|단독 ?|각자 ?)?(?:대표|CEO|C[TOFPS]O|최고[가-힣A-Z]{2,6}(?:책임자|경영자)|최고경영자"
    r"|부사장|사장|회장|의장|교수|박사|창업자|이사)(?:이사)?(?:\([A-Z]{2,4}\))?(?:[은는이가을를의과와도에로, ]|$))",
    re.MULTILINE,
)
"""A Korean name before an office, by its family name."""
_INFLECTED: Final = re.compile("[의는을를와과한된던인할별측들]$")
_NO_KOREANS: Final = frozenset(
    [
        "지금",
        "이들",
        "우리",
        "유럽",
        "이곳",
        "한때",
        "한중일",
        "노동자",
        "전문가",
        "이사회",
        "주주사",
        "현지인",
        "한국인",
        "신세대",
        "차세대",
    ]
)
_SENTENCE: Final = re.compile(r"[^.\n]{20,400}")
_DESCRIBED: Final = re.compile(r"(?<=[한던인온난낸] )[가-힣]{2,5}(?=, | 등[ 이을을])")
"""Items of a list that a clause describes: `모델을 개발한 창후이원, 연구를 맡던 린지 등`."""
_NEAR: Final = 40
"""Characters beside a name that tell whether it is one."""
_PICTURED: Final = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,5})"
    r"\((?:사진 ?)?(?:맨 |가장 )?(?:왼쪽|오른쪽|가운데|윗줄|아랫줄|아랫쪽|위쪽|아래쪽|앞줄|뒷줄)[^()\n]{0,14}\)"
)
_WITH_MISTER: Final = 3
"""Syllables of which a name may end with 씨 of its own."""


def people(text: str) -> Iterator[Introduction]:
    """Every person whom the words around the name introduce."""
    for rule in _RULES:
        for found in rule.pattern.finditer(text):
            word, start = found["name"], found.start("name")
            names = _stems(word, text[found.end() : found.end() + _NEAR]) if rule.after_title else [word]
            names = [one.removesuffix("씨") if len(one) > _WITH_MISTER else one for one in names]
            if rule.korean and is_bare_subject(found):
                continue
            if name := next((one for one in names if _is_person(one, rule, text[max(0, start - _NEAR) : start])), None):
                yield person(name, start)
    yield from foreigners(text)
    for found in _FOUNDERS.finditer(text):
        if not COMMON_WORDS.intersection(found["name"].split(" ")):
            yield person(found["name"], found.start("name"))
    for found in _LIST.finditer(text):
        yield from _counted(found)
    yield from _koreans(text)
    yield from _pictured(text)
    yield from _described(text)
    yield from _in_two_words(text)


def _pictured(text: str) -> Iterator[Introduction]:
    """`뤄한(오른쪽)`: whose place in a picture is told."""
    for found in _PICTURED.finditer(text):
        name = found["name"]
        if name not in COMMON_WORDS and (is_chinese_name(name) or KOREAN_NAME.fullmatch(name)):
            yield person(name, found.start("name"))


def _with_last_syllable(found: re.Match[str]) -> str:
    """`덩 샤오바이` where the last syllable could be a particle, but does not agree with what is before it."""
    name, behind = found["name"], found.string[found.end("name") : found.end("name") + 1]
    is_part = behind in {"이", "가", "은"} and name not in without_particle(name + behind)
    return name + behind if is_part else name


def _koreans(text: str) -> Iterator[Introduction]:
    """`박성현 최고경영자`: a Korean name before an office."""
    for found in _KOREAN.finditer(text):
        name = found["name"]
        is_word = is_sino_korean(name) and bool(_NOUN_ENDING.search(name))
        is_word |= not (COMMON_WORDS | _NO_KOREANS).isdisjoint([name, *without_particle(name)])
        if not is_word and not _INFLECTED.search(name):
            yield person(name, found.start("name"))


def _described(text: str) -> Iterator[Introduction]:
    """All of a list whose items clauses describe, if all can be people and one can be nothing else."""
    for line in _SENTENCE.finditer(text):
        described = [(one.group(), line.start() + one.start()) for one in _DESCRIBED.finditer(line.group())]
        if len(described) > 1 and any(is_listed_person(name) for name, _ in described):
            yield from (person(*one) for one in described if is_chinese_name(one[0]) and one[0] not in COMMON_WORDS)


def _in_two_words(text: str) -> Iterator[Introduction]:
    """`탄 쉬를 영입`: names with a space."""
    for pattern in _TWO_WORDS:
        for found in pattern.finditer(text):
            first, last = _with_last_syllable(found).split(" ")
            is_former = found.string.startswith(" 전 ", found.end())
            is_word = (
                not is_former and first not in LONG_SURNAMES and is_sino_korean(first + last) and len(last) == SHORTEST
            )
            fits = is_chinese_name(first + last) and not is_word and first not in NO_SURNAMES
            is_family = first in _FAMILY_WORDS and not is_sino_korean(last)
            if fits and not COMMON_WORDS.intersection((last,) if is_family else (first, last)):
                yield person(f"{first} {last}", found.start("name"))


_FOUND: Final = re.compile("창업|설립|합류|출신|영입")


def _counted(found: re.Match[str]) -> Iterator[Introduction]:
    """The people of a list that is counted, if all can be people and one can be nothing else."""
    items = [
        (one.group(), found.start() + one.start())
        for one in re.finditer("[가-힣]{2,5}?(?=, ?|·| 및 |[와과] |$)", found["list"])
    ]
    names = [name for name, _ in items]
    if (
        all(map(is_chinese_name, names))
        and any(map(is_listed_person, names))
        and _FOUND.search(found.string, found.end(), found.end() + 20)
    ):
        yield from (person(name, start) for name, start in items if name not in COMMON_WORDS)


def in_office(text: str, names: Mapping[str, EntityType]) -> Iterator[Introduction]:
    """`마란 얼후테크 최고경영자는` at the beginning of a sentence: a name before a known firm and a title."""
    for found in _OFFICE.finditer(text):
        name = found["name"]
        is_free = name not in names and name not in COMMON_WORDS and not is_bare_subject(found)
        is_office = names.get(found["organization"]) is EntityType.ORGANIZATION
        if is_free and is_office and (is_chinese_name(name) or KOREAN_NAME.fullmatch(name)):
            yield person(name, found.start("name"))


def is_listed_person(name: str) -> bool:
    """Whether what stands in a list beside people is one."""
    is_long = len(name) > SHORTEST or (len(name) == SHORTEST and not is_sino_korean(name))
    return is_long and is_chinese_name(name) and COMMON_WORDS.isdisjoint(without_particle(name))


def _stems(word: str, behind: str) -> list[str]:
    """What a person's name can be in a word: people take fewer particles than firms.

    Whoever does something has one: `류쥔이 지난달` is 류쥔.
    """
    return [
        one
        for one in without_particle(word)
        if (one == word and not (word.endswith("이") and _bare_subject(word, behind)))
        or word.removeprefix(one) in _PARTICLES
    ]


def _bare_subject(word: str, behind: str) -> bool:
    """Whether a word whose last syllable can be a particle stands before something other than a title or a list."""
    is_free = behind.startswith(" ") and not _TITLE.match(behind[1:])
    return is_free and len(word) > SHORTEST and word[:-1] in without_particle(word)


def is_bare_subject(found: re.Match[str]) -> bool:
    """Whether a name before an office ends with a particle: `뤄한이 딥시크 책임자로 임명됐다`."""
    name = found["name"]
    if name.endswith(("은", "는")) and name[:-1] in without_particle(name) and is_chinese_name(name[:-1]):
        return True
    is_subject = name.endswith(("이", "가")) and name[:-1] in without_particle(name) and is_chinese_name(name[:-1])
    return is_subject and bool(_TO_OFFICE.match(found.string, found.end("name")))


_TO_OFFICE: Final = re.compile(
    rf" [^.,\n]{{2,40}}?(?:{TITLES})(?:\([A-Za-z]{{2,4}}\))?(?:으?로[ 는]|에 |이?다|직을|[을를] |라[고는])"
)


def _is_person(name: str, rule: _Rule, before: str) -> bool:
    stems = (name, *without_particle(name))
    if name.endswith("로") or not COMMON_WORDS.isdisjoint(stems) or any(_TITLE.fullmatch(stem) for stem in stems):
        return False
    if (is_sino_korean(name) and _NOUN_ENDING.search(name)) or _SURNAME_ALONE.fullmatch(name):
        return False
    if (len(name) > SHORTEST and _PHRASE.search(name)) or (rule.foreign and may_be_word(name)):
        return False
    if rule.korean and KOREAN_NAME.fullmatch(name) and _AT_BEGINNING.search(before):
        return True
    foreign = len(name) > SHORTEST and not may_be_word(name)
    if rule.after_title and foreign and is_mandarin(name):
        return True
    return not name.endswith("대") and is_chinese_name(name) and (rule.surely or foreign)
