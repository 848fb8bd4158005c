"""`/v1/suggest` and `/v1/search`: entities by name, while one types it and however it is written."""

from typing import Annotated, Any, ClassVar, Literal

import sqlalchemy as sa
from fastapi import Query
from pydantic import BaseModel, BeforeValidator, Field
from sqlmodel import col

from app.api import filters
from app.api.asking import FORMATS, Question, make_router
from app.listing import Filtered, Source, Where, is_set, split_commas
from app.models import Cohort, Entity, Organization, Product
from app.shapes.naming import NARROWING, NamedCard, Narrowed, named_cards, suggest
from app.shapes.search import find
from app.vocabulary import EntityType, Format, Language, OrganizationKind, ProductKind

router = make_router("search", tables=False)
KEY = col(Entity.id)
SOURCE = Source(NARROWING, KEY)
COUNTRY = sa.func.coalesce(col(Organization.country_id), col(Cohort.country_id))
KINDS = {Organization: OrganizationKind, Product: ProductKind}
Kind = Literal[tuple(kind.value for kinds in KINDS.values() for kind in kinds)]  # type: ignore[valid-type] # made at run time


def _of_kind(values: list[str], _: object) -> sa.ColumnElement[bool]:
    return sa.or_(
        *(col(model.kind).in_([kind for kind in kinds if kind in values]) for model, kinds in KINDS.items())  # type: ignore[attr-defined] # both have one
    )


class NameQuery(Filtered):
    """What is called so, and of which kinds it may be."""

    source: ClassVar = SOURCE

    q: str = Field(max_length=200, description="A name or the beginning of one, in any script.", examples=["양ㅈ"])
    type: list[EntityType] = Field([], description="What it is.", examples=[["person"]])
    not_type: list[EntityType] = Field([], description="What it is not.", examples=[["cohort"]])
    kind: Annotated[list[Kind], Where(_of_kind)] = Field(  # type: ignore[valid-type] # as above
        [], description="Kind of organization or product.", examples=[["startup"]]
    )
    not_kind: Annotated[list[Kind], Where(_of_kind)] = Field(  # type: ignore[valid-type] # as above
        [], description="Leaves out organizations and products of this kind.", examples=[["fund"]]
    )
    country: Annotated[list[str], Where(lambda values, _: COUNTRY.in_(values), ids_of=KEY)] = Field(
        [], description=filters.COUNTRY, examples=[["CN"]]
    )
    not_country: Annotated[list[str], Where(lambda values, _: COUNTRY.in_(values), ids_of=KEY)] = Field(
        [], description="Leaves out what has its seat in this country; what has none stated stays.", examples=[["US"]]
    )
    lang: Language | None = Field(
        None, description="In which script `name` is, where an entity has such a name.", examples=["ko"]
    )

    def narrowed(self) -> Narrowed:
        """Which entities are wanted."""
        types = [of for of in EntityType if of not in self.not_type and (not self.type or of in self.type)]
        return Narrowed(types, self.conditions())


class SuggestQuery(NameQuery):
    """What is being typed."""

    limit: int = Field(10, ge=1, le=20, description="How many to suggest at most.", examples=[5])


class Suggestions(BaseModel):
    """What may be meant by what is being typed."""

    items: list[NamedCard] = Field(description="Entities, the most likely first.")


@router.get("/suggest", summary="Suggest names while one is typed")
def get_suggestions(query: Annotated[SuggestQuery, Query()], ask: Question) -> Suggestions:
    """Entities with a name that begins as typed, or has a word that does; in Hangul and Chinese characters, any part.

    Hangul is taken letter by letter: `양ㅈ`, `양즈` and `양즐` all lead to 양즈린. Names that begin so come first, then
    those with a later word that does; in each, what is typed in full before what is typed in part, then the shorter
    name, then by id. Of a text with which very many names begin, the first some hundred by code point are looked at.
    """
    query = ask.with_known_ids(query)
    return Suggestions(items=suggest(ask.connection, query.q, query.narrowed(), query.limit))


class SearchQuery(NameQuery):
    """What is looked for."""

    limit: int = Field(20, ge=1, le=200, description="How many to show at most.", examples=[20])
    fields: Annotated[list[str], BeforeValidator(split_commas)] = Field(
        [], description="Only these properties of each row; by repetition or commas.", examples=[["id", "score"]]
    )
    format: Format = Field(Format.JSON, description="How the answer is written.", examples=["json"])


class FoundRow(NamedCard):
    """An entity that may be meant."""

    score: float = Field(
        description="How surely it is meant, from 0 to 1: how like the text `matched` is, spelled and spoken.",
        examples=[0.98],
    )
    why: list[str] = Field(
        description="What speaks for it: how the parts of the two names were read, or which rule holds them for one.",
        examples=[["杨 read yang = 양 for yang"]],
    )


class FoundRows(BaseModel):
    """What may be meant by a text."""

    items: list[FoundRow] = Field(description="Entities, the most likely first.")
    total: int = Field(
        description="Number of entities that were found, also of those cut off by `limit`.", examples=[3]
    )
    complete: bool = Field(
        description="Whether everything was compared that came into question. If not, there may be further entities, "
        "less like the text; a longer text or a filter leads to them.",
        examples=[True],
    )
    query: dict[str, Any] = Field(
        description="The question as it was understood.", examples=[{"q": "양쯔린", "limit": 20}]
    )


@router.get("/search", summary="Search by name", responses=FORMATS)
def search(query: Annotated[SearchQuery, Query()], ask: Question) -> FoundRows:
    """Entities whose names are like the text, in whatever script either is written: 양쯔린, 杨植麟, Yang Zhilin.

    Names are compared as they are read: Mandarin, its spellings in Latin letters and Hangul, Sino-Korean readings,
    names that are known to be names of the same, orders of names, legal forms. Those that begin with the text are
    among them. An id finds what it is the id of.
    """
    query = ask.with_known_ids(query)
    found = find(ask.connection, query.q, query.narrowed())
    shown = {one.id: one for one in found.likenesses[: query.limit]}
    cards = named_cards(ask.connection, {item: one.shown for item, one in shown.items()}, found.named)
    given = query.model_dump(mode="json", exclude={"fields", "format"})
    return FoundRows(
        items=[FoundRow(**dict(card), score=shown[card.id].score, why=list(shown[card.id].why)) for card in cards],
        total=len(found.likenesses),
        complete=found.complete,
        query={name: value for name, value in given.items() if is_set(value)},
    )
