"""Articles read by a model: a server on this machine speaks the protocol, and what it makes up is dropped."""

import json
import logging
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from pydantic import SecretStr

from app.model_reader import LONGEST_WAIT, ModelFailed, ModelReader
from app.reading.candidates import Candidate, KnownEntity
from app.reading.grounded import ungrounded
from app.reading.passages import read_passages
from app.settings import PROJECT, Settings
from app.vocabulary import EntityType
from tests.stub_model import KEY, MODEL, Answer, Stub, replying, stub_model

TEXT = (
    "네뷸라 매출 늘어\n"
    "왕보가 세운 네뷸라는 올해 매출이 약 7000만 달러(약 1000억 원)에 이를 것으로 예상된다. "
    "알파펀드는 네뷸라에 3억 위안을 투자했다.\n"
    "시장조사업체 오리온에 따르면 창업자는 156명이다. 이 가운데 104명은 베가 출신이다."
)  # fmt: skip
PUBLISHED = date(2024, 5, 10)
KNOWN = [
    KnownEntity("nebula-ai", EntityType.ORGANIZATION, "startup", ("Nebula AI", "네뷸라")),
    KnownEntity("wang-bo", EntityType.PERSON, None, ("왕보",)),
    KnownEntity("wang-bo-2", EntityType.PERSON, None, ("왕보",)),
    KnownEntity("vega", EntityType.ORGANIZATION, "company", ("베가",)),
]
FOUNDING = {"type": "founding", "passage": "p2.s1", "as_written": "왕보가 세운", "person": "왕보", "startup": "네뷸라"}
REVENUE = {
    "type": "figure", "passage": "p2.s1", "as_written": "7000만 달러", "subject": "네뷸라", "metric": "revenue",
    "words": {"period": "올해", "qualifier": None}, "confidence": 1, "start": 3, "qualifier": "exact", "person": None,
}  # fmt: skip
INVESTMENT = {
    "type": "investment", "passage": "p2.s2", "as_written": "3억 위안을 투자", "investor": "알파펀드",
    "startup": "네뷸라", "words": {"value": "3억 위안"},
}  # fmt: skip
FROM_VEGA = {
    "type": "figure", "passage": "p3.s2", "as_written": "104명", "subject": "창업자", "metric": "founders",
    "of": {"prior_employer": "베가"}, "attributed_to": "오리온",
}  # fmt: skip
MEMBERSHIP = {"type": "membership", "passage": "p1.s1", "as_written": "네뷸라", "member": "네뷸라", "cohort": "매출"}


def reader_of(stub: Stub, **changed: Any) -> ModelReader:
    """A reader of the stub that does not sleep."""
    return replace(ModelReader(stub.url, MODEL, KEY, wait=lambda _: None), **changed)


def said(candidate: Candidate, *fields: str) -> tuple[Any, ...]:
    """Fields as JSON has them."""
    held = candidate.model_dump(mode="json")
    return tuple(held[field] for field in fields)


def failure(*answers: Answer, **changed: Any) -> str:
    with stub_model(*answers) as stub, pytest.raises(ModelFailed) as told:
        reader_of(stub, **changed).candidates(TEXT, PUBLISHED)
    return str(told.value)


