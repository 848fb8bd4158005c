"""Whether something is the text of an article that can be read: text, not HTML; Korean or English."""

import re
from collections.abc import Iterator
from typing import Final

READ: Final = {"ko": "Korean", "en": "English"}
"""The languages that are read."""
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<(?:p|div|span|body|head|script|article|table|br|h[1-6])[\s/>]", re.IGNORECASE
)
LARGEST: Final = 1_000_000
"""Bytes in UTF-8 of the longest text that is read: an article has some thousand."""
_TAGS_OF_HTML: Final = 3
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_NO_HANGUL: Final = re.compile("[^가-힣]+")
_NO_LATIN: Final = re.compile("[^A-Za-z]+")
_MOSTLY: Final = 0.3
"""Share of Hangul among letters from which on a text is Korean: it holds Latin names and numbers as well."""
_NEARLY_ALL: Final = 0.9
_ENGLISH_WORDS: Final = frozenset(
    {"the", "of", "and", "to", "in", "a", "is", "for", "that", "on", "with", "as", "by", "at", "from", "its", "was"}
)
_ENOUGH: Final = 0.12
"""Share of the commonest words from which on a text in Latin letters is English; other languages have hardly one."""


def unfit(text: str) -> Iterator[str]:
    """Why a text cannot be read, in a sentence each; nothing if it can be.

    '네뷸라AI는 리란이 창업했다.' → nothing
    '<p>네뷸라AI</p><p>…</p>' → it is HTML
    '星云智能由李岚创立。' → the language
    """
    if not text.strip("\ufeff\u200b \t\r\n"):
        yield "is empty; send the text of the article"
        return
    if "\0" in text:
        yield f"holds a NUL character at {text.index(chr(0))}; send text"
        return
    tags = _HTML.findall(text)
    if len(tags) >= _TAGS_OF_HTML or (tags and tags[0].casefold().startswith(("<!", "<html"))):
        yield f"looks like HTML ({tags[0]}…); send the text of the article alone, a paragraph a line"
        return
    if language(text) is None:
        listed = " and ".join(f"{name} ({code})" for code, name in READ.items())
        yield f"is in no language that is read; those are {listed}"


def language(text: str) -> str | None:
    """The language of a text, `ko` or `en`; None for any other.

    >>> language("네뷸라AI는 Li Lan이 창업했다."), language("Nebula AI was founded by Li Lan in the city of Hangzhou.")
    ('ko', 'en')
    >>> language("星云智能由李岚创立。"), language("Nebula AI wurde von Li Lan in der Stadt Hangzhou gegründet.")
    (None, None)
    """
    letters, latin = letters_of(text)
    if letters and len(_NO_HANGUL.sub("", text)) >= _MOSTLY * letters:
        return "ko"
    words = re.findall(r"[a-z]+", text.casefold())
    common = sum(word in _ENGLISH_WORDS for word in words)
    return "en" if letters and latin >= _NEARLY_ALL * letters and common >= _ENOUGH * len(words) else None


def letters_of(text: str) -> tuple[int, int]:
    """How many letters a text has, and how many of them are Latin ones without a mark.

    >>> letters_of("네뷸라 AI, 2024")
    (5, 2)
    """
    return len(_NO_LETTERS.sub("", text)), len(_NO_LATIN.sub("", text))
