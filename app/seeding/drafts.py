"""Drafts as they are kept: posted, looked up, changed, published, withdrawn. Each change is one transaction."""

import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row
from sqlmodel import col

from app.errors import Closed, Duplicate, NotFound, Stale
from app.models import Article, StoredDraft
from app.reading.candidates import Draft
from app.reading.passages import read_passages
from app.reading.sketch import sketch
from app.seeding.known import Entities
from app.seeding.newcomers import newcomers
from app.seeding.publishing import publish
from app.seeding.reviewing import Reviewing
from app.seeding.rows import insert, table_of
from app.seeding.sketches import find_similar
from app.seeding.slugs import free, slug
from app.shapes.drafts import (
    DraftArticle,
    DraftCandidate,
    DraftDetail,
    DraftPassage,
    DraftRow,
    Published,
    Review,
    Similar,
    shown,
)
from app.shapes.patches import DraftPatch
from app.vocabulary import Decision, DraftStatus

SAME_STORY = 0.5
"""From this share of the same text on, it is proposed that two articles carry one report."""
TITLE_IN_ID, PUBLISHER_IN_ID = 40, 20
TABLE = table_of(StoredDraft)
FEW = [column for column in TABLE.columns if column.name not in {"text", "sketch", "similar"}]
"""What the list shows: texts may be large."""
Stored = Row[Any]


def post(connection: Connection, text: str, given: Mapping[str, Any], draft: Draft, taken: Collection[str]) -> str:
    """Keep a new draft and give its id; `taken` are ids that new entities may not have.

    **Raises** `Duplicate` if the very text is known.
    """
    digest = sha256(text.encode()).hexdigest()
    _refuse_known(connection, digest)
    sample = sketch(text)
    similar = find_similar(connection, sample)
    review = Review(
        article=_article(connection, given, draft, similar),
        entities=newcomers(draft.proposals, taken),
        candidates=[
            DraftCandidate(id=f"c{number}", candidate=shown(candidate))
            for number, candidate in enumerate(draft.candidates, 1)
        ],
    )
    review = Reviewing(review, text, Entities(connection)).settle()
    now = _now()
    item = f"d-{time.time_ns() // 1_000_000:012x}-{token_hex(2)}"
    row = {
        "id": item,
        "status": DraftStatus.OPEN,
        "version": 1,
        "created_at": now,
        "changed_at": now,
        "sha256": digest,
        "text": text,
        "sketch": sample,
        "similar": [one.model_dump(mode="json") for one in similar],
        "review": review.model_dump(mode="json"),
        "article_id": None,
    }
    insert(connection, StoredDraft, [row])
    return item


def _refuse_known(connection: Connection, digest: str) -> None:
    """**Raises** `Duplicate` if an article or a draft has this very text."""
    same = sa.or_(col(Article.sha256) == digest, col(Article.original_sha256) == digest)
    if article := connection.scalar(sa.select(col(Article.id)).where(same).order_by(col(Article.id)).limit(1)):
        raise Duplicate(f"the very text is known as the article “{article}”", see=f"/v1/articles/{article}")
    waiting = sa.and_(TABLE.c.sha256 == digest, TABLE.c.status != DraftStatus.WITHDRAWN)
    if draft := connection.scalar(sa.select(TABLE.c.id).where(waiting).limit(1)):
        raise Duplicate(f"the very text is known as the draft “{draft}”", see=f"/v1/drafts/{draft}")


def _article(
    connection: Connection, given: Mapping[str, Any], draft: Draft, similar: Sequence[Similar]
) -> DraftArticle:
    """The bibliographic record: what was given, and what follows from the text."""
    values = {"title": draft.title.strip() or "…", "language": draft.language, "published_on": draft.published_on}
    values |= {name: value for name, value in given.items() if value is not None}
    publisher = slug(str(values.get("publisher_en") or values.get("publisher") or ""), longest=PUBLISHER_IN_ID)
    title = slug(str(values["title"]), longest=TITLE_IN_ID)
    wanted = "-".join(part for part in (str(values["published_on"]), publisher, title) if part)
    near = next((one.story for one in similar if one.similarity >= SAME_STORY and one.story), None)
    item = free(wanted, _Articles(connection))
    return DraftArticle.model_validate({"id": item, "story": near or item, **values})


