"""Names that an English text introduces itself: a capitalised phrase, and beside it what says what it names.

Each rule asks for evidence in the text; a capitalised phrase without any is no name.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from app.names.persons import SURNAMES
from app.reading.fitness import letters_of
from app.reading.introduced import Introduction
from app.reading.mentions import IN_FULL
from app.reading.persons_english import (
    is_given_and_surname,
    is_pinyin_given_first,
    is_pinyin_name,
    is_said_of_people,
)
from app.reading.words_english import (
    BRANDS,
    GENERIC,
    NOT_NAMES,
    ORGANIZATION_NOUNS,
    PLACES,
    SCHOOL,
    SUFFIXES,
    TITLE,
)
from app.vocabulary import EntityType, OrganizationKind, ProductKind

_CAPITAL: Final = (
    r"(?:[0-9]{1,2}\.AI|[a-z]{1,2}[A-Z][A-Za-z]+|[A-Z][a-z]+['’][aoe][a-z]{0,4}\b"
    r"|[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*|-[a-z]{2,3}(?= [A-Z])"
    r"|\.(?:com|ai|AI)\b|&[A-Z][A-Za-z]*)*(?:\+\+)?)"
)
_RUN = re.compile(
    rf"(?:(?<![\w@.-])|(?<=[Ee]x-))(?!Ex-)(?:[A-Z][a-z]+ & [A-Z][a-z]+(?: {_CAPITAL}){{0,3}}|{_CAPITAL}(?: "
    rf"{_CAPITAL}){{0,6}})"
)
_NOUN: Final = "|".join(sorted(ORGANIZATION_NOUNS, key=len, reverse=True))
_NOUN_BEFORE = re.compile(rf"(?<![\w-])(?:[a-z]+-)?(?P<noun>{_NOUN})(?:,? (?:called|named|dubbed|known as))? [“\"‘']?$")
_NOUN_AND_COMMA = re.compile(
    rf"\b(?:[Aa]nother|[Aa]n?|(?:his|her|their|its) own)(?: [\w-]+){{0,4}} (?P<noun>{_NOUN}), $"
)
_BASED_BEFORE = re.compile(r"[A-Z][a-z]+-(?:based|headquartered) $")
_NO_HEAD: Final = r"(?!(?:of|at|for|in|with|who|that|which|behind|from|by|on|to|and|whose)\b)"
_APPOSITION = re.compile(
    rf",? (?:—|–|\()? ?(?:a|an|the|another|one of [^,.;]{{2,60}}?|[A-Z][a-z]+['’]s)"
    rf"(?: {_NO_HEAD}[\w'’“”-]+){{0,7}}? (?P<noun>{_NOUN})s?(?=[,.)]| —| –| (?:of|that|which|founded|based|backed|in"
    r"|behind|with|and|specialis|specializ|building|known|whose|from|to|set|launched|started|focus"
    r"|under|at|within|for|by|now|run|owned|controlled|led|headed|operated|listed|valued|making|developing|working"
    r"|offering|providing|spun|established|created|who|where|formerly))"
)
_COMPANY_BEHIND = re.compile(
    r"(?:['’]s?)? (?:founder|co-?founder|chief executive|CEO|chairman)s?\b"
    r"|['’]s (?:[a-z-]+ ){0,3}(?:valuation|revenue|investors|backers|funding|round|shareholders|app|model|chatbot)\b"
    r"|, (?:which was )?(?:founded|established|set up|launched) in\b"
    r"|(?: has| have| had)?(?: also| just| recently| reportedly)? (?:raised|raises|secured|closed a|employs|(?:was|is)"
    r"(?: last| now| currently| also)? (?:founded|co-founded|set up|established|valued|backed))"
)
_COMPANY_BEFORE = re.compile(
    r"(?:(?<!\bwho )(?:founded|set up|co-?founders? (?:and [A-Z]{3} )?of|founders? (?:and [A-Z]{3} )?of|CEO of"
    r"|chief executive of"
    r"|backed by|participation from|investors (?:including|include|such as)|stake in|invested in|valued|values|valuing"
    r"|round (?:in|for)|-backed|shareholders? of)) $"
)
_PERSON_BEFORE = re.compile(
    rf"(?:\b(?:{TITLE}|founder|co-?founder|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Professor|Prof\.?)(?: and (?:CEO|CTO|{TITLE}))?,?"
    r"|(?:founded|set up|started|established|created) by|[”\"] (?:said|says)|\bhired|\bpoached|\bappointed|\bpromoted"
    r"|\bsucceeded by) $"
)
_PERSON_BEHIND = re.compile(
    rf", (?:the |its |a |an |who )?(?:former |co-?founder|founder|(?:[a-z-]+ ){{0,3}}{TITLE}\b)"
    r"|, who (?:joined|left|founded|co-founded|previously|formerly|used to|worked|headed|served|studied)\b"
    r"|, an? (?:[a-z-]+ ){0,4}(?:veteran|graduate|expert|specialist|entrepreneur)\b"
)
_PRODUCT: Final = "model|chatbot|app|assistant|robot|humanoid|agent|LLM|algorithm|chip|browser|game"
_PRODUCT_BEFORE = re.compile(rf"(?:{_PRODUCT})(?:,? (?:called|named|dubbed|known as))? [“\"‘']?$")
_PRODUCT_BEHIND = re.compile(
    rf"[”\"’']? (?:[a-z-]+ ){{0,2}}(?:{_PRODUCT})s?\b(?!-)"
    r"|^ (?:studio|maker|developer|owner|parent|creator|operator) (?=[A-Z])"
)
_TITLE_IN_RUN = re.compile(
    r" (?=(?:CEO|CTO|COO|CFO|CSO|President|Chairman|Chief|Vice|Founder|Co-founder|Mr|Ms|Dr|Professor)\b)"
)
_GLOSS = re.compile(
    r" ?[(（](?:(?:hereinafter |also |better )?(?:referred to as|known as|called|formerly|or|aka) )?"
    r"[“\"‘']?(?P<inside>[一-鿿가-힣A-Z][^()（）\n]{1,40})[)）]"
)
_OTHER_SCRIPT = re.compile(r"[一-鿿가-힣]{2,12}")
_OF_SCIENCES = re.compile(
    r"(?<![\w-])(?:[A-Z]\w+ ){0,3}(?P<noun>Academy|Institute|University|Laboratory|College) of [A-Z]\w+"
    r"(?:,? (?:and |of |for )?(?!President|Professor|Dean|Director|Vice)[A-Z]\w+){0,6}"
)
_AND_SOMEBODY: Final = re.compile(r",? and (?P<name>\w+ \w+)$")
_JOINT = re.compile(
    r"(?:,|,? and|,? as well as| &)(?: (?!(?:who|which|that|has|have|had|is|was|were|will|said|at|to|in|for|from"
    r"|by|with|his|her"
    r"|its|it|they|he|she|led|raised|joined|left|but|while|when|formerly|previously|of"
    r"|including)\b)[a-z][a-z'’-]*){0,4} "
)
_OF_INVESTORS = re.compile(
    r"invest|backe|backing|led by|participat|joined|funding|shareholder|round|raise", re.IGNORECASE
)
_NOBODY: Final = PLACES | NOT_NAMES | GENERIC
_FIRST_WORDS: Final = "Source Legend Future General National Global Digital Smart Open Tiger Matrix Light Intel"
_OF_CAREERS = re.compile(
    r"\b(?:formerly|previously|worked|working|served|stints?|alumni|veterans?|experience|positions?|roles?|engineers?"
    r"|researchers?|executives?)\b"
)
_LONGEST_RUN: Final = 7
_FORMS: Final = frozenset({"Co", "Inc", "Ltd", "Corp"})
"""What stands behind the name of a firm without being part of it."""
_IN_FULL_FORM: Final = re.compile(r"(?: Co\.?,? Ltd\.?| Co\.?| Inc\.?| Ltd\.?| Corp\.?)")
_IN_FORM: Final = re.compile(r",? (?:Co|Inc|Ltd|Corp)\b")
_FEW: Final = 2
_LONG_ENOUGH: Final = 4
_WINDOW: Final = 80


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A capitalised phrase without the words at its ends that are no part of a name."""

    name: str
    start: int
    end: int


