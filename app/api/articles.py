"""`/v1/articles`: what was read."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api.asking import MISSING, Question, make_router, one, require
from app.listing import Day, Group, ListQuery, Source, Written, at_least, at_most, contains, list_query, one_of
from app.models import Article, Passage
from app.pages import Groups, Page
from app.shapes.articles import ArticleRow, PassageRow, fetch_articles, fetch_passages
from app.vocabulary import TextRead

router = make_router("articles")
KEY = col(Article.id)
MOST_PARAGRAPHS = 1_000_000
ARTICLE_ID = Annotated[
    str, Path(alias="id", description="Id of the article.", examples=["2024-11-24-sedaily-china-ai-talent"])
]


@list_query
class ArticleQuery(ListQuery):
    """Filters of the list of articles."""

    source: ClassVar = Source(Article, KEY)
    sorts: ClassVar = {"id": KEY, "published_on": col(Article.published_on), "title": col(Article.title)}
    default_sort: ClassVar[str] = "-published_on"
    groups: ClassVar = {
        "publisher": Group(sa.select(KEY, col(Article.publisher))),
        "language": Group(sa.select(KEY, col(Article.language))),
        "story": Group(sa.select(KEY, col(Article.story))),
        "text_read": Group(sa.select(KEY, col(Article.text_read))),
        "published_year": Group(sa.select(KEY, sa.func.substr(sa.cast(col(Article.published_on), sa.String), 1, 4))),
    }

    q: Annotated[str | None, contains(col(Article.title))] = Field(
        None, max_length=200, description="Text contained in the title.", examples=["스타트업"]
    )
    publisher: Annotated[list[str], one_of(col(Article.publisher))] = Field(
        [], description="Outlet, as it calls itself.", examples=[["서울경제"]]
    )
    language: Annotated[list[str], one_of(col(Article.language))] = Field(
        [], description="Language, ISO 639-1.", examples=[["ko"]]
    )
    story: Annotated[list[str], one_of(col(Article.story), ids_of=col(Article.story))] = Field(
        [], description="Carries the report with this id.", examples=[["2024-11-24-china-ai-talent"]]
    )
    text_read: Annotated[list[TextRead], one_of(col(Article.text_read))] = Field(
        [], description="Which text was read.", examples=[["digest"]]
    )
    published_from: Annotated[Day | None, at_least(col(Article.published_on))] = Field(
        None, description="Published on this day or later.", examples=["2024-01-01"]
    )
    published_to: Annotated[Day | None, at_most(col(Article.published_on))] = Field(
        None, description="Published on this day or earlier.", examples=["2024-12-31"]
    )


@list_query
class PassageQuery(ListQuery):
    """Filters of an article's passages."""

    source: ClassVar = Source(Passage, col(Passage.id))
    sorts: ClassVar = {"position": col(Passage.position), "id": col(Passage.id)}
    default_sort: ClassVar[str] = "position"

    paragraph: Annotated[list[Annotated[int, Field(ge=1, le=MOST_PARAGRAPHS)]], one_of(col(Passage.paragraph))] = Field(
        [], description="Only passages of this paragraph.", examples=[[10]]
    )


@router.get("/articles", summary="List articles")
def list_articles(query: Annotated[ArticleQuery, Query()], ask: Question) -> Page[ArticleRow] | Groups:
    """The articles that were read, the newest first."""
    return ask.page_or_groups(query, fetch_articles)


@router.get("/articles/{id}", summary="Get one article", responses=MISSING)
def get_article(article: ARTICLE_ID, _: Annotated[Written, Query()], ask: Question) -> ArticleRow:
    """The bibliographic record of an article, which text was read, and how many facts came out of it."""
    return one(ask.connection, KEY, article, fetch_articles)


@router.get("/articles/{id}/passages", summary="List an article's passages", responses=MISSING)
def list_passages(article: ARTICLE_ID, query: Annotated[PassageQuery, Query()], ask: Question) -> Page[PassageRow]:
    """The sentences of the text that was read, each with the facts that cite it."""
    require(ask.connection, KEY, article)
    return ask.page(
        query, lambda connection, ids: fetch_passages(connection, article, ids), col(Passage.article_id) == article
    )
