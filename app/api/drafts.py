"""`POST /v1/articles` and `/v1/drafts`: an article is posted, read into a draft, reviewed, and published whole.

Drafts are no facts: whoever has no key does not see them, no revision holds them, and no answer with them is kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Depends, Header, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError

from app.api.asking import INVALID, MISSING, refusal, refuse_unknown_parameters
from app.api.bodies import JsonBody, TextBody, inlined
from app.api.keys import KEYED, require_key
from app.db import forget_old_pages, is_busy, reading, writing
from app.errors import Busy, InvalidInput, InvalidParameter, TooMuch, Unconditional
from app.listing import Day, Parameters
from app.pages import next_address
from app.reading.fitness import LARGEST, READ, language, unfit
from app.seeding import drafts
from app.seeding.derived import write_documents
from app.shapes.drafts import DraftDetail, DraftPage, Published
from app.shapes.patches import DraftPatch
from app.vocabulary import DraftStatus

PRIVATE = {"Cache-Control": "private, no-store"}
ETAG = {"ETag": {"description": "The state of the draft, for `If-Match`.", "schema": {"type": "string"}}}
LOCATION = {"Location": {"description": "Address of what was made.", "schema": {"type": "string"}}}
CONFLICTS: dict[int | str, dict[str, Any]] = {
    409: refusal("The draft is closed already, or cannot be published: each reason with its place in the draft."),
    412: refusal("Somebody has changed the draft since; `see` is where it is now."),
    428: refusal("`If-Match` is missing."),
    503: refusal("A load is running; nothing was changed. `Retry-After` says when to try again."),
}
POSTING: dict[int | str, dict[str, Any]] = {
    202: {"description": "The draft, to be reviewed.", "headers": {**ETAG, **LOCATION}},
    409: refusal("The very text is known: `see` leads to the article or the draft."),
    413: refusal("More than a megabyte of text."),
    503: CONFLICTS[503],
}
router = APIRouter(
    prefix="/v1",
    tags=["drafts"],
    dependencies=[Depends(require_key), Depends(refuse_unknown_parameters)],
    responses={**KEYED, **INVALID},
)
DraftId = Annotated[str, Path(alias="id", description="Id of the draft.", examples=["d-0193f2c4a1b7-5e2a"])]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description="The `ETag` of the draft as you have seen it, so that nobody's change is overwritten.",
        examples=['"d-0193f2c4a1b7-5e2a.3"'],
    ),
]


class ArticleQuery(Parameters):
    """What is known of an article beside its text."""

    title: str | None = Field(
        None, max_length=1000, description="Title as published.", examples=["딥시크, 새 모델 공개"]
    )
    publisher: str | None = Field(
        None, max_length=200, description="Outlet, as it calls itself.", examples=["서울경제"]
    )
    publisher_en: str | None = Field(
        None, max_length=200, description="Outlet's name in Latin letters.", examples=["Seoul Economic Daily"]
    )
    author: str | None = Field(None, max_length=200, description="By-line.", examples=["홍길동"])
    published_on: Day | None = Field(
        None,
        description="Day of publication, which is needed: relative dates are counted from it.",
        examples=["2025-01-27"],
    )
    language: str | None = Field(None, description=f"Language of the text: {', '.join(READ)}.", examples=["ko"])
    url: str | None = Field(
        None, max_length=2000, description="Address of the original.", examples=["https://news.example/1"]
    )
    story: str | None = Field(
        None,
        max_length=80,
        description="Id of the report; that of a similar article by default.",
        examples=["2025-01-27-deepseek"],
    )
    text_kept: bool = Field(
        False, description="Whether the rights allow the sentences to be kept and shown.", examples=[False]
    )
    rights: str | None = Field(None, max_length=1000, description="What the rights are.", examples=["All reserved."])


class ArticlePost(ArticleQuery):
    """An article to be read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(
        description="The text, its title in the first line, a paragraph a line; at most a megabyte in UTF-8.",
        examples=["딥시크, 새 모델 공개\n딥시크는 량원펑이 창업했다."],
    )


