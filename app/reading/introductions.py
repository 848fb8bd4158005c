"""Names that a Korean text introduces itself: by a gloss in brackets, a noun that says what it is, a title, a list.

Each rule asks for evidence in the text; a word that only looks like a name is none.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.reading.introduced import Introduction, kind_by_ending, may_be_named, organization, person
from app.reading.introduced_firms import firms
from app.reading.introduced_glosses import called_short, glossed, glossed_as_known
from app.reading.introduced_people import is_listed_person, people
from app.reading.particles import without_particle
from app.vocabulary import EntityType

_BRACKET: Final = r"(?:\([^()\n]{1,40}\))?"
_BEFORE_ANOTHER = re.compile(rf"(?P<name>[가-힣A-Za-z0-9.]{{2,16}}){_BRACKET}(?=·|,|[와과] )")
_ITEM = re.compile(rf"(?:·|, ?|[와과] )(?P<item>[가-힣A-Za-z0-9.]{{2,16}}(?: [가-힣A-Za-z0-9]{{2,10}})?){_BRACKET}")
_OF_FIRMS = re.compile(
    r".{2,}(?:로봇|자동차|투자|기금|자본|펀드|은행|증권|그룹|집단|캐피탈|캐피털|벤처스|커지|반도체|전자|보험|통신|AI|테크)"
)
_SHORTEST_FIRM: Final = 4
_NO_NAME_ENDS: Final = ("는", "을", "를")
"""Particles that are no syllables of a name."""


def introductions(text: str) -> Iterator[Introduction]:
    """Every name that a text introduces, in no order; one may be introduced more than once.

    '챗봇 개발업체 쉬위엔(燧原)이' → 쉬위엔, an organization also called 燧原
    '창업자 왕싱싱은' → 왕싱싱, a person
    '글로벌 빅테크 경험을' → nothing
    """
    yield from called_short(text)
    yield from glossed(text)
    yield from firms(text)
    yield from people(text)


def beside(text: str, names: Mapping[str, EntityType]) -> Iterator[Introduction]:
    """What a list holds beside names: `텐센트, 중금투자 등으로부터` → 중금투자, `자오리둥·장예린에` → 장예린."""
    yield from glossed_as_known(text, names)
    done = 0
    for found in _BEFORE_ANOTHER.finditer(text):
        if found.start() < done:  # in a list that was read to its end
            continue
        kind = next((names[one] for one in without_particle(found["name"]) if one in names), None)
        at = found.end()
        while kind and (item := _ITEM.match(text, at)):
            at = done = item.end()
            choices = _choices(item["item"], is_last=not _ITEM.match(text, at))
            if introduction := _listed(choices, item.start("item"), kind, names):
                yield introduction


def _choices(words: str, *, is_last: bool) -> Iterator[str]:
    """What a piece of a list may name: all its words, or its first one; the last piece has a particle."""
    for choice in (words, words.partition(" ")[0]):
        yield from without_particle(choice) if is_last else [choice]


def _listed(
    choices: Iterator[str], start: int, kind: EntityType, names: Mapping[str, EntityType]
) -> Introduction | None:
    """The first choice that is a name of the kind of the list; none if one is a known name."""
    for name in choices:
        if name in names:
            return None
        if kind is EntityType.PERSON and is_listed_person(name) and not name.endswith(_NO_NAME_ENDS):
            return person(name, start)
        is_firm = kind is EntityType.ORGANIZATION and len(name) >= _SHORTEST_FIRM and _OF_FIRMS.fullmatch(name)
        if is_firm and may_be_named(name):
            return organization(name, start, kind_by_ending(name))
    return None
