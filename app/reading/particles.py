"""What follows a Korean name without being part of it: particles, and the case that they give the name."""

import re
from enum import StrEnum
from typing import Final

from app.names.jamo import is_hangul, take_apart


class Case(StrEnum):
    """The part that a noun plays in its sentence, as its particle tells."""

    TOPIC = "topic"
    SUBJECT = "subject"
    OBJECT = "object"
    GENITIVE = "genitive"
    TO = "to"
    FROM = "from"
    AT = "at"
    BY = "by"
    WITH = "with"
    ALSO = "also"
    BARE = "bare"


_CASES: Final = {
    Case.FROM: "으로부터 로부터 에게서 한테서",
    Case.AT: "에서는 에서도 에서의 에서만 에서",
    Case.TO: "에게는 에게도 에게 에는 에도 에만 에의 에 한테 측에",
    Case.BY: "으로서 로서 으로써 로써 으로는 로는 으로도 로도 으로의 로의 으로만 로만 으로까지 으로 로",
    Case.WITH: "와의 과의 와는 과는 와도 과도 와 과 이랑 랑 하고 및",
    Case.TOPIC: "은 는 측은 이란 란 이라는 라는",
    Case.SUBJECT: "이 가 께서 측이 이야 이라면",
    Case.OBJECT: "을 를",
    Case.GENITIVE: "의 측의 만의",
    Case.ALSO: "도 까지도 까지 만 마저 조차 뿐",
}
_ENDINGS: Final = """
이라고 라고 이라며 라며 이나 나 이든 이며 며 이자 이고 이지만 인데 이다 였다 이었다 인 부터 보다 처럼 만큼 등 씨 님
들 들은 들이 이면서 이었던 였던 이던 이므로 이어서 다
"""
CASE_OF: Final = {particle: case for case, particles in _CASES.items() for particle in particles.split()}
_ALL = sorted({*CASE_OF, *_ENDINGS.split()}, key=len, reverse=True)
_LAST: Final = re.compile(f"(?:{'|'.join(_ALL)})(?![가-힣])")
"""A particle that ends its word."""
_BY_LAST: Final = {last: [one for one in _ALL if one.endswith(last)] for last in {one[-1] for one in _ALL}}
_AFTER_TAIL: Final = frozenset(
    ["은", "이", "을", "과", "으로", "으로는", "이라는", "이라고", "이란", "이나", "이며", "이다"]
)
_AFTER_VOWEL: Final = frozenset(["는", "가", "를", "와", "라는", "라고", "란", "며"])
_RIEUL: Final = 8


def case_after(text: str, at: int) -> tuple[Case, int]:
    """The case of a name that ends here, and where its particle ends.

    >>> case_after("딥시크를 창업", 3), case_after("문샷AI 창업자", 4)
    ((<Case.OBJECT: 'object'>, 4), (<Case.BARE: 'bare'>, 4))
    """
    found = _LAST.match(text, at)
    return (CASE_OF.get(found.group(), Case.BARE), found.end()) if found else (Case.BARE, at)


def is_tail(text: str, at: int) -> bool:
    """Whether a name may end here: what follows is no letter, or a particle that ends the word."""
    return at >= len(text) or not is_hangul(text[at]) or _LAST.match(text, at) is not None


def without_particle(word: str) -> list[str]:
    """The names that a word can be, likeliest first: itself, and without each particle that agrees with its stem.

    Particles have one form after a consonant and one after a vowel; what disagrees is part of the name.

    >>> without_particle("딥시크를"), without_particle("량원펑은"), without_particle("센스타임")
    (['딥시크', '딥시크를'], ['량원펑', '량원펑은'], ['센스타임'])
    """
    stems = [
        word.removesuffix(one)
        for one in _BY_LAST.get(word[-1:], ())
        if word.endswith(one) and len(word) > len(one) + 1 and _agrees(word.removesuffix(one), one)
    ]
    return [*stems, word]


def _agrees(stem: str, particle: str) -> bool:
    last = stem[-1]
    if not is_hangul(last):
        return True
    tail = take_apart(last)[2]
    if particle in _AFTER_TAIL:
        return bool(tail) and not (particle.startswith("으로") and tail == _RIEUL)
    if particle in _AFTER_VOWEL:
        return not tail
    return not (particle in {"로", "로는", "로부터"} and tail not in {0, _RIEUL})