class DraftQuery(Parameters):
    """Filters of the list of drafts."""

    status: list[DraftStatus] = Field([], description="How far a draft has come.", examples=[["open"]])
    limit: int = Field(50, ge=1, le=200, description="Drafts on a page.", examples=[50])
    cursor: str | None = Field(
        None, max_length=80, description="Where the page begins: follow `next`.", examples=["d-0193f2c4a1b7-5e2a"]
    )


class Unparameterized(Parameters):
    """A path without query parameters."""


NoQuery = Annotated[Unparameterized, Query()]


def body_of(shape: type[BaseModel], **others: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of the document
    """What the OpenAPI document says of a body."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": inlined(shape)}, **others}}}


@router.post(
    "/articles",
    status_code=202,
    summary="Post an article",
    responses=POSTING,
    openapi_extra=body_of(ArticlePost, **{"text/plain": {"schema": {"type": "string"}}}),
)
def post_article(
    query: Annotated[ArticleQuery, Query()], body: TextBody, request: Request, response: Response
) -> DraftDetail:
    """Read an article into a draft: candidates for facts, each with its place in the text. Nothing is in the data yet.

    In JSON with the fields beside the text, or as `text/plain` with the fields as parameters. A text that is known
    already is refused; one that is much like others is taken, and `similar` names them.
    """
    if body.media_type == "text/plain":
        posted = ArticlePost.model_construct(**{**query.model_dump(), "text": body.text()})
    else:
        posted = body.json(ArticlePost)
        if query.model_fields_set:
            named = min(query.model_fields_set)
            raise InvalidInput([InvalidParameter("query", named, "stands in the body, where the text is JSON")])
    published_on, spoken = _acceptable(posted)
    state = request.app.state
    with reading(state.engine) as connection:
        known = state.known.read(connection)
    draft = state.reader(posted.text, published_on, known)
    given = posted.model_dump(exclude={"text"}) | {"language": spoken}
    with changing(state.writer) as connection:
        item = drafts.post(connection, posted.text, given, draft, state.known.ids(connection))
        row = drafts.get(connection, item)
    response.headers.update({**PRIVATE, "ETag": drafts.tag(row), "Location": f"/v1/drafts/{item}"})
    return drafts.detail_of(row)


def _acceptable(posted: ArticlePost) -> tuple[date, str]:
    """The day and the language of a text that can be read. **Raises** `InvalidInput`, `TooMuch`."""
    if (size := len(posted.text.encode())) > LARGEST:
        raise TooMuch(f"the text has {size:,} bytes in UTF-8; at most {LARGEST:,}")
    errors = [InvalidParameter("body", "text", reason) for reason in unfit(posted.text)]
    spoken = None if errors else language(posted.text)
    if posted.language is not None and not errors and posted.language != spoken:
        message = f"“{posted.language[:20]}” is not the language of the text, which is {spoken}"
        errors.append(InvalidParameter("body", "language", message))
    if posted.published_on is None:
        errors.append(InvalidParameter("body", "published_on", "is missing; relative dates are counted from it"))
    if errors or posted.published_on is None or spoken is None:
        raise InvalidInput(errors)
    return posted.published_on, spoken


@router.get("/drafts", summary="List drafts", responses={200: {"description": "A page of drafts."}})
def list_drafts(query: Annotated[DraftQuery, Query()], request: Request, response: Response) -> DraftPage:
    """The drafts, the newest first."""
    response.headers.update(PRIVATE)
    with reading(request.app.state.engine) as connection:
        total, rows = drafts.list_drafts(connection, query.status, query.cursor, query.limit + 1)
    page = rows[: query.limit]
    following = next_address(request.url, page[-1].id) if len(rows) > query.limit else None
    understood = query.model_dump(mode="json", exclude_defaults=True) | {"limit": query.limit}
    return DraftPage(items=page, total=total, next=following, query=understood)


@router.get(
    "/drafts/{id}",  # noqa: FAST003 - its alias is `id`
    summary="Get one draft",
    responses={200: {"description": "The draft.", "headers": ETAG}, **MISSING},
)
def get_draft(draft: DraftId, _: NoQuery, request: Request, response: Response) -> DraftDetail:
    """A draft with all that is proposed and decided, its text and the text's passages."""
    with reading(request.app.state.engine) as connection:
        row = drafts.get(connection, draft)
    response.headers.update({**PRIVATE, "ETag": drafts.tag(row)})
    return drafts.detail_of(row)


@router.patch(
    "/drafts/{id}",  # noqa: FAST003 - its alias is `id`
    summary="Review a draft",
    responses={
        200: {"description": "The draft as it is now.", "headers": ETAG},
        413: refusal("More in one patch than is taken at once."),
        **MISSING,
        **CONFLICTS,
    },
    openapi_extra=body_of(DraftPatch),
)
def patch_draft(
    draft: DraftId, _: NoQuery, body: JsonBody, request: Request, response: Response, if_match: IfMatch = None
) -> DraftDetail:
    """Accept, reject and correct candidates, say whom a name means, add what was overlooked. All of a patch or nothing.

    Words are looked up in the text at once. What a patch does not name stays as it is.
    """
    seen = _seen(if_match)
    patch = body.json(DraftPatch)
    with changing(request.app.state.writer) as connection:
        drafts.change(connection, draft, seen, patch)
        row = drafts.get(connection, draft)
    response.headers.update({**PRIVATE, "ETag": drafts.tag(row)})
    return drafts.detail_of(row)


@router.delete(
    "/drafts/{id}",  # noqa: FAST003 - its alias is `id`
    status_code=204,
    summary="Withdraw a draft",
    responses={204: {"description": "It is withdrawn."}, **MISSING, **CONFLICTS},
)
def withdraw_draft(
    draft: DraftId, _: NoQuery, request: Request, afterwards: BackgroundTasks, if_match: IfMatch = None
) -> None:
    """Give a draft up. Its text is dropped, and the same article may be posted again."""
    seen = _seen(if_match)
    with changing(request.app.state.writer) as connection:
        drafts.withdraw(connection, draft, seen)
    afterwards.add_task(_write_down, request.app.state.writer)


@router.post(
    "/drafts/{id}/publish",  # noqa: FAST003 - its alias is `id`
    status_code=201,
    summary="Publish a draft",
    responses={201: {"description": "What was loaded.", "headers": LOCATION}, **MISSING, **CONFLICTS},
)
def publish_draft(
    draft: DraftId,
    _: NoQuery,
    request: Request,
    response: Response,
    afterwards: BackgroundTasks,
    if_match: IfMatch = None,
) -> Published:
    """Verify what was accepted as files are verified, and load it as one revision: all of it, or nothing.

    Candidates that are not decided are left out. Unless the text may be kept, it is dropped; its fragments and hashes
    stay.
    """
    seen = _seen(if_match)
    with changing(request.app.state.writer) as connection:
        published = drafts.publish_draft(connection, draft, seen)
    afterwards.add_task(_write_down, request.app.state.writer)
    response.headers.update({**PRIVATE, "Location": published.url, "X-Data-Revision": str(published.revision)})
    return published


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that writes. **Raises** `Busy` if a load does so for longer than there is patience."""
    try:
        with writing(engine) as connection:
            yield connection
    except OperationalError as error:
        if is_busy(error):
            raise Busy("a load is running; nothing was changed, try again in a moment") from error
        raise


def _write_down(engine: Engine) -> None:
    """Make the documents that were dropped; whoever asks meanwhile is answered without them."""
    with suppress(OperationalError):  # a load has come in between, and does both in the end
        forget_old_pages(engine)
        for _ in write_documents(engine):
            pass


def _seen(if_match: str | None) -> str:
    """The state that a change is of. **Raises** `Unconditional`."""
    if if_match is None or not if_match.strip():
        raise Unconditional("send the `ETag` of the draft as `If-Match`, so that nobody's change is overwritten")
    return if_match
