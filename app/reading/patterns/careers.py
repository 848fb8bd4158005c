"""Who worked where: what somebody was, comes from, has left."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.employment import (
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
from app.reading.patterns.parts import ACTOR, AS, CLOSE, FREE, LIST_END, MAIN, OBJECT, OF, TOPIC
from app.reading.patterns.rules import Statement, is_stated, rule
from app.reading.tagged import NUMBER, PERIOD, PERSON, PLACE, Tagged
from app.reading.words import FOUNDER
from app.vocabulary import FactType

_EX: Final = "전|前"
_NEXT_NAME: Final = rf"(?:{PLAIN}{{0,14}} )?{PEOPLE}"
"""The person of whom the clause before it says something, perhaps with a word between."""
_LASTED: Final = rf"(?:[0-9]+년|{NUMBER}|{PERIOD})"
_AFTER: Final = (
    "(?:뒤|후|바|적|다음|경험|경력|이력|인물|것|동료|사이|베테랑|전문가|주역|실력자|엔지니어|연구자|과학자|개발자"
    "|인재|사람)"
)
"""What follows the adnominal form of what somebody has done: `일한 뒤`, `일한 적이 있다`."""
_FIRST_STEPS: Final = "(?:경력|커리어|직장 ?생활|사회 ?생활|회사 ?생활|첫 ?발|첫걸음)(?:을|를)"
_GONE_SINCE: Final = "(?:돌아온|나온|귀국한|창업한|이직한|떠난)"
"""What somebody did after work, before the name: `근무하다 돌아온 P`."""
_EX_TITLE: Final = (
    rf"(?:(?P<status>{_EX}) <O:organization>의? ?{office(24)}"
    rf"|<O:organization2>의? (?P<status2>{_EX}) (?P<what2>(?:{PLAIN}{{0,20}}? )?{TITLE}))"
)
"""`전 바이두 부사장` or `바이두 전 부사장`."""


@rule(
    "from-adnominal",
    rf"<OS:organization>(?![은는이가을를도와과] ){OF} ?(?P<what>{PLAIN}{{0,30}}?) ?"
    r"(?P<status>출신)(?:인|의|이자|으로|으로서|으로 알려진)? ?"
    rf"{_NEXT_NAME}",
    "[페이스북 AI리서치]와 [구글브레인] 출신인 <양즈린>이 창업했다. "
    "→ employment 양즈린 페이스북 AI리서치 former; employment 양즈린 구글브레인 former",
    "[알리바바], [구글] 출신 <왕둥> 영입 → employment 왕둥 구글 former; employment 왕둥 알리바바 current",
    "[딥시크]는 칭다오공대 출신 <옌쥔제>가 만났다. →",
    "[센스타임]의 부사장 출신 <옌쥔제>를 만났다. → employment 옌쥔제 센스타임 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    hires = re.match(" (?:영입|스카우트)", sentence.text[found.end() :]) and ", " in found["organization"]
    if "지역" not in found["what"] and PLACE not in found["what"]:
        for one in works(sentence, found, FORMER, 0.95):
            if not hires or one.roles["organization"] != found.start("organization"):
                yield one


rule(
    "person-is-from",
    rf"<PS:person>{STYLED}{ACTOR} (?!(?:{PLAIN}{{0,10}} )?각각)(?:{NO_PERSON}{{0,40}}? )?"
    rf"<OS:organization>{OF} ?(?P<what>{PLAIN}{{0,24}}?) ?"
    r"(?P<status>출신)(?:이다|이기도|으로|이며|이고|이자|인 것|이라|,|\.|인데|입니다|이었|이란|답게"
    rf"| {PLAIN}{{1,16}}?(?:이다|다[.,]|이며|이고|으로|로 ))",
    "<왕싱싱>은 [다장] 출신 로봇 엔지니어이며 젊다. → employment 왕싱싱 다장 former",
    "<리카이푸>가 [구글차이나] 사장 출신이다. → employment 리카이푸 구글차이나 former",
    "<장다신>은 [마이크로소프트] 출신으로 2023년 회사를 세웠다. → employment 장다신 마이크로소프트 former",
)(partial(works, status=FORMER, confidence=0.94))


rule(
    "founder-then-from",
    rf"(?:<O:startup>|회사)(?:은|는|의)? (?P<founder>{FOUNDER})(?:은|는|가|인)? "
    rf"<P:person>{STYLED}{MAIN} "
    rf"<OS:organization>{OF} ?(?P<what>{PLAIN}{{0,24}}?) ?"
    r"(?P<status>출신)",
    "[링이완우]의 창업자 <리카이푸>는 [구글차이나] 사장 출신이라고 한다. "
    "→ employment 리카이푸 구글차이나 former; founding 리카이푸 링이완우",
    "회사 창업자는 젊다. →",
)(partial(works, status=FORMER, confidence=0.94))


rule(
    "ex-title-person",
    rf"{_EX_TITLE}(?:인|이었던)? "
    r"<P:person>",
    "전 [바이두] 부사장 <위카이>가 세웠다. → employment 위카이 바이두 former",
    "[구글] 전 수석 과학자 <우융후이>가 왔다. → employment 우융후이 구글 former",
)(partial(works, status=FORMER, confidence=0.96))


rule(
    "person-ex-title",
    r"<P:person>(?: 박사| 교수)?,? "
    rf"{_EX_TITLE}",
    "<쉬주훙> 전 [싱가포르경영대] 정보시스템 교수를 영입했다. → employment 쉬주훙 싱가포르경영대 former",
    "<왕샤오촨> 전 [소거우] CEO가 세웠다. → employment 왕샤오촨 소거우 former",
)(partial(works, status=FORMER, confidence=0.95))


rule(
    "served-adnominal",
    rf"<O:organization>{OF} ?{office(30)}"
    rf"(?P<status>{OBJECT} (?:지낸|역임한|맡았던|거친)"
    rf"|(?: 자리)?까지 (?:오른|올랐던|지낸|승진한)"
    rf"|{AS} (?:일한|일했던|일하던|근무한|근무했던|재직한|재직했던|활동한|있던|있었던|몸담았던)"
    r"|이었던| ?였던|이던|던) "
    rf"{_NEXT_NAME}",
    "[MS 리서치 아시아] 머신러닝 그룹 수석 연구 관리자였던 <탄쉬>를 영입했다. "
    "→ employment 탄쉬 MS 리서치 아시아 former",
    "[딥마인드]에서 부사장으로 있었던 <우융후이>가 합류했다. → employment 우융후이 딥마인드 former",
)(partial(works, status=FORMER, confidence=0.96))


rule(
    "was-title",
    rf"<PS:person>{STYLED}{ACTOR} "
    rf"<O:organization>{OF} ?{office(24)}"
    r"(?:이었|였)(?:다|고|으며|던)",
    "<리카이푸>는 [구글차이나] 사장이었다. → employment 리카이푸 구글차이나 former",
    "<리카이푸>는 [구글차이나] 사장이 아니었다. →",
)(partial(works, status=FORMER, confidence=0.94))


rule(
    "was-among",
    rf"<O:organization>(?:의)? ?(?:{PLAIN}{{0,16}}? )?"
    r"(?P<status>(?:개발진|연구진|팀|경영진|연구팀)에 (?:있던|있었던|몸담았던)) "
    r"<P:person>",
    "[딥시크] 개발진에 있던 <뤄푸리>는 떠났다. → employment 뤄푸리 딥시크 former",
    "[딥시크] 개발진에 있는 누군가가 떠났다. →",
)(partial(works, status=FORMER, confidence=0.9))


rule(
    "worked-adnominal",
    rf"<OS:organization>{PART}{LIST_END}(?:에서|에) ?(?:{CLOSE}{{0,30}}?(?: |(?=[을를에] )))?"
    r"(?P<status>일한|일했던|일하던|근무한|근무했던|근무하던|재직한|재직했던|재직하던|몸담았던|몸담은|경력을 쌓은"
    rf"|{_FIRST_STEPS} (?:시작한|내디딘|뗀)|{_LASTED}(?:을|를|간)? (?:넘게 |가까이 )?보낸"
    rf"|{OBJECT} (?!배우|공부|전공|수학|졸업)[가-힣]{{1,3}}던"
    rf"|(?:일|근무|재직|활동)하다가? (?:{FREE}{{0,24}} )?{_GONE_SINCE}"
    rf"|(?:에|{OBJECT}) (?:참여한|기여한)"
    r"|(?:시작|주도|진행|추진|관리|운영|지휘|수행|참여|설계|분석)(?:했던|하던)"
    r"|활동한|활동하던|활동했던|있던|있었던"
    r"|(?:이름|명성|두각)을 (?:날린|날리던|날렸던|떨친|떨치던|떨쳤던|얻은|쌓은|나타낸)"
    rf"|{OBJECT} (?:담당한|담당하던|담당했던|맡았던|이끌던|이끌었던|총괄한|총괄하던|총괄했던"
    r"|책임졌던|책임지던|개발한|개발하던|개발했던|연구하던|연구했던)) "
    rf"{_NEXT_NAME}",
    "[구글]에서 10년간 근무한 <우융후이>가 왔다. → employment 우융후이 구글 former",
    "[텐센트]와 [바이두]에서 일했던 <왕둥>이 왔다. → employment 왕둥 텐센트 former; employment 왕둥 바이두 former",
    "[구글]에서 근무하다 2025년 돌아온 과학자 <우융후이>가 말했다. → employment 우융후이 구글 former",
)(partial(works, status=FORMER, confidence=0.93))


@rule(
    "person-worked",
    rf"<PS:person>{STYLED}(?:은|는|이|가|도| 역시)(?P<between> {NO_PERSON}{{0,90}}?)"
    rf"<OS:organization>{PART}{LIST_END}(?:에서|에)(?:만|는|도)? ?"
    rf"(?P<what>{PLAIN}{{0,30}}?{TITLE}?)(?:을|를|으로|로)? ?(?:{PLAIN}{{0,8}} )?"
    rf"(?P<status>(?:일|근무|재직|활동|종사)(?:했|한 {_AFTER}|하다(?!가? (?:{FREE}{{0,24}} )?{_GONE_SINCE} )"
    rf"|하며|하면서|하던)"
    rf"|{OBJECT} (?:(?:담당|총괄|개발|연구|주도|경험|수행)(?:하다|했|한 {_AFTER})|이끌다|이끌었|맡다가|맡았)"
    rf"|{_FIRST_STEPS} (?:시작했|시작해|시작한 {_AFTER}|내디뎠|뗐)"
    rf"|{_LASTED}(?:을|를|간)? (?:넘게 |가까이 )?보(?:냈|내고|내며|내다|낸 {_AFTER})"
    rf"|(?: 자리)?까지 (?:올랐|오른 {_AFTER}|지냈)"
    rf"|몸담았|몸담은 {_AFTER}|몸담으며|(?:경력|경험|실력|커리어|실무 경험)을 쌓|(?:커리어|이력)를 쌓"
    rf"|지냈|지낸 {_AFTER}|지내다|지내며|지내기도|역임하기도"
    rf"|역임했|역임한 {_AFTER}|역임하며|역임하고|있었|있다가)",
    "<펑즈후이>는 [화웨이]에서 일한 뒤 나왔다. → employment 펑즈후이 화웨이 former",
    "<위카이>는 [바이두]에서 부사장을 지냈다. → employment 위카이 바이두 former",
    "<위카이>는 [바이두]에서 일하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and "각각" not in found["between"]:
        yield from works(sentence, found, FORMER, 0.9)


rule(
    "worked-as",
    rf"<PS:person>{STYLED}(?:은|는|이|가|도| 역시) (?!(?:{PLAIN}{{0,10}} )?각각)(?:{NO_PERSON}{{0,60}}?)"
    rf"<O:organization>의? {office(20)}"
    rf"(?P<status>{AS} (?:{FREE}{{0,12}} )?(?:(?:일|근무|재직|활동|종사)(?:했|한 {_AFTER}|하다|하며|하면서)|있었"
    rf"|있다가|지냈)"
    rf"|{OBJECT} (?:하다가?|했던)(?= )"
    rf"|(?: 등)?{OBJECT} (?:{FREE}{{0,12}} )?(?:담당했|담당하|담당한 {_AFTER}|겸했|지냈|지내기도"
    rf"|맡기도|지내다|지낸 {_AFTER}"
    rf"|역임|맡았|맡다가|거쳐|거쳤|거친 {_AFTER}))",
    "<자오페이란>은 [MS 리서치 아시아]를 거쳐 [칭화대] 부교수로 재직하다 나왔다. "
    "→ employment 자오페이란 MS 리서치 아시아 former; employment 자오페이란 칭화대 former",
    "<자오페이란>은 [칭화대] 부교수로 재직하고 있다. → employment 자오페이란 칭화대 current",
)(partial(works, status=FORMER, confidence=0.92))


@rule(
    "first-job",
    r"(?:첫|전|직전|이전) 직장(?:은|이) (?P<status>(?:[가-힣]{1,8} )?<O:organization>(?:였|이었|이다|다))",
    "<천수>는 젊다. 첫 직장은 [바이두]였다. → employment 천수 바이두 former",
    "<천수>는 젊다. 첫 직장은 [바이두]가 아니었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Where somebody worked of whom the sentence before tells."""
    people = [*sentence.places(PERSON, 0, found.start())]
    organization = found.start("organization")
    yield Statement(
        FactType.EMPLOYMENT,
        {"person": people[-1] if people else None, "organization": organization},
        (organization, organization + 1),
        0.82,
        {"status": FORMER},
        {"organization": (organization, organization + 1), "status": found.span()},
        doubts=("the sentence does not say whose employer it was; it is whom the text speaks of",),
    )


