"""Numbers as Korean and English write them, before anything is known of what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Final

# Money stays exact: what is longer than this is a code, and the context holds every product of anything shorter.
LONGEST: Final = 30
EXACT: Final = Context(prec=80)

_SMALL: Final = {"천": 1000, "백": 100, "십": 10}
_BIG: Final = {"조": 10**12, "억": 10**8, "만": 10**4}
_SECTION: Final = 10**4
_ENGLISH: Final = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12,
}  # fmt: skip
_TERM = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?P<part>\.[0-9]+)?(?P<small>[천백십])?(?P<big>[만억조])?",
)
_SCALE = re.compile(
    r"[ -]?(?P<word>(?:hundred|thousand|million|billion|trillion)s?|mln|mn|bn|tn)\b|(?P<sign>[kmbt])\b",
    re.IGNORECASE,
)

_ONES: Final = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_TENS: Final = {
    "열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_ABOUT_TWO: Final = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "너댓": (4, 5), "네댓": (4, 5), "네다섯": (4, 5),
    "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9),
}  # fmt: skip
_NATIVE = re.compile(
    rf"(?P<pair>{'|'.join(_ABOUT_TWO)})|(?P<twenty>스무)|(?P<tens>{'|'.join(_TENS)})?(?P<ones>{'|'.join(_ONES)}|첫)?"
)
_SINO: Final = dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True))
_SINO_WORD = re.compile(r"[일이삼사오육칠팔구십백천만억조]{1,12}")
# Two number letters are a number in these orders only: '구조' is structure, '만일' if, '일조' sunshine.
_ROUND = re.compile(
    r"[일이삼사오육칠팔구십백천]?만|[일이삼사오육칠팔구십백천]억|[십백천]조|[일이삼사오육칠팔구]?[십백천]"
)
_VAGUE = re.compile(
    r"수(?:[십백천]?[만억조]|[십백천])여?|몇(?: ?[십백천]?[만억조]| ?[십백천])?여?"
    # '수명' is a lifespan and '수배' a warrant: a bare 수 is a number only where nothing else can be meant.
    r"|수(?= ?(?:개월|개국|주간|년간|년 동안)| (?:명|곳|개|배|건|편)(?![가-힣]))",
)
_ENGLISH_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_ENGLISH_WORD = re.compile(rf"(?P<number>{'|'.join(_ENGLISH_WORDS)})\b", re.IGNORECASE)
_ENGLISH_VAGUE = re.compile(
    r"(?:tens|dozens|hundreds|thousands|millions|billions|trillions)"
    r"(?: of (?:thousands|millions|billions|trillions))?(?: of)?\b"
    r"|(?:several|a few|a couple of)(?: (?:dozen|hundred|thousand|million|billion|trillion))?\b",
    re.IGNORECASE,
)
# Where a number may begin: at a digit, or at the first letter of a number word.
NUMBER_START = re.compile(
    r"[0-9]|(?<![가-힣A-Za-z0-9])"
    r"[한두세석네넉서너다여일아열스마쉰예첫대수몇이삼사오육칠팔구십백천만]"
    rf"|(?<![A-Za-z0-9$'-])(?i:{'|'.join(_ENGLISH_WORDS)}"
    r"|(?:ten|dozen|hundred|thousand|million|billion|trillion)s|several|a few|a couple)\b",
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and where its words end; `low` and `high` differ in '두세', and are missing in '수백'."""

    end: int
    low: Decimal | None
    high: Decimal | None
    # '6억' is 6 × 억: what a range such as '5~6억' lends to its first number.
    scale: Decimal = Decimal(1)
    is_word: bool = False
    # '$70m' says million, '70m' may say metres.
    needs_sign: bool = False


def numerals_at(text: str, start: int) -> Iterator[Numeral]:
    """The numbers that may begin here, longest first: only the words after them tell which one is meant.

    '11억 4000만 달러' → 1140000000, 1100000000
    '열두 번째' → 12
    '수백 명' → a number that is not told
    """
    if "0" <= text[start] <= "9":
        yield from _written_in_digits(text, start)
    elif text[start].isascii():
        yield from _english_words(text, start)
    else:
        yield from _korean_words(text, start)


def end_of_digits(text: str, start: int) -> int:
    """Where to read on if nothing is counted here: behind the digits and every term that belongs to them."""
    found = _TERM.match(text, start)
    if not found:
        return start + 1
    numerals = _sections(text, start) if found["small"] or found["big"] else []
    return numerals[-1].end if numerals else found.end()


def exact(value: Decimal) -> Decimal:
    """The same number without an exponent or needless zeros: 1.40 → 1.4, 1.4E+8 → 140000000."""
    whole = int(value)
    return Decimal(whole) if value == whole else value.normalize(EXACT)


def _times(number: Decimal, factor: Decimal | int) -> Decimal:
    """The exact product."""
    return exact(EXACT.multiply(number, Decimal(factor)))


