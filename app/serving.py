"""What stands before the application: requests that cannot be read get a problem document too."""

from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.errors import AddressTooLong, Problem, Unreadable
from app.problems import problem_answer

LONGEST_ADDRESS = 65_535
"""Bytes of an address that the parser of addresses takes."""


class Protocol(HttpToolsProtocol):
    """uvicorn's HTTP on httptools, which says in a problem document why it closes a connection."""

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
