"""Names that a Korean text introduces itself: by a gloss in brackets, a noun that says what it is, a title, a list.

Each rule asks for evidence in the text; a word that only looks like a name is none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.names.jamo import is_hangul
from app.names.late import match
from app.names.persons import is_chinese_name, is_mandarin, is_name_in_characters
from app.names.sino_korean import is_sino_korean, reading
from app.reading.particles import is_tail, without_particle
from app.reading.words import (
    COMMON_WORDS,
    ORGANIZATION_NOUNS,
    ORGANIZATION_SUFFIXES,
    PLACE_ENDINGS,
    PRODUCT_NOUNS,
    TITLES,
)
from app.vocabulary import EntityType, OrganizationKind, ProductKind

_GLOSS = re.compile(r"(?P<close>[’'”\"]?) ?[(（](?P<inside>[^()（）\n]{1,60})[)）]")
_HEAD = re.compile(r"[^\s,·…“”‘’'\"()（）/]+(?: [^\s,·…“”‘’'\"()（）/]+){0,2}$")
_HAN = re.compile(r"[一-鿿]{2,12}(?:AI)?")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.&'’\-]*(?: [A-Za-z0-9.&'’\-]+){0,4}")
_ABBREVIATION = re.compile(r"[A-Z&/]{2,6}s?|[A-Z]+[0-9]*")
_OTHER_HANGUL = re.compile(r"[가-힣A-Za-z0-9]{2,12}(?: [가-힣A-Za-z0-9]{1,10}){0,2}")
_AGE = re.compile(r"[1-9][0-9](?:세|살)?")
_FULL_NAME = re.compile(r"[A-Z][a-z'’\-]+(?: [A-Z][a-z.'’\-]*){1,3}")
_SPLIT = re.compile(r"[·,;/、，]| 또는 |: ?")
_ALIKE: Final = 0.72
_ALIKE_FOREIGN: Final = 0.42
_BEFORE: Final = 40
_NOUN_BEFORE = re.compile(
    rf"(?P<noun>{'|'.join(sorted(ORGANIZATION_NOUNS, key=len, reverse=True))})(?:인|이자)? ?[‘'“\"]?$"
)
_PRODUCT_BEFORE = re.compile(rf"(?:{'|'.join(sorted(PRODUCT_NOUNS, key=len, reverse=True))})(?:인|이자)? ?[‘'“\"]?$")
_TITLE_BEFORE = re.compile(rf"(?:{TITLES})(?:인|이자|이었던|였던|을 지낸|를 지낸| 출신인?| 출신의)? ?$")
_TITLE_BEHIND = re.compile(
    rf" ?(?:(?:전|현|신임) ?(?:\S+ ){{0,3}})?(?:{TITLES}|씨(?![가-힣])|박사(?![가-힣])|교수(?![가-힣]))"
)
_IS_COMPANY = re.compile(
    r"(?:은|는|이|가)? [^.\n]{0,60}?(?:스타트업|기업|업체|회사|개발사|유니콘|제조사|운용사|헤지펀드|벤처캐피털)"
    r"(?:으로|로|이다|다[.,]|인 |이며|이고|이자|[ .,]|의 하나|중 하나)"
)
_ACTS_AS_COMPANY = re.compile(
    r"(?:(?:은|는|이|가|도) [^.\n]{0,80}?(?:투자|자금)[가-힣 ]{0,12}(?:유치|조달|확보|받)"
    r"|(?:을|를) ?[^.\n]{0,20}?(?:창업|설립|창립|세웠|세운|인수)"
    r"|의? ?(?:공동 ?)?(?:창업자|창립자|설립자|최고경영자|CEO|대표|회장)"
    r"|(?:은|는|이|가) [^.\n]{0,40}?(?:출시|공개|상장|영입|채용|설립|창업|인수)"
    r"|에 [^.\n]{0,30}?(?:투자했|투자한|투자해|합류|입사|출자))"
)
_AFTER_NOUN = re.compile(
    rf"(?:{'|'.join(sorted(ORGANIZATION_NOUNS, key=len, reverse=True))})(?:인|이자|이었던)? "
    r"(?P<quote>[‘'“\"]?)(?P<name>[가-힣A-Za-z0-9.\-]+(?: (?:AI|[A-Z][A-Za-z]+))*)(?P<close>[’'”\"]?)(?P<tail>[가-힣]{0,4})"
)
_AS_TITLE = rf"(?:{TITLES})(?:\([A-Za-z]+\))?(?:인|이자|이었던|였던|을 지낸|를 지낸| 출신인?| 출신의)? "
_TITLE_THEN_NAME = re.compile(rf"{_AS_TITLE}(?P<name>[가-힣]{{2,7}})")
_HIRED_WORDS = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{1,2} [가-힣]{1,3})(?=[을를] [^.\n]{0,16}?영입)")
_TITLE_THEN_WORDS = re.compile(rf"{_AS_TITLE}(?P<name>[가-힣]{{1,3}} [가-힣]{{1,4}})(?=[은는이가을를의도와과,·])")
_NAME_THEN_TITLE = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,6}})(?= (?:공동 ?)?(?:{TITLES}|박사|교수|씨)(?:[은는이가을를의과와도에 ,.]|$))"
)
_NAME_THEN_PLACE_OF_WORK = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{3,6}})(?= (?:전 |현 )?[가-힣A-Za-z0-9.]{{2,20}}(?: [가-힣A-Za-z0-9]{{1,10}}){{0,3}} (?:공동 ?)?(?:{TITLES})(?![가-힣]{{2}}))"
)
_NAME_AND_VERB = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{3,6})(?:은|는|이|가)(?= [^.\n]{0,60}?(?:창업|설립|창립|세운|세웠|입사|합류|이직|퇴사|임명|졸업|박사 학위|석사))"
)
_MADE_OBJECT = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{3,6})(?:을|를)(?= [^.\n]{0,30}?영입)")
_FOUNDED_BY = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{3,6})(?:이|가)(?= [^.\n]{0,24}?(?:창업|설립|창립|세운|세웠|이끄는))"
)
_SUFFIXED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9]{{1,12}}(?:{'|'.join(ORGANIZATION_SUFFIXES)}))(?P<tail>[가-힣]{{0,4}})"
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name that the text introduces: where it stands first, what it names, its other names."""

    name: str
    start: int
    end: int
    type: EntityType
    kind: str | None
    aliases: tuple[str, ...] = ()
    gloss_end: int | None = None