rule(
    "led",
    rf"<P:person>{STYLED}{TOPIC} (?:{FREE}{{0,40}}?)<O:organization>{PART}(?P<status>{OBJECT} (?:이끌었"
    rf"|이끈 {_AFTER}|이끌다|지휘했|총괄했|경영했))",
    "<위카이>는 2012년부터 [바이두] 연구소를 이끌었다. → employment 위카이 바이두 former",
    "<위카이>는 [바이두]를 이기지 못했다. →",
)(partial(stated_work, status=FORMER, confidence=0.86))


rule(
    "before-joining",
    rf"<P:person>{STYLED}{TOPIC} (?:{FREE}{{0,12}} )?<O>{PART}(?:에|으로|로)? ?(?:합류|입사|이직|영입)"
    rf"(?:하기|되기)? 이?전(?:까지|에는|에)? "
    rf"(?P<status>(?:{FREE}{{0,12}} )?<O:organization>(?:의|에서) (?P<what>(?:{PLAIN}{{0,20}}? )?{TITLE}))",
    "<우신위>는 [샤오펑]에 입사하기 전 [퀄컴]의 선임 엔지니어링 이사까지 올랐다. → employment 우신위 퀄컴 former",
    "<우신위>는 [샤오펑]을 이기기 전 [퀄컴]의 이사를 만났다. →",
)(partial(works, status=FORMER, confidence=0.9))


