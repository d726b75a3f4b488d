"""A server of pictures for tests: what it answers by path, and what it was asked."""

from __future__ import annotations

import asyncio
import base64
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.listening import listening

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg=="
)
GIF = b"GIF89a" + struct.pack("<HH", 2, 3) + b"\x00\x00\x00;"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HUGE = PNG[:16] + struct.pack(">II", 60_000, 60_000) + PNG[24:]


@dataclass
class Gallery:
    """The server. `answers`: status, headers and body by path."""

    answers: dict[str, tuple[int, str, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    port: int = 0
    pause: asyncio.Event = field(default_factory=asyncio.Event)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(head)
            await self.pause.wait()
            status, headers, body = self.answers.get(head.split()[1], (404, "", b""))
            writer.write(f"HTTP/1.1 {status} X\r\nConnection: close\r\n{headers}\r\n".encode() + body)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def gallery() -> AsyncIterator[Gallery]:
    """Run a server on a free port of this machine."""
    state = Gallery()
    state.pause.set()
    async with listening(state.serve) as state.port:
        yield state