def introductions(text: str) -> Iterator[Introduction]:
    """Every name that a text introduces, in no order; one may be introduced more than once.

    '챗봇 개발업체 쉬위엔(燧原)이' → 쉬위엔, an organization also called 燧原
    '창업자 왕싱싱은' → 왕싱싱, a person
    '글로벌 빅테크 경험을' → nothing
    """
    yield from _glossed(text)
    yield from _after_nouns(text)
    yield from _suffixed(text)
    yield from _two_words(text)
    yield from _subsidiaries(text)
    yield from _schools(text)
    yield from _persons(text)


def _glossed(text: str) -> Iterator[Introduction]:
    for found in _GLOSS.finditer(text):
        parts = [part.strip() for part in _SPLIT.split(found["inside"])]
        glosses = [part for part in parts if _is_gloss(part)]
        glosses += [
            part
            for part in parts
            if _OTHER_HANGUL.fullmatch(part) and len(part) > 3 and _ends_as_organization(part) and part not in glosses
        ]
        others = [
            part
            for part in parts
            if glosses and part not in glosses and _OTHER_HANGUL.fullmatch(part) and part not in COMMON_WORDS
        ]
        aged = any(_AGE.fullmatch(part) for part in parts)
        end = found.start()
        head = _HEAD.search(text[max(0, end - _BEFORE) : end])
        if not head or not (glosses or aged):
            continue
        name, surely = _named(head.group(), glosses)
        if name is None or name in COMMON_WORDS or _is_place(text, found.end(), name):
            continue
        start = end - len(name)
        kind = _what(text, start, end, found.end(), name, glosses, aged=aged)
        if kind and (surely or kind[0] is not EntityType.PERSON):
            aliases = tuple(one for one in (*glosses, *others) if one != name and not _is_noise(one))
            yield Introduction(name, start, end, *kind, aliases, found.end())


