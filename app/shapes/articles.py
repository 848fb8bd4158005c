"""Articles: what was read, passage by passage, and how much came out of it."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Article, ArticleFacts, Citation, Fact, Passage
from app.pages import ListRow
from app.vocabulary import FactType


class ArticleRow(ArticleFacts, ListRow):
    """The bibliographic record of an article and what was read from it."""

    id: str = Field(description="Permanent id.", examples=["2024-11-24-sedaily-china-ai-talent"])
    sha256: str = Field(description="SHA-256 of the text that was read, hexadecimal.", examples=["9f86d081884c7d65…"])
    facts: dict[FactType, int] = Field(description="Number of facts it states, by type.", examples=[{"founding": 2}])
    passages: int = Field(description="Number of passages.", examples=[24])


class PassageRow(ListRow):
    """A sentence of an article."""

    id: str = Field(description="Paragraph and sentence.", examples=["p10.s1"])
    paragraph: int = Field(description="Number of the non-blank line in the text as given.", examples=[10])
    sentence: int = Field(description="Number of the sentence in its paragraph.", examples=[1])
    text: str | None = Field(description="The sentence, if the rights allow it to be kept.", examples=[None])
    sha256: str = Field(description="SHA-256 of the sentence in UTF-8, hexadecimal.", examples=["9f86d081884c7d65…"])
    facts: list[str] = Field(description="The facts that cite it.", examples=[["f_3f5b46ffbb50a958"]])


def fetch_articles(connection: Connection, ids: Sequence[str]) -> list[ArticleRow]:
    """Articles in the order of the ids. Three statements."""
    rows = connection.execute(sa.select(sa.inspect(Article).local_table).where(col(Article.id).in_(ids)))
    by_id = {row.id: row for row in rows}
    facts: dict[str, dict[FactType, int]] = defaultdict(dict)
    for article, fact_type, count in connection.execute(
        sa.select(col(Citation.article_id), col(Fact.type), sa.func.count(sa.distinct(col(Fact.id))))
        .join(Fact, col(Fact.id) == Citation.fact_id)
        .where(col(Citation.article_id).in_(ids))
        .group_by(col(Citation.article_id), col(Fact.type))
        .order_by(col(Fact.type))
    ):
        facts[article][fact_type] = count
    counted = connection.execute(
        sa.select(col(Passage.article_id), sa.func.count())
        .where(col(Passage.article_id).in_(ids))
        .group_by(col(Passage.article_id))
    )
    passages = {article: count for article, count in counted}  # noqa: C416 - rows are no pairs to mypy
    return [ArticleRow(**by_id[item]._asdict(), facts=facts[item], passages=passages.get(item, 0)) for item in ids]


def fetch_passages(connection: Connection, article: str, ids: Sequence[str]) -> list[PassageRow]:
    """Passages of an article in the order of the ids. Two statements."""
    facts: dict[str, list[str]] = defaultdict(list)
    for passage, fact in connection.execute(
        sa.select(col(Citation.passage), col(Citation.fact_id))
        .where(col(Citation.article_id) == article, col(Citation.passage).in_(ids))
        .distinct()
        .order_by(col(Citation.fact_id))
    ):
        facts[passage].append(fact)
    rows = connection.execute(
        sa.select(sa.inspect(Passage).local_table).where(col(Passage.article_id) == article, col(Passage.id).in_(ids))
    )
    by_id = {row.id: row for row in rows}
    return [PassageRow(**by_id[item]._asdict(), facts=facts[item], unknown=[]) for item in ids]
