"""Who holds which office, in English."""

import re
from collections.abc import Iterator
from functools import partial

from app.reading.patterns.english_employments import (
    CURRENT,
    EX,
    FORMER,
    FOUNDER_AND,
    LEAVES,
    OF_OFFICE,
    employed,
    works,
)
from app.reading.patterns.english_phrases import ASIDE, WHO, firms, is_said, whom
from app.reading.patterns.rules import Statement, places, rule
from app.reading.tagged import NUMBER, ORG, PERSON, Tagged
from app.reading.words_english import TITLE


@rule(
    "en-title-person",
    rf"(?<!ex-)<O:organization>(?:['’]?s (?:current |new |newly appointed |co-)?| (?:current )?)"
    rf"(?:[A-Z]\w+ (?=(?:division|unit|business|group|department|lab|team|arm) ))?"
    rf"(?:{FOUNDER_AND}){OF_OFFICE}(?: and (?:co-?)?founder)?,? <P:person>",
    "[OpenAI] CEO <Sam Altman> spoke. → employment Sam Altman OpenAI current",
    "[Alibaba]s chief scientist, <Zhou Jingren>, spoke. → employment Zhou Jingren Alibaba current",
    "[OpenAI] researcher <Yao Shunyu> joined [Tencent] last week. "
    "→ employment Yao Shunyu OpenAI former; employment Yao Shunyu Tencent current",
    "[Google]s former chief executive <Eric Schmidt> spoke. → employment Eric Schmidt Google former",
    "[Google]s Pixel unit head <Eric Schmidt> and a colleague left. → employment Eric Schmidt Google current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    text = sentence.text
    if re.search(rf"(?:\b{EX} |\b[Ee]x-)$", text[: found.start()]) or re.search(rf"\b{EX}\b|-turned", found["what"]):
        return
    if re.search(r"\b(?:new|another|a|the|as|said|says|for|and|met|told) ", f"{found['what']} "[:12]):
        return
    behind = re.sub(rf"^ and [^.;,{ORG}{PERSON}]{{0,30}}{PERSON}", "", text[found.end() :])
    status, confidence = (FORMER, 0.85) if LEAVES.match(behind) else (CURRENT, 0.93)
    yield from works(
        sentence, places(found, "person"), places(found, "organization"), status, confidence,
        (found.start(), found.end()), found.span("what"),
    )  # fmt: skip


@rule(
    "en-person-title-of",
    rf"{WHO}(?:,| [—–]|,? (?:who )?is(?: now| also| currently)?|,? now) (?:an? |the |its )?(?:{NUMBER}-old )?"
    rf"(?:{FOUNDER_AND})"
    rf"(?P<ex>{EX} )?{OF_OFFICE}(?: and (?:[a-z]+ ){{1,3}}?| and (?:co-?)?founder)? ?(?:of|at|from) (?P<kind>(?:(?!an?"
    rf" )[\w’'-]+ ){{0,6}}?)<O:organization>",
    "<Li Xu>, chief executive of [SenseTime], spoke. → employment Li Xu SenseTime current",
    "<Tang Jie>, a computer science professor at [Tsinghua], spoke. → employment Tang Jie Tsinghua current",
    "<Li Xu>, former chief executive of [SenseTime], spoke. → employment Li Xu SenseTime former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:rival|backed|by|with|in|from)\b", found["kind"]) or found["what"].startswith(("who ", "once ")):
        return
    left = found["ex"] or LEAVES.match(re.sub(r"^ [^,.;]{2,30}(?=,)", "", sentence.text[found.end() :]))
    yield from works(
        sentence, whom(sentence, found), places(found, "organization"), FORMER if left else CURRENT, 0.93,
        (found.start("what"), found.end("organization")), found.span("what"),
    )  # fmt: skip


rule(
    "en-person-and-former-title",
    rf"<P:person>(?:,| [—–]) (?:the )?(?:co-?)?founder (?:and|of [a-z ]+ and) {EX} (?P<what>{TITLE}) (?:of|at) "
    rf"<O:organization>",
    "<Wang Xiaochuan> – founder and former CEO of [Sogou] – came. "
    "→ employment Wang Xiaochuan Sogou former; founding Wang Xiaochuan Sogou",
    "<Wang Xiaochuan>, founder of a former supplier of [Sogou]. →",
)(partial(employed, status=FORMER, confidence=0.96, first="what", last="organization"))


@rule(
    "en-person-organization-title",
    rf"<P:person>,? (?:an? |(?:who )?is (?:an? )?)?(?P<organization>{ORG})(?:['’]?s)? (?:{FOUNDER_AND})(?P<what>"
    rf"(?:[a-z][\w-]* ){{0,3}}?{TITLE})\b"
    r"(?! and (?:once|former))",
    "<Zhou Bowen>, a [Tsinghua] professor, spoke. → employment Zhou Bowen Tsinghua current",
    "<Lin Dahua>, [SenseTime]s chief scientist, spoke. → employment Lin Dahua SenseTime current",
    "<Zhou Bowen>, a [Tsinghua] graduate, spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(rf"\b{EX}\b", found["what"]):
        yield from employed(sentence, found, CURRENT, 0.9, "organization", "what")


@rule(
    "en-its-title-person",
    rf"\b(?:[Ii]ts|[Tt]he company['’]s|[Tt]he startup['’]s) (?:{FOUNDER_AND})(?P<what>(?:[a-z][\w-]*"
    rf" ){{0,3}}?{TITLE}),? <P:person>",
    "[Qingliu] grew. Its chief financial officer, <Deng Yao>, spoke. → employment Deng Yao Qingliu current",
    "[Qingliu] grew. Its former chief executive, <Deng Yao>, spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = list(sentence.places(ORG, 0, found.start()))
    if re.search(rf"\b{EX}\b", found["what"]) or len(before) > 1:
        return
    yield from works(
        sentence, places(found, "person"), before or [None], CURRENT, 0.9, found.span(), found.span("what"),
    )  # fmt: skip


@rule(
    "en-person-its-title",
    rf"<P:person>, (?:its|the company['’]s) (?:{FOUNDER_AND})(?P<what>(?:[a-z][\w-]* ){{0,3}}?{TITLE})\b",
    "[Shengshu] grew. <Luo Yihang>, its chief executive, spoke. → employment Luo Yihang Shengshu current",
    "[Shengshu] grew. <Luo Yihang>, its former chief executive, spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    before = firms(sentence, 0, found.start())
    if not re.search(rf"\b{EX}\b", found["what"]) and len(before) < 2:  # noqa: PLR2004 - of two, nobody knows whose
        yield from works(
            sentence, places(found, "person"), before or [None], CURRENT, 0.85, found.span(), found.span("what"),
        )  # fmt: skip


@rule(
    "en-was-office",
    rf"{WHO}(?:,[^.;{PERSON}]{{2,60}},)? (?:was|had been|used to be|served as|worked as) (?:previously |formerly "
    rf"|once |also"
    rf" )?(?:an? |the )?"
    rf"{OF_OFFICE}(?: in the (?:[a-z-]+ ){{1,4}}?(?:team|group|lab|department|division))? (?:of|at) "
    rf"(?P<kind>(?:[\w’'-]+ ){{0,4}}?)<O:organization>",
    "<Li Kaifu> was president of [Google China] before that. → employment Li Kaifu Google China former",
    "<Li Kaifu> was the son of a president at [Google China]. →",
    "<Li Kaifu> writes books. He worked as a scientist in the speech team of [Apple]. → employment Li Kaifu Apple"
    " former",
    "<Li Kaifu> writes books. He served as president of [Google China]. → employment Li Kaifu Google China former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:named|appointed|of|by|son|the)\b", found["what"].split(" of ")[0]):
        return
    yield from works(
        sentence, whom(sentence, found), places(found, "organization"), FORMER, 0.88,
        (found.start("what"), found.end("organization")), found.span("what"),
    )  # fmt: skip


@rule(
    "en-named-office",
    rf"<P:person>(?:,[^.;{PERSON}]{{2,60}},)? (?P<status>(?:was|has been|is) (?:named|appointed|made|promoted"
    rf" to)(?: as)?|became|has become|becomes|takes over as|took over as) "
    rf"(?:the |its |new )?{OF_OFFICE} (?:of|at) <O:organization>",
    "<Wu Yonghui> was named head of research at [ByteDance]. → employment Wu Yonghui ByteDance current",
    "<Wu Yonghui> was not named head of research at [ByteDance]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        yield from employed(sentence, found, CURRENT, 0.92, "status", "what")


@rule(
    "en-who-heads",
    r"<P:person>,? (?:who )?(?P<status>(?:now |currently )?(?:heads|leads|runs)) (?P<kind>(?:(?!team|a )[\w’'-]+"
    r" ){0,5}?)"
    r"<O:organization>(?!['’]?s [a-z]|-)",
    "<Wang Xing>, who runs delivery giant [Meituan], spoke. → employment Wang Xing Meituan current",
    "<Wang Xing> leads a round in [Meituan]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(r"\b(?:in|of|at|for|with|by|from|team|round|research)\b", found["kind"]):
        yield from employed(sentence, found, CURRENT, 0.88)


@rule(
    "en-office-alone",
    r"(?:^|[”\"] said |, said |\b[Aa]nd |[Cc]ompany )(?:(?:[Ff]ounder|co-founder) and )?"
    r"(?P<what>(?:[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|CEO|CTO|CFO|[Cc]hairman|[Cc]hief (?:scientist|technology"
    r" officer))),? "
    r"<P:person>",
    "[Horizon] grew. Chief executive <Yu Kai> spoke. → employment Yu Kai Horizon current",
    "[Horizon] grew. A rival's chief executive <Yu Kai> spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start("what")]:
        yield from works(
            sentence, places(found, "person"), [None], CURRENT, 0.78, (found.start("what"), found.end("person")),
            found.span("what"),
        )  # fmt: skip


@rule(
    "en-person-office-alone",
    r"<P:person>, (?:the )?(?:(?:co-?)?founder(?:,| and) )?(?P<what>(?:chief executive(?: officer)?|CEO|CTO|CFO"
    r"|chairman))"
    r"(?: and (?:co-?)?founder)?(?:,| said\b)",
    "[Horizon] grew. <Yu Kai>, chief executive, spoke. → employment Yu Kai Horizon current",
    "[Horizon] grew. <Yu Kai>, chief executive of a rival, spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start("what")]:
        yield from works(
            sentence, places(found, "person"), [None], CURRENT, 0.78, (found.start("person"), found.end("what")),
            found.span("what"),
        )  # fmt: skip


@rule(
    "en-and-office-at",
    rf"(?P<person>{PERSON})(?: is| was|, (?:an?|the|its|who is|(?:co-?)?founder|{TITLE}))\b"
    rf"(?P<first>[^.;{PERSON}]{{4,150}}?)"
    rf"(?:,| and|, and) (?:(?:an?|the|also|as well as) ){{0,2}}(?P<ex>{EX} )?(?P<what>(?:[a-z][\w-]* ){{0,3}}?{TITLE}) "
    rf"(?:of|at) (?:the |its )?<O:organization>",
    "<Luo Yihang> is a professor at [Tsinghua] and chief scientist of [Shengshu]. "
    "→ employment Luo Yihang Tsinghua current; employment Luo Yihang Shengshu current",
    "<Luo Yihang> is a friend of [Shengshu] and met the boss of [Huawei]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(rf"{TITLE}|founder", found["first"]) or re.search(r"\b(?:said|who|met|told)\b", found["first"]):
        return
    if not is_said(sentence, *found.span("what")):
        return
    yield from works(
        sentence, places(found, "person"), places(found, "organization"), FORMER if found["ex"] else CURRENT, 0.88,
        (found.start("what"), found.end("organization")), found.span("what"),
    )  # fmt: skip


@rule(
    "en-led-by-person",
    rf"<O:organization>(?:{ASIDE})?(?:,| is| was founded [^.;{PERSON}{ORG}]{{0,60}}?(?:,| and)(?: is)?"
    rf"| (?:was|is) [^.;{PERSON}]{{2,70}}? and is) "
    rf"(?:now |currently )?(?P<status>(?:led|headed|run|helmed) by) (?:[\w-]+ ){{0,6}}?<P:person>",
    "[Zhipu] is led by the professor <Tang Jie>. → employment Tang Jie Zhipu current",
    "[Zhipu] is not led by <Tang Jie>. →",
    "[Zhipu] raised money in a round led by <Tang Jie>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    round_before = re.search(
        r"\b(?:round|funding|financing|investment|fund)\b",
        sentence.text[max(0, found.start("status") - 20) : found.start("status")],
    )
    if is_said(sentence, *found.span("status")) and not round_before:
        yield from employed(sentence, found, CURRENT, 0.88, "status", "person")


@rule(
    "en-leads-unit",
    rf"<P:person>(?:{ASIDE})?,? (?:who )?(?P<status>(?:now |currently )?(?:heads|leads|runs|oversees|manages)) "
    rf"(?:the )?<O:organization>['’]?s? (?:[A-Za-z&-]+ ){{0,4}}?(?:division|unit|team|lab|laboratory|department"
    rf"|group|efforts|research|arm)\b",
    "<Sun Lei>, a chip designer, now heads [Huawei]s graphics unit. → employment Sun Lei Huawei current",
    "<Sun Lei> leads talks with [Huawei]s graphics unit. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        yield from employed(sentence, found, CURRENT, 0.9)


@rule(
    "en-professor-there",
    rf"<O:organization>(?P<between>[^.;{ORG}]{{0,120}}?{PERSON}), an? (?P<what>(?:[\w-]+ ){{0,4}}?(?:professor"
    rf"|researcher|scientist|lecturer|dean)) "
    r"(?:in|at|of) (?P<there>(?:the|that) (?:university|school|institute|academy|college|lab))\b",
    "[Shengshu] came out of [Tsinghua] and is advised by <Luo Yihang>, a professor at the university. "
    "→ employment Luo Yihang Tsinghua current",
    "[Tsinghua] likes <Luo Yihang>, a professor at another university. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    person = found.end("between") - 1
    yield from works(
        sentence, [person], places(found, "organization"), CURRENT, 0.85,
        (found.start("what"), found.end("there")), found.span("what"),
    )  # fmt: skip
