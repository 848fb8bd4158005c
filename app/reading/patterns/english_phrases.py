"""Phrases that the English rules share: who acts, lists, asides, and what makes a sentence no statement."""

import re
from typing import Final

from app.reading.tagged import MONEY, NUMBER, ORG, PERIOD, PERSON, PLACE, PRODUCT, Tagged
from app.vocabulary import OrganizationKind

NO_NAME: Final = f"[^{ORG}{PERSON}.;]"
"""A sign that is no name and ends no clause."""
POSSESSIVE: Final = r"(?:['’]?s|['’])?"
"""The ending of an owner; the apostrophe beside a name is gone by then."""
_STOP: Final = (
    r"who|whom|which|that|has|have|had|is|are|was|were|will|would|said|say|says|but|its|it|they|he|she|while|when|where"
    r"|led|leads|raised|plans|after|before|than|not|formerly|previously|known|spokes\w+|according|sources?"
    r"|people|citing"
    r"|reported|reports|in|at|on|for|to|from|with|by|under|via|as|valued|valuing|rival|rivals|owner|if|whether"
    r"|also|both"
    r"|joined|took|participated|invested|backed|founded|started|brings|putting|boosting|lifting|making|like|unlike"
)
_WORD: Final = rf"(?!(?:{_STOP})(?![\w-]))(?:[“‘]?[A-Za-z][\w’'“”-]*|{PLACE}['’]?s?)"
_KIND: Final = rf"(?:(?!(?:an?|one|whose|another)\b|the {ORG})(?:{_WORD} ){{1,6}})?"
_OWNED: Final = (
    rf"(?:(?: [a-z-]+){{1,6}} {PERSON}['’]?s (?:[a-z-]+ ){{0,3}}|"
    r"['’]?s (?:[a-z-]+ ){0,5}|-(?:linked|backed|affiliated|owned|controlled) (?:[a-z-]+ ){0,4}| "
    r"(?:affiliate|unit|arm|parent|owner|operator) )"
)
_TOLD_AT_LENGTH: Final = r", (?:an?|the|one of) [^.;]{2,130}(?=;)"
"""What a list whose items stand between semicolons says of one."""
_ONCE: Final = r"(?:formerly|previously|once|now)(?: known as| called)? "
_BEHIND_ITEM: Final = (
    r"(?:arm|unit|affiliate|subsidiary|platform|division|fund|vehicle) of (?:the )?"
    r"(?:(?!and|or|in|with|by)[a-z][\w-]* ){0,5}"
)
_ITEM: Final = (
    rf"(?:{PRODUCT} (?:owner|maker|parent|operator|developer) )?{ORG}(?:{_OWNED}{ORG})?"
    rf"(?: (?:[A-Z]\w+ )?(?:fund|group|affiliate)s?(?=[,.;]| and ))?"
    rf"(?:, (?:the|an?) (?:[a-z-]+ ){{0,4}}?{_BEHIND_ITEM}{ORG})?"
    rf"(?:,? (?:[—–-] )?(?:the [\w ]{{2,20}})?{_ONCE}{ORG})?"
)
_TOLD_OF: Final = (
    rf"(?:, (?:an?|the|one of) [^.;,{ORG}{PERSON}{MONEY}]{{2,130}}(?=,? and |, as well as |, )|{_TOLD_AT_LENGTH})?"
)
_UNNAMED: Final = rf"(?:(?:{_WORD} ){{1,6}}?(?:funds?|investors?|firms?),? (?:and )?)?"
_NOT_KNOWN: Final = rf"(?:, (?:[A-Z][\w-]*|{PLACE})(?: (?:[A-Z][\w-]*|{PLACE})){{1,4}}(?=,))?"
_AT_WORD: Final = rf"(?:(?<![\w’'-])|(?=[{ORG}{PRODUCT}]))"
LIST: Final = (
    rf"{_AT_WORD}{_UNNAMED}(?:{_WORD} ){{0,7}}?{_ITEM}(?:(?:{_TOLD_OF}{_NOT_KNOWN})(?:[,;] {_KIND}"
    rf"|[,;]? (?:and|as well as|along with|alongside|together with) "
    rf"(?:{_WORD} ){{0,6}}?(?:(?:like|such as|including) (?:{_WORD} ){{0,4}}?)?| & ){_ITEM})*"
)
"""A list of organizations, each with what it is: `Alibaba, carmaker Geely and the Chinese fund Shunwei Capital`."""
PEOPLE: Final = rf"{PERSON}(?:(?:, |,? (?:and|with|alongside|together with) ){PERSON})*"
_SOMEBODY: Final = r"(?:[\w’'-]+ |[DM]rs?\. )"
BY_PEOPLE: Final = (
    rf"by {_SOMEBODY}{{0,4}}?(?:{ORG}(?:['’]?s)?(?:,? and | )){{0,2}}?{_SOMEBODY}{{0,6}}?"
    rf"(?P<person>{PERSON}(?:(?:,[^.;{PERSON}]{{2,70}},)? (?:and|with|alongside) "
    rf"(?:(?:former|fellow|ex|his|her)[- ][^.;,{PERSON}]{{0,40}} )?{PERSON}|, {PERSON})*)"
)
"""By whom something was founded, each with what he is: `by former Google engineer P and P`."""
ASIDE: Final = r"(?:,(?! (?:and|but|while) )[^.;]{2,150}?,| [—–-] [^.;—–]{2,150}? [—–-])"
"""What stands between commas behind a name."""
TARGET: Final = rf"(?:[{ORG}{PRODUCT}]{POSSESSIVE} (?:maker|owner|parent|developer|operator|creator) )?"
"""What a company may be called by before its name: `TikTok owner`."""
NO_TARGET: Final = (
    r"(?!['’]?s [a-z]|-[a-z]| (?:maker|owner|parent|developer|operator|creator|founder|backed"
    r"|funded|newsletter|podcast|magazine|blog|project|model)s?\b)"
)
"""What may not stand behind the name of a company that something is said of."""
COMPANY: Final = (
    rf"(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir) (?:(?!other|new|latest)(?:[\w’'-]+|{NUMBER}-old) ){{0,5}}?"
    r"(?:company|start-?up|firm|lab|maker|developer|unicorn|outfit|chipmaker)"
)
IT: Final = rf"(?<![\w’'])(?P<it>[Ii]t|{COMPANY})(?!['’]s)"
"""The company that the sentences before speak of."""
SUBJECT: Final = rf"(?:(?P<subject>{ORG})|{IT})"
_DESCRIBED: Final = (
    r"entrepreneur|engineer|founder|prodigy|executive|scientist|researcher|graduate|native|professor|wunderkind|veteran"
    r"|academic|billionaire|investor|alumnus|expert|pioneer|duo|pair"
)
WHO: Final = (
    rf"(?:(?P<person>{PERSON})|(?<![\w’'])(?P<he>[Hh]e|[Ss]he|The (?:{NUMBER}-old(?: [a-z-]+){{0,2}}"
    rf"|(?:[\w-]+ ){{0,4}}?(?:{_DESCRIBED})))(?= ))"
)
"""Somebody by name, or whom the sentences before speak of: `he`, `the 31-year-old`."""
AUXILIARY: Final = (
    rf"(?:,? (?:has|have|had|also|just|recently|already|since|reportedly|successfully|then|said|says|announced"
    rf"|previously|earlier|initially|first|once|now|so|far|again|together|collectively|jointly|in total"
    rf"|confirmed"
    rf"|on|in|it|that|this|last|week|month|year|today|{PERIOD}|{NUMBER}|ago|early|late|[A-Z][a-z]+day)){{0,10}},?"
)
ROUND: Final = (
    r"(?:rounds?|funding|financing|investments?|fundraising|capital|Series|backing|injection|venture|investors)"
)
_COMMON_WHO: Final = re.compile(
    r"\b(?:in|of|for|by|with|at|to|from|behind|than|against|and|or|into|both) (?:[a-z-]+ ){0,3}$"
)
_PLANNED: Final = re.compile(
    r"\b(?:(?:in|holding|held|starts?|started|begun|resumed) (?:[a-z]+ )?(?:talks|discussions|negotiations)"
    r"|consider(?:s|ed|ing)|weigh(?:s|ed|ing)|mull(?:s|ed|ing)|plan(?:s|ned|ning)?\b(?! said)|aim(?:s|ed|ing)? "
    r"(?:to|for)"
    r"|seek(?:s|ing)?|sought|hop(?:es|ed|ing) to|could|may|might|would|should|will|whether|intend(?:s|ed)?|looking to"
    r"|(?:is|are|was|were) (?:set|said|likely|poised|ready|due|in line) to|expect(?:s|ed)? to|want(?:s|ed)? to"
    r"|try(?:ing)? to|tried to|rumou?r(?:s|ed)?|den(?:y|ies|ied)|declin(?:e|es|ed)|refus\w+|reject\w+|fail(?:s|ed) to"
    r"|not|never|no longer|no|without|nor|propos\w+|prepar\w+|near(?:s|ing)|close to|about to|on track|discuss\w*"
    r"|potential(?:ly)?|possibl[ey]|speculat\w+|agreed to|to be|[Ii]f|[Uu]nless|suppose\w*|instead of|attempt\w*"
    r"|ponder\w*"
    r"|eye(?:s|ing)|explor(?:es|ing)|pledg\w+|promis\w+|commit\w*|offer(?:s|ed)|target(?:s|ing)|call(?:s|ed) for)\b"
    r"|n['’]t\b|\b(?:to|of) (?:raise|invest|found|join|hire|set up|launch|secure|lead|back|value)\b"
)
_FORESEEN: Final = re.compile(
    r"\b(?:(?:is|are|was|were) )?(?:expect(?:s|ed)?|project(?:s|ed)|forecast(?:s|ed)?) (?:to|of|that)?"
)
_UNTRUE: Final = re.compile(
    r"\b(?:untrue|false|not true|inaccurate|unfounded|den(?:y|ies|ied)|no plans?|fell through|collapsed|called off"
    r"|scrapped|baseless|not correct|incorrect|wrong|dismissed|did not)\b"
)
_CLAUSE: Final = re.compile(
    r"[;:?!“”\"]|\.(?= )| but |, (?:while|although|though|whereas) | [—–] |, and (?=\w+ (?:has|have)\b)"
)
_BEFORE: Final = 110
_BEHIND: Final = 60


