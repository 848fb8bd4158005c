"""Who was hired, appointed or went somewhere, told in the clause before a name or as what somebody became."""

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
    held,
    office,
    stated_work,
    works,
)
from app.reading.patterns.parts import ACTOR, AS, DOER, FREE, OBJECT, OF, TOPIC
from app.reading.patterns.rules import Statement, is_stated, rule
from app.reading.tagged import Tagged
from app.reading.words import ORGANIZATION_NOUN

_NEXT_NAME: Final = rf"(?:{PLAIN}{{0,14}} )?{PEOPLE}"
_APPOINTED: Final = "임용|임명|선임|부임|취임|승진|발탁|위촉|초빙|기용|낙점"
_HIRED: Final = "(?:(?:영입|스카우트|채용|발탁|기용)(?:한|해 온|했던)|데려온|모셔 ?온|끌어온|빼온|뽑은)"
_WENT: Final = "(?:갔|향했|돌아갔|돌아왔|건너갔|건너왔|넘어갔|갈아탔|복귀했|둥지를 (?:틀었|옮겼)|출근)"
_LEFT_BEFORE: Final = re.compile(
    "나와|나온|나왔|떠나|떠난|떠났|그만|퇴사|사직|사임|물러나|물러난|물러났|관두|접고|박차고|뛰쳐"
)


