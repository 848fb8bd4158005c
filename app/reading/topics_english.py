"""What an English sentence speaks of: the company and the person that `it`, `the startup` and `he` behind it mean."""

import re
from collections import Counter
from typing import Final

from app.reading.patterns.english_phrases import ASIDE, is_subject
from app.reading.story import Story
from app.reading.tagged import ORG, PERSON, Tagged
from app.vocabulary import EntityType, OrganizationKind

_VERB: Final = (
    r"(?:has|had|have|was|is|were|are|will|could|may|can|also|then|now|said|[a-z]+ly|[a-z]{2,}ed|[a-z]{2,}s"
    r"|include|began|rose|grew|got|won"
    r"|took|led|put|left|sold|built|made|came|went|got|chose|drew)\b"
)
_TOPIC: Final = re.compile(
    rf"{ORG}(?=(?:{ASIDE})? {_VERB}|['’]?s (?:[\w-]+ ){{1,6}}?{_VERB}|, (?:which|whose|founded|a|an|the|one)\b)"
)
_APPOSED: Final = re.compile(rf"^(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he) [^.;,{ORG}]{{2,50}}, (?P<who>{ORG})(?=, {_VERB})")
_WHO: Final = re.compile(rf"{PERSON}(?=(?:{ASIDE})? {_VERB}|, (?:who|whose|a|an|the)\b)")

_OPENING: Final = "The|This|That|These|Its|Their|His|Her|Our|An?|In|At|On|By|With|After|Since|Chinese|China|US|Under|As"
_STRANGER: Final = re.compile(
    rf"(?!(?:{_OPENING}) )[A-Z]\w+(?: [A-Z]\w+)+(?:{ASIDE})? {_VERB}|[A-Z][a-z]+[A-Z]\w*"
    rf"(?:{ASIDE})? {_VERB}"
)


def is_about_a_stranger(sentence: Tagged) -> bool:
    """Whether a sentence begins with a name that was not recognized: nothing behind it means one before it."""
    return _STRANGER.match(sentence.text) is not None


def topic_of(sentence: Tagged) -> int | None:
    """The place of the company that a sentence speaks of.

    'Founded in D, O has grown' → the O; 'A round led by O closed' → none
    """
    if apposed := _APPOSED.match(sentence.text):
        return apposed.start("who")
    return next((one.start() for one in _TOPIC.finditer(sentence.text) if is_topic(sentence, one.start())), None)


def is_topic(sentence: Tagged, at: int) -> bool:
    """Whether a name is what the sentence is about: neither behind a preposition nor what something else is."""
    return is_subject(sentence, at) and not re.search(r"\b(?:is|was|are|were|called|named|be) $", sentence.text[:at])


def person_of(sentence: Tagged) -> int | None:
    """The place of the person that a sentence speaks of."""
    found = _WHO.search(sentence.text) if sentence.text.count(PERSON) > 1 else re.search(PERSON, sentence.text)
    return found.start() if found and not re.search("[가-힣]", sentence.text) else None


_NEVER_MAIN: Final = frozenset({OrganizationKind.PUBLISHER, OrganizationKind.FUND, OrganizationKind.UNIVERSITY})
_OFTEN: Final = 2


def main_company(story: Story) -> str | None:
    """The id or name of the company that a text names far more often than any other, if there is one."""
    counts = Counter(
        one.id or one.name
        for one in story.mentions
        if one.type is EntityType.ORGANIZATION and one.kind not in _NEVER_MAIN
    ).most_common(2)
    if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[1][1] * 3 > counts[0][1] * 2):
        return None
    return counts[0][0]
