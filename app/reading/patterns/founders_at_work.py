"""Founders who run what they founded, in the same breath: `P CEO가 설립한 O`, `O를 설립해 이끌고 있는 P`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from app.reading.patterns.employment import CHIEF, CURRENT, STYLED, TITLE, each, stated_work, works
from app.reading.patterns.foundings import ALONE, FOUND, LEAVES, WHO_FOUNDED, founded, founded_it
from app.reading.patterns.parts import ACTOR, CLOSE, DOER, FREE, GAP, OBJECT, TOPIC
from app.reading.patterns.positions import LASTS
from app.reading.patterns.rules import CARRIED, Statement, is_stated, place, rule
from app.reading.tagged import ORG, PERSON, Tagged
from app.reading.words import FOUNDER, title_in_english
from app.vocabulary import FactType

_CHIEF: Final = (
    "(?:CEO|CTO|COO|최고경영자|최고기술책임자|최고기술경영자|최고운영책임자|최고과학자|수석과학자|대표이사|대표)"
)
"""An office that is one of the firm itself; a 회장 may head another one."""
_FOUNDED: Final = (
    rf"(?:{FOUND}(?:해|하고|하며|하면서|했고|했으며|한 (?:뒤|후|이후))"
    "|세워|세우고|세운 (?:뒤|후)|세웠고|차려|차리고|차린 (?:뒤|후)),?"
)
_NOW: Final = "(?: 현재| 현재는| 지금까지| 지금은| 지금도| 직접| 현재도)?"
_RUNS: Final = "(?:이끌고|운영하고|경영하고|총괄하고)"
_WHO_RUNS: Final = (
    rf"(?P<what>{_CHIEF}|회장)(?:{OBJECT} (?:맡고 있는|맡은)|으?로 (?:있는|일하는|일하고 있는|재직 중인))"
    rf"|이끄는|운영하는|경영하는|운영 중인|{_RUNS} 있는"
)
"""The verb of who runs a firm, before a noun."""


rule(
    "chief-who-founded",
    rf"(?<!{ORG} )(?<!{ORG}의 )<P:person> (?P<what>{_CHIEF})(?:이|가) (?:{ALONE}{{0,36}} )?"
    rf"(?P<status>{WHO_FOUNDED}) {GAP}<O:organization>",
    "<왕싱싱> 최고경영자가 2016년 설립한 [유니트리]는 크다. "
    "→ founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
    "<레이쥔> 회장이 설립한 [순웨이]는 크다. → founding 레이쥔 순웨이",
    "<왕싱싱> 최고경영자가 2016년 인수한 [유니트리]는 크다. →",
)(partial(works, status=CURRENT, confidence=0.82))


@rule(
    "founded-and-runs",
    rf"<P:person>{STYLED}{ACTOR} (?:[^.{PERSON}]{{0,80}}? )?<O:organization>{OBJECT} (?P<how>{FREE}{{0,20}}?)"
    rf"{_FOUNDED}{_NOW} (?:회사를 )?(?P<status>(?P<what>{_CHIEF}|회장)(?:{OBJECT} (?:맡고 있|맡아 ?왔|겸하고 있)"
    rf"|으?로 (?:(?:회사를 )?{_RUNS} 있|일하고 있|활동하고 있|재직 중|재직하고 있|있(?=다)))"
    rf"|{_RUNS} 있)",
    "<왕싱>은 2010년 [메이퇀]을 설립해 지금까지 경영하고 있다. → founding 왕싱 메이퇀; employment 왕싱 메이퇀 current",
    "<왕싱>은 2010년 [메이퇀]을 창업한 뒤 CEO를 맡아 왔다. → founding 왕싱 메이퇀; employment 왕싱 메이퇀 current",
    "<왕싱>은 2010년 [메이퇀]을 창업한 뒤 은행을 찾았다. → founding 왕싱 메이퇀",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not LEAVES.search(found["how"]):
        yield from stated_work(sentence, found, CURRENT, 0.88)


@rule(
    "founded-and-became",
    rf"<P:person>{STYLED}{ACTOR} (?:[^.{PERSON}]{{0,80}}? )?<O:organization>{OBJECT} (?P<how>{FREE}{{0,20}}?)"
    rf"{_FOUNDED} (?P<what>{_CHIEF}|회장)(?P<status>(?:에|직에|으?로) (?:올랐|취임했|앉았)|{OBJECT} 맡았)",
    "<장다신>은 2023년 [스텝펀]을 설립해 최고경영자에 올랐다. "
    "→ founding 장다신 스텝펀; employment 장다신 스텝펀 current",
    "<장다신>은 2023년 [스텝펀]을 설립해 최고경영자에 친구를 앉혔다. → founding 장다신 스텝펀",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not LEAVES.search(found["how"]) and is_stated(sentence, found.end()):
        yield from (replace(one, doubts=(LASTS,)) for one in works(sentence, found, CURRENT, 0.8))


@rule(
    "founder-and-runner",
    rf"<O:organization>{OBJECT} (?P<how>{FREE}{{0,20}}?)(?P<verb>{_FOUNDED}){_NOW} "
    rf"(?P<status>{_WHO_RUNS}) (?:{CLOSE}{{0,14}} )?<P:person>",
    "[유니트리]를 설립해 이끌고 있는 <왕싱싱>은 젊다. → founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
    "[유니트리]를 창업해 대표를 맡고 있는 <왕싱싱>은 젊다. "
    "→ founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
    "[유니트리]를 찾아 동생을 만난 <왕싱싱>은 젊다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    person, startup = found.start("person"), found.start("organization")
    if not LEAVES.search(found["how"]):
        yield founded(person, startup, (startup, found.end("verb")), 0.93)
        yield from works(sentence, found, CURRENT, 0.88)


@rule(
    "founded-and-run-by",
    rf"<P:person>{STYLED}{DOER} (?:{ALONE}{{0,30}} )?(?P<verb>{_FOUNDED}){_NOW} "
    rf"(?P<status>{_WHO_RUNS}) {GAP}<O:organization>",
    "<왕싱>이 창업하고 대표를 맡고 있는 [메이퇀]이 상장했다. → founding 왕싱 메이퇀; employment 왕싱 메이퇀 current",
    "<왕싱>이 창업해 직접 운영하는 [메이퇀]이 상장했다. → founding 왕싱 메이퇀; employment 왕싱 메이퇀 current",
    "<왕싱>이 창업하고 싶어 하는 도시에서 [메이퇀]이 상장했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    person, startup = found.start("person"), found.start("organization")
    yield founded(person, startup, (person, found.end("verb")), 0.92)
    yield from works(sentence, found, CURRENT, 0.87)


@rule(
    "founder-as-what",
    rf"<P:person>{STYLED}{DOER} (?P<verb>{FOUNDER})(?:(?: 겸 |이자 |이면서 )(?P<what>{TITLE}))?"
    rf"(?P<status>로 있는|를 맡고 있는|인) {GAP}<O:organization>",
    "<왕싱>이 공동 창업자 겸 CEO로 있는 [메이퇀]이 상장했다. → founding 왕싱 메이퇀; employment 왕싱 메이퇀 current",
    "<왕싱>이 창업자인 [메이퇀]이 상장했다. → founding 왕싱 메이퇀",
    "<왕싱>이 창업자로 나온 방송에서 [메이퇀]이 소개됐다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    person, startup = found.start("person"), found.start("organization")
    yield founded(person, startup, (person, found.end("verb")), 0.9)
    if found["what"]:
        yield from works(sentence, found, CURRENT, 0.87)


rule(
    "is-founder-and",
    rf"<P:person>{STYLED}(?:은|는|도) (?:[^.{PERSON}]{{0,60}}? )?<O:organization>의? ?{FOUNDER}"
    rf"(?P<status>(?: 겸 |이자 |이면서 |, ?)(?P<what>{TITLE}))(?:다[.,]|다$|이다|이며|이고|로(?=[, ])|로서|이기도)",
    "<왕허>는 [갤봇]의 공동창업자 겸 CTO로, 박사 학위를 받았다. → founding 왕허 갤봇; employment 왕허 갤봇 current",
    "<왕허>는 [갤봇]의 공동창업자 겸 CTO를 만났다. →",
)(partial(works, status=CURRENT, confidence=0.9))


@rule(
    "founder-leads",
    rf"(?:^|[,.] |[며고],? |출신 |출신의 )(?P<verb>{FOUNDER})(?:인|이자 {CLOSE}{{1,16}}인)? <P:person>(?: {TITLE})?"
    rf"(?:이|가) (?:{ALONE}{{0,16}} )?(?:이끄는|이끌고 있는|운영하는|경영하는) {GAP}<O:startup>",
    "창업자 <량원펑>이 이끄는 [딥시크]는 유명하다. → founding 량원펑 딥시크; employment 량원펑 딥시크 current",
    "창업자 <량원펑>이 떠난 [딥시크]는 유명하다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if ORG not in sentence.text[: found.start()]:
        yield founded(found.start("person"), found.start("startup"), (found.start("verb"), found.end("person")), 0.88)


@rule(
    "founder-and-chief-of-it",
    rf"(?:^|[,.] |[며고],? |[“‘])(?:이 회사(?:의)? |회사의 )?"
    rf"(?:<P:person> {FOUNDER}(?: 겸 |이자 |이면서 )(?P<what>{CHIEF})"
    rf"|{FOUNDER}(?: 겸 |이자 |이면서 )(?P<what2>{CHIEF})인? <P:person2>)(?={ACTOR}|{OBJECT}|의|와|과|에게)",
    "[유니트리]는 로봇 기업이다. <왕싱싱> 창업자 겸 CEO는 젊다. "
    "→ founding 왕싱싱 유니트리; employment 왕싱싱 유니트리 current",
    "[유니트리]는 로봇 기업이다. <왕싱싱> 창업자와 CEO는 젊다. → founding 왕싱싱 유니트리",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The founder, and its chief as well, of the company that the sentences before speak of."""
    if ORG in sentence.text[: found.end()]:
        return
    person, role = each(found, "person")[0], "what" if found["what"] else "what2"
    yield founded_it(person, found.span(), 0.84)
    words = {"person": (person, person + 1), "title": found.span(role), "status": found.span(role)}
    yield Statement(
        FactType.EMPLOYMENT,
        {"person": person, "organization": None},
        (min(person, found.start(role)), max(person + 1, found.end(role))),
        0.84,
        {"status": CURRENT, "title": title_in_english(found[role])},
        words,
        doubts=(CARRIED,),
    )