def is_english(text: str) -> bool:
    """Whether a text is mostly in Latin letters, and in English ones."""
    letters, latin = letters_of(text)
    return latin > 2.5 * (letters - latin) and bool(re.search(r"\b(?:the|and|of|said|is)\b", text))


def english_introductions(text: str, known: Mapping[str, object]) -> Iterator[Introduction]:
    """Every name that an English text introduces, in no order; one may be introduced more than once.

    'robot maker Qingliu Robotics has' → Qingliu Robotics, an organization also called Qingliu
    'founded by Liang Wenfeng' → Liang Wenfeng, a person
    'Big Tech' → nothing
    """
    phrases = list(_phrases(text, known))
    found: dict[str, Introduction] = {}
    for phrase in phrases:
        for one in _introduced(text, phrase, known):
            found.setdefault(one.name, one)
        if phrase.name in known and phrase.name.rpartition(" ")[2] in SUFFIXES:
            kind = getattr(known[phrase.name], "kind", None) or OrganizationKind.COMPANY
            found.setdefault(phrase.name, _organization(phrase.name, phrase.start, kind))
    found |= {one.name: one for one in _in_other_case(phrases, known)}
    for one in _of_sciences(text, known):
        found.setdefault(one.name, one)
    for one in _in_lists(text, phrases, {**dict.fromkeys(known), **found}, found):
        found.setdefault(one.name, one)
    for name in BRANDS:
        if place := re.search(rf"(?<![\w-]){name}(?!\w)", text):
            found.setdefault(name, _organization(name, place.start(), OrganizationKind.COMPANY))
    for one in found.values():
        yield _with_aliases(text, one, known)


