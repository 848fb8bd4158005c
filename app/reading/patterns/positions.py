"""Who works where: hired, appointed, or named with an office."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from app.reading.patterns.employment import (
    CURRENT,
    FORMER,
    NO_PERSON,
    PLAIN,
    STYLED,
    TITLE,
    each,
    office,
    span_of,
    works,
)
from app.reading.patterns.parts import ACTOR, AS, CLOSE, DOER, FREE, INTO, MAIN, OBJECT, OF, TOPIC
from app.reading.patterns.rules import Statement, is_stated, places, rule
from app.reading.tagged import MONEY, ORG, PERIOD, PERSON, PLACE, PRODUCT, Tagged
from app.reading.words import FOUNDER, ORGANIZATION_NOUN, title_in_english
from app.vocabulary import EmploymentStatus, FactType

_CHIEF: Final = (
    "(?:공동 ?)?(?:최고경영자|최고기술책임자|최고운영책임자|최고재무책임자|최고제품책임자|최고생산책임자"
    "|최고과학자|수석과학자|CEO|CTO|COO|회장|대표|총경리)"
)
_CLAUSE: Final = "(?:^|[,.] |[며고] |지금은 |현재 |출신(?:인|의)? |[했하]던 |영입한 |합류한 )"
"""Where a clause begins."""
_NOT_EX: Final = "(?<!전 )(?<!前 )(?<!전직 )"
_ITS: Final = rf"(?:{ORGANIZATION_NOUN}|{TITLE}|{FOUNDER}|아들|딸|부인|아내|남편|동생|친구|동료|파트너|투자자|고객)"
"""What belongs to a firm and is not a part of it."""
_NEAR_TITLE: Final = (
    "(?P<what>(?!전 |前 |전직 )"
    f"(?:(?:{FOUNDER}|{TITLE})(?:이자|이면서) )?"
    f"(?:[^{ORG}{PERSON}{PRODUCT}{MONEY}{PERIOD}.,은는이가을를에]{{0,16}}? )?{TITLE})"
    "(?! ?출신)"
    "(?![을를] ?(?:지낸|역임|맡았|거친|거쳐))"
    f"(?!{AS} (?:일|근무|재직|활동|있))"
    "(?!였|이었)"
)
"""An office right beside a name, of which nothing says that it is over."""
_LEAVES: Final = re.compile(
    f"(?:은|는|이|가|을|를) (?:{NO_PERSON}{{0,40}}? )?{NO_PERSON}{{0,30}}?(?:합류|이직|이적|옮|영입|퇴사|떠나|스카우트)"
    "|.*(?:퇴사했|물러났|사임했|사임한 |사직했|떠났|사표를 냈|사표를 제출|사의를|그만뒀|해임|해고|퇴임했"
    "|내려놨|(?:사임|퇴사|사퇴)를?을? (?:알렸|발표했|밝혔))"
)
"""Behind an office: who goes somewhere else in the same breath no longer holds it."""
_THEN: Final = re.compile(
    rf"(?:고|으며|며|지만|으나|다가| ?[뒤후])?,? (?:[^{ORG}{PERSON}.]{{0,30}} )?{ORG}"
    rf"(?:(?:에|로|으로) (?:[^{ORG}{PERSON}.]{{0,14}} )?(?:합류|이직|이적|옮|자리를 옮|입사)|(?:을|를) "
    rf"(?:공동 ?)?(?:창업|설립|세웠|차렸))"
)
"""Behind somebody's joining a firm: what says that another came after it."""
LASTS: Final = "it is not said whether the employment lasts; it lies in the past"


rule(
    "is-title",
    rf"<P:person>{STYLED}{TOPIC} (?:{FREE}{{0,16}} )?"
    rf"<O:organization>{OF} ?{office(24)}"
    r"(?:다[.,]|이다|(?:로|으로) (?:일하고|일한다|재직(?:하고|한다| 중)|있다|활동(?:하고|한다| 중))|이며|이고|로서"
    r"|(?:를|을|직을) (?:계속 )?(?:맡(?:고|는다|았다)|겸하고|겸임하고|겸직하고)|(?:로|으로) (?:재직|활동"
    r"|근무) ?중|로도|이기도)",
    "<왕허>는 [베이징대] 조교수다. → employment 왕허 베이징대 current",
    "<왕허>는 [갤봇] 최고기술책임자를 맡고 있다. → employment 왕허 갤봇 current",
)(partial(works, status=CURRENT, confidence=0.92))


