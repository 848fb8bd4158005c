"""Lists as they are answered: pages, counts by group, the query as it was understood. It knows no noun."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, ClassVar, Generic, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel, Field, create_model
from pydantic.json_schema import SkipJsonSchema
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col
from starlette.datastructures import URL

from app.cursors import BrokenCursor, Key, after, decode, encode, keys, order
from app.errors import InvalidInput, InvalidParameter, nearest
from app.listing import WRITING, Column, Filtered, ListQuery, is_set
from app.models import Merge
from app.settings import settings

MOST_HINTS = 3
"""Of so many unknown ids the nearest one that exists is looked for."""
MOST_MEMBERS = 200
"""Of so many organizations that a roll-up took in an answer gives the ids."""
SomeFilters = TypeVar("SomeFilters", bound=Filtered)
Row = TypeVar("Row", bound=BaseModel)
Rest = TypeVar("Rest", bound=sa.Select[Any])
Rows = Callable[[Connection, Sequence[Any]], Sequence[Row]]
"""Gives the rows of a list in the order of their ids."""


class ListRow(BaseModel):
    """A row of a list."""

    parts: ClassVar[Sequence[str]] = ()

    unknown: list[str] = Field(
        [],
        description="Filters beginning with `not_` that this row passes only because nothing is stated.",
        examples=[[]],
    )


Some = TypeVar("Some", bound=ListRow)
Absent = SkipJsonSchema[None]
"""Null to us, absent to clients."""


class ClaimedRow(ListRow):
    """A row that can stand in an answer only because a group claim counts as a link."""

    by_claim: list[str] = Field(
        [],
        description="Group claims (ids of facts) by which this row is in the answer, nothing stated pairwise tying it; "
        "only with `claims=include` or `claims=only`. Such a claim speaks of a group, not of this row.",
        examples=[["f_3f5b46ffbb50a958"]],
    )


def with_parts(detail: type[BaseModel], *names: str) -> Callable[[type[Some]], type[Some]]:
    """Give a row the parts of its detail view that `include=` can add; the others are absent, not null."""

    def complete(row: type[Some]) -> type[Some]:
        fields: dict[str, Any] = {}
        for name in names:
            if name in row.model_fields:  # shown in short, included as a whole
                continue
            part = detail.model_fields[name]
            fields[name] = (
                part.annotation | Absent,
                Field(
                    None,
                    description=f"{part.description} Only with `include={name}`.",
                    exclude_if=lambda it: it is None,
                ),
            )
        made = create_model(row.__name__, __base__=row, __module__=row.__module__, __doc__=row.__doc__, **fields)
        made.parts = names
        return made

    return complete


def joined(rows: Rows[Some], details: Rows[BaseModel], include: Sequence[str]) -> Rows[Some]:
    """Rows with these parts of their detail views; no statement more if there are none."""

    def fetch(connection: Connection, ids: Sequence[Any]) -> Sequence[Some]:
        found = rows(connection, ids)
        for row, detail in zip(found, details(connection, ids) if include else [], strict=bool(include)):
            for name in include:
                setattr(row, name, getattr(detail, name))
        return found

    return fetch


class Page(BaseModel, Generic[Row]):
    """A page of a list."""

    items: list[Row] = Field(description="The rows of this page, in the order asked for.")
    total: int = Field(description="Number of rows on all pages.", examples=[5])
    next: str | None = Field(description="Address of the next page; null on the last one.", examples=[None])
    query: dict[str, Any] = Field(
        description="The filters as they were understood; `rolled_up` lists the ids that a roll-up took in, the first "
        f"{MOST_MEMBERS} of them, and `rolled_up_cut` says how many more there are, if there are.",
        examples=[{"limit": 50, "sort": ["id"]}],
    )


class GroupRow(BaseModel):
    """How many rows have one key."""

    key: str | None = Field(description="What the rows have in common; null: nothing stated.", examples=["founding"])
    card: dict[str, Any] | None = Field(description="The key as a card, if it is an id.", examples=[None])
    count: int = Field(description="Number of rows with this key.", examples=[2])


class Groups(BaseModel):
    """Counts of a list's rows by one of their properties, the most frequent first, page by page."""

    items: list[GroupRow] = Field(description="The groups.")
    total: int = Field(description="Sum of the counts of all groups, also of those on other pages.", examples=[43])
    distinct_total: int = Field(description="Number of rows that were counted.", examples=[43])
    groups: int = Field(description="Number of groups, also of those on other pages.", examples=[7])
    overlapping: bool = Field(description="Whether one row can be in several groups.", examples=[False])
    next: str | None = Field(description="Address of the next groups; null after the last one.", examples=[None])
    query: dict[str, Any] = Field(description="The filters as they were understood.", examples=[{"group_by": "type"}])


