"""Groups that an article counts or describes: their sizes, their members, what is said of all or most of them."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.parts import LIST_END
from app.reading.patterns.rules import Statement, place, places, rule
from app.reading.tagged import MONEY, NUMBER, ORG, PERIOD, PERSON, PLACE, Tagged
from app.vocabulary import Extent, FactType, Metric, Relation, Unit

_NOUN: Final = r"(?:스타트업|유니콘|기업|업체|회사|창업가|창업자|연구자|연구원|개발자|벤처기업)"
_PHRASE: Final = rf"[^{ORG}{PERSON}{MONEY}{NUMBER}.,]"


def _cohort(found: re.Match[str]) -> dict[str, tuple[int, int]]:
    return {"cohort": found.span("cohort")}


@rule(
    "members-counted",
    rf"(?P<cohort>(?:{_PHRASE}{{0,40}} )?{_NOUN})(?:은|는|이|으로는|만 해도|로는) <OS:members>(?P<more> 등)? ?(?:모두 |총 )?<#:count>",
    "지난해부터 중국에서 탄생한 AI 유니콘 스타트업은 [즈푸AI]·[문샷AI] 등 2곳에 달한다. → membership 즈푸AI; membership 문샷AI; figure companies 2",
    "중국 AI 유니콘은 [즈푸AI], [문샷AI] 2개사다. → membership 즈푸AI; membership 문샷AI; figure companies 2",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    count = found.start("count")
    if sentence.quantity(count).unit != Unit.COMPANIES:
        return
    period = next((i for i in range(*found.span("cohort")) if sentence.text[i] == PERIOD), None)
    dated = {"period": (period, period + 1)} if period is not None else {}
    for member in places(found, "members"):
        yield Statement(
            FactType.MEMBERSHIP,
            {"member": member},
            (member, member + 1),
            0.93,
            words=_cohort(found) | {"member": (member, member + 1)},
        )
    yield Statement(
        FactType.FIGURE, {}, (count, count + 1), 0.93, {"metric": Metric.COMPANIES}, {"subject": found.span("cohort")} | dated, quantity=count, period=period,
    )  # fmt: skip


_SHARES: Final = {
    "대부분": Extent.MOST,
    "상당수": Extent.SOME,
    "일부": Extent.SOME,
    "절반 이상": Extent.MOST,
    "모두": Extent.ALL,
    "전부": Extent.ALL,
}


@rule(
    "investors-mostly",
    rf"(?P<what>(?:이들(?: 기업)?의 |주요 )?(?:투자사|투자자|주주|후원자)(?:들)? ?(?:가운데 |중 )?(?P<extent>대부분|상당수|일부|절반 이상|모두|전부))(?:은|는|이|가)? (?:[^{ORG}.]{{0,20}}, ?)?<OS:parties>(?P<more> 등)?",
    "중국 AI 유니콘은 [즈푸AI], [문샷AI] 2곳이다. 투자사 대부분이 [알리바바]·[텐센트] 등 중국 테크 기업이다. → claim investor most; figure companies 2; membership 문샷AI; membership 즈푸AI",
    "중국 AI 유니콘은 [즈푸AI], [문샷AI] 2곳이다. 투자사 대부분은 중국 테크 기업으로, [알리바바]·[텐센트] 등이 이름을 올리고 있다. → claim investor most; figure companies 2; membership 문샷AI; membership 즈푸AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield Statement(
        FactType.CLAIM, {}, found.span("what"), 0.9,
        {"relation": Relation.INVESTOR, "extent": _SHARES[found["extent"]], "open_ended": found["more"] is not None},
        {"relation": found.span("what"), "extent": found.span("extent"), "parties": found.span("parties")},
        parties=places(found, "parties"), doubts=("of which group it is said was taken from the sentence before",),
    )  # fmt: skip


@rule(
    "group-all-backed",
    rf"(?P<cohort>{_PHRASE}{{0,50}}{_NOUN}) ?(?:<#:count>)?(?:은|는|이|가) (?P<extent>모두|전부|대부분|상당수(?:가)?) <OS:parties>(?P<more>{LIST_END})(?:으로부터|로부터|의|에게서|에서) (?P<what>[^{ORG}.]{{0,16}}투자(?:를|금을)? ?(?:받|유치))",
    "중국 대표 생성형 AI 유니콘 기업 6곳은 모두 [알리바바]와 [텐센트]로부터 거액의 투자를 받고 있다. → claim investor all",
    "이들 스타트업은 대부분 [알리바바] 등의 투자를 받았다. → claim investor most",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield Statement(
        FactType.CLAIM, {}, (found.start("extent"), found.end("parties")), 0.88,
        {"relation": Relation.INVESTOR, "extent": _SHARES[found["extent"].removesuffix("가")], "open_ended": "등" in found["more"]},
        {"cohort": found.span("cohort"), "extent": found.span("extent"), "parties": found.span("parties")},
        parties=places(found, "parties"),
    )  # fmt: skip


@rule(
    "group-mostly-backed",
    rf"(?P<cohort>{_PHRASE}{{2,40}}?) ?(?P<extent>대부분|상당수|절반 이상)에 <OS:parties>(?P<more>{LIST_END})(?:이|가) (?P<what>투자)(?:했|하고)",
    "중국 육소룡 여섯 회사 대부분에 [알리바바]와 [텐센트]가 투자했다. → claim investor most",
    "여섯 회사 대부분에 돈이 몰렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield Statement(
        FactType.CLAIM, {}, (found.start("extent"), found.end("parties")), 0.88,
        {"relation": Relation.INVESTOR, "extent": _SHARES[found["extent"]], "open_ended": "등" in found["more"]},
        {"cohort": found.span("cohort"), "extent": found.span("extent"), "parties": found.span("parties")},
        parties=places(found, "parties"),
    )  # fmt: skip


@rule(
    "group-sum",
    rf"(?:<D:period>(?:에)? )?(?P<cohort>{_PHRASE}{{2,40}}?{_NOUN})(?:들)?(?:이|가) (?P<what>(?:유치|조달|모금)한 (?:투자금|투자|자금|금액))(?:은|는) (?:모두 |총 )?<$:money>",
    "올해 2분기 중국 휴머노이드 로봇 기업이 유치한 투자는 모두 62억 위안이다. → figure funding 6200000000 CNY",
    "기업이 유치한 투자는 많다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    money, period = found.start("money"), place(found, "period")
    dated = {"period": (period, period + 1)} if found["period"] and period is not None else {}
    yield Statement(
        FactType.FIGURE, {}, (money, money + 1), 0.9, {"metric": Metric.FUNDING}, {"subject": found.span("cohort")} | dated, quantity=money,
        period=period if found["period"] else None,
    )  # fmt: skip


@rule(
    "group-raised",
    rf"(?:<D:before>에 )?(?:<#:first>의 )?(?P<cohort>(?:{_PHRASE}{{2,40}})?{_NOUN})(?: ?<#:count>)?(?:이|가) (?:<D:period>(?:에)? )?(?P<what>(?:모금|조달|유치|투자받)한 금액|(?:모은|끌어모은|투자받은) (?:돈|자금|투자금))(?:만|은|이)?(?: 따져도| 해도)? <$:money>",
    "중국 생성형 AI 스타트업 262곳이 올 1~4월 모금한 금액만 143억 위안에 달한다. → figure funding 14300000000 CNY; figure companies 262",
    "올 1~4월에 262곳의 중국 생성형 AI 스타트업이 모은 돈만 따져도 143억 위안이나 된다. → figure funding 14300000000 CNY; figure companies 262",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    money = found.start("money")
    count = place(found, "count") if found["count"] else place(found, "first")
    period = place(found, "period") if found["period"] else place(found, "before")
    dated = {"period": (period, period + 1)} if period is not None else {}
    words = {"subject": found.span("cohort")} | dated
    yield Statement(
        FactType.FIGURE, {}, (money, money + 1), 0.94, {"metric": Metric.FUNDING}, words, quantity=money, period=period
    )
    if count is not None and sentence.quantity(count).unit == Unit.COMPANIES:
        yield Statement(
            FactType.FIGURE,
            {},
            (count, count + 1),
            0.9,
            {"metric": Metric.COMPANIES},
            words,
            quantity=count,
            period=period,
        )


@rule(
    "founders-counted",
    rf"(?P<cohort>(?:{_PHRASE}{{0,36}} )?(?:창업가|창업자))(?:는|은|가)? <#:count>(?:을|를|으로|명|이| |,)",
    "[IT주쯔]가 중국 내 AI 스타트업 창업가 1400여 명을 추적한 결과다. → figure founders 1400",
    "[IT주쯔]가 추적한 중국 내 AI 분야 창업가는 1400여 명으로 나타났다. → figure founders 1400",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    count = found.start("count")
    if sentence.quantity(count).unit == Unit.PEOPLE and sentence.quantity(count).value is not None:
        yield Statement(
            FactType.FIGURE,
            {},
            (count, count + 1),
            0.9,
            {"metric": Metric.FOUNDERS},
            {"subject": found.span("cohort")},
            quantity=count,
        )


@rule(
    "founders-from-each",
    rf"(?P<cohort>{_PHRASE}{{0,40}}(?:창업가|창업자))(?P<between>[^.]{{0,60}}?)(?:<O:first>(?: 출신)?(?:·|과|와|,) ?<O:second> ?출신)(?:이|은|가) (?P<order>각각) <#:one>(?:, ?|과 |와 )<#:two>",
    "AI 창업가 1400여 명을 추적한 결과 [마이크로소프트]·[구글] 출신이 각각 156명, 104명에 달했다. → figure founders 156; figure founders 104; figure founders 1400",
    "AI 창업가 가운데 [구글]과 [바이두] 출신이 많다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for employer, count in (("first", "one"), ("second", "two")):
        number, who = found.start(count), found.start(employer)
        yield Statement(
            FactType.FIGURE, {"prior_employer": who}, (number, number + 1), 0.93, {"metric": Metric.FOUNDERS},
            {"subject": found.span("cohort"), "prior_employer": (who, who + 1), "order": found.span("order")}, quantity=number,
        )  # fmt: skip


@rule(
    "founders-from-each-of",
    rf"(?P<cohort>{_PHRASE}{{0,40}}(?:창업가|창업자))(?P<between>[^.]{{0,60}}?)<O:first> 출신과 <O:second> 출신은 (?P<order>각각) <#:one>(?:, ?|과 |와 )<#:two>",
    "AI 분야 창업가는 1400여 명으로, 이 가운데 [마이크로소프트] 출신과 [구글] 출신은 각각 156명과 104명으로 나타났다. → figure founders 156; figure founders 104; figure founders 1400",
    "창업자 가운데 [구글] 출신은 많다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for employer, count in (("first", "one"), ("second", "two")):
        number, who = found.start(count), found.start(employer)
        yield Statement(
            FactType.FIGURE, {"prior_employer": who}, (number, number + 1), 0.93, {"metric": Metric.FOUNDERS},
            {"subject": found.span("cohort"), "prior_employer": (who, who + 1), "order": found.span("order")}, quantity=number,
        )  # fmt: skip


@rule(
    "shares",
    rf"(?:<D:period> ?(?:기준)? ?)?(?P<base>[^{ORG}{PERSON}{MONEY}{PLACE}.]{{0,60}}?(?:출신국|비중|점유율|비율|국적|나눈 결과)[가-힣 ]{{0,6}}?) ?<L:one>(?:이|은|가)? ?<#:first>, ?<L:two>(?:이|은|가)? ?<#:second>",
    "2022년 기준 학부 기준 상위 2% 연구자 출신국은 (미국) 28%, (중국) 26%로 집계됐다. → figure 미국 share 28; figure 중국 share 26",
    "2022년 기준 상위 2% 연구자를 학부 출신국에 따라 나눈 결과 (미국)이 28%, (중국)이 26%였다. → figure 미국 share 28; figure 중국 share 26",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    period = place(found, "period")
    dated = {"period": (period, period + 1)} if period is not None else {}
    base = re.search(rf"상위 {NUMBER}[^.]{{0,8}}?(?:연구자|연구원|인재)", found["base"])
    by = re.search(r"학부|국적|출생지|대학원", found["base"])
    shown = dict(dated)
    if base:
        shown["population"] = (found.start("base") + base.start(), found.start("base") + base.end())
    if by:
        shown["by"] = (found.start("base") + by.start(), found.start("base") + by.end())
    for who, share in (("one", "first"), ("two", "second")):
        number = found.start(share)
        if sentence.quantity(number).unit == Unit.PERCENT:
            yield Statement(
                FactType.FIGURE, {"subject": found.start(who)}, (number, number + 1), 0.9, {"metric": Metric.SHARE},
                shown | {"subject": (found.start(who), found.start(who) + 1)}, quantity=number, period=period,
            )  # fmt: skip


@rule(
    "ranks-each",
    rf"<O:one>[와과] <O:two>(?:는|은|가|이) (?:(?P<base>[^{ORG}{PERSON}{NUMBER}.]{{0,40}}?)(?:순위)?에서 )?(?P<order>각각) <#:first>(?:, ?|[와과] )<#:second>",
    "[칭화대]와 [베이징대]는 글로벌 25대 AI 연구기관 순위에서 각각 3위, 6위에 올랐다. → figure 칭화대 rank 3; figure 베이징대 rank 6",
    "순위에서는 [베이징대]와 [칭화대]가 각각 6위와 3위를 기록했다. → figure 베이징대 rank 6; figure 칭화대 rank 3",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    base = found.span("base") if found["base"] else None
    if base is None and (
        before := re.search(r"(?P<base>[^.,]{2,40}?)(?:을|를)? ?(?:추린 )?순위에서", sentence.text[: found.start()])
    ):
        base = before.span("base")
    for who, rank in (("one", "first"), ("two", "second")):
        number, at = found.start(rank), found.start(who)
        if sentence.quantity(number).unit == Unit.RANK:
            shown = {"subject": (at, at + 1), "order": found.span("order")} | ({"population": base} if base else {})
            yield Statement(
                FactType.FIGURE,
                {"subject": at},
                (number, number + 1),
                0.9,
                {"metric": Metric.RANK},
                shown,
                quantity=number,
            )


@rule(
    "downloads-rank",
    rf"<M:subject>(?:는|은|가|이) (?:<D:period>(?:에)? )?(?P<base>[^{NUMBER}.]{{0,30}}?)<#:rank>(?:로|으로) (?P<what>(?:많이 )?다운로드(?:된|됐| 횟수가 많)|내려받)",
    "[센서타워]에 따르면 {토키}는 올 1~8월 세계에서 열두 번째로 많이 다운로드된 AI 앱이었다. → figure 토키 downloads_rank 12",
    "{토키}가 올 1~8월 전 세계 AI 앱 가운데 열두 번째로 다운로드 횟수가 많았다. → figure 토키 downloads_rank 12",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    number, who, period = found.start("rank"), found.start("subject"), place(found, "period")
    dated = {"period": (period, period + 1)} if period is not None else {}
    base = re.search(r"AI 앱|앱", sentence.text[found.start() :])
    shown = {"population": (found.start() + base.start(), found.start() + base.end())} if base else {}
    yield Statement(
        FactType.FIGURE, {"subject": who}, (number, number + 1), 0.92, {"metric": Metric.DOWNLOADS_RANK},
        {"subject": (who, who + 1), "metric": found.span("what")} | dated | shown, quantity=number, period=period,
    )  # fmt: skip


@rule(
    "gap",
    rf"<L:subject>(?:과|와) <L:versus>(?:의)? (?P<population>[^{NUMBER}.]{{0,20}}?) ?(?P<what>격차|차이)(?P<between>[^{NUMBER}.]{{0,24}}?)<#:gap>",
    "(중국)과 (미국) 생성형 AI 격차가 6개월에 불과하다. → figure 중국 performance_gap 6",
    "생성형 AI에서 (중국)과 (미국)의 격차를 두고 최근 “6개월에 불과하다”고 했다. → figure 중국 performance_gap 6",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    number = found.start("gap")
    if sentence.quantity(number).unit not in {Unit.MONTHS, Unit.YEARS}:
        return
    who, other = found.start("subject"), found.start("versus")
    about = found.span("population")
    if not found["population"].strip() and (
        before := re.search(r"(?P<what>[가-힣A-Z]+ AI)에서 $", sentence.text[: found.start()])
    ):
        about = before.span("what")
    shown = {"subject": (who, who + 1), "versus": (other, other + 1), "metric": found.span("what")}
    if about[1] > about[0]:
        shown["population"] = about
    yield Statement(
        FactType.FIGURE, {"subject": who, "versus": other}, (number, number + 1), 0.88, {"metric": Metric.PERFORMANCE_GAP}, shown, quantity=number,
        doubts=("which of the two is behind is not said in so many words",),
    )  # fmt: skip


@rule(
    "staff-of-it",
    rf"^(?:이 회사(?:의)? |현재 )?(?P<what>직원(?: ?수)?|임직원(?: ?수)?)(?:은|는|이|가) (?:[^{NUMBER}{ORG}.]{{0,12}})?<#:count>",
    "[유니트리]는 유명하다. 임직원은 약 1000명이다. → figure 유니트리 employees 1000",
    "임직원은 늘었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    number = found.start("count")
    if sentence.quantity(number).unit == Unit.PEOPLE and sentence.quantity(number).value is not None:
        yield Statement(
            FactType.FIGURE, {"subject": None}, (number, number + 1), 0.82, {"metric": Metric.EMPLOYEES}, {"metric": found.span("what")}, quantity=number,
            doubts=("the company is not named in this sentence; it was taken from the sentences before",),
        )  # fmt: skip


@rule(
    "staff",
    rf"<O:subject>(?:의|은|는|이|가) (?:[^{NUMBER}{ORG}.]{{0,16}})?(?P<what>직원(?: ?수)?|임직원|인력 규모)(?:은|는|이|가)? (?:[^{NUMBER}{ORG}.]{{0,12}})?<#:count>",
    "[문샷AI]의 직원 수는 약 200명이다. → figure 문샷AI employees 200",
    "[딥시크]는 직원이 200명 안팎이다. → figure 딥시크 employees 200",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    number, who = found.start("count"), found.start("subject")
    if sentence.quantity(number).unit == Unit.PEOPLE and sentence.quantity(number).value is not None:
        yield Statement(
            FactType.FIGURE, {"subject": who}, (number, number + 1), 0.88, {"metric": Metric.EMPLOYEES},
            {"subject": (who, who + 1), "metric": found.span("what")}, quantity=number,
        )  # fmt: skip
