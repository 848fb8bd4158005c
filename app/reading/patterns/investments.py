"""Who put money into whom, or got it from whom."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from app.reading.patterns.investment import (
    FROM,
    GOT,
    INVESTORS_DO,
    backed,
    carried,
    has_other_subject,
    invested,
    invested_in_it,
    investors_of,
    partners,
    subject_before,
)
from app.reading.patterns.parts import CLOSE, DOER, FREE, GAP, IT, LIST_END, MAIN, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, is_stated, places, rule, stretch
from app.reading.tagged import MONEY, ORG, Tagged

_ITS_FUND: Final = (
    r"(?:[가-힣]{1,5})?(?:의| 산하의?| 계열의?| 관련) (?:[가-힣]{1,8} ){0,2}"
    "(?:펀드|기금|자회사|계열사|사모펀드|투자사|투자 ?부문)"
)
"""`알파벳의 투자 펀드로부터`, `O캐피털 산하 펀드로부터`: who gave is not named."""


@rule(
    "got-adnominal",
    rf"<OS:investors>{FROM} (?:{FREE}{{0,30}}? )?"
    rf"(?P<verb>{GOT}(?:받은|받아온|유치한|조달한|확보한|끌어들인|이끌어낸)) "
    rf"{GAP}<O:startup>",
    "[알리바바]와 [텐센트]의 투자를 받은 [미니맥스]는 컸다. → investment 알리바바 미니맥스; investment 텐센트 미니맥스",
    "[텐센트] 등으로부터 거액의 투자를 유치한 스타트업 [쉬위엔]이 나왔다. → investment 텐센트 쉬위엔",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    span = stretch(found, "investors", "verb")
    yield from invested(places(found, "investors"), places(found, "startup"), span, 0.96)


rule(
    "got-adnominal-it",
    rf"<OS:investors>{FROM} (?:{FREE}{{0,30}}? )?"
    rf"(?P<verb>{GOT}(?:받은|받아온|유치한|조달한|확보한|끌어들인|이끌어낸)) (?:{FREE}{{0,8}} )?{IT}",
    "[칭펑AI]는 컸다. [텐센트] 등으로부터 투자를 받은 이 회사는 상장을 준비한다. → investment 텐센트 칭펑AI",
    "[칭펑AI]는 컸다. [텐센트]로부터 상을 받은 이 회사는 상장을 준비한다. →",
)(partial(invested_in_it, confidence=0.84))


@rule(
    "got",
    rf"<OS:startup>{TOPIC} (?P<between>[^.]{{0,70}}?)"
    rf"<OS:investors>(?P<fund>{_ITS_FUND})?{FROM} "
    rf"(?P<money>{FREE}{{0,60}}?)"
    rf"(?P<verb>{GOT}(?:유치|조달|확보|받|수혈|끌어모|끌어들|끌어오|끌어왔|빨아들|이끌어|따|투자받|모금)|투자받"
    r"|(?P<sum>유치|조달|모금|끌어모|끌어오|끌어왔|끌어들|빨아들|수혈))"
    r"(?P<tense>했|해|하며|하고|한 (?:것|바|데|회사|기업|스타트업|업체|곳)|기도 했|하기도 했|에 성공"
    r"|았|아 ?왔|아 |아,|으며|으면서|고 있|은 (?:것|바|회사|기업|스타트업|곳)|아냈|낸|냈|였|여 |다[.]|다$|며 )",
    "[칭펑AI]가 [텐센트], [난링캐피털] 등으로부터 12억위안 규모 투자를 유치했다. "
    "→ investment 텐센트 칭펑AI; investment 난링캐피털 칭펑AI; figure 칭펑AI funding 1200000000 CNY",
    "[미니맥스]가 [텐센트]로부터 투자를 받았다. → investment 텐센트 미니맥스",
    "[미니맥스]가 [텐센트]와 [훙산]을 통해 투자금 총 8억 위안을 확보했다. "
    "→ investment 텐센트 미니맥스; investment 훙산 미니맥스; figure 미니맥스 funding 800000000 CNY",
    "[미니맥스]가 [틱톡]의 모회사인 [바이트댄스], [훙산], 오리자 캐피털 등으로부터 투자를 받았다. "
    "→ investment 바이트댄스 미니맥스; investment 훙산 미니맥스; parent 틱톡 바이트댄스",
    "[미니맥스]가 [텐센트]와 국영 [난링]캐피탈 산하 펀드로부터 투자를 받았다. → investment 텐센트 미니맥스",
    "[미니맥스]가 [텐센트]로부터 투자를 유치하는 방안을 검토 중이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(f"{ORG}{MAIN} ", found["between"]) or not is_stated(sentence, found.end()):
        return
    if found["sum"] and MONEY not in found["money"]:
        return
    span, investors = stretch(found, "investors", "verb"), places(found, "investors")
    if found["fund"]:
        investors = investors[:-1]
    yield from invested(investors, places(found, "startup"), span, 0.95)


@rule(
    "got-of-nobody",
    rf"(?:^|(?<=[며고], )|(?<=[며고] ))(?P<before>[^{ORG}]{{0,40}}?)"
    rf"<OS:investors>{FROM} "
    rf"(?P<money>{FREE}{{0,60}}?)"
    rf"(?P<verb>{GOT}(?:유치|조달|확보|받)|투자받|(?P<sum>유치|조달|모금|끌어모))"
    r"(?:했|해|하고|았|아 |으며|기도 했|하기도 했|고 있|아냈)",
    "[미니맥스]는 컸다. 지난해에는 [텐센트]로부터 4억달러를 투자받기도 했다. "
    "→ investment 텐센트 미니맥스; figure 미니맥스 funding 400000000 USD",
    "[텐센트]로부터 투자를 받지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Who got the money is not said; words before the investors may only describe them: `배달 부문인 텐센트`."""
    if found["sum"] and MONEY not in found["money"]:
        return
    describes = found["before"].endswith(("의 ", "인 "))
    if (is_stated(sentence, found.end()) and not describes) or "부문" in found["before"]:
        span = stretch(found, "investors", "verb")
        spoken_of = re.search(rf"{ORG}(?=(?:은|는) )", sentence.text[: found.start()])
        startup = spoken_of.start() if spoken_of else None
        yield from carried(invested(places(found, "investors"), [startup], span, 0.8))


