"""Sums that say something of a company, in English: money raised, worth, earned, spent."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_funded import funded
from app.reading.patterns.english_phrases import (
    ASIDE,
    AUXILIARY,
    COMPANY,
    IT,
    NO_NAME,
    NO_TARGET,
    POSSESSIVE,
    ROUND,
    TARGET,
    firms,
    is_said,
    whose,
)
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import MONEY, ORG, PERIOD, PERSON, Tagged
from app.vocabulary import FactType, Metric

SUBJECT = rf"(?:(?P<subject>{ORG})|{IT})(?:{ASIDE})?"
ITS: Final = rf"(?:(?P<subject>{ORG}){POSSESSIVE}|(?P<it>\b[Ii]ts|{COMPANY}['’]s))"
NEAR: Final = f"[^{MONEY}{ORG}{PERSON}.;]"
_NO_ROUND: Final = re.compile(
    r"\bIPO\b|\bsale of\b|\bshares\b|initial public|listing|loan|debt|bond|stake|grant|salar|share sale|acqui"
    r"|credit|contract|order",
    re.IGNORECASE,
)
_A_FUND: Final = re.compile(r"^ (?:[\w-]+ ){0,3}(?:fund|vehicle)\b|\bfor (?:its|a|the|his) (?:[\w-]+ ){0,4}fund\b")
_CARRIED = ("whom the sum is about is not named in this sentence; it was taken from the sentences before",)


def figure(  # noqa: PLR0913, PLR0917 - the parts of a statement
    metric: Metric,
    money: int,
    span: tuple[int, int],
    confidence: float,
    subject: int | None,
    period: int | None = None,
) -> Iterator[Statement]:
    """A sum of a company, with the period that it is of."""
    words = {"metric": span}
    if subject is not None:
        words["subject"] = (subject, subject + 1)
    if period is not None:
        words["period"] = (period, period + 1)
    yield Statement(
        FactType.FIGURE,
        {"subject": subject},
        (money, money + 1),
        confidence if subject is not None else min(confidence, 0.8),
        {"metric": metric},
        words,
        quantity=money,
        period=period,
        doubts=() if subject is not None else _CARRIED,
    )


def period_of(sentence: Tagged, found: re.Match[str], *groups: str) -> int | None:
    """The period within some groups of a match; the day of a report is none."""
    for group in groups:
        for at in sentence.places(PERIOD, *found.span(group)):
            span = sentence.period(at).period
            until = re.search(r"\b(?:as of|by|before|until|prior to|by the end of) $", sentence.text[:at])
            if span.start != span.end and not until:
                return at
    return None


@rule(
    "en-raised",
    rf"{SUBJECT}(?P<when>{AUXILIARY}) (?P<verb>raised|raises|secured|secures|bagged|closed|closes|completed|completes"
    rf"|conducted|concluded|finali[sz]ed|wrapped up|hauled in|garnered|amassed|pocketed"
    rf"|landed|lands|netted|received|receives|won|got|gets|attracted|drew|snagged|scored|pulled in|brought in"
    rf"|collected|banked"
    rf"|announced|announces) (?P<between>{NEAR}{{0,60}}?)<$:money>(?=(?P<after>[^{MONEY}.;]{{0,70}}))",
    "[Qingliu] has raised 300 million yuan ($41.7 million) in a round. → figure Qingliu funding 300000000 CNY",
    "[AISphere], a startup, has closed a Series B of more than $60 million. → figure AISphere funding 60000000 USD",
    "[Moonshot AI] is in talks to raise $1 billion. →",
    "[Moonshot AI] raised $1 billion in a sale of bonds. →",
    "[Sinovation] raised a $900 million fund. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = whose(sentence, found)
    context = found["between"] + found["after"][:50]
    plain = found["verb"] in {"raised", "raises", "bagged"}
    of_round = re.search(rf"\b{ROUND}\b", context) or (ORG in found["after"] and " from " in found["after"])
    if subject is False or _NO_ROUND.search(context) or _A_FUND.search(found["after"]) or not (plain or of_round):
        return
    if re.search(r"\b(?:fund|price|its|their) (?:of|to|by) $|valuation|\bfrom $|worth of", found["between"]):
        return
    if is_said(sentence, found.start(), found.end("money")):
        period = period_of(sentence, found, "when", "after")
        yield from figure(
            Metric.FUNDING,
            found.start("money"),
            (found.start("verb"), found.end("money")),
            0.94,
            subject,
            period,
        )


@rule(
    "en-round-of",
    rf"(?P<verb>led|co-led|leads|participated in|took part in|joined) (?:an? |the )?<$:money> "
    rf"(?P<what>{NO_NAME}{{0,40}}?"
    rf"\b(?:round|financing|funding|investment|Series [A-F]\+?)(?: round)?) (?:in|for|of|into) (?P<kind>(?:[\w-]+"
    rf" ){{0,5}}?){TARGET}<O:subject>{NO_TARGET}",
    "[Antler] led a $90 million funding round in [Qingliu]. "
    "→ figure Qingliu funding 90000000 USD; investment Antler Qingliu",
    "[Alibaba] may have led a $1 billion round in [Moonshot AI]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        yield from figure(
            Metric.FUNDING,
            found.start("money"),
            (found.start("verb"), found.end("what")),
            0.92,
            found.start("subject"),
        )


@rule(
    "en-raised-in",
    rf"<$:money> (?P<verb>raised) in {NO_NAME}{{0,40}}?\b(?:round|financing|funding)\b",
    "[SenseTime] broke its record with $600 million raised in a Series C round. → figure SenseTime funding"
    " 600000000 USD",
    "$600 million was not raised. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = funded(sentence, found.start())
    if subject == -1:
        before = firms(sentence, 0, found.start())
        if len(before) != 1:
            return
        subject = before[0]
    if is_said(sentence, *found.span()):
        yield from figure(Metric.FUNDING, found.start("money"), found.span(), 0.88, subject)


@rule(
    "en-valued-at",
    rf"{SUBJECT}(?P<between>[^{ORG}{PERSON}{MONEY}.;]{{0,60}}?)(?P<verb>\bvalued) at (?P<at>{NEAR}{{0,24}}?)"
    rf"<$:money>",
    "[Moonshot AI] was last valued at $3.3 billion. → figure Moonshot AI valuation 3300000000 USD",
    "[Moonshot AI], valued at US$3 billion, grew. → figure Moonshot AI valuation 3000000000 USD",
    "[Moonshot AI] could be valued at $5 billion. →",
    "[Moonshot AI] sold a stake valued at $5 million. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = whose(sentence, found)
    loose = re.search(
        r"\b(?:stake|shares?|deal|market|round|fund|orders?|which|contract|assets?)\b[^,]*$", found["between"]
    )
    beside = re.match(r", $", found["between"]) or re.search(
        r"\b(?:was|is|been|were)\b(?: [a-z]+)* $", found["between"]
    )
    if subject is False and beside:
        subject = place(found, "subject") if found["between"] == ", " else funded(sentence, found.start("verb"))
    if subject == -1:
        return
    if subject is False or loose or not is_said(sentence, found.start(), found.end("money")):
        return
    yield from figure(Metric.VALUATION, found.start("money"), (found.start("verb"), found.end("money")), 0.94, subject)


@rule(
    "en-values-it-at",
    rf"\b(?P<verb>valu(?:es|ed|ing)) (?:(?P<subject>{ORG})(?:{ASIDE})?|(?P<it>it|{COMPANY}|itself))"
    rf"(?P<at>(?:,| —)? at {NEAR}{{0,24}}?)<$:money>",
    "[Qingliu] raised $30 million in a round, which values [Qingliu] at about 1.8 billion yuan. "
    "→ figure Qingliu funding 30000000 USD; figure Qingliu valuation 1800000000 CNY",
    "[Baichuan] grew. A round valued the start-up at more than 20 billion yuan. "
    "→ figure Baichuan valuation 20000000000 CNY",
    "The deal would value [Baichuan] at $5 billion. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = place(found, "subject")
    if subject is None:
        near = funded(sentence, found.start())
        subject = near if near != -1 else None
    if is_said(sentence, found.start(), found.end("money")):
        yield from figure(
            Metric.VALUATION, found.start("money"), (found.start("verb"), found.end("money")), 0.93, subject
        )


WORTH: Final = r"(?:(?:post-money |pre-money |market |company )?valuation)"
_MOVES = (
    r"(?:stood|stands|reached|hit|rose|jumped|climbed|swelled|swell|doubled|tripled|soared|surged|is|was|went|grew)"
)


@rule(
    "en-its-valuation",
    rf"{ITS} (?P<what>(?:[\w-]+ ){{0,3}}?{WORTH})(?P<between>(?: (?:has |had |already |now |last )*{_MOVES})?"
    rf"{NEAR}{{0,50}}?)<$:money>(?P<climb> to (?P<later>{MONEY}))?",
    "[Moonshot AI]s valuation reached US$3 billion. → figure Moonshot AI valuation 3000000000 USD",
    "[Qingliu] grew. The deal lifts the company's valuation to just over $3 billion. "
    "→ figure Qingliu valuation 3000000000 USD",
    "[Moonshot AI]s valuation could reach $5 billion. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = place(found, "subject")
    if re.search(r"\b(?:fell|by|target|goal|when|exceeds?|from a|above which)\b", found["between"]):
        return
    if subject is None:
        before = firms(sentence, 0, found.start())
        near = funded(sentence, found.start())
        subject = near if near != -1 else before[0] if len(before) == 1 else None
    money = found.start("later") if found["later"] else found.start("money")
    if is_said(sentence, found.start(), found.end("money")):
        yield from figure(Metric.VALUATION, money, (found.start("what"), money + 1), 0.92, subject)


@rule(
    "en-at-a-valuation",
    rf"\b(?P<verb>at|to|with|reached|hit|for|had|has|(?:giv(?:es|ing)|gave) (?:it|the [\w-]+|{ORG})) (?:an? |its"
    rf" )?(?:(?P<what>(?:[\w-]+ ){{0,2}}?{WORTH}) "
    rf"(?:of|at) (?P<at>{NEAR}{{0,24}}?)"
    rf"<$:money>|<$:money2> (?P<what2>{WORTH}))",
    "[Zhipu] raised $300 million at a $3 billion valuation. "
    "→ figure Zhipu funding 300000000 USD; figure Zhipu valuation 3000000000 USD",
    "[Zhipu] raised $300 million at a valuation of $3 billion. "
    "→ figure Zhipu funding 300000000 USD; figure Zhipu valuation 3000000000 USD",
    "[Zhipu] is seeking $300 million at a valuation of $3 billion. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    money = found.start("money") if found["money"] else found.start("money2")
    subject = funded(sentence, found.start())
    if subject == -1:
        before = firms(sentence, 0, found.start())
        if found["verb"] not in {"reached", "hit", "to", "with", "had", "has"} or len(before) != 1:
            return
        subject = before[0]
    if is_said(sentence, found.start(), money):
        yield from figure(Metric.VALUATION, money, found.span(), 0.9, subject)


@rule(
    "en-is-worth",
    rf"{SUBJECT}(?:,? now|,? which is(?: now)?| is(?: now)?| was) worth (?P<at>{NEAR}{{0,20}}?)<$:money>",
    "[DeepSeek] is now worth about $3 billion. → figure DeepSeek valuation 3000000000 USD",
    "[DeepSeek] could be worth $3 billion. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = whose(sentence, found)
    if subject is not False and is_said(sentence, found.start(), found.end("money")):
        yield from figure(
            Metric.VALUATION, found.start("money"), (found.end("money") - 1, found.end("money")), 0.88, subject
        )


@rule(
    "en-total-funding",
    rf"\b(?:bring(?:s|ing)|brought|taking|takes) (?:its |the |{COMPANY}['’]s |{ORG}['’]?s )?"
    rf"(?P<what>total (?:amount |capital |money )?(?:funding|fundraising|funds|raised|financing"
    rf"|investment){NEAR}{{0,40}}? to) "
    rf"(?P<at>{NEAR}{{0,16}}?)<$:money>",
    "[Qingliu] raised $12 million, bringing its total funding to $23 million. "
    "→ figure Qingliu funding 12000000 USD; figure Qingliu funding 23000000 USD",
    "[Pony] raised $112 million, bringing its total staff to 200. → figure Pony funding 112000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = funded(sentence, found.start())
    if subject == -1 and re.search(COMPANY, found.group()):
        subject = None
    if subject != -1 and is_said(sentence, *found.span()):
        yield from figure(Metric.FUNDING, found.start("money"), (found.start("what"), found.end("money")), 0.9, subject)


@rule(
    "en-round-of-its-own",
    rf"(?P<subject>{ORG})(?:['’]?s|['’])? (?:latest |recent |new |first |initial )?<$:money> (?P<what>(?:[\w-]+"
    rf" )?(?:funding round"
    rf"|round|Series [A-F]\+?|financing|fundraising))\b",
    "[Qingliu]s $14 million Series B was led by [Antler]. "
    "→ figure Qingliu funding 14000000 USD; investment Antler Qingliu",
    "[Noetix]s planned $140 million Series B. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span()):
        span = (found.start("money"), found.end("what"))
        yield from figure(Metric.FUNDING, found.start("money"), span, 0.88, found.start("subject"))
