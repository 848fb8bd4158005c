"""Money that several raised in one sentence, rounds that were closed, and what they brought in."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.figure import NEAR, Sum, figure, figure_of_subject, subject_before
from app.reading.patterns.investment import invested
from app.reading.patterns.parts import LIST_END, MAIN, OBJECT
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import MONEY, ORG, Tagged
from app.vocabulary import Metric

_FROM: Final = rf"{LIST_END}(?:으로부터|로부터|에게서|에게|에서|의)"
_ROUND: Final = (
    r"(?:(?:시리즈 ?[A-H]\d?\+{0,2}|프리 ?(?:시리즈 ?)?(?:IPO|[A-D])\+?|[A-H]\d?\+{0,2}|시드|엔젤|전략|신규|추가"
    r"|후속) ?)?"
    r"(?:(?:투자|펀딩|자금 ?조달|증자|모금) ?)?(?:라운드|투자 ?유치|자금 ?조달|펀딩|프리 ?IPO|유상증자|기업공개|IPO)"
)
_SIZE: Final = "(?:의|에 (?:달하는|이르는)| 규모의?| 상당의?| 이상의?| 넘는| 가량의?)*"
_GOT: Final = "(?:(?:투자금|투자|자금)(?:을|를)? ?)?(?:유치|투자받|조달|확보|모|수혈|받)(?:았|했|하|아|해|은 것|한 것)"


@rule(
    "round-closed",
    rf"<$:money>{_SIZE} ?(?P<what>{NEAR}{{0,12}}?{_ROUND}{OBJECT}? ?{NEAR}{{0,8}}?(?:마무리|완료|마쳤|마치고|끝냈"
    rf"|끝마쳤|성사시켰|진행했|실시했))",
    "[칭펑로봇]은 지난 6월 7억 위안 규모의 시리즈C 라운드를 마무리했다. → figure 칭펑로봇 funding 700000000 CNY",
    "[칭펑로봇]은 7억 위안 규모의 투자 유치를 마무리하지 못했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    who = subject_before(sentence, found.start("money"))
    into = who is not None and re.search(f"{ORG}에(?:는|도)? ", sentence.text[who : found.start("money")])
    if is_stated(sentence, found.end()) and not into:
        told = Sum(Metric.FUNDING, found.start("money"), stretch(found, "money", "what"))
        yield figure_of_subject(sentence, told, 0.92)


_OF_ALL: Final = re.compile("증시|시장에|업계|전체|국내|글로벌|분야|기업들|스타트업들|벤처")
"""What all of a market or a trade raised is no one firm's."""


