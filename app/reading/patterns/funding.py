"""Money that organizations raised."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.figure import NEAR, WORTH, Sum, figure, figure_of_subject, subject_before
from app.reading.patterns.parts import AND, MAIN, OBJECT
from app.reading.patterns.rules import FIRST, SECOND, Statement, is_stated, rule, stretch
from app.reading.tagged import MONEY, ORG, Tagged
from app.vocabulary import FactType, Metric

_DID: Final = (
    "(?:했|해|하며|하고|하면서|하기도|한 (?:것|바|회사|기업|스타트업|업체|곳)|했으며|한 ?데"
    "|았|아 |아,|으며|으면서|은 (?:것|바|회사|기업|곳)|인 (?:것|바|회사|기업|곳)"
    r"|에 성공|받|기도|들였|냈|아냈|함|음|(?=\.))"
)
"""The end of a verb that says that it was done."""
_RAISED: Final = (
    "(?:유치|조달|모금|확보|수혈|끌어모|끌어들|투자받|받|모집|끌어냈|이끌어냈|따냈|거둬들|모(?=았|은 |아 )|거머쥐)"
)
_OF_SIZE: Final = "(?:을|를|의|에 (?:달하는|이르는)| 규모의?| 상당의?| 이상의?| 이상을?| 넘는| 가량의?| 정도의?)*"
"""What may follow a sum: `$에 달하는`, `$ 규모의`."""
_FROM: Final = "(?:으로부터|로부터|에서)"
_BOTH: Final = "(?:두 (?:회사|곳|기업|업체)|양사)"
_OF_MANY: Final = re.compile("(?:기업|스타트업|업체|회사|유니콘|이들)(?:들)?(?:이|가) $")
_GOT_BY_MANY: Final = re.compile("(?:이들|들)(?:이|가)? (?:받은|유치한|모은|조달한) $")
_LIST_OF_TWO: Final = re.compile(f"{ORG}[와과] {ORG}{MAIN} [^{ORG}]*$")
_TO_BE_USED: Final = re.compile(
    r"(?:해|해서|아|하면서|하며|하고),? [^.]{0,80}[할일쓸될들킬] (?:예정|계획|방침|전망|생각|것으로 (?:예상|전망|보))"
)
"""`$을 조달해 …에 쓸 예정`: what is to be raised."""
_MONEY_TOTAL: Final = re.compile("(?:투자금|투자|자금) (?:총 |모두 |약 )?$")
_INTO: Final = re.compile(f"{ORG}(?=에 (?:총 |모두 )?$)")
_TOGETHER: Final = re.compile(
    f"(?:[두세네] (?:회사|곳|기업|업체)|양사|{ORG})(?:을|를|이|가)? (?:합쳐|합해|합치면|합산|합친)"
)
_OF_ANOTHER: Final = re.compile(
    rf"{MONEY}(?:을|를)?, (?:[가-힣A-Za-z]{{1,8}} ){{0,2}}(?!이 회사|회사|업체)[가-힣A-Za-z0-9]{{2,14}}[이가]"
    " (?:약 |총 )?$"
)
"""In a list of sums: one whose owner has no known name."""
_EACH: Final = re.compile(rf"(?P<who>{ORG})(?:이|가|은|는) (?:약 |총 |최대 )?(?P<money>{MONEY})")
_NEAR_BY: Final = 40
_SOLD: Final = re.compile("매각|처분|빌려|차입|대출|매도|채권|회사채|전환사채")
_LISTED_FOR: Final = re.compile("상장|IPO|기업공개|공모|증시")
_LEADS: Final = re.compile("[가이] (?!(?:진행|실시|추진|모집)(?:한|하는|했던) )")
"""Behind one who gives: not `O가 진행한 $ 규모의 펀딩에 참여했다`."""
_WHO_GOT: Final = re.compile("(?:은|한) (?:회사|기업|스타트업|업체|곳)$")


@rule(
    "raised",
    rf"<$:money>{_OF_SIZE}(?: ?{NEAR}{{0,24}}?)? ?"
    rf"(?P<what>(?:투자금|투자|자금|펀딩|출자금){OBJECT}? ?(?:{NEAR}{{0,16}}?)?{_RAISED}|{_RAISED}){_DID}",
    "[칭펑AI]가 [텐센트]로부터 12억위안(약 2300억원) 규모 투자를 유치했다. "
    "→ figure 칭펑AI funding 1200000000 CNY; investment 텐센트 칭펑AI",
    "[애지봇]은 7000만 달러의 투자금을 유치했다. → figure 애지봇 funding 70000000 USD",
    "[문샷AI]가 10억 달러를 조달하는 방안을 검토하고 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A sum that was raised, and not lent, earned or paid; `$을 받은 기업이 절반이다` is about nobody in particular."""
    if not is_stated(sentence, found.end()) or re.search("연봉|대출|지분을|보조금|가치|몸값|매출", found.group()):
        return
    if _SOLD.search(sentence.text[max(0, found.start() - _NEAR_BY) : found.start()]):
        return
    near = sentence.text[max(0, found.start() - _NEAR_BY) : found.start()]
    if _TOGETHER.search(near) or _OF_ANOTHER.search(sentence.text, 0, found.start("money")):
        return
    if any(_TO_BE_USED.match(sentence.text, found.end() - back) for back in (1, 2, 3)):
        return
    before = sentence.text[: found.start()]
    in_round = (_MONEY_TOTAL.search(before) or "시리즈" in before or _LISTED_FOR.search(before)) and found[
        "what"
    ].startswith(("확보", "모", "거둬들"))
    if not in_round and not re.search("투자|자금|펀딩|출자|유치|조달|모금", found["what"]):
        return
    if _WHO_GOT.search(found.group()) and subject_before(sentence, found.start("money")) is None:
        return
    told = Sum(Metric.FUNDING, found.start("money"), found.span())
    if into := _INTO.search(before):
        yield figure(sentence, told, into.start(), 0.88)
    else:
        yield figure_of_subject(sentence, told, 0.94)


