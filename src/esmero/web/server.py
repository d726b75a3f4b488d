"""The server: uvicorn around the edges of a desk, patient with slow networks and not with slow attackers."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from esmero.kit.errors import EsmeroError
from esmero.settings import Settings
from esmero.web.edges import Edges

HEADERS_WITHIN_SECONDS = 15.0
"""From a connection's first byte, or a request's, to the end of its headers."""
BODY_WITHIN_SECONDS = 30.0
LEAST_BODY_BYTES = 1024
"""Of a body, in each such time: slower than any network that people use."""
UNREAD_SECONDS = 60.0
"""For which a client may take nothing of an answer that waits for it."""
MOST_HEADER_BYTES = 64 * 1024
# Above what the live protocol takes, so that the route can say so in the protocol's own words.
MOST_SOCKET_BYTES = 256 * 1024
GRACE_SECONDS = 5


class AddressInUse(EsmeroError):
    """Something else listens there, or this process may not."""

    code = "address_in_use"
    status = 500
    title = "The server can't listen there."


def listen(settings: Settings) -> socket.socket:
    """Take the address that the settings name; port 0 takes any that is free.

    Raises:
        AddressInUse: with the system's reason.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # asyncio lets small answers leave at once (TCP_NODELAY) only where the protocol is named.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6 and settings.host == "::":
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise AddressInUse(f"{settings.host} port {settings.port}: {error.strerror or error}") from error
    listener.set_inheritable(True)
    return listener


class Server(uvicorn.Server):
    """Serves until SIGTERM or SIGINT, then tells browsers to come back and lets requests end."""

    def __init__(self, edges: Edges, settings: Settings, on_ready: Callable[[], None] = lambda: None) -> None:
        super().__init__(
            uvicorn.Config(
                edges.site,
                http=PatientHttp,
                # The fastest of the three for small frames, and without a task for each idle connection.
                ws=PatientSocket,
                ws_max_size=MOST_SOCKET_BYTES,
                # A compressor for each of 10,000 idle browsers would cost gigabytes; the protocol has its own pings.
                ws_per_message_deflate=False,
                ws_ping_interval=None,
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,  # web/client.py reads them, and believes those alone whom the settings name
                timeout_keep_alive=30,
                timeout_graceful_shutdown=GRACE_SECONDS,
                ssl_certfile=settings.tls_certificate,
                ssl_keyfile=settings.tls_key,
            )
        )
        self._edges = edges
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._edges.connections.close_all()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End on a signal without raising it again: what is joined to this server has to end in order after it."""
        loop = asyncio.get_running_loop()
        # Only a main thread can listen to signals; elsewhere somebody else ends the server.
        signals = (signal.SIGINT, signal.SIGTERM) if threading.current_thread() is threading.main_thread() else ()
        for one in signals:
            loop.add_signal_handler(one, self.handle_exit, one, None)
        try:
            yield
        finally:
            for one in signals:
                loop.remove_signal_handler(one)


class PatientHttp(HttpToolsProtocol):
    """uvicorn's HTTP with an end to its patience: headers come within a time and a size, or the connection ends.

    Without these a few thousand connections that send a byte a minute would hold all that a server has ("slow loris").
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._patience: asyncio.TimerHandle | None = None
        self._header_bytes = 0
        self._body: asyncio.TimerHandle | None = None
        self._body_bytes = 0
        self._kept_waiting = False
        self._unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait_for_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        self._stop_reading()
        self._stop_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._patience is not None:
            self._header_bytes += len(data)
        super().data_received(data)
        if self._patience is not None and self._header_bytes > MOST_HEADER_BYTES:
            self._end()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._patience is None:
            self._wait_for_headers()

    def on_headers_complete(self) -> None:
        self._stop_waiting()
        self._wait_for_body()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._stop_reading()
        super().on_message_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread = self.loop.call_later(UNREAD_SECONDS, self._end)

    def resume_writing(self) -> None:
        self._stop_writing()
        super().resume_writing()

    def _wait_for_headers(self) -> None:
        self._header_bytes = 0
        self._patience = self.loop.call_later(HEADERS_WITHIN_SECONDS, self._end)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _wait_for_body(self) -> None:
        self._stop_reading()
        self._body_bytes = 0
        self._body = self.loop.call_later(BODY_WITHIN_SECONDS, self._look_at_body)

    def _look_at_body(self) -> None:
        if self.transport.get_protocol() is not self:
            return  # a WebSocket has taken over
        # Who was kept waiting until a moment ago has had no time to send.
        kept_waiting, self._kept_waiting = self._kept_waiting, self.flow.read_paused
        if self._body_bytes >= LEAST_BODY_BYTES or kept_waiting or self._kept_waiting:
            self._wait_for_body()
        else:
            self._end()

    def _stop_reading(self) -> None:
        if self._body is not None:
            self._body.cancel()
            self._body = None

    def _stop_writing(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _end(self) -> None:
        self._stop_waiting()
        self._stop_reading()
        self._stop_writing()
        if not self.transport.is_closing():
            self.transport.abort()


class PatientSocket(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket with an end to its patience: a browser that takes nothing for a while is let go.

    Without it one that never reads would be waited for as long as it likes, also after it was told to go.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._unread: asyncio.TimerHandle | None = None

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread = self.loop.call_later(UNREAD_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        self._stop_waiting()
        super().resume_writing()

    def _stop_waiting(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None
