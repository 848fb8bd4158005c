"""What a number counts: currencies, counters and percent signs, after the number or before it."""

import re
from dataclasses import dataclass
from typing import Final

from app.vocabulary import Unit

# Tried in this order, the longer word first: '홍콩달러' contains '달러', '개월' begins with '개'.
_KOREAN: Final[dict[Unit, str]] = {
    Unit.HKD: r"홍콩 ?달러",
    Unit.TWD: r"(?:신 ?)?(?:대만|타이완) ?달러",
    Unit.USD: r"(?:미국 ?|미 ?|US ?)?달러화?",
    Unit.CNY: r"(?:중국 ?)?위안화?",
    Unit.EUR: r"유로화?",
    Unit.GBP: r"(?:영국 ?)?파운드화?",
    Unit.JPY: r"(?:일본 ?)?엔화?",
    Unit.KRW: r"원화?",
    Unit.MONTHS: r"개월(?: ?동안|간|째)?|달(?: ?동안|간)?",
    Unit.YEARS: r"년간|년 ?(?:동안|만에)|년(?= ?(?:이상|이하|미만|이내|남짓)(?![가-힣]))",
    Unit.DAYS: r"일간|일 ?동안",
    Unit.WEEKS: r"주간|주 ?동안|주(?=[를에]|(?![가-힣]))",
    Unit.COMPANIES: (
        r"개 ?(?:(?:중국|미국|국내|해외|글로벌|AI|인공지능|생성형 ?AI|유니콘|기술|신생|빅테크) ?)?"
        r"(?:기업(?!가)|업체|회사|스타트업|유니콘|기관|투자사|벤처)|개사|곳"
    ),
    Unit.PEOPLE: r"명|(?<=[0-9십백천만])인(?!당|승|조|분)",
    Unit.TIMES: r"배",
    Unit.RANK: r"번째|(?<=[0-9])위",
    Unit.ITEMS: r"개국|개(?!인|도국|의원|이사)|건|편(?!의점|의성)|종류|종(?!이컵)|가지|매개변수|파라미터",
}
_ENGLISH: Final[dict[Unit, str]] = {
    Unit.HKD: r"Hong Kong dollars?|HKD|HK\$",
    Unit.TWD: r"(?:New )?Taiwan dollars?|TWD|NTD",
    Unit.USD: r"(?:US |U\.S\. |American )?dollars?|USD",
    Unit.CNY: r"(?:Chinese )?(?:yuan|renminbi)|RMB|CNY",
    Unit.KRW: r"(?:South )?Korean won|won|KRW",
    Unit.JPY: r"(?:Japanese )?yen|JPY",
    Unit.EUR: r"euros?|EUR",
    Unit.GBP: r"pounds? sterling|(?:British )?pounds?|GBP",
    Unit.PERCENT: r"percentage points?|percent|per cent",
    Unit.PEOPLE: r"people|persons?|employees?|workers?|staff|founders?|researchers?|engineers?|scientists?|users?",
    Unit.COMPANIES: (
        r"(?:(?:Chinese|US|American|AI|generative AI|tech) ){0,2}"
        r"(?:compan(?:y|ies)|start-?ups?|firms?|institutions?|unicorns?)"
    ),
    Unit.ITEMS: r"parameters?|models?|papers?|patents?|cases?",
    Unit.TIMES: r"times (?:larger|bigger|more|higher|greater|faster|as|the)|fold|x",
    Unit.MONTHS: r"months?",
    Unit.YEARS: r"years?(?! old)",
    Unit.WEEKS: r"weeks?",
    Unit.DAYS: r"days?",
    Unit.RANK: r"(?:st|nd|rd|th)[ -](?:place|most|largest|biggest|highest|best)",
}
_PERCENT: Final = r"%(?: ?(?:포인트|p\b|P\b))?|퍼센트(?: ?포인트)?"
_SIGNS: Final[dict[str, Unit]] = {
    "HK$": Unit.HKD, "NT$": Unit.TWD, "US$": Unit.USD, "CN¥": Unit.CNY, "JP¥": Unit.JPY,
    "USD": Unit.USD, "HKD": Unit.HKD, "TWD": Unit.TWD, "NTD": Unit.TWD, "RMB": Unit.CNY, "CNY": Unit.CNY,
    "KRW": Unit.KRW, "JPY": Unit.JPY, "EUR": Unit.EUR, "GBP": Unit.GBP,
    "$": Unit.USD, "€": Unit.EUR, "£": Unit.GBP, "₩": Unit.KRW,
    # Yuan and yen share this sign. In articles on China it is the yuan; whoever means yen there writes JP¥ or yen.
    "¥": Unit.CNY,
}  # fmt: skip

