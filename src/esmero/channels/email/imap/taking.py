"""From the mailbox to the deposit: mails in order, a few at a time, and none that holds up the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

import structlog

from esmero.channels.email.deposit import Deposit, Envelope
from esmero.channels.email.imap import position as positions
from esmero.channels.email.imap.answers import Listed
from esmero.channels.email.imap.mailbox import CHUNK, Mailbox
from esmero.channels.email.imap.position import MOST_LATER, Position
from esmero.channels.email.imap.standin import stand_in
from esmero.channels.email.trouble import ServerTrouble
from esmero.contract.ports import Memory
from esmero.kit.clock import HOUR, MINUTE, Clock
from esmero.kit.errors import NotFound, TooLarge, Unavailable

T = TypeVar("T")
AT_ONCE: Final = 25
OCTETS_AT_ONCE: Final = 4 * CHUNK
LISTED_AT_ONCE: Final = 200
TRIES: Final = 3
"""How often a mail may break the connection before the others go first."""
AGAIN: Final = (10 * MINUTE, HOUR, 6 * HOUR)
REMEMBERED_AS: Final = "imap"

_said = structlog.get_logger(__name__)


class Call(Protocol):
    """Runs one of the mailbox's blocking calls in its thread."""

    async def __call__(self, function: Callable[..., T], *arguments: object) -> T: ...


