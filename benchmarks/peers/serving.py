"""How every peer is served: the settings of `haigui serve`, word for word."""

from typing import Any

import uvicorn


def serve(app: Any, port: int) -> None:  # noqa: ANN401 - any ASGI application
    """Serve an application on a port of the loopback interface until the process is ended."""
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=port,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        server_header=False,
    )
