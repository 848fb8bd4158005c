"""Who left an employer, and who got there by a programme; the employer may be named in the sentences before."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.employment import (
    CURRENT,
    FORMER,
    NO_PERSON,
    PEOPLE,
    PLAIN,
    STYLED,
    TITLE,
    held,
    office,
    stated_work,
    works,
)
from app.reading.patterns.parts import ACTOR, AS, CLOSE, DOER, FREE, LIST_END, OBJECT, OF, TOPIC
from app.reading.patterns.rules import Statement, is_stated, places, rule
from app.reading.tagged import ORG, Tagged
from app.reading.words import FOUNDER
from app.vocabulary import FactType

_GONE: Final = (
    r"(?:사임|사직|퇴사|퇴직|사퇴)(?:했|한다|하고|하며|해)|물러났|그만뒀"
    r"|(?:사임|사직|퇴사|사퇴) ?(?:의사|결정)?(?:을|를) (?:밝혔|발표했|알렸)"
    r"|(?:회사를 )?떠(?:났|난 (?:것|뒤|후)|나며|난다)"
    r"|사표를 (?:냈|제출했)|짐을 쌌"
)
_IT: Final = "the employer is not named beside the person; it is who the text speaks of"
_NEXT_NAME: Final = rf"(?:{PLAIN}{{0,14}} )?{PEOPLE}"
"""The person of whom the clause before it says something, perhaps with a word between."""
_PROGRAMME: Final = "(?:프로젝트|프로그램|전형|공채|계획|인턴십|양성 과정)"


@rule(
    "left-it",
    rf"(?:^|[ ,.“])(?:<P:first>[와과] {CLOSE}{{0,24}}?{TITLE} )?<PS:person>"
    rf"(?: {CLOSE}{{0,16}}?{TITLE}(?:[와과] <PS:other> "
    rf"{CLOSE}{{0,16}}?{TITLE})?)?{ACTOR} (?:(?:(?!대신){FREE}){{0,36}}? )?(?P<status>{_GONE})",
    "[즈푸]는 임원을 잃었다. <취텅> 부사장이 지난달 사임했다. → employment 취텅 즈푸 former",
    "[즈푸]는 임원을 잃었다. <장쿠오> 이사와 <취텅> 부사장이 회사를 떠났다. → employment 장쿠오 즈푸 former; "
    "employment 취텅 즈푸 former",
    "[즈푸]는 임원을 잃었다. 이사 <장쿠오>와 부사장 <취텅>도 회사를 떠난 것으로 알려졌다. "
    "→ employment 장쿠오 즈푸 former; employment 취텅 즈푸 former",
    "[즈푸]는 임원을 잃었다. <취텅> 부사장이 사임하지 않았다. →",
    "[즈푸]는 임원을 잃었다. <취텅> 부사장은 어릴 때 고향을 떠났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Somebody who left whom the text speaks of; nobody where the sentence names another firm before or behind."""
    leaves_else = re.search("[을를] (?:[^.]{0,12} )?떠", found.group()) and "회사를 " not in found.group()
    if leaves_else or ORG in sentence.text[: found.end()] or not is_stated(sentence, found.end()):
        return
    for role in ("first", "person", "other"):
        for person in places(found, role) if found[role] else ():
            yield Statement(
                FactType.EMPLOYMENT,
                {"person": person, "organization": None},
                (person, found.end("status")),
                0.82,
                {"status": FORMER},
                {"person": (person, person + 1), "status": found.span("status")},
                doubts=(_IT,),
            )


rule(
    "founder-left",
    rf"<O:organization>의? {FOUNDER}(?:인|이자)? <P:person>{TOPIC} (?P<status>(?:{FREE}{{0,48}}? )?"
    rf"(?:CEO|최고경영자|회장|대표)(?:직|직에서|자리에서|에서|직을|를|을) ?(?:{FREE}{{0,12}} )?"
    r"(?:물러났|사임했|사퇴했|내려놨|내려놓았|그만뒀|사임한다고"
    r"|(?:사임|사퇴|퇴임) ?(?:의사)?를?을? (?:밝혔|발표했|알렸)))",
    "[바이트댄스]의 창업자인 <장이밍>은 지난 5월 CEO직 사임을 밝혔다. "
    "→ employment 장이밍 바이트댄스 former; founding 장이밍 바이트댄스",
    "[바이트댄스]의 창업자인 <장이밍>은 CEO직 사임을 거부했다. → founding 장이밍 바이트댄스",
)(partial(stated_work, status=FORMER, confidence=0.88))


