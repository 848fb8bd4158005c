"""What stands before the application: requests that cannot be read get a problem document too; answers in one piece."""

from functools import partial
from http import HTTPStatus
from typing import Any
from weakref import ref

from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from app.answers import WHOLE
from app.errors import AddressTooLong, Problem, Unreadable
from app.problems import problem_answer

LONGEST_ADDRESS = 65_535
"""Bytes of an address that the parser of addresses takes."""


class Protocol(HttpToolsProtocol):
    """uvicorn's HTTP on httptools.

    It says in a problem document why it closes a connection. Over one that stays open it offers to send finished bytes
    at once: to look at each header anew, and to send the body behind them, takes as long as all else of a kept answer.
    """

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        if cycle.keep_alive:
            extensions: dict[str, Any] = {WHOLE: partial(send_whole, ref(cycle))}
            cycle.scope["extensions"] = extensions
        super()._start_asgi_task(cycle, app)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP request that can be read, and hang up."""
        problem: Problem = Unreadable(f"{msg.rstrip('.')}: this connection does not speak HTTP/1.1 as RFC 9112 has it")
        if len(self.url) > LONGEST_ADDRESS:
            problem = AddressTooLong(
                f"the address has {len(self.url)} bytes; allowed are {LONGEST_ADDRESS}, with at most 200 parameters"
            )
        answer = problem_answer(problem, {"Connection": "close"})
        status = HTTPStatus(answer.status_code)
        lines = [
            f"HTTP/1.1 {status.value} {status.phrase}".encode(),
            *(b": ".join(pair) for pair in answer.raw_headers),
        ]
        self.transport.write(b"\r\n".join([*lines, b"", bytes(answer.body)]))
        self.transport.close()


def send_whole(of: ref[RequestResponseCycle], status_line: bytes, head: bytes, body: bytes) -> bool:
    """Send a whole answer, but for the headers of the server's own; False if it has to wait, and nothing was sent.

    The request that it answers has this function itself: a weak reference makes no circle of them to be collected.
    """
    cycle = of()
    if cycle is None or cycle.disconnected or cycle.flow.write_paused:
        return False
    own = [b"%s: %s\r\n" % header for header in cycle.default_headers]
    cycle.response_started = cycle.response_complete = True
    cycle.waiting_for_100_continue = False
    cycle.transport.write(b"".join([status_line, *own, head, body]))
    cycle.message_event.set()
    cycle.on_response()
    return True
