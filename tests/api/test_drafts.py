"""Drafts over HTTP: posted, reviewed by several, published whole or not at all; nothing is lost on the way."""

import os
import threading
from collections.abc import Iterator
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
from tests.api.drafting import ARTICLE, ARTICLE_ID, CORRECTIONS, KEY, KEYED, TEXT, Reviewer, reasons
from tests.api.live import started
from tests.conftest import WORLD, Client, Databases
from tests.seeding.tables import as_json, content, dump, facts, replayed


@pytest.fixture
def client(databases: Databases) -> Iterator[Client]:
    """The small world, for one test to change; answers are kept as a server keeps them."""
    made = Client(databases.loaded(WORLD), cache_bytes=10_000_000)
    yield made
    made.close()


@pytest.fixture
def reviewer(client: Client) -> Reviewer:
    return Reviewer(client)


def url_of(client: Client) -> str:
    return client.engine.url.render_as_string(hide_password=False)


def test_an_article_is_posted_corrected_published_and_asked_for(client: Client, reviewer: Reviewer) -> None:
    assert client.json("/v1/startups?q=Sirius")["total"] == 0
    posted = reviewer.draft(text_kept=True, rights="Ours.")
    draft = posted.json()
    assert posted.headers["location"] == draft["url"] == f"/v1/drafts/{draft['id']}"
    assert (draft["status"], draft["version"], draft["decisions"]) == ("open", 1, {"open": 5})
    assert draft["article"] | {"title": ""} == {
        "id": ARTICLE_ID, "title": "", "publisher": "감마통신", "publisher_en": "Gamma", "author": None,
        "published_on": "2025-01-27", "language": "ko", "url": None, "story": ARTICLE_ID, "text_kept": True,
        "rights": "Ours.",
    }  # fmt: skip
    assert [(each["name"], each["id"], each["is_new"]) for each in draft["entities"]] == [
        ("시리우스AI", "sirius-ai", True),
        ("량원펑", "liang-wenfeng", True),
    ]
    assert draft["candidates"][3]["candidate"]["organization_id"] == "hooli"  # the name is one that is known
    assert draft["candidates"][4]["candidate"]["person_id"] == "li-lan"

    reviewed = reviewer.change(posted, CORRECTIONS)
    assert reviewed.status_code == 200, reviewed.text
    assert reviewed.json()["decisions"] == {"accept": 4, "reject": 1}
    third = reviewed.json()["candidates"][2]
    assert (third["candidate"]["value"], third["proposed"]["value"]) == (30_000_000, 3000)
    published = reviewer.publish(reviewed)
    assert published.status_code == 201, published.text
    told = published.json()
    assert told | {"facts": 0} == {
        "article": ARTICLE_ID, "url": f"/v1/articles/{ARTICLE_ID}", "draft": draft["url"], "revision": 5, "facts": 0,
        "added": {"entity": 2, "article": 1, "founding": 1, "employment": 1, "investment": 1, "figure": 1},
        "changed": {}, "left_open": 0, "rejected": 1, "text_kept": True,
    }  # fmt: skip
    assert (published.headers["location"], published.headers["x-data-revision"]) == (told["url"], "5")

    assert client.json("/v1/startups?q=Sirius")["total"] == 1  # whoever published is not sent an older answer
    startup = client.json("/v1/startups/sirius-ai")
    assert [each["person"]["id"] for each in startup["founders"]] == ["liang-wenfeng"]
    assert [each["organization"]["id"] for each in startup["founders"][0]["prior_employers"]] == ["hooli"]
    assert [each["investor"]["id"] for each in startup["investors"]] == ["globex"]
    assert startup["hires"] == []
    [revenue] = client.json("/v1/figures?subject=sirius-ai&metric=revenue")["items"]
    assert (revenue["value"], revenue["qualifier"]) == (30_000_000, "expected")
    why = client.json(f"/v1/facts/{revenue['fact']}")
    [citation] = why["citations"]
    assert (citation["article"]["id"], citation["passage"]) == (ARTICLE_ID, "p2.s2")
    assert citation["as_written"] == "3000만 달러"
    assert citation["words"] == {"metric": "매출", "period": "올해", "qualifier": "예상", "subject": "시리우스AI"}
    assert why["history"][0]["revision"] == 5
    assert sorted(told["facts"]) == sorted(
        each["fact"] for each in client.json("/v1/facts?article=" + ARTICLE_ID)["items"]
    )
    [passage] = [each for each in client.json(f"{told['url']}/passages")["items"] if each["id"] == "p2.s2"]
    assert passage["text"] in TEXT
    assert revenue["fact"] in passage["facts"]
    after = reviewer.ask("GET", draft["url"]).json()
    assert (after["status"], after["published_as"], after["text"]) == ("published", told["url"], TEXT)


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


