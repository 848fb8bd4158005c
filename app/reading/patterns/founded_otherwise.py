"""Foundings in other words: `O를 만든 것은 P다`, `P가 세운 회사가 O다`, `O 창업에 나섰다`, `P의 주도로 설립된 O`."""

import re
from collections.abc import Iterator
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
    each_founded,
)
from app.reading.patterns.parts import ACTOR, CLOSE, DOER, FREE, GAP, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, is_stated, rule, stretch
from app.reading.tagged import ORG, PERIOD, PERSON, Tagged

_LED: Final = "(?:의)? (?:주도로|주도하에|주도 하에|주도 아래|손에서|손으로|손에)"
_CAME: Final = "FOUND됐|FOUND되었|(?:탄생|출범)했|탄생됐|세워졌|만들어졌".replace("FOUND", FOUND)
_COME: Final = "FOUND된|탄생한|출범한|세워진|만들어진".replace("FOUND", FOUND)


@rule(
    "made-a-firm",
    rf"<PS:person>{STYLED}{ETC}{ACTOR} (?P<between>[^.{PERSON}]{{0,80}}?)<O:startup>"
    r"(?P<verb>의 (?:문|간판)을 (?:열었|열고|연 (?:뒤|인물)|내걸었)"
    rf"|{OBJECT} (?:함께 |공동으로 |직접 |처음 )?(?:만들었|만들고|만들어 |만든 (?:뒤|후|인물이?다|사람이?다)"
    r"|출범시켰|출범시키고|탄생시켰|일궜|일궈|시작했)"
    r"|의? ?(?:공동 ?)?(?:창업에 (?:나섰|뛰어들었|성공)|설립에 성공))",
    "<양즈린>은 2023년 3월 베이징에서 [문샷AI]를 만들었다. → founding 양즈린 문샷AI",
    "<옌쥔제>는 2021년 [미니맥스]의 문을 열었다. → founding 옌쥔제 미니맥스",
    "<왕싱싱>은 2016년 [유니트리] 창업에 나섰다. → founding 왕싱싱 유니트리",
    "<왕싱싱>은 [유니트리]를 세계 1위로 만들었다. →",
    "<왕싱싱>은 [유니트리]의 로봇을 만들었다. →",
    "<왕싱싱>은 [유니트리]를 만들지 않았다. →",
    "[메타]의 <저커버그>는 [초지능랩]을 출범시켰다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The verb stands right behind the firm: what is made of one, or in one, is another thing."""
    of_others = re.search(f"{ORG}{STYLED}(?:은|는|이|가|도) ", found["between"])
    of_a_firm = "출범" in found["verb"] and ORG in sentence.text[: found.start("startup")]
    if not of_others and not of_a_firm and is_stated(sentence, found.end()):
        yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.85)


@rule(
    "who-founded-is",
    rf"<O:startup>{OBJECT} (?P<how>{FREE}{{0,24}}?)(?P<verb>{WHO_FOUNDED}) {WHO_IS}"
    rf"(?:[^.{PERSON}]{{0,60}}? )?<PS:person>{STYLED}{ETC}{IS}",
    "[딥시크]를 설립한 것은 <량원펑>이다. → founding 량원펑 딥시크",
    "[딥시크]를 만든 사람은 1985년생 <량원펑>이다. → founding 량원펑 딥시크",
    "[딥시크]를 만든 것은 [하이플라이어]를 떠난 <량원펑>이다. → founding 량원펑 딥시크; "
    "employment 량원펑 하이플라이어 former",
    "[딥시크]를 만든 사람은 <량원펑>을 만났다. →",
    "[딥시크]를 떠난 사람은 <량원펑>이다. → employment 량원펑 딥시크 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not LEAVES.search(found["how"]):
        yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.92)