def test_what_stands_in_the_text_is_kept_and_computed_here() -> None:
    with stub_model(replying(FOUNDING, REVENUE, INVESTMENT, FROM_VEGA)) as stub:
        found = reader_of(stub).candidates(TEXT, PUBLISHED, KNOWN)
    assert [one.type for one in found] == ["founding", "figure", "investment", "figure"]
    for one in found:
        assert ungrounded(TEXT, read_passages(TEXT), one, PUBLISHED) == []
        assert TEXT[one.start : one.end] == one.as_written
    founding, revenue, investment, from_vega = found
    assert (founding.startup_id, founding.person_id) == ("nebula-ai", None)
    assert founding.doubts == ("“왕보” is the name of wang-bo, wang-bo-2.",)
    assert said(revenue, "value", "unit", "qualifier") == (70_000_000, "USD", "expected")
    assert (revenue.as_written, revenue.words) == ("약 7000만 달러", {"period": "올해", "qualifier": "예상된다"})
    assert (revenue.period_from, revenue.period_to) == (date(2024, 1, 1), date(2024, 12, 31))
    conversion = {"value": 10**11, "unit": "KRW", "qualifier": "about", "as_written": "약 1000억 원"}
    assert said(revenue, "stated_conversion") == (conversion,)
    assert said(investment, "value", "unit") == (300_000_000, "CNY")
    assert "“알파펀드” is not known as investor by this name." in investment.doubts
    assert said(from_vega, "attribution", "attributed_to") == ("carried", "오리온")
    assert from_vega.of is not None
    assert from_vega.of.prior_employer_id == "vega"
    assert max(one.confidence for one in found) == 0.8  # however sure the model is


