"""What reading a text promises whatever the text, and what it finds in the article that is shipped."""

from datetime import date
from functools import cache
from pathlib import Path
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.reading.candidates import Draft, KnownEntity
from app.reading.draft import read_draft
from app.reading.grounded import ungrounded
from app.reading.passages import read_passages
from app.seeding.files import read_seeds
from app.seeding.known import known_entities
from app.settings import PROJECT
from app.vocabulary import FactType, Metric
from tests.reading.samples import ADVERSARIAL, ARTICLES

PUBLISHED = date(2024, 11, 24)
DIGEST = next((PROJECT / "seeds" / "articles").glob("*/digest.txt")).read_text("utf-8")
DEVELOPMENT = Path(__file__).parent / "development" / "articles"
TEXTS = [path.read_text("utf-8") for path in sorted(DEVELOPMENT.glob("*/original.txt"))]
ORIGINALS = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))] if ARTICLES.is_dir() else []


@cache
def known() -> list[KnownEntity]:
    return known_entities(read_seeds(PROJECT / "seeds").gazetteer)


def assert_grounded(draft: Draft, text: str) -> None:
    passages = read_passages(text)
    for candidate in draft.candidates:
        assert text[candidate.start : candidate.end] == candidate.as_written
        assert ungrounded(text, passages, candidate, PUBLISHED) == []


@pytest.mark.parametrize("text", [DIGEST, *TEXTS, *ORIGINALS])
def test_the_words_of_every_candidate_stand_where_it_says(text: str) -> None:
    draft = read_draft(text, PUBLISHED, known())
    assert draft.candidates
    assert_grounded(draft, text)


@pytest.mark.parametrize("text", [DIGEST, *ORIGINALS])
def test_the_article_gives_every_fact_of_its_key_and_none_of_its_traps(text: str) -> None:
    draft = read_draft(text, PUBLISHED, known())
    pairs = {
        kind: {
            tuple(item for role, _, item in one.names() if role != "attributed_to")
            for one in draft.candidates
            if one.type == kind
        }
        for kind in FactType
    }
    assert pairs[FactType.FOUNDING] == {("yang-zhilin", "moonshot-ai"), ("kai-fu-lee", "01-ai")}
    assert pairs[FactType.INVESTMENT] == {("minimax", "alibaba"), ("minimax", "tencent")}
    assert {
        (one.person_id, one.organization_id, one.status) for one in draft.candidates if one.type == FactType.EMPLOYMENT
    } == {
        ("yang-zhilin", "facebook-ai-research", "former"),
        ("yang-zhilin", "google-brain", "former"),
        ("kai-fu-lee", "google-china", "former"),
        ("tan-xu", "microsoft-research-asia", "former"),
        ("tan-xu", "moonshot-ai", "current"),
    }
    members = {one.member_id for one in draft.candidates if one.type == FactType.MEMBERSHIP}
    assert members == {"zhipu-ai", "moonshot-ai", "minimax", "baichuan", "01-ai"}
    claims = [one for one in draft.candidates if one.type == FactType.CLAIM]
    assert [(one.cohort_id, one.relation, one.extent, one.open_ended) for one in claims] == [
        ("cn-ai-unicorns-since-2023", "investor", "most", True)
    ]
    assert claims[0].party_ids == ("alibaba", "tencent", "baidu", "xiaomi", "didi")
    assert pairs[FactType.PARENT] == pairs[FactType.MAKER] - {("talkie", "minimax")} == set()


@pytest.mark.parametrize("text", [DIGEST, *ORIGINALS])
def test_the_figures_of_the_article(text: str) -> None:
    figures = [one for one in read_draft(text, PUBLISHED, known()).candidates if one.type == FactType.FIGURE]
    found = {
        (str(one.metric), one.subject_id, int(one.value or 0), str(one.qualifier), one.attributed_to_id)
        for one in figures
    }
    assert found == {
        ("founders", "it-juzi-ai-founders", 1400, "more_than", "it-juzi"),
        ("founders", "it-juzi-ai-founders", 156, "exact", "it-juzi"),
        ("founders", "it-juzi-ai-founders", 104, "exact", "it-juzi"),
        ("share", "US", 28, "exact", "macropolo"),
        ("share", "CN", 26, "exact", "macropolo"),
        ("rank", "tsinghua-university", 3, "exact", "macropolo"),
        ("rank", "peking-university", 6, "exact", "macropolo"),
        ("downloads_rank", "talkie", 12, "exact", "sensor-tower"),
        ("revenue", "minimax", 70_000_000, "expected", None),
        ("companies", "cn-ai-unicorns-since-2023", 5, "exact", None),
        ("companies", "cn-genai-startups-funded-2024-01-04", 262, "exact", None),
        ("funding", "cn-genai-startups-funded-2024-01-04", 14_300_000_000, "exact", None),
        ("rd_spending", "cn-government", 1_140_000_000, "exact", "nia"),
        ("rd_spending", "cn-government", 2_110_000_000, "exact", "nia"),
        ("performance_gap", "CN", 6, "exact", "kai-fu-lee"),
    }
    by_value = {int(one.value or 0): one for one in figures}
    employers = {value: of.prior_employer_id for value in (156, 104) if (of := by_value[value].of)}
    assert employers == {156: "microsoft", 104: "google"}
    converted = {int(one.value or 0): one.stated_conversion.value for one in figures if one.stated_conversion}
    assert converted == {
        70_000_000: 100_000_000_000,
        14_300_000_000: 2_760_000_000_000,
        1_140_000_000: 1_600_000_000_000,
        2_110_000_000: 3_000_000_000_000,
    }
    assert (by_value[70_000_000].period_from, by_value[70_000_000].period_to) == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize("text", [DIGEST, *ORIGINALS])
