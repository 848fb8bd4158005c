"""Who says what a sentence says: named in it, or carried over from the sentence before."""

import re
from typing import Final

from app.reading.tagged import ORG, PERSON, Tagged
from app.reading.words import TITLES

_SAID: Final = r"(?:전했|보도했|밝혔|말했|주장|강조|설명했|분석했|집계|발표했|추산|추정했|평가했|지적|내다봤|덧붙|언급|공시|추적|조사|꼽았|봤다)"
_ACCORDING: Final = re.compile(
    rf"(?P<who>[{ORG}{PERSON}])(?: 등| 보도)?(?:에 따르면|에 의하면|의 (?:집계|조사|보고서|자료|분석|통계)[^.]{{0,16}}?따르면)"
)
_WHO: Final = re.compile(
    rf"(?P<who>[{ORG}{PERSON}])(?: (?:[가-힣A-Z]{{1,8}} ){{0,3}}?(?:{TITLES}|박사|교수|씨))?(?:은|는|이|가|도)(?![가-힣])"
)
_QUOTED: Final = re.compile(
    rf"[“\"](?P<said>[^”\"]*)[”\"](?:이?라고|고|며|면서|이라며|라며)(?P<after>[^.]{{0,50}}?){_SAID}"
)
_TOLD: Final = re.compile(rf"(?:다|라|자|냐)(?:고|며|면서) (?P<after>[^.]{{0,40}}?){_SAID}")
_FOUND: Final = re.compile(rf"(?P<who>{ORG})(?:은|는|이|가) [^.]*?(?:추적한|조사한|집계한|분석한|나눈)")
_COUNTS: Final = re.compile(rf"(?P<who>{ORG})(?:은|는) [^.]*?{_SAID}(?:했다|됐다|다)")
_ENGLISH: Final = re.compile(
    rf"(?:[Aa]ccording to|data from|,? reported by) (?:[a-z ]{{0,24}})?(?P<who>[{ORG}{PERSON}])|(?P<who2>[{ORG}{PERSON}]) (?:reported|said|estimates|estimated|told|wrote)"
)


def speaker_of(sentence: Tagged) -> int | None:
    """The place of whoever says what the sentence says; none if it is the reporter.

    'O에 따르면 M는 …' → the O; 'O는 …고 전했다' → the O
    """
    text = sentence.text
    if found := _ACCORDING.search(text):
        return found.start("who")
    if quoted := _QUOTED.search(text):
        behind = list(_WHO.finditer(text, quoted.start("after"), quoted.end("after")))
        before = list(_WHO.finditer(text, 0, quoted.start()))
        if behind or before:
            return (behind or before)[-1].start("who")
        return None
    for pattern in (_FOUND, _COUNTS):
        if found := pattern.search(text):
            return found.start("who")
    if told := _TOLD.search(text):
        behind = list(_WHO.finditer(text, told.start("after"), told.end("after")))
        before = list(_WHO.finditer(text, 0, told.start()))
        if behind or before:
            return behind[-1].start("who") if behind else before[0].start("who")
    if found := _ENGLISH.search(sentence.text):
        return found.start("who") if found["who"] else found.start("who2")
    return None
