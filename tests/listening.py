"""Servers of the tests' own, on a free port of this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(serve: Serve, *, longest_line: int = 2**16) -> AsyncIterator[int]:
    """Let everybody be served who connects, and yield the port."""
    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=longest_line)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
