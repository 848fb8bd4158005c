"""A candidate passes only with words that stand in the text and numbers that they say."""

from datetime import date
from typing import Any

import pytest

from app.reading.candidates import Candidate
from app.reading.grounded import missing, ungrounded
from app.reading.passages import read_passages

TEXT = (
    "네뷸라 매출 늘어\n"
    "왕보가 세운 네뷸라는 올해 매출이 7000만 달러(약 1000억 원)에 이를 것으로 예상된다. "
    "알파펀드는 네뷸라에 3억 위안을 투자했다.\n"
    "시장조사업체 오리온에 따르면 창업자는 156명이다. 이 가운데 104명은 베가 출신이다. "
    "리란은 베가의 수석 연구원이었다."
)  # fmt: skip
PUBLISHED = date(2024, 5, 10)
PASSAGES = read_passages(TEXT)


def made(passage: str, as_written: str, **fields: Any) -> Candidate:
    """A candidate whose words are where they first stand in a passage."""
    place = next(one for one in PASSAGES if one.id == passage)
    start = place.start + place.text.index(as_written)
    end = start + len(as_written)
    where = {"passage": passage, "as_written": as_written, "start": start, "end": end, "confidence": 0.5}
    return Candidate.model_validate(where | fields)


FOUNDING = made("p2.s1", "왕보가 세운", type="founding", person="왕보", startup="네뷸라")
REVENUE = made(
    "p2.s1", "7000만 달러", type="figure", subject="네뷸라", metric="revenue", value=70_000_000, unit="USD",
    qualifier="expected", period_from="2024-01-01", period_to="2024-12-31",
    words={"period": "올해", "qualifier": "예상된다", "metric": "매출"},
    stated_conversion={"value": 10**11, "unit": "KRW", "qualifier": "about", "as_written": "약 1000억 원"},
)  # fmt: skip
INVESTMENT = made(
    "p2.s2", "3억 위안을 투자", type="investment", investor="알파펀드", startup="네뷸라", value=300_000_000, unit="CNY",
    words={"value": "3억 위안"},
)  # fmt: skip
FOUNDERS = made(
    "p3.s1", "156명", type="figure", subject="창업자", metric="founders", value=156, unit="people", qualifier="exact",
    attributed_to="오리온", attribution="stated",
)  # fmt: skip
FROM_VEGA = made(
    "p3.s2", "104명", type="figure", subject="창업자", metric="founders", value=104, unit="people", qualifier="exact",
    of={"prior_employer": "베가"}, attributed_to="오리온", attribution="carried", words={"speaker": "오리온"},
)  # fmt: skip
EMPLOYMENT = made(
    "p3.s3", "베가의 수석 연구원", type="employment", person="리란", organization="베가", status="former",
    title="principal researcher", words={"title": "수석 연구원"},
)  # fmt: skip
ALL = [FOUNDING, REVENUE, INVESTMENT, FOUNDERS, FROM_VEGA, EMPLOYMENT]


@pytest.mark.parametrize("candidate", ALL, ids=lambda one: one.as_written)
def test_right_candidates_pass(candidate: Candidate) -> None:
    assert ungrounded(TEXT, PASSAGES, candidate, PUBLISHED) == []
    assert missing(candidate) == []