@rule(
    "what-founded-is",
    rf"<PS:person>{STYLED}{ETC}{DOER} (?:{ALONE}{{0,36}} )?(?P<verb>{WHO_FOUNDED}) "
    rf"(?:{CLOSE}{{0,16}}? )?(?:회사|기업|업체|스타트업|개발사|곳|것)(?:이|가|은|는) "
    rf"(?:바로 |지금의 |현재의 |오늘날의 |다름 아닌 ){{0,2}}(?:{CLOSE}{{0,16}} )?<OS:startup>{IS}",
    "<왕싱>이 2010년 세운 회사가 바로 [메이퇀]이다. → founding 왕싱 메이퇀",
    "<왕싱>이 2010년 세운 회사가 바로 [메이퇀]의 경쟁사다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.93)


@rule(
    "founded-by-lead",
    rf"<O:startup>{TOPIC} (?P<between>[^.{ORG}]{{0,60}}?)<PS:person>{STYLED}{ETC}{_LED} (?:{ALONE}{{0,24}})?"
    rf"(?P<verb>{_CAME}|(?:{_COME}) (?:{CLOSE}{{0,16}} )?(?:회사|기업|업체|스타트업|곳)(?:이?다|으?로|이며|이고))",
    "[테크나비]는 2019년 <왕레이> 박사의 주도로 설립됐다. → founding 왕레이 테크나비",
    "[테크나비]는 2019년 <왕레이>의 손에서 탄생한 회사다. → founding 왕레이 테크나비",
    "[테크나비]는 2019년 <왕레이>의 주도로 상장됐다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(f"{PERSON}{STYLED}(?:은|는|이|가) ", found["between"]) and is_stated(sentence, found.end()):
        yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.88)


@rule(
    "founded-by-lead-adnominal",
    rf"<PS:person>{STYLED}{ETC}{_LED} (?:{ALONE}{{0,24}})?(?P<verb>{_COME}) {GAP}<O:startup>",
    "<왕레이> 교수 주도로 2019년 설립된 로봇 기업 [테크나비]가 상장했다. → founding 왕레이 테크나비",
    "<왕레이> 교수 주도로 2019년 인수된 [테크나비]가 상장했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(f"{ORG}[은는] $", sentence.text[: found.start()]):
        yield from each_founded(sentence, found, stretch(found, "person", "verb"), 0.88)


@rule(
    "headline-founds",
    rf"(?:^|[…‘’“”'\"] ?|출신의? )<PS:person>{STYLED}(?: 등)?, (?:[^.,{PERSON}]{{0,40}}?[ ‘'])?<O:startup>(?:도)? "
    rf"(?P<verb>(?:공동 ?)?(?:창업|설립))(?=$|…|\.\.\.| ?[!“”\"])",
    "구글 출신 <류웨이>, AI 스타트업 [무어스레드] 창업 → founding 류웨이 무어스레드",
    "<류웨이>, [무어스레드] 설립…1억 달러 유치 → founding 류웨이 무어스레드",
    "<류웨이>, [무어스레드] 설립 추진 →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.85)


@rule(
    "founded-of-the-topic",
    rf"<P:person>{STYLED}(?:은|는) (?:(?:{PERIOD}(?:에)?|자신이|직접|퇴사 후|졸업 후|[가-힣]{{2,5}}에서) ){{0,3}}"
    r"(?P<verb>(?:공동 ?)?창업한|차린|세운) (?:(?![가-힣]*[은는이가] )[가-힣A-Za-z]{1,8} ){0,2}<O:startup>"
    r"(?:의(?! (?:투자|주주|고문|이사|직원|임원|연구))|를|을)"
    r"(?![^.]{0,30}(?:인수|투자|합류|입사|지원|영입|만나|만났|찾|방문))",
    "<왕레이>는 지난해 창업한 [테크나비]의 지분 30%를 갖고 있다. → founding 왕레이 테크나비",
    "<왕레이>는 지난해 창업한 [테크나비]를 인수했다. →",
    "<왕레이>는 동문들이 창업한 [테크나비]의 지분 30%를 갖고 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The subject of the clause before the firm is that of the sentence."""
    yield from each_founded(sentence, found, (found.start("verb"), found.end("startup")), 0.82)


@rule(
    "when-founding",
    rf"<O:startup>(?:{OBJECT})? (?P<how>{FREE}{{0,16}}?)(?P<verb>(?:공동 ?)?(?:창업|설립)(?:할|했을|하던)) "
    rf"(?:당시|때|무렵|즈음)(?:에|만 해도)?,? <P:person>{STYLED}(?:은|는|의 나이는)"
    r"(?! [^.]{0,30}(?:투자|도왔|지원|자문))",
    "2010년 [메이퇀]을 창업할 당시 <왕싱>은 31세였다. → founding 왕싱 메이퇀",
    "2010년 [메이퇀]을 인수할 당시 <왕싱>은 31세였다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not LEAVES.search(found["how"]) and found.string[found.start("startup") + 1] in "을를":
        yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.82)


@rule(
    "founded-in-turn",
    rf"<P:person>{STYLED}(?:은|는|이|가|도) (?:{FREE}{{0,40}} )?"
    rf"(?P<startup>(?:{PERIOD}(?:에|에는)? (?:[가-힣A-Za-z]{{1,8}} ){{0,2}}{ORG}(?:을|를)?, ?){{1,3}}"
    rf"{PERIOD}(?:에|에는)? (?:[가-힣A-Za-z]{{1,8}} ){{0,2}}{ORG}){OBJECT} (?:{FREE}{{0,16}}?)"
    rf"(?P<verb>{FOUND}(?:했|하며|하고|해)|세웠|차렸)",
    "<왕싱>은 2005년 [샤오네이], 2010년 [메이퇀]을 창업했다. → founding 왕싱 샤오네이; founding 왕싱 메이퇀",
    "<왕싱>은 2005년 [샤오네이], 2010년 [메이퇀]을 떠났다. → employment 왕싱 메이퇀 former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Several firms, each in its year."""
    if is_stated(sentence, found.end()):
        yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.9)


@rule(
    "before-founding",
    rf"<P:person>{STYLED}(?:은|는) (?:{FREE}{{0,24}} )?<O:startup>(?:의)? ?(?P<verb>창업 ?(?:이)?전|창업에 앞서)",
    "<왕싱>은 [메이퇀] 창업 전 학생이었다. → founding 왕싱 메이퇀",
    "<왕싱>은 [메이퇀] 상장 전 학생이었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from each_founded(sentence, found, stretch(found, "startup", "verb"), 0.82)
