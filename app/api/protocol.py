"""How a protocol of others is spoken: parameters that it may add to, forms, JSON in a parameter, JSON with padding."""

import json
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from app.api.asking import INVALID, refuse_unreadable_parameters
from app.errors import InvalidInput, InvalidParameter, TooMuch
from app.listing import Parameters, Pinned

MOST_BYTES = 1_000_000
FORM = "application/x-www-form-urlencoded"
PADDED = {"application/javascript": {"schema": {"type": "string"}}}
Wanted = TypeVar("Wanted")


class Tolerant(Parameters):
    """Query parameters of a path whose clients may send more of them: what is not known here is left aside."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    callback: str | None = Field(
        None,
        max_length=100,
        pattern=r"^[A-Za-z_$][A-Za-z0-9_$]*(\.[A-Za-z_$][A-Za-z0-9_$]*)*$",
        description="Name of a function that the answer is to be handed to (JSONP), for clients of before CORS.",
        examples=["jQuery1124_1732400000"],
    )


class TolerantPinned(Tolerant, Pinned):
    """The same where the answer depends on the data."""

    model_config = ConfigDict(extra="ignore", frozen=True)


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields of a form. **Raises** `InvalidInput` for what is none, `TooMuch` for one of more than a megabyte."""
    if request.headers.get("content-type", FORM).split(";")[0].strip().lower() != FORM:
        raise InvalidInput([InvalidParameter("header", "Content-Type", f"allowed is {FORM}")])
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise TooMuch(f"the form has more than {MOST_BYTES:,} bytes; send fewer queries at once")
    return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))


Form = Annotated[Mapping[str, str], Depends(read_form)]


def make_tolerant_router(tag: str) -> APIRouter:
    """A router whose paths leave aside parameters that they do not have."""
    return APIRouter(
        prefix="/v1",
        tags=[tag],
        dependencies=[Depends(refuse_unreadable_parameters)],
        responses={
            **INVALID,
            200: {"description": "The answer; handed to a function, if there is a `callback`.", "content": PADDED},
        },
    )


def read_json(name: str, text: str, shape: TypeAdapter[Wanted]) -> Wanted:
    """What a parameter says in JSON. **Raises** `InvalidInput` that names the place of the mistake."""
    try:
        content: Any = json.loads(text)
        json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise InvalidInput([InvalidParameter("query", name, "holds half of a character (a lone surrogate)")]) from None
    except (ValueError, RecursionError) as error:
        raise InvalidInput([InvalidParameter("query", name, f"is no JSON: {error}"[:300])]) from None
    try:
        return shape.validate_python(content)
    except ValidationError as error:
        wrong = [
            InvalidParameter("query", name, f"{'.'.join(map(str, each['loc']))}: {each['msg']}"[:300])
            for each in error.errors(include_url=False, include_context=False)[:10]
        ]
        raise InvalidInput(wrong) from None


def padded(answer: BaseModel, callback: str | None, response: Response) -> Any:  # noqa: ANN401 - FastAPI writes either
    """An answer or, if there is a `callback`, a script that hands it over."""
    if callback is None:
        return answer
    content = answer.model_dump_json(exclude_none=True).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    script = f"/**/{callback}({content});"
    headers = {**response.headers, "X-Content-Type-Options": "nosniff"}
    return Response(script, media_type="application/javascript", headers=headers)
