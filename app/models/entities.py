"""The things of the graph: organizations, people, products, cohorts and countries.

What they share (id, names) stands in `entity`, so that any of them can be the subject of a figure or the speaker of a
passage, and a name is looked up in one place. Names, kinds and definitions are editorial: they come from the gazetteer.
"""

from sqlmodel import Field, SQLModel

from app.models.columns import TEXT, reference, text, word
from app.vocabulary import EntityType, OrganizationKind, ProductKind


class EntityFacts(SQLModel):
    """What the gazetteer says of anything."""

    name: str = text("Display name.", example="Moonshot AI")
    name_ko: str | None = text("Name in Hangul.", default=None, example="문샷AI")
    name_zh: str | None = text("Name in Chinese characters.", default=None, example="月之暗面")
    name_en: str | None = text("Name in Latin letters.", default=None, example="Moonshot AI")
    note: str | None = text("Why we hold these names for one thing, where that is not plain.", default=None)


class Entity(EntityFacts, table=True):
    """Anything with an id and names."""

    id: str = Field(primary_key=True, sa_type=TEXT, description="Permanent id in Latin letters.")
    type: EntityType = word(EntityType, "What it is.", index=True)
    name: str = text("Display name.", index=True)


class Alias(SQLModel, table=True):
    """Another spelling of an entity's name, in any script."""

    entity_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="entity.id")
    alias: str = Field(sa_type=TEXT, primary_key=True, index=True)


class Organization(SQLModel, table=True):
    """A company, laboratory, fund, university, agency: one table, because one firm invests, employs and recruits."""

    id: str = Field(primary_key=True, sa_type=TEXT, foreign_key="entity.id")
    kind: OrganizationKind = word(OrganizationKind, "What it is.", index=True)
    country_id: str | None = reference("entity.id", "Country of its seat.", default=None)


class Person(SQLModel, table=True):
    """A human being. There is no column for anything private."""

    id: str = Field(primary_key=True, sa_type=TEXT, foreign_key="entity.id")


class Product(SQLModel, table=True):
    """A model, app or service."""

    id: str = Field(primary_key=True, sa_type=TEXT, foreign_key="entity.id")
    kind: ProductKind = word(ProductKind, "What it is.", index=True)


class Cohort(SQLModel, table=True):
    """A group that an article counts or describes."""

    id: str = Field(primary_key=True, sa_type=TEXT, foreign_key="entity.id")
    definition: str = text("What makes something a member.")
    country_id: str | None = reference("entity.id", "Country of its members.", default=None)


class Lineage(SQLModel, table=True):
    """The roll-up written out: each organization under itself (depth 0) and under all that it belongs to.

    Derived from the `parent` facts at every load, so that a question needs no recursion.
    """

    ancestor_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="organization.id")
    organization_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="organization.id", index=True)
    depth: int = Field(description="Number of steps up; 0 is the organization itself.")
    is_top: bool = Field(description="Whether the ancestor belongs to nothing else.")