class _Articles:
    """The ids of articles."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __contains__(self, item: object) -> bool:
        there = sa.select(col(Article.id)).where(col(Article.id) == item)
        return self.connection.scalar(there) is not None


def get(connection: Connection, item: str) -> Stored:
    """The draft under an id. **Raises** `NotFound`."""
    row = connection.execute(sa.select(TABLE).where(TABLE.c.id == item)).first()
    if row is None:
        raise NotFound(f"there is no draft “{item[:80]}”")
    return row


def list_drafts(
    connection: Connection, statuses: Sequence[DraftStatus], before: str | None, most: int
) -> tuple[int, list[DraftRow]]:
    """How many drafts there are and, the newest first, so many of those posted before one."""
    chosen = TABLE.c.status.in_(statuses) if statuses else sa.true()
    total = connection.scalar(sa.select(sa.func.count()).select_from(TABLE).where(chosen)) or 0
    rows = sa.select(*FEW).where(chosen, TABLE.c.id < before if before else sa.true())
    return total, [row_of(row) for row in connection.execute(rows.order_by(TABLE.c.id.desc()).limit(most))]


def tag(row: Stored) -> str:
    """The `ETag` of a draft as it is."""
    return f'"{row.id}.{row.version}"'


def change(connection: Connection, item: str, if_match: str, patch: DraftPatch) -> None:
    """Make a reviewer's change. **Raises** `NotFound`, `Closed`, `Stale`, `InvalidInput`."""
    row = _open(connection, item, if_match)
    review = Reviewing(Review.model_validate(row.review), row.text, Entities(connection)).apply(patch)
    _write(connection, row, review=review.model_dump(mode="json"))


def withdraw(connection: Connection, item: str, if_match: str) -> None:
    """Give a draft up; its text goes. **Raises** `NotFound`, `Closed`, `Stale`."""
    _write(connection, _open(connection, item, if_match), status=DraftStatus.WITHDRAWN, text=None)


def publish_draft(connection: Connection, item: str, if_match: str) -> Published:
    """Load what was accepted. **Raises** `NotFound`, `Closed`, `Stale`, `Unpublishable`."""
    row = _open(connection, item, if_match)
    review = Review.model_validate(row.review)
    loaded, facts = publish(connection, review, row.text, row.sha256)
    article = review.article
    text = row.text if article.text_kept else None
    _write(connection, row, status=DraftStatus.PUBLISHED, article_id=article.id, text=text)
    counts = loaded.counts()
    decided = Counter(each.decision for each in review.candidates)
    return Published(
        article=article.id,
        url=f"/v1/articles/{article.id}",
        draft=f"/v1/drafts/{item}",
        revision=loaded.revision,
        added={str(subject): count for subject, count in counts.get("added", {}).items()},
        changed={str(subject): count for subject, count in counts.get("changed", {}).items()},
        facts=facts,
        left_open=decided[Decision.OPEN],
        rejected=decided[Decision.REJECT],
        text_kept=article.text_kept,
    )


def _open(connection: Connection, item: str, if_match: str) -> Stored:
    """The draft, if it may be changed by whoever has seen this state of it."""
    row = get(connection, item)
    if row.status == DraftStatus.PUBLISHED:
        raise Closed(f"it is published as the article “{row.article_id}”", see=f"/v1/articles/{row.article_id}")
    if row.status == DraftStatus.WITHDRAWN:
        raise Closed("it was withdrawn; post the article again")
    tags = {part.strip() for part in if_match.split(",")}
    if tag(row) not in tags and "*" not in tags:
        raise Stale(f"the draft is at {tag(row)} by now, not at {if_match[:80]}", see=f"/v1/drafts/{item}")
    return row


def _write(connection: Connection, row: Stored, **values: object) -> None:
    if "text" in values and connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what may not be kept is not left in free pages
    changed = {"version": row.version + 1, "changed_at": _now(), **values}
    connection.execute(sa.update(TABLE).where(TABLE.c.id == row.id).values(changed))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def row_of(row: Stored) -> DraftRow:
    """A draft in a few words."""
    return DraftRow(**_few(row))


def detail_of(row: Stored) -> DraftDetail:
    """A draft with everything."""
    passages = read_passages(row.text) if row.text else []
    return DraftDetail(
        **_few(row),
        **Review.model_validate(row.review).__dict__,
        similar=[Similar.model_validate(one) for one in row.similar],
        text=row.text,
        passages=[DraftPassage(id=one.id, start=one.start, end=one.end, text=one.text) for one in passages],
    )


def _few(row: Stored) -> dict[str, Any]:
    counted = Counter(each["decision"] for each in row.review["candidates"])
    names = ("id", "status", "version", "created_at", "changed_at", "sha256")
    return {
        **{name: getattr(row, name) for name in names},
        "url": f"/v1/drafts/{row.id}",
        "title": row.review["article"]["title"],
        "decisions": {decision: counted[decision.value] for decision in Decision if counted[decision.value]},
        "published_as": f"/v1/articles/{row.article_id}" if row.article_id else None,
    }
