"""A browser's end of a WebSocket with as little as can be between the socket and the bench (RFC 6455).

A load generator that is slower than the server measures itself. This one parses frames in the loop's own callback, and
masks with zeros: the server takes the mask off all the same, and the generator is spared putting it on.
"""

from __future__ import annotations

import asyncio
import base64
import os
import struct
from collections.abc import Callable, Mapping
from typing import cast

TEXT, CLOSE, PING = 1, 8, 9
FINAL = 0x80
MASKED = 0x80
NO_MASK = bytes(4)


class Link(asyncio.Protocol):
    """One connection. `on_text` is called with each text frame, as bytes that are JSON."""

    def __init__(self, host: str, path: str, headers: Mapping[str, str], on_text: Callable[[bytes], None]) -> None:
        self.on_text = on_text
        self.close_code: int | None = None
        loop = asyncio.get_running_loop()
        self.opened: asyncio.Future[None] = loop.create_future()
        self.closed: asyncio.Future[None] = loop.create_future()
        self._request = _handshake(host, path, headers)
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is one without being a subclass
        self._transport.write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(exc or ConnectionResetError("refused"))
        if not self.closed.done():
            self.closed.set_result(None)

    def send(self, text: bytes) -> None:
        """Send one text frame."""
        length = len(text)
        if length < 126:
            head = bytes((FINAL | TEXT, MASKED | length))
        else:
            head = struct.pack("!BBH", FINAL | TEXT, MASKED | 126, length)
        self._transport.write(head + NO_MASK + text)

    def cut(self) -> None:
        """End the connection as a cable does that is pulled."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        buffer = self._buffer + data if self._buffer else data
        if not self.opened.done():
            head, end, buffer = buffer.partition(b"\r\n\r\n")
            if not end:
                self._buffer = head
                return
            self._open(head)
        self._buffer = self._frames(buffer)

    def _open(self, head: bytes) -> None:
        status = head.split(b"\r\n", 1)[0]
        if b" 101 " in status:
            self.opened.set_result(None)
        else:
            self.opened.set_exception(ConnectionError(status.decode(errors="replace")))
            self._transport.abort()

    def _frames(self, buffer: bytes) -> bytes:
        """Hand over every whole frame; return what is left."""
        at, end = 0, len(buffer)
        while end - at >= 2:
            start, length = at + 2, buffer[at + 1]
            if length == 126:
                if end - at < 4:
                    break
                start, length = at + 4, int.from_bytes(buffer[at + 2 : at + 4], "big")
            elif length == 127:
                if end - at < 10:
                    break
                start, length = at + 10, int.from_bytes(buffer[at + 2 : at + 10], "big")
            if end - start < length:
                break
            self._take(buffer[at] & 0x0F, buffer[start : start + length])
            at = start + length
        return buffer[at:]

    def _take(self, kind: int, payload: bytes) -> None:
        if kind == TEXT:
            self.on_text(payload)
        elif kind == CLOSE:
            self.close_code = int.from_bytes(payload[:2], "big") if payload else 1005
            self._transport.close()


async def connect(
    port: int,
    path: str,
    on_text: Callable[[bytes], None],
    *,
    headers: Mapping[str, str] | None = None,
    source: str = "127.0.0.1",
) -> Link:
    """Open a connection from a loopback address; returns when the server has agreed to it.

    Raises:
        OSError: it did not.
    """
    host = f"127.0.0.1:{port}"
    all_headers = {"Origin": f"http://{host}"} | dict(headers or {})
    loop = asyncio.get_running_loop()
    _, link = await loop.create_connection(
        lambda: Link(host, path, all_headers, on_text), "127.0.0.1", port, local_addr=(source, 0)
    )
    await link.opened
    return link


def _handshake(host: str, path: str, headers: Mapping[str, str]) -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode()
