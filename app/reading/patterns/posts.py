"""Offices at several employers in one breath: `애플에서는 부사장, 구글에서는 사장을 역임했다`."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.employment import FORMER, NO_PERSON, PLAIN, STYLED, TITLE, office, stated_work, works
from app.reading.patterns.parts import AS, FREE, LIST_END, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, rule
from app.reading.tagged import NUMBER, ORG, PERIOD, PERSON, Tagged
from app.reading.words import title_in_english
from app.vocabulary import FactType

_LASTED: Final = rf"(?:[0-9]+년|{NUMBER}|{PERIOD})"
_AFTER: Final = "(?:뒤|후|바|적|다음|경험|경력|이력|인물|것)"
"""What follows the adnominal form of what somebody has done: `일한 뒤`, `일한 적이 있다`."""
_POST_AT: Final = re.compile(rf"{ORG}에서(?:는)? (?:[^,]{{0,40}}? )?(?P<title>{TITLE})(?=[,을를으로 ]|$)")
"""Where somebody had which office."""


rule(
    "offices-listed",
    rf"<P:person>{STYLED}(?:은|는|이|가|도) (?!각각)(?:{NO_PERSON}{{0,60}}?)<O:organization>의? "
    rf"{office(20)}(?:, |·| 및 |[와과] )"
    rf"(?P<status><O>의? {NO_PERSON}{{0,24}}?{TITLE}(?: 등)?{OBJECT} (?:{FREE}{{0,12}} )?"
    "(?:담당|역임|지냈|지낸|거쳤|거친|거쳐|맡았))",
    "<왕진>은 [이베이] 최고기술책임자, [구글] 부원장 등을 담당하고 왔다. "
    "→ employment 왕진 이베이 former; employment 왕진 구글 former",
    "<왕진>은 [이베이] 최고기술책임자, [구글] 부원장 등을 만나고 왔다. →",
)(partial(works, status=FORMER, confidence=0.9))


@rule(
    "titles-at-each",
    rf"<P:person>{STYLED}(?:은|는|이|가|도) (?:{NO_PERSON}{{0,100}}?)"
    rf"(?P<posts><O>에서(?:는)? (?:{NO_PERSON}{{0,30}}? )?{TITLE}(?:을|를|으로|로)?,? "
    rf"(?:{PLAIN}{{0,10}} )?<O>에서(?:는)? {NO_PERSON}{{1,80}}?)"
    rf"(?: 등)?{OBJECT} (?:{FREE}{{0,10}} )?(?P<status>역임|지냈|지낸|맡았|거쳤|거친)",
    "<리카이푸>는 [애플]에서는 부사장, [구글]에서는 사장을 역임했다. "
    "→ employment 리카이푸 애플 former; employment 리카이푸 구글 former",
    "<리카이푸>는 [애플]에서 연구 부서장, [MS]에서 부사장, [구글]에서 사장을 지냈다. "
    "→ employment 리카이푸 애플 former; employment 리카이푸 MS former; employment 리카이푸 구글 former",
    "<리카이푸>는 [애플]에서는 제품, [구글]에서는 광고를 봤다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """An office at each of several employers."""
    start, person = found.start("posts"), found.start("person")
    for one in _POST_AT.finditer(found["posts"]):
        organization, title = start + one.start(), (start + one.start("title"), start + one.end("title"))
        yield Statement(
            FactType.EMPLOYMENT,
            {"person": person, "organization": organization},
            (organization, title[1]),
            0.9,
            {"status": FORMER, "title": title_in_english(one["title"])},
            {
                "organization": (organization, organization + 1),
                "title": title,
                "status": found.span("status"),
                "person": (person, person + 1),
            },
        )


rule(
    "posts-at-each",
    rf"(?<![와과·,] )<P:person>{STYLED}(?:은|는|이|가|도) (?:{NO_PERSON}{{0,60}}? )?<OS:organization>{LIST_END}에서 "
    rf"(?:각각 |모두 |두루 |차례로 )?(?:{PLAIN}{{0,16}} )?(?P<status>(?:직책|요직|보직|중책|임원직|간부직|직위|자리)"
    rf"(?:을|를) (?:두루 )?(?:맡았|맡은 {_AFTER}|지냈|지낸 {_AFTER}|거쳤|거친 {_AFTER}|역임))",
    "<리카이푸>는 [애플]과 [구글]에서 각각 주요 직책을 맡았다. "
    "→ employment 리카이푸 애플 former; employment 리카이푸 구글 former",
    "<리카이푸>는 [애플]에서 요직을 두루 거친 인물이다. → employment 리카이푸 애플 former",
    "<리카이푸>는 [애플]과 [구글]에서 각각 주요 직책을 제안받았다. →",
)(partial(stated_work, status=FORMER, confidence=0.9))


rule(
    "years-at-each",
    rf"<P:person>{STYLED}{TOPIC} {NO_PERSON}{{0,60}}?"
    rf"<O:organization>에서 (?:{_LASTED}|{PLAIN}{{1,14}}{OBJECT}|{TITLE}{AS}),? (?:이어 |이후 )?"
    rf"<O:organization2>에서 (?:{_LASTED}|{PLAIN}{{1,14}}|{TITLE})(?:을|를|간|으로|로)? "
    r"(?P<status>일했|근무했|보냈|몸담았|개발했|연구했|담당했|맡았|이끌었)",
    "<장청안>은 [화웨이]에서 레이더를, [비야디]에서 카메라를 개발했다. "
    "→ employment 장청안 화웨이 former; employment 장청안 비야디 former",
    "<우자>는 [화낙]에서 6년, [쿠카]에서 3년을 일했다. → employment 우자 화낙 former; employment 우자 쿠카 former",
    "<우자>는 [화낙]에서 6년, [쿠카]에서 3년을 기다렸다. →",
)(partial(works, status=FORMER, confidence=0.92))


rule(
    "passed-through-adnominal",
    rf"<OS:organization>{LIST_END}{OBJECT} (?:차례로 |두루 |잠시 |모두 )?(?P<status>거쳐|거치며|떠나)"
    rf"(?: 현재| 지금은?)? (?:[^{PERSON}.은는]{{0,50}}?)(?:한|던|인|온|된|선|른|둔|모은|이끄는) "
    r"(?:[가-힣A-Z]{1,8}(?<!에서)(?<![을를은는이가에]) ){0,2}<P:person>",
    "[인텔]과 [구글]을 거쳐 [칭펑AI]에서 개발자로 일한 <왕허> 대표는 젊다. "
    "→ employment 왕허 인텔 former; employment 왕허 구글 former; employment 왕허 칭펑AI former",
    "[인텔]을 거쳐 온 부품을 쓰는 회사에서 <왕허>는 일한다. →",
)(partial(works, status=FORMER, confidence=0.92))
