"""A draft as TOML: what is written is read back as the records it was written from, and says what is uncertain."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Engine

from app.db import reading
from app.reading.candidates import Base, Candidate, Conversion, Draft, Proposal
from app.reading.passages import read_passages
from app.seeding.drafted import records_of
from app.seeding.files import read_seeds
from app.seeding.forms import ENTITY_FORMS, EntityForm, GazetteerForm, RecordsForm
from app.seeding.known import Entities
from app.seeding.slugs import suggest
from app.seeding.verify import verify
from app.seeding.written import as_toml, entry_as_toml
from tests.conftest import WORLD
from tests.seeding.tables import append

TEXT = """시리우스AI, 새 모델 공개
시리우스AI(Sirius AI)는 량원펑(梁文锋)이 창업했다. 글로벡스의 투자를 받은 시리우스AI는 올해 매출이 \
3000만 달러(약 400억 원)에 달할 것으로 예상된다.
데이터국에 따르면 창업가 가운데 애크미 출신은 12.5%다. 별 기업의 투자사 대부분이 글로벡스·훌리 등이다.
시리우스AI는 "큰" 모델을 공개했다."""


def candidate(written: str, **fields: Any) -> Candidate:
    start = TEXT.index(written)
    passage = next(one.id for one in read_passages(TEXT) if one.start <= start < one.end)
    place = {"as_written": written, "start": start, "end": start + len(written), "passage": passage}
    return Candidate.model_validate({"confidence": 0.9, **place, **fields})


CANDIDATES = (
    candidate("량원펑(梁文锋)이 창업", type="founding", person="량원펑", startup="시리우스AI"),
    candidate(
        "글로벡스의 투자를 받은", type="investment", investor="글로벡스", investor_id="globex", startup="시리우스AI"
    ),
    candidate(
        "3000만 달러",
        type="figure",
        subject="시리우스AI",
        metric="revenue",
        value=Decimal(30_000_000),
        unit="USD",
        qualifier="expected",
        period_from=date(2025, 1, 1),
        period_to=date(2025, 12, 31),
        words={"period": "올해", "qualifier": "예상"},
        stated_conversion=Conversion.model_validate(
            {"value": 40_000_000_000, "unit": "KRW", "qualifier": "about", "as_written": "약 400억 원"}
        ),
        confidence=0.5,
        rule="figure.sum",
        doubts=("The year is counted from the day of publication.",),
    ),
    candidate(
        "12.5%",
        type="figure",
        subject="창업가",
        subject_id="tracked-founders",
        metric="share",
        value=Decimal("12.5"),
        unit="percent",
        qualifier="exact",
        of=Base(prior_employer="애크미", prior_employer_id="acme"),
        attributed_to="데이터국",
        attributed_to_id="data-bureau",
        attribution="stated",
    ),
    candidate(
        "투자사 대부분",
        type="claim",
        cohort="별 기업",
        cohort_id="star-startups",
        relation="investor",
        extent="most",
        open_ended=True,
        parties=("글로벡스", "훌리"),
        party_ids=("globex", "hooli"),
    ),
    candidate('"큰" 모델을 공개', type="activity", organization="시리우스AI", kind="launch", status="done"),
    candidate(
        "애크미 출신",
        type="employment",
        person="아무개",
        organization="애크미",
        organization_id="acme",
        status="former",
    ),
)
DRAFT = Draft(
    title="시리우스AI, 새 모델 공개",
    language="ko",
    published_on=date(2025, 1, 27),
    candidates=CANDIDATES,
    proposals=(
        Proposal(name="시리우스AI", type="organization", aliases=("Sirius AI",), start=0, end=6, near=("vega-ai",)),
        Proposal(name="량원펑", type="person", aliases=("梁文锋",), start=0, end=3),
        Proposal(name="새 기업", type="cohort", start=0, end=3),
    ),
)


def test_what_is_written_is_read_back_as_the_records_that_it_says() -> None:
    written = as_toml(DRAFT, TEXT, {"liang-wenfeng"})
    ids = {"시리우스AI": "sirius-ai", "량원펑": "liang-wenfeng-2"}
    passages = {one.id: one.text for one in read_passages(TEXT)}
    wanted = records_of([("c", each) for each in CANDIDATES], lambda name, item: item or ids.get(name, name), passages)

    read = RecordsForm.model_validate(tomllib.loads(written.records, parse_float=Decimal))

    assert read == wanted.records
    assert [len(getattr(read, of)) for of in ("founding", "investment", "figure", "claim", "employment")] == [
        1,
        1,
        2,
        1,
        1,
    ]
    assert read.figure[1].value == Decimal("12.5")
    assert read.figure[0].citations[0].words == {"subject": "시리우스AI", "period": "올해", "qualifier": "예상"}
    assert read.employment[0].person == "아무개"
    gazetteer = GazetteerForm.model_validate(tomllib.loads(written.gazetteer))
    assert [(form.id, form.name, form.name_ko, form.name_zh) for _, _, form in gazetteer.entities()] == [
        ("sirius-ai", "Sirius AI", "시리우스AI", None),
        ("liang-wenfeng-2", "량원펑", "량원펑", "梁文锋"),
        ("sae-gieop", "새 기업", "새 기업", None),
    ]


def test_what_is_uncertain_stands_beside_the_table() -> None:
    written = as_toml(DRAFT, TEXT, ())

    before = written.records.split("[[figure]]")[0].rsplit("\n\n", 1)[1]
    assert before.splitlines() == [
        "# Confidence 0.5, by the rule figure.sum.",
        "# The year is counted from the day of publication.",
        "# subject: “시리우스AI” is not in the gazetteer; proposed as sirius-ai; near are vega-ai.",
    ]
    assert "# person: nobody is known as “아무개”; give an id." in written.records
    assert "# Near are vega-ai: is it one of them?" in written.gazetteer
    assert "# The kind is not known; allowed: startup, company," in written.gazetteer


def test_what_is_no_record_stands_there_as_a_comment() -> None:
    written = as_toml(DRAFT, TEXT, ())

    assert tomllib.loads(written.records).get("activity") is None
    assert "# No record yet: description: is missing." in written.records
    assert '# as_written = "\\"큰\\" 모델을 공개"' in written.records


def test_an_id_is_suggested_by_the_plainest_name() -> None:
    assert suggest(["딥시크", "DeepSeek"], ()) == "deepseek"
    assert suggest(["량원펑"], (), is_person=True) == "liang-wenfeng"
    assert suggest(["梁文锋"], (), is_person=True) == "liang-wenfeng"
    assert suggest(["월지암면", "月之暗面"], ()) == "yuezhianmian"
    assert suggest(["한빛소프트"], {"hanbitsopeuteu"}) == "hanbitsopeuteu-2"
    assert suggest(["…"], {"new"}) == "new-2"


def test_what_is_written_passes_verification_once_its_entries_are_in_the_gazetteer(seeds: Path) -> None:
    sure = DRAFT.model_copy(update={"candidates": CANDIDATES[:5], "proposals": DRAFT.proposals[:2]})
    written = as_toml(sure, TEXT, ())
    folder = seeds / "articles" / "2025-01-27-gamma-sirius"
    folder.mkdir()
    append(seeds / "gazetteer.toml", written.gazetteer)
    (folder / "records.toml").write_text(written.records, "utf-8")
    (folder / "original.txt").write_text(TEXT, "utf-8")
    (folder / "article.toml").write_text(
        f'id = "{folder.name}"\ntitle = "시리우스AI"\npublisher = "감마통신"\npublished_on = 2025-01-27\n'
        'language = "ko"\nstory = "sirius"\ntext_read = "original"\ntext_kept = false\n',
        "utf-8",
    )

    verified = verify(read_seeds(folder))

    assert [(one.id, one.facts, one.citations) for one in verified] == [(folder.name, 5, 5)]


def test_every_entry_comes_back_from_the_database_as_it_stood_in_the_gazetteer(loaded: Engine) -> None:
    stood = read_seeds(WORLD / "gazetteer.toml").gazetteer
    ids = [form.id for _, _, form in stood.entities()]
    with reading(loaded) as connection:
        entries = [Entities(connection).entry(item) for item in ids]
    written = "\n".join(entry_as_toml(form) for form in entries if form is not None)
    read = GazetteerForm.model_validate(tomllib.loads(written))
    for entity_type in ENTITY_FORMS:
        assert [_sorted(form) for form in getattr(read, entity_type)] == list(map(_sorted, getattr(stood, entity_type)))


def _sorted(form: EntityForm) -> EntityForm:
    return form.model_copy(update={"aliases": sorted(set(form.aliases))})
