"""Investors that a list names beside those who are known: `텐센트, TCL, 상치캐피털 등으로부터 투자를 받았다`."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.names.jamo import is_hangul
from app.names.persons import is_chinese_name
from app.names.sino_korean import is_sino_korean
from app.reading.introduced import Introduction, ends_as_organization, kind_by_ending, may_be_named, organization
from app.reading.particles import without_particle
from app.reading.words import COMMON_WORDS, ORGANIZATION_NOUNS, PRODUCT_NOUNS, listed
from app.vocabulary import EntityType

_BRACKET: Final = r"(?:\([^()\n]{1,40}\))?"
_WORD: Final = r"[가-힣A-Za-z0-9.&]{2,14}"
_ITEM: Final = rf"[‘'“\"]?{_WORD}(?: (?!등[ 이으의에을도은과]){_WORD}){{0,2}}?[’'”\"]?{_BRACKET}"
_BETWEEN: Final = "(?:, ?|·|⋅| △|[와과] | 및 |(?:을|를) 비롯해(?: △)? ?)"
_LIST = re.compile(
    rf"(?P<list>(?:{_ITEM}{_BETWEEN}){{1,12}}(?:{_ITEM}(?= 등)|(?:캐피탈 |캐피털 |벤처스 )?{_WORD}[’'”\"]?{_BRACKET}))"
    r"(?P<etc> 등|을 비롯|를 비롯| 및 )?(?=(?P<behind>[^.\n]{0,48}))"
)
_SEPARATOR = re.compile(r", ?|·|⋅| △| 및 |(?:을|를) 비롯해(?: △)? ?|(?<=[가-힣A-Za-z0-9)])[와과] ")
_INVESTING = re.compile(
    r"(?:으로부터|로부터|에게서|에서|의|이|가|도|은|는|들이|들도|들로부터|)?"
    r"(?: (?:(?!시장|분야|산업|사업)[가-힣A-Za-z0-9]{1,10}[,]? ?){0,7})?"
    r"(?:투자(?!자들의|자 )|출자|참여|주주|지분|자금을|후원|주도|이끌)"
)
_WORDS = re.compile("투자자|투자사|투자한|상장사|투자했|투자를|투자에|출자|주주|지분|후원")
_NEAR: Final = 30
_BRACKETS = re.compile(r"\([^()\n]{1,40}\)|[‘’'“”\"]")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9&.]{1,13}")
_NO_NAME: Final = frozenset(
    {"AI", "LLM", "GPU", "CPU", "NPU", "VC", "CEO", "CTO", "IPO", "IT", "ICT", "EV", "TV", "PC"}
)
_LOANS: Final = frozenset(
    listed(
        """
로보틱스, 로보택시, 메타버스, 데이터센터, 스마트카, 블록체인, 이커머스, 소셜미디어, 웨어러블, 스타트업들,
빅테크들, 드론, 커뮤니케이션, 모빌리티, 바이오, 헬스케어, 컴퓨팅, 네트워킹, 센서, 라이다, 배터리, 태블릿,
스마트홈, 디지털, 소프트웨어
"""
    )
)


def listed_investors(text: str, names: Mapping[str, EntityType]) -> Iterator[Introduction]:
    """Each unknown name of a list that says who invested and holds at least one organization that is known."""
    for found in _LIST.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start() + _NEAR]
        invests = _INVESTING.match(found["behind"]) or (
            found["etc"] and _WORDS.search(before + found["behind"][:_NEAR])
        )
        if not invests:
            continue
        items = list(_items(found["list"], found.start("list")))
        kinds = [kind for words, _ in items if (kind := _known(words, names)) is not None]
        if EntityType.ORGANIZATION not in kinds or set(kinds) != {EntityType.ORGANIZATION}:
            continue
        for words, start in items[1:] if _known(items[0][0], names) is None else items:
            if _known(words, names) is None and (name := _name(words)):
                yield organization(name, start + words.index(name), kind_by_ending(name))


def _items(listed: str, at: int) -> Iterator[tuple[str, int]]:
    """The items of a list without brackets and quotes, and where each begins."""
    plain = _BRACKETS.sub(lambda found: "\0" * len(found.group()), listed)
    begin = 0
    for cut in [*_SEPARATOR.finditer(plain), None]:
        end = cut.start() if cut else len(plain)
        piece = plain[begin:end]
        words = piece.strip("\0")
        yield words.replace("\0", ""), at + begin + len(piece) - len(piece.lstrip("\0"))
        begin = cut.end() if cut else end


def _known(words: str, names: Mapping[str, EntityType]) -> EntityType | None:
    """What the item is if it, or its last words, are a known name."""
    parts = words.split(" ")
    for first in range(len(parts)):
        for stem in without_particle(" ".join(parts[first:])):
            if stem in names:
                return names[stem]
    return None


def _name(words: str) -> str | None:
    """The name that an item ends with: its last word, or all of it if the last only says that it is a firm."""
    parts = words.split(" ")
    last = without_particle(parts[-1])[0]
    if len(parts) > 1 and ends_as_organization(parts[-2]) and parts[-2] in COMMON_WORDS and _may_name(last):
        return f"{parts[-2]} {last}"
    if len(parts) > len("ab") and last in COMMON_WORDS and ends_as_organization(last) and _may_name(parts[-3]):
        whole = f"{parts[-3]} {parts[-2]} {last}"
        return whole if len(parts[-2]) == 1 and whole in words else None
    if last in COMMON_WORDS or not _may_name(last):
        two = " ".join([*parts[-2:-1], last])
        foreign = len(parts) > 1 and ends_as_organization(last) and _may_name(parts[-2])
        return two if foreign and two in words else None
    return last


def _may_name(word: str) -> bool:
    """Whether a word is a foreign name rather than an ordinary word."""
    if word in COMMON_WORDS or word in ORGANIZATION_NOUNS or word in PRODUCT_NOUNS or word in _LOANS:
        return False
    if word.isascii():
        return bool(_LATIN.fullmatch(word)) and word not in _NO_NAME
    is_place = word[-1] in "성시" and word[:-1] in COMMON_WORDS
    if not may_be_named(word) or is_place or is_chinese_name(word) or word.endswith("들"):
        return False
    letters = "".join(filter(is_hangul, word))
    return ends_as_organization(word) or not is_sino_korean(letters)
