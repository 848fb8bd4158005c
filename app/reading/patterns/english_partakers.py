"""Investors in an order of their own, in English: firms that invested such as A, A joined B in a round for C."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_funded import NOBODY, whose_round
from app.reading.patterns.english_investments import INVESTORS, invested
from app.reading.patterns.english_money import figure
from app.reading.patterns.english_phrases import (
    ASIDE,
    COMPANY,
    LIST,
    NO_NAME,
    NO_TARGET,
    ROUND,
    TARGET,
    firms,
    is_said,
    is_subject,
    listed,
)
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import MONEY, ORG, PERSON, Tagged
from app.vocabulary import Metric

_INVESTOR: Final = r"(?:investor|backer|shareholder|participant|supporter)"
_WHICH: Final = r"(?:such as|including|among them|like|namely|for example|e\.g\.)"
_HAVE: Final = r"(?:(?:also|have|has|had|all|already|previously|earlier|then|since|reportedly) ){0,3}"
_FUNDS: Final = (
    r"(?:investors?|backers?|(?:VC |venture capital |investment )?(?:firms|funds|institutions|companies|giants|names))"
)
_IN_IT: Final = (
    rf"(?:{COMPANY}|it|(?:the|this|its|that) (?:[\w+-]+ ){{0,4}}?(?:round|financing|funding|raise))\b(?!['’]s)"
)


@rule(
    "en-firms-invested-such-as",
    rf"(?P<who>(?:[\w-]+ ){{0,7}}?{_FUNDS}) {_HAVE}(?P<verb>invested in|backed|joined|participated in|took part in"
    rf"|put money into|supported|funded) (?:(?P<startup>{ORG}){NO_TARGET}|{_IN_IT})"
    rf"[^.;{ORG}{PERSON}]{{0,50}}?,? {_WHICH} (?P<investors>{LIST})",
    "[Qingliu] grew. Several reputable global VC firms also invested in the startup before this round, such as "
    "[Antler], [Geely], and so on. → investment Antler Qingliu; investment Geely Qingliu",
    "[Qingliu] grew. Many funds have backed the startup's rivals, such as [Antler]. →",
    "Several funds have backed [Qingliu], including [Antler]. → investment Antler Qingliu",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = place(found, "startup")
    known = startup is not None or not firms(sentence, 0, found.start())
    if known and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.9)


@rule(
    "en-another-investor-is",
    rf"(?:^|[;:”\"] )(?:Another|One|A|The|Its|Among the|Also an?|Yet another)"
    rf"(?: (?:other|second|third|fourth|of its|of the))?"
    rf" (?:[a-z-]+ ){{0,3}}?(?P<verb>{_INVESTOR}s?(?: in (?:{COMPANY}|it|(?:the|this|its) (?:[\w+-]+ ){{0,3}}?round))?"
    rf",? (?:is|was)) (?P<investors>{LIST})",
    "[Qingliu] raised $30 million. Another unique investor is [Antler], a fund of the state. "
    "→ figure Qingliu funding 30000000 USD; investment Antler Qingliu",
    "[Qingliu] grew. Its largest shareholder is [Geely]. → investment Geely Qingliu",
    "[Qingliu] grew. Another investor is rich. [Antler] is not. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [None], span, 0.86)


@rule(
    "en-joined-others-in",
    rf"(?:(?P<investors>{LIST})|\b[Ii]t)(?:{ASIDE})? (?:has |had |also |recently ){{0,3}}(?P<verb>joined"
    rf"|teamed up with|partnered with|co-invested with) (?:(?:investors|backers) )?(?P<others>{LIST})(?:{ASIDE})? "
    rf"(?:in|on|to (?:lead|co-lead|back)) "
    rf"(?P<what>(?:an?|the|its|their)? ?(?:(?:[\w+-]+|{MONEY}) ){{0,5}}?{ROUND})"
    rf"(?: (?:in|for|of|into) (?P<kind>(?:(?!an?\b)[\w’'-]+ ){{0,5}}?){TARGET}<O:startup>{NO_TARGET}|(?=[,.]))",
    "[Antler] grew after it joined [Geely] and [Mirinae] in a $15 million investment for [Qingliu]. "
    "→ investment Geely Qingliu; investment Mirinae Qingliu; investment Antler Qingliu;"
    " figure Qingliu funding 15000000 USD",
    "[Antler] joined [Geely] in a funding round for the AI firm [Qingliu]. "
    "→ investment Antler Qingliu; investment Geely Qingliu",
    "[Antler] joined [Geely] in talks with [Qingliu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    begin = found.start()
    startup = place(found, "startup")
    if startup is None:
        startup = whose_round(sentence, begin) if not firms(sentence, 0, begin) else NOBODY
    if startup == NOBODY or not is_said(sentence, *found.span("verb")) or not is_subject(sentence, begin):
        return
    first = listed(found, "investors") if found["investors"] else firms(sentence, 0, begin)[:1]
    span = (found.start("verb"), found.end())
    yield from invested(sentence, [*first, *listed(found, "others")], [startup], span, 0.88)
    for money in sentence.places(MONEY, *found.span("what")):
        yield from figure(Metric.FUNDING, money, found.span("what"), 0.86, startup)


@rule(
    "en-investors-name-the-round",
    rf"\b(?:[Tt]he|[Tt]his|[Ii]ts) (?:[\w+-]+ ){{0,3}}?(?:round|financing|deal|investment|fundraising)"
    rf"{NO_NAME}{{0,60}}?,? (?:with|attracting|drawing|adding|bringing in|and (?:included|attracted|drew|brought in"
    rf"|saw)) (?:(?:a|the|several) )?"
    rf"(?P<verb>(?:[a-z-]+ ){{0,3}}{INVESTORS},? {_WHICH}) (?P<investors>{LIST})",
    "[Qingliu] raised $30 million. The round closed in December, with new investors including a trading company called "
    "[Antler]. → figure Qingliu funding 30000000 USD; investment Antler Qingliu",
    "[Qingliu] raised $30 million. The round is for users including [Antler]. → figure Qingliu funding 30000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose_round(sentence, found.start())
    if startup != NOBODY and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.86)


@rule(
    "en-has-as-investors",
    rf"(?P<startup>{ORG})(?:{ASIDE})?,? (?:which |that )?(?P<verb>(?:has|had|boasts|enjoys|attracted|won|drew|secured) "
    rf"(?:(?!with|for|to|by|of|from|in|deal|talks)[a-z-]+ ){{0,4}}?"
    rf"(?:{INVESTORS}|backing|support|investments?),? (?:from )?(?:(?:{_WHICH}|from) )?)"
    rf"(?:(?:[a-z-]+ ){{1,4}}?{_WHICH} )?(?P<investors>{LIST})",
    "[Qingliu], which has backing from [Antler] and [Geely], grew. "
    "→ investment Antler Qingliu; investment Geely Qingliu",
    "[Qingliu] has support for [Antler] chips. →",
    "[Qingliu] has a deal with investors from [Antler]. →",
    "[Qingliu] boasts big-name investors such as [Antler]. → investment Antler Qingliu",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    said = is_subject(sentence, found.start("startup")) and is_said(sentence, *found.span("verb"))
    named = re.search(
        rf"from $|{_WHICH} $|{INVESTORS},? $", sentence.text[found.start("verb") : found.start("investors")]
    )
    if said and named:
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [found.start("startup")], span, 0.88)
