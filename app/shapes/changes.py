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

    revision: int = Field(
        description="Revision of the data that made it; whatever is loaded and changes anything makes one.",
        examples=[2],
    )
    position: int = Field(description="Place within the revision, from 1.", examples=[1])
    at: datetime = Field(description="When it was loaded (UTC).", examples=["2026-11-24T08:00:00Z"])
    source: str = Field(
        description="What was loaded: an article, by its id, or `gazetteer`, the list of entities and of what we say "
        "ourselves.",
        examples=["gazetteer"],
    )
    action: str = Field(description="`added`, `changed` or `retracted`.", examples=["added"])
    subject: str = Field(description="`entity`, `article` or a type of fact.", examples=["founding"])
    id: str = Field(description="Id of the entity, article or fact that changed.", examples=["f_3f5b46ffbb50a958"])
    record: dict[str, Any] = Field(
        description="The whole record after the change or, if it was retracted, before: of an entity its names and "
        "what it is, of an article its description and passages without their text, of a fact what it states and its "
        "`citations`. It names other things by their ids (`person_id`, `startup_id`, …), writes decimals as text, and "
        "may leave out what has no value.",
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