def leads(connection: Connection, key: Column, ids: Sequence[str]) -> dict[str, str]:
    """What merged ids lead to, for those of these that were merged into something under the same key."""
    merged = sa.select(col(Merge.id), col(Merge.entity_id)).join_from(Merge, key.class_, key == col(Merge.entity_id))
    return {row.id: row.entity_id for row in connection.execute(merged.where(col(Merge.id).in_(ids)))}


def bound_to(path: str, query: ListQuery) -> str:
    """What a cursor holds for: the list, its filters and its order."""
    by_place = f" {query.searched_by}" if query.searched_by else ""
    return f"{path}?{query.model_dump_json(exclude=set(WRITING))}{by_place}"


@dataclass(frozen=True)
class Members:
    """What a roll-up took in: ids, at most `MOST_MEMBERS`, and how many more there are."""

    ids: Sequence[str]
    cut: int = 0


def understood(query: ListQuery) -> dict[str, Any]:
    """The query as an answer echoes it, without what a roll-up took in."""
    given = query.model_dump(mode="json", exclude={"cursor", "format"})
    sort = {"sort": query.sorted_by} if query.sorted_by else {}
    return {name: value for name, value in given.items() if is_set(value)} | sort


def taken_in(rolled_up: Mapping[str, Members]) -> dict[str, Any]:
    """What an answer's `query` says of roll-ups, by parameter; nothing if there are none."""
    told: dict[str, Any] = {}
    if rolled_up:
        told["rolled_up"] = {name: list(members.ids) for name, members in rolled_up.items()}
    if cut := {name: members.cut for name, members in rolled_up.items() if members.cut}:
        told["rolled_up_cut"] = cut
    return told


def http_date(at: datetime) -> str:
    """An instant as HTTP writes it.

    >>> http_date(datetime.fromisoformat("2026-11-24T09:30:00+09:00"))
    'Tue, 24 Nov 2026 00:30:00 GMT'
    """
    return format_datetime(at.astimezone(UTC), usegmt=True)


def next_address(url: URL, cursor: str) -> str:
    """An address with another cursor."""
    following = url.include_query_params(cursor=cursor)
    return f"{following.path}?{following.query}"


def _in_order(
    query: ListQuery, sorted_by: list[Key], conditions: list[ColumnElement[bool]], *within: ColumnElement[bool]
) -> tuple[Any, list[Key], list[ColumnElement[bool]]]:
    """What rows are read from, by which columns they are sorted, and what holds of them.

    In the order of where a text was found, the places where it is stand beside, in the stead of the condition.
    """
    name = query.searched_by
    if name is None or (find := query.wheres()[name].places) is None or (places := find(getattr(query, name))) is None:
        return query.source.tables, sorted_by, conditions
    others = query.model_copy(update={name: None}).conditions()
    tables = sa.join(query.source.tables, places.table, sa.and_(*places.holds))
    return tables, [Key(places.order), *sorted_by], [*others, *within]


