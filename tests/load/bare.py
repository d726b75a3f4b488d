"""A server that nobody wrote anything for: the framework, its server and one address. What a start takes at least."""

from __future__ import annotations

import os
import socket

import uvicorn
from litestar import Litestar


class Telling(uvicorn.Server):
    """Says where it listens, as the desk does."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        assert sockets
        print(f"The bare server is at http://127.0.0.1:{sockets[0].getsockname()[1]}", flush=True)


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", int(os.environ.get("ESMERO_PORT", "0"))))
    Telling(uvicorn.Config(Litestar(openapi_config=None, logging_config=None), log_config=None)).run(sockets=[listener])