rule(
    "entered-through",
    rf"<PS:person>{STYLED}{TOPIC} (?:{FREE}{{0,30}}?)<O:organization>(?:의)? {CLOSE}{{2,30}}?(?:통해|으로|로) "
    r"(?P<status>입사해|입사했|입사한 (?:뒤|후)|채용돼|채용됐|발탁돼|발탁됐)",
    "<펑즈후이>는 2020년 [화웨이]의 인재 프로그램을 통해 입사했다. → employment 펑즈후이 화웨이 former",
    "<펑즈후이>는 [화웨이]의 인재 프로그램을 통해 배웠다. →",
)(partial(works, status=FORMER, confidence=0.8))


rule(
    "in-those-days",
    rf"<P:person>{STYLED}(?:은|는|이|가|도|의) (?:{FREE}{{0,24}} )?<O:organization>(?:에서의|의)? ?"
    rf"(?P<what>(?:{TITLE} )?)"
    r"(?P<status>(?:재직|근무)? ?시절|(?:재직|근무) 당시)",
    "<두완칭>은 [앤트그룹] 시절 이름을 알렸다. → employment 두완칭 앤트그룹 former",
    "<위카이>의 [바이두] 재직 시절 이야기다. → employment 위카이 바이두 former",
    "<위카이>는 [바이두] 없는 시절을 떠올렸다. →",
)(partial(works, status=FORMER, confidence=0.9))


