"""Who is called an investor or shareholder of whom."""

import re
from collections.abc import Iterator
from functools import partial

from app.reading.patterns.investment import BACKER, carried, invested, invested_in_it, investors_of
from app.reading.patterns.parts import FREE, IT, LIST_END, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import NUMBER, ORG, Tagged


@rule(
    "who-invested-is",
    rf"<O:startup>에 (?:{FREE}{{0,12}} )?(?P<verb>투자|출자|돈을 댄|자금을 댄)(?:한)? "
    rf"(?:곳|회사|기업|투자자|투자사|주주)(?:은|는|으로는|로는|에는|가운데는) (?:{FREE}{{0,16}} )?"
    rf"<O:first>(?: 말고도 | 외에도? | 이외에 |, | 한 곳|{LIST_END})(?:<OS:more>)?",
    "[딥시크]에 투자한 곳은 [하이플라이어] 한 곳뿐이다. → investment 하이플라이어 딥시크",
    "[문샷AI]에 투자한 곳으로는 [알리바바] 말고도 [가오룽캐피털]이 있다. "
    "→ investment 알리바바 문샷AI; investment 가오룽캐피털 문샷AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    investors = investors_of(found, "first", "more")
    yield from invested(investors, places(found, "startup"), stretch(found, "startup", "verb"), 0.93)


@rule(
    "is-backer-of",
    rf"<OS:investors>{LIST_END}(?:은|는|이|가|도|가 모두|이 모두) (?:현재 |지금은? )?"
    rf"<O:startup>의 (?:{FREE}{{0,14}} )?"
    rf"(?P<verb>(?:{BACKER}|후원자)(?: (?:중|가운데) (?:하나|한 (?:곳|명)|한곳))?)(?:다|이다|이며|이고|이기도|이자|였"
    rf"|에 올랐|가 (?:됐|되었|된 )"
    rf"|로 (?:[가-힣]{{1,6}} )?(?:있|참여|이름|합류했|올라섰|등극했|나섰|떠올랐|부상했))",
    "[메이퇀]도 [문샷AI]의 투자자로 새로 합류했다. → investment 메이퇀 문샷AI",
    "[메이퇀]도 [문샷AI]의 투자자로 새로 합류하는 방안을 검토한다. →",
    "[메이퇀]도 [갤봇]의 초기 투자자다. → investment 메이퇀 갤봇",
    "[알리바바]는 현재 [문샷]의 최대 주주이기도 하다. → investment 알리바바 문샷",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        investors = places(found, "investors")
        yield from invested(investors, places(found, "startup"), stretch(found, "startup", "verb"), 0.9)


@rule(
    "is-backer-of-it",
    rf"<OS:investors>{LIST_END}{TOPIC} "
    rf"(?:이 (?:회사|기업|업체|스타트업)의 (?:{FREE}{{0,14}} )?|그 전부터 |이미 )"
    rf"(?P<verb>{BACKER}|후원자)(?:다|이다|이며|이고|이기도|였)",
    "[애지봇]은 유명하다. [비야디]와 [텐센트]도 이 회사의 주주다. → investment 비야디 애지봇; investment 텐센트 애지봇",
    "[비야디]도 이 회사의 고객이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from carried(invested(places(found, "investors"), [None], stretch(found, "investors", "verb"), 0.85))


@rule(
    "new-investor",
    rf"<O:startup>{TOPIC} (?:[^.{ORG}]{{0,30}} )?"
    rf"<OS:investors>{LIST_END}{OBJECT} (?:{FREE}{{0,8}} )?"
    r"(?P<verb>투자자|투자사|주주)로 (?:맞|맞아들|맞이|끌어들|영입|유치|모셔|확보|두|뒀|거느리)"
    r"(?:았|였|했|왔|고 있|다[.]|으며|으면서|하며|하면서)",
    "[즈푸AI]가 펀드 [프로스페리티7]을 새 투자자로 맞았다. → investment 프로스페리티7 즈푸AI",
    "[즈푸AI]가 [텐센트]를 주주로 두고 있다. → investment 텐센트 즈푸AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "investors", "verb")
    yield from invested(places(found, "investors"), places(found, "startup"), span, 0.93)


@rule(
    "backers",
    rf"<O:startup>(?:의|에는|은|는) (?:{FREE}{{0,20}} )?"
    rf"(?P<verb>(?:주요 ?|초기 ?|기존 ?)?{BACKER})(?:로는|로|는|은|에는|가) (?:{FREE}{{0,24}} )?"
    rf"<OS:investors>{LIST_END}(?:이|가|을|를|도)? ?(?:{FREE}{{0,12}} )?"
    r"(?:있|꼽|포함|참여|두고|둔|이름|다\.|이다)",
    "[즈푸]의 주요 투자자로는 [알리바바], [텐센트] 등이 있다. → investment 알리바바 즈푸; investment 텐센트 즈푸",
    "[문샷]은 투자자로 [알리바바]를 두고 있다. → investment 알리바바 문샷",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "verb", "investors")
    yield from invested(places(found, "investors"), places(found, "startup"), span, 0.88)


@rule(
    "on-the-list",
    rf"<OS:investors>{LIST_END}{TOPIC} (?:{FREE}{{0,12}} )?"
    rf"(?:<O:startup>(?:의)? |{IT}(?:의)? )?(?:{FREE}{{0,8}} )?"
    rf"(?P<verb>{BACKER} (?:명단|목록|명부)에 (?:이름을 올|포함|들))(?:렸|리고|라 있|돼|됐|었)",
    "[텐센트]와 [메이퇀]도 [문샷AI] 주주 명단에 이름을 올렸다. → investment 텐센트 문샷AI; investment 메이퇀 문샷AI",
    "[문샷AI]는 유명하다. [텐센트]도 이 회사 주주 명단에 이름을 올렸다. → investment 텐센트 문샷AI",
    "[텐센트]도 [문샷AI] 고객 명단에 이름을 올렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    investors, startups = places(found, "investors"), places(found, "startup") if found["startup"] else []
    span = stretch(found, "investors", "verb")
    if startups:
        yield from invested(investors, startups, span, 0.92)
    else:
        yield from carried(invested(investors, [None], span, 0.8))


rule(
    "as-investors",
    rf"(?P<as>(?:코너스톤|시드|초기|엔젤|전략적|재무적|앵커) ?{BACKER})(?:로|로는|에는|에)? "
    rf"(?:{FREE}{{0,16}} )?<OS:investors>{LIST_END}{TOPIC} (?:{FREE}{{0,8}} )?"
    r"(?P<verb>이름을 올|참여|나섰|나서|합류|들어왔)",
    "[훙투]는 상장했다. 코너스톤 투자자로는 [아부다비투자청]과 [힐하우스]가 이름을 올렸다. "
    "→ investment 아부다비투자청 훙투; investment 힐하우스 훙투",
    "[훙투]는 상장했다. 코너스톤 투자자는 없었다. →",
)(partial(invested_in_it, confidence=0.84, first="as"))


rule(
    "came-in-as",
    rf"<OS:investors>{LIST_END}{TOPIC} (?:{FREE}{{0,8}} )?"
    rf"(?P<verb>(?:(?:코너스톤|시드|초기|엔젤|전략적|재무적|앵커|리드|주|공동|신규|새) ?{BACKER}로 (?:나섰|나서|참여"
    rf"|합류|들어|이름을 올)"
    r"|(?:시드|엔젤|프리A|시리즈 ?[A-F]\+?)(?: 라운드)?에 (?:들어|참여|합류)))[가-힣]",
    "[란처]는 컸다. 지난해에는 [전펀드]가 시드 투자자로 나섰다. → investment 전펀드 란처",
    "[훠란]은 컸다. [전펀드]와 [훙산]이 시리즈A에 들어왔다. → investment 전펀드 훠란; investment 훙산 훠란",
    "[훠란]은 컸다. [전펀드]와 [훙산] 등도 초기 투자자로 이름을 올리고 있다. "
    "→ investment 전펀드 훠란; investment 훙산 훠란",
    "[훠란]은 컸다. [전펀드]가 시장에 들어왔다. →",
)(partial(invested_in_it, confidence=0.84))


@rule(
    "list-of-backers",
    rf"<O:startup>(?:의)? (?:{FREE}{{0,10}} )?(?P<verb>{BACKER} (?:명단|목록|명부))에(?:는|도)? (?:{FREE}{{0,16}} )?"
    rf"(?:<O:beside> (?:외에도?|말고도|뿐(?:만)? 아니라) )?<OS:investors>{LIST_END}{TOPIC} (?:{FREE}{{0,12}} )?"
    rf"(?:포함|올라|이름을|있)",
    "[칭펑로봇] 투자자 명단에는 [텐센트]와 [메이퇀]이 포함돼 있다. "
    "→ investment 텐센트 칭펑로봇; investment 메이퇀 칭펑로봇",
    "[칭펑로봇] 고객 명단에는 [텐센트]와 [메이퇀]이 포함돼 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "verb", "investors")
    if is_stated(sentence, found.end()):
        investors = investors_of(found, *(("beside", "investors") if found["beside"] else ("investors",)))
        yield from invested(investors, places(found, "startup"), span, 0.9)


rule(
    "who-took-part-is",
    r"(?P<verb>(?:투자|라운드|펀딩)에 (?:참여|동참|합류)한) (?:주요 )?(?:기관|투자자|투자사|기업|회사|곳)"
    r"(?:은|는|으로는|로는) "
    rf"(?:{FREE}{{0,16}} )?<OS:investors>{LIST_END}(?:이|가)? ?(?:다|이다|있다|꼽힌다)",
    "[칭펑로봇]이 1억 달러를 조달했다. 투자에 참여한 기관은 [텐센트], [훙산] 등이다. "
    "→ investment 텐센트 칭펑로봇; investment 훙산 칭펑로봇; figure 칭펑로봇 funding 100000000 USD",
    "[칭펑로봇]은 컸다. 행사에 참여한 기관은 [텐센트], [훙산] 등이다. →",
)(partial(invested_in_it, confidence=0.84, first="verb"))


@rule(
    "got-support",
    rf"<O:startup>{TOPIC} (?:{FREE}{{0,24}} )?(?:초기 |창업 |설립 |운영 )?(?:자금|투자금)을 (?:{FREE}{{0,24}} )?"
    rf"<OS:investors>{LIST_END}(?:으로부터|로부터|에게서|에서) (?P<verb>(?:지원|제공|조달|투자) ?받)(?:았|으며|아|고)",
    "[칭펑로봇]은 초기 자금을 [샤오미]에서 지원받았다. → investment 샤오미 칭펑로봇",
    "[칭펑로봇]은 초기 자료를 [샤오미]에서 지원받았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.88)


rule(
    "are-its-backers",
    rf"<OS:investors>{LIST_END}(?:(?:이|가|은|는|도) (?:{IT}의 |회사의 )?"
    rf"(?:주요 |핵심 |대표적인? |초기 |기존 |(?:단일 )?최대 ?|{NUMBER} ?|[2-5]대 ?)|도 (?:모두 )?(?={BACKER}다[.]))"
    rf"(?P<verb>{BACKER})(?:다|이다|로 꼽힌다|로 꼽히|로 있다|로 알려)",
    "[칭펑로봇]은 1억 달러를 유치했다. [알리바바], [텐센트] 등이 주요 투자자다. "
    "→ figure 칭펑로봇 funding 100000000 USD; investment 알리바바 칭펑로봇; investment 텐센트 칭펑로봇",
    "[칭펑로봇]은 컸다. [알리바바], [텐센트] 등이 주요 고객이다. →",
)(partial(invested_in_it, confidence=0.84))