def test_a_request_is_one_of_the_protocol() -> None:
    with stub_model(replying()) as stub:
        assert reader_of(stub).candidates(TEXT, PUBLISHED) == []
    (request,) = stub.requests
    system, user = request["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert user["content"].startswith("p1.s1: 네뷸라 매출 늘어\np2.s1: 왕보가")
    assert "performance_gap: time by which" in system["content"]
    assert request["response_format"]["type"] == "json_schema"
    properties = request["response_format"]["json_schema"]["schema"]["properties"]["candidates"]["items"]["properties"]
    assert {"as_written", "metric", "words"} <= set(properties)
    assert not {"start", "value", "person_id", "period_from"} & set(properties)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (FOUNDING | {"as_written": "왕보가 창업한"}, "as_written does not stand in the passage"),
        (FOUNDING | {"passage": "p2.s2"}, "as_written does not stand in the passage"),
        (FOUNDING | {"person": "리란"}, "“리란” stands nowhere in the text"),
        (FOUNDING | {"words": {"startup": "오로라"}}, "“오로라” does not stand literally in p2.s1"),
        (FOUNDING | {"startup": None}, "founding without startup"),
        (FOUNDING | {"type": "marriage"}, "type: Input should be 'founding'"),
        (FOUNDING | {"since": "May"}, "there is no field since"),
        (FOUNDING | {"words": ["왕보"]}, "words: Input should be a valid dictionary"),
        (FOUNDING | {"as_written": 7}, "as_written does not stand in the passage"),
        (REVENUE | {"value": 7_000_000}, "“약 7000만 달러” gives 70000000 USD, not 7000000 USD"),
        (REVENUE | {"unit": "CNY"}, "gives 70000000 USD, not 70000000 CNY"),
        (REVENUE | {"as_written": "000만 달러"}, "'000만 달러' is not a quantity"),
        (REVENUE | {"as_written": "매출"}, "'매출' is not a quantity"),
        (REVENUE | {"metric": "income"}, "metric: Input should be 'revenue'"),
        (REVENUE | {"metric": None}, "figure without metric"),
        (INVESTMENT | {"words": {"value": "4억 위안"}}, "p2.s2 has no quantity “4억 위안”"),
        (INVESTMENT | {"value": 5}, "“3억 위안” gives 300000000 CNY, not 5 CNY"),
        (FROM_VEGA | {"attributed_to": "알파펀드"}, "no passage before p3.s2 in its paragraph names “알파펀드”"),
        (FROM_VEGA | {"of": {"versus": "없는곳"}}, "versus: “없는곳” stands nowhere"),
        ("왕보가 세운", "is no object"),
        ([[1]], "is no object"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_dropped_with_its_reason(
    wrong: Any, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with stub_model(replying(wrong, INVESTMENT)) as stub, caplog.at_level(logging.WARNING, "haigui"):
        found = reader_of(stub).candidates(TEXT, PUBLISHED, KNOWN)
    assert [one.type for one in found] == ["investment"]
    (told,) = [record.getMessage() for record in caplog.records if record.name == "haigui"]
    assert reason in told


WHOLE = json.dumps({"candidates": [FOUNDING, INVESTMENT]}, ensure_ascii=False)


@pytest.mark.parametrize(
    "content",
    [
        f"```json\n{WHOLE}\n```",
        f"Here are the facts [1], in braces {{as asked}}:\n{WHOLE}\nThat is all.",
        f"<think>Perhaps {json.dumps({'candidates': [MEMBERSHIP]})}?</think>{WHOLE}",
        json.dumps([FOUNDING, INVESTMENT]),
        "\n".join(json.dumps(one) for one in (FOUNDING, INVESTMENT)),
        WHOLE[:-2] + ', {"type": "figure", "passage": "p3.',
        WHOLE + WHOLE,
    ],
    ids=["fence", "prose", "thought", "list", "lines", "cut off", "twice"],
)
def test_a_reply_is_read_however_it_is_wrapped(content: str) -> None:
    with stub_model(Answer(content)) as stub:
        found = reader_of(stub).candidates(TEXT, PUBLISHED)
    assert [one.type for one in found][:2] == ["founding", "investment"]
    assert len(found) == 2


@pytest.mark.parametrize("content", ["I found no facts.", "", "[1]", '{"facts": []}', "{" * 50_000])
def test_a_reply_without_a_list_is_a_failure(content: str) -> None:
    assert "did not reply as asked: it holds no list of candidates" in failure(Answer(content))


def test_a_period_that_is_not_understood_is_a_doubt() -> None:
    with stub_model(replying(REVENUE | {"words": {"period": "매출이"}})) as stub:
        (revenue,) = reader_of(stub).candidates(TEXT, PUBLISHED, KNOWN)
    assert (revenue.period_from, revenue.words) == (None, {"qualifier": "예상된다"})
    assert "The period was not understood" in revenue.doubts[0]


def test_a_long_article_is_read_in_portions_of_paragraphs() -> None:
    text = f"{TEXT}\n" + "\n".join("본문이다. " * 90 + "끝이다." for _ in range(40))
    with stub_model(replying(FOUNDING), replying()) as stub:
        assert len(reader_of(stub).candidates(text, PUBLISHED)) == 1
    asked = [request["messages"][1]["content"] for request in stub.requests]
    assert len(asked) > 2
    assert "\n".join(asked) == "\n".join(f"{one.id}: {one.text}" for one in read_passages(text))
    lines = [content.splitlines() for content in asked]
    assert all(line[0].split(".s")[1].startswith("1:") for line in lines)  # each begins with a paragraph


def test_it_waits_as_long_as_it_is_asked_and_goes_on() -> None:
    waited: list[float] = []
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    busy = Answer(status=429, body='{"error": {"message": "Rate limit"}}', headers={"Retry-After": "7"})
    with stub_model(busy, Answer(status=503, headers={"Retry-After": moment}), replying(FOUNDING)) as stub:
        assert len(reader_of(stub, wait=waited.append).candidates(TEXT, PUBLISHED)) == 1
    assert waited[0] == 7
    assert 15 < waited[1] <= 20
    with stub_model(Answer(status=500), Answer(status=502), replying(FOUNDING)) as stub:
        assert len(reader_of(stub, wait=waited.append).candidates(TEXT, PUBLISHED)) == 1
    assert waited[2:] == [1, 2]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(status=500, body="boom"), "answered 500: boom; the endpoint has a fault: see its log; tried 3 times"),
        (Answer(status=429), "answered 429; wait, or raise the limit of the account; tried 3 times"),
        (Answer(status=429, headers={"Retry-After": f"{LONGEST_WAIT + 1:.0f}"}), "it asks to wait 31 seconds"),
        (Answer(status=401), "answered 401; check HAIGUI_MODEL_KEY"),
        (Answer(status=404), "answered 404; check HAIGUI_MODEL_URL"),
        (Answer(status=400, body="context length"), "answered 400: context length; check"),
        (Answer(status=302, headers={"Location": "/elsewhere"}), "answered 302; check HAIGUI_MODEL_URL"),
        (Answer(body="<html>Welcome</html>"), "answered 200: <html>Welcome</html>; that is no chat completion"),
        (Answer(body='{"choices": []}'), "that is no chat completion"),
        (Answer(body="[]"), "that is no chat completion"),
        (Answer(message={"content": None, "refusal": "I will not."}), "gave no text: I will not."),
    ],
)
def test_failures_say_what_to_do(answer: Answer, told: str) -> None:
    assert told in failure(answer)


