"""Drafts over HTTP: posted, reviewed by several, published whole or not at all; nothing is lost on the way."""

from typing import Any

import pytest

from tests.api.drafting import ARTICLE_ID, CORRECTIONS, TEXT, Reviewer, reasons
from tests.conftest import Client


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
    assert "sirius-ai" in client.ids("/v1/startups?prior_employer=hooli")
    assert client.json("/v1/search?q=梁文鋒")["items"][0]["id"] == "liang-wenfeng"
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
    ({"entities": [{"name": "아무개", "decision": "accept"}]}, "entities[0].id", "is missing"),
    ({"article": {"id": "no id"}}, "article.id", "hyphens"),
    ({"article": {"published": "2025-01-27"}}, "article.published", "not permitted"),
    ({"add": [{"type": "founding", "person": "리란"}]}, "add[0].as_written", "is missing"),
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
    assert answer.json()["candidates"][2]["candidate"]["end"] == TEXT.index("3000만") + 5
    assert [(each["name"], each["id"]) for each in answer.json()["entities"]][2:] == [("베가인", "begain")]


def test_what_a_text_has_in_brackets_is_another_name(reviewer: Reviewer) -> None:
    added = {"type": "founding", "person": "문시혁", "startup": "오로라", "as_written": "창업했다"}
    posted = reviewer.draft(text="새 회사\n오로라(Aurora AI, 极光)는 문시혁이 창업했다.")

    startup, person = reviewer.change(posted, {"add": [added]}).json()["entities"][::-1]

    assert (startup["id"], startup["kind"], startup["name_en"], startup["name_zh"]) == (
        "aurora-ai",
        "startup",
        "Aurora AI",
        "极光",
    )
    assert (person["id"], person["type"]) == ("munsihyeok", "person")


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


def test_a_name_that_is_near_another_is_offered_as_that(reviewer: Reviewer) -> None:
    text = TEXT + "\n리 란은 네뷸라 AI를 떠났다."
    added = {"type": "employment", "status": "former", "as_written": "떠났다"}

    answer = reviewer.change(
        reviewer.draft(text=text), {"add": [added | {"person": "李嵐", "organization": "네뷸라인공지능"}]}
    )

    near = {each["name"]: each["near"] for each in answer.json()["entities"]}
    assert near["李嵐"] == ["li-lan"]
    assert answer.json()["candidates"][-1]["candidate"]["person"] == "李嵐"


@pytest.mark.parametrize(
    ("number", "refused"),
    [("0.1", False), ("12345678901234567890.5", False), ("1E+999999999", True), ('"1E-99"', True)],
)
def test_a_number_keeps_its_digits_or_is_refused(reviewer: Reviewer, number: str, *, refused: bool) -> None:
    posted = reviewer.draft()
    patch = f'{{"candidates": [{{"id": "c3", "corrected": {{"value": {number}}}}}]}}'

    headers = {"If-Match": posted.headers["etag"], "Content-Type": "application/json"}
    answer = reviewer.ask("PATCH", posted.json()["url"], content=patch, headers=headers)

    if refused:
        assert reasons(answer, 422)["candidates[0].corrected.value"] == "is out of all proportion"
    else:
        kept = reviewer.ask("GET", posted.json()["url"]).json()["candidates"][2]["candidate"]["value"]
        assert str(kept) == number


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
