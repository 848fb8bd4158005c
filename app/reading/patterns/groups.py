"""Groups that an article speaks of: their members and their sums, and what is said of all or most of them."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.measured import PHRASE, Measured, dated
from app.reading.patterns.parts import DOER, LIST_END, MAIN
from app.reading.patterns.rules import Statement, place, places, rule
from app.reading.tagged import ORG, PERIOD, Tagged
from app.vocabulary import Extent, FactType, Metric, Relation, Unit

_NOUN: Final = "(?:스타트업|유니콘|기업|업체|회사|창업가|창업자|연구자|연구원|개발자|벤처기업)"
_SHARES: Final = {
    "대부분": Extent.MOST,
    "상당수": Extent.SOME,
    "일부": Extent.SOME,
    "절반 이상": Extent.MOST,
    "모두": Extent.ALL,
    "전부": Extent.ALL,
}


@rule(
    "members-counted",
    rf"(?P<cohort>(?:{PHRASE}{{0,40}} )?{_NOUN})(?:은|는|이|으로는|만 해도|로는) "
    r"<OS:members>(?P<more> 등)? ?"
    r"(?:모두 |총 )?<#:count>",
    "지난해부터 중국에서 탄생한 AI 유니콘 스타트업은 [즈푸AI]·[문샷AI] 등 2곳에 달한다. "
    "→ membership 즈푸AI; membership 문샷AI; figure companies 2",
    "중국 AI 유니콘은 [즈푸AI], [문샷AI] 2개사다. → membership 즈푸AI; membership 문샷AI; figure companies 2",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The members of a group, and how many they are."""
    count, cohort = found.start("count"), found.span("cohort")
    if sentence.quantity(count).unit != Unit.COMPANIES:
        return
    for member in places(found, "members"):
        words = {"cohort": cohort, "member": (member, member + 1)}
        yield Statement(FactType.MEMBERSHIP, {"member": member}, (member, member + 1), 0.93, words=words)
    period = next(sentence.places(PERIOD, *cohort), None)
    yield Measured(Metric.COMPANIES, count, {"subject": cohort} | dated(period), period).stated(0.93)


@rule(
    "investors-mostly",
    r"(?P<what>(?:이들(?: 기업)?의 |주요 )?(?:투자사|투자자|주주|후원자)(?:들)? ?(?:가운데 |중 )?"
    rf"(?P<extent>{'|'.join(_SHARES)})){MAIN}? "
    rf"(?:[^{ORG}.]{{0,20}}, ?)?<OS:parties>(?P<more> 등)?",
    "중국 AI 유니콘은 [즈푸AI], [문샷AI] 2곳이다. 투자사 대부분이 [알리바바]·[텐센트] 등 중국 테크 기업이다. "
    "→ claim investor most; figure companies 2; membership 문샷AI; membership 즈푸AI",
    "중국 AI 유니콘은 [즈푸AI], [문샷AI] 2곳이다. 투자사 대부분은 중국 테크 기업으로, [알리바바]·[텐센트] 등이 "
    "이름을 올리고 있다. "
    "→ claim investor most; figure companies 2; membership 문샷AI; membership 즈푸AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield Statement(
        FactType.CLAIM,
        {},
        found.span("what"),
        0.9,
        {
            "relation": Relation.INVESTOR,
            "extent": _SHARES[found["extent"]],
            "open_ended": found["more"] is not None,
        },
        {"relation": found.span("what"), "extent": found.span("extent"), "parties": found.span("parties")},
        parties=places(found, "parties"),
        doubts=("of which group it is said was taken from the sentence before",),
    )


def _backed(found: re.Match[str]) -> Statement:
    """Some or all of a group have investors in common."""
    return Statement(
        FactType.CLAIM,
        {},
        (found.start("extent"), found.end("parties")),
        0.88,
        {
            "relation": Relation.INVESTOR,
            "extent": _SHARES[found["extent"].removesuffix("가")],
            "open_ended": "등" in found["more"],
        },
        {"cohort": found.span("cohort"), "extent": found.span("extent"), "parties": found.span("parties")},
        parties=places(found, "parties"),
    )


