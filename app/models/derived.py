"""What follows from the facts and is written down at load, so that a question need not work it out.

Nothing here says anything of its own: each table can be made anew from the facts at any time, and nothing refers to
it. `document` may lack rows; whoever asks then joins live.
"""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.models.columns import CLUSTERED, TEXT, word
from app.vocabulary import EntityType, Role


class Alumnus(SQLModel, table=True):
    """Who left which employer, or an organization that belongs to it."""

    __table_args__ = (sa.Index(None, "person_id"), CLUSTERED)

    employer_id: str = Field(sa_type=TEXT, primary_key=True)
    person_id: str = Field(sa_type=TEXT, primary_key=True)


class Origin(SQLModel, table=True):
    """Which employers the founders or the hires of a startup left, roll-up included."""

    __table_args__ = (sa.Index(None, "startup_id"), CLUSTERED)

    employer_id: str = Field(sa_type=TEXT, primary_key=True)
    role: Role = word(Role, "How those who left came to the startup.", primary_key=True)
    startup_id: str = Field(sa_type=TEXT, primary_key=True)
    country_id: str | None = Field(default=None, sa_type=TEXT, description="Country of the startup's seat.")


class Beginning(SQLModel, table=True):
    """A place in a name, folded, where a search may begin: the rest of the name from there on."""

    __table_args__ = CLUSTERED

    type: EntityType = word(EntityType, "What it is the name of.", primary_key=True)
    folded: str = Field(sa_type=TEXT, primary_key=True)
    entity_id: str = Field(sa_type=TEXT, primary_key=True)
    shared: int = Field(
        description="How many of its characters the entity's beginning before it in order begins with, too: a longer "
        "text finds the entity here first."
    )


class NameKey(SQLModel, table=True):
    """A key under which an entity is looked up by names that sound alike, whatever their script."""

    __tablename__ = "name_key"
    __table_args__ = CLUSTERED

    key: str = Field(sa_type=TEXT, primary_key=True)
    entity_id: str = Field(sa_type=TEXT, primary_key=True)


class Document(SQLModel, table=True):
    """An answer, or a row of one, as it is sent: JSON that the shape of that kind wrote."""

    kind: str = Field(sa_type=TEXT, primary_key=True)
    id: str = Field(sa_type=TEXT, primary_key=True, description="Id of the entity.")
    body: bytes = Field(sa_type=sa.LargeBinary)
