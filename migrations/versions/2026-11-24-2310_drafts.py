"""drafts, and what tells that two texts are one

Revision ID: 0005
Revises: 0004
Create Date: 2026-11-24 23:10:00.000000+00:00
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: None = None
depends_on: None = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("status", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=True),
        sa.Column("sketch", sa.JSON(), nullable=False),
        sa.Column("similar", sa.JSON(), nullable=False),
        sa.Column("review", sa.JSON(), nullable=False),
        sa.Column("article_id", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_sha256"), "draft", ["sha256"], unique=False)
    op.create_table(
        "shingle",
        sa.Column("article_id", TEXT, nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_shingle_article_id")),
        sa.PrimaryKeyConstraint("article_id", "hash", name=op.f("pk_shingle")),
    )
    op.create_index(op.f("ix_shingle_hash"), "shingle", ["hash"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_shingle_hash"), "shingle")
    op.drop_table("shingle")
    op.drop_index(op.f("ix_draft_sha256"), "draft")
    op.drop_table("draft")