@dataclass(frozen=True)
class Ask:
    """One question: a connection that sees one state of the data, and the address that was asked."""

    connection: Connection
    path: str
    address: Callable[[str], str]
    """The same address with another cursor."""

    def page_or_groups(self, query: ListQuery, rows: Rows[Row]) -> Page[Row] | Groups:
        """One page of the rows that a query selects or, with `group_by`, how many there are in each group.

        **Raises** `InvalidInput` for ids that do not exist and for a cursor of something else.
        """
        return self.groups(query) if query.grouped_by else self.page(query, rows)

    def page(self, query: ListQuery, rows: Rows[Row], *within: ColumnElement[bool]) -> Page[Row]:
        """One page of the rows that a query selects, `within` what the path itself says.

        **Raises** `InvalidInput` for ids that do not exist and for a cursor of something else.
        """
        query = self.with_known_ids(query)
        key, conditions = query.source.key, [*query.conditions(), *within]
        sorted_by = keys(query.sorted_by, query.sorts)
        bound = bound_to(self.path, query)
        counted = query.source.tables if conditions else query.source.own
        total = self.connection.scalar(sa.select(sa.func.count()).select_from(counted).where(*conditions))
        tables, sorted_by, conditions = _in_order(query, sorted_by, conditions, *within)
        found = sa.select(key, *(part.column for part in sorted_by)).select_from(tables).where(*conditions)
        found = self._from(query, found, sorted_by, bound)
        places = self.connection.execute(found.order_by(*order(sorted_by)).limit(query.limit + 1)).all()
        more = len(places) > query.limit
        places = places[: query.limit]
        ids = [place[0] for place in places]
        items = rows(self.connection, ids)
        self._mark_unknown(query, ids, items)
        self._mark_claimed(query, ids, items)
        cursor = encode(places[-1][1:], bound, settings().cursor_key) if more else None
        following = self.address(cursor) if cursor else None
        return Page(items=list(items), total=total or 0, next=following, query=self._understood(query))

    def with_known_ids(self, query: SomeFilters) -> SomeFilters:
        """The query with what merged ids lead to.

        **Raises** `InvalidInput` for ids that do not exist: an empty page would hide a slip.
        """
        unknown = []
        followed: dict[str, list[str]] = {}
        for name, where in query.wheres().items():
            for parameter in (name, f"not_{name}"):
                given = getattr(query, parameter, None)
                if where.ids_of is None or not given:
                    continue
                known = set(self.connection.scalars(sa.select(where.ids_of).where(where.ids_of.in_(given))))
                missing = [item for item in given if item not in known]
                merged = leads(self.connection, where.ids_of, missing) if missing else {}
                if merged:
                    followed[parameter] = list(dict.fromkeys(merged.get(item, item) for item in given))
                unknown += [(parameter, item, where.ids_of) for item in missing if item not in merged]
        if unknown:
            raise InvalidInput(
                [
                    InvalidParameter("query", parameter, self._unknown_id(item, ids_of, hinted=at < MOST_HINTS))
                    for at, (parameter, item, ids_of) in enumerate(unknown)
                ]
            )
        return query.model_copy(update=followed) if followed else query

    def _unknown_id(self, item: str, ids_of: Column, *, hinted: bool) -> str:
        """Sentence about an id that does not exist; if hinted, with the nearest one that does, which takes a search."""
        sentence = f"there is no {ids_of.class_.__name__.lower()} “{item[:80]}”"
        if not hinted:
            return sentence
        like = self.connection.scalars(sa.select(ids_of).order_by(ids_of).limit(5000)).all()
        close = nearest(item, like)
        hint = f"did you mean “{close}”?" if close else f"ids look like “{like[0]}”" if like else "there are none yet"
        return f"{sentence}; {hint}"

    def _understood(self, query: ListQuery) -> dict[str, Any]:
        rolled_up = {}
        for name, where in query.wheres().items():
            ids = [*(getattr(query, name) or []), *(getattr(query, f"not_{name}", None) or [])] if where.members else []
            if ids and where.members and (members := where.members(ids, query)) is not None:
                rolled_up[name] = self._first(members)
        return understood(query) | taken_in(rolled_up)

    def _first(self, members: sa.Select[Any]) -> Members:
        """The first ids that a roll-up took in; they are counted only where there are more."""
        members = members.distinct()
        first = members.order_by(*members.selected_columns).limit(MOST_MEMBERS + 1)
        ids = self.connection.scalars(first).all()
        if len(ids) <= MOST_MEMBERS:
            return Members(ids)
        total = self.connection.scalar(sa.select(sa.func.count()).select_from(members.subquery())) or 0
        return Members(ids[:MOST_MEMBERS], total - MOST_MEMBERS)

    def _mark_unknown(self, query: ListQuery, ids: Sequence[Any], items: Sequence[BaseModel]) -> None:
        """Tell the rows that a negation proved from those of which nothing is stated."""
        if not query.marks_unknown:
            return
        for name, where in query.wheres().items():
            known_to = where.known_to(query) if is_set(getattr(query, f"not_{name}", None)) else None
            if known_to is None:
                continue
            stated = sa.select(query.source.key).select_from(query.source.tables)
            known = set(self.connection.scalars(stated.where(query.source.key.in_(ids), known_to)))
            for item_id, item in zip(ids, items, strict=True):
                if item_id not in known and isinstance(item, ListRow):
                    item.unknown.append(name)

    def _mark_claimed(self, query: ListQuery, ids: Sequence[Any], items: Sequence[BaseModel]) -> None:
        """Tell the rows that are tied pairwise from those that only a group claim brought in."""
        by_id = dict(zip(ids, items, strict=True))
        for name, where in query.wheres().items():
            wanted = getattr(query, name)
            pairs = where.by_claim(wanted, query) if where.by_claim and is_set(wanted) else None
            if pairs is None:
                continue
            row, claim = pairs.selected_columns
            for item, fact in self.connection.execute(pairs.where(row.in_(ids)).order_by(row, claim).distinct()):
                if isinstance(found := by_id[item], ClaimedRow) and fact not in found.by_claim:
                    found.by_claim.append(fact)

    def groups(self, query: ListQuery, *within: ColumnElement[bool]) -> Groups:
        """How many of the rows that a query selects are in each group, a page of groups; `within` as for `page`.

        **Raises** `InvalidInput` for ids that do not exist and for a cursor of something else.
        """
        query = self.with_known_ids(query)
        group = query.groups[query.grouped_by or ""]
        rows = sa.select(query.source.key.label("id")).select_from(query.source.tables)
        counted = rows.where(*query.conditions(), *within).cte("counted")
        pairs = group.pairs_for(query).cte("pairs")
        row_id, key = pairs.c
        count = sa.func.count(sa.distinct(counted.c.id))
        grouped = (
            sa.select(key.label("key"), count.label("size"))
            .select_from(counted.outerjoin(pairs, row_id == counted.c.id))
            .group_by(key)
            .cte("grouped")
        )
        sorted_by = [Key(grouped.c.size, descending=True), Key(grouped.c.key)]
        bound = bound_to(self.path, query)
        page = self._from(query, sa.select(grouped.c.key, grouped.c.size), sorted_by, bound)
        page_of = page.order_by(*order(sorted_by)).limit(query.limit + 1).cte("page")
        sums = sa.select(sa.func.count().label("groups"), sa.func.sum(grouped.c.size).label("total")).cte("sums")
        distinct = sa.select(sa.func.count()).select_from(counted).scalar_subquery()
        found = self.connection.execute(
            sa.select(sums.c.groups, sums.c.total, distinct.label("distinct_total"), page_of.c.key, page_of.c.size)
            .select_from(sums.outerjoin(page_of, sa.true()))
            .order_by(page_of.c.size.desc(), page_of.c.key.asc().nulls_last())
        ).all()
        shown = [row for row in found if row.size is not None][: query.limit]
        cards = (
            group.cards(self.connection, [str(row.key) for row in shown if row.key is not None]) if group.cards else {}
        )
        more = len(found) > query.limit
        cursor = encode([shown[-1].size, shown[-1].key], bound, settings().cursor_key) if more else None
        return Groups(
            items=[
                GroupRow(
                    key=row.key,
                    card=cards[row.key].model_dump(mode="json") if row.key in cards else None,
                    count=row.size,
                )
                for row in shown
            ],
            total=found[0].total or 0,
            distinct_total=found[0].distinct_total,
            groups=found[0].groups,
            overlapping=group.overlapping,
            next=self.address(cursor) if cursor else None,
            query=self._understood(query),
        )

    @staticmethod
    def _from(query: ListQuery, rows: Rest, sorted_by: Sequence[Key], bound: str) -> Rest:
        """Only the rows behind the query's cursor, if it has one."""
        if query.cursor is None:
            return rows
        try:
            return rows.where(after(sorted_by, decode(query.cursor, bound, settings().cursor_key)))
        except BrokenCursor:
            message = (
                "is not a cursor of this list with these filters and this order; "
                "take it unchanged from `next` of the page before, or start without it"
            )
            raise InvalidInput([InvalidParameter("query", "cursor", message)]) from None
