"""The card: how any entity appears inside another answer."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Entity, Organization, Product
from app.vocabulary import EntityType

PATHS = {
    EntityType.ORGANIZATION: "organizations",
    EntityType.PERSON: "people",
    EntityType.PRODUCT: "products",
    EntityType.COHORT: "cohorts",
    EntityType.COUNTRY: "countries",
}


class Card(BaseModel):
    """An entity in a few words."""

    id: str = Field(description="Permanent id.", examples=["google-brain"])
    name: str = Field(description="Display name.", examples=["Google Brain"])
    name_ko: str | None = Field(description="Name in Hangul.", examples=["구글브레인"])
    name_zh: str | None = Field(description="Name in Chinese characters.", examples=[None])
    kind: str = Field(
        description="Kind of organization or product, or the type of the entity.", examples=["laboratory"]
    )
    url: str = Field(description="Where all about it is.", examples=["/v1/organizations/google-brain"])


CARD_COLUMNS = (
    col(Entity.id),
    col(Entity.name),
    col(Entity.name_ko),
    col(Entity.name_zh),
    col(Entity.name_en),
    col(Entity.type),
    sa.func.coalesce(
        *(sa.type_coerce(word, sa.String) for word in (col(Organization.kind), col(Product.kind), col(Entity.type)))
    ).label("kind"),
)

CARDS = (
    sa.select(*CARD_COLUMNS)
    .outerjoin(Organization, col(Organization.id) == Entity.id)
    .outerjoin(Product, col(Product.id) == Entity.id)
    .where(col(Entity.id).in_(sa.bindparam("ids", expanding=True)))
)
"""Made once: to put it together takes longer than to ask it."""


def fetch_cards(connection: Connection, ids: Iterable[str]) -> dict[str, Card]:
    """Cards by id, in one statement; ids that do not exist are left out.

    The connection's option `lang` says in which script `name` is.
    """
    lang = connection.get_execution_options().get("lang")
    shown = f"name_{lang}" if lang else "name"
    wanted = set(ids)
    if not wanted:
        return {}
    rows = connection.execute(CARDS, {"ids": list(wanted)})
    return {
        row.id: Card(
            id=row.id,
            name=getattr(row, shown) or row.name,
            name_ko=row.name_ko,
            name_zh=row.name_zh,
            kind=row.kind,
            url=f"/v1/{PATHS[row.type]}/{row.id}",
        )
        for row in rows
    }


def cards_in_order(connection: Connection, ids: Sequence[str]) -> list[Card]:
    """Cards in the order of the ids."""
    cards = fetch_cards(connection, ids)
    return [cards[item] for item in ids]
