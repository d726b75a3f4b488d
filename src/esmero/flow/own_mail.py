"""The desk's own mail leaves: due rows are leased, written in the recipient's language and handed over.

As with replies, one attempt ends in one of four ways. What it says is forgotten as soon as its fate is known.
"""

from __future__ import annotations

import asyncio
from functools import partial

import structlog
from msgspec.structs import replace

from esmero.care.notify import queue
from esmero.care.notify.queue import Waiting
from esmero.care.notify.words import at_time
from esmero.care.notify.write import write
from esmero.contract.own_mail import OwnMail
from esmero.contract.ports import OwnPost
from esmero.contract.trouble import OutcomeUnknown, PermanentTrouble, TemporaryTrouble, Trouble
from esmero.desk import agents, links
from esmero.flow.deliver import BACK_OFF, LEASE, TIME_LIMIT
from esmero.kit.clock import DAY, HOUR, SECOND, Clock
from esmero.kit.ids import fingerprint, secret_token
from esmero.kit.sealed import Sealer
from esmero.store.database import Database
from esmero.store.session import Transaction

BATCH = 10
KEPT_FOR = 30 * DAY
"""How long administrators can see what became of a mail."""
RESET_FOR = HOUR

_said = structlog.get_logger(__name__)


class OwnMails:
    """The worker that sends them. Any number of processes may run one."""

    def __init__(
        self, database: Database, sealer: Sealer, post: OwnPost, clock: Clock, *, origin: str, owner: str
    ) -> None:
        """Make a worker. `origin` is where people find the console."""
        self._database = database
        self._sealer = sealer
        self._post = post
        self._clock = clock
        self._origin = origin
        self._owner = owner

    async def round(self) -> int:
        """Send what is due now; returns how many were taken."""
        now = self._clock.now()
        if not await self._database.read(lambda session: queue.any_due(session, now=now)):
            return 0
        taken = await self._database.write(partial(self._lease, now=now))
        await asyncio.gather(*(self._send(one) for one in taken))
        return len(taken)

    def _lease(self, tx: Transaction, *, now: int) -> list[Waiting]:
        queue.sweep(tx, before=now - KEPT_FOR)
        return queue.lease(tx, owner=self._owner, now=now, until=now + LEASE, limit=BATCH)

    async def _send(self, one: Waiting) -> None:
        if one.expires_at is not None and one.expires_at <= self._clock.now():
            await self._finish(one, "failed", Trouble(code="expired"))
            return
        mail = await self._addressed(queue.opened(one, self._sealer))
        if mail is None:
            await self._database.write(lambda tx: queue.drop(tx, one, owner=self._owner))
            return
        letter = write(mail, key=one.key, desk=self._origin.partition("://")[2])
        try:
            async with asyncio.timeout(TIME_LIMIT / SECOND):
                await self._post.send(letter)
        except TemporaryTrouble as error:
            await self._later(one, error.trouble, error.wait)
        except PermanentTrouble as error:
            await self._finish(one, "failed", error.trouble)
        except OutcomeUnknown as error:
            await self._finish(one, "unknown", error.trouble)
        except TimeoutError:
            await self._finish(one, "unknown", Trouble(code="outcome-unknown"))
        except Exception:  # noqa: BLE001 - told, and the rest goes on
            _said.exception("a mail of the desk's own broke", mail=one.id)
            await self._finish(one, "failed", Trouble(code="defect"))
        else:
            await self._finish(one, "sent", None)

    async def _addressed(self, mail: OwnMail) -> OwnMail | None:
        """Return a mail with what is only known now; None if there is nobody whom it could go to."""
        if mail.purpose != "reset" or mail.link:
            return mail
        token, now = secret_token("reset"), self._clock.now()
        expires_at = now + RESET_FOR

        def unit(tx: Transaction) -> agents.Agent | None:
            account = agents.account(tx, mail.to)
            found = agents.find(tx, account.id) if account else None
            if found is None or found.disabled or not found.joined:
                return None
            known = fingerprint(token)
            links.add(tx, purpose="reset", agent_id=found.id, token=known, at=now, expires_at=expires_at)
            return found

        agent = await self._database.write(unit)
        if agent is None:
            return None
        link = f"{self._origin}/console/reset#{token}"
        values: dict[str, str | int] = {"until": at_time(expires_at)}
        return replace(mail, name=agent.name, language=agent.language, link=link, values=values)

    async def _later(self, one: Waiting, why: Trouble, wait: int | None) -> None:
        if one.attempts > len(BACK_OFF):
            await self._finish(one, "failed", why)
            return
        next_at = self._clock.now() + max(BACK_OFF[one.attempts - 1], wait or 0)
        await self._database.write(lambda tx: queue.postpone(tx, one, why, owner=self._owner, next_at=next_at))

    async def _finish(self, one: Waiting, outcome: queue.Outcome, why: Trouble | None) -> None:
        at = self._clock.now()
        await self._database.write(lambda tx: queue.finish(tx, one, outcome, why, owner=self._owner, at=at))
