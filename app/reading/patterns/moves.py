"""Who went from where to where."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from app.reading.patterns.employment import (
    CURRENT,
    FORMER,
    NO_PERSON,
    PART,
    PEOPLE,
    PLAIN,
    SAID,
    STYLED,
    TITLE,
    stated_work,
    works,
)
from app.reading.patterns.parts import ACTOR, AS, CLOSE, DOER, FREE, OBJECT, TOPIC
from app.reading.patterns.positions import LASTS
from app.reading.patterns.rules import Statement, is_stated, rule
from app.reading.tagged import ORG, PERIOD, PERSON, Tagged
from app.reading.words import FOUNDER
from app.vocabulary import FactType

_TO: Final = "(?:으로|로)"
_GO: Final = "(?:이직|이적|합류|자리를 옮|적을 옮|둥지를 옮|옮|건너)"
_GONE: Final = (
    r"(?:이직한|이적한|합류한|전직한|(?:자리를 |적을 |둥지를 )?옮긴|둥지를 튼|영입된|스카우트된|건너간|넘어간|갈아탄)"
)
_BETWEEN: Final = rf"(?:(?:(?![이가을를고와과] ){PLAIN}){{0,20}} )?"
"""Words between a clause and the name that it belongs to: nothing that belongs to a verb behind it."""
_NEXT_NAME: Final = rf"{_BETWEEN}{PEOPLE}"
_GONE_ON: Final = re.compile(
    "퇴사|사임|사직|떠났|떠나|그만|나왔|나와|창업|설립|세웠"
    f"|{ORG}(?:에|으로|로) (?:[^{ORG}{PERSON}.]{{0,14}} )?(?:합류|이직|이적|옮|입사)"
)
"""What somebody did later who once entered an employer."""


rule(
    "moved-adnominal",
    rf"<OS:organization>{PART}(?:에서|을 떠나|를 떠나) (?P<status>(?:{PLAIN}{{0,20}} )?"
    rf"<O:to>{PART}(?:에|으로|로) (?:{PLAIN}{{0,14}} )?{_GONE}) {_NEXT_NAME}",
    "[구글]에서 올해 [텐센트]로 이직한 <야오순위>는 젊다. "
    "→ employment 야오순위 구글 former; employment 야오순위 텐센트 current",
    "[구글]에서 [텐센트]로 옮긴 자료를 <야오순위>가 지웠다. →",
)(partial(works, status=FORMER, confidence=0.93))


rule(
    "joined-adnominal",
    rf"(?P<status><O:organization>(?:{PART}|의? (?:{PLAIN}{{0,16}} )?{TITLE})(?:에|으로|로) "
    rf"(?:{PLAIN}{{0,20}} )?{_GONE}) {_NEXT_NAME}",
    "[텐센트]의 수석과학자로 자리를 옮긴 <야오순위>는 젊다. → employment 야오순위 텐센트 current",
    "지난달 [텐센트]에 새로 합류한 <야오순위>가 맡는다. → employment 야오순위 텐센트 current",
    "[텐센트]에 합류한 연구원이 많다고 <마화텅>이 말했다. →",
)(partial(works, status=CURRENT, confidence=0.92))


@rule(
    "entered-adnominal",
    rf"(?P<status><O:organization>{PART}에 (?:{PLAIN}{{0,20}} )?(?:입사|취직|취업)(?:한|했던)) "
    rf"{_NEXT_NAME}(?P<rest>.*)",
    "[바이두]에 입사한 <왕둥>은 [텐센트]로 옮겼다. → employment 왕둥 바이두 former; employment 왕둥 텐센트 current",
    "지난달 [바이두]에 입사한 <왕둥>이 말했다. → employment 왕둥 바이두 current",
    "[바이두]에 입사했던 <왕둥>은 젊다. → employment 왕둥 바이두 former",
    "2015년 [바이두]에 입사한 <왕둥>은 젊다. → employment 왕둥 바이두 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Who entered an employer; long ago, or before another, it need not last."""
    since = re.search(f"{PERIOD}(?=[^{ORG}{PERSON}]{{0,12}}$)", sentence.text[: found.start()])
    is_over = (
        "했던" in found["status"]
        or _GONE_ON.search(found["rest"])
        or (since and "년" in sentence.period(since.start()).as_written)
    )
    for one in works(sentence, found, FORMER if is_over else CURRENT, 0.78 if is_over else 0.86):
        yield replace(one, doubts=(LASTS,)) if is_over else one


