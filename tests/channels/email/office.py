"""A mail server that does what a test tells it to, at each step of a mail, and keeps what it has really accepted.

    async with office({"rcpt": "450 4.7.1 Greylisted"}) as server:
        …
        assert server.mails == []

A step's turn is an answer (`550 5.1.1 Nobody here`), `silence`, `stall` (it does not even read on), `drop` (the
connection is reset), `close` (closed in order), `half` (dropped within the answer) or `noise` (an answer that is none).
The last three steps: `body` comes after the first line of a mail, `end` after all of it, and `kept` after it was
accepted.
"""

from __future__ import annotations

import asyncio
import contextlib
import random  # noqa: TID251 - moments to break at
import socket
import struct
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

from tests.listening import listening

STEPS = ("connect", "ehlo", "mail", "rcpt", "data", "body", "end", "kept")
BEFORE_THE_END = STEPS[:5]
FINE = {
    "connect": "220 mail.shop.example ready",
    "ehlo": "250-mail.shop.example\r\n250-SIZE 30000000\r\n250-AUTH PLAIN LOGIN\r\n250 ENHANCEDSTATUSCODES",
    "auth": "235 2.7.0 Welcome",
    "mail": "250 2.1.0 Fine",
    "rcpt": "250 2.1.5 Fine",
    "data": "354 Go on",
    "kept": "250 2.0.0 Queued",
    "rset": "250 2.0.0 Forgotten",
    "quit": "221 2.0.0 Bye",
}


@dataclass
class Mail:
    sender: str
    recipients: list[str]
    raw: bytes


class Gone(Exception):
    """The server has ended the connection."""


@dataclass
class Office:
    """The server's state: what it accepted, what it was asked, and what it is to do.

    Attributes:
        turns: what happens at a step. A step with an address behind it (`rcpt marta@…`) is meant for this one.
        once: the turns end after the first connection.
    """

    turns: dict[str, str]
    once: bool = False
    port: int = 0
    mails: list[Mail] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    connections: int = 0
    writers: set[asyncio.StreamWriter] = field(default_factory=set)

    def message_ids(self) -> list[str]:
        heads = [mail.raw.decode().partition("\r\n\r\n")[0] for mail in self.mails]
        return [line[12:] for head in heads for line in head.split("\r\n") if line.startswith("Message-ID: ")]

    def kill(self) -> None:
        """Drop all connections at once, as a server that dies."""
        for writer in list(self.writers):
            reset(writer)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.writers.add(writer)
        turns = {} if self.once and self.connections > 1 else self.turns
        try:
            await Talk(self, turns, reader, writer).go()
        except (Gone, ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.writers.discard(writer)
            writer.close()


@dataclass
class Talk:
    """One connection."""

    office: Office
    turns: Mapping[str, str]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    sender: str = ""
    recipients: list[str] = field(default_factory=list)

    async def go(self) -> None:
        await self.turn("connect")
        while line := (await self.reader.readuntil(b"\r\n")).decode().rstrip("\r\n"):
            self.office.heard.append(line)
            await self.answer(line)

    async def answer(self, line: str) -> None:
        verb = line.partition(" ")[0].lower()
        if verb == "data":
            await self.data()
        elif verb in {"ehlo", "auth", "rset", "quit", "mail", "rcpt", "helo"}:
            await self.envelope(verb, line)
        else:
            self.say("502 5.5.1 Unknown")

    async def envelope(self, verb: str, line: str) -> None:
        address = line.partition("<")[2].partition(">")[0]
        fine = await self.turn(verb, address)
        if verb in {"mail", "rset"}:
            self.sender, self.recipients = address, []
        if verb == "rcpt" and fine:
            self.recipients.append(address)
        if verb == "quit":
            raise Gone

    async def data(self) -> None:
        if not await self.turn("data"):
            return
        lines = list[bytes]()
        while (line := await self.reader.readuntil(b"\n")) != b".\r\n":
            lines.append(line[1:] if line.startswith(b".") else line)
            if len(lines) == 1 and "body" in self.turns:
                await self.turn("body")
        if "end" in self.turns:
            await self.turn("end")
            return
        self.office.mails.append(Mail(self.sender, self.recipients, b"".join(lines)))
        await self.turn("kept")

    async def turn(self, step: str, address: str = "") -> bool:
        """Do what is to happen at a step; tell whether the client was let on."""
        turn = self.turns.get(f"{step} {address}") or self.turns.get(step) or FINE.get(step, "")
        match turn:
            case "silence":
                await self.reader.read()
                raise Gone
            case "stall":
                await asyncio.sleep(60)
            case "drop":
                reset(self.writer)
                raise Gone
            case "close":
                raise Gone
            case "half":
                self.writer.write(FINE.get(step, "250 Fine")[:2].encode())
                await self.writer.drain()
                reset(self.writer)
                raise Gone
            case "noise":
                self.say("Certainly!")
                return False
        self.say(turn)
        return turn[0] in "23"

    def say(self, words: str) -> None:
        self.writer.write(words.encode() + b"\r\n")


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection with a reset, so that what is on its way is lost."""
    taken = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):  # it may have ended by itself
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@contextlib.asynccontextmanager
async def office(turns: Mapping[str, str] | None = None, *, once: bool = False) -> AsyncIterator[Office]:
    """Run a server on a free port of this machine."""
    state = Office(dict(turns or {}), once=once)
    try:
        async with listening(state.serve, longest_line=2**20) as state.port:
            yield state
    finally:
        state.kill()
        await asyncio.sleep(0.01)


def any_moment(dice: random.Random) -> tuple[str, str]:
    """Return a step and a way to fail there."""
    return dice.choice(STEPS), dice.choice(("drop", "close", "half", "noise", "silence"))
