"""Sentences as the rules read them: each name, sum, number and period is one sign, brackets beside the point are gone.

    '양즈린(楊植麟)이 지난해 창업한 ‘문샷AI’는 …'  →  'P이 D 창업한 O는 …'

A rule can then say what it means in a few letters, and every place leads back to the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.reading.dates import PeriodWords, read_periods
from app.reading.mentions import Mention
from app.reading.passages import Passage
from app.reading.quantities import Quantity, read_quantities
from app.reading.sentences import split_sentences
from app.reading.story import Story
from app.reading.words import TITLES
from app.vocabulary import EntityType

PERSON, ORG, PRODUCT, PLACE, MONEY, NUMBER, PERIOD = (chr(code) for code in range(0xE000, 0xE007))
NAME: Final = f"[{PERSON}{ORG}{PRODUCT}{PLACE}]"
_SIGN_OF: Final = {
    EntityType.PERSON: PERSON,
    EntityType.ORGANIZATION: ORG,
    EntityType.PRODUCT: PRODUCT,
    EntityType.COUNTRY: PLACE,
    EntityType.COHORT: ORG,
}
_PRIVATE = re.compile(r"[\uE000-\uE0FF]")
_ASIDE: Final = r" ?[(（\[][^()（）\[\]\uE004]{0,60}[)）\]]"
_UNREAD: Final = re.compile(rf"^[•▪●◦‣*–—-] |{_ASIDE}|\b(?:Drs?|Mrs?|Ms|Prof)\.? (?={PERSON})")
"""What says nothing that rules read: brackets, the mark of an item, and what somebody is addressed by."""
_TITLE: Final = re.compile(TITLES)
_ONE_PERSON: Final = re.compile(rf"{PERSON}(?:[,·]|$)")
_OFFICE_BEFORE: Final = re.compile(rf"{ORG}의? (?:[^{ORG}{PERSON}.,]{{0,16}} )?(?:{TITLES})$")
_FIRM_BEFORE: Final = re.compile(f"{ORG}$")
_PERSON_BEFORE: Final = re.compile(rf"{PERSON}(?: (?:{TITLES}|박사|씨))?$")
_FORMER_FIRM: Final = re.compile(rf"(?:전|前) ?{ORG}")
_MARKS: Final = "‘’'′´`"

_LONGEST_REST: Final = 60
LONGEST: Final = 600
"""Signs of the longest sentence that rules read."""
Item = Mention | Quantity | PeriodWords
_Signed = tuple[str, int, int, Item | None]
"""A sign, where it begins and ends in the text, and what it stands for."""


@dataclass(frozen=True)
class Tagged:
    """A sentence of signs; `at[i]` is where its i-th sign stands in the text, `ends[i]` where that ends."""

    passage: Passage
    text: str
    at: Sequence[int]
    ends: Sequence[int]
    items: Mapping[int, Item]
    is_aside: bool = False
    """Whether it is what brackets say of somebody in another sentence: `P(O 부사장)` beside `P는 …`."""

    def mention(self, place: int) -> Mention:
        """The name that the sign at a place stands for."""
        item = self.items[place]
        if not isinstance(item, Mention):
            raise TypeError(f"no name at {place}")
        return item

    def quantity(self, place: int) -> Quantity:
        """The number that the sign at a place stands for."""
        item = self.items[place]
        if not isinstance(item, Quantity):
            raise TypeError(f"no number at {place}")
        return item

    def period(self, place: int) -> PeriodWords:
        """The period that the sign at a place stands for."""
        item = self.items[place]
        if not isinstance(item, PeriodWords):
            raise TypeError(f"no period at {place}")
        return item

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the sentence stands in the text."""
        return self.at[start], self.ends[max(start, end - 1)]

    def places(self, signs: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """The places of some signs."""
        for place in range(start, len(self.text) if end is None else end):
            if self.text[place] in signs:
                yield place


def tag(story: Story) -> list[Tagged]:
    """Every sentence of a story."""
    quantities = read_quantities(story.text)
    periods = read_periods(story.text, story.published_on)
    pieces = _pieces(story.mentions, quantities, periods)
    found: list[Tagged] = []
    at = 0
    for passage in story.passages:
        while at < len(pieces) and pieces[at][0] < passage.start:
            at += 1
        inside = at
        while inside < len(pieces) and pieces[inside][1] <= passage.end:
            inside += 1
        if inside == at:  # no rule has anything to say of it
            found.append(Tagged(passage, "", (), (), {}))
            continue
        sentence, asides = _tagged(story.text, passage, pieces[at:inside])
        found += [sentence] if len(sentence.text) <= LONGEST else _cut(sentence)
        found += asides
        at = inside
    return found


def _cut(sentence: Tagged) -> Iterator[Tagged]:
    """A passage that is too long for one sentence, such as a whole article on the line of the title, in sentences.

    What is too long even then is no prose, and no rule reads it.
    """
    for start, end in split_sentences(sentence.text):
        if end - start <= LONGEST:
            items = {i - start: sentence.items[i] for i in range(start, end) if i in sentence.items}
            yield Tagged(
                sentence.passage, sentence.text[start:end], sentence.at[start:end], sentence.ends[start:end], items
            )


def _pieces(
    mentions: Sequence[Mention], quantities: Sequence[Quantity], periods: Sequence[PeriodWords]
) -> list[tuple[int, int, Item]]:
    """Names, then periods, then numbers: what overlaps one that came before is left out."""
    pieces: list[tuple[int, int, Item]] = [(one.start, one.end, one) for one in mentions]
    taken = sorted((start, end) for start, end, _ in pieces)
    for group in (
        [(one.start, one.end, one) for one in quantities if one.unit.is_currency],
        [(one.start, one.end, one) for one in periods],
        [(one.start, one.end, one) for one in quantities if not one.unit.is_currency],
    ):
        fresh = [piece for piece in group if not _overlaps(piece[0], piece[1], taken)]
        pieces += fresh
        taken = sorted([*taken, *((start, end) for start, end, _ in fresh)])
    return sorted(pieces, key=lambda piece: piece[0])


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(taken, (start, end))
    return (place < len(taken) and taken[place][0] < end) or (place > 0 and taken[place - 1][1] > start)


def _tagged(text: str, passage: Passage, pieces: Sequence[tuple[int, int, Item]]) -> tuple[Tagged, list[Tagged]]:
    """A sentence without its brackets, and what those say of an office."""
    signs: list[_Signed] = []
    at = passage.start
    for start, end, item in pieces:
        signs += ((text[i], i, i + 1, None) for i in range(at, start))
        signs.append((_sign(item), start, _whole(text, end, item), item))
        at = max(end, signs[-1][2])
    signs += ((text[i], i, i + 1, None) for i in range(at, passage.end))
    plain = "".join(_PRIVATE.sub("\ufffd", sign) if item is None else sign for sign, _, _, item in signs)
    signs = [(plain[i], start, end, item) for i, (_, start, end, item) in enumerate(signs)]
    asides: list[Tagged] = []
    for found in reversed(list(_UNREAD.finditer(plain))):
        if office := _office_in(plain, found):
            words = [
                signs[i] if i is not None else (" ", signs[found.start()][1], signs[found.start()][1], None)
                for i in office
            ]
            asides.append(_of(passage, words, is_aside=True))
        del signs[found.start() : found.end()]
    kept = [
        one
        for i, one in enumerate(signs)
        if not (one[0] in _MARKS and one[3] is None and (_is_name(signs, i - 1) or _is_name(signs, i + 1)))
    ]
    return _of(passage, kept), asides


def _of(passage: Passage, signs: Sequence[_Signed], *, is_aside: bool = False) -> Tagged:
    return Tagged(
        passage,
        "".join(one[0] for one in signs),
        [one[1] for one in signs],
        [one[2] for one in signs],
        {i: one[3] for i, one in enumerate(signs) if one[3] is not None},
        is_aside,
    )


def _office_in(plain: str, found: re.Match[str]) -> list[int | None] | None:
    """Which signs say who has which office where brackets say a part of it.

    `O CEO(P)`, `O(대표 P)`, `P(O 창업자)`, `P(전 O)`.

    A place of None stands for a space.
    """
    begin = found.start() + len(found.group()) - len(found.group().lstrip(" (（["))
    inside = range(begin, found.end() - 1)
    said = plain[begin : found.end() - 1]
    has_person, has_firm, has_title = PERSON in said, ORG in said, bool(_TITLE.search(said))
    if has_person and not has_title:
        before = _OFFICE_BEFORE.search(plain, 0, found.start()) if _ONE_PERSON.match(said) else None
    elif has_person and has_firm:
        return [*inside]
    elif has_person and has_title:
        before = _FIRM_BEFORE.search(plain, 0, found.start())
    elif has_firm and (has_title or _FORMER_FIRM.fullmatch(said)):
        before = _PERSON_BEFORE.search(plain, 0, found.start())
    else:
        before = None
    return [*range(*before.span()), None, *inside] if before else None


def _whole(text: str, end: int, item: Item) -> int:
    """Where a sum ends together with the bracket of its conversion."""
    if isinstance(item, Quantity) and item.conversion is not None:
        close = text.find(")", item.conversion.end)
        return close + 1 if 0 <= close - item.conversion.end < _LONGEST_REST else end
    return end


def _is_name(signs: Sequence[tuple[str, int, int, Item | None]], i: int) -> bool:
    return 0 <= i < len(signs) and isinstance(signs[i][3], Mention)


def _sign(item: Item) -> str:
    if isinstance(item, Mention):
        return _SIGN_OF[item.type]
    if isinstance(item, PeriodWords):
        return PERIOD
    return MONEY if item.unit.is_currency else NUMBER


SHOWN: Final = str.maketrans({PERSON: "P", ORG: "O", PRODUCT: "M", PLACE: "L", MONEY: "$", NUMBER: "#", PERIOD: "D"})


def shown(text: str) -> str:
    """The signs as letters, to be looked at."""
    return text.translate(SHOWN)
