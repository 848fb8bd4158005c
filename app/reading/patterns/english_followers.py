"""Those who joined a round and are told of beside it, in English: others, followers, and who gave to `the company`."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_funded import funded, whose_round
from app.reading.patterns.english_investments import INVESTORS, invested
from app.reading.patterns.english_money import figure
from app.reading.patterns.english_phrases import (
    ASIDE,
    COMPANY,
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

_DID: Final = r"(?:(?:has|have|had|also|all|both|recently|reportedly|together|just|again) ){0,3}"
_OTHER: Final = r"(?:[Oo]ther|[Nn]ew|[Ee]xisting|[Ee]arlier|[Pp]revious|[Ee]arly|[Nn]otable|[Rr]eturning|[Ss]trategic)"


@rule(
    "en-other-backers",
    rf"(?:^|[”\"] )(?P<verb>(?:{_OTHER} |(?=[A-Z][a-z]+ from earlier ))(?:[a-z-]+ ){{0,2}}?(?i:{INVESTORS})"
    rf"(?: (?:in|from) (?:the )?(?:[a-z]+ ){{0,2}}rounds?)?"
    rf",? (?:include|included|are|were)) (?P<investors>{LIST})",
    "[Zhipu] raised $300 million. Other investors include [Geely], a carmaker, and [Antler], it said. "
    "→ figure Zhipu funding 300000000 USD; investment Geely Zhipu; investment Antler Zhipu",
    "[Zhipu] raised $300 million. Other companies include [Geely] and [Antler]. → figure Zhipu funding 300000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = (found.start("verb"), found.end("investors"))
    yield from invested(sentence, listed(found, "investors"), [None], span, 0.84)


@rule(
    "en-drew-others",
    rf"\b(?P<verb>(?:attracted|attracting|drew|drawing|lured|added|adding|brought in|bringing in) (?:[a-z-]+ ){{0,4}}?"
    rf"{INVESTORS},? (?:including|such as|like)) (?P<investors>{LIST})",
    "The deal lifted [Zhipu]s valuation to $3 billion and drew other investors including [Antler]. "
    "→ figure Zhipu valuation 3000000000 USD; investment Antler Zhipu",
    "[Zhipu] hopes to have attracted investors including [Antler]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    named = firms(sentence, 0, found.start())
    startup = None if not named else named[0] if len(named) == 1 else funded(sentence, found.start())
    if startup != -1 and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.86)


@rule(
    "en-joined-a-round-of",
    rf"(?P<investors>{LIST})(?:{ASIDE})? {_DID}(?P<verb>joined|contributed to|participated in|took part in|invested in"
    rf"|backed|led|co-led) (?P<what>(?:an?|the) (?:[a-z]+ )?<$:money> (?:[\w-]+ ){{0,3}}?(?:round|financing|funding)"
    rf") (?:that )?(?P<kind>(?:(?!of|for|in|by|with)[\w’'-]+ ){{0,5}}?)<O:startup> "
    r"(?:has |had )?(?:just |recently )?(?:closed|completed|raised|announced|finished)",
    "[Antler] has joined a $300 million round that AI startup [Qingliu] just closed. "
    "→ investment Antler Qingliu; figure Qingliu funding 300000000 USD",
    "[Antler] may have joined a $300 million round that [Qingliu] just closed. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_subject(sentence, found.start("investors")) and is_said(sentence, *found.span("verb")):
        startup, span = found.start("startup"), (found.start("verb"), found.end("startup"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.9)
        yield from figure(Metric.FUNDING, found.start("money"), found.span("what"), 0.9, startup)


@rule(
    "en-gave-money",
    rf"(?P<investors>{LIST})(?:{ASIDE})? {_DID}(?P<verb>provided|gave|supplied|extended|contributed)"
    rf" (?P<what>[^.;{ORG}{PERSON}]{{0,40}}?\b(?:funding|capital|financing|backing|money|investment)) (?:for|to) "
    rf"(?P<kind>(?:(?!an?\b|research)[\w’'-]+ ){{0,5}}?)(?:{ORG}['’]?s (?:[A-Za-z-]+ ){{0,2}}(?:peer|rival) )?"
    rf"<O:startup>{NO_TARGET}",
    "[Antler] and [Mirinae] also provided fresh funding for the AI lab [Qingliu]. "
    "→ investment Antler Qingliu; investment Mirinae Qingliu",
    "[Antler] provided data for [Qingliu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")) and not re.search(r"\b(?:debt|loan|research)\b", found["what"]):
        span = (found.start("verb"), found.end("startup"))
        yield from invested(sentence, listed(found, "investors"), [found.start("startup")], span, 0.88)


@rule(
    "en-poured-into-it",
    rf"(?P<investors>{LIST})(?P<aside>{ASIDE})? {_DID}(?P<verb>poured|injected|invested|pumped|put|plowed|ploughed)"
    rf" (?P<what>[^.;{ORG}{PERSON}]{{0,60}}?)(?:into|in) (?:{COMPANY}|it|(?:the|its) (?:[\w+-]+ ){{1,3}}?round)\b",
    "[Zhipu] raised $300 million. Months later, [Antler] and [Geely] poured tens of millions of yuan into the company. "
    "→ figure Zhipu funding 300000000 USD; investment Antler Zhipu; investment Geely Zhipu",
    "[Zhipu] raised $300 million. [Antler] poured hope into the company. → figure Zhipu funding 300000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    of_money = MONEY in found["what"] or re.search(r"\b(?:millions?|billions?|money|capital|funds)\b", found["what"])
    if not (of_money or found["verb"] == "invested") or not is_said(sentence, *found.span("verb")):
        return
    if not firms(sentence, 0, found.start("investors")):
        span = (found.start("verb"), found.end())
        yield from invested(sentence, listed(found, "investors"), [None], span, 0.84)


@rule(
    "en-with-others",
    rf"\b(?P<verb>with|followed by|while) (?P<investors>{LIST}) (?:also |both |all )?(?:leading|co-leading"
    r"|participating|following|joining|co-investing|taking part|investing"
    r"|as (?:an? |the )?(?:[a-z-]+ ){0,2}investors?)\b"
    rf"|(?:(?<=, )|(?<= and ))(?P<verb2>(?:closely )?followed by|joined by|trailed by) (?P<investors2>{LIST})",
    "[Zhipu] raised $300 million in a round led by [Geely], with [Antler] and [Mirinae] participating. "
    "→ figure Zhipu funding 300000000 USD; investment Geely Zhipu; investment Antler Zhipu; investment Mirinae Zhipu",
    "[Zhipu] raised $300 million. [Geely] led the round, followed by [Antler]. "
    "→ figure Zhipu funding 300000000 USD; investment Geely Zhipu; investment Antler Zhipu",
    "[Zhipu] makes most models, followed by [Antler]. →",
    "[Zhipu] raised $300 million in its Series C round, led by [Geely] and followed by [Antler]. "
    "→ figure Zhipu funding 300000000 USD; investment Geely Zhipu; investment Antler Zhipu",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before, mark = sentence.text[max(0, found.start() - 160) : found.start()], "" if found["investors"] else "2"
    if not re.search(rf"\b(?:{ROUND}|lead investor)\b", before) or not is_said(sentence, *found.span(f"verb{mark}")):
        return
    if mark and not re.search(r"\bled\b", before):
        return
    startup = whose_round(sentence, found.start())
    if startup != -1:
        span = (found.start(f"verb{mark}"), found.end(f"investors{mark}"))
        yield from invested(sentence, listed(found, f"investors{mark}"), [startup], span, 0.86)


@rule(
    "en-co-invested",
    rf"^(?P<investors>{LIST}) {_DID}(?P<verb>co-invested|also invested|participated|took part|followed suit"
    r"|made follow-on investments)(?: as well)?\.",
    "[Zhipu] raised $300 million. [Antler], [Geely] and [Mirinae] co-invested. "
    "→ figure Zhipu funding 300000000 USD; investment Antler Zhipu; investment Geely Zhipu; investment Mirinae Zhipu",
    "[Zhipu] raised $300 million. [Antler] and [Geely] declined. → figure Zhipu funding 300000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = (found.start("investors"), found.end("verb"))
    yield from invested(sentence, listed(found, "investors"), [None], span, 0.82)


@rule(
    "en-is-its-shareholder",
    rf"<O:investor>(?:{ASIDE})? (?:is|was|became|remains) (?:(?P<owner>{ORG})['’]?s|its|the (?:company|startup)['’]s) "
    rf"(?:[\w-]+ ){{0,3}}?(?P<verb>shareholder|investor|backer)\b",
    "[Antler] is [Qingliu]s second-largest shareholder. → investment Antler Qingliu",
    "[Antler] is [Qingliu]s largest customer. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    investor = found.start("investor")
    if is_said(sentence, *found.span()) and not firms(sentence, 0, investor):
        yield from invested(sentence, [investor], [place(found, "owner")], found.span(), 0.88)
