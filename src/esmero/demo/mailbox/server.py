"""The server that customers have their mail at: what it says to the desk, by SMTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiosmtpd.smtp import Envelope, Session

from esmero.channels.email.receiver.limits import Limits, Load
from esmero.channels.email.receiver.session import Gentle

DOWN = "451 4.3.2 This server is being looked after; please come again in a minute"
TAKEN = "250 2.0.0 It lies in their mailbox"

Carry = Callable[[bytes, str, tuple[str, ...]], Awaitable[None]]
"""Takes a mail, its envelope's sender (empty for none) and its recipients to wherever they are."""


class Server:
    """aiosmtpd's handler. It takes mail for everybody: who isn't there is found out behind it, as with any relay."""

    def __init__(self, carry: Carry, is_down: Callable[[], bool]) -> None:
        self._carry = carry
        self._is_down = is_down

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, server: Any, session: Session, envelope: Envelope, address: str | None, options: list[str]
    ) -> str:
        if self._is_down():
            return DOWN
        envelope.mail_from = address or ""
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        raw = envelope.original_content or b""
        await self._carry(raw, envelope.mail_from or "", tuple(envelope.rcpt_tos))
        return TAKEN


def session_for(handler: Server, limits: Limits, load: Load, *, name: str) -> asyncio.BaseProtocol:
    """Return what speaks with one client; `name` is what the server calls itself."""
    return Gentle(handler, limits=limits, load=load, hostname=name, loop=asyncio.get_running_loop())
