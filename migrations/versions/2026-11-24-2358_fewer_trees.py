"""fewer trees to keep

Whoever loads has to keep every index in order, so what no question needs is dear: the indexes of names by entity, and
the second copy of a participant's key.

Revision ID: 0006
Revises: 0005
Create Date: 2026-11-24 23:10:08.511204+00:00
"""

from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: None = None
depends_on: None = None


def upgrade() -> None:
    for table in ("beginning", "name_key"):
        op.drop_index(op.f(f"ix_{table}_entity_id"), table)
    _rebuild_participant(with_rowid=False)


def downgrade() -> None:
    _rebuild_participant(with_rowid=True)
    for table in ("beginning", "name_key"):
        op.create_index(op.f(f"ix_{table}_entity_id"), table, ["entity_id"], unique=False)


def _rebuild_participant(*, with_rowid: bool) -> None:
    if op.get_context().dialect.name == "sqlite":
        options = {"sqlite_with_rowid": with_rowid}
        with op.batch_alter_table("participant", recreate="always", table_kwargs=options):
            pass
