"""Who founded what with whom: `P는 P와 함께 O를 창업했다`, `P를 비롯한 세 명이`, `O와 O는 각각 P와 P가`."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.employment import STYLED
from app.reading.patterns.foundings import ALONE, FOUND, LEAVES, WHO_FOUNDED, each_founded, founded, founded_it
from app.reading.patterns.parts import ACTOR, DOER, FREE, GAP, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, is_stated, place, places, rule, stretch
from app.reading.tagged import ORG, PERIOD, PERSON, Tagged
from app.reading.words import TITLES

_WITH: Final = (
    "(?:(?:함께|공동으로|손잡고|힘을 합쳐|의기투합해) "
    rf"(?:{FREE}{{0,24}}?)|(?:(?:{PERIOD}에?|[가-힣]{{2,6}}에서|스타트업|회사|기업) ){{0,3}})"
)
"""Between somebody with whom a firm was founded and the firm: `P와 함께 O를`, `P와 2010년 O를`."""


@rule(
    "founded-with",
    rf"<P:person>{STYLED}{ACTOR} (?P<between>[^.{PERSON}]{{0,60}}?)<PS:co>(?: (?:{TITLES}))?(?: 등)?[와과] "
    rf"{_WITH}<O:startup>{OBJECT} (?:{FREE}{{0,16}}?)(?<![가-힣])(?P<verb>{FOUND}(?:했|하며|하고|하면서|해"
    r"|한 뒤|한 후)|세웠|세워|세우고|차렸|차려)",
    "<저우위안>은 2020년 <장젠중>과 함께 [무어스레드]를 창업했다. → founding 저우위안 무어스레드; "
    "founding 장젠중 무어스레드",
    "<저우위안>은 <장젠중> 등과 2020년 [무어스레드]를 창업했다. → founding 저우위안 무어스레드; "
    "founding 장젠중 무어스레드",
    "<저우위안>은 <장젠중>과 함께 [무어스레드]를 창업하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and not LEAVES.search(found.group(), found.end("startup") - found.start()):
        startup = found.start("startup")
        for person in (found.start("person"), *places(found, "co")):
            yield founded(person, startup, stretch(found, "startup", "verb"), 0.93)


@rule(
    "founded-with-adnominal",
    rf"<P:co>(?: (?:{TITLES}))?[와과] (?:(?:함께|공동으로|손잡고) (?:{FREE}{{0,16}}?)|(?=<O>{OBJECT} (?:함께|공동)))"
    rf"<O:startup>{OBJECT} (?:{FREE}{{0,16}}?)"
    rf"(?P<verb>{WHO_FOUNDED}) (?:{GAP} )?<P:person>",
    "<장젠중> 대표와 함께 [무어스레드]를 공동 창업한 <저우위안>이 말했다. → founding 저우위안 "
    "무어스레드; founding 장젠중 무어스레드",
    "<장젠중>과 [무어스레드]를 공동 창업한 <저우위안>이 말했다. → founding 저우위안 무어스레드; "
    "founding 장젠중 무어스레드",
    "<장젠중>과 함께 [무어스레드]를 떠올린 <저우위안>이 말했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for person in (found.start("co"), found.start("person")):
        yield founded(person, found.start("startup"), (found.start("startup"), found.end("person")), 0.93)


@rule(
    "founded-by-two-described",
    rf"<P:first>(?:{STYLED}[와과]|,) (?P<between>[^.{PERSON}]{{2,60}}?(?:한|인|던|은|출신의?) )"
    rf"<P:second>{STYLED}{DOER} (?:{FREE}{{0,24}}?)(?<![가-힣])(?P<verb>공동 ?(?:창업|설립|창립)했)",
    "[포니]는 스타트업이다. [바이두] 엔지니어였던 <펑쥔>과 [구글] 프로젝트에 참여한 <러우톈청>이 공동 창업했다. "
    "→ founding 펑쥔 포니; founding 러우톈청 포니; employment 펑쥔 바이두 former",
    "[포니]는 스타트업이다. <펑쥔>과 대학을 졸업한 <러우톈청>이 만났다. →",
)
def _(_sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The first of two who founded 'it', where words are said of the second."""
    if not re.search(f"{ORG}[은는을를이가] ", found["between"]):
        for role in ("first", "second"):
            yield founded_it(found.start(role), found.span("verb"), 0.85)


