"""What the rules of investments, backers and rounds share: who gave, who got, and how sentences say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.reading.patterns.parts import LIST_END, MAIN, TOPIC
from app.reading.patterns.rules import CARRIED, Statement, is_stated, places, stretch
from app.reading.tagged import MONEY, ORG, PLACE, Tagged
from app.vocabulary import FactType

SUCH: Final = rf"(?: ?등)?(?:[와과])? 같은(?: [가-힣{PLACE}A-Z]{{1,8}}){{1,3}}?"
"""What a list of examples ends with: `텐센트와 같은 빅테크`."""
FROM: Final = (
    rf"(?:{LIST_END}|{SUCH})"
    r"(?:(?:으로|로)부터(?:도|만)?|에게서|에게|한테서|에서(?:만|도)?|의|서|(?:을|를) 통해(?:서)?)"
)
"""What follows those from whom money comes."""
INVESTORS_DO: Final = rf"(?:{LIST_END}|{SUCH})(?:[은는이가도]| 또한| 역시|들이|들도)"
"""What follows those who put money in."""
GOT: Final = (
    r"(?:투자금|투자|자금|출자|펀딩|뭉칫돈|종잣돈|거액)(?: ?\([^()]{0,12}\))?(?:을|를|까지|도)? ?(?:[가-힣 ]{0,8})?"
    rf"(?:{MONEY}(?: 이상| 가량)?(?:을|를)? )?"
)
"""What is got, before the verb: `투자를`, `투자(A라운드)까지 추가로`."""
ROUND: Final = "(?:라운드|펀딩|투자|조달|유치|증자|모금)"
BACKER: Final = "(?:(?:단일 )?최대 ?|대)?(?:투자자|투자사|투자 ?기관|주주|출자자)"

_WITH: Final = rf"{ORG}(?:(?:, |[와과] ){ORG}){{0,5}}(?: 등)?[와과] (?:함께|공동으로|더불어)"
_GAVE: Final = (
    rf"(?:[^{ORG}.]{{0,12}}?(?:이끈|이끄는|주도한|참여한|투자한) "
    rf"|[^{ORG}.]{{0,24}}?(?:들어왔|들어갔|참여했|투자했|출자했|주도했|이끌었|나섰|합류했|넣었|보탰)(?:고|으며),? )"
)
"""What stands behind one who gave to the round that a clause speaks of: `O가 이끈 투자`, `O가 이끌었고`."""
_NEAR: Final = 8
_BESIDE: Final = re.compile(f"{ORG}(?:, {ORG}){{0,4}}(?: 등)?[와과] (?:함께|공동으로|더불어),? $")


def invested(
    investors: Sequence[int],
    startups: Sequence[int | None],
    span: tuple[int, int],
    confidence: float,
    amount: int | None = None,
) -> Iterator[Statement]:
    """Each of the investors put money into each of the startups.

    A startup of None is one that the sentences before name. A sum belongs to one pair only.
    """
    alone = len(investors) == 1 and len(startups) == 1
    for startup in startups:
        into = {"startup": (startup, startup + 1)} if startup is not None else {}
        for investor in investors:
            if investor != startup:
                yield Statement(
                    FactType.INVESTMENT,
                    {"investor": investor, "startup": startup},
                    span,
                    confidence,
                    words={"investor": (investor, investor + 1), **into},
                    quantity=amount if alone else None,
                )


def backed(sentence: Tagged, found: re.Match[str], confidence: float) -> Iterator[Statement]:
    """Each of the `investors` of a match put money into its `startup`, if that is said to be so."""
    if is_stated(sentence, found.end()):
        span = stretch(found, "investors", "verb")
        yield from invested(places(found, "investors"), places(found, "startup"), span, confidence)


def carried(statements: Iterator[Statement]) -> Iterator[Statement]:
    """The same statements, in doubt: the startup stands apart from them, or in the sentences before."""
    return (replace(one, doubts=(CARRIED,)) for one in statements)


def subject_before(sentence: Tagged, at: int) -> int | None:
    """The last organization before a place that the sentence speaks of."""
    subjects = [one.start() for one in re.finditer(f"{ORG}{TOPIC} (?!{_GAVE})", sentence.text[:at])]
    return subjects[-1] if subjects else None


def partners(sentence: Tagged, found: re.Match[str]) -> list[int]:
    """Those with whom the investors act: `알리바바는 모노리스와 함께 …`, `모노리스와 함께 알리바바는 …`."""
    before = _BESIDE.search(sentence.text[: found.start()])
    allies = [at for at in range(*before.span()) if sentence.text[at] == ORG] if before else []
    start, end = found.span("between")
    beside = [one.span() for one in re.finditer(_WITH, sentence.text[start : end + _NEAR])]
    among = [at for first, last in beside for at in range(start + first, start + last) if sentence.text[at] == ORG]
    return [*allies, *(at for at in among if at < end)]


def has_other_subject(found: re.Match[str]) -> bool:
    """Whether the group `between` speaks of another organization than the one before it, partners apart."""
    return re.search(f"{ORG}{MAIN} ", re.sub(_WITH, "", found["between"])) is not None


def investors_of(found: re.Match[str], *groups: str) -> list[int]:
    """The places of all who stand in some groups."""
    return [at for group in groups for at in places(found, group)]


def invested_in_it(
    sentence: Tagged, found: re.Match[str], confidence: float, first: str = "investors"
) -> Iterator[Statement]:
    """The group `investors` put money into the company of which the sentence spoke before, or those before it did.

    The words that state it go from the group `first` to the group `verb`.
    """
    if is_stated(sentence, found.end()):
        startup = subject_before(sentence, found.start())
        yield from carried(invested(places(found, "investors"), [startup], stretch(found, first, "verb"), confidence))
