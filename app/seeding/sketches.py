"""Which articles have much of the same text: samples of their texts, kept beside them."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Article, Shingle, StoredDraft
from app.reading.sketch import shared, sketch
from app.seeding.rows import insert, table_of
from app.shapes.drafts import Similar
from app.vocabulary import DraftStatus

ALIKE = 0.3
"""From this share of the same pieces on, two texts are told to be alike."""
MOST_COMPARED = 50
MOST_TOLD = 10


def write_sketch(connection: Connection, article: str, text: str) -> None:
    """Keep the sample of an article's text; nothing is written if it is there."""
    here = col(Shingle.article_id) == article
    wanted = sketch(text)
    if sorted(connection.scalars(sa.select(col(Shingle.hash)).where(here))) != wanted:
        connection.execute(sa.delete(table_of(Shingle)).where(here))
        insert(connection, Shingle, [{"article_id": article, "hash": each} for each in wanted])


def find_similar(connection: Connection, wanted: Sequence[int]) -> list[Similar]:
    """Articles and open drafts with much of the text that this is the sample of, the nearest first."""
    found = [*_articles(connection, list(wanted)), *_drafts(connection, list(wanted))]
    near = [one for one in found if one.similarity >= ALIKE]
    return sorted(near, key=lambda one: (-one.similarity, one.article or "~", one.draft or ""))[:MOST_TOLD]


def _articles(connection: Connection, wanted: list[int]) -> list[Similar]:
    counted = sa.func.count().label("common")
    common = sa.select(col(Shingle.article_id)).where(col(Shingle.hash).in_(wanted)).group_by(col(Shingle.article_id))
    ids = connection.scalars(common.order_by(counted.desc(), col(Shingle.article_id)).limit(MOST_COMPARED)).all()
    samples: dict[str, list[int]] = {item: [] for item in ids}
    rows = sa.select(col(Shingle.article_id), col(Shingle.hash)).where(col(Shingle.article_id).in_(ids))
    for article, each in connection.execute(rows.order_by(col(Shingle.hash))):
        samples[article].append(each)
    stories = connection.execute(sa.select(col(Article.id), col(Article.story)).where(col(Article.id).in_(ids)))
    return [
        Similar(article=article, draft=None, story=story, similarity=round(shared(wanted, samples[article]), 3))
        for article, story in stories
    ]


def _drafts(connection: Connection, wanted: list[int]) -> list[Similar]:
    waiting = sa.select(col(StoredDraft.id), col(StoredDraft.sketch), col(StoredDraft.review)).where(
        col(StoredDraft.status) == DraftStatus.OPEN
    )
    return [
        Similar(
            article=None,
            draft=row.id,
            story=row.review["article"]["story"],
            similarity=round(shared(wanted, row.sketch), 3),
        )
        for row in connection.execute(waiting)
    ]
