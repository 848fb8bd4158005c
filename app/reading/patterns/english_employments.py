"""Who works or worked where, in English."""

import re
from collections.abc import Iterator, Sequence

from app.reading.mentions import Mention
from app.reading.patterns.english_phrases import ASIDE, NO_NAME, PEOPLE, POSSESSIVE, WHO, is_said, short_enough, whom
from app.reading.patterns.rules import Statement, places, rule, stretch
from app.reading.tagged import NUMBER, ORG, PERIOD, PERSON, Tagged
from app.reading.words_english import SCHOLAR, TITLE
from app.vocabulary import EmploymentStatus, FactType, OrganizationKind

FORMER, CURRENT = EmploymentStatus.FORMER, EmploymentStatus.CURRENT
EX = r"(?:[Ff]ormer(?:ly)?|[Ee]x|[Oo]ne-?time|[Pp]reviously|[Oo]nce|[Tt]hen|[Ll]ate)"
ORGS = rf"{ORG}(?:(?: [A-Z]\w*)?(?:, |,? and |, and ){ORG})*"
FOUNDER_AND = r"(?:(?:co-?)?founder(?:,| and|-turned-) ?)?"
OF_OFFICE = rf"(?P<what>(?:(?:[a-z][\w&-]*|R&D|AI|IT) ){{0,4}}?{TITLE}(?: (?:of|for) (?:[a-z][\w&-]* ?){{1,5}}?)?)"
LEAVES = re.compile(
    rf"^,?(?: who| has| have| had| both| also| recently| last \w+| {PERIOD}| in| and)*,? (?:left|leaves|quit"
    rf"|quits|joined|joins"
    r"|departed|resigned|stepped down|moved|jumped|defected)\b"
)
_HE_DOUBT = ("the person is not named in this sentence; whom it means was taken from the sentences before",)
_IT_DOUBT = ("the company is not named in this sentence; it was taken from the sentences before",)


def works(  # noqa: PLR0913, PLR0917 - the parts of a statement
    sentence: Tagged,
    people: Sequence[int | None],
    organizations: Sequence[int | None],
    status: EmploymentStatus,
    confidence: float,
    span: tuple[int, int],
    what: tuple[int, int] | None = None,
) -> Iterator[Statement]:
    """Each person at each organization; at a university only where an office is named."""
    title = sentence.text[what[0] : what[1]].strip() if what and what[0] >= 0 else ""
    for organization in organizations:
        employer = sentence.items.get(organization) if organization is not None else None
        studies = isinstance(employer, Mention) and employer.kind == OrganizationKind.UNIVERSITY
        if studies and not re.search(SCHOLAR, title):
            continue
        for person in people:
            words = {"status": span}
            short = [what] if title and what else []
            short += [(at, at + 1) for at in (organization, person) if at is not None]
            if person is not None:
                words["person"] = (person, person + 1)
            if organization is not None:
                words["organization"] = (organization, organization + 1)
            if title and what:
                words["title"] = what
            yield Statement(
                FactType.EMPLOYMENT,
                {"person": person, "organization": organization},
                short_enough(sentence, span, *short),
                confidence if None not in (person, organization) else min(confidence, 0.8),
                {"status": status} | ({"title": title} if title else {}),
                words,
                doubts=(() if organization is not None else _IT_DOUBT) + (() if person is not None else _HE_DOUBT),
            )


def employed(  # noqa: PLR0913, PLR0917 - as above
    sentence: Tagged,
    found: re.Match[str],
    status: EmploymentStatus,
    confidence: float,
    first: str = "status",
    last: str = "organization",
) -> Iterator[Statement]:
    """The same of the groups `person`, `organization` and, if there is one, `what`: the office.

    The words that state it go from the group `first` to the group `last`.
    """
    what = found.span("what") if "what" in found.re.groupindex else None
    people, organizations = places(found, "person"), places(found, "organization")
    yield from works(sentence, people, organizations, status, confidence, stretch(found, first, last), what)


@rule(
    "en-former-title",
    rf"\b{EX}[ -](?P<organizations>{ORGS}){POSSESSIVE} (?P<what>(?:[\w&-]+ ){{0,4}}?(?:{TITLE}|employee|staffer))s?,? "
    rf"(?P<person>{PEOPLE})",
    "Former [Google] executive <Kai-Fu Lee> spoke. → employment Kai-Fu Lee Google former",
    "ex-[Baidu] vice president <Yu Kai> → employment Yu Kai Baidu former",
    "Former [Google] employee <Kai-Fu Lee> spoke. → employment Kai-Fu Lee Google former",
    "[Google] executive <Kai-Fu Lee> spoke. → employment Kai-Fu Lee Google current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(
        sentence, places(found, "person"), places(found, "organizations"), FORMER, 0.96,
        (found.start(), found.end("what")), found.span("what") if re.search(rf"{TITLE}$", found["what"]) else None,
    )  # fmt: skip


