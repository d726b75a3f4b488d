"""The bus over Redis or Valkey: several processes, and no load on the database for what is fleeting."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from esmero.store.bus_linked import LinkedBus

CHANNEL = "esmero"


class RedisBus(LinkedBus):
    """News between the processes that share one channel of a Redis or Valkey server.

    Channels are the same in all databases of a server. Where two desks share one, each gets a channel of its own with
    `?channel=` in the address.
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url, self._channel = _channel_of(url)

    @asynccontextmanager
    async def link(self) -> AsyncIterator[RedisLink]:
        # No retries inside of the client: a reconnection that nobody sees would hide that news was missed.
        client = Redis.from_url(self._url, socket_connect_timeout=5, socket_timeout=10, retry=Retry(NoBackoff(), 0))
        async with client, client.pubsub() as channel:
            await channel.subscribe(self._channel)
            yield RedisLink(client, channel, self._channel)

    def is_weather(self, error: Exception) -> bool:
        return isinstance(error, RedisError | OSError)


class RedisLink:
    """A connection that sends and one that listens."""

    def __init__(self, client: Redis, subscription: PubSub, channel: str) -> None:
        self._client = client
        self._subscription = subscription
        self._channel = channel

    async def send(self, messages: list[bytes]) -> None:
        """All of them in one trip."""
        async with self._client.pipeline(transaction=False) as trip:
            for message in messages:
                trip.publish(self._channel, message)
            await trip.execute()

    async def messages(self) -> AsyncIterator[bytes]:
        """What was published, without the server's confirmations."""
        while True:
            found: dict[str, Any] | None = await self._subscription.get_message(
                ignore_subscribe_messages=True, timeout=None
            )
            if found is not None:
                yield found["data"]


def _channel_of(url: str) -> tuple[str, str]:
    """The address as the client wants it, and the channel that it named."""
    parts = urlsplit(url)
    parts = parts._replace(scheme=parts.scheme.replace("valkey", "redis"))
    options = dict(parse_qsl(parts.query))
    channel = options.pop("channel", CHANNEL)
    return urlunsplit(parts._replace(query=urlencode(options))), channel
