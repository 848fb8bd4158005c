"""A draft under review: what is accepted, rejected, corrected, and what is kept of it."""

import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.corrections import Correction, read_corrections
from app.reading.candidates import Candidate
from app.reading.passages import read_passages
from app.review_terminal import write_whole
from app.reviewing import NotReviewable, Refused, Review
from tests.test_cli import HAIGUI, PATIENCE, environment

TEXT = (
    "네뷸라 매출 늘어\n"
    "왕보가 세운 네뷸라는 올해 매출이 7000만 달러(약 1000억 원)에 이를 것으로 예상된다. "
    "알파펀드는 네뷸라에 3억 위안을 투자했다.\n"
    "시장조사업체 오리온에 따르면 창업자는 156명이다. 이 가운데 104명은 베가 출신이다."
)  # fmt: skip
PUBLISHED = date(2024, 5, 10)


def made(passage: str, as_written: str, confidence: float, **fields: Any) -> Candidate:
    place = next(one for one in read_passages(TEXT) if one.id == passage)
    start = place.start + place.text.index(as_written)
    where = {"passage": passage, "as_written": as_written, "start": start, "end": start + len(as_written)}
    return Candidate.model_validate(where | {"confidence": confidence} | fields)


FOUNDERS = made("p3.s1", "156명", 0.95, type="figure", subject="창업자", metric="founders", value=156, unit="people",
                qualifier="exact", attributed_to="오리온", attribution="stated")  # fmt: skip
FOUNDING = made("p2.s1", "왕보가 세운", 0.9, type="founding", person="왕보", person_id="wang-bo", startup="네뷸라",
                doubts=("“네뷸라” is new.",))  # fmt: skip
REVENUE = made("p2.s1", "7000만 달러", 0.6, type="figure", subject="네뷸라", metric="revenue", value=70_000_000,
               unit="USD", qualifier="expected", words={"qualifier": "예상된다"})  # fmt: skip
INVESTMENT = made("p2.s2", "3억 위안을 투자", 0.97, type="investment", investor="알파펀드")
CANDIDATES = [FOUNDERS, FOUNDING, REVENUE, INVESTMENT]
NDJSON = "".join(f"{one.as_json()}\n" for one in CANDIDATES)


@pytest.fixture
def review() -> Review:
    return Review(NDJSON, TEXT, PUBLISHED)


def words(review: Review) -> str | None:
    return review.current.as_written if review.current else None


def correct(review: Review, line: str) -> None:
    review.correct(read_corrections(line))


def test_it_goes_through_the_text_and_keeps_the_order_of_the_file(review: Review) -> None:
    assert words(review) == "왕보가 세운"
    review.accept()
    assert words(review) == "7000만 달러"
    review.skip()
    assert words(review) == "3억 위안을 투자"
    review.reject()
    review.accept()
    assert review.current is None
    kept = [json.loads(line) for line in review.written().splitlines()]
    assert [one.get("decision") for one in kept] == ["accepted", "accepted", None, "rejected"]
    for one, before in zip(kept, CANDIDATES, strict=True):
        one.pop("decision", None)
        assert one == json.loads(before.as_json())


def test_a_review_goes_on_where_it_was_left(review: Review) -> None:
    review.accept()
    review.skip()
    review.reject()
    again = Review(review.written(), TEXT)
    assert words(again) == "7000만 달러"
    assert (again.count("accepted"), again.count("rejected"), again.count(None)) == (1, 1, 2)
    assert again.written() == review.written()


def test_one_can_go_back_and_decide_anew(review: Review) -> None:
    assert not review.back()
    review.accept()
    assert review.back()
    assert review.current is not None
    assert review.current.decision == "accepted"
    review.reject()
    assert words(review) == "7000만 달러"
    assert (review.count("accepted"), review.count("rejected")) == (0, 1)


def test_what_does_not_hold_is_not_accepted(review: Review) -> None:
    review.accept()
    review.accept()
    with pytest.raises(Refused) as refused:
        review.accept()
    assert refused.value.reasons == ["startup is missing"]
    assert words(review) == "3억 위안을 투자"
    correct(review, "startup=네뷸라")
    review.accept()
    assert review.count("accepted") == 3


