"""merged and distinct entities

Revision ID: 0004
Revises: 0003
Create Date: 2026-11-24 20:50:12.402117+00:00
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: None = None
depends_on: None = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "merge",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("type", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("into_id", TEXT, nullable=False),
        sa.Column("entity_id", TEXT, nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_merge_entity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
    )
    op.create_index(op.f("ix_merge_entity_id"), "merge", ["entity_id"], unique=False)
    op.create_table(
        "distinction",
        sa.Column("a_id", TEXT, nullable=False),
        sa.Column("b_id", TEXT, nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("a_id", "b_id", name=op.f("pk_distinction")),
    )
    op.add_column("citation", sa.Column("merged", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.drop_column("merged")
    op.drop_table("distinction")
    op.drop_index(op.f("ix_merge_entity_id"), "merge")
    op.drop_table("merge")
