"""Posting an article: who may, what is refused and why, and what is recognized as known."""

import http.client
import json
from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError

from app.models import StoredDraft
from app.reading.fitness import LARGEST
from app.settings import Settings
from tests.api.drafting import ARTICLE, KEY, KEYED, TEXT, Reviewer, reasons
from tests.api.live import started
from tests.api.paths import KEYED as KEYED_PATHS
from tests.api.paths import WRITING
from tests.conftest import WORLD, Client, Databases

ALPHA = WORLD / "articles" / "2024-05-10-alpha-nebula" / "original.txt"
GAMMA = WORLD / "articles" / "2024-05-11-gamma-nebula" / "original.txt"


def kept(client: Client) -> int:
    """How many drafts there are."""
    with client.engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(StoredDraft)) or 0


def calls() -> Iterator[tuple[str, str]]:
    for path in (*KEYED_PATHS, "/v1/articles"):
        for method in sorted(WRITING[path]):
            if (path, method) != ("/v1/articles", "get"):
                yield method.upper(), path.replace("{id}", "d-1")


@pytest.mark.parametrize(("method", "path"), list(calls()))
def test_whoever_has_no_key_is_told_so_before_anything_else(client: Client, method: str, path: str) -> None:
    client.app.state.keys = []
    off = client.request(method, path, headers=KEYED, content=b"\xff")
    assert off.status_code == 403
    assert "HAIGUI_API_KEYS" in off.json()["detail"]

    Reviewer(client)
    wrong: tuple[dict[str, str], ...] = (
        {},
        {"Authorization": "Bearer x"},
        {"Authorization": f"Basic {KEY}"},
        {"Authorization": f"Bearer {KEY}x"},
    )
    for headers in wrong:
        answer = client.request(method, path, headers=headers, content=b"\xff")
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == 'Bearer realm="haigui"'
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.request(method, path, headers=KEYED).status_code not in {401, 403}
    assert client.request(method, f"{path}?nonsense=1", headers=KEYED).status_code in {404, 422}


def test_a_key_may_be_configured_by_its_hash_and_must_be_long() -> None:
    assert Settings(api_keys=f"{KEY}, sha256:{'0' * 64}").api_keys
    for weak in ("short", "sha256:00ff", f"{KEY},x"):
        with pytest.raises(ValidationError):
            Settings(api_keys=weak)


def test_other_origins_may_read_and_not_write(client: Client) -> None:
    asked = {"Origin": "https://a.example", "Access-Control-Request-Headers": "authorization"}
    for method in ("POST", "PATCH", "DELETE"):
        answer = client.request("OPTIONS", "/v1/drafts/d-1", headers=asked | {"Access-Control-Request-Method": method})
        assert answer.status_code == 400
    wrong = client.request("PUT", "/v1/drafts/d-1")
    assert wrong.headers["allow"] == "GET, HEAD, OPTIONS, DELETE, PATCH"


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"text": ""}, "text", "is empty"),
    ({"text": " \n\ufeff"}, "text", "is empty"),
    ({"text": "<html><body><p>시리우스AI가 창업했다.</p></body></html>"}, "text", "looks like HTML"),
    ({"text": "<p>시리우스AI</p>\n<p>창업했다.</p><br/>"}, "text", "send the text of the article"),
    ({"text": "星云智能由李岚创立，总部位于上海。"}, "text", "Korean (ko) and English (en)"),
    ({"text": "Die Firma wurde von Li Lan in Hangzhou gegründet und sucht Personal."}, "text", "no language"),
    ({"text": "12345 67890"}, "text", "no language"),
    ({"text": "시리우스AI\0가 창업했다."}, "text", "NUL character at 6"),
    ({"published_on": None}, "published_on", "relative dates"),
    ({"published_on": "27.1.2025"}, "published_on", "27.1.2025"),
    ({"published_on": 20250127}, "published_on", "20250127"),
    ({"language": "fr"}, "language", "which is ko"),
    ({"publsher": "감마통신"}, "publsher", "not permitted"),
    ({"text": None}, "text", "string"),
]


@pytest.mark.parametrize(("fields", "name", "message"), REFUSED)
def test_what_is_no_article_is_refused(
    client: Client, reviewer: Reviewer, fields: dict[str, Any], name: str, message: str
) -> None:
    assert message in reasons(reviewer.post(**fields), 422)[name]
    assert kept(client) == 0


@pytest.mark.parametrize(
    ("content", "media_type", "name", "message"),
    [
        (TEXT.encode("cp949", errors="ignore"), "text/plain", "body", "byte 0 (0x"),
        (b'{"text": "abc\xff"}', "application/json", "body", "byte 13 (0xff)"),
        (b'{"text": "abc', "application/json", "body", "no JSON"),
        (b'{"text": "\\ud800"}', "application/json", "body", "lone surrogate"),
        (b"[1]", "application/json", "body", "dictionary"),
        (TEXT.encode(), "text/html", "Content-Type", "application/json or text/plain"),
        (TEXT.encode(), "text/plain; charset=euc-kr", "Content-Type", "UTF-8"),
    ],
)
def test_what_is_not_utf8_or_not_json_is_refused(  # noqa: PLR0913, PLR0917 - two fixtures and four values
    client: Client, reviewer: Reviewer, content: bytes, media_type: str, name: str, message: str
) -> None:
    path = "/v1/articles?published_on=2025-01-27" if media_type.startswith("text") else "/v1/articles"
    answer = reviewer.ask("POST", path, content=content, headers={"Content-Type": media_type})

    assert message in reasons(answer, 422)[name]
    assert kept(client) == 0


