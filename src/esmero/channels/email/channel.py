"""What e-mail can do, and how a reply leaves by it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import msgspec
import structlog

from esmero.channels.email.names import Names
from esmero.channels.email.settings import KIND, EmailSecrets, EmailSettings, read_email_settings
from esmero.channels.email.trouble import ServerTrouble
from esmero.contract.abilities import Abilities
from esmero.contract.messages import Outgoing, Sent
from esmero.contract.ports import Files, Inboxes, Memory
from esmero.contract.trouble import OutcomeUnknown, PermanentTrouble, TemporaryTrouble
from esmero.kit.clock import Clock
from esmero.kit.errors import NotFound

if TYPE_CHECKING:  # what sending takes is imported with the first mail that leaves: many a desk sends none
    from esmero.channels.email.line import Route
    from esmero.channels.email.outbound import Outbound, Patience

COMPOSING = 20
"""Seconds for reading the files of a mail and writing it."""
_said = structlog.get_logger(__name__)
_read_secrets = msgspec.json.Decoder(EmailSecrets).decode


class AccessTokens(Protocol):
    """Where access tokens come from, for servers that are signed in to by OAuth 2."""

    async def access_token(self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets, *, fresh: bool) -> str:
        """Return a token that is valid now; a new one if `fresh`, since the server refuses the last.

        Raises:
            TemporaryTrouble: none is to be had.
        """
        ...


class Email:
    """The channel of mail. A reply's Message-ID is made of its key, so that each attempt has the same."""

    kind = KIND
    abilities = Abilities(attachments=True, writes_first=True, threads=True, recipients=True, max_length=100_000)

    def __init__(
        self,
        inboxes: Inboxes,
        files: Files,
        names: Names,
        clock: Clock,
        *,
        tokens: AccessTokens | None = None,
        patience: Patience | None = None,
        tls: ssl.SSLContext | None = None,
        memory: Memory | None = None,
    ) -> None:
        self._inboxes = inboxes
        self._files = files
        self._names = names
        self._clock = clock
        self._tokens = tokens
        self._patience = patience
        self._tls = tls
        self._memory = memory

    async def send(self, outgoing: Outgoing) -> Sent:
        """Hand a reply to the inbox's mail server.

        Returns:
            Its Message-ID, without brackets.

        Raises:
            TemporaryTrouble: the server does not have it; the inbox, the network or the server may be mended.
            PermanentTrouble: the server does not have it, and the mail as it is will never be taken.
            OutcomeUnknown: the server had all of it and gave no answer.
        """
        from esmero.channels.email.writing.compose import compose

        began = asyncio.get_running_loop().time()
        settings, secrets = await self._set_up(outgoing.inbox_id)
        route = route_of(settings, secrets)
        try:
            async with asyncio.timeout(COMPOSING):
                letter = await compose(outgoing, settings, names=self._names, files=self._files, at=self._clock.now())
        except TimeoutError:
            raise TemporaryTrouble("timed-out", "files") from None
        spent = asyncio.get_running_loop().time() - began

        def token(fresh: bool) -> Awaitable[str]:
            return self._token(outgoing.inbox_id, settings, secrets, fresh=fresh)

        try:
            await self._outbound.deliver(outgoing.inbox_id, route, letter, token=token, spent=spent)
        except OutcomeUnknown:
            sent = await self._found_after_all(outgoing.inbox_id, settings, secrets, letter.message_id)
            if sent is None:
                raise
            return sent
        return Sent(provider_id=letter.message_id.strip("<>"))

    async def was_sent(self, outgoing: Outgoing) -> Sent | None:
        """Look for the mail's copy among the sent ones, if the inbox has such a folder."""
        from esmero.channels.email.writing.compose import message_id_of

        try:
            settings, secrets = await self._set_up(outgoing.inbox_id)
            message_id = message_id_of(outgoing, settings, self._names)
        except PermanentTrouble:
            return None
        return await self._lies_with_sent(outgoing.inbox_id, settings, secrets, message_id)

    async def close(self) -> None:
        """Let go of connections that wait for another mail."""
        if "_outbound" in vars(self):
            await self._outbound.close()

    async def _found_after_all(
        self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets, message_id: str
    ) -> Sent | None:
        """Look for what may have left. Whatever breaks here, it may have left still: nobody is to call it unsent."""
        try:
            return await self._lies_with_sent(inbox_id, settings, secrets, message_id)
        except Exception:  # noqa: BLE001 - told; what can't be looked for is unknown
            _said.exception("looking for a mail broke", channel=KIND, inbox=inbox_id)
            return None

    async def _lies_with_sent(
        self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets, message_id: str
    ) -> Sent | None:
        from esmero.channels.email.imap.sent import SentFolder
        from esmero.channels.email.imap.signing_in import Credential

        async def sign() -> Credential:
            user = settings.receive.user or settings.address
            if not is_token:
                return Credential(user, secrets.receive)
            try:
                token = await self._token(inbox_id, settings, secrets, fresh=False)
            except TemporaryTrouble:
                raise ServerTrouble("issuer_away") from None
            return Credential(user, token, is_token=True)

        is_token = settings.receive.sign_in in ("google", "microsoft")
        if self._memory is None or not settings.receive.host:
            return None
        if is_token and settings.receive.sign_in != settings.send.sign_in:
            return None  # the consent is for the other one
        found = await SentFolder(self._memory).holds(inbox_id, settings.receive, sign, message_id)
        return Sent(provider_id=message_id.strip("<>")) if found else None

    @cached_property
    def _outbound(self) -> Outbound:
        from esmero.channels.email.outbound import Outbound

        return Outbound(patience=self._patience, tls=self._tls)

    async def _set_up(self, inbox_id: int) -> tuple[EmailSettings, EmailSecrets]:
        try:
            found = await self._inboxes.set_up(inbox_id)
        except NotFound:
            raise PermanentTrouble("inbox-off") from None
        return read_email_settings(found.settings), _read_secrets(found.secrets or b"{}")

    async def _token(self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets, *, fresh: bool) -> str:
        if self._tokens is None:
            raise TemporaryTrouble("sign-in-refused", "OAuth 2")
        return await self._tokens.access_token(inbox_id, settings, secrets, fresh=fresh)


def route_of(settings: EmailSettings, secrets: EmailSecrets) -> Route:
    """Return how an inbox's mails get out. We greet by the domain that they come from: it needs no look-up.

    Raises:
        PermanentTrouble: the inbox has no server for sending.
    """
    from esmero.channels.email.addresses import domain_name
    from esmero.channels.email.line import Route

    if not settings.send.host:
        raise PermanentTrouble("inbox-off")
    return Route(
        server=settings.send,
        user=settings.send.user or settings.address,
        password=secrets.send or secrets.receive,
        greeting=domain_name(settings.address.rpartition("@")[2]) or "localhost",
    )