@pytest.mark.parametrize(
    ("candidate", "changed", "reason"),
    [
        (FOUNDING, {"start": FOUNDING.start + 1, "end": FOUNDING.end + 1}, "not “왕보가 세운”"),
        (FOUNDING, {"passage": "p2.s2"}, "does not lie inside p2.s2"),
        (FOUNDING, {"passage": "p9.s1"}, "the text has no passage p9.s1"),
        (FOUNDING, {"end": FOUNDING.start - 1}, "does not lie inside p2.s1"),
        (FOUNDING, {"person": "왕보보"}, "person: “왕보보” stands nowhere in the text"),
        (FOUNDING, {"words": {"person": "리란"}}, "words.person: “리란” does not stand literally in p2.s1"),
        (FOUNDING, {"parties": ("베가",)}, "there are 1 parties, but 0 ids"),
        (FOUNDING, {"parties": ("없는곳",), "party_ids": (None,)}, "party: “없는곳” stands nowhere"),
        (FOUNDING, {"period_from": date(2024, 1, 1)}, "period: no words state it"),
        (FOUNDING, {"attributed_to": "오리온"}, "go together"),
        (FOUNDING, {"value": 3}, "a fact of type founding has none"),
        (REVENUE, {"value": 7_000_000}, "“7000만 달러” gives 70000000 USD, not 7000000 USD"),
        (REVENUE, {"unit": "CNY"}, "gives 70000000 USD, not 70000000 CNY"),
        (REVENUE, {"qualifier": "exact"}, "“예상된다” says expected, not exact"),
        (REVENUE, {"words": {"period": "올해"}}, "“7000만 달러” says exact, not expected; give the words"),
        (REVENUE, {"period_from": date(2023, 1, 1)}, "“올해”, written on 2024-05-10, is 2024-01-01 to 2024-12-31"),
        (REVENUE, {"words": {"qualifier": "예상된다", "period": "매출"}}, "period: '매출' is not a period"),
        (INVESTMENT, {"value": 3}, "“3억 위안” gives 300000000 CNY, not 3 CNY"),
        (INVESTMENT, {"words": {}}, "value: '3억 위안을 투자' is more than a quantity"),
        (FOUNDERS, {"attribution": "carried"}, "no passage before p3.s1 in its paragraph names “오리온”"),
        (FROM_VEGA, {"attribution": "stated"}, "words.speaker: “오리온” does not stand literally in p3.s2"),
        (FROM_VEGA, {"words": {"speaker": "왕보"}}, "“왕보” stands in no passage before p3.s2"),
        (FROM_VEGA, {"of": {"prior_employer": "없는곳"}}, "prior_employer: “없는곳” stands nowhere"),
        (FROM_VEGA, {"of": {"population": "상위 2%"}}, "population: “상위 2%” stands nowhere"),
        (EMPLOYMENT, {"words": {}}, "title: “principal researcher” does not stand literally in p3.s3"),
    ],
)
def test_wrong_ones_are_told_why(candidate: Candidate, changed: dict[str, Any], reason: str) -> None:
    wrong = Candidate.model_validate(candidate.model_dump() | changed)
    reasons = ungrounded(TEXT, PASSAGES, wrong, PUBLISHED)
    assert any(reason in one for one in reasons), reasons


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"value": 10**10}, "“약 1000억 원” gives about 100000000000 KRW, not about 10000000000 KRW"),
        ({"qualifier": "exact"}, "gives about 100000000000 KRW, not exact"),
        ({"as_written": "1100억 원"}, "“1100억 원” does not stand literally in p2.s1"),
        ({"as_written": "원"}, "stated_conversion: '원' is not a quantity"),
        ({"as_written": "0억 원", "value": 0, "qualifier": "exact"}, "part of a longer number"),
    ],
)
def test_a_conversion_is_computed_again_too(changed: dict[str, Any], reason: str) -> None:
    fields = REVENUE.model_dump()
    wrong = Candidate.model_validate(fields | {"stated_conversion": fields["stated_conversion"] | changed})
    reasons = ungrounded(TEXT, PASSAGES, wrong, PUBLISHED)
    assert any(reason in one for one in reasons), reasons


def test_the_tail_of_a_number_is_no_number() -> None:
    tail = made("p3.s1", "56명", type="figure", subject="창업자", metric="founders", value=56, unit="people",
                qualifier="exact")  # fmt: skip
    assert ungrounded(TEXT, PASSAGES, tail) == ["value: “56명” is part of a longer number in p3.s1"]


def test_periods_are_left_alone_where_the_day_is_not_known() -> None:
    other = REVENUE.model_copy(update={"period_from": date(2023, 1, 1), "period_to": date(2023, 12, 31)})
    assert ungrounded(TEXT, PASSAGES, other) == []
    assert len(ungrounded(TEXT, PASSAGES, other, PUBLISHED)) == 1


def test_what_a_candidate_lacks_to_say_anything() -> None:
    assert missing(EMPLOYMENT.model_copy(update={"organization": None, "status": None})) == ["organization", "status"]
    assert missing(made("p2.s1", "네뷸라", type="activity", kind="plan", status="planned")) == [
        "either organization or cohort"
    ]
