"""Sums of several years in one sentence: `매출은 2022년 $, 2023년 $으로 늘었고 올해 상반기 $을 기록했다`."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.figure import NEAR, Sum, figure, subject_before
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import MONEY, ORG, PERIOD, Tagged
from app.vocabulary import Metric

_METRICS: Final = {
    "매출": Metric.REVENUE,
    "영업수익": Metric.REVENUE,
    "순이익": Metric.PROFIT,
    "순익": Metric.PROFIT,
    "영업이익": Metric.PROFIT,
    "기업가치": Metric.VALUATION,
    "기업 가치": Metric.VALUATION,
    "몸값": Metric.VALUATION,
}
_MOST: Final = 6
_NEXT = re.compile(
    rf"(?P<between>[^{MONEY}{ORG}{PERIOD}.]{{0,30}}?)(?P<when>{PERIOD})(?:에는|에|엔|은|는|의|까지)? ?"
    rf"(?P<gap>[^{MONEY}{ORG}{PERIOD}.]{{0,14}}?)(?P<money>{MONEY})"
)
_OTHER: Final = re.compile(
    "손실|적자|순이익|순익|영업이익|비용|목표|투자|연구|지출|자산|시장|부채|현금|조달|유치|주가|시총|시가총액|공모|매출"
)
_DIFFERENCE: Final = re.compile(r" ?(?:이 |가 )?(?:늘|증가|감소|줄|많|적)")


@rule(
    "sums-of-years",
    rf"(?P<what>{'|'.join(_METRICS)})(?:액)?(?:은|는|이|가|을|를)? ?"
    rf"(?:<D:when>(?:에는|에|엔|의)? ?)?(?P<between>[^{MONEY}{ORG}{PERIOD}.]{{0,16}}?)<$:money>",
    "[칭펑AI]의 매출은 2022년 4600만 위안, 2023년 1억2400만 위안에서 올해 상반기 7억 위안으로 뛰었다. "
    "→ figure 칭펑AI revenue 46000000 CNY; figure 칭펑AI revenue 124000000 CNY; figure 칭펑AI revenue 700000000 CNY",
    "[칭펑AI]의 지난해 매출은 4억 위안으로 2022년(5000만 위안)보다 크게 늘었다. "
    "→ figure 칭펑AI revenue 400000000 CNY; figure 칭펑AI revenue 50000000 CNY",
    "[칭펑AI]의 매출은 2022년 4600만 위안, 순손실은 2023년 9000만 위안이었다. → figure 칭펑AI revenue 46000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The sums that follow the first one of a measure, each behind its own year."""
    if _OTHER.search(found["between"]):
        return
    who, metric, at = subject_before(sentence, found.start()), _METRICS[found["what"]], found.end()
    told: list[Statement] = []
    for _ in range(_MOST):
        following = _NEXT.match(sentence.text, at)
        words = following["between"] + following["gap"] if following else ""
        if following is None or _OTHER.search(words) or _DIFFERENCE.match(sentence.text, following.end()):
            break
        period = following.start("when")
        told.append(figure(sentence, Sum(metric, following.start("money"), found.span("what"), period), who, 0.9))
        at = following.end()
    yield from told


@rule(
    "sum-in-brackets",
    rf"<O:subject>(?:\((?:{ORG}[·, ] ?)?|·)(?:[^(){ORG}{MONEY}]{{0,20}}[·, ] ?)?<$:money>\)",
    "[옌산로봇]의 기업가치는 70억 위안으로 [칭펑로봇](50억 위안)보다 크다. "
    "→ figure 옌산로봇 valuation 7000000000 CNY; figure 칭펑로봇 valuation 5000000000 CNY",
    "[옌산로봇]은 [칭펑로봇](50억 위안)보다 크다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What is said of one in so many words is given of another in brackets."""
    before = sentence.text[: found.end()]
    said = list(re.finditer(f"{'|'.join(_METRICS)}|조달|유치|시총|시가총액|투자", before))
    if said and said[-1].group() in _METRICS and "손실" not in before[said[-1].end() :]:
        told = Sum(_METRICS[said[-1].group()], found.start("money"), said[-1].span())
        yield figure(sentence, told, found.start("subject"), 0.86)


@rule(
    "earned-each-year",
    rf"<D:first>, ?<D:second>(?:에|에는)? (?:{NEAR}{{0,12}} )?각각 <$:one>(?:, ?|[와과] )<$:two>(?:의)? "
    r"(?P<what>매출|순이익|영업이익)(?:액)?(?:을|를) (?:거두|거뒀|올리|올렸|기록|달성|냈)",
    "[칭펑로봇]은 2022년, 2023년 각각 3억 위안, 4억 위안의 매출을 거뒀다. "
    "→ figure 칭펑로봇 revenue 300000000 CNY; figure 칭펑로봇 revenue 400000000 CNY",
    "[칭펑로봇]은 2022년, 2023년 각각 3억 위안, 4억 위안의 손실을 냈다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A sum for each of two years."""
    who, metric = subject_before(sentence, found.start()), _METRICS[found["what"]]
    for period, money in (("first", "one"), ("second", "two")):
        told = Sum(metric, found.start(money), found.span("what"), found.start(period))
        yield figure(sentence, told, who, 0.92)


@rule(
    "earned-from-to",
    rf"(?:<D:when>(?:의|에)? )?(?P<what>{'|'.join(_METRICS)})(?:액)?(?:은|는|이|가|을|를)? "
    r"(?:<D:then>(?:의|에|에는)? )?"
    rf"<$:first>(?: ?{NEAR}{{0,12}})?에서 (?:<D:later>(?:의|에|에는|에만)? )?{NEAR}{{0,8}}?<$:second>(?:으로|로|까지)",
    "[칭펑AI]의 지난해 순이익이 2019년의 2억 위안에서 20억 위안으로 크게 늘었다. "
    "→ figure 칭펑AI profit 200000000 CNY; figure 칭펑AI profit 2000000000 CNY",
    "[칭펑AI]의 매출은 2022년 2억 위안에서 2023년 3억 위안으로 늘었다. "
    "→ figure 칭펑AI revenue 200000000 CNY; figure 칭펑AI revenue 300000000 CNY",
    "[칭펑AI]는 매출 목표를 2억 위안에서 20억 위안으로 높였다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Both sums between which a measure rose or fell; one time may stand before the measure, for the later."""
    who, metric = subject_before(sentence, found.start("what")), _METRICS[found["what"]]
    first, later = place(found, "then"), place(found, "later")
    if later is None and first is not None:
        later = place(found, "when")
    yield figure(sentence, Sum(metric, found.start("first"), found.span("what"), first), who, 0.9)
    yield figure(sentence, Sum(metric, found.start("second"), found.span("what"), later), who, 0.9)