def is_said(sentence: Tagged, start: int, end: int, *, foreseen: bool = False) -> bool:
    """Whether what stands here is said to be so: not denied, planned, asked for or rumoured.

    What stands before it in its clause decides, and a denial behind it. `foreseen`: what is expected counts too.
    """
    text = sentence.text
    first = max(0, start - _BEFORE)
    for cut in _CLAUSE.finditer(text, first, start):
        first = cut.end()
    before = text[first:end]
    if foreseen:
        before = _FORESEEN.sub(" ", before)
    behind = text[end : end + _BEHIND]
    if stop := re.search(r"[.;]|, but ", behind):
        behind = behind[: stop.start()]
    asks = text[end : text.find(".", end) if text.find(".", end) > 0 else len(text)].rstrip('”’" ').endswith("?")
    return not _PLANNED.search(before) and not _UNTRUE.search(behind) and not asks


def is_subject(sentence: Tagged, at: int) -> bool:
    """Whether a name is what its clause speaks of, rather than the end of a longer phrase: `investors in O raised`."""
    return not _COMMON_WHO.search(sentence.text[max(0, at - 50) : at])


def whose(sentence: Tagged, found: re.Match[str]) -> int | bool | None:
    """The place of a rule's subject; None for a pronoun that means one of another sentence; False if it is none."""
    place = found.start("subject")
    if place < 0:
        if not is_subject(sentence, found.start("it")):
            return False
        named = firms(sentence, 0, max(0, found.start("it")))
        return (named[0] if len(named) == 1 and is_subject(sentence, named[0]) else False) if named else None
    return place if is_subject(sentence, place) else False


