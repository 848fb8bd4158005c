"""What every endpoint needs: one state of the data, and parameters that are all known."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Annotated, Any, TypeVar, get_origin

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.db import reading
from app.errors import InvalidInput, InvalidParameter, Moved, NotFound, allowed_words, nearest
from app.formats import AS_OF
from app.listing import Column, Parameters
from app.models import Revision
from app.pages import Ask, http_date, leads, next_address
from app.past import read_as_of, show_past
from app.problems import MEDIA_TYPE, ProblemShape
from app.vocabulary import Language

LANGUAGES = {language.value for language in Language}
SPLIT = {"sort", "include", "fields"}
"""Parameters that take several words in one value, by commas."""
MOST_PARAMETERS = 200
"""More than anybody means; each value costs a look-up, and each unknown one a search for its nearest neighbour."""


class NoParameters(Parameters):
    """A path without query parameters."""


def open_question(request: Request, response: Response) -> Iterator[Ask]:
    """Open a connection that sees one state of the data, and say which.

    That is the newest, or the one that the request's state or `as_of` asks for.
    """
    as_of = getattr(request.state, AS_OF, None) or request.query_params.get("as_of")
    with reading(request.app.state.engine, _past(as_of)) as connection:
        if request.query_params.get("lang") in LANGUAGES:
            connection.execution_options(lang=request.query_params["lang"])
        newest = sa.select(col(Revision.number), col(Revision.at)).order_by(col(Revision.number).desc()).limit(1)
        revision = connection.execute(newest).first()
        response.headers["X-Data-Revision"] = str(revision.number if revision else 0)
        if revision:
            response.headers["Last-Modified"] = http_date(revision.at)

        def address(cursor: str) -> str:
            following = next_address(request.url, cursor)
            response.headers["Link"] = f'<{following}>; rel="next"'
            return following

        yield Ask(connection, request.url.path, address)


def _past(as_of: str | None) -> Callable[[Connection], None] | None:
    """What shows the state that `as_of` asks for; None for the newest, and for what the path's own query refuses."""
    with suppress(ValueError):
        return partial(show_past, as_of=read_as_of(as_of)) if as_of is not None else None
    return None


def refuse_unknown_parameters(request: Request) -> None:
    """Refuse parameters that the path does not have, and repetitions that it could not honour."""
    allowed = query_fields(request.scope["route"])
    errors = _unreadable(request)
    for name, values in _repeated(request).items():
        if name not in allowed:
            words = allowed_words(name, sorted(allowed)) if allowed else "this path has no parameters"
            errors.append(InvalidParameter("query", name[:80], f"unknown parameter; {words}"))
        elif len(values) > 1 and get_origin(allowed[name]) is not list:
            errors.append(InvalidParameter("query", name, f"given {len(values)} times; it takes one value"))
    if errors:
        raise InvalidInput(errors)


def refuse_unreadable_parameters(request: Request) -> None:
    """Refuse what no path can take; parameters that the path does not have are left aside."""
    if errors := _unreadable(request):
        raise InvalidInput(errors)


def _unreadable(request: Request) -> list[InvalidParameter]:
    errors = [
        InvalidParameter("path", name, "contains a NUL character")
        for name, value in request.path_params.items()
        if "\0" in str(value)
    ]
    repeated = _repeated(request)
    for name in SPLIT & repeated.keys():
        repeated[name] = [word for value in repeated[name] for word in value.split(",")]
    if (count := sum(map(len, repeated.values()))) > MOST_PARAMETERS:
        most = max(repeated, key=lambda name: len(repeated[name]))
        message = f"{count} values in one request, {len(repeated[most])} of them of this one; at most {MOST_PARAMETERS}"
        raise InvalidInput([InvalidParameter("query", most[:80], message)])
    errors += [
        InvalidParameter("query", name[:80], "contains a NUL character")  # PostgreSQL has no text with one
        for name, values in repeated.items()
        if any("\0" in value for value in values)
    ]
    return errors


def query_fields(route: APIRoute) -> dict[str, Any]:
    """The query parameters of a route, with the type of each."""
    found: dict[str, Any] = {}
    for parameter in route.dependant.query_params:
        model = parameter.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            found |= {name: field.annotation for name, field in model.model_fields.items()}
    return found


def _repeated(request: Request) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        values.setdefault(name, []).append(value)
    return values


Question = Annotated[Ask, Depends(open_question)]


def refusal(description: str) -> dict[str, Any]:
    """An answer that is a problem document, for the OpenAPI document."""
    content = {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{ProblemShape.__name__}"}}}
    return {"model": ProblemShape, "description": description, "content": content}


INVALID: dict[int | str, dict[str, Any]] = {
    422: refusal("A parameter, a word or a value that means nothing here; nothing was looked up.")
}
MISSING: dict[int | str, dict[str, Any]] = {404: refusal("There is nothing under this id.")}
MERGED = refusal("The id was merged into another; `Location` is the same question about that one. A split undoes it.")
MERGED["headers"] = {"Location": {"description": "The same address, with the other id.", "schema": {"type": "string"}}}
MISSING_OR_MERGED: dict[int | str, dict[str, Any]] = {308: MERGED, **MISSING}


FORMATS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer, written as `format` or `Accept` asks.",
        "content": {media_type: {"schema": {"type": "string"}} for media_type in ("application/x-ndjson", "text/csv")},
    }
}


def make_router(tag: str, *, tables: bool = True) -> APIRouter:
    """A router whose paths refuse unknown parameters and, as `tables`, are written in several formats."""
    responses = {**FORMATS, **INVALID} if tables else INVALID
    return APIRouter(
        prefix="/v1",
        tags=[tag],
        dependencies=[Depends(refuse_unknown_parameters)],
        responses=responses,
    )


Detail = TypeVar("Detail")


def one(
    connection: Connection,
    key: Column,
    item: str,
    fetch: Callable[[Connection, Sequence[str]], Sequence[Detail]],
) -> Detail:
    """The one thing under an id. **Raises** `NotFound`, or `Moved` if it was merged into another."""
    require(connection, key, item)
    return fetch(connection, [item])[0]


def require(connection: Connection, key: Column, item: str) -> None:
    """Make sure that an id exists. **Raises** `NotFound`, or `Moved` if it was merged into another."""
    if connection.scalar(sa.select(key).where(key == item)) is not None:
        return
    if entity := leads(connection, key, [item]).get(item):
        raise Moved(item, entity)
    noun = key.class_.__name__.lower()
    close = nearest(item, connection.scalars(sa.select(key).order_by(key).limit(5000)).all())
    raise NotFound(f"there is no {noun} “{item[:80]}”" + (f"; did you mean “{close}”?" if close else ""))
