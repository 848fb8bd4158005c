"""What organizations are worth, earn and spend, and how large a market is."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.figure import (
    NEAR,
    NO_SUM,
    WORTH,
    Sum,
    figure,
    figure_of_subject,
    is_one_of_two,
    period_before,
)
from app.reading.patterns.measured import Measured, dated
from app.reading.patterns.parts import MAIN
from app.reading.patterns.rules import Statement, is_stated, place, rule, stretch
from app.reading.tagged import MONEY, ORG, PERSON, Tagged
from app.vocabulary import Metric

_EARNED: Final = {
    "매출": Metric.REVENUE,
    "영업수익": Metric.REVENUE,
    "순이익": Metric.PROFIT,
    "순익": Metric.PROFIT,
    "영업이익": Metric.PROFIT,
}
_EARNINGS: Final = f"(?P<metric>{'|'.join(_EARNED)})(?:액)?"
_RESEARCH: Final = r"(?:AI |인공지능 |기술 )?(?:연구개발|연구·개발|R&D|연구 개발)(?: ?\(R&D\))?"
_NO_SUM_NO_FIRM: Final = f"[^{MONEY}{ORG}.]"

_UNICORN_ASIDE: Final = re.compile("(?:유니콘|데카콘|헥토콘)[^,.]{0,8}[(（]$")
"""`유니콘(기업가치 10억 달러 이상)` says what a unicorn is."""
_OF_MANY: Final = re.compile("인정받는 |이상인 (?:기업|스타트업)")
_WANTED: Final = re.compile("목표|방침|계획|생각|희망|추진|노리|협상|논의|검토|부르|요구|원하|제시")
_IF: Final = re.compile(
    "(?:다면|더라면|경우) [^.]{0,4}$|(?:체결|완료|성사|마무리|확정|상장|성공)(?:되|하)면 [^.]{0,30}$"
)
_FUNDED: Final = re.compile(
    f"{ORG}(?=(?:에서|에|의|에 대한) [^{ORG}.]{{0,40}}(?:라운드|투자|조달|펀딩)[^{ORG}.]{{0,24}}$)"
)
_MADE: Final = re.compile(".{0,14}(?:높였|높이|끌어올렸|평가됐|평가했|책정했|매겼|산정했|인정했)")
"""`알리바바는 문샷의 라운드를 주도하며 회사 가치를 $로 높였다`: who does it is not what is worth so much."""
_GROWN: Final = re.compile(
    "(?:증가|성장|급증|폭증|감소|급감|확대|상승)(?:한|해|하며|하여)[가-힣 ]{0,8}$|(?:늘어난|줄어든|불어난|뛴|오른"
    "|늘어)[가-힣 ]{0,8}$"
)
"""`매출은 전년 대비 30% 증가한 $`: the whole sum, and not how much it grew."""
_NO_EARNINGS: Final = re.compile("(?:을|를)? ?목표| ?(?:이 |가 )?(?:늘|증가|감소|줄)|(?:의)? ?(?:순손실|손실|적자)")
_CLIMBS: Final = re.compile(rf"에서 (?:[^{MONEY}.]{{0,10}}?){MONEY}")
"""`$에서 $로`: the second sum is what holds."""


_NEXT_ONE: Final = re.compile(f"{ORG}(?=(?:으?로|은|는|이|가) [^{ORG}]*$)")
"""`O의 기업가치가 가장 컸고 2위는 O로 $`: the sum is of the second."""
_ROSE_BY: Final = re.compile(
    r"(?: 이상| 가량| 정도|이나|만큼)? ?(?:오른|올랐|올라|뛴|뛰었|늘|불어|상승|하락|떨어|내린|깎|빠|증발)"
)
"""`기업가치가 $ 올랐다`: by how much it rose."""


@rule(
    "market-size",
    rf"<L:subject>(?:의)? (?P<population>[^{ORG}{PERSON}{MONEY}.,]{{2,24}}? ?시장)"
    rf"(?: 규모)?{MAIN}(?: 규모(?:는|가))? "
    r"(?:<D:period>(?:에)? )?<$:money>",
    "시장조사업체에 따르면 (중국) 의료 AI 시장이 지난해 156억 위안(약 3조 원) 규모로 커졌다. "
    "→ figure 중국 market_size 15600000000 CNY",
    "(중국) 협동 로봇 시장 규모는 90억 위안이다. → figure 중국 market_size 9000000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    money, who, population = found.start("money"), found.start("subject"), found.span("population")
    period = place(found, "period")
    if period is None:
        period = period_before(sentence, who)
    words = {"subject": (who, who + 1), "metric": population, "population": population} | dated(period)
    yield Measured(Metric.MARKET_SIZE, money, words, period, {"subject": who}).stated(0.86)


@rule(
    "valued-at",
    rf"(?P<what>{WORTH})(?:는|은|가|이|를|을|로|도|만|평가액은|평가액이)? ?"
    rf"(?P<between>{NO_SUM}{{0,30}}?)<$:money>"
    r"(?=(?P<end>[^.]{0,30}))",
    "[쉬위엔]은 기업가치 108억위안을 인정받았다. → figure 쉬위엔 valuation 10800000000 CNY",
    "[애지봇]의 회사 가치는 100억 위안으로 평가된다. → figure 애지봇 valuation 10000000000 CNY",
    "유니콘(기업가치 10억 달러 이상)이 늘었다. →",
    "[쉬위엔]은 1년 만에 기업가치가 4000억원 이상 오른 것이다. →",
    "[쉬위엔]의 기업가치가 가장 컸고 2위는 [옌산로봇]으로 20억 달러였다. → figure 옌산로봇 valuation 2000000000 USD",
    "1위인 [쉬위엔] 기업가치가 860억달러인데 [옌산로봇]이 이를 따라잡았다. → figure 쉬위엔 valuation 86000000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if _is_hoped_or_of_many(sentence, found) or re.search("시가총액|시총", found["between"]):
        return
    if _ROSE_BY.match(found["end"]):
        return
    if ORG in found["between"] and (other := _NEXT_ONE.search(found["between"])):
        who = found.start("between") + other.start()
        told = Sum(Metric.VALUATION, found.start("money"), stretch(found, "what", "money"))
        yield figure(sentence, told, who, 0.85)
        return
    money = found.start("money")
    if is_one_of_two(sentence, found.start("what"), money):
        return
    if climbs := _CLIMBS.match(sentence.text[found.end("money") :]):
        money = found.end("money") + climbs.end() - 1
    told = Sum(Metric.VALUATION, money, (found.start("what"), money + 1))
    before = sentence.text[: found.start("what")]
    if (funded := _FUNDED.search(before)) and _MADE.match(found["end"]):
        yield figure(sentence, told, funded.start(), 0.88)
    else:
        yield figure_of_subject(sentence, told, 0.93)


def _is_hoped_or_of_many(sentence: Tagged, found: re.Match[str]) -> bool:
    """Whether a worth is what somebody hopes for, what may be, or what makes a unicorn."""
    before, end = sentence.text[: found.start()], found["end"]
    of_many = _UNICORN_ASIDE.search(before[-16:]) or _OF_MANY.search(end[:12])
    wanted = _WANTED.search(end[:24]) and "유치" not in end and "예상" not in end
    return bool(of_many or wanted or _IF.search(before) or "수도 있" in end or "수 있" in end)


@rule(
    "at-a-valuation",
    r"<$:money>(?:의|에 (?:달하는|이르는)| 규모의?| 이상의| 상당의| 넘는| 가까운|로|으로)? ?"
    rf"(?P<what>{WORTH}(?:를|로|가|을)? ?(?:[가-힣]{{0,6}} ?)?(?:인정|평가|기록|책정|받|달성|보유)"
    r"|가치(?:를|로|가)? ?(?:인정|평가|책정|매겨)|(?:가치|평가)(?:를|로)? ?(?:인정|평가)?받|평가(?:됐|되|받))",
    "[미니맥스]는 25억 달러의 기업가치를 인정받았다. → figure 미니맥스 valuation 2500000000 USD",
    "[즈푸]는 200억위안으로 평가받았다. → figure 즈푸 valuation 20000000000 CNY",
    "[옌산로봇]은 현재 약 20억달러 규모 가치로 평가된다. → figure 옌산로봇 valuation 2000000000 USD",
    "[옌산로봇]의 창업자는 유명하다. 자산 규모는 20억 달러로 평가됐다. →",
    "[옌산로봇]은 20억 달러 이상의 기업가치를 인정받을 수도 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    named_before = re.search(
        f"{WORTH}|자산|재산|시장|부동산", sentence.text[max(0, found.start() - 24) : found.start()]
    )
    may_be = re.match(".{0,8}[할을될일] 수(?:도|는)? 있", sentence.text[found.end() :])
    if not named_before and not may_be and is_stated(sentence, found.end()):
        told = Sum(Metric.VALUATION, found.start("money"), stretch(found, "money", "what"))
        yield figure_of_subject(sentence, told, 0.92)


@rule(
    "earned",
    rf"(?P<what>{_EARNINGS})(?:은|는|이|가|을|도|만|으로)? ?"
    rf"(?P<between>(?:(?!순이익|순익|영업이익|순손실|매출){_NO_SUM_NO_FIRM}){{0,40}}?)<$:money>"
    r"(?=(?P<end>[^.]{0,24}))",
    "[미니맥스]는 올해 매출이 9000만 달러(약 1300억 원)에 달할 것으로 예상된다. → figure 미니맥스 revenue 90000000 USD",
    "[센스타임]의 지난해 매출은 34억 위안이었다. → figure 센스타임 revenue 3400000000 CNY",
    "[센스타임]은 상반기 매출이 전년 동기 대비 36% 늘어난 24억 위안이라고 밝혔다. → figure 센스타임 revenue "
    "2400000000 CNY",
    "[센스타임]의 매출은 전년 대비 3억 위안 늘었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_one_of_two(sentence, found.start("what"), found.start("money")):
        return
    another = re.search("목표|손실|적자|비용", found["between"])
    compared = re.search("감소|줄|대비", found["between"]) and not _GROWN.search(found["between"])
    if not another and not compared and not _NO_EARNINGS.match(found["end"]):
        told = Sum(_EARNED[found["metric"]], found.start("money"), stretch(found, "what", "money"))
        yield figure_of_subject(sentence, told, 0.93)


@rule(
    "earned-before",
    r"<$:money>(?:의|에 (?:달하는|이르는)| 규모의| 이상의?| 넘는| 가까운| 상당의)? ?"
    rf"(?P<what>(?:연간 |연 )?{_EARNINGS})(?:을|를|이|도|까지) (?:[가-힣]{{0,8}} )?"
    r"(?:거두|거뒀|올리|올렸|올린|기록|달성|냈|내며|내 |내,|남겼|남겨|벌어)",
    "[유니트리]는 지난해 10억 위안 이상 매출을 거두며 흑자를 이어갔다. → figure 유니트리 revenue 1000000000 CNY",
    "[센스타임]은 2023년 34억 위안의 매출을 올렸다. → figure 센스타임 revenue 3400000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        told = Sum(_EARNED[found["metric"]], found.start("money"), stretch(found, "money", "what"))
        yield figure_of_subject(sentence, told, 0.93)


@rule(
    "spent-on-research",
    rf"(?P<what>{_RESEARCH} ?(?:투자|비용|지출|예산|비)?(?:액|금)?)"
    r"(?:은|는|이|가|에|에만|에도|로|에 투자한 금액은)? ?"
    rf"(?P<between>{_NO_SUM_NO_FIRM}{{0,30}}?)<$:money>",
    "[중국 정부]의 AI 연구개발 투자는 지난해 21억 1000만 달러였다. → figure 중국 정부 rd_spending 2110000000 USD",
    "[화웨이]는 지난해 연구개발에 1647억 위안을 투자했다. → figure 화웨이 rd_spending 164700000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search("대비|비중", found["between"]):
        yield figure_of_subject(sentence, Sum(Metric.RD_SPENDING, found.start("money"), found.span()), 0.92)


@rule(
    "spent-on-research-before",
    r"(?P<when><D:period>(?:의|에)? )"
    r"<$:money>(?:에 불과했던|였던|이던|에 그쳤던|에 머물렀던|에서)"
    rf"(?P<between> {NO_SUM}{{0,20}}?)"
    rf"(?P<what>{_RESEARCH} ?(?:투자|비용|지출|예산)?){MAIN}",
    "2015년 11억 4000만 달러에 불과했던 [중국 정부]의 AI 연구개발 투자는 지난해 21억 1000만 달러였다. "
    "→ figure 중국 정부 rd_spending 1140000000 USD; figure 중국 정부 rd_spending 2110000000 USD",
    "2015년 11억 달러에 불과했던 시장이 컸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The earlier of two sums: `2015년 $에 불과했던 O의 연구개발 투자는 지난해 $였다`."""
    who = next(sentence.places(ORG, *found.span("between")), None)
    told = Sum(Metric.RD_SPENDING, found.start("money"), found.span("what"), found.start("period"))
    yield figure(sentence, told, who, 0.92)


