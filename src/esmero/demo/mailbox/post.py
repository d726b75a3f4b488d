"""The mail between the customers and the desk: every letter goes by SMTP, to the desk's receiver and from its inbox."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog
from msgspec import Struct

from esmero.app import Desk
from esmero.channels.email.receiver.limits import Limits, Load
from esmero.demo.brand import MAIL
from esmero.demo.mailbox.box import Box, Letter
from esmero.demo.mailbox.owners import NOWHERE, OWNERS, Owner, is_nobodys, owner_of
from esmero.demo.mailbox.suppliers import Supplier, answer_to, supplier_of
from esmero.demo.mailbox.writing import Draft, fresh_name, written
from esmero.kit.errors import Unavailable

NAME = "mail.example"
"""What the server calls itself."""
PAUSE_SECONDS = 1.2
"""What a server takes to find out that somebody isn't there, or a machine to answer."""
READING_SECONDS = 4.0
"""What a supplier takes to look at the shelf and to answer."""
MOST_NOTICES = 20
"""Automatic answers that one owner's machine writes in one demo, so that nothing could go on for ever."""

_said = structlog.get_logger(__name__)


class Past(Struct, frozen=True):
    """A letter from before the demo began: its bytes are made when somebody opens a mailbox."""

    owner: Owner
    at: int
    mine: bool
    write: Callable[[], Awaitable[bytes]]


