"""Finished answers go out in one piece, and are what uvicorn would have sent piece by piece."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterator

import pytest
from starlette.types import ASGIApp
from uvicorn.config import Config
from uvicorn.server import ServerState

from app.answers import as_bytes
from app.serving import Protocol
from tests.conftest import WORLD, Client, Databases

ADDRESSES = ("/v1/startups?limit=2", "/v1/organizations/acme", "/v1/organizations/nobody", "/v1/people?x=1", "/healthz")
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Answer = tuple[str, dict[str, str], bytes]


@pytest.fixture
def keeping(databases: Databases) -> Iterator[Client]:
    """The made-up world, asked of a service that keeps answers."""
    client = Client(databases.loaded(WORLD), cache_bytes=1_000_000)
    yield client
    client.close()


async def served(app: ASGIApp, ask: Callable[[Callable[[], Awaitable[Connection]]], Awaitable[None]]) -> None:
    """Serve an application on a free port for as long as something is asked."""
    config = Config(app, http=Protocol, server_header=False, access_log=False)
    config.load()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Protocol(config, ServerState(), {}), "127.0.0.1", 0)
    opened: list[asyncio.StreamWriter] = []

    async def connect() -> Connection:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        opened.append(writer)
        return reader, writer

    async with server:
        try:
            await ask(connect)
        finally:
            for writer in opened:
                writer.transport.abort()
            await asyncio.sleep(0.05)  # for the server to see it


async def answer_to(connection: Connection, *, head: bool = False) -> Answer:
    """The next answer: its status line, its headers but for the time, and its body."""
    lines = (await connection[0].readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines[1:-2])
    headers.pop("date", None)
    length = 0 if head else int(headers.get("content-length", 0))
    return lines[0], headers, await connection[0].readexactly(length)


def request(address: str, *headers: str, method: str = "GET") -> bytes:
    return "\r\n".join([f"{method} {address} HTTP/1.1", "Host: localhost", *headers, "", ""]).encode()


def test_an_answer_in_one_piece_is_that_of_many(keeping: Client) -> None:
    async def ask(connect: Callable[[], Awaitable[Connection]]) -> None:
        stays = await connect()
        for address in ADDRESSES:
            closes = await connect()
            closes[1].write(request(address, "Connection: close"))
            status, headers, body = await answer_to(closes)
            assert headers.pop("connection") == "close"
            assert await closes[0].read() == b""
            for _ in range(2):  # made and, where it is kept, sent again
                stays[1].write(request(address))
                assert await answer_to(stays) == (status, headers, body)
            stays[1].write(request(address, method="HEAD"))
            assert await answer_to(stays, head=True) == (status, headers, b"")
            if tag := headers.get("etag"):
                stays[1].write(request(address, f"If-None-Match: {tag}"))
                status, few, body = await answer_to(stays)
                assert (status, few["etag"], body) == ("HTTP/1.1 304 Not Modified", tag, b"")

    asyncio.run(served(keeping.service, ask))


def test_requests_that_wait_in_line_are_answered_in_turn(keeping: Client) -> None:
    async def ask(connect: Callable[[], Awaitable[Connection]]) -> None:
        connection = await connect()
        connection[1].write(b"".join(map(request, ADDRESSES)))
        together = [await answer_to(connection) for _ in ADDRESSES]
        apart = []
        for address in ADDRESSES:
            connection[1].write(request(address))
            apart.append(await answer_to(connection))
        assert together == apart

    asyncio.run(served(keeping.service, ask))


def test_whoever_hangs_up_or_reads_slowly_holds_nobody_up(keeping: Client) -> None:
    async def ask(connect: Callable[[], Awaitable[Connection]]) -> None:
        slow, gone, other = await connect(), await connect(), await connect()
        slow[1].write(request("/v1/startups") * 500)
        gone[1].write(request("/v1/startups") * 50)
        gone[1].transport.abort()
        other[1].write(request("/v1/startups"))
        expected = await answer_to(other)
        assert [await answer_to(slow) for _ in range(500)] == [expected] * 500

    asyncio.run(served(keeping.service, ask))


def test_an_answer_leaves_nothing_to_be_collected(keeping: Client) -> None:
    async def ask(connect: Callable[[], Awaitable[Connection]]) -> None:
        connection = await connect()

        async def some() -> None:
            for _ in range(100):
                connection[1].write(request("/v1/startups"))
                await answer_to(connection)

        await some()
        gc.collect()
        gc.disable()
        try:
            await some()
            assert gc.collect() < 100
        finally:
            gc.enable()

    asyncio.run(served(keeping.service, ask))


@pytest.mark.parametrize("pair", [(b"connection", b"close"), (b"link", b"a\r\nset-cookie: b"), (b"a\x00b", b"c")])
def test_headers_that_the_server_acts_upon_or_refuses_are_left_to_it(pair: tuple[bytes, bytes]) -> None:
    assert as_bytes([(b"etag", b'"1"')]) == b'etag: "1"\r\n\r\n'
    assert as_bytes([(b"etag", b'"1"'), pair]) is None
