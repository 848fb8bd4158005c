"""What somebody did before, in English: stints, units that were led."""

import re
from collections.abc import Iterator

from app.reading.patterns.english_employments import FORMER, ORGS, works
from app.reading.patterns.english_phrases import WHO, is_said, whom
from app.reading.patterns.rules import Statement, places, rule
from app.reading.tagged import ORG, PERSON, Tagged


@rule(
    "en-stints",
    rf"{WHO}[^.;{PERSON}]{{0,120}}? (?P<status>(?:after|following|with|had|did|including|and) (?:[a-z]+ ){{0,3}}?"
    rf"(?:stints?|spells?|tenures?"
    rf"|careers?)) (?:at|with|in) (?:the )?(?P<organizations>{ORGS})",
    "<Sun Lei> came home after long stints at [Nvidia] and [Google]. "
    "→ employment Sun Lei Nvidia former; employment Sun Lei Google former",
    "<Sun Lei> dreams of stints at [Nvidia]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        people, organizations = whom(sentence, found), places(found, "organizations")
        span = (found.start("status"), found.end("organizations"))
        yield from works(sentence, people, organizations, FORMER, 0.9, span)


_UNIT = r"(?:division|unit|team|lab|laboratory|department|group|efforts|research|arm|business|operations)"


@rule(
    "en-once-led-unit",
    rf"<P:person>(?P<mid>[^.;{PERSON}]{{0,60}}?),? (?:who|and) (?:previously |formerly |once |earlier |had |also"
    rf" ){{0,2}}"
    rf"(?P<status>led|headed|ran|oversaw|managed) (?:the )?<O:organization>['’]?s? (?:[A-Za-z&-]+ ){{0,5}}?{_UNIT}\b",
    "<Gu Tian>, who led [HiSilicon]s modem design unit, spoke. → employment Gu Tian HiSilicon former",
    "<Gu Tian>, who led [HiSilicon]s rivals, spoke. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")) and not re.search(r"\b(?:whose|rival)\b", found["mid"]):
        people, organizations = places(found, "person"), places(found, "organization")
        yield from works(
            sentence, people, organizations, FORMER, 0.87, (found.start("status"), found.end("organization"))
        )


@rule(
    "en-he-led-at",
    rf"{WHO} (?:also |then |later |once |previously |earlier |had ){{0,2}}(?P<status>led|headed|ran|managed"
    rf"|oversaw|built) "
    rf"(?P<what>[^.;,{PERSON}{ORG}]{{2,50}}?{_UNIT}[^.;,{PERSON}{ORG}]{{0,20}}?) (?:at|for) (?:the )?<O:organization>",
    "<Gu Tian> is 30. He also led a research team at [HiSilicon]. → employment Gu Tian HiSilicon former",
    "<Gu Tian> is 30. He led a team to victory over [HiSilicon]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        people, organizations = whom(sentence, found), places(found, "organization")
        yield from works(
            sentence, people, organizations, FORMER, 0.87, (found.start("status"), found.end("organization"))
        )