class Post:
    """The customers' mailboxes with their server, which listens on this machine alone."""

    def __init__(self, desk: Desk) -> None:
        self.away = set[str]()
        """The addresses whose machine answers."""
        self.port = 0
        """Where the server listens."""
        self._desk = desk
        self._boxes = {language: Box() for language in OWNERS}
        self._past: list[Past] = []
        self._down_until = 0.0
        self._notices = 0
        self._turn = asyncio.Lock()
        self._server: asyncio.Server | None = None
        self._tasks = set[asyncio.Task[None]]()

    async def listen(self) -> None:
        """Open the server, at a free port of this machine."""
        self._server = await asyncio.get_running_loop().create_server(self._sessions(), "127.0.0.1", 0)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Stop what is under way, and listen no more."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._server is not None:
            self._server.close()
            self._load.hang_up()

    def remember(self, past: Past) -> None:
        """Put a letter into its box that came before everything else."""
        self._past.append(past)

    async def box(self, owner: Owner) -> Box:
        """Return somebody's mailbox."""
        await self._catch_up()
        return self._boxes[owner.language]

    async def send(self, writer: Owner, draft: Draft) -> Letter:
        """Send what an owner wrote, and keep it with the others that they sent.

        Raises:
            Unavailable: the desk does not take it now.
        """
        box = await self.box(writer)
        at = self._desk.clock.now()
        raw = await self._leave(writer, draft, fresh_name(writer), at)
        return box.keep(raw, at=at, mine=True, unread=False)

    async def send_from_elsewhere(self, writer: Owner, draft: Draft) -> str:
        """Send what somebody wrote who has no mailbox here.

        Returns:
            Its Message-ID, without brackets.

        Raises:
            Unavailable: the desk does not take it now.
        """
        name = fresh_name(writer)
        await self._leave(writer, draft, name, self._desk.clock.now())
        return name

    async def carry(self, raw: bytes, sender: str, recipients: tuple[str, ...]) -> None:
        """Take a mail to everybody: the desk, the mailboxes here, suppliers, and back from where nobody is.

        All others are people elsewhere, who keep what they get to themselves.

        Raises:
            Unavailable: the desk does not take it now; nobody got it.
        """
        ours = tuple(one for one in recipients if _is_desks(one))
        if ours:
            await self._hand_over(raw, sender, ours)
        for address in recipients:
            owner = owner_of(address)
            if owner is not None:
                await self._drop_in(owner, raw, sender)
            elif sender and (supplier := supplier_of(address)) is not None:
                self._go_on(self._supply(supplier, raw))
            elif is_nobodys(address) and sender:
                self._go_on(self._return(raw, sender, address))

    def take_down(self, seconds: float) -> None:
        """Let the server ask everybody for patience for so long."""
        self._down_until = asyncio.get_running_loop().time() + seconds

    @property
    def is_down(self) -> bool:
        return asyncio.get_running_loop().time() < self._down_until

    def _sessions(self) -> Callable[[], asyncio.BaseProtocol]:
        limits = Limits(mail_octets=30_000_000)
        self._load = Load(limits)

        def session() -> asyncio.BaseProtocol:
            # aiosmtpd is imported with the first connection: the demo is to begin at once.
            from esmero.demo.mailbox.server import Server, session_for

            return session_for(Server(self.carry, lambda: self.is_down), limits, self._load, name=NAME)

        return session

    async def _leave(self, writer: Owner, draft: Draft, name: str, at: int) -> bytes:
        raw = written(writer, draft, at=at, name=name)
        people = tuple(dict.fromkeys(address for _, address in (*draft.to, *draft.cc)))
        await self.carry(raw, writer.address, people)
        return raw

    async def _catch_up(self) -> None:
        """Put the past into the boxes, once."""
        async with self._turn:
            past, self._past = self._past, []
            for one in past:
                self._boxes[one.owner.language].keep(await one.write(), at=one.at, mine=one.mine, unread=False)

    async def _drop_in(self, owner: Owner, raw: bytes, sender: str) -> None:
        box = await self.box(owner)
        letter = box.keep(raw, at=self._desk.clock.now(), mine=False, unread=True)
        # Nobody answers the null path: that is how reports of failure end (RFC 3834 section 2).
        if owner.address in self.away and sender and self._notices < MOST_NOTICES:
            self._notices += 1
            self._go_on(self._answer(owner, letter, sender))

    async def _answer(self, owner: Owner, letter: Letter, sender: str) -> None:
        from esmero.demo.mailbox.machines import notice

        await asyncio.sleep(PAUSE_SECONDS)
        at = self._desk.clock.now()
        raw = notice(owner, letter.mail, sender, at=at)
        (await self.box(owner)).keep(raw, at=at, mine=True, unread=False)
        await self.carry(raw, owner.address, (sender,))

    async def _supply(self, supplier: Supplier, raw: bytes) -> None:
        from esmero.channels.email.reading.read import read_mail

        await asyncio.sleep(READING_SECONDS)
        answer = answer_to(supplier, read_mail(raw), at=self._desk.clock.now())
        if answer is not None:
            await self.send_from_elsewhere(supplier.writer, answer)

    async def _return(self, raw: bytes, sender: str, recipient: str) -> None:
        from esmero.demo.mailbox.machines import report

        await asyncio.sleep(PAUSE_SECONDS)
        name = fresh_name(Owner("en", "", f"mailer-daemon@{NOWHERE}"))
        told = report(raw, sender, recipient, at=self._desk.clock.now(), name=name)
        await self.carry(told, "", (sender,))

    async def _hand_over(self, raw: bytes, sender: str, recipients: tuple[str, ...]) -> None:
        """Give a mail to the desk, as any mail server would."""
        from aiosmtplib import SMTP, SMTPException

        port = self._desk.mail.receivers[0].port
        # Without a name of our own the library would ask the resolver for one, and everything would wait for it.
        client = SMTP(hostname="127.0.0.1", port=port, local_hostname=NAME, start_tls=False, timeout=20)
        try:
            async with client:
                await client.sendmail(sender, list(recipients), raw)
        except (SMTPException, OSError) as error:
            raise Unavailable(f"The desk does not take the mail now: {error}") from None

    def _go_on(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            _said.error("the customers' server broke", exc_info=task.exception())


def _is_desks(address: str) -> bool:
    return address.lower().rpartition("@")[2] == MAIL.rpartition("@")[2]
