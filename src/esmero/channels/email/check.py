"""The test button: tries an inbox's servers as they are set up, and says in words what is wrong."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
from collections.abc import Awaitable, Callable
from typing import Final, Literal

import aiosmtplib
from msgspec import Struct

from esmero.channels.email import providers
from esmero.channels.email.credentials import Sign, signer
from esmero.channels.email.dial import dial, encrypt, tls_code
from esmero.channels.email.imap.mailbox import Limits, Mailbox
from esmero.channels.email.imap.signing_in import Credential, xoauth2
from esmero.channels.email.settings import EmailSecrets, EmailSettings, Server
from esmero.channels.email.trouble import Code, ServerTrouble, said
from esmero.channels.email.worker import Worker
from esmero.kit.clock import Clock

LIMITS: Final = Limits(connect_seconds=10.0, answer_seconds=10.0)
SECONDS: Final = 45.0
MOST_FOLDERS: Final = 20

_NO_IDLE = "The server doesn't tell of new mails by itself, so it is asked every 20 seconds."
_SUBADDRESSES = (
    "Whether the server takes support+anything@ can't be asked. Send a mail to such an address, and switch it on if it "
    "arrives: replies are then matched by it, too."
)
_NONE = {
    "receive": "No server is set: mail comes by the desk's own receiver, or through a pipe.",
    "send": "No server is set: nothing can be sent from this inbox.",
}


class Step(Struct, frozen=True, kw_only=True):
    """One thing that was tried.

    Attributes:
        name: `connect` (the name, the way there and TLS), `sign_in`, `folder`; `note` tells something beside.
        code: `ok`, a trouble's (see `trouble.WORDS`), or a hint's: `no_idle`, `subaddresses_unknown`, `no_server`.
        words: one English sentence, or two.
        hint: what it usually means at this provider.
        folders: those that are there, where one is missing.
    """

    name: Literal["connect", "sign_in", "folder", "note"]
    ok: bool
    code: str
    words: str
    hint: str = ""
    folders: tuple[str, ...] = ()


class Report(Struct, frozen=True):
    """What came of a test, by server. A step that failed is the last of its server but for notes."""

    receive: tuple[Step, ...]
    send: tuple[Step, ...]

    @property
    def ok(self) -> bool:
        return all(step.ok for step in (*self.receive, *self.send))


async def check(
    settings: EmailSettings,
    secrets: EmailSecrets,
    clock: Clock,
    *,
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    limits: Limits = LIMITS,
    receive: Sign | None = None,
    send: Sign | None = None,
) -> Report:
    """Try both servers, at the same time. Nothing is sent and nothing changed.

    The servers were typed by a person, so they may lie in the desk's own network.

    Args:
        receive, send: what to sign in with, in place of what settings and secrets say.
    """
    sign_receive = receive or signer(settings, settings.receive, secrets.receive, secrets, clock)
    sign_send = send or signer(settings, settings.send, secrets.send or secrets.receive, secrets, clock)
    received, sent = await asyncio.gather(
        _in_time(_receive(settings, sign_receive, context, limits)),
        _in_time(_send(settings.send, sign_send, context, limits)),
    )
    return Report(tuple(received), tuple(sent))


async def check_sending(server: Server, user: str, password: str, *, limits: Limits = LIMITS) -> list[Step]:
    """Try a server that mail is handed to, as `check` does, with a password."""

    async def sign(_fresh: bool) -> Credential:
        return Credential(user, password)

    return await _in_time(_send(server, sign, ssl.create_default_context, limits))


async def _in_time(steps: Awaitable[list[Step]]) -> list[Step]:
    try:
        async with asyncio.timeout(SECONDS):
            return await steps
    except TimeoutError:
        return [_failed("connect", ServerTrouble("no_answer"), Server())]


# Receiving


async def _receive(
    settings: EmailSettings, sign: Sign, context: Callable[[], ssl.SSLContext], limits: Limits
) -> list[Step]:
    server = settings.receive
    if not server.host:
        return [Step(name="note", ok=True, code="no_server", words=_NONE["receive"])]
    mailbox, worker = Mailbox(server, context, limits), Worker("check-imap")
    steps = list[Step]()
    try:
        await _tried(steps, "connect", server, worker.call(mailbox.connect))
        await _tried(steps, "sign_in", server, _signed_in(worker, mailbox, sign))
        await _folder(steps, settings, worker, mailbox)
        if not mailbox.idles:
            steps.append(Step(name="note", ok=True, code="no_idle", words=_NO_IDLE))
        if not settings.subaddresses:
            steps.append(Step(name="note", ok=True, code="subaddresses_unknown", words=_SUBADDRESSES))
        await worker.call(mailbox.log_out)
    except ServerTrouble:
        pass  # told by the last step
    finally:
        mailbox.abort()
        await worker.end(mailbox.close, seconds=1)
    return steps


async def _signed_in(worker: Worker, mailbox: Mailbox, sign: Sign) -> None:
    await worker.call(mailbox.sign_in, await sign(False))


async def _folder(steps: list[Step], settings: EmailSettings, worker: Worker, mailbox: Mailbox) -> None:
    try:
        await worker.call(mailbox.examine, settings.folder)
    except ServerTrouble as trouble:
        there = await worker.call(mailbox.folders) if trouble.code == "folder_missing" else []
        found = tuple(said(folder) for folder in there[:MOST_FOLDERS])
        step = _failed("folder", trouble, settings.receive)
        steps.append(Step(name="folder", ok=False, code=step.code, words=step.words, folders=found))
        raise
    steps.append(Step(name="folder", ok=True, code="ok", words=f"The folder {settings.folder} can be read."))


async def _tried(steps: list[Step], name: Literal["connect", "sign_in"], server: Server, work: Awaitable[None]) -> None:
    try:
        await work
    except ServerTrouble as trouble:
        steps.append(_failed(name, trouble, server))
        raise
    steps.append(Step(name=name, ok=True, code="ok", words=_WENT_WELL[name]))


_WENT_WELL = {"connect": "The server answers.", "sign_in": "The server lets the desk in."}


# Sending


async def _send(server: Server, sign: Sign, context: Callable[[], ssl.SSLContext], limits: Limits) -> list[Step]:
    if not server.host:
        return [Step(name="note", ok=False, code="no_server", words=_NONE["send"])]
    steps, worker = list[Step](), Worker("check-smtp")
    client = aiosmtplib.SMTP(timeout=limits.answer_seconds, start_tls=False, use_tls=False)
    try:
        await _tried(steps, "connect", server, _greeted(client, server, worker, context, limits))
        if server.sign_in != "none":
            await _tried(steps, "sign_in", server, _let_in(client, await sign(False)))
    except ServerTrouble as trouble:
        if not steps or steps[-1].ok:  # the provider gave no token
            steps.append(_failed("sign_in", trouble, server))
    finally:
        client.close()
        await worker.end(lambda: None, seconds=0)
    return steps


async def _greeted(
    client: aiosmtplib.SMTP, server: Server, worker: Worker, context: Callable[[], ssl.SSLContext], limits: Limits
) -> None:
    # Connected beforehand: so every way to fail has the same name as in receiving.
    connected = await worker.call(lambda: dial(server.host, server.port, seconds=limits.connect_seconds))
    try:
        if server.security == "tls":
            await worker.call(lambda: encrypt(connected, server.host, context()).close())
            connected = await worker.call(lambda: dial(server.host, server.port, seconds=limits.connect_seconds))
        await _spoken_to(client, server, connected, context)
    finally:
        if not client.is_connected:
            connected.close()


async def _spoken_to(
    client: aiosmtplib.SMTP, server: Server, connected: socket.socket, context: Callable[[], ssl.SSLContext]
) -> None:
    tls = await asyncio.to_thread(context) if server.security != "none" else None
    connected.setblocking(False)
    try:
        await client.connect(
            hostname=server.host, sock=connected, use_tls=server.security == "tls", tls_context=tls, start_tls=False
        )
        await client.ehlo()
        if server.security == "starttls":
            if not client.supports_extension("starttls"):
                raise ServerTrouble("starttls_missing")
            await client.starttls(tls_context=tls, server_hostname=server.host)
            await client.ehlo()
    except aiosmtplib.SMTPException as error:
        raise ServerTrouble(_code_of(error)) from None
    except (OSError, ValueError) as error:
        raise ServerTrouble(tls_code(error)) from None


async def _let_in(client: aiosmtplib.SMTP, credential: Credential) -> None:
    try:
        if credential.is_token:
            await _let_in_by_token(client, credential)
        else:
            await client.login(credential.user, credential.secret)
    except aiosmtplib.SMTPResponseException as error:
        passes = 400 <= error.code < 500 and error.code != 432
        raise ServerTrouble(
            "busy" if passes else "sign_in_refused", said(error.message, without=credential.secret)
        ) from None
    except aiosmtplib.SMTPException as error:
        offers = isinstance(error, aiosmtplib.SMTPServerDisconnected | aiosmtplib.SMTPTimeoutError)
        raise ServerTrouble(_code_of(error) if offers else "sign_in_method") from None


async def _let_in_by_token(client: aiosmtplib.SMTP, credential: Credential) -> None:
    first = base64.b64encode(xoauth2(credential.user, credential.secret).encode())
    answer = await client.execute_command(b"AUTH", b"XOAUTH2", first)
    if answer.code == 334:  # the reason, which wants an empty answer before the verdict
        answer = await client.execute_command(b"")
    if answer.code in {500, 501, 502, 504}:
        raise ServerTrouble("sign_in_method")
    if answer.code != 235:
        raise aiosmtplib.SMTPAuthenticationError(answer.code, answer.message)


def _code_of(error: aiosmtplib.SMTPException) -> Code:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLError):
        return tls_code(cause)
    if isinstance(error, aiosmtplib.SMTPTimeoutError):
        return "no_answer"
    if isinstance(error, aiosmtplib.SMTPServerDisconnected):
        return "dropped"
    return "not_a_mail_server" if isinstance(error, aiosmtplib.SMTPResponseException) else "dropped"


def _failed(name: Literal["connect", "sign_in", "folder"], trouble: ServerTrouble, server: Server) -> Step:
    known = providers.of_server(server.host)
    hint = known.hint if known and name == "sign_in" else ""
    return Step(name=name, ok=False, code=trouble.code, words=trouble.words, hint=hint)
