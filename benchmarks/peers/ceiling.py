"""The ceiling: constant bytes from a bare ASGI application, with no more headers than HTTP needs.

python -m benchmarks.peers.ceiling PORT FOLDER      answers /NAME with the bytes of FOLDER/NAME
"""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from benchmarks.peers.serving import serve

Send = Callable[[dict[str, Any]], Awaitable[None]]


def constants(folder: Path) -> Callable[[dict[str, Any], object, Send], Awaitable[None]]:
    """An application that knows the answers in a folder and nothing else."""
    messages = {}
    for file in folder.iterdir():
        head, _, body = file.read_bytes().partition(b"\r\n\r\n")
        headers = [tuple(line.split(b": ", 1)) for line in head.split(b"\r\n")]
        start = {"type": "http.response.start", "status": 200, "headers": headers}
        messages[f"/{file.name}"] = (start, {"type": "http.response.body", "body": body})

    async def answer(scope: dict[str, Any], _receive: object, send: Send) -> None:
        if scope["type"] == "http":
            start, body = messages[scope["path"]]
            await send(start)
            await send(body)

    return answer


if __name__ == "__main__":
    serve(constants(Path(sys.argv[2])), int(sys.argv[1]))