def test_corrections_bring_what_follows_from_them(review: Review) -> None:
    correct(review, "person=네뷸라; startup_id=nebula-ai")
    assert review.current is not None
    assert (review.current.person, review.current.person_id, review.current.startup_id) == ("네뷸라", None, "nebula-ai")
    review.skip()
    correct(review, "words.period=올해")
    assert review.current.period_from == date(2024, 1, 1)
    correct(review, "stated_conversion.as_written=약 1000억 원")
    conversion = json.loads(review.current.as_json())["stated_conversion"]
    assert conversion == {"value": 10**11, "unit": "KRW", "qualifier": "about", "as_written": "약 1000억 원"}
    correct(review, "words.qualifier=")
    assert review.current.qualifier == "exact"
    correct(review, "as_written=약 1000억 원; stated_conversion=; words.period=")
    now = json.loads(review.current.as_json())
    assert (now["value"], now["unit"], now["qualifier"]) == (10**11, "KRW", "about")
    assert TEXT[now["start"] : now["end"]] == "약 1000억 원"
    assert not {"period_from", "stated_conversion", "words"} & set(now)
    review.skip()
    correct(review, "words.value=3억 위안")
    assert json.loads(review.current.as_json())["value"] == 300_000_000
    correct(review, "words.value=")
    assert review.current.value is None
    review.skip()
    correct(review, "of.prior_employer=베가; of.prior_employer_id=vega")
    assert review.current.of is not None
    correct(review, "of.prior_employer=오리온")
    assert review.current.of.prior_employer_id is None
    correct(review, "of.prior_employer=")
    assert review.current.of is None
    correct(review, "type=claim; cohort=창업자; parties=오리온, 베가; metric=; subject=")
    assert review.current.parties == ("오리온", "베가")
    assert (review.current.party_ids, review.current.value, review.current.unit) == ((None, None), None, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("person=리란", "person: “리란” stands nowhere in the text"),
        ("words.person=베가", "words.person: “베가” does not stand literally in p2.s1"),
        ("as_written=왕보가 만든", "as_written: “왕보가 만든” does not stand literally in p2.s1"),
        ("as_written=", "as_written cannot be taken away"),
        ("passage=p2.s2", "as_written: “왕보가 세운” does not stand literally in p2.s2"),
        ("passage=p7.s1", "the text has no passage p7.s1"),
        ("value=3", "value: a fact of type founding has none"),
        ("attributed_to=오리온", "go together"),
        ("type=wedding", "type: Input should be 'founding'"),
        ("type=figure", "'왕보가 세운' is not a quantity"),
        ("attribution=", "go together"),
        ("period_from=soon", "period_from: Input should be a valid date"),
        ("persn=왕보", "there is no field persn; did you mean “person”?"),
        ("of.verses=왕보", "there is no field of.verses; did you mean “versus”?"),
        ("start=7", "start is found from as_written"),
        ("decision=accepted", "there is no field decision"),
        ("words=왕보", "words is corrected field by field, such as words.period=…"),
        ("person.name=왕보", "person has no fields of its own"),
        ("confidence=2", "confidence: Input should be less than or equal to 1"),
        ("words.period=왕보", "'왕보' is not a period"),
    ],
)
def test_a_correction_that_would_not_hold_changes_nothing(review: Review, line: str, reason: str) -> None:
    if line == "attribution=":  # of the one that has a speaker
        review.at = 3
    before = review.written()
    with pytest.raises(Refused) as refused:
        correct(review, line)
    assert any(reason in one for one in refused.value.reasons), refused.value.reasons
    assert review.written() == before


def test_a_number_must_be_what_the_words_say(review: Review) -> None:
    review.skip()
    with pytest.raises(Refused, match="“7000만 달러” gives 70000000 USD, not 7000000 USD"):
        correct(review, "value=7000000")
    with pytest.raises(Refused, match="says exact, not about"):
        correct(review, "words.qualifier=; qualifier=about")


def test_periods_need_a_day_to_count_from() -> None:
    with pytest.raises(Refused, match="give it as --published-on"):
        correct(Review(NDJSON, TEXT), "words.period=올해")


def test_what_was_wrong_before_may_be_put_right_in_steps() -> None:
    wrong = FOUNDERS.model_copy(update={"subject": "없는곳", "attributed_to": "또없음"})
    review = Review(wrong.as_json(), TEXT)
    assert len(review.objections(wrong)) == 3
    correct(review, "subject=창업자")
    correct(review, "attributed_to=오리온")
    review.accept()
    assert review.count("accepted") == 1


@pytest.mark.parametrize("line", ["", "person", "=왕보", "person 왕보"])
def test_what_is_no_correction(line: str) -> None:
    with pytest.raises(ValueError, match="is no correction: write field=value"):
        read_corrections(line)


def test_several_corrections_in_a_line() -> None:
    assert read_corrections("title=a; b ;words.title = c=d ") == [
        Correction("title", "a; b"),
        Correction("words.title", "c=d"),
    ]


def test_those_sure_enough_are_accepted_if_they_hold(review: Review) -> None:
    assert review.accept_above(0.9) == 2
    assert [one.as_written for one in review.ordered() if one.decision is None] == ["7000만 달러", "3억 위안을 투자"]


