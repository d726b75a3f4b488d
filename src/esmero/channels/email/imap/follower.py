"""Follows one inbox's mailbox until it is cancelled: connects, reads on, waits, and comes back after any trouble."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from secrets import SystemRandom
from time import monotonic
from typing import Final, NoReturn

import msgspec
import structlog
from msgspec import Struct

from esmero.channels.email.credentials import Sign
from esmero.channels.email.deposit import Deposit
from esmero.channels.email.imap import position as positions
from esmero.channels.email.imap.mailbox import Limits, Mailbox
from esmero.channels.email.imap.position import BEHIND, Position
from esmero.channels.email.imap.state import State, Tell
from esmero.channels.email.imap.taking import Taking
from esmero.channels.email.settings import EmailSettings
from esmero.channels.email.trouble import ServerTrouble
from esmero.channels.email.worker import Worker
from esmero.contract.ports import Memory
from esmero.kit.clock import HOUR, Clock

_said = structlog.get_logger(__name__)
_chance = SystemRandom()
STEADY_SECONDS: Final = 60.0
"""A connection that held so long ends the back-off of those before it."""
QUICK_DEATHS: Final = 3
"""So many connections that broke as soon as they waited by IDLE, and it isn't used any more."""


class Pace(Struct, frozen=True, kw_only=True):
    """How often a mailbox is looked at, in seconds.

    Attributes:
        poll: where the server doesn't tell of mails by itself.
        renew: how long IDLE waits before it is ended and begun again: far below the 29 minutes of RFC 2177, since a
            dead connection shows only then, and a server that forgot to tell of a mail is found out.
        examine: after which the folder is opened anew, which shows a changed UIDVALIDITY.
        after_trouble, after_refusal: pauses before it is tried again, one after the other, the last one for good.
            A server that is just starting or stopping refuses passwords that are right, so the first two refusals are
            tried again soon; altogether three tries in ten minutes lock no account.
    """

    poll: float = 20.0
    renew: float = 90.0
    examine: float = 600.0
    after_trouble: tuple[float, ...] = (1, 2, 5, 10, 30, 60, 120, 300)
    after_refusal: tuple[float, ...] = (20, 90, 600, 1800, 3600)


_LIMITS: Final = Limits()
_PACE: Final = Pace()