@rule(
    "chief-founded-the-firm",
    rf"(?:<O:startup>의? (?:<P:person> (?:{_CHIEF}|회장|{FOUNDER})|(?:{_CHIEF}|회장)(?:인)? <P:person2>)"
    rf"|<P:person3> <O:startup2> (?:{_CHIEF}|회장)){ACTOR} "
    rf"(?:(?![^.]{{0,30}}(?:새|다른|첫|또|별도|이전|과거))[^.,{ORG}{PERSON}]{{0,30}}(?<![을를]) )?"
    rf"(?:이 |지금의 |현재의 )?회사를 (?:공동 )?"
    rf"(?P<verb>{FOUND}(?:했|한 (?:뒤|후|것)|하고|하며)|세웠|차렸|세운 (?:뒤|것))",
    "[테크나비]의 <왕레이> 대표는 2019년 회사를 창업했다. "
    "→ founding 왕레이 테크나비; employment 왕레이 테크나비 current",
    "[테크나비]의 최고경영자인 <왕레이>가 2019년 기숙사에서 회사를 세웠다. "
    "→ founding 왕레이 테크나비; employment 왕레이 테크나비 current",
    "[테크나비]의 <왕레이> 대표는 지난해 새 회사를 창업했다. → employment 왕레이 테크나비 current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """`The firm` is the one beside the office."""
    startup = place(found, "startup")
    startup = place(found, "startup2") if startup is None else startup
    person = next(at for at in (place(found, one) for one in ("person", "person2", "person3")) if at is not None)
    if startup is not None and is_stated(sentence, found.end()):
        yield founded(person, startup, found.span("verb"), 0.85)


@rule(
    "who-is-its-founder",
    rf"<O:organization>{TOPIC} (?P<between>[^.{PERSON}{ORG}]{{0,60}}?)<P:person>{STYLED}{DOER} (?P<founder>{FOUNDER})"
    rf"(?P<status>(?:(?: 겸 |이자 |이면서 )(?P<what>{TITLE}))?(?:이?다|이며|이고|로 있))(?![가-힣])",
    "[시후]는 로봇 회사로, <자오밍>이 창업자다. → founding 자오밍 시후",
    "[시후]는 로봇 회사로, <자오밍>이 창업자 겸 CEO다. → founding 자오밍 시후; employment 자오밍 시후 current",
    "[시후]는 로봇 회사로, <자오밍>이 창업자를 만났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    person, startup = found.start("person"), found.start("organization")
    yield founded(person, startup, (person, found.end("founder")), 0.92)
    if found["what"]:
        yield from works(sentence, found, CURRENT, 0.88)


@rule(
    "founder-and-chief-is",
    rf"<O:organization>의? ?(?P<founder>{FOUNDER})(?: 겸 |이자 |이면서 )(?P<what>{CHIEF})(?:은|는) "
    rf"(?P<status>(?:[^.{PERSON}]{{0,40}} )?"
    r"<P:person>(?:이?다|이며|이고|으?로|입니다))(?![가-힣])",
    "[시후]의 창업자 겸 CEO는 1990년생 <자오밍>이다. → founding 자오밍 시후; employment 자오밍 시후 current",
    "[시후]의 창업자 겸 CEO는 <자오밍>을 만났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield founded(found.start("person"), found.start("organization"), found.span("founder"), 0.95)
    yield from works(sentence, found, CURRENT, 0.9)


@rule(
    "leads-as-founder",
    rf"<O:startup>{OBJECT} (?:{FREE}{{0,24}} )?(?:이끄는|이끌고 있는|운영하는|경영하는|키운|키워낸|성장시킨) "
    rf"(?P<verb>{FOUNDER})(?:인)? <P:person>",
    "[시후]를 이끄는 창업자 <자오밍>은 젊다. → founding 자오밍 시후; employment 자오밍 시후 current",
    "[시후]를 세계 1위로 키운 창업자 <자오밍>은 젊다. → founding 자오밍 시후",
    "[시후]를 부러워하는 창업자 <자오밍>은 젊다. →",
)
def _(_sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    person, startup = found.start("person"), found.start("startup")
    yield founded(person, startup, (startup, found.end("person")), 0.9)


rule(
    "chiefs-who-founded",
    rf"<O:organization>{TOPIC} (?:[^.{PERSON}{ORG}]{{0,60}} )?<P> (?:{CHIEF})(?:[와과]|,) <P:person> (?P<what>{CHIEF})"
    rf"(?:이|가) (?:{ALONE}{{0,24}} )?(?P<status>{FOUND}(?:했|한|해)|세웠|세운|차렸|차린)",
    "[시후]는 2018년 <한뤄> CEO와 <자오밍> CTO가 공동 창업했다. → founding 한뤄 시후; founding 자오밍 시후; "
    "employment 한뤄 시후 current; employment 자오밍 시후 current",
    "[시후]는 2018년 <한뤄> CEO와 <자오밍> CTO가 회사를 떠났다. →",
)(partial(stated_work, status=CURRENT, confidence=0.86))


rule(
    "chiefs-who-founded-adnominal",
    rf"(?<!{ORG} )(?<!{ORG}의 )<P:person> (?P<what>{_CHIEF})(?:[와과]|,) <P> {_CHIEF}(?:이|가) (?:{ALONE}{{0,24}} )?"
    rf"(?P<status>{WHO_FOUNDED}) {GAP}<O:organization>",
    "<한뤄> CEO와 <자오밍> CTO가 공동 창업한 [시후]는 크다. → founding 한뤄 시후; founding 자오밍 시후; "
    "employment 한뤄 시후 current; employment 자오밍 시후 current",
    "<한뤄> CEO와 <자오밍> CTO가 찾은 [시후]는 크다. →",
)(partial(works, status=CURRENT, confidence=0.82))
