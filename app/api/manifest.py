"""The manifest of `/v1/reconcile`: what the service offers, and where."""

from typing import Literal

from pydantic import BaseModel, Field

from app.shapes.reconciling import TYPES, TypeShape
from app.vocabulary import EntityType


class Template(BaseModel):
    """An address in which an id is put."""

    url: str = Field(
        description="The address, with `{{id}}` for the id.",
        examples=["http://127.0.0.1:8000/v1/reconcile/preview?id={{id}}"],
    )


class PreviewPlace(Template):
    """Where a page about an entity is, and how large."""

    width: int = Field(description="Width in pixels.", examples=[430])
    height: int = Field(description="Height in pixels.", examples=[300])


class Place(BaseModel):
    """Where a service is."""

    service_url: str = Field(description="First part of its address.", examples=["http://127.0.0.1:8000/v1/reconcile"])
    service_path: str = Field(description="The rest of it.", examples=["/suggest/entity"])


class SuggestPlaces(BaseModel):
    """Where suggestions are."""

    entity: Place = Field(description="For entities.")
    type: Place = Field(description="For types.")
    property: Place = Field(description="For properties.")


class Setting(BaseModel):
    """Something that can be set for a property."""

    name: str = Field(description="What it is called in `settings`.", examples=["limit"])
    label: str = Field(description="What it is called for people.", examples=["Limit"])
    type: Literal["number"] = Field("number", description="What it takes.", examples=["number"])
    default: int = Field(description="What it is if it is not set.", examples=[0])
    help_text: str = Field(description="What it does.", examples=["Values to return at most; 0 for all"])


class ExtendPlaces(BaseModel):
    """Where properties are proposed, and what can be set for each."""

    propose_properties: Place = Field(description="Where properties are proposed.")
    property_settings: list[Setting] = Field(description="What can be set for each.")


class Manifest(BaseModel):
    """What the service offers, and where."""

    versions: list[str] = Field(description="Versions of the protocol.", examples=[["0.2"]])
    name: str = Field(description="Name of the service.", examples=["Haigui"])
    identifierSpace: str = Field(  # noqa: N815 - the protocol's own
        description="What the ids are ids of, the same as in the exports.", examples=["urn:haigui:entity:"]
    )
    schemaSpace: str = Field(  # noqa: N815 - as above
        description="What the types and properties are words of.", examples=["urn:haigui:term:"]
    )
    documentation: str = Field(description="Where it is described.", examples=["http://127.0.0.1:8000/docs"])
    defaultTypes: list[TypeShape] = Field(description="Types to begin with.")  # noqa: N815 - as above
    view: Template = Field(description="Where people can look at an entity.")
    preview: PreviewPlace = Field(description="Where a small page about an entity is.")
    suggest: SuggestPlaces = Field(description="Where to ask for suggestions.")
    extend: ExtendPlaces = Field(description="How properties are asked for.")
    batchSize: int = Field(description="Queries in one batch at most.", examples=[50])  # noqa: N815 - as above


def manifest_at(address: str, batch_size: int) -> Manifest:
    """The manifest of the service at an address."""
    preview = f"{address}/preview?id={{{{id}}}}"
    return Manifest(
        versions=["0.2"],
        name="Haigui: China’s AI startups and the people who build them",
        identifierSpace="urn:haigui:entity:",
        schemaSpace="urn:haigui:term:",
        documentation=address.removesuffix("/v1/reconcile") + "/docs",
        defaultTypes=[TYPES[of] for of in EntityType],
        view=Template(url=preview),
        preview=PreviewPlace(url=preview, width=430, height=300),
        suggest=SuggestPlaces(
            **{of: Place(service_url=address, service_path=f"/suggest/{of}") for of in ("entity", "type", "property")}
        ),
        extend=ExtendPlaces(
            propose_properties=Place(service_url=address, service_path="/properties"),
            property_settings=[
                Setting(name="limit", label="Limit", default=0, help_text="Values to return at most; 0 for all")
            ],
        ),
        batchSize=batch_size,
    )