@rule(
    "was-raised",
    rf"<$:money>{_SIZE}(?: 이상)?(?:이|가)? ?(?P<what>{NEAR}{{0,16}}?(?:투자 ?유치가|자금 ?조달이|투자가|펀딩이)? ?"
    r"(?:성사|모금|조달|유치|투자|마무리))(?:됐|되었|돼|이 이뤄졌|가 이뤄졌)",
    "[칭펑로봇]은 컸다. 시리즈A 펀딩에서는 1억 달러 이상이 모금됐다. → figure 칭펑로봇 funding 100000000 USD",
    "[칭펑로봇]은 컸다. 공장에는 1억 달러가 들었다. →",
    "[칭펑로봇]은 컸다. 올해 홍콩 증시에서는 투자금 100억 달러가 조달됐다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search("투자|펀딩|라운드|모금|조달|유치", sentence.text[max(0, found.start() - 40) : found.end()]):
        told = Sum(Metric.FUNDING, found.start("money"), found.span())
        subjects = [
            one.start() for one in re.finditer(f"{ORG}(?=(?:은|는|의) )(?!의 주도)", sentence.text[: found.start()])
        ]
        if not subjects and _OF_ALL.search(sentence.text[: found.start()]):
            return
        yield figure(sentence, told, subjects[-1] if subjects else None, 0.85)


@rule(
    "raised-from-some-each",
    rf"<O:one>(?:은|는|이|가) (?:{NEAR}{{0,12}} )?<OS:givers>{_FROM} <$:first>{_SIZE} ?(?:투자금|투자|자금)?(?:을"
    rf"|를)?, ?"
    rf"(?:{NEAR}{{0,12}} )?<O:two>(?:은|는|이|가) (?:{NEAR}{{0,12}} )?<OS:others>{_FROM} <$:second>{_SIZE} ?(?:을"
    rf"|를)? ?"
    rf"(?P<what>(?:각각 )?{_GOT})",
    "[칭펑로봇]은 [난링캐피털], [샤오미] 등에서 7억 위안을, [옌산로봇]은 [시링캐피털] 등에서 5억 위안을 각각 유치했다. "
    "→ figure 칭펑로봇 funding 700000000 CNY; figure 옌산로봇 funding 500000000 CNY; investment 난링캐피털 칭펑로봇; "
    "investment 샤오미 칭펑로봇; investment 시링캐피털 옌산로봇",
    "[칭펑로봇]은 [샤오미]에서 7억 위안을, [옌산로봇]은 [시링캐피털]에서 5억 위안을 각각 빌렸다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not is_stated(sentence, found.end()):
        return
    for who, givers, money in (("one", "givers", "first"), ("two", "others", "second")):
        startup = found.start(who)
        yield figure(sentence, Sum(Metric.FUNDING, found.start(money), found.span("what")), startup, 0.96)
        yield from invested(places(found, givers), [startup], stretch(found, who, money), 0.96)


@rule(
    "raised-same-each",
    rf"<OS:who>(?P<end>{LIST_END})(?:은|는|이|가|도) (?P<between>[^{MONEY}.]{{0,50}}?)(?:각각|나란히) "
    rf"<$:money>{_SIZE}(?:을|를)? ?"
    rf"(?P<what>{NEAR}{{0,10}}?{_GOT})",
    "[칭펑로봇]과 [옌산로봇]도 지난달 국영 펀드로부터 각각 1억 위안 규모의 투자를 받았다. "
    "→ figure 칭펑로봇 funding 100000000 CNY; figure 옌산로봇 funding 100000000 CNY",
    "[칭펑로봇]과 [옌산로봇]은 각각 1억 위안을 벌었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    whom = places(found, "who")
    if len(whom) < len("ab") or re.search(f"{ORG}{MAIN} ", found["between"]) or not is_stated(sentence, found.end()):
        return
    for who in whom:
        yield figure(sentence, Sum(Metric.FUNDING, found.start("money"), found.span("what")), who, 0.95)


@rule(
    "listing-brought",
    r"(?P<what>(?:상장|IPO|기업공개|공모)[^.$]{0,12}?(?:조달액|조달 ?(?:규모|금액)|공모 ?(?:금액|규모|액)|모집 ?"
    r"(?:금액|규모)))"
    rf"{MAIN} (?:총 |모두 |약 )?<$:money>(?P<end>.{{0,40}})",
    "[칭펑AI]는 어제 홍콩에 상장했다. 이번 상장으로 조달 금액은 42억 홍콩달러였다. "
    "→ figure 칭펑AI funding 4200000000 HKD",
    "[칭펑AI]는 상장을 앞뒀다. 기업공개로 조달 금액은 42억 홍콩달러가 될 전망이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search("전망|예정|계획|목표|예상|될|추진", found["end"]):
        yield figure_of_subject(sentence, Sum(Metric.FUNDING, found.start("money"), found.span("what")), 0.85)


@rule(
    "listing-to-bring",
    rf"(?P<how>상장|IPO|기업공개|공모)[^.{MONEY}{ORG}]{{0,24}}<$:money>{_SIZE} ?(?P<what>{NEAR}{{0,12}}?"
    r"(?:조달|모집|확보)(?:할|하게 될)) ?(?:것으로 (?:예상|전망|기대|관측|추산|추정|보인|보이|점쳐|알려)|전망|예정)",
    "[칭펑AI]는 홍콩 증시 상장을 통해 최대 35억 달러를 조달할 것으로 예상된다. → figure 칭펑AI funding 3500000000 USD",
    "[칭펑AI]는 홍콩 상장을 통해 35억 달러를 조달할지 검토하고 있다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """What a listing that is settled is foreseen to bring in; not what a firm only wishes."""
    told = Sum(Metric.FUNDING, found.start("money"), stretch(found, "how", "what"))
    yield figure_of_subject(sentence, told, 0.85)