@rule(
    "appointed-adnominal",
    rf"<O:organization>(?:의)? ?{office(24)}"
    rf"(?P<status>(?:으로|로|에|직에) (?:{PLAIN}{{0,12}} )?(?:{_APPOINTED})(?:된|한)) {_NEXT_NAME}",
    "올해 [텐센트] 연구소장으로 부임한 <왕둥>은 젊다. → employment 왕둥 텐센트 current",
    "[칭화대] 교수로 임용된 <왕둥>과 <류창>이 대표적이다. "
    "→ employment 왕둥 칭화대 current; employment 류창 칭화대 current",
    "[텐센트] 부사장으로 거론된 <왕둥>은 젊다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(sentence, found, *held(sentence, found))


rule(
    "who-hired",
    rf"<PS:person>(?:(?: {TITLE}| 박사|씨))?{OBJECT} (?:{FREE}{{0,16}} )?(?P<status>{_HIRED}) "
    rf"(?:(?:{ORGANIZATION_NOUN}) )?<O:organization>",
    "<우융후이>를 영입한 [바이트댄스]는 팀을 꾸렸다. → employment 우융후이 바이트댄스 current",
    "<우융후이> 부사장을 전격 데려온 빅테크 [바이트댄스]는 바쁘다. → employment 우융후이 바이트댄스 current",
    "<우융후이>를 비판한 [바이트댄스]는 팀을 꾸렸다. →",
)(partial(works, status=CURRENT, confidence=0.92))


rule(
    "whom-it-hired",
    rf"<O:organization>{DOER} (?:[^.,]{{0,40}} )?(?P<status>{_HIRED}) (?:{PLAIN}{{0,20}} )?{PEOPLE}",
    "[바이트댄스]가 지난해 영입한 <우융후이>가 팀을 꾸렸다. → employment 우융후이 바이트댄스 current",
    "[칭화대]가 올가을 새로 뽑은 교수 <류췬>이 왔다. → employment 류췬 칭화대 current",
    "[바이트댄스]가 영입하려던 <우융후이>가 팀을 꾸렸다. →",
)(partial(works, status=CURRENT, confidence=0.9))


rule(
    "hired-away-adnominal",
    rf"<O:organization>{PART}에서 (?:{PLAIN}{{0,16}} )?(?P<status>{_HIRED}|(?:영입|스카우트)된) "
    rf"(?:{PLAIN}{{0,20}} )?{PEOPLE}",
    "[바이트댄스]가 [구글]에서 스카우트한 <우융후이>가 팀을 꾸렸다. "
    "→ employment 우융후이 바이트댄스 current; employment 우융후이 구글 former",
    "[구글]에서 영입된 <우융후이>가 팀을 꾸렸다. → employment 우융후이 구글 former",
    "[구글]에서 강연한 <우융후이>가 팀을 꾸렸다. →",
)(partial(works, status=FORMER, confidence=0.92))


rule(
    "title-held-by",
    rf"<O:organization>의? {office(16)}(?:은|는|직은|직을|자리는|을|를) (?:{FREE}{{0,20}} )?"
    rf"<P:person>{STYLED}{DOER} (?:{FREE}{{0,8}} )?(?P<status>맡고 있|맡았|맡는다|맡게 |맡아 )",
    "[화웨이클라우드] CEO는 지난해부터 <장핑안>이 맡고 있다. → employment 장핑안 화웨이클라우드 current",
    "[화웨이클라우드] CEO는 <장핑안>이 만나고 있다. →",
)(partial(stated_work, status=CURRENT, confidence=0.9))


@rule(
    "became-title",
    rf"<P:person>{STYLED}{ACTOR} (?:{FREE}{{0,30}} )?<O:organization>{OF} ?{office(20)}"
    r"(?P<status>(?:이|가) (?:됐|되었|된(?= (?:것|인물))|돼(?=[ ,])))",
    "<야오순위>가 [텐센트] AI 조직의 수장이 됐다. → employment 야오순위 텐센트 current",
    "<야오순위>는 [칭화대] 교수가 되지 못했다. →",
    "<야오순위>는 [텐센트] 부사장이 됐지만 지난달 회사를 떠났다. → employment 야오순위 텐센트 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        left = _LEFT_BEFORE.search(sentence.text, found.end())
        yield from works(sentence, found, FORMER if left else CURRENT, 0.85 if left else 0.88)


@rule(
    "went",
    rf"<P:person>{STYLED}{ACTOR} (?P<before>{NO_PERSON}{{0,60}}? )?<O:organization>{OF} ?"
    rf"(?P<what>(?:(?:{PLAIN}{{0,16}} )?{TITLE})?)(?P<status>{AS} (?:{FREE}{{0,14}} )?{_WENT})",
    "<류창>은 [유니트리]를 나와 [딥시크]로 갔다. → employment 류창 유니트리 former; employment 류창 딥시크 current",
    "<류창>은 [칭화대] 교수로 돌아갔다. → employment 류창 칭화대 current",
    "<류창>은 [딥시크]로 가지 않았다. →",
    "<류창>은 회의를 마치고 [딥시크]로 갔다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Somebody who went to a firm after another, or to an office; who only went there visits it."""
    if (found["what"] or _LEFT_BEFORE.search(found["before"] or "")) and is_stated(sentence, found.end()):
        yield from works(sentence, found, CURRENT, 0.86)


rule(
    "answered-a-call",
    rf"<P:person>{STYLED}{ACTOR} (?:{FREE}{{0,30}} )?<O:organization>(?P<status>의 (?:부름|러브콜|제안|제의)(?:을|를) "
    rf"(?:받고|받아|받아들여) (?:{FREE}{{0,14}} )?(?:합류|이직|이적|자리를 옮|입사))",
    "<천즈제>는 [틱톡]의 부름을 받고 합류했다. → employment 천즈제 틱톡 current",
    "<천즈제>는 [틱톡]의 부름을 받고 거절했다. →",
)(partial(stated_work, status=CURRENT, confidence=0.86))


rule(
    "belongs-there",
    rf"<P:person>{STYLED}{TOPIC} (?:{FREE}{{0,30}} )?<O:organization>(?:의 )?(?:{PLAIN}{{0,14}}?)"
    r"(?P<status>에 (?:적을 (?:둔|두고)|소속돼 있|소속되어 있|재직 중이|몸담고 있|근무 중이))",
    "<류창>은 [딥시크]에 몸담고 있다. → employment 류창 딥시크 current",
    "<류창>은 [딥시크]에 관심을 두고 있다. →",
)(partial(stated_work, status=CURRENT, confidence=0.88))