@rule(
    "chief-of-it",
    rf"(?:{_CLAUSE}(?P<what>{_CHIEF})(?:인)? <P:person>"
    rf"|(?:{_CLAUSE}|{FOUNDER}(?:인)? )<P:person2> (?P<what2>{_CHIEF}))"
    rf"{TOPIC}",
    "[모델베스트]는 유명하다. 최고경영자 <리다하이>는 말했다. → employment 리다하이 모델베스트 current",
    "[즈푸AI]는 <탕제>가 세웠고 지금은 <장펑> 최고경영자가 이끈다. "
    "→ employment 장펑 즈푸AI current; founding 탕제 즈푸AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The chief of who the sentence speaks of: the last that stands as its topic, or whom those before it left."""
    person, title = each(found, "person")[0], span_of(found, "what")
    before = sentence.text[: found.start()]
    topics = [one.start() for one in re.finditer(f"{ORG}[은는] ", before)]
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
    "seated",
    rf"<O:organization>{TOPIC} (?:{FREE}{{0,40}}?)(?P<what>{TITLE}) 자리에 (?:{NO_PERSON}{{0,30}}?)"
    rf"<P:person>{OBJECT} (?P<status>앉혔|임명했|선임했|발탁했|영입했)",
    "[화웨이]는 칩 설계 책임자 자리에 [인텔] 출신인 <인페이>를 앉혔다. "
    "→ employment 인페이 화웨이 current; employment 인페이 인텔 former",
    "[화웨이]는 책임자 자리에 <인페이>를 떠올렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(sentence, found, CURRENT, 0.9)


@rule(
    "hired",
    rf"<O:organization>{ACTOR} (?P<between>{NO_PERSON}{{0,90}}?)"
    rf"(?P<status><P:person>(?P<apposition>{NO_PERSON}{{0,50}}?){OBJECT} "
    rf"(?P<to>[^.{PERSON}]{{0,50}}?)"
    r"(?:영입|스카우트|채용))(?:했|해|하|한 (?:것|바|데|사례)|하기도 했)",
    "[문샷AI]는 최근 <탄쉬>를 영입했다. → employment 탄쉬 문샷AI current",
    "[알리바바]는 <쉬주훙> 전 [싱가포르경영대] 교수를 부사장으로 영입했다. "
    "→ employment 쉬주훙 알리바바 current; employment 쉬주훙 싱가포르경영대 former",
    "[문샷AI]는 <탄쉬>를 영입하려 했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Somebody whom a firm hired; `to` may end with the office: `부사장으로`."""
    is_wanted = found.group().endswith("하") and sentence.text[found.end() : found.end() + 1] in "려기자"
    if is_wanted or not is_stated(sentence, found.end()):
        return
    role = re.search(rf"(?P<what>(?:{PLAIN}{{0,12}} )?{TITLE}){AS} $", found["to"])
    what = (found.start("to") + role.start("what"), found.start("to") + role.end("what")) if role else None
    yield from works(sentence, found, CURRENT, 0.94, what)


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
    status, confidence = _status(sentence, found)
    person, what = found.start("person"), found.span("what")
    yield Statement(
        FactType.EMPLOYMENT,
        {"person": person, "organization": owners[-1]},
        what,
        confidence,
        {"status": status},
        {"organization": (owners[-1], owners[-1] + 1), "status": what, "person": (person, person + 1)},
    )


rule(
    "made-title",
    rf"<O:organization>{TOPIC} (?P<between>{NO_PERSON}{{0,60}}?)"
    rf"<P:person>(?:{NO_PERSON}{{0,36}}?)?{OBJECT} "
    rf"(?:{FREE}{{0,12}} )?{office(20)}{INTO} "
    r"(?P<status>승진시켰|앉혔|임명했|선임했|발탁했|기용했|내세웠)",
    "[얼후테크]는 7일 <루신> 부사장을 최고운영책임자로 승진시켰다. → employment 루신 얼후테크 current",
    "[바이루반도체]는 [퀄컴]에서 16년간 구매를 담당한 <리페이>를 공급망 총괄로 앉혔다. "
    "→ employment 리페이 바이루반도체 current; employment 리페이 퀄컴 former",
)(partial(works, status=CURRENT, confidence=0.92))


@rule(
    "named-title",
    rf"<O:organization>(?:의)? {office(16)}{INTO}(?:는)? "
    rf"(?:[^.]{{0,50}}? )?<P:person>{DOER} "
    r"(?P<status>선임|임명|발탁|승진)(?:됐|돼|되|했)",
    "[쑹라인] 총경리로는 [라인베르크] 부사장이던 <첸웨이란>이 선임됐다. "
    "→ employment 첸웨이란 쑹라인 current; employment 첸웨이란 라인베르크 former",
    "[쑹라인] 총경리로는 아무도 선임되지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from works(sentence, found, CURRENT, 0.92)


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


rule(
    "hired-by-place",
    rf"(?P<status><P:person>{OBJECT} 영입)한 "
    r"(?:곳|회사|기업|업체|쪽)(?:은|는|도|이|가)? "
    r"<O:organization>",
    "<탄쉬>를 영입한 곳도 [문샷AI]다. → employment 탄쉬 문샷AI current",
    "<탄쉬>를 영입한 회사는 [문샷AI]였다. → employment 탄쉬 문샷AI current",
)(partial(works, status=CURRENT, confidence=0.94))


@rule(
    "joined",
    rf"<PS:person>{STYLED}(?P<apposition>{NO_PERSON}{{0,40}}?){TOPIC} "
    rf"(?P<between>{NO_PERSON}{{0,60}}?)"
    rf"(?P<status><O:organization>(?P<unit>의 {CLOSE}{{2,40}}?)?{INTO} (?:{FREE}{{0,14}} )?"
    r"(?P<verb>합류|이직|이적|자리를 옮|적을 옮|옮|둥지를 틀|영입(?=됐|돼|되)|스카우트(?=됐|돼|되)|입사))"
    r"(?:했|해|하|한 (?:데|것|뒤|후|바)|겼|긴 (?:데|것|뒤|후|바)|겨|었|됐|돼|되)",
    "<우융후이>가 최근 틱톡의 모기업 [바이트댄스]에 합류했다. → employment 우융후이 바이트댄스 current",
    "<야오순위>가 [텐센트]로 이직해 화제가 됐다. → employment 야오순위 텐센트 current",
    "<야오순위>가 [텐센트]로 이직한다는 소문이 돌았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Somebody who went to a firm; who once entered one (`2015년 입사해`) need not be there any more."""
    is_wanted = found.group().endswith("하") and sentence.text[found.end() : found.end() + 1] in "려기자겠지"
    if is_wanted or not is_stated(sentence, found.end()):
        return
    tail = sentence.text[found.end() : found.end() + 80]
    if found["verb"] == "입사" and (
        PERIOD in found["between"] or re.search("입사해|입사한 [뒤후]", found.group()) or re.match("[고으]", tail)
    ):
        for one in works(sentence, found, FORMER, 0.75):
            words = {**one.words, "status": found.span("verb")}
            yield replace(one, words=words, doubts=(LASTS,))
        return
    if PERIOD in found["between"] and re.match("한 [뒤후]|해 |했고|하며", sentence.text[found.end() - 1 :]):
        yield from (replace(one, doubts=(LASTS,)) for one in works(sentence, found, CURRENT, 0.8))
        return
    if _THEN.match(tail):
        yield from works(sentence, found, FORMER, 0.85)
        return
    role = re.search(f"{TITLE}$", found["unit"] or "")
    what = (found.start("unit") + 2, found.end("unit")) if role else None
    yield from works(sentence, found, CURRENT, 0.93, what)


@rule(
    "appointed",
    rf"<P:person>{STYLED}{MAIN} (?P<between>{NO_PERSON}{{0,50}}?)"
    rf"<O:organization>{OF} ?(?P<what>{CLOSE}{{0,36}}?{TITLE}){INTO} "
    r"(?P<status>(?:임명|선임|취임|승진|발탁|부임|임용)(?=[됐돼되했해])|영입(?=[됐돼되]))",
    "<우융후이>는 [바이트댄스]의 기초연구 책임자로 임명됐다. → employment 우융후이 바이트댄스 current",
    "<우쉐>는 [알리바바] 최고경영자에 취임했다. → employment 우쉐 알리바바 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from works(sentence, found, CURRENT, 0.93)


rule(
    "person-organization-title",
    rf"<P:person>,? (?:{PLACE}의? )?{_NOT_EX}<O:organization>의? {_NEAR_TITLE}",
    "<왕싱싱> [유니트리] 회장은 말했다. → employment 왕싱싱 유니트리 current",
    "<량루보> [바이트댄스] 최고경영자에게 보고한다. → employment 량루보 바이트댄스 current",
    "<펑즈후이> [애지봇] 창업자는 젊다. → founding 펑즈후이 애지봇",
)(partial(works, status=CURRENT, confidence=0.9))


def _status(sentence: Tagged, found: re.Match[str]) -> tuple[EmploymentStatus, float]:
    """Whether the office that ends here is still held, and how sure that is."""
    return (FORMER, 0.85) if _LEAVES.match(sentence.text[found.end() :]) else (CURRENT, 0.9)


@rule(
    "organization-title-person",
    rf"{_NOT_EX}<O:organization>의? {_NEAR_TITLE}(?:인|이자)? <PS:person>",
    "[바이트댄스] 최고경영자 <량루보>가 말했다. → employment 량루보 바이트댄스 current",
    "[오픈AI] 연구원 <야오순위>가 [텐센트]로 이직했다. "
    "→ employment 야오순위 오픈AI former; employment 야오순위 텐센트 current",
    "[유니트리] 창업자 <왕싱싱>은 젊다. → founding 왕싱싱 유니트리",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(sentence, found, *_status(sentence, found))


@rule(
    "organization-person-title",
    rf"{_NOT_EX}<O:organization>(?:의 (?!{_ITS})[가-힣A-Za-z]{{2,12}} |의? )<P:person> {_NEAR_TITLE}(?![가-힣]{{2}})",
    "[샤오펑]의 자율주행시스템 <우신위> 부총재가 사임했다. → employment 우신위 샤오펑 former",
    "[샤오펑]의 경쟁사 <우신위> 부총재가 왔다. →",
    "[유니트리]의 <왕싱싱> 회장이 말했다. → employment 왕싱싱 유니트리 current",
    "[딥마인드] <우융후이> 연구 부사장이 [바이트댄스]로 이직했다. "
    "→ employment 우융후이 딥마인드 former; employment 우융후이 바이트댄스 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(sentence, found, *_status(sentence, found))


@rule(
    "founder-with-title",
    rf"<O:organization>(?:의? ?(?P<founder>{FOUNDER})(?:인|이자)?|{OBJECT} (?:{FREE}{{0,16}} )?"
    rf"(?:공동 ?)?(?:창업|설립|창립)한) (?P<status><P:person> (?P<what>{_CHIEF}))(?![가-힣]{{2}})",
    "[무어스레드]를 공동 창업한 <저우위안> 최고기술책임자가 나섰다. "
    "→ founding 저우위안 무어스레드; employment 저우위안 무어스레드 current",
    "[유니트리] 창업자 <왕싱싱> CEO는 젊다. → founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
    "[핀둬둬]의 창업자 <황정> 회장이 지난해 사임했다. → founding 황정 핀둬둬; employment 황정 핀둬둬 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    status, _ = _status(sentence, found)
    yield from works(sentence, found, status, 0.85)


@rule(
    "new-chief",
    rf"<O:organization>{TOPIC} (?:{FREE}{{0,40}} )?<P:person> (?:새|신임|차기) (?P<what>{TITLE})(?:가|이|을|를) "
    rf"(?:{FREE}{{0,20}})?(?P<status>취임|선임|임명|부임)(?:했|됐|해|돼|하고)",
    "[바이트댄스]는 4일 <량루보> 신임 CEO가 취임했다고 알렸다. → employment 량루보 바이트댄스 current",
    "[바이트댄스]는 <량루보> 신임 CEO를 선임하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from works(sentence, found, CURRENT, 0.9)


rule(
    "holds-title-adnominal",
    rf"<O:organization>{OF} ?{office(24)}"
    rf"(?P<status>{OBJECT} (?:맡고 있는|맡은)) "
    rf"(?:{PLAIN}{{0,14}} )?<P:person>",
    "[윈판AI]에서 최고제품책임자를 맡은 <뤼칭>이 말했다. → employment 뤼칭 윈판AI current",
    "[갤봇] 최고기술책임자를 맡고 있는 <왕허>가 말했다. → employment 왕허 갤봇 current",
    "[갤봇] 최고기술책임자를 꿈꾸는 <왕허>가 말했다. →",
)(partial(works, status=CURRENT, confidence=0.88))


rule(
    "leads-adnominal",
    r"<O:organization>(?P<status>(?:을|를) (?:이끄는|이끌고 있는)) "
    r"(?:[가-힣]{1,8} )?<P:person>",
    "[스텝펀]을 이끄는 <장다신>은 말했다. → employment 장다신 스텝펀 current",
    "[스텝펀]을 떠올리는 <장다신>은 말했다. →",
)(partial(works, status=CURRENT, confidence=0.85))
