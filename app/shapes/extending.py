"""Properties of many entities at once, as the Reconciliation Service API 0.2 shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, Field, RootModel
from sqlalchemy.engine import Connection

from app.shapes.properties import Property, Value, fetch_values
from app.shapes.reconciling import TYPES, TypeWord


class ColumnShape(BaseModel):
    """A property that was asked for."""

    id: str = Field(description="Id of the property.", examples=["prior_employer"])
    name: str = Field(description="Its name.", examples=["Prior employers"])
    type: TypeWord | None = Field(
        None, description="Of what type its values are, if they are entities.", exclude_if=lambda it: it is None
    )


class EntityValue(BaseModel):
    """A value that is an entity."""

    id: str = Field(description="Permanent id.", examples=["google-brain"])
    name: str = Field(description="Display name.", examples=["Google Brain"])


class TextValue(BaseModel):
    """A value that is a text."""

    text: str = Field(alias="str", serialization_alias="str", description="The text.", examples=["양즈린"])


class Rows(RootModel[dict[str, dict[str, list[EntityValue | TextValue]]]]):
    """The values, by entity and property; an empty list where nothing is stated, or there is no such entity."""


class Extended(BaseModel):
    """Properties of entities."""

    meta: list[ColumnShape] = Field(description="The properties, in the order asked for.")
    rows: Rows = Field(description="The values, by entity and property.")


@dataclass(frozen=True)
class PropertyWord:
    """A property that is asked for, and how many values of it at most (0: all)."""

    property: Property
    limit: int


def extend(connection: Connection, ids: Sequence[str], columns: Sequence[PropertyWord]) -> Extended:
    """The values of properties; one statement for each, or two where they are entities."""
    wanted = [item.replace("\0", "") for item in ids]  # PostgreSQL has no text with one
    values = {column.property.id: fetch_values(connection, column.property, wanted) for column in columns}
    rows = {
        known: {
            column.property.id: [
                _shown(value) for value in values[column.property.id].get(known, [])[: column.limit or None]
            ]
            for column in columns
        }
        for known in wanted
    }
    return Extended(meta=[_column(column.property) for column in columns], rows=Rows(rows))


def _column(of: Property) -> ColumnShape:
    type_word = TypeWord(id=TYPES[of.values].id, name=TYPES[of.values].name) if of.values else None
    return ColumnShape(id=of.id, name=of.name, type=type_word)


def _shown(value: Value) -> EntityValue | TextValue:
    return EntityValue(id=value.id, name=value.name) if value.id else TextValue(str=value.name)