@rule(
    "founded-among-others",
    rf"<PS:person>{STYLED}{OBJECT} (?:비롯한|포함한|중심으로 한|주축으로 한|필두로 한) [^.,{PERSON}]{{1,30}}{DOER} "
    rf"(?:[^.{PERSON}{ORG}]{{0,40}} )?<O:startup>{OBJECT} (?:{FREE}{{0,16}}?)"
    rf"(?<![가-힣])(?P<verb>{FOUND}(?:했|하며|하고|해)|세웠|차렸)",
    "<류위안>을 비롯한 대학 동문 4명이 2019년 [무어스레드]를 공동 설립했다. → founding 류위안 무어스레드",
    "<류위안>을 비롯한 투자자들이 [무어스레드]를 설립하지 않았다. →",
    "<류위안>을 비롯한 투자자들이 [무어스레드]를 찾았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Somebody of a group that founded a firm together."""
    if is_stated(sentence, found.end()) and not LEAVES.search(sentence.text, found.end("startup"), found.end()):
        yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.92)


@rule(
    "founded-respectively",
    rf"<O:first>(?:[와과] |, ?|·)(?:[가-힣A-Za-z]{{1,8}} ){{0,2}}<O:second>{TOPIC} (?:{FREE}{{0,16}} )?각각 "
    rf"(?:[^.{ORG}{PERSON}]{{0,24}} )?<P:one>{STYLED}(?:[와과]|,) (?:[^.{ORG}{PERSON}]{{0,24}} )?"
    rf"<P:other>{STYLED}{DOER} (?:{FREE}{{0,24}})?(?<![가-힣])(?P<verb>{FOUND}(?:했|한|해)|세웠|세운|차렸|차린)",
    "[로보테라]와 [갤봇]은 각각 <천젠위>와 <왕허>가 창업했다. → founding 천젠위 로보테라; founding 왕허 갤봇",
    "[로보테라]와 [갤봇]은 각각 <천젠위>와 <왕허>가 투자했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Two firms, and who founded which of them."""
    if is_stated(sentence, found.end()):
        for person, startup in (("one", "first"), ("other", "second")):
            yield founded(found.start(person), found.start(startup), found.span("verb"), 0.9)


@rule(
    "founded-with-before-noun",
    rf"<PS:person>{STYLED}{DOER} (?:{ALONE}{{0,20}} )?<PS:co>(?: (?:{TITLES}))?(?: 등)?[와과] "
    rf"(?:함께|공동으로|손잡고|힘을 합쳐|의기투합해) (?:{ALONE}{{0,24}} )?(?P<verb>{WHO_FOUNDED}) {GAP}<O:startup>",
    "동생 <천톈스>가 형 <천윈지>와 함께 2016년 설립한 [캠브리콘]은 크다. "
    "→ founding 천톈스 캠브리콘; founding 천윈지 캠브리콘",
    "동생 <천톈스>가 형 <천윈지>와 함께 2016년 찾아간 [캠브리콘]은 크다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = found.start("startup")
    for person in (*places(found, "person"), *places(found, "co")):
        yield founded(person, startup, (found.start("person"), startup + 1), 0.92)


@rule(
    "founded-it-with",
    rf"(?:<P:person>{STYLED}{ACTOR} (?:[^.{PERSON}]{{0,60}}?))?<O:startup>{OBJECT} (?:{FREE}{{0,16}}?)"
    rf"<PS:co>(?: (?:{TITLES}))?(?: 등)?[와과] (?:함께 |공동으로 |손잡고 )?(?:{FREE}{{0,16}}?)"
    rf"(?<![가-힣])(?P<verb>{FOUND}(?:했|하며|하고|해)|세웠|차렸|(?:{FOUND}한|세운|차린) {GAP}<P:person2>)",
    "<일리야>는 2015년 [오픈AI]를 <샘 올트먼> 등과 공동 창업했다. → founding 일리야 오픈AI; founding 샘 올트먼 오픈AI",
    "[오픈AI]를 <샘 올트먼>, <그레그 브로크먼>과 함께 창업한 <일리야>는 떠났다. "
    "→ founding 일리야 오픈AI; founding 샘 올트먼 오픈AI; founding 그레그 브로크먼 오픈AI",
    "[오픈AI]를 <샘 올트먼>과 함께 떠난 <일리야>가 말했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The firm stands before those with whom it was founded."""
    person = place(found, "person2")
    person = place(found, "person") if person is None else person
    if person is not None and is_stated(sentence, found.end()) and not LEAVES.search(found.group()):
        for one in (person, *places(found, "co")):
            yield founded(one, found.start("startup"), stretch(found, "startup", "verb"), 0.9)
