"""Mails leave: in turn, over connections that are kept for a moment, each in time, each with a clear outcome."""

from __future__ import annotations

import asyncio
import ssl

from msgspec import Struct

from esmero.channels.email.line import Line, Route, Token
from esmero.channels.email.writing.compose import Letter
from esmero.contract.trouble import DeliveryError, TemporaryTrouble

LINES = 2
"""Connections of one inbox at a time; large providers allow three."""
MAILS = 50
"""Mails over one connection."""


class Patience(Struct, frozen=True, kw_only=True):
    """How long a server is waited for, in seconds. All of it lies within what the worker allows for one attempt.

    Attributes:
        step: for one answer before the mail is handed over.
        offer: until all but the end of the mail is handed over. Later than that it waits for its next attempt.
        whole: from the beginning to the answer. A server checks a mail after its end, so that is where time is left.
        idle: how long a connection is kept for the next mail.
    """

    step: float = 20
    offer: float = 45
    whole: float = 75
    idle: float = 10


class Outbound:
    """The ways out of all inboxes of one process."""

    def __init__(self, *, patience: Patience | None = None, tls: ssl.SSLContext | None = None) -> None:
        self._patience = patience or Patience()
        self._tls = tls
        self._doors: dict[int, _Door] = {}

    async def deliver(self, inbox_id: int, route: Route, letter: Letter, *, token: Token, spent: float = 0) -> None:
        """Hand a mail over to the inbox's server. When this returns, the server has taken it for all recipients.

        Args:
            spent: seconds of the attempt that have already gone.

        Raises:
            TemporaryTrouble: the server does not have it.
            PermanentTrouble: the server does not have it and never will.
            OutcomeUnknown: the server may have it.
        """
        began = asyncio.get_running_loop().time() - spent
        door = self._door(inbox_id, route)
        await door.enter(began + self._patience.offer)
        try:
            line = await self._offered(door, letter, token, began + self._patience.offer)
            await self._finished(door, line, began + self._patience.whole)
        finally:
            door.turn.release()

    async def close(self) -> None:
        """Let go of all connections that wait for another mail."""
        doors, self._doors = self._doors, {}
        for door in doors.values():
            await door.close()

    def _door(self, inbox_id: int, route: Route) -> _Door:
        door = self._doors.get(inbox_id)
        if door is None or door.route != route:
            if door is not None:
                door.retire()
            door = self._doors[inbox_id] = _Door(route, idle=self._patience.idle)
        return door

    async def _offered(self, door: _Door, letter: Letter, token: Token, by: float) -> Line:
        line = None
        try:
            async with asyncio.timeout_at(by):
                line = await door.waiting_line() or await self._opened(door.route, token)
                await line.offer(letter)
        except DeliveryError:
            # A refusal leaves the line as it was; before the next mail the server is asked to forget this one.
            if line is not None:
                door.keep(line)
            raise
        except TimeoutError:
            _drop(line)
            raise TemporaryTrouble("timed-out") from None
        except BaseException:
            _drop(line)
            raise
        return line

    async def _opened(self, route: Route, token: Token) -> Line:
        if self._tls is None and route.server.security != "none":
            # It reads some hundred certificates: once is enough.
            self._tls = await asyncio.to_thread(ssl.create_default_context)
        return await Line.open(route, token=token, seconds=self._patience.step, tls=self._tls)

    async def _finished(self, door: _Door, line: Line, by: float) -> None:
        try:
            await line.finish(seconds=max(by - asyncio.get_running_loop().time(), 1))
        except BaseException:
            line.drop()
            raise
        door.keep(line)


class _Door:
    """The way out of one inbox: whose turn it is, and the connections that wait for another mail."""

    def __init__(self, route: Route, *, idle: float) -> None:
        self.route = route
        self.turn = asyncio.Semaphore(LINES)
        self._idle = idle
        self._waiting: dict[Line, asyncio.TimerHandle] = {}
        self._leaving = set[asyncio.Task[None]]()
        self._retired = False

    async def enter(self, by: float) -> None:
        try:
            async with asyncio.timeout_at(by):
                await self.turn.acquire()
        except TimeoutError:
            raise TemporaryTrouble("timed-out", "other mails of this inbox take long") from None

    async def waiting_line(self) -> Line | None:
        """Return a connection that still works. One that doesn't is noticed here, before a mail is risked on it."""
        while self._waiting:
            line, timer = self._waiting.popitem()
            timer.cancel()
            try:
                fresh = await line.is_fresh()
            except BaseException:
                line.drop()
                raise
            if fresh:
                return line
            line.drop()
        return None

    def keep(self, line: Line) -> None:
        if not line.is_open:
            line.drop()
        elif self._retired or line.mails >= MAILS:
            self._take_leave(line)
        else:
            timer = asyncio.get_running_loop().call_later(self._idle, self._take_leave, line)
            self._waiting[line] = timer

    def retire(self) -> None:
        """Keep no more lines: the inbox is set up anew. Mails that are under way end as they began."""
        self._retired = True
        for line in list(self._waiting):
            self._take_leave(line)

    async def close(self) -> None:
        self.retire()
        await asyncio.gather(*self._leaving)

    def _take_leave(self, line: Line) -> None:
        timer = self._waiting.pop(line, None)
        if timer is not None:
            timer.cancel()
        task = asyncio.get_running_loop().create_task(line.quit())
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)


def _drop(line: Line | None) -> None:
    if line is not None:
        line.drop()
