"""keys of names

Revision ID: 0003
Revises: 0002
Create Date: 2026-11-24 20:15:40.118302+00:00
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: None = None
depends_on: None = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "name_key",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("entity_id", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key", "entity_id", name=op.f("pk_name_key")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("name_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_name_key_entity_id"), ["entity_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("name_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_name_key_entity_id"))

    op.drop_table("name_key")