def _is_gloss(part: str) -> bool:
    if _HAN.fullmatch(part):
        return True
    return bool(_LATIN.fullmatch(part) and not part.isdigit() and not _ABBREVIATION.fullmatch(part) and len(part) > 1)


def _is_noise(gloss: str) -> bool:
    return gloss.casefold() in {"startup", "unicorn", "foundation model", "humanoid", "agent", "token"}


def _named(head: str, glosses: list[str]) -> tuple[str | None, bool]:
    """Which of the last words is the name that the glosses explain, and whether it sounds like them."""
    words = head.split(" ")
    choices = [" ".join(words[-count:]) for count in range(1, len(words) + 1)]
    best, score = choices[0], 0.0
    for gloss in glosses:
        for choice in choices:
            alike = match(choice, gloss).score
            if alike > score + (0.02 if score else 0):
                best, score = choice, alike
    return best, score >= (_ALIKE if glosses and _HAN.fullmatch(glosses[0]) else _ALIKE_FOREIGN)


def _is_place(text: str, after: int, name: str) -> bool:
    return bool(PLACE_ENDINGS.match(text, after)) or name.endswith(("성", "시", "구", "현", "만", "해"))


def _what(  # noqa: PLR0911, PLR0913 - what each kind of evidence says, in order
    text: str, start: int, end: int, after: int, name: str, glosses: list[str], *, aged: bool
) -> tuple[EntityType, str | None] | None:
    """What kind of thing a glossed name is, if the text tells."""
    before = text[max(0, start - _BEFORE) : start]
    han = next((one for one in glosses if _HAN.fullmatch(one)), None)
    person = han is not None and is_name_in_characters(han) and is_chinese_name(name)
    titled = _TITLE_BEHIND.match(text, after) or _TITLE_BEFORE.search(before)
    # What is read in the Korean way is a word with its characters (전주·錢主) rather than a person of today.
    read_in_korean = han is not None and name == "".join(filter(None, map(reading, han)))
    named = not read_in_korean and not _NOUN_BEFORE.search(before) and not _ends_as_organization(name)
    if person and (titled or aged or named):
        return EntityType.PERSON, None
    if (
        han is None
        and (aged or titled)
        and (is_chinese_name(name) or any(_FULL_NAME.fullmatch(one) for one in glosses))
    ):
        return EntityType.PERSON, None
    if _PRODUCT_BEFORE.search(before):
        return EntityType.PRODUCT, _product_kind(before)
    if noun := _NOUN_BEFORE.search(before):
        return EntityType.ORGANIZATION, ORGANIZATION_NOUNS[noun["noun"]]
    if _ends_as_organization(name) or any(_ends_as_organization(one) for one in glosses):
        return EntityType.ORGANIZATION, _kind_by_ending(name)
    if (
        han is None
        and is_chinese_name(name)
        and any(_FULL_NAME.fullmatch(one) and match(name, one).score >= _ALIKE for one in glosses)
    ):
        return EntityType.PERSON, None
    if _IS_COMPANY.match(text, after):
        return EntityType.ORGANIZATION, OrganizationKind.STARTUP
    if _ACTS_AS_COMPANY.match(text, after):
        return EntityType.ORGANIZATION, OrganizationKind.COMPANY
    return None


def _product_kind(before: str) -> str:
    if before.rstrip("‘'“\" ").endswith(("모델", "LLM")):
        return ProductKind.MODEL
    return (
        ProductKind.APP
        if before.rstrip("‘'“\" ").endswith(("챗봇", "앱", "어플", "애플리케이션"))
        else ProductKind.SERVICE
    )


def _ends_as_organization(name: str) -> bool:
    return name.endswith(
        (
            *ORGANIZATION_SUFFIXES,
            "科技",
            "智能",
            "集团",
            "集團",
            "公司",
            "资本",
            "資本",
            "投资",
            "投資",
            "基金",
            "机器人",
            "機器人",
            "大学",
            "大學",
            "银行",
            "研究院",
            "Inc",
            "Technology",
            "Technologies",
            "Robotics",
            "Capital",
            "Ventures",
            "Partners",
            "Group",
            "Holdings",
            "Labs",
            "University",
        )
    )


