"""The mailboxes of all e-mail inboxes are followed, each by one process, as their settings are at the moment."""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial

import msgspec
import structlog

from esmero.channels.email.deposit import Deposit
from esmero.channels.email.imap.state import STATE, State
from esmero.channels.email.settings import KIND, EmailSecrets, read_email_settings
from esmero.channels.email.tokens import MailboxTokens
from esmero.contract.ports import Inboxes, Leases, Memory, SetUp
from esmero.kit.clock import SECOND, Clock
from esmero.kit.errors import EsmeroError

LOOK_EVERY_SECONDS = 10.0
LEASE = 45 * SECOND
"""After so long without a sign of life another process takes a mailbox over."""

_said = structlog.get_logger(__name__)
_read_secrets = msgspec.json.Decoder(EmailSecrets).decode


class Mailboxes:
    """Starts, restarts and ends what follows each mailbox."""

    def __init__(
        self,
        inboxes: Inboxes,
        leases: Leases,
        memory: Memory,
        deposit: Deposit,
        tokens: MailboxTokens,
        clock: Clock,
    ) -> None:
        self._inboxes = inboxes
        self._tokens = tokens
        self._leases = leases
        self._memory = memory
        self._deposit = deposit
        self._clock = clock
        self._followed: dict[int, tuple[SetUp, asyncio.Task[None]]] = {}
        self._told: dict[int, State] = {}
        self._woken = asyncio.Event()

    @property
    def followed(self) -> set[int]:
        """The inboxes whose mailboxes this process follows."""
        return set(self._followed)

    def wake(self, _hint: bytes = b"") -> None:
        """Say that an inbox may have been set up anew."""
        self._woken.set()

    async def run(self) -> None:
        """Follow what there is to follow, until cancelled."""
        try:
            while True:
                self._woken.clear()
                try:
                    await self.look()
                except EsmeroError:
                    _said.warning("the inboxes can't be looked at")
                except Exception:  # noqa: BLE001 - told, and the next look comes
                    _said.exception("the mailboxes could not be looked after")
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_EVERY_SECONDS):
                        await self._woken.wait()
        finally:
            await self._end_all()

    async def look(self) -> None:
        """Follow each mailbox whose lease this process has, and no other."""
        wanted = {number: one for number, one in (await self._inboxes.of_kind(KIND)).items() if _is_fetched(one)}
        for number in [one for one in self._followed if one not in wanted]:
            await self._end(number)
            await self._leases.let_go(_lease(number))
        for number, set_up in wanted.items():
            if not await self._leases.hold(_lease(number), ms=LEASE):
                await self._end(number)
                continue
            before = self._followed.get(number)
            if before is None or not _is_same(before[0], set_up) or before[1].done():
                await self._end(number)
                self._followed[number] = (set_up, asyncio.get_running_loop().create_task(self._follow(number, set_up)))
        await self._tell()

    async def _follow(self, number: int, set_up: SetUp) -> None:
        from esmero.channels.email.credentials import signer  # a desk that fetches no mail doesn't pay for it
        from esmero.channels.email.imap.follower import Follower

        settings = read_email_settings(set_up.settings)
        secrets = _read_secrets(set_up.secrets) if set_up.secrets else EmailSecrets()
        keep = partial(self._tokens.keep, number)
        sign = signer(settings, settings.receive, secrets.receive, secrets, self._clock, keep=keep)
        follower = Follower(
            number,
            settings,
            sign,
            deposit=self._deposit,
            memory=self._memory,
            clock=self._clock,
            tell=self._hear,
        )
        await follower.run()

    def _hear(self, number: int, state: State) -> None:
        """Take note of a state; it is written down at the next look, which comes at once."""
        self._told[number] = state
        self._woken.set()

    async def _tell(self) -> None:
        while self._told:
            number, state = self._told.popitem()
            await self._memory.remember(number, STATE, msgspec.json.encode(state).decode())

    async def _end(self, number: int) -> None:
        _, task = self._followed.pop(number, (None, None))
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _end_all(self) -> None:
        numbers = list(self._followed)
        await asyncio.gather(*(self._end(number) for number in numbers))
        for number in numbers:
            with contextlib.suppress(EsmeroError):
                await self._leases.let_go(_lease(number))


def _is_fetched(set_up: SetUp) -> bool:
    return bool(read_email_settings(set_up.settings).receive.host)


def _is_same(before: SetUp, now: SetUp) -> bool:
    """Tell whether nothing has changed that needs a new sign-in; a provider gives new refresh tokens by itself."""
    return before.settings == now.settings and _plain(before) == _plain(now)


def _plain(set_up: SetUp) -> EmailSecrets:
    secrets = _read_secrets(set_up.secrets) if set_up.secrets else EmailSecrets()
    return msgspec.structs.replace(secrets, refresh_token="")


def _lease(number: int) -> str:
    return f"mailbox:{number}"