class Follower:
    """One inbox's IMAP folder. Everything in it from the first start on is handed over at least once."""

    def __init__(
        self,
        inbox_id: int,
        settings: EmailSettings,
        sign: Sign,
        *,
        deposit: Deposit,
        memory: Memory,
        clock: Clock,
        tell: Tell,
        context: Callable[[], ssl.SSLContext] = ssl.create_default_context,
        limits: Limits = _LIMITS,
        pace: Pace = _PACE,
    ) -> None:
        self._inbox_id = inbox_id
        self._settings = settings
        self._sign = sign
        self._clock = clock
        self._tell_state = tell
        self._context = context
        self._limits = limits
        self._pace = pace
        self._taking = Taking(inbox_id, deposit, memory, clock, mail_octets=limits.mail_octets)
        self._quick_deaths = 0
        self._idles = False
        self._later = 0
        self._logged = ""
        self.state = State(kind="connecting", since=clock.now())

    @property
    def account(self) -> str:
        """Whose mailbox and which folder; the host may be corrected without beginning anew."""
        return f"{self._user.lower()}/{self._settings.folder}"

    @property
    def _user(self) -> str:
        return self._settings.receive.user or self._settings.address

    async def run(self) -> None:
        """Follow until cancelled, or until the inbox isn't in use any more."""
        failures = 0
        while True:
            began = monotonic()
            trouble = await self._connected()
            if trouble.code == "removed":
                return
            failures = 1 if monotonic() - began > STEADY_SECONDS else failures + 1
            await asyncio.sleep(self._pause(trouble, failures))

    def _pause(self, trouble: ServerTrouble, failures: int) -> float:
        steps = self._pace.after_refusal if trouble.needs_a_person else self._pace.after_trouble
        # Many inboxes of one server that was away shall not all come back at once.
        return steps[min(failures, len(steps)) - 1] * _chance.uniform(0.75, 1.25)

    async def _connected(self) -> ServerTrouble:
        """One connection, from its beginning to the trouble that ended it."""
        mailbox = Mailbox(self._settings.receive, self._context, self._limits)
        worker = Worker(f"imap-{self._inbox_id}")
        try:
            await self._follow(worker, mailbox)
        except ServerTrouble as trouble:
            self._tell("refused" if trouble.needs_a_person else "waiting", trouble)
            return trouble
        except Exception:  # noqa: BLE001 - told, and tried again; the other inboxes go on
            _said.exception("following broke", inbox=self._inbox_id)
            defect = ServerTrouble("defect")
            self._tell("waiting", defect)
            return defect
        finally:
            await _let_go(worker, mailbox)

    async def _follow(self, worker: Worker, mailbox: Mailbox) -> NoReturn:
        self._tell("connecting")
        await worker.call(mailbox.connect)
        await self._signed_in(worker, mailbox)
        self._idles = mailbox.idles and self._quick_deaths < QUICK_DEATHS
        while True:
            position = await self._opened(worker, mailbox)
            until = monotonic() + self._pace.examine
            self._tell("ok")
            position = await self._read_on(worker, mailbox, position)
            position = await self._taking.try_again(worker.call, mailbox, position)
            while monotonic() < until:
                self._later = len(position.later)
                self._tell("ok")
                await self._wait(worker, mailbox)
                position = await self._read_on(worker, mailbox, position)

    async def _signed_in(self, worker: Worker, mailbox: Mailbox) -> None:
        credential = await self._sign(False)
        try:
            await worker.call(mailbox.sign_in, credential)
        except ServerTrouble as trouble:
            if trouble.code != "sign_in_refused" or not credential.is_token:
                raise
            # A token may be withdrawn before its time.
            await worker.call(mailbox.sign_in, await self._sign(True))

    async def _opened(self, worker: Worker, mailbox: Mailbox) -> Position:
        opened = await worker.call(mailbox.examine, self._settings.folder)
        there = await worker.call(mailbox.search, f"UID {max(1, opened.next_uid - BEHIND)}:*")
        self._taking.begin_anew()
        known = await self._taking.recall()
        if known is None or known.account != self.account:
            now = self._clock.now()
            return await self._taking.remember(positions.begin(self.account, opened, there, now))
        position = positions.resume(known, opened, there)
        if position is not known:
            self._taking.forget()
            _said.warning("looking back: the mailbox numbers its mails anew", inbox=self._inbox_id)
            await self._taking.remember(position)
        return position

    async def _read_on(self, worker: Worker, mailbox: Mailbox, position: Position) -> Position:
        """Hand over whatever is there, until a search finds nothing more."""
        while True:
            found = await worker.call(mailbox.search, positions.criteria(position))
            uids = self._taking.left(positions.wanted(position, found))
            if uids:
                position = await self._taking.take(worker.call, mailbox, position, uids)
            elif position.since is not None:
                position = await self._taking.remember(positions.at_end(position, position.read_at))
            else:
                return await self._at_end(position)

    async def _at_end(self, position: Position) -> Position:
        now = self._clock.now()
        if now - position.read_at < HOUR:
            return position
        return await self._taking.remember(positions.at_end(position, now))

    async def _wait(self, worker: Worker, mailbox: Mailbox) -> None:
        if not self._idles:
            await asyncio.sleep(self._pace.poll)
            await worker.call(mailbox.ask)
            return
        began = monotonic()
        try:
            await worker.call(mailbox.wait, self._pace.renew)
            self._quick_deaths = 0
        except ServerTrouble as trouble:
            if trouble.code == "refused":
                self._idles = False
                return
            self._quick_deaths = self._quick_deaths + 1 if monotonic() - began < 1 else 0
            raise

    def _tell(self, kind: str, trouble: ServerTrouble | None = None) -> None:
        state = msgspec.convert(
            {
                "kind": kind,
                "since": self.state.since if kind == self.state.kind else self._clock.now(),
                "code": trouble.code if trouble else "",
                "words": trouble.words if trouble else "",
                "last_mail_at": self._taking.last_mail_at,
                "idles": self._idles,
                "later": self._later,
                "too_large": self._taking.too_large,
            },
            State,
        )
        if state == self.state:
            return
        self._log(kind, state.code, state.words)
        self.state = state
        self._tell_state(self._inbox_id, state)

    def _log(self, kind: str, code: str, words: str) -> None:
        """Once for each trouble and its end, however often it is tried in between."""
        if code and code != self._logged:
            _said.warning("a mailbox can't be read", inbox=self._inbox_id, code=code, words=words)
            self._logged = code
        elif kind == "ok" and self._logged:
            _said.info("a mailbox can be read again", inbox=self._inbox_id)
            self._logged = ""


async def _let_go(worker: Worker, mailbox: Mailbox) -> None:
    """End the connection and the thread, whatever it waits for; don't wait long for it."""
    mailbox.abort()
    await worker.end(mailbox.close, seconds=1)
