"""Who founded the company that the sentences before speak of: `P가 세운 이 회사`, `회사를 설립한 사람은 P다`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.reading.patterns.employment import STYLED
from app.reading.patterns.foundings import (
    ALONE,
    ETC,
    FOUND,
    IS,
    LEAVES,
    WHO_FOUNDED,
    WHO_IS,
    founded_it,
    period_between,
)
from app.reading.patterns.parts import CLOSE, DOER, FREE, GAP, IT
from app.reading.patterns.rules import Statement, is_stated, places, rule
from app.reading.tagged import ORG, PERIOD, Tagged

_NO_OBJECT: Final = re.compile(
    "[가-힣]+[을를] (?:바탕으로|토대로|기반으로|계기로|나와|떠나|그만두고|마치고|마친 뒤|졸업하고|졸업한 뒤) "
)
"""What is no object of a founding: `로봇을 바탕으로 창업했다`."""


@rule(
    "founded-it",
    rf"<PS:person>{STYLED}{ETC}{DOER} "
    rf"(?P<between>{FREE}{{0,36}}?)"
    rf"(?<![가-힣])(?P<verb>{FOUND}(?:했|하며|하고)|세웠|차렸)",
    "[모델베스트]는 유명하다. 칭화대 부교수인 <류즈위안>이 공동 창업했다. → founding 류즈위안 모델베스트",
    "<류즈위안>이 회사를 창업하지 않았다. →",
    "[유니트리]는 유명하다. <왕싱싱>이 2016년 항저우에서 회사를 세웠다. → founding 왕싱싱 유니트리",
    "[유니트리]는 유명하다. <왕싱싱>이 대학 시절 개발한 로봇을 바탕으로 2016년 창업했다. → founding 왕싱싱 유니트리",
    "[유니트리]는 유명하다. <왕싱싱>이 지난해 새 회사를 세웠다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Somebody founded 'it': no object stands before the verb but 회사."""
    if re.search(f"{ORG}[은는을를도]", sentence.text[: found.start()]) or not is_stated(sentence, found.end()):
        return
    between = _NO_OBJECT.sub("", found["between"])
    if re.search("[을를] ", between) and not re.fullmatch(
        f"(?:{FREE}*[에에서{PERIOD}] )?(?:이 )?회사[을를] (?:공동 )?", between
    ):
        return
    for person in places(found, "person"):
        yield founded_it(person, (person, found.end("verb")), 0.85)


@rule(
    "founded-this-company",
    rf"<PS:person>{STYLED}{ETC}{DOER} (?P<between>{ALONE}{{0,36}}?)"
    rf"(?P<verb>{WHO_FOUNDED}) {IT}",
    "[타이후]는 돈을 받았다. <덩하이보>가 2023년 세운 이 회사는 크다. → founding 덩하이보 타이후",
    "[즈푸]는 컸다. <탕제>가 주도해 만든 이 회사는 유명하다. → founding 탕제 즈푸",
    "[즈푸]는 컸다. <탕제>가 떠난 이 회사는 유명하다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    period = period_between(sentence, *found.span("between"))
    for person in places(found, "person"):
        yield replace(founded_it(person, (person, found.end("verb")), 0.88), period=period)


@rule(
    "founded-it-nominal",
    rf"<PS:person>{STYLED}{ETC}{DOER} (?P<between>{ALONE}{{0,36}}?)(?P<verb>{WHO_FOUNDED}) "
    rf"(?:{CLOSE}{{0,16}}? )?(?:회사|기업|업체|스타트업|곳)(?:이?다|이며|이고|입니다)",
    "[즈푸]는 컸다. 교수였던 <탕제>가 2019년 창업한 회사다. → founding 탕제 즈푸",
    "[즈푸]는 컸다. 교수였던 <탕제>가 2019년 떠난 회사다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text:
        for person in places(found, "person"):
            yield founded_it(person, (person, found.end("verb")), 0.85)


@rule(
    "who-founded-it",
    rf"(?:^|[,.] |[며고],? |그리고 )(?:{IT}|회사)(?:를|을) (?P<how>{FREE}{{0,24}}?)(?P<verb>{WHO_FOUNDED}) "
    rf"(?:{WHO_IS}(?:{CLOSE}{{0,40}} )?<PS:person>{STYLED}{ETC}{IS}|(?:{GAP} )?<PS:person2>)",
    "[유니트리]는 로봇 기업이다. 회사를 설립한 사람은 <왕싱싱>이다. → founding 왕싱싱 유니트리",
    "[유니트리]는 로봇 기업이다. 이 회사를 창업한 <왕싱싱>은 젊다. → founding 왕싱싱 유니트리",
    "[유니트리]는 로봇 기업이다. 이 회사를 인수한 <왕싱싱>은 젊다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Who founded the company that the sentences before speak of."""
    if ORG not in sentence.text[: found.end()] and not LEAVES.search(found["how"]):
        for role in ("person", "person2"):
            for person in places(found, role):
                yield founded_it(person, (found.start("verb"), person + 1), 0.85)
