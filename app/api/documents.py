"""The short way to an answer: documents and rows that were written down at load, joined as bytes.

It is tried first, in front of the application, for the plain question: no other language, no other format, no filter
but those that an endpoint declares for it. The statements are compiled once for each shape of question and run on the
driver itself. Whatever is missing, unusual or wrong goes the long way, by the endpoint, which answers the same or says
what is wrong.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from operator import itemgetter
from typing import Any, Protocol, TypeVar, get_origin
from urllib.parse import parse_qsl

import sqlalchemy as sa
from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from pydantic import ValidationError
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col
from starlette.datastructures import URL
from starlette.types import Receive, Scope, Send

from app.cursors import BrokenCursor, decode, encode
from app.db import MAPPED, Prepared, Snapshot, reading, snapshot
from app.formats import names_a_format
from app.listing import Column, ListQuery
from app.models import Beginning, Document, Lineage, Revision
from app.names.folding import between
from app.pages import MOST_MEMBERS, Members, bound_to, http_date, next_address, taken_in, understood
from app.settings import settings
from app.shapes.documents import DocumentKind
from app.vocabulary import EntityType

REVISION = Prepared(sa.select(sa.func.max(col(Revision.number))))
DOCUMENT = Prepared(
    sa.select(col(Document.body)).where(
        col(Document.kind) == sa.bindparam("kind"), col(Document.id) == sa.bindparam("id")
    )
)
_OF_A_FAMILY = col(Lineage.ancestor_id) == sa.bindparam("id")
FAMILY = Prepared(
    sa.select(col(Lineage.organization_id))
    .where(_OF_A_FAMILY)
    .order_by(col(Lineage.organization_id))
    .limit(MOST_MEMBERS + 1)
)
FAMILY_SIZE = Prepared(sa.select(sa.func.count()).select_from(Lineage).where(_OF_A_FAMILY))
LONGEST = 1000  # characters of parameters; a plain question has far fewer
REVISIONS = 100  # whose day is remembered
SEARCHES = 4  # at once, within this process
FINDINGS = 500  # totals and roll-ups that each list remembers
QUESTIONS = 2000  # addresses whose meaning each list remembers
Values = dict[str, str | int]
Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
Found = TypeVar("Found")


class LongWay(Exception):
    """The short way does not lead there."""


class Short(Protocol):
    """A short way to an answer."""

    def is_quick(self, scope: Scope) -> bool:
        """Whether the answer takes less than a thread would cost."""

    def answer(self, on: Snapshot, revision: int, scope: Scope, item: str) -> tuple[bytes, str | None]:
        """The body, and the address of the next page if there is one. **Raises** `LongWay`."""


def short(way: Short) -> Callable[[Endpoint], Endpoint]:
    """Give an endpoint a short way."""

    def given(endpoint: Endpoint) -> Endpoint:
        endpoint.short = way  # type: ignore[attr-defined] # read by `ShortWays`
        return endpoint

    return given


class ShortWays:
    """Stands in front of an application and tries the short ways of its endpoints first. Plain ASGI: GET only.

    On SQLite that is mostly some ten microseconds within this process, less than a thread costs; a search may take
    longer, and a PostgreSQL server may keep one waiting, so these run in a thread.
    """

    def __init__(self, app: FastAPI, routers: Iterable[APIRouter], engine: Engine) -> None:
        self.app = app
        self.engine = engine
        self.inline = engine.dialect.name == "sqlite"
        # Where a search takes this processor, many at once would only take memory: each sorts what it finds.
        self._searches = CapacityLimiter(SEARCHES) if self.inline else None
        self._kept: Any = None  # the connection for what is answered inline: nobody else asks meanwhile
        routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
        self.ways = [(route, way) for route in routes if (way := getattr(route.endpoint, "short", None))]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or have the application answer it."""
        if (
            scope["type"] == "http"
            and scope["method"] == "GET"
            and scope["path"].startswith("/v1/")
            and not names_a_format(scope)
        ):
            for route, way in self.ways:
                if match := route.path_regex.match(scope["path"]):
                    item = match.groupdict().get("id", "")
                    if self.inline and way.is_quick(scope):
                        found = self._try(way, scope, item, self._connection())
                    else:
                        found = await run_sync(self._try, way, scope, item, limiter=self._searches)
                    if found is not None:
                        scope["route"] = route
                        headers, body = found
                        await send({"type": "http.response.start", "status": 200, "headers": headers})
                        await send({"type": "http.response.body", "body": body})
                        return
        await self.app(scope, receive, send)

    def _connection(self) -> Any:  # noqa: ANN401 - the driver's own
        """The connection for what is answered inline; None if there can be none."""
        if self._kept is None:
            with suppress(SQLAlchemyError):
                self._kept = self.engine.raw_connection()
                self._kept.detach()  # from the pool, which would miss it
                self._kept.cursor().execute(MAPPED)
        return self._kept

    def _try(
        self,
        way: Short,
        scope: Scope,
        item: str,
        kept: Any = None,  # noqa: ANN401 - as above
    ) -> tuple[list[tuple[bytes, bytes]], bytes] | None:
        """The answer; None if the long way has to find it, or to say what is wrong."""
        try:
            with snapshot(self.engine, kept) as on:
                revision = REVISION.run(on)[0][0]
                body, following = way.answer(on, revision, scope, item)
            loaded_at = _loaded_at(self.engine, revision)
        except (LongWay, ValidationError, BrokenCursor, SQLAlchemyError, self.engine.dialect.loaded_dbapi.Error):
            return None
        headers = [
            (b"x-data-revision", str(revision).encode()),
            (b"last-modified", loaded_at),
            (b"content-length", str(len(body)).encode()),
            (b"content-type", b"application/json"),
            (b"vary", b"Accept"),
        ]
        if following:
            headers.append((b"link", f'<{following}>; rel="next"'.encode()))
        return headers, body


