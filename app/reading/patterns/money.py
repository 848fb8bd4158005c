"""Sums that say something of a company: money raised, worth, earned, spent."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.rules import FIRST, SECOND, Statement, is_stated, rule
from app.reading.tagged import MONEY, ORG, PERIOD, PERSON, Tagged
from app.vocabulary import FactType, Metric

_N = f"[^{MONEY}.]"
_NEAR = f"[^{MONEY}{ORG}{PERSON}.]"
SUBJECT: Final = re.compile(
    rf"{ORG}(?: (?:측|창업자|최고경영자|CEO|대표|회장|관계자))?(?:은|는|이|가|도|의| 또한| 역시)(?![가-힣])"
)
_EMBEDDED: Final = re.compile(
    rf" (?:(?![^ ]{{1,8}}[이가] )[^{ORG},.]){{0,24}}?(?:주도한|이끈|투자한|참여한|운영하는|관리하는|세운|만든|보유한|지원하는|주도하는)(?= )"
)
"""`O는 O가 주도한 라운드에서 $을 유치했다`: the second organization is not whom the sum is about."""
_LISTED: Final = 60
"""How far the second sum of one owner may stand: `O의 매출은 $, 순이익은 $`."""
_OWNED: Final = 18
"""How far from its owner a sum may stand: `O의 최근 기업가치는 $`."""


def subject_before(sentence: Tagged, at: int) -> int | None:
    """The organization that a clause is about: the nearest before a place that stands as its subject, or owns the sum.

    Who only reports is not meant: 'O는 O가 $을 유치했다고 보도했다' is about the second.
    """
    found: int | None = None
    for one in SUBJECT.finditer(sentence.text, 0, at):
        between = sentence.text[one.end() : at]
        listed = MONEY in between and ORG not in between and at - one.end() <= _LISTED
        owns = listed or (not re.search(rf"[{ORG},]|[인은는] ", between) and at - one.end() <= _OWNED)
        if sentence.text[one.end() - 1] != "의" or owns:
            inside = _EMBEDDED.match(sentence.text, one.end(), at) and sentence.text[one.end() - 1] in "이가"
            if found is None or not inside:
                found = one.start()
    if found is not None and re.match(rf"{ORG}[은는이가] [^.]{{0,30}}(?:인용|따르면)", sentence.text[found:at]):
        return None
    return found


def _figure(
    sentence: Tagged, metric: Metric, money: int, span: tuple[int, int], confidence: float, subject: int | None | str = "before",
    period: int | None = None,
) -> Iterator[Statement]:  # fmt: skip
    who = subject_before(sentence, span[0]) if subject == "before" else subject
    assert not isinstance(who, str)  # noqa: S101 - only 'before' is one
    words = {"metric": span} | ({"subject": (who, who + 1)} if who is not None and who >= 0 else {})
    doubts = (
        ()
        if who is not None
        else ("whom the sum is about is not named in this sentence; it was taken from the sentences before",)
    )
    if period is None:
        period = _period_before(sentence, money, who)
    if period is not None:
        words["period"] = (period, period + 1)
    yield Statement(
        FactType.FIGURE, {"subject": who}, (money, money + 1), confidence if who is not None else min(confidence, 0.8),
        {"metric": metric}, words, quantity=money, period=period, doubts=doubts,
    )  # fmt: skip


def _period_before(sentence: Tagged, money: int, subject: int | None) -> int | None:
    """The period that belongs to a sum: the nearest before it in its clause, with no other sum between."""
    for at in range(money - 1, -1, -1):
        sign = sentence.text[at]
        if sign == MONEY or sentence.text[at : at + 3] in {"했고 ", "으며 ", "지만 "}:
            return None
        if sign == PERIOD:
            return None if sentence.text.startswith(("보다", " 대비", "에 비해", " 이후"), at + 1) else at
    return None


_OTHERS: Final = re.compile(r"(?:기업|스타트업|업체|회사|유니콘|이들)(?:들)?(?:이|가) $")
_DID = (
    r"(?:했|해|하며|하고|하면서|하기도|한 (?:것|바|회사|기업|스타트업|업체|곳)|했으며|았|아 |아,|으며|으면서|은 (?:것|바|회사|기업|곳)"
    r"|에 성공|받|기도|들였|냈|아냈|함|음|(?=\.))"
)
_RAISED = r"(?:유치|조달|모금|확보|수혈|끌어모|끌어들|투자받|받|모집|끌어냈)"


@rule(
    "raised",
    rf"<$:money>(?:을|를|의|에 (?:달하는|이르는)| 규모의?| 상당의?| 이상의?| 이상을?| 넘는| 가량의?| 정도의?)*(?: ?[^{MONEY}{ORG}{PERSON}.]{{0,24}}?)? ?(?P<what>(?:투자금|투자|자금|펀딩|출자금)(?:을|를)? ?(?:[^{MONEY}{ORG}{PERSON}.]{{0,16}}?)?{_RAISED}|{_RAISED}){_DID}",
    "[쉬위엔]이 [텐센트]로부터 18억위안(약 3000억원) 규모 투자를 유치했다. → figure 쉬위엔 funding 1800000000 CNY; investment 텐센트 쉬위엔",
    "[애지봇]은 8330만 달러의 투자금을 유치했다. → figure 애지봇 funding 83300000 USD",
    "[문샷AI]가 10억 달러를 조달하는 방안을 검토하고 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not is_stated(sentence, found.end()) or re.search(r"연봉|대출|지분을|보조금", found.group()):
        return
    if not re.search(r"투자|자금|펀딩|출자|유치|조달|모금", found["what"]) and not (
        "시리즈" in sentence.text[: found.start()] and re.match(r"확보", found["what"])
    ):
        return
    if re.search(r"가치|몸값|매출", found.group()):
        return
    # '$을 받은 기업이 절반이다' is about nobody in particular.
    if (
        re.search(r"(?:은|한) (?:회사|기업|스타트업|업체|곳)$", found.group())
        and subject_before(sentence, found.start("money")) is None
    ):
        return
    yield from _figure(sentence, Metric.FUNDING, found.start("money"), (found.start("money"), found.end()), 0.94)


@rule(
    "raised-each",
    rf"각각 <$:first>(?:과|와|, ?) ?<$:second>(?:의)? ?(?P<what>(?:투자금|투자|자금)(?:을|를) {_RAISED}){_DID}",
    "[바이런테크]는 지난해 6월과 8월 각각 11억위안과 1억3000만달러 투자를 받아냈다. → figure 바이런테크 funding 1100000000 CNY; figure 바이런테크 funding 130000000 USD",
    "[바이런테크]는 각각 11억위안과 1억달러 투자를 받지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(rf"{ORG}[와과] {ORG}(?:은|는|이|가) [^{ORG}]*$", sentence.text[: found.start()]):
        return
    if is_stated(sentence, found.end()):
        for money in (found.start("first"), found.start("second")):
            yield from _figure(sentence, Metric.FUNDING, money, (found.start("first"), found.end("what")), 0.92)


_WORTH = r"(?:기업 ?가치|회사 ?가치|몸값|시장 ?가치)"
_BOTH = r"(?:두 (?:회사|곳|기업|업체)|양사)"


@rule(
    "raised-by-both",
    rf"(?:<O:one>[와과] <O:two>|(?P<both>{_BOTH}))(?:은|는|이|가|의) (?P<what>[^{MONEY}{ORG}.]{{0,30}}?)각각 <$:first>(?:, ?|[와과] ?)<$:second>(?=(?P<end>[^.]{{0,30}}))",
    "[옌산로보틱스]와 [스젠로봇]이 지난달 각각 1억 2천만 달러, 3억 5천만 위안의 투자금을 유치했습니다. → figure 옌산로보틱스 funding 120000000 USD; figure 스젠로봇 funding 350000000 CNY",
    "[즈푸AI]와 [미니맥스]가 상장했다. 두 회사의 기업가치는 각각 70억위안, 55억위안으로 매겨졌다. → figure 즈푸AI valuation 7000000000 CNY; figure 미니맥스 valuation 5500000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    words = found["what"] + found["end"]
    if re.search(_WORTH, words):
        metric = Metric.VALUATION
    elif "매출" in words:
        metric = Metric.REVENUE
    elif re.search(
        rf"(?:투자|자금|공모|상장)[^.]{{0,14}}{_RAISED}{_DID}|(?:끌어모|조달|유치|모)(?:았|했|음)", words
    ) and is_stated(sentence, found.end()):
        metric = Metric.FUNDING
    else:
        return
    whom = (FIRST, SECOND) if found["both"] else (found.start("one"), found.start("two"))
    for who, money in zip(whom, (found.start("first"), found.start("second")), strict=True):
        yield from _figure(sentence, metric, money, (found.start("first"), found.start("second")), 0.9, who)


@rule(
    "each-raised",
    rf"<O:one>(?:은|는|이|가) <$:first>,? (?:{_NEAR}{{0,8}} )?<O:two>(?:은|는|이|가) <$:second>(?:을|를) (?P<what>(?:[가-힣]{{1,6}} )?(?:투자받|모|조달|유치|확보))(?:았|했|음|함|은)",
    "[옌산로보틱스]가 8억위안, [스젠로봇]이 5억위안을 새로 모았다. → figure 옌산로보틱스 funding 800000000 CNY; figure 스젠로봇 funding 500000000 CNY",
    "[옌산로보틱스]가 8억위안, [스젠로봇]이 5억위안을 벌었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for who, money in (("one", "first"), ("two", "second")):
        yield from _figure(sentence, Metric.FUNDING, found.start(money), found.span("what"), 0.92, found.start(who))


@rule(
    "raised-from-each",
    rf"<O:one>(?:으로부터|로부터|에서) <$:first>,? (?:{_NEAR}{{0,8}} )?<O:two>(?:으로부터|로부터|에서) <$:second>(?:을|를) (?P<what>(?:각각 )?(?:유치|조달|투자받|확보))(?:했|하고|았)",
    "[쑹타오]는 [국유자본]으로부터 6억 위안, [미리내벤처스]로부터 3000만 달러(약 430억 원)를 각각 유치했다. → figure 쑹타오 funding 600000000 CNY; figure 쑹타오 funding 30000000 USD; investment 국유자본 쑹타오; investment 미리내벤처스 쑹타오",
    "[국유자본]으로부터 6억 위안, [미리내벤처스]로부터 3000만 달러를 빌렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    who = subject_before(sentence, found.start())
    for investor, money in ((found.start("one"), found.start("first")), (found.start("two"), found.start("second"))):
        yield from _figure(sentence, Metric.FUNDING, money, found.span("what"), 0.9, who)
        words = {"investor": (investor, investor + 1)} | ({"startup": (who, who + 1)} if who is not None else {})
        yield Statement(
            FactType.INVESTMENT,
            {"investor": investor, "startup": who},
            (investor, money + 1),
            0.92,
            words=words,
            quantity=money,
        )


@rule(
    "market-size",
    rf"<L:subject>(?:의)? (?P<population>[^{ORG}{PERSON}{MONEY}.,]{{2,24}}? ?시장)(?: 규모)?(?:이|은|는|가)(?: 규모(?:는|가))? (?:<D:period>(?:에)? )?<$:money>",
    "시장조사업체에 따르면 (중국) 의료 AI 시장이 지난해 156억 위안(약 3조 원) 규모로 커졌다. → figure 중국 market_size 15600000000 CNY",
    "(중국) 협동 로봇 시장 규모는 90억 위안이다. → figure 중국 market_size 9000000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    money, who = found.start("money"), found.start("subject")
    period = found.start("period") if found["period"] else _period_before(sentence, found.start("subject"), None)
    words = {"subject": (who, who + 1), "metric": found.span("population"), "population": found.span("population")}
    if period is not None:
        words["period"] = (period, period + 1)
    yield Statement(
        FactType.FIGURE,
        {"subject": who},
        (money, money + 1),
        0.86,
        {"metric": Metric.MARKET_SIZE},
        words,
        quantity=money,
        period=period,
    )


@rule(
    "raised-round",
    rf"<O:subject>(?:의|에 대한|에서|에|가|이) ?{_NEAR}{{0,20}}<$:money>(?:의|에 (?:달하는|이르는)| 규모의?| 상당의?| 이상의?)* ?(?P<what>[^{MONEY}{ORG}{PERSON}.]{{0,20}}?(?:투자|펀딩|자금 ?조달|증자)[^{MONEY}{ORG}{PERSON}.]{{0,4}}라운드)(?:에|를|을|에도) (?:참여|주도|이끌|합류|마무리|마쳤|완료)(?:했|하|해|었|한)?",
    "[알리바바]는 [문샷AI]에 10억 달러 규모의 펀딩 라운드를 주도했다. → figure 문샷AI funding 1000000000 USD; investment 알리바바 문샷AI",
    "[메이투안] 등은 [바이촨]의 3억 달러 자금 조달 라운드에 참여했다. → figure 바이촨 funding 300000000 USD; investment 메이투안 바이촨",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from _figure(
            sentence,
            Metric.FUNDING,
            found.start("money"),
            (found.start("money"), found.end("what")),
            0.9,
            found.start("subject"),
        )


@rule(
    "sum-raised",
    r"(?P<what>(?:모금한|조달한|유치한|모은|투자받은|받은|확보한|누적|총) ?(?:투자|자금|투자금|투자액|유치액|금액|돈)[가-힣 ]{0,10}?(?:규모|액|금)?(?:만|은|는|이|가|도)?(?: 따져도)?) (?:모두 |총 |무려 )?<$:money>",
    "[즈푸]가 지금까지 유치한 투자금은 40억 위안이다. → figure 즈푸 funding 4000000000 CNY",
    "[즈푸]의 누적 투자 유치액은 25억 위안에 달한다. → figure 즈푸 funding 2500000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if _OTHERS.search(sentence.text[: found.start()]):
        return
    yield from _figure(sentence, Metric.FUNDING, found.start("money"), (found.start("what"), found.end()), 0.92)


@rule(
    "round-size",
    r"(?P<what>(?:이번|해당|이) (?:투자 )?(?:라운드|펀딩|투자|투자 유치|자금 조달)(?:의)? (?:총 )?(?:규모|금액)|투자 (?:규모|금액)|투자금)(?:은|는|이|가) (?:총 |모두 )?<$:money>(?!에 못)",
    "[미니맥스]가 투자를 받았다. 이번 라운드의 규모는 6억달러(약 7900억원)다. → figure 미니맥스 funding 600000000 USD",
    "투자 금액은 공개되지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _figure(sentence, Metric.FUNDING, found.start("money"), (found.start("what"), found.end()), 0.88, None)


@rule(
    "round-of",
    r"<$:money>(?: 규모)?(?:인|의|에 이르는|에 달하는)? (?P<what>이번 (?:투자 )?(?:라운드|펀딩|투자))(?:에|에는|를)",
    "[즈푸AI]가 투자를 받았다. [프로스페리티7]은 4억 달러 규모인 이번 투자 라운드에 참여했다. → figure 즈푸AI funding 400000000 USD; investment 프로스페리티7 즈푸AI",
    "4억 달러를 검토했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _figure(
        sentence, Metric.FUNDING, found.start("money"), (found.start("money"), found.end("what")), 0.86, None
    )


@rule(
    "valued-at",
    rf"(?P<what>{_WORTH})(?:는|은|가|이|를|을|로|도|만|평가액은|평가액이)? ?(?P<between>[^{MONEY}.]{{0,30}}?)<$:money>(?=(?P<end>[^.]{{0,30}}))",
    "[쉬위엔]은 기업가치 108억위안을 인정받았다. → figure 쉬위엔 valuation 10800000000 CNY",
    "[애지봇]의 회사 가치는 100억 위안으로 평가된다. → figure 애지봇 valuation 10000000000 CNY",
    "유니콘(기업가치 10억 달러 이상)이 늘었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = sentence.text[max(0, found.start() - 16) : found.start()]
    if re.search(r"(?:유니콘|데카콘|헥토콘)[^,.]{0,8}[(（]$", before) or re.search(
        r"인정받는 |이상인 (?:기업|스타트업)", found["end"][:12]
    ):
        return
    if (
        re.search(r"목표|희망|추진|노리|협상|논의|검토|부르|요구|원하|제시", found["end"][:24])
        and "유치" not in found["end"]
        and "예상" not in found["end"]
    ):
        return
    if (
        re.search(r"(?:다면|더라면|경우) [^.]{0,4}$", sentence.text[: found.start()])
        or "수도 있" in found["end"]
        or "수 있" in found["end"]
    ):
        return
    money = found.start("money")
    climbs = re.match(rf"에서 (?:[^{MONEY}.]{{0,10}}?){MONEY}", sentence.text[found.end("money") :])
    if climbs:
        money = found.end("money") + climbs.end() - 1
    yield from _figure(sentence, Metric.VALUATION, money, (found.start("what"), money + 1), 0.93)


@rule(
    "at-a-valuation",
    rf"<$:money>(?:의|에 (?:달하는|이르는)| 규모의| 이상의| 상당의| 넘는| 가까운|로|으로)? ?(?P<what>{_WORTH}(?:를|로|가|을)? ?(?:[가-힣]{{0,6}} ?)?(?:인정|평가|기록|책정|받|달성|보유)|(?:가치|평가)(?:를|로)? ?(?:인정|평가)?받|평가(?:됐|되|받))",
    "[미니맥스]는 25억 달러의 기업가치를 인정받았다. → figure 미니맥스 valuation 2500000000 USD",
    "[즈푸]는 200억위안으로 평가받았다. → figure 즈푸 valuation 20000000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and not re.search(
        _WORTH, sentence.text[max(0, found.start() - 24) : found.start()]
    ):
        yield from _figure(
            sentence, Metric.VALUATION, found.start("money"), (found.start("money"), found.end("what")), 0.92
        )


_EARNED: Final = {"매출": Metric.REVENUE, "순이익": Metric.PROFIT, "영업이익": Metric.PROFIT}


@rule(
    "earned",
    rf"(?P<what>(?P<metric>매출|순이익|영업이익)(?:액)?)(?:은|는|이|가|을|도|만|으로)? ?(?P<between>[^{MONEY}{ORG}.]{{0,30}}?)<$:money>(?=(?P<end>[^.]{{0,24}}))",
    "[미니맥스]는 올해 매출이 7000만 달러(약 1000억 원)에 달할 것으로 예상된다. → figure 미니맥스 revenue 70000000 USD",
    "[센스타임]의 지난해 매출은 34억 위안이었다. → figure 센스타임 revenue 3400000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"목표|손실|적자|감소|줄|대비", found["between"]) or re.match(r"(?:을|를)? ?목표", found["end"]):
        return
    yield from _figure(
        sentence, _EARNED[found["metric"]], found.start("money"), (found.start("what"), found.end("money")), 0.93
    )


@rule(
    "earned-before",
    r"<$:money>(?:의|에 (?:달하는|이르는)| 규모의| 이상의?| 넘는| 가까운| 상당의)? ?(?P<what>(?:연간 |연 )?(?P<metric>매출|순이익|영업이익)(?:액)?)(?:을|를|이) (?:[가-힣]{0,8} )?(?:거두|거뒀|올리|올렸|올린|기록|달성|냈|내며|내 |내,|남겼|남겨|벌어)",
    "[유니트리]는 지난해 10억 위안 이상 매출을 거두며 흑자를 이어갔다. → figure 유니트리 revenue 1000000000 CNY",
    "[센스타임]은 2023년 34억 위안의 매출을 올렸다. → figure 센스타임 revenue 3400000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from _figure(
            sentence, _EARNED[found["metric"]], found.start("money"), (found.start("money"), found.end("what")), 0.93
        )


_RESEARCH = r"(?:AI |인공지능 |기술 )?(?:연구개발|연구·개발|R&D|연구 개발)(?: ?\(R&D\))?"


@rule(
    "spent-on-research",
    rf"(?P<what>{_RESEARCH} ?(?:투자|비용|지출|예산|비)?(?:액|금)?)(?:은|는|이|가|에|에만|에도|로|에 투자한 금액은)? ?(?P<between>[^{MONEY}{ORG}.]{{0,30}}?)<$:money>",
    "[중국 정부]의 AI 연구개발 투자는 지난해 21억 1000만 달러였다. → figure 중국 정부 rd_spending 2110000000 USD",
    "[화웨이]는 지난해 연구개발에 1647억 위안을 투자했다. → figure 화웨이 rd_spending 164700000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"대비|비중", found["between"]):
        return
    yield from _figure(sentence, Metric.RD_SPENDING, found.start("money"), (found.start("what"), found.end()), 0.92)


@rule(
    "spent-on-research-before",
    rf"(?P<when><D:period>(?:의|에)? )<$:money>(?:에 불과했던|였던|이던|에 그쳤던|에 머물렀던|에서)(?P<between> [^{MONEY}.]{{0,20}}?)(?P<what>{_RESEARCH} ?(?:투자|비용|지출|예산)?)(?:은|는|이|가)",
    "2015년 11억 4000만 달러에 불과했던 [중국 정부]의 AI 연구개발 투자는 지난해 21억 1000만 달러였다. → figure 중국 정부 rd_spending 1140000000 USD; figure 중국 정부 rd_spending 2110000000 USD",
    "2015년 11억 달러에 불과했던 시장이 컸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    who = next((i for i in range(*found.span("between")) if sentence.text[i] == ORG), None)
    yield from _figure(
        sentence, Metric.RD_SPENDING, found.start("money"), found.span("what"), 0.92, who, found.start("period")
    )


@rule(
    "spent-on-research-of",
    rf"<O:subject>(?:가|이|의) (?P<what>{_RESEARCH}(?:에 투자한 금액|에 쓴 돈| 투자액?|에 지출한 금액))(?:은|는) <$:money>(?P<middle>[^.]{{0,20}}?), ?<D:past>(?:의|에) <$:before>",
    "지난해 [중국 정부]가 AI 연구개발(R&D)에 투자한 금액은 21억 1000만 달러 규모로, 2015년의 11억 4000만 달러에서 커졌다. → figure 중국 정부 rd_spending 2110000000 USD; figure 중국 정부 rd_spending 1140000000 USD",
    "[중국 정부]가 투자한 금액은 늘었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    who = found.start("subject")
    yield from _figure(sentence, Metric.RD_SPENDING, found.start("money"), found.span("what"), 0.92, who)
    yield from _figure(
        sentence, Metric.RD_SPENDING, found.start("before"), found.span("what"), 0.9, who, found.start("past")
    )
