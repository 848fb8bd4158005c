"""What belongs to whom: firms to firms, products to their makers."""

import re
from collections.abc import Iterator

from app.reading.patterns.rules import Statement, rule
from app.reading.tagged import ORG, PERSON, PRODUCT, Tagged
from app.vocabulary import FactType

_N = f"[^{ORG}{PERSON}{PRODUCT}.,]"


def _belongs(sentence: Tagged, child: int, parent: int, span: tuple[int, int]) -> Iterator[Statement]:
    words = {"organization": (child, child + 1), "parent": (parent, parent + 1)}
    yield Statement(FactType.PARENT, {"organization": child, "parent": parent}, span, 0.88, words=words)


@rule(
    "under",
    rf"<O:parent>(?:의)? ?(?P<what>산하|자회사|계열사|계열)(?:인)? (?:(?:(?![와과] ){_N}){{0,14}} )?<O:child>",
    "[화웨이] 산하 [허블]이 이끈 투자다. → parent 허블 화웨이",
    "[사우디아람코] 산하 펀드 [프로스페리티7]이 참여했다. → parent 프로스페리티7 사우디아람코",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _belongs(
        sentence, found.start("child"), found.start("parent"), (found.start("parent"), found.end("child"))
    )


@rule(
    "parent-company",
    r"<O:child>(?:의)? ?(?P<what>모회사|모기업)(?:인)? <O:parent>",
    "[틱톡]의 모회사인 [바이트댄스]가 나섰다. → parent 틱톡 바이트댄스",
    "[틱톡] 운영사 [바이트댄스]도 나섰다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _belongs(
        sentence, found.start("child"), found.start("parent"), (found.start("child"), found.end("parent"))
    )


def _makes(
    sentence: Tagged, product: int, maker: int, span: tuple[int, int], confidence: float = 0.88
) -> Iterator[Statement]:
    words = {"product": (product, product + 1), "organization": (maker, maker + 1)}
    yield Statement(FactType.MAKER, {"product": product, "organization": maker}, span, confidence, words=words)


@rule(
    "made-adnominal",
    rf"<O:maker>(?:이|가) (?:{_N}{{0,16}} )?(?:개발|출시|공개|발표|내놓|선보)(?:한|은|인) (?:{_N}{{0,24}} )?<M:product>",
    "[딥시크]가 내놓은 추론 모델 {R1}이 화제다. → maker R1 딥시크",
    "[문샷AI]가 지난해 출시한 챗봇 {키미}는 인기다. → maker 키미 문샷AI",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _makes(
        sentence, found.start("product"), found.start("maker"), (found.start("maker"), found.end("product"))
    )


@rule(
    "made",
    rf"<O:maker>(?:은|는|이|가|도) [^.{ORG}{PRODUCT}]{{0,40}}?(?:모델|챗봇|앱|서비스|플랫폼|로봇|칩)(?:인)? <M:product>(?:을|를|의)? [^.{ORG}{PRODUCT}]{{0,16}}?(?:개발|출시|공개|발표|내놓|선보)(?:했|였|았|한|은|인)",
    "[문샷AI]는 지난해 11월 챗봇 {키미}를 공개했다. → maker 키미 문샷AI; activity 문샷AI launch",
    "[스텝펀]은 거대언어모델 {스텝-2}의 시험판을 선보였다. → maker 스텝-2 스텝펀",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _makes(
        sentence, found.start("product"), found.start("maker"), (found.start("maker"), found.end("product"))
    )


@rule(
    "product-of",
    rf"<O:maker>의 (?:{_N}{{0,20}} )?(?:모델|챗봇|앱|서비스|플랫폼|로봇|칩|상품|제품)(?:은|인)? (?:{_N}{{0,20}} )?<M:product>",
    "[문샷AI]의 챗봇 {키미}가 인기다. → maker 키미 문샷AI",
    "[미니맥스]의 대표 상품은 인기를 끄는 앱 {토키}다. → maker 토키 미니맥스",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _makes(
        sentence, found.start("product"), found.start("maker"), (found.start("maker"), found.end("product"))
    )
