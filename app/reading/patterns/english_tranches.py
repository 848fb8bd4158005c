"""Sums that belong to a noun rather than a verb, in English: a tranche of $, an investment of $, revenues of $."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_funded import whose_round
from app.reading.patterns.english_investments import invested
from app.reading.patterns.english_money import ITS, NEAR, SUBJECT, figure, period_of
from app.reading.patterns.english_phrases import (
    AUXILIARY,
    LIST,
    is_said,
    listed,
    whose,
)
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import MONEY, ORG, PERIOD, Tagged
from app.vocabulary import Metric

_NO_ROUND: Final = re.compile(r"\b(?:fund|loan|debt|credit|bonds?|total|combined|industry|sector|market)\b")


def _metric(word: str) -> Metric:
    return Metric.PROFIT if re.search("profit|income", word) else Metric.REVENUE


@rule(
    "en-tranche-of",
    rf"\b(?P<what>(?:[Tt]he|[Tt]his|[Ii]ts|[Aa]n?) (?:[\w-]+ ){{0,3}}?(?:tranche|round|financing|investment|injection"
    rf"|Series [A-F][0-9+]?(?: round)?)(?:, or (?:[\w+-]+ ){{1,4}}?round,)? (?:of|worth|totall?ing) "
    rf"(?P<at>{NEAR}{{0,16}}?)<$:money>)(?P<from> from (?P<investors>{LIST}))?(?P<after>{NEAR}{{0,30}})",
    "[Qingliu] grew. The first tranche, or Series C1 round, of $150 million was led by [Antler]. "
    "→ figure Qingliu funding 150000000 USD; investment Antler Qingliu",
    "[Qingliu] grew. The total includes an investment of $100 million from [Antler]. "
    "→ figure Qingliu funding 100000000 USD; investment Antler Qingliu",
    "[Qingliu] plans a round of $150 million. →",
    "[Qingliu] grew. The fund made an investment of $150 million. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    led = re.match(r"(?: \([^)]*\))?,? (?:was|is|were|has been|came|which|that|led|co-led|closed)\b", found["after"])
    if _NO_ROUND.search(found["what"]) or not (found["investors"] or led) or not is_said(sentence, *found.span("what")):
        return
    subject = whose_round(sentence, found.start())
    if subject == -1:
        return
    yield from figure(Metric.FUNDING, found.start("money"), found.span("what"), 0.84, subject)
    if found["investors"]:
        span = (found.start("what"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [subject], span, 0.86)


@rule(
    "en-each-year",
    rf"{SUBJECT}(?:{AUXILIARY}) (?P<verb>reported|posted|generated|recorded|booked|logged) {NEAR}{{0,30}}?"
    rf"(?P<metric>revenues?|net profits?|profits?) of "
    rf"(?P<sums>{NEAR}{{0,12}}?{MONEY} (?:in|for) {NEAR}{{0,24}}?{PERIOD}"
    rf"(?:,? (?:and )?{NEAR}{{0,12}}?{MONEY} (?:in|for) {NEAR}{{0,24}}?{PERIOD}){{1,4}})",
    "[Qingliu] reported revenues of $2 million in 2023, $30 million in 2024 and $50 million in 2025. "
    "→ figure Qingliu revenue 2000000 USD; figure Qingliu revenue 30000000 USD; figure Qingliu revenue 50000000 USD",
    "[Qingliu] reported losses of $2 million in 2023, $30 million in 2024 and $50 million in 2025. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A sum for each of some years."""
    subject = whose(sentence, found)
    if subject is False or not is_said(sentence, *found.span("verb")):
        return
    metric = _metric(found["metric"])
    start = found.start("sums")
    for one in re.finditer(rf"(?P<money>{MONEY})[^{MONEY}{PERIOD}]*(?P<period>{PERIOD})", found["sums"]):
        money, period = start + one.start("money"), start + one.start("period")
        yield from figure(metric, money, (found.start("metric"), money + 1), 0.92, subject, period)


@rule(
    "en-revenue-up-from",
    rf"(?:{ITS} |\b)(?P<metric>(?:[Rr]evenues?|[Tt]urnover|[Nn]et profit|[Pp]rofit))\b"
    rf"[^.;]{{0,80}}?{MONEY}[^.;{MONEY}]{{0,40}}?"
    rf"(?P<verb>\b(?:up|down|compared with|compared to|versus|against)\b)[^.;{MONEY}{ORG}]{{0,24}}?(?:from )?"
    rf"(?P<at>{NEAR}{{0,12}}?)<$:money> (?P<when>a year earlier|the (?:previous|prior) year|in {PERIOD}|{PERIOD})",
    "[Qingliu]s revenue was 312 million yuan in 2024, up 150% from 124 million yuan in 2023. "
    "→ figure Qingliu revenue 312000000 CNY; figure Qingliu revenue 124000000 CNY",
    "[Qingliu]s revenue was 312 million yuan in 2024, with a loss, compared to a net profit of 124 million yuan in "
    "2023. "
    "→ figure Qingliu revenue 312000000 CNY; figure Qingliu profit 124000000 CNY",
    "[Qingliu]s revenue was 312 million yuan in 2024, up by 124 million yuan in 2024. "
    "→ figure Qingliu revenue 312000000 CNY",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\bby\b", sentence.text[found.start("verb") : found.start("money")]):
        return
    money = found.start("money")
    named = re.search(r"\b(?:revenues?|profit|income|loss)\b", sentence.text[found.start("verb") : money])
    metric = _metric((named[0] if named else found["metric"]).lower())
    if not (named and named[0] == "loss") and is_said(sentence, found.start("verb"), money):
        period = period_of(sentence, found, "when")
        yield from figure(metric, money, (found.start("verb"), money + 1), 0.88, place(found, "subject"), period)
