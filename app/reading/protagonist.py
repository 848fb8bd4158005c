"""The person that a Korean sentence speaks of: whom `그는` behind it means, and a clause that names nobody."""

import re
from dataclasses import dataclass
from typing import Final

from app.reading.article import LineRole
from app.reading.patterns.employment import STYLED
from app.reading.tagged import ORG, PERSON, Tagged

_TITLED: Final = rf"{PERSON}{STYLED}"
_TOPIC: Final = re.compile(f"{_TITLED}[은는](?![가-힣])")
_IS: Final = re.compile(rf"{_TITLED}(?:이?다|이었다|였다|의 (?:얘기|이야기|말)(?:이?다)?)[.,]?(?= |$)")
_SUBJECT: Final = re.compile(f"{_TITLED}(?:이|가|도| ?역시| 또한)(?![가-힣])")
_OBJECT: Final = re.compile(f"{_TITLED}[을를](?![가-힣])")
_ANY: Final = re.compile(f"{PERSON}의(?![가-힣])")
_VERBS: Final = """
하 되 있 없 라 다 르 받 않 맡 얻 끌 꾸 싶 갖 잡 쓰 뜨 띠 겪 넘 같 많 높 좋 낮 젊 깊 뽑 넓 짧 늦 찾 쌓 꼽 놓 쏟 만드
이끄 나오 들어가
불리 알려지 통하 꼽히
"""
_ADVERBIALS: Final = "에 서 로 터 지 과 와 들에게"
NO_NOUN: Final = "".join(f"(?<!{word})" for word in (*_VERBS.split(), *_ADVERBIALS.split()))
"""Before `는`, `은`: not the adnominal form of a verb, nor a particle."""
_OTHER: Final = re.compile(
    f"{ORG}(?: [가-힣]{{1,4}})?[은는](?![가-힣])"
    rf"|(?<![가-힣])(?!그[녀]?[은는]|당시|직장은|전공은|고향은|별명은|현재는|지금은|요즘|최근|이는|이후|앞서"
    rf"|다만)[가-힣]{{1,10}}{NO_NOUN}[은는] "
)
"""Somebody or something else that is the topic of the sentence."""
_PRONOUN: Final = re.compile("(?:^|[ ,“])그녀?(?:는|가|도|의|를) ")


@dataclass(frozen=True, slots=True)
class Protagonist:
    """Who a sentence speaks of: the place, if it is named; whether the next clause may go on about the same."""

    place: int | None
    goes_on: bool
    surely: bool = True
    """False where the person only stands in it, as in `P의`."""


def protagonist_of(sentence: Tagged) -> Protagonist:
    """Who a Korean sentence speaks of.

    'P는 O를 떠났다' → P, and what follows may go on; 'O는 P가 세운 회사다' → P, but what follows goes on about O
    """
    text = sentence.text or sentence.passage.text
    people = [*sentence.places(PERSON)]
    if sentence.passage.role is LineRole.SUBHEAD and len(people) == 1:  # what follows is about whom it names
        return Protagonist(people[0], goes_on=True)
    if found := _TOPIC.search(text) or _IS.search(text):
        return Protagonist(found.start(), goes_on=True)
    pronoun, other = _PRONOUN.search(text), _OTHER.search(text)
    if pronoun:
        return Protagonist(None, goes_on=True)
    if found := _SUBJECT.search(text) or _OBJECT.search(text):
        return Protagonist(found.start(), goes_on=other is None)
    if found := _ANY.search(text):
        return Protagonist(found.start(), goes_on=False, surely=False)
    return Protagonist(None, goes_on=other is None)
