"""Who led, joined or followed in a round."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.investment import (
    BACKER,
    INVESTORS_DO,
    ROUND,
    carried,
    invested,
    invested_in_it,
    investors_of,
    partners,
    subject_before,
)
from app.reading.patterns.parts import DOER, FREE, LIST_END
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import ORG, Tagged

_WHICH: Final = (
    r"(?:이번|해당|당시|이|직전|앞선|최근|후속|추가|시리즈 ?[A-F]\+?|기존|주요|초기|엔젤|프리A|신규|첫|[1-5]차) ?"
    r"(?:[가-힣A-F+]{1,8} )?(?:시리즈 ?[A-H]?\+? ?|[A-H]\+? ?)?"
)
"""Which round, or which of the investors: `이번 펀딩`, `시리즈 A 라운드`, `기존 투자자`."""
_KIND: Final = "(?:[가-힣A-Za-z]{1,10} ){0,3}"
"""What those who come next are: `투자회사인`."""


@rule(
    "took-part-in",
    rf"<OS:investors>{INVESTORS_DO} (?P<between>[^.]{{0,50}}?)"
    r"<O:startup>(?:의|에 대한|에서|에)? ?"
    rf"(?P<round>{FREE}{{0,44}}?{ROUND}{FREE}{{0,8}}?)(?:에|을|를|에도) "
    r"(?P<verb>참여|주도|이끌|합류|동참|가세)(?:했|해|하|었|면서|며|한 (?:것|바|뒤|후)|하기도)",
    "[샤오미]는 [바이촨] 초기 펀딩 라운드에 참여했습니다. → investment 샤오미 바이촨",
    "[샤오미]는 [난링캐피털]과 함께 [칭펑AI]에 2억 달러 규모의 투자 라운드를 주도했다. "
    "→ investment 샤오미 칭펑AI; investment 난링캐피털 칭펑AI; figure 칭펑AI funding 200000000 USD",
    "[샤오미]는 [바이촨] 펀딩 라운드에 참여하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    others = re.search("다수는|이들|상당수", found["between"])
    if (
        is_stated(sentence, found.end())
        and not others
        and not re.match("(?:라이벌|경쟁|맞수|대항마|숙적)", found["round"])
    ):
        investors = [*places(found, "investors"), *partners(sentence, found)]
        yield from invested(investors, places(found, "startup"), stretch(found, "round", "verb"), 0.93)


@rule(
    "took-part",
    rf"(?P<round>{_WHICH}(?:{ROUND}|상장|공모|{BACKER})"
    r"[가-힣]{0,6}(?: 라운드)?(?:에|에는|에도|는|은|로|로는|인)?) "
    rf"(?P<who>(?:{FREE}{{0,36}} )?)"
    rf"(?:<OS:with>(?:(?: 등)?[과와] 함께|(?: 등)? 외에도?| 말고도| 뿐(?:만)? 아니라|뿐(?:만)? 아니라) {_KIND})?"
    rf"<OS:investors>{INVESTORS_DO} (?:{FREE}{{0,24}}? )?"
    r"(?P<verb>(?:지분 ?)?참여|참가|합류|동참|가세|투자|이름을 올|주도|이끌|포함|함께(?=했)|리드|(?:단독|공동)으로 "
    r"(?:진행|집행|단행))(?:했|하|해|렸|었|돼|됐)",
    "[칭펑AI]가 2억 달러를 유치했다. 이번 펀딩에는 가전 업체인 [하이얼]과 투자사인 [난링캐피털]도 참여했다. "
    "→ investment 하이얼 칭펑AI; investment 난링캐피털 칭펑AI; figure 칭펑AI funding 200000000 USD",
    "[즈푸]가 자금을 조달했다. 기존 투자자인 [알리바바]와 [텐센트]도 참여했다. "
    "→ investment 알리바바 즈푸; investment 텐센트 즈푸",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Those of a round; whose it is may stand right before it: `문샷의 이번 펀딩`."""
    if is_stated(sentence, found.end()):
        owner = re.search(f"{ORG}(?=의 $)", sentence.text[: found.start()])
        investors, span = investors_of(found, "with", "investors"), stretch(found, "investors", "verb")
        yield from carried(invested(investors, [owner.start() if owner else None], span, 0.82))


