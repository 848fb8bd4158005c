"""What a model replied, without a model: which words make which candidate, and what is asked of it."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.candidates import Candidate, KnownEntity
from app.reading.passages import read_passages
from app.reading.questions import portions, reply_schema, system_prompt
from app.reading.replies import MOST_SURE, UNSURE, NoCandidates, Reply, ReplyReader, listed
from app.vocabulary import ActivityKind, EntityType, Metric

TEXT = (
    "네뷸라 소식\n"
    "네뷸라는 3억 위안(약 500억 원)을 넘는 매출을 올렸다. 왕보는 매출이 5억 위안에 달할 것으로 내다봤다. "
    "알파펀드는 네뷸라에 30명을 투자했다."
)  # fmt: skip
NEBULA = KnownEntity("nebula-ai", EntityType.ORGANIZATION, "startup", ("네뷸라",))
SALES = {"type": "figure", "subject": "네뷸라", "metric": "revenue"}
STATED = SALES | {"passage": "p2.s1", "as_written": "3억 위안"}
FORESEEN = SALES | {"passage": "p2.s2", "as_written": "5억 위안"}


def read(*said: Any) -> Reply:
    reader = ReplyReader(TEXT, read_passages(TEXT), date(2024, 5, 10), [NEBULA])
    return reader.read(json.dumps(said, ensure_ascii=False))


def one(said: Any) -> dict[str, Any]:
    reply = read(said)
    assert reply.dropped == ()
    return reply.candidates[0].model_dump(mode="json")


def test_words_outside_the_span_make_a_qualifier_if_they_say_what_the_sentence_does() -> None:
    said = one(STATED | {"words": {"qualifier": "을 넘는"}})
    assert (said["qualifier"], said["words"], said["doubts"]) == ("more_than", {"qualifier": "을 넘는"}, [])
    for words in ({}, {"qualifier": "약"}):  # not said, or wrong: found in the sentence
        said = one(STATED | {"words": words})
        assert (said["qualifier"], said["words"]) == ("more_than", {"qualifier": "넘는"})
    assert "“5억 위안” were expected" in one(FORESEEN)["doubts"][0]


def test_an_investment_is_money() -> None:
    said = {"type": "investment", "passage": "p2.s3", "as_written": "알파펀드는", "investor": "알파펀드"}
    reply = read(said | {"startup": "네뷸라", "words": {"value": "30명"}})
    assert reply.candidates == ()
    assert "an investment is money, not people" in reply.dropped[0]


@pytest.mark.parametrize(
    ("said", "taken"),
    [(0.3, 0.3), (1, MOST_SURE), (2, UNSURE), (float("nan"), UNSURE), (True, UNSURE), ("high", UNSURE), (None, UNSURE)],
)
def test_a_model_is_never_surer_than_it_may_be(said: object, taken: float) -> None:
    assert one(STATED | {"confidence": said})["confidence"] == taken


def test_what_is_said_twice_is_one_candidate() -> None:
    assert len(read(STATED, STATED | {"start": 7}).candidates) == 1


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from([*Candidate.model_fields, "candidates", "x"]), inner, max_size=4),
                    max_leaves=12))  # fmt: skip
def test_no_reply_breaks_the_reader(said: Any) -> None:
    reader = ReplyReader(TEXT, read_passages(TEXT), date(2024, 5, 10), [])
    held = {**STATED, **said} if isinstance(said, dict) else said
    for reply in (json.dumps(held), json.dumps({"candidates": [held]}), str(said)):
        try:
            assert isinstance(reader.read(reply), Reply)
        except NoCandidates:
            assert "candidates" not in reply or reply != json.dumps({"candidates": [held]})


def test_nested_too_deep_is_no_reply() -> None:
    with pytest.raises(NoCandidates):
        listed("[" * 5_000)


def test_a_paragraph_longer_than_a_portion_is_cut_between_sentences() -> None:
    passages = read_passages("제목\n" + "본문이다. " * 50 + "\n끝이다.")
    cut = list(portions(passages, longest=60))
    assert [passage for portion in cut for passage in portion] == passages
    assert max(sum(len(passage.text) for passage in portion) for portion in cut) <= 60
    assert len(list(portions(passages))) == 1
    assert list(portions([])) == []


def test_a_model_is_told_every_word_it_may_use() -> None:
    prompt = system_prompt()
    for word in (*Metric, *ActivityKind):
        assert f"- {word}: {word.meaning}" in prompt
    used = json.dumps(reply_schema())
    assert all(f'"#/$defs/{name}"' in used for name in reply_schema()["$defs"])
