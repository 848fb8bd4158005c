"""Who is called the founder of what: `O 창업자 P`, `P는 O의 설립자다`."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.employment import STYLED
from app.reading.patterns.foundings import ETC, each_founded, founded, founded_it
from app.reading.patterns.parts import ACTOR, CLOSE, FREE, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import NUMBER, ORG, PERSON, Tagged
from app.reading.words import FOUNDER, TITLES

ALSO: Final = (
    "(?:인"
    rf"|이자(?: {CLOSE}{{1,24}}?)?"
    rf"|이면서(?: {CLOSE}{{1,24}}?)?"
    f"| 겸 (?:{TITLES})(?:인)?"
    rf"|(?: 중|들 중|들 가운데| 가운데) (?:한 명|한 사람|하나|{NUMBER})인"
    "|로 (?:잘 |널리 |더 )?(?:알려진|유명한|이름난|꼽히는)"
    "|(?:이)?기도 한|로서|였던|이었던|이던"
    "|,)?"
)
"""What else a founder is: `창업자이자 최고경영자`, `창업자 겸 CEO`, `창업자 중 한 명인`, `창업자로 알려진`."""
_ENDS: Final = (
    rf"(?: 등(?: (?:[가-힣A-Za-z]{{1,8}} ){{0,2}}(?:{NUMBER}|[가-힣]{{1,6}}))?)?"
    "(?:이?다|이며|이고|으로|로|였다|이었다|입니다)(?![가-힣])"
)
"""Behind the names of founders: `등 3명이다`."""
_NOT_HE: Final = "(?!그(?:는|가|의|와|를) |그녀)"
"""Before the words between a founder and a name: `창업자인 그는 P를` speaks of two."""


_ABOUT_ANOTHER: Final = re.compile(rf"(?:{TITLES})(?:은|는|이|가|와|과) |(?:[을를에와과]|에서|달리) $")
"""Between a founder and a name, what says that there are two: `창업자 겸 CEO가 P를 만났다`."""
_OTHER_OFFICE: Final = re.compile(rf"(?:{TITLES})(?:였던|이었던|이던|인|출신인?) ")
"""What a list of people says of its next one, who founded nothing then."""


@rule(
    "founder-of",
    r"<O:startup>의? ?"
    rf"(?P<verb>{FOUNDER}){ALSO} {_NOT_HE}"
    rf"(?:{CLOSE}{{0,14}} )?<PS:person>",
    "[딥시크] 창업자 <량원펑>은 말했다. → founding 량원펑 딥시크",
    "[문샷AI]의 공동 창업자인 <양즈린>과 <저우신위>가 나왔다. → founding 양즈린 문샷AI; founding 저우신위 문샷AI",
    "[문샷AI] 창업자인 <양즈린>을 비롯해 개발 책임자였던 <저우신위>가 나왔다. → founding 양즈린 문샷AI",
    "[문샷AI] 공동 창업자 중 한 명인 <저우신위>가 나왔다. → founding 저우신위 문샷AI",
    "[문샷AI]의 창업자로 널리 알려진 <양즈린>이 나왔다. → founding 양즈린 문샷AI",
    "[문샷AI] 창업자인 그는 <저우신위>를 만났다. →",
    "[문샷AI]의 공동 창업자 자리를 <저우신위>가 거절했다. →",
    "[문샷AI] 공동 창업자였던 <저우신위>가 나왔다. → founding 저우신위 문샷AI",
    "<양즈린> [문샷AI] 창업자, <왕촨푸> [BYD] 회장이 나왔다. → founding 양즈린 문샷AI; employment 왕촨푸 BYD current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    of_another = re.search(f"{PERSON},? $", sentence.text[: found.start()]) and found.group()[1:].partition(",")[1]
    if of_another or _ABOUT_ANOTHER.search(sentence.text, found.start("verb"), found.start("person")):
        return
    if not re.match("(?:이|가|은|는)? ?(?:전 )?O 출신", sentence.text[found.end() :]):
        for one in each_founded(sentence, found, stretch(found, "verb", "person"), 0.97):
            if not _OTHER_OFFICE.search(sentence.text[found.start("person") : one.roles["person"]]):
                yield one


@rule(
    "and-co-founder",
    rf"<O:startup>의? ?{FOUNDER}(?:인)? <P>{STYLED}[와과] (?:또 다른 |다른 )?(?P<verb>{FOUNDER})(?:인)? <P:person>",
    "[미니맥스] 창업자인 <옌쥔제> CEO와 공동 창업자인 <윈예이>가 나왔다. "
    "→ founding 옌쥔제 미니맥스; founding 윈예이 미니맥스; employment 옌쥔제 미니맥스 current",
    "[미니맥스] 창업자인 <옌쥔제> CEO와 [즈푸] 창업자인 <탕제>가 나왔다. "
    "→ founding 옌쥔제 미니맥스; founding 탕제 즈푸; employment 옌쥔제 미니맥스 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "verb", "person"), 0.92)


@rule(
    "founder-of-is",
    rf"<O:startup>의? ?(?P<verb>{FOUNDER})(?: ?{NUMBER})?(?:는|은) (?:[^.{PERSON}]{{0,50}} )?<PS:person>"
    rf"(?: (?:<O>(?:의)? ?)?{CLOSE}{{0,10}}?(?:{TITLES}))?{_ENDS}",
    "[로보테라]의 창업자는 <천젠위>다. → founding 천젠위 로보테라",
    "[문샷AI]의 공동 창업자는 <양즈린>, <저우신위> 등 3명이다. → founding 양즈린 문샷AI; founding 저우신위 문샷AI",
    "[스텝펀]의 창업자는 [노키아] 부사장을 지낸 <장다신>이다. "
    "→ founding 장다신 스텝펀; employment 장다신 노키아 former",
    "[로보테라]의 창업자는 <천젠위>를 만났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "verb", "person"), 0.95)


@rule(
    "among-founders",
    rf"<O:startup>의? ?(?P<verb>{FOUNDER})(?:들)?(?:로는|에는|로) (?:[^.{PERSON}]{{0,40}} )?<PS:person>{STYLED}"
    r"(?: 등)?(?:이|가) (?:있(?:다|으며|고)|꼽힌|이름을 올|포함)",
    "[월드랩스]의 공동 창업자로는 <리페이페이>와 <저스틴> 등이 있다. "
    "→ founding 리페이페이 월드랩스; founding 저스틴 월드랩스",
    "[월드랩스]의 공동 창업자로는 <리페이페이>를 원했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from each_founded(sentence, found, stretch(found, "verb", "person"), 0.92)


@rule(
    "person-founder",
    r"<PS:person>,? "
    r"<O:startup>의? ?(?:공동 ?)?"
    rf"(?P<verb>{FOUNDER})(?! 출신)",
    "<펑즈후이> [애지봇] 창업자는 젊다. → founding 펑즈후이 애지봇",
    "<왕싱싱> [유니트리] 창업자 겸 CEO는 말했다. → founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.96)


@rule(
    "is-founder",
    rf"<PS:person>{STYLED}{ETC}{ACTOR} (?P<between>[^.{PERSON}]{{0,60}}?)<O:startup>의? ?(?P<verb>{FOUNDER})"
    r"(?:로(?:서)?(?= )|이자 |이며|이고|이기도|이다|다[.,]|다$|였다|이면서|(?: 겸 [가-힣A-Z]{3,9})(?:다|이다|로)"
    rf"|(?: 중|들 중|들 가운데| 가운데) (?:한 명|한 사람|하나|{NUMBER})(?:이?다|이며|이고|으로))",
    "<왕싱싱>은 4족 로봇 기업, [유니트리]의 창립자로 세상에 나왔다. → founding 왕싱싱 유니트리",
    "<왕싱싱>은 로봇 기업 [유니트리] 창업자다. → founding 왕싱싱 유니트리",
    "<왕싱싱>은 [유니트리] 공동 창업자 중 한 명이다. → founding 왕싱싱 유니트리",
    "<펑쥔>과 <러우톈청>은 [포니AI] 공동 창업자다. → founding 펑쥔 포니AI; founding 러우톈청 포니AI",
    "<왕싱싱>은 [알리바바]에서 [유니트리] 창업자를 만났다. →",
    "<뤄푸리>는 [샤오미] 창립자이자 회장인 <레이쥔>의 제안을 받았다. "
    "→ founding 레이쥔 샤오미; employment 레이쥔 샤오미 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    of_another = re.match(rf"[^.,{ORG}]{{0,40}}{PERSON}", sentence.text[found.end() :])
    if not of_another and not re.search(f"{ORG}(?:은|는|이|가) ", found["between"]):
        yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.94)


@rule(
    "founder-and-of-another",
    rf"<O:startup>의? ?(?P<verb>{FOUNDER})(?: 겸|이자|이면서) "
    rf"<O>의? (?:{CLOSE}{{0,14}} )?(?:{TITLES})(?:인)? <P:person>",
    "[소거우] 창업자 겸 [바이촨AI] CEO인 <왕샤오촨>이 왔다. "
    "→ founding 왕샤오촨 소거우; employment 왕샤오촨 바이촨AI current",
    "[소거우] 창업자와 [바이촨AI] CEO인 <왕샤오촨>이 왔다. → employment 왕샤오촨 바이촨AI current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.93)


@rule(
    "also-founder",
    rf"<P:person>,? <O>의? (?:{CLOSE}{{0,14}} )?(?:{TITLES})(?: 겸|이자|이면서) <O:startup>의? ?(?P<verb>{FOUNDER})"
    rf"(?! ?(?:인 )?{PERSON})",
    "<왕허> [베이징대] 교수 겸 [갤봇] 창업자는 말했다. → founding 왕허 갤봇; employment 왕허 베이징대 current",
    "<왕허> [베이징대] 교수와 [갤봇] 창업자가 만났다. → employment 왕허 베이징대 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.92)


@rule(
    "of-person-founder",
    r"<O:startup>의? <P:person> "
    rf"(?:{TITLES} 겸 )?(?P<verb>(?:공동 ?)?{FOUNDER})",
    "[유니트리]의 <왕싱싱> 창업자가 말했다. → founding 왕싱싱 유니트리",
    "[유니트리] <왕싱싱> 창업자는 젊다. → founding 왕싱싱 유니트리",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.96)


@rule(
    "founder-of-it",
    r"(?:^|[,.] |[며고],? |출신인 |출신의 )(?:이 회사(?:의)? |회사의 )?"
    rf"(?:다른 |또 다른 )?(?P<verb>{FOUNDER})(?:인|(?:이자| 겸|이면서) {CLOSE}{{1,16}}인)? "
    rf"<PS:person>{STYLED}(?:{ACTOR}|의|{OBJECT}|에게)",
    "[미니맥스]는 유명하다. 공동 창업자 <윈예이> 역시 [센스타임]에서 일했다. "
    "→ founding 윈예이 미니맥스; employment 윈예이 센스타임 former",
    "[콰이서우]는 회사의 다른 공동창업자인 <청이샤오> 최고제품책임자가 남는다고 밝혔다. "
    "→ founding 청이샤오 콰이서우; employment 청이샤오 콰이서우 current",
    "[메이퇀]은 배달 회사다. 창업자 겸 CEO인 <왕싱>은 젊다. → founding 왕싱 메이퇀; employment 왕싱 메이퇀 current",
    "창업자들은 젊다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The founder of whom the sentence speaks of, or of whom those before did."""
    before = sentence.text[: found.start()]
    topics = [one.start() for one in re.finditer(f"{ORG}[은는] ", before)]
    if not topics and re.search(f"{ORG}(?:의|이|가|을|를|와|과|도) ", before):
        return
    for person in places(found, "person"):
        if topics:
            yield founded(person, topics[-1], (found.start("verb"), person + 1), 0.85)
        else:
            yield founded_it(person, (found.start("verb"), person + 1), 0.82)


