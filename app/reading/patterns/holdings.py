"""Who holds shares of a company, bought them, or has them."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.investment import BACKER, INVESTORS_DO, backed, carried, invested
from app.reading.patterns.parts import CLOSE, DOER, FREE, IT, LIST_END
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import NUMBER, ORG, Tagged

_AS_BACKER: Final = rf" (?:[가-힣0-9{NUMBER}]{{1,6}} ){{0,2}}(?:{BACKER})"
"""What the holder of a share is called: `2대 주주`."""
_SHARE: Final = "(?:지분|주식|보통주|우선주)"
_HOLDING: Final = (
    "(?:보유한|보유하고 있는|보유 중인|소유한|소유하고 있는|가진|갖고 있는|쥔|쥐고 있는|들고 있는"
    "|확보한|취득한|매입한|인수한|사들인)"
)
_TO_SELL: Final = re.compile("전량|매각|처분|팔|정리|청산|회수")
"""What is done with shares that are held no more."""


rule(
    "bought-stake",
    rf"<OS:investors>{INVESTORS_DO} (?:{FREE}{{0,30}}? )?"
    rf"<O:startup>(?:의)? (?:{FREE}{{0,12}} )?"
    r"(?P<verb>(?:지분|주식|보통주|우선주|신주|ADS|전환사채)(?:을|를|의)? ?"
    rf"(?:{FREE}{{0,14}}? )?(?:사들|매입|인수|취득|확보|청약|갖고 있|쥐고 있|들고 있|소유|보유|쥔|가진))"
    rf"(?:였|여 |했|하며|해 |하고|다|고|으며|며|(?:한|인) (?:것|바|사실)|(?:한|하고 있는|고 있는|는)?{_AS_BACKER}"
    rf"| ?중(?:이|인))",
    "[CATL]은 [밍허] 지분 5%를 사들여 주주가 됐다. → investment CATL 밍허",
    "[텐센트]는 [문샷] 지분 36%를 쥔 최대주주다. → investment 텐센트 문샷",
    "[텐센트]는 [문샷] 지분 8.5%를 보유한 2대 주주다. → investment 텐센트 문샷",
    "[텐센트]는 [문샷] 주식 170만 주를 보유 중이다. → investment 텐센트 문샷",
    "[텐센트]와 [샤오미]도 [문샷]의 지분을 보유하고 있다. → investment 텐센트 문샷; investment 샤오미 문샷",
    "[텐센트]는 [문샷] 지분을 인수하지 않았다. →",
)(partial(backed, confidence=0.86))


@rule(
    "holds-stake-adnominal",
    rf"(?P<verb>(?:{IT}|회사) (?:지분|주식)을 (?:가진|보유한|사들인|투자한)"
    r"|지분(?:을)? 투자한) "
    r"<OS:investors>(?:[은는이가도와과]|의|다|이다)",
    "[훠란]은 컸다. 회사 지분을 가진 [텐센트]는 말을 아꼈다. → investment 텐센트 훠란",
    "[치허]는 컸다. 초기에 지분을 투자한 [밍양캐피털]과 [시링캐피털]도 기다린다. "
    "→ investment 밍양캐피털 치허; investment 시링캐피털 치허",
    "[훠란]은 컸다. 회사 건물을 가진 [텐센트]는 말을 아꼈다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Who holds shares of the company that the sentence leaves to those before it."""
    if not re.search(f"{ORG}(?:의)? $", sentence.text[: found.start()]):
        span = stretch(found, "verb", "investors")
        yield from carried(invested(places(found, "investors"), [None], span, 0.8))


@rule(
    "holder-of-stake",
    rf"<O:startup>(?:의)? (?:{CLOSE}{{0,12}} )?(?P<verb>{_SHARE}(?:을|를)? ?(?:{CLOSE}{{0,14}} )?{_HOLDING}) "
    r"(?P<kind>(?:[가-힣]{1,8} ){0,2})<OS:investors>(?P<after>[은는이가도의와과을를에,]|다|이다|측)",
    "[훠란]의 지분 8.5%를 보유한 [텐센트]가 웃었다. → investment 텐센트 훠란",
    "[훠란]의 특허 85개를 보유한 [텐센트]가 웃었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "startup", "investors")
    yield from invested(places(found, "investors"), places(found, "startup"), span, 0.88)


@rule(
    "stake-that-they-hold",
    rf"<OS:investors>{LIST_END}(?:(?:{DOER}|도) (?:{CLOSE}{{0,12}} )?(?P<verb>{_HOLDING}) <O:startup>(?:의)? {_SHARE}"
    rf"|의 <O:owned>(?:의)? (?P<share>{_SHARE} ?(?:보유 ?)?(?:율|비율|가치|평가액)|투자액|투자금|투자 ?규모))(?:은|는"
    rf"|이|가|도|의) "
    r"(?P<rest>[^.]{0,40})",
    "[텐센트]가 보유한 [훠란] 지분은 8.5%다. → investment 텐센트 훠란",
    "[텐센트]의 [훠란] 투자액은 1억 달러에 달한다. → investment 텐센트 훠란",
    "[텐센트]의 [훠란] 납품액은 1억 달러에 달한다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not _TO_SELL.search(found["rest"]) and is_stated(sentence, found.end("share" if found["share"] else "startup")):
        role = "owned" if found["share"] else "startup"
        yield from invested(places(found, "investors"), places(found, role), stretch(found, "investors", role), 0.86)


@rule(
    "shares-of-it-are",
    rf"<O:startup>(?:의)? (?P<verb>{_SHARE})(?:은|는) (?:{FREE}{{0,12}} )?<O:first>{DOER} (?:각각 |약 )?{NUMBER}(?:를"
    rf"|을)?,? "
    rf"(?P<rest>(?:[^{ORG}.]{{0,12}}{ORG}{DOER} (?:각각 |약 )?{NUMBER}(?:를|을)?,? ){{0,4}})(?:씩 )?"
    r"(?:각각 )?(?:보유|갖고|가지고|소유|쥐고)",
    "[훠란] 지분은 [징둥]이 8.5%, [텐센트]가 5%를 보유하고 있다. → investment 징둥 훠란; investment 텐센트 훠란",
    "[훠란] 매출은 [징둥]이 8.5%, [텐센트]가 5%를 차지한다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    investors = [*places(found, "first"), *places(found, "rest")]
    yield from invested(investors, places(found, "startup"), stretch(found, "startup", "first"), 0.9)