def _json(content: Any) -> str:  # noqa: ANN401 - whatever JSON has
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _family(on: Snapshot, item: str) -> Members:
    """What a roll-up takes in under an organization."""
    ids = [row[0] for row in FAMILY.run(on, id=item)]
    return Members(ids[:MOST_MEMBERS], FAMILY_SIZE.run(on, id=item)[0][0] - MOST_MEMBERS if ids[MOST_MEMBERS:] else 0)


@lru_cache(maxsize=REVISIONS)
def _loaded_at(engine: Engine, revision: int) -> bytes:
    """When a revision was loaded, as HTTP writes it."""
    with reading(engine) as connection:
        at = connection.scalar(sa.select(col(Revision.at)).where(col(Revision.number) == revision))
    return http_date(at).encode() if at else b""


@dataclass(frozen=True)
class ShortDetail:
    """A detail that is a document, asked for without any parameter."""

    kind: DocumentKind

    def is_quick(self, scope: Scope) -> bool:  # noqa: ARG002 - the signature of all
        """One row."""
        return True

    def answer(self, on: Snapshot, revision: int, scope: Scope, item: str) -> tuple[bytes, None]:  # noqa: ARG002 - as above
        """The document under the id in the path. **Raises** `LongWay` if there are parameters, or no document."""
        found = DOCUMENT.run(on, kind=self.kind.value, id=item)
        if scope["query_string"] or not found:
            raise LongWay
        return found[0][0], None


@dataclass(frozen=True)
class Drive:
    """A table sorted as the list is, from which the rows with one value of a parameter are read in order.

    `columns` are copies that it has for further parameters, so that no other table need be asked.
    """

    key: Column
    holds: Callable[[sa.BindParameter[str]], Sequence[sa.ColumnElement[bool]]]
    columns: Mapping[str, Column] = field(default_factory=dict)
    rolled_up: bool = False


@dataclass(frozen=True)
class Asked:
    """A question as far as it follows from the address alone."""

    query: ListQuery
    shape: tuple[Any, ...]
    values: Values
    bound: str
    after: Sequence[str]
    """By what the last row of the page before is in order: its id and, where a text is looked for, its place."""
    echo: dict[str, Any]


