"""The form of a single line: prose, list item, heading, caption, by-line, copyright line."""

import re
from enum import Enum, auto
from typing import Final

from app.reading.legible import legible
from app.reading.line_forms_english import LIST_HEADER, is_english_scrap

# A headline is rarely longer, a paragraph rarely shorter.
_HEADLINE_LIMIT: Final = 100
_PARAGRAPH_LIMIT: Final = 80
_CAPTION_LIMIT: Final = 150
# The form shows at the two ends: a line of any length costs the same.
_WINDOW: Final = 600

_CLOSERS: Final = r"[”’\"'」』》〉）)\]】»]*"
_STATEMENT = re.compile(rf"[다요죠까][.!?]{_CLOSERS}(?:\s|$)")
_FULL_STOP = re.compile(rf"(?<!\.)[.。]{_CLOSERS}$")
_MARK_AT_END = re.compile(rf"[?!？！…。.]{_CLOSERS}$")
_ITEM = re.compile(r"^[-–—·•ㆍ▪]\s*[^\s\-–—·•]")
_POINTER = re.compile(r"^[▶▷►☞※→]+\s*\S")
_HEADED = re.compile(r"^[■□◆◇●○▣◈★☆]+\s*\S")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}", re.ASCII)
_COPYRIGHT = re.compile(
    r"[©ⓒ]|저작권자|[Cc]opyright\s?(?:\(c\)|\d{4})|[Aa]ll [Rr]ights [Rr]eserved|재배포\s?금지"
    r"|무단\s?(?:전재|복제|배포|도용)[^.]{0,20}(?:금지|금합|불허)",
)
_FORBIDS = re.compile(r"무단\s?(?:전재|복제|배포|도용)[^.]{0,20}(?:금지|금합|불허)")
_BY_LINE = re.compile(
    r"^[^.]{0,30}(?:기자|특파원|논설위원|통신원|에디터|앵커)\s*[=/]?$"
    r"|^By [A-Z][\w.' -]{2,50}$|^[^.]{0,12}=[가-힣 ]{2,12}$",
)
_STAMP_WORDS = re.compile(
    r"(?:기사)?(?:입력|등록|수정|작성|승인|업데이트|최종|발행|송고|오전|오후|지면|일시|시간)+"
    r"|Published|Updated|Posted|[AaPp]\.?[Mm]\.?|[A-Z]{2,4}T\b|\d+[년월일시분초면]?|[\s.:/|,·()\[\]-]",
)
_BUTTON = re.compile(
    r"공유(?:하기)?|페이스북|트위터|카카오(?:톡|스토리)|네이버(?:블로그)?|밴드|링크|URL|주소|복사(?:하기)?|스크랩"
    r"|인쇄(?:하기)?|프린트|글자(?:크기)?|크기|크게|작게|댓글|좋아요|싫어요|구독(?:하기)?|북마크|닫기"
    r"|Share|Facebook|Twitter|LinkedIn|Email|Print|Copy|Link|Bookmark|WhatsApp|[XxＸ가+\-]|\d+|[\s|/·,()]",
)
_BUTTON_WORD = re.compile(r"공유|카카오|URL|스크랩|인쇄|프린트|글자|댓글|좋아요|구독|Share|Copy|Print|Bookmark")
_LIST_HEADER = re.compile(
    r"^[\[<(【▶■◆●]?\s*(?:(?:이 기사와\s?)?관련\s?(?:기사|뉴스)|(?:많이|함께) 본 (?:기사|뉴스)"
    r"|(?:인기|추천|주요)\s?(?:기사|뉴스)|Related(?: (?:articles|stories|news))?|Read (?:more|next)"
    r"|Most (?:read|popular))\s*[:\])>】]?$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:사진|자료|그래픽|이미지|영상|출처|캡처|[Pp]hoto|[Cc]redit|[Ss]ource|[Ii]mage)(?:\s?제공)?\s?[=:]\s?\S[^.]{0,40}$"
    r"|(?:사진|그래픽)\s?/\s?\S{1,15}$"
    r"|[=/\[(<].{0,30}(?:제공|캡처)[\])>.]?$|[Pp]hoto(?:graph)? by .{2,40}$"
    r"|(?:^|[\s/=·])(?:연합뉴스|로이터|뉴시스|뉴스1|AFP|EPA|AP|Reuters|Getty Images|게티이미지\w{0,9})"
    r"(?:연합뉴스|뉴스1?)?[\])>.]?$",
)
_CAPTION_MARK = re.compile(r"^[▲△◀◁▼▽]")


