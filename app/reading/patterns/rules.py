"""What a rule is, the small language it is written in, and what it finds.

A pattern is a regular expression over a tagged sentence. `P`, `O`, `M`, `L`, `$`, `#`, `D` in angle brackets stand for a
person, an organization, a product, a country, a sum, a count and a period: `<O:startup> 창업자 <P:person>`. A plural,
`<OS:investors>`, stands for a list of them: `알리바바, 텐센트와 투자회사인 훙산 등`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from app.reading.candidates import Words as Words
from app.reading.tagged import MONEY, NUMBER, ORG, PERIOD, PERSON, PLACE, PRODUCT, Tagged
from app.vocabulary import FactType

_SIGNS: Final = {"P": PERSON, "O": ORG, "M": PRODUCT, "L": PLACE, "$": MONEY, "#": NUMBER, "D": PERIOD}
NAMES: Final = PERSON + ORG + PRODUCT
_SLOT = re.compile(r"<(?P<sign>[POML$#D])(?P<list>S?)(?::(?P<role>\w+))?>")
_OWNED: Final = rf"(?:{ORG}(?:의)? ?(?:산하|계열|자회사)(?:인)? (?:[가-힣A-Za-z]{{1,10}} )?)?"
_WHO: Final = rf"(?:(?!함께|공동으로|더불어)[가-힣]{{1,6}} )?{_OWNED}(?:(?!함께|공동으로|더불어|손잡고)[가-힣A-Za-z{PLACE}]{{1,12}}(?: [가-힣A-Za-z{PLACE}]{{1,10}}){{0,4}} )?"
"""What a list may say of its next item: `투자회사인`, `배달 회사인`, `중국의 대표적 빅테크`."""
GAP: Final = rf"(?:(?![은는이가도] )[^{ORG}{PERSON}.,]){{0,30}}?"
"""Words between a verb and the name that it belongs to: no subject of another clause among them."""
JOINED: Final = r"(?:·|ㆍ|∙|, ?|[와과] | 및 |, 그리고 |/| and |, and )"
LIST_END: Final = rf"(?: 등(?: [가-힣{PLACE}]{{1,8}}){{0,3}}| 등)?"


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its slots as groups."""

    def slot(found: re.Match[str]) -> str:
        sign = _SIGNS[found["sign"]]
        inner = rf"{_OWNED}{sign}(?:{JOINED}{_WHO}{sign})*" if found["list"] else sign
        return f"(?P<{found['role']}>{inner})" if found["role"] else f"(?:{inner})"

    return re.compile(_SLOT.sub(slot, pattern))


FIRST, SECOND = -1, -2
"""Places of the two that a sentence calls 두 회사: the last two companies of the sentence before, in order."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that a rule finds in a sentence; places and spans are those of the tagged sentence."""

    type: FactType
    roles: Mapping[str, int | None]
    """By role the place of the name; None for what the sentence leaves to those before it."""
    span: tuple[int, int]
    confidence: float
    fields: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    quantity: int | None = None
    period: int | None = None
    parties: Sequence[int] = ()
    doubts: tuple[str, ...] = ()
    rule: str = ""


Build = Callable[[Tagged, re.Match[str]], Iterator[Statement]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what to make of it, and examples: a sentence, an arrow, the facts it states (none: nothing)."""

    name: str
    pattern: re.Pattern[str]
    build: Build
    examples: tuple[str, ...]

    def find(self, sentence: Tagged) -> Iterator[Statement]:
        """Every fact that the rule finds in a sentence."""
        at = 0
        while found := self.pattern.search(sentence.text, at):
            stated = list(self.build(sentence, found))
            yield from (replace(statement, rule=self.name) for statement in stated)
            # A pattern that ends with a name may begin with it again: 'A 창업자 B는 …'. What came to nothing may have
            # begun at the wrong name.
            at = max(found.start() + 1, found.end() - 1 if stated else 0)


RULES: Final[list[Rule]] = []


def rule(name: str, pattern: str, *examples: str) -> Callable[[Build], Build]:
    """Declare a rule."""

    def declare(build: Build) -> Build:
        RULES.append(Rule(name, compiled(pattern), build, examples))
        return build

    return declare


def places(found: re.Match[str], role: str) -> list[int]:
    """The places of the names in a group."""
    start, end = found.span(role)
    return [i for i in range(start, end) if found.string[i] in NAMES and not _OWNER.match(found.string, i + 1)]


_OWNER: Final = re.compile(r"(?:의)? ?(?:산하|계열|자회사)")
"""`O 산하 O`: the first of the two is not one of the list."""


def place(found: re.Match[str], role: str) -> int | None:
    """The place of the one sign of a group."""
    start = found.start(role) if role in found.re.groupindex else -1
    return start if start >= 0 else None


# What makes a sentence say that something is not, or not yet, so.
_DENIED = re.compile(
    r"지 ?않|지 ?못|[가-힣]+한 적(?:이|은|도) ?없|사실(?:이|과) ?(?:아니|다르|무근)|부인(?:했|하|한)|거절|거부|무산|철회|취소|결렬|실패(?:했|하|한)|"
    r"근거 ?없|헛소문|오보|사실무근"
)
_HYPOTHETICAL = re.compile(
    r"^(?:다면|더라면|다는 가정)|^.{0,14}(?:검토|협상 ?중|논의 ?중|논의하고|타진|모색|추진(?!력)|설이 |설도 |소문|루머|임박|앞두고|계획|예정|방침|움직임|가능성|것으로 (?:예상|전망|관측)|거의 마무리|막바지|"
    r"제안을 (?:받|거절)|(?:다|라)는 (?:말|설|소문|관측|주장|이야기|얘기|전망)|낙관론|하려|려고|려는|희망|원하)"
)


def is_stated(sentence: Tagged, end: int) -> bool:
    """Whether what ends here is said to be so: not denied, planned, asked for or rumoured.

    What is said after the verb decides: `…에 투자했다`, but `…에 투자했다는 것은 사실이 아니다`.
    """
    tail = sentence.text[end : end + 60]
    cut = re.search(r"[.!?]|(?:[며고]|지만|으나|는데),? ", tail)
    near = (
        tail[: cut.start()]
        if cut and not tail[: cut.start()].rstrip().endswith(("했다", "였다", "한다"))
        else tail[:40]
    )
    return not _DENIED.search(near) and not _HYPOTHETICAL.search(near)