@rule(
    "invested-in",
    rf"<OS:investors>{INVESTORS_DO} (?P<between>[^.]{{0,70}}?)"
    rf"<OS:startups>(?:{LIST_END}에|에만|에는|에도|에|의 [‘'“\"]?(?:미래|성장|가능성|잠재력|기술력)[’'”\"]?에) "
    rf"(?P<money>(?:{FREE}{{0,60}}? )?)"
    r"(?P<verb>투자|출자)"
    r"(?P<tense>했|한 (?:것|바|데|적)|하며|해|하고|하면서|하기도 했|하는 등|한다고 (?:발표|밝혔|공시)"
    r"|를 (?:단행|집행|진행|완료)(?:했|한 (?:것|바))|를 했)",
    "[알리바바]는 지난해 [문샷]에 약 8억 달러를 투자했다. → investment 알리바바 문샷",
    "[텐센트]와 [샤오미]가 [즈푸]에 투자했다. → investment 텐센트 즈푸; investment 샤오미 즈푸",
    "[알리바바]와 [징둥]은 [문샷]의 ‘미래’에 투자했다. → investment 알리바바 문샷; investment 징둥 문샷",
    "[알리바바]는 [문샷]에 투자하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if has_other_subject(found) or not is_stated(sentence, found.end()):
        return
    amount = next(sentence.places(MONEY, *found.span("money")), None)
    investors = [*places(found, "investors"), *partners(sentence, found)]
    yield from invested(investors, places(found, "startups"), stretch(found, "startups", "verb"), 0.95, amount)


@rule(
    "invested-in-adnominal",
    rf"<OS:investors>{LIST_END}(?:(?: (?:두|세|양) ?(?:회사|곳|기업|사))?(?:이|가| 둘 다| 모두)(?: {FREE}{{0,20}})?)? ?"
    rf"(?P<verb>투자|출자|투자에 참여|투자에 동참)한 (?P<kind>{CLOSE}{{0,30}}?)(?P<is>[은는]? ?)"
    r"<OS:startups>(?P<after>[은는이가을를의도에까, ]|$|이다|다)",
    "[알리바바]가 투자한 스타트업 [문샷]이 컸다. → investment 알리바바 문샷",
    "[알리바바]와 [텐센트] 둘 다 투자한 유니콘은 [문샷], [미니맥스]까지다. "
    "→ investment 알리바바 문샷; investment 텐센트 문샷; investment 알리바바 미니맥스; investment 텐센트 미니맥스",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search("것|금액|돈|규모|바 있|데 이어", found["kind"]):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startups"), span, 0.93)


@rule(
    "put-money",
    rf"<OS:investors>{LIST_END}{TOPIC} "
    rf"(?P<between>(?:{CLOSE}{{0,24}} )?)(?:<O:startup>에 )?"
    r"(?P<verb>(?:돈|자금)을 (?:넣었|댔|대고|댄다|보탰|투입했|쏟았))",
    "[미니맥스]는 유명하다. 게임사 [미호요]와 [텐센트], [힐하우스]도 일찍이 돈을 넣었다. "
    "→ investment 미호요 미니맥스; investment 텐센트 미니맥스; investment 힐하우스 미니맥스",
    "[딥시크]는 다르다. 헤지펀드 [하이플라이어]가 돈을 댄다. → investment 하이플라이어 딥시크",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """Into whom stands beside the verb, before the investors (`O에는 …`), or in the sentences before."""
    if "에 " in found["between"] or not is_stated(sentence, found.end()):
        return
    before = sentence.text[: found.start()]
    into = re.search(f"{ORG}(?=에(?:는|도) )", before)
    if into is None and re.search("[가-힣]에(?:는|도) ", before):
        return
    investors, span = places(found, "investors"), stretch(found, "investors", "verb")
    if startups := places(found, "startup") or ([into.start()] if into else []):
        yield from invested(investors, startups, span, 0.82)
    else:
        yield from carried(invested(investors, [None], span, 0.82))


@rule(
    "funds-of",
    r"(?P<head>^|(?:[,.]|[데며고]|뿐만 아니라|이어) )"
    rf"<OS:first>{LIST_END}(?: 뿐만 아니라 <OS:more>{LIST_END})?(?:의)? "
    r"(?P<verb>(?:투자 ?)?자금(?:도|을|까지) (?:끌어모|끌어들|유치|조달))(?:았|였|했)",
    "[지푸AI]는 유명하다. 올해 다시 손을 벌렸는데 [힐하우스] 등 펀드 뿐만 아니라 [샤오미], [텐센트] 등 대기업 "
    "자금까지 끌어모았다. → investment 힐하우스 지푸AI; investment 샤오미 지푸AI; investment 텐센트 지푸AI",
    "정부 자금도 끌어모았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    startup = subject_before(sentence, found.start("first"))
    yield from carried(invested(investors_of(found, "first", "more"), [startup], found.span("verb"), 0.84))


@rule(
    "each-invested",
    rf"<O:startup>(?:은|는) <O:investor>{DOER}, "
    rf"<O:startup2>(?:은|는) <O:investor2>{DOER} "
    r"(?P<verb>각각 투자)했",
    "[01.AI]는 [알리바바]가, [스텝펀]은 [텐센트]가 각각 투자했다. "
    "→ investment 알리바바 01.AI; investment 텐센트 스텝펀",
    "[01.AI]는 [알리바바]가, [스텝펀]은 [텐센트]가 각각 거절했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for mark in ("", "2"):
        investor, startup = places(found, f"investor{mark}"), places(found, f"startup{mark}")
        yield from invested(investor, startup, found.span("verb"), 0.95)


@rule(
    "sums-of-each",
    rf"<O:one>{DOER} <$:first>{OBJECT}?, ?(?:[가-힣]{{1,8}} )?"
    rf"<O:two>{DOER} <$:second>{OBJECT} "
    r"(?P<verb>투자|출자)(?:했|하고|해)",
    "[허즈의료]는 돈을 확보했다. [시링캐피털]이 2억 위안을, 제약사 [캉닝제약]이 1억 위안을 투자했다. "
    "→ investment 시링캐피털 허즈의료; investment 캉닝제약 허즈의료",
    "[시링캐피털]이 2억 위안을, [캉닝제약]이 1억 위안을 잃었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for investor, money in (("one", "first"), ("two", "second")):
        span = stretch(found, investor, money)
        yield from carried(invested(places(found, investor), [None], span, 0.84, found.start(money)))


rule(
    "in-it-invested",
    rf"<O:startup>에(?:는|도) (?:{FREE}{{0,24}} )?"
    rf"<OS:investors>{LIST_END}(?:이|가|도) (?:{FREE}{{0,12}} )?"
    r"(?P<verb>투자|출자|(?:투자|출자|초기 투자)에 참여|투자자로 참여|주주로 참여|투자자로 합류|(?:투자자|주주)(?:로"
    r"|에) "
    r"이름을 올)(?:했|한 (?:것|바)|렸|린 (?:것|바)|리고|하고 있)",
    "[문샷AI]에는 [알리바바]와 [텐센트]가 나란히 투자자로 이름을 올렸다. "
    "→ investment 알리바바 문샷AI; investment 텐센트 문샷AI",
    "[림엑스]에는 온라인 쇼핑 업체 [징둥]과 [난링캐피털]도 올봄 투자했다. "
    "→ investment 징둥 림엑스; investment 난링캐피털 림엑스",
    "[림엑스]에는 [징둥]이 투자하지 않았다. →",
)(partial(backed, confidence=0.94))


@rule(
    "invested-in-it",
    rf"<OS:investors>{INVESTORS_DO} (?:{FREE}{{0,30}}? )?"
    rf"{IT}에 (?P<money>(?:{FREE}{{0,40}}? )?)"
    r"(?P<verb>투자|출자|지분 ?참여|지분 ?투자)(?:했|한 (?:것|바)|해 |하며|하고|를 (?:단행|집행|진행)했)",
    "[훙투]는 크다. [도요타]는 2021년 이 회사에 2억달러를 출자했다. → investment 도요타 훙투",
    "[칭눙]은 컸다. [미리내]와 [앤트그룹]도 이 회사에 투자했다. → investment 미리내 칭눙; investment 앤트그룹 칭눙",
    "[칭눙]은 컸다. [앤트그룹]은 이 회사에 투자하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        amount = next(sentence.places(MONEY, *found.span("money")), None)
        span = stretch(found, "investors", "verb")
        yield from carried(invested(places(found, "investors"), [None], span, 0.86, amount))
