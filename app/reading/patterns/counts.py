"""Counts, shares and ranks: founders, staff, researchers, places in a ranking, months of a lead."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.measured import FOUNDERS, PHRASE, Measured, counts_people, dated
from app.reading.patterns.parts import MAIN
from app.reading.patterns.rules import CARRIED, Statement, place, rule
from app.reading.tagged import MONEY, NUMBER, ORG, PERSON, PLACE, Tagged
from app.vocabulary import Metric, Unit

_EACH: Final = "(?P<order>각각) <#:one>(?:, ?|과 |와 )<#:two>"
_STAFF_GAP: Final = f"(?:[^{NUMBER}{ORG}.]{{0,12}})?"
_TOP: Final = re.compile(rf"상위 {NUMBER}[^.]{{0,8}}?(?:연구자|연구원|인재)")
_BY: Final = re.compile("학부|국적|출생지|대학원")
_RANKING: Final = re.compile(r"(?P<base>[^.,]{2,40}?)(?:을|를)? ?(?:추린 )?순위에서")
_APPS: Final = re.compile("AI 앱|앱")
_FIELD: Final = re.compile("(?P<what>[가-힣A-Z]+ AI)에서 $")


@rule(
    "founders-counted",
    rf"(?P<cohort>(?:{PHRASE}{{0,36}} )?{FOUNDERS})(?:는|은|가)? "
    r"<#:count>(?:을|를|으로|명|이| |,)",
    "[IT주쯔]가 AI 회사를 세운 창업가 1400여 명을 추적한 결과다. → figure founders 1400",
    "[IT주쯔]가 추적한 중국 내 AI 분야 창업가는 1400여 명으로 나타났다. → figure founders 1400",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    count = found.start("count")
    if counts_people(sentence, count):
        yield Measured(Metric.FOUNDERS, count, {"subject": found.span("cohort")}).stated(0.9)


def _founders_from_each(found: re.Match[str]) -> Iterator[Statement]:
    """How many founders of a group come from either of two employers."""
    for employer, count in (("first", "one"), ("second", "two")):
        who = found.start(employer)
        words = {
            "subject": found.span("cohort"),
            "prior_employer": (who, who + 1),
            "order": found.span("order"),
        }
        yield Measured(Metric.FOUNDERS, found.start(count), words, roles={"prior_employer": who}).stated(0.93)


@rule(
    "founders-from-each",
    rf"(?P<cohort>{PHRASE}{{0,40}}{FOUNDERS})(?P<between>[^.]{{0,60}}?)"
    r"(?:<O:first>(?: 출신)?(?:·|과|와|,) ?<O:second> ?출신)(?:이|은|가) "
    rf"{_EACH}",
    "AI 창업가 1400여 명을 추적한 결과 [마이크로소프트]·[구글] 출신이 각각 156명, 104명에 달했다. "
    "→ figure founders 156; figure founders 104; figure founders 1400",
    "AI 창업가 가운데 [구글]과 [바이두] 출신이 많다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _founders_from_each(found)


@rule(
    "founders-from-each-of",
    rf"(?P<cohort>{PHRASE}{{0,40}}{FOUNDERS})(?P<between>[^.]{{0,60}}?)"
    r"<O:first> 출신과 <O:second> 출신은 "
    rf"{_EACH}",
    "AI 분야 창업가는 1400여 명으로, 이 가운데 [마이크로소프트] 출신과 [구글] 출신은 각각 156명과 104명으로 "
    "나타났다. "
    "→ figure founders 156; figure founders 104; figure founders 1400",
    "창업자 가운데 [구글] 출신은 많다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _founders_from_each(found)


@rule(
    "shares",
    r"(?:<D:period> ?(?:기준)? ?)?"
    rf"(?P<base>[^{ORG}{PERSON}{MONEY}{PLACE}.]{{0,60}}?"
    r"(?:출신국|비중|점유율|비율|국적|나눈 결과)[가-힣 ]{0,6}?) ?"
    r"<L:one>(?:이|은|가)? ?<#:first>, ?"
    r"<L:two>(?:이|은|가)? ?<#:second>",
    "2022년 학부 기준으로 상위 2% 연구자의 출신국은 (미국) 28%, (중국) 26%로 집계됐다. "
    "→ figure 미국 share 28; figure 중국 share 26",
    "2022년 기준 상위 2% 연구자를 학부 출신국에 따라 나눈 결과 (미국)이 28%, (중국)이 26%였다. "
    "→ figure 미국 share 28; figure 중국 share 26",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The shares of two countries; the words before them say of whom and by what."""
    period = place(found, "period")
    words = dated(period)
    base = found.span("base")
    if population := _TOP.search(sentence.text, *base):
        words["population"] = population.span()
    if by := _BY.search(sentence.text, *base):
        words["by"] = by.span()
    for country, share in (("one", "first"), ("two", "second")):
        number, who = found.start(share), found.start(country)
        if sentence.quantity(number).unit == Unit.PERCENT:
            told = words | {"subject": (who, who + 1)}
            yield Measured(Metric.SHARE, number, told, period, {"subject": who}).stated(0.9)


