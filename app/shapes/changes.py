"""The log of changes: what each load added, changed and retracted, with whole records."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Change, Revision

MOST_POSITIONS = 1_000_000_000
PLACE = sa.cast(col(Change.revision), sa.BigInteger) * MOST_POSITIONS + col(Change.position)
"""One number for a change's place in the whole log."""


class ChangeRow(BaseModel):
    """One change."""

    revision: int = Field(description="Revision that made it.", examples=[2])
    position: int = Field(description="Place within the revision, from 1.", examples=[1])
    at: datetime = Field(description="When it was loaded (UTC).", examples=["2026-11-24T08:00:00Z"])
    source: str = Field(description="What was loaded: `gazetteer` or an article's id.", examples=["gazetteer"])
    action: str = Field(description="`added`, `changed` or `retracted`.", examples=["added"])
    subject: str = Field(
        description="`entity`, `merge`, `distinction`, `article` or a type of fact.", examples=["founding"]
    )
    id: str = Field(description="Id of what changed.", examples=["f_3f5b46ffbb50a958"])
    record: dict[str, Any] = Field(
        description="The whole record after the change or, if it was retracted, before.",
        examples=[{"id": "moonshot-ai", "name": "Moonshot AI"}],
    )


def fetch_changes(connection: Connection, places: Sequence[int]) -> list[ChangeRow]:
    """Changes in the order of their places. One statement."""
    rows = connection.execute(
        sa.select(sa.inspect(Change).local_table, col(Revision.at), col(Revision.source), PLACE.label("place"))
        .join(Revision, col(Revision.number) == Change.revision)
        .where(PLACE.in_(places))
    )
    by_place = {row.place: row for row in rows}
    return [ChangeRow(**by_place[place]._asdict()) for place in places]
