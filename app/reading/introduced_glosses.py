"""Names with a gloss in brackets: `량원펑(梁文鋒·40)`, `프론티스(Frontis, 衔远科技)`, `디핑시엔(호라이즌 로보틱스)`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.names.late import match
from app.names.persons import is_chinese_name, is_name_in_characters
from app.names.sino_korean import reading
from app.reading.introduced import Introduction, ends_as_organization, kind_by_ending
from app.reading.words import COMMON_WORDS, ORGANIZATION_NOUN, ORGANIZATION_NOUNS, PLACE_ENDINGS, PRODUCT_NOUN, TITLES
from app.vocabulary import EntityType, OrganizationKind, ProductKind

_GLOSS = re.compile(r"(?P<close>[’'”\"]?) ?[(（](?P<inside>[^()（）\n]{1,60})[)）]")
_HEAD = re.compile(r"[^\s,·…“”‘’'\"()（）/]+(?: [^\s,·…“”‘’'\"()（）/]+){0,2}$")
_SPLIT = re.compile(r"[·,;/、，]| 또는 |: ?")
_HAN = re.compile(r"[一-鿿]{2,12}(?:AI)?")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.&'’\-]*(?: [A-Za-z0-9.&'’\-]+){0,4}")
_HANGUL = re.compile(r"[가-힣A-Za-z0-9]{2,12}(?: [가-힣A-Za-z0-9]{1,10}){0,2}")
_ABBREVIATION = re.compile(r"[A-Z&/]{2,6}s?|[A-Z]+[0-9]*")
_FULL_NAME = re.compile(r"[A-Z][a-z'’\-]+(?: (?:[A-Za-z][a-z.'’\-]*|[A-Z]{2,12})){1,3}")
_CALLED_SO = re.compile("^(?:영문명|중국명|영어명|영문 이름|중국 이름|이하)(?:은|:)? ?")
_AGE = re.compile(r"[1-9][0-9](?:세|살)?")
_NOISE: Final = frozenset({"startup", "unicorn", "foundation model", "humanoid", "agent", "token"})
_PLACES: Final = ("성", "시", "구", "현", "만", "해")
_ALIKE: Final = 0.72
"""How well a name has to match its characters to be a person's."""
_ALIKE_FOREIGN: Final = 0.42
_BETTER: Final = 0.02
_BEFORE: Final = 40
_SHORTEST_FIRM: Final = 4
_WITH_MISTER: Final = 3
"""Syllables of which a name may end with 씨 of its own."""

_NOUN_BEFORE = re.compile(rf"(?P<noun>{ORGANIZATION_NOUN})(?:인|이자)? ?[‘'“\"]?$")
_PRODUCT_BEFORE = re.compile(rf"(?:{PRODUCT_NOUN})(?:인|이자)? ?[‘'“\"]?$")
_TITLE_BEFORE = re.compile(
    rf"(?:출신(?:인|의)?|(?:{TITLES})(?:인|이자|이었던|였던|을 지낸|를 지낸| 출신인?| 출신의)?) ?$"
)
_TITLE_BEHIND = re.compile(
    rf" ?(?:(?:전|현|신임) ?(?:\S+ ){{0,3}})?(?:{TITLES}|씨(?![가-힣])|박사(?![가-힣])|교수(?![가-힣]))"
)
_IS_COMPANY = re.compile(
    r"(?:은|는|이|가)? [^.\n]{0,60}?(?:스타트업|기업|업체|회사|개발사|유니콘|제조사|운용사|헤지펀드|벤처캐피털)"
    r"(?:으로|로|이다|다[.,]|인 |이며|이고|이자|[ .,]|의 하나|중 하나)"
)
_ITS_CHIEF = re.compile(
    r"의? (?:[가-힣]{2,5}(?:\([^()]{1,20}\))? )?(?:공동 ?)?(?:최고경영자|CEO|창업자|창업주|창립자|설립자|회장)"
)
_ACTS_AS_COMPANY = re.compile(
    r"(?:(?:은|는|이|가|도) [^.\n]{0,80}?(?:투자|자금)[가-힣 ]{0,12}(?:유치|조달|확보|받)"
    r"|(?:을|를) ?[^.\n]{0,20}?(?:창업|설립|창립|세웠|세운|인수)"
    r"|의? ?(?:공동 ?)?(?:창업자|창립자|설립자|최고경영자|CEO|대표|회장)"
    r"|(?:은|는|이|가) [^.\n]{0,40}?(?:출시|공개|상장|영입|채용|설립|창업|인수)"
    r"|에 [^.\n]{0,30}?(?:투자했|투자한|투자해|합류|입사|출자))"
)