@rule(
    "spent-on-research-of",
    rf"<O:subject>(?:가|이|의) (?P<what>{_RESEARCH}(?:에 투자한 금액|에 쓴 돈| 투자액?|에 지출한 금액))(?:은|는) "
    r"<$:money>(?P<middle>[^.]{0,20}?), ?"
    r"<D:past>(?:의|에) <$:before>",
    "지난해 [중국 정부]가 AI 연구개발(R&D)에 투자한 금액은 21억 1000만 달러 규모로, 2015년의 11억 4000만 달러에서 "
    "커졌다. "
    "→ figure 중국 정부 rd_spending 2110000000 USD; figure 중국 정부 rd_spending 1140000000 USD",
    "[중국 정부]가 투자한 금액은 늘었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A sum and the earlier one that it is compared with."""
    who, words = found.start("subject"), found.span("what")
    yield figure(sentence, Sum(Metric.RD_SPENDING, found.start("money"), words), who, 0.92)
    earlier = Sum(Metric.RD_SPENDING, found.start("before"), words, found.start("past"))
    yield figure(sentence, earlier, who, 0.9)


@rule(
    "raised-at-a-worth",
    r"<$:worth>(?:의| 규모의?)? ?(?P<what>(?:기업 ?)?(?:가치|밸류에이션)(?:로|에)) <$:money>"
    r"(?=[^.]{0,24}(?:투자|자금|유치|조달)[^.]{0,8}(?:유치|조달|확보|받)(?:했|았|하며|해))",
    "[칭펑로봇]은 최근 30억달러 가치로 5억달러 투자를 유치했다. "
    "→ figure 칭펑로봇 valuation 3000000000 USD; figure 칭펑로봇 funding 500000000 USD",
    "[칭펑로봇]은 30억달러 가치로 5억달러 투자를 유치할 계획이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    told = Sum(Metric.VALUATION, found.start("worth"), stretch(found, "worth", "what"))
    yield figure_of_subject(sentence, told, 0.9)


@rule(
    "worth-adnominal",
    rf"(?P<what>{WORTH}) (?:약 )?<$:money>(?:의|짜리| 규모의?|에 달하는|에 이르는)? ?"
    rf"(?:{NEAR}{{0,10}}(?:스타트업|기업|유니콘|업체) )?[‘'“\"]?<O:subject>",
    "기업가치 750억 달러의 스타트업 [칭펑AI]가 상장했다. → figure 칭펑AI valuation 75000000000 USD",
    "기업가치 750억 달러를 노리는 [칭펑AI]가 상장했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    told = Sum(Metric.VALUATION, found.start("money"), stretch(found, "what", "money"))
    yield figure(sentence, told, found.start("subject"), 0.95)