@dataclass(frozen=True, eq=False)
class ShortList:
    """A list in the order of ids, or of where a text is found, whose rows are documents.

    `drives`, `one_of` and `search` (a text in the names of a type of entity) are the parameters that the short way
    knows; `path` drives by the id in the path; without a drive, rows are read from the table of `key`. `head` is a
    document with the total and with what stands beside the page.
    """

    query: type[ListQuery]
    rows: DocumentKind
    key: Column
    standing: Sequence[sa.ColumnElement[bool]] = ()
    path: Drive | None = None
    drives: Mapping[str, Drive] = field(default_factory=dict)
    one_of: Mapping[str, Column] = field(default_factory=dict)
    search: Mapping[str, EntityType] = field(default_factory=dict)
    head: DocumentKind | None = None

    def is_quick(self, scope: Scope) -> bool:
        """A page, unless all that a text finds has to be counted."""
        query: bytes = scope["query_string"]
        return not any(f"{name}=".encode() in query for name in self.search)

    def answer(self, on: Snapshot, revision: int, scope: Scope, item: str) -> tuple[bytes, str | None]:
        """One page. **Raises** `LongWay` if a parameter is not plain, a row is not written down or there is none."""
        asked = self._asked(scope["path"], scope["query_string"], item)
        count, page = self._statements(asked.shape, after=bool(asked.after))
        beside = self._head(on, asked)
        values = asked.values | {f"after_{at}": value for at, value in enumerate(asked.after)}
        if len(asked.after) > 1:  # the index is entered where the page before ended
            values |= {f"{name}_from": asked.after[0] for name in self.search if f"{name}_from" in values}
        found = page.run(on, **values, kind=self.rows.value, most=asked.query.limit + 1)
        rows = sorted(found, key=itemgetter(slice(1, None)))
        more, rows = len(rows) > asked.query.limit, rows[: asked.query.limit]
        if beside:
            total = beside.pop("total")
        elif more or asked.after:
            question = (asked.shape, *asked.values.values())
            total = self._once((on.engine, revision, *question), lambda: count.run(on, **asked.values)[0][0])
        else:
            total = len(rows)
        bodies = [row[0] for row in rows]
        if not rows or None in bodies:
            raise LongWay
        cursor = encode(rows[-1][1:], asked.bound, settings().cursor_key) if more else None
        following = next_address(URL(scope=scope), cursor) if cursor else None
        rolled_up = {
            name: self._once((on.engine, revision, asked.values[name]), partial(_family, on, str(asked.values[name])))
            for name, drive in self.drives.items()
            if drive.rolled_up and name in asked.values
        }
        rest = {"total": total, "next": following, "query": asked.echo | taken_in(rolled_up), **beside}
        return b'{"items":[' + b",".join(bodies) + b"]," + _json(rest)[1:].encode(), following

    def _once(self, question: tuple[Any, ...], find: Callable[[], Found]) -> Found:
        """What is counted or listed once for as long as the data is the same: a question names their revision."""
        if question not in self._found:
            if len(self._found) >= FINDINGS:
                self._found.clear()
            self._found[question] = find()
        found: Found = self._found[question]
        return found

    @cached_property
    def _found(self) -> dict[tuple[Any, ...], Any]:
        return {}

    def _head(self, on: Snapshot, asked: Asked) -> dict[str, Any]:
        """What stands beside the page, with the total; nothing for a list that has no head."""
        if self.head is None:
            return {}
        found = DOCUMENT.run(on, kind=self.head.value, id=asked.values["path"])
        if not found:
            raise LongWay
        head: dict[str, Any] = json.loads(found[0][0])
        return head

    @lru_cache(maxsize=QUESTIONS)  # noqa: B019 - a list lives as long as the process
    def _asked(self, path: str, query_string: bytes, item: str) -> Asked:
        """What an address asks. **Raises** `LongWay` if it has other parameters than the short way knows."""
        if len(query_string) > LONGEST:
            raise LongWay
        given: dict[str, list[str]] = {}
        for name, value in parse_qsl(query_string.decode("latin-1"), keep_blank_values=True):
            given.setdefault(name, []).append(value)
        for name, several in given.items():
            if name not in self._known or (len(several) > 1 and (name in self.drives or not self._known[name])):
                raise LongWay
        query = self.query.model_validate(
            {name: several if self._known[name] else several[0] for name, several in given.items()}
        )
        shape, values = self._shape(query)
        if self.path:
            values["path"] = item
        elif not shape:
            raise LongWay  # all rows: counting them takes a while
        bound = bound_to(path, query)
        after = [] if query.cursor is None else decode(query.cursor, bound, settings().cursor_key)
        return Asked(query, shape, values, bound, after, understood(query))

    def _shape(self, query: ListQuery) -> tuple[tuple[Any, ...], Values]:
        """Which parameters are given, and the values that the statements for such a question take."""
        shape: list[Any] = []
        values: Values = {}
        for name in self.drives:
            if given := getattr(query, name):
                shape.append(name)
                values[name] = given[0]
        for name in self.one_of:
            if given := getattr(query, name):
                shape.append((name, len(given)))
                values.update((f"{name}_{at}", value) for at, value in enumerate(given))
        for name in self.search:
            if (given := getattr(query, name)) is not None:
                shape.append(name)
                ends = between(given)
                if ends is None:
                    raise LongWay
                values[f"{name}_from"], values[f"{name}_to"] = ends
                values[f"{name}_size"] = len(ends[0])
        return tuple(shape), values

    @cached_property
    def _known(self) -> Mapping[str, bool]:
        """The parameters that the short way knows, and whether each is a list."""
        names = ("limit", "cursor", *self.drives, *self.one_of, *self.search)
        return {name: get_origin(self.query.model_fields[name].annotation) is list for name in names}

    @cache  # noqa: B019 - as above
    def _statements(self, shape: tuple[Any, ...], *, after: bool) -> tuple[Prepared, Prepared]:
        """The statements that count and that give a page, for one shape of question."""
        drive, name = self.path, "path"
        for part in shape:
            if part in self.drives:
                drive, name = self.drives[part], part
        searched = [part for part in shape if part in self.search]
        key = drive.key if drive else col(Beginning.entity_id) if searched else self.key
        columns = drive.columns if drive else {} if searched else self.one_of
        conditions = (
            [*drive.holds(sa.bindparam(name, type_=sa.String))] if drive else [] if searched else [*self.standing]
        )
        for part, length in (part for part in shape if isinstance(part, tuple)):
            if part not in columns:
                raise LongWay
            conditions.append(
                columns[part].in_([sa.bindparam(f"{part}_{at}", type_=sa.String) for at in range(length)])
            )
        order: list[Column] = [key]
        if searched:  # read in the order of the places, each row where it is found first
            if drive:
                driven = sa.select(sa.literal(1)).where(key == col(Beginning.entity_id), *conditions)
                conditions = [driven.correlate(Beginning).exists()]
            key = col(Beginning.entity_id)
            order = [col(Beginning.folded), key]
            for part in searched:
                low, high = (sa.bindparam(f"{part}_{end}", type_=sa.String) for end in ("from", "to"))
                size = sa.bindparam(f"{part}_size", type_=sa.Integer)
                conditions += [col(Beginning.type) == self.search[part], col(Beginning.shared) < size]
                conditions += [col(Beginning.folded) >= low, col(Beginning.folded) < high]
        count = sa.select(sa.func.count()).where(*conditions)
        place: list[Any] = [column.label(f"place_{at}") for at, column in enumerate(order)]
        ids = sa.select(*place).where(*conditions)
        if after:
            behind = [sa.bindparam(f"after_{at}", type_=sa.String) for at in range(len(order))]
            ids = ids.where(sa.tuple_(*order) > sa.tuple_(*behind) if len(order) > 1 else key > behind[0])
        page = ids.order_by(*order).limit(sa.bindparam("most", type_=sa.Integer)).subquery()
        item = page.c[f"place_{len(order) - 1}"]
        written = sa.and_(col(Document.kind) == sa.bindparam("kind", type_=sa.String), col(Document.id) == item)
        rows = sa.select(col(Document.body), *page.c).select_from(sa.outerjoin(page, Document, written))
        return Prepared(count), Prepared(rows)
