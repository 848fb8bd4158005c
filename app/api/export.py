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
        description="How it is written, as told above; without it, as `Accept` asks, and Parquet if that asks for none "
        "of the three.",
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
    description = "The file. Its name says of which revision of the data it is, such as `haigui-r2.jsonld`."
    return {200: {"description": description, "content": content}}


@router.get("/export", summary="Get everything", response_class=Response, responses=_content(*MEDIA_TYPES.values()))
async def get_export(query: Annotated[ExportQuery, Query()], request: Request) -> Response:
    """The whole knowledge base in one file: every entity, article and fact, each fact with its citations.

    - `parquet`: a ZIP archive with a Parquet file for each table (`entities.parquet`, `figures.parquet`, …), for
      DuckDB, pandas and the like. `/v1/export/{table}.parquet` gives one of them alone and says what its columns are.
    - `ftm`: FollowTheMoney entities, one JSON object a line. Links such as foundings and employments are edges.
    - `jsonld`: one JSON-LD document in the terms of schema.org; its context is in it, so that it is read offline.

    All of a file is of one revision of the data, named in `X-Data-Revision`; `as_of` gives an earlier one. To follow
    what comes later, ask `/v1/changes?since=` that revision, or ask for the file again with its `ETag` in
    `If-None-Match`: the answer is 304 until something is loaded. `HEAD` tells both without the file being written, and
    without its size. Text is sent with gzip to whoever accepts it. A download that broke off begins anew: there are no
    parts (`Range`). The sentences of articles, where their rights allow them, are in `passages.parquet` only; of an
    earlier revision, those that still stand.
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
    """One table of the knowledge base as a Parquet file, which DuckDB and pandas open as it is.

    A table of facts has a row for each fact: its id in `fact`, then what it states. Whatever it ties together stands
    as an id (`person`, `startup`, …), whose names are in `entities`. The list `citations` is its evidence: article,
    passage, the words as written, the speaker (`attributed_to`; null: the reporter). Days are dates.

    No number is rounded: a column of numbers is `DECIMAL(38, 12)`, with more decimals if a number in it has more, and
    text if 38 digits are too few for one.

    Several tables fit together if their `X-Data-Revision` is the same; `as_of` with its number makes sure of that,
    whatever is loaded between two downloads.
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
