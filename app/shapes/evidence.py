"""Evidence: the citations of facts, with their articles and speakers, and the cards that facts refer to."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import BaseModel, Field, PlainSerializer
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Article
from app.models import Citation as CitationRow
from app.shapes.cards import Card, fetch_cards
from app.vocabulary import Attribution, Qualifier, Unit


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_plain, return_type=int | float, when_used="json")]
"""An exact decimal, written as a JSON number."""


class ArticleCard(BaseModel):
    """An article in a few words."""

    id: str = Field(description="Permanent id.", examples=["2024-11-24-sedaily-china-ai-talent"])
    title: str = Field(description="Title as published.", examples=["中빅테크, AI스타트업에 兆단위 투자"])
    publisher: str = Field(description="Outlet, as it calls itself.", examples=["서울경제"])
    published_on: date = Field(description="Day of publication.", examples=["2024-11-24"])
    url: str | None = Field(description="Address of the original, if known.", examples=[None])


class Conversion(BaseModel):
    """The article's own conversion of a figure. It is no second figure."""

    value: Number = Field(description="The converted number.", examples=[100000000000])
    unit: Unit = Field(description="Its currency.", examples=["KRW"])
    qualifier: Qualifier = Field(description="How surely.", examples=["about"])
    as_written: str = Field(description="The words of the conversion.", examples=["약 1000억 원"])


class Citation(BaseModel):
    """Where an article states a fact, in which words, and who says it."""

    article: ArticleCard = Field(description="The article.")
    passage: str = Field(description="Paragraph and sentence of the text that was read.", examples=["p10.s1"])
    original: str | None = Field(
        description="The same place in the original, if a digest was read.", examples=["p10.s1"]
    )
    as_written: str = Field(description="The words that state it, literally.", examples=["양즈린이 창업"])
    attributed_to: Card | None = Field(description="Who says it; null is the reporter.", examples=[None])
    attribution: Attribution = Field(description="How the passage is tied to the speaker.", examples=["none"])
    qualifier: Qualifier = Field(description="How surely the passage states it.", examples=["exact"])
    words: dict[str, str] = Field(
        description="Literal words of the passage for single fields, such as `period`.", examples=[{"period": "올해"}]
    )
    remark: str | None = Field(description="What the passage adds that no field holds.", examples=[None])


class Evidence:
    """Cards and citations for all that one answer shows, fetched in two statements."""

    def __init__(self, connection: Connection, facts: Iterable[str], entities: Iterable[str | None]) -> None:
        rows = connection.execute(
            sa.select(*CitationRow.__table__.columns, *Article.__table__.columns)  # type: ignore[attr-defined]
            .join(Article, col(Article.id) == CitationRow.article_id)
            .where(col(CitationRow.fact_id).in_(set(facts)))
            .order_by(col(Article.published_on), col(Article.id), col(CitationRow.position))
        ).all()
        speakers = {row.attributed_to_id for row in rows}
        self.cards = fetch_cards(connection, {item for item in {*entities, *speakers} if item})
        self._citations: dict[str, list[Citation]] = defaultdict(list)
        self._conversions: dict[str, Conversion] = {}
        for row in rows:
            self._citations[row.fact_id].append(self._citation(row))
            if row.conversion_as_written:
                self._conversions.setdefault(row.fact_id, _conversion(row))

    def card(self, entity: str | None) -> Card | None:
        """The card of an entity, or None for None."""
        return self.cards[entity] if entity else None

    def citations(self, fact: str) -> list[Citation]:
        """A fact's citations, the oldest article first."""
        return self._citations.get(fact, [])

    def conversion(self, fact: str) -> Conversion | None:
        """The conversion given by the oldest article that gives one."""
        return self._conversions.get(fact)

    def _citation(self, row: sa.Row[*tuple[Any, ...]]) -> Citation:
        return Citation(
            article=ArticleCard(
                id=row.article_id,
                title=row.title,
                publisher=row.publisher,
                published_on=row.published_on,
                url=row.url,
            ),
            passage=row.passage,
            original=row.original,
            as_written=row.as_written,
            attributed_to=self.card(row.attributed_to_id),
            attribution=row.attribution,
            qualifier=row.qualifier,
            words=row.words,
            remark=row.remark,
        )


def _conversion(row: sa.Row[*tuple[Any, ...]]) -> Conversion:
    return Conversion(
        value=row.conversion_value,
        unit=row.conversion_unit,
        qualifier=row.conversion_qualifier,
        as_written=row.conversion_as_written,
    )
