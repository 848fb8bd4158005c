"""Clauses that do not say whom they speak of, as if they did: the rules of careers then read them like any other.

    'O에 입사했고, 이후 O에 합류했다'  →  'P는 O에 입사했고, …' and '…, P는 이후 O에 합류했다'
    '2020년 그는 O를 떠났다'           →  '2020년 P는 O를 떠났다'

Who it is, the sentences before tell; in a later clause it may be the subject of the same sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.reading.patterns.employment import STYLED
from app.reading.patterns.rules import Rule, Statement
from app.reading.protagonist import NO_NOUN
from app.reading.tagged import ORG, PERSON, Tagged

PLURAL: Final = "the people are a pronoun; whom it means was taken from the sentences before"
UNSAID: Final = "the clause does not say whom it speaks of; it was taken from what was said before"
PRONOUN: Final = "the person is a pronoun; whom it means was taken from the sentences before"
OF_SOMEBODY: Final = frozenset(
    {
        *("made-a-firm", "founded-by-adnominal", "startup-is-what-founded", "what-founded-is"),
        *("person-is-from", "was-title", "person-worked", "person-left", "years-at-each", "is-title", "joined"),
        *("appointed", "person-founded", "founded-with", "moved", "worked-as"),
        *("in-those-days", "led", "titles-at-each", "entered-through", "offices-listed", "before-joining"),
        *("posts-at-each", "is-founder", "works-now", "belongs-there", "became-title", "went", "gave-up-post"),
        *("answered-a-call", "led-there", "retired-from"),
    }
)
"""Rules whose words begin with the person they speak of."""
OF_HIM: Final = frozenset(
    {
        *("from-adnominal", "served-adnominal", "worked-adnominal", "left-adnominal", "entered-and-stayed"),
        *("moved-adnominal", "joined-adnominal", "founder-relative", "was-among", "led-adnominal"),
        *("entered-adnominal", "appointed-adnominal", "gave-up-post-adnominal", "from-then", "does-there-adnominal"),
    }
)
"""Rules whose words end with the person they speak of: `구글에서 일한 그는`."""
_SURE: Final = {UNSAID: 0.8, PRONOUN: 0.85, PLURAL: 0.82}

_TELLS: Final = re.compile(
    "합류|이직|이적|입사|취직|취업|옮|영입|스카우트|일하|일했|일한|근무|재직|몸담|경력|경험|활동|지냈|지내|지낸|역임|거쳐|거친|거쳤|거치|떠나|떠난|떠났"
    "|퇴사|퇴직|나와|나온|그만|출신|맡|임명|선임|취임|승진|발탁|창업|설립|창립|세웠|세운|세워|차렸|이끌|이끈|연구원|교수|총괄|개발|담당|시작|주도|연구|진행|쌓|시절|직장"
)
_PRONOUN: Final = re.compile("(?:^|(?<=[ ,“]))그녀?(?=[는가도] )")
_THEY: Final = re.compile(
    "(?:^|(?<=[ ,“]))"
    "(?:둘|두 (?:사람|남자|창업자|인물|인재|과학자|엔지니어|청년)|이들(?: (?:두|세) (?:사람|명))?|세 사람)"
    "(?=[은는이도] )"
)
THEY: Final = (-11, -12, -13)
"""The people whom a sentence means by `두 사람`, `이들`: those named together in the sentence before, in order."""
_CLAUSE: Final = re.compile(r"(?:(?<=[고며서뒤후나쳐해와채]),? |, )")
_SUBJECT: Final = re.compile(f"{PERSON}{STYLED}[는은](?= )")
_OTHERS: Final = re.compile(
    f"[{ORG}{PERSON}](?: [가-힣A-Z]{{2,8}})?(?:은|는|이|가|도|측은|측이)(?= )"
    f"|(?<![가-힣])(?!그[는가] |현재는|지금은|이후|당시|최근|요즘)[가-힣]{{2,8}}{NO_NOUN}[은는](?= )"
)
"""Somebody else of whom a clause may speak."""
_OF_NEXT: Final = re.compile(
    rf"[^{PERSON}.은는]{{0,80}}?(?:[한던인온된난선른]|은) (?:[^{PERSON}.,은는]{{0,14}} )?{PERSON}"
)
"""Behind what is said of the person that follows: `인텔을 거쳐 칭펑AI에서 일한 P`."""
_MOST: Final = 5
"""Clauses of one sentence that are read so."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with a person put in; `origin[i]` is the place in the sentence as it stands of its i-th sign."""

    sentence: Tagged
    origin: Sequence[int]
    at: int
    person: int | None
    doubt: str