def _kind_by_ending(name: str) -> str:
    if name.endswith(("캐피탈", "캐피털", "벤처스", "파트너스", "펀드", "기금", "자본", "인베스트먼트", "매니지먼트")):
        return OrganizationKind.FUND
    if name.endswith(("연구소", "연구원", "랩")):
        return OrganizationKind.LABORATORY
    return (
        OrganizationKind.UNIVERSITY
        if name.endswith(("대학교", "대학", "과기대", "공대", "교통대"))
        else OrganizationKind.COMPANY
    )


def _after_nouns(text: str) -> Iterator[Introduction]:
    """`스타트업 딥시크가`, `헤지펀드 ‘하이 플라이어’를`: a noun that says what the next word names."""
    seen = Counter(re.findall(r"[가-힣A-Za-z0-9]+", text))
    for found in _AFTER_NOUN.finditer(text):
        noun = re.match(r"|".join(sorted(ORGANIZATION_NOUNS, key=len, reverse=True)), found.group())
        kind = ORGANIZATION_NOUNS[noun.group()] if noun else OrganizationKind.COMPANY
        word, start = found["name"], found.start("name")
        if found["quote"]:
            quoted = re.match(r"[^’'”\"\n(（]{2,24}(?=[’'”\"(（])", text[start:])
            if quoted and not quoted.group().endswith(("다", "요")) and quoted.group() not in COMMON_WORDS:
                yield Introduction(quoted.group(), start, start + len(quoted.group()), EntityType.ORGANIZATION, kind)
            continue
        whole = word + found["tail"]
        stems = without_particle(whole)
        for name in [] if COMMON_WORDS.intersection(stems) else stems:
            if not _may_be_named(name) or text[start - 2] in ".”":
                continue
            # A name that stands with more than one particle, or bare, is no inflected word.
            elsewhere = sum(1 for other in seen if other.startswith(name) and is_tail(other, len(name)))
            marked = not is_hangul(name[-1]) or name[0].isascii()
            foreign = not is_sino_korean(name) and (elsewhere > 1 or whole != name or is_chinese_name(name))
            if marked or foreign:
                yield Introduction(name, start, start + len(name), EntityType.ORGANIZATION, kind)
            break


_TWO_WORDS = re.compile(
    rf"(?:{'|'.join(sorted(ORGANIZATION_NOUNS, key=len, reverse=True))})(?:인|이자)? "
    r"(?P<name>[가-힣]{2,6} [가-힣]{2,7})(?P<tail>[은는이가을를의와과도에])(?= )"
)


def _two_words(text: str) -> Iterator[Introduction]:
    """`로봇 제조사 림엑스 다이나믹스는`: two foreign words after a noun that says what they name."""
    for found in _TWO_WORDS.finditer(text):
        whole, start = found["name"] + found["tail"], found.start("name")
        name = without_particle(whole)[0]
        foreign = name != whole and not any(is_sino_korean(word) or word in COMMON_WORDS for word in name.split(" "))
        if foreign and _may_be_named(name) and not is_tail_word(name.split(" ")[0]):
            yield Introduction(name, start, start + len(name), EntityType.ORGANIZATION, OrganizationKind.COMPANY)


def is_tail_word(word: str) -> bool:
    """Whether a word ends as one with a particle does."""
    return word[-1] in "은는이가을를의와과도에로서며고"


def _may_be_named(name: str) -> bool:
    words = name.split(" ")
    if len(words) > 1 and words[0] in ORGANIZATION_NOUNS:
        return False
    if len(name) < 2 or words[0] in COMMON_WORDS or name in COMMON_WORDS or name.isdigit():  # noqa: PLR2004
        return False
    if len(words) > 1 and (
        words[-1] in COMMON_WORDS or words[0].endswith(("의", "에", "은", "는", "을", "를", "이", "가", "와", "과"))
    ):
        return False
    if re.match(r"[0-9]+[가-힣]", name):
        return False
    return not name.endswith(
        (
            "들",
            "하는",
            "하고",
            "되는",
            "했다",
            "한다",
            "적인",
            "으로",
            "에서",
            "이라는",
            "라고",
            "된",
            "한",
            "할",
            "던",
            "며",
            "고",
            "기업",
            "업체",
            "스타트업",
            "회사",
            "들에게",
            "들의",
            "들이",
            "들은",
            "들을",
            "들과",
            "들도",
        )
    )