@rule(
    "raised-each",
    r"각각 <$:first>(?:과|와|, ?) ?<$:second>(?:의)? ?"
    rf"(?:을|를)? ?(?P<what>(?:(?:투자금|투자|자금){OBJECT} )?{_RAISED}){_DID}",
    "[옌산로봇]은 봄과 가을에 각각 7억위안과 9000만달러 투자를 받아냈다. "
    "→ figure 옌산로봇 funding 700000000 CNY; figure 옌산로봇 funding 90000000 USD",
    "[옌산로봇]은 각각 7억위안과 9000만달러 투자를 받지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Two sums of one company; where two are listed before, each has its own."""
    if _LIST_OF_TWO.search(sentence.text[: found.start()]) or not is_stated(sentence, found.end()):
        return
    for money in (found.start("first"), found.start("second")):
        yield figure_of_subject(sentence, Sum(Metric.FUNDING, money, stretch(found, "first", "what")), 0.92)


@rule(
    "raised-by-both",
    rf"(?:<O:one>[와과] (?:[가-힣A-Za-z]{{1,10}} ){{0,3}}<O:two>|(?P<both>{_BOTH}))(?:은|는|이|가|의) "
    rf"(?P<what>[^{MONEY}{ORG}.]{{0,30}}?)"
    rf"각각 <$:first>(?:\((?:약 )?(?:미화 |한화 |원화 )?{MONEY}\))?{AND}<$:second>"
    r"(?=(?P<end>[^.]{0,30}))",
    "[옌산로보틱스]와 [스젠로봇]이 지난달 각각 1억 2천만 달러, 3억 5천만 위안의 투자금을 유치했습니다. "
    "→ figure 옌산로보틱스 funding 120000000 USD; figure 스젠로봇 funding 350000000 CNY",
    "[칭펑AI]와 [옌산로봇]은 홍콩 기업공개에서 각각 67억 홍콩달러(약 미화 8억 달러)와 23억 홍콩달러를 조달했다. "
    "→ figure 칭펑AI funding 6700000000 HKD; figure 옌산로봇 funding 2300000000 HKD",
    "[즈푸AI]와 [미니맥스]가 상장했다. 두 회사의 기업가치는 각각 70억위안, 55억위안으로 매겨졌다. "
    "→ figure 즈푸AI valuation 7000000000 CNY; figure 미니맥스 valuation 5500000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    metric = _metric_of_both(sentence, found)
    if metric is None:
        return
    whom = (FIRST, SECOND) if found["both"] else (found.start("one"), found.start("two"))
    first, second = found.start("first"), found.start("second")
    for who, money in zip(whom, (first, second), strict=True):
        yield figure(sentence, Sum(metric, money, (first, second)), who, 0.96)


def _metric_of_both(sentence: Tagged, found: re.Match[str]) -> Metric | None:
    """What the two sums measure, by the words around them."""
    words = found["what"] + found["end"]
    if re.search(WORTH, words):
        return Metric.VALUATION
    if "매출" in words:
        return Metric.REVENUE
    raised = re.search(
        rf"(?:투자|자금|공모|상장)[^.]{{0,14}}{_RAISED}{_DID}|(?:끌어모|조달|유치|모)(?:았|했|음)",
        words,
    )
    return Metric.FUNDING if raised and is_stated(sentence, found.end()) else None


@rule(
    "each-raised",
    rf"<O:one>{MAIN} <$:first>,? (?:{NEAR}{{0,8}} )?"
    rf"<O:two>{MAIN} <$:second>{OBJECT} "
    r"(?P<what>(?:[가-힣]{1,6} )?(?:투자받|모|조달|유치|확보))(?:았|했|음|함|은)",
    "[옌산로보틱스]가 8억위안, [스젠로봇]이 5억위안을 새로 모았다. "
    "→ figure 옌산로보틱스 funding 800000000 CNY; figure 스젠로봇 funding 500000000 CNY",
    "[옌산로보틱스]가 8억위안, [스젠로봇]이 5억위안을 벌었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for who, money in (("one", "first"), ("two", "second")):
        told = Sum(Metric.FUNDING, found.start(money), found.span("what"))
        yield figure(sentence, told, found.start(who), 0.92)


@rule(
    "raised-from-each",
    rf"<O:one>{_FROM} <$:first>,? (?:{NEAR}{{0,8}} )?"
    rf"<O:two>{_FROM} <$:second>{OBJECT} "
    r"(?P<what>(?:각각 )?(?:유치|조달|투자받|확보))(?:했|하고|았)",
    "[쑹타오]는 [국유자본]으로부터 6억 위안, [미리내벤처스]로부터 3000만 달러(약 430억 원)를 각각 유치했다. "
    "→ figure 쑹타오 funding 600000000 CNY; figure 쑹타오 funding 30000000 USD; investment 국유자본 쑹타오; "
    "investment 미리내벤처스 쑹타오",
    "[국유자본]으로부터 6억 위안, [미리내벤처스]로부터 3000만 달러를 빌렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The company raised each sum, and each of the two that gave one invested in it."""
    who = subject_before(sentence, found.start())
    startup = {"startup": (who, who + 1)} if who is not None else {}
    for giver, given in (("one", "first"), ("two", "second")):
        investor, money = found.start(giver), found.start(given)
        yield figure(sentence, Sum(Metric.FUNDING, money, found.span("what")), who, 0.9)
        yield Statement(
            FactType.INVESTMENT,
            {"investor": investor, "startup": who},
            (investor, money + 1),
            0.92,
            words={"investor": (investor, investor + 1), **startup},
            quantity=money,
        )


@rule(
    "raised-round",
    rf"<O:subject>(?:의|에 대한|에서|에|가|이) ?{NEAR}{{0,20}}"
    r"<$:money>(?:의|에 (?:달하는|이르는)| 규모의?| 상당의?| 이상의?)* ?"
    rf"(?P<what>{NEAR}{{0,20}}?(?:(?:투자|펀딩|자금 ?조달|증자){NEAR}{{0,4}}라운드|펀딩|증자|자금 ?조달|투자 "
    rf"?유치|투자(?=에 참여|를 주도|를 이끌)"
    rf"|시리즈 ?[A-H]\+?(?: (?:투자|펀딩))?))"
    r"(?:에|를|을|에도) "
    r"(?:참여|주도|이끌|합류|마무리|마쳤|완료)(?:했|하|해|었|한)?",
    "[알리바바]는 [문샷AI]에 10억 달러 규모의 펀딩 라운드를 주도했다. "
    "→ figure 문샷AI funding 1000000000 USD; investment 알리바바 문샷AI",
    "[칭펑AI]가 컸다. 기술 기업 [샤오미]가 2억 달러 투자를 주도했다. → investment 샤오미 칭펑AI",
    "[난링캐피털]은 지난봄 [칭펑AI]의 2억 달러 자금 조달 라운드에 참여했다. "
    "→ figure 칭펑AI funding 200000000 USD; investment 난링캐피털 칭펑AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    behind = sentence.text[found.start("subject") + 1 :]
    rival = re.match("(?:의 )?(?:라이벌|경쟁|맞수|대항마|숙적)", behind)
    leads = _LEADS.match(behind) and re.search("참여|주도|이끌|합류", found.group())
    if is_stated(sentence, found.end()) and not rival and not leads:
        told = Sum(Metric.FUNDING, found.start("money"), stretch(found, "money", "what"))
        yield figure(sentence, told, found.start("subject"), 0.9)


@rule(
    "sum-raised",
    r"(?P<what>(?:모금한|조달한|끌어모은|끌어들인|거둔|유치한|모은|투자받은|받은|확보한|누적|총) ?"
    r"(?:투자|자금|투자금|투자액|유치액|금액|돈)[가-힣 ]{0,10}?"
    r"(?:규모|액|금)?(?:만|은|는|이|가|도)?(?: 따져도)?) "
    r"(?:모두 |총 |무려 )?<$:money>",
    "[즈푸]가 지금까지 유치한 투자금은 40억 위안이다. → figure 즈푸 funding 4000000000 CNY",
    "[즈푸]의 누적 투자 유치액은 25억 위안에 달한다. → figure 즈푸 funding 2500000000 CNY",
    "[즈푸]가 컸다. 두 회사가 모은 돈은 합쳐서 25억 위안이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = sentence.text[: found.start()]
    of_one = not _OF_MANY.search(before) and not re.search("합쳐|합해|합산|합하면", found.group())
    if of_one and not _SOLD.search(before[-_NEAR_BY:]):
        yield figure_of_subject(sentence, Sum(Metric.FUNDING, found.start("money"), found.span()), 0.92)


@rule(
    "round-size",
    r"(?P<what>(?:이번|해당|이) (?:투자 )?(?:라운드|펀딩|투자|투자 유치|자금 조달)(?:의)? (?:총 )?(?:규모|금액)"
    rf"|투자 (?:규모|금액)|투자금){MAIN} "
    r"(?:총 |모두 )?<$:money>(?!에 못)",
    "[미니맥스]가 투자를 받았다. 이번 라운드의 규모는 6억달러(약 7900억원)다. → figure 미니맥스 funding 600000000 USD",
    "투자 금액은 공개되지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not _GOT_BY_MANY.search(sentence.text[: found.start()]):
        yield figure(sentence, Sum(Metric.FUNDING, found.start("money"), found.span()), None, 0.88)


@rule(
    "round-of",
    r"<$:money>(?: 규모)?(?:인|의|에 이르는|에 달하는)? "
    r"(?P<what>이번 (?:투자 )?(?:라운드|펀딩|투자))(?:에|에는|를)",
    "[즈푸AI]가 투자를 받았다. [프로스페리티7]은 4억 달러 규모인 이번 투자 라운드에 참여했다. "
    "→ figure 즈푸AI funding 400000000 USD; investment 프로스페리티7 즈푸AI",
    "4억 달러를 검토했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    told = Sum(Metric.FUNDING, found.start("money"), stretch(found, "money", "what"))
    yield figure(sentence, told, None, 0.86)


@rule(
    "each-of-several-raised",
    rf"(?:을|를|,)? (?P<what>각각 (?:{NEAR}{{0,12}})?{_RAISED}){_DID}",
    "[즈푸]가 2억 위안, [두봇]이 5억 위안을 각각 조달했다. "
    "→ figure 즈푸 funding 200000000 CNY; figure 두봇 funding 500000000 CNY",
    "[즈푸]가 2억 위안, [두봇]이 5억 위안, 한빛로봇이 1억 위안을 각각 조달했다. "
    "→ figure 즈푸 funding 200000000 CNY; figure 두봇 funding 500000000 CNY",
    "[즈푸]가 2억 위안, [두봇]이 5억 위안을 각각 잃었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A list of firms, each with its sum, before the verb."""
    pairs = list(_EACH.finditer(sentence.text, 0, found.start()))
    if len(pairs) > 1 and is_stated(sentence, found.end()):
        for one in pairs:
            told = Sum(Metric.FUNDING, one.start("money"), found.span("what"))
            yield figure(sentence, told, one.start("who"), 0.9)


@rule(
    "sums-raised-by-each",
    rf"(?P<what>(?:조달|모금|유치|투자 ?유치)(?:액| 금액| 규모))(?:은|는) (?=(?:{NEAR}{{0,12}})?{ORG}[이가] )",
    "조달액은 [즈푸]가 2억 위안, [두봇]이 5억 위안이다. "
    "→ figure 즈푸 funding 200000000 CNY; figure 두봇 funding 500000000 CNY",
    "조달액은 [즈푸]가 먼저 밝혔다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What was raised, firm by firm."""
    for one in _EACH.finditer(sentence.text, found.end()):
        told = Sum(Metric.FUNDING, one.start("money"), found.span("what"))
        yield figure(sentence, told, one.start("who"), 0.9)
