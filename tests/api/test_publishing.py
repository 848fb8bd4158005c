"""Publishing a draft: whole or not at all, once, while loads run, after a kill; what may not be kept is gone."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlmodel import col

from app.db import make_engine, writing
from app.models import Article, Passage, Revision, StoredDraft
from app.seeding.files import read_seeds
from app.seeding.load import load
from tests.api.drafting import ARTICLE, ARTICLE_ID, CORRECTIONS, KEY, KEYED, TEXT, Reviewer, read, reasons
from tests.api.live import started
from tests.conftest import WORLD, Client, Databases
from tests.seeding.tables import as_json, content, dump, facts, replayed

SIRIUS = {"name": "시리우스AI", "id": "sirius-ai", "type": "organization", "kind": "startup", "decision": "accept"}
ADDED = [{"type": "founding", "person": "리란", "startup": "시리우스AI", "as_written": "리란을 영입"}]
"""What a reviewer adds where nothing was read."""


def url_of(client: Client) -> str:
    return client.engine.url.render_as_string(hide_password=False)


def test_the_log_rebuilds_what_was_published(client: Client, reviewer: Reviewer) -> None:
    reviewer.publish(reviewer.change(reviewer.draft(), CORRECTIONS))

    state = replayed(client.engine)
    assert as_json(facts(client.engine)) == state["fact"]
    assert {"sirius-ai", "liang-wenfeng"} <= state["entity"].keys()
    assert client.json("/v1/changes?since=4&group_by=subject")["total"] == 7


def test_a_load_of_files_leaves_what_was_published(client: Client, reviewer: Reviewer) -> None:
    reviewer.publish(reviewer.change(reviewer.draft(), CORRECTIONS))
    before = dump(client.engine)
    engine = make_engine(url_of(client))

    loaded = list(load(engine, read_seeds(WORLD)))
    engine.dispose()

    assert [one.changes for one in loaded] == [[]] * 4
    assert content(dump(client.engine)) == content(before)
    assert client.json("/v1/startups/sirius-ai")["founders"]


def test_a_text_that_may_not_be_kept_is_dropped(client: Client, reviewer: Reviewer) -> None:
    posted = reviewer.draft(rights="All rights reserved.")
    answer = reviewer.publish(reviewer.change(posted, CORRECTIONS))

    assert answer.json()["text_kept"] is False
    passages = client.json(f"/v1/articles/{ARTICLE_ID}/passages")["items"]
    assert [each["text"] for each in passages] == [None] * 5
    assert all(len(each["sha256"]) == 64 for each in passages)
    draft = reviewer.ask("GET", posted.json()["url"]).json()
    assert (draft["text"], draft["passages"]) == (None, [])
    assert draft["sha256"] == client.json(f"/v1/articles/{ARTICLE_ID}")["sha256"] == sha256(TEXT.encode()).hexdigest()
    sentence = TEXT.split("\n")[2]
    assert sentence not in "".join(row for rows in dump(client.engine).values() for row in rows)
    if client.engine.dialect.name == "sqlite":
        client.engine.dispose()
        file = Path(str(client.engine.url.database))
        kept = [
            each for each in (file, Path(f"{file}-wal")) if each.exists() and sentence.encode() in each.read_bytes()
        ]
        assert kept == []


def test_a_name_can_mean_somebody_who_is_known(client: Client, reviewer: Reviewer) -> None:
    entities = [{"name": "시리우스AI", "id": "nebula-ai", "decision": "accept"}, CORRECTIONS["entities"][1]]
    reviewed = reviewer.change(reviewer.draft(), CORRECTIONS | {"entities": entities})
    assert [each["is_new"] for each in reviewed.json()["entities"]] == [False, True]

    told = reviewer.publish(reviewed).json()

    assert told["added"]["entity"] == 1
    founders = client.json("/v1/startups/nebula-ai")["founders"]
    assert {each["person"]["id"] for each in founders} == {"li-lan", "liang-wenfeng"}
    assert client.json("/v1/organizations/nebula-ai")["name_ko"] == "네뷸라AI"  # what was known of it stays


def test_what_cannot_be_published_says_why_and_changes_nothing(client: Client, reviewer: Reviewer) -> None:
    posted = reviewer.draft(publisher=None)
    before = content(dump(client.engine))
    patch = {
        "candidates": [
            {"id": "c1", "decision": "accept"},
            {"id": "c3", "decision": "accept"},
            {"id": "c4", "decision": "accept", "corrected": {"round": "A"}},
        ],
        "entities": [{"name": "시리우스AI", "decision": "accept", "kind": None}],
    }
    reviewed = reviewer.change(posted, patch)

    answer = reviewer.publish(reviewed)

    found = reasons(answer, 409)
    assert found["article.publisher"] == "is missing"
    assert found["entities.시리우스AI.kind"] == "is missing"
    assert "nobody yet" in found["candidates.c1.person"]
    assert "has no round" in found["candidates.c4.round"]
    assert {error["in"] for error in answer.json()["errors"]} == {"draft"}
    mended = reviewer.change(
        reviewed,
        {
            "article": {"publisher": "감마통신"},
            "entities": [{"name": "시리우스AI", "kind": "startup"}, {"name": "량원펑", "decision": "accept"}],
            "candidates": [{"id": "c4", "corrected": {"round": None}}],
        },
    )
    found = reasons(reviewer.publish(mended), 409)  # what the words themselves refute, as in a file
    assert found == {
        "candidates.c3.value": "“3000만 달러” gives 30000000 USD, but the record says 3000 USD",
    }
    abroad = reviewer.change(mended, {"entities": [{"name": "시리우스AI", "country": "XX"}]})
    assert "no country “XX”" in reasons(reviewer.publish(abroad), 409)["entities.sirius-ai.country"]
    draft = reviewer.ask("GET", posted.json()["url"]).json()
    assert (draft["status"], draft["version"], draft["text"]) == ("open", 4, TEXT)
    assert {name: rows for name, rows in content(dump(client.engine)).items() if name != "draft"} == {
        name: rows for name, rows in before.items() if name != "draft"
    }
    nothing = reviewer.change(abroad, {"candidates": [{"index": at, "decision": "open"} for at in range(4)]})
    assert "none is accepted" in reasons(reviewer.publish(nothing), 409)["candidates"]


def test_an_id_that_somebody_took_meanwhile_is_said(reviewer: Reviewer) -> None:
    first = reviewer.change(reviewer.draft(), CORRECTIONS)
    second = reviewer.change(reviewer.draft(text=TEXT + "\n더 있다.", publisher_en="Beta"), CORRECTIONS)
    assert reviewer.publish(first).status_code == 201

    found = reasons(reviewer.publish(second), 409)

    assert "is the id of another organization by now" in found["entities.시리우스AI.id"]
    again = reviewer.change(
        second, {"entities": [{"name": "시리우스AI", "id": "sirius-ai"}, {"name": "량원펑", "id": "liang-wenfeng"}]}
    )
    told = reviewer.publish(again).json()
    assert (told["added"], told["changed"]) == (
        {"article": 1},
        {"founding": 1, "employment": 1, "investment": 1, "figure": 1},
    )


def test_a_draft_is_published_once(client: Client, reviewer: Reviewer) -> None:
    reviewed = reviewer.change(reviewer.draft(), CORRECTIONS)
    assert reviewer.publish(reviewed).status_code == 201
    before = dump(client.engine)

    again = reviewer.publish(reviewed)

    assert (again.status_code, again.json()["see"]) == (409, f"/v1/articles/{ARTICLE_ID}")
    assert reviewer.change(reviewed, {}).status_code == 409
    withdrawn = reviewer.ask("DELETE", reviewed.json()["url"], headers={"If-Match": "*"})
    assert withdrawn.status_code == 409
    assert dump(client.engine) == before


def test_while_a_load_runs_nothing_is_lost(client: Client, reviewer: Reviewer) -> None:
    reviewed = reviewer.change(reviewer.draft(), CORRECTIONS)
    impatient = make_engine(url_of(client), patience=0.2)
    client.app.state.writer.dispose()
    patient, client.app.state.writer = client.app.state.writer, impatient
    loader = make_engine(url_of(client))
    with writing(loader, keep=False):
        answers = [
            reviewer.publish(reviewed),
            reviewer.change(reviewed, {"candidates": []}),
            reviewer.post(text=TEXT + "\n더 있다."),
        ]
        still = reviewer.ask("GET", reviewed.json()["url"]).json()

    assert [answer.status_code for answer in answers] == [503] * 3
    assert {answer.headers["retry-after"] for answer in answers} == {"5"}
    assert {answer.json()["title"] for answer in answers} == {"A load is running"}
    assert still == reviewed.json()
    impatient.dispose()
    client.app.state.writer = patient
    released = threading.Event()

    def hold() -> None:
        with writing(loader, keep=False):
            released.set()
            threading.Event().wait(0.3)

    holding = threading.Thread(target=hold)
    holding.start()
    released.wait(10)
    assert reviewer.publish(reviewed).status_code == 201  # a short load is waited for
    holding.join()
    loader.dispose()


def test_a_server_that_is_killed_between_draft_and_publication_loses_nothing(databases: Databases) -> None:
    url = databases.loaded(WORLD)
    added = {"add": ADDED, "entities": [SIRIUS]}
    keys = f"sha256:{sha256(b'another key of somebody').hexdigest()}, sha256:{sha256(KEY.encode()).hexdigest()}"
    with started(url, HAIGUI_API_KEYS=keys) as (address, server):
        with httpx.Client(base_url=address, headers=KEYED, timeout=30) as http:
            posted = http.post("/v1/articles", json=ARTICLE)
            assert posted.status_code == 202, posted.text
            path = posted.json()["url"]
            reviewed = http.patch(path, json=added, headers={"If-Match": posted.headers["etag"]})
            assert reviewed.status_code == 200, reviewed.text
        server.kill()
        server.wait()
    with started(url, HAIGUI_API_KEYS=keys) as (address, _), httpx.Client(base_url=address, headers=KEYED) as http:
        draft = http.get(path)
        assert (draft.json(), draft.headers["etag"]) == (reviewed.json(), reviewed.headers["etag"])
        assert http.get("/v1/startups/sirius-ai").status_code == 404
        published = http.post(f"{path}/publish", headers={"If-Match": draft.headers["etag"]}, timeout=30)
        assert published.status_code == 201, published.text
        founders = http.get("/v1/startups/sirius-ai").json()["founders"]
        assert [each["person"]["id"] for each in founders] == ["li-lan"]


def test_a_number_that_the_database_cannot_hold_is_a_reason(client: Client, reviewer: Reviewer) -> None:
    text = TEXT.replace("3000만 달러", "12345678901234567.5달러")
    corrected = CORRECTIONS["candidates"][2]["corrected"] | {"as_written": "12345678901234567.5달러"}
    figure = {"type": "figure", "subject": "시리우스AI", "metric": "revenue", "unit": "USD"}
    add = {"add": [figure | corrected | {"value": "12345678901234567.5"}], "entities": CORRECTIONS["entities"]}
    client.app.state.reader = lambda _, day, known: read(TEXT, day, known).model_copy(update={"candidates": ()})

    answer = reviewer.publish(reviewer.change(reviewer.draft(text=text), add))

    if client.engine.dialect.name == "sqlite":
        assert "SQLite cannot hold exactly" in reasons(answer, 409)["candidates"]
    else:
        assert answer.status_code == 201


def test_of_many_at_once_one_wins(databases: Databases) -> None:
    accepted = {"add": ADDED, "entities": [SIRIUS]}
    with started(databases.loaded(WORLD), HAIGUI_API_KEYS=KEY) as (address, _), ThreadPoolExecutor(8) as several:

        def ask(method: str, path: str, **options: Any) -> httpx.Response:
            headers = KEYED | options.pop("headers", {})
            return httpx.request(method, address + path, headers=headers, timeout=60, **options)

        def at_once(*call: str, **options: Any) -> list[httpx.Response]:
            asked = [several.submit(ask, *call, **options) for _ in range(8)]
            return sorted((one.result() for one in asked), key=lambda answer: answer.status_code)

        posted, *others = at_once("POST", "/v1/articles", json=ARTICLE)
        path = posted.json()["url"]
        assert [(one.status_code, one.json()["see"]) for one in others] == [(409, path)] * 7
        seen = {"If-Match": posted.headers["etag"]}
        reviewed, *others = at_once("PATCH", path, json=accepted, headers=seen)
        assert (reviewed.status_code, [one.status_code for one in others]) == (200, [412] * 7)
        seen = {"If-Match": reviewed.headers["etag"]}
        published, *others = at_once("POST", f"{path}/publish", headers=seen)
        assert (published.status_code, [one.status_code for one in others]) == (201, [409] * 7)
        assert ask("GET", "/v1/changes?since=4").json()["total"] == sum(published.json()["added"].values())


@pytest.mark.parametrize("table", [Article, Passage, Revision], ids=lambda table: table.__name__)
def test_a_publication_that_dies_leaves_the_draft(client: Client, reviewer: Reviewer, table: Any) -> None:
    reviewed = reviewer.change(reviewer.draft(), CORRECTIONS)
    before = dump(client.engine)
    name = sa.inspect(table).local_table.name

    def fail(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(f"INSERT INTO {name} "):
            raise OSError(os.strerror(28))

    sa.event.listen(client.app.state.writer, "before_cursor_execute", fail)
    with pytest.raises(OSError, match="No space"):
        reviewer.publish(reviewed)
    sa.event.remove(client.app.state.writer, "before_cursor_execute", fail)

    assert dump(client.engine) == before
    with client.engine.connect() as connection:
        assert connection.scalar(sa.select(col(StoredDraft.version))) == 2
    assert reviewer.publish(reviewed).status_code == 201
