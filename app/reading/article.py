"""The lines of an article, and which of them are not the article: by-lines, copyright, captions, other headlines.

Decided by form, never by the phrases of one paper. Numbers in other headlines are bait, and a lost paragraph is a lost
fact: what looks like furniture but is a full sentence counts as body as long as the article has not closed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cache
from itertools import groupby
from typing import Final

from app.reading.line_forms import LineForm, form_of, is_paragraph, is_statement

_LINE = re.compile(r"[^\r\n]+")
# A byte order mark and zero-width spaces show nothing, so they make no line and belong to none.
_INVISIBLE: Final = "\ufeff\u200b"
# A closing line is followed by a remark or two at most; more sentences than that are the article itself.
_ARTICLE_GOES_ON: Final = 3


class LineRole(StrEnum):
    """What a line is to the article."""

    TITLE = "title"
    SUBHEAD = "subhead"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: `text[start:end]` of the text as given, without the white space around it."""

    paragraph: int
    role: LineRole
    start: int
    end: int
    text: str


class _Part(Enum):
    """How far down the text we are."""

    HEAD = auto()
    MIDDLE = auto()
    TAIL = auto()
    CLOSED = auto()


def read_lines(text: str) -> list[Line]:
    r"""Every non-blank line with its number and role.

    '제목\n부제\n본문이다.\n- 다른 기사 제목' → title, subhead, body, furniture
    '제목\n\n본문이다.' → p1 title, p2 body (blank lines do not count)
    '제목\n본문이다.\n홍길동 기자 hong@example.com' → title, body, furniture
    """
    spans = _spans(text)
    roles = _roles([text[start:end] for start, end in spans])
    return [
        Line(number, role, start, end, text[start:end])
        for number, ((start, end), role) in enumerate(zip(spans, roles, strict=True), start=1)
    ]


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the non-blank lines stand."""
    spans: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        line = found.group()
        inner = line.lstrip().lstrip(_INVISIBLE).lstrip()
        start = found.end() - len(inner)
        end = start + len(inner.rstrip().rstrip(_INVISIBLE).rstrip())
        if end > start:
            spans.append((start, end))
    return spans


def _roles(lines: Sequence[str]) -> list[LineRole]:
    """The role of each line, from its own form and from where the body begins, ends and closes."""
    forms = [*map(cache(form_of), lines)]  # what stands in a text a hundred thousand times is looked at once
    prose = [i for i, form in enumerate(forms) if form is LineForm.PROSE and i]
    first = prose[0] if prose else len(lines)
    closing = _closing(forms, lines, first if prose else 0)
    last = max((i for i in prose if i < closing), default=closing)
    states = cache(is_statement)
    told = _in_lists_of_sentences(forms)
    roles: list[LineRole] = []
    in_list = False
    for i, form in enumerate(forms):
        in_list = form is LineForm.LIST_HEADER or (in_list and form in _LISTED)
        part = _part(i, first, last, closing)
        if i == 0:
            # A text may begin without a headline.
            roles.append(LineRole.BODY if form is LineForm.PROSE and is_paragraph(lines[0]) else LineRole.TITLE)
        elif in_list or form in _NEVER_ARTICLE:
            roles.append(LineRole.FURNITURE)
        elif part is _Part.TAIL and form is LineForm.LISTED_SENTENCE:
            roles.append(LineRole.BODY if i in told else LineRole.FURNITURE)
        elif part is _Part.TAIL and form is LineForm.SHORT and states(lines[i]):
            roles.append(LineRole.BODY)
        else:
            roles.append(_BY_PART[part].get(form, LineRole.FURNITURE))
    return roles


_NEVER_ARTICLE: Final = frozenset({LineForm.CLOSING, LineForm.SCRAP, LineForm.LIST_HEADER})
_LISTED: Final = frozenset({LineForm.LISTED, LineForm.HEADED, LineForm.SHORT})
_IN_LIST: Final = frozenset({LineForm.LISTED, LineForm.HEADED, LineForm.LISTED_SENTENCE})
_BY_PART: Final[dict[_Part, dict[LineForm, LineRole]]] = {
    _Part.HEAD: dict.fromkeys(LineForm, LineRole.SUBHEAD),
    _Part.MIDDLE: {
        LineForm.PROSE: LineRole.BODY,
        LineForm.LISTED_SENTENCE: LineRole.BODY,
        LineForm.LISTED: LineRole.BODY,
        LineForm.HEADED: LineRole.SUBHEAD,
        LineForm.SHORT: LineRole.SUBHEAD,
    },
    _Part.TAIL: {},
    _Part.CLOSED: {},
}


def _part(i: int, first: int, last: int, closing: int) -> _Part:
    """Where a line stands."""
    if i >= closing:
        return _Part.CLOSED
    if i < first:
        return _Part.HEAD
    return _Part.MIDDLE if i <= last else _Part.TAIL


def _closing(forms: Sequence[LineForm], lines: Sequence[str], first: int) -> int:
    """The line that closes the article: a by-line with e-mail or a copyright line, with no more article after it."""
    closing, prose_after = len(lines), 0
    for i in range(len(lines) - 1, first, -1):
        if forms[i] is LineForm.CLOSING:
            closing = i
        elif forms[i] is LineForm.PROSE:
            prose_after += 1
            if prose_after >= _ARTICLE_GOES_ON or is_paragraph(lines[i]):
                break
    return closing


def _in_lists_of_sentences(forms: Sequence[LineForm]) -> set[int]:
    """The listed sentences whose list is made of sentences, rather than of the headlines of other articles."""
    found: set[int] = set()
    for is_list, run in groupby(range(len(forms)), key=lambda i: forms[i] in _IN_LIST):
        lines = list(run)
        sentences = {i for i in lines if forms[i] is LineForm.LISTED_SENTENCE}
        if is_list and 2 * len(sentences) > len(lines):
            found |= sentences
    return found
