"""Where the sentences of a paragraph end, in Korean and in English."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.quotations import quotations

_CLOSERS: Final = r"[”’\"'」』》〉）)\]】»]*"
_END = re.compile(rf"(?P<mark>[.!?…]+|[。！？]+){_CLOSERS}")
# How far back an abbreviation or a date may reach from its full stop.
_WINDOW: Final = 16
_WORD_BEFORE = re.compile(r"(?<![A-Za-z])[A-Za-z](?:[A-Za-z]|\.(?=[A-Za-z]))*$")
_NEXT_WORD = re.compile(r"\s*([A-Za-z]+|[0-9]*)")
_ITEM_NUMBER = re.compile(r"\s*[0-9]{1,2}$")
_DATE_BEFORE = re.compile(r"(?:19|20)[0-9]{2}\. ?[0-9]{1,2}(?:\. ?[0-9]{1,2})?$")
_YEAR_BEFORE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}$")
_REST_OF_DATE = re.compile(r" ?[0-9]{1,2}\.")

# Never the end of a sentence: a name or a number must follow.
_TITLE = re.compile(r"mr|mrs|ms|dr|prof|st|messrs|sen|rep|gov|gen|vs|e\.g|i\.e", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"nos?|vol|fig|pp", re.IGNORECASE)
# The end of a sentence only if the next word is one that begins sentences.
_ABBREVIATION = re.compile(
    r"co|corp|inc|ltd|llc|plc|bros|jr|sr|etc|cf|est|approx|dept|univ|intl|ph\.d|[ap]\.m"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    re.IGNORECASE,
)
_GLUED = re.compile("다[.][가-힣]{2}")
_FIRM_AND_NEXT = re.compile(
    r"(?:co|corp|inc|ltd|llc|plc)\s+[A-Z][\w.]*(?:['’]s |, | (?:is|has|was|had|will|said|also) )", re.IGNORECASE
)
"""A firm's name that ends a sentence, with the subject of the next: `Tencent Holdings Ltd. Zhipu, last`."""
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_BEGINNER = re.compile(
    r"the|an?|this|that|these|those|he|she|it|they|we|i|its|his|her|their|our|but|and|in|on|at|by|for|from|with|as|if"
    r"|when|while|after|before|since|according|however|meanwhile|also|although|though|both|some|many|most|there"
    r"|what|who",
    re.IGNORECASE,
)


def split_sentences(paragraph: str) -> list[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends.

    '3.5배다. 01.AI다.' → (0, 6) (7, 14)
    'Moonshot Co., Ltd. grew. It did.' → (0, 24) (25, 32)
    '그는 “왔다. 봤다”고 했다.' → (0, 16)
    """
    sentences: list[tuple[int, int]] = []
    start = 0
    for end in _sentence_ends(paragraph):
        start += _spaces(paragraph, start, end)
        sentences.append((start, end))
        start = end
    return sentences


def _spaces(paragraph: str, start: int, end: int) -> int:
    """How many white spaces stand at the start."""
    return end - start - len(paragraph[start:end].lstrip())


def _sentence_ends(paragraph: str) -> Iterator[int]:
    """The ends of the sentences, the last one included."""
    closed = quotations(paragraph)
    begin = 0
    last = len(paragraph.rstrip())
    for found in _END.finditer(paragraph, 0, last):
        end = found.end()
        at_space = end == last or paragraph[end].isspace() or found["mark"][0] in "。！？" or _is_glued(paragraph, end)
        while closed and closed[-1][1] < end:
            closed.pop()
        inside = bool(closed) and closed[-1][0] < end
        if end < last and at_space and not inside and not _goes_on(paragraph, begin, found):
            yield end
            begin = end
    if last > begin:
        yield last


def _is_glued(paragraph: str, end: int) -> bool:
    """Whether a Korean sentence ended although no space follows: `떠났다.그는`."""
    return bool(_GLUED.match(paragraph, end - 2))


def _goes_on(paragraph: str, begin: int, found: re.Match[str]) -> bool:
    """Whether the sentence goes on after this mark although white space follows."""
    dot, end = found.start(), found.end()
    following = paragraph[end : end + _WINDOW]
    word = _NEXT_WORD.match(following)
    after = word[1] if word else ""
    before = paragraph[max(begin, dot - _WINDOW) : dot]
    quoted = end > found.end("mark")
    if after[:1].islower() and (quoted or before[-1:].isascii()) and before[-1:].isalpha():
        return True
    if quoted and after[:1].islower():
        return True
    if found["mark"] != "." or quoted:
        return False
    if before[-1:].isdigit():
        return _number_goes_on(before, following, whole=dot - begin <= _WINDOW)
    word = _WORD_BEFORE.search(before)
    if word and _FIRM_AND_NEXT.match(f"{word.group()}{paragraph[end : end + 2 * _WINDOW]}"):
        return False
    return _abbreviation_goes_on(before, after)


def _number_goes_on(before: str, following: str, *, whole: bool) -> bool:
    """Whether a full stop after a digit belongs to a date (`2024. 11. 24.`) or numbers an item (`1. …`)."""
    return bool(
        _DATE_BEFORE.search(before)
        or (_YEAR_BEFORE.search(before) and _REST_OF_DATE.match(following))
        or (whole and _ITEM_NUMBER.fullmatch(before)),
    )


def _abbreviation_goes_on(before: str, after: str) -> bool:
    """Whether a full stop after a Latin word only shortens it."""
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found.group()
    if _BEFORE_NUMBER.fullmatch(word):
        return after.isdigit()
    shortened = _INITIALS.fullmatch(word) or _ABBREVIATION.fullmatch(word)
    return bool(_TITLE.fullmatch(word) or (shortened and not _BEGINNER.fullmatch(after)))
