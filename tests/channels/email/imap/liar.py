"""An IMAP server that tells the truth until a test tells it to lie."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from esmero.channels.email.settings import Server
from tests.channels.email.imap.desk import ADDRESS, mail
from tests.listening import listening

Lie = Callable[["Connection", str, str], Awaitable[bool | None]]
"""Is given a command's tag and arguments. Answers in its place, or returns False to have the truth told."""

FORBIDDEN = re.compile(r"\b(STORE|SELECT|EXPUNGE|COPY|MOVE|APPEND|DELETE|RENAME)\b|BODY\[", re.IGNORECASE)


@dataclass
class Liar:
    """One folder. Keys of `lies` are commands: `GREETING`, `LOGIN`, `EXAMINE`, `SEARCH`, `FETCH`, `IDLE` and so on."""

    validity: int = 1
    next_uid: int = 1
    mails: dict[int, tuple[bytes, datetime]] = field(default_factory=dict)
    lies: dict[str, Lie] = field(default_factory=dict)
    capabilities: str = "IMAP4rev1 IDLE AUTH=PLAIN AUTH=XOAUTH2"
    seen: list[str] = field(default_factory=list)
    connections: list[Connection] = field(default_factory=list)
    port: int = 0

    def append(self, *subjects: object, uid: int | None = None, at: datetime | None = None) -> None:
        """Put mails into the folder and tell whoever waits."""
        for subject in subjects:
            number = self.next_uid if uid is None else uid
            self.mails[number] = (mail(subject), at or datetime.now(UTC))
            self.next_uid = max(self.next_uid, number + 1)
        for connection in self.connections:
            connection.tell_of_mails()

    def renumber(self) -> None:
        """Give every mail another UID, under another UIDVALIDITY."""
        self.validity += 1
        self.mails = dict(enumerate((self.mails[uid] for uid in sorted(self.mails)), start=1))
        self.next_uid = len(self.mails) + 1

    def drop(self) -> None:
        for connection in list(self.connections):
            connection.writer.transport.abort()

    @property
    def server(self) -> Server:
        return Server(host="127.0.0.1", port=self.port, security="none", user=ADDRESS)

    def count(self, command: str) -> int:
        return sum(command in line for line in self.seen)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(self, reader, writer)
        self.connections.append(connection)
        try:
            await connection.serve()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self.connections.remove(connection)
            writer.close()


@asynccontextmanager
async def lying(liar: Liar | None = None) -> AsyncIterator[Liar]:
    """The server at work. Whatever it was asked, nothing may have changed the folder."""
    liar = liar or Liar()
    try:
        async with listening(liar._serve) as liar.port:
            yield liar
    finally:
        liar.drop()
        await asyncio.sleep(0)
    assert [line for line in liar.seen if FORBIDDEN.search(line)] == []


class Connection:
    """One client."""

    def __init__(self, liar: Liar, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.liar = liar
        self.reader = reader
        self.writer = writer
        self.idling = False

    def say(self, *lines: str | bytes) -> None:
        for line in lines:
            self.writer.write((line.encode() if isinstance(line, str) else line) + b"\r\n")

    def tell_of_mails(self) -> None:
        if self.idling:
            self.say(f"* {len(self.liar.mails)} EXISTS")

    async def hang_up(self) -> None:
        with contextlib.suppress(OSError):
            await self.writer.drain()
        self.writer.close()

    async def serve(self) -> None:
        if await self._lied("GREETING", "", ""):
            return
        self.say("* OK ready")
        while line := (await self.reader.readuntil(b"\r\n")).decode().rstrip("\r\n"):
            self.liar.seen.append(line)
            tag, _, rest = line.partition(" ")
            command, _, rest = rest.partition(" ")
            if command == "UID":
                command, _, rest = rest.partition(" ")
            if not await self._lied(command, tag, rest):
                await self._truth(command, tag, rest)
            await self.writer.drain()

    async def _lied(self, command: str, tag: str, rest: str) -> bool:
        lie = self.liar.lies.get(command)
        return lie is not None and await lie(self, tag, rest) is not False

    async def _truth(self, command: str, tag: str, rest: str) -> None:
        if command == "CAPABILITY":
            self.say(f"* CAPABILITY {self.liar.capabilities}")
        elif command == "EXAMINE":
            self._examine()
        elif command == "SEARCH":
            self.say("* SEARCH " + " ".join(map(str, self.search(rest))))
        elif command == "FETCH":
            uids, _, items = rest.partition(" ")
            for uid in map(int, uids.split(",")):
                self.fetch(uid, items)
        elif command == "IDLE":
            self.idling = True
            self.say("+ idling")
            await self.reader.readuntil(b"DONE\r\n")
            self.idling = False
        self.say(f"{tag} OK done")

    def _examine(self) -> None:
        self.say(f"* {len(self.liar.mails)} EXISTS", f"* OK [UIDVALIDITY {self.liar.validity}] valid")
        self.say(f"* OK [UIDNEXT {self.liar.next_uid}] predicted")

    def search(self, criteria: str) -> list[int]:
        """What there is, as RFC 3501 has it: `n:*` always holds the last mail."""
        words = criteria.split()
        low, _, high = words[1].partition(":")
        last = max(self.liar.mails, default=0)
        bounds = [last if bound == "*" else int(bound) for bound in (low, high or low)]
        found = [uid for uid in sorted(self.liar.mails) if min(bounds) <= uid <= max(bounds)]
        if "SINCE" in words:
            since = datetime.strptime(words[-1], "%d-%b-%Y").replace(tzinfo=UTC)
            found = [uid for uid in found if self.liar.mails[uid][1].date() >= since.date()]
        return found

    def fetch(self, uid: int, items: str) -> None:
        if uid not in self.liar.mails:
            return
        raw, at = self.liar.mails[uid]
        if "RFC822.SIZE" in items:
            when = at.strftime("%d-%b-%Y %H:%M:%S +0000")
            self.say(f'* 1 FETCH (UID {uid} RFC822.SIZE {len(raw)} INTERNALDATE "{when}")')
            return
        part = re.search(r"BODY.PEEK\[(\w*)\](?:<(\d+)\.(\d+)>)?", items)
        assert part, items
        if part[1] == "HEADER":
            raw = raw[: raw.index(b"\r\n\r\n") + 4]
        if part[2]:
            raw = raw[int(part[2]) : int(part[2]) + int(part[3])]
        # What belongs to the mail may stand on either side of it.
        head, tail = (f"UID {uid} ", ")") if uid % 2 else ("", f" UID {uid})")
        self.say(f"* 1 FETCH ({head}BODY[{part[1]}] {{{len(raw)}}}".encode() + b"\r\n" + raw + tail.encode())