@dataclass(frozen=True, slots=True)
class _Glossed:
    """A name, what stands in the bracket behind it, and the text on both sides."""

    name: str
    glosses: Sequence[str]
    before: str
    behind: str
    aged: bool

    @property
    def characters(self) -> str | None:
        """The Chinese characters among the glosses."""
        return next((one for one in self.glosses if _HAN.fullmatch(one)), None)

    @property
    def full_names(self) -> list[str]:
        """The glosses that look like a person's name in Latin letters."""
        return [one for one in self.glosses if _FULL_NAME.fullmatch(one)]


_CALLED = re.compile(
    r"(?P<name>[가-힣A-Za-z0-9.]{3,20}(?: (?:AI|로보틱스|테크놀로지|커지))?)(?:\([^()\n]{1,30}\))?"
    r" ?\((?:[^()\n]{1,24}[,·] ?)?(?:이하|약칭) [‘'“\"]?(?P<short>[가-힣A-Za-z0-9]{2,12})[’'”\"]?\)"
)


def called_short(text: str) -> Iterator[Introduction]:
    """`호라이즌로보틱스(이하 호라이즌)`: the name that the text will use."""
    for found in _CALLED.finditer(text):
        name, start = found["name"], found.start("name")
        if found["short"] not in COMMON_WORDS:
            kind = kind_by_ending(name)
            yield Introduction(
                name, start, start + len(name), EntityType.ORGANIZATION, kind, (found["short"],), found.end()
            )


def glossed_as_known(text: str, names: Mapping[str, EntityType]) -> Iterator[Introduction]:
    """`무어스레즈(Moore Threads)`: a new spelling of a firm that is known by its gloss."""
    for found in _GLOSS.finditer(text):
        parts = [part.strip() for part in _SPLIT.split(found["inside"])]
        known = [part for part in parts if _is_gloss(part) and names.get(part) is EntityType.ORGANIZATION]
        head = _HEAD.search(text[max(0, found.start() - _BEFORE) : found.start()]) if known else None
        name = head.group().rpartition(" ")[2] if head else ""
        fits = _HANGUL.fullmatch(name) and name not in names and name not in COMMON_WORDS
        if fits and name not in ORGANIZATION_NOUNS and not is_chinese_name(name):
            start = found.start() - len(name)
            yield Introduction(
                name, start, found.start(), EntityType.ORGANIZATION, kind_by_ending(name), tuple(known), found.end()
            )


def glossed(text: str) -> Iterator[Introduction]:
    """Every name with a gloss of which the text tells what it names."""
    for found in _GLOSS.finditer(text):
        parts = [_CALLED_SO.sub("", part.strip()) for part in _SPLIT.split(found["inside"])]
        glosses = [part for part in parts if _is_gloss(part)] or [part for part in parts if _is_firm(part)]
        aged = any(_AGE.fullmatch(part) for part in parts)
        end = found.start()
        head = _HEAD.search(text[max(0, end - _BEFORE) : end])
        if not head or not (glosses or aged):
            continue
        name, surely = _named(head.group(), glosses)
        behind = text[found.end() : found.end() + 2 * _BEFORE + _BEFORE]
        if name in COMMON_WORDS or PLACE_ENDINGS.match(behind) or name.endswith(_PLACES):
            continue
        start = end - len(name)
        if name.endswith("씨") and len(name) > _WITH_MISTER and is_chinese_name(name[:-1]):
            name, end = name[:-1], end - 1
        kind = _kind(_Glossed(name, glosses, text[max(0, start - _BEFORE) : start], behind, aged))
        # Nothing but an age stands in `뤄푸리(31)`: then the name alone has to be one.
        if kind and (surely or kind[0] is not EntityType.PERSON or (aged and not glosses)):
            others = [part for part in parts if glosses and _HANGUL.fullmatch(part) and part not in COMMON_WORDS]
            aliases = dict.fromkeys(one for one in (*glosses, *others) if one != name and one.casefold() not in _NOISE)
            yield Introduction(name, start, end, *kind, tuple(aliases), found.end())


