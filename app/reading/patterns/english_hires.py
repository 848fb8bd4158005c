"""Who joins whom, and from where, in English."""

import re
from collections.abc import Iterator
from functools import partial

from app.reading.patterns.english_employments import CURRENT, FORMER, employed, works
from app.reading.patterns.english_phrases import IT, NO_NAME, WHO, is_long_ago, is_said, whom, whose
from app.reading.patterns.rules import Statement, places, rule
from app.reading.tagged import ORG, PERIOD, PERSON, Tagged

_FROM = (
    rf"(?P<from>{NO_NAME}{{0,24}}?\bfrom (?P<kind>(?!an? |the )(?:[a-z-]+ ){{0,4}}?)(?:{ORG}['’]?s "
    rf"(?:[a-z-]+ ){{1,4}})?(?P<old>{ORG}))?"
)


@rule(
    "en-joined",
    rf"{WHO}(?P<aside>,[^.;{PERSON}]{{2,80}},)?(?P<between>(?:,? (?:who|and|had|has|have|also|recently|just"
    rf"|since|later|then"
    rf"|in|D|last \w+|this \w+|{PERIOD})){{0,5}}) (?P<status>joined|joins|is joining|moved to|came over) "
    rf"(?P<kind0>(?:(?!in |forces|hands|the )[\w-]+ ){{0,4}}?)(?P<organization>{ORG})?"
    rf"(?P<after>[^.;{ORG}{PERSON}]{{0,40}}?){_FROM}",
    "<Wu Yonghui> joined [ByteDance] last month from [Google]. "
    "→ employment Wu Yonghui ByteDance current; employment Wu Yonghui Google former",
    "<Luo Yihang> came over from [Volcano Engine]. → employment Luo Yihang Volcano Engine former",
    "<Yao Shunyu> joined [OpenAI] in 2016. →",
    "<Yao Shunyu> joined [Tencent] in December as chief scientist. → employment Yao Shunyu Tencent current",
    "<Yao Shunyu> joined [Alibaba] in a call for rules. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if not is_said(sentence, *found.span("status")) or re.search(r" to (?:invest|call|sign|launch)", found.group()):
        return
    people, organization = whom(sentence, found), places(found, "organization")
    span = (found.start("status"), found.end())
    if found["old"]:
        yield from works(sentence, people, places(found, "old"), FORMER, 0.92, span)
    lasting = r"\b(?:has|have|recently|just|last (?:week|month)|this (?:week|month|year))\b"
    recent = re.search(lasting, found["between"]) or re.match(
        rf"(?: {lasting}| as (?:an?|the|its|chief|head|vice|CEO|CTO))", sentence.text[found.start("after") :]
    )
    now = found["status"] in {"joins", "is joining"} or found["old"] or recent
    written = [sentence.period(at).as_written for at in sentence.places(PERIOD, *found.span("after"))]
    office = re.search(r" as (?:an?|the|its|chief|head|vice)\b", sentence.text[found.start("after") : found.end() + 20])
    of_late = office is not None and not re.search(r"[0-9]{4}|\bago\b", " ".join(written))
    now = now or of_late
    ago = bool(written) and not found["old"] and not of_late
    if organization and now and not ago and not re.match(r"['’]?s board", sentence.text[organization[0] + 1 :]):
        yield from works(sentence, people, organization, CURRENT, 0.9, span)


@rule(
    "en-hired",
    rf"(?:(?P<subject>{ORG})|{IT})(?P<between>(?:,[^.;]{{2,80}},)?(?: (?:itself|then|has|had|have|also|recently|just"
    rf"|last"
    rf" \w+|since|{PERIOD}|in"
    rf"|reportedly)){{0,5}}) (?P<status>hired|hires|poached|poaches|signed|snapped up|enlisted|recruited|lured"
    rf"|appointed|appoints|named"
    rf"|tapped|brought in"
    rf"|brought on) (?P<what>(?:(?!from |by |for )[\w-]+ ){{0,8}}?)(?:<O:own> (?P<office>(?:[\w-]+ ){{0,4}}?))?"
    rf"(?P<person>{PERSON}){_FROM}",
    "[Qingliu] poached <Sun Lei> from [Nvidia]. → employment Sun Lei Qingliu current; employment Sun Lei Nvidia former",
    "[Alibaba] hired former [SMU] professor <Steven Hoi>. "
    "→ employment Steven Hoi Alibaba current; employment Steven Hoi SMU former",
    "[Alibaba] is trying to hire <Steven Hoi>. →",
    "[Alibaba] was named by <Steven Hoi>. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    organization = whose(sentence, found)
    if organization is False:
        return
    if not is_said(sentence, *found.span("status")):
        return
    people = places(found, "person")
    yield from works(sentence, people, [organization], CURRENT, 0.93, (found.start("status"), found.end("person")))
    if found["old"]:
        yield from works(
            sentence, people, places(found, "old"), FORMER, 0.94, (found.start("person"), found.end("old"))
        )


@rule(
    "en-was-hired-by",
    rf"{WHO}(?:,[^.;{PERSON}]{{2,80}},)? (?P<status>(?:has been|was|is being) (?:hired|recruited|poached"
    rf"|lured|appointed|named)) "
    rf"(?:[\w-]+ ){{0,3}}?by (?:[\w-]+ ){{0,4}}?<O:organization>",
    "<Yao Shunyu>, who worked at [OpenAI], has been hired by [Tencent]. "
    "→ employment Yao Shunyu OpenAI former; employment Yao Shunyu Tencent current",
    "<Yao Shunyu> was not hired by [Tencent]. →",
    "<Yao Shunyu> was recruited by [Tencent] in 2019. →",
)
def _(sentence: Tagged, found: re.Match[str]) -> Iterator[Statement]:
    if is_said(sentence, *found.span("status")) and not is_long_ago(sentence, found.end()):
        span = (found.start("status"), found.end())
        yield from works(sentence, whom(sentence, found), places(found, "organization"), CURRENT, 0.92, span)


rule(
    "en-came-from",
    rf"<P:person>,(?P<aside>[^.;{PERSON}]{{2,70}},)? (?P<status>(?:joined|came over|came|moved)(?:"
    rf" over)?{NO_NAME}{{0,24}}? from) "
    rf"(?:[a-z-]+ ){{0,4}}?(?:{ORG}['’]?s (?:[a-z-]+ ){{1,4}})?<O:organization>",
    "[Qingliu] grew. Its chief financial officer, <Deng Yao>, joined last year from smartphone maker [Xiaomi]. "
    "→ employment Deng Yao Qingliu current; employment Deng Yao Xiaomi former",
    "<Luo Yihang>, a manager, came over from [ByteDance]s cloud unit [Volcano Engine]. "
    "→ employment Luo Yihang Volcano Engine former; parent Volcano Engine ByteDance",
    "<Luo Yihang>, a manager, came from Beijing to [ByteDance]. →",
)(partial(employed, status=FORMER, confidence=0.9))