_FORMER_NAME: Final = re.compile(rf"(?:{_ONCE}|{_BEHIND_ITEM})$")


def listed(found: re.Match[str], role: str) -> list[int]:
    """The places of what a list holds, without those that only say whose it is: `Alibaba's Ant Group`."""
    start, end = found.span(role)
    text = found.string
    told = [at for one in re.finditer(_TOLD_AT_LENGTH, text[start:end]) for at in range(*one.span())]
    return [
        i
        for i in range(start, max(start, end))
        if text[i] in ORG + PERSON
        and i - start not in told
        and not re.match(
            r"['’]?s [a-z]|['’]?s \uE001| (?:affiliate|unit|subsidiary|arm|parent|owner|operator)\b|-[a-z]"
            rf"|(?: [a-z-]+){{1,6}} {PERSON}['’]?s ",
            text[i + 1 :],
        )
        and not _FORMER_NAME.search(text, max(0, i - 60), i)
        and not (ORG in text[start:i] and re.search(r"\bof (?:the )?$", text[start:i]))
    ]


_BEHIND_IT: Final = re.compile(rf"[^.;,{ORG}{PERSON}{MONEY}]{{0,24}}? (?:in |during |back in )?(?P<period>{PERIOD})")
_IN_FRONT: Final = re.compile(rf"(?:(?:Back i|I)n )?(?P<period>{PERIOD}),? ")


