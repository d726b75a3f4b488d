"""A line between browser and desk that can be cut: a TCP proxy."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.listening import listening


class Line:
    """Carries bytes to a port of this machine until it is cut, and again once it is mended."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._is_cut = False
        self._carrying: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    def cut(self) -> None:
        """Break every connection, and refuse new ones."""
        self._is_cut = True
        for writer in tuple(self._writers):
            writer.transport.abort()

    def mend(self) -> None:
        """Let connections through again."""
        self._is_cut = False

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to)
        for one in (writer, far_writer):
            self._writers.add(one)
        await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()
        self._writers.discard(writer)
        with contextlib.suppress(OSError):
            writer.close()


@asynccontextmanager
async def open_line(to: int) -> AsyncIterator[Line]:
    """Open a line on a free port."""
    line = Line(to)
    async with listening(line.carry) as line.port:
        try:
            yield line
        finally:
            line.cut()