rule(
    "left-adnominal",
    rf"<OS:organization>{LIST_END}(?:(?:을|를|에서) (?:차례로 |두루 )?"
    r"(?P<status>거친|떠난|퇴사한|나온|그만둔|사임한|사직한|퇴직한|퇴임한|은퇴한|물러난|해고된|해임된"
    r"|(?<=에서 )(?:건너온|넘어온|옮겨 ?온))|에 (?P<status2>사표를 (?:낸|던진))) "
    rf"{_NEXT_NAME}",
    "[구글]을 떠난 <양즈린>이 세웠다. → employment 양즈린 구글 former",
    "[화웨이]에 사표를 낸 <팡쉬>가 세웠다. → employment 팡쉬 화웨이 former",
    "[오포]와 [화웨이]를 거친 <펑즈후이>다. → employment 펑즈후이 오포 former; employment 펑즈후이 화웨이 former",
)(partial(works, status=FORMER, confidence=0.92))


rule(
    "from-programme",
    rf"<P:person>{STYLED}{ACTOR} (?:{NO_PERSON}{{0,60}}? )?<O:organization>(?:의|가|이)? "
    rf"(?P<status>(?:{CLOSE}{{0,60}} )?"
    rf"{CLOSE}{{0,16}}{_PROGRAMME}(?: 출신|(?:으로|로|에|을 통해|를 통해) "
    rf"(?:{FREE}{{0,10}} )?(?:영입된|발탁|선발|스카우트|입사)))",
    "<펑즈후이>는 [화웨이]가 젊은 인재를 뽑으려고 만든 인재 프로젝트 출신이다. → employment 펑즈후이 화웨이 former",
    "<펑즈후이>는 [화웨이] 천재 소년 프로그램에 발탁됐다. → employment 펑즈후이 화웨이 former",
    "<펑즈후이>는 [화웨이] 인재 프로그램에 떨어졌다. →",
)(partial(stated_work, status=FORMER, confidence=0.82))


rule(
    "retired-from",
    rf"<P:person>{STYLED}{TOPIC} (?:{NO_PERSON}{{0,90}}? )?<O:organization>(?:의? {office(16)}직?)?에서 "
    r"(?P<status>퇴임|퇴직|은퇴|해고|해임|경질|축출|사임|사퇴)(?:했|한 (?:뒤|후|바|것)|됐|된 (?:뒤|후|것))",
    "<허우샤오디>가 [투심플] CEO에서 축출된 것은 2년 전이다. → employment 허우샤오디 투심플 former",
    "<찰스 리버>는 2023년 [하버드대]에서 퇴임했다. → employment 찰스 리버 하버드대 former",
    "<찰스 리버>는 2023년 [하버드대]에서 강연했다. →",
)(partial(stated_work, status=FORMER, confidence=0.9))