def test_plain_text_takes_its_fields_as_parameters(reviewer: Reviewer) -> None:
    address = "/v1/articles?published_on=2025-01-27&publisher=감마통신&text_kept=true"
    plain = {"Content-Type": "text/plain; charset=UTF-8"}
    draft = reviewer.ask("POST", address, content=TEXT.encode(), headers=plain)

    assert draft.status_code == 202
    assert draft.json()["text"] == TEXT
    assert (draft.json()["article"]["publisher"], draft.json()["article"]["text_kept"]) == ("감마통신", True)
    both = reviewer.ask("POST", address, json=ARTICLE)
    assert "stands in the body" in reasons(both, 422)["published_on"]
    dayless = reviewer.ask("POST", "/v1/articles", content=TEXT.encode(), headers=plain)
    assert list(reasons(dayless, 422)) == ["published_on"]


def test_an_english_article_is_taken_without_a_proposal(reviewer: Reviewer) -> None:
    text = "Sirius opens\nSirius AI is a startup of the city, and it was founded by Li Lan in the spring of 2023."
    draft = reviewer.draft(text=text, language="en").json()

    assert (draft["article"]["language"], draft["candidates"]) == ("en", [])
    assert draft["article"]["id"] == "2025-01-27-gamma-sirius-opens"


def test_five_megabytes_are_refused_without_being_read(client: Client, reviewer: Reviewer) -> None:
    sent = 0

    async def much() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(80):
            sent += 2**16
            yield b"x" * 2**16

    plain = {"Content-Type": "text/plain"}
    assert reasons(reviewer.ask("POST", "/v1/articles", content=much(), headers=plain), 413) == {}
    assert sent <= LARGEST + 2**17
    long = "가" * (LARGEST // 3 + 1)
    escaped = json.dumps(ARTICLE | {"text": long}).encode()
    assert len(escaped) < 2 * LARGEST + 10_000
    answer = reviewer.ask("POST", "/v1/articles", content=escaped, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert kept(client) == 0


def test_a_server_answers_to_the_length_alone(databases: Databases) -> None:
    if databases.postgres:
        pytest.skip("nothing of it reaches the database")
    with started(databases.loaded(WORLD), HAIGUI_API_KEYS=KEY) as (address, _):
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
        connection.putrequest("POST", "/v1/articles")
        for name, value in (KEYED | {"Content-Type": "application/json", "Content-Length": "5000000"}).items():
            connection.putheader(name, value)
        connection.endheaders()  # and not a byte of the body
        answer = connection.getresponse()
        assert (answer.status, json.loads(answer.read())["title"]) == (413, "Too much at once")
        connection.close()


def test_the_very_text_of_an_article_or_a_draft_is_known(client: Client, reviewer: Reviewer) -> None:
    alpha = reviewer.post(text=ALPHA.read_text("utf-8"))
    assert reasons(alpha, 409) == {}
    assert alpha.json()["see"] == "/v1/articles/2024-05-10-alpha-nebula"
    draft = reviewer.draft()

    again = reviewer.post(publisher="다른 신문")

    assert (again.status_code, again.json()["see"]) == (409, draft.json()["url"])
    assert draft.json()["sha256"] == sha256(TEXT.encode()).hexdigest()
    assert kept(client) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\n\n").replace(". ", ".  "),
        lambda text: "다른 제목\n" + text.split("\n", 1)[1],
        lambda text: text + "\n이 소식은 다른 신문도 전했다.",
        lambda text: text.replace("12명", "13명").replace("7명", "8명").replace("최근", "얼마 전"),
    ],
)
def test_nearly_the_same_text_is_offered_as_the_same_story(reviewer: Reviewer, change: Any) -> None:
    draft = reviewer.draft(text=change(ALPHA.read_text("utf-8"))).json()

    first = draft["similar"][0]
    assert (first["article"], first["story"]) == ("2024-05-10-alpha-nebula", "nebula-rises")
    assert first["similarity"] > 0.6
    assert draft["article"]["story"] == "nebula-rises"


def test_a_text_that_was_not_kept_is_recognized_by_its_hashes(reviewer: Reviewer) -> None:
    draft = reviewer.draft(text=GAMMA.read_text("utf-8").strip() + " 왕보도 합류했다.").json()
    assert draft["similar"][0]["article"] == "2024-05-11-gamma-nebula"


def test_another_draft_of_the_same_report_is_named_and_other_texts_are_not(reviewer: Reviewer) -> None:
    first = reviewer.draft().json()
    assert first["similar"] == []
    second = reviewer.draft(text=TEXT + "\n더 있다.", story="my-story").json()
    assert [each["draft"] for each in second["similar"]] == [first["id"]]
    assert second["article"]["story"] == "my-story"  # whoever says it knows better
