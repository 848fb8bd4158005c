"""`/v1/reconcile/suggest/…`, `/preview`, `/properties`: what helps people who reconcile to choose."""

from collections.abc import Mapping
from html import escape
from typing import Annotated, TypeVar

from fastapi import Query, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field
from sqlmodel import col

from app.api.asking import MISSING, Question, require
from app.api.protocol import Tolerant, TolerantPinned, make_tolerant_router, padded
from app.errors import InvalidInput, InvalidParameter, allowed_words
from app.models import Entity
from app.names.folding import fold
from app.shapes.cards import fetch_cards
from app.shapes.naming import fetch_all_names, suggest
from app.shapes.properties import PROPERTIES, fetch_values
from app.shapes.reconciling import TYPES, Strictness, TypeShape, TypeWord, Wanted, describe, narrowed, types_of

router = make_tolerant_router("reconcile")
AT_ONCE = 10
MOST_SHOWN = 5
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = "body{font:14px sans-serif;margin:8px}h1{font-size:16px;margin:0}dt{color:#666;float:left;margin-right:6px}"


class SuggestQuery(Tolerant):
    """What is being typed."""

    prefix: str = Field("", max_length=200, description="Beginning of a name or id, in any script.", examples=["문샷"])
    cursor: int = Field(0, ge=0, le=1000, description="How many suggestions to leave out.", examples=[0])


class SuggestEntityQuery(SuggestQuery, TolerantPinned):
    """What is being typed, of which type."""

    type: str | None = Field(None, max_length=200, description="Only entities of this type.", examples=["startup"])


class ProposeQuery(Tolerant):
    """Of what, and how many."""

    type: str | None = Field(None, max_length=200, description="A type.", examples=["person"])
    limit: int | None = Field(None, ge=1, le=100, description="How many at most.", examples=[10])


class PreviewQuery(TolerantPinned):
    """Of what."""

    id: str = Field(max_length=200, description="Id of the entity.", examples=["moonshot-ai"])


class EntityWord(BaseModel):
    """An entity that may be meant."""

    id: str = Field(description="Permanent id.", examples=["moonshot-ai"])
    name: str = Field(description="Display name.", examples=["Moonshot AI"])
    description: str = Field(description="What it is, and its other names.", examples=["startup, 문샷AI, 月之暗面"])
    notable: list[TypeWord] = Field(description="What it is, the narrowest first.")


class EntityWords(BaseModel):
    """Entities that may be meant."""

    result: list[EntityWord] = Field(description="The most likely first.")


class PropertyShape(BaseModel):
    """A property that can be asked for, or compared."""

    id: str = Field(description="Its id.", examples=["prior_employer"])
    name: str = Field(description="Its name.", examples=["Prior employers"])
    description: str = Field(description="What it says.", examples=["Whom the person worked for before."])


class PropertyWords(BaseModel):
    """Properties that may be meant."""

    result: list[PropertyShape] = Field(description="In the order of names, words and links.")


class TypeWords(BaseModel):
    """Types that may be meant."""

    result: list[TypeShape] = Field(description="In the order of the vocabulary.")


class Proposals(BaseModel):
    """Properties that can be asked for."""

    type: str | None = Field(
        description="Of entities of this type; absent: of any.", examples=["person"], exclude_if=lambda it: it is None
    )
    limit: int | None = Field(
        description="So many at most; absent: all.", examples=[10], exclude_if=lambda it: it is None
    )
    properties: list[PropertyShape] = Field(description="The properties.")


Shape = TypeVar("Shape", bound=TypeShape | PropertyShape)
SHAPES = {
    each.id: PropertyShape(id=each.id, name=each.name, description=each.description) for each in PROPERTIES.values()
}


