"""Where mails go in these tests: a deposit and a memory that hold everything, and fail when told to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from esmero.channels.email.deposit import Envelope, Outcome
from esmero.channels.email.imap.follower import Follower, Pace
from esmero.channels.email.imap.mailbox import Limits
from esmero.channels.email.imap.signing_in import Credential
from esmero.channels.email.imap.state import State
from esmero.channels.email.settings import EmailSettings, Server
from esmero.kit.clock import SystemClock

ADDRESS = "support@shop.example"
PASSWORD = "correct horse"
INBOX = 7
# Everything that a person would wait for, made short.
PACE = Pace(poll=0.1, renew=2.0, examine=600.0, after_trouble=(0.05, 0.1, 0.2, 0.5), after_refusal=(0.3, 0.6))
LIMITS = Limits(connect_seconds=5.0, answer_seconds=5.0)


@dataclass
class Desk:
    """`troubles` are raised one by one by the deposit before it keeps anything."""

    mails: list[bytes] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    memory: dict[tuple[int, str], str] = field(default_factory=dict)
    states: list[State] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)
    refuses: Callable[[bytes], bool] = lambda raw: False

    async def deposit(self, inbox_id: int, raw: bytes, envelope: Envelope) -> Outcome:
        await asyncio.sleep(0)
        if self.troubles:
            raise self.troubles.pop(0)
        if self.refuses(raw):
            raise RuntimeError("a defect")
        self.mails.append(raw)
        self.envelopes.append(envelope)
        return "kept"

    async def recall(self, inbox_id: int, name: str) -> str | None:
        return self.memory.get((inbox_id, name))

    async def remember(self, inbox_id: int, name: str, value: str) -> None:
        self.memory[inbox_id, name] = value

    def tell(self, inbox_id: int, state: State) -> None:
        self.states.append(state)

    @property
    def state(self) -> State:
        return self.states[-1]

    @property
    def subjects(self) -> list[str]:
        """Of the mails that came, in order."""
        return [subject_of(raw) for raw in self.mails]

    def follower(self, server: Server, *, password: str = PASSWORD, folder: str = "INBOX", **others: Any) -> Follower:
        async def sign(fresh: bool) -> Credential:
            return Credential(server.user or ADDRESS, password)

        options: dict[str, Any] = {"pace": PACE, "limits": LIMITS, "clock": SystemClock(), "sign": sign} | others
        settings = EmailSettings(address=ADDRESS, receive=server, folder=folder)
        return Follower(INBOX, settings, deposit=self.deposit, memory=self, tell=self.tell, **options)

    async def follows(self) -> None:
        """Wait until everything that is there was handed over and the mailbox is waited for."""
        await until(lambda: self.states and self.state.kind == "ok")


@asynccontextmanager
async def running(follower: Follower) -> AsyncIterator[asyncio.Task[None]]:
    """The follower at work until the block ends."""
    task = asyncio.create_task(follower.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task], timeout=5)
        assert task.done(), "the follower did not end"
        if not task.cancelled():
            task.result()


async def until(holds: Callable[[], object], *, seconds: float = 10.0) -> float:
    """Wait for something; return how long it took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, "it did not come about"
        await asyncio.sleep(0.005)
    return time.monotonic() - began


def mail(subject: object, text: str = "Hello.") -> bytes:
    return f"From: customer@example.com\r\nTo: {ADDRESS}\r\nSubject: {subject}\r\n\r\n{text}\r\n".encode()


def subject_of(raw: bytes) -> str:
    return next((line[9:].decode() for line in raw.splitlines() if line.lower().startswith(b"subject: ")), "")