def test_nothing_is_read_from_by_lines_and_other_headlines(text: str) -> None:
    body = max(passage.end for passage in read_passages(text))
    assert all(one.end <= body for one in read_draft(text, PUBLISHED, known()).candidates)


def test_names_that_nobody_knows_are_proposed_with_their_glosses() -> None:
    text = (
        "새 AI 칩 회사 쉬위엔\n"
        "칩 개발업체 쉬위엔(燧原)은 전 AMD 부사장 자오리둥(趙立東)이 2018년 설립했다. "
        "쉬위엔은 텐센트로부터 18억위안(약 3000억원)을 투자받았다.\n"
    )
    draft = read_draft(text, PUBLISHED, known())
    proposed = {one.name: (one.type, one.aliases) for one in draft.proposals}
    assert proposed["쉬위엔"] == ("organization", ("燧原",))
    assert proposed["자오리둥"] == ("person", ("趙立東",))
    stated = {(one.type, *(name for _, name, _ in one.names())) for one in draft.candidates}
    assert ("founding", "자오리둥", "쉬위엔") in stated
    assert ("employment", "자오리둥", "AMD") in stated
    assert ("investment", "쉬위엔", "텐센트") in stated
    funding = next(one for one in draft.candidates if one.metric is Metric.FUNDING)
    assert funding.value == 1_800_000_000
    assert funding.unit == "CNY"


@pytest.mark.parametrize(
    "sentence",
    [
        "알리바바는 문샷AI에 투자하지 않았다.",
        "알리바바는 문샷AI에 투자하는 방안을 검토하고 있다.",
        "알리바바가 문샷AI에 투자했다는 소문은 사실이 아니라고 회사는 밝혔다.",
        "문샷AI는 텐센트로부터 10억 달러를 유치할 계획이다.",
        "문샷AI는 10억 달러를 유치하기 위해 협상 중이다.",
        "중국의 오픈AI로 불리는 문샷AI는 베이징에 있다.",
        "칭화대 출신 양즈린은 회사를 키웠다.",
        "상하이 출신 양즈린은 회사를 키웠다.",
        "기업가치 10억 달러 이상인 스타트업을 유니콘이라고 한다.",
    ],
)
def test_what_is_denied_planned_or_another_thing_is_not_stated(sentence: str) -> None:
    assert read_draft(f"제목\n{sentence}\n", PUBLISHED, known()).candidates == ()


def test_a_text_stored_letter_by_letter_is_read_like_any_other() -> None:
    text = normalize("NFD", DIGEST)
    draft = read_draft(text, PUBLISHED, known())
    assert len(draft.candidates) == len(read_draft(DIGEST, PUBLISHED, known()).candidates)
    assert all(text[one.start : one.end] == one.as_written for one in draft.candidates)


def test_reading_is_the_same_every_time() -> None:
    assert read_draft(DIGEST, PUBLISHED, known()) == read_draft(DIGEST, PUBLISHED, known())


SENTENCES = sorted({sentence for text in TEXTS for line in text.splitlines() for sentence in line.split(". ")})
PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(ADVERSARIAL),
    st.text(max_size=30),
    st.text(
        alphabet="가나다은는이가을를의에서로 ,.·()“”‘’0123456789억만원위안달러AI알리바텐센트양즈린창업투자", max_size=60
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=12).map("".join), st.randoms(use_true_random=False))
@example("", None)
def test_any_text_is_read_and_every_candidate_stands_in_it(text: str, random: object) -> None:
    if random is not None:
        letters = list(text)
        for _ in range(len(letters) // 20):
            at, other = random.randrange(len(letters)), random.randrange(len(letters))  # type: ignore[attr-defined]
            letters[at], letters[other] = letters[other], letters[at]
        text = "".join(letters)
    draft = read_draft(text, PUBLISHED, known())
    assert all(text[one.start : one.end] == one.as_written for one in draft.candidates)
    assert_grounded(draft, text)


MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "fragment",
    [
        *ADVERSARIAL,
        "알리바바, ",
        "알리바바와 텐센트의 투자를 받은 ",
        "량원펑(梁文鋒)",
        "1억 ",
        "창업자 ",
        "“알리바바는 ”",
        "(",
        "()",
        "Alibaba invested in Moonshot AI and ",
        "Aa Bb ",
        "가",
        DIGEST.replace("\n", " "),
    ],
)
def test_a_megabyte_of_anything_is_read_in_ten_seconds(fragment: str) -> None:
    text = "제목\n" + fragment * (MEGABYTE // len(fragment.encode()))
    began = process_time()
    read_draft(text, PUBLISHED, [])
    assert process_time() - began < 10


def test_an_article_is_read_within_a_second() -> None:
    read_draft(DIGEST, PUBLISHED, known())
    began = process_time()
    read_draft(DIGEST, PUBLISHED, known())
    assert process_time() - began < 1
