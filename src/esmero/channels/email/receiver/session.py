"""One connection of the receiver: aiosmtpd's, with its own way to read a mail.

The library's ends a mail at CRLF.CRLF only, as it must (behind any other end a second mail can be smuggled in), but it
keeps each line as an object: fifty megabytes of empty lines would cost gigabytes. And its limits are shared by all
connections. Here a mail is read in pieces, counted in all, and ends where it should.
"""

from __future__ import annotations

import re
from asyncio import BaseTransport, IncompleteReadError, LimitOverrunError, WriteTransport
from collections import defaultdict
from contextlib import suppress
from typing import Any, Final, cast

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, syntax

from esmero.channels.email.receiver.limits import Limits, Load

END: Final = b"\r\n.\r\n"
_CODED = re.compile(r"[2345]\d\d[ -]\d\.\d")
# What the library answers, with the codes of RFC 3463 that it doesn't give.
_CODES: Final = {"500": "5.5.2", "501": "5.5.4", "502": "5.5.1", "503": "5.5.1", "552": "5.3.4", "555": "5.5.4"}


class Gentle(SMTP):
    """SMTP with limits."""

    def __init__(self, handler: Any, *, limits: Limits, load: Load, **options: Any) -> None:
        # The library's is one for all connections, and grows with each EHLO.
        self.command_size_limits = defaultdict(lambda: limits.command_octets)
        self.line_length_limit = max(limits.command_octets, 65_536)
        self._limits = limits
        self._load = load
        self._first: WriteTransport | None = None
        self._peer = ""
        super().__init__(
            handler,
            data_size_limit=limits.mail_octets,
            enable_SMTPUTF8=True,
            ident="Esmero",
            timeout=limits.command_seconds,
            command_call_limit=limits.commands,
            **options,
        )

    def connection_made(self, transport: BaseTransport) -> None:
        begins = self._first is None  # it is made a second time when TLS begins
        super().connection_made(transport)
        if not begins:
            return
        # uvloop's transports are of no class of asyncio's.
        first = cast("WriteTransport", transport)
        peer = first.get_extra_info("peername")
        self._peer = str(peer[0]) if isinstance(peer, tuple) else ""
        self._first = first
        if not self._load.enter(self._peer, first):
            first.write(b"421 4.7.0 That are too many connections at once; please come again\r\n")
            first.close()

    def connection_lost(self, error: Exception | None) -> None:
        if self._first is not None:
            self._load.leave(self._peer, self._first)
            self._first = None
        super().connection_lost(error)

    async def push(self, status: Any) -> None:
        text = status if isinstance(status, str) else status.decode("utf-8", "replace")
        code = _CODES.get(text[:3])
        if code and not _CODED.match(text):
            text = f"{text[:3]} {code} {text[4:].removeprefix('Error: ')}"
        elif text == "250 OK":
            text = "250 2.0.0 OK"
        await super().push(text)

    @syntax("DATA")
    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - the library's name
        if await self.check_helo_needed():
            return
        assert self.envelope is not None
        if not self.envelope.rcpt_tos:
            await self.push("503 5.5.1 RCPT comes first")
            return
        if arg:
            await self.push("501 5.5.4 Syntax: DATA")
            return
        if self._reader._buffer:  # type: ignore[attr-defined]  # the library looks there, too
            # Who sends a mail before being asked for it may be smuggling (RFC 2920 section 3.1).
            await self._refuse("554 5.5.0 DATA is the last of its group")
            return
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        self._reset_timeout(self._limits.data_seconds)
        await self._receive()

    async def _receive(self) -> None:
        assert self.envelope is not None
        content = bytearray()
        try:
            answer = await self._read_mail(content)
            if answer is None:
                self.envelope.content = self.envelope.original_content = _without_dots(content)
                with self._load.owing_an_answer():
                    await self.push(await self._call_handler_hook("DATA"))
            else:
                await self.push(answer)
        finally:
            self._load.give(len(content))
            self.envelope = self._create_envelope()
        self._reset_timeout()

    async def _read_mail(self, content: bytearray) -> str | None:
        """Read up to the end of the mail; a refusal is given at the end only, which is when it is listened for."""
        # A mail without a line ends at once: then the line before its end is the command's.
        self._reader.feed_data(b"\r\n")
        refusal: str | None = None
        passed_over = 0
        while True:
            piece, ended = await self._piece()
            if refusal is None:
                content += piece
                refusal = self._refusal(content, len(piece))
            else:
                passed_over += len(piece)
            if passed_over > self._limits.mail_octets:
                await self._refuse(refusal or "")
                raise ConnectionResetError
            if ended:
                return refusal

    def _refusal(self, content: bytearray, came: int) -> str | None:
        fits = self._load.take(came)
        if len(content) - 2 > self._limits.mail_octets:
            return "552 5.3.4 This mail is larger than the desk takes"
        return None if fits else "452 4.3.1 That is too much at once; please come again"

    async def _piece(self) -> tuple[bytes, bool]:
        try:
            return (await self._reader.readuntil(END)).removesuffix(END[2:]), True
        except LimitOverrunError as error:
            return await self._reader.readexactly(error.consumed), False
        except IncompleteReadError:
            raise ConnectionResetError from None

    async def _refuse(self, answer: str) -> None:
        with suppress(ConnectionError):
            await self.push(answer)
        if self.transport is not None:
            self.transport.close()


def _without_dots(content: bytearray) -> bytes:
    """Lines that begin with a dot were given another one (RFC 5321 section 4.5.2). The first line end is ours."""
    if b"\r\n." in content:
        content = content.replace(b"\r\n.", b"\r\n")
    return bytes(memoryview(content)[2:])


class GentleLMTP(Gentle, LMTP):
    """LMTP with limits."""
