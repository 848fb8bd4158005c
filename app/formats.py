"""Other ways to write the same answers: NDJSON and CSV, by `format=` or `Accept`, and rows trimmed to `fields=`.

Plain ASGI in front of the application. It asks the application for JSON, page after page by cursor, and writes the rows
out as they come: memory stays at one page, and no connection to the database is held while a slow client reads. All
pages are of the revision of the first: once a load has come in between, the rest is asked for as of that revision.

- NDJSON: one row a line, as in `items`.
- CSV (RFC 4180): a column for each property of a row; an entity is its id, a citation its place and words, several
  are joined by `;`, anything else nested is compact JSON. A cell that a spreadsheet would take for a formula begins
  with an apostrophe.
"""

import csv
import io
import json
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import InvalidInput, InvalidParameter, allowed_words
from app.problems import problem_answer
from app.vocabulary import Format

MEDIA_TYPES = {Format.NDJSON: "application/x-ndjson", Format.CSV: "text/csv; charset=utf-8; header=present"}
BY_MEDIA_TYPE = {"application/x-ndjson": Format.NDJSON, "application/ndjson": Format.NDJSON, "text/csv": Format.CSV}
OK = 200
PAGE = "200"
AS_OF = "as_of"
"""In a request's state, the revision that is to be answered from, whatever its query says: a cursor holds for that."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """The rows that a path gives: the names of their properties, and whether they come in pages.

    Of the columns, `parts` are there only where `include=` names them.
    """

    columns: Sequence[str]
    paged: bool
    parts: Sequence[str] = ()

    def with_parts(self, included: Sequence[str]) -> "Table":
        """The rows with these parts and no others."""
        columns = [column for column in self.columns if column not in self.parts or column in included]
        return replace(self, columns=columns)


@dataclass(frozen=True)
class Wanted:
    """Rows in another format: of which query, which properties."""

    format: Format
    query: Sequence[tuple[str, str]]
    fields: Sequence[str]
    table: Table


class Formats:
    """Wraps an application whose lists answer `{"items": […], "next": …}`; `table` tells of a path's rows or groups."""

    def __init__(self, app: ASGIApp, table: Callable[[str, bool], Table | None]) -> None:
        self.app = app
        self.table = table

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or not scope["path"].startswith("/v1/"):
            await self.app(scope, receive, send)
            return
        if not names_a_format(scope):
            await self.app(scope, receive, _vary(send))
            return
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        wanted = _wanted(query, Headers(scope=scope).get("accept", ""))
        fields = [word for name, value in query if name == "fields" for word in value.split(",")]
        table = self.table(scope["path"], any(name == "group_by" for name, _ in query))
        if table:
            table = table.with_parts([word for name, value in query if name == "include" for word in value.split(",")])
        unknown = [word for word in fields if word not in table.columns] if table else []
        if table and unknown:
            what = (
                f"is in these rows only with `include={unknown[0]}`" if unknown[0] in table.parts else "is no property"
            )
            message = f"“{unknown[0][:80]}” {what}; {allowed_words(unknown[0], table.columns)}"
            refusal = problem_answer(InvalidInput([InvalidParameter("query", "fields", message)]))
            await refusal(scope, receive, send)
        elif wanted is None or table is None:
            await (self._trimmed(scope, receive, send, fields) if fields else self.app(scope, receive, _vary(send)))
        else:
            query = [(name, value) for name, value in query if name != "format"]
            await self._table(scope, receive, send, Wanted(wanted, query, fields, table))

    async def _table(self, scope: Scope, receive: Receive, send: Send, wanted: Wanted) -> None:
        """All rows, page after page, or the one page that `limit` asks for."""
        whole = wanted.table.paged and not any(name == "limit" for name, _ in wanted.query)
        first = _with_query(scope, [*wanted.query, ("limit", PAGE)] if whole else wanted.query)
        status, headers, body = await self._ask(first, receive)
        if status != OK:
            if "location" in headers:  # the question as it was asked
                path = headers["location"].partition("?")[0]
                headers["location"] = f"{path}?{scope['query_string'].decode('latin-1')}".rstrip("?")
            await send({"type": "http.response.start", "status": status, "headers": headers.raw})
            await send({"type": "http.response.body", "body": body})
            return
        write = _writer(wanted)
        for name in ("content-length", "link"):
            del headers[name]
        headers["content-type"] = MEDIA_TYPES[wanted.format]
        headers.add_vary_header("Accept")
        answer = json.loads(body)
        if not whole and answer.get("next"):
            headers["link"] = f'<{answer["next"]}&format={wanted.format}>; rel="next"'
        await send({"type": "http.response.start", "status": OK, "headers": headers.raw})
        revision = headers.get("x-data-revision") if whole else None
        async for rows in self._pages(scope, receive, answer, revision):
            await send({"type": "http.response.body", "body": write(rows), "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def _trimmed(self, scope: Scope, receive: Receive, send: Send, fields: Sequence[str]) -> None:
        """The answer in JSON, its rows with these properties only."""
        status, headers, body = await self._ask(scope, receive)
        if status == OK:
            answer = json.loads(body)
            body = _line(
                {**answer, "items": [_trim(row, fields) for row in answer["items"]]}
                if "items" in answer
                else _trim(answer, fields)
            )
            headers["content-length"] = str(len(body))
        headers.add_vary_header("Accept")
        await send({"type": "http.response.start", "status": status, "headers": headers.raw})
        await send({"type": "http.response.body", "body": body})

    async def _pages(
        self,
        scope: Scope,
        receive: Receive,
        answer: Any,  # noqa: ANN401 - JSON
        revision: str | None,
    ) -> AsyncIterator[list[dict[str, Any]]]:
        """The rows of an answer and, with its revision, of all that follow it; a detail is one row."""
        if "items" not in answer:
            yield [answer]
            return
        yield answer["items"]
        state: dict[str, str] = {}
        while revision and (following := answer.get("next")):
            query = parse_qsl(urlsplit(following).query, keep_blank_values=True)
            status, headers, body = await self._ask(_with_query(scope, query, **state), receive)
            if not state and headers.get("x-data-revision") != revision:
                state = {AS_OF: revision}
                continue
            if status != OK:
                raise RuntimeError(f"{following} answered {status} in the middle of a stream")
            answer = json.loads(body)
            yield answer["items"]

    async def _ask(self, scope: Scope, receive: Receive) -> tuple[int, MutableHeaders, bytes]:
        """The application's whole answer to one request."""
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                body.extend(message.get("body", b""))

        await self.app(scope, receive, collect)
        return start["status"], MutableHeaders(raw=list(start["headers"])), bytes(body)


def names_a_format(scope: Scope) -> bool:
    """Whether a request names a format or properties at all: most do not."""
    query = unquote_to_bytes(scope["query_string"])
    if b"format" in query or b"fields" in query:
        return True
    return any(name == b"accept" and (b"csv" in value or b"ndjson" in value) for name, value in scope["headers"])


def _wanted(query: Sequence[tuple[str, str]], accept: str) -> Format | None:
    """The format asked for; None for JSON and for what is no format, which the application answers itself."""
    given = [value for name, value in query if name == "format"]
    if given:
        return Format(given[0]) if len(given) == 1 and given[0] in {"ndjson", "csv"} else None  # type: ignore[call-arg] # a look-up
    ranges = [part.split(";")[0].strip().lower() for part in accept.split(",")]
    return next((BY_MEDIA_TYPE[name] for name in ranges if name in BY_MEDIA_TYPE), None)


def _with_query(scope: Scope, query: Sequence[tuple[str, str]], **state: str) -> Scope:
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept"]
    return {**scope, "query_string": urlencode(query).encode(), "headers": headers, "state": state}


def _vary(send: Send) -> Send:
    """Say that the answer depends on `Accept`."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"].append((b"vary", b"Accept"))
        await send(message)

    return sent


def _trim(row: dict[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    return {name: row[name] for name in fields if name in row} if fields else row


def _line(content: Any) -> bytes:  # noqa: ANN401 - JSON
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _writer(wanted: Wanted) -> Callable[[Sequence[dict[str, Any]]], bytes]:
    """What writes rows down, piece by piece; of CSV, the header with the first piece."""
    if wanted.format == Format.NDJSON:
        return lambda rows: b"".join(_line(_trim(row, wanted.fields)) + b"\n" for row in rows)
    text = io.StringIO()
    writer = csv.writer(text)
    chosen = wanted.fields or wanted.table.columns
    writer.writerow(chosen)

    def write(rows: Sequence[dict[str, Any]]) -> bytes:
        writer.writerows([cell(row.get(column)) for column in chosen] for row in rows)
        written = text.getvalue()
        text.seek(0)
        text.truncate()
        return written.encode()

    return write


def cell(value: Any) -> str | int | float:  # noqa: ANN401 - JSON
    """A value as a cell of CSV.

    >>> cell({"id": "google", "name": "Google"}), cell([{"id": "a"}, {"id": "b"}]), cell("=1+1"), cell(-5)
    ('google', 'a;b', "'=1+1", -5)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        return cell(";".join(_short(item) for item in value))
    if isinstance(value, dict) and "id" in value:
        return cell(value["id"])
    written = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"'{written}" if written.startswith(FORMULA) else written


def _short(item: Any) -> str:  # noqa: ANN401 - JSON
    """One of several things in a cell: an entity's id, a citation's place and words, whom a fact ties to."""
    if not isinstance(item, dict):
        return str(item)
    if "id" in item:
        return str(item["id"])
    if "as_written" in item and "article" in item:
        return f"{item['article']['id']} {item['passage']} “{item['as_written']}”"
    tied = [part["id"] for part in item.values() if isinstance(part, dict) and "id" in part]
    return " ".join(tied) or json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def read_table(openapi: dict[str, Any], path: str, *, grouped: bool) -> Table | None:
    """What the OpenAPI document says of a path's rows; None for a path that it does not know or that has one format."""
    parts = path.split("/")
    operation: dict[str, Any] = next(
        (
            openapi["paths"][known].get("get", {})
            for known in sorted(openapi["paths"], key=lambda known: known.count("{"))
            if len(known.split("/")) == len(parts)
            and all(a == b or a.startswith("{") for a, b in zip(known.split("/"), parts, strict=True))
        ),
        {},
    )
    parameters = {parameter["name"]: parameter["schema"] for parameter in operation.get("parameters", [])}
    written = operation["responses"]["200"]["content"] if "format" in parameters else {}
    if "application/json" not in written:
        return None
    schemas = openapi["components"]["schemas"]
    columns: list[str] = []
    optional: list[str] = []
    includes = parameters.get("include", {}).get("items", {})
    for shape in _shapes(written["application/json"]["schema"], schemas):
        properties = shape.get("properties", {})
        if "limit" in parameters and grouped != ("overlapping" in properties):
            continue
        rows = _shapes(properties["items"]["items"], schemas) if "limit" in parameters else [shape]
        for row in rows:
            columns += [name for name in row.get("properties", {}) if name not in columns]
            optional += [name for name in _words(includes) if name not in row.get("required", [])]
    return Table(columns, paged="limit" in parameters, parts=optional)


def _words(schema: dict[str, Any]) -> list[str]:
    """The closed words of a schema."""
    return [*schema.get("enum", []), *([schema["const"]] if "const" in schema else [])]


def _shapes(schema: dict[str, Any], schemas: dict[str, Any]) -> list[dict[str, Any]]:
    """The object shapes that a schema stands for."""
    if "$ref" in schema:
        return _shapes(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    alternatives = schema.get("anyOf") or schema.get("oneOf")
    return [shape for one in alternatives for shape in _shapes(one, schemas)] if alternatives else [schema]