def _suffixed(text: str) -> Iterator[Introduction]:
    """`퓨처로보틱스`, `선전캐피털이`: a word whose ending is that of a firm."""
    for found in _SUFFIXED.finditer(text):
        name = found["name"]
        if is_tail(text, found.end("name")) and name not in COMMON_WORDS and _may_be_named(name):
            yield Introduction(
                name, found.start("name"), found.end("name"), EntityType.ORGANIZATION, _kind_by_ending(name)
            )


_SUBSIDIARY = re.compile(
    r"[가-힣A-Za-z]{2,} (?:산하|계열|자회사)(?: (?:펀드|투자사|투자회사|벤처캐피털|연구소|반도체 기업|자회사|기업))? (?P<name>[가-힣A-Za-z0-9]{2,14})(?P<tail>[은는이가을를의과와도])(?= )"
)


_SCHOOL = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,7}대)(?= (?:[가-힣A-Z]{1,8} )?(?:겸임|특임|명예|석좌)?(?:교수|조교수|부교수|총장))"
)


def _schools(text: str) -> Iterator[Introduction]:
    """`누리대 교수`: where somebody teaches."""
    for found in _SCHOOL.finditer(text):
        if found["name"] not in COMMON_WORDS:
            yield Introduction(
                found["name"],
                found.start("name"),
                found.end("name"),
                EntityType.ORGANIZATION,
                OrganizationKind.UNIVERSITY,
            )


def _subsidiaries(text: str) -> Iterator[Introduction]:
    """`화웨이 산하 허블이`: what belongs to a firm is one."""
    for found in _SUBSIDIARY.finditer(text):
        name = next(
            (one for one in without_particle(found["name"] + found["tail"]) if one != found["name"] + found["tail"]), ""
        )
        if name and _may_be_named(name) and not is_sino_korean(name):
            start = found.start("name")
            yield Introduction(name, start, start + len(name), EntityType.ORGANIZATION, OrganizationKind.COMPANY)


def _persons(text: str) -> Iterator[Introduction]:
    """`창업자 왕싱싱은`, `왕싱싱 유니트리 회장`, `탄 쉬를 영입`: a Chinese name beside a title or a verb of careers."""
    rules = (_TITLE_THEN_NAME, _NAME_THEN_TITLE, _NAME_THEN_PLACE_OF_WORK, _NAME_AND_VERB, _MADE_OBJECT, _FOUNDED_BY)
    for rule in rules:
        for found in rule.finditer(text):
            word, start = found["name"], found.start("name")
            names = _stems_of_people(word) if rule is _TITLE_THEN_NAME else [word]
            for name in names:
                korean = rule is _NAME_THEN_PLACE_OF_WORK and _KOREAN_NAME.fullmatch(name) and name not in COMMON_WORDS
                founder = (
                    rule is _TITLE_THEN_NAME
                    and len(name) > _SHORT_NAME
                    and is_mandarin(name)
                    and not is_sino_korean(name)
                )
                if (
                    founder
                    or (korean and _AT_LINE_START.search(text[:start]))
                    or _is_person(name, strict=rule not in {_TITLE_THEN_NAME, _NAME_THEN_TITLE})
                ):
                    yield Introduction(name, start, start + len(name), EntityType.PERSON, None)
                    break
    for found in (*_TITLE_THEN_WORDS.finditer(text), *_HIRED_WORDS.finditer(text)):
        first, last = found["name"].split(" ")
        if is_chinese_name(first + last) and first not in COMMON_WORDS and last not in COMMON_WORDS:
            yield Introduction(found["name"], found.start("name"), found.end("name"), EntityType.PERSON, None)


