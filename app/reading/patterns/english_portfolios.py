"""What investors hold and lead, in English: portfolios, rounds of a company, rounds that drew somebody."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_funded import NOBODY, whose_round
from app.reading.patterns.english_investments import INVESTORS, invested
from app.reading.patterns.english_phrases import (
    ASIDE,
    AUXILIARY,
    COMPANY,
    IT,
    LIST,
    NO_NAME,
    NO_TARGET,
    TARGET,
    firms,
    is_said,
    is_subject,
    listed,
    whose,
)
from app.reading.patterns.rules import Statement, place, places, rule
from app.reading.tagged import MONEY, ORG, Tagged

_ROUND: Final = r"(?:rounds?|financings?|funding|fundraising|investment|raise|tranche|Series [A-F][0-9+]?)"
_STARTUPS: Final = rf"(?P<startups>{ORG}(?:(?:, |,? and ){ORG}(?! [a-z]))*)"
_ADVERBS: Final = (
    r"(?:(?:has|have|had|also|first|previously|earlier|jointly|together|both|all|reportedly|recently) ){0,4}"
)


@rule(
    "en-led-its-round",
    rf"(?P<investors>{LIST})(?:{ASIDE})?,? (?:which |who )?{_ADVERBS}(?P<verb>led|co-led|joined|participated in|took "
    rf"part in"
    rf"|invested in|anchored|backed|supported|contributed to) (?:(?P<startup>{ORG})(?:['’]?s|['’])|its|{COMPANY}['’]s) "
    rf"(?P<what>(?:(?:[\w+-]+|{MONEY}) ){{0,5}}?{_ROUND})\b",
    "[Antler] led [Qingliu]s seed round. → investment Antler Qingliu",
    "[Qingliu] grew. [Antler] and [Geely] participated in the company's Series A. "
    "→ investment Antler Qingliu; investment Geely Qingliu",
    "[Antler] joined [Qingliu]s board before the round. →",
    "[Antler] is set to join [Qingliu]s next round. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup, begin = place(found, "startup"), found.start("investors")
    elsewhere = startup is None and firms(sentence, 0, begin)
    apart = re.search(r"\b(?:board|team|talks|before|after|for|in|call)\b", found["what"])
    if not (elsewhere or apart) and is_subject(sentence, begin) and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("what"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.92)


@rule(
    "en-made-an-investment",
    rf"(?P<investors>{LIST})(?:{ASIDE})?,? (?:which |who )?{_ADVERBS}(?P<verb>made|completed|closed|announced) "
    rf"(?P<what>(?:an?|its|the|their) (?:(?:[\w-]+|{MONEY}) ){{0,5}}?(?:investment|bet))"
    rf"(?P<of> of (?:[a-z]+ ){{0,2}}{MONEY})? (?:in|on|into) (?P<kind>(?:(?!an?\b)[\w’'-]+ "
    rf"){{0,5}}?){TARGET}{_STARTUPS}"
    rf"{NO_TARGET}",
    "[Antler] has made a strategic investment in the robot maker [Qingliu]. → investment Antler Qingliu",
    "[Antler] made a good investment in chips for [Qingliu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    apart = re.search(r"\b(?:for|of|in|by|with|to|rivals?)\b", found["kind"])
    if not apart and is_subject(sentence, found.start("investors")) and is_said(sentence, *found.span("verb")):
        money = next(sentence.places(MONEY, found.start("what"), found.start("kind")), None)
        span = (found.start("verb"), found.end("startups"))
        yield from invested(sentence, listed(found, "investors"), places(found, "startups"), span, 0.9, money)


@rule(
    "en-portfolio",
    rf"(?P<investor>{ORG})(?:{ASIDE})?(?:(?:['’]?s|['’]) (?:[a-z-]+ ){{0,2}}(?:portfolio|investments) (?:companies )?"
    rf"(?P<verb>(?:also )?(?:includes?|included|ranges from|spans))"
    rf"|,? (?:which |also )?(?P<verb2>(?:counts|lists|has|names))) (?P<kind>(?:[\w’'-]+ ){{0,5}}?){_STARTUPS}"
    rf"(?(verb)|(?: (?:among|in|as) (?:its|the) (?:[a-z-]+ ){{0,2}}(?:portfolio|investments)\b))",
    "[Antler]s portfolio includes [Qingliu] and [Heguang]. → investment Antler Qingliu; investment Antler Heguang",
    "[Antler] counts [Qingliu] among its portfolio companies. → investment Antler Qingliu",
    "[Antler]s portfolio includes rivals of [Qingliu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["verb"] else "2"
    apart = re.search(r"\b(?:rivals?|of|by|with|from|customers?)\b", found["kind"])
    if not apart and is_said(sentence, *found.span(f"verb{mark}")):
        yield from invested(sentence, places(found, "investor"), places(found, "startups"), found.span(), 0.9)


@rule(
    "en-portfolio-company-of",
    rf"(?P<startup>{ORG}),? (?:is |which is |was )?(?:an?|another|one of the) (?:[a-z-]+ ){{0,3}}?"
    rf"(?P<verb>portfolio (?:company|companies|firm)) of (?P<investors>{LIST})"
    rf"|(?P<investors2>{ORG})(?:['’]?s|['’])? portfolio (?:company|firm|startup),? (?P<startup2>{ORG})",
    "[Qingliu] is a portfolio company of [Antler]. → investment Antler Qingliu",
    "[Antler] portfolio company [Qingliu] grew. → investment Antler Qingliu",
    "[Qingliu] is a customer of [Antler]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["startup"] else "2"
    if is_said(sentence, *found.span()):
        startups = places(found, f"startup{mark}")
        yield from invested(sentence, listed(found, f"investors{mark}"), startups, found.span(), 0.9)


@rule(
    "en-round-drew",
    rf"\b(?:[Tt]he|[Tt]his|[Ii]ts) (?:(?:[\w+-]+|{MONEY}) ){{0,3}}?(?:round|financing|deal|fundraising)(?:{ASIDE})?"
    rf"(?: [a-z]+ed on [^.;,]{{2,16}})?,? (?:which |and )?(?:also |has ){{0,2}}(?P<verb>attracted|drew|included"
    rf"|featured|involved|brought in|lured) "
    rf"(?P<investors>{LIST})(?! [a-z]+ing|['’]?s [a-z])",
    "[Qingliu] raised $5 million. The round attracted [Antler], [Geely] and others. "
    "→ figure Qingliu funding 5000000 USD; investment Antler Qingliu; investment Geely Qingliu",
    "[Qingliu] raised $5 million. The deal included [Antler]s chips. → figure Qingliu funding 5000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose_round(sentence, found.start())
    if startup != NOBODY and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.84)


@rule(
    "en-took-in-investors",
    rf"(?:(?P<subject>{ORG})|{IT})(?:{ASIDE})?{AUXILIARY} (?P<verb>brought in|brought on|added|welcomed|gained|signed "
    rf"up"
    rf"|took on|landed|lured) (?P<what>{NO_NAME}{{0,40}}?{INVESTORS}(?:,? (?:such as|including|like))?) "
    rf"(?P<investors>{LIST})",
    "[Qingliu] raised $5 million. It brought in new investors [Antler] and [Geely]. "
    "→ figure Qingliu funding 5000000 USD; investment Antler Qingliu; investment Geely Qingliu",
    "[Qingliu] wants to have added investors such as [Antler]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose(sentence, found)
    if startup is not False and is_said(sentence, *found.span("verb")):
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.9)


@rule(
    "en-backers-are",
    rf"^(?P<verb>(?:Backers|Investors|Shareholders|Supporters)(?: also)? include)s?d? (?P<investors>{LIST})"
    rf"(?:,? (?:and|among) (?:many )?others)?\.$",
    "[Qingliu] is growing. Backers include [Antler] and [Geely]. → investment Antler Qingliu; investment Geely Qingliu",
    "[Qingliu] is growing. Backers include [Antler] in many deals. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = (found.start("verb"), found.end("investors"))
    yield from invested(sentence, listed(found, "investors"), [None], span, 0.8)
