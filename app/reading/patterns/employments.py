"""Who works or worked where."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.reading.mentions import Mention
from app.reading.patterns.rules import Statement, is_stated, place, places, rule
from app.reading.tagged import MONEY, NUMBER, ORG, PERIOD, PERSON, PLACE, PRODUCT, Tagged
from app.reading.words import FOUNDER, TITLES, title_in_english
from app.vocabulary import EmploymentStatus, FactType, OrganizationKind

FORMER, CURRENT = EmploymentStatus.FORMER, EmploymentStatus.CURRENT
_N = f"[^{ORG}{PERSON}{PRODUCT}{MONEY}.,]"
_FREE = f"[^{PERSON}.]"
_WORK = re.compile(rf"(?P<unit>.*?) ?(?P<title>{TITLES})?$")
_UNIT_WORD = re.compile(r"(?:그룹|팀|부문|부서|사업부|연구소|랩|조직|본부|센터|연구부|사업군|실|국)$")
_APART: Final = 30
_FOUNDING_TITLES: Final = re.compile(FOUNDER)
SCHOLAR: Final = re.compile(r"교수|연구원|박사후|강사|총장|학장")
"""At a university these are employments; who only 'comes from' it studied there."""


def _works(
    sentence: Tagged, people: Sequence[int | None], organizations: Sequence[int], status: EmploymentStatus, confidence: float,
    verb: tuple[int, int], what: tuple[int, int] | None = None, doubts: tuple[str, ...] = (),
) -> Iterator[Statement]:  # fmt: skip
    title, unit, words = None, None, {}
    if what and (cut := re.search(r"[을를] ", sentence.text[what[0] : what[1]])):
        what = (what[0], what[0] + cut.start())
    if what and (said := sentence.text[what[0] : what[1]].strip(" 의에서")):
        parts = _WORK.fullmatch(said)
        name = parts["title"] if parts else None
        if name and _FOUNDING_TITLES.search(name):
            return
        offset = what[0] + sentence.text[what[0] : what[1]].find(said)
        if name:
            title = title_in_english(name)
            words["title"] = (offset + len(said) - len(name), offset + len(said))
        rest = parts["unit"].strip() if parts else ""
        if rest and _UNIT_WORD.search(rest) and not any(sign in rest for sign in (PERIOD, NUMBER, PLACE)):
            unit = rest
            words["unit"] = (offset + said.find(rest), offset + said.find(rest) + len(rest))
    for person in people:
        for organization in organizations:
            employer = sentence.items[organization]
            if (
                isinstance(employer, Mention)
                and employer.kind == OrganizationKind.UNIVERSITY
                and not SCHOLAR.search(sentence.text[what[0] : what[1]] if what else "")
            ):
                continue
            shown = {"organization": (organization, organization + 1), "status": verb} | words
            if person is not None:
                shown["person"] = (person, person + 1)
            yield Statement(
                FactType.EMPLOYMENT, {"person": person, "organization": organization},
                _shortest(organization, words.get("title"), verb), confidence,
                {"status": status} | ({"title": title} if title else {}) | ({"unit": unit} if unit else {}),
                shown, doubts=doubts,
            )  # fmt: skip


def _shortest(organization: int, title: tuple[int, int] | None, verb: tuple[int, int]) -> tuple[int, int]:
    """The employer with the title behind it; where the title stands apart, the words of the verb."""
    if title is None or title[1] <= organization:
        return organization, organization + 1
    return (organization, title[1]) if title[0] - organization < _APART else verb


@rule(
    "from-adnominal",
    rf"<OS:organizations>(?:의|에서)? ?(?P<what>{_N}{{0,30}}?) ?(?P<status>출신)(?:인|의|이자|으로|으로서)? ?(?:{_N}{{0,14}} )?<P:person>",
    "[페이스북 AI리서치]와 [구글브레인] 출신인 <양즈린>이 창업했다. → employment 양즈린 페이스북 AI리서치 former; employment 양즈린 구글브레인 former",
    "[센스타임]의 부사장 출신 <옌쥔제>를 만났다. → employment 옌쥔제 센스타임 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if "지역" in found["what"] or PLACE in found["what"]:
        return
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organizations"),
        FORMER,
        0.95,
        found.span("status"),
        found.span("what"),
    )


@rule(
    "person-is-from",
    rf"<P:person>(?:은|는|이|가|도| 역시| 또한) (?:{_FREE}{{0,40}}? )?<OS:organizations>(?:의|에서)? ?(?P<what>{_N}{{0,24}}?) ?(?P<status>출신)(?:이다|으로|이며|이고|이자|인 것|이라|,|\.|인데)",
    "<리카이푸>가 [구글차이나] 사장 출신이다. → employment 리카이푸 구글차이나 former",
    "<장다신>은 [마이크로소프트] 출신으로 2023년 회사를 세웠다. → employment 장다신 마이크로소프트 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organizations"),
        FORMER,
        0.94,
        found.span("status"),
        found.span("what"),
    )


@rule(
    "founder-then-from",
    rf"(?:<O:startup>|회사)(?:은|는|의)? (?P<founder>{FOUNDER})(?:은|는|가|인)? <P:person>(?:은|는|이|가) <OS:organizations>(?:의|에서)? ?(?P<what>{_N}{{0,24}}?) ?(?P<status>출신)",
    "[링이완우]의 창업자 <리카이푸>는 [구글차이나] 사장 출신이라고 한다. → employment 리카이푸 구글차이나 former; founding 리카이푸 링이완우",
    "회사 창업자는 젊다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organizations"),
        FORMER,
        0.94,
        found.span("status"),
        found.span("what"),
    )


@rule(
    "ex-title-person",
    rf"(?:(?P<status>전|前) <O:organization>의? ?(?P<what>(?:{_N}{{0,24}}? )?(?:{TITLES}))|<O:organization2>의? (?P<status2>전|前) (?P<what2>(?:{_N}{{0,20}}? )?(?:{TITLES})))(?:인|이었던)? <P:person>",
    "전 [바이두] 부사장 <위카이>가 세웠다. → employment 위카이 바이두 former",
    "[구글] 전 수석 과학자 <우융후이>가 왔다. → employment 우융후이 구글 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["what"] else "2"
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, f"organization{mark}"),
        FORMER,
        0.96,
        found.span(f"status{mark}"),
        found.span(f"what{mark}"),
    )


@rule(
    "person-ex-title",
    rf"<P:person>(?: 박사| 교수)?,? (?:(?P<status>전|前) <O:organization>의? ?(?P<what>(?:{_N}{{0,24}}? )?(?:{TITLES}))|<O:organization2>의? (?P<status2>전|前) (?P<what2>(?:{_N}{{0,20}}? )?(?:{TITLES})))",
    "<쉬주훙> 전 [싱가포르경영대] 정보시스템 교수를 영입했다. → employment 쉬주훙 싱가포르경영대 former",
    "<왕샤오촨> 전 [소거우] CEO가 세웠다. → employment 왕샤오촨 소거우 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["what"] else "2"
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, f"organization{mark}"),
        FORMER,
        0.95,
        found.span(f"status{mark}"),
        found.span(f"what{mark}"),
    )


@rule(
    "served-adnominal",
    rf"<O:organization>(?:의|에서)? ?(?P<what>(?:{_N}{{0,30}}? )?(?:{TITLES}))(?P<status>(?:을|를) (?:지낸|역임한|맡았던|맡은|거친)|(?:으로|로) (?:일한|일했던|일하던|근무한|근무했던|재직한|재직했던|활동한|있던|있었던|몸담았던)|이었던|였던|이던|던) (?:{_N}{{0,14}} )?<P:person>",
    "[MS 리서치 아시아] 머신러닝 그룹 수석 연구 관리자였던 <탄쉬>를 영입했다. → employment 탄쉬 MS 리서치 아시아 former",
    "[딥마인드]에서 부사장으로 있었던 <우융후이>가 합류했다. → employment 우융후이 딥마인드 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        FORMER,
        0.96,
        found.span("status"),
        found.span("what"),
    )


@rule(
    "was-title",
    rf"<P:person>(?:은|는|이|가|도) <O:organization>(?:의|에서)? ?(?P<what>(?:{_N}{{0,24}}? )?(?:{TITLES}))(?P<status>이었|였)(?:다|고|으며|던)",
    "<리카이푸>는 [구글차이나] 사장이었다. → employment 리카이푸 구글차이나 former",
    "<리카이푸>는 [구글차이나] 사장이 아니었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        FORMER,
        0.94,
        found.span("what"),
        found.span("what"),
    )


@rule(
    "is-title",
    rf"<P:person>(?:은|는|이|가|도) (?:[^{ORG}{PERSON}.]{{0,16}} )?<O:organization>(?:의|에서)? ?(?P<what>(?:{_N}{{0,24}}? )?(?:{TITLES}))(?P<status>다[.,]|이다|로 (?:일하고|재직|있다)|으로 (?:일하고|재직|있다)|이며|이고|로서|(?:를|을|직을) (?:계속 )?맡(?:고|는다|았다))",
    "<왕허>는 [베이징대] 조교수다. → employment 왕허 베이징대 current",
    "<왕허>는 [갤봇] 최고기술책임자를 맡고 있다. → employment 왕허 갤봇 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        CURRENT,
        0.92,
        found.span("what"),
        found.span("what"),
    )


@rule(
    "was-among",
    rf"<O:organization>(?:의)? ?(?:{_N}{{0,16}}? )?(?P<status>(?:개발진|연구진|팀|경영진|연구팀)에 (?:있던|있었던|몸담았던)) <P:person>",
    "[딥시크] 개발진에 있던 <뤄푸리>는 떠났다. → employment 뤄푸리 딥시크 former",
    "[딥시크] 개발진에 있는 누군가가 떠났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence, places(found, "person"), places(found, "organization"), FORMER, 0.9, found.span("status")
    )


_CHIEF = r"(?:공동 ?)?(?:최고경영자|최고기술책임자|최고운영책임자|최고과학자|수석과학자|CEO|CTO|COO|회장|대표)"


@rule(
    "chief-of-it",
    rf"(?:(?:^|[,.] |[며고] |지금은 |현재 )(?P<what>{_CHIEF})(?:인)? <P:person>|(?:^|[,.] |[며고] |지금은 |현재 )<P:person2> (?P<what2>{_CHIEF}))(?P<status>은|는|이|가|도)",
    "[모델베스트]는 유명하다. 최고경영자 <리다하이>는 말했다. → employment 리다하이 모델베스트 current",
    "[즈푸AI]는 <탕제>가 세웠고 지금은 <장펑> 최고경영자가 이끈다. → employment 장펑 즈푸AI current; founding 탕제 즈푸AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["what"] else "2"
    person, what = found.start(f"person{mark}"), found.span(f"what{mark}")
    own = [one.start() for one in re.finditer(rf"{ORG}(?:은|는) ", sentence.text[: found.start()])]
    if not own and ORG in sentence.text[: found.start()]:
        return
    words = {"person": (person, person + 1), "title": what, "status": what} | (
        {"organization": (own[-1], own[-1] + 1)} if own else {}
    )
    yield Statement(
        FactType.EMPLOYMENT, {"person": person, "organization": own[-1] if own else None}, (min(person, what[0]), max(person + 1, what[1])), 0.85,
        {"status": CURRENT, "title": title_in_english(sentence.text[slice(*what)])}, words,
        doubts=("the employer is not named beside the title; it is who the text speaks of",),
    )  # fmt: skip


@rule(
    "worked-adnominal",
    rf"<OS:organizations>(?:에서|에) ?(?:{_N}{{0,24}}?(?: |(?=[을를] )))?(?P<status>일한|일했던|일하던|근무한|근무했던|근무하던|재직한|재직했던|몸담았던|몸담은|경력을 쌓은|활동한|활동하던|활동했던|있던|있었던|(?:을|를) (?:담당한|담당했던|맡았던|이끌던|이끌었던|총괄한|총괄했던|개발하던|개발했던)) (?:{_N}{{0,14}} )?<P:person>",
    "[구글]에서 10년간 근무한 <우융후이>가 왔다. → employment 우융후이 구글 former",
    "[텐센트]와 [바이두]에서 일했던 <왕둥>이 왔다. → employment 왕둥 텐센트 former; employment 왕둥 바이두 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence, places(found, "person"), places(found, "organizations"), FORMER, 0.93, found.span("status")
    )


@rule(
    "person-worked",
    rf"<P:person>(?:은|는|이|가|도| 역시)(?P<between> [^{PERSON}.]{{0,90}}?)<OS:organizations>(?:에서|에)(?:만|는)? ?(?P<what>{_N}{{0,30}}?(?:{TITLES})?)(?:을|를|으로|로)? ?(?:{_N}{{0,8}} )?(?P<status>일했|일한 (?:뒤|후|바)|일하다|일하며|(?:을|를) (?:이끌다|담당하다|총괄하다|개발하다|연구하다)|근무했|근무한 (?:뒤|후|바)|근무하다|근무하며|재직했|재직한 (?:뒤|후)|재직하며|몸담았|몸담은 (?:뒤|후)|경력을 쌓|경험을 쌓|지냈|지낸 (?:뒤|후|바)|역임했|역임한 (?:뒤|후)|활동했|있었)",
    "<펑즈후이>는 [화웨이]에서 일한 뒤 나왔다. → employment 펑즈후이 화웨이 former",
    "<위카이>는 [바이두]에서 부사장을 지냈다. → employment 위카이 바이두 former",
    "<위카이>는 [바이두]에서 일하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from _works(
            sentence,
            places(found, "person"),
            places(found, "organizations"),
            FORMER,
            0.9,
            found.span("status"),
            found.span("what"),
        )


@rule(
    "person-left",
    rf"<P:person>(?:은|는|이|가|도)(?P<between> [^{PERSON}.]{{0,70}}?)<OS:organizations>(?:을|를|에서) ?(?:차례로 |두루 |잠시 )?(?P<status>거쳐|거친 (?:뒤|후)|거쳤|떠나|떠난|퇴사|퇴직|나와|나온|그만두|그만둔|관두)",
    "<펑즈후이>는 [오포]를 거쳐 창업했다. → employment 펑즈후이 오포 former",
    "<양즈린>은 [구글]을 떠나 귀국했다. → employment 양즈린 구글 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and not re.match(r"지 |려", sentence.text[found.end() :]):
        yield from _works(
            sentence, places(found, "person"), places(found, "organizations"), FORMER, 0.9, found.span("status")
        )


@rule(
    "left-adnominal",
    rf"<OS:organizations>(?:을|를|에서) (?P<status>거친|떠난|퇴사한|나온|그만둔) (?:{_N}{{0,14}} )?<P:person>",
    "[구글]을 떠난 <양즈린>이 세웠다. → employment 양즈린 구글 former",
    "[오포]와 [화웨이]를 거친 <펑즈후이>다. → employment 펑즈후이 오포 former; employment 펑즈후이 화웨이 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence, places(found, "person"), places(found, "organizations"), FORMER, 0.92, found.span("status")
    )


_HIRED = r"(?P<status>영입|스카우트|채용)(?:했|해|하|한 (?:것|바|데|사례)|하기도 했)"


@rule(
    "hired",
    rf"<O:organization>(?:은|는|이|가|도| 또한| 역시) (?P<between>[^{PERSON}.]{{0,90}}?)<P:person>(?P<apposition>[^{PERSON}.]{{0,50}}?)(?:을|를) (?P<to>[^{PERSON}{ORG}.]{{0,40}}?){_HIRED}",
    "[문샷AI]는 최근 <탄쉬>를 영입했다. → employment 탄쉬 문샷AI current",
    "[알리바바]는 <쉬주훙> 전 [싱가포르경영대] 교수를 부사장으로 영입했다. → employment 쉬주훙 알리바바 current; employment 쉬주훙 싱가포르경영대 former",
    "[문샷AI]는 <탄쉬>를 영입하려 했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not is_stated(sentence, found.end()) or (
        found.group().endswith("하") and sentence.text[found.end() : found.end() + 1] in "려기자"
    ):
        return
    role = re.search(rf"(?P<what>(?:{_N}{{0,12}} )?(?:{TITLES}))(?:으로|로) $", found["to"])
    what = None if not role else (found.start("to") + role.start("what"), found.start("to") + role.end("what"))
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        CURRENT,
        0.94,
        (place(found, "person") or 0, found.end("status")),
        what,
    )


@rule(
    "made-title",
    rf"<O:organization>(?:은|는|이|가|도) (?P<between>[^{PERSON}.]{{0,60}}?)<P:person>(?: (?:{TITLES}))?(?:을|를) (?P<what>(?:{_N}{{0,20}}? )?(?:{TITLES}))(?:으로|로|에) (?P<status>승진시켰|앉혔|임명했|선임했|발탁했|기용했|내세웠)",
    "[얼후테크]는 7일 <루신> 부사장을 최고운영책임자로 승진시켰다. → employment 루신 얼후테크 current",
    "[바이루반도체]는 [퀄컴]에서 16년간 구매를 담당한 <리페이>를 공급망 총괄로 앉혔다. → employment 리페이 바이루반도체 current; employment 리페이 퀄컴 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        CURRENT,
        0.92,
        found.span("status"),
        found.span("what"),
    )


@rule(
    "named-title",
    rf"<O:organization>(?:의)? (?P<what>(?:{_N}{{0,16}}? )?(?:{TITLES}))(?:으로|로|에)(?:는)? (?:[^.]{{0,50}}? )?<P:person>(?:이|가) (?P<status>선임|임명|발탁|승진)(?:됐|돼|되|했)",
    "[쑹라인] 총경리로는 [라인베르크] 부사장이던 <첸웨이란>이 선임됐다. → employment 첸웨이란 쑹라인 current; employment 첸웨이란 라인베르크 former",
    "[쑹라인] 총경리로는 아무도 선임되지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from _works(
            sentence,
            places(found, "person"),
            places(found, "organization"),
            CURRENT,
            0.92,
            found.span("status"),
            found.span("what"),
        )


@rule(
    "years-at-each",
    rf"<P:person>(?:은|는|이|가|도) [^{PERSON}.]{{0,60}}?<O:first>에서 (?:[0-9]+년|{NUMBER}|{PERIOD}),? (?:이어 )?<O:second>에서 (?:[0-9]+년|{NUMBER}|{PERIOD})(?:을|를|간)? (?P<status>일했|근무했|보냈|몸담았)",
    "<우자>는 [화낙]에서 6년, [쿠카]에서 3년을 일했다. → employment 우자 화낙 former; employment 우자 쿠카 former",
    "<우자>는 [화낙]에서 6년, [쿠카]에서 3년을 기다렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    employers = [*places(found, "first"), *places(found, "second")]
    yield from _works(sentence, places(found, "person"), employers, FORMER, 0.92, found.span("status"))


@rule(
    "hired-by-place",
    r"<P:person>(?:을|를) (?P<status>영입)한 (?:곳|회사|기업|업체|쪽)(?:은|는|도|이|가)? <O:organization>",
    "<탄쉬>를 영입한 곳도 [문샷AI]다. → employment 탄쉬 문샷AI current",
    "<탄쉬>를 영입한 회사는 [문샷AI]였다. → employment 탄쉬 문샷AI current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        CURRENT,
        0.94,
        (found.start("person"), found.end("status")),
    )


@rule(
    "joined",
    rf"<P:person>(?: 박사| 교수)?(?P<apposition>[^{PERSON}.]{{0,40}}?)(?:은|는|이|가|도) (?P<between>[^{PERSON}.]{{0,60}}?)<O:organization>(?P<unit>의 [^{ORG}{PERSON}.,]{{2,40}}?)?(?:에|으로|로) (?:[^{ORG}{PERSON}.]{{0,14}} )?(?P<status>합류|이직|자리를 옮|옮|둥지를 틀|영입(?=됐|돼|되)|스카우트(?=됐|돼|되)|입사)(?:했|해|하|한 (?:데|것|뒤|후|바)|겼|긴 (?:데|것|뒤|후|바)|겨|었|됐|돼|되)",
    "<우융후이>가 최근 틱톡의 모기업 [바이트댄스]에 합류했다. → employment 우융후이 바이트댄스 current",
    "<야오순위>가 [텐센트]로 이직해 화제가 됐다. → employment 야오순위 텐센트 current",
    "<야오순위>가 [텐센트]로 이직한다는 소문이 돌았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    tail = sentence.text[found.end() : found.end() + 3]
    if not is_stated(sentence, found.end()) or (found.group().endswith("하") and tail[:1] in "려기자겠지"):
        return
    long_ago = found["status"] == "입사" and (
        PERIOD in found["between"] or re.search(r"입사해|입사한 뒤|입사한 후", found.group())
    )
    if found["status"] == "입사" and long_ago:
        doubt = "it is not said whether the employment lasts; it lies in the past"
        yield from _works(
            sentence,
            places(found, "person"),
            places(found, "organization"),
            FORMER,
            0.75,
            found.span("status"),
            doubts=(doubt,),
        )
        return
    what = None
    if found["unit"] and (role := re.search(rf"(?:{TITLES})$", found["unit"])):
        what = (found.start("unit") + 2, found.start("unit") + role.end())
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        CURRENT,
        0.93,
        (found.start("organization"), found.end("status")),
        what,
    )


@rule(
    "appointed",
    rf"<P:person>(?:은|는|이|가) (?P<between>[^{PERSON}.]{{0,50}}?)<O:organization>(?:의|에서)? ?(?P<what>[^{PERSON}{ORG}.,]{{0,36}}?(?:{TITLES}))(?:으로|로|에) (?P<status>임명|선임|취임|승진|발탁|부임)(?:됐|돼|되|했|해)",
    "<우융후이>는 [바이트댄스]의 기초연구 책임자로 임명됐다. → employment 우융후이 바이트댄스 current",
    "<우쉐>는 [알리바바] 최고경영자에 취임했다. → employment 우쉐 알리바바 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from _works(
            sentence,
            places(found, "person"),
            places(found, "organization"),
            CURRENT,
            0.93,
            found.span("status"),
            found.span("what"),
        )


_NOT_EX = r"(?<!전 )(?<!前 )(?<!전직 )"
_NEAR_TITLE = rf"(?P<what>(?!전 |前 |전직 )(?:[^{ORG}{PERSON}{PRODUCT}{MONEY}{PERIOD}.,은는이가을를에]{{0,16}}? )?(?:{TITLES}))(?! ?출신)(?![을를] ?(?:지낸|역임|맡았|거친|거쳐))(?!(?:으로|로) (?:일|근무|재직|활동|있))(?!였|이었)"


@rule(
    "person-organization-title",
    rf"<P:person>,? {_NOT_EX}<O:organization>의? {_NEAR_TITLE}",
    "<왕싱싱> [유니트리] 회장은 말했다. → employment 왕싱싱 유니트리 current",
    "<량루보> [바이트댄스] 최고경영자에게 보고한다. → employment 량루보 바이트댄스 current",
    "<펑즈후이> [애지봇] 창업자는 젊다. → founding 펑즈후이 애지봇",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        CURRENT,
        0.9,
        found.span("what"),
        found.span("what"),
    )


@rule(
    "organization-title-person",
    rf"{_NOT_EX}<O:organization>의? {_NEAR_TITLE}(?:인|이자)? <PS:person>",
    "[바이트댄스] 최고경영자 <량루보>가 말했다. → employment 량루보 바이트댄스 current",
    "[오픈AI] 연구원 <야오순위>가 [텐센트]로 이직했다. → employment 야오순위 오픈AI former; employment 야오순위 텐센트 current",
    "[유니트리] 창업자 <왕싱싱>은 젊다. → founding 왕싱싱 유니트리",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    # Who goes somewhere else in the same breath no longer holds the office.
    leaves = re.match(
        rf"(?:은|는|이|가|을|를) (?:[^{PERSON}.]{{0,40}}? )?[^{PERSON}.]{{0,30}}?(?:합류|이직|옮|영입|퇴사|떠나|스카우트)|.*(?:퇴사했|물러났|사임했|떠났)",
        sentence.text[found.end() :],
    )
    status, confidence = (FORMER, 0.85) if leaves else (CURRENT, 0.9)
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        status,
        confidence,
        found.span("what"),
        found.span("what"),
    )


@rule(
    "organization-person-title",
    rf"{_NOT_EX}<O:organization>의? <P:person> {_NEAR_TITLE}(?![가-힣]{{2}})",
    "[유니트리]의 <왕싱싱> 회장이 말했다. → employment 왕싱싱 유니트리 current",
    "[딥마인드] <우융후이> 연구 부사장이 [바이트댄스]로 이직했다. → employment 우융후이 딥마인드 former; employment 우융후이 바이트댄스 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    leaves = re.match(
        rf"(?:은|는|이|가|을|를) (?:[^{PERSON}.]{{0,40}}? )?[^{PERSON}.]{{0,30}}?(?:합류|이직|옮|영입|퇴사|떠나|스카우트)|.*(?:퇴사했|물러났|사임했|떠났)",
        sentence.text[found.end() :],
    )
    status, confidence = (FORMER, 0.85) if leaves else (CURRENT, 0.9)
    yield from _works(
        sentence,
        places(found, "person"),
        places(found, "organization"),
        status,
        confidence,
        found.span("what"),
        found.span("what"),
    )