class Taking:
    """What is known of an inbox's mails beyond one connection: which of them made trouble, and what came of it."""

    def __init__(self, inbox_id: int, deposit: Deposit, memory: Memory, clock: Clock, *, mail_octets: int) -> None:
        self._inbox_id = inbox_id
        self._deposit = deposit
        self._memory = memory
        self._clock = clock
        self._mail_octets = mail_octets
        self._tries = Counter[int]()
        self._failures = Counter[int]()
        self._due = dict[int, int]()
        self._gone = set[int]()
        self.last_mail_at: int | None = None
        self.too_large = 0

    # What is remembered

    async def recall(self) -> Position | None:
        """Return how far this inbox was read."""
        try:
            return positions.read(await self._memory.recall(self._inbox_id, REMEMBERED_AS))
        except Unavailable:
            raise ServerTrouble("storage_away") from None

    async def remember(self, position: Position) -> Position:
        """Keep how far this inbox was read; return it."""
        try:
            await self._memory.remember(self._inbox_id, REMEMBERED_AS, positions.written(position))
        except Unavailable:
            raise ServerTrouble("storage_away") from None
        return position

    def begin_anew(self) -> None:
        """Forget what was known by UID, where UIDs have lost their meaning or the server is asked afresh."""
        self._gone.clear()

    def forget(self) -> None:
        """Forget all that was known by UID."""
        for known in (self._tries, self._failures, self._due, self._gone):
            known.clear()

    # Mails

    def left(self, uids: Sequence[int]) -> list[int]:
        """Return those that were not seen to be gone: a server may go on finding what it can't give."""
        return [uid for uid in uids if uid not in self._gone]

    async def take(self, call: Call, mailbox: Mailbox, position: Position, uids: Sequence[int]) -> Position:
        """Hand over these mails, in order, and keep how far it came after every few.

        Raises:
            ServerTrouble: the connection or the storage broke; what was handed over is remembered.
        """
        for start in range(0, len(uids), LISTED_AT_ONCE):
            asked = uids[start : start + LISTED_AT_ONCE]
            listed = await call(mailbox.look_at, asked)
            self._gone |= set(asked) - listed.keys()
            there = [listed[uid] for uid in asked if uid in listed]
            old = [one.uid for one in there if positions.is_old(position, one.at)]
            for batch in self._batches([one for one in there if one.uid not in old]):
                position = await self._take(call, mailbox, position, batch)
            position = await self.remember(positions.dealt_with(position, old))
        return position

    async def try_again(self, call: Call, mailbox: Mailbox, position: Position) -> Position:
        """Try those again whose time has come, one by one."""
        for uid in position.later:
            if self._due.get(uid, 0) > self._clock.now():
                continue
            self._put_off(uid)  # before it is touched: it may break the connection again
            found = (await call(mailbox.look_at, [uid])).get(uid)
            if found is None or await self._hand_over(found, await self._alone(call, mailbox, found)):
                position = await self.remember(positions.had(position, uid))
        return position

    async def _take(self, call: Call, mailbox: Mailbox, position: Position, batch: list[Listed]) -> Position:
        raws = await self._fetch(call, mailbox, batch)
        gone = await self._seen_to_be_gone(call, mailbox, [uid for uid, raw in raws.items() if raw is None])
        later = [one.uid for one in batch if one.uid not in gone and not await self._hand_over(one, raws[one.uid])]
        for uid in later:
            self._put_off(uid)
        position = positions.dealt_with(position, [one.uid for one in batch], later)
        if len(position.later) > MOST_LATER:
            raise ServerTrouble("defect")
        return await self.remember(position)

    async def _seen_to_be_gone(self, call: Call, mailbox: Mailbox, missing: list[int]) -> set[int]:
        """Which of the mails that couldn't be had somebody has taken away meanwhile."""
        return set(missing) - (await call(mailbox.look_at, missing)).keys() if missing else set()

    def _batches(self, listed: list[Listed]) -> Iterator[list[Listed]]:
        """A few small ones together; alone what is large, or was at hand when the connection broke."""
        batch, octets = list[Listed](), 0
        for one in listed:
            alone = self._is_alone(one)
            if batch and (alone or len(batch) == AT_ONCE or octets + one.size > OCTETS_AT_ONCE):
                yield batch
                batch, octets = [], 0
            batch, octets = [*batch, one], octets + one.size
            if alone:
                yield batch
                batch, octets = [], 0
        if batch:
            yield batch

    def _is_alone(self, one: Listed) -> bool:
        return one.size > CHUNK or self._tries[one.uid] > 0

    async def _fetch(self, call: Call, mailbox: Mailbox, batch: list[Listed]) -> dict[int, bytes | None]:
        """The mails' bytes; None for what can't be had now."""
        uids = [one.uid for one in batch]
        if len(batch) > 1:
            self._tries.update(uids)
            try:
                found = await call(mailbox.fetch, uids, OCTETS_AT_ONCE + CHUNK)
            except ServerTrouble as trouble:
                if trouble.code != "refused":
                    raise
                found = {}
            self._have_tried(uids)
            return {one.uid: found.get(one.uid) or await self._alone(call, mailbox, one) for one in batch}
        return {one.uid: await self._alone(call, mailbox, one) for one in batch}

    async def _alone(self, call: Call, mailbox: Mailbox, one: Listed) -> bytes | None:
        if self._tries[one.uid] >= TRIES:
            del self._tries[one.uid]
            return None
        self._tries[one.uid] += 1
        try:
            raw = await self._had(call, mailbox, one)
        except ServerTrouble as trouble:
            if trouble.code != "refused":
                raise
            raw = None
        self._have_tried([one.uid])
        return raw

    async def _had(self, call: Call, mailbox: Mailbox, one: Listed) -> bytes | None:
        if one.size <= self._mail_octets:
            try:
                return await call(mailbox.fetch_long, one.uid)
            except TooLarge:
                pass
        header = await call(mailbox.header, one.uid)
        if header is None:
            return None
        self.too_large += 1
        _said.warning("a mail is too large", inbox=self._inbox_id, uid=one.uid, octets=one.size)
        return stand_in(header, max(one.size, self._mail_octets), self._mail_octets)

    async def _hand_over(self, one: Listed, raw: bytes | None) -> bool:
        """Tell whether the desk has this mail now, or it is gone."""
        if raw is None:
            return False
        try:
            await self._deposit(self._inbox_id, raw, Envelope(way="imap", seen_at=one.at))
        except Unavailable:
            raise ServerTrouble("storage_away") from None
        except NotFound:
            raise ServerTrouble("removed") from None
        except Exception:  # noqa: BLE001 - told, tried again later, and the mails behind it go on
            _said.exception("a mail couldn't be kept", inbox=self._inbox_id, uid=one.uid)
            return False
        self.last_mail_at = self._clock.now()
        return True

    def _put_off(self, uid: int) -> None:
        self._due[uid] = self._clock.now() + AGAIN[min(self._failures[uid], len(AGAIN) - 1)]
        self._failures[uid] += 1

    def _have_tried(self, uids: Sequence[int]) -> None:
        for uid in uids:
            self._tries.pop(uid, None)
