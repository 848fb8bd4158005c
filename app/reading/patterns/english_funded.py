"""Whose round of investment an English sentence speaks of."""

import re
from typing import Final

from app.reading.patterns.english_phrases import ASIDE, AUXILIARY, IT, LIST, NO_NAME, firms, is_subject
from app.reading.tagged import MONEY, ORG, Tagged

_ACTS: Final = re.compile(
    rf"(?:(?P<who>{ORG})|{IT})(?P<own>['’]?s (?=(?:[\w-]+ |{MONEY} ){{0,5}}(?:round|funding|financing"
    rf"|fundraising|Series)))?"
    rf"(?:{ASIDE})?(?(own)|{AUXILIARY} (?:raised|raises|raising|secured|secures|closed|closes|completed"
    rf"|completes|received"
    rf"|receives|got|gets|announced|announces|landed|lands|is|was|has|banked|bagged|collected|won|attracted|drew))"
)
_OF_ROUND: Final = re.compile(
    rf"(?:round|funding|financing|investment|Series [A-F]\+?)(?: round)? (?:in|for|of|into) (?P<who>{ORG})"
)
_THE_ROUND: Final = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Oo]thers? in the|in the|[Ll]ead)\b{NO_NAME}{{0,50}}?"
    r"(?:round|funding|financing|fundraising|investment|tranche|deal|investors?|backers)\b"
)
_LED: Final = re.compile(
    rf"{LIST}(?:{ASIDE})?,? (?:(?:has|have|had|also|jointly|both|all) ){{0,2}}"
    r"(?:led|co-led|joined|participated in|took part in|invested in) (?:the|this|its) (?=[\w -]{0,40}?\b"
    r"(?:round|financing|funding|investment))"
)
"""Those who are only said to have been in a round: whose it is, the sentences before say."""
_WAS_LEAD: Final = re.compile(
    r"\b(?:was|were|is|are|acted as|served as) (?:the |a )?(?:co-)?(?:lead|sole|only|main) investors?\b"
)
_ITS_ROUND: Final = re.compile(
    rf"\bthe (?:company|startup|start-up|firm)['’]s {NO_NAME}{{0,40}}?(?:round|funding|financing)\b"
)
NOBODY: Final = -1


def funded(sentence: Tagged, at: int) -> int | None:
    """Who raised the money of a round that is spoken of before a place: None for a pronoun, -1 for nobody."""
    text = sentence.text[:at]
    found: int | None = NOBODY
    reach = NOBODY
    for one in _ACTS.finditer(text):
        place = one.start("who") if one["who"] else None
        if (place is None or is_subject(sentence, place)) and one.start() >= reach:
            found, reach = place, one.start()
    for one in _OF_ROUND.finditer(text):
        found = one.start("who")
    if found is None:
        named = [one for one in firms(sentence, 0, reach) if is_subject(sentence, one)]
        found = named[0] if len(named) == 1 else None
    if found == NOBODY and _ITS_ROUND.search(text):
        return None
    if found == NOBODY and (led := _LED.search(text)) and not firms(sentence, 0, led.start()):
        return None
    if found == NOBODY and _THE_ROUND.search(text) and not firms(sentence, 0, at):
        return None
    return found


_LED_BY: Final = re.compile(
    rf"(?:[Tt]he|[Tt]his|[Ii]ts) [^.;{ORG}]{{0,40}}?\b(?:round|financing|funding|investment|deal)"
    r" (?:was|is) (?:[\w-]+ )?led by"
)


def whose_round(sentence: Tagged, at: int) -> int | None:
    """Whose round it is that is spoken of at a place: None for that of the sentences before, -1 for nobody's."""
    named = firms(sentence, 0, at)
    if not named or _WAS_LEAD.search(sentence.text[named[0] : at]):
        return None
    startup = funded(sentence, at)
    if startup == NOBODY and _LED_BY.match(sentence.text):
        return None
    return named[0] if startup == NOBODY and len(named) == 1 and is_subject(sentence, named[0]) else startup
