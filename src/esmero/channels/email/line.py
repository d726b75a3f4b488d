"""One connection to a mail server, from its greeting to the end of a mail.

A mail goes over in two steps. `offer` hands over all of it but the end, which is the line with the dot (RFC 5321
section 4.1.1.4): whatever breaks until then, the server has nothing. `finish` sends the end: from then on only the
server's answer tells what became of it, and where none comes, nobody can know.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import cast

from aiosmtplib import SMTP
from aiosmtplib.errors import SMTPAuthenticationError, SMTPException, SMTPResponseException, SMTPTimeoutError
from aiosmtplib.protocol import SMTPProtocol
from msgspec import Struct
from msgspec.structs import replace

from esmero.channels.email.answers import Answer, refusal, wait_of
from esmero.channels.email.settings import Server
from esmero.channels.email.statuses import status_in
from esmero.channels.email.writing.compose import Letter
from esmero.contract.trouble import Code, DeliveryError, OutcomeUnknown, PermanentTrouble, TemporaryTrouble, Trouble
from esmero.kit.text import clean_name

PIECE = 256 * 1024
"""Bytes that are handed to the network at once."""
_PAUSE = 0.005
_FRESH = 5.0


class Route(Struct, frozen=True, kw_only=True):
    """How a mail gets out: the server, who signs in, and the name by which we greet (RFC 5321 section 4.1.1.1)."""

    server: Server
    user: str = ""
    password: str = ""
    greeting: str

    def __repr__(self) -> str:
        return f"Route({self.user} at {self.server.host})"  # never the password


Token = Callable[[bool], Awaitable[str]]
"""Gives an access token for the route, where it is signed in to by OAuth 2; true asks for one that was never used."""


class Line:
    """A connection that is signed in."""

    def __init__(self, route: Route, client: SMTP, *, seconds: float) -> None:
        self._route = route
        self._client = client
        self._seconds = seconds
        self.mails = 0

    @classmethod
    async def open(cls, route: Route, *, token: Token, seconds: float, tls: ssl.SSLContext | None = None) -> Line:
        """Connect, encrypt and sign in as the settings say. No step takes longer than `seconds`.

        Raises:
            TemporaryTrouble: that can't be done now. Nothing here depends on the mail, and all of it can be mended.
        """
        server = route.server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.security == "tls",
            start_tls=False,
            local_hostname=route.greeting,
            timeout=seconds,
            tls_context=tls,
        )
        line = cls(route, client, seconds=seconds)
        try:
            async with line._telling():
                await client.connect()
                await line._greet()
                if server.security == "starttls":
                    await line._encrypt()
            await line._sign_in(token)
        except BaseException:
            line.drop()
            raise
        return line

    @property
    def is_open(self) -> bool:
        return self._client.is_connected

    async def is_fresh(self) -> bool:
        """Ask whether the server still listens, and have it forget what was said: before each further mail."""
        try:
            async with asyncio.timeout(_FRESH):
                await self._client.rset()
        except (SMTPException, OSError, TimeoutError):
            return False
        return True

    async def offer(self, letter: Letter) -> None:
        """Hand over a mail, all but its end. All of its recipients must be taken: nobody gets what others won't.

        Raises:
            TemporaryTrouble, PermanentTrouble: it isn't taken; nobody gets it.
        """
        self.mails += 1
        self._check_fits(letter)
        async with self._telling():
            sender = await self._ask(b"MAIL", f"FROM:<{letter.sender}>".encode(), *self._options(letter))
            if not sender.is_fine:
                raise refusal("sender", sender)
            _check_recipients([(one, await self._recipient(one)) for one in letter.recipients])
            ready = await self._ask(b"DATA")
            if ready.code != 354:
                raise refusal("mail", ready)
            await self._write(letter.raw)

    async def finish(self, *, seconds: float) -> None:
        """Send the end of the mail that was offered, and hear what became of it.

        Raises:
            TemporaryTrouble, PermanentTrouble: the server says that it did not take it, or the end never left.
            OutcomeUnknown: it says nothing that can be understood.
        """
        await asyncio.sleep(0)  # a connection that was closed meanwhile is noticed here
        protocol = self._client.protocol
        if protocol is None or not protocol.is_connected:
            raise TemporaryTrouble("server-away")
        answer = await self._end(protocol, seconds)
        if answer.is_fine:
            return
        if 400 <= answer.code < 600:
            raise refusal("mail", answer)
        raise OutcomeUnknown(answer.words)

    async def quit(self) -> None:
        """Take leave, as is polite (RFC 5321 section 4.1.1.10). What comes of it doesn't matter any more."""
        try:
            async with asyncio.timeout(_FRESH):
                await self._client.quit()
        except (SMTPException, OSError, TimeoutError):
            pass
        finally:
            self.drop()

    def drop(self) -> None:
        """Cut the connection without flushing: what a server has not read by now it shall not read later."""
        if self._client.transport is not None:
            cast("asyncio.WriteTransport", self._client.transport).abort()
        self._client.close()

    async def _greet(self) -> None:
        try:
            await self._client.ehlo()
        except SMTPResponseException as refused:
            if not 500 <= refused.code < 600:
                raise
            await self._client.helo()

    async def _encrypt(self) -> None:
        if not self._client.supports_extension("starttls"):
            raise TemporaryTrouble("encryption-failed", "no STARTTLS")
        await self._client.starttls()
        await self._greet()

    async def _sign_in(self, token: Token) -> None:
        route = self._route
        if route.server.sign_in == "none":
            return
        if route.server.sign_in == "password":
            refused = await self._shown(route.password)
        else:
            # A provider may end a token before its time: a second one is asked for, a third is not.
            refused = await self._shown(await token(False))
            if refused is not None and refused.code >= 500:
                refused = await self._shown(await token(True))
        if refused is not None:
            raise TemporaryTrouble(_not_signed_in(refused), wait=wait_of(refused))

    async def _shown(self, secret: str) -> Answer | None:
        """Sign in; return the server's refusal, if it refuses."""
        try:
            async with self._telling():
                await self._show(self._route.user, secret)
        except SMTPAuthenticationError as refused:
            return Answer(refused.code, _without(secret, refused.message))
        return None

    async def _show(self, user: str, secret: str) -> None:
        """Sign in once, by the first way that both know: a second try would count as a second wrong password."""
        if self._route.server.sign_in != "password":
            await self._client.auth_xoauth2(user, secret)
            return
        offered = self._client.server_auth_methods
        if "plain" in offered:
            await self._client.auth_plain(user, secret)
        elif "login" in offered:
            await self._client.auth_login(user, secret)
        elif "cram-md5" in offered:
            await self._client.auth_crammd5(user, secret)
        else:
            raise TemporaryTrouble("sign-in-refused", f"AUTH {' '.join(offered)}".rstrip())

    def _check_fits(self, letter: Letter) -> None:
        known = self._client.esmtp_extensions
        if letter.utf8 and "smtputf8" not in known:
            raise PermanentTrouble("bad-address", "no SMTPUTF8")
        largest = known.get("size", "").strip()
        if largest.isdecimal() and 0 < int(largest) < len(letter.raw):
            size, most = len(letter.raw) / 1_000_000, int(largest) / 1_000_000
            raise PermanentTrouble("too-large", f"{size:.1f} MB > {most:.1f} MB")

    def _options(self, letter: Letter) -> list[bytes]:
        size = [f"SIZE={len(letter.raw)}".encode()] if "size" in self._client.esmtp_extensions else []
        return [*size, *([b"BODY=8BITMIME", b"SMTPUTF8"] if letter.utf8 else [])]

    async def _recipient(self, address: str) -> Answer:
        return await self._ask(b"RCPT", f"TO:<{address}>".encode())

    async def _ask(self, *words: bytes) -> Answer:
        answer = await self._client.execute_command(*words, timeout=self._seconds)
        if answer.code == 421:  # the server closes the line, whatever it was asked (RFC 5321 section 3.8)
            raise refusal("", Answer(answer.code, answer.message))
        return Answer(answer.code, answer.message)

    async def _write(self, raw: bytes) -> None:
        """Write a mail and wait until the network has it, so that its end is the last thing that can be in doubt."""
        stuffed = (b"\r\n" + raw).replace(b"\r\n.", b"\r\n..")[2:]  # RFC 5321 section 4.5.2
        protocol = self._client.protocol
        transport = cast("asyncio.WriteTransport", self._client.transport)
        for at in range(0, len(stuffed), PIECE):
            if protocol is None:
                return
            protocol.write(stuffed[at : at + PIECE])
            # The pause is short, and small mails don't see it.
            while protocol.is_connected and transport.get_write_buffer_size():  # noqa: ASYNC110 - no event tells it
                await asyncio.sleep(_PAUSE)

    async def _end(self, protocol: SMTPProtocol, seconds: float) -> Answer:
        try:
            answer = await protocol.execute_command(b".", timeout=seconds)
        except (SMTPException, OSError):
            raise OutcomeUnknown from None
        return Answer(answer.code, answer.message)

    @asynccontextmanager
    async def _telling(self) -> AsyncIterator[None]:
        """Turn what the library and the network raise into what an agent can be told."""
        try:
            yield
        except (DeliveryError, SMTPAuthenticationError):
            raise
        except (SMTPException, OSError, UnicodeError) as error:
            self.drop()  # nobody knows any more which answer belongs to which question
            raise _broken(error) from None


