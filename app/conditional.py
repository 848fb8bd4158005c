"""Conditional requests: a strong ETag on every finished answer, 304 for what the client already has, HEAD wherever GET.

Plain ASGI ahead of routing: it sees the finished bytes, so no endpoint needs to know of it.
"""

from contextlib import suppress
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OK = 200
NOT_MODIFIED = 304


class _HeadSent(Exception):
    """Ends a stream of which only the headers were asked for."""


class Conditional:
    """Wraps an application; touches GET and HEAD only."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()
        head = scope["method"] == "HEAD"

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                if _streams(message):
                    await send(message)
            elif _streams(start) and head:
                await send({"type": "http.response.body", "body": b""})
                raise _HeadSent
            elif _streams(start):
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await self._finish(scope, start, bytes(body), send)

        with suppress(_HeadSent):
            await self.app({**scope, "method": "GET"}, receive, collect)

    async def _finish(self, scope: Scope, start: Message, body: bytes, send: Send) -> None:
        headers = MutableHeaders(raw=start["headers"])
        if start["status"] == OK:
            etag = f'"{sha256(body).hexdigest()[:32]}"'
            headers["ETag"] = etag
            headers.setdefault("Cache-Control", "no-cache")  # keep it, but ask whether it still holds
            if _has(Headers(scope=scope).get("if-none-match", ""), etag):
                start["status"] = NOT_MODIFIED
                for name in ("content-length", "content-type"):
                    if name in headers:
                        del headers[name]
                body = b""
        await send(start)
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _streams(start: Message) -> bool:
    """Whether an answer comes in pieces of which nobody knows how many there are: it is passed on as it comes."""
    return start["status"] == OK and "content-length" not in MutableHeaders(raw=start["headers"])


def _has(if_none_match: str, etag: str) -> bool:
    """Whether the header names the tag; comparison is weak, as RFC 9110 has it for this header."""
    tags = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return etag in tags or "*" in tags