@rule(
    "led-and-followed",
    rf"<OS:leads>{LIST_END}{DOER} "
    rf"(?P<verb>(?:주도|이끌|리드)(?:하고|했으며|했고|고|었고),?) (?:{FREE}{{0,24}} )?"
    rf"<OS:others>{LIST_END}(?:이|가|도) (?:{FREE}{{0,8}} )?"
    r"(?:따라 들어|뒤를 이|뒤따|참여했|동참했|가세했|합류했|이름을 올렸|힘을 보탰)",
    "[칭펑AI]가 돈을 조달했다. [시링캐피털]이 이끌고 기존 주주 [난링캐피털]이 따라 들어갔다. "
    "→ investment 시링캐피털 칭펑AI; investment 난링캐피털 칭펑AI",
    "[칭펑AI]가 돈을 조달했다. 정부가 이끌고 은행이 뒤를 이었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = subject_before(sentence, found.start())
    span = stretch(found, "leads", "verb")
    yield from carried(invested(investors_of(found, "leads", "others"), [startup], span, 0.85))


@rule(
    "followed",
    rf"(?:(?:^|[며고],? )(?:{FREE}{{0,12}} )?<OS:investors>{LIST_END}(?:이|가|도) (?P<verb>뒤를 이었|뒤따랐|따라 들어)"
    rf"|[며고],? (?:{FREE}{{0,12}} )?<OS:joining>{LIST_END}(?:이|가|도|들이|들도) (?:{FREE}{{0,8}} )?"
    r"(?P<joins>(?:지분 ?)?참여했|동참했|합류했|가세했|주도했|이끌었|이름을 올렸|힘을 보탰|(?:돈|자금)을 (?:보탰|댔"
    r"|넣었)))",
    "[바이루]가 돈을 조달했다. 이번 라운드는 [진취안펀드]가 주도했으며, [난링캐피털]이 뒤를 이었다. "
    "→ investment 진취안펀드 바이루; investment 난링캐피털 바이루",
    "정부가 뒤를 이었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    group, verb = ("investors", "verb") if found["verb"] else ("joining", "joins")
    if re.search(
        "라운드|투자|펀딩|유치|모금", sentence.text[: found.start(group)] if found["joins"] else sentence.text
    ):
        spoken_of = re.search(f"{ORG}(?=(?:은|는) )", sentence.text[: found.start()])
        startup = spoken_of.start() if spoken_of and found["joins"] else None
        yield from carried(invested(places(found, group), [startup], stretch(found, group, verb), 0.8))


@rule(
    "at-round",
    r"시리즈 ?(?P<round>[A-F]\+?) 때(?:는|에는)? "
    rf"<OS:investors>{LIST_END}{DOER}",
    "[스젠로봇]은 유명하다. 시리즈A 때는 [난링캐피털]이, 시리즈B 때는 [오로라브리지]와 [시링캐피털]이 들어왔다. "
    "→ investment 난링캐피털 스젠로봇; investment 오로라브리지 스젠로봇; investment 시링캐피털 스젠로봇",
    "시리즈A 때는 아무도 없었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = subject_before(sentence, found.start())
    yield from carried(invested(places(found, "investors"), [startup], found.span(), 0.8))


@rule(
    "led-round",
    rf"<OS:leads>{LIST_END}{DOER} (?:공동(?:으로)? ?)?"
    r"(?P<verb>주도(?=하고|했고|하며|한|하는)|이끌(?=고|었고|어)|이끈|이끄는)(?:하고|했고|하며|한|하는|고|었고)?"
    rf"(?:,? <OS:others>{LIST_END}{DOER} (?:{FREE}{{0,12}} )?참여(?:한|했))? ?"
    rf"(?P<round>{FREE}{{0,30}}?{ROUND})",
    "[즈푸]는 [알리바바]가 주도하고 [텐센트], [샤오미] 등이 참여한 시리즈B 투자를 유치했다. "
    "→ investment 알리바바 즈푸; investment 텐센트 즈푸; investment 샤오미 즈푸",
    "[문샷AI]가 [알리바바]가 주도한 투자 라운드에서 자금을 조달했다. → investment 알리바바 문샷AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    planned = re.match(".{0,30}(?:추진|협상|검토|논의)", sentence.text[found.end() :])
    going_on = found["verb"] == "이끄는" or sentence.text.startswith("주도하는", found.start("verb"))
    closed = re.search(
        r"(?:유치|완료|마무리|조달|확보|받)(?:했|았|하며|에 성공)|마쳤|참여했|이름을 올", sentence.text[found.end() :]
    )
    if planned or (going_on and not closed) or not is_stated(sentence, found.end()):
        return
    startup = subject_before(sentence, found.start())
    investors, span = investors_of(found, "leads", "others"), stretch(found, "leads", "verb")
    if startup is None:
        yield from carried(invested(investors, [None], span, 0.75))
    else:
        yield from invested(investors, [startup], span, 0.9)


rule(
    "led-of-nobody",
    rf"^(?P<before>[^{ORG}]{{0,30}})"
    rf"<OS:investors>{INVESTORS_DO} (?:{FREE}{{0,50}}? )?"
    rf"(?P<verb>(?:투자 ?)?라운드(?:에|를) ?(?:{FREE}{{0,6}})(?:참여|주도|이끌)|투자에 참여|투자를 주도)"
    r"(?:했|하|해|었|한 (?:것으로|것이|바))",
    "[바이촨]은 컸다. 이후 [알리바바]와 [텐센트]도 최근 3억 달러 규모의 투자 라운드에 참여했습니다. "
    "→ investment 알리바바 바이촨; investment 텐센트 바이촨",
    "[애지봇]이 나왔다. 우선 [텐센트]가 투자에 참여했다. → investment 텐센트 애지봇",
)(partial(invested_in_it, confidence=0.78))


@rule(
    "joined-round-adnominal",
    rf"<OS:investors>{LIST_END}(?:이|가|도) (?:{FREE}{{0,16}} )?"
    rf"(?P<verb>(?:공동 ?)?(?:참여|주도|합류|투자자로 나)(?:한|선)) (?P<round>{FREE}{{0,30}}?"
    rf"(?:시리즈 ?[A-H]|라운드|펀딩|투자 유치|자금 ?조달|증자|투자에서|투자를))",
    "[칭펑로봇]은 컸다. [샤오미], [텐센트] 등이 참여한 시리즈D 투자 이후 가치가 뛰었다. "
    "→ investment 샤오미 칭펑로봇; investment 텐센트 칭펑로봇",
    "[칭펑로봇]은 [샤오미]와 [텐센트]가 참여한 투자 라운드에서 돈을 받았다. "
    "→ investment 샤오미 칭펑로봇; investment 텐센트 칭펑로봇",
    "[칭펑로봇]은 컸다. [샤오미]가 참여한 행사에서 상을 받았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    planned = re.match(".{0,30}(?:추진|협상|검토|논의)", sentence.text[found.end() :])
    if planned or not is_stated(sentence, found.end()):
        return
    spoken_of = re.search(rf"{ORG}(?=(?:은|는|의) [^{ORG}]*$)", sentence.text[: found.start()])
    behind = re.match(rf"{FREE}{{0,12}}?(?:에서 |로 |에 )?(?={ORG}(?:은|는|이|가) )", sentence.text[found.end() :])
    startup = spoken_of.start() if spoken_of else found.end() + behind.end() if behind else None
    span = stretch(found, "investors", "verb")
    yield from carried(invested(places(found, "investors"), [startup], span, 0.84))


@rule(
    "under-lead",
    r"<OS:startups> 투자의 경우 "
    r"<OS:investors> (?P<verb>주도)로",
    "이 중 [문샷], [미니맥스] 투자의 경우 [알리바바] 주도로 펀딩이 이뤄졌다. "
    "→ investment 알리바바 문샷; investment 알리바바 미니맥스",
    "[문샷] 투자의 경우 정부 주도로 이뤄졌다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "investors", "verb")
    yield from invested(places(found, "investors"), places(found, "startups"), span, 0.9)


@rule(
    "by-lead-of",
    rf"(?P<round>{ROUND}[가-힣]{{0,3}}) (?:{FREE}{{0,16}} )?"
    rf"<OS:investors>(?:의|이|가)? (?P<verb>주도(?:로|하에|아래)) (?:{FREE}{{0,40}}? )?"
    r"(?:이뤄|진행|마무리|완료|성사|모금|유치|조달)(?:됐|돼|되|졌|했|지)",
    "[미니맥스]는 컸다. 지난해 펀딩은 [알리바바] 주도로 이뤄졌다. → investment 알리바바 미니맥스",
    "[미니맥스]는 컸다. 지난해 펀딩은 정부 주도로 이뤄졌다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """A round that somebody led; whose it is stands before it or in the sentences before."""
    if "투자의 경우" in sentence.text[: found.end()] or not is_stated(sentence, found.end()):
        return
    owner = re.search(f"{ORG}(?=의 (?:[^ ]{{1,8}} ){{0,2}}$)", sentence.text[: found.start()])
    span = stretch(found, "investors", "verb")
    yield from carried(invested(places(found, "investors"), [owner.start() if owner else None], span, 0.84))


rule(
    "by-lead-of-them",
    rf"<OS:investors>(?:의|이|가)? (?P<verb>주도(?:로|하에|아래)) (?P<round>{FREE}{{0,24}}?{ROUND}{FREE}{{0,24}}?)"
    r"(?:이뤄|진행|마무리|완료|성사|모금|유치|조달|확보|받|끌어모|마)(?:됐|돼|되|졌|했|하며|하고|지|았|아 |으며|고 "
    r"|쳤)",
    "[칭펑로봇]은 [인텔캐피털] 주도로 1억 달러를 투자받으며 컸다. "
    "→ investment 인텔캐피털 칭펑로봇; figure 칭펑로봇 funding 100000000 USD",
    "[칭펑로봇]은 컸다. 2017년에는 [인텔캐피털] 주도로 1억 달러의 시리즈A 투자 유치가 성사됐다. "
    "→ investment 인텔캐피털 칭펑로봇; figure 칭펑로봇 funding 100000000 USD",
    "[칭펑로봇]은 컸다. [인텔캐피털] 주도로 표준이 마련됐다. →",
)(partial(invested_in_it, confidence=0.84))


rule(
    "led-the-investment",
    rf"<OS:investors>{LIST_END}{DOER} (?:{FREE}{{0,40}}? )?"
    r"(?P<verb>(?:투자|시리즈 ?[A-F]\+?)(?:을|를) (?:주도|이끌))(?:었고|었다|했고|했다|하며)",
    "[옌산]은 올해 3월 돈을 받았다. 당시 [샤오미]가 투자를 이끌었고 가치는 뛰었다. → investment 샤오미 옌산",
    "정부가 투자를 이끌었다. →",
)(partial(invested_in_it, confidence=0.82))


rule(
    "leader-of-it-is",
    r"(?P<verb>(?:투자|라운드|펀딩)(?:을|를) (?:주도|이끈)(?:한)?) (?:곳|건|것|투자사|투자자|주인공)(?:이|은|는) "
    r"(?:바로 )?<OS:investors>(?=이?다[.]|였다|이었다|이며|이고|로 )",
    "[애지봇]은 컸다. 라운드를 주도한 곳이 바로 [텐센트]다. → investment 텐센트 애지봇",
    "[애지봇]은 컸다. 라운드를 주도할 곳은 [텐센트]다. →",
)(partial(invested_in_it, confidence=0.78))
