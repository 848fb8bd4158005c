"""What the rules of funding and of worth share: whom a sum is about, and when."""

import re
from dataclasses import dataclass, replace
from typing import Final

from app.reading.patterns.measured import Measured, dated
from app.reading.patterns.rules import Statement
from app.reading.tagged import MONEY, ORG, PERIOD, PERSON, Tagged
from app.vocabulary import Metric

NEAR: Final = f"[^{MONEY}{ORG}{PERSON}.]"
"""A sign that is neither a sum nor a name."""
NO_SUM: Final = f"[^{MONEY}.]"
WORTH: Final = "(?:(?:기업|회사|시장|업체|사업|사업부)(?:의)? ?가치(?:평가)?(?:액)?|몸값|(?:기업 ?)?평가액|밸류에이션)"

_SUBJECT: Final = re.compile(
    rf"{ORG}(?: (?:측|창업자|최고경영자|CEO|대표|회장|관계자))?"
    "(?:은|는|이|가|도|의| 또한| 역시)(?![가-힣])"
    rf"|(?<=[은는] ){ORG}(?:으로|로)(?=,? )"
    rf"|^{ORG}(?=, {WORTH})"
    rf"|(?<=[가-힣] ){ORG}(?= (?:{PERIOD}|최근|이날|전날|당시) )"
)
_BESIDE: Final = re.compile(f"(?<![가-힣]와 )(?<![가-힣]과 ){ORG} $")
"""`O 기업가치가 $`: whose it is stands right before it."""
_EMBEDDED: Final = re.compile(
    rf" (?:(?![^ ]{{1,8}}[이가] )[^{ORG},.]){{0,24}}?"
    "(?:주도한|이끈|투자한|참여한|운영하는|관리하는|세운|만든|보유한|지원하는|주도하는|이끄는|이끌던|참여하는"
    "|후원하는)(?= )"
    rf"| (?:(?![^ ]{{1,8}}[이가] )[^{ORG},.]){{0,16}}?[가-힣]{{1,4}}(?:한|하는|된) (?:[가-힣A-Za-z]{{1,8}} ){{0,2}}?"
    "(?:펀드|기금|투자사|운용사|컨소시엄)(?:들)?"
)
"""`O는 O가 주도한 라운드에서 $을 유치했다`: the second organization is not whom the sum is about."""
_OF_A_ROUND: Final = re.compile(
    rf" (?:[^{ORG},.]{{0,16}} )?(?:주도한|이끈|투자한|참여한|리드한) (?:[가-힣A-Z]{{1,6}} )?(?:라운드|투자|펀딩|시리즈)"
)
"""`O가 주도한 이번 라운드에서 $을 조달했다`: who led the round raised nothing."""
_REPORTS: Final = re.compile(rf"{ORG}[은는이가] [^.]{{0,30}}(?:인용|따르면)")
_LISTED: Final = 60
"""How far the second sum of one owner may stand: `O의 매출은 $, 순이익은 $`."""
_OWNED: Final = 18
"""How far from its owner a sum may stand: `O의 최근 기업가치는 $`."""
_IN_ITS_BRACKET: Final = re.compile(rf"{ORG}(?=(?:\((?:{ORG}[·, ] ?)?|·)[^(){ORG}{MONEY}]{{0,24}}$)")
"""`이투(기업 가치 $)`: the sum is of whom it stands behind in brackets."""
_CONVERTS: Final = re.compile(
    f"{MONEY},? ?(?:달러|위안|원화|한화|미화|엔화)(?:로는|로| 기준|화로| 기준으로)? ?(?:따지면 |환산하면 |약 )?$"
    f"|{MONEY},? ?우리 ?돈(?:으로)? (?:약 )?$"
)
_AND_ANOTHER: Final = re.compile(rf"(?:, ?|[와과] ?){MONEY}")
_CARRIED: Final = "whom the sum is about is not named in this sentence; it was taken from the sentences before"
_UNSURE: Final = 0.8
"""The confidence at most of a sum whose owner the sentence does not name."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of a sentence, what it measures, the words that say so, and its period if the pattern has one."""

    metric: Metric
    money: int
    words: tuple[int, int]
    period: int | None = None


def figure(sentence: Tagged, told: Sum, who: int | None, confidence: float) -> Statement:
    """A sum says something of an organization; of one that the sentences before name, if `who` is None."""
    told = replace(told, money=_first_of_two(sentence, told.money))
    if within := _IN_ITS_BRACKET.search(sentence.text[: told.money]):
        who = within.start()
    period = told.period if told.period is not None else period_before(sentence, told.money)
    words = {"metric": told.words}
    if who is not None and who >= 0:
        words["subject"] = (who, who + 1)
    measured = Measured(told.metric, told.money, words | dated(period), period, {"subject": who})
    return measured.stated(min(confidence, _UNSURE), _CARRIED) if who is None else measured.stated(confidence)


def _first_of_two(sentence: Tagged, money: int) -> int:
    """The sum that one only converts: `$, 달러 기준 약 $`."""
    before = _CONVERTS.search(sentence.text[:money])
    return before.start() if before else money


def is_one_of_two(sentence: Tagged, start: int, money: int) -> bool:
    """Whether a sum is one of those that `각각` gives out in their order: `매출과 순이익은 각각 $, $`."""
    return "각각" in sentence.text[start:money] and bool(_AND_ANOTHER.match(sentence.text, money + 1))


def figure_of_subject(sentence: Tagged, told: Sum, confidence: float) -> Statement:
    """A sum says something of who the clause before its words is about."""
    return figure(sentence, told, subject_before(sentence, told.words[0]), confidence)


def subject_before(sentence: Tagged, at: int) -> int | None:
    """The organization that a clause is about: the nearest before a place that stands as its subject, or owns the sum.

    Who only reports is not meant: 'O는 O가 $을 유치했다고 보도했다' is about the second.
    """
    if beside := _BESIDE.search(sentence.text, 0, at):
        return beside.start()
    found: int | None = None
    for one in _SUBJECT.finditer(sentence.text, 0, at):
        if sentence.text[one.end() - 1] == "의" and not _owns(sentence, one.end(), at):
            continue
        if sentence.text[one.end() - 1] in "이가" and _OF_A_ROUND.match(sentence.text, one.end(), at):
            continue
        embedded = sentence.text[one.end() - 1] in "이가" and _EMBEDDED.match(sentence.text, one.end(), at)
        if found is None or not embedded:
            found = one.start()
    if found is not None and _REPORTS.match(sentence.text[found:at]):
        return None
    return found


def _owns(sentence: Tagged, end: int, at: int) -> bool:
    """Whether an owner that ends at one place owns the sum at another: it stands near, or in a list of its sums."""
    between = sentence.text[end:at]
    if MONEY in between and ORG not in between and at - end <= _LISTED:
        return True
    return at - end <= _OWNED and not re.search(rf"[{ORG},]|[인은는] |로부터|에게서|사업부|부문|자회사|계열사", between)


def period_before(sentence: Tagged, money: int) -> int | None:
    """The period that belongs to a sum: the nearest before it in its clause, with no other sum between."""
    for at in range(money - 1, -1, -1):
        sign = sentence.text[at]
        if sign == MONEY or sentence.text[at : at + 3] in {"했고 ", "으며 ", "지만 "}:
            return None
        if sign == PERIOD:
            return None if sentence.text.startswith(("보다", " 대비", "에 비해", " 이후"), at + 1) else at
    return None
