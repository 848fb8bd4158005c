"""Who founded what."""

import re
from collections.abc import Iterator

from app.reading.patterns.parts import GAP
from app.reading.patterns.rules import Statement, is_stated, place, places, rule
from app.reading.tagged import ORG, PERIOD, PERSON, Tagged
from app.reading.words import FOUNDER, TITLES
from app.vocabulary import FactType

FOUNDED = r"(?:공동 ?)?(?:창업|설립|창립|창설)"
ALSO = (
    rf"(?:인|이자(?: [^,.{ORG}{PERSON}]{{1,24}}?)?|이면서(?: [^,.{ORG}{PERSON}]{{1,24}}?)?| 겸 (?:{TITLES})(?:인)?|,)?"
)
_LEAVES = re.compile(r"거쳐|거친|떠나|나와|그만두|퇴사|졸업|관두|나온")
_NO_NAME = f"[^{ORG}{PERSON}.]"


def period_between(sentence: Tagged, start: int, end: int) -> int | None:
    """The place of the one period that stands between two places."""
    found = [i for i in range(min(start, end), max(start, end)) if sentence.text[i] == PERIOD]
    return found[0] if len(found) == 1 else None


def _founding(
    sentence: Tagged, found: re.Match[str], confidence: float, words: tuple[int, int] | None = None
) -> Iterator[Statement]:
    startups = places(found, "startup") or [None]
    for startup in startups:
        for person in places(found, "person"):
            span = words or (min(person, startup or person), max(person, startup or person) + 1)
            shown = {"person": (person, person + 1)} | (
                {"startup": (startup, startup + 1)} if startup is not None else {}
            )
            period = period_between(sentence, found.start(), found.end()) if "verb" in found.re.groupindex else None
            if period is not None:
                shown["period"] = (period, period + 1)
            yield Statement(
                FactType.FOUNDING, {"person": person, "startup": startup}, span, confidence, words=shown, period=period
            )


