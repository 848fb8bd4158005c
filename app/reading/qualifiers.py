"""Words that say how surely, and on which side of a number, the truth lies: before it, behind it, or alone."""

import re
from dataclasses import dataclass
from typing import Final

from app.reading.legible import ends_in_rieul, legible
from app.vocabulary import Qualifier

_BEFORE: Final[dict[Qualifier, str]] = {
    Qualifier.ABOUT: r"약|대략|얼추|어림잡아|about|around|roughly|approximately|approx\.|some|circa|an estimated",
    Qualifier.AT_LEAST: r"최소한?|적어도|at least|no (?:less|fewer) than|a minimum of",
    Qualifier.AT_MOST: r"최대|많아야|at most|up to|no more than|as (?:much|many) as|a maximum of",
    Qualifier.MORE_THAN: r"more than|over|above|exceeding|upwards of|in excess of",
    Qualifier.LESS_THAN: r"거의|less than|fewer than|under|below|nearly|almost|just short of",
}
_BEHIND: Final[dict[Qualifier, str]] = {
    Qualifier.AT_MOST: r" ?(?:이하|이내)|[을를이가] ?(?:넘지|초과하지) (?:않|못)[가-힣]{1,4}| or (?:less|fewer)",
    Qualifier.AT_LEAST: r" ?이상| or more",
    Qualifier.ABOUT: (
        r" ?(?:정도|가량|쯤|안팎|내외|전후)|(?:으?로)? ?추[산정](?=[되하된한했치, ]|$)[가-힣]{0,3}| or so"
        r"|(?<=[%원러안엔로드명])대(?=[로의에를는인였]|(?![가-힣]))|(?<=[원러안엔])선"
    ),
    Qualifier.MORE_THAN: (
        r" ?(?:초과|남짓)(?!하지)|[이가을를도]? ?(?:넘(?!지|버|나|겨받)[가-힣]{1,4}"
        r"|웃도[가-힣]|웃돌[가-힣]{1,4}|웃돈(?:다|$)"
        r"|초과(?:하는|한|했다|할)|상회(?:하는|한|했다|할)|돌파(?!하지)[가-힣]{0,3})"
    ),
    Qualifier.LESS_THAN: (
        r" ?미만"
        r"|(?:에도?)? ?(?:못 ?미[치친쳤][가-힣]{0,3}|미치지 못[가-힣]{0,3}|육박[가-힣]{0,3}|가까[운이](?![가-힣]))"
        r"|[을를도]? ?(?:밑도는|밑돌[가-힣]{1,4}|하회(?:하는|한|했다|할))"
    ),
}
_FORESEEN: Final = r"예상|전망|예정|목표|계획|방침|관측"
# '전망을 웃돈' tells of a forecast that failed, '예상치' is a noun of its own.
_FORESEEN_BEHIND = re.compile(
    rf"(?P<bridge>[가-힣 ]{{0,20}}?)(?P<word>{_FORESEEN}|기대|보인|내다)"
    r"(?!치|을|보다|외|밖|과|대로|를 (?:웃|넘|상|밑|하))[가-힣]{0,5}",
)
_PLAIN: Final = frozenset({"예상", "전망", "예정", "목표"})
_PLAIN_BRIDGES: Final = frozenset({"", "에", "을", "를", "로", "으로", "까지"})
# '…달할 것으로', '…추가로 고용할': more words than these belong to another verb.
_MOST_WORDS: Final = 3
_THING = re.compile(r"(?:것으로|것이라고|것이라는|것이란|거라고) ?$")
_FORESEEN_ENGLISH = re.compile(
    r"(?<![A-Za-z])(?:expect(?:s|ed)?|project(?:s|ed)|forecast(?:s|ed)?|predict(?:s|ed)?|plan(?:s|ned)?|aim(?:s|ed)?"
    r"|target(?:s|ed|ing)?|is set|are set|hope(?:s|d)?) "
    r"(?:it |(?:[a-z]{3,8} )?(?:revenues?|sales|profit) )?(?:to|of|at)"
    r"(?: [a-z]{2,10}){0,4} ?$",
    re.IGNORECASE,
)
_WINDOW: Final = 60
_LONGEST_PREFIX: Final = 20