def _of_sciences(text: str, known: Container[str]) -> Iterator[Introduction]:
    """Schools and academies whose names say of what they are: `University of Science and Technology of China`."""
    for found in _OF_SCIENCES.finditer(text):
        whole = found.group()
        if (behind := _AND_SOMEBODY.search(whole)) and is_pinyin_name(behind["name"].split(" ")):
            whole = whole[: behind.start()]
        words = whole.split(" ")
        while words[0] in NOT_NAMES and " ".join(words) not in known:
            words.pop(0)
        name = " ".join(words)
        if name not in known and " " in name:
            kind = OrganizationKind.UNIVERSITY if "Institute of Technology" in name else SUFFIXES[found["noun"]]
            yield _organization(name, found.start() + len(whole) - len(name), kind)


def _in_other_case(phrases: Sequence[_Phrase], known: Mapping[str, object]) -> Iterator[Introduction]:
    """Known names of firms that a text spells with other capitals: `GALBOT`, `AgiBot`."""
    folded = {name.casefold(): name for name in known if len(name) > _LONG_ENOUGH and name.isascii()}
    for phrase in phrases:
        name = folded.get(phrase.name.casefold())
        kind = getattr(known.get(name or ""), "kind", None)
        if name and kind and phrase.name not in known:
            end = phrase.start + len(phrase.name)
            yield Introduction(phrase.name, phrase.start, end, EntityType.ORGANIZATION, kind, (name,))


def _phrases(text: str, known: Container[str]) -> Iterator[_Phrase]:
    """The capitalised phrases, cut at titles and without words that are no names at their beginning and end."""
    for at, run in _runs(text, known):
        end = at + len(run)
        for piece in _TITLE_IN_RUN.split(run):
            start = at + text[at:end].find(piece) if piece else at
            at = start + len(piece)  # noqa: PLW2901 - the next piece stands behind this one
            words = piece.split(" ")
            while words and words[0] in NOT_NAMES and not is_pinyin_name(words[:_FEW]):
                start += len(words.pop(0)) + 1
            while len(words) > 1 and words[-1] in _FORMS:
                words.pop()
            while words and words[-1] in NOT_NAMES and words[-1] not in SUFFIXES and not is_pinyin_name(words[-_FEW:]):
                words.pop()
            name = " ".join(words)
            if len(name) > 1 and len(words) <= _LONGEST_RUN and not all(word in _NOBODY for word in words):
                yield _Phrase(name, start, start + len(name))


