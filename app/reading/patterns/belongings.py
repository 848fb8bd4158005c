"""What belongs to whom: firms to firms, products to their makers."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.parts import DOER, TOPIC
from app.reading.patterns.rules import Statement, rule, stretch
from app.reading.tagged import ORG, PERSON, PRODUCT, Tagged
from app.vocabulary import FactType

_PLAIN: Final = f"[^{ORG}{PERSON}{PRODUCT}.,]"
_NO_OTHER: Final = f"[^.{ORG}{PRODUCT}]"
_PRODUCT_NOUN: Final = "모델|챗봇|앱|서비스|플랫폼|로봇|칩"
_LAUNCH: Final = "(?:개발|출시|공개|발표|내놓|선보)"


def _belongs(found: re.Match[str], span: tuple[int, int]) -> Iterator[Statement]:
    """The firm of the group `child` belongs to that of the group `parent`."""
    child, parent = found.start("child"), found.start("parent")
    words = {"organization": (child, child + 1), "parent": (parent, parent + 1)}
    yield Statement(FactType.PARENT, {"organization": child, "parent": parent}, span, 0.88, words=words)


def _makes(_: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    """The firm of the group `maker` makes the product of the group `product`."""
    product, maker, span = found.start("product"), found.start("maker"), stretch(found, "maker", "product")
    words = {"product": (product, product + 1), "organization": (maker, maker + 1)}
    yield Statement(FactType.MAKER, {"product": product, "organization": maker}, span, 0.88, words=words)


@rule(
    "under",
    r"<O:parent>(?:의)? ?(?P<what>산하|자회사|계열사|계열)(?:인)? "
    rf"(?:(?:(?![와과] ){_PLAIN}){{0,14}} )?<O:child>",
    "[화웨이] 산하 [허블]이 이끈 투자다. → parent 허블 화웨이",
    "[사우디아람코] 산하 펀드 [프로스페리티7]이 참여했다. → parent 프로스페리티7 사우디아람코",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _belongs(found, stretch(found, "parent", "child"))


@rule(
    "parent-company",
    r"<O:child>(?:의)? ?"
    r"(?P<what>모회사|모기업)(?:인)? <O:parent>",
    "[틱톡]의 모회사인 [바이트댄스]가 나섰다. → parent 틱톡 바이트댄스",
    "[틱톡] 운영사 [바이트댄스]도 나섰다. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _belongs(found, stretch(found, "child", "parent"))


rule(
    "made-adnominal",
    rf"<O:maker>{DOER} (?:{_PLAIN}{{0,16}} )?"
    rf"{_LAUNCH}(?:한|은|인) "
    rf"(?:{_PLAIN}{{0,24}} )?<M:product>",
    "[딥시크]가 내놓은 추론 모델 {R1}이 화제다. → maker R1 딥시크",
    "[문샷AI]가 지난해 출시한 챗봇 {키미}는 인기다. → maker 키미 문샷AI",
)(_makes)


rule(
    "made",
    rf"<O:maker>{TOPIC} {_NO_OTHER}{{0,40}}?"
    rf"(?:{_PRODUCT_NOUN})(?:인)? <M:product>(?:을|를|의)? "
    rf"{_NO_OTHER}{{0,16}}?{_LAUNCH}(?:했|였|았|한|은|인)",
    "[문샷AI]는 지난해 11월 챗봇 {키미}를 공개했다. → maker 키미 문샷AI; activity 문샷AI launch",
    "[스텝펀]은 거대언어모델 {스텝-2}의 시험판을 선보였다. → maker 스텝-2 스텝펀",
)(_makes)


rule(
    "product-of",
    rf"<O:maker>의 (?:{_PLAIN}{{0,20}} )?"
    rf"(?:{_PRODUCT_NOUN}|상품|제품)(?:은|인)? (?:{_PLAIN}{{0,20}} )?"
    r"<M:product>",
    "[문샷AI]의 챗봇 {키미}가 인기다. → maker 키미 문샷AI",
    "[미니맥스]의 대표 상품은 인기를 끄는 앱 {토키}다. → maker 토키 미니맥스",
)(_makes)
