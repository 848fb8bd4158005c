"""Who holds shares of whom, stands among its investors, or backs it."""

import re
from collections.abc import Iterator
from functools import partial

from app.reading.patterns.investment import (
    BACKER,
    FROM,
    INVESTORS_DO,
    backed,
    carried,
    invested,
    investors_of,
    subject_before,
)
from app.reading.patterns.parts import CLOSE, DOER, FREE, LIST_END
from app.reading.patterns.rules import FIRST, SECOND, Statement, is_stated, places, rule, stretch
from app.reading.quantities import Quantity
from app.reading.tagged import NUMBER, ORG, PERIOD, Tagged
from app.vocabulary import FactType, Unit

_OWNER = re.compile(f"{ORG}(?=(?:의|에는|은|는|이|가)? (?:[^ ]{{1,8}} ){{0,2}}$)")


def _is_two(quantity: Quantity) -> bool:
    """Whether a number says `두 곳`."""
    return quantity.unit == Unit.COMPANIES and quantity.value == len("ab")


def _into(sentence: Tagged, before: int) -> int | None:
    """The company that stands right before some words, or of which the sentence spoke."""
    owner = _OWNER.search(sentence.text[:before])
    return owner.start() if owner else subject_before(sentence, before)


@rule(
    "among-its-investors",
    rf"(?P<verb>(?:주요 |기존 |초기 |핵심 |새 |신규 )?(?:{BACKER}|투자 기관|투자기관) ?"
    rf"(?:구성|명단|목록|명부|라인업|진용|중|가운데)?(?:에는|에|로는|으로는|로|은|는)) "
    rf"(?:{FREE}{{0,24}} )?(?:<O:beside> (?:외에도?|말고도|뿐(?:만)? 아니라) )?<OS:investors>{LIST_END}(?:이|가|도"
    rf"|들이|을|를)? ?"
    rf"(?:{FREE}{{0,12}} )?"
    r"(?:포함|(?:[^.]{0,40}? )?이름을 올|있|들어|올라|꼽|참여|이다|다\.|다$|(?:으)?로 알려)",
    "[칭펑AI]는 유명하다. 투자자 명단에는 [난링캐피털], [텐센트] 등 12개 기관이 포함돼 있다. "
    "→ investment 난링캐피털 칭펑AI; investment 텐센트 칭펑AI",
    "[칭펑AI]의 기존 주주로는 [샤오미]를 비롯해 [난링캐피털] 등이 있다. "
    "→ investment 샤오미 칭펑AI; investment 난링캐피털 칭펑AI",
    "[칭펑AI]의 고객 명단에는 [샤오미]가 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = _into(sentence, found.start())
    span = stretch(found, "verb", "investors")
    investors = investors_of(found, *(("beside", "investors") if found["beside"] else ("investors",)))
    yield from carried(invested(investors, [startup], span, 0.85))


@rule(
    "holds-share-of-it",
    rf"<O:first>(?:이|가|은|는|도) (?:지분 )?(?:각각 |약 )?<#:share>(?:의)?(?: 지분)?(?:을|를)?,? "
    rf"(?P<rest>(?:[^{ORG}.]{{0,12}}{ORG}(?:이|가|은|는|도) (?:지분 )?(?:각각 |약 )?{NUMBER}(?:의)?(?: 지분)?"
    rf"(?:을|를)?,? ){{0,5}})"
    r"(?P<verb>(?:지분(?:을|를)? ?)?(?:[가-힣]{1,4} )?(?:보유|갖고|가지고|소유|쥐고))",
    "[칭펑AI]는 상장을 앞뒀다. [텐센트]가 지분 9.1%, [난링캐피털]이 4%를 보유하고 있다. "
    "→ investment 텐센트 칭펑AI; investment 난링캐피털 칭펑AI",
    "[칭펑AI]는 상장을 앞뒀다. [텐센트]가 시장 점유율 9.1%를 보유하고 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Shares of the company that the sentences before speak of."""
    if "지분" not in found.group() or sentence.quantity(found.start("share")).unit != Unit.PERCENT:
        return
    span = stretch(found, "first", "verb")
    investors = [*places(found, "first"), *places(found, "rest")]
    owner = re.search(f"{ORG}(?=(?:의)? (?:지분|주식)(?:은|을|의)? $)", sentence.text[: found.start()])
    yield from carried(invested(investors, [owner.start() if owner else None], span, 0.82))


@rule(
    "invested-into-adnominal",
    rf"<O:startup>에 (?:{CLOSE}{{0,20}} )?(?P<verb>투자|출자)(?:한|했던|해 온|해온) (?:{CLOSE}{{0,16}} )?"
    r"<OS:investors>(?P<after>[은는이가을를의도에와과, ]|$|이다|다)",
    "[칭펑AI]에 투자한 [샤오미]와 [텐센트]도 이익을 봤다. → investment 샤오미 칭펑AI; investment 텐센트 칭펑AI",
    "[칭펑AI]에 투자한 것은 실수였다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(r"것|금액|데 이어|바 있", found.group()):
        span = stretch(found, "startup", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.9)


@rule(
    "backed-adnominal",
    rf"<OS:investors>(?P<end>{LIST_END})(?:"
    rf"{DOER} (?P<gap>(?:{CLOSE}{{0,12}}? )?)(?P<verb>지분(?:을|의)? ?(?:{CLOSE}{{0,10}} ?)?(?:보유한|확보한|가진"
    rf"|보유하고 "
    rf"있는|갖고 있는|쥐고 있는)|출자한"
    rf"|후원하는|지원하는|뒤를 받치는|밀어주는|"
    rf"(?:(?:(?:단일 )?최대|주요|초기|핵심|전략적|{NUMBER}|[2-5]대|대) ?)?{BACKER}(?:인|로 있는|로 참여한"
    rf"|로 참여하고 있는"
    r"|로 이름을 올린))"
    rf"|(?:을|를) (?P<owned>(?:{BACKER}|대주주)로 (?:둔|두고 있는|확보한|끌어들인|맞은|맞이한|유치한))"
    rf"|(?:의|으로부터|로부터) (?P<aid>(?:지원|후원|지지|투자)(?:을|를)? (?:받는|받고 있는|등에 업은|업은)))"
    rf" (?:{CLOSE}{{0,24}} )?<O:startup>",
    "[샤오미]가 지분을 보유한 로봇 스타트업 [칭펑로봇]이 상장했다. → investment 샤오미 칭펑로봇",
    "[알리바바]와 [텐센트]의 지원을 받는 [칭펑AI]가 새 모델을 냈다. "
    "→ investment 알리바바 칭펑AI; investment 텐센트 칭펑AI",
    "[샤오미]가 특허를 보유한 [칭펑로봇]과 다퉜다. →",
    "[샤오미]가 2대 주주로 있는 [칭펑로봇]이 상장했다. → investment 샤오미 칭펑로봇",
    "[샤오미]를 투자자로 둔 [칭펑로봇]이 상장했다. → investment 샤오미 칭펑로봇",
    "[샤오미]가 값을 올렸고 주주인 [칭펑로봇]도 반겼다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search("(?:[고며]|지만|는데) ", found["gap"] or ""):
        span = stretch(found, "investors", "startup")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.84)


@rule(
    "invested-of-nobody",
    rf"<OS:investors>{INVESTORS_DO} (?P<between>(?:{FREE}{{0,30}}? )?)"
    rf"(?P<verb>(?:{BACKER}로 )?(?:투자|출자|참여|나서|합류)(?:했|한 (?:것으로|바 있)|하며|하고 있|었))",
    "[칭펑AI]는 컸다. [알리바바], [힐하우스] 등 주요 민간 자본이 투자했다. "
    "→ investment 알리바바 칭펑AI; investment 힐하우스 칭펑AI",
    "[칭펑AI]는 컸다. [알리바바]와 [텐센트] 등 대기업들이 주요 투자자로 참여했다. "
    "→ investment 알리바바 칭펑AI; investment 텐센트 칭펑AI",
    "[칭펑AI]는 컸다. [알리바바]가 단독으로 1억 위안을 투자했다. → investment 알리바바 칭펑AI",
    "[칭펑AI]는 컸다. [알리바바]는 반도체에 투자했다. →",
    "[칭펑AI]는 컸다. [알리바바]가 행사에 참여했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Into whom is said before: the sentence has no `…에` of its own."""
    text, between = (
        sentence.text,
        re.sub(
            r"(?:투자자|주주|투자사|후원자)로 |투자에 |(?:단독|공동|추가|별도|처음)(?:으)?로 ", "", found["between"]
        ),
    )
    as_backers = re.search(r"(?:투자자|주주|투자사|후원자)로|투자에", found["between"] + found["verb"])
    joins = not found["verb"].startswith(("투자", "출자"))
    if re.search(
        r"[가-힣A-Z](?:에|에게|에서|에도|에는|에만|로|으로|를|을) |(?:모집|진행|추진|실시|마련)한|총|각각|조를|억",
        between,
    ) or not is_stated(sentence, found.end()):
        return
    if joins and not as_backers:
        return
    if re.search(rf"(?<!{PERIOD})(?:에|에는|에도) [^.]{{0,40}}$", text[: found.start()]):
        return
    spoken_of = re.search(rf"{ORG}(?=(?:은|는) [^{ORG}]*$)", text[: found.start()])
    span = stretch(found, "investors", "verb")
    startup = spoken_of.start() if spoken_of else None
    yield from carried(invested(places(found, "investors"), [startup], span, 0.8))


@rule(
    "invested-too",
    rf"^(?P<before>[^{ORG}]{{0,60}})<O:startup>에도? (?P<money>{FREE}{{0,24}}?)(?P<verb>투자|출자)(?:했다|했으며"
    rf"|한 바|하기도|해 )",
    "[텐센트]는 칩을 만든다. 지난해에는 반도체 업체 [칭펑반도체]에도 투자했다. → investment 텐센트 칭펑반도체",
    "[텐센트]는 칩을 만든다. 정부는 [칭펑반도체]에 투자했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Who invested is the company that the sentence before speaks of."""
    if is_stated(sentence, found.end()) and not re.search(r"(?<!에)(?:은|는|이|가|도) ", found["before"]):
        startup = found.start("startup")
        yield Statement(
            FactType.INVESTMENT,
            {"investor": None, "startup": startup},
            stretch(found, "startup", "verb"),
            0.78,
            words={"startup": (startup, startup + 1)},
            doubts=("who invested is not named in this sentence; it was taken from the sentence before",),
        )


rule(
    "got-by-chief",
    rf"<O:startup>(?:의)? (?:공동 ?)?(?:창업자|최고경영자|CEO|대표|회장|창립자)[^{ORG}.]{{0,16}}?(?:은|는|이|가) "
    rf"(?P<between>[^{ORG}.]{{0,40}}?)<OS:investors>{FROM} (?:{FREE}{{0,40}}? )?"
    r"(?P<verb>(?:투자금|투자|자금)(?:을|를) (?:유치|조달|확보|받))(?:했|았)",
    "<마둬> [칭펑AI] 최고경영자는 어제 [난링캐피털]과 [GIC] 등으로부터 투자를 받았다고 밝혔다. "
    "→ investment 난링캐피털 칭펑AI; investment GIC 칭펑AI; employment 마둬 칭펑AI current",
    "<마둬> [칭펑AI] 최고경영자는 어제 [난링캐피털]과 만났다. → employment 마둬 칭펑AI current",
)(partial(backed, confidence=0.88))


rule(
    "joined-investment-in",
    rf"<O:startup>에 대한 (?:{FREE}{{0,12}} )?(?:투자|펀딩|라운드|증자)(?:에는|는|에|에도) (?:{FREE}{{0,24}} )?"
    rf"<OS:investors>{INVESTORS_DO} (?:{FREE}{{0,16}} )?(?P<verb>참여|합류|동참|가세|이름을 올|주도|이끌)(?:했|렸"
    rf"|었|하기도)",
    "[칭펑AI]에 대한 투자에는 [샤오미]와 [난링캐피털]이 참여했다. → investment 샤오미 칭펑AI; investment "
    "난링캐피털 칭펑AI",
    "[칭펑AI]에 대한 투자에는 [샤오미]가 참여하지 않았다. →",
)(partial(backed, confidence=0.92))


@rule(
    "both-backed",
    rf"(?P<both>(?:두|양) ?(?:곳|회사|기업|업체|사)|{NUMBER})(?:은|는|이|가)? ?모두 (?:{FREE}{{0,16}}? )?"
    rf"<OS:investors>{FROM} (?P<verb>(?:지원|투자|후원|자금)(?:금)?(?:을|를)? (?:받는|받은|받았|받고|유치했))",
    "[칭펑AI]와 [옌산로봇]이 상장한다. 두 곳 모두 [텐센트]의 지원을 받는 스타트업이다. "
    "→ investment 텐센트 칭펑AI; investment 텐센트 옌산로봇",
    "[칭펑AI]와 [옌산로봇]이 상장한다. 두 곳 모두 [텐센트]와 다툰다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    at = found.start("both")
    if found["both"] == NUMBER and not _is_two(sentence.quantity(at)):
        return
    span = stretch(found, "both", "verb")
    yield from invested(places(found, "investors"), [FIRST, SECOND], span, 0.82)


@rule(
    "invested-together",
    rf"<O:lead>(?:은|는|이|가) (?:{FREE}{{0,20}} )?<OS:allies>(?: 등)?[와과] (?:함께|공동으로|더불어) "
    rf"(?P<money>{FREE}{{0,30}}?)(?P<verb>투자|출자)(?:했|한 (?:것|바)|하며)",
    "[칭펑AI]는 7억 위안을 유치했다. [샤오미]는 [난링캐피털], [텐센트] 등과 함께 총 7억 위안을 투자했다. "
    "→ figure 칭펑AI funding 700000000 CNY; investment 샤오미 칭펑AI; investment 난링캐피털 칭펑AI; "
    "investment 텐센트 칭펑AI",
    "[칭펑AI]는 컸다. [샤오미]는 [난링캐피털]과 함께 반도체에 투자했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if "에 " not in found["money"] and is_stated(sentence, found.end()):
        span = stretch(found, "lead", "verb")
        investors = [*places(found, "lead"), *places(found, "allies")]
        yield from carried(invested(investors, [None], span, 0.8))


@rule(
    "came-into-as",
    rf"<OS:investors>{INVESTORS_DO} (?:{FREE}{{0,20}}? )?<O:startup>에(?:도)? (?:{FREE}{{0,12}} )?"
    rf"(?P<verb>{BACKER}로 (?:참여|나서|합류|들어|이름을 올))(?:했|섰|왔|갔|렸|한 것|한 바)",
    "[샤오미]는 [칭펑로봇]에 주도적인 투자자로 참여했다. → investment 샤오미 칭펑로봇",
    "[샤오미]는 [칭펑로봇]에 협력사로 참여했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        span = stretch(found, "startup", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, 0.92)
