"""A text with all its names found: what the rules read."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final

from app.names.brands import BUILT_IN
from app.names.persons import is_chinese_name
from app.names.sino_korean import is_sino_korean
from app.reading.candidates import KnownEntity
from app.reading.common_names import AMBIGUOUS
from app.reading.introduced import SHORTEST, Introduction
from app.reading.introduced_careers import beside_employers, beside_people
from app.reading.introduced_foreigners import foreigners
from app.reading.introduced_lists import listed_investors
from app.reading.introduced_people import KOREAN_NAME, in_office
from app.reading.introductions import beside, introductions
from app.reading.introductions_english import english_introductions, is_english
from app.reading.mentions import Known, Lexicon, Mention, find_mentions
from app.reading.particles import without_particle
from app.reading.passages import Passage
from app.reading.persons_english import english_short_forms
from app.reading.prose import Prose
from app.reading.words import COMMON_WORDS, ORGANIZATION_SUFFIXES, TITLES
from app.vocabulary import EntityType

_QUOTED = re.compile(r"[‘'“\"](?P<name>[가-힣A-Za-z0-9.]{1,10}(?: [가-힣A-Za-z0-9.]{1,10}){1,2})[’'”\"]")
_SHORT = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<surname>[가-힣]{{1,2}})"
    rf"(?:(?= (?:{TITLES}|박사|교수|씨)(?![가-힣]{{3}}))|(?<![부조])(?=(?:교수|박사|회장)(?:은|는|이|가|의) ))"
)
_AS_SUBJECT = re.compile(r"(?:^|(?<=[던인] )|(?<=[.”] )|(?<=[.”]))(?P<surname>[가-힣]{1,2})(?=[은는] )", re.MULTILINE)
_BEFORE_TITLES: Final = """
전 현 두 세 이 그 각 및 등 당 양 부 총 새 한 신임 전임 공동 주요 수석 선임 창업 해당 유명 여성 남성 젊은 천재
"""
_SHORTEST_STEM: Final = 3
_NO_SURNAMES: Final = frozenset(_BEFORE_TITLES.split())
_AS_VERBS: Final = "우 주 두 지 하 가 이 사 나 추 푸 자 차 타 파 쓰 치 서 수 도 또 때 양"
_VERBS: Final = frozenset(_AS_VERBS.split())
"""What `은` or `는` makes a word of its own, though a surname is written so."""


@dataclass(frozen=True)
class Story:
    """The prose of a text, its sentences, its names in order, and what it introduces."""

    text: str
    published_on: date
    passages: Sequence[Passage]
    mentions: Sequence[Mention]
    introduced: Mapping[str, Introduction]


def read_story(prose: Prose, published_on: date, known: Sequence[KnownEntity]) -> Story:
    """Find the names of a text."""
    body = prose.text
    lexicon = Lexicon(known)
    english = is_english(body)
    found = _introduced(body, lexicon, english=english)
    _teach(lexicon, found.values(), body)
    _allow_ambiguous(lexicon, body)
    whole = (
        _short_names(lexicon, found.values()) | _short_for_known(lexicon, body) | _family_names(lexicon, found, body)
    )
    glosses = {one.end: one.gloss_end for one in found.values() if one.gloss_end}
    named = find_mentions(body, lexicon, glosses)
    for beside_them in () if english else (beside_employers, beside_people):
        if more := _sorted_out(beside_them(body, named), lexicon):
            found = more | found
            _teach(lexicon, more.values(), body)
            named = find_mentions(body, lexicon, glosses)
    mentions = [replace(one, name=whole[one.name]) if one.name in whole else one for one in named]
    if english:
        mentions = english_short_forms(body, mentions, found)
    mentions += _by_surname(body, mentions)
    return Story(body, published_on, prose.passages, sorted(mentions, key=lambda one: one.start), found)


def _introduced(body: str, lexicon: Lexicon, *, english: bool) -> dict[str, Introduction]:
    """What the text introduces, each name once."""
    if english:
        return _sorted_out(english_introductions(body, lexicon.names), lexicon)
    found = _sorted_out(introductions(body), lexicon)
    named = {name: one.type for name, one in lexicon.names.items()} | {name: one.type for name, one in found.items()}
    listed = [*beside(body, named), *in_office(body, named)]
    named |= {one.name: one.type for one in listed}
    return {one.name: one for one in (*listed_investors(body, named), *listed)} | found


def _sorted_out(introduced: Iterable[Introduction], lexicon: Lexicon) -> dict[str, Introduction]:
    """One introduction for a name, the first kind of evidence before the others, without inflected forms of names."""
    found: dict[str, Introduction] = {}
    for one in introduced:
        if len(one.name) < SHORTEST:  # a letter names nothing
            continue
        before = found.get(one.name)
        if before is None or _says_more(one, before):
            found[one.name] = one
        elif before.type is EntityType.PRODUCT and one.type is EntityType.ORGANIZATION:
            found[one.name] = replace(before, type=one.type, kind=one.kind)
    firms = [name for name, one in found.items() if one.type is EntityType.ORGANIZATION]
    names = {*found, *lexicon.names}
    return {
        name: one
        for name, one in found.items()
        if not _is_short_for_firm(one, firms) and (one.aliases or not _is_known(one, names, lexicon))
    }


def _says_more(one: Introduction, before: Introduction) -> bool:
    """Whether a gloss speaks for the one, and no better gloss for the other."""
    return bool(one.gloss_end) and (not before.gloss_end or len(one.aliases) > len(before.aliases))


def _is_short_for_firm(one: Introduction, firms: Iterable[str]) -> bool:
    """Whether it is taken for a person and is a firm: '바이루는 … 세웠다' beside 바이루반도체."""
    person = one.type is EntityType.PERSON and not one.gloss_end
    return person and any(
        firm.startswith(one.name) and firm.removeprefix(one.name) in ORGANIZATION_SUFFIXES for firm in firms
    )


def _is_known(one: Introduction, names: set[str], lexicon: Lexicon) -> bool:
    """Whether the name is known without its introduction, or is a known name with a particle."""
    inflected = any(stem in names for stem in without_particle(one.name) if stem != one.name)
    return one.name in lexicon.names or (inflected and not one.gloss_end)


def _teach(lexicon: Lexicon, introduced: Iterable[Introduction], body: str) -> None:
    """Let the lexicon know what the text introduces: names, glosses, names quoted with spaces."""
    for one in introduced:
        if one.name not in lexicon.names:
            same = lexicon.names.get("".join(one.name.split()))
            lexicon.add(one.name, same if same and same.type is one.type else Known(one.type, one.kind))
        for alias in one.aliases:
            if alias not in lexicon.names:
                lexicon.add(alias, lexicon.names[one.name])
            elif lexicon.names[one.name].id is None and lexicon.names[alias].id is not None:
                lexicon.add(one.name, lexicon.names[alias])
    for quoted in _QUOTED.finditer(body):
        together = "".join(quoted["name"].split())
        if together in lexicon.names:
            lexicon.add(quoted["name"], lexicon.names[together])


def _short_names(lexicon: Lexicon, introduced: Iterable[Introduction]) -> dict[str, str]:
    """`바이루` for 바이루반도체: a name without what says that it is a firm, and the whole name."""
    short: dict[str, str] = {}
    for one in introduced:
        ending = next((end for end in ORGANIZATION_SUFFIXES if one.name.endswith(end)), "")
        stem = one.name.removesuffix(ending)
        fits = one.type is EntityType.ORGANIZATION and ending and len(stem) > 1 and stem not in COMMON_WORDS
        fits = fits and not stem.endswith(" ")
        if fits and stem not in lexicon.names and not is_sino_korean(stem):
            lexicon.add(stem, lexicon.names[one.name])
            short[stem] = one.name
        if one.type is EntityType.ORGANIZATION:
            short |= {alias: one.name for alias in one.aliases if len(alias) > 1 and one.name.startswith(alias)}
    return short


def _family_names(lexicon: Lexicon, introduced: Mapping[str, Introduction], body: str) -> dict[str, str]:
    """`리버` for 찰스 리버, `지아` for 지아 양칭: a part of a name in two words that stands alone as a name."""
    short: dict[str, str] = {}
    for one in (*introduced.values(), *foreigners(body)):
        if one.type is not EntityType.PERSON or " " not in one.name:
            continue
        for part in one.name.split(" "):
            known = lexicon.names.get(part)
            if part in introduced and known is not None and known.type is EntityType.PERSON and known.id is None:
                short[part] = one.name
    return short


def _allow_ambiguous(lexicon: Lexicon, body: str) -> None:
    """`디디` where the text also says 디디추싱: a word that is a name too is one beside another name of the same."""
    for group in BUILT_IN.groups:
        for name in AMBIGUOUS.intersection(group):
            other = next((one for one in group if one not in AMBIGUOUS and len(one) > len(name) and one in body), None)
            if other in lexicon.names and name not in lexicon.names:
                lexicon.add(name, lexicon.names[other])


def _short_for_known(lexicon: Lexicon, body: str) -> dict[str, str]:
    """`호라이즌` for 호라이즌 로보틱스 where the text has both."""
    short: dict[str, str] = {}
    for name, known in [*lexicon.names.items()]:
        if known.type is not EntityType.ORGANIZATION or not name.endswith(ORGANIZATION_SUFFIXES) or name not in body:
            continue
        ending = max((end for end in ORGANIZATION_SUFFIXES if name.endswith(end)), key=len)
        stem = name.removesuffix(ending).strip()
        fits = len(stem) >= _SHORTEST_STEM and stem not in COMMON_WORDS and not is_sino_korean(stem)
        if fits and stem not in lexicon.names and body.count(stem) > body.count(name):
            lexicon.add(stem, known)
            short[stem] = name
    return short


def _has_surname(name: str, surname: str) -> bool:
    """Whether somebody can be called by a surname: `리` of 리카이푸, `백` of 백준호, `황` of 젠슨 황."""
    words = name.split(" ")
    if len(words) > 1:
        return surname in (words[0], words[-1])
    return name.startswith(surname) and (
        is_chinese_name(name) or (len(surname) == 1 and KOREAN_NAME.fullmatch(name) is not None)
    )


def _by_surname(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """`리 창업자` after 리카이푸, `우 박사` after 우융후이: a surname with a title means the last who has it."""
    people = sorted((one for one in mentions if one.type is EntityType.PERSON), key=lambda one: one.end)
    bearers: dict[str, list[Mention]] = {}
    taken = {place for one in mentions for place in range(one.start, one.end)}
    for found in chain(_SHORT.finditer(text), _AS_SUBJECT.finditer(text)):
        surname, (start, end) = found["surname"], found.span("surname")
        if start in taken or surname in _NO_SURNAMES or (found.re is _AS_SUBJECT and surname in _VERBS):
            continue
        if surname not in bearers:
            names = {name for name in {one.name for one in people} if _has_surname(name, surname)}
            bearers[surname] = [one for one in people if one.name in names]
        if meant := bisect_right(bearers[surname], start, key=lambda one: one.end):
            yield replace(bearers[surname][meant - 1], start=start, end=end, name_start=start, name_end=end)
