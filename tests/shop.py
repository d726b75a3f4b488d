"""A shop's page on another site than the desk: to a browser, localhost is a stranger to 127.0.0.1."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from tests.listening import listening


@asynccontextmanager
async def open_shop(page: str | Callable[[str], str]) -> AsyncIterator[str]:
    """Serve a page on a free port and yield its address. A page that depends on the query is made from it."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A browser may connect ahead of a visit that it then does not make.
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            query = request.split(" ")[1].partition("?")[2]
            writer.write(_answer(page if isinstance(page, str) else page(query)))
            await writer.drain()
        writer.close()

    async with listening(serve) as port:
        yield f"http://localhost:{port}/"


def _answer(page: str) -> bytes:
    body = page.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body