def _written_in_digits(text: str, start: int) -> Iterator[Numeral]:
    """Numbers of digits, alone or with 천 and 만, or with 'million'."""
    found = _TERM.match(text, start)
    if not found or len(found["whole"] + (found["part"] or "")) > LONGEST:
        return
    whole = found["whole"].replace(",", "")
    if len(whole) > 1 and whole.startswith("0"):
        return
    if found["small"] or found["big"]:
        yield from reversed(_sections(text, start))
        return
    number = exact(Decimal(whole + (found["part"] or "")))
    scale = _SCALE.match(text, found.end())
    if scale:
        factor = _ENGLISH[(scale["word"] or scale["sign"]).lower().removesuffix("s")]
        value = _times(number, factor)
        yield Numeral(scale.end(), value, value, Decimal(factor), needs_sign=bool(scale["sign"]))
    yield Numeral(found.end(), number, number)


def _sections(text: str, start: int) -> list[Numeral]:
    """Every beginning of a number such as '2조 7600억' that is a number by itself, shortest first."""
    numerals: list[Numeral] = []
    total = section = lent = 0
    last_small, last_big = _SECTION, 10 * _BIG["조"] * _SECTION
    at = start
    while (found := _TERM.match(text, at)) and found.end("part" if found["part"] else "whole") - at <= LONGEST:
        small, big = _SMALL.get(found["small"], 1), _BIG.get(found["big"], 1)
        # Whole numbers throughout: `shift` is how much too large a decimal part makes them.
        shift = 10 ** len((found["part"] or ".")[1:])
        value = int(found["whole"].replace(",", "") + (found["part"] or ".")[1:]) * small
        if numerals:
            in_order = value < last_small * shift and value * big < last_big * shift and text[at] != "0"
            # '3억 2024년' is two things, '1만 5000명' is one.
            apart = small == big == 1 and text[at - 1] == " " and last_big != _BIG["만"]
            if apart or not in_order:
                break
        lent = lent or small * big
        so_far = total * shift + (section * shift + value) * big
        number = _divided(so_far, shift)
        numerals.append(Numeral(found.end(), number, number, Decimal(lent)))
        if found["part"] or (small == big == 1):
            break
        section, last_small = section + value, small
        if big > 1:
            total, section, last_small, last_big = so_far, 0, _SECTION, big
        at = found.end() + (text[found.end() : found.end() + 1] == " ")
    return numerals


def _divided(number: int, shift: int) -> Decimal:
    """The exact quotient by a power of ten."""
    return Decimal(number) if shift == 1 else exact(EXACT.divide(Decimal(number), Decimal(shift)))


def _korean_words(text: str, start: int) -> Iterator[Numeral]:
    """Numbers in native and Sino-Korean words, and those that are not told."""
    if found := _VAGUE.match(text, start):
        yield Numeral(found.end(), None, None, is_word=True)
        return
    if (found := _NATIVE.match(text, start)) and found.group():
        low, high = _ABOUT_TWO.get(found["pair"], (0, 0))
        if not low:
            ones = 1 if found["ones"] == "첫" else _ONES.get(found["ones"], 0)
            low = high = 20 if found["twenty"] else _TENS.get(found["tens"], 0) + ones
        yield Numeral(found.end(), Decimal(low), Decimal(high), is_word=True)
    if found := _SINO_WORD.match(text, start):
        for end in range(found.end(), start, -1):
            value = _sino(text[start:end])
            if value:
                yield Numeral(end, Decimal(value), Decimal(value), is_word=True)


def _sino(word: str) -> int:
    """What a word such as '삼백만' says; 0 if it says no number or is likelier something else."""
    if len(word) <= 2 and not _ROUND.fullmatch(word):  # noqa: PLR2004 - two syllables are a word as often as a number
        return 0
    total = section = digit = 0
    last_small, last_big = _SECTION, 10**16
    for sign in word:
        if sign in _SINO:
            if digit:
                return 0
            digit = _SINO[sign]
        elif sign in _SMALL:
            if _SMALL[sign] >= last_small:
                return 0
            last_small = _SMALL[sign]
            section, digit = section + (digit or 1) * last_small, 0
        else:
            section += digit
            if _BIG[sign] >= last_big or (not section and sign != "만"):
                return 0
            total, last_big = total + (section or 1) * _BIG[sign], _BIG[sign]
            section, digit, last_small = 0, 0, _SECTION
    return total + section + digit


def _english_words(text: str, start: int) -> Iterator[Numeral]:
    """Numbers up to twenty, with 'million' after them, and those that are not told."""
    if found := _ENGLISH_VAGUE.match(text, start):
        yield Numeral(found.end(), None, None, is_word=True)
        return
    if found := _ENGLISH_WORD.match(text, start):
        number = Decimal(_ENGLISH_WORDS[found["number"].lower()])
        scale = _SCALE.match(text, found.end())
        if scale and scale["word"]:
            factor = _ENGLISH[scale["word"].lower().removesuffix("s")]
            value = _times(number, factor)
            yield Numeral(scale.end(), value, value, Decimal(factor), is_word=True)
        yield Numeral(found.end(), number, number, is_word=True)
