"""Who founded what."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.reading.patterns.employment import STYLED
from app.reading.patterns.parts import ACTOR, CLOSE, DOER, FREE, GAP, MAIN, OBJECT, TOPIC
from app.reading.patterns.rules import CARRIED, TO_COME, Statement, is_stated, place, places, rule, stretch
from app.reading.tagged import NUMBER, ORG, PERIOD, PERSON, Tagged
from app.reading.words import PRODUCT_NOUN
from app.vocabulary import FactType

FOUND: Final = "(?:공동 ?)?(?:창업|설립|창립|창설)"
ETC: Final = (
    rf"(?: (?:형제|자매|남매|부부|부자|모자|(?:두|세|네) (?:사람|명)|{NUMBER}))?"
    rf"(?: 등(?: (?:[가-힣A-Za-z]{{1,8}} ){{0,3}}(?:{NUMBER}|[가-힣]{{1,8}}))?)?"
)
"""What may end a list of people: `형제`, `두 사람`, `등`, `등 3명`, `등 대학 동문 3명`."""
_RUN: Final = "이끄는|이끌고 있는|이끌어 ?온|운영하는|운영 중인|운영하고 있는|경영하는|경영하고 있는"
FOUNDED_AND: Final = f"(?:{FOUND}(?:해|하고)|세워|세우고|차려|차리고)(?: 현재| 지금까지| 직접| 지금도)?"
"""The verb of who did something with the firm as well."""
WHO_FOUNDED: Final = (
    f"(?<![가-힣])(?:{FOUND}한|{FOUND}했던|세운|차린|일군|만든|시작한|탄생시킨|문을 연|"
    f"{FOUNDED_AND} (?:{_RUN}|키운|키워낸|키워온|성장시킨))"
)
"""The verb before a noun: `P가 창업한 O`."""
_WHO: Final = (
    "(?:뒤|후|바|해는|것(?!(?:은|이) 아니)|적(?=이 있|도 있)|(?:경험|이력|경력)(?=이 있|도 있|을 (?:가진|갖고|바탕))"
    "|인물|사람|(?:주인공|주역|장본인|(?:[가-힣A-Z]{1,6} )?(?:창업가|기업가|사업가|개발자|엔지니어|과학자))"
    "(?=이?다|으?로|이며|이고))"
)
"""What follows the adnominal form of what somebody is said to have founded."""
IS: Final = "(?:이?다|였다|이었다|이며|이고|입니다)(?![가-힣])"
"""Behind a name that a sentence says something is."""
WHO_IS: Final = "(?:(?:것|사람|인물)(?:은|이|도)|건|이는|이가|주인공은|장본인은|주역은|이들은) (?:바로 |다름 아닌 )?"
"""Before the name of who did what the clause says: `O를 만든 것은 P다`."""
ALONE: Final = f"(?:(?!(?<![같 ])이 |(?<! )가 ){FREE})"
"""A sign that names nobody, and before which no other subject ends."""
LEFT: Final = (
    rf"(?:{ALONE}{{0,20}}{ORG}{CLOSE}{{0,24}}?"
    r"(?:떠나|나와|나온 뒤|떠난 뒤|퇴사해|퇴사하고|그만두고|거쳐|퇴사한 뒤|퇴사 후|에 이어|(?:동료|동문|출신)(?:들)?과)"
    "(?: 함께)? )?"
)
"""What somebody did with another firm before founding one: `구글을 떠나 2020년 창업한 O`."""
_PRODUCT_OF: Final = re.compile(rf"(?:의)? (?:[가-힣A-Za-z]{{1,8}} )?(?:{PRODUCT_NOUN}|프로젝트|사업|연구)")
"""Behind a firm: what was made is not the firm itself."""
_CUT: Final = re.compile("(?:[을를에로와과]|에서|따라|통해|위해|대해) $")
"""Before a name: what the verb before belongs to is another thing: `P가 세운 기록을 O가`."""
_OF_CLAUSE: Final = re.compile("(?:있는|던|이끄는|맡은|운영하는|떠난|일하는|투자한|근무하는) $")
"""Behind `P가`: P is the subject of a clause that says something of the firm: `P가 대표로 있는 O를 설립했다`."""
LEAVES: Final = re.compile(
    "거쳐|거친|떠나|나와|그만두|퇴사|졸업|관두|나온|통해|인수|매각|팔아|팔고|다니|휴학|중퇴|꿈꾸|투자|정리|접고|이용해|활용해|바탕|계기|목표|자회사로|법인으로"
)
"""What says that the name before it is a place that was left, not one that was founded."""


def founded(
    person: int, startup: int, span: tuple[int, int], confidence: float, period: int | None = None
) -> Statement:
    """Somebody founded a company; `startup` is its place."""
    words = {"person": (person, person + 1), "startup": (startup, startup + 1)}
    return Statement(
        FactType.FOUNDING,
        {"person": person, "startup": startup},
        span,
        confidence,
        words=words,
        period=period,
    )


def each_founded(
    sentence: Tagged, found: re.Match[str], span: tuple[int, int], confidence: float
) -> Iterator[Statement]:
    """Everybody of the list founded the startup, in the period that the words of the pattern name."""
    period = period_between(sentence, found.start(), found.end())
    dated = {"period": (period, period + 1)} if period is not None else {}
    for startup in places(found, "startup"):
        for person in places(found, "person"):
            one = founded(person, startup, span, confidence, period)
            yield replace(one, words={**one.words, **dated})


def founded_it(person: int, span: tuple[int, int], confidence: float) -> Statement:
    """Somebody founded the company that the sentences before speak of."""
    return Statement(
        FactType.FOUNDING,
        {"person": person, "startup": None},
        span,
        confidence,
        words={"person": (person, person + 1)},
        doubts=(CARRIED,),
    )


def period_between(sentence: Tagged, start: int, end: int) -> int | None:
    """The place of the one period that stands between two places."""
    found = list(sentence.places(PERIOD, min(start, end), max(start, end)))
    return found[0] if len(found) == 1 else None


@rule(
    "founded-by-adnominal",
    rf"<PS:person>{STYLED}{ETC}{DOER} {LEFT}(?:{ALONE}{{0,36}} )?"
    rf"(?P<verb>{WHO_FOUNDED}) "
    rf"{GAP}<O:startup>",
    "<양즈린>이 2023년 창업한 [문샷AI]는 컸다. → founding 양즈린 문샷AI",
    "<량원펑>이 세운 인공지능 스타트업 [딥시크]가 나왔다. → founding 량원펑 딥시크",
    "<량원펑>이 창업해 키운 [딥시크]가 나왔다. → founding 량원펑 딥시크",
    "<량원펑>이 [난링]에 이어 세운 [딥시크]가 나왔다. → founding 량원펑 딥시크",
    "<저우밍>이 2021년 문을 연 [란저우커지]도 있다. → founding 저우밍 란저우커지",
    "<량원펑>이 발표하자 직원들이 세운 [딥시크]가 나왔다. →",
    "<량원펑>이 만든 [딥시크] 모델이 유명하다. →",
    "<량원펑>이 세운 기록을 [딥시크]가 깼다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A firm that somebody founded; not where the clause belongs to an organization before it: `O는 P가 세운 O를 …`."""
    if found["verb"] in {"만든", "시작한"} and _PRODUCT_OF.match(sentence.text, found.end()):
        return
    if _CUT.search(sentence.text[found.end("verb") : found.start("startup")]):
        return
    before = sentence.text[max(0, found.start() - 40) : found.start()]
    is_subject = sentence.text[found.end() : found.end() + 1] in "은는이가"
    if is_subject or not re.search(f"{ORG}[는은] $", before):
        yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.95)


