"""Alembic's entry: which schema, which database, and how columns are written down."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import app.models  # noqa: F401 - fills the metadata
from app.db import make_engine
from app.models.columns import TEXT, ExactDecimal, WordColumn
from app.settings import settings


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:  # noqa: ANN401 - Alembic's signature
    """Write our column types as plain SQLAlchemy ones, so that a migration outlives the model's code."""
    if kind != "type":
        return False
    if isinstance(item, WordColumn) or item is TEXT:
        return "TEXT"
    if isinstance(item, ExactDecimal):
        return "sa.Numeric()"
    if isinstance(item, AutoString):
        return "sa.String()"
    if isinstance(item, sa.DateTime) or type(item).__name__ == "UTCDateTime":
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    """Migrate the configured database in one transaction."""
    engine = make_engine(context.config.attributes.get("url") or settings().database_url)
    with engine.connect().execution_options(writes=True) as connection:
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=render_item,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
