"""What lies behind somebody: where he comes from and what he does now, what he led, gave up, with whom he worked."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.employment import (
    CURRENT,
    FORMER,
    NO_PERSON,
    PART,
    PEOPLE,
    PLAIN,
    STYLED,
    TITLE,
    office,
    stated_work,
    works,
)
from app.reading.patterns.parts import ACTOR, CLOSE, FREE, LIST_END, OBJECT, OF
from app.reading.patterns.rules import Statement, rule
from app.reading.tagged import ORG, PERSON, Tagged

_ADNOMINAL: Final = "(?:한|던|인|온|된|선|른|둔|낸|끈|운|진|은|는)"
"""How the last word of a clause before a noun ends."""
_OTHER_SUBJECT: Final = re.compile(rf"[가-힣{ORG}](?:이|가) |{ORG}(?:은|는) ")
_GAVE_UP: Final = "(?:박차고|내려놓고|버리고|그만두고|포기하고|접고|뒤로하고|내던지고|사임하고|정리하고|마무리하고)"


@rule(
    "from-then",
    rf"<OS:organization>{LIST_END}{OF} ?(?P<what>{PLAIN}{{0,24}}?) ?(?P<status>출신)(?:으로|으로서|이자|이며),? "
    rf"(?P<between>[^{PERSON}.]{{0,60}}?{_ADNOMINAL}) (?:[가-힣A-Z]{{1,8}} ){{0,2}}<P:person>",
    "[구글] 출신으로 [텐센트]에서 일하고 있는 <류창>이 말했다. "
    "→ employment 류창 구글 former; employment 류창 텐센트 current",
    "[구글]·[메타] 등 미국 빅테크의 연구원 출신으로 [하버드대] 교수를 역임한 <류창>이 왔다. "
    "→ employment 류창 구글 former; employment 류창 메타 former; employment 류창 하버드대 former",
    "[구글] 출신으로 구성된 팀이 이끄는 곳에서 온 <류창>이 말했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not _OTHER_SUBJECT.search(found["between"]):
        yield from works(sentence, found, FORMER, 0.9)


_LEFT_POST: Final = (
    rf"<O:organization>{OF} ?{office(16)}(?: ?(?:직|자리|직위|직책|보직))?{OBJECT} (?P<status>{_GAVE_UP})"
)


rule(
    "gave-up-post",
    rf"<P:person>{STYLED}{ACTOR} (?:{NO_PERSON}{{0,50}}? )?{_LEFT_POST}",
    "<류창>은 [하버드대] 교수직을 내려놓고 귀국했다. → employment 류창 하버드대 former",
    "<류창>은 [하버드대] 교수직을 제안받고 귀국했다. →",
)(partial(stated_work, status=FORMER, confidence=0.92))


@rule(
    "gave-up-post-adnominal",
    rf"{_LEFT_POST} (?P<between>[^{PERSON}.]{{0,50}}?{_ADNOMINAL}) (?:{PLAIN}{{0,14}} )?{PEOPLE}",
    "[하버드대] 종신교수직을 박차고 중국으로 돌아온 <류창>이 이끈다. → employment 류창 하버드대 former",
    "[하버드대] 종신교수직을 제안받고 중국으로 돌아온 <류창>이 이끈다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not _OTHER_SUBJECT.search(found["between"]):
        yield from works(sentence, found, FORMER, 0.92)


rule(
    "met-at-work",
    rf"(?P<person>{PERSON}(?:(?:·|ㆍ|, ?|[와과] ){PERSON})+)(?: 등)?{ACTOR} (?:{FREE}{{0,16}} )?"
    rf"<O:organization>{PART}에서 "
    rf"(?:{PLAIN}{{0,16}} )?(?P<status>만나|만났|만난|한솥밥을|의기투합|함께 (?:일|근무)(?:하|했|한))",
    "<왕둥>과 <류창>은 [바이두] 자율주행팀에서 만나 창업을 꿈꿨다. "
    "→ employment 왕둥 바이두 former; employment 류창 바이두 former",
    "<왕둥>과 <류창>은 [바이두]를 만나 창업을 꿈꿨다. →",
)(partial(stated_work, status=FORMER, confidence=0.82))


rule(
    "led-there",
    rf"<P:person>{STYLED}{ACTOR} (?:{FREE}{{0,30}} )?<O:organization>(?P<status>(?:의|에서)? {CLOSE}{{2,36}}?{OBJECT} "
    r"(?:주도|총괄|지휘|담당|설계|책임)(?:했던|한) (?:인물|주역|장본인|핵심|전문가|과학자|엔지니어|개발자|사람))",
    "<위카이>는 [바이두]의 자율주행 사업을 총괄했던 인물이다. → employment 위카이 바이두 former",
    "<위카이>는 [바이두]의 자율주행 사업을 비판했던 인물이다. →",
)(partial(stated_work, status=FORMER, confidence=0.86))


rule(
    "does-there-adnominal",
    rf"<O:organization>{PART}에서 (?P<status>{CLOSE}{{1,24}}?{OBJECT} (?:{FREE}{{0,8}} )?"
    rf"(?:담당하는|담당하고 있는|맡고 있는|맡은"
    rf"|이끄는|이끌고 있는|총괄하는|총괄하고 있는|책임지는|책임지고 있는|연구하고 있는|지휘하는)) {PEOPLE}",
    "[문샷AI]에서 알고리즘을 담당하는 <저우신위>가 답했다. → employment 저우신위 문샷AI current",
    "[문샷AI]에서 알고리즘을 배우는 <저우신위>가 답했다. →",
)(partial(works, status=CURRENT, confidence=0.88))


rule(
    "ex-in-brackets",
    rf"^<P:person>(?: {TITLE}| 박사|씨)? (?P<status>(?:전|前) ?<O:organization>)$",
    "<왕둥>(전 [구글])이 왔다. → employment 왕둥 구글 former",
    "<왕둥>(친구 [구글])이 왔다. →",
)(partial(works, status=FORMER, confidence=0.88))