@rule(
    "founder-relative",
    rf"<OS:startups>{OBJECT} (?:{FREE}{{0,30}}?)?"
    rf"(?P<verb>{WHO_FOUNDED}) "
    rf"(?:{GAP} |<O>의? (?:{CLOSE}{{0,16}}? )?출신(?:인|의)? )?<PS:person>",
    "[갤봇]을 창업한 <왕허>는 젊다. → founding 왕허 갤봇",
    "[유니트리]를 2016년 항저우에서 설립한 <왕싱싱>이다. → founding 왕싱싱 유니트리",
    "[캠브리콘]을 설립한 [중국과학원] 출신 <천윈지>·<천톈스>다. → founding 천윈지 캠브리콘; founding 천톈스 캠브리콘; "
    "employment 천윈지 중국과학원 former; employment 천톈스 중국과학원 former",
    "[오포]를 앞세운 <왕허>는 젊다. →",
    "[오포]를 거쳐 창업한 <왕허>는 젊다. → employment 왕허 오포 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if LEAVES.search(sentence.text, found.end("startups"), found.start("verb")):
        return
    if _CUT.search(sentence.text[found.end("verb") : found.start("person")]):
        return
    for startup in places(found, "startups"):
        for person in places(found, "person"):
            period = period_between(sentence, startup, person)
            yield founded(person, startup, (startup, found.end("person")), 0.95, period)


@rule(
    "self-founded",
    rf"(?:자신|본인)(?:이|의 손으로) (?:{FREE}{{0,16}} )?(?P<verb>{WHO_FOUNDED}) (?:{GAP} )?<O:startup>",
    "<위카이>는 부자가 됐다. 자신이 설립한 스타트업 [호라이즌]의 주가가 올랐다. → founding 위카이 호라이즌",
    "<위카이>는 부자가 됐다. 자신이 떠난 스타트업 [호라이즌]의 주가가 올랐다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    people = [*sentence.places(PERSON, 0, found.start())]
    startup = found.start("startup")
    words = {"startup": (startup, startup + 1), "person": (found.start(), found.start() + 2)}
    doubts = ("the person is a pronoun; whom it means was taken from what was said before",)
    person = people[-1] if people else None
    yield Statement(
        FactType.FOUNDING,
        {"person": person, "startup": startup},
        (found.start("verb"), startup + 1),
        0.85,
        words=words,
        doubts=doubts,
    )


@rule(
    "person-founded",
    rf"<PS:person>{STYLED}{ETC}{ACTOR} "
    r"(?P<between>[^.]{0,110}?)"
    rf"<OS:startup>(?:이?(?:라는|란) (?:[가-힣A-Za-z]{{1,8}} ){{0,2}}(?:스타트업|회사|기업|업체))?"
    rf"(?:을|를|도) (?P<how>{FREE}{{0,24}}?)"
    rf"(?<![가-힣])(?P<verb>{FOUND}(?:했|하며|하고|하면서|해|하기도 했|한 지 |하기 (?:이|직)?전|할 (?:때|당시|무렵)"
    rf"|하게 (?:됐|되)|했던 {_WHO}|한 {_WHO}|한다(?=\.)|합니다|(?=, ))"
    rf"|(?:세운|차린)다(?=\.)|세웠|(?:세운|차린) {_WHO}|세워|세우[고며]|차렸|차리[고며]|차려)",
    "<량원펑>은 2015년 헤지펀드 [하이플라이어]를 세웠다. → founding 량원펑 하이플라이어",
    "<리카이푸>는 [구글차이나]를 떠나 [링이완우]를 창업했다. "
    "→ founding 리카이푸 링이완우; employment 리카이푸 구글차이나 former",
    "<왕싱>은 [메이퇀]을 설립하지 않았다. →",
    "<왕싱>은 2010년 창업 열풍 속에 [메이퇀]을 세운다. → founding 왕싱 메이퇀",
    "2010년 3월, <왕싱>은 [메이퇀]을 설립합니다. → founding 왕싱 메이퇀",
    "<왕싱>은 내년에 [메이퇀]을 세운다. →",
    "<왕싱>은 퇴사했으며, <장빈>도 퇴사 후 [메이퇀]을 창업했다. → founding 장빈 메이퇀",
    "<천톈스>와 <천윈지> 형제가 [캠브리콘]을 세운 해는 2016년이다. "
    "→ founding 천톈스 캠브리콘; founding 천윈지 캠브리콘",
    "<왕싱>은 [메이퇀]을 창업한 연쇄 창업가로 유명하다. → founding 왕싱 메이퇀",
    "<왕싱>은 [메이퇀]도 세웠다. → founding 왕싱 메이퇀",
    "<왕싱>은 2010년 [메이퇀]을 창업, 8년 만에 상장시켰다. → founding 왕싱 메이퇀",
    "<왕싱>은 [메이퇀]을 창업한 지 3년 만에 상장시켰다. → founding 왕싱 메이퇀",
    "<왕싱>은 [메이퇀]을 창업하기 전 학생이었다. → founding 왕싱 메이퇀",
    "<왕싱>은 [메이퇀]을 통해 창업했다. →",
    "<왕싱>은 [메이퇀]을 내세웠다. →",
    "정부는 <왕싱>이 투자한 [메이퇀]을 설립했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    told = PERIOD in sentence.text[: found.start("startup")] or found.group().endswith("합니다")
    if found.group().endswith("다") and (not told or TO_COME.search(sentence.passage.text)):
        return
    added = sentence.text.startswith("도", found.end("startup"))
    if found.string[found.start("between") - 2] in "이가" and _OF_CLAUSE.search(found["between"]):
        return
    left = LEAVES.search(found["how"]) or (added and re.search("[을를] ", found["how"]))
    if left or re.search(f"{PERSON}(?:{MAIN}|도)", found["between"]) or not is_stated(sentence, found.end()):
        return
    yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.94)


@rule(
    "he-founded",
    r"(?:^|[ ,])(?P<he>그는|그가|그녀는) "
    rf"(?P<between>[^.{PERSON}]{{0,80}}?)"
    r"<O:startup>(?:이?(?:라는|란) (?:[가-힣A-Za-z]{1,8} ){0,2}(?:스타트업|회사|기업|업체))?"
    rf"{OBJECT} (?:{FREE}{{0,24}}?)(?<![가-힣])(?P<verb>{FOUND}(?:했|하며|하고|해)|세웠)",
    "<펑즈후이>가 퇴사했다. 2023년 그는 스타트업 [애지봇]을 설립했다. → founding 펑즈후이 애지봇",
    "그는 [애지봇]을 설립하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = place(found, "startup")
    if startup is not None and is_stated(sentence, found.end()):
        yield Statement(
            FactType.FOUNDING,
            {"person": None, "startup": startup},
            stretch(found, "startup", "verb"),
            0.8,
            words={"startup": (startup, startup + 1)},
            doubts=("the person is a pronoun; whom it means was taken from the sentences before",),
        )


@rule(
    "startup-founded-by",
    rf"<O:startup>{TOPIC} "
    r"(?P<between>[^.]{0,80}?)"
    rf"<PS:person>{STYLED}{ETC}(?:이|가|에 의해|(?:을|를) (?:비롯한|포함한) {FREE}{{1,16}}(?:이|가)"
    rf"|(?:을|를) (?:중심|주축|필두)으로(?: {NUMBER}의)?(?: {ORG} 출신)?(?: {FREE}{{1,20}}(?:이|가))?) "
    r"(?:[^.]{0,24}?<P:co>[와과] (?:함께|공동으로|손잡고) )?"
    rf"{LEFT}(?P<how>{ALONE}{{0,30}}?)"
    rf"(?<![가-힣])(?P<verb>{FOUND}(?:했|한|해|하고|됐|된)|세운|세웠|만들었|차렸)",
    "[문샷AI]는 [구글브레인] 출신인 <양즈린>이 창업했다. → founding 양즈린 문샷AI; employment 양즈린 구글브레인 former",
    "[미니맥스]는 2021년 <옌쥔제>를 중심으로 개발자들이 모여 설립했다. → founding 옌쥔제 미니맥스",
    "[메이퇀]은 <왕후이원>이 설립한 [광녠즈와이]를 인수했다. →",
    "[메이퇀]은 <왕후이원>을 포함한 동료들이 떠나 새 회사를 설립했다. →",
    "[시후]는 <자오밍>이 [난링]을 떠나 2020년 창업했다. → founding 자오밍 시후; employment 자오밍 난링 former",
    "[포니AI]는 <펑쥔>, <러우톈청> 두 사람이 2016년 설립했다. → founding 펑쥔 포니AI; founding 러우톈청 포니AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A firm that somebody founded, alone, with another, or as the last of a list of people."""
    belongs_to_next = found["verb"].endswith(("한", "운")) and re.match(
        rf" [^.,]{{0,24}}{ORG}", sentence.text[found.end() :]
    )
    of_others = re.search(f"{PERSON}{MAIN}|{ORG}(?:을|를|은|는)|각각 ", found["between"])
    another = re.search("[을를] (?:공동(?:으로)? |함께 )?$", found["how"])
    if belongs_to_next or of_others or another or not is_stated(sentence, found.end()):
        return
    yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.94)
    startup = found.start("startup")
    if found["co"]:
        yield founded(found.start("co"), startup, found.span("verb"), 0.92)
    for other in re.finditer(f"{PERSON}(?=[와과] |·|, )", sentence.text[: found.start("person")]):
        if other.start() > startup:
            yield founded(other.start(), startup, found.span("verb"), 0.92)


@rule(
    "startup-is-what-founded",
    rf"<O:startup>{TOPIC} (?P<between>(?:{CLOSE}{{0,20}}?|{CLOSE}{{0,14}}?{ORG}{CLOSE}{{0,20}}?))"
    rf"<PS:person>{STYLED}{ETC}{DOER} {LEFT}(?:{ALONE}{{0,36}} )?"
    rf"(?P<verb>{WHO_FOUNDED}) (?:{CLOSE}{{0,16}}? )?(?:회사|기업|업체|스타트업|개발사|곳)(?:다|이다|로"
    rf"|으로|이며|이고|입니다)",
    "[게임사이언스]는 <펑지>가 동료들과 함께 2014년 만든 개발사다. → founding 펑지 게임사이언스",
    "[훠란AI]는 <룽카이저>가 2022년 우한에서 시작한 회사다. → founding 룽카이저 훠란AI",
    "[훠란AI]는 <룽카이저>가 2022년 떠난 회사다. →",
    "[훠란AI]는 <룽카이저>가 나온 대학의 후배들이 세운 회사다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.93)
