"""Who leaves whom for whom, in English: posts that were left, steps of a career told in one sentence."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_employments import CURRENT, EX, FORMER, ORGS, works
from app.reading.patterns.english_phrases import ASIDE, WHO, firms, is_said, whom
from app.reading.patterns.rules import Statement, places, rule
from app.reading.tagged import ORG, PERSON, Tagged

_ADVERBS: Final = r"(?:,? (?:who|has|had|have|also|recently|reportedly|just|later|already|now|abruptly|quietly)){0,4}"
_PLACE: Final = r"(?:the|his|her) (?:[a-z-]+ ){0,3}?(?:company|firm|start-?up|lab|giant|automaker|carmaker|chipmaker)"
_EX_BEFORE: Final = re.compile(rf"\b{EX}[ -](?:[\w-]+ ){{0,3}}$")


def _told_of(sentence: Tagged, found: re.Match[str]) -> list[int]:
    """Where somebody works by what stands between commas beside the name."""
    start, end = found.span("aside")
    beside = firms(sentence, max(start, 0), max(end, 0))
    return [at for at in beside if not _EX_BEFORE.search(sentence.text[:at])][:1]


@rule(
    "en-left-to-join",
    rf"{WHO}(?P<aside>{ASIDE})?{_ADVERBS} (?P<status>left|leaves|quit|quits|departed|departs|resigned from) "
    rf"(?:(?P<there>{_PLACE})|(?P<old>{ORG}))[^.;{ORG}{PERSON}]{{0,50}}? (?:to|and|before|for) "
    rf"(?:join|joined|joining|joins|lead|head) (?:[a-z-]+ ){{0,4}}?(?P<new>{ORG})",
    "<Sun Lei>, a core member of [Nvidia]s chip team and former [AMD] engineer, left the company in May to join "
    "[Huawei]. "
    "→ employment Sun Lei Nvidia former; employment Sun Lei AMD former; employment Sun Lei Huawei current",
    "<Sun Lei> left the company of friends. He wants to join [Huawei]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    people, span = whom(sentence, found), (found.start("status"), found.end("new"))
    if is_said(sentence, *found.span("status")):
        old = places(found, "old") if found["old"] else _told_of(sentence, found)
        yield from works(sentence, people, old, FORMER, 0.92, span)
        yield from works(sentence, people, places(found, "new"), CURRENT, 0.92, span)


@rule(
    "en-left-his-post",
    rf"(?:(?P<owner>{ORG})['’]?s (?:[a-z-]+ ){{0,4}})?{WHO}(?P<aside>{ASIDE})?{_ADVERBS} (?P<status>(?:left|quit|leaves"
    rf"|resigned from|stepped down from|departed|stepped down|resigned)(?: (?:the|his|her) (?:job|post|position|role"
    rf"|company|firm|start-?up))?)(?! (?:as|of|to|[A-Z]|{ORG}))(?=[,.; ])",
    "<Sun Lei>, vice president of [Nvidia], recently left the job. → employment Sun Lei Nvidia former",
    "<Sun Lei>, vice president of [Nvidia], has resigned. → employment Sun Lei Nvidia former",
    "<Sun Lei>, vice president of [Nvidia], has never resigned. → employment Sun Lei Nvidia current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if found["status"] in {"left", "quit", "leaves", "departed"} or not is_said(sentence, *found.span("status")):
        return
    where = places(found, "owner") if found["owner"] else _told_of(sentence, found)
    span = found.span("status")
    yield from works(sentence, whom(sentence, found), where, FORMER, 0.92, span)


@rule(
    "en-followed-suit",
    rf"{WHO}(?P<aside>{ASIDE})?[^.;{PERSON}{ORG}]{{0,40}}? (?P<status>followed suit|followed|left too),? (?:also |and "
    rf")?"
    rf"(?:joining|moving to|joined|moved to) (?:[a-z-]+ ){{0,3}}?<O:organization>",
    "<Sun Lei>, who led a team, followed suit, also joining [Huawei]. → employment Sun Lei Huawei current",
    "<Sun Lei> followed the news of people joining [Huawei]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")):
        span = (found.start("status"), found.end("organization"))
        yield from works(sentence, whom(sentence, found), places(found, "organization"), CURRENT, 0.88, span)


@rule(
    "en-before-joining",
    rf"\b(?P<status>[Bb]efore|[Pp]rior to) (?:joining|moving to|founding|starting|launching|co-founding) "
    rf"[^.;{PERSON}]{{0,60}}?, "
    rf"{WHO} (?:had |has |also ){{0,2}}(?:was working|worked|was|served|spent|had been|held|led|interned|taught)"
    rf"(?P<what>[^.;{ORG}{PERSON}]{{0,60}}?) (?:at|of|for|with|in) (?:the )?(?P<organizations>{ORGS})",
    "Prior to joining [Huawei] in 2019, <Sun Lei> served on the chip teams of [Nvidia] and [AMD]. "
    "→ employment Sun Lei Nvidia former; employment Sun Lei AMD former",
    "Before joining [Huawei], <Sun Lei> was a fan of [Nvidia]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:fan|customer|client|investor|friend|student|graduate|studying)\b", found["what"]):
        return
    span = (found.start("he") if found["he"] else found.start("person"), found.end("organizations"))
    people = [found.start("person")] if found["person"] else [None]
    yield from works(sentence, people, places(found, "organizations"), FORMER, 0.92, span)


@rule(
    "en-after-years-at",
    rf"{WHO}(?P<aside>,[^.;{PERSON}]{{2,90}}?)?[^.;{PERSON}{ORG}]{{0,60}}?(?:{ORG}[^.;{PERSON}{ORG}]{{0,30}}?)? "
    rf"(?P<status>after (?:[\w-]+ ){{0,3}}?(?:decades?|years|stints?|career|time|working|serving)) (?:[a-z-]+ ){{0,4}}?"
    rf"(?:at|with|for) (?:the )?(?P<organizations>{ORGS})",
    "<Sun Lei>, a chip designer who joined [Huawei] in 2019 after two decades at [Nvidia], spoke. "
    "→ employment Sun Lei Nvidia former",
    "<Sun Lei> spoke after years of war at [Nvidia]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    of_work = not re.search(r"\bof\b", sentence.text[found.start("status") : found.start("organizations")])
    if of_work and is_said(sentence, *found.span("status")):
        span = (found.start("status"), found.end("organizations"))
        yield from works(sentence, whom(sentence, found), places(found, "organizations"), FORMER, 0.9, span)
