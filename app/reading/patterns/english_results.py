"""What the results of a company say, in English: research expenses, sums beside the first one, totals of a business."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_money import ITS, NEAR, figure, period_of
from app.reading.patterns.english_phrases import firms, is_said, is_subject
from app.reading.patterns.english_sums import GREW
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import MONEY, ORG, PERIOD, PERSON, Tagged
from app.vocabulary import Metric

_RESEARCH: Final = (
    r"(?i:(?:research and development|research & development|R&D|research)"
    r"(?: \(R&D\))? (?:expenses?|spending|expenditures?|costs?|investments?|outlays?|budget))"
)
_EARNED: Final = r"(?:(?:annual |total |net |operating )?(?:revenues?|turnover|profits?|income))"


@rule(
    "en-research-expenses",
    rf"(?:{ITS} |(?:^|, |\bwhile |\band )(?:Total |Its |its )?)(?P<pre>(?:[\w-]+ ){{0,2}}?)(?P<metric>{_RESEARCH})"
    rf"(?P<when>(?: (?:{PERIOD}|(?:for|in|during|over) [^.;,{MONEY}{ORG}]{{1,40}}?))?),? (?:had |has )?(?P<verb>{GREW}"
    rf"|(?:rose|grew|increased|jumped|fell|dropped)[^.;{MONEY}]{{0,40}}? (?:to|at)|totaling|stood at|came in at) "
    rf"(?P<at>{NEAR}{{0,20}}?)<$:money>(?=(?P<after>[^{MONEY}.;]{{0,40}}))",
    "[Qingliu] grew. Research and development expenses rose 2% to 456 million yuan, a sixth of revenue. "
    "→ figure Qingliu rd_spending 456000000 CNY",
    "[Qingliu]s R&D spending in the first half reached 80 million yuan. → figure Qingliu rd_spending 80000000 CNY",
    "[Qingliu]s R&D spending could reach 80 million yuan. →",
    "[Qingliu]s R&D spending rose by 80 million yuan. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\bby $|target|goal", found["at"]) or re.search(r"\b(?:national|industry|country)", found["pre"]):
        return
    if is_said(sentence, found.start(), found.end("money"), foreseen=True):
        period = period_of(sentence, found, "when", "after")
        span = (found.start("metric"), found.end("money"))
        yield from figure(Metric.RD_SPENDING, found.start("money"), span, 0.9, place(found, "subject"), period)


@rule(
    "en-spent-of-its-own",
    rf"(?P<verb>(?:spent|invested|spending|investing|poured|put) )(?P<at>{NEAR}{{0,20}}?)<$:money>"
    rf"(?P<mid>{NEAR}{{0,30}}?) (?P<what>(?:on|in|into|for|towards?) (?:its |their )?(?:own )?"
    rf"(?:R&D|research and development|research & development))\b",
    "[Huawei] grew, having spent over 160 billion yuan last year on research and development. "
    "→ figure Huawei rd_spending 160000000000 CNY",
    "[Huawei] met people who spent 160 billion yuan on chips. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    named = [at for at in firms(sentence, 0, found.start()) if is_subject(sentence, at)]
    apart = PERSON in sentence.text[: found.start()] or len(named) > 1 or ORG in found["mid"]
    if not apart and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("what"))
        subject = named[0] if named else None
        yield from figure(
            Metric.RD_SPENDING, found.start("money"), span, 0.84, subject, period_of(sentence, found, "mid")
        )


@rule(
    "en-sums-beside",
    rf"(?P<first>\b(?:revenues?|profit|sales|income)\b[^.;{MONEY}]{{0,30}}{MONEY})(?P<between>[^;{MONEY}{PERSON}]{{1,60}}?)"
    rf"(?:,|and|with|while|on)(?: on)? (?:an? |its |their )?(?P<metric>(?:annual |total |net |operating |gross )?"
    rf"(?:revenues?|profits?|income)) (?:of|was|at|reached|hit|totall?ing|totall?ed|stood at|came to|amounted to) "
    rf"(?P<at>{NEAR}{{0,16}}?)<$:money>",
    "[Qingliu] posted revenue of 18 billion yuan, up 3 percent, and a net profit of 560 million yuan. "
    "→ figure Qingliu revenue 18000000000 CNY; figure Qingliu profit 560000000 CNY",
    "[Qingliu] posted revenue of 18 billion yuan, up 3 percent, and a net loss of 560 million yuan. "
    "→ figure Qingliu revenue 18000000000 CNY",
    "[Qingliu] posted revenue of 18 billion yuan, against a net profit target of 560 million yuan. "
    "→ figure Qingliu revenue 18000000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    named = firms(sentence, 0, found.start("first"))
    if len({sentence.mention(at).name for at in named}) > 1 or ORG in found["between"]:
        return
    metric = Metric.PROFIT if re.search("profit|income", found["metric"]) else Metric.REVENUE
    before = sentence.text[found.start("first") : found.start("metric")]
    compared = re.search(r"compared|versus|against|from (?:an? )?$|gross $|\b(?:by|target)\b", before[-40:])
    if "gross" in found["metric"] or compared or not is_said(sentence, *found.span("metric"), foreseen=True):
        return
    span = (found.start("metric"), found.end("money"))
    yield from figure(metric, found.start("money"), span, 0.88, named[0] if named else None)


@rule(
    "en-with-revenue-of",
    rf"(?P<subject>{ORG})(?P<between>[^.;{ORG}{MONEY}{PERSON}]{{0,80}}?),? (?P<verb>with|on|generating|reporting"
    rf"|posting"
    rf"|recording|boasting|earning) (?:an? |its )?(?P<metric>(?:(?:[a-z-]+ ){{0,2}}?)?{_EARNED}) "
    rf"(?:of|totall?ing|reaching|exceeding|topping|at|above) (?P<at>{NEAR}{{0,16}}?)<$:money>"
    rf"(?=(?P<after>[^{MONEY}.;]{{0,40}}))",
    "[Qingliu] ended the year in the black, with revenue of 300 million yuan in 2024. "
    "→ figure Qingliu revenue 300000000 CNY",
    "[Qingliu] wants to end the year with revenue of 300 million yuan. →",
    "[Qingliu] ended the year with debts of 300 million yuan. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = found.start("subject")
    other = re.search(
        r"\b(?:industry|market|sector|companies|firms|startups|loss)\b", found["between"] + found["metric"]
    )
    if other or not is_subject(sentence, subject) or not is_said(sentence, subject, found.end("money"), foreseen=True):
        return
    metric = Metric.PROFIT if re.search("profit|income", found["metric"]) else Metric.REVENUE
    span = (found.start("metric"), found.end("money"))
    yield from figure(metric, found.start("money"), span, 0.85, subject, period_of(sentence, found, "after"))
