"""What was posted and is under review: drafts, which are no facts; and what tells that two texts are one."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.models.columns import TEXT, text, word
from app.vocabulary import DraftStatus


class StoredDraft(SQLModel, table=True):
    """A posted article with what reading proposes of it and what reviewers have decided."""

    __tablename__ = "draft"

    id: str = Field(primary_key=True, sa_type=TEXT, description="Id, in the order of time.")
    status: DraftStatus = word(DraftStatus, "How far it has come.")
    version: int = Field(description="Counts its changes.")
    created_at: datetime = Field(description="When the article was posted (UTC).")
    changed_at: datetime = Field(description="When it was changed last (UTC).")
    sha256: str = text("SHA-256 of the text in UTF-8, hexadecimal.", index=True)
    sketch: list[int] = Field(sa_type=sa.JSON, description="Hashes of a sample of the text's pieces.")
    similar: list[dict[str, Any]] = Field(sa_type=sa.JSON, description="What had much of the same text.")
    review: dict[str, Any] = Field(sa_type=sa.JSON, description="Bibliographic record, entities, candidates.")
    article_id: str | None = text("The article that was published.", default=None)
    text: str | None = Field(default=None, sa_type=TEXT, description="The text; gone once it may not be kept.")


class Shingle(SQLModel, table=True):
    """The hash of one of the pieces of an article's text that were drawn for comparison."""

    article_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="article.id")
    hash: int = Field(sa_type=sa.BigInteger, primary_key=True, index=True)
