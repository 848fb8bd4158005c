"""Money put into a company in other words than `투자했다`: poured in, bet, come from, and what became of it."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.investment import (
    FROM,
    INVESTORS_DO,
    backed,
    carried,
    has_other_subject,
    invested,
    partners,
    subject_before,
)
from app.reading.patterns.parts import CLOSE, DOER, FREE, IT, LIST_END, MAIN
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import MONEY, ORG, Tagged

_MONEY: Final = rf"(?:(?:뭉칫|종잣|목)?돈|자금|거금|거액|투자금|자본|실탄|{MONEY})"
"""What is put in: `뭉칫돈`, a sum."""
_SIZE: Final = "(?:의| 규모의?| 이상의?| 넘는| 가량의?)?"
_PUT: Final = "(?:집어 ?넣|쏟아 ?부|쏟아 ?넣|쏟|밀어 ?넣|들이부|퍼부|부|넣|댔|대|투입|수혈|투척|태웠|태우)"
"""How it is put in, before the ending."""
_INTO_IT: Final = (
    rf"{LIST_END}(?:의 (?:[가-힣]{{1,6}} )?(?:가능성|미래|성장성|성장|잠재력|기술력|기술))?에(?:도|만|까지|는)?"
)


@rule(
    "poured-into",
    rf"<OS:investors>{INVESTORS_DO} (?P<between>[^.]{{0,50}}?)<OS:startups>{_INTO_IT} (?P<money>(?:{FREE}{{0,30}}? )?)"
    rf"(?P<verb>{_MONEY}{_SIZE}(?:을|를)? ?(?:{FREE}{{0,8}} )?{_PUT}|베팅)"
    r"(?:었|웠|았|했|하며|하고|으며|으면서|고 있|며 |고 |은 (?:것|바)|한 (?:것|바)|다[.])",
    "[알리바바]는 [즈푸], [문샷] 등 유망 스타트업에 잇달아 뭉칫돈을 넣었다. "
    "→ investment 알리바바 즈푸; investment 알리바바 문샷",
    "[텐센트]가 [스텝펀]에 1억 달러를 쏟아부었다. → investment 텐센트 스텝펀",
    "[텐센트]는 [스텝펀]에 베팅했다. → investment 텐센트 스텝펀",
    "[텐센트]는 [스텝펀]에 힘을 쏟았다. →",
    "[텐센트]는 [스텝펀]에 뭉칫돈을 넣지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if has_other_subject(found) or not is_stated(sentence, found.end()):
        return
    investors = [*places(found, "investors"), *partners(sentence, found)]
    yield from invested(investors, places(found, "startups"), stretch(found, "startups", "verb"), 0.9)


@rule(
    "poured-adnominal",
    rf"<OS:investors>{LIST_END}(?:{DOER}|도) (?:{CLOSE}{{0,24}}? )?"
    rf"(?P<verb>{_MONEY}{_SIZE}(?:을|를) (?:넣은|댄|쏟아부은|쏟은|투입한|투자한|출자한|베팅한|밀어넣은)|베팅한) "
    rf"(?P<kind>{CLOSE}{{0,24}}?)<OS:startups>(?P<after>[은는이가을를의도에까, ]|$|이다|다)",
    "[텐센트]가 뭉칫돈을 넣은 스타트업 [스텝펀]이 컸다. → investment 텐센트 스텝펀",
    "[텐센트]가 지난해 1억 달러를 투자한 [스텝펀]이 컸다. → investment 텐센트 스텝펀",
    "[텐센트]가 뭉칫돈을 넣은 것은 [스텝펀] 때문이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search("것|금액|규모|바 있|데 이어|데다|이유|직후|[뒤후] ", found["kind"]):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startups"), span, 0.9)


@rule(
    "is-what-they-invested-in",
    rf"<O:startup>(?:은|는|도) (?P<before>(?:{FREE}{{0,30}} )?)<OS:investors>{LIST_END}(?:{DOER}|도) "
    rf"(?P<how>(?:{CLOSE}{{0,24}}? )?)"
    r"(?P<verb>(?:투자|출자|베팅)(?:한|했던)|(?:돈|자금)을 (?:댄|넣은)|지분을 (?:가진|보유한|투자한)|투자에 참여한) "
    rf"(?:{CLOSE}{{0,24}}? )?(?:회사|기업|업체|스타트업|유니콘|곳|벤처|[가-힣]{{1,4}}사)"
    r"(?:다[.,]|다$|이다|이며|이고|이기도|이자|로[,]|로 (?:꼽|알려|유명|통|이름|주목)|라는 점)",
    "[모멘타]는 [GM]과 [보쉬] 등 글로벌 기업이 투자한 회사다. → investment GM 모멘타; investment 보쉬 모멘타",
    "[모멘타]는 [GM]이 3억 달러를 투자한 자율주행 기업이다. → investment GM 모멘타",
    "[모멘타]는 [GM]이 투자한 회사를 찾아갔다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What the subject of a sentence is called: a company in which others invested."""
    if not re.search("[가-힣](?:에|에도|에서) ", found["before"] + found["how"]):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.9)


