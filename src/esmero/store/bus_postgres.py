"""The bus over PostgreSQL's LISTEN and NOTIFY: several processes without another server."""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from psycopg import AsyncConnection

from esmero.store.bus_linked import LinkedBus

CHANNEL = "esmero"
# One transaction for many notifications: NOTIFY takes a lock of the whole server at its commit.
_NOTIFY = "SELECT pg_notify(%s, message) FROM unnest(%s::text[]) AS message"


class PostgresBus(LinkedBus):
    """News between the processes that share one PostgreSQL database."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    @asynccontextmanager
    async def link(self) -> AsyncIterator[PostgresLink]:
        # Two connections: the one that listens is busy with waiting.
        async with await _connect(self._url) as listening, await _connect(self._url) as sending:
            await listening.execute(f"LISTEN {CHANNEL}")
            yield PostgresLink(listening, sending)

    def is_weather(self, error: Exception) -> bool:
        return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError | OSError)


class PostgresLink:
    """Two connections to the server."""

    def __init__(self, listening: AsyncConnection, sending: AsyncConnection) -> None:
        self._listening = listening
        self._sending = sending

    async def send(self, messages: list[bytes]) -> None:
        """A notification is text, so the bytes travel as base64."""
        await self._sending.execute(_NOTIFY, (CHANNEL, [base64.b64encode(each).decode() for each in messages]))

    async def messages(self) -> AsyncIterator[bytes]:
        """Whatever isn't base64 didn't come from us."""
        async for notification in self._listening.notifies():
            try:
                yield base64.b64decode(notification.payload, validate=True)
            except binascii.Error:
                continue


async def _connect(url: str) -> AsyncConnection:
    return await AsyncConnection.connect(
        url, autocommit=True, connect_timeout=5, keepalives_idle=10, tcp_user_timeout=15_000, application_name="esmero"
    )
