"""What a rule is, the small language it is written in, and what it finds.

A pattern is a regular expression over a tagged sentence. `P`, `O`, `M`, `L`, `$`, `#`, `D` in angle brackets stand for
a person, an organization, a product, a country, a sum, a count and a period: `<O:startup> 창업자 <P:person>`. A plural,
`<OS:investors>`, stands for a list of them: `알리바바, 텐센트와 투자회사인 훙산 등`. parts.py has the parts that recur.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from app.reading.patterns.parts import DESCRIBED, JOINED, OWNED, OWNER, UNKNOWN
from app.reading.tagged import MONEY, NUMBER, ORG, PERIOD, PERSON, PLACE, PRODUCT, Tagged
from app.reading.words import TITLES
from app.vocabulary import FactType

_SIGNS: Final = {"P": PERSON, "O": ORG, "M": PRODUCT, "L": PLACE, "$": MONEY, "#": NUMBER, "D": PERIOD}
NAMES: Final = PERSON + ORG + PRODUCT
_OWNER: Final = re.compile(OWNER)
_SLOT: Final = re.compile(r"<(?P<sign>[POML$#D])(?P<list>S?)(?::(?P<role>\w+))?>")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its slots as groups."""

    def slot(found: re.Match[str]) -> str:
        sign = _SIGNS[found["sign"]]
        styled = f"(?: (?:{TITLES}))?" if sign == PERSON else ""
        inner = rf"{OWNED}{sign}(?:{styled}{JOINED}{UNKNOWN}{DESCRIBED}{sign})*" if found["list"] else sign
        return f"(?P<{found['role']}>{inner})" if found["role"] else f"(?:{inner})"

    return re.compile(_SLOT.sub(slot, pattern))


FIRST: Final = -1
SECOND: Final = -2
"""Places of the two that a sentence calls 두 회사: the last two companies of the sentence before, in order."""

CARRIED: Final = "the company is not named in this sentence; it was taken from the sentences before"
"""The doubt about a startup that the rule leaves to the sentences before."""


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
    """Declare a rule; what it makes of a match needs no name beside the rule's, and is called `_`.

    Where that is what other rules make of theirs, the rule takes their function: `rule(…)(partial(works, …))`.
    """

    def declare(build: Build) -> Build:
        RULES.append(Rule(name, compiled(pattern), build, examples))
        return build

    return declare


def places(found: re.Match[str], role: str) -> list[int]:
    """The places of the names in a group; of `O 산하 O` and of `O O`, only the second."""
    start, end = found.span(role)
    text = found.string
    return [
        i
        for i in range(start, end)
        if text[i] in NAMES and not _OWNER.match(text, i + 1) and text[i : min(i + 3, end)] != f"{ORG} {ORG}"
    ]


def place(found: re.Match[str], role: str) -> int | None:
    """The place of the one sign of a group."""
    start = found.start(role) if role in found.re.groupindex else -1
    return start if start >= 0 else None


def stretch(found: re.Match[str], first: str, last: str) -> tuple[int, int]:
    """From where one group begins to where another ends."""
    return found.start(first), found.end(last)


TO_COME: Final = re.compile("오는 |다음 ?달|내달|내년|조만간|곧 |예정")
"""What says of a present tense that it has not happened yet."""
_DENIED: Final = re.compile(
    r"지 ?않|지 ?못|[가-힣]+한 적(?:이|은|도) ?없|사실(?:이|과) ?(?:아니|다르|무근)|사실무근|근거 ?없|헛소문|오보|"
    r"부인(?:했|하|한)|거절|거부|무산|철회|취소|결렬|실패(?:했|하|한)"
)
"""Words behind a verb that say that it is not so."""
_HYPOTHETICAL: Final = re.compile(
    r"^(?:다면|더라면|다는 가정)|"
    r"^.{0,14}(?:"
    r"검토|협상 ?중|논의 ?중|논의하고|타진|모색|추진(?!력)|계획|예정|방침|움직임|가능성|임박|앞두고|거의 마무리|막바지|"
    r"것으로 (?:예상|전망|관측)|설이 |설도 |소문|루머|"
    r"아니냐는|추측|(?:다|라)는 (?:말|설|소문|관측|주장|이야기|얘기|전망)|낙관론|"
    r"제안을 (?:받|거절)|하려|려고|려는|희망|원하)"
)
"""Words behind a verb that say that it is not yet so, or only said to be."""
_CLAUSE_END: Final = re.compile(r"[.!?]|(?:[며고]|지만|으나|는데),? ")


def is_stated(sentence: Tagged, end: int) -> bool:
    """Whether what ends here is said to be so: not denied, planned, asked for or rumoured.

    What is said after the verb decides: `…에 투자했다`, but `…에 투자했다는 것은 사실이 아니다`.
    """
    tail = sentence.text[end : end + 60]
    cut = _CLAUSE_END.search(tail)
    clause = tail[: cut.start()] if cut else tail
    near = clause if cut and not clause.rstrip().endswith(("했다", "였다", "한다")) else tail[:40]
    return not _DENIED.search(near) and not _HYPOTHETICAL.search(near)
