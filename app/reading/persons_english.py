"""People in English texts: names that are Chinese by their form, and surnames that stand for somebody named before."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from app.names.latin import SURNAMES as SURNAMES_ABROAD
from app.names.persons import SURNAMES
from app.names.syllables import SYLLABLES
from app.reading.introduced import Introduction
from app.reading.mentions import Mention
from app.reading.words_english import GIVEN_NAMES, NO_PERSONS, NOT_NAMES, PLACES, SURNAMES_LIKE_WORDS
from app.vocabulary import EntityType

_FEW: Final = 2
_MOST_SYLLABLES: Final = 2

_SOMEBODY: Final = re.compile(
    r"\b(?:man|woman|person|executive|engineer|scientist|professor|researcher|entrepreneur|veteran"
    r"|head)\b[^.;]{0,60}, $"
)
_DOES: Final = re.compile(
    r",? (?:who|aged|is also|formerly|previously|(?:has |had )?(?:said|told|wrote|added|recalled|joined|left|quit"
    r"|resigned|co-founded|studied|graduated|earned))\b|, [0-9]{2}, "
)
_IN_A_SENTENCE: Final = r"(?<=[a-z,;] )(?<!\b(?:a|A) )(?<!\b(?:an|An|in|In|of|by) )(?<!\b(?:the|The) )"
_NEVER_ALONE: Final = frozenset({"He", "You", "An", "So", "To", "Ai", "May", "Can"})


def is_pinyin_name(words: Sequence[str]) -> bool:
    """Whether two words can be a Chinese name, surname first or last: `Liang Wenfeng`, `Kai-Fu Lee`."""
    if len(words) != _FEW or " ".join(words) in NO_PERSONS:
        return False
    first, last = words
    if re.fullmatch("[A-Z]{2,}", first) and first.lower() in SURNAMES and first not in NOT_NAMES:
        return bool(re.fullmatch("[A-Z][a-z]+", last)) and len(_parts(last)) == _MOST_SYLLABLES
    if not all(re.fullmatch(r"[A-Z][a-z]+(?:[-'’][A-Za-z]?[a-z]+)?", word) for word in words):
        return False
    if first.lower() in SURNAMES and _is_given(last):
        return True
    if first.lower() in SURNAMES_ABROAD and len(_parts(last)) == _MOST_SYLLABLES:
        return True
    surname = last.lower() in SURNAMES or last.lower() in SURNAMES_ABROAD
    return surname and _is_given(first) and len(_parts(first)) == _MOST_SYLLABLES


def is_given_and_surname(words: Sequence[str]) -> bool:
    """Whether words are a given name of the West with a Chinese name: `Tony Han`, `Tony Xu Han`."""
    if not _FEW <= len(words) <= _FEW + 1:
        return False
    if len(words) > _FEW:
        given = words[0] in GIVEN_NAMES or (len(_parts(words[2])) == _MOST_SYLLABLES and _is_odd(words[0]))
        return given and is_pinyin_name(words[1:])
    return (words[0] in GIVEN_NAMES and words[1].lower() in SURNAMES) or words[1].lower() in SURNAMES_ABROAD


def is_pinyin_given_first(words: Sequence[str]) -> bool:
    """Whether two words can be a Chinese given name of one syllable and a surname: `Jing Wang`; many words can."""
    plain = len(words) == _FEW and " ".join(words) not in NO_PERSONS and not PLACES.intersection(words)
    return plain and len(_parts(words[0])) == 1 and words[1].lower() in SURNAMES and words[1].istitle()


def is_said_of_people(before: str, after: str) -> bool:
    """Whether what stands beside a name is said of people only."""
    return bool(_SOMEBODY.search(before) or _DOES.match(after))


def _is_odd(word: str) -> bool:
    """Whether a word can be a given name that no list has: neither a place, a title nor what somebody is."""
    plain = bool(re.fullmatch(r"[A-Z][a-z]{2,8}", word)) and word not in NOT_NAMES | PLACES
    return plain and not re.search(r"(?:er|or|ist|ire|ian|ant|neur|ert|ate|ive|ief|ess|man)$", word)


def _is_given(word: str) -> bool:
    """Whether a word is one or two syllables of Mandarin."""
    return 0 < len(_parts(word)) <= _MOST_SYLLABLES


@cache
def _parts(word: str) -> tuple[str, ...]:
    """The syllables of Mandarin that a word is made of, as few as it goes; none if it is not."""
    pieces = re.split("[-'’]", word.lower())
    if len(pieces) > 1:
        return tuple(pieces) if all(piece in _syllables() for piece in pieces) else ()
    whole = pieces[0]
    if whole in _syllables():
        return (whole,)
    for cut in range(1, len(whole)):
        if whole[:cut] in _syllables() and whole[cut:] in _syllables():
            return whole[:cut], whole[cut:]
    return ()


@cache
def _syllables() -> frozenset[str]:
    return (
        frozenset(SYLLABLES)
        | {one.replace("v", "u") for one in SYLLABLES}
        | {one.replace("v", "yu") for one in SYLLABLES}
    )


def english_short_forms(
    text: str, mentions: Sequence[Mention], introduced: Mapping[str, Introduction]
) -> list[Mention]:
    """All mentions with those of people by their surname, and short names of firms as what they are short for."""
    full = {alias: one.name for one in introduced.values() for alias in one.aliases if one.name.startswith(f"{alias} ")}
    named = [replace(one, name=full[one.name]) if one.id is None and one.name in full else one for one in mentions]
    people = [one for one in named if one.type is EntityType.PERSON and " " in one.name and one.name.isascii()]
    bearers: dict[str, list[Mention]] = {}
    for one in sorted(people, key=lambda one: one.end):
        surname = _surname(one.name)
        for form in {surname, surname.title()} if surname not in _NEVER_ALONE else ():
            bearers.setdefault(form, []).append(one)
    taken = {place for one in named for place in range(one.start, one.end)}
    short: list[Mention] = []
    for found in _any_alone(bearers).finditer(text):
        meant = bearers[found.group()][: bisect_right(bearers[found.group()], found.start(), key=lambda one: one.end)]
        before = re.search(r"(\w+) $", text[max(0, found.start() - 20) : found.start()])
        inside = before and before[1][0].isupper() and before[1] not in NOT_NAMES
        several = len({one.id or one.name for one in meant}) > 1
        if meant and not several and not inside and found.start() not in taken:
            start, end = found.span()
            short.append(replace(meant[-1], start=start, end=end, name_start=start, name_end=end))
    return sorted([*named, *short], key=lambda one: one.start)


def _any_alone(surnames: Iterable[str]) -> re.Pattern[str]:
    """Any of some surnames where it stands alone; one that is a word too, only inside a sentence."""
    plain = [re.escape(one) for one in surnames if one not in SURNAMES_LIKE_WORDS]
    words = [re.escape(one) for one in surnames if one in SURNAMES_LIKE_WORDS]
    ways = [f"(?:{'|'.join(plain)})"] if plain else []
    ways += [f"{_IN_A_SENTENCE}(?:{'|'.join(words)})"] if words else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways) or '(?!)'})(?![\w-]| [A-Z])")


def _surname(name: str) -> str:
    """The surname of a full name: the first word of a Chinese one, else the last."""
    words = name.split(" ")
    if len(words) > _FEW and is_pinyin_name(words[1:]):
        return words[1]
    chinese = len(words) == _FEW and words[0].lower() in {*SURNAMES, *SURNAMES_ABROAD} and _is_given(words[1])
    return words[0] if chinese else words[-1]
