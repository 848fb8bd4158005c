"""People beside an employer that the text names, `구글에서 텐센트로 이직한 뤄한은`, and employers beside people."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from app.names.persons import is_chinese_name
from app.names.sino_korean import is_sino_korean
from app.reading.introduced import SHORTEST, Introduction, kind_by_ending, may_be_word, organization, person
from app.reading.introduced_firms import is_foreign_firm
from app.reading.introduced_people import KOREAN_NAME, LONG_SURNAMES, NO_SURNAMES, is_bare_subject
from app.reading.mentions import Mention
from app.reading.particles import without_particle
from app.reading.words import COMMON_WORDS, TITLES, listed
from app.vocabulary import EntityType

ORG, PERSON = "\ue000", "\ue001"
"""Signs for names that are known, as in tagged.py; a text has none of its own."""
_NO_NAMES: Final = frozenset(
    listed(
        """
최연소, 최우수, 최고위, 최고급, 고위급, 정상급, 한국인, 한국계, 조선족, 전문가, 전문직, 전공자, 전임자, 이공계, 주인공,
장본인, 정치인, 현지인, 유학생, 유학파, 원년급, 이사회, 임원진, 임직원, 고객사, 공동체, 차기, 하이퍼, 지도자, 우승자,
구성원, 연구진, 신입생, 박사급, 박사생, 석사급, 기술자, 공학자, 수학자, 성공한, 유능한, 유명한, 우수한, 강력한, 노련한,
황당한, 주요한, 고독한, 안정적, 전략적, 공격적, 전설적, 대표적, 강대국, 신세대, 차세대, 공무원, 민간인, 주도자, 전도사,
오너인, 손정의, 이어서, 이후로, 이번엔, 하나로, 주축이, 전원이, 이밖에, 이와는, 이전에, 주위에, 우리나, 한마디, 한가지,
오른쪽, 왼쪽, 가운데, 지난달, 지난해, 전세계, 신기술, 신사업, 전기차, 반도체, 인공지, 안드로
"""
    )
)
"""What looks like a name and is none."""
_BARE: Final = frozenset("은는이가을를와과")
_NO_FIRST: Final = COMMON_WORDS - {"마", "리", "왕", "우", "주"}
_TITLE: Final = re.compile(TITLES)
_NO_ENDS: Final = re.compile(
    "[급측팀족계체직부과차용적년월]$|(?:업체|기업|회사|연구소|사업|에서|으로|부터|까지|하는|했던)$"
)
_N: Final = r"(?<![가-힣A-Za-z])(?P<name>[가-힣]{2,4}?|[가-힣]{1,2} [가-힣]{2,3}?|[가-힣]{2,3} [가-힣])"
_TITLED: Final = rf"(?:공동 ?)?(?:{TITLES})(?![가-힣]{{2}})"
_PARTICLE: Final = "(?:은|는|이|가|을|를|의|도|와|과|에게)(?![가-힣])"
_ANY: Final = f"[^{ORG}{PERSON}.\n]"
_OFFICE: Final = rf"{ORG}의? (?:{_ANY}{{0,16}}? )?{_TITLED}"
_SIDE: Final = r"(?:\([^()\n]{1,12}\))?"
"""Where somebody is in the picture: `뤄한(왼쪽) 문샷AI CTO`."""
_NEXT: Final = (
    rf"(?={_PARTICLE}|[,·(]| (?:영입|합류|임명|선임|발탁|퇴사|사임|떠나)(?![가-힣])"
    rf"| (?:(?:전|현|신임) )?(?:{ORG}의? )?(?:{_ANY}{{0,16}} )?(?:{TITLES})(?![가-힣]{{3}}))"
)
"""What stands behind a name: a particle, a bracket, an office."""
_WORKED: Final = "일|근무|재직|활동|종사|이직|이적|합류|입사|퇴사|전직|담당|총괄|주도|지휘|책임|연구"
_HAD: Final = "있었|맡았|이끌었|몸담았|머물렀|옮겼|떠났|나왔|지냈|쌓았|날렸|떨쳤|들어갔|있|맡|이끌|날리|떨치"
_DID: Final = (
    rf"(?:(?:{_WORKED})(?:한|했던|하던)|(?:{_HAD})던|몸담은|옮긴|옮겨온|영입된|스카우트된|발탁된|떠난|나온|거친|그만둔|지낸"
    "|역임한|창업한|설립한|창립한|세운|차린|맡은|이끈|이끄는|이끌고 있는|맡고 있는|쌓은|날린|떨친|관둔|건너간"
    "|넘어간|돌아온|출신|출신인|출신의)"
)
"""What somebody did, before the name."""
_DOES: Final = (
    "(?:창업|공동 ?설립|세웠|이직|입사|퇴사|선발|발탁|채용됐|뽑[혔힌]|임명|선임|취임|부임|영입[됐되돼]"
    "|일[했한하]|근무|재직|지[냈낸내]|역임|몸담|경력을 쌓|출신|사임|사직|사표|떠[났나]|이끈다|이끌|총괄|활동"
    "|(?<=[에로] )합류|(?<=로 )(?:자리를 )?옮|(?<=로 )향했|(?:맡고 있|맡았|맡는다))"
)
"""What somebody does, behind the name."""
_GOES: Final = (
    "(?:(?:으?로|에) (?:[가-힣]{1,4} )?(?:왔|오게|온 |합류|이직|옮)|임명|선임|창업|설립|사임|퇴사|입사|떠나|떠났)"
)
_AS: Final = "(?:으로|로|에|으로는|로는|에는|직에|자리에)"
_CHOSEN: Final = "(?:임명|선임|영입|발탁|내정|지명|낙점|승진|기용|앉[혔힌히]|스카우트)"
_MARK: Final = r"(?:^[ \t]*|(?<=[△▲■□●◆▶◇○•*▷·]) ?|^[-–—] ?)"
_BETWEEN: Final = "(?:[/,:|–—-] ?)?"
_IS: Final = "(?:이?다|이었다|였다|입니다|이며|이고)(?![가-힣])"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


_FOUNDER_IS: Final = (
    r"(?:을|를) (?:공동 ?)?(?:창업|설립|창립|이끄|만든|세운)(?:한|는)? (?:건|것은|사람은|인물은|이는|주인공은)"
)
_STRICT: Final = _compiled(
    rf"{ORG}{_ANY}{{0,40}}?(?:{ORG}{_ANY}{{0,24}}?)?(?<=[ 을를]){_DID} (?:[가-힣A-Z]{{1,6}} ){{0,2}}?{_N}{_NEXT}",
    rf"(?:^|[.,”\"] |[며고서한던인] ){_N}(?:은|는|이|가) {_ANY}{{0,40}}?{ORG}(?:[^{PERSON}.\n]{{0,60}})?{_DOES}",
    rf"^{_N}, {ORG}(?:에|로|으로|을|를)? ?(?:{_ANY}{{0,10}} )?(?:합류|이직|떠나|떠난다|퇴사|사임|행)(?![가-힣])",
    rf"(?:^|[.,·”\"] |[한던인은는와과] ){_N}{_SIDE} (?:전 |현 )?{_OFFICE}",
    rf"{ORG}(?:{_FOUNDER_IS}|의? {_TITLED}[은는]) (?:[^{PERSON}.\n]{{0,24}} )?{_N}{_IS}",
    rf"(?:^|[.,] |[며고로] ){_N}(?:이|가|은|는) (?:{_ANY}{{0,16}} )?(?:{TITLES})(?:을|를|직을) (?:맡고 있|맡았|맡는)",
    rf"(?:^|[.,”\"] |[한던인] ){_N}(?:[와과] |·|, ?){PERSON}(?=[은는이가을를도의]|,| 등|·)",
)
"""Where only what can be nothing else is a name."""
_SHORT: Final = _compiled(
    rf"{ORG}{_ANY}{{0,40}}?(?<=[ 을를]){_DID} (?:[가-힣A-Z]{{1,6}} ){{0,1}}?(?<![가-힣])(?P<name>[가-힣]{{2}})[이가] "
    rf"[^.\n]{{0,40}}?{_GOES}",
    rf"{_MARK}(?P<name>[가-힣]{{2}}){_SIDE} ?{_BETWEEN}(?:현 )?{_OFFICE}(?=$|[.,(\[]|[은는이가의]? )",
)
"""Where a name of two syllables stands that could be a word of Chinese origin as Koreans read it."""
_SURE: Final = _compiled(
    rf"{_MARK}{_N}{_SIDE} ?{_BETWEEN}(?:전 |현 )?{_OFFICE}",
    rf"{_OFFICE}\({_N}(?=[·,) ])",
    rf"{ORG}\((?:공동 ?)?(?:{TITLES})[: ]{{1,3}}{_N}(?=[·,)])",
    rf"{ORG}(?:은|는|이|가|도) (?:[^{PERSON}.\n]{{0,60}} )?{_N}[을를] [^{PERSON}.\n]{{0,50}}?(?:{TITLES}){_AS} "
    rf"(?:{_ANY}{{0,8}})?{_CHOSEN}",
    rf"(?:{TITLES}){_AS} {_N}(?:을|를|이|가) (?:{_ANY}{{0,12}})?{_CHOSEN}",
    rf"{ORG}의? {_N} {_TITLED}",
    rf"출신(?:인|의)? {_N} {_TITLED}",
    rf"(?<=[한던인난과와] ){_N}{_SIDE} {ORG}의? {_TITLED}",
    rf"(?:{TITLES})[와과] {_N}{_SIDE} (?:{TITLES}){_PARTICLE}",
)
"""Where a name stands, whatever its syllables."""
_CHIEF: Final = re.compile(
    rf"{ORG}의 (?P<name>[가-힣]{{3,5}}) (?:CEO|최고경영자|회장|창업자)(?=\(|[은는이가의도와과](?![가-힣])| 등)"
)
"""Where no Chinese name need stand."""
_NO_CHIEFS: Final = re.compile(
    "글로벌|차이나|코리아|클라우드|모빌리티|헬스케어|엔터테인먼트|인터내셔널|아메리카|유럽|아시아|에너지|게임즈|페이|뮤직|커머스|미디어|디지털|바이오"
)


def beside_employers(text: str, mentions: Sequence[Mention]) -> Iterator[Introduction]:
    """Everybody whom the words between a name and an employer, known or introduced, say to be somebody."""
    signs, at = _signed(text, mentions)
    if ORG not in signs:
        return
    for patterns, surely in ((_STRICT, False), (_SURE, True), (_SHORT, True)):
        for found in chain.from_iterable(_overlapping(pattern, signs) for pattern in patterns):
            name = found["name"]
            may_be = _may_be_person(name, signs[found.end("name") :][:2]) and not is_bare_subject(found)
            if may_be and _sounds_so(name, surely=surely, short=patterns is _SHORT) and not _is_firm(name, text):
                yield person(name, at[found.start("name")])
    for found in _CHIEF.finditer(signs):
        name = found["name"]
        if _may_be_person(name, "") and not is_sino_korean(name) and not _NO_CHIEFS.search(name):
            yield person(name, at[found.start("name")])


_CHIEFLY: Final = (
    r"(?:공동 ?)?(?:CEO|CTO|COO|CFO|최고경영자|최고기술책임자|최고과학자|창업자|창립자|설립자|창업주|회장|부회장|대표"
    "|사장|부사장)(?![가-힣]{2})"
)
_FIRM: Final = r"(?P<name>[가-힣A-Za-z0-9.]{2,12}(?: (?:AI|[가-힣A-Z][가-힣A-Za-z]{2,9}))?)"
_EMPLOYERS: Final = _compiled(
    rf"{PERSON}{_SIDE} (?:전 |현 )?{_FIRM} {_CHIEFLY}",
    rf"(?<![가-힣A-Za-z0-9]){_FIRM}의? {_CHIEFLY}(?:인|이자|이었던)? {PERSON}",
    rf"(?<![가-힣A-Za-z0-9]){_FIRM}의 {PERSON} {_CHIEFLY}",
)


def beside_people(text: str, mentions: Sequence[Mention]) -> Iterator[Introduction]:
    """Every firm that stands between somebody and an office: `량루보 깃허브 CEO`, `깃허브 창업자 량루보`."""
    signs, at = _signed(text, mentions)
    if PERSON not in signs:
        return
    for found in chain.from_iterable(pattern.finditer(signs) for pattern in _EMPLOYERS):
        name = found["name"]
        words = name.split(" ")
        inflected = any(without_particle(word)[0] != word for word in words)
        is_firm = all(map(is_foreign_firm, words[: 1 if words[-1] == "AI" else None]))
        if is_firm and not inflected and not _TITLE.search(name):
            yield organization(name, at[found.start("name")], kind_by_ending(name))


def _overlapping(pattern: re.Pattern[str], signs: str) -> Iterator[re.Match[str]]:
    """Every match, also one that begins inside another."""
    start = 0
    while found := pattern.search(signs, start):
        start = found.start() + 1
        yield found


def _signed(text: str, mentions: Sequence[Mention]) -> tuple[str, list[int]]:
    """The text with a sign for every organization and person, and where each of its characters stands."""
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for one in mentions:
        sign = {EntityType.PERSON: PERSON, EntityType.ORGANIZATION: ORG}.get(one.type)
        if sign is not None:
            pieces += (text[done : one.start], sign)
            places += (*range(done, one.start), one.start)
            done = one.end
    return "".join([*pieces, text[done:]]), [*places, *range(done, len(text))]


def _may_be_person(name: str, behind: str) -> bool:
    """Whether nothing speaks against a name: no ordinary word, no office, no particle that does not agree."""
    first, _, last = name.rpartition(" ")
    whole = first + last
    alone = not first and behind[:1] in _BARE and behind[1:2] in {"", " "}
    if alone and name not in without_particle(name + behind[0])[:-1]:
        return False
    if first and (first in NO_SURNAMES or first in _NO_FIRST or last in COMMON_WORDS):
        return False
    ordinary = not COMMON_WORDS.isdisjoint(without_particle(whole)) or whole in _NO_NAMES
    inflected = len(whole) > SHORTEST and whole[:-1] in COMMON_WORDS
    return not (ordinary or inflected or _NO_ENDS.search(whole) or _TITLE.search(whole))


def _sounds_so(name: str, *, surely: bool, short: bool) -> bool:
    """Whether it is the name of a Chinese person, or where one surely stands, of a Korean."""
    first, _, last = name.rpartition(" ")
    if is_chinese_name(first + last) and not may_be_word(first + last):
        return not first or len(first + last) > SHORTEST or first in LONG_SURNAMES
    long_enough = not first and (short or len(name) > SHORTEST)
    return surely and long_enough and (is_chinese_name(name) or bool(KOREAN_NAME.fullmatch(name)))


def _is_firm(name: str, text: str) -> bool:
    """Whether the text speaks of a firm of this name."""
    return bool(
        re.search(
            rf"(?<![가-힣]){name}(?:의 (?:공동 ?)?(?:창업자|창립자|설립자|CEO|최고경영자|관계자|주가|매출|기업가치)"
            r"|(?:에|에서) (?:투자|합류|입사|근무|일[하했])| (?:AI|로보틱스|테크놀로지|그룹)"
            r"|[은는이가] [^.\n]{0,40}(?:투자를 유치|상장))",
            text,
        )
    )