@rule(
    "person-left",
    rf"<PS:person>{STYLED}{ACTOR}(?P<between> {NO_PERSON}{{0,70}}?)"
    rf"<OS:organization>{LIST_END}(?P<what>(?: {PLAIN}{{2,16}}?)?)(?:을|를|에서|에(?= 다[니녔]))? ?"
    rf"(?:차례로 |두루 |잠시 |모두 )?"
    rf"(?P<status>거쳐|거친 {_AFTER}|거쳤|거치며|거치고|떠나|떠난|떠났|나왔|퇴사|퇴직|나와|나온|사직|사임|"
    rf"(?:{_LASTED} 만에 )?(?:그만두|그만뒀|그만둔|관두)"
    rf"|사표를 (?:내|냈|던)|다녔|다니며|다니다|다닌 {_AFTER}|박차고|뛰쳐나"
    rf"|물러나|물러났|물러난 {_AFTER}|오가며 (?:일|근무|활동)"
    r"|(?<=에서 )(?:넘어온|넘어왔|건너온|건너왔|옮겨온|옮겨왔))",
    "<펑즈후이>는 [오포]를 거쳐 창업했다. → employment 펑즈후이 오포 former",
    "<양즈린>은 [구글]을 떠나 귀국했다. → employment 양즈린 구글 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and not re.match("지 |려", sentence.text[found.end() :]):
        yield from works(sentence, found, FORMER, 0.9)


rule(
    "entered-and-stayed",
    r"<O:organization>에 (?P<status>입사해 "
    rf"(?:{PLAIN}{{0,24}} )?(?:일한|일했던|근무한|근무했던|재직한|몸담았던)) {_NEXT_NAME}",
    "2008년 [구글]에 입사해 17년 동안 일한 <우융후이>는 유명하다. → employment 우융후이 구글 former",
    "2008년 [구글]에 입사해 화제가 된 <우융후이>는 유명하다. →",
)(partial(works, status=FORMER, confidence=0.93))