rule(
    "moved",
    rf"<PS:person>(?:{NO_PERSON}{{0,20}}?){ACTOR} {NO_PERSON}{{0,60}}?"
    rf"<O:organization>{PART}에서 (?P<status>(?:{PLAIN}{{0,20}} )?<O:to>{PART}{_TO} (?:{FREE}{{0,14}} )?{_GO})"
    rf"(?:했|해|하(?=[며고면])|한 {SAID}|겼|긴 (?:{SAID}|{PLAIN}{{1,16}}?(?:이?다[.,]|이며|이고))|겨|갔|가(?=[며고 ]))",
    "<야오순위>가 최근 [구글]에서 [텐센트]로 이직했다. "
    "→ employment 야오순위 구글 former; employment 야오순위 텐센트 current",
    "<야오순위>가 [구글]에서 [텐센트]로 이직할 계획이다. →",
)(partial(stated_work, status=FORMER, confidence=0.92))


rule(
    "led-by-adnominal",
    rf"<P:person>{STYLED}(?P<status>{DOER} (?:{FREE}{{0,12}} )?(?:이끄는|이끌고 있는|운영하는|경영하는"
    rf"|(?!{FOUNDER}){TITLE}(?:{AS} 있는|{OBJECT} 맡(?:은|고 있는))|(?:키를|지휘봉을) 잡(?:은|고 있는))) "
    rf"(?:(?:(?![이가은는을를에고와과의] ){PLAIN}){{0,20}} )?<O:organization>",
    "<장다신>이 이끄는 인공지능 기업 [스텝펀]이 새 모델을 냈다. → employment 장다신 스텝펀 current",
    "<장다신>이 이끄는 팀이 [스텝펀]에 왔다. →",
)(partial(works, status=CURRENT, confidence=0.88))


rule(
    "brought-in",
    rf"<O:organization>{TOPIC} (?P<between>{NO_PERSON}{{0,90}}?)"
    rf"(?P<status><PS:person>(?:{NO_PERSON}{{0,30}}?){OBJECT} (?:{FREE}{{0,30}}?)"
    r"(?:합류 ?시켰|데려왔|모셔 ?왔|끌어들였|불러들였|영입해|스카우트해))",
    "[바이트댄스]는 올해 <우융후이>를 연구 부문에 합류시켰다. → employment 우융후이 바이트댄스 current",
    "[바이트댄스]는 <우융후이>를 데려오지 못했다. →",
)(partial(stated_work, status=CURRENT, confidence=0.92))


_SIDE: Final = rf"(?:의)? ?(?:{PLAIN}{{0,16}}? )?{TITLE}(?:{OBJECT}|{AS})?"


def _paired(one: str, two: str, first: str, second: str) -> str:
    """Two people and two employers, in the same order; the names of the groups of each, empty for none."""
    here, there = ("what", "other") if first else ("other", "what")
    return (
        rf"<P{one}>(?: {TITLE})?(?:[와과·,]| 및) ?<P{two}>(?: {TITLE})?{TOPIC} (?:{FREE}{{0,10}} )?각각 "
        rf"<O{first}>(?P<{here}>{_SIDE})(?:[와과,]| 및)? <O{second}>(?P<{there}>{_SIDE}) ?"
        r"(?P<status>출신|역임|지냈|지낸|거쳤|거친|거쳐|일했|근무했|맡았)"
    )


rule(
    "first-respectively",
    _paired(":person", "", ":organization", ""),
    "<저우위안>과 <장위보>는 각각 [엔비디아] 이사, [인텔] 수석 엔지니어 출신이다. "
    "→ employment 저우위안 엔비디아 former; employment 장위보 인텔 former",
    "<저우위안>과 <장위보>는 각각 [엔비디아]와 [인텔]을 좋아한다. →",
)(partial(works, status=FORMER, confidence=0.95))


rule(
    "second-respectively",
    _paired("", ":person", "", ":organization"),
    "<루신>·<팡쉬>는 각각 [화낙] 부사장과 [쿠카] 연구원을 지냈다. "
    "→ employment 루신 화낙 former; employment 팡쉬 쿠카 former",
    "<루신>·<팡쉬>는 각각 [화낙] 제품과 [쿠카] 제품을 썼다. →",
)(partial(works, status=FORMER, confidence=0.95))


