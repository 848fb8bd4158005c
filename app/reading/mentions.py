"""The names of a text: those that are known, and those that the text itself introduces.

A name is introduced by a gloss in brackets, by a noun that says what it is, by a title, or by standing in a list
beside names. What is introduced once is a name wherever it stands in the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.names.brands import BUILT_IN
from app.names.jamo import is_hangul
from app.reading.candidates import KnownEntity
from app.reading.common_names import AMBIGUOUS, common_names
from app.reading.hangul_forms import hangul_forms
from app.reading.particles import is_tail
from app.reading.people_of_the_field import PEOPLE
from app.vocabulary import EntityType

_BEGIN = re.compile(
    r"(?<![가-힣A-Za-z0-9])[가-힣]|(?:(?<![A-Za-z0-9_@-])|(?<=[Ee][Xx]-))[A-Za-z0-9]|(?<![一-鿿])[一-鿿]"
)
"""Where a word begins rather than goes on."""
_LATIN = re.compile(r"[A-Za-z0-9]")
_EXTENSIONS: Final = (
    *(" 그룹", "그룹", " 홀딩스", "홀딩스", " 자동차", "자동차", " 테크놀로지스", " 테크놀로지"),
    *(" Technology", " Technologies", " AG", " Corporation", " Group", " Holdings"),
    *(
        " Inc.",
        " Inc",
        " Corp.",
        " Corp",
        " Co., Ltd.",
        " Co., Ltd",
        " Co",
        " Ltd.",
        " Ltd",
        " PLC",
        " PBC",
        " Limited",
    ),
)
IN_FULL: Final = re.compile(r"(?: (?:Group|Holdings?|Technology|Technologies|Ltd|Inc|Corp|Corporation|Co|AG))+$")
"""The end of a firm's name in full, without which it is the same firm."""
_SHORTENED = re.compile(r"(?:Inc|Corp|Co|Ltd)\.(?= [a-z]|[,’'])")
"""The end of a firm's name whose full stop ends no sentence."""
_COMPOUNDS: Final = re.compile(
    r"(?:공동)?(?:창업자|창립자|설립자|창업주|최고경영자|대표|회장|사장|부사장|부회장|총재|출신|측|본사|계열|경영진|클라우드)"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a name before the text is read."""

    type: EntityType
    kind: str | None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the spelled text.

    `start:end` holds its gloss and quotation marks too, `name_start:name_end` does not.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    type: EntityType
    kind: str | None
    id: str | None


class Lexicon:
    """Names by their first two characters, so that a text is read in one pass whatever their number."""

    def __init__(self, known: Iterable[KnownEntity] = ()) -> None:
        self.names: dict[str, Known] = {}
        self._by_start: dict[str, list[str]] = {}
        for entity_type, kind, name in common_names():
            if name not in AMBIGUOUS:
                self.add(name, Known(entity_type, kind))
        for person in PEOPLE.split():
            self._add_forms(person, Known(EntityType.PERSON, None))
        for entity in known:
            if entity.type is not EntityType.COHORT:
                for name in entity.names:
                    self.add(name, Known(entity.type, entity.kind, entity.id))
        for entity in known:
            if entity.type in {EntityType.PERSON, EntityType.ORGANIZATION}:
                for name in entity.names:
                    self._add_forms(name, Known(entity.type, entity.kind, entity.id))
        self._join_brands()

    def _join_brands(self) -> None:
        """Give all names of a known brand the id that the gazetteer has for one of them, and its name in full too."""
        for group in BUILT_IN.groups:
            ids = {self.names[name] for name in group if name in self.names and self.names[name].id}
            if len({one.id for one in ids}) == 1:
                for name in group:
                    if name in self.names and self.names[name].id is None:
                        self.names[name] = next(iter(ids))
        for name, one in self.names.items():
            plain = self.names.get(IN_FULL.sub("", name)) if one.id is None else None
            if plain is not None and plain.id is not None and plain.type is one.type:
                self.names[name] = plain

    def add(self, name: str, known: Known) -> None:
        """Take up a name; the last one who has it keeps it."""
        if len(name) < 2:  # noqa: PLR2004 - a single letter names nothing
            return
        if name not in self.names:
            self._by_start.setdefault(name[:2], []).append(name)
            self._by_start[name[:2]].sort(key=len, reverse=True)
        self.names[name] = known

    def _add_forms(self, name: str, known: Known) -> None:
        """Take up the Hangul forms of a name in Chinese characters, but those that name somebody else already."""
        for form in hangul_forms(name):
            if form not in AMBIGUOUS and (form not in self.names or (known.id and self.names[form].id is None)):
                self.add(form, known)

    def at(self, text: str, start: int) -> str | None:
        """The longest name that begins here and ends as a name can."""
        for name in self._by_start.get(text[start : start + 2], ()):
            if text.startswith(name, start) and self._ends(text, start + len(name), name):
                return name
        return None

    def _ends(self, text: str, end: int, name: str) -> bool:
        following = text[end : end + 1]
        if _LATIN.match(name[-1]) and name[-1].isascii():
            if _LATIN.match(following) and following.isascii():
                return False
            return is_tail(text, end) or _COMPOUNDS.match(text, end) is not None or len(name) > 3  # noqa: PLR2004
        if is_hangul(name[-1]) and following.isascii() and following.isalnum():
            return following.isdigit() or text[end : end + 2] == "AI"
        return (
            is_tail(text, end)
            or any(text.startswith(one, end) for one in _EXTENSIONS)
            or _COMPOUNDS.match(text, end) is not None
            or _MISTER.match(text, end) is not None
        )


_MISTER: Final = re.compile(r" ?씨(?=[은는이가을를의와과도] |[^가-힣]|$)")
_QUOTES: Final = {"‘": "’", "'": "'", "“": "”", '"': '"', "<": ">", "《": "》", "「": "」"}
_BEHIND_GLOSS: Final = (" 차이나", "차이나", "하이테크", "테크놀로지", "과기", "그룹", "커지")
_LONGEST_GLOSS: Final = 70
_LONGEST_LATIN: Final = 30


def find_mentions(text: str, lexicon: Lexicon, glosses: Mapping[int, int | None]) -> list[Mention]:
    """Every name with the gloss, the ending of a firm and the quotation marks that belong to it, in order.

    `glosses` tells, by the end of a name, where its bracket ends.
    """
    mentions: list[Mention] = []
    for start, end, name in find_names(text, lexicon):
        if not mentions or start >= mentions[-1].end:
            known = lexicon.names[name]
            left, right = _whole(text, start, end, known, lexicon, glosses.get(end))
            mentions.append(Mention(left, right, start, end, text[start:end], known.type, known.kind, known.id))
    return mentions


def _whole(  # noqa: PLR0913, PLR0917 - a name, where it stands, and what is known
    text: str, start: int, end: int, known: Known, lexicon: Lexicon, gloss_end: int | None
) -> tuple[int, int]:
    """Where a name begins and ends with all that belongs to it."""
    left, right = start, end
    if known.type is EntityType.ORGANIZATION:
        right = _past(text, right, _EXTENSIONS)
    elif known.type is EntityType.PERSON and (mister := _MISTER.match(text, right)):
        right = mister.end()
        dot = _SHORTENED.match(text, text.rfind(" ", start, right) + 1)
        right = max(right, dot.end()) if dot else right
    closing = _QUOTES.get(text[left - 1 : left])
    if closing and text.startswith(closing, right):
        left, right = left - 1, right + 1
    if text.startswith(("(", "（", " ("), right):
        right = _past_gloss(text, right, lexicon, gloss_end)
        if closing and left == start and text.startswith(closing, right):
            left, right = left - 1, right + 1
        right = _past(text, right, _BEHIND_GLOSS)
    return left, right


def _past(text: str, at: int, endings: Iterable[str]) -> int:
    for ending in endings:
        if text.startswith(ending, at):
            at += len(ending)
    return at


def _past_gloss(text: str, at: int, lexicon: Lexicon, gloss_end: int | None) -> int:
    """Where a bracket after a name ends, if nothing but other names, letters and an age stands in it."""
    opening = at + (text[at] == " ")
    close = next((i for i in range(opening, min(len(text), opening + _LONGEST_GLOSS)) if text[i] in ")）"), -1)
    if close < 0:
        return at
    parts = text[opening + 1 : close].replace("·", ",").replace("/", ",").split(",")
    belongs = gloss_end == close + 1 or all(_belongs(part.strip(), lexicon) for part in parts)
    return close + 1 if belongs else at


def _belongs(part: str, lexicon: Lexicon) -> bool:
    if part in lexicon.names or part.removesuffix("세").isdigit():
        return True
    is_latin = part.isascii() and len(part) < _LONGEST_LATIN and part[:1].isupper()
    return bool(part) and (is_latin or all("一" <= one <= "鿿" for one in part))


def find_names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Every name of the text, the longest at each place, none overlapping the one before."""
    at = 0
    for found in _BEGIN.finditer(text):
        start = found.start()
        if start >= at and (name := lexicon.at(text, start)):
            at = start + len(name)
            yield start, at, name
