"""Finished answers, in front of everything: kept by revision of the data, sent again without asking anybody.

Plain ASGI ahead of routing. It sees the finished bytes, so no endpoint needs to know of ETag, 304, HEAD, compression
or the cache; all of them come from the same entry.

An answer is kept for one revision. Before one is sent again, `Revisions` says which revision is the newest; a newer one
empties the cache. So nothing older than a finished load is sent for longer than a look at the database is put off.
"""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from time import perf_counter
from typing import Any

from prometheus_client import Counter
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from app.metrics import requests, seconds
from app.revisions import Revisions

OK, CREATED, NOT_MODIFIED = 200, 201, 304
OF_A_BODY = {b"content-length", b"content-type", b"content-encoding"}
OF_THE_SERVER = {b"connection", b"transfer-encoding"}
FORBIDDEN = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
"""Bytes that a header may not hold; with them it could be two."""
NONE: Mapping[str, Any] = {}
HEAD = "head"
"""In a request's state, whether the headers alone are asked for: an endpoint may spare itself what follows them."""
WHOLE = "haigui.whole"
"""The extension of ASGI by which finished bytes are sent at once, where the server has it: `send_whole`, serving.py."""
KEPT = "/v1/"
"""Where answers depend on the data and on the address alone."""
OPEN = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"Content-Disposition, ETag, Last-Modified, Link, X-Data-Revision"),
]
"""Anybody may read, from whatever page."""
WORTH_COMPRESSING = 1000  # bytes; below, the header of gzip eats the gain
Headers = list[tuple[bytes, bytes]]
Key = tuple[str, bytes, bytes, bool]


@dataclass(frozen=True)
class Answer:
    """A finished answer, as it is sent, as 304, and its tag."""

    start: Message
    body: bytes
    not_modified: Message
    etag: bytes
    kept: Counter
    """Counts how often it is sent again."""
    head: bytes | None
    """The headers as bytes, with the empty line behind them; None where the server has to look at them."""
    head_not_modified: bytes | None


class Answers:
    """Wraps an application; touches GET and HEAD only. Keeps at most so many bytes, none at all if that is 0."""

    def __init__(self, app: ASGIApp, revisions: Revisions, most_bytes: int) -> None:
        self.app = app
        self.revisions = revisions
        self.most_bytes = most_bytes
        self._revision = -1
        # Two generations: what is asked for again moves to the young one; the old one is dropped when that is full.
        self._young: dict[Key, Answer] = {}
        self._old: dict[Key, Answer] = {}
        self._young_bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, self._telling(send) if scope["type"] == "http" else send)
            return
        accept = if_none_match = b""
        compressed = False
        for name, value in scope["headers"]:
            if name == b"if-none-match":
                if_none_match = if_none_match + b"," + value if if_none_match else value
            elif name == b"accept":
                accept += b"," + value
            elif name == b"accept-encoding":
                compressed = takes_gzip(value)
        kept = self.most_bytes > 0 and scope["path"].startswith(KEPT)
        key = (
            scope["path"],
            scope["query_string"],
            accept if b"csv" in accept or b"ndjson" in accept else b"",
            compressed,
        )
        answer = await self._find(key) if kept else None
        if answer is not None:
            answer.kept.inc()
        else:
            answer = await self._ask(scope, receive, send, compressed=compressed)
            if answer is None:
                return
            if kept:
                self._keep(key, answer)
        await _send(answer, scope, send, if_none_match)

    @property
    def kept_bytes(self) -> int:
        """How many bytes of bodies are kept."""
        return sum(len(answer.body) for answer in (*self._young.values(), *self._old.values()))

    async def _find(self, key: Key) -> Answer | None:
        newest = await self.revisions.newest()
        if newest != self._revision:
            self._revision = newest
            self._young, self._old, self._young_bytes = {}, {}, 0
        answer = self._young.get(key)
        if answer is None and (answer := self._old.pop(key, None)) is not None:
            self._put(key, answer)
        return answer

    def _keep(self, key: Key, answer: Answer) -> None:
        """Keep an answer of the newest revision; an older one was overtaken by a load while it was made."""
        shown = self._tell(answer.start)
        if shown is not None and shown == self._revision and len(answer.body) * 4 < self.most_bytes:
            self._put(key, answer)

    def _tell(self, start: Message) -> int | None:
        """Make the revision of an answer known before it is sent: no process may send an older one afterwards."""
        shown = next((value for name, value in start["headers"] if name == b"x-data-revision"), None)
        if start["status"] not in {OK, CREATED} or shown is None:
            return None
        self.revisions.tell(int(shown))
        return int(shown)

    def _telling(self, send: Send) -> Send:
        """Make a revision that a request made known: whoever made it must not be sent an older answer afterwards."""

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._tell(message)
            await send(message)

        return tell

    def _put(self, key: Key, answer: Answer) -> None:
        self._young[key] = answer
        self._young_bytes += len(answer.body) + len(key[1]) + 1000  # and about as much for headers and the rest
        if self._young_bytes * 2 > self.most_bytes:
            self._old, self._young, self._young_bytes = self._young, {}, 0

    async def _ask(self, scope: Scope, receive: Receive, send: Send, *, compressed: bool) -> Answer | None:
        """The application's answer; None if it came in pieces, which were passed on as they came."""
        start: Message = {}
        body = bytearray()
        head = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET", "state": {**scope.get("state", {}), HEAD: head}}
        began = perf_counter()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                if _streams(message):
                    self._tell(message)
                    await send({**start, "headers": _opened(start["headers"])})
            elif not _streams(start):
                body.extend(message.get("body", b""))
            elif head:
                await send({"type": "http.response.body", "body": b""})
                raise _HeadSent
            else:
                await send(message)

        try:
            await self.app(inner, receive, collect)
        except _HeadSent:
            return None
        except Exception:  # a fault has its answer already; the server logs what was raised
            if start and not _streams(start):
                await send({**start, "headers": _opened(start["headers"])})
                await send({"type": "http.response.body", "body": b"" if head else bytes(body)})
            raise
        finally:
            path = getattr(inner.get("route"), "path", "other")
            seconds(path).observe(perf_counter() - began)
            requests(path, start.get("status"), "made").inc()
        if _streams(start):
            return None
        return _finished(start, bytes(body), requests(path, start["status"], "kept"), compressed=compressed)


