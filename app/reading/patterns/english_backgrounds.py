"""What lies behind somebody in English: posts given up, years spent, what he ran and what he runs beside it."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_employments import CURRENT, FORMER, works
from app.reading.patterns.english_foundings import founding
from app.reading.patterns.english_phrases import ASIDE, NO_NAME, WHO, is_said, whom
from app.reading.patterns.rules import Statement, places, rule
from app.reading.tagged import NUMBER, ORG, PERIOD, Tagged

_POST: Final = (
    r"(?:(?:a|an|his|her|the) )?(?:[a-z-]+ ){0,3}?(?:professorship|chair|post|job|position|role|tenure|career)"
)
_KIND: Final = (
    r"(?:(?:the|a|an|his|her|their) (?:[a-z-]+ ){0,4}?(?:fund|firm|company|start-?up|lab|laboratory|maker|developer"
    r"|unit|arm|institute|giant|group) )?"
)
_LONG: Final = (
    rf"(?:an?|two|three|four|five|{NUMBER}|{PERIOD}|more than|nearly|almost|over|years|decades?|several|many)"
)


@rule(
    "en-gave-up-post",
    rf"{WHO}(?:{ASIDE})?(?:,? (?:who|has|had|also|recently)){{0,3}} "
    rf"(?P<status>gave up|gives up|given up|left|quit|resigned|relinquished"
    rf"|abandoned) (?P<what>{_POST}) (?:at|with|from) <O:organization>",
    "<Song-Chun Zhu> gave up a tenured professorship at [UCLA]. → employment Song-Chun Zhu UCLA former",
    "<Song-Chun Zhu> did not give up a professorship at [UCLA]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        yield from works(
            sentence, whom(sentence, found), places(found, "organization"), FORMER, 0.92,
            (found.start("status"), found.end("organization")), found.span("what"),
        )  # fmt: skip


@rule(
    "en-years-behind",
    rf"(?<![\w’'])(?P<status>[Aa]fter (?:{_LONG} )+(?:(?:years?|decades?|months|stint|spell|career) )?(?:working )?"
    rf"(?:at|with|as {NO_NAME}{{2,30}} at)) <O:organization>,? {WHO}",
    "After a decade at [Microsoft], <Jiang Daxin> set up [StepFun]. "
    "→ employment Jiang Daxin Microsoft former; founding Jiang Daxin StepFun",
    "After a decade of rivalry with [Microsoft], <Jiang Daxin> spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(
        sentence, whom(sentence, found), places(found, "organization"), FORMER, 0.9,
        (found.start("status"), found.end("organization")),
    )  # fmt: skip


@rule(
    "en-who-runs",
    rf"<P:person>,? (?:(?:an?|the) [^.;,]{{2,40}}, )?who (?:now |currently |also )*"
    rf"(?P<status>runs|heads|leads|chairs|teaches at|works at|works for) {_KIND}<O:organization>",
    "<Liang Wenfeng>, who also runs the hedge fund [High-Flyer], spoke. → employment Liang Wenfeng High-Flyer current",
    "<Liang Wenfeng>, who runs ads for [High-Flyer], spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(
        sentence, places(found, "person"), places(found, "organization"), CURRENT, 0.9,
        (found.start("status"), found.end("organization")),
        found.span("status") if found["status"].startswith("teaches") else None,
    )  # fmt: skip


@rule(
    "en-ran-it",
    rf"{WHO}(?:,? (?:who|had|once|previously|formerly|also)){{0,3}} (?P<status>ran|headed|chaired) {_KIND}"
    rf"<O:organization>(?=,|\.| from | until | between | for | and | before | in | {PERIOD})",
    "<Kai-Fu Lee>, who ran [Google China] until 2009, spoke. → employment Kai-Fu Lee Google China former",
    "<Kai-Fu Lee> ran a campaign for [Google China]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        yield from works(
            sentence, whom(sentence, found), places(found, "organization"), FORMER, 0.9,
            (found.start("status"), found.end("organization")),
        )  # fmt: skip


@rule(
    "en-scholar-at",
    rf"<P:person>, an? (?:(?!of\b)[a-z-]+ ){{0,3}}?"
    r"(?P<what>statistician|mathematician|physicist|economist|neuroscientist|roboticist"
    rf"|computer scientist|biologist|academic|scholar|lecturer|postdoc) (?:at|with) {NO_NAME}{{0,20}}?<O:organization>",
    "<Liu Jun>, a leading statistician at [Harvard], spoke. → employment Liu Jun Harvard current",
    "<Liu Jun>, a fan of a statistician at [Harvard], spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(
        sentence, places(found, "person"), places(found, "organization"), CURRENT, 0.88,
        (found.start("what"), found.end("organization")), found.span("what"),
    )  # fmt: skip


@rule(
    "en-before-founding",
    rf"<P:person>(?P<between>[^.;{ORG}]{{0,60}}?(?:{ORG}[^.;{ORG}]{{0,40}}?)?) before (?P<status>founding|co-founding"
    rf"|starting|launching|setting up) {_KIND}<O:startup>",
    "<Jiang Daxin> spent 16 years at [Microsoft] before founding [StepFun]. "
    "→ employment Jiang Daxin Microsoft former; founding Jiang Daxin StepFun",
    "<Jiang Daxin> hesitated before founding a rival of [StepFun]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = found.start("startup")
    yield from founding(sentence, found, startup, 0.9, (found.start("status"), startup + 1))