@rule(
    "by-their-money",
    rf"<O:startup>(?:은|는|이|가|:) (?P<before>(?:{FREE}{{0,24}} )?)<OS:investors>{LIST_END}{DOER} "
    rf"(?P<how>(?:{CLOSE}{{0,24}}? )?)"
    rf"(?P<verb>(?:투자|출자)(?:하면서|하며|해)|{MONEY}{_SIZE}(?:을|를) (?:넣으면서|투자하면서|투자해|투입하면서)) "
    rf"(?P<then>{FREE}{{0,40}}?)(?:됐|되었|받았|떠올랐|올라|모았|화제|주목|관심|유명|알려|인정|성장|컸|탄생|급등|뛰었)",
    "[갤럭시봇]은 [닝더]와 [푸취안캐피털]이 11억 위안을 넣으면서 유니콘이 됐다. "
    "→ investment 닝더 갤럭시봇; investment 푸취안캐피털 갤럭시봇",
    "[모멘타]는 [GM]과 [보쉬]가 투자해 화제가 됐다. → investment GM 모멘타; investment 보쉬 모멘타",
    "[모멘타]는 [GM]이 반도체에 투자하면서 위기를 맞았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What others put into the subject of a sentence, and what became of it."""
    if not re.search("[가-힣](?:에|에도|에서) ", found["before"] + found["how"]):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.86)


@rule(
    "money-came-from",
    rf"(?:<O:startup>(?:의)? |{IT}의 |회사(?:의)? |^)(?:{FREE}{{0,8}} )?"
    r"(?P<what>(?:첫|초기|창업|설립|최초|시드|종잣) ?(?:자금|투자금|투자|자본금?|돈)(?:은|는|의 (?:상당수|대부분|절반"
    r"|일부)는)) "
    rf"(?P<how>(?:{FREE}{{0,24}} )?)<OS:investors>{FROM} (?:{FREE}{{0,8}} )?(?P<verb>나왔|왔다|받았|조달했|유치했"
    rf"|마련했|확보했)",
    "[미니맥스]는 컸다. 회사의 첫 자금은 게임사 [미호요]에서 나왔다. → investment 미호요 미니맥스",
    "[미니맥스]의 초기 투자금은 [미호요]로부터 받았다. → investment 미호요 미니맥스",
    "[미니맥스]의 첫 구상은 [미호요]에서 나왔다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not is_stated(sentence, found.end()):
        return
    investors, span = places(found, "investors"), stretch(found, "what", "verb")
    if startups := places(found, "startup") if found["startup"] else []:
        yield from invested(investors, startups, span, 0.88)
    else:
        yield from carried(invested(investors, [subject_before(sentence, found.start())], span, 0.82))


rule(
    "their-money-went-in",
    rf"<O:startup>에(?:는|도|만)? (?:{FREE}{{0,24}} )?<OS:investors>{LIST_END}(?:의)? (?:{FREE}{{0,12}} )?"
    rf"(?P<verb>(?:투자금|자금|자본|뭉칫돈|돈|투자|{MONEY})(?:이|가|도)? (?:[가-힣]{{1,5}} )?"
    r"(?:들어|흘러|투입|유입|수혈|몰렸|쏠렸|이어졌))(?:갔|가 있|가기도|들어갔|들었|됐|되|돼|다)",
    "[위라이드]에는 [르노]와 [엔비디아]의 자금이 들어갔다. → investment 르노 위라이드; investment 엔비디아 위라이드",
    "[위라이드]에는 [르노]와 [엔비디아]의 부품이 들어갔다. →",
)(partial(backed, confidence=0.86))


@rule(
    "made-investment-in",
    rf"<OS:investors>{INVESTORS_DO} (?P<between>[^.]{{0,40}}?)<O:startup>(?:에 대한|에|의)? "
    rf"(?P<what>(?:{FREE}{{0,20}} )?(?:지분 ?|직접 ?|전략적 ?|추가 ?)?투자)"
    r"(?P<verb>(?:를|을|도|까지)? ?(?:단행|집행|완료|마무리|진행|실시)(?:했|한 (?:것|바)|하며|하고)|(?:를|을) (?:마쳤"
    r"|마치고)"
    r"|에 나섰(?!지만)|에 나선 (?:것|바))",
    "[LG전자]는 [애지봇]에 대한 투자를 마쳤다. → investment LG전자 애지봇",
    "[LG전자]가 [애지봇] 지분 투자에 나섰다. → investment LG전자 애지봇",
    "[LG전자]가 [애지봇]과 투자를 마쳤다. →",
    "[애지봇]은 [LG전자]의 주도로 투자를 마무리했다. → investment LG전자 애지봇",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    names_place = re.search("(?:(?<!대한)(?<!에)[가-힣](?:에|에서|와|과|로)|주도) ", found["what"])
    if names_place or has_other_subject(found) or not is_stated(sentence, found.end()):
        return
    investors = [*places(found, "investors"), *partners(sentence, found)]
    yield from invested(investors, places(found, "startup"), stretch(found, "startup", "verb"), 0.86)


@rule(
    "got-among-others",
    rf"<O:startup>(?:은|는|이|가|도) (?P<between>[^.{ORG}]{{0,40}}?)<OS:investors>{LIST_END}(?:의|에게서|에서|로부터"
    rf"|으로부터)? "
    rf"(?P<verb>{_MONEY}{_SIZE}(?:을|를) (?:빨아들|쓸어 ?담|손에 ?쥐|수혈받|지원받|투자받|끌어왔|끌어오|유치))"
    r"(?:였|았|었|었으|었고|했|다[.]|으며|고 |며 )",
    "[즈푸]는 [알리바바] 등 빅테크의 뭉칫돈을 빨아들였다. → investment 알리바바 즈푸",
    "[즈푸]는 [알리바바]의 실력자를 빨아들였다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and not re.search(f"{MAIN} $", found["between"]):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.86)