_SHORT_NAME: Final = 2
_AT_LINE_START: Final = re.compile(r"(?:^|[\n.”\"] ?)$")


def _stems_of_people(word: str) -> list[str]:
    """What a person's name can be in a word: people take fewer particles than firms."""
    return [one for one in without_particle(word) if one == word or word.removeprefix(one) in _PERSONAL]


_PERSONAL: Final = frozenset(
    [
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "와",
        "과",
        "도",
        "에게",
        "이다",
        "다",
        "이며",
        "며",
        "라고",
        "이라고",
        "씨",
    ]
)
_KOREAN_NAME = re.compile(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현][가-힣]{2}"
)


def _is_person(name: str, *, strict: bool) -> bool:
    if name in COMMON_WORDS or name.endswith("대") or not is_chinese_name(name):
        return False
    return not strict or (len(name) > _SHORT_NAME and not is_sino_korean(name))


_LIST_ITEM = re.compile(
    r"(?:·|, ?|[와과] )(?P<item>[가-힣A-Za-z0-9.]{2,16}(?: [가-힣A-Za-z0-9]{2,10})?)(?:\([^()\n]{1,40}\))?"
)
_OF_FIRMS: Final = (
    "로봇",
    "자동차",
    "투자",
    "기금",
    "자본",
    "펀드",
    "은행",
    "증권",
    "그룹",
    "집단",
    "캐피탈",
    "캐피털",
    "벤처스",
    "커지",
    "반도체",
    "전자",
    "보험",
    "통신",
    "AI",
    "테크",
)


def beside(text: str, names: dict[str, EntityType]) -> Iterator[Introduction]:
    """What a list holds beside names: `텐센트, 중금투자 등으로부터` → 중금투자, `자오리둥·장예린에` → 장예린."""
    for found in re.finditer(r"[가-힣A-Za-z0-9.]{2,16}(?:\([^()\n]{1,40}\))?(?=·|,|[와과] )", text):
        stem = found.group().split("(")[0]
        known = next((names[one] for one in without_particle(stem) if one in names), None)
        if known not in {EntityType.ORGANIZATION, EntityType.PERSON}:
            continue
        at = found.end()
        while item := _LIST_ITEM.match(text, at):
            at = item.end()
            start = item.start("item")
            for name in _items(item["item"], last=not _LIST_ITEM.match(text, at)):
                if name in names:
                    break
                if (
                    known is EntityType.PERSON
                    and len(name) > _SHORT_NAME
                    and is_chinese_name(name)
                    and name not in COMMON_WORDS
                ):
                    yield Introduction(name, start, start + len(name), EntityType.PERSON, None)
                    break
                if (
                    known is EntityType.ORGANIZATION
                    and _may_be_named(name)
                    and name.endswith(_OF_FIRMS)
                    and len(name) > 3
                ):
                    yield Introduction(name, start, start + len(name), EntityType.ORGANIZATION, _kind_by_ending(name))
                    break


_OFFICE = re.compile(
    rf"(?:^|(?<=[\n.,”\"] ))(?P<name>[가-힣]{{2,4}}) (?P<organization>[가-힣A-Za-z0-9.]{{2,16}}) (?:공동 ?)?(?:{TITLES})(?![가-힣]{{2}})",
    re.MULTILINE,
)


def in_office(text: str, names: dict[str, EntityType]) -> Iterator[Introduction]:
    """`마란 얼후테크 최고경영자는` at the beginning of a sentence: a name before a known firm and a title."""
    for found in _OFFICE.finditer(text):
        name = found["name"]
        if (
            names.get(found["organization"]) is EntityType.ORGANIZATION
            and name not in names
            and name not in COMMON_WORDS
            and (is_chinese_name(name) or _KOREAN_NAME.fullmatch(name))
        ):
            yield Introduction(name, found.start("name"), found.end("name"), EntityType.PERSON, None)


def _items(words: str, *, last: bool) -> list[str]:
    """What a piece of a list may name: all its words, or its first one."""
    choices = [words, words.split(" ", maxsplit=1)[0]]
    return [name for choice in choices for name in ([choice] if not last else without_particle(choice))]