def test_two_reviewers_do_not_overwrite_each_other(reviewer: Reviewer) -> None:
    posted = reviewer.draft()
    path = posted.json()["url"]
    one = reviewer.change(posted, {"candidates": [{"id": "c1", "decision": "accept"}]})
    assert one.status_code == 200

    other = reviewer.change(posted, {"candidates": [{"id": "c1", "decision": "reject"}]})
    assert reasons(other, 412) == {}
    assert other.json()["see"] == path
    assert reviewer.publish(posted).status_code == 412
    assert reviewer.ask("PATCH", path, json={}).status_code == 428
    assert reviewer.ask("POST", f"{path}/publish").status_code == 428
    assert reviewer.ask("DELETE", path).status_code == 428
    now = reviewer.ask("GET", path)
    assert (now.json()["version"], now.json()["candidates"][0]["decision"]) == (2, "accept")
    assert now.headers["etag"] == one.headers["etag"] != posted.headers["etag"]
    weak = reviewer.ask("PATCH", path, json={}, headers={"If-Match": f"W/{now.headers['etag']}"})
    assert weak.status_code == 412
    assert reviewer.ask("PATCH", path, json={}, headers={"If-Match": f'"x", {now.headers["etag"]}'}).status_code == 200
    assert reviewer.ask("PATCH", path, json={}, headers={"If-Match": "*"}).status_code == 200


def test_a_patch_touches_nothing_else(reviewer: Reviewer) -> None:
    posted = reviewer.draft()
    before = posted.json()
    after = reviewer.change(
        posted, {"candidates": [{"id": "c2", "corrected": {"title": None}, "decision": "accept"}]}
    ).json()

    assert after["candidates"][1] == before["candidates"][1] | {"decision": "accept"}
    after["candidates"][1] = before["candidates"][1]
    changed = {"version", "decisions", "changed_at"}
    assert {k: v for k, v in after.items() if k not in changed} == {k: v for k, v in before.items() if k not in changed}


PATCHES: list[tuple[dict[str, Any], str, str]] = [
    ({"candidates": [{"id": "c9", "decision": "accept"}]}, "candidates[0]", "no candidate “c9”"),
    ({"candidates": [{"decision": "accept"}]}, "candidates[0]", "`id`"),
    ({"candidates": [{"id": "c1", "decision": "yes"}]}, "candidates.0.decision", "'accept'"),
    ({"candidates": [{"id": "c1", "corrected": {"valeu": 3}}]}, "candidates[0].corrected.valeu", "not permitted"),
    ({"candidates": [{"id": "c3", "corrected": {"metric": "profits"}}]}, "candidates[0].corrected.metric", "profit"),
    (
        {"candidates": [{"id": "c3", "corrected": {"as_written": "3억 달러"}}]},
        "candidates[0].corrected.as_written",
        "nowhere",
    ),
    (
        {"candidates": [{"id": "c3", "corrected": {"passage": "p3.s1"}}]},
        "candidates[0].corrected.as_written",
        "it stands in p2.s2",
    ),
    ({"candidates": [{"id": "c3", "corrected": {"passage": "p9.s9"}}]}, "candidates[0].corrected.passage", "p2.s2"),
    ({"candidates": [{"id": "c3", "corrected": {"start": 5}}]}, "candidates[0].corrected.as_written", "stands"),
    (
        {"candidates": [{"id": "c3", "corrected": {"words": {"period": "내년"}}}]},
        "candidates[0].corrected.words.period",
        "literally",
    ),
    (
        {"candidates": [{"id": "c2", "corrected": {"investor_id": "globexx"}}]},
        "candidates[0].corrected.investor_id",
        "no",
    ),
    ({"entities": [{"name": "량원펑", "id": "Liang Wenfeng"}]}, "entities[0].id", "hyphens"),
    ({"entities": [{"name": "아무개", "decision": "accept"}]}, "entities[0].id", "required"),
    ({"article": {"id": "no id"}}, "article.id", "hyphens"),
    ({"article": {"published": "2025-01-27"}}, "article.published", "not permitted"),
    ({"add": [{"type": "founding", "person": "리란"}]}, "add[0].as_written", "required"),
    ({"add": [{"type": "founding", "as_written": "량원펑", "person": "량원펑"}]}, "add[0].passage", "say in which"),
    ({"canddates": []}, "canddates", "not permitted"),
]  # fmt: skip


@pytest.mark.parametrize(("patch", "name", "message"), PATCHES)
def test_a_mistake_in_a_patch_is_named_and_changes_nothing(
    reviewer: Reviewer, patch: dict[str, Any], name: str, message: str
) -> None:
    posted = reviewer.draft()
    whole = {"article": {"publisher": "X"}, **patch}
    if "article" in patch:
        whole = patch | {"candidates": [{"id": "c1", "decision": "accept"}]}

    found = reasons(reviewer.change(posted, whole), 422)

    assert message in found[name], found
    assert reviewer.ask("GET", posted.json()["url"]).json() == posted.json()