_PREFIX = re.compile(
    rf"(?<![가-힣A-Za-z])(?:{'|'.join(f'(?P<{qualifier.name}>{words})' for qualifier, words in _BEFORE.items())}) ?$",
    re.IGNORECASE,
)
# What a qualifier before a number can end in: tells most texts apart without a search.
_LAST_LETTERS: Final = tuple("약략추아소한도대야의tdyemnfogrsp.TDYEMNFOGRSP")
_SUFFIX = re.compile("|".join(f"(?P<{qualifier.name}>{words})" for qualifier, words in _BEHIND.items()))
_ALONE: Final[dict[Qualifier, re.Pattern[str]]] = {
    qualifier: re.compile(
        rf"(?:{words}|(?:{_BEHIND.get(qualifier, words)}){'|여' if qualifier is Qualifier.MORE_THAN else ''})",
        re.IGNORECASE,
    )
    for qualifier, words in _BEFORE.items()
}
_EXACT = re.compile(r"정확히|꼭|exactly|precisely", re.IGNORECASE)
_EXPECTED = re.compile(
    rf"[가-힣 ]{{0,20}}?(?:{_FORESEEN}|기대)[가-힣 ]{{0,8}}"
    r"|(?:is |are |was )?(?:expected|projected|forecast|planned|targeted)(?: to [a-z ]{2,20})?"
    r"|(?:expects?|projects|forecasts?)(?: [a-z ]{3,20})? (?:of|to)(?: [a-z]{2,10}){0,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QualifierWord:
    """A qualifier and where its words stand."""

    qualifier: Qualifier
    start: int
    end: int


def qualifier_of(words: str) -> Qualifier | None:
    """What a qualifier says that stands alone; nothing if it is not one.

    '약' → about
    '달할 것으로 예상된다' → expected
    '중국' → None
    """
    text = legible(words).text.strip()
    if len(text) > _WINDOW:
        return None
    if _EXPECTED.fullmatch(text):
        return Qualifier.EXPECTED
    if _EXACT.fullmatch(text):
        return Qualifier.EXACT
    return next((q for q, pattern in _ALONE.items() if pattern.fullmatch(text)), None)


def qualifier_before(text: str, at: int, floor: int = 0) -> QualifierWord | None:
    """The qualifier before a number that begins here, not reaching back beyond `floor`.

    '약 3조' before 2 → about
    '예약 3건' before 3 → nothing
    'more than 100' before 10 → more_than
    """
    if not text[max(0, at - 2) : at].rstrip(" ").endswith(_LAST_LETTERS):
        return None
    begin = max(0, floor - 1, at - _LONGEST_PREFIX)
    found = _PREFIX.search(text[begin:at])
    if not found or not found.lastgroup or begin + found.start() < floor:
        return None
    return QualifierWord(Qualifier[found.lastgroup], begin + found.start(), at)


def qualifier_behind(text: str, at: int) -> QualifierWord | None:
    """The qualifier right after the words that end here.

    '1만 명을 넘어섰다' after 4 → more_than
    '10억 달러 이상' after 6 → at_least
    '5곳에 달한다' after 2 → nothing
    """
    found = _SUFFIX.match(text, at)
    if not found or not found.lastgroup:
        return None
    return QualifierWord(Qualifier[found.lastgroup], at, found.end())


def foreseen_behind(text: str, at: int) -> QualifierWord | None:
    """The words after a number that say it is foreseen or planned.

    '7000만 달러에 달할 것으로 예상된다' after 8 → expected
    '100억 원을 투자할 계획이다' after 6 → expected
    '7000만 달러로 전망을 웃돌았다' after 8 → nothing
    """
    found = _FORESEEN_BEHIND.match(text, at)
    if not found:
        return None
    bridge = found["bridge"].strip()
    future = _THING.sub("", bridge).rstrip()
    is_plain = bridge in _PLAIN_BRIDGES and found["word"] in _PLAIN
    is_future = future not in _PLAIN_BRIDGES and ends_in_rieul(future[-1]) and len(future.split()) <= _MOST_WORDS
    return QualifierWord(Qualifier.EXPECTED, at, found.end()) if is_plain or is_future else None


def foreseen_before(text: str, at: int, floor: int = 0) -> bool:
    """Whether the English words before a number say that it is foreseen: 'is expected to reach $70 million'."""
    return foreseen_words(text[max(floor, at - _WINDOW) : at]) is not None


def foreseen_words(before: str) -> str | None:
    """The English words at the end of a text that say that the number behind them is foreseen.

    'Revenue is expected to reach ' → 'expected to reach'
    """
    found = _FORESEEN_ENGLISH.search(before) if before[-2:-1].isascii() else None
    return found.group().strip() if found else None
