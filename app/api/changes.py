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
Subject = Literal["entity", "article"] | FactType


@list_query
class ChangeQuery(ListQuery):
    """Filters of the log of changes."""

    source: ClassVar = Source(Change, PLACE)
    marks_unknown: ClassVar = False
    sorts: ClassVar = {"id": PLACE}
    groups: ClassVar = {
        "action": Group(sa.select(PLACE, col(Change.action))),
        "subject": Group(sa.select(PLACE, col(Change.subject))),
    }

    since: Annotated[int | None, Where(lambda revision, _: col(Change.revision) > revision)] = Field(
        None,
        ge=0,
        le=2_000_000_000,
        description="Only what came after this revision: the `X-Data-Revision` of what you hold. Without it, or with "
        "0, everything from the beginning.",
        examples=[1],
    )
    action: Annotated[list[Literal["added", "changed", "retracted"]], one_of(col(Change.action))] = Field(
        [], description="What happened: `added`, `changed` or `retracted`.", examples=[["retracted"]]
    )
    subject: Annotated[list[Subject], one_of(col(Change.subject))] = Field(
        [], description="What it happened to: `entity`, `article` or a type of fact.", examples=[["founding"]]
    )
    id: Annotated[list[str], one_of(col(Change.id))] = Field(
        [], description="What happened to the entity, article or fact with this id.", examples=[["moonshot-ai"]]
    )


@router.get("/changes", summary="List changes")
def list_changes(query: Annotated[ChangeQuery, Query()], ask: Question) -> Page[ChangeRow] | Groups:
    """What every load added, changed and retracted, the oldest first: enough to hold a copy of the data.

    To make a copy, begin with `since=0`; to bring one up to date, with the revision that it has. Go from page to page
    by `next` and do in turn what each row says: `added` and `changed` put `record` in the place of what you hold under
    this `subject` and `id`, `retracted` takes that away. Your copy then has the revision that `X-Data-Revision` of the
    last page names: keep it for the next time. No rows say that nothing has changed; but should that revision be lower
    than yours, the data were made anew, and so must the copy be.

    Rows are never altered or removed, so a load while you read only adds rows at the end. To do one thing twice does
    no harm.
    """
    return ask.page_or_groups(query, fetch_changes)
