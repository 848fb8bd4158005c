"""derived tables

Revision ID: 0002
Revises: 0001
Create Date: 2026-11-24 17:04:22.303683+00:00
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: None = None
depends_on: None = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_document")),
    )
    op.create_table(
        "beginning",
        sa.Column("type", TEXT, nullable=False),
        sa.Column("folded", TEXT, nullable=False),
        sa.Column("entity_id", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("type", "folded", "entity_id", name=op.f("pk_beginning")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("beginning", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_beginning_entity_id"), ["entity_id"], unique=False)

    op.create_table(
        "alumnus",
        sa.Column("employer_id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("employer_id", "person_id", name=op.f("pk_alumnus")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("alumnus", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alumnus_person_id"), ["person_id"], unique=False)

    op.create_table(
        "origin",
        sa.Column("employer_id", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("startup_id", TEXT, nullable=False),
        sa.Column("country_id", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("employer_id", "role", "startup_id", name=op.f("pk_origin")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("origin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_origin_startup_id"), ["startup_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("origin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_origin_startup_id"))

    op.drop_table("origin")
    with op.batch_alter_table("alumnus", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alumnus_person_id"))

    op.drop_table("alumnus")
    with op.batch_alter_table("beginning", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_beginning_entity_id"))

    op.drop_table("beginning")
    op.drop_table("document")
