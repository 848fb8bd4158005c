"""What an English sentence speaks of: the company and the person that `it`, `the startup` and `he` behind it mean."""

import re
from typing import Final

from app.reading.patterns.english_phrases import ASIDE, is_subject
from app.reading.tagged import ORG, PERSON, Tagged

_VERB: Final = (
    r"(?:has|had|have|was|is|were|are|will|could|may|can|also|then|now|said|[a-z]+ly|[a-z]{2,}ed|[a-z]{2,}s|began|rose|grew|got|won"
    r"|took|led|put|left|sold|built|made|came|went|got|chose|drew)\b"
)
_TOPIC: Final = re.compile(
    rf"{ORG}(?=(?:{ASIDE})? {_VERB}|['’]?s (?:[\w-]+ ){{1,6}}?{_VERB}|, (?:which|whose|founded|a|an|the|one)\b)"
)
_WHO: Final = re.compile(rf"{PERSON}(?=(?:{ASIDE})? {_VERB}|, (?:who|whose|a|an|the)\b)")


def topic_of(sentence: Tagged) -> int | None:
    """The place of the company that a sentence speaks of.

    'Founded in D, O has grown' → the O; 'A round led by O closed' → none
    """
    return next((one.start() for one in _TOPIC.finditer(sentence.text) if is_subject(sentence, one.start())), None)


def person_of(sentence: Tagged) -> int | None:
    """The place of the person that a sentence speaks of."""
    found = _WHO.search(sentence.text) if sentence.text.count(PERSON) > 1 else re.search(PERSON, sentence.text)
    return found.start() if found and not re.search("[가-힣]", sentence.text) else None
