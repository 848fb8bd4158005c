"""`/v1/countries`: countries as subjects of figures."""

from typing import Annotated, ClassVar

from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING, Question, make_router, one
from app.errors import NotFound
from app.listing import ListQuery, Source, Written, list_query
from app.models import Entity
from app.pages import Groups, Page
from app.shapes.entities import EntityRow, fetch_entity_rows
from app.shapes.groups import CountryDetail, fetch_country_details
from app.vocabulary import EntityType

router = make_router("countries")
KEY = col(Entity.id)


@list_query
class CountryQuery(ListQuery):
    """Filters of the list of countries."""

    source: ClassVar = Source(Entity, KEY, col(Entity.type) == EntityType.COUNTRY)
    sorts: ClassVar = {"id": KEY, "name": col(Entity.name)}
    groups: ClassVar = {"article": groups.ENTITY_ARTICLES, "attributed_to": groups.ENTITY_SPEAKERS}

    q: Annotated[str | None, filters.named(KEY, EntityType.COUNTRY)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["중국"]
    )
    article: Annotated[list[str], filters.entity_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.entity_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["macropolo"]]
    )


@router.get("/countries", summary="List countries")
def list_countries(query: Annotated[CountryQuery, Query()], ask: Question) -> Page[EntityRow] | Groups:
    """The countries that organizations sit in and figures speak of."""
    return ask.page_or_groups(query, fetch_entity_rows)


@router.get("/countries/{id}", summary="Get one country", responses=MISSING)
def get_country(
    country: Annotated[str, Path(alias="id", description="ISO 3166-1 alpha-2 code.", examples=["CN"])],
    _: Annotated[Written, Query()],
    ask: Question,
) -> CountryDetail:
    """A country and the numbers about it."""
    detail = one(ask.connection, KEY, country, fetch_country_details)
    if detail.kind != EntityType.COUNTRY:
        raise NotFound(f"{country} is no country but a {detail.kind}; see {detail.url}")
    return detail
