"""What is told of a round in an order of its own, in English: who was in it, what was raised before, sums of two."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_funded import whose_round
from app.reading.patterns.english_investments import INVESTORS, invested
from app.reading.patterns.english_money import NEAR, figure, period_of
from app.reading.patterns.english_phrases import (
    ASIDE,
    COMPANY,
    IT,
    LIST,
    NO_TARGET,
    ROUND,
    firms,
    is_said,
    is_subject,
    listed,
)
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import MONEY, ORG, PERSON, Tagged
from app.vocabulary import Metric

_BE: Final = "(?:are|were|is|was|include|included|includes|came)"


@rule(
    "en-others-in-the-round",
    rf"(?P<verb>\b(?:[Oo]ther(?:s| {INVESTORS}| participants| names)|(?i:{INVESTORS})|[Pp]articipants|[Tt]hose)(?:"
    rf" that| who)?"
    rf" (?:in|of|joining|joined|participating in|taking part in|behind) (?:(?P<owner>{ORG})['’]?s|the|this|that|its)?"
    rf" ?(?:[\w-]+ ){{0,4}}(?:round|financing|funding|deal|raise)\b,?(?: also)? {_BE}) (?P<investors>{LIST})",
    "[Zhipu] raised $300 million. Others in the round included [Tencent] and food app [Meituan]. "
    "→ figure Zhipu funding 300000000 USD; investment Tencent Zhipu; investment Meituan Zhipu",
    "[Zhipu] raised $300 million. Investors in the latest round included [Tencent], the state-run [Antler] and [Geely]."
    " → figure Zhipu funding 300000000 USD; investment Tencent Zhipu; investment Antler Zhipu;"
    " investment Geely Zhipu",
    "[Zhipu] raised $300 million. Others in the building are [Tencent] and [Meituan]. "
    "→ figure Zhipu funding 300000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = place(found, "owner") if found["owner"] else whose_round(sentence, found.start())
    if startup != -1 and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.88)


@rule(
    "en-investors-in-it",
    rf"\b(?P<verb>(?:[A-Z]?[a-z-]+ ){{0,2}}(?i:{INVESTORS}) (?:in|of|behind) (?:the )?(?:[a-z-]+"
    rf" ){{0,3}}?<O:startup>,?(?: also)?"
    rf" (?:include|included|are|were|such as|including|counts?)) (?P<investors>{LIST})",
    "Major investors in [Qingliu] include [Antler], [Mirinae] and [Geely]. "
    "→ investment Antler Qingliu; investment Mirinae Qingliu; investment Geely Qingliu",
    "Investors in [Qingliu] met [Antler]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [found.start("startup")], span, 0.92)


@rule(
    "en-among-those-who-invested",
    rf"(?P<investors>{LIST}) (?:are|were|is|was) among (?:the |an? )?(?:[A-Za-z, -]){{0,90}}?(?:that|which|who"
    rf"|to) (?:have |has )?(?:also )?"
    rf"(?P<verb>helped|invested in|backed|funded|put money into|bet on|back|invest in) (?P<kind>(?:[a-z-]+"
    rf" ){{0,4}}?)<O:startup>{NO_TARGET}"
    rf"(?: raise (?:a total of )?<$:money>)?",
    "[Antler] and [Mirinae] are among a band of funds that have helped start-up [Qingliu] raise a total of $30"
    " million. "
    "→ investment Antler Qingliu; investment Mirinae Qingliu; figure Qingliu funding 30000000 USD",
    "[Antler] and [Mirinae] are among those that have helped the start-up [Qingliu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if (found["verb"] == "helped" and not found["money"]) or not is_said(sentence, *found.span("verb")):
        return
    startup = found.start("startup")
    span = (found.start("verb"), found.end("startup"))
    yield from invested(sentence, listed(found, "investors"), [startup], span, 0.9)
    if found["money"]:
        span = (found.start("verb"), found.end("money"))
        yield from figure(Metric.FUNDING, found.start("money"), span, 0.9, startup)


@rule(
    "en-a-round-of",
    rf"\b(?P<verb>follow(?:s|ed|ing)|after|on top of|completed|closed|announced|comes after) {NEAR}{{0,50}}?"
    rf"\b(?:an?|its|the) (?:[a-z-]+ )?<$:money> (?P<what>(?:[\w-]+ ){{0,3}}?(?:round|financing|(?:capital )?raise"
    rf"|fundraising"
    rf"|capital injection|investment round))\b",
    "[Zhipu] grew. This follows an earlier $30 million funding round led by [Antler]. "
    "→ figure Zhipu funding 30000000 USD; investment Antler Zhipu",
    "[Zhipu] grew after talks over a $30 million round. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:talks?|plans?|reports?|rumou?rs?)\b", found.group()) or not is_said(sentence, *found.span()):
        return
    named = [at for at in firms(sentence, 0, found.start("money")) if is_subject(sentence, at)]
    if len(named) < 2:  # noqa: PLR2004 - of two, nobody knows whose it is
        span = (found.start("money"), found.end("what"))
        yield from figure(Metric.FUNDING, found.start("money"), span, 0.84, named[0] if named else None)


@rule(
    "en-leading-it-was",
    rf"\b(?P<verb>(?:[Cc]o-l|[Ll])eading (?:the|this|that) (?:[\w-]+ ){{0,3}}(?:round|financing|funding|deal) {_BE}"
    rf"|[Aa]lso (?:participating|taking part|joining|investing)(?:(?: in)? (?:the|this) (?:[\w-]+ ){{0,2}}round)? {_BE}"
    rf"|[Aa]mong (?:the|its|other) (?:[a-z]+ ){{0,2}}{INVESTORS} {_BE}) (?P<investors>{LIST})",
    "[Zhipu] raised $300 million. Leading the round were [Tencent] and the food app [Meituan]. "
    "→ figure Zhipu funding 300000000 USD; investment Tencent Zhipu; investment Meituan Zhipu",
    "[Zhipu] grew. Leading the talks were [Tencent] and [Meituan]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose_round(sentence, found.start())
    if startup != -1:
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.88)


@rule(
    "en-they-joined-backers",
    rf"\b[Tt]hey (?P<verb>joined|join) (?:the )?(?:existing|earlier|previous|early|other) {INVESTORS},?"
    rf"(?: including| such as| like)? (?P<investors>{LIST})",
    "[Zhipu] raised $300 million. They joined existing backers [Tencent] and [Meituan]. "
    "→ figure Zhipu funding 300000000 USD; investment Tencent Zhipu; investment Meituan Zhipu",
    "[Zhipu] raised $300 million. They joined existing talks with [Tencent]. → figure Zhipu funding 300000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not firms(sentence, 0, found.start()):
        yield from invested(sentence, listed(found, "investors"), [None], found.span(), 0.86)


@rule(
    "en-after-raising",
    rf"\b(?P<verb>(?:after|since|having|by|following|upon)(?: it| the (?:company|startup|start-up|firm))?(?: just"
    rf"| recently)?"
    rf" (?:securing|raising|closing|completing|landing|receiving|bagging|secured|raised|closed|completed))"
    rf" (?P<between>{NEAR}{{0,60}}?(?:{ORG}-led,? )?)<$:money>(?P<after>[^{MONEY}.;]{{0,50}})"
    rf"(?P<worth>{MONEY})?(?P<behind> valuation)?",
    "[Zhipu] may raise more, a year after securing $300 million in funding at a $3 billion valuation. "
    "→ figure Zhipu funding 300000000 USD; figure Zhipu valuation 3000000000 USD",
    "[Zhipu] grew. The startup hired people after raising 100 million yuan from investors. "
    "→ figure Zhipu funding 100000000 CNY",
    "[Zhipu] grew after raising $300 million in debt. →",
    "[Zhipu] grew after raising prices by $3. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:by|to|of|from) $|price|loan|debt|bond", found["between"] + found["after"][:24]):
        return
    if re.search(r"^ (?:[\w-]+ ){0,3}fund\b", found["after"]):
        return
    subject = _subject_before(sentence, found.start())
    if subject == -1:
        return
    period = period_of(sentence, found, "after")
    span = (found.start("verb"), found.end("money"))
    yield from figure(Metric.FUNDING, found.start("money"), span, 0.88, subject, period)
    if found["worth"] and re.search(
        r"(?:\bvaluation of|\bvalu(?:ing|ed) (?:it )?at)(?: [a-z ]{2,16})? $", found["after"]
    ):
        worth = True
    else:
        worth = bool(found["worth"] and found["behind"])
    if worth:
        at = found.start("worth")
        yield from figure(Metric.VALUATION, at, (found.start("money"), at + 1), 0.88, subject)


def _subject_before(sentence: Tagged, at: int) -> int | None:
    """Who a sentence speaks of before a place: None for `it`, -1 for nobody."""
    if named := [one for one in firms(sentence, 0, at) if is_subject(sentence, one)]:
        return named[0]
    return None if re.search(IT, sentence.text[:at]) or at == 0 else -1


@rule(
    "en-raised-respectively",
    rf"(?P<first>{ORG}) and (?P<second>{ORG})(?:{ASIDE})? (?:[a-z]+ ){{0,2}}(?P<verb>raised|secured|fetched) <$:money>"
    rf"(?P<of> in [^{MONEY}.;]{{2,30}})? and <$:money2>,? (?P<end>respectively)",
    "[Pony] and [WeRide], both listed elsewhere, raised 6 billion yuan and 2 billion yuan, respectively. "
    "→ figure Pony funding 6000000000 CNY; figure WeRide funding 2000000000 CNY",
    "[Pony] and [WeRide] want to have raised 6 billion yuan and 2 billion yuan, respectively. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("end"))
        yield from figure(Metric.FUNDING, found.start("money"), span, 0.9, found.start("first"))
        yield from figure(Metric.FUNDING, found.start("money2"), span, 0.9, found.start("second"))


@rule(
    "en-listing-raised",
    rf"(?:(?P<subject>{ORG})|(?P<it>{COMPANY})(?!['’]s))(?:{ASIDE})?(?: on [A-Z][a-z]+day| (?:has|had|also))?"
    rf" (?P<verb>raised|netted|fetched|took in) (?P<between>{NEAR}{{0,20}}?)<$:money>"
    rf"(?P<after>[^{MONEY}{ORG}.;]{{0,30}}?"
    r"\b(?:IPO|initial public offering|share sale|[Hh]ong Kong (?:listing|debut|offering)|listing|debut|(?:share"
    r"|public) offering))\b",
    "[WeRide] raised $300 million in its initial public offering. → figure WeRide funding 300000000 USD",
    "[WeRide] hopes to have raised $300 million in an IPO. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    subject = place(found, "subject")
    if subject is not None and not is_subject(sentence, subject):
        return
    if is_said(sentence, found.start(), found.end("money")) and not re.search(
        r"before|ahead of|prior to", found["after"]
    ):
        period = period_of(sentence, found, "after")
        span = (found.start("verb"), found.end("money"))
        yield from figure(Metric.FUNDING, found.start("money"), span, 0.92, subject, period)


@rule(
    "en-and-raised",
    rf"^(?P<front>[^.;]{{0,60}}?)(?P<subject>{ORG})(?P<between>(?: [a-z]+){{1,6}}? [^.;{PERSON}]{{2,120}}?),? and"
    rf" (?:then |has |had |later |also ){{0,2}}"
    rf"(?P<verb>raised|secured|received|closed|completed|bagged|landed) (?P<before>{NEAR}{{0,30}}?)<$:money>"
    rf"(?=(?P<after>{NEAR}{{0,40}}))",
    "[Qingliu] has seen investment from [Antler] and [Geely], and closed a $500 million Series C round in March. "
    "→ investment Antler Qingliu; investment Geely Qingliu; figure Qingliu funding 500000000 USD",
    "[Qingliu] has met [Antler] and [Geely], and closed a $500 million loan. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    named = found["verb"] == "raised" or re.search(rf"\b{ROUND}\b", found["before"] + found["after"])
    other = re.search(
        r"\b(?:loan|debt|bonds?|contracts?|orders?|fund|IPO|shares)\b|by $", found["before"] + found["after"]
    )
    if not named or other or not is_subject(sentence, found.start("subject")):
        return
    if is_said(sentence, found.start("verb"), found.end("money")):
        span = (found.start("verb"), found.end("money"))
        yield from figure(
            Metric.FUNDING,
            found.start("money"),
            span,
            0.85,
            found.start("subject"),
            period_of(sentence, found, "after"),
        )