@rule(
    "being-title",
    rf"<O:organization>{OF} ?(?P<what>(?:{PLAIN}{{0,16}}? )?{TITLE})(?P<status>{AS}) "
    rf"(?:{CLOSE}|, ){{0,50}}?(?:인|꼽히는|불리는) "
    rf"(?:{PLAIN}{{0,14}} )?<P:person>",
    "[하버드대] 교수로 통계학 분야 권위자인 <류쥔>이 왔다. → employment 류쥔 하버드대 current",
    "[딥시크] 개발자로 꼽히는 <류쥔>이 지난달 퇴사했다. → employment 류쥔 딥시크 former",
    "[하버드대] 교수로 통계학을 가르친 <류쥔>이 왔다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    status, _ = held(sentence, found)
    yield from works(sentence, found, status, 0.8)


rule(
    "serves-as",
    rf"<P:person>{STYLED}{DOER} (?:{FREE}{{0,20}} )?<O:organization>{OF} ?(?P<what>(?:{PLAIN}{{0,24}}? )?{TITLE})"
    rf"(?P<status>{AS} (?:{FREE}{{0,10}} )?재직(?:하는| 중)|{OBJECT} 맡(?:는다|게 되|게 된))",
    "<수페이>가 모교인 [칭화대] 석좌교수로 재직하는 것으로 알려졌다. → employment 수페이 칭화대 current",
    "<수페이>가 [칭화대] 석좌교수로 초청받은 것으로 알려졌다. →",
)(partial(stated_work, status=CURRENT, confidence=0.88))


rule(
    "headline-left",
    rf"^(?:{FREE}{{0,30}} )?(?:<P:person>, (?:결국 )?<O:organization>(?:을|를|에서)?"
    rf"|<O:organization2>, (?:{FREE}{{0,24}} )?<P:person2>(?: {TITLE})?) (?P<status>떠나|떠난다|떠났다|퇴사|사임|사직)"
    rf"(?: 승인)?(?=$|[,.…]| {ORG}(?:에|으로|로))",
    "AI 스타 <앤드루 응>, [바이두] 떠난다 → employment 앤드루 응 바이두 former",
    "[바이두], 수석과학자 <앤드루 응> 떠나 → employment 앤드루 응 바이두 former",
    "<앤드루 응>, [바이두] 칭찬 →",
)(partial(works, status=FORMER, confidence=0.85))


rule(
    "headline-joined",
    rf"^(?:{FREE}{{0,30}} )?<P:person>(?: (?:(?:전|前) ?)?(?:{ORG} ?)?{TITLE})?, "
    rf"(?:[^.]{{0,6}}떠나 )?(?:{FREE}{{0,10}} )?<O:organization>(?P<status>(?:에|로|으로)? ?(?:합류|이직|행|이적))"
    r"(?=$|[,.…])",
    "AI 스타 <뤄푸리>, [샤오미] 합류 → employment 뤄푸리 샤오미 current",
    "<뤄푸리>, [샤오미] 칭찬 →",
    "<왕둥> 전 [구글] 부사장, [텐센트] 합류 → employment 왕둥 구글 former; employment 왕둥 텐센트 current",
)(partial(works, status=CURRENT, confidence=0.85))


rule(
    "headline-hired",
    rf"^(?:{FREE}{{0,20}} )?<O:organization>, (?:{NO_PERSON}{{0,40}} )?(?P<status><PS:person>(?: {TITLE})?"
    r"(?: 등)? (?:영입|스카우트|임명|선임|발탁))(?=$|[,.…])",
    "[알리바바], [구글] 부사장 <왕둥> 영입 → employment 왕둥 알리바바 current; employment 왕둥 구글 former",
    "[알리바바], [구글] 부사장 <왕둥> 비판 → employment 왕둥 구글 current",
)(partial(works, status=CURRENT, confidence=0.85))


rule(
    "from-among",
    rf"<PS:person>{STYLED}{OBJECT} (?:포함|비롯)(?:해|한) (?:{FREE}{{0,30}}?)(?:이|가|은|는|도) (?:{FREE}{{0,16}} )?"
    rf"<O:organization>{OF} ?(?P<what>{PLAIN}{{0,24}}?) ?(?P<status>출신)",
    "창업자 <천웨이량>을 포함해 핵심 인력이 칩 업체 [AMD] 출신이다. → employment 천웨이량 AMD former",
    "창업자 <천웨이량>을 포함해 핵심 인력이 [AMD]를 찾았다. →",
)(partial(works, status=FORMER, confidence=0.86))


rule(
    "led-adnominal",
    rf"<O:organization>(?P<status>(?:의? ?{PLAIN}{{0,24}}?"
    r"(?:센터|팀|부문|부서|사업|사업부|조직|연구소|연구|랩|본부|법인|프로젝트|AI|인공지능|개발|기술))?"
    rf"{OBJECT} (?:{FREE}{{0,10}} )?"
    rf"(?:이끌던|이끌었던|이끈|총괄하던|총괄했던|총괄한|지휘하던|지휘했던|지휘한|책임지던)) {_NEXT_NAME}",
    "[구글] 인공지능 중국센터를 이끌던 <리페이페이>가 말했다. → employment 리페이페이 구글 former",
    "[구글] 인공지능 중국센터를 부러워하던 <리페이페이>가 말했다. →",
)(partial(works, status=FORMER, confidence=0.88))


rule(
    "member-and-adnominal",
    rf"<O:organization>{OF} ?(?P<what>(?:{PLAIN}{{0,16}}? )?(?:멤버|출신|{TITLE}))"
    rf"(?P<status>(?:이자|이면서) (?:{CLOSE}|{ORG}){{0,36}}?{TITLE}{OBJECT} (?:지낸|역임한|맡았던)) {_NEXT_NAME}",
    "[다모 아카데미] 초기 멤버이자 음성연구소장을 지낸 <옌즈제>가 왔다. → employment 옌즈제 다모 아카데미 former",
    "[다모 아카데미] 초기 멤버이자 음성연구소장을 만난 <옌즈제>가 왔다. →",
)(partial(works, status=FORMER, confidence=0.88))
