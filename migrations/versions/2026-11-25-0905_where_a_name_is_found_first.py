"""where a name is found first

How much of each beginning the entity's beginning before it has: then a text that finds an entity in several places
finds it in one of them first, and a page of what it finds is read in order, however much there is.

Revision ID: 0007
Revises: 0006
Create Date: 2026-11-25 09:05:00.000000+00:00
"""

from itertools import islice, pairwise, takewhile
from operator import eq

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: None = None
depends_on: None = None

AT_ONCE = 5000
ROWS = "SELECT type, folded, entity_id FROM beginning ORDER BY entity_id, folded"
MARK = "UPDATE beginning SET shared = :shared WHERE type = :type AND folded = :folded AND entity_id = :entity_id"


def upgrade() -> None:
    op.add_column("beginning", sa.Column("shared", sa.Integer(), nullable=False, server_default="0"))
    connection = op.get_bind()
    rows = connection.execute(sa.text(ROWS).execution_options(yield_per=AT_ONCE))
    mine = ((before, row) for before, row in pairwise(rows) if before.entity_id == row.entity_id)
    while some := list(islice(mine, AT_ONCE)):
        marks = [row._asdict() | {"shared": _shared(before.folded, row.folded)} for before, row in some]
        connection.execute(sa.text(MARK), marks)
    with op.batch_alter_table("beginning", table_kwargs={"sqlite_with_rowid": False}) as table:
        table.alter_column("shared", existing_type=sa.Integer(), existing_nullable=False, server_default=None)


def _shared(one: str, other: str) -> int:
    """With how many characters both begin."""
    return sum(takewhile(bool, map(eq, one, other)))


def downgrade() -> None:
    with op.batch_alter_table("beginning", table_kwargs={"sqlite_with_rowid": False}) as table:
        table.drop_column("shared")
