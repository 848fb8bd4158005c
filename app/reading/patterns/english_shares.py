"""Who holds a share of whom, and what it put in, in English."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_investments import invested
from app.reading.patterns.english_phrases import ASIDE, LIST, NO_TARGET, is_said, is_subject, listed
from app.reading.patterns.rules import Statement, place, places, rule
from app.reading.tagged import MONEY, NUMBER, ORG, PERSON, Tagged

_SHARE: Final = (
    rf"(?:(?:an?|its|their|the) )?(?:(?:[\w.-]+|{NUMBER}) ){{0,3}}?"
    r"(?:stakes?|shares|shareholding|interest|preferred stocks?|equity)"
)


@rule(
    "en-holds-stake",
    rf"(?P<investors>{LIST})(?:{ASIDE})?,? (?:(?:which|also|now|currently|still|has|have|both|each|recently|together"
    rf"|previously|already) ){{0,3}}"
    rf"(?P<verb>holds|hold|owns|own|took|acquired|bought|has|have) (?:(?:about|around|roughly|some|nearly) )?"
    rf"(?:{NUMBER} (?:of|in)(?: the)?(?: (?:[a-z]+ )?(?:stocks?|shares|equity) (?:of|in))?|{_SHARE} (?:in|of)) "
    rf"(?P<kind>(?:[a-z][\w-]* ){{0,5}}?)<O:startup>{NO_TARGET}",
    "[Antler] holds about 36% of preferred shares in [Qingliu]. → investment Antler Qingliu",
    "[Antler] and [Mirinae] have acquired stakes in the robot maker [Qingliu]. "
    "→ investment Antler Qingliu; investment Mirinae Qingliu",
    "[Antler] took a close interest in rivals of [Qingliu]. →",
    "[Antler] plans to buy a stake in [Qingliu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:of|in|by|rivals?|from|with)\b", found["kind"]) or not is_subject(
        sentence, found.start("investors")
    ):
        return
    if is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("startup"))
        yield from invested(sentence, listed(found, "investors"), places(found, "startup"), span, 0.88)


@rule(
    "en-its-investment-in",
    rf"<O:investor>(?:{ASIDE})? [^.;{ORG}{PERSON}]{{0,40}}?\b(?:its|the) (?:overall |total |recent |latest |"
    rf"(?:<$:before>) )?(?P<verb>investment) in "
    rf"(?P<kind>(?:(?!an?\b)[\w’'-]+ ){{0,5}}?)<O:startup>{NO_TARGET}(?:[^.;{ORG}{MONEY}{PERSON}]{{0,50}}?"
    rf"(?:reached|totall?ed|totall?ing|was|stood at|amounted to|is|of|at) (?:about |around )?<$:money>)?",
    "[Antler] said that its total investment in the robot maker [Qingliu] reached $80 million. "
    "→ investment Antler Qingliu",
    "[Antler] will decide on its investment in [Qingliu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("startup"))
        money = place(found, "money")
        if money is None:
            money = place(found, "before")
        yield from invested(sentence, places(found, "investor"), places(found, "startup"), span, 0.9, money)


@rule(
    "en-round-backed-by",
    rf"\b(?:round|financing|funding) (?P<verb>(?:already |also |earlier |reportedly |jointly ){{1,2}}(?:backed"
    rf"|led|supported|joined) by) "
    rf"(?P<investors>{LIST})",
    "[Qingliu] wants to extend a round already backed by [Antler] and [Mirinae]. "
    "→ investment Antler Qingliu; investment Mirinae Qingliu",
    "[Qingliu] wants a round not yet backed by [Antler]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = [at for at in sentence.places(ORG, 0, found.start()) if is_subject(sentence, at)]
    if len(before) == 1 or (not before and ORG not in sentence.text[: found.start()]):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), before or [None], span, 0.88)
