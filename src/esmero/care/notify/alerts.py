"""Administrators are told by mail of what stops the desk's work, at most once a day for each matter, and of its end."""

from __future__ import annotations

from esmero.care.notify import matters
from esmero.care.notify.matters import Kept, Seen
from esmero.care.notify.notify import Notify
from esmero.care.notify.words import at_time
from esmero.contract.own_mail import OwnMail, Purpose
from esmero.desk import agents
from esmero.kit.clock import Clock
from esmero.store.database import Database
from esmero.store.session import Transaction


class Alerts:
    """The worker that looks. What it notes and what it tells is one transaction, so no two processes tell twice."""

    def __init__(self, database: Database, notify: Notify, clock: Clock, *, origin: str) -> None:
        self._database = database
        self._notify = notify
        self._clock = clock
        self._origin = origin

    async def round(self) -> int:
        """Look once. There is never more to do at once."""
        now = self._clock.now()
        if not await self._database.read(self._notify.is_set):
            return 0  # whoever sets a sender up is told of all that lasts
        await self._database.write(lambda tx: self._look(tx, now))
        return 0

    def _look(self, tx: Transaction, at: int) -> None:
        seen, noted = matters.look(tx, at), matters.kept(tx)
        for one in seen:
            self._deal_with(tx, one, noted.get(one.key), at)
        for key in matters.gone(seen, noted):
            matters.forget(tx, key)

    def _deal_with(self, tx: Transaction, one: Seen, before: Kept | None, at: int) -> None:
        step = matters.step(one, before, at)
        if step == "begin":
            before = Kept(one.key, one.since, before.told_at if before else None, None)
            matters.keep(tx, before)
            step = matters.step(one, before, at)
        if before is None or step is None:
            return
        match step:
            case "tell":
                matters.keep(tx, before._replace(told_at=at))
                self._tell(tx, "alert", one, before.since)
            case "mend" | "rest":
                matters.keep(tx, before._replace(ended_at=at))
                if step == "mend":
                    self._tell(tx, "mended", one, before.since)
            case "forget":
                matters.forget(tx, one.key)

    def _tell(self, tx: Transaction, purpose: Purpose, one: Seen, since: int) -> None:
        values: dict[str, str | int] = {"inbox": one.inbox.name, "since": at_time(since), "count": 0}
        link = f"{self._origin}/console/settings/inboxes/{one.inbox.id}" if one.about == "mailbox" else self._origin
        for agent in agents.everyone(tx):
            if agent.role == "administrator" and agent.joined and not agent.disabled:
                mail = OwnMail(
                    purpose=purpose,
                    about=one.about,
                    to=agent.email,
                    name=agent.name,
                    language=agent.language,
                    values=values | (one.values if purpose == "alert" else {}),
                    link=link if purpose == "alert" else "",
                )
                self._notify.put(tx, mail)
