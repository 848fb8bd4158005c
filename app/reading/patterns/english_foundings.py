"""Who founded what, in English."""

import re
from collections.abc import Iterator

from app.reading.mentions import Mention
from app.reading.patterns.english_phrases import (
    ASIDE,
    BY_PEOPLE,
    COMPANY,
    NO_NAME,
    NO_TARGET,
    PEOPLE,
    POSSESSIVE,
    WHO,
    is_said,
    short_enough,
    when,
    whom,
    whose,
)
from app.reading.patterns.rules import Statement, place, places, rule
from app.reading.tagged import ORG, PERIOD, PERSON, Tagged
from app.reading.words_english import TITLE
from app.vocabulary import FactType, OrganizationKind

_FOUNDED = r"(?:co-?founded|founded|formed|set up|started|established|created|launched)"
_WHEN = r"(?:(?:,? (?:in|back in|early in|late in|around))? <D:period>)?"
_FOUNDER = r"(?:co-?)?founders?"
_AND = rf"(?: and (?:former |ex-)?{TITLE}|, {TITLE}(?: and {TITLE})?|-(?:turned-)?{TITLE})?"
_ROLE = rf"(?:{TITLE}(?:,| and) )?"
_DATED = 0.03
"""Of two sentences that say the same, the one that says when is kept."""
_CARRIED = ("the company is not named in this sentence; it was taken from the sentences before",)


def founding(
    sentence: Tagged, found: re.Match[str], startup: int | None, confidence: float, span: tuple[int, int]
) -> Iterator[Statement]:
    """Each person of a match as a founder of one company."""
    period = place(found, "period")
    if period is None:
        period = when(sentence, max(span[1], found.end()))
    for person in places(found, "person"):
        words = {"person": (person, person + 1)}
        if startup is not None:
            words["startup"] = (startup, startup + 1)
        if period is not None:
            words["period"] = (period, period + 1)
        yield Statement(
            FactType.FOUNDING,
            {"person": person, "startup": startup},
            short_enough(sentence, span, (min(span[0], person), person + 1), (person, person + 1)),
            (confidence if startup is not None else min(confidence, 0.8)) + (_DATED if period is not None else 0),
            words=words,
            period=period,
            doubts=() if startup is not None else _CARRIED,
        )


