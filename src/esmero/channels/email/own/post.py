"""The desk's own mail leaves: through an inbox's server, or through one of its own."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from esmero.channels.email.channel import AccessTokens, route_of
from esmero.channels.email.own.sender import SenderSettings, read_sender_settings
from esmero.channels.email.settings import EmailSecrets, EmailSettings, read_email_settings
from esmero.contract.own_mail import OwnLetter
from esmero.contract.ports import Inboxes, Sender, SetUp
from esmero.contract.trouble import TemporaryTrouble
from esmero.kit.clock import Clock
from esmero.kit.errors import NotFound

if TYPE_CHECKING:  # what sending takes is imported with the first mail that leaves
    from esmero.channels.email.line import Route
    from esmero.channels.email.outbound import Outbound, Patience

_DOOR = 0
"""The number of the way out, where inboxes have theirs."""
_read_secrets = msgspec.json.Decoder(EmailSecrets).decode


@dataclass(frozen=True)
class Way:
    """How a mail gets out, and whom it comes from."""

    route: Route
    token: Callable[[bool], Awaitable[str]]
    address: str
    name: str


class Post:
    """The port of whoever writes mails of the desk's own."""

    def __init__(
        self,
        sender: Sender,
        inboxes: Inboxes,
        clock: Clock,
        *,
        tokens: AccessTokens,
        patience: Patience | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._sender = sender
        self._inboxes = inboxes
        self._clock = clock
        self._tokens = tokens
        self._patience = patience
        self._tls = tls

    async def send(self, letter: OwnLetter) -> None:
        """Hand a mail over.

        Raises:
            TemporaryTrouble: the server does not have it, or there is no sender (yet).
            PermanentTrouble: it will never be taken.
            OutcomeUnknown: the server had all of it and gave no answer.
        """
        found = await self._sender.sender()
        if found is None:
            raise TemporaryTrouble("inbox-off")
        await self.send_by(found, letter)

    async def send_by(self, set_up: SetUp, letter: OwnLetter) -> None:
        """Hand a mail over by a sender that need not be the desk's yet; raises as `send` does."""
        from esmero.channels.email.own.letter import write

        way = await self._way(read_sender_settings(set_up.settings), set_up.secrets)
        written = write(letter, address=way.address, name=way.name, at=self._clock.now())
        await self._outbound.deliver(_DOOR, way.route, written, token=way.token)

    async def close(self) -> None:
        """Let go of connections that wait for another mail."""
        if "_outbound" in vars(self):
            await self._outbound.close()

    @cached_property
    def _outbound(self) -> Outbound:
        from esmero.channels.email.outbound import Outbound

        return Outbound(patience=self._patience, tls=self._tls)

    async def _way(self, settings: SenderSettings, password: bytes | None) -> Way:
        if settings.via == "inbox" and settings.inbox is not None:
            return await self._through(settings.inbox, settings.name)
        if settings.via != "server":
            raise TemporaryTrouble("inbox-off")
        return Way(own_route(settings, password), _no_token, settings.address, settings.name)

    async def _through(self, inbox_id: int, name: str) -> Way:
        try:
            found = await self._inboxes.set_up(inbox_id)
        except NotFound:
            raise TemporaryTrouble("inbox-off") from None
        settings, secrets = read_email_settings(found.settings), _read_secrets(found.secrets or b"{}")
        token = self._token_of(inbox_id, settings, secrets)
        return Way(route_of(settings, secrets), token, settings.address, name or settings.brand)

    def _token_of(
        self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets
    ) -> Callable[[bool], Awaitable[str]]:
        def token(fresh: bool) -> Awaitable[str]:
            return self._tokens.access_token(inbox_id, settings, secrets, fresh=fresh)

        return token


def own_route(settings: SenderSettings, password: bytes | None) -> Route:
    """Return how mails get out by a server of the desk's own."""
    from esmero.channels.email.addresses import domain_name
    from esmero.channels.email.line import Route

    return Route(
        server=settings.server,
        user=settings.server.user or settings.address,
        password=(password or b"").decode(),
        greeting=domain_name(settings.address.rpartition("@")[2]) or "localhost",
    )


async def _no_token(_fresh: bool) -> str:
    raise TemporaryTrouble("sign-in-refused")