async def _send(answer: Answer, scope: Scope, send: Send, if_none_match: bytes) -> None:
    """Send an answer to whoever does not have it yet, at once where the server can."""
    start, head, body = answer.start, answer.head, answer.body if scope["method"] == "GET" else b""
    if if_none_match and answer.etag and has_tag(if_none_match, answer.etag):
        start, head, body = answer.not_modified, answer.head_not_modified, b""
    send_whole = scope.get("extensions", NONE).get(WHOLE)
    if send_whole is None or head is None or not send_whole(STATUS_LINE[start["status"]], head, body):
        await send(start)
        await send({"type": "http.response.body", "body": body})


class _HeadSent(Exception):
    """Ends a stream of which only the headers were asked for."""


def _finished(start: Message, body: bytes, kept: Counter, *, compressed: bool) -> Answer:
    headers = _opened(start["headers"])
    etag = b""
    if start["status"] == OK:
        etag = f'"{sha256(body).hexdigest()[:32]}"'.encode()
        if len(body) >= WORTH_COMPRESSING:
            headers.append((b"vary", b"Accept-Encoding"))
            if compressed:
                body = gzip.compress(body, compresslevel=5, mtime=0)
                etag = etag[:-1] + b'-gzip"'
                headers = [pair for pair in headers if pair[0] != b"content-length"]
                headers += [(b"content-encoding", b"gzip"), (b"content-length", str(len(body)).encode())]
        if all(name != b"cache-control" for name, _ in headers):
            headers.append((b"cache-control", b"no-cache"))  # keep it, but ask whether it still holds
        headers.append((b"etag", etag))
    few = [pair for pair in headers if pair[0] not in OF_A_BODY]
    return Answer(
        start={"type": "http.response.start", "status": start["status"], "headers": headers},
        body=body,
        not_modified={"type": "http.response.start", "status": NOT_MODIFIED, "headers": few},
        etag=etag,
        kept=kept,
        head=as_bytes(headers) if any(name == b"content-length" for name, _ in headers) else None,
        head_not_modified=as_bytes(few),
    )


def as_bytes(headers: Headers) -> bytes | None:
    """Headers as they are sent, if there is nothing in them that the server has to act upon or refuse."""
    if any(name in OF_THE_SERVER or FORBIDDEN.search(name + value) for name, value in headers):
        return None
    return b"".join([*(b"%s: %s\r\n" % pair for pair in headers), b"\r\n"])


def _opened(raw: Headers) -> Headers:
    """Headers with those that let any page read, the same for all, so that caches need not tell origins apart."""
    opened = []
    for name, value in raw:
        if name == b"vary":
            names = b", ".join(part for part in value.split(b", ") if part != b"Origin")
            opened += [(name, names)] if names else []
        elif not name.startswith(b"access-control-"):
            opened.append((name, value))
    return [*opened, *OPEN]


def _streams(start: Message) -> bool:
    """Whether an answer is passed on as it comes: nobody knows how many pieces there are, or it has its own tag.

    Whoever gives an answer a tag knows it without the bytes, which may be more than memory holds.
    """
    names = {name for name, _ in start["headers"]}
    return b"etag" in names or (start["status"] == OK and b"content-length" not in names)


@lru_cache(maxsize=100)
def takes_gzip(accept_encoding: bytes) -> bool:
    """Whether a client that sends this header takes compressed bytes.

    >>> takes_gzip(b"br, gzip"), takes_gzip(b"gzip;q=0, identity"), takes_gzip(b"")
    (True, False, False)
    """
    for part in accept_encoding.lower().split(b","):
        name, _, weight = part.replace(b" ", b"").partition(b";q=")
        if name == b"gzip":
            return weight == b"" or weight.strip(b"0.") != b""
    return False


def has_tag(if_none_match: bytes, etag: bytes) -> bool:
    """Whether the header names the tag; comparison is weak, as RFC 9110 has it for this header."""
    if if_none_match == etag:
        return True
    tags = {tag.strip().removeprefix(b"W/") for tag in if_none_match.split(b",")}
    return etag in tags or b"*" in tags
