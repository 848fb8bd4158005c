"""The measure of reading: a pure function of candidates and records, and the command that applies it."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.errors import InvalidRecords
from app.evaluation.comparing import Comparison
from app.evaluation.expected import Expected, expected_of
from app.evaluation.measure import Evaluation, Measured, Part, evaluate, ungrounded
from app.evaluation.names import Names
from app.evaluation.scoring import Scored, Tally, rows, score, tally
from app.evaluation.telling import as_json, as_list, as_table
from app.reading.candidates import Base, Candidate, KnownEntity
from app.seeding.files import read_seeds
from app.seeding.known import known_entities
from app.vocabulary import EmploymentStatus, EntityType, FactType, Metric, Qualifier, Unit
from tests.conftest import SHIPPED, WORLD

DEVELOPMENT = Path(__file__).parent / "reading" / "development"

KNOWN = (
    KnownEntity("nebula", EntityType.ORGANIZATION, "startup", ("Nebula", "네뷸라", "星云")),
    KnownEntity("hooli", EntityType.ORGANIZATION, "company", ("Hooli", "훌리")),
    KnownEntity("globex", EntityType.ORGANIZATION, "fund", ("Globex", "글로벡스")),
    KnownEntity("mo-xing", EntityType.PERSON, None, ("Mo Xing", "모싱", "莫星")),
    KnownEntity("makers", EntityType.COHORT, None, ("Chinese makers of robots",)),
)
COMPARISON = Comparison(Names(KNOWN))
SENTENCE = (10, 60)


def stated(fact_type: FactType, roles: dict[str, str], **says: Any) -> Expected:
    described = {"subject": frozenset({"로봇 업체들"})}
    parties = frozenset(says.pop("parties", ()))
    return Expected(fact_type, roles, parties, says, described, "p2.s1", "…", (SENTENCE,))


def proposed(fact_type: FactType, **fields: Any) -> Candidate:
    start = fields.pop("start", 20)
    place = {"as_written": "…", "start": start, "end": start + 1, "passage": "p2.s1", "confidence": 0.5}
    return Candidate(type=fact_type, **(place | fields))


FOUNDING = stated(FactType.FOUNDING, {"person": "mo-xing", "startup": "nebula"})
EMPLOYMENT = stated(FactType.EMPLOYMENT, {"person": "mo-xing", "organization": "hooli"}, status=EmploymentStatus.FORMER)
INVESTMENT = stated(FactType.INVESTMENT, {"investor": "globex", "startup": "nebula"}, qualifier=Qualifier.EXACT)
REVENUE = stated(
    FactType.FIGURE,
    {"subject": "nebula"},
    metric=Metric.REVENUE,
    value=Decimal(70000000),
    unit=Unit.USD,
    qualifier=Qualifier.MORE_THAN,
    period_from=date(2024, 1, 1),
    period_to=date(2024, 12, 31),
)
RECORDS = (FOUNDING, EMPLOYMENT, INVESTMENT, REVENUE)


def founding(**fields: Any) -> Candidate:
    return proposed(FactType.FOUNDING, **({"person": "모싱", "startup": "네뷸라"} | fields))


def revenue(**fields: Any) -> Candidate:
    right = {
        "subject": "네뷸라",
        "metric": Metric.REVENUE,
        "value": Decimal(70000000),
        "unit": "USD",
        "qualifier": Qualifier.MORE_THAN,
        "period_from": date(2024, 1, 1),
        "period_to": date(2024, 12, 31),
    }
    return proposed(FactType.FIGURE, **(right | fields))


def both(scored: Scored, row: str = "all") -> tuple[Tally, Tally]:
    return tally(scored, rows()[row], strict=True), tally(scored, rows()[row], strict=False)


def test_what_is_right_in_everything_is_right_both_ways() -> None:
    candidates = [
        founding(),
        proposed(
            FactType.EMPLOYMENT, person="莫星", organization="hooli Inc", organization_id="hooli", status="former"
        ),
        proposed(FactType.INVESTMENT, investor="글로벡스", startup="N E B U L A"),
        revenue(),
    ]
    strict, lenient = both(score(RECORDS, candidates, COMPARISON))
    assert strict == lenient == Tally(right=4)
    assert (strict.precision, strict.recall, strict.f1) == (1.0, 1.0, 1.0)


def test_the_wrong_things_in_a_role_are_spurious_and_the_fact_is_missed() -> None:
    scored = score([FOUNDING], [founding(startup="훌리"), founding(person="글로벡스")], COMPARISON)
    assert both(scored) == (Tally(spurious=2, missed=1), Tally(spurious=2, missed=1))
    assert scored.missed == (FOUNDING,)


def test_an_id_that_is_known_decides_before_the_name() -> None:
    scored = score([FOUNDING], [founding(startup="네뷸라", startup_id="hooli")], COMPARISON)
    assert both(scored)[1] == Tally(spurious=1, missed=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"qualifier": Qualifier.EXACT},
        {"qualifier": None},
        {"period_from": date(2023, 1, 1), "period_to": date(2023, 12, 31)},
        {"period_from": None, "period_to": None},
        {"start": 100},
        {"of": Base(versus="훌리")},
        {"subject": "Nebula Inc."},
    ],
)
def test_what_differs_in_a_detail_is_right_only_leniently(fields: dict[str, Any]) -> None:
    scored = score([REVENUE], [revenue(**fields)], COMPARISON)
    assert both(scored) == (Tally(spurious=1, missed=1), Tally(right=1))
    assert scored.pairs[0].differences


@pytest.mark.parametrize(
    "fields", [{"metric": Metric.FUNDING}, {"value": Decimal(7)}, {"unit": "CNY"}, {"value": None}, {"subject": None}]
)
def test_another_value_is_another_fact(fields: dict[str, Any]) -> None:
    assert both(score([REVENUE], [revenue(**fields)], COMPARISON))[1] == Tally(spurious=1, missed=1)


def test_what_is_another_things_name_is_not_alike() -> None:
    names = Names([*KNOWN, KnownEntity("nebula-ventures", EntityType.ORGANIZATION, "fund", ("Nebula Inc.",))])
    assert both(score([REVENUE], [revenue(subject="Nebula Inc.")], Comparison(names)))[1] == Tally(spurious=1, missed=1)


def test_a_former_employment_is_no_current_one() -> None:
    current = proposed(FactType.EMPLOYMENT, person="모싱", organization="훌리", status="current")
    assert both(score([EMPLOYMENT], [current], COMPARISON))[1] == Tally(spurious=1, missed=1)


def test_a_fact_stated_again_is_neither_right_nor_wrong() -> None:
    in_title = revenue(start=0, period_from=None, period_to=None)
    strict, lenient = both(score([FOUNDING, REVENUE], [in_title, founding(), founding(), revenue()], COMPARISON))
    assert strict == lenient == Tally(right=2, repeated=2)


def test_a_fact_stated_again_with_a_contradiction_is_wrong_where_all_is_asked_for() -> None:
    strict, lenient = both(score([REVENUE], [revenue(), revenue(qualifier=Qualifier.ABOUT)], COMPARISON))
    assert strict == Tally(right=1, spurious=1)
    assert lenient == Tally(right=1, repeated=1)


def test_each_record_is_used_once_and_for_the_candidate_that_agrees_most() -> None:
    dated = stated(FactType.FOUNDING, dict(FOUNDING.roles), period_from=date(2020, 1, 1), period_to=date(2020, 12, 31))
    candidates = [founding(), founding(period_from=date(2020, 1, 1), period_to=date(2020, 12, 31))]
    assert both(score([dated, FOUNDING], candidates, COMPARISON)) == (Tally(right=2), Tally(right=2))


def test_what_nobody_proposes_is_missed_and_has_no_precision() -> None:
    strict, _ = both(score(RECORDS, [], COMPARISON))
    assert strict == Tally(missed=4)
    assert (strict.precision, strict.recall, strict.f1) == (None, 0.0, 0.0)


def test_a_proposed_alias_is_a_name_of_the_thing() -> None:
    scored = score([FOUNDING], [founding(startup="성운")], Comparison(Names(KNOWN), {"성운": ("星云",)}))
    assert both(scored)[0] == Tally(right=1)


def test_a_cohort_is_known_by_the_words_that_describe_it() -> None:
    record = stated(FactType.FIGURE, {"subject": "makers"}, metric=Metric.COMPANIES, unit=Unit.COMPANIES)
    candidate = proposed(FactType.FIGURE, subject="로봇 업체들", metric=Metric.COMPANIES, unit="companies")
    other = proposed(FactType.FIGURE, subject="이 회사", metric=Metric.COMPANIES, unit="companies")
    assert both(score([record], [candidate, other], COMPARISON))[1] == Tally(right=1, spurious=1)


def test_an_amount_counts_only_where_all_is_asked_for() -> None:
    candidate = proposed(FactType.INVESTMENT, investor="글로벡스", startup="네뷸라", value=Decimal(5), unit="USD")
    assert both(score([INVESTMENT], [candidate], COMPARISON)) == (Tally(spurious=1, missed=1), Tally(right=1))


def test_a_claim_needs_all_its_parties() -> None:
    record = stated(
        FactType.CLAIM, {"cohort": "makers"}, parties=("hooli", "globex"), relation="investor", extent="most",
        open_ended=True,
    )  # fmt: skip
    fields: dict[str, Any] = {"cohort_id": "makers", "cohort": "업체들", "relation": "investor", "extent": "most"}
    whole = proposed(
        FactType.CLAIM, **fields, parties=("훌리", "글로벡스"), party_ids=(None, "globex"), open_ended=True
    )
    half = proposed(FactType.CLAIM, **fields, parties=("훌리",), party_ids=(None,), open_ended=True)
    assert both(score([record], [half, whole], COMPARISON))[0] == Tally(right=1, spurious=1)


def test_rows_count_types_together_and_money_apart() -> None:
    users = proposed(FactType.FIGURE, subject="네뷸라", metric=Metric.USERS, value=Decimal(5), unit="people")
    scored = score(RECORDS, [founding(), users], COMPARISON)
    assert both(scored, "foundings, employments, investments")[0] == Tally(right=1, missed=2)
    assert both(scored, "money figures")[0] == Tally(missed=1)
    assert both(scored, "figure")[0] == Tally(spurious=1, missed=1)


def test_words_that_do_not_stand_where_they_should_are_counted() -> None:
    stands, not_there = founding(as_written="b", start=1), founding(as_written="b", start=2)
    assert ungrounded([stands, not_there], "abc") == (not_there,)


@pytest.mark.parametrize("path", [DEVELOPMENT, SHIPPED, WORLD])
def test_a_perfect_reader_is_right_in_everything(path: Path) -> None:
    seeds = read_seeds(path)
    names = {entity.id: entity.names[-1] for entity in known_entities(seeds.gazetteer)}
    comparison = Comparison(Names(known_entities(seeds.gazetteer)))
    for folder in seeds.articles:
        records = expected_of(folder)
        candidates = [candidate_of(record, names) for record in records]
        assert both(score(records, candidates, comparison))[0] == Tally(right=len(records))


def candidate_of(record: Expected, names: dict[str, str]) -> Candidate:
    """The candidate of a reader that knows the records."""
    base = {role: names[item] for role, item in record.roles.items() if role in {"prior_employer", "versus"}}
    parties = tuple(sorted(record.parties))
    asked = set(Candidate.model_fields) - {"type", "title", "round", "of"}
    fields = {name: value for name, value in record.says.items() if name in asked and value is not None}
    if record.type is FactType.EMPLOYMENT:
        fields.pop("unit", None)
    return proposed(
        record.type,
        **{role: names[item] for role, item in record.roles.items() if role not in base},
        **{name: value for name, value in fields.items() if not name.endswith("_id")},
        of=Base(**base) if base else None,
        parties=tuple(names[party] for party in parties),
        party_ids=tuple(None for _ in parties),
        start=record.spans[0][0],
    )


def test_parts_are_disjoint_and_make_up_the_whole() -> None:
    seeds = read_seeds(DEVELOPMENT)
    measured = {part: {one.article for one in evaluate(seeds, [], part).articles} for part in Part}
    assert measured[Part.TUNE] | measured[Part.REPORT] == measured[Part.ALL]
    assert not measured[Part.TUNE] & measured[Part.REPORT]


def test_a_folder_without_a_split_has_no_parts() -> None:
    with pytest.raises(InvalidRecords, match=r"split\.toml"):
        evaluate(read_seeds(WORLD), [], Part.TUNE)


def test_the_list_says_what_was_wrong_and_where() -> None:
    candidates = [
        founding(startup="훌리", startup_id="hooli", rule="verb"),
        revenue(period_from=None, start=99, passage="p9.s1"),
    ]
    scored = score([FOUNDING, REVENUE], candidates, COMPARISON)
    measured = Evaluation(Part.ALL, (Measured("2024-05-10-alpha", scored, (candidates[1],)),))
    figure = (
        "figure: subject 네뷸라, metric revenue, value 70000000, unit USD, qualifier more_than, period_to 2024-12-31"
    )
    assert list(as_list(measured)) == [
        "2024-05-10-alpha p2.s1: spurious founding: person 모싱, startup 훌리 (hooli) “…” by verb",
        "2024-05-10-alpha p2.s1: missed founding: person mo-xing, startup nebula “…”",
        f"2024-05-10-alpha p9.s1: inexact {figure} “…” [period_from none, not 2024-01-01; sentence p9.s1, not p2.s1]",
        f"2024-05-10-alpha p9.s1: ungrounded {figure} “…”",
    ]
    told = json.loads(as_json(measured, with_mistakes=True))
    assert [mistake["wrong"] for mistake in told["mistakes"]] == ["spurious", "missed", "inexact", "ungrounded"]
    assert told["rows"]["money figures"]["lenient"] == {
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "spurious": 0, "missed": 0, "repeated": 0,
    }  # fmt: skip
    assert any(line.startswith("money figures") and " 1.000" in line for line in as_table(measured))


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["evaluate", *map(str, words)])
    return done.exit_code, done.output


def test_the_command_prints_a_table_and_lists_what_was_wrong() -> None:
    status, output = run(WORLD, "--list", "--gazetteer", WORLD / "gazetteer.toml")
    assert status == 0
    assert "foundings, employments, investments" in output
    assert "not grounded in their text: 0" in output


def test_the_command_prints_one_json_document_the_same_each_time() -> None:
    status, output = run(WORLD / "articles" / "2024-06-20-beta-vega", "--format", "json", "--list")
    assert (status, output) == run(WORLD / "articles" / "2024-06-20-beta-vega", "--format", "json", "--list")
    told = json.loads(output)
    assert told["articles"] == ["2024-06-20-beta-vega"]
    assert set(told["rows"]["founding"]) == {"strict", "lenient"}
    assert {mistake["article"] for mistake in told["mistakes"]} <= {"2024-06-20-beta-vega"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["no-such-folder"], "there is no such file or folder"),
        ([WORLD, "--part", "tune"], "split.toml"),
        ([WORLD, "--gazetteer", "no-such-file.toml"], "there is no such file or folder"),
    ],
)
def test_what_cannot_be_measured_is_told(words: list[object], told: str) -> None:
    status, output = run(*words)
    assert status == 1
    assert told in output


def test_records_that_do_not_stand_in_their_text_are_not_measured(tmp_path: Path) -> None:
    folder = Path(copytree(WORLD, tmp_path / "world"))
    for text in folder.rglob("original.txt"):
        text.write_text("Nothing.\n", "utf-8")
    status, output = run(folder)
    assert status == 1
    assert "nothing was measured" in output
