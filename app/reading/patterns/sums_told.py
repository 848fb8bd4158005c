"""Sums in the clause before a firm's name, in headlines, of two measures at once, and of a round that somebody led."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.figure import NEAR, WORTH, Sum, figure, figure_of_subject, subject_before
from app.reading.patterns.parts import AND, OBJECT
from app.reading.patterns.rules import Statement, is_stated, rule, stretch
from app.reading.tagged import MONEY, ORG, Tagged
from app.vocabulary import Metric

_EARNED: Final = {
    "매출": Metric.REVENUE,
    "영업수익": Metric.REVENUE,
    "순이익": Metric.PROFIT,
    "순익": Metric.PROFIT,
    "영업이익": Metric.PROFIT,
}
_MEASURES: Final = "|".join(_EARNED)
_LOSES: Final = re.compile(" ?(?:의 )?(?:순손실|손실|적자)")
_GOTTEN: Final = (
    "(?:투자(?:를)? ?받은|(?:투자|자금)(?:를|을) (?:유치|조달|확보|수혈)한|(?:투자 ?)?유치한|조달한|수혈한|끌어모은)"
)
_SIZE: Final = "(?:의| 규모의?|에 달하는| 이상의?| 넘는)*"
_BEFORE_NAME: Final = rf"(?:[^{ORG}{MONEY}.,은는]{{0,20}} )?"


@rule(
    "earned-both",
    rf"(?P<one>{_MEASURES})(?:액)?[과와] (?P<two>{_MEASURES})(?:액)?(?:은|는|이|가)? (?:{NEAR}{{0,16}} )?"
    rf"각각 <$:first>{AND}<$:second>",
    "[캠브리콘]의 매출과 순이익은 각각 17억 위안, 5억 위안으로 집계됐다. "
    "→ figure 캠브리콘 revenue 1700000000 CNY; figure 캠브리콘 profit 500000000 CNY",
    "[캠브리콘]의 매출과 순이익은 각각 17억 위안, 5억 위안의 손실을 봤다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not _LOSES.match(sentence.text, found.end()):
        who = subject_before(sentence, found.start())
        for measure, money in (("one", "first"), ("two", "second")):
            told = Sum(_EARNED[found[measure]], found.start(money), stretch(found, measure, money))
            yield figure(sentence, told, who, 0.96)


@rule(
    "worth-before-name",
    rf"(?P<what>{WORTH})(?:가|이|는)? (?:[가-힣]{{1,4}} )?<$:money>(?:에 (?:이르|달하)는|{OBJECT} (?:넘는|웃도는"
    rf"|인정받은)|로 평가(?:받|되)는|인) {_BEFORE_NAME}<O:subject>(?![가-힣]{{0,2}} ?(?:투자|자회사|산하|계열))",
    "기업가치가 33억 달러에 이르는 [문샷AI]는 베이징에 있다. → figure 문샷AI valuation 3300000000 USD",
    "기업가치가 33억 달러에 이르는 유니콘이 늘었다. [문샷AI]는 베이징에 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    told = Sum(Metric.VALUATION, found.start("money"), stretch(found, "what", "money"))
    yield figure(sentence, told, found.start("subject"), 0.95)


@rule(
    "raised-before-name",
    rf"<$:money>{_SIZE}{OBJECT}? ?(?:{NEAR}{{0,16}} )?(?P<what>{_GOTTEN}) {_BEFORE_NAME}<O:subject>(?!에 |에게|의 )",
    "10억 달러를 투자받은 [문샷AI]는 베이징에 있다. → figure 문샷AI funding 1000000000 USD",
    "10억 달러를 쓴 [문샷AI]는 베이징에 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    between = sentence.text[found.end("what") : found.start("subject")]
    if is_stated(sentence, found.end("what")) and not re.search("[을를와과] ", between):
        told = Sum(Metric.FUNDING, found.start("money"), stretch(found, "money", "what"))
        yield figure(sentence, told, found.start("subject"), 0.95)


@rule(
    "round-led-of",
    rf"{ORG}(?:이|가|은|는) (?:{NEAR}{{0,20}} )?<$:money> 규모의 (?:<O:subject>(?:의)? )?(?:신규 |이번 )?"
    rf"(?P<what>(?:시리즈 ?[A-H]\+? )?(?:투자|펀딩)? ?라운드{OBJECT} (?:{NEAR}{{0,8}} )?(?:주도|리드|이끌))"
    "(?:했|었|하며|하고)",
    "[즈푸]는 지난해 투자를 유치했다. [프로스페리티7]이 4억 달러 규모의 투자 라운드를 주도했다. "
    "→ investment 프로스페리티7 즈푸; figure 즈푸 funding 400000000 USD",
    "[프로스페리티7]이 4억 달러 규모의 [즈푸] 투자 라운드를 주도했다. "
    "→ investment 프로스페리티7 즈푸; figure 즈푸 funding 400000000 USD",
    "[즈푸]는 크다. [프로스페리티7]이 4억 달러 규모의 펀드를 주도했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        told = Sum(Metric.FUNDING, found.start("money"), stretch(found, "money", "what"))
        yield figure(sentence, told, found.start("subject") if found["subject"] else None, 0.9)


@rule(
    "offering-size",
    "(?P<what>(?:공모|모집|조달) ?(?:금액|규모|액))(?:은|는|이|가) (?:(?:약|총|최대|모두) )?<$:money>(?!에서)"
    r"(?=이?(?:다|며|고|로)|에 (?:달|이르)|(?:을|를) (?:넘|웃))",
    "[즈푸]의 공모 금액은 43억 홍콩달러다. → figure 즈푸 funding 4300000000 HKD",
    "[즈푸]의 공모 금액은 43억 홍콩달러가 될 예정이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield figure_of_subject(sentence, Sum(Metric.FUNDING, found.start("money"), found.span()), 0.86)


@rule(
    "headline-raised",
    rf"^(?:[^{ORG}{MONEY}.]{{0,24}} )?<O:subject>, (?:{NEAR}{{0,24}} )?<$:money>(?: 규모)?(?:의)? ?"
    r"(?P<what>(?:(?:시리즈 ?[A-H]\+?|신규|추가) ?)?(?:투자금?|자금) ?(?:유치|조달|확보|수혈))(?=$|[.…,!]|했)",
    "[갤봇], 11억 위안 투자 유치 → figure 갤봇 funding 1100000000 CNY",
    "[갤봇], 11억 위안 투자 유치 추진 →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    told = Sum(Metric.FUNDING, found.start("money"), stretch(found, "money", "what"))
    yield figure(sentence, told, found.start("subject"), 0.9)