# What may follow a Korean counter: a particle or a word for "about" and the like. '5 개발자' has none after '개'.
_PARTICLES: Final = (
    r"이|가|을|를|은|는|에|의|와|과|로|으로|도|만|까지|부터|보다|나|이나|라|인|다|였|며|고|란|임|들|처럼|마다|씩|뿐|중|대|정도|가량|쯤|여"
    r"|이상|이하|미만|초과|안팎|내외|남짓|상당|규모|어치|수준|꼴|짜리|선"
)
# After a number in words every syllable may be another word's: '구조 원인' is not nine trillion won.
_FEW_PARTICLES: Final = r"이|을|를|은|는|에|의|도|만|과|와|로|으로|가량|정도|쯤|이상|이하|미만|안팎|내외|남짓|씩"


def _after_number(particles: str) -> re.Pattern[str]:
    """The pattern of every unit that may stand after a number."""
    korean = "|".join(f"(?P<K_{unit.name}>{words})" for unit, words in _KOREAN.items())
    english = "|".join(f"(?P<E_{unit.name}>{words})" for unit, words in _ENGLISH.items())
    return re.compile(
        rf" ?(?:(?P<P_PERCENT>{_PERCENT})|(?:{korean})(?=(?:{particles})|(?![가-힣]))|-?(?i:{english})(?![A-Za-z0-9]))",
    )


_AFTER_DIGITS = _after_number(_PARTICLES)
_AFTER_WORDS = _after_number(_FEW_PARTICLES)
_BEFORE_NUMBER = re.compile(
    rf"(?:(?<![A-Za-z$])(?P<sign>{'|'.join(re.escape(sign) for sign in _SIGNS)}) ?)$",
    re.IGNORECASE,
)
_LONGEST_SIGN: Final = 5
# What a sign can end in: tells most texts apart without a search.
_LAST_LETTERS: Final = tuple({letter for sign in _SIGNS for letter in (sign[-1], sign[-1].lower())})


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit and where its words stand."""

    unit: Unit
    start: int
    end: int


def unit_after(text: str, at: int, *, is_word: bool = False) -> UnitWord | None:
    """The unit that follows a number ending here.

    '262곳이' after 3 → companies
    '3억 홍콩달러' after 2 → HKD
    '5 개발' after 1 → nothing
    """
    found = (_AFTER_WORDS if is_word else _AFTER_DIGITS).match(text, at)
    if not found or not found.lastgroup:
        return None
    return UnitWord(Unit[found.lastgroup[2:]], at, found.end())


def sign_before(text: str, at: int, floor: int = 0) -> UnitWord | None:
    """The currency sign before a number that begins here, not reaching back beyond `floor`.

    'US$1.2 billion' before 3 → USD
    'RMB 500' before 4 → CNY
    'A$5' before 2 → nothing: the Australian dollar is not among the units
    """
    if not text[max(0, at - 2) : at].rstrip(" ").endswith(_LAST_LETTERS):
        return None
    begin = max(0, at - _LONGEST_SIGN)
    found = _BEFORE_NUMBER.search(text[begin:at])
    if not found or begin + found.start() < floor:
        return None
    return UnitWord(_SIGNS[found["sign"].upper()], begin + found.start(), at)
