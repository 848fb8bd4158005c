"""Who is called an investor in whom, in English."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_funded import funded, whose_round
from app.reading.patterns.english_investments import INVESTORS, invested
from app.reading.patterns.english_phrases import (
    ASIDE,
    IT,
    LIST,
    NO_NAME,
    NO_TARGET,
    is_said,
    listed,
    whose,
)
from app.reading.patterns.rules import Statement, place, places, rule
from app.reading.tagged import MONEY, ORG, PERSON, Tagged


@rule(
    "en-counts-among",
    rf"(?:(?P<subject>{ORG})|{IT})(?:{ASIDE})?,? (?:(?:which|also|already|now) ){{0,2}}"
    rf"(?P<verb>counts|lists|numbers|names) (?P<investors>{LIST}) (?:among (?:its|their)|as) (?:(?!not)[a-z]+"
    rf" ){{0,3}}{INVESTORS}\b",
    "[MiniMax] counts [Alibaba], [Tencent] and [miHoYo] among its investors. "
    "→ investment Alibaba MiniMax; investment Tencent MiniMax; investment miHoYo MiniMax",
    "[MiniMax] counts [Alibaba] among its customers. →",
    "[MiniMax] grew. It also counts [Alibaba] and [Tencent] as other investors. "
    "→ investment Alibaba MiniMax; investment Tencent MiniMax",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose(sentence, found)
    if startup is not False:
        span = (found.start("verb"), found.end("investors"))
        yield from invested(sentence, listed(found, "investors"), [startup], span, 0.95)


_BOTH: Final = re.compile(r"(?:^|[,;:—–] |\b(?:the|The|an?|An?|in|of|by|with|from|as|and|for|to) )$")
"""What stands before two who back the next one: of `carmaker Geely and Tencent-backed Pony`, only the second does."""


@rule(
    "en-backed",
    r"<O:investor>(?:-? and (?P<second>\uE001))?-backed (?P<kind>(?:(?!funds?\b)[\w-]+ ){0,5}?)<O:startup>".replace(
        r"\uE001", ORG
    ),
    "[Antler]-backed [Qingliu] grew. → investment Antler Qingliu",
    "[Alibaba]-backed robot maker [Qingliu] grew. → investment Alibaba Qingliu",
    "[Alibaba]-backed rivals of [Qingliu] grew. →",
    "The [Tencent] and [Geely]-backed [Qingliu] grew. → investment Tencent Qingliu; investment Geely Qingliu",
    "It met carmaker [Geely] and [Tencent]-backed [Qingliu]. → investment Tencent Qingliu",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(r"\b(?:of|in|by|to|and|rivals?|with|for|at)\b", found["kind"]):
        both = not found["second"] or _BOTH.search(sentence.text[: found.start()])
        investors = [*(places(found, "investor") if both else []), *places(found, "second")]
        yield from invested(sentence, investors, places(found, "startup"), found.span(), 0.94)


@rule(
    "en-is-backed-by",
    rf"(?:(?P<subject>{ORG})|{IT})(?:{ASIDE}(?= (?:is|was)))?"
    rf"(?:,| [—–-]|,? (?:which|who) (?:is|was)| is| was| reportedly was)?(?: valued"
    rf" at [^,.;]{{1,24}}"
    rf" and)? (?:which is |also |and |[\w-]+ed ){{0,3}}?"
    rf"(?P<verb>(?:backed|funded|bankrolled) by) (?P<many>[^{ORG}{PERSON}{MONEY}.;]{{0,60}}?(?:including|such as|"
    rf"(?:that|which) included?) )?"
    rf"(?P<investors>{LIST})",
    "[Qingliu] — also funded by [Antler] — grew. → investment Antler Qingliu",
    "[Zhipu AI], backed by [Alibaba] and [Tencent], grew. → investment Alibaba Zhipu AI; investment Tencent Zhipu AI",
    "Most of them are backed by [Alibaba]. →",
    "[Zhipu AI] is not backed by [Alibaba]. →",
    "[Qingliu] grew. The company, having built robots, is backed by funds such as [Antler], formerly [Mirinae], and"
    " [Geely]. → investment Antler Qingliu; investment Geely Qingliu",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = place(found, "subject") if found["subject"] else whose(sentence, found)
    if startup is not False and is_said(sentence, found.start(), found.end("verb")):
        yield from invested(
            sentence, listed(found, "investors"), [startup], (found.start("verb"), found.end("investors")), 0.93
        )


@rule(
    "en-is-an-investor-in",
    rf"(?P<investors>{LIST})(?:{ASIDE})? (?:is|are|was|were|became) (?:(?:also|both|all) ){{0,2}}"
    rf"(?:an? |the |(?:among|one of|some of|part of) (?:the |its |several |many )?)?"
    rf"(?:[a-z-]+ ){{0,3}}{INVESTORS}"
    rf"(?P<where> (?:in|of) (?P<startup>{ORG}(?:(?:, |,? and ){ORG}(?! [a-z]))*){NO_TARGET}| (?:in|of) (?:its|the|that"
    rf"|this|it)\b(?: [\w+-]+){{0,4}}?"
    rf" (?:round|funding|financing|fundraising|company|startup|start-up|firm)\b|(?=[,.]))",
    "[Tencent] is an early investor in [DeepRoute]. → investment Tencent DeepRoute",
    "[Qingliu] raised $460 million. [Antler] and [Mirinae] are also among the investors, a source said. "
    "→ figure Qingliu funding 460000000 USD; investment Antler Qingliu; investment Mirinae Qingliu",
    "[Tencent] is an investor. →",
    "[Qingliu] raised $460 million. [Antler] was one of the other investors in the fundraising round. "
    "→ figure Qingliu funding 460000000 USD; investment Antler Qingliu",
    "[Qingliu] grew. [Antler], [Mirinae], and [Geely] are also among its shareholders. "
    "→ investment Antler Qingliu; investment Mirinae Qingliu; investment Geely Qingliu",
    "[Qingliu] raised $460 million. [Antler], one of the oldest funds, as well as [Mirinae], a fund of funds, are among"
    " the participants. → figure Qingliu funding 460000000 USD; investment Antler Qingliu; investment Mirinae Qingliu",
    "[Qingliu] is shy. Media said [Antler] and [Mirinae] are among the known backers of its latest round. "
    "→ investment Antler Qingliu; investment Mirinae Qingliu",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    among = re.search(r"(?:among|one of|some of) (?:the|its)|(?:round|ing)$", found.group())
    if not is_said(sentence, *found.span()) or not (found["startup"] or among) or not listed(found, "investors"):
        return
    yield from invested(sentence, listed(found, "investors"), places(found, "startup") or [None], found.span(), 0.9)


@rule(
    "en-an-investor-in",
    rf"(?P<investors>{LIST}), (?:which is |also )?(?:an? |the )(?:[\w-]+ ){{0,3}}(?P<verb>(?:investor|backer"
    rf"|shareholder)) (?:in|of) "
    r"(?:[a-z-]+ ){0,4}?<O:startup>",
    "[ZhenFund], an early backer of [Moonshot], spoke. → investment ZhenFund Moonshot",
    "[ZhenFund], an early admirer of [Moonshot], spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        yield from invested(
            sentence,
            listed(found, "investors")[-1:],
            places(found, "startup"),
            (found.start("verb"), found.end()),
            0.92,
        )


@rule(
    "en-backer-named",
    r"<O:startup>(?:['’]?s)? (?:(?:early|existing|major|main|largest|biggest|lead) )?(?P<verb>investor|backer"
    r"|shareholder),? "
    r"<O:investor>",
    "[Moonshot] backer [Alibaba] spoke. → investment Alibaba Moonshot",
    "[Moonshot] investors told [Alibaba] so. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from invested(sentence, places(found, "investor"), places(found, "startup"), found.span(), 0.92)


@rule(
    "en-led-round",
    rf"<O:investor>-led,? (?P<round>(?:(?:[\w-]+|{MONEY}) ){{0,4}}(?:round|financing|funding|investment))"
    r"(?: (?:in|for|of) <O:startup>)?",
    "[Zhipu] raised $300 million in a [Tencent]-led round. "
    "→ investment Tencent Zhipu; figure Zhipu funding 300000000 USD",
    "[Zhipu] is in talks about a [Tencent]-led round. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = place(found, "startup") if found["startup"] else funded(sentence, found.start())
    if startup != -1 and is_said(sentence, *found.span()):
        yield from invested(sentence, places(found, "investor"), [startup], found.span(), 0.9)


@rule(
    "en-lead-investor",
    rf"(?P<verb>[Ll]ead investors?)(?: in (?:(?P<of>{ORG})(?:['’]?s|['’])? )?{NO_NAME}{{0,40}}?"
    rf"(?:round|funding|financing|Series [A-F]\+?))? (?:is|was|were|are) "
    rf"(?P<investors>{LIST})"
    rf"|(?P<investors2>{LIST}) (?:(?:was|were) the|(?:acted|served|came in) as(?: the| an?)?) (?P<verb2>(?:co-)?lead"
    r" investors?)",
    "[Zhipu] raised $300 million. The lead investor was [Tencent]. "
    "→ figure Zhipu funding 300000000 USD; investment Tencent Zhipu",
    "[Zhipu] raised $300 million. The lead investor met [Tencent]. → figure Zhipu funding 300000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["verb"] else "2"
    startup = whose_round(sentence, found.start())
    startup = place(found, "of") if found["of"] else startup
    if startup != -1 and is_said(sentence, *found.span(f"verb{mark}")):
        yield from invested(sentence, listed(found, f"investors{mark}"), [startup], found.span(), 0.85)


@rule(
    "en-backers-joined",
    rf"(?:[Ee]xisting|[Pp]revious|[Ee]arlier|[Rr]eturning|[Ee]arly|[Nn]ew|[Oo]ther) (?P<verb>(?:[a-z]+"
    rf" )?{INVESTORS}),? "
    rf"(?:(?:including|such as|like) )?(?P<investors>{LIST}),? (?:(?:also|all|both|have|has|already|again) ){{0,3}}"
    r"(?:joined|participated|took part|followed|reinvested|increased|invested|doubled down|committed|agreed"
    r"|returned)\b",
    "[Zhipu] raised $300 million. Existing investors [Tencent] and [Meituan] also joined. "
    "→ figure Zhipu funding 300000000 USD; investment Tencent Zhipu; investment Meituan Zhipu",
    "[Zhipu] raised $300 million. Existing customers [Tencent] and [Meituan] left. "
    "→ figure Zhipu funding 300000000 USD",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose_round(sentence, found.start())
    if startup != -1 and is_said(sentence, *found.span("verb")):
        yield from invested(sentence, listed(found, "investors"), [startup], found.span(), 0.88)


@rule(
    "en-one-of-its-backers",
    rf"(?P<investors>{LIST}), (?:one of |an? )?<O:startup>['’]?s (?:[\w-]+ ){{0,3}}(?P<verb>{INVESTORS})\b",
    "[Qiming], one of [Zhipu]s early backers, spoke. → investment Qiming Zhipu",
    "[Qiming], one of [Zhipu]s early customers, spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        yield from invested(sentence, listed(found, "investors")[-1:], places(found, "startup"), found.span(), 0.92)


@rule(
    "en-investment-in",
    rf"<O:investor>['’]?s (?:(?:[\w-]+|{MONEY}) ){{0,4}}(?P<verb>investment|stake) in (?P<kind>(?:"
    rf"(?!an?\b)[\w’'-]+ ){{0,5}}?)<O:startup>"
    rf"{NO_TARGET}",
    "[Antler]s recent $7 million investment in the AI startup [Qingliu] was studied. → investment Antler Qingliu",
    "[Antler]s planned investment in [Qingliu] was studied. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if found["verb"] == "investment" and is_said(sentence, found.start(), found.end("verb")):
        yield from invested(sentence, places(found, "investor"), places(found, "startup"), found.span(), 0.88)


@rule(
    "en-an-earlier-backer",
    rf"(?P<investors>{LIST}), an? (?:earlier|early|existing|previous|first) (?P<verb>investor|backer|shareholder)"
    r"(?: in the (?:company|startup|start-up))?[,.]",
    "[Qingliu] grew. [Antler], an early investor, spoke. → investment Antler Qingliu",
    "[Qingliu] grew. [Antler], an early customer, spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose_round(sentence, found.start())
    if startup != -1:
        yield from invested(sentence, listed(found, "investors")[-1:], [startup], found.span(), 0.8)


@rule(
    "en-money-came-from",
    rf"\b(?:[Mm]oney|[Ff]unding|[Cc]apital|[Ii]nvestment|[Rr]ound|[Bb]acking|[Cc]ash) (?P<verb>came|comes|has"
    rf" come) from "
    rf"(?:[a-z -]{{0,40}}?(?:including|such as|like) )?(?P<investors>{LIST})",
    "[Zhipu] raised $300 million. The money came from [Tencent] and [Meituan]. "
    "→ figure Zhipu funding 300000000 USD; investment Tencent Zhipu; investment Meituan Zhipu",
    "[Zhipu] grew. Money for this did not come from [Tencent]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose_round(sentence, found.start())
    if startup != -1 and is_said(sentence, *found.span("verb")):
        yield from invested(
            sentence, listed(found, "investors"), [startup], (found.start("verb"), found.end("investors")), 0.85
        )
