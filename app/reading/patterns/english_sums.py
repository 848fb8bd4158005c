"""What a company earned and spent, in English."""

import re
from collections.abc import Iterator

from app.reading.patterns.english_money import ITS, NEAR, SUBJECT, WORTH, figure, period_of
from app.reading.patterns.english_phrases import AUXILIARY, is_said, whose
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import MONEY, ORG, PERIOD, Tagged
from app.vocabulary import Metric

_PROFIT = r"(?:net profit|net income|operating profit|profit)"
_EARNED = rf"(?P<metric>(?:total |annual |net )?(?:revenues?|turnover)|{_PROFIT})"
GREW = (
    r"(?:(?:rose|grew|jumped|climbed|surged|increased|soared|fell|dropped|declined|doubled|tripled|was up)"
    r"[^.;]{0,50}? to|(?:was|were|is|of|reached|hit|came to|totall?ed|stood at|had already surpassed|surpassed|exceeded"
    r"|topped|amounted to)|(?:is|are|was) (?:expected|projected|forecast) to (?:reach|hit|be|exceed|grow to|top|total))"
)


def _metric(word: str) -> Metric:
    return Metric.PROFIT if re.search(r"profit|income", word) else Metric.REVENUE


@rule(
    "en-revenue-was",
    rf"(?:{ITS} |(?:^|, )(?P<bare>(?:Total |Annual |Net )?))(?P<pre>(?:[\w-]+ ){{0,2}}?)(?i:{_EARNED})"
    rf"(?P<when>(?: (?:{PERIOD}|(?:for|in|during|over) [^.;,{MONEY}{ORG}]{{1,40}}?))?),? (?:had |has )?(?:already )?"
    rf"(?P<verb>{GREW}) (?P<at>{NEAR}{{0,20}}?)<$:money>"
    rf"(?=(?P<after>[^{MONEY}.;]{{0,40}}))",
    "[Qingliu] grew. Revenue rose 21% to 230 million yuan in 2023, and is expected to reach 300 million yuan"
    " this year. "
    "→ figure Qingliu revenue 230000000 CNY; figure Qingliu revenue 300000000 CNY",
    "[Qingliu]s annual revenue had already surpassed 2 billion yuan. → figure Qingliu revenue 2000000000 CNY",
    "[Unitree]s revenue could reach 1 billion yuan. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = place(found, "subject")
    if re.search(r"\bby $|target|goal", found["at"]) or "market" in found["pre"]:
        return
    if is_said(sentence, found.start(), found.end("money"), foreseen=True):
        metric = _metric(found["metric"].lower())
        span = (found.start("metric"), found.end("money"))
        period = period_of(sentence, found, "when", "after")
        yield from figure(metric, found.start("money"), span, 0.93, subject, period)


@rule(
    "en-revenue-then",
    rf"(?:{ITS} )?(?i:{_EARNED})[^.;]{{0,80}}?{MONEY}[^{MONEY}.;]{{0,40}}?,? and (?:is|was|are) (?P<verb>"
    rf"(?:expected|projected"
    rf"|forecast) to (?:reach|hit|grow to|exceed|rise to)) (?P<at>{NEAR}{{0,20}}?)<$:money>"
    rf"(?=(?P<after>[^{MONEY}.;]{{0,40}}))",
    "[Unitree]s revenue was 1 billion yuan and is expected to reach 2 billion yuan this year. "
    "→ figure Unitree revenue 1000000000 CNY; figure Unitree revenue 2000000000 CNY",
    "[Unitree]s revenue was 1 billion yuan and the market is expected to reach 9 billion yuan. "
    "→ figure Unitree revenue 1000000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    metric, money = _metric(found["metric"].lower()), found.start("money")
    period = period_of(sentence, found, "after")
    yield from figure(metric, money, (found.start("verb"), money + 1), 0.9, place(found, "subject"), period)


@rule(
    "en-revenue-of",
    rf"{SUBJECT}(?P<when>{AUXILIARY}) (?P<verb>reported|posted|generated|recorded|booked|earned|made|had|took in"
    rf"|pulled in|expects|achieved|registered|reali[sz]ed|delivered|notched|brought in|disclosed|clocked|achieves"
    rf"|forecasts|logged|saw)"
    rf"(?P<between> {NEAR}{{0,40}}?)(?:(?P<metric>revenues?|turnover|{_PROFIT})(?P<of>{NEAR}{{0,24}}?) <$:money>"
    rf"|<$:money2> (?:in|of) (?P<pre>(?:[\w-]+ ){{0,2}}?)(?P<metric2>revenues?|turnover|{_PROFIT}))"
    rf"(?=(?P<after>[^{MONEY}.;]{{0,40}}))",
    "[SenseTime] reported revenue of 3.4 billion yuan for 2023. → figure SenseTime revenue 3400000000 CNY",
    "[Zhipu] generated 300 million yuan in revenue last year. → figure Zhipu revenue 300000000 CNY",
    "[Zhipu] expects revenue of 1 billion yuan this year. → figure Zhipu revenue 1000000000 CNY",
    "[SenseTime] reported a loss of 3.4 billion yuan on lower revenue. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = whose(sentence, found)
    mark = "" if found["money"] else "2"
    if subject is False or re.search(r"\bloss|target|by $|fall|fell", f"{found['between']}{found['of'] or ''}"):
        return
    if is_said(sentence, found.start("verb"), found.end(f"money{mark}"), foreseen=True):
        metric = _metric(found[f"metric{mark}"])
        period = period_of(sentence, found, "when", "between", "after")
        span = (found.start("verb"), found.end(f"money{mark}"))
        yield from figure(metric, found.start(f"money{mark}"), span, 0.92, subject, period)


@rule(
    "en-spent-on-research",
    rf"{SUBJECT}(?P<when>{AUXILIARY}) (?P<verb>spent|invested) (?P<between>{NEAR}{{0,20}}?)<$:money> "
    rf"(?P<mid>{NEAR}{{0,20}}?)"
    rf"(?P<what>(?:on|in|into) (?:its )?(?:R&D|research and development|research))\b(?="
    rf"(?P<after>[^{MONEY}.;]{{0,30}}))",
    "[Huawei] spent 164.7 billion yuan on research and development in 2023. → figure Huawei rd_spending"
    " 164700000000 CNY",
    "[DeepSeek] spent $5.6 million on a training run. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = whose(sentence, found)
    if subject is not False and is_said(sentence, found.start("verb"), found.end("money")):
        period = period_of(sentence, found, "when", "mid", "after")
        span = (found.start("verb"), found.end("what"))
        yield from figure(Metric.RD_SPENDING, found.start("money"), span, 0.92, subject, period)


@rule(
    "en-valuation-up-from",
    rf"{ITS} (?:[\w-]+ ){{0,3}}?{WORTH}[^.;]{{0,60}}?{MONEY}[^.;{MONEY}]{{0,40}}?(?P<verb>up|double|more than"
    rf" double|compared with|versus) "
    rf"(?:from )?(?:the )?(?P<at>{NEAR}{{0,20}}?)<$:money>",
    "[Qingliu]s valuation reached $3 billion in May, up from $1 billion a year before. "
    "→ figure Qingliu valuation 3000000000 USD; figure Qingliu valuation 1000000000 USD",
    "[Qingliu]s valuation reached $3 billion, up by $1 billion. → figure Qingliu valuation 3000000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject, money = place(found, "subject"), found.start("money")
    if not re.search(r"\bby\b", found["at"]) and is_said(sentence, found.start("verb"), money):
        yield from figure(Metric.VALUATION, money, (found.start("verb"), money + 1), 0.85, subject)
