"""Who says what a sentence says: named in it, or carried over from the sentence before."""

import re
from typing import Final

from app.reading.tagged import ORG, PERSON, Tagged
from app.reading.words import TITLES

_SAID: Final = (
    r"(?:전했|보도했|밝혔|말했|주장|강조|설명했|분석했|집계|발표했|추산|추정했|평가했|지적|내다봤|덧붙|언급|공시|추적|조사"
    r"|꼽았|봤다)"
)
_ACCORDING: Final = re.compile(
    rf"(?P<who>[{ORG}{PERSON}])(?: 등| 보도)?"
    r"(?:에 따르면|에 의하면|의 (?:집계|조사|보고서|자료|분석|통계)[^.]{0,16}?따르면)"
)
_WHO: Final = re.compile(
    rf"(?P<who>[{ORG}{PERSON}])(?: (?:[가-힣A-Z]{{1,8}} ){{0,3}}?(?:{TITLES}|박사|교수|씨))?"
    r"(?:은|는|이|가|도)(?![가-힣])"
)
_QUOTED: Final = re.compile(
    rf"[“\"](?P<said>[^”\"]*)[”\"](?:이?라고|고|며|면서|이라며|라며)(?P<after>[^.]{{0,50}}?){_SAID}"
)
_TOLD: Final = re.compile(rf"(?:다|라|자|냐)(?:고|며|면서) (?P<after>[^.]{{0,40}}?){_SAID}")
_WHOLE_QUOTE: Final = re.compile(r"[“\"][^“”\"]*[”\"]")
"""Who is named inside one does not say it."""
_COUNTED: Final = (
    re.compile(rf"(?P<who>{ORG})(?:은|는|이|가) [^.]*?(?:추적한|조사한|집계한|분석한|나눈)"),
    re.compile(rf"(?P<who>{ORG})(?:은|는) [^.]*?{_SAID}(?:했다|됐다|다)"),
)
_ENGLISH: Final = re.compile(
    rf"(?:[Aa]ccording to|data from|,? reported by) (?:[a-z ]{{0,24}})?(?P<who>[{ORG}{PERSON}])"
    rf"|(?P<who2>[{ORG}{PERSON}]) (?:reported|said|estimates|estimated|told|wrote)"
)


def speaker_of(sentence: Tagged) -> int | None:
    """The place of whoever says what the sentence says; none if it is the reporter.

    'O에 따르면 M는 …' → the O; 'O는 …고 전했다' → the O
    """
    text = sentence.text
    if found := _ACCORDING.search(text):
        return found.start("who")
    if quoted := _QUOTED.search(text):
        return _beside(text, quoted, nearest=True)
    for pattern in _COUNTED:
        if found := pattern.search(text):
            return found.start("who")
    if (told := _TOLD.search(text)) and (who := _beside(text, told, nearest=False)) is not None:
        return who
    if found := _ENGLISH.search(text):
        return found.start("who") if found["who"] else found.start("who2")
    return None


def _beside(text: str, said: re.Match[str], *, nearest: bool) -> int | None:
    """Who stands between what is said and the verb, else before it: the nearest, or the first of the sentence."""
    behind = [one.start("who") for one in _WHO.finditer(text, said.start("after"), said.end("after"))]
    told = _WHOLE_QUOTE.sub(lambda quote: " " * len(quote.group()), text[: said.start()])
    before = [one.start("who") for one in _WHO.finditer(told)]
    if behind:
        return behind[-1]
    return (before[-1] if nearest else before[0]) if before else None