rule(
    "first-of-two-moves",
    rf"<P:person>{STYLED}{TOPIC} (?:{FREE}{{0,20}} )?(?P<status><O:organization>{PART}{_TO}), "
    rf"<P>{STYLED}{TOPIC} (?:{FREE}{{0,20}} )?<O>{PART}{_TO} (?:{FREE}{{0,14}} )?"
    "(?:(?:자리를 )?옮겼|이직했|이적했|합류했|향했)",
    "<얀즈지>는 [징둥]으로, <보리펑>은 [텐센트]로 옮겼다. "
    "→ employment 얀즈지 징둥 current; employment 보리펑 텐센트 current",
    "<얀즈지>는 [징둥]으로, <보리펑>은 [텐센트]로 갈 예정이다. →",
)(partial(works, status=CURRENT, confidence=0.92))


rule(
    "hired-away",
    rf"<O>{TOPIC} (?:{FREE}{{0,30}} )?(?P<status><O:organization>{PART}에서 (?:{CLOSE}{{0,24}} )?<PS:person>"
    rf"(?:{NO_PERSON}{{0,24}}?){OBJECT} (?:{FREE}{{0,20}})?(?:영입|스카우트|데려|빼))(?:했|해|한 |왔|와|내|갔)",
    "[메타]는 [오픈AI]에서 <자오성자>, <런훙위>를 영입했다. "
    "→ employment 자오성자 메타 current; employment 런훙위 메타 current; "
    "employment 자오성자 오픈AI former; employment 런훙위 오픈AI former",
    "[메타]는 [오픈AI]에서 <자오성자>를 영입하지 못했다. →",
)(partial(stated_work, status=FORMER, confidence=0.9))


rule(
    "hired-from",
    rf"<PS:person>(?:{FREE}{{0,20}}?){OBJECT} <O:organization>{PART}에서 (?:{FREE}{{0,14}} )?"
    rf"(?P<status>영입|스카우트|데려|빼)(?:했|해|한 |왔|와|내)",
    "[텐센트]는 <야오순위>를 [구글]에서 영입했다. "
    "→ employment 야오순위 텐센트 current; employment 야오순위 구글 former",
    "[텐센트]는 <야오순위>를 [구글]에서 영입하지 못했다. →",
)(partial(stated_work, status=FORMER, confidence=0.9))


_HIRED: Final = rf"(?:{ORG}의 )?{PERSON}(?: (?:전 |현 )?{ORG}의? {TITLE})?"
_EACH_HIRED: Final = re.compile(
    rf"(?:(?P<from>{ORG})의 )?(?P<person>{PERSON})(?: (?P<former>(?:전 |현 )?(?P<at>{ORG})의? {TITLE}))?"
)


@rule(
    "hired-several",
    rf"<O:organization>{ACTOR} (?:{NO_PERSON}{{0,30}}? )??(?P<people>{_HIRED}(?:(?:, ?|·| ?및 |[와과] ){_HIRED})+)"
    rf"(?: 등)?{OBJECT} (?:{FREE}{{0,20}})?(?P<status>영입|스카우트|데려)(?=했|해|하며|하고|한 |하는 등|왔|와|오며)",
    "[메타]는 [구글]의 <자오성자>, <류창> 전 [깃허브] CEO를 영입했다. → employment 자오성자 메타 current; "
    "employment 자오성자 구글 former; employment 류창 메타 current; employment 류창 깃허브 former",
    "[메타]는 <자오성자>, <류창> [깃허브] CEO를 영입할 계획이다. → employment 류창 깃허브 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Several people whom a firm hired, each with the employer that he left."""
    if not is_stated(sentence, found.end()):
        return
    verb = found.span("status")
    for one in _EACH_HIRED.finditer(sentence.text, *found.span("people")):
        person = one.start("person")
        employers = [(found.start("organization"), CURRENT, verb)]
        employers += [(one.start("from"), FORMER, verb)] if one["from"] else []
        employers += [(one.start("at"), FORMER, one.span("former"))] if one["at"] else []
        for organization, status, words in employers:
            roles = {"person": person, "organization": organization}
            yield Statement(FactType.EMPLOYMENT, roles, words, 0.9, {"status": status}, {"status": words})
