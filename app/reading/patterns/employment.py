"""What the rules of careers and of positions share: how a sentence says where somebody works or worked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.reading.mentions import Mention
from app.reading.patterns.parts import AS
from app.reading.patterns.rules import Statement, is_stated, places
from app.reading.tagged import MONEY, NUMBER, ORG, PERIOD, PERSON, PLACE, PRODUCT, Tagged
from app.reading.words import FOUNDER, TITLES, title_in_english
from app.vocabulary import EmploymentStatus, FactType, OrganizationKind

FORMER: Final = EmploymentStatus.FORMER
CURRENT: Final = EmploymentStatus.CURRENT

PLAIN: Final = f"[^{ORG}{PERSON}{PRODUCT}{MONEY}.,]"
"""A sign that is neither a name nor a sum, and ends no part of the sentence."""
TITLE: Final = (
    "(?:(?:수석|선임|최고) ?"
    "|[가-힣]{1,6}(?=연구소장|법인장|지사장|팀장|본부장|센터장|부문장|사업부장|원장|총괄|책임자|부사장))?"
    f"(?:{TITLES})"
)
"""A title, with what it heads before it: `음성연구소장`."""
STYLED: Final = rf"(?: (?:(?:(?:전 |현 )?{ORG}의? )?(?:{PLAIN}{{0,14}}? )?(?:{TITLE}|박사)|씨))?"
"""What may stand between a name and its particle: `위카이 박사는`, `왕허 베이징대 교수는`."""
PEOPLE: Final = rf"(?P<person>{PERSON}(?:(?:·|ㆍ|, ?|[와과] ){PERSON})*)"
"""People of whom the clause before says the same: nothing is said of one of them alone."""
PART: Final = (
    rf"(?:의? (?:[가-힣A-Za-z&{PLACE}]{{1,8}} ){{0,2}}?[가-힣A-Za-z&]{{0,10}}"
    r"(?:거점|사무소|본사|팀|부문|부서|사업부|연구소|연구원|랩|본부|조직|공장|법인|지사|캠퍼스|센터|그룹))?"
)
"""A part of a firm behind its name: `테슬라 상하이 공장`."""
NO_PERSON: Final = f"[^{PERSON}.]"
SAID: Final = "(?:데|것|뒤|후|바|사실|소식|인물)"
"""What follows the adnominal form of what somebody is said to have done: `이직한 사실이`."""
END: Final = "(?!(?!(?:[와과](?:는|의|도)|에게|으로부터|로부터|에서|이라|라고|이다|처럼|보다))[가-힣]{2})"
"""Where a title ends: no more than a particle is behind it."""


def office(most: int) -> str:
    """The pattern of a title with at most so many signs before it, the unit or field among them."""
    return rf"(?P<what>(?![은는이가을를도와과] )(?:{PLAIN}{{0,{most}}}? )?{TITLE})"


_POST: Final = re.compile(rf"(?P<unit>.*?) ?(?P<title>{TITLES})?$")
_UNIT: Final = re.compile("(?:그룹|팀|부문|부서|사업부|연구소|랩|조직|본부|센터|연구부|사업군|실|국)$")
_FOUNDING: Final = re.compile(FOUNDER)
_SCHOLAR: Final = re.compile("교수|연구원|박사후|강사|총장|학장")
"""At a university these are employments; who only 'comes from' it studied there."""
_AT_WORK: Final = re.compile("합류|근무|재직|일[하한했]|몸담|활동|강의|가르|임용|부임|퇴임")
"""What nobody does at a university who studies there."""
_APART: Final = 30
"""A title that stands further from its employer is not quoted with it."""
CHIEF: Final = (
    "(?:공동 ?)?(?:최고경영자|최고기술책임자|최고기술경영자|최고경영책임자|최고운영책임자|최고재무책임자"
    "|최고제품책임자|최고생산책임자"
    "|최고과학자|수석과학자|CEO|CTO|COO|회장|대표|총경리)"
)
NOT_EX: Final = "(?<!전 )(?<!前 )(?<!전직 )"
NEAR_TITLE: Final = (
    "(?P<what>(?!전 |前 |전직 |출신)"
    f"(?:(?:{FOUNDER}|{TITLE})(?:이자|이면서) )?"
    f"(?:[^{ORG}{PERSON}{PRODUCT}{MONEY}{PERIOD}.,은는이가을를에]{{0,16}}? )?{TITLE})"
    "(?! ?출신)"
    "(?![을를] ?(?:지낸|역임|맡았|거친|거쳐))"
    f"(?!{AS} (?:일|근무|재직|활동|있))"
    "(?!였|이었)"
)
"""An office right beside a name, of which nothing says that it is over."""
LEAVES: Final = re.compile(
    f"(?:은|는|이|가|도|을|를) (?:{NO_PERSON}{{0,40}}? )?{NO_PERSON}{{0,30}}?"
    "(?:합류|이직|이적|옮|영입|퇴사|떠나|스카우트)"
    "| (?:영입|스카우트)(?:$|[.…,])"
    "|,? (?:[가-힣]{2,6} )?(?:퇴사|사임|사직)(?:$|[.…,]| (?:소식|승인))"
    "|.*(?:퇴사했|물러났|사임했|사임한 |사직했|떠났|물러나(?=$|[.…])|사표를 냈|사표를 제출|사의를|그만뒀"
    "|해임|해고|퇴임했"
    "|내려놨|(?:사임|퇴사|사퇴)를?을? (?:알렸|발표했|밝혔))"
)
"""Behind an office: who goes somewhere else in the same breath no longer holds it."""


@dataclass(frozen=True, slots=True)
class _Post:
    """What the words beside an employer say of the work there, and where they say it."""

    fields: dict[str, str]
    words: dict[str, tuple[int, int]]
    is_founding: bool = False


def works(
    sentence: Tagged,
    found: re.Match[str],
    status: EmploymentStatus,
    confidence: float,
    what: tuple[int, int] | None = None,
) -> Iterator[Statement]:
    """Every person of a match works or worked at every organization of it, with the title and unit of `what`.

    By their names, groups say what they are: `person`, `organization`, `what` (unit and title), `status` (the words
    that state it; without it, `what` does). What a second alternative of a pattern finds has a 2 behind its name.
    """
    what = what or span_of(found, "what")
    verb = span_of(found, "status") or what
    if verb is None:
        raise ValueError("a rule of employments has neither a group `status` nor a group `what`")
    start, end = _without_object(sentence, what) if what else (0, 0)
    post = _post(sentence, start, end)
    if post.is_founding:
        return
    for person in each(found, "person"):
        for organization in each(found, "organization"):
            teaches = _SCHOLAR.search(sentence.text, start, end) or _AT_WORK.search(sentence.text, *verb)
            if _is_university(sentence, organization) and not teaches:
                continue
            yield Statement(
                FactType.EMPLOYMENT,
                {"person": person, "organization": organization},
                _shortest(organization, post.words.get("title"), verb),
                confidence,
                {"status": status, **post.fields},
                {"organization": (organization, organization + 1), "status": verb}
                | post.words
                | {"person": (person, person + 1)},
            )


def stated_work(
    sentence: Tagged, found: re.Match[str], status: EmploymentStatus, confidence: float
) -> Iterator[Statement]:
    """The same as `works`, but only of what is said to be so."""
    if is_stated(sentence, found.end()):
        yield from works(sentence, found, status, confidence)


def each(found: re.Match[str], role: str) -> list[int]:
    """The places of the names that a group has, in either alternative."""
    return [at for group in (role, f"{role}2") if group in found.re.groupindex for at in places(found, group)]


def span_of(found: re.Match[str], role: str) -> tuple[int, int] | None:
    """Where a group stands, in the alternative that was found; None where it does not."""
    for group in (role, f"{role}2"):
        if group in found.re.groupindex and found[group] is not None:
            return found.span(group)
    return None


def _without_object(sentence: Tagged, what: tuple[int, int]) -> tuple[int, int]:
    """Of `부사장을 두 해`, only what stands before the particle."""
    start, end = what
    cut = re.search("[을를] ", sentence.text[start:end])
    return start, start + cut.start() if cut else end


def _post(sentence: Tagged, start: int, end: int) -> _Post:
    """The title and the unit: of `AI 사업부 부사장`, vice president and `AI 사업부`."""
    said = sentence.text[start:end].strip(" 의에서")
    parts = _POST.fullmatch(said) if said else None
    if parts is None:
        return _Post({}, {})
    title, unit = parts["title"], parts["unit"].strip()
    if title and _FOUNDING.search(title):
        return _Post({}, {}, is_founding=True)
    fields, words = {}, {}
    start += sentence.text[start:end].find(said)
    if title:
        fields["title"] = title_in_english(title)
        words["title"] = (start + len(said) - len(title), start + len(said))
    if _UNIT.search(unit) and not any(sign in unit for sign in (PERIOD, NUMBER, PLACE)):
        at = start + said.find(unit)
        fields["unit"] = unit
        words["unit"] = (at, at + len(unit))
    return _Post(fields, words)


def _is_university(sentence: Tagged, organization: int) -> bool:
    employer = sentence.items[organization]
    return isinstance(employer, Mention) and employer.kind == OrganizationKind.UNIVERSITY


def _shortest(organization: int, title: tuple[int, int] | None, verb: tuple[int, int]) -> tuple[int, int]:
    """The employer with the title behind it; where the title stands apart, the words of the verb."""
    if title is None or title[1] <= organization:
        return organization, organization + 1
    return (organization, title[1]) if title[0] - organization < _APART else verb


def held(sentence: Tagged, found: re.Match[str]) -> tuple[EmploymentStatus, float]:
    """Whether the office that ends here is still held, and how sure that is."""
    return (FORMER, 0.85) if LEAVES.match(sentence.text[found.end() :]) else (CURRENT, 0.9)
