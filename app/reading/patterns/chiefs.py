"""Chiefs and others with an office, of a company that is named elsewhere: `최고경영자 P는`, `창업자 P 회장이`."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.employment import (
    CHIEF,
    CURRENT,
    END,
    NO_PERSON,
    STYLED,
    TITLE,
    each,
    held,
    span_of,
    stated_work,
    works,
)
from app.reading.patterns.parts import AS, CLOSE, DOER, FREE, INTO, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, is_stated, places, rule
from app.reading.tagged import ORG, PERSON, Tagged
from app.reading.words import FOUNDER, title_in_english
from app.vocabulary import FactType

_CLAUSE: Final = "(?:^|[,.] |[며고] |지금은 |현재 |출신(?:인|의)? |[했하]던 |영입한 |합류한 )"
"""Where a clause begins."""


@rule(
    "chief-of-it",
    rf"(?:{_CLAUSE}(?P<what>{CHIEF})(?:인)? <P:person>"
    rf"|(?:{_CLAUSE}|{FOUNDER}(?:인)? )<P:person2> (?P<what2>{CHIEF}))"
    rf"(?:{TOPIC}|{OBJECT} (?:포함|비롯))",
    "[모델베스트]는 유명하다. 최고경영자 <리다하이>는 말했다. → employment 리다하이 모델베스트 current",
    "[즈푸AI]는 <탕제>가 세웠고 지금은 <장펑> 최고경영자가 이끈다. "
    "→ employment 장펑 즈푸AI current; founding 탕제 즈푸AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The chief of who the sentence speaks of: the last that stands as its topic, or whom those before it left."""
    person, title = each(found, "person")[0], span_of(found, "what")
    before = sentence.text[: found.start()]
    topics = [one.start() for one in re.finditer(f"{ORG}[은는] ", before)]
    topics = topics or [one.start() for one in re.finditer(f"{ORG}[이가] ", before)]
    if title is None or (ORG in before and not topics):
        return
    words = {"person": (person, person + 1), "title": title, "status": title}
    if topics:
        words["organization"] = (topics[-1], topics[-1] + 1)
    yield Statement(
        FactType.EMPLOYMENT,
        {"person": person, "organization": topics[-1] if topics else None},
        (min(person, title[0]), max(person + 1, title[1])),
        0.85,
        {"status": CURRENT, "title": title_in_english(sentence.text[slice(*title)])},
        words,
        doubts=("the employer is not named beside the title; it is who the text speaks of",),
    )


def _of_it(sentence: Tagged, found: re.Match[str], confidence: float) -> Iterator[Statement]:
    """Somebody has the office of a group in the company that the sentence or those before speak of."""
    before = sentence.text[: found.start()]
    topics = [one.start() for one in re.finditer(f"{ORG}[은는] ", before)]
    if (re.search(f"{ORG}[이가을를과와도] ", before) and not topics) or not is_stated(sentence, found.end()):
        return
    words = {"status": found.span("status")}
    fields = {}
    if found["what"]:
        words["title"] = found.span("what")
        fields["title"] = title_in_english(found["what"].strip())
    if topics:
        words["organization"] = (topics[-1], topics[-1] + 1)
    for person in places(found, "person"):
        yield Statement(
            FactType.EMPLOYMENT,
            {"person": person, "organization": topics[-1] if topics else None},
            found.span("status"),
            confidence,
            {"status": CURRENT, **fields},
            words | {"person": (person, person + 1)},
            doubts=("the employer is not named beside the title; it is who the text speaks of",),
        )


