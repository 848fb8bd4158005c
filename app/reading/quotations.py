"""Where quotations and brackets open and close."""

import re
from collections import Counter
from typing import Final

_PAIRS: Final = {
    "“": "”", "‘": "’", "«": "»", "(": ")", "[": "]", "{": "}", "（": "）", "【": "】",
    "「": "」", "『": "』", "《": "》", "〈": "〉",
}  # fmt: skip
_OPENS: Final = {close: opened for opened, close in _PAIRS.items()}
_STRAIGHT: Final = "\"'"
_MARK = re.compile(r"[“”‘’()\[\]{}「」『』《》〈〉（）【】«»\"']")
_SHORT_YEAR = re.compile(r"['’][0-9]{2}(?![0-9])")
# No quotation within a paragraph is longer: two marks further apart belong to different quotations, each half lost.
_LONGEST: Final = 1000


def quotations(line: str) -> list[tuple[int, int]]:
    """The outermost quotations and brackets, last one first: where they open and where their closing mark stands.

    'a “b ‘c’ d” e' → [(2, 10)]
    '(a) “b' → [(0, 2)]
    "don't “x”" → [(6, 8)]
    """
    pairs = sorted(pair for pair in _pairs(line) if pair[1] - pair[0] <= _LONGEST)
    outermost: list[tuple[int, int]] = []
    for opened, closed in pairs:
        if not outermost or opened > outermost[-1][1]:
            outermost.append((opened, closed))
    return outermost[::-1]


def _pairs(line: str) -> list[tuple[int, int]]:
    """Every mark that opens and the one that closes it. A mark without its other half is nothing."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    count: Counter[str] = Counter()
    for found in _MARK.finditer(line):
        mark, at = found.group(), found.start()
        if _is_apostrophe(line, at):
            continue
        opener = mark if mark in _STRAIGHT else _OPENS.get(mark, "")
        if mark in _PAIRS or (mark in _STRAIGHT and _opens(line, at, waits=bool(count[mark]))):
            waiting.append((mark, at))
            count[mark] += 1
        elif count[opener]:
            while True:
                kind, opened = waiting.pop()
                count[kind] -= 1
                if kind == opener:
                    break
            pairs.append((opened, at))
    return pairs


def _is_apostrophe(line: str, at: int) -> bool:
    """Whether the mark belongs to a word: `don't`, `China’s`, `'24`."""
    if line[at] not in "'’":
        return False
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    inside = before.isascii() and before.isalnum() and after.isascii() and after.isalpha()
    return inside or (not before.strip() and bool(_SHORT_YEAR.match(line, at)))


def _opens(line: str, at: int, *, waits: bool) -> bool:
    """Whether a straight mark opens: after white space, or glued to a Korean word while none of its kind waits."""
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if not after.strip():
        return False
    return not before.strip() or before in "([{“‘·,/-…=" or not waits
