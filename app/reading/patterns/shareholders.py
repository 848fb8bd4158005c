"""Who is called an investor of a company in passing, and whom a company is said to have won as one."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.investment import BACKER, INVESTORS_DO, backed, invested, investors_of
from app.reading.patterns.parts import CLOSE, DOER, FREE, LIST_END, TOPIC
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import NUMBER, Tagged

_RANK: Final = (
    rf"(?:(?:초기|주요|기존|핵심|대표|전략적|재무적|유력|{NUMBER}|[2-5]대|첫|외국인|해외|최초|시드|엔젤) ?){{0,2}}"
)
"""Which of the investors: `초기`, `2대`."""
_ROUND: Final = (
    r"(?:시리즈 ?[A-H]\d?\+{0,2}|프리 ?[A-D]|엔젤|시드|초기|최근|이번|첫|직전|신규|[1-5]차)?"
    "(?: ?(?:투자|펀딩|자금 ?조달|투자 ?유치|증자))?(?: ?(?:라운드|투자|펀딩))?"
)


@rule(
    "backer-apposition",
    rf"<O:startup>(?:의)? (?P<verb>(?:{CLOSE}{{0,10}} )?{_RANK}{BACKER})(?:인|이자 {CLOSE}{{1,24}}인|로 알려진"
    rf"|로 유명한|에 오른|[가이] 된|로 올라선|로 등극한)? "
    r"<OS:investors>(?P<after>[은는이가도의와과을를에,]|다|이다|측| |$)",
    "[딥로보틱스]의 초기 투자자인 [난링캐피털]은 말을 아꼈다. → investment 난링캐피털 딥로보틱스",
    "[딥로보틱스] 최대주주 [난링캐피털]은 말을 아꼈다. → investment 난링캐피털 딥로보틱스",
    "[딥로보틱스]의 주요 고객인 [난링캐피털]은 말을 아꼈다. →",
    "[딥로보틱스]의 예비 투자자인 [난링캐피털]은 말을 아꼈다. →",
    "[난링캐피털] 투자사인 [딥로보틱스]는 말을 아꼈다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    either_way = "투자사" in found["verb"] and sentence.text[found.start("startup") + 1] != "의"
    if not either_way and not re.search("예비|잠재|전직|옛|경쟁|은 |는 |이 |가 |를 |을 |와 |과 ", found["verb"]):
        span = stretch(found, "verb", "investors")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.88)


@rule(
    "has-won-backers",
    rf"<O:startup>{TOPIC} (?:{FREE}{{0,24}} )?<OS:investors> 등 (?P<kind>(?:{CLOSE}{{0,24}} )?)"
    rf"(?P<verb>(?:{BACKER}|투자 ?유치처|후원자)(?:들)?(?:을|를) (?:대거 |잇달아 |이미 )?(?:확보|유치|끌어들|거느|두"
    rf"|모|맞|등에 업))"
    r"(?:했|하고|하며|였|리고|고 있|았|었)",
    "[스텝펀]은 [텐센트], [난링캐피털] 등 쟁쟁한 투자자를 확보했다. "
    "→ investment 텐센트 스텝펀; investment 난링캐피털 스텝펀",
    "[스텝펀]은 [텐센트], [난링캐피털] 등 쟁쟁한 고객을 확보했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.88)


rule(
    "stands-behind",
    rf"<OS:investors>{INVESTORS_DO} (?:{FREE}{{0,12}} )?<O:startup>(?:의)? "
    r"(?P<verb>뒤를 (?:든든하게 |든든히 )?(?:받치|받쳐 주|받쳐주|봐주|밀어 ?주))(?:고 있|고|며|었)",
    "[알리바바]와 [텐센트]가 [즈푸]의 뒤를 받치고 있다. → investment 알리바바 즈푸; investment 텐센트 즈푸",
    "[알리바바]와 [텐센트]가 [즈푸]의 뒤를 쫓고 있다. →",
)(partial(backed, confidence=0.8))


@rule(
    "first-backer-of-it-is",
    rf"<O:startup>(?:의)? (?P<verb>(?:{CLOSE}{{0,12}} )?{_RANK}{BACKER})(?:은|는) (?:{FREE}{{0,24}} )?"
    r"<OS:investors>(?P<end>(?: 등)?)(?:이?다(?=[.,]|$)|였다|이었다|이며|이고)",
    "[즈푸]의 첫 외국인 투자자는 [아람코벤처스]다. → investment 아람코벤처스 즈푸",
    "[즈푸]의 첫 외국인 고객은 [아람코벤처스]다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search("예비|잠재|경쟁", found["verb"]):
        span = stretch(found, "verb", "investors")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.9)


rule(
    "ranks-as-backer",
    rf"<O:startup>의 [^.]{{1,30}}?(?:이고|이며|이지만|에 이어|다음으로는?),? (?:{FREE}{{0,12}} )?<OS:investors>{DOER} "
    rf"(?P<verb>(?:{NUMBER}|[2-9]대|주요) ?{BACKER})(?:다|이다|로 있|로 이름)",
    "[딥로보틱스]의 최대주주는 창업자이고, [난링캐피털]이 2대 주주다. → investment 난링캐피털 딥로보틱스",
    "[딥로보틱스]의 최대 고객은 정부이고, [난링캐피털]이 2대 고객이다. →",
)(partial(backed, confidence=0.86))


@rule(
    "round-of-it-was-led",
    rf"<O:startup>(?:의)? (?P<round>(?:{CLOSE}{{0,10}} )?{_ROUND}(?<=[가-힣A-H+]))(?:은|는|에는|에도|에선|에서는|를"
    rf"|을) "
    rf"(?:{FREE}{{0,16}} )?<OS:leads>{INVESTORS_DO} (?P<how>(?:{FREE}{{0,16}} )?)"
    r"(?P<verb>이끌었|주도했|참여했|맡았|리드했|집행했|단행했|합류했|이름을 올렸|함께했)"
    rf"(?:(?:고|으며|고서),? (?:{FREE}{{0,16}} )?<OS:others>{INVESTORS_DO} (?:{FREE}{{0,16}} )?"
    r"(?:참여했|동참했|합류했|이름을 올렸|뒤따랐|뒤를 이었|함께했))?",
    "[딥로보틱스]의 시리즈A는 [난링캐피털]이 이끌었고 [밍양캐피털]이 참여했다. "
    "→ investment 난링캐피털 딥로보틱스; investment 밍양캐피털 딥로보틱스",
    "[딥로보틱스]의 엔젤 투자는 [난링캐피털]이 맡았다. → investment 난링캐피털 딥로보틱스",
    "[딥로보틱스]의 개발은 [난링캐피털]이 맡았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Who was in a round of the company that stands before it."""
    is_round = re.search("시리즈|투자|펀딩|라운드|조달|증자|엔젤|시드|프리", found["round"])
    if is_round and is_stated(sentence, found.end()) and "은 " not in found["round"]:
        span = stretch(found, "leads", "verb")
        investors = investors_of(found, "leads", "others") if found["others"] else places(found, "leads")
        yield from invested(investors, places(found, "startup"), span, 0.9)


