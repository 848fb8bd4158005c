"""Who invested in whom, said of the very pair."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.reading.patterns.parts import GAP, LIST_END
from app.reading.patterns.rules import Statement, is_stated, places, rule
from app.reading.tagged import MONEY, ORG, PERSON, Tagged
from app.vocabulary import FactType

_WHO = r"(?:[가-힣A-Za-z]{1,10} ){0,3}"
_N = f"[^{ORG}{PERSON}.]"
FROM: Final = rf"{LIST_END}(?:으로부터|로부터|에게서|에게|한테서|에서|의|서)"
AS_SUBJECT: Final = rf"{LIST_END}(?:[은는이가도]| 또한| 역시|들이|들도)"
GOT: Final = r"(?:투자금|투자|자금|출자|펀딩)(?: ?\([^()]{0,12}\))?(?:을|를|까지|도)? ?(?:[가-힣 ]{0,8})?"
ROUND: Final = r"(?:라운드|펀딩|투자|조달|유치|증자|모금)"


def _invested(
    investors: Sequence[int], startups: Sequence[int | None], verb: tuple[int, int], confidence: float,
    amount: int | None = None, doubts: tuple[str, ...] = (),
) -> Iterator[Statement]:  # fmt: skip
    for startup in startups:
        for investor in investors:
            if investor != startup:
                words = {"investor": (investor, investor + 1)} | (
                    {"startup": (startup, startup + 1)} if startup is not None else {}
                )
                yield Statement(
                    FactType.INVESTMENT, {"investor": investor, "startup": startup}, verb, confidence,
                    words=words, quantity=amount if len(investors) == 1 and len(startups) == 1 else None, doubts=doubts,
                )  # fmt: skip


_CARRIED = ("the company is not named in this sentence; it was taken from the sentences before",)


@rule(
    "got-adnominal",
    rf"<OS:investors>{FROM} (?:{_N}{{0,30}}? )?(?P<verb>{GOT}(?:받은|받아온|유치한|조달한|확보한|끌어들인|이끌어낸)) {GAP}<O:startup>",
    "[알리바바]와 [텐센트]의 투자를 받은 [미니맥스]는 컸다. → investment 알리바바 미니맥스; investment 텐센트 미니맥스",
    "[텐센트] 등으로부터 거액의 투자를 유치한 스타트업 [쉬위엔]이 나왔다. → investment 텐센트 쉬위엔",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _invested(
        places(found, "investors"),
        places(found, "startup"),
        (found.start("investors"), found.end("verb")),
        0.96,
    )


@rule(
    "got",
    rf"<O:startup>(?:은|는|이|가|도) (?P<between>[^.]{{0,70}}?)<OS:investors>{FROM} (?P<money>[^{ORG}{PERSON}.]{{0,60}}?)(?P<verb>{GOT}(?:유치|조달|확보|받|수혈|끌어|투자받)|투자받)(?P<tense>했|해|하며|하고|한 (?:것|바|데|회사|기업|스타트업|업체|곳)|았|아 |아,|으며|으면서|고 있|은 (?:것|바|회사|기업|스타트업|곳)|에 성공|기도 했|하기도 했|아냈|낸)",
    "[쉬위엔]이 [텐센트], [중금투자] 등으로부터 총 18억위안 규모 투자를 유치했다. → investment 텐센트 쉬위엔; investment 중금투자 쉬위엔; figure 쉬위엔 funding 1800000000 CNY",
    "[미니맥스]가 [텐센트]로부터 투자를 받았다. → investment 텐센트 미니맥스",
    "[미니맥스]가 [텐센트]로부터 투자를 유치하는 방안을 검토 중이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(rf"{ORG}(?:은|는|이|가) ", found["between"]) or not is_stated(sentence, found.end()):
        return
    yield from _invested(
        places(found, "investors"),
        places(found, "startup"),
        (found.start("investors"), found.end("verb")),
        0.95,
    )


@rule(
    "got-of-nobody",
    rf"^(?P<before>[^{ORG}]{{0,40}})<OS:investors>{FROM} (?P<money>{_N}{{0,60}}?)(?P<verb>{GOT}(?:유치|조달|확보|받)|투자받)(?:했|해|하고|았|아 |으며|기도 했)",
    "[미니맥스]는 컸다. 지난해에는 [텐센트]로부터 4억달러를 투자받기도 했다. → investment 텐센트 미니맥스; figure 미니맥스 funding 400000000 USD",
    "[텐센트]로부터 투자를 받지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if (
        is_stated(sentence, found.end()) and not found["before"].endswith(("의 ", "인 ", "부문인 "))
    ) or "부문" in found["before"]:
        yield from _invested(
            places(found, "investors"),
            [None],
            (found.start("investors"), found.end("verb")),
            0.8,
            doubts=_CARRIED,
        )


@rule(
    "invested-in",
    rf"<OS:investors>{AS_SUBJECT} (?P<between>[^.]{{0,70}}?)<OS:startups>(?:{LIST_END}에|에만|에는|에도|에) (?P<money>(?:[^{ORG}{PERSON}.]{{0,60}}? )?)(?P<verb>투자|출자)(?P<tense>했|한 (?:것|바|데|적)|하며|해|하고|하면서|하기도 했|를 (?:단행|집행|진행|완료)(?:했|한 (?:것|바))|를 했)",
    "[알리바바]는 지난해 [문샷]에 약 8억 달러를 투자했다. → investment 알리바바 문샷",
    "[텐센트]와 [샤오미]가 [즈푸]에 투자했다. → investment 텐센트 즈푸; investment 샤오미 즈푸",
    "[알리바바]는 [문샷]에 투자하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    together = [
        i
        for i in range(*found.span("between"))
        if re.match(rf"{ORG}[와과] (?:함께|공동으로|더불어)", sentence.text[i:])
    ]
    others = re.sub(rf"{ORG}[와과] (?:함께|공동으로|더불어)", "", found["between"])
    if re.search(rf"{ORG}(?:은|는|이|가) ", others) or not is_stated(sentence, found.end()):
        return
    amount = next((i for i in range(*found.span("money")) if sentence.text[i] == MONEY), None)
    investors = [*places(found, "investors"), *together]
    yield from _invested(
        investors, places(found, "startups"), (found.start("startups"), found.end("verb")), 0.95, amount
    )


@rule(
    "invested-in-adnominal",
    rf"<OS:investors>{LIST_END}(?:(?:이|가| 둘 다| 모두)(?: {_N}{{0,20}})?)? ?(?P<verb>투자|출자)한 (?P<kind>[^{ORG}{PERSON}.,]{{0,30}}?)(?P<is>[은는]? ?)<OS:startups>(?P<after>[은는이가을를의도에까, ]|$|이다|다)",
    "[알리바바]가 투자한 스타트업 [문샷]이 컸다. → investment 알리바바 문샷",
    "[알리바바]와 [텐센트] 둘 다 투자한 유니콘은 [문샷], [미니맥스]까지다. → investment 알리바바 문샷; investment 텐센트 문샷; investment 알리바바 미니맥스; investment 텐센트 미니맥스",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"것|금액|돈|규모|바 있|데 이어", found["kind"]):
        return
    yield from _invested(
        places(found, "investors"),
        places(found, "startups"),
        (found.start("investors"), found.end("verb")),
        0.93,
    )


@rule(
    "who-invested-is",
    rf"<O:startup>에 (?:{_N}{{0,12}} )?(?P<verb>투자|출자|돈을 댄|자금을 댄)(?:한)? (?:곳|회사|기업|투자자|투자사|주주)(?:은|는|으로는|로는|에는|가운데는) (?:{_N}{{0,16}} )?<O:first>(?: 말고도 | 외에도? | 이외에 |, | 한 곳|{LIST_END})(?:<OS:more>)?",
    "[딥시크]에 투자한 곳은 [하이플라이어] 한 곳뿐이다. → investment 하이플라이어 딥시크",
    "[문샷AI]에 투자한 곳으로는 [알리바바] 말고도 [가오룽캐피털]이 있다. → investment 알리바바 문샷AI; investment 가오룽캐피털 문샷AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    investors = [*places(found, "first"), *places(found, "more")]
    yield from _invested(investors, places(found, "startup"), (found.start("startup"), found.end("verb")), 0.93)


@rule(
    "is-backer-of",
    rf"<OS:investors>{LIST_END}(?:은|는|이|가|도|가 모두|이 모두) (?:현재 |지금은? )?<O:startup>의 (?:{_N}{{0,14}} )?(?P<verb>투자자|투자사|주주|후원자)(?:다|이다|이며|이고|이기도|로 (?:있|참여|이름))",
    "[메이퇀]도 [갤봇]의 초기 투자자다. → investment 메이퇀 갤봇",
    "[알리바바]는 현재 [문샷]의 최대 주주이기도 하다. → investment 알리바바 문샷",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _invested(
        places(found, "investors"), places(found, "startup"), (found.start("startup"), found.end("verb")), 0.9
    )


@rule(
    "is-backer-of-it",
    rf"<OS:investors>{LIST_END}(?:은|는|이|가|도) (?:이 (?:회사|기업|업체|스타트업)의 (?:{_N}{{0,14}} )?|그 전부터 |이미 )(?P<verb>투자자|투자사|주주|후원자)(?:다|이다|이며|이고|이기도|였)",
    "[애지봇]은 유명하다. [비야디]와 [텐센트]도 이 회사의 주주다. → investment 비야디 애지봇; investment 텐센트 애지봇",
    "[비야디]도 이 회사의 고객이다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _invested(
        places(found, "investors"),
        [None],
        (found.start("investors"), found.end("verb")),
        0.85,
        doubts=_CARRIED,
    )


@rule(
    "put-money",
    rf"<OS:investors>{LIST_END}(?:은|는|이|가|도) (?P<between>(?:[^{ORG}{PERSON}.,]{{0,24}} )?)(?:<O:startup>에 )?(?P<verb>(?:돈|자금)을 (?:넣었|댔|대고|댄다|보탰|투입했|쏟았))",
    "[미니맥스]는 유명하다. 게임사 [미호요]와 [텐센트], [힐하우스]도 일찍이 돈을 넣었다. → investment 미호요 미니맥스; investment 텐센트 미니맥스; investment 힐하우스 미니맥스",
    "[딥시크]는 다르다. 헤지펀드 [하이플라이어]가 돈을 댄다. → investment 하이플라이어 딥시크",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and "에 " not in found["between"]:
        into = re.search(rf"{ORG}(?=에(?:는|도) )", sentence.text[: found.start()])
        if into is None and re.search(r"[가-힣]에(?:는|도) ", sentence.text[: found.start()]):
            return
        startups: list[int | None] = [*places(found, "startup")] or [into.start() if into else None]
        span = (found.start("investors"), found.end("verb"))
        doubts = _CARRIED if startups == [None] else ()
        yield from _invested(places(found, "investors"), startups, span, 0.82, doubts=doubts)


@rule(
    "funds-of",
    rf"(?P<head>^|(?:[,.]|[데며고]|뿐만 아니라|이어) )<OS:first>{LIST_END}(?: 뿐만 아니라 <OS:more>{LIST_END})?(?:의)? (?P<verb>(?:투자 ?)?자금(?:도|을|까지) (?:끌어모|끌어들|유치|조달))(?:았|였|했)",
    "[지푸AI]는 유명하다. 최근까지 자금조달을 시행했는데 [힐하우스], [레전드캐피탈] 등 금융기관 뿐만 아니라 [알리바바], [텐센트] 등 빅테크 기업 자금도 끌어모았다. → investment 힐하우스 지푸AI; investment 레전드캐피탈 지푸AI; investment 알리바바 지푸AI; investment 텐센트 지푸AI",
    "정부 자금도 끌어모았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    investors = [*places(found, "first"), *places(found, "more")]
    yield from _invested(
        investors,
        [_subject_before(sentence, found.start("first"))],
        found.span("verb"),
        0.84,
        doubts=_CARRIED,
    )


@rule(
    "new-investor",
    rf"<O:startup>(?:은|는|이|가|도) (?:[^.{ORG}]{{0,30}} )?<OS:investors>{LIST_END}(?:을|를) (?:{_N}{{0,8}} )?(?P<verb>투자자|주주)로 (?:맞|끌어들|영입|확보|두)(?:았|였|했|고 있)",
    "[즈푸AI]가 펀드 [프로스페리티7]을 새 투자자로 맞았다. → investment 프로스페리티7 즈푸AI",
    "[즈푸AI]가 [텐센트]를 주주로 두고 있다. → investment 텐센트 즈푸AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _invested(
        places(found, "investors"),
        places(found, "startup"),
        (found.start("investors"), found.end("verb")),
        0.93,
    )


@rule(
    "each-invested",
    r"<O:startup>(?:은|는) <O:investor>(?:이|가), <O:startup2>(?:은|는) <O:investor2>(?:이|가) (?P<verb>각각 투자)했",
    "[01.AI]는 [알리바바]가, [스텝펀]은 [텐센트]가 각각 투자했다. → investment 알리바바 01.AI; investment 텐센트 스텝펀",
    "[01.AI]는 [알리바바]가, [스텝펀]은 [텐센트]가 각각 거절했다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for mark in ("", "2"):
        yield from _invested(
            places(found, f"investor{mark}"), places(found, f"startup{mark}"), found.span("verb"), 0.95
        )


@rule(
    "took-part-in",
    rf"<OS:investors>{AS_SUBJECT} (?P<between>[^.]{{0,50}}?)<O:startup>(?:의|에 대한|에서|에)? ?(?P<round>[^{ORG}{PERSON}.]{{0,44}}?{ROUND}[^{ORG}{PERSON}.]{{0,8}}?)(?:에|을|를|에도) (?P<verb>참여|주도|이끌|합류|동참|가세)(?:했|해|하|었|한 (?:것|바|뒤|후)|하기도)",
    "[샤오미]는 [바이촨] 초기 펀딩 라운드에 참여했습니다. → investment 샤오미 바이촨",
    "[알리바바]는 [모노리스]와 함께 [문샷AI]에 10억 달러 규모의 펀딩 라운드를 주도했다. → investment 알리바바 문샷AI; investment 모노리스 문샷AI; figure 문샷AI funding 1000000000 USD",
    "[샤오미]는 [바이촨] 펀딩 라운드에 참여하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not is_stated(sentence, found.end()):
        return
    together = [
        i
        for i in range(*found.span("between"))
        if re.match(rf"{ORG}[와과] (?:함께|공동으로|더불어)", sentence.text[i:])
    ]
    yield from _invested(
        [*places(found, "investors"), *together],
        places(found, "startup"),
        (found.start("round"), found.end("verb")),
        0.93,
    )


@rule(
    "took-part",
    rf"(?P<round>(?:이번|해당|당시|이|직전|앞선|최근|후속|추가|시리즈 ?[A-F]\+?|기존|주요|초기|엔젤|프리A|신규|첫) ?(?:[가-힣A-F+]{{1,8}} )?(?:{ROUND}|상장|공모|투자자|투자사|주주)[가-힣]{{0,6}}(?: 라운드)?(?:에|에는|에도|는|은|로|로는|인)?) (?P<who>(?:[^{ORG}{PERSON}.]{{0,36}} )?)(?:<OS:with>(?: 등)?[과와] 함께 {_WHO})?<OS:investors>{AS_SUBJECT} (?:{_N}{{0,24}}? )?(?P<verb>참여|합류|동참|가세|투자|이름을 올|주도|이끌|포함)(?:했|하|해|렸|었|돼|됐)",
    "[문샷AI]가 10억 달러를 유치했다. 이번 펀딩에는 배달 회사인 [메이투안]과 투자회사인 [훙산] 등도 참여했다. → investment 메이투안 문샷AI; investment 훙산 문샷AI; figure 문샷AI funding 1000000000 USD",
    "[즈푸]가 자금을 조달했다. 기존 투자자인 [알리바바]와 [텐센트]도 참여했다. → investment 알리바바 즈푸; investment 텐센트 즈푸",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        investors = [*places(found, "with"), *places(found, "investors")]
        owner = re.search(rf"{ORG}(?=의 $)", sentence.text[: found.start()])
        span = (found.start("investors"), found.end("verb"))
        yield from _invested(investors, [owner.start() if owner else None], span, 0.82, doubts=_CARRIED)


@rule(
    "led-and-followed",
    rf"<OS:leads>{LIST_END}(?:이|가) (?P<verb>(?:주도|이끌)(?:하고|했으며|했고|고|었고),?) (?:{_N}{{0,24}} )?<OS:others>{LIST_END}(?:이|가|도) (?:{_N}{{0,8}} )?(?:따라 들어|뒤를 이|참여했|동참했|가세했|합류했)",
    "[칭펑AI]가 돈을 조달했다. [시링캐피털]이 이끌고 기존 주주 [난링캐피털]이 따라 들어갔다. → investment 시링캐피털 칭펑AI; investment 난링캐피털 칭펑AI",
    "[칭펑AI]가 돈을 조달했다. 정부가 이끌고 은행이 뒤를 이었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    investors = [*places(found, "leads"), *places(found, "others")]
    yield from _invested(
        investors,
        [_subject_before(sentence, found.start())],
        (found.start("leads"), found.end("verb")),
        0.85,
        doubts=_CARRIED,
    )


@rule(
    "followed",
    rf"(?:[며고],? |^)(?:{_N}{{0,12}} )?<OS:investors>{LIST_END}(?:이|가|도) (?P<verb>뒤를 이었|따라 들어)",
    "[바이루]가 돈을 조달했다. 이번 라운드는 [진취안펀드]가 주도했으며, [난링캐피털]이 뒤를 이었다. → investment 진취안펀드 바이루; investment 난링캐피털 바이루",
    "정부가 뒤를 이었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"라운드|투자|펀딩|유치", sentence.text):
        yield from _invested(
            places(found, "investors"), [None], (found.start("investors"), found.end("verb")), 0.8, doubts=_CARRIED
        )


@rule(
    "at-round",
    rf"시리즈 ?(?P<round>[A-F]\+?) 때(?:는|에는)? <OS:investors>{LIST_END}(?:이|가)",
    "[스젠로봇]은 유명하다. 시리즈A 때는 [난링캐피털]이, 시리즈B 때는 [오로라브리지]와 [시링캐피털]이 들어왔다. → investment 난링캐피털 스젠로봇; investment 오로라브리지 스젠로봇; investment 시링캐피털 스젠로봇",
    "시리즈A 때는 아무도 없었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _invested(
        places(found, "investors"), [_subject_before(sentence, found.start())], found.span(), 0.8, doubts=_CARRIED
    )


@rule(
    "sums-of-each",
    rf"<O:one>(?:이|가) <$:first>(?:을|를)?, ?(?:[가-힣]{{1,8}} )?<O:two>(?:이|가) <$:second>(?:을|를) (?P<verb>투자|출자)(?:했|하고|해)",
    "[허즈의료]는 돈을 확보했다. [시링캐피털]이 2억 위안을, 제약사 [캉닝제약]이 1억 위안을 투자했다. → investment 시링캐피털 허즈의료; investment 캉닝제약 허즈의료",
    "[시링캐피털]이 2억 위안을, [캉닝제약]이 1억 위안을 잃었다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    for investor, money in (("one", "first"), ("two", "second")):
        yield from _invested(
            places(found, investor),
            [None],
            (found.start(investor), found.start(money) + 1),
            0.84,
            found.start(money),
            _CARRIED,
        )


@rule(
    "in-it-invested",
    rf"<O:startup>에(?:는|도) (?:[^{ORG}{PERSON}.]{{0,24}} )?<OS:investors>{LIST_END}(?:이|가|도) (?:{_N}{{0,12}} )?(?P<verb>투자|출자)(?:했|한 (?:것|바))",
    "[림엑스]에는 중국 전자상거래 기업 [징둥]과 국영 펀드 [허페이혁신투자]가 투자했다. → investment 징둥 림엑스; investment 허페이혁신투자 림엑스",
    "[림엑스]에는 [징둥]이 투자하지 않았다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from _invested(
            places(found, "investors"),
            places(found, "startup"),
            (found.start("investors"), found.end("verb")),
            0.94,
        )


@rule(
    "led-round",
    rf"<OS:leads>{LIST_END}(?:이|가) (?:공동(?:으로)? ?)?(?P<verb>주도(?=하고|했고|하며|한)|이끌(?=고|었고)|이끈)(?:하고|했고|하며|한|고|었고)?(?:,? <OS:others>{LIST_END}(?:이|가) (?:{_N}{{0,12}} )?참여(?:한|했))? ?(?P<round>{_N}{{0,30}}?{ROUND})",
    "[즈푸]는 [알리바바]가 주도하고 [텐센트], [샤오미] 등이 참여한 시리즈B 투자를 유치했다. → investment 알리바바 즈푸; investment 텐센트 즈푸; investment 샤오미 즈푸",
    "[문샷AI]가 [알리바바]가 주도한 투자 라운드에서 자금을 조달했다. → investment 알리바바 문샷AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()) and not re.match(
        r".{0,30}(?:추진|협상|검토|논의)", sentence.text[found.end() :]
    ):
        startup = _subject_before(sentence, found.start())
        investors = [*places(found, "leads"), *places(found, "others")]
        yield from _invested(
            investors,
            [startup],
            (found.start("leads"), found.end("verb")),
            0.9 if startup is not None else 0.75,
            doubts=() if startup is not None else _CARRIED,
        )


def _subject_before(sentence: Tagged, at: int) -> int | None:
    """The last organization before a place that the sentence speaks of."""
    found = None
    for one in re.finditer(rf"{ORG}(?:은|는|이|가|도) ", sentence.text[:at]):
        found = one.start()
    return found


@rule(
    "led-of-nobody",
    rf"^(?P<before>[^{ORG}]{{0,30}})<OS:investors>{AS_SUBJECT} (?:{_N}{{0,50}}? )?(?P<verb>(?:투자 ?)?라운드(?:에|를) ?(?:{_N}{{0,6}})(?:참여|주도|이끌)|투자에 참여|투자를 주도)(?:했|하|해|었)",
    "[바이촨]은 컸다. 이후 [알리바바]와 [텐센트]도 최근 3억 달러 규모의 투자 라운드에 참여했습니다. → investment 알리바바 바이촨; investment 텐센트 바이촨",
    "[애지봇]이 나왔다. 우선 [텐센트]가 투자에 참여했다. → investment 텐센트 애지봇",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_stated(sentence, found.end()):
        yield from _invested(
            places(found, "investors"),
            [None],
            (found.start("investors"), found.end("verb")),
            0.78,
            doubts=_CARRIED,
        )


@rule(
    "under-lead",
    r"<OS:startups> 투자의 경우 <OS:investors> (?P<verb>주도)로",
    "이 중 [문샷], [미니맥스] 투자의 경우 [알리바바] 주도로 펀딩이 이뤄졌다. → investment 알리바바 문샷; investment 알리바바 미니맥스",
    "[문샷] 투자의 경우 정부 주도로 이뤄졌다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _invested(
        places(found, "investors"),
        places(found, "startups"),
        (found.start("investors"), found.end("verb")),
        0.9,
    )


@rule(
    "backers",
    rf"<O:startup>(?:의|에는|은|는) (?:{_N}{{0,20}} )?(?P<verb>(?:주요 ?|초기 ?|기존 ?)?(?:투자자|투자사|주주))(?:로는|로|는|은|에는|가) (?:[^{ORG}{PERSON}.]{{0,24}} )?<OS:investors>{LIST_END}(?:이|가|을|를|도)? ?(?:{_N}{{0,12}} )?(?:있|꼽|포함|참여|두고|둔|이름|다\.|이다)",
    "[즈푸]의 주요 투자자로는 [알리바바], [텐센트] 등이 있다. → investment 알리바바 즈푸; investment 텐센트 즈푸",
    "[문샷]은 투자자로 [알리바바]를 두고 있다. → investment 알리바바 문샷",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _invested(
        places(found, "investors"),
        places(found, "startup"),
        (found.start("verb"), found.end("investors")),
        0.88,
    )
