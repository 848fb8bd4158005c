"""What was read: articles and their passages; and what each load changed."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.models.columns import TEXT, text, word
from app.vocabulary import TextRead


class ArticleFacts(SQLModel):
    """The bibliographic record of an article."""

    title: str = text("Title as published.", example="中빅테크, AI스타트업에 兆단위 투자")
    publisher: str = text("Outlet, as it calls itself.", example="서울경제")
    publisher_en: str | None = text("Outlet's name in Latin letters.", default=None, example="Seoul Economic Daily")
    author: str | None = text("By-line.", default=None, example="윤민혁")
    published_on: date = Field(
        index=True,
        description="Day of publication; relative dates are counted from it.",
        schema_extra={"examples": ["2024-11-24"]},
    )
    language: str = text("Language of the text, an ISO 639-1 code.", example="ko")
    url: str | None = text("Address of the original; null when it is not known.", default=None)
    story: str = text(
        "Groups one report in several outlets or languages: they count as one voice.",
        example="2024-11-24-china-ai-talent",
        index=True,
    )
    text_read: TextRead = word(TextRead, "Which text was read.")
    text_kept: bool = Field(
        description="Whether the rights allow the text's sentences to be kept and shown.",
        schema_extra={"examples": [True]},
    )
    rights: str | None = text("What the rights are.", default=None, example="All rights reserved by the publisher.")
    original_sha256: str | None = text(
        "SHA-256 of the original's bytes, hexadecimal.", default=None, example="9f86d081884c7d65…"
    )


class Article(ArticleFacts, table=True):
    """A text that was read."""

    id: str = Field(primary_key=True, sa_type=TEXT, description="Permanent id.")
    sha256: str = text("SHA-256 of the bytes of the text that was read, hexadecimal.")


class Passage(SQLModel, table=True):
    """A sentence of an article."""

    article_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="article.id")
    id: str = Field(sa_type=TEXT, primary_key=True, description="Paragraph and sentence: `p10.s1`.")
    position: int = Field(description="Order in the article, from 1.")
    paragraph: int = Field(description="Number of the non-blank line in the text as given, from 1.")
    sentence: int = Field(description="Number of the sentence in its paragraph, from 1.")
    sha256: str = text("SHA-256 of the sentence in UTF-8, hexadecimal.")
    text: str | None = Field(default=None, sa_type=TEXT, description="The sentence, where the rights allow it.")


class Revision(SQLModel, table=True):
    """One load that changed something. The newest number is the state of the data."""

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(description="When it was loaded (UTC).")
    source: str = text("What was loaded: `gazetteer` or an article's id.")


class Change(SQLModel, table=True):
    """One thing that a revision added, changed or retracted, with the whole record: enough to rebuild the data."""

    revision: int = Field(primary_key=True, foreign_key="revision.number")
    position: int = Field(primary_key=True, description="Order within the revision, from 1.")
    action: str = text("`added`, `changed` or `retracted`.")
    subject: str = text("`entity`, `merge`, `distinction`, `article` or a type of fact.")
    id: str = Field(sa_type=TEXT, index=True, description="Id of what changed.")
    record: dict[str, Any] = Field(sa_type=sa.JSON, description="The record after the change; before it, if retracted.")