def test_a_wrong_key_or_model_is_told() -> None:
    assert 'answered 401: {"error": {"message": "Incorrect API key' in failure(replying(), key="sk-other")
    assert "HAIGUI_MODEL_KEY" in failure(replying(), key=None)
    assert "HAIGUI_MODEL_NAME" in failure(replying(), name="other")


def test_nobody_waits_for_ever() -> None:
    told = failure(Answer("{}", delay=30), timeout=0.2)
    assert "did not answer within 0.2 seconds: set HAIGUI_MODEL_TIMEOUT" in told


def test_nobody_answers_or_there_is_no_address() -> None:
    with socket.socket() as held:  # bound and not listening: refused, and nobody else takes the port
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        with pytest.raises(ModelFailed, match=r"nobody answers at .*is it running\? check HAIGUI_MODEL_URL"):
            ModelReader(url, MODEL).candidates(TEXT, PUBLISHED)
    for url in ("127.0.0.1/v1", "ftp://127.0.0.1/v1", "http://[::1/v1"):
        with pytest.raises(ModelFailed, match="HAIGUI_MODEL_URL is no address of an endpoint"):
            ModelReader(url, MODEL).candidates(TEXT, PUBLISHED)


def test_a_connection_that_breaks_is_tried_again() -> None:
    cut = Answer(body='{"choices"', headers={"Content-Length": "1000"})
    with stub_model(cut, replying(FOUNDING)) as stub:
        assert len(reader_of(stub).candidates(TEXT, PUBLISHED)) == 1


def test_servers_that_know_no_schema_are_asked_another_way() -> None:
    def refused(word: str) -> Answer:
        return Answer(status=400, body=json.dumps({"error": {"message": f"'{word}' is not supported"}}))

    with stub_model(refused("json_schema"), refused("response_format"), replying(FOUNDING)) as stub:
        reader = reader_of(stub)
        assert len(reader.candidates(TEXT, PUBLISHED)) == 1
        assert len(reader.candidates(TEXT, PUBLISHED)) == 1
    forms = [request.get("response_format", {}).get("type") for request in stub.requests]
    assert forms == ["json_schema", "json_object", None, None]


def test_a_draft_is_the_rules_draft_with_the_models_candidates() -> None:
    with stub_model(replying(FOUNDING)) as stub:
        draft = reader_of(stub).read_draft(TEXT, PUBLISHED, KNOWN)
    assert [one.as_written for one in draft.candidates] == ["왕보가 세운"]
    assert draft.candidates[0].rule == "model"


def test_no_model_is_asked_unless_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "NAME", "KEY", "TIMEOUT"):
        monkeypatch.delenv(f"HAIGUI_MODEL_{name}", raising=False)
    off = Settings(_env_file=None)
    assert (off.model_url, off.model_name, off.model_key) == (None, None, None)
    with pytest.raises(ModelFailed, match="no model is chosen: set HAIGUI_MODEL_URL"):
        ModelReader.chosen(off)
    settings = Settings(_env_file=None, model_url="http://127.0.0.1/v1", model_name="m", model_key=SecretStr(" k\n"))
    reader = ModelReader.chosen(settings)
    assert (reader.name, reader.key, reader.timeout) == ("m", "k", 60)
    assert "k'" not in repr(reader)
    with pytest.raises(ModelFailed, match="HAIGUI_MODEL_KEY is no key"):
        ModelReader.chosen(settings.model_copy(update={"model_key": SecretStr("열쇠")}))


def test_other_commands_do_not_import_it() -> None:
    code = "import app.cli, app.main, sys; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=False).returncode == 0