@rule(
    "en-founded-by",
    rf"(?:(?P<subject>{ORG})(?:{POSSESSIVE}|,[^.;]{{0,60}}?,? )|(?<![\w’'])(?P<it>[Ii]t|{COMPANY}),?)"
    rf"(?P<between>{NO_NAME}{{0,70}}?)(?P<verb>\b{_FOUNDED}){_WHEN} {BY_PEOPLE}",
    "[DeepSeek] was founded in 2023 by <Liang Wenfeng>. → founding Liang Wenfeng DeepSeek",
    "[Zhipu AI] was co-founded by <Tang Jie>. The company was set up by <Li Juanzi>. "
    "→ founding Tang Jie Zhipu AI; founding Li Juanzi Zhipu AI",
    "[Light Years], the AI startup founded by [Meituan] co-founder <Wang Huiwen>, grew. "
    "→ founding Wang Huiwen Light Years; founding Wang Huiwen Meituan",
    "[Meituan] bought a startup founded by <Wang Huiwen>. →",
    "[DeepSeek] was not founded by <Liang Wenfeng>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = whose(sentence, found)
    other = re.search(r"\b(?:an?|another|the|bought|invested|acquired|rival|of|with|from)\b", found["between"])
    passive = re.search(r"(?:was|were|is) (?:\w+ )?$", found["between"])
    apposed = re.fullmatch(r",? ?(?:an?|the|another) (?:(?!in|of|for|by|with|from)[\w’'-]+ ){0,6}", found["between"])
    if startup is False or (other and not passive and not apposed) or not is_said(sentence, *found.span()):
        return
    yield from founding(sentence, found, startup, 0.94, (found.start("verb"), found.end("person")))


@rule(
    "en-founded-by-fronted",
    rf"(?P<verb>(?:Co-f|F)ounded|Set up|Started|Established|Launched){_WHEN} {BY_PEOPLE}"
    rf"(?:{ASIDE}|,) (?:(?:the|[\w-]+) ){{0,4}}?<O:startup>(?= [a-z])",
    "Founded in April 2023 by <Wang Xiaochuan>, [Baichuan] has grown. → founding Wang Xiaochuan Baichuan",
    "Founded by students, [Baichuan] has grown. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("verb")):
        yield from founding(sentence, found, found.start("startup"), 0.93, (found.start("verb"), found.end("person")))


@rule(
    "en-person-founded",
    rf"(?P<person>{PEOPLE})(?P<between>(?:,[^.;]{{0,90}}?,|, (?:an?|the) {NO_NAME}{{2,60}}?(?= who))?(?:,? "
    rf"(?:who|also|had|has|later|then|earlier|previously|first"
    rf"|once|went on to|and(?: [a-z]+){{1,3}}|in {PERIOD}|{PERIOD}|,)){{0,6}}) "
    rf"(?P<verb>co-?found(?:ed)?|founded|set up|started|established|created|launched) (?P<what>{NO_NAME}{{0,60}}?)"
    rf"<O:startup>{NO_TARGET}(?:(?:,| back)? (?:in|early in|late in) <D:period>)?(?=(?P<after>[^.;]{{0,30}}))",
    "<Liang Wenfeng> co-founded the hedge fund [High-Flyer] in 2015. → founding Liang Wenfeng High-Flyer",
    "<Wang Huiwen>, who left last year, started an AI startup called [Light Years]. → founding Wang Huiwen Light Years",
    "<Yang Zhilin> started a job at [Google]. →",
    "<Zhang Peng> launched a model with [Baidu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = found.start("startup")
    named = re.search(
        r"(?:startup|start-up|company|firm|lab|fund|venture|maker|developer)(?: called| named)?,? $", found["what"]
    )
    plain = not found["what"] or bool(re.fullmatch(r"(?:what is now |the |his own )?", found["what"]))
    sure = found["verb"] in {"co-founded", "cofounded", "founded", "co-found"}
    item = sentence.items[startup]
    is_startup = isinstance(item, Mention) and item.kind == OrganizationKind.STARTUP
    if not (named or plain or sure) or (found["verb"] in {"launched", "created"} and not (named or is_startup)):
        return
    if re.search(r"\b(?:at|with|for|in|by|from|of)\b", found["what"]) or re.match(r"['’]?s [a-z]", found["after"]):
        return
    if is_said(sentence, *found.span("verb")):
        yield from founding(sentence, found, startup, 0.94, (found.start("verb"), found.end("startup")))


@rule(
    "en-founded-with",
    rf"<P:first>(?:, (?:an?|the) {NO_NAME}{{2,60}}?)?,? (?:who )?(?:co-?)?founded <O:startup>(?: in "
    rf"<D:period>)?,? (?:together |along )?with (?P<person>{PEOPLE})",
    "<Yang Zhilin>, who founded [Moonshot] with <Zhou Xinyu> and <Wu Yuxin>. "
    "→ founding Yang Zhilin Moonshot; founding Zhou Xinyu Moonshot; founding Wu Yuxin Moonshot",
    "<Yang Zhilin> founded [Moonshot] with <Zhou Xinyu>. → founding Yang Zhilin Moonshot; founding Zhou Xinyu Moonshot",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from founding(sentence, found, found.start("startup"), 0.92, (found.start("startup"), found.end("person")))


@rule(
    "en-he-founded",
    rf"{WHO}(?P<before>[^.;{PERSON}]{{0,60}}?) (?:also |had |has |later |then |earlier |previously |went on to "
    rf"|first ){{0,3}}"
    rf"(?P<verb>co-?found(?:ed)?|founded|set up|started|established|launched) (?P<what>{NO_NAME}{{0,50}}?)<O:startup>"
    rf"{NO_TARGET}(?:,? in <D:period>)?",
    "<Liang Wenfeng> studied AI. He co-founded the hedge fund [High-Flyer] in 2015. → founding Liang Wenfeng"
    " High-Flyer",
    "<Wang Huiwen> said he has founded a company called [Lightyear]. → founding Wang Huiwen Lightyear",
    "<Liang Wenfeng> studied AI. He started at [Google]. →",
    "<Gu Tian> is 30. The engineer left [HiSilicon] in 2019 and started [Heguang] in 2020. "
    "→ employment Gu Tian HiSilicon former; founding Gu Tian Heguang",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = found.start("startup")
    if found["person"] or (found["before"] and not re.search(r"(?:\band|,| who)$", found["before"])):
        return
    if re.search(r"\b(?:at|with|for|in|by|from|of|job|work|model|app)\b", found["what"]) or not is_said(
        sentence, *found.span()
    ):
        return
    if found["verb"] == "launched" and not re.search(r"(?:fund|startup|start-up|company|firm),? $", found["what"]):
        return
    period = place(found, "period")
    words = {"startup": (startup, startup + 1)} | ({"period": (period, period + 1)} if period is not None else {})
    for person in whom(sentence, found):
        yield Statement(
            FactType.FOUNDING,
            {"person": person, "startup": startup},
            (found.start("verb"), startup + 1),
            0.8,
            words=words,
            period=period,
            doubts=("the person is a pronoun; whom it means was taken from the sentences before",),
        )


@rule(
    "en-startup-he-founded",
    rf"\b(?:startup|start-up|company|firm|fund|lab|venture|business|chipmaker|maker)(?: that| which|,)? {WHO} "
    rf"(?:also |had |has |later |then |first )?(?P<verb>co-?founded|founded|set up|started|established|launched)"
    rf"(?: (?:in )?<D:period>)?,? <O:startup>{NO_TARGET}",
    "<Gu Tian> is 30. The company he set up in 2020, [Heguang], makes chips. → founding Gu Tian Heguang",
    "The startup <Gu Tian> founded, [Heguang], makes chips. → founding Gu Tian Heguang",
    "The startup <Gu Tian> runs, [Heguang], makes chips. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for person in whom(sentence, found):
        one = next(founding(sentence, found, found.start("startup"), 0.9, (found.start("verb"), found.end())), None)
        if one is not None:
            yield one
        elif person is None:
            startup = found.start("startup")
            words = {"startup": (startup, startup + 1)}
            roles = {"person": None, "startup": startup}
            yield Statement(FactType.FOUNDING, roles, (found.start("verb"), found.end()), 0.8, words=words)


@rule(
    "en-founder-beside",
    rf"<O:startup>['’]?s (?P<between>[^.;{ORG}]{{0,50}}{PERSON}),? and (?:its )?(?P<verb>"
    rf"(?:co-?)?founder){_AND},? <P:person>",
    "[Heguang]s chief executive <Gu Tian> and co-founder <Sun Lei> spoke. "
    "→ employment Gu Tian Heguang current; founding Sun Lei Heguang",
    "[Heguang]s chief executive <Gu Tian> and a founder, <Sun Lei>, spoke. → employment Gu Tian Heguang current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from founding(sentence, found, found.start("startup"), 0.9, (found.start("verb"), found.end("person")))


@rule(
    "en-left-to-found",
    rf"{WHO}(?P<between>[^.;{PERSON}]{{0,120}}?) (?P<left>left|quit|resigned|departed|dropped"
    rf" out)\b[^.;{PERSON}]{{0,50}}? to "
    rf"(?P<verb>(?:co-?)?found|start|set up|launch|establish) (?P<what>(?:[a-z-]+ ){{0,6}}?)"
    rf"(?:(?:startup|start-up|company|firm|venture|business|fund|lab|maker)(?: called| named|,)?"
    rf" )?<O:startup>{NO_TARGET}",
    "<Gu Tian>, an engineer, left [HiSilicon] in 2019 to set up his own chip company, [Heguang]. "
    "→ employment Gu Tian HiSilicon former; founding Gu Tian Heguang",
    "<Gu Tian> left [HiSilicon] to launch a model with [Heguang]. → employment Gu Tian HiSilicon former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:at|with|for|in|by|from|of|model|app)\b", found["what"]) or not is_said(
        sentence, *found.span("left")
    ):
        return
    startup = found.start("startup")
    for person in whom(sentence, found):
        span = (found.start("verb"), startup + 1)
        words = {"startup": (startup, startup + 1)}
        yield Statement(FactType.FOUNDING, {"person": person, "startup": startup}, span, 0.88, words=words)
