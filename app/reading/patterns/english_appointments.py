"""Offices told in an order of their own, in English: who remains what, who is in charge, who is reported to."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_employments import CURRENT, EX, FORMER, FOUNDER_AND, LEAVES, works
from app.reading.patterns.english_phrases import ASIDE, NO_NAME, firms, is_said, is_subject
from app.reading.patterns.rules import Statement, places, rule
from app.reading.tagged import ORG, PERSON, Tagged
from app.reading.words_english import TITLE

_OFFICE: Final = rf"(?P<what>(?:[a-z][\w-]* ){{0,3}}?{TITLE})"
_EX_BEFORE: Final = re.compile(rf"\b{EX}[ -](?:[\w-]+ ){{0,2}}$")
_CHARGE: Final = (
    r"(?:in charge of|responsible for|at the helm of|head of|leader of|a (?:core |key |founding |senior )?member of)"
)


@rule(
    "en-remains-office",
    rf"<P:person>(?:{ASIDE})? (?P<status>remains|continues as|stays on as|still serves as|serves as|has been serving "
    rf"as) "
    rf"(?:its |the (?:company['’]s )?)?{_OFFICE}(?: there| of the company)?(?=[.,])",
    "[Huawei] grew. <Sun Lei>, a chip designer, remains chief scientist. → employment Sun Lei Huawei current",
    "[Huawei] grew. <Sun Lei> remains calm. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        yield from works(
            sentence, places(found, "person"), [None], CURRENT, 0.8, (found.start("status"), found.end("what")),
            found.span("what"),
        )  # fmt: skip


@rule(
    "en-reports-to",
    rf"<O:organization>(?P<between>[^.;{ORG}{PERSON}]{{0,120}}?)(?P<status>report(?:s|ed|ing) (?:directly )?to) "
    rf"(?:the )?(?:company |firm |its |founder and |co-founder and )?(?:company['’]s )?{_OFFICE} <P:person>",
    "<Sun Lei> joined [Huawei] in May as an engineer, reporting directly to company president <Gu Tian>. "
    "→ employment Sun Lei Huawei current; employment Gu Tian Huawei current",
    "[Huawei] reported to its lawyer <Gu Tian>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not _EX_BEFORE.search(sentence.text[: found.start("organization")]) and is_said(sentence, *found.span("status")):
        yield from works(
            sentence, places(found, "person"), places(found, "organization"), CURRENT, 0.86,
            (found.start("status"), found.end("person")), found.span("what"),
        )  # fmt: skip


@rule(
    "en-in-charge-of",
    rf"<P:person>,? (?:who (?:is|was) )?(?P<ex>{EX} )?(?:the |an? )?(?P<status>{_CHARGE}) (?:the )?<O:organization>"
    rf"['’]?s? (?P<unit>(?:[\w&-]+ ){{0,5}}?\w+)"
    rf"|\b[Tt]he (?:man|woman|person|executive|engineer) (?P<status2>in charge of|behind|leading) (?:the )?"
    rf"<O:organization2>['’]?s? (?:[\w&-]+ ){{0,5}}?\w+, <P:person2>",
    "<Sun Lei>, a core member of [Nvidia]s chip team, spoke. → employment Sun Lei Nvidia current",
    "The man in charge of [Huawei]s driving unit, <Gu Tian>, spoke. → employment Gu Tian Huawei current",
    "<Gu Tian>, formerly responsible for [Huawei]s driving unit, spoke. → employment Gu Tian Huawei former",
    "The man behind [Huawei]s rival met <Gu Tian>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["status"] else "2"
    if re.search(r"\b(?:rivals?|board|jury)\b", found.group()):
        return
    behind = re.sub(r"^[^.;,]{0,30}(?=,)", "", sentence.text[found.end() :])
    gone = (
        found["ex"] or LEAVES.match(behind) or re.match(r"[^.;]{0,40}(?:stepped down|was dismissed|was fired)", behind)
    )
    span = (found.start(f"status{mark}"), found.end(f"organization{mark}"))
    people, where = places(found, f"person{mark}"), places(found, f"organization{mark}")
    yield from works(sentence, people, where, FORMER if gone else CURRENT, 0.88, span)


@rule(
    "en-its-people-led-by",
    rf"^Its {NO_NAME}{{0,90}}?(?P<status>(?:led|headed|run|overseen) by) (?:[\w-]+ ){{0,4}}?<P:person>",
    "[Huawei] grew. Its offices are full of experts led by <Gu Tian>. → employment Gu Tian Huawei current",
    "[Huawei] grew. Its first round was led by <Gu Tian>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(r"\b(?:round|funding|financing|investment|rival)", found.group()):
        span = (found.start("status"), found.end("person"))
        yield from works(sentence, places(found, "person"), [None], CURRENT, 0.8, span)


@rule(
    "en-office-of-the-one",
    rf"(?:,|\b(?:after|when|while|as|that|where)) (?:its )?(?:{FOUNDER_AND})(?P<what>CEO|CTO|CFO|chief executive(?: "
    rf"officer)?"
    rf"|[Cc]hairman) <P:person>(?= (?:said|says|told|wrote|called|announced|posted|added|was|has|had|is|made|asked))",
    "[Huawei]s chips are good, chief executive <Gu Tian> said. → employment Gu Tian Huawei current",
    "[Huawei] and [Nvidia] make chips, chief executive <Gu Tian> said. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    named = [at for at in firms(sentence, 0, found.start()) if sentence.mention(at).kind != "university"]
    if len({sentence.mention(at).name for at in named}) == 1 and is_subject(sentence, named[0]):
        yield from works(
            sentence, places(found, "person"), named[:1], CURRENT, 0.82, (found.start("what"), found.end("person")),
            found.span("what"),
        )  # fmt: skip