@rule(
    "led-the-round-of",
    rf"<OS:leads>{LIST_END}(?:{DOER}|도) (?:{CLOSE}{{0,12}} )?(?P<verb>(?:공동 ?)?(?:주도한|리드한|이끈|참여한"
    rf"|투자한)) "
    rf"<O:startup>(?:의)? (?P<round>(?:{CLOSE}{{0,10}} )?{_ROUND}(?<=[가-힣A-H+]))(?=[은는이가에을를의, ]|$)",
    "[난링캐피털]이 리드한 [딥로보틱스]의 시리즈C는 끝났다. → investment 난링캐피털 딥로보틱스",
    "[난링캐피털]이 주도한 [딥로보틱스]의 행사는 끝났다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search("시리즈|투자|펀딩|라운드|조달|증자|엔젤|시드|프리", found["round"]) and is_stated(
        sentence, found.end()
    ):
        span = stretch(found, "leads", "round")
        yield from invested(places(found, "leads"), places(found, "startup"), span, 0.9)


@rule(
    "each-won-its-backer",
    rf"<O:one>(?:은|는|이|가) (?:{FREE}{{0,12}} )?<OS:first>{LIST_END}(?:을|를),? "
    rf"<O:two>(?:은|는|이|가) (?:{FREE}{{0,12}} )?<OS:second>{LIST_END}(?:을|를) (?:각각 |나란히 )?"
    rf"(?P<verb>{BACKER}로 (?:맞|맞아들|끌어들|영입|유치|확보|두|뒀))(?:았|였|했|고 있|다[.])",
    "[스텝펀]은 [텐센트]를, [링이완우]는 [알리바바]를 각각 투자자로 확보했다. "
    "→ investment 텐센트 스텝펀; investment 알리바바 링이완우",
    "[스텝펀]은 [텐센트]를, [링이완우]는 [알리바바]를 각각 고객으로 확보했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        for startup, investors in (("one", "first"), ("two", "second")):
            span = stretch(found, startup, investors)
            yield from invested(places(found, investors), places(found, startup), span, 0.93)
