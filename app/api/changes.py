"""`/v1/changes`: every change since a revision, oldest first. Who follows it can rebuild the data exactly."""

from typing import Annotated, ClassVar, Literal

import sqlalchemy as sa
from fastapi import Query
from pydantic import Field
from sqlmodel import col

from app.api.asking import Question, make_router
from app.listing import Group, ListQuery, Source, Where, list_query, one_of
from app.models import Change
from app.pages import Groups, Page
from app.shapes.changes import PLACE, ChangeRow, fetch_changes
from app.vocabulary import FactType

router = make_router("changes")
Subject = Literal["entity", "merge", "distinction", "article"] | FactType


@list_query
class ChangeQuery(ListQuery):
    """Filters of the log of changes."""

    source: ClassVar = Source(Change, PLACE)
    sorts: ClassVar = {"id": PLACE}
    groups: ClassVar = {
        "action": Group(sa.select(PLACE, col(Change.action))),
        "subject": Group(sa.select(PLACE, col(Change.subject))),
    }

    since: Annotated[int | None, Where(lambda revision, _: col(Change.revision) > revision)] = Field(
        None,
        ge=0,
        le=2_000_000_000,
        description="Only what came after this revision: the `X-Data-Revision` of the answer that you hold; 0 is all.",
        examples=[1],
    )
    action: Annotated[list[Literal["added", "changed", "retracted"]], one_of(col(Change.action))] = Field(
        [], description="What happened.", examples=[["retracted"]]
    )
    subject: Annotated[list[Subject], one_of(col(Change.subject))] = Field(
        [],
        description="What it happened to: `entity`, `article`, a type of fact, `merge` (an id that leads to another "
        "since) or `distinction` (two entities that are two, although their names are alike).",
        examples=[["founding"]],
    )
    id: Annotated[list[str], one_of(col(Change.id))] = Field(
        [], description="What happened to the entity, article or fact with this id.", examples=[["moonshot-ai"]]
    )


@router.get("/changes", summary="List changes")
def list_changes(query: Annotated[ChangeQuery, Query()], ask: Question) -> Page[ChangeRow] | Groups:
    """What was added, changed and retracted, in order, each with its whole record; retractions are visible."""
    return ask.page_or_groups(query, fetch_changes)
