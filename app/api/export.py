"""`/v1/export`: the whole knowledge base in one file, as Parquet, FollowTheMoney or JSON-LD."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC
from email.utils import format_datetime
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import Field
from sqlalchemy.engine import Engine
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from app.answers import HEAD, has_tag, takes_gzip
from app.api.asking import INVALID, refuse_unknown_parameters
from app.db import reading
from app.exports.files import MEDIA_TYPES, PARQUET, SUFFIXES, State, Written, fetch_state, write
from app.listing import Pinned
from app.past import AsOf
from app.vocabulary import ExportFormat, ExportTable

router = APIRouter(prefix="/v1", tags=["export"], dependencies=[Depends(refuse_unknown_parameters)], responses=INVALID)

WRITERS = ThreadPoolExecutor(2, "export")
"""Threads of their own, and few: however many exports are asked for, the other questions keep theirs."""
PACKED = {ExportFormat.FTM, ExportFormat.JSONLD}
"""Text, which gzip makes small; what is in Parquet is packed already."""
ACCEPTED = {
    "application/zip": ExportFormat.PARQUET,
    "application/x-ndjson": ExportFormat.FTM,
    "application/ndjson": ExportFormat.FTM,
    "application/json+ftm": ExportFormat.FTM,
    "application/ld+json": ExportFormat.JSONLD,
}


class ExportQuery(Pinned):
    """How the whole is written."""

    format: ExportFormat | None = Field(
        None,
        description="How it is written; without it, as `Accept` asks, and Parquet if that asks for none of the three.",
        examples=["jsonld"],
    )


class Download(StreamingResponse):
    """A file that was written for this answer alone, and is closed with it, however that ends."""

    def __init__(self, written: Written, **options: Any) -> None:  # noqa: ANN401 - those of a response
        super().__init__(written.chunks(), **options)
        self.written = written

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        with self.written.file:
            await super().__call__(scope, receive, send)


def _content(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """The answer with the file, for the OpenAPI document."""
    file = {"schema": {"type": "string", "format": "binary"}}
    content = dict.fromkeys(media_types, file)
    if MEDIA_TYPES[ExportFormat.JSONLD] in content:
        content[MEDIA_TYPES[ExportFormat.JSONLD]] = {"schema": {"type": "object"}}
    return {200: {"description": "The file; its name says of which revision of the data.", "content": content}}


@router.get("/export", summary="Get everything", response_class=Response, responses=_content(*MEDIA_TYPES.values()))
async def get_export(query: Annotated[ExportQuery, Query()], request: Request) -> Response:
    """The whole knowledge base in one file: every entity, every fact, its citations, all of one revision.

    - `parquet`: a ZIP archive with a Parquet file for each table, for DuckDB, pandas and the like. Entities, articles,
      passages and each type of fact have columns of their own, so each has a file of its own; the archive holds them
      together, as they were at one moment. `/v1/export/{table}.parquet` gives one of them alone.
    - `ftm`: entities of FollowTheMoney, one a line.
    - `jsonld`: one JSON-LD document in the terms of schema.org; its context is in it.

    The tag in `ETag` holds until new data is loaded: ask again with `If-None-Match`. The passages' texts are in the
    Parquet files only. Parts of a file (`Range`) are not given.
    """
    accepted = (part.split(";")[0].strip().lower() for part in request.headers.get("accept", "").split(","))
    by_accept = next((ACCEPTED[name] for name in accepted if name in ACCEPTED), ExportFormat.PARQUET)
    return await _answer(request, query.format or by_accept, query.as_of)


@router.get("/export/{table}.parquet", summary="Get one table", response_class=Response, responses=_content(PARQUET))
async def get_export_table(
    table: Annotated[ExportTable, Path(description="What the file holds.", examples=["figures"])],
    query: Annotated[Pinned, Query()],
    request: Request,
) -> Response:
    """One table of the knowledge base as a Parquet file; `X-Data-Revision` tells whether two of them are of one state.

    No number is rounded: decimals are `DECIMAL(38, 12)`, with more decimals in a column where a number needs them, and
    text in one where 38 digits are too few. Days are dates; other spellings, parties and citations are lists. A fact's
    `citations` carry the evidence: article, passage, the words as written, the speaker. Other things stand as ids.
    """
    return await _answer(request, table, query.as_of)


async def _answer(request: Request, what: ExportFormat | ExportTable, as_of: AsOf | None) -> Response:
    """The file, or that it has not changed, or its headers alone: these two are known without writing it."""
    engine: Engine = request.app.state.engine
    packed = what in PACKED and takes_gzip(request.headers.get("accept-encoding", "").encode("latin-1"))
    state = await run_in_threadpool(_look, engine, as_of)
    tag = state.tag(what, packed=packed)
    if has_tag(request.headers.get("if-none-match", "").encode("latin-1"), tag.encode()):
        return Response(status_code=304, headers=_headers(state, what, packed=packed))
    media_type = PARQUET if isinstance(what, ExportTable) else MEDIA_TYPES[what]
    if getattr(request.state, HEAD, False):
        headers = _of_the_file(state, what, packed=packed)
        return StreamingResponse(iter(()), headers=headers, media_type=media_type)  # of a size that nobody knows
    job = partial(write, engine, what, as_of, packed=packed)
    written = await asyncio.get_running_loop().run_in_executor(WRITERS, job)
    headers = {"Content-Length": str(written.size)} | _of_the_file(written.state, what, packed=packed)
    return Download(written, headers=headers, media_type=media_type)


def _look(engine: Engine, as_of: AsOf | None) -> State:
    with reading(engine) as connection:
        return fetch_state(connection, as_of)


def _of_the_file(state: State, what: ExportFormat | ExportTable, *, packed: bool) -> dict[str, str]:
    """The headers that go with the file, but for its size."""
    name = f"-{what}.parquet" if isinstance(what, ExportTable) else f".{SUFFIXES[what]}"
    headers = {
        "Content-Disposition": f'attachment; filename="haigui-r{state.revision}{name}"',
        "Accept-Ranges": "none",
    }
    return headers | ({"Content-Encoding": "gzip"} if packed else {}) | _headers(state, what, packed=packed)


def _headers(state: State, what: ExportFormat | ExportTable, *, packed: bool) -> dict[str, str]:
    headers = {
        "ETag": state.tag(what, packed=packed),
        "X-Data-Revision": str(state.revision),
        "Cache-Control": "no-cache",
    }
    if state.at:
        headers["Last-Modified"] = format_datetime(state.at.replace(tzinfo=UTC), usegmt=True)
    if what in PACKED:
        headers["Vary"] = "Accept-Encoding"
    return headers
