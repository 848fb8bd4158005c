"""Who works where: hired, appointed, or named with an office."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from app.reading.patterns.employment import (
    CURRENT,
    END,
    FORMER,
    NEAR_TITLE,
    NO_PERSON,
    NOT_EX,
    PART,
    PLAIN,
    SAID,
    STYLED,
    TITLE,
    held,
    office,
    stated_work,
    works,
)
from app.reading.patterns.parts import ACTOR, AS, CLOSE, DOER, FREE, INTO, OBJECT, OF, TOPIC
from app.reading.patterns.rules import TO_COME, Statement, is_stated, rule
from app.reading.tagged import NUMBER, ORG, PERIOD, PERSON, PLACE, Tagged
from app.reading.words import FOUNDER, ORGANIZATION_NOUN

_THEN: Final = re.compile(
    rf"(?:고|으며|며|지만|으나|다가| ?[뒤후])?,? (?:[^{ORG}{PERSON}.]{{0,30}} )?{ORG}"
    rf"(?:(?:에|로|으로) (?:[^{ORG}{PERSON}.]{{0,14}} )?(?:합류|이직|이적|옮|자리를 옮|입사)|(?:을|를) "
    rf"(?:공동 ?)?(?:창업|설립|세웠|차렸))"
)
"""Behind somebody's joining a firm: what says that another came after it."""
LASTS: Final = "it is not said whether the employment lasts; it lies in the past"


_RESIGNS: Final = re.compile(
    rf"(?:은|는|이|가) (?:[^{ORG}{PERSON}.,]{{0,30}} )?(?:(?:퇴사|사임|사직|퇴임)(?:했|한 것|하며)"
    r"|물러났|회사를 떠났|사표를 (?:냈|제출))"
)
_UNIT: Final = "(?:학과|학부|학원|과|연구소|연구실|연구원|대학원|팀|부문|센터|랩|그룹|본부)"
"""Which part of an employer somebody belongs to."""
_HAS_GONE: Final = re.compile("(?:사임|퇴사|사직|퇴임|은퇴|해임|경질)(?:한|된) $|(?:물러난|떠난) $")
_ENTERED: Final = frozenset({"입사", "취직", "취업"})
_SOON_LEFT: Final = re.compile(
    rf"(?:지만|으나|는데|다가?),? [^.{ORG}{PERSON}]{{0,30}}?(?:나왔|나와|그만|사표|퇴사|떠났|떠나|관두|관뒀)"
)
"""Behind somebody's entering a firm: that he left it again."""
_ITS: Final = rf"(?:{ORGANIZATION_NOUN}|{TITLE}|{FOUNDER}|아들|딸|부인|아내|남편|동생|친구|동료|파트너|투자자|고객)"
"""What belongs to a firm and is not a part of it."""


rule(
    "is-title",
    rf"<P:person>{STYLED}{TOPIC} (?:{FREE}{{0,16}} )?"
    rf"<O:organization>(?![^.,]{{0,24}}출신){OF} ?{office(24)}"
    r"(?:다[.,]|이다|(?:로|으로) (?:일하고|일한다|재직(?:하고|한다| 중)|있다(?!가)|활동(?:하고|한다| 중))"
    r"|이며|이고|이자 |이면서 |로서|이?어서|인데|이지만"
    r"|(?:를|을|직을) (?:계속 )?(?:맡(?:고|는다|았다|게 )|유지(?:한 채|하며|하고|하면서)|겸하고|겸임하고|겸직하고)"
    r"|(?:로|으로) (?:재직|활동"
    rf"|근무) ?중|으?로도|이기도| 신분으로| (?:가운데|중)의? (?:{NUMBER}|한 사람|하나)(?:이다|다[.,]|이며|으로))",
    "<궈다야>는 [딥시크] 핵심 개발자 중 한 명이다. → employment 궈다야 딥시크 current",
    "<왕허>는 [베이징대] 조교수다. → employment 왕허 베이징대 current",
    "<왕허>는 [갤봇]을 떠난 개발자다. → employment 왕허 갤봇 former",
    "<왕허>는 [갤봇] 최고기술책임자를 맡고 있다. → employment 왕허 갤봇 current",
)(partial(works, status=CURRENT, confidence=0.92))


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
    rf"(?P<status><PS:person>(?P<apposition>{NO_PERSON}{{0,50}}?){OBJECT} "
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


