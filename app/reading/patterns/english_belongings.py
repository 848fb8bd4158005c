"""What belongs to whom, in English: firms to firms, products to their makers."""

import re
from collections.abc import Iterator
from typing import Final

from app.reading.patterns.english_phrases import POSSESSIVE, is_said
from app.reading.patterns.rules import Statement, rule, stretch
from app.reading.tagged import ORG, PERSON, PRODUCT, Tagged
from app.vocabulary import FactType

_UNIT: Final = r"(?:subsidiary|unit|arm|affiliate|division|venture capital arm|investment arm)"
_KIND: Final = r"(?:[a-z][\w-]* ){0,4}?"


def _belongs(found: re.Match[str], first: str, last: str) -> Iterator[Statement]:
    """The firm of the group `child` belongs to that of the group `parent`."""
    child, parent = found.start("child"), found.start("parent")
    words = {"organization": (child, child + 1), "parent": (parent, parent + 1)}
    span = stretch(found, first, last)
    yield Statement(FactType.PARENT, {"organization": child, "parent": parent}, span, 0.88, words=words)


def _makes(found: re.Match[str], first: str, last: str) -> Iterator[Statement]:
    """The firm of the group `maker` makes the product of the group `product`."""
    product, maker = found.start("product"), found.start("maker")
    words = {"product": (product, product + 1), "organization": (maker, maker + 1)}
    span = stretch(found, first, last)
    yield Statement(FactType.MAKER, {"product": product, "organization": maker}, span, 0.88, words=words)


@rule(
    "en-unit-of",
    rf"<O:child>,? (?:an?|the|which is an?|is an?|is the) (?P<kind>{_KIND}){_UNIT} of (?:the )?{_KIND}<O:parent>"
    rf"(?!['’]?s [a-z])",
    "[Volcano Engine], the cloud unit of [ByteDance], grew. → parent Volcano Engine ByteDance",
    "[Volcano Engine], a rival of the cloud unit of [Alibaba], grew. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span()) and not re.search(r"\b(?:of|to|in)\b", found["kind"]):
        yield from _belongs(found, "child", "parent")


@rule(
    "en-owners-unit",
    rf"<O:parent>{POSSESSIVE} {_KIND}{_UNIT},? <O:child>",
    "[ByteDance]s cloud unit [Volcano Engine] grew. → parent Volcano Engine ByteDance",
    "[ByteDance]s cloud rival [Volcano Engine] grew. →",
)
def _(_: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from _belongs(found, "parent", "child")


@rule(
    "en-owned-by",
    r"<O:child>,? (?:which is |is )?(?P<verb>(?:wholly |majority |fully )?(?:owned|controlled) by|part of|a "
    r"(?:wholly[ -]owned )?subsidiary of) "
    rf"(?:the )?{_KIND}<O:parent>(?!['’]?s [a-z])",
    "[Lazada], which is owned by [Alibaba], grew. → parent Lazada Alibaba",
    "[Lazada] is not owned by [Alibaba]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if found["verb"] != "part of" and is_said(sentence, *found.span()):
        yield from _belongs(found, "child", "parent")


@rule(
    "en-parent-company",
    rf"<O:child>{POSSESSIVE}(?: owner| parent(?: company| firm)?| parent company,),? <O:parent>"
    rf"|<O:parent2>, (?:the )?(?:owner|parent(?: company)?) of (?:the )?{_KIND}<O:child2>",
    "[Lazada]s parent company [Alibaba] spoke. → parent Lazada Alibaba",
    "[Alibaba], the owner of [Lazada], spoke. → parent Lazada Alibaba",
    "[Lazada] met [Alibaba], a parent of many. →",
)
def _(_: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["child"] else "2"
    child, parent = found.start(f"child{mark}"), found.start(f"parent{mark}")
    words = {"organization": (child, child + 1), "parent": (parent, parent + 1)}
    yield Statement(FactType.PARENT, {"organization": child, "parent": parent}, found.span(), 0.88, words=words)


_LAUNCHED: Final = (
    r"(?:launched|released|unveiled|introduced|rolled out|debuted|open-sourced|developed|built|created|announced)"
)


@rule(
    "en-launched-product",
    rf"<O:maker>(?: (?:has|had|also|recently|just|last \w+|on \w+day|this \w+|officially|in [A-Z]\w+)){{0,3}} "
    rf"(?P<verb>{_LAUNCHED}) "
    rf"(?P<what>[^.;{ORG}{PERSON}{PRODUCT}]{{0,50}}?)<M:product>(?!['’]?s [a-z])",
    "[Moonshot] launched its first chatbot, {Kimi}, in October. → maker Kimi Moonshot",
    "[Moonshot] launched an app that works with {Kimi}. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    elsewhere = re.search(r"\b(?:with|for|on|like|than|to|against|that|rival|using|by|from)\b", found["what"])
    if not elsewhere and is_said(sentence, *found.span("verb")):
        yield from _makes(found, "maker", "product")


@rule(
    "en-its-product",
    r"<O:maker>['’]?s (?P<what>(?:[A-Za-z][\w-]* ){0,4}?)<M:product>",
    "[Moonshot]s chatbot {Kimi} is popular. → maker Kimi Moonshot",
    "[Moonshot]s answer to {Kimi} is popular. →",
)
def _(_: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(r"\b(?:rival|to|of|answer|version|use|for|on|like|with)\b", found["what"]):
        yield from _makes(found, "maker", "product")


rule(
    "en-behind-product",
    r"<O:maker>,? the (?:company|startup|start-up|firm|developer|maker|creator|owner|lab) (?:behind|of) "
    r"(?:the )?(?:[a-z-]+ ){0,3}?<M:product>",
    "[Moonshot], the startup behind the chatbot {Kimi}, grew. → maker Kimi Moonshot",
    "[Moonshot], a friend of the chatbot {Kimi}, grew. →",
)(lambda _, found: _makes(found, "maker", "product"))