def left_unsaid(sentence: Tagged, rules: Sequence[Rule]) -> Iterator[Statement]:
    """What the rules find of somebody whom the clause does not name."""
    if ORG not in sentence.text or not _TELLS.search(sentence.text):
        return
    for said in _with_person(sentence):
        for rule in rules:
            if rule.name in OF_HIM and said.doubt != PRONOUN:
                continue
            for one in rule.find(said.sentence):
                if said.doubt == UNSAID and _OTHERS.search(
                    said.sentence.text, said.at + 3, max(said.at + 3, *_firms(one))
                ):
                    continue
                of_next = (
                    said.doubt == UNSAID and said.person is None and _OF_NEXT.match(said.sentence.text, one.span[1])
                )
                if of_next:
                    continue
                if one.roles.get("person") == said.at or rule.name == "founded-with":
                    yield _as_it_stands(one, said)


def _firms(one: Statement) -> list[int]:
    """Where the firms of a statement stand."""
    return [at for role, at in one.roles.items() if role != "person" and at is not None] or [0]


def _with_person(sentence: Tagged) -> Iterator[_Said]:
    """The sentence with a person for its pronoun, or at the beginning of each clause that may lack one."""
    if they := _THEY.search(sentence.text):
        for one in THEY[: 3 if they.group().startswith(("이들", "세")) else 2]:
            yield _put_in(sentence, they.span(), PERSON, one, PLURAL)
        return
    pronoun = _PRONOUN.search(sentence.text)
    named = _SUBJECT.search(sentence.text)
    meant = _meant_here(sentence, pronoun.start()) if pronoun else None
    if pronoun:
        yield _put_in(sentence, pronoun.span(), PERSON, meant, PRONOUN)
    start, doubt = (pronoun.end(), PRONOUN) if pronoun else (named.end(), UNSAID) if named else (0, UNSAID)
    points = [one.end() for one in _CLAUSE.finditer(sentence.text, start)]
    if not pronoun and not named:
        points.insert(0, 0)
    tried = 0
    for i, point in enumerate(points):
        until = points[i + 1] if i + 1 < len(points) else len(sentence.text)
        if _OTHERS.search(sentence.text, start, point):
            return
        if ORG in sentence.text[point:until] and tried < _MOST:
            tried += 1
            yield _put_in(
                sentence, (point, point), f"{PERSON}는 ", meant if pronoun else named.start() if named else None, doubt
            )


def _meant_here(sentence: Tagged, pronoun: int) -> int | None:
    """The one person of the same sentence whom a pronoun means, if one is a subject before it."""
    found = [
        one.start()
        for one in re.finditer(f"{PERSON}(?={STYLED}(?:[은는이가도]| 역시| 또한) )", sentence.text[:pronoun])
    ]
    return found[0] if len(found) == 1 else None


def _put_in(sentence: Tagged, span: tuple[int, int], words: str, person: int | None, doubt: str) -> _Said:
    """The sentence with other words in place of some, the first of which is the sign of a person."""
    start, end = span
    old = range(len(sentence.text))
    origin = [*old[:start], *([start] * len(words)), *old[end:]]
    more = len(words) - (end - start)
    items = {place if place < start else place + more: item for place, item in sentence.items.items()}
    text = sentence.text[:start] + words + sentence.text[end:]
    at = [sentence.at[min(i, len(old) - 1)] for i in origin]
    ends = [sentence.ends[min(i, len(old) - 1)] for i in origin]
    return _Said(Tagged(sentence.passage, text, at, ends, items), origin, start, person, doubt)


def _as_it_stands(one: Statement, said: _Said) -> Statement:
    """A statement with the places of the sentence as it stands."""

    def back(span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        return said.origin[start], max(said.origin[start], said.origin[max(start, end - 1)]) + 1

    roles = {role: None if at is None else said.origin[at] for role, at in one.roles.items()}
    words = {key: back(span) for key, span in one.words.items()}
    if one.roles.get("person") == said.at:
        roles["person"] = said.person
        words.pop("person", None)
    span = one.span
    if said.doubt != PRONOUN and span[0] <= said.at < span[1]:  # nothing of what was put in is quoted
        span = min((start for start, _ in one.words.values() if start > said.at), default=said.at), span[1]
    return replace(
        one,
        roles=roles,
        span=back(span),
        words=words,
        period=None if one.period is None else said.origin[one.period],
        confidence=min(one.confidence, _SURE[said.doubt]),
        doubts=(*one.doubts, said.doubt) if said.person is None or said.person < 0 else one.doubts,
    )