@rule(
    "en-person-former",
    rf"(?P<person>{PERSON})(?:,| [—–-]|,? who (?:is|was)|,? is|,? was)? (?:also )?(?:an? [^,.;]{{2,40}}? and|an?|the"
    rf"|its|founder and|and)? ?"
    rf"(?:{EX}(?: an?| the)?(?P<what> (?:[\w&-]+ ){{0,5}}?{TITLE})?(?: (?:of|at|with|for|from)) {NO_NAME}{{0,40}}?"
    rf"(?P<organizations>{ORGS})|{EX}[ -](?P<organizations2>{ORGS}){POSSESSIVE} "
    rf"(?P<what2>(?:[\w&-]+ ){{0,4}}?{TITLE}|employee|staffer|veteran))",
    "<Yang Zhilin>, formerly of [Google Brain], spoke. → employment Yang Zhilin Google Brain former",
    "<Wang Changhu>, former director of [ByteDance]s AI Lab, left. → employment Wang Changhu ByteDance former",
    "<Yang Zhilin>, a former [Google] engineer, spoke. → employment Yang Zhilin Google former",
    "<Tang Jie>, formerly of [Tsinghua], and no one else. → employment Tang Jie Tsinghua former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["organizations"] else "2"
    yield from works(
        sentence, places(found, "person"), places(found, f"organizations{mark}"), FORMER, 0.95,
        (found.start("what") if found["what"] else found.start(), found.end("organizations"))
        if not mark
        else (found.start("organizations2"), found.end("what2")),
        found.span(f"what{mark}") if found[f"what{mark}"] else None,
    )  # fmt: skip


@rule(
    "en-former-of-person",
    rf"\b{EX} (?P<what>(?:[a-z][\w&-]* ){{0,3}}?{TITLE}) (?:of|at|for) (?P<organizations>{ORGS}),? "
    rf"(?P<person>{PERSON})",
    "The former president of [Google China], <Lee Kaifu>, spoke. → employment Lee Kaifu Google China former",
    "The former president met [Google], <Lee Kaifu> said. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(
        sentence, places(found, "person"), places(found, "organizations"), FORMER, 0.94,
        (found.start("what"), found.end("organizations")), found.span("what"),
    )  # fmt: skip


@rule(
    "en-its-former-title",
    rf"<O:organization>['’]?s {EX} (?P<what>(?:[a-z][\w&-]* ){{0,3}}?{TITLE}(?: (?:of|for) (?:[a-z][\w&-]*"
    rf" ?){{1,4}}?)?)"
    r",? <P:person>",
    "[Baidu]s former head of metaverse operations, <Ma Jie>, left. → employment Ma Jie Baidu former",
    "[Baidu]s head of research, <Ma Jie>, spoke. → employment Ma Jie Baidu current",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    yield from works(
        sentence, places(found, "person"), places(found, "organization"), FORMER, 0.96,
        (found.start(), found.end("what")), found.span("what"),
    )  # fmt: skip


_WORKED = (
    r"(?:(?:most recently|recently|last|previously|formerly|earlier|once) (?:worked|served|was|led|ran|headed)(?!"
    r" by)|worked|used to (?:work"
    r"|head|lead|run|be)"
    r"|(?:had )?spent [^.;,]{1,24}? (?:working )?(?=(?:at|with|for|in)\b)|began \w+ career|interned|held [a-z ]+"
    r" positions"
    r"|served|cut \w+ teeth)"
)


@rule(
    "en-person-worked",
    rf"{WHO}(?P<between>(?:,? (?:who|and|had|has|also|both|an? [A-Za-z -]{{2,40}})){{0,4}}) (?P<status>{_WORKED})"
    rf"(?: for (?:[a-z]+ ){{0,2}}(?:{NUMBER}|{PERIOD}|years)(?: years)?,?)?(?P<what>(?: (?!at |for |with"
    rf" )[\w’'-]+){{0,6}}?) ?(?:at|for|with|in)? (?P<organizations>{ORGS})"
    rf"(?P<more>(?:,? (?:and|before that|then|later))(?: (?:worked|served|interned))? (?:at|for) (?P<others>{ORGS}))?",
    "<He Miao>, who spent nine years at [Huawei], left. → employment He Miao Huawei former",
    "<Wang Changhu>, who used to head visual technology at [ByteDance] and worked at [MSRA]. "
    "→ employment Wang Changhu ByteDance former; employment Wang Changhu MSRA former",
    "<He Miao> never worked at [Huawei]. →",
    "<He Miao> likes chips. She worked for years at [Huawei]. → employment He Miao Huawei former",
    "<He Miao> worked with students of [Huawei]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    still = re.search(r"\bnow\b|\bcurrently\b|\bhas worked\b", found.group())
    if still or not is_said(sentence, *found.span("status")):
        return
    people = whom(sentence, found)
    office = re.compile(rf"\b{TITLE}\b").search(sentence.text, *found.span("what"))
    for role in ("organizations", "others"):
        yield from works(
            sentence, people, places(found, role), FORMER, 0.92,
            (found.start("status"), found.end("organizations")), office.span() if office else None,
        )  # fmt: skip


@rule(
    "en-person-left",
    rf"{WHO}(?:{ASIDE})?(?P<between>(?:,? (?:who|and|had|has|also|recently|later|then|in|{PERIOD}|last \w+)){{0,4}}) "
    rf"(?P<status>left|quit|departed|resigned from|stepped down from|walked away from) (?:as [a-z ]{{2,30}} "
    rf"(?:of|at) )?"
    rf"(?:his |her |a )?(?P<what>(?:[\w-]+ ){{0,4}}?)(?:job at )?<O:organization>",
    "<Gu Tian> left [HiSilicon] in 2019. → employment Gu Tian HiSilicon former",
    "<Gu Tian> left investors of [HiSilicon] waiting. →",
    "<Gu Tian> is a father. The young engineer left [HiSilicon] in 2019. → employment Gu Tian HiSilicon former",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    role = found["what"].strip()
    if (not role or re.search(r"(?:giant|firm|company|maker|startup|job|position|role)$", role)) and is_said(
        sentence, *found.span("status")
    ):
        yield from works(
            sentence, whom(sentence, found), places(found, "organization"), FORMER, 0.93,
            (found.start("status"), found.end("organization")),
        )  # fmt: skip


@rule(
    "en-veteran",
    r"(?:<P:person>, (?:an?|the) (?:[\w-]+ ){0,3}?(?P<what>veteran|alumnus|alumna|alum) of <O:organization>"
    r"|<P:person2>, (?:an?|the) (?:[\w-]+ )??<O:organization2> (?P<what2>veteran|alumnus|alumna|alum)"
    r"|<O:organization3> (?P<what3>veteran|alumnus|alumna|alum) <P:person3>)",
    "<Sun Lei>, a veteran of [Nvidia], runs it. → employment Sun Lei Nvidia former",
    "[Nvidia] veteran <Sun Lei> runs it. → employment Sun Lei Nvidia former",
    "<Sun Lei> met a veteran of [Nvidia]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = next(mark for mark in ("", "2", "3") if found[f"what{mark}"])
    yield from works(
        sentence, places(found, f"person{mark}"), places(found, f"organization{mark}"), FORMER, 0.93, found.span(),
    )  # fmt: skip


@rule(
    "en-after-leaving",
    rf"<P:person>(?P<between>[^.;{PERSON}]{{0,90}}?) (?P<status>(?:after|since|before|by|on) (?:leaving|quitting"
    rf"|departing))"
    rf" (?P<kind>(?:(?!the job)[\w’'-]+ ){{0,4}}?)<O:organization>",
    "<Yu Kai> founded [Horizon] in 2015 after leaving [Baidu]. "
    "→ founding Yu Kai Horizon; employment Yu Kai Baidu former",
    "<Yu Kai> spoke of talent leaving [Baidu]. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not re.search(r"\b(?:investors|shares|for|to)\b", found["kind"]):
        yield from employed(sentence, found, FORMER, 0.92)


@rule(
    "en-both-former",
    rf"(?P<person>{PEOPLE}),? (?:who (?:are|were) )?(?:both|all|two) (?:{EX}[ -](?P<organizations>{ORGS})|"
    rf"(?:worked|served) "
    rf"(?:at|for) (?P<organizations2>{ORGS}))",
    "<Wang> and <Li>, both former [Google] engineers, left. → employment Wang Google former; employment Li"
    " Google former",
    "<Wang> and <Li>, both fans of [Google], left. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    mark = "" if found["organizations"] else "2"
    yield from works(
        sentence, places(found, "person"), places(found, f"organizations{mark}"), FORMER, 0.93,
        (found.start("person"), found.end(f"organizations{mark}")),
    )  # fmt: skip


@rule(
    "en-who-led-at",
    rf"<P:person>,? who (?:(?P<when>previously|formerly|earlier|once|had) )?(?P<status>led|ran|headed|managed"
    rf"|oversaw|helped build"
    rf"|built) (?P<what>[^.,;{ORG}{PERSON}]{{2,50}}?) (?:at|for) (?P<kind>(?:[\w’'-]+ ){{0,4}}?)<O:organization>",
    "<Yu Kai>, who led deep learning at [Baidu], founded [Horizon]. "
    "→ employment Yu Kai Baidu former; founding Yu Kai Horizon",
    "<Yu Kai>, who led talks for [Baidu] rivals, left. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if re.search(r"\b(?:talks?|round|deal|investment|campaign|team of)\b", found["what"]):
        return
    yield from works(
        sentence, places(found, "person"), places(found, "organization"), FORMER, 0.88,
        (found.start("status"), found.end("organization")),
    )  # fmt: skip