def _broken(error: Exception) -> TemporaryTrouble:
    """Return what a connection that broke means. None of it is the mail's fault."""
    if isinstance(error, SMTPTimeoutError):
        return TemporaryTrouble("timed-out")
    if isinstance(error, SMTPResponseException):
        answer = Answer(error.code, error.message)
        trouble = Trouble(code="server-away", status=status_in(answer.text), said=answer.words)
        return TemporaryTrouble(trouble, wait=wait_of(answer))
    cause = error.__cause__ or error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return TemporaryTrouble("encryption-failed", clean_name(cause.verify_message))
    if isinstance(cause, ssl.SSLError):
        return TemporaryTrouble("encryption-failed")
    if isinstance(cause, OSError) and cause.errno and cause.errno > 0:
        return TemporaryTrouble("server-away", os.strerror(cause.errno).lower())
    return TemporaryTrouble("server-away")


def _not_signed_in(answer: Answer) -> Trouble:
    """A server that refuses for now has trouble of its own, and the password may be right."""
    code: Code = "sign-in-refused" if answer.code >= 500 else "server-away"
    return Trouble(code=code, status=status_in(answer.text), said=answer.words)


def _check_recipients(answers: list[tuple[str, Answer]]) -> None:
    refused = [refusal("recipient", answer, address=one) for one, answer in answers if not answer.is_fine]
    if not refused:
        return
    # What is for good decides, and is told of first.
    for_good = [one for one in refused if isinstance(one, PermanentTrouble)]
    told = _together(for_good or refused, for_all=len(for_good or refused) < len(answers))
    if for_good:
        raise PermanentTrouble(told)
    raise TemporaryTrouble(told, wait=max((wait_of(answer) or 0 for _, answer in answers), default=0) or None)


def _together(refused: Sequence[DeliveryError], *, for_all: bool) -> Trouble:
    """Return several recipients' trouble as one: each is named, and each server's words are kept."""
    troubles = [one.trouble for one in refused]
    said = dict.fromkeys(one.said for one in troubles)
    return replace(
        troubles[0], address=", ".join(one.address for one in troubles), said=" · ".join(said), for_all=for_all
    )


def _without(secret: str, text: str) -> str:
    return text.replace(secret, "…") if secret else text
