"""What a text has spoken of so far: the company, the person, the round, the group and the speaker of late."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.reading.mentions import Mention
from app.reading.patterns.employment import STYLED
from app.reading.patterns.rules import Statement
from app.reading.protagonist import NO_NOUN, protagonist_of
from app.reading.story import Story
from app.reading.tagged import NUMBER, ORG, PERIOD, PERSON, Tagged
from app.reading.topics_english import is_about_a_stranger, main_company, person_of, topic_of
from app.reading.unsaid import THEY, UNSAID
from app.vocabulary import EntityType, FactType, Metric, OrganizationKind

_TOPIC: Final = re.compile(
    rf"(?P<who>{ORG})(?: (?:직원|임직원|측|창업자|실적|매출|점유율|주가|몸값|이름|시가총액|시총))?"
    r"(?:은|는|이|가|도)(?![가-힣])"
    rf"|^(?:[^ ]{{0,12}} ){{0,5}}?(?P<owner>{ORG})의 (?![^ ]{{1,6}} ?(?:부문|자회사|산하|계열))"
)
_NO_STRANGERS: Final = """
회사 기업 업체 스타트업 매출 매출액 유치 모금 조달 공모 상장 하 되 있 없 받 끄 드
가치 몸값 이익 투자금 금액 규모 자금 펀딩 라운드 투자 상반기 하반기 차지만 올해
지난해 이번 지금 최근 소식통 외신 보도 에 서 로 터 지 과 와 들
"""
_STRANGER: Final = re.compile(
    r"(?<![가-힣A-Za-z])(?!(?:이|그|동|해당|두) )(?!그[은는가이]|그들|이들|이는|이가|당시)[가-힣A-Za-z0-9]{2,}"
    + "".join(f"(?<!{word})" for word in _NO_STRANGERS.split())
    + rf"{NO_NOUN}(?:은|는|이|가) |{NUMBER}(?:은|는|이|가) "
    r"|(?<![가-힣A-Za-z])(?!(?:이|그|동|해당|두|이번|당시) )[가-힣A-Za-z0-9 ]{2,12}(?<!회사)(?<!기업)(?<!업체)"
    r"(?<!라운드)"
    r"(?<![0-9]세)(?<!투자)(?<!펀딩)(?<!유치)(?<!상장)(?<!조달)(?<!공모)(?<!들)(?<!반기)의 "
    rf"(?:{PERIOD} |연간 |최근 |작년 |올 상반기 )?$"
)
"""Somebody whom the sentence speaks of and whose name was not recognized: nothing is carried over then."""
_HOME: Final = re.compile("[가-힣A-Za-z]{2,12}의 $")
"""Where the investor is from of whom the next word speaks: `아랍에미리트의 O가 참여했다`."""
_TITLED: Final = re.compile(f"{PERSON}{STYLED}")
_OF_ITSELF: Final = re.compile(r"(?:밝혔|말했|발표했|강조했|설명했|부인했|반박했|공시|덧붙였)")
_COUNTS: Final = re.compile(r"집계|조사|추적|분석|추산|전망|보도")
_THEY: Final = re.compile("(?:^|[ “])(?:둘|두 사람|이들|세 사람)[은는이도의] ")
_LABEL: Final = re.compile(f"{ORG} ?: ")
"""What an item of a list is about: `유니트리: 라운드에서 7억 위안을 확보했다`."""
_HANGUL: Final = re.compile("[가-힣]")
_BEFORE_LEAVER: Final = re.compile(r"(?:\b[Ee]x-|\b[Ff]ormer )$")
"""What stands before a company that somebody of the headline has left."""
_IT: Final = re.compile(r"\b[Ii]ts?\b|^The (?:[\w-]+ |[^ ]-old ){0,3}(?:start-?up|company|firm)\b|[가-힣]")
OF_A_ROUND: Final = frozenset(
    {
        *("took-part", "led-of-nobody", "led-round", "led-and-followed", "followed", "sums-of-each"),
        *("as-investors", "came-in-as", "by-lead-of", "led-the-investment"),
        *("en-is-an-investor-in", "en-leading-it-was", "en-others-in-the-round", "en-tranche-of"),
        *("who-took-part-is", "en-other-backers", "en-poured-into-it", "en-with-others", "en-co-invested"),
        *("joined-just-now", "joined-round-adnominal", "by-lead-of-them", "then-joined", "invested-together"),
        "and-joined-just-now",
    }
)
"""Rules whose words speak of the round of investment that was told of before."""
_RAISED: Final = re.compile(
    rf"{ORG}(?=(?:은|는|이|가|도) [^{ORG}.]{{0,60}}(?:투자|자금|펀딩|라운드)[^{ORG}.]{{0,24}}(?:유치|조달|확보"
    rf"|마무리|받)(?:했|았|하며))"
)
"""Who raised money, from whomever."""
_JOINS: Final = re.compile(r" [^.]{0,24}(?:참여|주도|출자|합류|동참|이름을 올|이끌)")
"""What those do who put money into another."""
_OF_ROUNDS: Final = frozenset({Metric.FUNDING, Metric.VALUATION})
JUST_TOLD: Final = frozenset({"joined-just-now", "and-joined-just-now", "then-joined"})
"""Rules whose words mean a round only right behind one."""
_TELLERS: Final = frozenset({OrganizationKind.PUBLISHER, OrganizationKind.UNNAMED, OrganizationKind.THINK_TANK})
_ANALYSTS: Final = ("증권", "은행", "자산운용", "리서치")
"""How the names of those end who speak of other firms."""
_FIRMS: Final = frozenset({OrganizationKind.STARTUP, OrganizationKind.COMPANY})
_REACH: Final = 4
"""How many sentences back the company of a sentence may be named."""
_STRANGER_REACH: Final = 2
_COHORT_REACH: Final = 2
_PAIR: Final = 2
_OFTEN: Final = 3
LONG_AGO: Final = -9

Roles = Mapping[str, Mention]


@dataclass(slots=True)
class _Last:
    """What was spoken of last, and in which sentence."""

    what: Mention | None = None
    at: int = LONG_AGO


@dataclass(slots=True)
class Spoken:
    """Follows a text sentence by sentence; `at` is the number of the present one."""

    story: Story
    at: int = 0
    topic: _Last = field(default_factory=_Last)
    event: _Last = field(default_factory=_Last)
    person: _Last = field(default_factory=_Last)
    told_at: int = LONG_AGO
    """The last sentence after which a clause without a subject means the person."""
    speaker: _Last = field(default_factory=_Last)
    paragraph: int = LONG_AGO
    people: Sequence[Mention] = ()
    people_at: int = LONG_AGO
    pair: Sequence[Mention] = ()
    pair_at: int = LONG_AGO
    cohort: tuple[int, int] | None = None
    cohort_years: Sequence[str] = ()
    cohort_at: int = LONG_AGO
    stranger_at: int = LONG_AGO
    investors: set[str] = field(default_factory=set)
    homes: dict[str, Mention] = field(default_factory=dict)
    """By the name of a person the company that it founded or works at."""
    of_main: Sequence[Mention] = ()
    """Where the text names the one company that most of it is about."""
    headline: Mention | None = None
    """The one company that the headline names."""

    def __post_init__(self) -> None:
        main = main_company(self.story)
        self.of_main = [one for one in self.story.mentions if (one.id or one.name) == main]
        first = self.story.passages[0] if self.story.passages else None
        named = [one for one in self.story.mentions if first and one.start < first.end and one.kind in _FIRMS]
        of_late = named and not _BEFORE_LEAVER.search(self.story.text[: named[0].start])
        if of_late and len({one.id or one.name for one in named}) == 1:
            self.headline = named[0]

    def whom(self, statement: Statement, role: str, sentence: Tagged) -> Mention | None:
        """Whom a sentence means that names nobody for a role; nobody if it may be a stranger."""
        if role in {"subject", "startup"} and _LABEL.match(sentence.text):
            return sentence.mention(0)
        return self._told_before(statement, role, sentence)

    def _told_before(self, statement: Statement, role: str, sentence: Tagged) -> Mention | None:
        """Whom a sentence means by what those before it told."""
        begin = min(statement.span[0], *(start for start, _ in statement.words.values()), len(sentence.text))
        before = _TITLED.sub(PERSON, sentence.text[:begin])
        if _STRANGER.search(_HOME.sub("", before) if statement.type is FactType.INVESTMENT else before):
            return None
        if role == "person":
            is_told = UNSAID not in statement.doubts or self.at - self.told_at == 1
            return self._recent(self.person) if is_told else None
        if role == "investor":
            return self.topic.what if self.at - self.topic.at <= 1 else None
        goes_on = statement.rule in OF_A_ROUND or self.topic.at <= self.event.at
        if statement.type is FactType.INVESTMENT and goes_on and (event := self._recent(self.event)):
            return event if statement.rule not in JUST_TOLD or self.at - self.event.at <= 1 else None
        too_far = statement.rule in JUST_TOLD and self.at - self.event.at > 1
        if too_far or self.at - self.stranger_at <= _STRANGER_REACH:
            return None
        return (
            self._home(statement, sentence)
            or self._main(statement, sentence)
            or self._recent(self.topic)
            or (self.headline if self.at else None)
            or self._only(sentence)
        )

    def one_of_two(self, place: int) -> Mention | None:
        """One of the two companies, or of the people, that the sentence before named, by its negative place."""
        if place in THEY:
            number = THEY.index(place)
            return self.people[number] if self.at - self.people_at == 1 and number < len(self.people) else None
        return self.pair[-place - 1] if self.at - self.pair_at == 1 and len(self.pair) == _PAIR else None

    def group(self) -> tuple[tuple[int, int] | None, Sequence[str]]:
        """The group of the sentences just before, and the years they give it."""
        near = self.at - self.cohort_at <= _COHORT_REACH
        return (self.cohort, self.cohort_years) if near else (None, ())

    def speaker_of_before(self, sentence: Tagged) -> Mention | None:
        """Who spoke in the sentence before, if that is in the same paragraph."""
        near = self.at - self.speaker.at == 1 and sentence.passage.paragraph == self.paragraph
        return self.speaker.what if near else None

    def _home(self, statement: Statement, sentence: Tagged) -> Mention | None:
        """The company that somebody founded or works at, as far as the text has said."""
        at = statement.roles.get("person") if statement.type is FactType.EMPLOYMENT else None
        return self.homes.get(sentence.mention(at).name) if at is not None and at >= 0 else None

    def _recent(self, last: _Last) -> Mention | None:
        return last.what if self.at - last.at <= _REACH else None

    def _main(self, statement: Statement, sentence: Tagged) -> Mention | None:
        """The company that most of an English text is about, if the sentences just before name it.

        `Revenue rose` and `the round` mean it, whatever other company had a sentence in between.
        """
        if _IT.search(sentence.text):
            return None
        first = self.story.passages[max(0, self.at - _REACH)].start if self.story.passages else 0
        found = self._main_before(sentence)
        if found is None or found.start < first:
            return None
        others = {sentence.mention(at).name for at in statement.roles.values() if at is not None and at >= 0}
        return found if found.name not in others else None

    def _is_main(self, mention: Mention) -> bool:
        return bool(self.of_main) and (mention.id or mention.name) == (self.of_main[0].id or self.of_main[0].name)

    def _main_before(self, sentence: Tagged) -> Mention | None:
        """The last time that the company that most of a text is about is named before a sentence."""
        place = bisect_left(self.of_main, sentence.passage.start, key=lambda one: one.start)
        return self.of_main[place - 1] if place else None

    def _only(self, sentence: Tagged) -> Mention | None:
        """The company that nearly all of a text is about, in a Korean sentence that names none of its kind."""
        if not _HANGUL.search(sentence.text):
            return None
        found = self._main_before(sentence)
        is_firm = found is not None and found.kind in {None, *_FIRMS}
        return found if is_firm and len(self.of_main) >= _OFTEN else None

    def remember(self, sentence: Tagged, stated: Iterable[tuple[Statement, Roles]], speaker: int | None) -> None:
        """Take up what a sentence speaks of and states."""
        stated = list(stated)
        self._take_topic(sentence, stated, speaker)
        self._take_english(sentence, speaker)
        self._take_person(sentence)
        self._take_pair(sentence)
        if found := _RAISED.search(sentence.text):
            self.event = _Last(sentence.mention(found.start()), self.at)
        for statement, roles in stated:
            self._take_statement(statement, roles)
        if speaker is not None:
            self.speaker, self.paragraph = _Last(sentence.mention(speaker), self.at), sentence.passage.paragraph

    def remember_group(self, span: tuple[int, int], years: Sequence[str]) -> None:
        """Take up the group that a sentence counts or describes."""
        self.cohort, self.cohort_years, self.cohort_at = span, years, self.at

    def _take_topic(self, sentence: Tagged, stated: Sequence[tuple[Statement, Roles]], speaker: int | None) -> None:
        investors = {roles["investor"].start for one, roles in stated if one.type is FactType.INVESTMENT}
        tells_of_itself = _OF_ITSELF.search(sentence.text) and not _COUNTS.search(sentence.text)
        topics: list[tuple[int, int]] = []
        for found in _TOPIC.finditer(sentence.text):
            at = found.start("who") if found["who"] else found.start("owner")
            mention = sentence.mention(at)
            is_teller = mention.kind in {*_TELLERS, OrganizationKind.FUND} or mention.name.endswith(_ANALYSTS)
            joins = found.group()[-1] in "이가도" and _JOINS.match(sentence.text, found.end())
            is_teller |= bool(found["owner"]) and mention.kind == OrganizationKind.UNIVERSITY
            if (at != speaker or tells_of_itself) and not (is_teller or joins) and mention.start not in investors:
                topics.append((0 if found.group()[-1] in "은는" else 1 if found["owner"] else 2, at))
        if topics:
            self.topic = _Last(sentence.mention(min(topics)[1]), self.at)

    def _take_person(self, sentence: Tagged) -> None:
        nobody_near = self.at - max(self.person.at, self.people_at) > _REACH
        if (nobody_near and not sentence.items) or not _HANGUL.search(sentence.passage.text):
            return
        named = [one for one in sentence.items.values() if isinstance(one, Mention) and one.type is EntityType.PERSON]
        people = {one.name: one for one in named}
        if len(people) in {2, 3}:
            self.people, self.people_at = [*people.values()], self.at
        elif len(people) == 1 and self.person.what and self.at - self.person.at == 1:
            before = {self.person.what.name: self.person.what}
            self.people, self.people_at = [*(before | people).values()], self.at
        elif _THEY.search(sentence.passage.text) and self.at - self.people_at == 1:
            self.people_at = self.at
        found = protagonist_of(sentence)
        if found.place is not None and (found.surely or self._recent(self.person) is None):
            self.person = _Last(sentence.mention(found.place), self.at)
        elif found.place is None and found.goes_on and self._recent(self.person) is not None:
            self.person.at = self.at
        if found.goes_on and (found.place is not None or self.at - self.told_at == 1 or self.person.at == self.at):
            self.told_at = self.at

    def _take_pair(self, sentence: Tagged) -> None:
        firms = {
            one.name: one
            for one in sentence.items.values()
            if isinstance(one, Mention) and one.type is EntityType.ORGANIZATION and one.kind in {None, *_FIRMS}
        }
        if len(firms) == _PAIR:
            self.pair, self.pair_at = [*firms.values()], self.at

    def _take_statement(self, statement: Statement, roles: Roles) -> None:
        raises = statement.type is FactType.FIGURE and statement.fields.get("metric") in _OF_ROUNDS
        if statement.type is FactType.INVESTMENT or raises:
            target = roles.get("startup") or roles.get("subject")
            if target is not None and target.type is EntityType.ORGANIZATION:
                self.event = _Last(target, self.at)
        if "person" in roles and (statement.type is FactType.FOUNDING or statement.fields.get("status") == "current"):
            where = roles.get("startup") or roles["organization"]
            if statement.type is FactType.FOUNDING or where.kind in {None, *_FIRMS}:
                self.homes[roles["person"].name] = where
        beside = statement.rule.startswith(("en-", "founder-of")) and self.topic.at == self.at
        if statement.type is FactType.FOUNDING and not beside:
            self.topic = _Last(roles["startup"], self.at)
        if statement.type is FactType.INVESTMENT:
            self.investors.add(roles["investor"].name)

    def _take_english(self, sentence: Tagged, speaker: int | None) -> None:
        topic, person = topic_of(sentence), person_of(sentence)
        if is_about_a_stranger(sentence):
            self.stranger_at = self.at
        if topic is not None and topic != speaker:
            mention = sentence.mention(topic)
            backs = mention.name in self.investors and not self._is_main(mention)
            if not backs and mention.kind not in _TELLERS:
                self.topic = _Last(mention, self.at)
        if person is not None:
            self.person = _Last(sentence.mention(person), self.at)