def test_a_json_draft_stays_one() -> None:
    head = {"title": "네뷸라", "language": "ko", "published_on": "2024-05-10", "proposals": []}
    review = Review(json.dumps(head | {"candidates": [json.loads(REVENUE.as_json())]}), TEXT)
    correct(review, "words.period=올해")  # counted from the draft's own day
    review.accept()
    kept = json.loads(review.written())
    assert {key: kept[key] for key in head} == head
    assert (kept["candidates"][0]["decision"], kept["candidates"][0]["period_to"]) == ("accepted", "2024-12-31")
    assert Review(review.written(), TEXT).count("accepted") == 1


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        ("{", "line 1: is no JSON"),
        (f"{NDJSON}[]", "line 5: is no candidate"),
        ('{"type": "founding"}', "line 1: is no candidate: as_written: Field required"),
        (NDJSON.replace("confidence", "sureness", 1), "line 1: is no candidate"),
        ('{"candidates": [{}]}', "candidates[0]: is no candidate"),
        ('{"candidates": [], "published_on": "May"}', "published_on: "),
        (NDJSON.replace('"p2.s2"', '"p9.s2"'), "1 of 4 candidates do not stand where the draft says"),
    ],
)
def test_what_is_no_draft(draft: str, told: str) -> None:
    with pytest.raises(NotReviewable) as error:
        Review(draft, TEXT)
    assert told in str(error.value)


def test_an_empty_draft_is_done() -> None:
    assert Review("", TEXT).current is None


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "draft.ndjson"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(path)
    write_whole(link, "new")
    assert (path.read_text(), link.is_symlink(), path.stat().st_mode & 0o777) == ("new", True, 0o640)
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text() == "new"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["draft.ndjson", "link"]


class Reviewing:
    """`haigui review` on a draft in a folder, with answers from a pipe."""

    def __init__(self, folder: Path) -> None:
        self.draft, self.article = folder / "draft.ndjson", folder / "article.txt"
        self.draft.write_text(NDJSON, "utf-8")
        self.article.write_text(TEXT, "utf-8", newline="")

    def run(self, answers: str, *words: object, status: int = 0, columns: int = 200) -> tuple[str, str]:
        command = ["review", str(self.draft), "--article", str(self.article), *map(str, words)]
        done = CliRunner().invoke(cli, command, input=answers, env={"COLUMNS": str(columns)})
        assert done.exit_code == status, done.output
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done.stdout, done.stderr

    def decisions(self, path: Path | None = None) -> list[str | None]:
        return [json.loads(line).get("decision") for line in (path or self.draft).read_text("utf-8").splitlines()]


@pytest.fixture
def reviewing(tmp_path: Path) -> Reviewing:
    return Reviewing(tmp_path)


def test_answers_from_a_pipe_and_resuming(reviewing: Reviewing) -> None:
    out, err = reviewing.run("a\nperhaps\nc value=7\nc\nwords.period=올해\n", "--published-on", "2024-05-10")
    assert err == ""
    assert "p2.s1  ⟦왕보가 세운⟧ 네뷸라는" in out
    assert "왕보 (wang-bo)" in out
    assert "“네뷸라” is new." in out
    assert "“perhaps” is no answer: [a]ccept" in out
    assert "refused, nothing was changed:\n  value: “7000만 달러” gives 70000000 USD, not 7 USD" in out
    assert out.splitlines()[-1] == f"{reviewing.draft}: 1 accepted, 0 rejected, 3 open"
    assert reviewing.decisions() == [None, "accepted", None, None]
    assert json.loads(reviewing.draft.read_text("utf-8").splitlines()[2])["period_from"] == "2024-01-01"
    out, _ = reviewing.run("a\na\nr\nb\nb\ns\na\n")
    assert "왕보가 세운⟧" not in out  # it is decided
    assert "startup is missing" in out
    assert reviewing.decisions() == ["accepted", "accepted", "accepted", "rejected"]
    out, _ = reviewing.run("")
    assert out == f"{reviewing.draft}: 3 accepted, 1 rejected, 0 open\n"


