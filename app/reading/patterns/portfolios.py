"""Whom one investor put money into, several at once, and what its money brought a company to."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.investment import INVESTORS_DO, ROUND, has_other_subject, invested, partners
from app.reading.patterns.parts import CLOSE, FREE, LIST_END
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import Tagged

_MONEY: Final = "(?:투자금|투자|자금|자본|뭉칫돈|출자)"


@rule(
    "in-portfolio",
    rf"<O:investor>(?:의)? (?P<verb>(?:{CLOSE}{{0,10}} )?(?:투자 )?포트폴리오)(?:에는|에|로는|로|는) "
    rf"(?:{FREE}{{0,20}} )?"
    rf"<OS:startups>{LIST_END}(?:이|가|도|을|를)? ?(?:{FREE}{{0,12}} )?(?:포함|있|들어|담|올라|꼽)",
    "[징둥]의 투자 포트폴리오에는 [레쥐로봇]과 [스피릿AI]가 포함돼 있다. "
    "→ investment 징둥 레쥐로봇; investment 징둥 스피릿AI",
    "[징둥]의 제품 목록에는 [레쥐로봇]과 [스피릿AI]가 포함돼 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        span = stretch(found, "verb", "startups")
        yield from invested(places(found, "investor"), places(found, "startups"), span, 0.88)


@rule(
    "invested-in-one-then",
    rf"<OS:investors>{INVESTORS_DO} (?P<between>[^.]{{0,40}}?)<OS:first>{LIST_END}에 (?:{FREE}{{0,24}} )?"
    rf"(?:투자|출자)(?:한 데 이어|한 뒤|했고|한 이후|하고),? (?:{FREE}{{0,24}} )?<OS:startups>{LIST_END}에(?:도)? "
    rf"(?:{FREE}{{0,24}} )?"
    r"(?P<verb>투자|출자|베팅)(?:했|한 (?:것|바)|하며|하고)",
    "[징둥]은 [레쥐로봇]에 투자한 데 이어 [스피릿AI]에도 투자했다. "
    "→ investment 징둥 레쥐로봇; investment 징둥 스피릿AI",
    "[징둥]은 [레쥐로봇]에 납품한 데 이어 [스피릿AI]에도 납품했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if has_other_subject(found) or not is_stated(sentence, found.end()):
        return
    investors = [*places(found, "investors"), *partners(sentence, found)]
    for group in ("first", "startups"):
        yield from invested(investors, places(found, group), stretch(found, group, "verb"), 0.9)


@rule(
    "invested-since",
    rf"<OS:investors>{INVESTORS_DO} (?P<between>[^.]{{0,30}}?)<O:startup>(?:의|에)? (?:{FREE}{{0,10}}?)"
    rf"(?:{ROUND}|초기|초창기|설립|창업|엔젤|시드)(?: ?(?:단계|때|시절|당시))?부터 (?:{FREE}{{0,12}} )?"
    r"(?P<verb>투자|출자|자금을 대|돈을 대)(?:해왔|해 왔|했|에 참여했|를 이어|를 해|왔|하고 있|고 있)",
    "[훙산]은 [레쥐로봇]의 시드 라운드부터 투자해왔다. → investment 훙산 레쥐로봇",
    "[훙산]은 [레쥐로봇]의 설립 초기부터 부품을 대왔다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not has_other_subject(found) and is_stated(sentence, found.end()):
        investors = [*places(found, "investors"), *partners(sentence, found)]
        yield from invested(investors, places(found, "startup"), stretch(found, "startup", "verb"), 0.9)


@rule(
    "thanks-to-money",
    rf"<O:startup>(?:은|는|이|가|도) (?P<between>(?:{FREE}{{0,30}} )?)<OS:investors>{LIST_END}의 (?:{CLOSE}{{0,12}} )?"
    rf"(?P<verb>{_MONEY}(?:에 힘입어|를 발판|을 발판|을 바탕|를 바탕|(?:를|을) 등에 업|(?:를|을) 계기로|(?:를"
    rf"|을) 받으며|(?:를|을) 받고|로 몸집"
    r"|로 사업|(?:를|을) 동력))",
    "[레쥐로봇]은 [징둥] 등의 투자에 힘입어 성장했다. → investment 징둥 레쥐로봇",
    "[레쥐로봇]은 [징둥] 등의 주문에 힘입어 성장했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "investors", "verb")
    yield from invested(places(found, "investors"), places(found, "startup"), span, 0.86)


@rule(
    "begun-with-money-of",
    rf"<OS:investors>{LIST_END}의 (?:{CLOSE}{{0,12}} )?"
    rf"(?P<verb>{_MONEY}(?:으로|로) (?:출발|설립|창업|시작|탄생|출범|성장)(?:한|된)) (?:{CLOSE}{{0,16}} )?<O:startup>",
    "[훙산]의 투자로 출발한 [레쥐로봇]은 컸다. → investment 훙산 레쥐로봇",
    "[훙산]의 기술로 출발한 [레쥐로봇]은 컸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "investors", "verb")
    yield from invested(places(found, "investors"), places(found, "startup"), span, 0.86)
