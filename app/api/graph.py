"""`/v1/graph`: the neighbourhood of an entity."""

from typing import Annotated

from fastapi import Query
from pydantic import Field
from sqlmodel import col

from app.api.asking import MISSING, Question, make_router, require
from app.listing import Pinned
from app.models import Entity
from app.shapes.graph import Graph, fetch_graph

router = make_router("graph", tables=False)


class GraphQuery(Pinned):
    """What to draw."""

    around: str = Field(max_length=200, description="Id of the entity in the middle.", examples=["moonshot-ai"])
    depth: int = Field(1, ge=1, le=3, description="How many steps to go.", examples=[2])


@router.get("/graph", summary="Get a neighbourhood", responses=MISSING)
def get_graph(query: Annotated[GraphQuery, Query()], ask: Question) -> Graph:
    """Entities around one, and the facts between them; a group claim is a node of its own between its parties."""
    require(ask.connection, col(Entity.id), query.around)
    return fetch_graph(ask.connection, query.around, query.depth)