@router.get("/reconcile/suggest/entity", summary="Suggest entities to who reconciles")
def suggest_entities(query: Annotated[SuggestEntityQuery, Query()], ask: Question, response: Response) -> EntityWords:
    """Entities with a name that begins as typed, or a word that does, and the one whose id it is."""
    wanted = narrowed(Wanted([], [_known_type(query.type)] if query.type else [], Strictness.ANY))
    ids = [*wanted.among(ask.connection, [query.prefix.strip()])]
    ids += [card.id for card in suggest(ask.connection, query.prefix, wanted, query.cursor + AT_ONCE)]
    ids = list(dict.fromkeys(ids))[query.cursor : query.cursor + AT_ONCE]
    cards, named = fetch_cards(ask.connection, ids), fetch_all_names(ask.connection, ids)
    words = [
        EntityWord(
            id=item,
            name=cards[item].name,
            description=describe(cards[item], named[item]),
            notable=types_of(cards[item], named[item]),
        )
        for item in ids
    ]
    return padded(EntityWords(result=words), query.callback, response)  # type: ignore[no-any-return] # FastAPI writes either


def _known_type(word: str) -> str:
    if word not in TYPES:
        message = f"“{word[:80]}” is no type; {allowed_words(word, list(TYPES))}"
        raise InvalidInput([InvalidParameter("query", "type", message)])
    return word


@router.get("/reconcile/suggest/type", summary="Suggest types to who reconciles")
def suggest_types(query: Annotated[SuggestQuery, Query()], response: Response) -> TypeWords:
    """Types of entities and kinds of organizations and products whose name or id begins so, or has a word that does."""
    words = TypeWords(result=_begun(TYPES, query))
    return padded(words, query.callback, response)  # type: ignore[no-any-return] # as above


@router.get("/reconcile/suggest/property", summary="Suggest properties to who reconciles")
def suggest_properties(query: Annotated[SuggestQuery, Query()], response: Response) -> PropertyWords:
    """Properties whose name or id begins so, or has a word that does."""
    words = PropertyWords(result=_begun(SHAPES, query))
    return padded(words, query.callback, response)  # type: ignore[no-any-return] # as above


@router.get("/reconcile/properties", summary="Propose properties to who reconciles")
def propose_properties(query: Annotated[ProposeQuery, Query()], response: Response) -> Proposals:
    """The properties that entities of a type can have."""
    of = {_known_type(query.type), *(broader.id for broader in TYPES[query.type].broader)} if query.type else None
    found = [SHAPES[each.id] for each in PROPERTIES.values() if of is None or of & {*each.of}]
    proposals = Proposals(type=query.type or None, limit=query.limit, properties=found[: query.limit])
    return padded(proposals, query.callback, response)  # type: ignore[no-any-return] # as above


@router.get(
    "/reconcile/preview",
    summary="Show an entity to who reconciles",
    response_class=HTMLResponse,
    responses={**MISSING, 200: {"description": "A small page, which loads nothing."}},
)
def preview(query: Annotated[PreviewQuery, Query()], ask: Question, response: Response) -> str:
    """A small page about an entity: its names, what it is, and what it is tied to."""
    require(ask.connection, col(Entity.id), query.id)
    card, named = fetch_cards(ask.connection, [query.id])[query.id], fetch_all_names(ask.connection, [query.id])
    links = [each for each in PROPERTIES.values() if each.values and named[query.id].type in each.of]
    values = {each.name: fetch_values(ask.connection, each, [query.id]).get(query.id, []) for each in links}
    rows = {"": describe(card, named[query.id])}
    rows |= {name: ", ".join(value.name for value in some[:MOST_SHOWN]) for name, some in values.items() if some}
    shown = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows.items())
    response.headers["Content-Security-Policy"] = POLICY
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(card.name)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{escape(card.name)}</h1><dl>{shown}</dl>"
        f'<p><a href="{escape(card.url)}" target="_blank" rel="noopener">{escape(card.id)}</a></p></body></html>'
    )


def _begun(shapes: Mapping[str, Shape], query: SuggestQuery) -> list[Shape]:
    """The shapes whose name or id begins as typed, or has a word that does."""
    typed = fold(query.prefix)
    names = {item: [item, fold(shape.name), *fold(shape.name).split()] for item, shape in shapes.items()}
    found = [shape for item, shape in shapes.items() if any(name.startswith(typed) for name in names[item])]
    return found[query.cursor : query.cursor + AT_ONCE]