rule(
    "made-title",
    rf"<O:organization>{TOPIC} (?P<between>{NO_PERSON}{{0,60}}?)"
    rf"<P:person>(?:{NO_PERSON}{{0,36}}?)?{OBJECT} "
    rf"(?:{FREE}{{0,12}} )?{office(20)}{INTO} "
    r"(?P<status>승진시켰|앉혔|(?:임명|선임|발탁|기용|지명|내정)(?:했|한다고|해)|내세웠)",
    "[얼후테크]는 7일 <루신> 부사장을 최고운영책임자로 승진시켰다. → employment 루신 얼후테크 current",
    "[바이루반도체]는 [퀄컴]에서 16년간 구매를 담당한 <리페이>를 공급망 총괄로 앉혔다. "
    "→ employment 리페이 바이루반도체 current; employment 리페이 퀄컴 former",
)(partial(works, status=CURRENT, confidence=0.92))


rule(
    "title-made",
    rf"<O:organization>{TOPIC} (?:{NO_PERSON}{{0,60}}? )?{office(20)}(?:으로|로|에|직에|자리에) "
    rf"(?:[^.{PERSON}]{{0,40}}?(?:인|던|한|출신) )?<P:person>(?:{NO_PERSON}{{0,24}}?)?{OBJECT} (?:{FREE}{{0,12}})?"
    r"(?P<status>(?:임명|선임|발탁|기용|지명|내정|영입)(?:했|한다고|해)|앉혔)",
    "[샤오펑]은 신임 최고기술책임자에 <리리윈>을 선임했다고 밝혔다. → employment 리리윈 샤오펑 current",
    "[샤오펑]은 차기 자율주행 개발팀장으로 [퀄컴] 출신 <리리윈>을 임명했다. "
    "→ employment 리리윈 샤오펑 current; employment 리리윈 퀄컴 former",
    "[샤오펑]은 최고기술책임자에 <리리윈>을 선임하지 않았다. →",
)(partial(stated_work, status=CURRENT, confidence=0.92))