class LineForm(Enum):
    """What a line looks like, whatever stands around it."""

    PROSE = auto()
    LISTED = auto()
    LISTED_SENTENCE = auto()
    HEADED = auto()
    SHORT = auto()
    LIST_HEADER = auto()
    SCRAP = auto()
    CLOSING = auto()


def form_of(line: str) -> LineForm:
    """The form of one line.

    '중국 정부도 지원에 나서고 있다.' → PROSE
    '- 5만 관중 앞에서 무슨 일?' → LISTED
    '베이징=홍길동 특파원 hong@example.com' → CLOSING
    """
    text = _ends_of(line)
    for is_of_form, form in _NEVER_ARTICLE:
        if is_of_form(text):
            return form
    sentence = bool(_FULL_STOP.search(text)) or is_statement(text)
    if _ITEM.match(text):
        return LineForm.LISTED_SENTENCE if sentence else LineForm.LISTED
    if (sentence and _MARK_AT_END.search(text)) or len(text) > _HEADLINE_LIMIT:
        return LineForm.PROSE
    return LineForm.HEADED if _HEADED.match(text) else LineForm.SHORT


def is_statement(line: str) -> bool:
    """Whether a line ends in a Korean statement, with its full stop or without: '…로 예상된다'."""
    text = _ends_of(line).rstrip(".!?…”’\"')")
    return text.endswith(
        ("니다", "한다", "된다", "했다", "었다", "았다", "였다", "이다", "있다", "없다", "졌다", "났다")
    )


def is_paragraph(line: str) -> bool:
    """Whether a line is long enough to be a paragraph of an article rather than a closing remark."""
    return len(_ends_of(line)) >= _PARAGRAPH_LIMIT


def _ends_of(line: str) -> str:
    """The line in one spelling; of a very long one its two ends."""
    ends = line if len(line) <= _WINDOW else f"{line[: _WINDOW // 2]} {line[-_WINDOW // 2 :]}"
    return legible(ends).text.strip()


def _is_closing(text: str) -> bool:
    """Whether a line is a by-line with an address or a copyright line. A line that also tells something is neither."""
    if len(text) > _CAPTION_LIMIT:
        return False
    if _FORBIDS.search(text):
        return True
    return bool((_MAIL.search(text) or _COPYRIGHT.search(text)) and not _STATEMENT.search(text))


def _is_scrap(text: str) -> bool:
    """Whether a line is a caption, a by-line, a time stamp, share buttons or a link, wherever it stands."""
    if len(text) > _CAPTION_LIMIT or len(_STATEMENT.findall(text)) > 1:
        return False
    if _CREDIT.search(text) and not is_statement(text):
        return True
    if _STATEMENT.search(text):
        return False
    if _CAPTION_MARK.match(text):
        return text.count(text[0]) == 1
    return bool(_POINTER.match(text) or _BY_LINE.match(text)) or _is_time_stamp(text) or _is_buttons(text)


def _is_time_stamp(text: str) -> bool:
    """Whether nothing but a date, a time and the words for them stand in the line."""
    return any(sign.isdigit() for sign in text) and not _STAMP_WORDS.sub("", text)


def _is_buttons(text: str) -> bool:
    """Whether nothing but the names of share buttons stand in the line."""
    return bool(_BUTTON_WORD.search(text)) and not _BUTTON.sub("", text)


_NEVER_ARTICLE: Final = (
    (_is_closing, LineForm.CLOSING),
    (_LIST_HEADER.match, LineForm.LIST_HEADER),
    (LIST_HEADER.match, LineForm.LIST_HEADER),
    (_is_scrap, LineForm.SCRAP),
    (is_english_scrap, LineForm.SCRAP),
)