@rule(
    "founder-and-firm",
    rf"(?:^|[,.] )(?P<verb>{FOUNDER}) <P:person>[와과] (?:{CLOSE}{{0,16}} )?<O:startup>의 "
    r"(?:경쟁력|성공|성장|이야기|역사|행보|비결|미래|기술|전략|앞날|도전)",
    "창업자 <천톈스>와 [캠브리콘]의 경쟁력을 짚어본다. → founding 천톈스 캠브리콘",
    "창업자 <천톈스>와 [캠브리콘]의 직원이 만났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "verb", "person"), 0.84)


@rule(
    "its-founder-is",
    rf"(?:^|[,.] |[며고],? )(?:이 회사(?:의)? |회사의 )?(?P<verb>{FOUNDER})(?:는|은) (?:{CLOSE}{{0,20}} "
    rf")?<PS:person>{STYLED}{_ENDS}",
    "[메타X]는 5년 전 생겼다. 창업자는 <천웨이량>이다. → founding 천웨이량 메타X",
    "[메타X]는 5년 전 생겼다. 창업자는 <천웨이량> 박사다. → founding 천웨이량 메타X",
    "[메타X]는 5년 전 생겼다. 창업자는 <천웨이량>을 만났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start("verb")]:
        for person in places(found, "person"):
            yield founded_it(person, (found.start("verb"), person + 1), 0.85)


@rule(
    "startup-its-founder",
    rf"<O:startup>{TOPIC} "
    rf"[^.{PERSON}]{{0,70}}?"
    rf"(?P<verb>{FOUNDER})(?:인|는|은|가)? "
    rf"(?:{FREE}{{0,40}} )?<P:person>",
    "[링이완우]는 창업자 <리카이푸>가 [구글차이나] 사장 출신이다. "
    "→ founding 리카이푸 링이완우; employment 리카이푸 구글차이나 former",
    "[딥시크]는 스타트업으로, 창업자는 컴퓨터를 전공한 <량원펑>이다. → founding 량원펑 딥시크",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[found.start("startup") + 1 : found.start("verb")]:
        yield from each_founded(sentence, found, stretch(found, "verb", "person"), 0.93)


@rule(
    "called-founder",
    rf"(?:^|[,.] |[며고],? |[“‘])<P:person> (?P<verb>{FOUNDER})(?:{ACTOR}|의|를|와|에게)",
    "[알리바바]는 행사를 열었다. <마윈> 창업자도 왔다. → founding 마윈 알리바바",
    "[알리바바]는 행사를 열었다. <마윈> 회장도 왔다. → employment 마윈 알리바바 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start()]:
        person = found.start("person")
        yield founded_it(person, (person, found.end("verb")), 0.8)


@rule(
    "other-founders",
    rf"<PS:person>(?:\([^()]{{1,16}}\))? 등 (?:다른 |여러 )?(?P<verb>{FOUNDER})(?:들)?(?:{ACTOR}|의|을)",
    "[무어스레드]가 상장했다. <장위보>, <왕둥> 등 다른 공동창업자도 부자가 됐다. "
    "→ founding 장위보 무어스레드; founding 왕둥 무어스레드",
    "[무어스레드]가 상장했다. <장위보>, <왕둥> 등 다른 투자자도 부자가 됐다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start()]:
        for person in places(found, "person"):
            yield founded_it(person, (person, found.end("verb")), 0.8)