@rule(
    "founder-of",
    rf"<O:startup>의? ?(?P<verb>{FOUNDER}){ALSO} (?:[^{ORG}{PERSON},.]{{0,14}} )?<PS:person>",
    "[딥시크] 창업자 <량원펑>은 말했다. → founding 량원펑 딥시크",
    "[문샷AI]의 공동 창업자인 <양즈린>과 <저우신위>가 나왔다. → founding 양즈린 문샷AI; founding 저우신위 문샷AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.match(r"(?:이|가|은|는)? ?(?:전 )?O 출신", sentence.text[found.end() :]):
        return
    yield from _founding(sentence, found, 0.97, (found.start("verb"), found.end("person")))


@rule(
    "person-founder",
    rf"<PS:person>,? (?P<what><O:startup>의? ?(?:공동 ?)?(?P<verb>{FOUNDER}))(?! 출신)",
    "<펑즈후이> [애지봇] 창업자는 젊다. → founding 펑즈후이 애지봇",
    "<왕싱싱> [유니트리] 창업자 겸 CEO는 말했다. → founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _founding(sentence, found, 0.96, (found.start("person"), found.end("verb")))


@rule(
    "of-person-founder",
    rf"<O:startup>의? <P:person> (?:{TITLES} 겸 )?(?P<verb>(?:공동 ?)?{FOUNDER})",
    "[유니트리]의 <왕싱싱> 창업자가 말했다. → founding 왕싱싱 유니트리",
    "[유니트리] <왕싱싱> 창업자는 젊다. → founding 왕싱싱 유니트리",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _founding(sentence, found, 0.96, (found.start("person"), found.end("verb")))


@rule(
    "founded-by-adnominal",
    rf"<PS:person>(?: 등)?(?:이|가) (?:{_NO_NAME}{{0,36}} )?(?P<verb>{FOUNDED}한|{FOUNDED}했던|세운|차린|일군) {GAP}<O:startup>",
    "<양즈린>이 2023년 창업한 [문샷AI]는 컸다. → founding 양즈린 문샷AI",
    "<량원펑>이 세운 인공지능 스타트업 [딥시크]가 나왔다. → founding 량원펑 딥시크",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = sentence.text[max(0, found.start() - 40) : found.start()]
    if re.search(rf"{ORG}(?:는|은) $", before) and sentence.text[found.end() : found.end() + 1] not in "은는이가":
        return
    yield from _founding(sentence, found, 0.95, (found.start("person"), found.end("verb")))


@rule(
    "founder-relative",
    rf"<OS:startups>(?:을|를) (?:{_NO_NAME}{{0,30}}?)?(?P<verb>{FOUNDED}한|{FOUNDED}했던|세운|차린|일군) (?:{GAP} )?<PS:person>",
    "[갤봇]을 창업한 <왕허>는 젊다. → founding 왕허 갤봇",
    "[유니트리]를 2016년 항저우에서 설립한 <왕싱싱>이다. → founding 왕싱싱 유니트리",
    "[오포]를 거쳐 창업한 <왕허>는 젊다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if _LEAVES.search(sentence.text, found.end("startups"), found.start("verb")):
        return
    for startup in places(found, "startups"):
        for person in places(found, "person"):
            words = {"person": (person, person + 1), "startup": (startup, startup + 1)}
            yield Statement(
                FactType.FOUNDING, {"person": person, "startup": startup}, (startup, found.end("person")), 0.95, words=words,
                period=period_between(sentence, startup, person),
            )  # fmt: skip


@rule(
    "founder-of-it",
    rf"(?:^|[,.] |[며고] )(?:이 회사(?:의)? )?(?P<verb>{FOUNDER})(?:인)? <PS:person>(?:은|는|이|가|도| 역시| 또한)",
    "[미니맥스]는 유명하다. 공동 창업자 <윈예이> 역시 [센스타임]에서 일했다. → founding 윈예이 미니맥스; employment 윈예이 센스타임 former",
    "창업자들은 젊다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG in sentence.text[: found.start()]:
        return
    for person in places(found, "person"):
        yield Statement(
            FactType.FOUNDING, {"person": person, "startup": None}, (found.start("verb"), person + 1), 0.82, words={"person": (person, person + 1)},
            doubts=("the company is not named in this sentence; it was taken from the sentences before",),
        )  # fmt: skip


@rule(
    "founded-it",
    rf"<PS:person>(?: 등)?(?:이|가) (?P<between>{_NO_NAME}{{0,24}}?)(?P<verb>{FOUNDED}(?:했|하며|하고)|세웠)",
    "[모델베스트]는 유명하다. 칭화대 부교수인 <류즈위안>이 공동 창업했다. → founding 류즈위안 모델베스트",
    "<류즈위안>이 회사를 창업하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = sentence.text[: found.start()]
    if (ORG in before and re.search(rf"{ORG}(?:은|는|을|를|도)", before)) or not is_stated(sentence, found.end()):
        return
    if re.search(r"[을를] ", found["between"]) and not re.search(r"(?:^|이 )회사[을를] ", found["between"]):
        return
    for person in places(found, "person"):
        yield Statement(
            FactType.FOUNDING, {"person": person, "startup": None}, (person, found.end("verb")), 0.85, words={"person": (person, person + 1)},
            doubts=("the company is not named in this sentence; it was taken from the sentences before",),
        )  # fmt: skip


@rule(
    "person-founded",
    rf"<PS:person>(?:은|는|이|가|도| 또한| 역시) (?P<between>[^.]{{0,110}}?)<OS:startup>(?:을|를) (?:{_NO_NAME}{{0,24}}?)(?P<verb>{FOUNDED}(?:했|하며|하고|하면서|해|하기도 했|한 뒤|한 후|한 바|한 인물|한 것)|세웠|세운 (?:인물|사람|주인공|장본인)|세워|차렸)",
    "<량원펑>은 2015년 헤지펀드 [하이플라이어]를 세웠다. → founding 량원펑 하이플라이어",
    "<리카이푸>는 [구글차이나]를 떠나 [링이완우]를 창업했다. → founding 리카이푸 링이완우; employment 리카이푸 구글차이나 former",
    "<왕싱>은 [메이퇀]을 설립하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    goes = _LEAVES.search(sentence.text, found.end("startup"), found.start("verb"))
    if goes or re.search(rf"{PERSON}(?:이|가|은|는)", found["between"]) or not is_stated(sentence, found.end()):
        return
    yield from _founding(sentence, found, 0.94, (found.start("startup"), found.end("verb")))


@rule(
    "he-founded",
    rf"(?:^|[ ,])(?P<he>그는|그가|그녀는) (?P<between>[^.{PERSON}]{{0,80}}?)<O:startup>(?:을|를) (?:{_NO_NAME}{{0,24}}?)(?P<verb>{FOUNDED}(?:했|하며|하고|해)|세웠)",
    "<펑즈후이>가 퇴사했다. 2023년 그는 스타트업 [애지봇]을 설립했다. → founding 펑즈후이 애지봇",
    "그는 [애지봇]을 설립하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = place(found, "startup")
    if startup is not None and is_stated(sentence, found.end()):
        yield Statement(
            FactType.FOUNDING,
            {"person": None, "startup": startup},
            (startup, found.end("verb")),
            0.8,
            words={"startup": (startup, startup + 1)},
            doubts=("the person is a pronoun; whom it means was taken from the sentences before",),
        )


@rule(
    "startup-founded-by",
    rf"<O:startup>(?:은|는|도|이|가) (?P<between>[^.]{{0,80}}?)<PS:person>(?: 등)?(?:이|가|에 의해) (?:[^.]{{0,24}}?<P:co>[와과] (?:함께|공동으로|손잡고) )?(?:{_NO_NAME}{{0,30}}?)(?P<verb>{FOUNDED}(?:했|한|해|하고|됐|된)|세운|세웠)",
    "[문샷AI]는 [구글브레인] 출신인 <양즈린>이 창업했다. → founding 양즈린 문샷AI; employment 양즈린 구글브레인 former",
    "[메이퇀]은 <왕후이원>이 설립한 [광녠즈와이]를 인수했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    after = sentence.text[found.end() :]
    adnominal = found["verb"].endswith(("한", "운"))
    if adnominal and re.match(rf" [^.,]{{0,24}}{ORG}", after):
        return
    if re.search(rf"{PERSON}(?:은|는|이|가)|{ORG}(?:을|를|은|는)", found["between"]) or not is_stated(
        sentence, found.end()
    ):
        return
    yield from _founding(sentence, found, 0.94, (found.start("person"), found.end("verb")))
    startup = found.start("startup")
    if found["co"]:
        together = found.start("co")
        words = {"person": (together, together + 1), "startup": (startup, startup + 1)}
        yield Statement(
            FactType.FOUNDING, {"person": together, "startup": startup}, found.span("verb"), 0.92, words=words
        )
    for other in re.finditer(rf"{PERSON}(?=[와과] |·|, )", sentence.text[: found.start("person")]):
        if other.start() > startup:
            words = {"person": other.span(), "startup": (startup, startup + 1)}
            yield Statement(
                FactType.FOUNDING, {"person": other.start(), "startup": startup}, found.span("verb"), 0.92, words=words
            )


@rule(
    "startup-its-founder",
    rf"<O:startup>(?:은|는|이|가|도) [^.{PERSON}]{{0,70}}?(?P<verb>{FOUNDER})(?:인|는|은|가)? (?:[^{ORG}{PERSON}.]{{0,40}} )?<P:person>",
    "[링이완우]는 창업자 <리카이푸>가 [구글차이나] 사장 출신이다. → founding 리카이푸 링이완우; employment 리카이푸 구글차이나 former",
    "[딥시크]는 스타트업으로, 창업자는 컴퓨터를 전공한 <량원펑>이다. → founding 량원펑 딥시크",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    between = sentence.text[found.start("startup") + 1 : found.start("verb")]
    if ORG in between:
        return
    yield from _founding(sentence, found, 0.93, (found.start("verb"), found.end("person")))