@rule(
    "has-title-of-it",
    rf"<P:person>{STYLED}{TOPIC} (?:{FREE}{{0,24}} )?(?:회사의? )?(?P<what>{TITLE})(?: 겸 {TITLE})?"
    rf"(?P<status>(?:을|를|직을) (?:계속 )?(?:맡고 있|맡는다)|{AS} (?:회사를 이끈|회사를 이끌고|일하고 있"
    rf"|재직하고|재직 중|참여하고 있|활동하고 있|합류했))",
    "[란처로봇]은 작년에 생겼다. <류청위>가 최고운영책임자를 맡고 있다. → employment 류청위 란처로봇 current",
    "[캠브리콘]은 크다. 동생인 <천톈스>는 지금도 회장 겸 총경리로 회사를 이끈다. → employment 천톈스 캠브리콘 current",
    "[란처로봇]은 작년에 생겼다. <류청위>가 최고운영책임자를 찾고 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _of_it(sentence, found, 0.85)


@rule(
    "title-of-it-held",
    rf"(?:^|[,.”] |[며고] )(?P<what>(?:현재 |현 )?{CHIEF})(?:은|는|직은|자리는) (?:[^.,{ORG}]{{0,30}} )?"
    rf"<P:person>{STYLED}{DOER} "
    r"(?P<status>맡고 있|맡았|맡는다)",
    "[즈푸]는 크다. 최고경영자는 탕 교수의 제자인 <장펑>이 맡고 있다. → employment 장펑 즈푸 current",
    "[즈푸]는 크다. 최고경영자는 <장펑>이 고르고 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _of_it(sentence, found, 0.84)


@rule(
    "own-title",
    rf"(?<![가-힣])자사 (?P<what>(?:{CLOSE}{{0,36}}? )?{TITLE})(?:인|이던|이었던)? <P:person>",
    "[바이트댄스]에 따르면 자사 기초 연구 책임자인 <펑자시>가 사표를 냈다. → employment 펑자시 바이트댄스 former",
    "[바이트댄스]는 자사 제품을 <펑자시>에게 보냈다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    owners = [one.start() for one in re.finditer(f"{ORG}(?:은|는|이|가|에 따르면)", sentence.text[: found.start()])]
    if not owners:
        return
    status, confidence = held(sentence, found)
    person, what = found.start("person"), found.span("what")
    yield Statement(
        FactType.EMPLOYMENT,
        {"person": person, "organization": owners[-1]},
        what,
        confidence,
        {"status": status},
        {"organization": (owners[-1], owners[-1] + 1), "status": what, "person": (person, person + 1)},
    )


@rule(
    "made-title-of-it",
    rf"<P:person>(?:{NO_PERSON}{{0,36}}?)?{OBJECT} (?:{FREE}{{0,12}} )?(?P<what>{TITLE}){INTO} "
    r"(?P<status>임명|선임|영입|승진시|앉)(?:했|하기도|혔|켰|해)",
    "[징둥]은 바쁘다. 최근에는 <저우보원>을 부총재로 임명하기도 했다. → employment 저우보원 징둥 current",
    "[징둥]은 바쁘다. 최근에는 <저우보원>을 부총재로 임명하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(f"{ORG}(?: [가-힣]{{1,4}})?[은는이가] ", sentence.text):
        yield from _of_it(sentence, found, 0.82)


@rule(
    "founder-with-title",
    rf"<O:organization>(?:의? ?(?P<founder>{FOUNDER})(?:인|이자)?|{OBJECT} (?:{FREE}{{0,16}} )?"
    rf"(?:공동 ?)?(?:창업|설립|창립)한) (?P<status><P:person> (?P<what>{CHIEF})){END}",
    "[무어스레드]를 공동 창업한 <저우위안> 최고기술책임자가 나섰다. "
    "→ founding 저우위안 무어스레드; employment 저우위안 무어스레드 current",
    "[샤오미] 창업자 <레이쥔> 회장으로부터 들었다. → founding 레이쥔 샤오미; employment 레이쥔 샤오미 current",
    "[유니트리] 창업자 <왕싱싱> CEO는 젊다. → founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
    "[핀둬둬]의 창업자 <황정> 회장이 지난해 사임했다. → founding 황정 핀둬둬; employment 황정 핀둬둬 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    status, _ = held(sentence, found)
    yield from works(sentence, found, status, 0.85)


rule(
    "reports-to",
    rf"<O:organization>[^.{ORG}{PERSON}]{{1,60}}?(?:합류|임명|선임|입사|이직|옮)[^.{ORG}{PERSON}]{{1,24}}"
    rf"(?P<status><P:person> (?P<what>{CHIEF})에게 (?:{FREE}{{0,10}} )?보고)",
    "<우융후이>는 [바이트댄스]의 연구 책임자로 임명됐으며 <량루보> 최고경영자에게 직접 보고한다. "
    "→ employment 우융후이 바이트댄스 current; employment 량루보 바이트댄스 current",
    "<우융후이>는 [바이트댄스]의 연구 책임자로 임명됐으며 <량루보> 최고경영자에게 인사했다. "
    "→ employment 우융후이 바이트댄스 current",
)(partial(works, status=CURRENT, confidence=0.86))


rule(
    "with-its-other",
    rf"<P>,? <O:organization>의? (?:CEO|최고경영자|대표|대표이사|회장|창업자)[와과·,] ?<P:person> "
    rf"(?P<what>CTO|COO|CFO|최고(?:기술|운영|재무|제품|과학)책임자|최고기술경영자|부사장|부회장|공동대표)"
    rf"{END}",
    "<왕싱싱> [유니트리] CEO와 <왕둥> CTO가 왔다. "
    "→ employment 왕싱싱 유니트리 current; employment 왕둥 유니트리 current",
    "<왕싱싱> [유니트리] CEO와 <왕둥> 교수가 왔다. → employment 왕싱싱 유니트리 current",
)(partial(works, status=CURRENT, confidence=0.86))


rule(
    "founded-with-its-other",
    rf"<O:organization>{OBJECT} (?:공동 ?)?(?:창업|설립|창립)한 <P> {CHIEF}(?:[와과]|,) ?"
    rf"(?P<status><P:person> (?P<what>{CHIEF})){END}",
    "[갤봇]을 공동 창업한 <왕첸> CEO와 <왕하오> CTO는 동문이다. → founding 왕첸 갤봇; founding 왕하오 갤봇; "
    "employment 왕첸 갤봇 current; employment 왕하오 갤봇 current",
    "[갤봇]을 공동 창업한 <왕첸> CEO와 <왕하오> 교수는 동문이다. → founding 왕첸 갤봇; founding 왕하오 갤봇; "
    "employment 왕첸 갤봇 current",
)(partial(works, status=CURRENT, confidence=0.86))


rule(
    "its-title-is",
    rf"<O:organization>의? (?P<what>{CHIEF}|수장)(?:은|는) (?P<status>(?:[^.,{PERSON}]{{0,24}} )?"
    r"<P:person>(?:이?다|이며|이고|입니다))(?![가-힣])",
    "[유니트리]의 수장은 90년대생 <왕싱싱>이다. → employment 왕싱싱 유니트리 current",
    "[유니트리]의 수장은 <왕싱싱>을 만났다. →",
)(partial(works, status=CURRENT, confidence=0.88))


rule(
    "led-by",
    rf"<O:organization>(?:은|는) (?:{FREE}{{0,24}} )?<P:person>(?: (?P<what>{TITLE}))?"
    rf"(?P<status>{DOER} (?:{FREE}{{0,8}} )?"
    "(?:이끌고 있|이끈다|이끌며|경영하고 있|경영을 맡|진두지휘하|지휘봉을 잡))",
    "[로키드]는 <주밍밍> 회장이 이끌고 있다. → employment 주밍밍 로키드 current",
    "[로키드]는 <주밍밍> 회장이 끌고 온 자료를 냈다. →",
)(partial(stated_work, status=CURRENT, confidence=0.88))


rule(
    "founder-holds-title",
    rf"<O:organization>의? {FOUNDER}(?:인|이자)? (?P<status><P:person>{TOPIC} (?:{FREE}{{0,24}} )?(?P<what>{TITLE})"
    r"(?:을|를|직을) (?:계속 )?(?:맡고 있|맡는다|맡게 |맡았|겸하고))",
    "[바이트댄스]의 공동 창업자인 <량루보>가 CEO를 맡고 있다. "
    "→ employment 량루보 바이트댄스 current; founding 량루보 바이트댄스",
    "[바이트댄스]의 공동 창업자인 <량루보>가 CEO를 만났다. → founding 량루보 바이트댄스",
)(partial(stated_work, status=CURRENT, confidence=0.87))


@rule(
    "title-of-who-founded",
    rf"<O:organization>{TOPIC} (?P<between>[^.]{{0,80}}?)<P:person> (?P<what>{CHIEF})(?:이|가|과|와|,) "
    rf"(?=[^.{ORG}]{{0,50}}(?:창업|설립|창립)(?:했|한|해))",
    "[메타X]는 2020년 [AMD] 출신 <천웨이량> 회장이 설립했다. "
    "→ founding 천웨이량 메타X; employment 천웨이량 메타X current; employment 천웨이량 AMD former",
    "[메타X]는 2020년 <천웨이량> 회장이 떠난 뒤 작아졌다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(f"{ORG}[은는을를이가] ", found["between"]):
        yield from works(sentence, found, CURRENT, 0.86)


rule(
    "founder-made-title",
    rf"(?P<what>{TITLE}){AS}(?:는)? <O:organization>의? {FOUNDER}(?:인)? (?P<status><P:person>{DOER} "
    rf"(?:{FREE}{{0,12}} )?"
    r"(?:선임|임명|내정|발탁))(?:됐|돼|되)",
    "후임 CEO로는 [바이트댄스] 공동 창업자인 <량루보>가 선임됐다. "
    "→ employment 량루보 바이트댄스 current; founding 량루보 바이트댄스",
    "후임 CEO로는 [바이트댄스] 공동 창업자인 <량루보>가 거론된다. → founding 량루보 바이트댄스",
)(partial(stated_work, status=CURRENT, confidence=0.9))


rule(
    "new-chief",
    rf"<O:organization>{TOPIC} (?:{FREE}{{0,40}} )?<P:person> (?:새|신임|차기) (?P<what>{TITLE})(?:가|이|을|를) "
    rf"(?:{FREE}{{0,20}})?(?P<status>취임|선임|임명|부임)(?:했|됐|해|돼|하고)",
    "[바이트댄스]는 4일 <량루보> 신임 CEO가 취임했다고 알렸다. → employment 량루보 바이트댄스 current",
    "[바이트댄스]는 <량루보> 신임 CEO를 선임하지 않았다. →",
)(partial(stated_work, status=CURRENT, confidence=0.9))
