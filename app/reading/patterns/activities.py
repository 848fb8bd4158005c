"""What organizations did, do and plan."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from app.reading.patterns.parts import ACTOR, FREE, LIST_END, OBJECT, TOPIC
from app.reading.patterns.rules import Statement, compiled, places, rule
from app.reading.tagged import NUMBER, ORG, PERSON, PRODUCT, Tagged
from app.vocabulary import ActivityKind, ActivityStatus, FactType

_ACTORS: Final = rf"<OS:actors>{LIST_END}(?:은|는|이|가|도|의| 또한| 역시)"
_NEARER_ACTORS: Final = compiled(rf"<OS:actors>{LIST_END}{ACTOR}(?![가-힣])")
_PLACES: Final = re.compile("실리콘밸리|베이징|상하이|선전|항저우|홍콩|싱가포르|도쿄|런던|링크드인")
_ACTS: Final = {
    ActivityKind.RECRUITING: (ActivityStatus.ONGOING, "recruits staff"),
    ActivityKind.HIRING: (ActivityStatus.DONE, "hired staff"),
    ActivityKind.JOB_POSTING: (ActivityStatus.DONE, "posted vacancies"),
    ActivityKind.APPROACH: (ActivityStatus.ONGOING, "approaches staff of another company"),
    ActivityKind.SPIN_OFF: (ActivityStatus.PLANNED, "offers to make a unit a company of its own"),
    ActivityKind.LAUNCH: (ActivityStatus.DONE, "launched a model, app or service"),
    ActivityKind.MARKET_ENTRY: (ActivityStatus.ONGOING, "grows in a foreign market"),
    ActivityKind.PLAN: (ActivityStatus.PLANNED, "announced a plan"),
}
"""Of each kind of activity whether it is over, and how it is described."""


def _acts(sentence: Tagged, found: re.Match[str], kind: ActivityKind) -> Iterator[Statement]:
    """All `actors` do what the group `what` says."""
    status, description = _ACTS[kind]
    what = found.span("what")
    where = _PLACES.search(sentence.text, found.start(), found.end())
    words = {"kind": what} | ({"place": where.span()} if where else {})
    for actor in _nearest(found):
        yield Statement(
            FactType.ACTIVITY,
            {"organization": actor},
            what,
            0.85,
            {"kind": kind, "status": status, "description": description},
            {**words, "organization": (actor, actor + 1)},
        )


def _nearest(found: re.Match[str]) -> list[int]:
    """The actors that stand nearest before what is done: who only tells of it stands before them."""
    nearest = found
    while nearer := _NEARER_ACTORS.search(found.string, nearest.end("actors"), found.start("what")):
        nearest = nearer
    return places(nearest, "actors")


rule(
    "recruits",
    rf"{_ACTORS} {FREE}{{0,60}}?"
    r"(?P<what>(?:인력|인재|엔지니어|개발자|연구원)[가-힣A-Z ]{0,8}?"
    r"(?:채용을? ?(?:진행|나서|확대)|확충에 (?:열|속도|박차)|확충의 고삐|영입에 (?:속도|열|나서|박차)))",
    "[알리바바]·[바이두] 등은 실리콘밸리 지사에서 직접 인력 채용을 진행하고 있다. "
    "→ activity 알리바바 recruiting; activity 바이두 recruiting",
    "[바이트댄스]도 AI 인력 확충에 열을 올리고 있다. → activity 바이트댄스 recruiting",
)(partial(_acts, kind=ActivityKind.RECRUITING))


rule(
    "hired-many",
    rf"{_ACTORS} {FREE}{{0,60}}?"
    rf"(?P<what>(?:인력|직원|연구원|엔지니어|개발자)? ?{NUMBER}{OBJECT} (?:고용|채용|영입|뽑))(?:했|한|았)",
    "[바이두] 또한 AI 연구소에서 인력 수백 명을 고용했다. → activity 바이두 hiring",
    "[딥시크]는 연구원 30명을 채용했다. → activity 딥시크 hiring",
)(partial(_acts, kind=ActivityKind.HIRING))


rule(
    "posts-jobs",
    rf"{_ACTORS} [^.]{{0,40}}?"
    rf"(?P<what>(?:[가-힣A-Z ]{{0,14}})(?:채용|구인)(?:하는)? ?공고){OBJECT}",
    "[알리바바]가 링크드인에서 AI 인력 등을 채용하는 공고를 올렸다. → activity 알리바바 job_posting",
    "[메이퇀]은 구인 공고를 냈다. → activity 메이퇀 job_posting",
)(partial(_acts, kind=ActivityKind.JOB_POSTING))


@rule(
    "approaches",
    rf"{_ACTORS} [^.]{{0,110}}?"
    r"<O:counterpart>[^.]{0,40}?"
    r"(?P<what>(?:긴밀히 |적극 )?접근(?:하고 있|했|해))",
    "[알리바바]가 [오픈AI]와 다른 미국 회사의 엔지니어들에게도 긴밀히 접근하고 있다. → activity 알리바바 approach",
    "[메이퇀]은 [구글] 직원들에게 접근했다. → activity 메이퇀 approach",
    "[메이퇀]은 [구글]을 비롯한 여러 회사 직원들에게도 접근했다. → activity 메이퇀 approach",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    other = found.start("counterpart")
    for one in _acts(sentence, found, ActivityKind.APPROACH):
        if one.roles["organization"] != other:
            yield replace(
                one,
                roles={**one.roles, "counterpart": other},
                words={**one.words, "counterpart": (other, other + 1)},
            )


rule(
    "spins-off",
    rf"{_ACTORS} [^.]{{0,140}}?"
    r"(?P<what>분사하는 (?:방안|계획)|분사를 (?:검토|추진|제안))",
    "[알리바바]는 실리콘밸리 AI팀을 별도 스타트업으로 분사하는 방안을 제시했다. → activity 알리바바 spin_off",
    "[바이두]는 반도체 부문의 분사를 추진하고 있다. → activity 바이두 spin_off",
)(partial(_acts, kind=ActivityKind.SPIN_OFF))


rule(
    "launched-adnominal",
    r"(?P<what>(?:[가-힣]+ )?(?:[가-힣]+ )?(?:AI )?(?:모델|챗봇|앱|서비스|로봇|칩))"
    rf"{OBJECT} (?:내놓아|내놓은|공개한|출시한|선보인|발표한) (?:[^{ORG}.]{{0,16}} )?"
    rf"<OS:actors>{TOPIC}?",
    "수학 추론 AI 모델을 내놓아 화제가 된 [문샷AI]는 컸다. → activity 문샷AI launch",
    "새 챗봇을 출시한 [미니맥스]가 주목받는다. → activity 미니맥스 launch",
)(partial(_acts, kind=ActivityKind.LAUNCH))


rule(
    "launched",
    rf"{_ACTORS} [^{PERSON}.]{{0,50}}?"
    rf"(?P<what>(?:{PRODUCT}|(?:[가-힣]+ )?(?:AI )?(?:모델|챗봇|앱|서비스|로봇|칩|거대언어모델)){OBJECT} ?"
    rf"{FREE}{{0,10}}?(?:내놓|공개|출시|선보|발표))(?:았|은|했|한 바|였|하며|고)",
    "[링이완우]는 [오픈AI] {GPT-4}에 필적하는 모델을 내놓은 바 있다. → activity 링이완우 launch",
    "[문샷AI]는 지난해 {키미}를 출시했다. → activity 문샷AI launch",
)(partial(_acts, kind=ActivityKind.LAUNCH))


rule(
    "popular-abroad",
    rf"{_ACTORS} [^.]{{0,20}}?"
    r"<M:product>로 "
    r"(?P<where><L:country>[^.]{0,12})(?:에게서|사이에서|에서) "
    r"(?P<what>인기를 끌)",
    "[미니맥스]는 아바타 챗봇앱 {토키}로 (미국) 청소년들 사이에서 인기를 끌고 있다. → activity 미니맥스 market_entry",
    "[미니맥스]는 {토키}로 돈을 번다. →",
)(partial(_acts, kind=ActivityKind.MARKET_ENTRY))


rule(
    "plans",
    rf"{_ACTORS} [^.]{{0,20}}?"
    rf"(?P<what>[‘'“]?[^{ORG}{PERSON}.‘’]{{2,24}}?(?:계획|전략)[’'”]?{OBJECT} (?:내놓|발표|공개|세웠|수립))",
    "[중국 정부]는 2017년 ‘차세대 AI 발전 계획’을 내놓고 목표를 제시한 바 있다. → activity 중국 정부 plan",
    "[중국 정부]가 육성 전략을 발표했다. → activity 중국 정부 plan",
)(partial(_acts, kind=ActivityKind.PLAN))