def when(sentence: Tagged, end: int) -> int | None:
    """The period that belongs to what ends here: right behind it, or in front of the sentence; no single day."""
    for found in (_BEHIND_IT.match(sentence.text, end), _IN_FRONT.match(sentence.text)):
        if found:
            span = sentence.period(found.start("period")).period
            if span.start != span.end:
                return found.start("period")
    return None


_BESIDE: Final = re.compile(
    r"\b(?:[Uu]nlike|[Ll]ike|to|with|by|from|told|of|than|for|and|after|before|at) (?:[\w-]+ ){0,3}$"
)


def whom(sentence: Tagged, found: re.Match[str]) -> list[int | None]:
    """The place of `WHO`: None for `he` where the sentence names nobody before; nobody where it names several."""
    if found["person"]:
        return [found.start("person")]
    before = list(sentence.places(PERSON, 0, found.start("he")))
    if not before:
        return [None]
    same = {sentence.mention(at).name for at in before}
    one = len(same) == 1 and not _BESIDE.search(sentence.text[: before[0]])
    return [before[0]] if one else []


def is_long_ago(sentence: Tagged, end: int) -> bool:
    """Whether a year stands behind what ends here, or how long ago it was: `in 2020`, but not `last month`."""
    found = re.match(rf"[^.;,{ORG}{PERSON}{PERIOD}]{{0,12}}(?P<period>{PERIOD})", sentence.text[end : end + 14])
    words = sentence.period(end + found.start("period")).as_written if found else ""
    return bool(re.search(r"(?:19|20)[0-9]{2}|\bago\b|last year", words))


def firms(sentence: Tagged, start: int, end: int) -> list[int]:
    """The places of the organizations in a piece of a sentence that are no publishers."""
    return [at for at in sentence.places(ORG, start, end) if sentence.mention(at).kind != OrganizationKind.PUBLISHER]


_QUOTED: Final = 60


def short_enough(sentence: Tagged, *spans: tuple[int, int]) -> tuple[int, int]:
    """The first of some spans that is short enough to be quoted, else the last."""
    lengths = [last - first for first, last in (sentence.span(*span) for span in spans)]
    return next((span for span, length in zip(spans, lengths, strict=True) if length <= _QUOTED), spans[-1])
