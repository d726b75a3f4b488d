"""A port, or a socket, at which the desk takes mail: by SMTP from anybody, by LMTP from a mail server beside it."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Literal

from esmero.channels.email.deposit import Deposit
from esmero.channels.email.receiver.limits import Limits, Load
from esmero.channels.email.receiver.recipients import Recipients
from esmero.contract.ports import Inboxes

_LIMITS: Final = Limits()
END_SECONDS: Final = 5.0
"""How long an end waits for mails that are being deposited."""


class Receiver:
    """Takes mail for the addresses of the desk's inboxes and refuses all other: nothing is relayed."""

    def __init__(
        self,
        deposit: Deposit,
        inboxes: Inboxes,
        *,
        way: Literal["smtp", "lmtp"] = "smtp",
        host: str = "127.0.0.1",
        port: int = 0,
        path: Path | None = None,
        name: str = "localhost",
        tls: ssl.SSLContext | None = None,
        limits: Limits = _LIMITS,
    ) -> None:
        """
        Args:
            host, port: where it listens; port 0 takes a free one.
            path: of a Unix socket to listen at instead, which owner and group may use.
            name: what it calls itself.
            tls: with a certificate, STARTTLS is offered.
        """
        self._deposit = deposit
        self._recipients = Recipients(inboxes)
        self._way: Literal["smtp", "lmtp"] = way
        self._host = host
        self._wanted = port
        self._path = path
        self._name = name
        self._tls = tls
        self._limits = limits
        self._load = Load(limits)
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        """Where it listens, once it was started."""
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    async def start(self) -> None:
        """Listen.

        Raises:
            OSError: the port is taken, or may not be used.
        """
        loop, session = asyncio.get_running_loop(), self._sessions()
        if self._path is None:
            self._server = await loop.create_server(session, self._host, self._wanted)
            return
        if self._path.is_socket():
            self._path.unlink()
        self._server = await loop.create_unix_server(session, str(self._path))
        self._path.chmod(0o660)

    async def stop(self) -> None:
        """Take nothing new, let mails that are being deposited get their answer, and hang up.

        Harmless when repeated.
        """
        server, self._server = self._server, None
        if server is None:
            return
        server.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._load.answered.wait(), END_SECONDS)
        self._load.hang_up()
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def _sessions(self) -> Callable[[], asyncio.BaseProtocol]:
        # aiosmtpd is imported where mail is received, not with the desk.
        from esmero.channels.email.receiver.desk import Desk
        from esmero.channels.email.receiver.session import Gentle, GentleLMTP

        return partial(
            GentleLMTP if self._way == "lmtp" else Gentle,
            Desk(self._deposit, self._recipients, way=self._way, limits=self._limits),
            limits=self._limits,
            load=self._load,
            hostname=self._name,
            tls_context=self._tls,
            loop=asyncio.get_running_loop(),
        )
