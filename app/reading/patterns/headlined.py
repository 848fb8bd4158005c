"""Investments as headlines tell them, without particles and verbs: `텐센트, 스텝펀에 5억 달러 투자`."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.investment import invested
from app.reading.patterns.parts import FREE
from app.reading.patterns.rules import Statement, places, rule, stretch
from app.reading.tagged import Tagged

_END: Final = r"(?=$|…|\.\.|[”’\"']|, |·)"
"""Where a headline or a part of it ends."""
_LIST: Final = "(?: 등(?: [가-힣]{1,6})?)?"


def _is_headline(found: re.Match[str], *groups: str) -> bool:
    """Whether the lists are those of headlines, which a point joins: a comma parts who acts from the rest."""
    return not any(", " in found[group] for group in groups)


@rule(
    "headline-invests",
    rf"^(?P<before>{FREE}{{0,24}})<OS:investors>{_LIST}, (?:{FREE}{{0,20}} )?<OS:startups>{_LIST}"
    rf"(?:에(?:도)? (?:{FREE}{{0,24}})?(?P<verb>투자|출자|베팅)(?: ?(?:단행|집행|완료))?"
    rf"|(?:의)? (?:{FREE}{{0,6}})?(?P<stake>지분(?: {FREE}{{1,10}})? (?:인수|매입|취득|확보|투자)|시리즈 ?[A-H]\+? "
    rf"(?:주도|참여)"
    rf"|투자 ?(?:라운드)? ?(?:주도|참여))){_END}",
    "[텐센트], [스텝펀]에 5억 달러 투자 → investment 텐센트 스텝펀",
    "[텐센트]·[샤오미], [스텝펀] 지분 10% 인수 → investment 텐센트 스텝펀; investment 샤오미 스텝펀",
    "[텐센트], [스텝펀]에 5억 달러 투자 검토 →",
    "[텐센트], [스텝펀] 인수 →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    planned = re.search("검토|추진|논의|협상|설|할 듯|전망|계획|예정|나서나|하나", found.group())
    if not planned and _is_headline(found, "investors"):
        span = stretch(found, "startups", "verb" if found["verb"] else "stake")
        yield from invested(places(found, "investors"), places(found, "startups"), span, 0.9)


@rule(
    "headline-got",
    rf"^(?P<before>{FREE}{{0,24}})<O:startup>, (?:{FREE}{{0,20}} )?<OS:investors>{_LIST}"
    rf"(?:에서|서|으로부터|로부터|에게서|에|의)? (?:{FREE}{{0,24}})?(?P<verb>투자(?:금)? ?(?:유치|받아|확보|받았다)"
    rf"|투자받아|자금 ?(?:유치|조달|수혈))"
    rf"(?: ?(?:성공|완료))?{_END}",
    "[스텝펀], [텐센트]·[난링캐피털]서 투자 유치 → investment 텐센트 스텝펀; investment 난링캐피털 스텝펀",
    "[스텝펀], [텐센트]와 투자 유치 협상 →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    planned = re.search("검토|추진|논의|협상|설|전망|계획|예정|나서|[와과] ", found.group())
    if not planned and _is_headline(found, "investors"):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.9)


@rule(
    "headline-with-partakers",
    rf"^(?P<before>{FREE}{{0,24}})<O:startup>(?:,|이|가)? (?:{FREE}{{0,40}})?"
    rf"(?P<raised>투자(?:금)? ?(?:유치|받아|확보)|투자받아|자금 ?(?:유치|조달|수혈))(?: ?(?:성공|완료))?(?:…|\.\.+|,"
    rf"|·) ?"
    rf"(?:{FREE}{{0,10}} )?<OS:investors>{_LIST}(?:이|가|도)? (?:{FREE}{{0,8}} )?(?P<verb>참여|주도|합류|베팅"
    rf"|투자){_END}",
    "[스텝펀], 대규모 투자 유치…[텐센트]·[난링캐피털] 참여 → investment 텐센트 스텝펀; investment 난링캐피털 스텝펀",
    "[스텝펀], 대규모 투자 유치…[텐센트]·[난링캐피털] 긴장 →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search("검토|추진|논의|협상|설|전망|계획|예정|나서", found.group()):
        span = stretch(found, "raised", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.9)