def test_words_are_found_in_the_text_and_names_by_what_is_known(reviewer: Reviewer) -> None:
    added: list[dict[str, Any]] = [
        {"type": "employment", "person": "리란", "organization": "시리우스AI", "status": "current",
         "as_written": "영입"},
        {"type": "employment", "person": "량원펑", "organization": "베가인", "status": "former", "as_written": "출신",
         "start": TEXT.index("출신"), "decision": "open"},
    ]  # fmt: skip
    patch = {"add": added, "candidates": [{"id": "c3", "corrected": {"as_written": "3000만"}}]}

    answer = reviewer.change(reviewer.draft(), patch)

    assert answer.status_code == 200, answer.text
    *_, one, other = answer.json()["candidates"]
    start = TEXT.index("영입")
    assert one == {
        "id": "c6",
        "decision": "accept",
        "by": "reviewer",
        "candidate": {
            **added[0],
            "person_id": "li-lan",
            "passage": "p3.s2",
            "start": start,
            "end": start + 2,
            "confidence": 1.0,
        },
        "proposed": None,
    }
    assert (other["decision"], other["candidate"]["passage"], other["candidate"]["end"]) == (
        "open",
        "p3.s1",
        TEXT.index("출신") + 2,
    )
    assert answer.json()["candidates"][2]["candidate"]["end"] == TEXT.index("3000만") + 6
    assert [(each["name"], each["id"]) for each in answer.json()["entities"]][2:] == [("베가인", "begain")]


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
    draft = reviewer.ask("GET", posted.json()["url"]).json()
    assert (draft["status"], draft["version"], draft["text"]) == ("open", 3, TEXT)
    assert {name: rows for name, rows in content(dump(client.engine)).items() if name != "draft"} == {
        name: rows for name, rows in before.items() if name != "draft"
    }
    nothing = reviewer.change(mended, {"candidates": [{"index": at, "decision": "open"} for at in range(4)]})
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


def test_a_withdrawn_draft_is_closed_and_its_text_gone(reviewer: Reviewer) -> None:
    posted = reviewer.draft()
    path = posted.json()["url"]
    assert reviewer.ask("DELETE", path, headers={"If-Match": posted.headers["etag"]}).status_code == 204

    assert reviewer.ask("GET", path).json()["text"] is None
    assert reviewer.publish(posted).status_code == 409
    assert [row["status"] for row in reviewer.ask("GET", "/v1/drafts?status=withdrawn").json()["items"]] == [
        "withdrawn"
    ]
    assert reviewer.post().status_code == 202


def test_the_list_has_the_newest_first_page_by_page(reviewer: Reviewer) -> None:
    posted = [
        reviewer.draft(text=f"기사 {at}\n훌리는 {at}번째로 {'가나다라마바'[at]}를 만든 회사다.").json()["id"]
        for at in range(5)
    ]
    found: list[str] = []
    following = "/v1/drafts?limit=2&status=open"
    while following:
        page = reviewer.ask("GET", following)
        assert (page.json()["total"], page.headers["cache-control"]) == (5, "private, no-store")
        found += [row["id"] for row in page.json()["items"]]
        following = page.json()["next"]

    assert sorted(found) == sorted(posted)
    assert found == sorted(found, reverse=True)
    assert reviewer.ask("HEAD", "/v1/drafts").status_code == 200
    head = reviewer.ask("HEAD", f"/v1/drafts/{posted[0]}")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", f'"{posted[0]}.1"')


def test_a_draft_is_in_no_answer_without_the_key(client: Client, reviewer: Reviewer) -> None:
    before = {path: client.json(path) for path in ("/v1/articles", "/v1/changes", "/v1/startups", "/v1/coverage")}
    draft = reviewer.draft().json()
    reviewer.ask("GET", draft["url"])
    reviewer.ask("GET", "/v1/drafts")

    assert {path: client.json(path) for path in before} == before
    for path in ("/v1/drafts", draft["url"]):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="haigui"')
        assert reviewer.ask("GET", path).headers.get("x-data-revision") is None
    assert reviewer.ask("GET", "/v1/drafts/d-0").status_code == 404
    assert client.get(f"/v1/articles/{ARTICLE_ID}").status_code == 404


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
    added = {
        "add": [{"type": "founding", "person": "리란", "startup": "시리우스AI", "as_written": "리란을 영입"}],
        "entities": [{"name": "시리우스AI", "id": "sirius-ai", "type": "organization", "kind": "startup",
                      "decision": "accept"}],
    }  # fmt: skip
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
