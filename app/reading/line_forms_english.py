"""Lines of English pages that are not the article: by-lines, credits, pointers to other articles, sign-up forms."""

import re
from typing import Final

_NAME: Final = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
_NAMES: Final = rf"{_NAME}(?:(?:,? and|,) {_NAME})*"
_BY_LINE = re.compile(
    rf"[Bb]y {_NAMES}(?: in [A-Z]\w+(?: [A-Z]\w+)?)?(?: ?[|•·–—-] ?.{{0,80}})?$"
    rf"|{_NAME} in [A-Z]\w+(?: [A-Z]\w+)?(?:,? and {_NAME} in [A-Z]\w+(?: [A-Z]\w+)?)?$"
)
_CREDIT = re.compile(
    r"[-–—( ]*(?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten"
    r"|[Tt]ranslated) by"
    r"|With assistance (?:from|by)) [A-Z].{0,120}$"
    r"|FILE PHOTO\b.*$|.{0,140}\b(?:REUTERS|Reuters|AFP|Getty|Bloomberg)/[A-Z][\w .]{2,30}$|Credits?: ?[A-Z].{0,40}$"
)
_POINTER = re.compile(
    r"[\[(]?(?:read (?:more|also|next)|see also|also read|related(?: (?:story|article|news|reading))?|don[’']t"
    r" miss|must read"
    r"|watch|listen|recommended|explore|more (?:on|from) [\w ]{2,30})\s?[:：>|–—]\s?\S.{0,140}$",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:advertisement|sponsored(?: content)?|skip to (?:main )?content|share(?: this (?:article|story))?|print"
    r"|comments?"
    r"|\d{1,2} of \d{1,2}|(?:\d{1,2}|a) ?min(?:ute)?s? read|reading time\b.{0,20}|why you can trust .{2,30}"
    r"|listen to (?:this|the) .{2,30}|(?:topics?|tags?|filed under|keywords?) ?: .{0,80}|disclaimer:? .{0,120}"
    r"|(?:first )?(?:published|updated|posted|last updated)\b:?(?! by)[\w ,.:|/()+-]{4,60}"
    r"|join the conversation|a newsletter for you|log ?in|sign ?in|already a subscriber\?.{0,20}|back to top)$",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"(?:sign up|subscribe|follow us|click here|download (?:our|the)|get (?:the|our|more)|join (?:our|us)|have a tip\?"
    r"|got a tip\?|want more)\b.{0,130}(?:newsletter|inbox|updates|channel|alerts|subscri|to read|tips?\b|\bX\b"
    r"|app\b|Twitter"
    r"|Telegram|LinkedIn).{0,40}$",
    re.IGNORECASE,
)
LIST_HEADER = re.compile(
    r"(?:recommended(?: for you)?|trending(?: now)?|you may (?:also )?like|you might also like|what to read next"
    r"|up next"
    r"|editors?[’']? picks?|more from .{2,30}|more stories|latest (?:news|stories)|top stories|popular(?: now)?"
    r"|must[ -]reads?"
    r"|also read|further reading|recent posts)\s?:?$",
    re.IGNORECASE,
)
"""The line above a list of other articles."""


def is_english_scrap(text: str) -> bool:
    """Whether a line of an English page is no part of the article, wherever it stands.

    '(Reporting by Jane Doe; Editing by John Roe)' → yes
    'By Tuesday, the company had raised $1 billion.' → no
    """
    return any(form.match(text) for form in (_BY_LINE, _CREDIT, _POINTER, _BUTTON, _SIGN_UP))
