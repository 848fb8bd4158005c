"""Bodies of requests: read up to a size, in UTF-8, into a shape; each mistake with its place."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from pydantic import BaseModel, ValidationError

from app.errors import InvalidInput, InvalidParameter, TooMuch, invalid_values
from app.reading.fitness import LARGEST

MOST_BYTES = 2 * LARGEST + 100_000
"""Bytes of a body: in JSON, Hangul may be written in escapes of twice its size."""
Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class Body:
    """What was sent, and as what."""

    media_type: str
    content: bytes

    def text(self) -> str:
        """The body as text. **Raises** `InvalidInput` that names the first byte that is no UTF-8."""
        try:
            return self.content.decode()
        except UnicodeDecodeError as error:
            wrong = f"is not UTF-8: byte {error.start} (0x{self.content[error.start]:02x}) cannot be read"
            raise InvalidInput([InvalidParameter("body", "body", wrong)]) from None

    def json(self, shape: type[Shape]) -> Shape:
        """What it says in JSON. **Raises** `InvalidInput` that names every field at fault."""
        try:
            content: Any = json.loads(self.text(), parse_float=Decimal)  # binary64 would lose digits
            json.dumps(content, ensure_ascii=False, default=str).encode()
        except UnicodeEncodeError:
            wrong = "holds half of a character (a lone surrogate)"
            raise InvalidInput([InvalidParameter("body", "body", wrong)]) from None
        except (ValueError, RecursionError) as error:
            raise InvalidInput([InvalidParameter("body", "body", f"is no JSON: {error}"[:300])]) from None
        return validated(shape, content)


def validated(shape: type[Shape], content: object) -> Shape:
    """What is said, in its shape. **Raises** `InvalidInput`."""
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False)[:20]
        raise InvalidInput(invalid_values(found, "body")) from None


def media_types(*allowed: str) -> Any:  # noqa: ANN401 - a dependency
    """A dependency that reads a body of one of these types. **Raises** `InvalidInput`, `TooMuch`."""

    async def read(request: Request) -> Body:
        return await _read(request, allowed)

    return Depends(read)


async def _read(request: Request, allowed: Sequence[str]) -> Body:
    media_type, _, rest = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().casefold()
    charset = rest.replace(" ", "").casefold().partition("charset=")[2].strip('"')
    if media_type not in allowed or charset not in {"", "utf-8", "utf8"}:
        message = f"allowed: {' or '.join(allowed)}, in UTF-8"
        raise InvalidInput([InvalidParameter("header", "Content-Type", message)])
    most = LARGEST if media_type == "text/plain" else MOST_BYTES
    refusal = TooMuch(f"the body has more than {most:,} bytes; a text may have {LARGEST:,}, in UTF-8")
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length[:20]) > most:
        raise refusal
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise refusal
    return Body(media_type, bytes(body))


JsonBody = Annotated[Body, media_types("application/json")]
TextBody = Annotated[Body, media_types("application/json", "text/plain")]


def inlined(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of a shape without references, as the OpenAPI document takes it for a body that we read."""
    schema = shape.model_json_schema()
    parts = schema.pop("$defs", {})

    def resolved(value: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(value, dict):
            if "$ref" in value:
                return resolved(
                    {**parts[value["$ref"].rsplit("/", 1)[-1]], **{k: v for k, v in value.items() if k != "$ref"}}
                )
            return {key: resolved(each) for key, each in value.items()}
        return [resolved(each) for each in value] if isinstance(value, list) else value

    whole: dict[str, Any] = resolved(schema)
    return whole
