"""A text with all its names, sums and periods found: what the rules read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.names.late import match
from app.names.persons import is_chinese_name
from app.names.sino_korean import is_sino_korean
from app.reading.candidates import KnownEntity
from app.reading.introduced import Introduction
from app.reading.introduced_people import in_office
from app.reading.introductions import beside, introductions
from app.reading.introductions_english import english_introductions, english_short_forms, is_english
from app.reading.mentions import Known, Lexicon, Mention, find_names
from app.reading.particles import without_particle
from app.reading.passages import Passage, read_passages
from app.reading.words import COMMON_WORDS, ORGANIZATION_SUFFIXES, TITLES
from app.vocabulary import EntityType

_QUOTES = {"‘": "’", "'": "'", "“": "”", '"': '"', "<": ">", "《": "》", "「": "」"}


@dataclass(frozen=True)
class Story:
    """The text in one spelling, its sentences, its names in order, and what it introduces."""

    text: str
    published_on: date
    passages: Sequence[Passage]
    mentions: Sequence[Mention]
    introduced: Mapping[str, Introduction]


def read_story(text: str, published_on: date, known: Sequence[KnownEntity]) -> Story:
    """Find the names of a text. `text` is in the spelling of `legible`."""
    passages = read_passages(text)
    body = _article_only(text, passages)
    lexicon = Lexicon(known)
    english = is_english(body)
    found = _sorted_out(english_introductions(body, lexicon.names) if english else introductions(body), lexicon)
    named = {name: one.type for name, one in lexicon.names.items()} | {name: one.type for name, one in found.items()}
    listed = () if english else (*beside(body, named), *in_office(body, named))
    found |= {one.name: one for one in listed if one.name not in found}
    for one in found.values():
        if one.name not in lexicon.names:
            lexicon.add(one.name, Known(one.type, one.kind))
        known_name = lexicon.names[one.name]
        for alias in one.aliases:
            if alias not in lexicon.names:
                lexicon.add(alias, known_name)
            elif known_name.id is None and lexicon.names[alias].id is not None:
                lexicon.add(one.name, lexicon.names[alias])
                known_name = lexicon.names[alias]
    for quoted in _QUOTED.finditer(body):
        together = "".join(quoted["name"].split())
        if together in lexicon.names:
            lexicon.add(quoted["name"], lexicon.names[together])
    canonical = _short_names(body, lexicon, [*found.values()])
    glosses = {one.end: one.gloss_end for one in found.values() if one.gloss_end}
    mentions: list[Mention] = []
    for start, end, name in find_names(body, lexicon):
        if not mentions or start >= mentions[-1].end:
            mention = _mention(body, start, end, name, lexicon, glosses)
            mentions.append(replace(mention, name=canonical[name]) if name in canonical else mention)
    if english:
        mentions = english_short_forms(body, mentions, found)
    mentions = sorted([*mentions, *_short_forms(body, mentions)], key=lambda one: one.start)
    return Story(text, published_on, passages, mentions, found)


def _short_names(text: str, lexicon: Lexicon, introduced: Sequence[Introduction]) -> dict[str, str]:
    """`바이루` for 바이루반도체: a name without what says that it is a firm, where it stands alone; with the whole name."""
    short: dict[str, str] = {}
    for one in introduced:
        ending = next((end for end in ORGANIZATION_SUFFIXES if one.name.endswith(end)), "")
        stem = one.name.removesuffix(ending)
        fits = one.type is EntityType.ORGANIZATION and ending and len(stem) > 1 and stem not in COMMON_WORDS
        if fits and stem not in lexicon.names and not is_sino_korean(stem):
            lexicon.add(stem, lexicon.names[one.name])
            short[stem] = one.name
    return short


_QUOTED = re.compile(r"[‘'“\"](?P<name>[가-힣A-Za-z0-9.]{1,10}(?: [가-힣A-Za-z0-9.]{1,10}){1,2})[’'”\"]")
_SHORT = re.compile(rf"(?<![가-힣A-Za-z])(?P<surname>[가-힣]{{1,2}}) (?=(?:{TITLES}|박사|교수|씨)(?![가-힣]{{3}}))")
_NO_SURNAMES = frozenset(
    [
        "전",
        "현",
        "두",
        "세",
        "이",
        "그",
        "각",
        "및",
        "등",
        "당",
        "양",
        "부",
        "총",
        "새",
        "신임",
        "전임",
        "공동",
        "주요",
        "수석",
        "선임",
        "창업",
        "해당",
        "유명",
        "여성",
        "남성",
        "젊은",
        "천재",
        "한",
    ]
)


def _short_forms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """`리 창업자` after 리카이푸, `우 박사` after 우융후이: a surname and a title mean the last who has that surname."""
    people = [one for one in mentions if one.type is EntityType.PERSON]
    taken = {place for one in mentions for place in range(one.start, one.end)}
    for found in _SHORT.finditer(text):
        surname, start = found["surname"], found.start("surname")
        if start in taken or surname in _NO_SURNAMES:
            continue
        meant = [one for one in people if one.end <= start and one.name.replace(" ", "").startswith(surname)]
        if meant and is_chinese_name(meant[-1].name):
            end = found.end("surname")
            yield replace(meant[-1], start=start, end=end, name_start=start, name_end=end)


def _article_only(text: str, passages: Sequence[Passage]) -> str:
    """The text with everything blanked that is no passage, offsets kept: nothing is read from by-lines and lists."""
    pieces: list[str] = []
    at = 0
    for passage in passages:
        pieces += ("\n" * (passage.start - at), text[passage.start : passage.end])
        at = passage.end
    return "".join(pieces) + "\n" * (len(text) - at)


def _sorted_out(introduced: Iterable[Introduction], lexicon: Lexicon) -> dict[str, Introduction]:
    """One introduction for a name, the first kind of evidence before the others, without inflected forms of names."""
    found: dict[str, Introduction] = {}
    for one in introduced:
        before = found.get(one.name)
        if (
            before is None
            or (one.gloss_end and not before.gloss_end)
            or (one.gloss_end and before.gloss_end and len(one.aliases) > len(before.aliases))
        ):
            found[one.name] = one
    firms = [name for name, one in found.items() if one.type is EntityType.ORGANIZATION]
    for name in [name for name, one in found.items() if one.type is EntityType.PERSON and not one.gloss_end]:
        # '바이루는 … 세웠다' beside 바이루반도체 is about the firm.
        if any(firm.startswith(name) and firm.removeprefix(name) in ORGANIZATION_SUFFIXES for firm in firms):
            del found[name]
    names = {*found, *lexicon.names}
    for name in list(found):
        stems = [stem for stem in without_particle(name) if stem != name]
        inflected = any(stem in names for stem in stems)
        if name in lexicon.names or (inflected and not found[name].gloss_end):
            if not found[name].aliases:
                del found[name]
    return found


def _mention(
    text: str, start: int, end: int, name: str, lexicon: Lexicon, glosses: Mapping[int, int | None]
) -> Mention:
    """A name with the gloss, the ending of a firm and the quotation marks that belong to it."""
    known = lexicon.names[name]
    left, right = start, end
    for ending in (
        "그룹",
        " 그룹",
        "홀딩스",
        " 홀딩스",
        " Group",
        " Holdings",
        " Inc.",
        " Inc",
        " Corp.",
        " Corp",
        " Ltd.",
        " Ltd",
    ):
        if known.type is EntityType.ORGANIZATION and text.startswith(ending, right):
            right += len(ending)
    closing = _QUOTES.get(text[left - 1 : left])
    if closing and text.startswith(closing, right):
        left, right = left - 1, right + 1
    if text[right : right + 1] in "(（" or text[right : right + 2] == " (":
        right = _gloss_end(text, right, known, lexicon, glosses.get(end))
        if closing and text.startswith(closing, right) and left == start:
            left, right = left - 1, right + 1
        for ending in ("하이테크", "테크놀로지", "과기", "그룹", "커지"):
            if text.startswith(ending, right):
                right += len(ending)
    return Mention(left, right, start, end, text[start:end], known.type, known.kind, known.id)


def _gloss_end(text: str, at: int, known: Known, lexicon: Lexicon, end: int | None) -> int:
    """Where a bracket after a name ends, if nothing but other names, letters and an age stands in it."""
    opening = at + (text[at] == " ")
    close = next((i for i in range(opening, min(len(text), opening + 70)) if text[i] in ")）"), -1)
    if close < 0:
        return at
    inside = text[opening + 1 : close]
    if end == close + 1 or all(
        _belongs(part.strip(), lexicon) for part in inside.replace("·", ",").replace("/", ",").split(",")
    ):
        return close + 1
    return at


def _belongs(part: str, lexicon: Lexicon) -> bool:
    if part in lexicon.names or part.removesuffix("세").isdigit():
        return True
    return bool(part) and (
        all("一" <= one <= "鿿" for one in part)
        or (part.isascii() and len(part) < 30 and not part[0].isdigit() and part[0].isupper())
    )


def nearest_known(name: str, entity_type: EntityType, known: Iterable[KnownEntity]) -> list[tuple[str, float]]:
    """Entities of the gazetteer whose names are alike, the likeliest first: proposed, never taken."""
    found = []
    for entity in known:
        if entity.type is entity_type:
            score = max((match(name, other).score for other in entity.names), default=0.0)
            if score >= 0.8:  # noqa: PLR2004 - what `haigui load` proposes too
                found.append((entity.id, score))
    return sorted(found, key=lambda one: (-one[1], one[0]))[:3]
