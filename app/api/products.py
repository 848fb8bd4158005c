"""`/v1/products`: models, apps and services."""

from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING_OR_MERGED, Question, make_router, one
from app.listing import Group, ListQuery, Source, Where, Written, list_query, one_of
from app.models import Entity, Maker, Organization, Product
from app.pages import Groups, Page, joined
from app.shapes.cards import fetch_cards
from app.shapes.groups import ProductDetail, ProductRow, fetch_product_details, fetch_products
from app.vocabulary import EntityType, ProductKind

router = make_router("products")
KEY = col(Product.id)
MADE = sa.select(col(Maker.product_id))


@list_query
class ProductQuery(ListQuery):
    """Filters of the list of products."""

    source: ClassVar = Source(sa.join(Product, Entity, col(Entity.id) == KEY), KEY)
    parts: ClassVar = ProductRow.parts
    sorts: ClassVar = {"id": KEY, "name": col(Entity.name), "kind": col(Product.kind)}
    groups: ClassVar = {
        "kind": Group(sa.select(KEY, col(Product.kind))),
        "article": groups.ENTITY_ARTICLES,
        "attributed_to": groups.ENTITY_SPEAKERS,
        "maker": Group(sa.select(col(Maker.product_id), col(Maker.organization_id)), fetch_cards, overlapping=True),
    }

    q: Annotated[str | None, filters.named(KEY, EntityType.PRODUCT)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["토키"]
    )
    kind: Annotated[list[ProductKind], one_of(col(Product.kind))] = Field(
        [], description="Kind of product.", examples=[["app"]]
    )
    maker: Annotated[
        list[str],
        Where(
            lambda values, _: KEY.in_(MADE.where(col(Maker.organization_id).in_(values))),
            ids_of=col(Organization.id),
            known=KEY.in_(MADE),
        ),
    ] = Field([], description="Made by the organization with this id.", examples=[["minimax"]])
    article: Annotated[list[str], filters.entity_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.entity_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["it-juzi"]]
    )


@router.get("/products", summary="List products")
def list_products(query: Annotated[ProductQuery, Query()], ask: Question) -> Page[ProductRow] | Groups:
    """Models, apps and services, with their makers."""
    return ask.page_or_groups(query, joined(fetch_products, fetch_product_details, query.included))


@router.get("/products/{id}", summary="Get one product", responses=MISSING_OR_MERGED)
def get_product(
    product: Annotated[str, Path(alias="id", description="Id of the product.", examples=["talkie"])],
    _: Annotated[Written, Query()],
    ask: Question,
) -> ProductDetail:
    """Who makes a product, numbers about it, what its maker did with it."""
    return one(ask.connection, KEY, product, fetch_product_details)
