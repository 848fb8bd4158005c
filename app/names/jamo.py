"""Syllables of Hangul and the letters that they are made of.

**Source**: the Unicode Standard, section 3.12: syllables stand in the order of lead, vowel and tail.
"""

import unicodedata

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
FIRST, LAST = "가", "힣"
OF_A_VOWEL = len(TAILS)
OF_A_LEAD = len(VOWELS) * OF_A_VOWEL
"""How many syllables have the same lead and vowel, and the same lead."""


def is_hangul(character: str) -> bool:
    """Whether it is a whole syllable of Hangul."""
    return FIRST <= character <= LAST


def take_apart(syllable: str) -> tuple[int, int, int]:
    """The places of a syllable's lead, vowel and tail in `LEADS`, `VOWELS` and `TAILS`.

    >>> take_apart("가"), take_apart("린")
    ((0, 0, 0), (5, 20, 4))
    """
    lead, rest = divmod(ord(syllable) - ord(FIRST), OF_A_LEAD)
    return (lead, *divmod(rest, OF_A_VOWEL))


def put_together(lead: int, vowel: int, tail: int = 0) -> str:
    """The syllable of a lead, a vowel and a tail.

    >>> put_together(5, 20, 4)
    '린'
    """
    return chr(ord(FIRST) + lead * OF_A_LEAD + vowel * OF_A_VOWEL + tail)


def letters(text: str) -> str:
    """Hangul as the letters that it is made of, so that two syllables that differ in one letter look alike."""
    return unicodedata.normalize("NFD", text)