@rule(
    "group-all-backed",
    rf"(?P<cohort>{PHRASE}{{0,50}}{_NOUN}) ?(?:<#:count>)?{MAIN} "
    r"(?P<extent>모두|전부|대부분|상당수(?:가)?) "
    rf"<OS:parties>(?P<more>{LIST_END})(?:으로부터|로부터|의|에게서|에서) "
    rf"(?P<what>[^{ORG}.]{{0,16}}투자(?:를|금을)? ?(?:받|유치))",
    "중국 대표 생성형 AI 유니콘 기업 6곳은 모두 [알리바바]와 [텐센트]로부터 거액의 투자를 받고 있다. "
    "→ claim investor all",
    "이들 스타트업은 대부분 [알리바바] 등의 투자를 받았다. → claim investor most",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield _backed(found)


@rule(
    "group-mostly-backed",
    rf"(?P<cohort>{PHRASE}{{2,40}}?) ?"
    r"(?P<extent>대부분|상당수|절반 이상)에 "
    rf"<OS:parties>(?P<more>{LIST_END}){DOER} (?P<what>투자)(?:했|하고)",
    "중국 육소룡 여섯 회사 대부분에 [알리바바]와 [텐센트]가 투자했다. → claim investor most",
    "여섯 회사 대부분에 돈이 몰렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield _backed(found)


@rule(
    "group-sum",
    r"(?:<D:period>(?:에)? )?"
    rf"(?P<cohort>{PHRASE}{{2,40}}?{_NOUN})(?:들)?{DOER} "
    r"(?P<what>(?:유치|조달|모금)한 (?:투자금|투자|자금|금액))(?:은|는) "
    r"(?:모두 |총 )?<$:money>",
    "올해 2분기 중국 휴머노이드 로봇 기업이 유치한 투자는 모두 62억 위안이다. → figure funding 6200000000 CNY",
    "기업이 유치한 투자는 많다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    period = place(found, "period")
    words = {"subject": found.span("cohort")} | dated(period)
    yield Measured(Metric.FUNDING, found.start("money"), words, period).stated(0.9)


@rule(
    "group-raised-verb",
    r"(?:<D:before>(?:에)? )?"
    rf"(?P<cohort>(?:{PHRASE}{{2,40}})?{_NOUN})(?: ?<#:count>)?(?:이|가|은|는) (?:<D:period>(?:에)? )?"
    rf"(?:{PHRASE}{{0,40}}? )?(?:총 |모두 |무려 )<$:money>(?: 규모)?(?:의|에 (?:달하는|이르는))?(?:을|를)? ?"
    r"(?P<what>(?:(?:투자|자금|투자금)(?:를|을) )?(?:유치|조달|끌어모|투자받|모))"
    r"(?:했|았|한 것|은 것)",
    "올해 상반기 전 세계 생성형 AI 스타트업 51개사가 총 1천억 위안의 투자를 유치했다. "
    "→ figure funding 100000000000 CNY; figure companies 51",
    "[칭펑AI]는 컸다. 이 회사가 총 10억 위안의 투자를 유치했다. → figure 칭펑AI funding 1000000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What a group raised; one company is no group."""
    count = place(found, "count")
    if count is None or sentence.quantity(count).unit != Unit.COMPANIES:
        return
    period = place(found, "period") if found["period"] else place(found, "before")
    words = {"subject": found.span("cohort")} | dated(period)
    yield Measured(Metric.FUNDING, found.start("money"), words, period).stated(0.95)
    yield Measured(Metric.COMPANIES, count, words, period).stated(0.9)


@rule(
    "group-raised",
    r"(?:<D:before>에 )?(?:<#:first>의 )?"
    rf"(?P<cohort>(?:{PHRASE}{{2,40}})?{_NOUN})(?: ?<#:count>)?{DOER} "
    r"(?:<D:period>(?:에)? )?"
    r"(?P<what>(?:모금|조달|유치|투자받)한 금액|(?:모은|끌어모은|투자받은) (?:돈|자금|투자금))(?:만|은|이)?"
    r"(?: 따져도| 해도)? <$:money>",
    "중국 로봇 스타트업 162곳이 올 1~3월 모금한 금액만 93억 위안에 달한다. "
    "→ figure funding 9300000000 CNY; figure companies 162",
    "올 1~4월에 262곳의 중국 생성형 AI 스타트업이 모은 돈만 따져도 143억 위안이나 된다. "
    "→ figure funding 14300000000 CNY; figure companies 262",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What a group raised and how many they are; the count and the period stand before or behind its name."""
    count = place(found, "count") if found["count"] else place(found, "first")
    period = place(found, "period") if found["period"] else place(found, "before")
    words = {"subject": found.span("cohort")} | dated(period)
    yield Measured(Metric.FUNDING, found.start("money"), words, period).stated(0.94)
    if count is not None and sentence.quantity(count).unit == Unit.COMPANIES:
        yield Measured(Metric.COMPANIES, count, words, period).stated(0.9)


@rule(
    "group-total",
    rf"(?P<cohort>(?:{PHRASE}{{2,40}}?)(?:스타트업|유니콘|기업|업체)(?:들)?)(?:의)? (?:<D:period>(?:의|에)? ?)?"
    r"(?P<what>(?:누적 |총 |전체 )?(?:자금 ?조달 ?(?:금액|액|규모)|융자액|투자 ?유치 ?(?:액|금액|규모)|투자 "
    r"?유치액))(?:은|는|이|가) "
    rf"(?:{PHRASE}{{0,30}}?(?:증가한|늘어난|감소한|줄어든) |약 |모두 |총 )?<$:money>",
    "올해 1분기 중국 AI 스타트업의 자금조달 금액은 크게 늘어난 5억 달러였다. → figure funding 500000000 USD",
    "[칭펑AI]는 컸다. 이 기업의 부채 규모는 5억 달러다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What a group raised in all."""
    if re.search(r"(?:^|[ ,])(?:이|그|해당|동) (?:기업|업체|스타트업)$", found["cohort"]):
        return
    period = place(found, "period")
    words = {"subject": found.span("cohort")} | dated(period)
    yield Measured(Metric.FUNDING, found.start("money"), words, period).stated(0.88)