def _is_gloss(part: str) -> bool:
    if _HAN.fullmatch(part):
        return True
    return bool(_LATIN.fullmatch(part) and not part.isdigit() and not _ABBREVIATION.fullmatch(part) and len(part) > 1)


def _is_firm(part: str) -> bool:
    return bool(_HANGUL.fullmatch(part)) and len(part) >= _SHORTEST_FIRM and ends_as_organization(part)


def _named(head: str, glosses: Sequence[str]) -> tuple[str, bool]:
    """Which of the last words is the name that the glosses explain, and whether it sounds like them."""
    words = head.split(" ")
    choices = [" ".join(words[-count:]) for count in range(1, len(words) + 1)]
    best, score = choices[0], 0.0
    for gloss in glosses:
        for choice in choices:
            alike = match(choice, gloss).score
            if alike > score + (_BETTER if score else 0):
                best, score = choice, alike
    return best, score >= (_ALIKE if glosses and _HAN.fullmatch(glosses[0]) else _ALIKE_FOREIGN)


def _kind(one: _Glossed) -> tuple[EntityType, str | None] | None:
    """What kind of thing a glossed name is, if the text tells: the surest evidence first."""
    if _is_titled_person(one):
        return EntityType.PERSON, None
    if _PRODUCT_BEFORE.search(one.before):
        is_firm = _ITS_CHIEF.match(one.behind)
        firm = EntityType.ORGANIZATION, OrganizationKind.COMPANY
        return firm if is_firm else (EntityType.PRODUCT, _product_kind(one.before))
    if noun := _NOUN_BEFORE.search(one.before):
        return EntityType.ORGANIZATION, ORGANIZATION_NOUNS[noun["noun"]]
    if ends_as_organization(one.name) or any(map(ends_as_organization, one.glosses)):
        return EntityType.ORGANIZATION, kind_by_ending(one.name)
    sounds_so = not one.characters and any(match(one.name, full).score >= _ALIKE for full in one.full_names)
    if sounds_so and is_chinese_name(one.name):
        return EntityType.PERSON, None
    return _kind_by_deeds(one.behind)


def _kind_by_deeds(behind: str) -> tuple[EntityType, str] | None:
    if _IS_COMPANY.match(behind):
        return EntityType.ORGANIZATION, OrganizationKind.STARTUP
    return (EntityType.ORGANIZATION, OrganizationKind.COMPANY) if _ACTS_AS_COMPANY.match(behind) else None


def _is_titled_person(one: _Glossed) -> bool:
    """Whether characters, an age or a title say that it is a person.

    What is read in the Korean way is a word with its characters (전주·錢主) rather than a person of today.
    """
    titled = bool(_TITLE_BEHIND.match(one.behind) or _TITLE_BEFORE.search(one.before))
    han = one.characters
    if han is None:
        return (one.aged or titled) and (is_chinese_name(one.name) or bool(one.full_names))
    named = is_chinese_name(one.name) or (titled and len(one.name) in {2, 3} and bool(_HANGUL.fullmatch(one.name)))
    if not (named and (is_name_in_characters(han) or (titled and " " in one.name))):
        return False
    read_in_korean = one.name == "".join(filter(None, map(reading, han)))
    firm = _NOUN_BEFORE.search(one.before) or ends_as_organization(one.name)
    return one.aged or titled or not (read_in_korean or firm)


def _product_kind(before: str) -> str:
    said = before.rstrip("‘'“\" ")
    if said.endswith(("모델", "LLM")):
        return ProductKind.MODEL
    return ProductKind.APP if said.endswith(("챗봇", "앱", "어플", "애플리케이션")) else ProductKind.SERVICE
