"""What administrators are told of: mailboxes that are refused, and mail that could not be understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct
from sqlalchemy import bindparam, delete, func, select

from esmero.channels.email.imap.state import STATE, State, read_state
from esmero.desk import inboxes, memory
from esmero.desk.inboxes import Inbox
from esmero.kit.clock import DAY, MINUTE
from esmero.store.schema import matter, source
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

REFUSED_FOR = 10 * MINUTE
"""How long a mailbox is refused before anybody is told: a provider may have a bad moment."""
AGAIN_AFTER = DAY
"""How often one matter is told at most, however often it comes and goes."""
About = Literal["mailbox", "quarantine"]


class Seen(Struct, frozen=True, kw_only=True):
    """How a matter stands. `bad` is None where that can't be said just now."""

    about: About
    inbox: Inbox
    bad: bool | None
    since: int
    patience: int = 0
    values: dict[str, str | int] = {}

    @property
    def key(self) -> str:
        return f"{self.about}:{self.inbox.id}"


class Kept(NamedTuple):
    """What was noted of a matter. `told_at` is None while nobody has been told, `ended_at` None while it lasts."""

    key: str
    since: int
    told_at: int | None
    ended_at: int | None


Step = Literal["begin", "tell", "mend", "rest", "forget"]
"""`rest`: it has ended, and nobody need know, since nobody was told of it this time."""

_HELD = Statement(
    select(source.c.inbox_id, func.count(), func.min(source.c.created_at))
    .where(source.c.state == "held")
    .group_by(source.c.inbox_id)
)
_ALL = Statement(select(matter.c.key, matter.c.since, matter.c.told_at, matter.c.ended_at))
_fresh = insert(matter).values({name: bindparam(name) for name in Kept._fields})
_KEEP = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[matter.c.key], set_={name: _fresh.excluded[name] for name in ("since", "told_at", "ended_at")}
    )
)
_FORGET = Statement(delete(matter).where(matter.c.key == bindparam("key")))


def look(session: Session, at: int) -> list[Seen]:
    """Return how everything stands that administrators might have to know."""
    held = {inbox_id: (count, oldest) for inbox_id, count, oldest in session.all(_HELD)}
    used = [inbox for inbox in inboxes.everyone(session) if not inbox.removed]
    return [*_mailboxes(session, used, at), *_quarantines(used, held, at)]


def kept(session: Session) -> dict[str, Kept]:
    """Return what was noted."""
    return {row[0]: Kept(*row) for row in session.all(_ALL)}


def keep(tx: Transaction, one: Kept) -> None:
    """Note how a matter stands."""
    tx.run(_KEEP, **one._asdict())


def forget(tx: Transaction, key: str) -> None:
    """Note nothing of a matter any more."""
    tx.run(_FORGET, key=key)


def step(seen: Seen, before: Kept | None, at: int) -> Step | None:
    """Decide what is to be done about a matter; a pure rule.

    It is told once it has lasted, then once a day at most; and its end is told to those who were told of it.
    """
    if seen.bad is None:
        return None
    if not seen.bad:
        return None if before is None else _ended(before, at)
    if before is None or before.ended_at is not None:
        return "begin"
    if at - before.since < seen.patience:
        return None
    return "tell" if before.told_at is None or at - before.told_at >= AGAIN_AFTER else None


def _ended(before: Kept, at: int) -> Step | None:
    if before.told_at is None or (at - before.told_at >= AGAIN_AFTER and before.ended_at is not None):
        return "forget"
    if before.ended_at is not None:
        return None
    return "mend" if before.told_at >= before.since else "rest"


def gone(seen: Iterable[Seen], noted: Mapping[str, Kept]) -> list[str]:
    """Return the matters that can't come back: their inbox is in use no more."""
    return sorted(noted.keys() - {one.key for one in seen})


def _mailboxes(session: Session, used: Iterable[Inbox], at: int) -> Iterator[Seen]:
    for inbox in used:
        written = memory.recall(session, inbox_id=inbox.id, name=STATE)
        if written is not None:
            yield _mailbox(inbox, read_state(written), at)


def _mailbox(inbox: Inbox, state: State, at: int) -> Seen:
    bad = {"refused": True, "ok": False}.get(state.kind)
    return Seen(
        about="mailbox",
        inbox=inbox,
        bad=bad,
        since=min(state.since, at),
        patience=REFUSED_FOR,
        values={"trouble": state.code, "words": state.words},
    )


def _quarantines(used: Iterable[Inbox], held: Mapping[int, tuple[int, int]], at: int) -> Iterator[Seen]:
    for inbox in used:
        count, oldest = held.get(inbox.id, (0, at))
        yield Seen(about="quarantine", inbox=inbox, bad=count > 0, since=oldest, values={"count": count})