def _runs(text: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """Every run of capitalised words; `A & B` is one, unless either is a name of its own."""
    at = 0
    while run := _RUN.search(text, at):
        pair = run.group().split(" & ")
        two = len(pair) > 1 and (pair[0] in known or pair[1].split(" ")[0] in known)
        found = pair[0] if two else run.group()
        yield run.start(), found
        at = run.start() + len(found)


def _introduced(text: str, phrase: _Phrase, known: Mapping[str, object]) -> Iterator[Introduction]:
    """What the evidence beside a phrase says that it names."""
    if phrase.name in known or IN_FULL.sub("", phrase.name) in known or phrase.name.removesuffix(" AI") in known:
        return
    words = phrase.name.split(" ")
    if re.search(SCHOOL, text[max(0, phrase.start - _WINDOW) : phrase.start]):
        return
    beside = text[max(0, phrase.start - _WINDOW) : phrase.start], text[phrase.end : phrase.end + _WINDOW]
    if is_given_and_surname(words) or (is_pinyin_given_first(words) and is_said_of_people(*beside)):
        yield Introduction(phrase.name, phrase.start, phrase.end, EntityType.PERSON, None)
        return
    for i in range(len(words) - 1):
        offset = len(" ".join(words[:i])) + (i > 0)
        if is_pinyin_name(words[i : i + 2]) and (len(words) == _FEW or words[i + 2 :] == []):
            name = " ".join(words[i : i + 2])
            start = phrase.start + offset
            yield Introduction(name, start, start + len(name), EntityType.PERSON, None)
            return
    if one := _named(text, phrase, words, known):
        yield one


def _named(text: str, phrase: _Phrase, words: Sequence[str], known: Container[str]) -> Introduction | None:  # noqa: PLR0911 - what each kind of evidence says, in order
    before, after = text[max(0, phrase.start - _WINDOW) : phrase.start], text[phrase.end : phrase.end + 2 * _WINDOW]
    kind = SUFFIXES.get(words[-1]) if not after.startswith(" of ") else None
    named = not all(word in _NOBODY for word in words[:-1]) or (
        kind in {OrganizationKind.LABORATORY, OrganizationKind.UNIVERSITY} and words[0] in PLACES and len(words) > _FEW
    )
    if kind and len(words) > 1 and words[-2] not in NOT_NAMES and named:
        return _organization(phrase.name, phrase.start, kind)
    if len(words) > 1 and words[-1] in PLACES and " ".join(words[:-1]) in known:
        return _organization(phrase.name, phrase.start, OrganizationKind.COMPANY)
    if " ".join(words[:1]) in known or " ".join(words[:2]) in known:
        return None
    noun = _NOUN_BEFORE.search(before) or (_NOUN_AND_COMMA.search(before) if after[:1] in {",", "."} else None)
    full = _FEW <= len(words) <= _FEW + 1 and all(
        re.fullmatch(r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?", one) for one in words
    )
    full = full and not any(word in _NOBODY for word in words)
    if full and not noun and (_PERSON_BEFORE.search(before) or _PERSON_BEHIND.match(after)):
        return Introduction(phrase.name, phrase.start, phrase.end, EntityType.PERSON, None)
    if after.startswith(" of ") or (words[0] in PLACES and len(words) == 1):
        return None
    if _PRODUCT_BEFORE.search(before) or _PRODUCT_BEHIND.match(after):
        return Introduction(phrase.name, phrase.start, phrase.end, EntityType.PRODUCT, ProductKind.SERVICE)
    if noun:
        return _organization(phrase.name, phrase.start, ORGANIZATION_NOUNS[noun["noun"]])
    if apposition := _APPOSITION.match(after):
        return _organization(phrase.name, phrase.start, ORGANIZATION_NOUNS[apposition["noun"]])
    if (
        _IN_FORM.match(after)
        or _BASED_BEFORE.search(before)
        or _COMPANY_BEHIND.match(after)
        or _COMPANY_BEFORE.search(before)
    ):
        return _organization(phrase.name, phrase.start, OrganizationKind.COMPANY)
    return None


def _organization(name: str, start: int, kind: str) -> Introduction:
    return Introduction(name, start, start + len(name), EntityType.ORGANIZATION, kind)


def _in_lists(
    text: str, phrases: Sequence[_Phrase], named: Container[str], found: Mapping[str, Introduction]
) -> Iterator[Introduction]:
    """What stands in a list of investors beside organizations: `led by Nanling Capital, Antler and Temasek`."""
    chain: list[_Phrase] = []
    for phrase in [*phrases, _Phrase("", len(text), len(text))]:
        if chain and _JOINT.fullmatch(text[chain[-1].end : phrase.start]):
            chain.append(phrase)
            continue
        before = text[max(0, chain[0].start - _WINDOW) : chain[0].start] if chain else ""
        least = 1 if _OF_INVESTORS.search(before) else _FEW if _OF_CAREERS.search(before) else 0
        if len(chain) > 1 and least:
            known = [
                one for one in chain
                if one.name in named and (one.name not in found or found[one.name].type is EntityType.ORGANIZATION)
            ]  # fmt: skip
            for one in chain if len(known) >= least else []:
                words = one.name.split(" ")
                fresh = one.name not in named and IN_FULL.sub("", one.name) not in named
                if fresh and not any(word in PLACES for word in words[:1]):
                    yield _organization(one.name, one.start, OrganizationKind.COMPANY)
        chain = [phrase]


def _with_aliases(text: str, one: Introduction, known: Mapping[str, object]) -> Introduction:
    """A name with its other names: what stands in brackets behind it, and its first word where that stands alone."""
    aliases: list[str] = []
    form = _IN_FULL_FORM.match(text, one.end)
    gloss = _GLOSS.match(text, form.end() if form else one.end)
    if gloss:
        parts = [part.strip(" ”\"’'") for part in re.split(r"[,;/]", gloss["inside"])]
        is_name = [
            bool(_OTHER_SCRIPT.fullmatch(part))
            or (
                one.type is EntityType.ORGANIZATION
                and bool(_RUN.fullmatch(part))
                and len(part) > _FEW
                and not part.isupper()
            )
            for part in parts
        ]
        aliases += [
            part for part, named in zip(parts, is_name, strict=True) if named and part not in NOT_NAMES | PLACES
        ]
        gloss = gloss if all(is_name) else None
    words = one.name.split(" ")
    is_firm = one.type is EntityType.ORGANIZATION and one.name not in known
    if is_firm and words[-1] in SUFFIXES and one.kind != OrganizationKind.LABORATORY:
        heads = [" ".join(words[:cut]) for cut in range(1, len(words))]
        aliases += [head for head in heads if getattr(known.get(head), "kind", None) == OrganizationKind.STARTUP]
    if one.kind == OrganizationKind.FUND and one.name in known and len(words) > _FEW:
        rest_alone = rf"(?<![\w-]){re.escape(words[0])}(?![\w-]| [A-Z])"
        common = len(words[0]) < _LONG_ENOUGH or words[0] in _NOBODY | known_words() or words[0] in known
        aliases += [words[0]] if not common and re.search(rest_alone, text) else []
    first, _, rest = one.name.partition(" ")
    if one.type is EntityType.ORGANIZATION and rest in SUFFIXES and SUFFIXES[rest] != OrganizationKind.UNIVERSITY:
        plain = len(first) >= _LONG_ENOUGH and first not in _NOBODY | known_words() and first not in known
        alone = re.search(rf"(?<![\w-]){re.escape(first)}(?![\w-]| {re.escape(rest)}\b| [A-Z])", text)
        if plain and alone and first.lower() not in SURNAMES:
            aliases.append(first)
    return replace(one, aliases=tuple(dict.fromkeys(aliases)), gloss_end=gloss.end() if gloss else None)


@cache
def known_words() -> frozenset[str]:
    """First words of firms that are words of English too: they stand for the firm only in full."""
    return frozenset(_FIRST_WORDS.split())