@rule(
    "ranks-each",
    r"<O:one>[와과] <O:two>(?:는|은|가|이) "
    rf"(?:(?P<base>[^{ORG}{PERSON}{NUMBER}.]{{0,40}}?)(?:순위)?에서 )?"
    r"(?P<order>각각) <#:first>(?:, ?|[와과] )<#:second>",
    "[칭화대]와 [베이징대]는 지난해 글로벌 AI 연구기관 순위에서 각각 3위, 6위에 올랐다. "
    "→ figure 칭화대 rank 3; figure 베이징대 rank 6",
    "순위에서는 [베이징대]와 [칭화대]가 각각 6위와 3위를 기록했다. → figure 베이징대 rank 6; figure 칭화대 rank 3",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The ranks of two; the ranking may also stand before them: `순위에서는 O와 O가 각각 …`."""
    base = found.span("base") if found["base"] else None
    if base is None and (before := _RANKING.search(sentence.text[: found.start()])):
        base = before.span("base")
    for name, rank in (("one", "first"), ("two", "second")):
        number, who = found.start(rank), found.start(name)
        if sentence.quantity(number).unit == Unit.RANK:
            words = {"subject": (who, who + 1), "order": found.span("order")}
            if base:
                words["population"] = base
            yield Measured(Metric.RANK, number, words, roles={"subject": who}).stated(0.9)


@rule(
    "downloads-rank",
    r"<M:subject>(?:는|은|가|이) (?:<D:period>(?:에)? )?"
    rf"(?P<base>[^{NUMBER}.]{{0,30}}?)<#:rank>(?:로|으로) "
    r"(?P<what>(?:많이 )?다운로드(?:된|됐| 횟수가 많)|내려받)",
    "[센서타워]에 따르면 {토키}는 올 1~9월 세계에서 열한 번째로 많이 다운로드된 AI 앱이었다. "
    "→ figure 토키 downloads_rank 11",
    "{토키}가 올 1~8월 전 세계 AI 앱 가운데 열두 번째로 다운로드 횟수가 많았다. → figure 토키 downloads_rank 12",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    who, period = found.start("subject"), place(found, "period")
    words = {"subject": (who, who + 1), "metric": found.span("what")} | dated(period)
    if apps := _APPS.search(sentence.text, found.start()):
        words["population"] = apps.span()
    yield Measured(Metric.DOWNLOADS_RANK, found.start("rank"), words, period, {"subject": who}).stated(0.92)


@rule(
    "gap",
    rf"<L:subject>(?:과|와) <L:versus>(?:의)? (?P<population>[^{NUMBER}.]{{0,20}}?) ?"
    rf"(?P<what>격차|차이)(?P<between>[^{NUMBER}.]{{0,24}}?)<#:gap>",
    "(중국)과 (미국) 생성형 AI 격차가 6개월에 불과하다. → figure 중국 performance_gap 6",
    "생성형 AI에서 (중국)과 (미국)의 격차를 두고 최근 “6개월에 불과하다”고 했다. → figure 중국 performance_gap 6",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The time between two countries; in what may also stand before them: `생성형 AI에서 L과 L의 격차`."""
    number = found.start("gap")
    if sentence.quantity(number).unit not in {Unit.MONTHS, Unit.YEARS}:
        return
    who, other = found.start("subject"), found.start("versus")
    words = {"subject": (who, who + 1), "versus": (other, other + 1), "metric": found.span("what")}
    about = found.span("population")
    if not found["population"].strip() and (before := _FIELD.search(sentence.text[: found.start()])):
        about = before.span("what")
    if about[1] > about[0]:
        words["population"] = about
    yield Measured(Metric.PERFORMANCE_GAP, number, words, roles={"subject": who, "versus": other}).stated(
        0.88, "which of the two is behind is not said in so many words"
    )


@rule(
    "staff-of-it",
    r"^(?:이 회사(?:의)? |현재 )?"
    rf"(?P<what>직원(?: ?수)?|임직원(?: ?수)?){MAIN} {_STAFF_GAP}<#:count>",
    "[유니트리]는 유명하다. 임직원은 약 1000명이다. → figure 유니트리 employees 1000",
    "임직원은 늘었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    count = found.start("count")
    if counts_people(sentence, count):
        words = {"metric": found.span("what")}
        yield Measured(Metric.EMPLOYEES, count, words, roles={"subject": None}).stated(0.82, CARRIED)


@rule(
    "staff",
    rf"<O:subject>(?:의|은|는|이|가) (?:[^{NUMBER}{ORG}.]{{0,16}})?"
    rf"(?P<what>직원(?: ?수)?|임직원|인력 규모){MAIN}? {_STAFF_GAP}<#:count>",
    "[문샷AI]의 직원 수는 약 200명이다. → figure 문샷AI employees 200",
    "[딥시크]는 직원이 200명 안팎이다. → figure 딥시크 employees 200",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    count, who = found.start("count"), found.start("subject")
    if counts_people(sentence, count):
        words = {"subject": (who, who + 1), "metric": found.span("what")}
        yield Measured(Metric.EMPLOYEES, count, words, roles={"subject": who}).stated(0.88)
