"""Errors as answers: RFC 9457 problem documents, one shape for all."""

import logging
import re
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError
from starlette.exceptions import HTTPException

from app.errors import Fault, InvalidInput, InvalidParameter, Moved, NotFound, NotReady, Problem, WrongMethod, nearest

MEDIA_TYPE = "application/problem+json"
READING = ("GET", "HEAD", "OPTIONS")
log = logging.getLogger("haigui")


class ParameterError(BaseModel):
    """One parameter that could not be taken."""

    location: str = Field(alias="in", description="Where it stands.", examples=["query"])
    name: str = Field(description="Its name.", examples=["metric"])
    message: str = Field(description="What is wrong, and what is allowed.", examples=["did you mean “founders”?"])


class ProblemShape(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="Kind of problem.", examples=["/v1/vocabulary#/problems/invalid-input"])
    title: str = Field(description="The kind in words.", examples=["Invalid input"])
    status: int = Field(description="HTTP status code.", examples=[422])
    detail: str = Field(description="What is wrong here.", examples=["limit: must be at least 1"])
    errors: list[ParameterError] = Field([], description="The parameters at fault, if any.", examples=[[]])
    see: str | None = Field(
        None, description="Address of what it is about, if there is such a thing.", examples=["/v1/articles/2024-11-24"]
    )


def problem_answer(problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    """The answer that says what went wrong."""
    body: dict[str, Any] = {
        "type": f"/v1/vocabulary#/problems/{problem.slug}",
        "title": problem.title,
        "status": int(problem.status),
        "detail": problem.detail,
    }
    if problem.errors:
        body["errors"] = [{"in": e.location, "name": e.name, "message": e.message} for e in problem.errors]
    if problem.see:
        body["see"] = problem.see
    headers = {"Cache-Control": "no-store", **problem.headers, **(headers or {})}
    return JSONResponse(body, status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)


def invalid_parameters(errors: Sequence[Any]) -> list[InvalidParameter]:
    """Pydantic's findings as sentences that name the value and what is allowed."""
    found = []
    for error in errors:
        where, *path = error["loc"]
        name = str(path[0]) if path else str(where)
        found.append(InvalidParameter(str(where), name, _sentence(error)))
    return found


def _sentence(error: Any) -> str:  # noqa: ANN401 - pydantic's own
    value = str(error.get("input"))[:80]
    if error["type"] in {"enum", "literal_error"}:
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        close = nearest(value, allowed)
        hint = f"did you mean “{close}”? " if close else ""
        return f"“{value}” is not a word of this list; {hint}allowed: {', '.join(allowed)}"
    message = error["msg"].removeprefix("Value error, ")
    return f"“{value}”: {message[0].lower()}{message[1:]}"


def _allowed(request: Request) -> list[str]:
    """The methods that the path takes."""
    found: dict[str, None] = {}
    for path, methods in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), request.url.path):
            found |= dict.fromkeys(method.upper() for method in methods)
    return [*READING, *sorted(found.keys() - set(READING))] if "GET" in found or not found else [*found, "OPTIONS"]


def install(app: FastAPI) -> None:
    """Answer every error as a problem document."""

    @app.exception_handler(Moved)
    async def _moved(request: Request, moved: Moved) -> JSONResponse:
        path = request.scope.get("root_path", "") + request.scope["route"].path_format.format(id=moved.entity)
        return problem_answer(moved, {"Location": f"{path}?{request.url.query}" if request.url.query else path})

    @app.exception_handler(Problem)
    async def _problem(_request: Request, problem: Problem) -> JSONResponse:
        return problem_answer(problem)

    @app.exception_handler(RequestValidationError)
    async def _invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        return problem_answer(InvalidInput(invalid_parameters(error.errors())))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> JSONResponse:
        if error.status_code == WrongMethod.status:
            allowed = ", ".join(_allowed(request))
            detail = f"{request.method} is not for {request.url.path}; allowed: {allowed}"
            return problem_answer(WrongMethod(detail), {"Allow": allowed})
        if error.status_code == NotFound.status:
            return problem_answer(NotFound(f"there is no path {request.url.path[:200]}; /openapi.json lists all paths"))
        return problem_answer(Fault(str(error.detail)))

    @app.exception_handler(OperationalError)
    @app.exception_handler(ProgrammingError)
    @app.exception_handler(InterfaceError)
    async def _database(_request: Request, error: Exception) -> JSONResponse:
        log.error("the database does not answer: %s", error)
        return problem_answer(
            NotReady("the database does not answer or has no tables yet; run `haigui migrate`, then `haigui load`"),
            {"Retry-After": "5"},
        )

    @app.exception_handler(Exception)
    async def _fault(_request: Request, _error: Exception) -> JSONResponse:
        return problem_answer(Fault("something went wrong on our side; it has been logged"))
