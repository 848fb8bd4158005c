"""An article to post, what a reader proposes of it, and a client with a key: for the tests of drafts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import httpx

from app.api.keys import read_keys
from app.reading.candidates import Candidate, Draft, KnownEntity, Proposal
from app.reading.passages import read_passages
from tests.conftest import Client

KEY = "a-key-of-sixteen-letters-or-more"
KEYED = {"Authorization": f"Bearer {KEY}"}
TEXT = """시리우스AI, 새 모델 공개
시리우스AI(Sirius AI)는 량원펑(梁文锋)이 창업했다. 글로벡스의 투자를 받은 시리우스AI는 올해 매출이 3000만 달러로 \
예상된다.
량원펑은 훌리 출신이다. 시리우스AI는 최근 리란을 영입했다."""
ARTICLE = {"text": TEXT, "published_on": "2025-01-27", "publisher": "감마통신", "publisher_en": "Gamma"}
ARTICLE_ID = "2025-01-27-gamma-siriuseu-ai-sae-model-gonggae"


def standing(written: str, text: str = TEXT, **fields: Any) -> Candidate:
    """A candidate with its place in the text."""
    start = text.index(written)
    passage = next(one.id for one in read_passages(text) if one.start <= start < one.end)
    place = {"as_written": written, "start": start, "end": start + len(written), "passage": passage}
    return Candidate.model_validate({"confidence": 0.9, **place, **fields})


def read(text: str, published_on: date, known: Sequence[KnownEntity]) -> Draft:
    """What a reader might propose of the article: two of its five candidates are wrong. Of other texts nothing."""
    title = text.strip().split("\n")[0][:200]
    if "시리우스AI" not in text:
        return Draft(title=title, language="ko", published_on=published_on, candidates=(), proposals=())
    ids = {name: one.id for one in known for name in one.names}
    startup = {"startup": "시리우스AI", "startup_id": ids.get("시리우스AI")}
    figure: dict[str, Any] = {"type": "figure", "subject": "시리우스AI", "metric": "revenue"}
    candidates = (
        standing("이 창업", text, type="founding", person="량원펑", **startup),
        standing("투자를 받은", text, type="investment", investor="글로벡스", investor_id=ids["글로벡스"], **startup),
        standing("3000만 달러", text, **figure, value=3000, unit="USD", qualifier="exact"),
        standing("훌리 출신", text, type="employment", person="량원펑", organization="훌리", status="current"),
        standing("영입", text, type="founding", person="리란", **startup),
    )
    proposals = (
        Proposal(name="시리우스AI", type="organization", kind="startup", aliases=("Sirius AI",), start=0, end=6),
        Proposal(name="량원펑", type="person", aliases=("梁文锋",), start=35, end=38),
    )
    return Draft(title=title, language="ko", published_on=published_on, candidates=candidates, proposals=proposals)


CORRECTIONS: dict[str, Any] = {
    "candidates": [
        {"id": "c1", "decision": "accept"},
        {"index": 1, "decision": "accept"},
        {
            "id": "c3",
            "decision": "accept",
            "corrected": {
                "value": 30_000_000,
                "qualifier": "expected",
                "period_from": "2025-01-01",
                "period_to": "2025-12-31",
                "words": {"metric": "매출", "period": "올해", "qualifier": "예상"},
            },
        },
        {"id": "c4", "decision": "accept", "corrected": {"status": "former"}},
        {"id": "c5", "decision": "reject"},
    ],
    "entities": [
        {"name": "시리우스AI", "decision": "accept", "country": "CN"},
        {"name": "량원펑", "decision": "accept", "display_name": "Liang Wenfeng"},
    ],
}


class Reviewer:
    """Somebody with a key."""

    def __init__(self, client: Client, key: str = KEY) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {key}"}
        client.app.state.keys = read_keys(KEY)
        client.app.state.reader = read

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        headers = self.headers | options.pop("headers", {})
        return self.client.request(method, path, headers=headers, **options)

    def post(self, **fields: Any) -> httpx.Response:
        return self.ask("POST", "/v1/articles", json=ARTICLE | fields)

    def draft(self, **fields: Any) -> httpx.Response:
        """A new draft."""
        answer = self.post(**fields)
        assert answer.status_code == 202, answer.text
        return answer

    def change(self, seen: httpx.Response, patch: object, path: str | None = None) -> httpx.Response:
        headers = {"If-Match": seen.headers["etag"]}
        return self.ask("PATCH", path or seen.json()["url"], json=patch, headers=headers)

    def publish(self, seen: httpx.Response) -> httpx.Response:
        headers = {"If-Match": seen.headers["etag"]}
        return self.ask("POST", f"{seen.json()['url']}/publish", headers=headers)


def reasons(answer: httpx.Response, status: int) -> dict[str, str]:
    """What a refusal says, by field."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return {error["name"]: error["message"] for error in answer.json().get("errors", [])}