rule(
    "named-title",
    rf"<O:organization>(?:의)? {office(16)}{INTO}(?:는)? "
    rf"(?:[^.]{{0,50}}? )?<P:person>{DOER} "
    r"(?P<status>선임|임명|발탁|승진)(?:됐|돼|되|했)",
    "[쑹라인] 총경리로는 [라인베르크] 부사장이던 <첸웨이란>이 선임됐다. "
    "→ employment 첸웨이란 쑹라인 current; employment 첸웨이란 라인베르크 former",
    "[쑹라인] 총경리로는 아무도 선임되지 않았다. →",
)(partial(stated_work, status=CURRENT, confidence=0.92))


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
    rf"<PS:person>{STYLED}(?P<apposition>{NO_PERSON}{{0,40}}?){ACTOR} "
    rf"(?P<between>{NO_PERSON}{{0,60}}?)"
    rf"(?P<status><O:organization>(?P<unit>의 {CLOSE}{{2,40}}?| {CLOSE}{{0,40}}?(?:{TITLE}|멤버|일원)|{PART})?{INTO} "
    rf"(?:{FREE}{{0,14}} )?"
    r"(?P<verb>합류|이직|이적|자리를 옮|적을 옮|옮|둥지를 틀|영입(?=됐|돼|되)|스카우트(?=됐|돼|되)"
    "|입사|취직|취업|복귀))"
    rf"(?:했|해|하|한다(?=[.,]|고 )|긴다(?=[.,]|고 )|한 {SAID}|겼|긴 {SAID}|겨|었|됐|돼|되)",
    "<우융후이>가 최근 틱톡의 모기업 [바이트댄스]에 합류했다. → employment 우융후이 바이트댄스 current",
    "<야오순위>가 [텐센트]로 이직해 화제가 됐다. → employment 야오순위 텐센트 current",
    "<야오순위>가 [텐센트]로 이직한 사실이 알려졌다. → employment 야오순위 텐센트 current",
    "<류창>은 지난달 [베이징대] 물리학과 교수로 자리를 옮겼다. → employment 류창 베이징대 current",
    "<류창> 교수가 최근 [베이징대] 교수로 합류했다. → employment 류창 베이징대 current",
    "<야오순위>가 [텐센트]에 합류한다고 회사가 밝혔다. → employment 야오순위 텐센트 current",
    "그는 <야오순위>가 창업한 [텐센트]에 합류했다. → founding 야오순위 텐센트",
    "<야오순위>가 [텐센트]로 이직한다는 소문이 돌았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Somebody who went to a firm; who once entered one (`2015년 입사해`) need not be there any more."""
    is_wanted = found.group().endswith("하") and sentence.text[found.end() : found.end() + 1] in "려기자겠지"
    is_to_come = found.group().endswith(("한다", "긴다")) and TO_COME.search(sentence.passage.text)
    if is_wanted or is_to_come or not is_stated(sentence, found.end()):
        return
    if re.search("(?:창업한|설립한|창립한|세운|차린|이끄는) $", found["between"]):
        return  # `Q는 P가 창업한 O에 합류했다`: P did not join
    tail = sentence.text[found.end() : found.end() + 80]
    if found["verb"] in _ENTERED and (
        PERIOD in found["between"]
        or re.search("(?:입사|취직|취업)(?:해|한 [뒤후])", found.group())
        or re.match("[고으]", tail)
        or _SOON_LEFT.match(tail)
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
    what = (found.end("unit") - len(found["unit"].lstrip("의 ")), found.end("unit")) if role else None
    yield from works(sentence, found, CURRENT, 0.93, what)


rule(
    "appointed",
    rf"<P:person>{STYLED}{ACTOR} (?P<between>{NO_PERSON}{{0,50}}?)"
    rf"<O:organization>{OF} ?(?P<what>{CLOSE}{{0,36}}?{TITLE}){INTO} "
    r"(?P<status>(?:임명|선임|취임|승진|발탁|부임|임용|지명|내정)(?=[됐돼되했해])|영입(?=[됐돼되])"
    r"|왔(?=[다고으])|오게 (?=[됐된되])|온(?= (?:것|뒤|후)))",
    "<우융후이>는 [바이트댄스]의 기초연구 책임자로 임명됐다. → employment 우융후이 바이트댄스 current",
    "<우쉐>는 [알리바바] 최고경영자에 취임했다. → employment 우쉐 알리바바 current",
    "<류창>도 지난해 [베이징대] 교수로 부임했다. → employment 류창 베이징대 current",
)(partial(stated_work, status=CURRENT, confidence=0.93))


@rule(
    "person-organization-title",
    rf"<P:person>(?: ?[/|–—] ?|,? )(?:{PLACE}의? )?(?:현 )?{NOT_EX}<O:organization>(?:의| 산하)? {NEAR_TITLE}",
    "<왕싱싱> [유니트리] 회장은 말했다. → employment 왕싱싱 유니트리 current",
    "<량루보> [바이트댄스] 최고경영자에게 보고한다. → employment 량루보 바이트댄스 current",
    "<펑즈후이> [애지봇] 창업자는 젊다. → founding 펑즈후이 애지봇",
    "지난 5월 사임한 <탕이칭> [웨이모텍] 부사장이 왔다. → employment 탕이칭 웨이모텍 former",
    "<뤄푸리> [딥시크] 연구원이 퇴사했다. → employment 뤄푸리 딥시크 former",
    "사진에 나온 사람은 <왕싱싱> / [유니트리] CEO, 로봇 행사에서. → employment 왕싱싱 유니트리 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    resigns = _RESIGNS.match(sentence.text, found.end()) or _HAS_GONE.search(sentence.text[: found.start()])
    yield from works(sentence, found, FORMER if resigns else CURRENT, 0.9)


rule(
    "second-office",
    rf"<P:person>(?: ?[/|–—] ?|,? ){NOT_EX}<O>의? (?:{PLAIN}{{0,16}} )?{TITLE}"
    rf"(?: 겸 |이자 |, ?){NOT_EX}<O:organization>의? {NEAR_TITLE}(?! ?{PERSON})",
    "<왕허> [갤봇] CTO 겸 [베이징대] 조교수는 말했다. → employment 왕허 갤봇 current; employment 왕허 베이징대 current",
    "<왕허> [갤봇] CTO, [알리바바] 회장 <마윈>이 왔다. "
    "→ employment 왕허 갤봇 current; employment 마윈 알리바바 current",
)(partial(works, status=CURRENT, confidence=0.88))


@rule(
    "organization-title-person",
    rf"{NOT_EX}<O:organization>의? {NEAR_TITLE}(?:인|이자|이기도 한)? <PS:person>",
    "[바이트댄스] 최고경영자 <량루보>가 말했다. → employment 량루보 바이트댄스 current",
    "[오픈AI] 연구원 <야오순위>가 [텐센트]로 이직했다. "
    "→ employment 야오순위 오픈AI former; employment 야오순위 텐센트 current",
    "[유니트리] 창업자 <왕싱싱>은 젊다. → founding 왕싱싱 유니트리",
    "[중국과학원] 출신 연구원인 <천톈스>가 나섰다. → employment 천톈스 중국과학원 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(sentence, found, *held(sentence, found))


@rule(
    "organization-person-title",
    rf"{NOT_EX}<O:organization>(?:의 (?!{_ITS})[가-힣A-Za-z]{{2,12}} |의? |에서 "
    rf"| [가-힣A-Za-z]{{1,10}}{_UNIT}의? )<P:person> {NEAR_TITLE}{END}",
    "[칭화대] 컴퓨터과학과의 <한위안> 교수가 말했다. → employment 한위안 칭화대 current",
    "[샤오펑]의 자율주행시스템 <우신위> 부총재가 사임했다. → employment 우신위 샤오펑 former",
    "[샤오펑]의 경쟁사 <우신위> 부총재가 왔다. →",
    "[유니트리]의 <왕싱싱> 회장이 말했다. → employment 왕싱싱 유니트리 current",
    "[딥마인드] <우융후이> 연구 부사장이 [바이트댄스]로 이직했다. "
    "→ employment 우융후이 딥마인드 former; employment 우융후이 바이트댄스 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(sentence, found, *held(sentence, found))


rule(
    "same-title-beside",
    rf"<O:organization>(?:의? |에서 | [가-힣A-Za-z]{{1,10}}{_UNIT}의? )<P> "
    rf"(?P<title>교수|연구원|박사후연구원|엔지니어|과학자)"
    rf"(?:[와과]|,) <P:person> (?P<what>(?P=title)){END}",
    "[칭화대] 컴퓨터과학과의 <탕제> 교수와 <리쥐안> 교수가 세웠다. "
    "→ employment 탕제 칭화대 current; employment 리쥐안 칭화대 current",
    "[칭화대]의 <탕제> 교수와 <리쥐안> 대표가 세웠다. → employment 탕제 칭화대 current",
)(partial(works, status=CURRENT, confidence=0.86))


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
    "works-now",
    rf"<P:person>{STYLED}{TOPIC} (?:{NO_PERSON}{{0,60}}? )?<O:organization>{PART}(?:에서|에|의) (?:{CLOSE}{{0,20}}? )?"
    rf"(?P<status>(?:(?:일|근무|재직|활동|연구|강의)하|가르치)고 있(?!던|었)|가르친다"
    rf"|(?:근무|재직|활동) 중(?:이다|이며|인 것))",
    "<왕둥>은 [바이두]를 거쳐 현재 [텐센트]에서 일하고 있다. "
    "→ employment 왕둥 바이두 former; employment 왕둥 텐센트 current",
    "<왕둥>은 [텐센트]에서 일하고 있지 않다. →",
)(partial(stated_work, status=CURRENT, confidence=0.9))


rule(
    "works-now-adnominal",
    rf"<O:organization>{PART}(?:에서|에|의) (?:{CLOSE}{{0,20}}? )?"
    rf"(?P<status>(?:일|근무|재직|활동|연구)하고 있는|(?:근무|재직|활동) 중인|(?:일|근무|재직)하는) "
    rf"(?:{PLAIN}{{0,10}} )?<P:person>",
    "현재 [텐센트]에 재직 중인 <왕둥>은 젊다. → employment 왕둥 텐센트 current",
    "[텐센트]에서 일하고 싶은 <왕둥>은 젊다. →",
)(partial(works, status=CURRENT, confidence=0.9))


rule(
    "leads-now",
    rf"<P:person>{STYLED}{ACTOR} (?:{FREE}{{0,40}}? )?<O:organization>(?P<status>(?:의? (?:{CLOSE}{{1,24}}?))?{OBJECT} "
    rf"(?:{FREE}{{0,14}} )?(?:(?:총괄하|이끌|지휘하|책임지)(?:게 (?:됐|되었|된다)|고 있)|총괄한다|이끈다))",
    "<저우징런>이 [통이연구소]의 업무를 총괄하게 됐다. → employment 저우징런 통이연구소 current",
    "<저우징런>이 [통이연구소]를 총괄하고 있지 않다. →",
)(partial(stated_work, status=CURRENT, confidence=0.86))


rule(
    "leads-adnominal",
    rf"<O:organization>(?P<status>(?:의? ?{PLAIN}{{0,24}}?(?:센터|팀|부문|부서|사업|사업부|조직|연구소|연구|랩|본부"
    r"|법인|개발))?"
    r"(?:을|를) (?:이끄는|이끌고 있는|총괄하는|총괄하고 있는)) "
    r"(?:[가-힣]{1,8} )?<P:person>",
    "[스텝펀]을 이끄는 <장다신>은 말했다. → employment 장다신 스텝펀 current",
    "[바이두]의 자율주행 부문을 이끄는 <왕윈펑>은 말했다. → employment 왕윈펑 바이두 current",
    "[스텝펀]을 떠올리는 <장다신>은 말했다. →",
)(partial(works, status=CURRENT, confidence=0.85))