def test_a_pipe_that_ends_in_the_middle_keeps_what_was_decided(reviewing: Reviewing) -> None:
    command = [*HAIGUI, "review", str(reviewing.draft), "--article", str(reviewing.article)]
    seen = environment("sqlite://")
    for answers in (b"r\nc", b"\xff\n"):
        done = subprocess.run(command, input=answers, env=seen, capture_output=True, timeout=PATIENCE, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert reviewing.decisions() == [None, "rejected", None, None]


def test_words_that_do_not_stand_in_the_text_are_refused(reviewing: Reviewing) -> None:
    out, _ = reviewing.run("c person=리란\nq\n")
    assert "refused, nothing was changed:\n  person: “리란” stands nowhere in the text" in out
    assert reviewing.draft.read_text("utf-8") == NDJSON


@pytest.mark.parametrize("columns", [40, 79, 80, 100, 101, 102, 103])
def test_no_character_is_hidden_however_narrow_the_terminal_is(reviewing: Reviewing, columns: int) -> None:
    item = REVENUE.model_copy(update={"description": "가" * 100 + " 나"})
    reviewing.draft.write_text(item.as_json(), "utf-8")
    out, _ = reviewing.run("", columns=columns)
    assert "…" not in out
    for passage in read_passages(TEXT):
        if passage.id == item.passage:
            assert all(out.count(letter) >= passage.text.count(letter) for letter in passage.text if letter.strip())
    assert out.count("가") >= 100


def test_decisions_can_be_kept_elsewhere(reviewing: Reviewing, tmp_path: Path) -> None:
    output = tmp_path / "reviewed.ndjson"
    reviewing.run("r\n", "--output", output)
    assert reviewing.draft.read_text("utf-8") == NDJSON
    out, _ = reviewing.run("a\n", "--output", output)
    assert out.splitlines()[-1] == f"{output}: 1 accepted, 1 rejected, 2 open"
    assert reviewing.decisions(output) == [None, "rejected", "accepted", None]


def test_nothing_is_asked_by_a_list_or_by_accepting_the_sure(reviewing: Reviewing) -> None:
    out, _ = reviewing.run("", "--list")
    assert "p2.s1  ⟦왕보가 세운⟧ 네뷸라는 올해 매출이 ⟦7000만 달러⟧(약" in out
    assert "  ? “156명”: type figure; subject 창업자; metric founders; value 156; unit people" in out
    assert reviewing.draft.read_text("utf-8") == NDJSON
    out, _ = reviewing.run("", "--accept-above", "0.9")
    assert reviewing.decisions() == ["accepted", "accepted", None, None]
    assert "“156명”" not in out
    assert "“7000만 달러”" in out
    assert "      ! startup is missing" in out
    reviewing.run("", "--accept-above", "1.5", status=2)


def test_a_text_that_was_edited_is_refused(reviewing: Reviewing) -> None:
    reviewing.article.write_text("속보. " + TEXT, "utf-8")
    _, err = reviewing.run("a\n", status=1)
    assert err.startswith(f"{reviewing.draft}: 4 of 4 candidates do not stand where the draft says, so it was made")
    assert reviewing.draft.read_text("utf-8") == NDJSON


def test_files_that_cannot_be_read_or_written_are_told(reviewing: Reviewing, tmp_path: Path) -> None:
    _, err = reviewing.run("a\n", "--output", tmp_path / "none" / "x", status=1)
    assert err == f"{tmp_path / 'none' / 'x'}: no such file or directory: the last decision was not kept\n"
    reviewing.article.write_bytes(b"\xff")
    assert "article.txt: is no text in UTF-8" in reviewing.run("", status=1)[1]
    reviewing.article.unlink()
    assert reviewing.run("", status=1)[1] == f"{reviewing.article}: no such file or directory\n"


def test_a_text_cannot_command_the_terminal(reviewing: Reviewing) -> None:
    text = TEXT.replace("늘어", "\x1b]0;늘어\x07[bold]")
    draft = made("p1.s1", "네뷸라", 0.5, type="maker", product="네뷸라", organization="네뷸라", description="\x1b[2J")
    reviewing.article.write_text(text, "utf-8")
    reviewing.draft.write_text(draft.as_json(), "utf-8")
    for words in (["--list"], []):
        out, _ = reviewing.run("a\n", *words)
        assert "\x1b" not in out
        assert "⟦네뷸라⟧ 매출 �]0;늘어�[bold]" in out


@pytest.mark.skipif(os.name != "posix", reason="a terminal of its own needs POSIX")
def test_on_a_terminal_the_span_is_highlighted(reviewing: Reviewing) -> None:
    import pty  # noqa: PLC0415 - there on POSIX only

    ours, theirs = pty.openpty()
    shown = {**environment("sqlite://"), "TERM": "xterm-256color", "COLUMNS": "100"}
    shown.pop("NO_COLOR")
    command = [*HAIGUI, "review", str(reviewing.draft), "--article", str(reviewing.article)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=shown) as process:
        os.close(theirs)
        os.write(ours, b"a\nq\n")
        out = b""
        while True:
            try:
                came = os.read(ours, 65536)
            except OSError:  # Linux says so when the other side is closed
                break
            if not came:
                break
            out += came
        assert process.wait(PATIENCE) == 0
    os.close(ours)
    assert "\x1b[1;4;30;43m왕보\x1b[0m\x1b[1;30;43m가 세운\x1b[0m".encode() in out
    assert "\x1b[4m네뷸라\x1b[0m".encode() in out
    assert "⟦".encode() not in out
    assert reviewing.decisions() == [None, "accepted", None, None]
