"""Who is who: entries that are one entity, and those that are two although their names are alike. All editorial."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.models.columns import TEXT, reference, text, word
from app.vocabulary import EntityType


class Merge(SQLModel, table=True):
    """An entry that was merged into another: there is no such entity, and its id leads to the other."""

    id: str = Field(sa_type=TEXT, primary_key=True, description="The id that was given up.")
    type: EntityType = word(EntityType, "What both are.")
    into_id: str = text("The id that it was merged into, which may have been merged itself.")
    entity_id: str = reference("entity.id", "The entity that it leads to in the end.")
    names: list[str] = Field(sa_type=sa.JSON, description="The names that it had.")
    note: str = text("Why both are one.")


class Distinction(SQLModel, table=True):
    """Two entries that are two, whatever their names."""

    a_id: str = Field(sa_type=TEXT, primary_key=True)
    b_id: str = Field(sa_type=TEXT, primary_key=True, description="The later one of both in the order of ids.")
    note: str = text("Why they are two.")
