"""Who is called the founder of what, in English."""

import re
from collections.abc import Iterator

from app.reading.patterns.english_foundings import founding
from app.reading.patterns.english_phrases import NO_NAME, PEOPLE, POSSESSIVE, is_said
from app.reading.patterns.rules import Statement, place, rule
from app.reading.tagged import NUMBER, ORG, PERSON, Tagged
from app.reading.words_english import TITLE

_FOUNDER = r"(?:co-?)?founders?"
_AND = rf"(?: and (?:former |ex-)?{TITLE}|, {TITLE}(?: and {TITLE})?|-(?:turned-)?{TITLE})?"
_ROLE = rf"(?:{TITLE}(?:,| and) )?"


@rule(
    "en-founder-person",
    rf"<O:startup>{POSSESSIVE}(?:,? whose)? (?:{TITLE} and )?(?P<verb>{_FOUNDER}){_AND},? (?P<person>{PEOPLE})",
    "[DeepSeek] founder <Liang Wenfeng> spoke. → founding Liang Wenfeng DeepSeek",
    "[Heguang], whose founder <Gu Tian> left, grew. → founding Gu Tian Heguang",
    "[DeepSeek] was visited by founders, <Liang Wenfeng> said. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from founding(sentence, found, found.start("startup"), 0.96, (found.start("verb"), found.end("person")))


@rule(
    "en-person-founder",
    rf"<P:person>,? (?:—|–|-|was|is|as)? ?(?:the |a |an |its )?(?:(?:[a-z-]+|{NUMBER}-old) )??{_ROLE}"
    rf"(?P<verb>{_FOUNDER})(?P<and>{_AND}) (?:of"
    rf"|at|behind) "
    rf"(?P<what>{NO_NAME}{{0,50}}?)<O:startup>(?!['’]?s [a-z])",
    "<Li Xu>, co-founder and CEO of [SenseTime], said so. "
    "→ founding Li Xu SenseTime; employment Li Xu SenseTime current",
    "<Wang Xiaochuan> – founder and former CEO of [Sogou] – came back. "
    "→ founding Wang Xiaochuan Sogou; employment Wang Xiaochuan Sogou former",
    "<Li Xu>, a friend of the founder of [SenseTime]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    what = re.sub(r"^[\w ]{2,30} at (?:the )?$", "", found["what"]) if found["and"] else found["what"]
    if not re.search(r"\b(?:by|with|at|in|of|backed|rival)\b", what) and is_said(sentence, *found.span("verb")):
        yield from founding(sentence, found, found.start("startup"), 0.95, (found.start("verb"), found.end("startup")))


@rule(
    "en-person-its-founder",
    rf"<P:person>,? <O:startup>['’]?s {_ROLE}(?P<verb>{_FOUNDER})\b",
    "<Wang Xingxing>, [Unitree]s founder, said so. → founding Wang Xingxing Unitree",
    "<Wang Xingxing> met [Unitree]s investors. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from founding(sentence, found, found.start("startup"), 0.94, (found.start("person"), found.end("verb")))


@rule(
    "en-its-founder",
    rf"(?:(?P<subject>{ORG})(?P<between>{NO_NAME}{{0,60}}?) )?(?:[Ii]ts|of its|the company['’]s) (?:(?:[a-z-]+"
    rf"|{NUMBER}-old) ){{0,2}}?{_ROLE}"
    rf"(?P<verb>{_FOUNDER}){_AND},? "
    rf"(?P<person>{PEOPLE})",
    "[01.AI] is the brainchild of its founder <Kai-Fu Lee>. → founding Kai-Fu Lee 01.AI",
    "[Alibaba] told the startup and its founder <Kai-Fu Lee> off. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = place(found, "subject")
    if startup is not None and re.search(
        r"\b(?:an?|the|startup|company|firm) (?!brainchild)[\w ]*and", found["between"]
    ):
        return
    yield from founding(sentence, found, startup, 0.9, (found.start("verb"), found.end("person")))


@rule(
    "en-person-founder-of-it",
    rf"<P:person>, (?:its|the company['’]s|the startup['’]s) {_ROLE}(?P<verb>{_FOUNDER})\b",
    "[DeepSeek] is small. <Liang Wenfeng>, its founder, said so. → founding Liang Wenfeng DeepSeek",
    "[DeepSeek] is small. <Liang Wenfeng>, a founder, said so. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG in sentence.text[: found.start()] and PERSON in sentence.text[: found.start()]:
        return
    yield from founding(sentence, found, None, 0.8, (found.start("person"), found.end("verb")))


@rule(
    "en-founder-alone",
    rf"(?:^|, |[”\"] said |[—–] |\b[Aa]nd |\b[Ww]hile |: )(?:the |[Ii]ts )?(?:[Cc]o-?)?(?P<verb>[Ff]ounders?){_AND},? "
    rf"(?P<person>{PEOPLE})",
    "[Moonshot] grew. Founder <Yang Zhilin> likes music. → founding Yang Zhilin Moonshot",
    "[Moonshot] grew, and [Zhipu] founder <Tang Jie> spoke. → founding Tang Jie Zhipu",
    "[Moonshot] grew. A founder met <Yang Zhilin>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start("verb")]:
        yield from founding(sentence, found, None, 0.78, (found.start("verb"), found.end("person")))


@rule(
    "en-person-founder-alone",
    rf"<P:person>, (?:the )?(?:{TITLE}(?:,| and) )?(?P<verb>{_FOUNDER}){_AND}(?:,| said\b)",
    "[Moonshot] grew. <Yang Zhilin>, founder and chief executive, likes music. "
    "→ founding Yang Zhilin Moonshot; employment Yang Zhilin Moonshot current",
    "[Moonshot] grew. <Tang Jie>, founder of a rival, likes music. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start("verb")]:
        yield from founding(sentence, found, None, 0.78, (found.start("person"), found.end("verb")))


@rule(
    "en-founded-the-company",
    rf"<P:person>(?:,[^.;{PERSON}]{{2,90}},)?(?: who| also| had| first){{0,2}} (?P<verb>co-?founded|founded|set"
    rf" up|started) "
    r"(?:the (?:company|startup|start-up|firm|lab)|it)(?: in <D:period>)?(?! for\b)",
    "[Horizon] makes chips. <Yu Kai>, who studied there, founded the company in 2015. → founding Yu Kai Horizon",
    "[Horizon] makes chips. <Yu Kai> started the company car. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.match(r" [a-z]+ing\b| (?:car|fund|store)", sentence.text[found.end() :]):
        return
    if is_said(sentence, *found.span("verb")):
        yield from founding(sentence, found, None, 0.8, (found.start("verb"), found.end()))


@rule(
    "en-founder-says",
    rf"^(?:[A-Z][a-z]+-based )?<O:startup> [^.;{ORG}{PERSON}]{{10,120}}, (?:its )?(?P<verb>{_FOUNDER}){_AND}"
    rf" <P:person> "
    r"(?:said|says|wrote|told|posted|announced)\b",
    "[Heguang] has built its first chip, founder <Gu Tian> wrote on Monday. → founding Gu Tian Heguang",
    "[Heguang] is a good name, a founder of another company wrote to <Gu Tian>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from founding(sentence, found, found.start("startup"), 0.86, (found.start("verb"), found.end("person")))


@rule(
    "en-and-founder-of",
    rf"<P:person>(?: is| was|, (?:an?|the|its|who is|{TITLE}))\b(?P<first>[^.;{PERSON}]{{4,150}}?)"
    rf"(?:,| and|, and) (?:(?:an?|the|also|as well as) ){{0,2}}(?P<verb>{_FOUNDER}){_AND} of (?:the )?<O:startup>"
    r"(?!['’]?s [a-z])",
    "<Luo Yihang> is a professor at [Tsinghua] and a co-founder of [Shengshu]. "
    "→ employment Luo Yihang Tsinghua current; founding Luo Yihang Shengshu",
    "<Luo Yihang> is a professor at [Tsinghua] and met a co-founder of [Shengshu]. "
    "→ employment Luo Yihang Tsinghua current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(r"\b(?:said|who|met|told|of a)\b", found["first"]):
        yield from founding(sentence, found, found.start("startup"), 0.9, (found.start("verb"), found.end("startup")))


@rule(
    "en-founders-such-as",
    rf"\b(?P<verb>(?:[Cc]o-?)?founders),? (?:(?:such as|including|like|are|were) )(?:{TITLE} )?"
    rf"(?P<person>{PERSON}(?:(?:, |,? and )(?:{TITLE} )?{PERSON})*)",
    "[Heguang] grew. It made people rich, among them co-founders such as director <Gu Tian> and <Sun Lei>. "
    "→ founding Gu Tian Heguang; founding Sun Lei Heguang",
    "[Heguang] grew. It likes founders of startups such as <Gu Tian>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start("verb")] and found["verb"].lower().startswith("co"):
        yield from founding(sentence, found, None, 0.78, (found.start("verb"), found.end("person")))
