"""Mails of the desk's own that are to leave: rows, so that none is lost with its process. What they say is sealed."""

from __future__ import annotations

import secrets
from typing import Any, Final, Literal, NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import and_, bindparam, delete, func, or_, select, update

from esmero.contract.own_mail import OwnMail
from esmero.contract.trouble import Trouble
from esmero.kit.sealed import Sealer
from esmero.store.schema import own_mail
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

OWN_MAIL = "own_mail"
"""The topic that is announced when there is a mail to send."""
_SEALED_FOR = "own-mail"
State = Literal["waiting", "leased", "sent", "failed", "unknown"]
Outcome = Literal["sent", "failed", "unknown"]
_decode = msgspec.json.Decoder(OwnMail).decode


class Waiting(NamedTuple):
    """A mail that this worker holds."""

    id: int
    key: str
    purpose: str
    sealed: bytes
    attempts: int
    expires_at: int | None


class Fate(Struct, frozen=True, kw_only=True):
    """What became of a mail. `code`: what was wrong, and `said` by whom; `due_at`: of the next attempt."""

    id: int
    purpose: str
    recipient: str
    state: State
    code: str
    said: str
    attempts: int
    due_at: int
    created_at: int
    ended_at: int | None


_own = own_mail.c
_PUT = Statement(
    insert(own_mail).values(
        state="waiting",
        attempts=0,
        code="",
        said="",
        **{
            name: bindparam(name)
            for name in ("key", "purpose", "recipient", "sealed", "due_at", "expires_at", "created_at")
        },
    )
)
_waiting = and_(_own.state == "waiting", _own.due_at <= bindparam("now"))
_interrupted = and_(_own.state == "leased", _own.lease_until <= bindparam("now"))
_ANY = Statement(select(_own.id).where(or_(_waiting, _interrupted)).limit(1))
_due = select(_own.id).where(_waiting).order_by(_own.due_at, _own.id).limit(bindparam("limit"))
_LEASE = Statement(
    update(own_mail)
    .where(_own.id.in_(_due.scalar_subquery()), _waiting)
    .values(state="leased", attempts=_own.attempts + 1, lease_owner=bindparam("owner"), lease_until=bindparam("until"))
    .returning(_own.id, _own.key, _own.purpose, _own.sealed, _own.attempts, _own.expires_at)
)
_WHY: Final[dict[str, Any]] = {"code": bindparam("code"), "said": bindparam("said")}
_FREE = {"lease_owner": None, "lease_until": None}
_INTERRUPTED = Statement(
    update(own_mail)
    .where(_interrupted)
    .values(state="unknown", code=bindparam("code"), said="", sealed=None, ended_at=bindparam("now"), **_FREE)
)
_held = (_own.id == bindparam("id"), _own.state == "leased", _own.lease_owner == bindparam("owner"))
_FINISH = Statement(
    update(own_mail)
    .where(*_held)
    .values(state=bindparam("outcome"), sealed=None, ended_at=bindparam("at"), **_WHY, **_FREE)
)
_POSTPONE = Statement(
    update(own_mail).where(*_held).values(state="waiting", due_at=bindparam("next_at"), **_WHY, **_FREE)
)
_DROP = Statement(delete(own_mail).where(*_held))
_SWEEP = Statement(delete(own_mail).where(_own.ended_at < bindparam("before")))
_ASKED = Statement(
    select(func.count()).where(
        _own.recipient == bindparam("recipient"),
        _own.purpose == bindparam("purpose"),
        _own.created_at > bindparam("since"),
    )
)
_fate = tuple(_own[name] for name in Fate.__struct_fields__)
_LAST = Statement(select(*_fate).order_by(_own.id.desc()).limit(bindparam("limit")))


def put(tx: Transaction, mail: OwnMail, sealer: Sealer, *, at: int, expires_at: int | None = None) -> None:
    """Have a mail sent, together with whatever else this transaction does."""
    key = secrets.token_hex(16)
    sealed = sealer.seal(msgspec.json.encode(mail), purpose=_SEALED_FOR, about=key)
    tx.run(
        _PUT,
        key=key,
        purpose=mail.purpose,
        recipient=mail.to,
        sealed=sealed,
        due_at=at,
        expires_at=expires_at,
        created_at=at,
    )
    tx.announce(OWN_MAIL)


def opened(waiting: Waiting, sealer: Sealer) -> OwnMail:
    """Return what a mail is to say."""
    return _decode(sealer.open(waiting.sealed, purpose=_SEALED_FOR, about=waiting.key))


def any_due(session: Session, *, now: int) -> bool:
    """Tell whether there is anything to take, without writing."""
    return session.one(_ANY, now=now) is not None


def lease(tx: Transaction, *, owner: str, now: int, until: int, limit: int) -> list[Waiting]:
    """Take what is due, oldest first; nobody else gets it before `until`.

    What a worker held when it died may have left or not. It is not sent again: nobody gets a link twice.
    """
    tx.run(_INTERRUPTED, now=now, code="outcome-unknown")
    rows = tx.all(_LEASE, owner=owner, now=now, until=until, limit=limit)
    return sorted((Waiting(*row) for row in rows), key=lambda one: one.id)


def finish(tx: Transaction, one: Waiting, outcome: Outcome, why: Trouble | None, *, owner: str, at: int) -> bool:
    """Put a mail away for good; False if the lease was lost meanwhile."""
    return tx.run(_FINISH, id=one.id, owner=owner, outcome=outcome, **_told(why), at=at) == 1


def postpone(tx: Transaction, one: Waiting, why: Trouble, *, owner: str, next_at: int) -> bool:
    """Give a mail back for a later attempt; False if the lease was lost meanwhile."""
    return tx.run(_POSTPONE, id=one.id, owner=owner, **_told(why), next_at=next_at) == 1


def _told(why: Trouble | None) -> dict[str, str]:
    return {"code": why.code, "said": why.said} if why else {"code": "", "said": ""}


def drop(tx: Transaction, one: Waiting, *, owner: str) -> None:
    """Forget a mail that has nobody to go to."""
    tx.run(_DROP, id=one.id, owner=owner)


def asked(session: Session, recipient: str, purpose: str, *, since: int) -> int:
    """Return how many mails of a purpose were asked for, for an address."""
    row = session.one(_ASKED, recipient=recipient, purpose=purpose, since=since)
    return 0 if row is None else row[0]


def last(session: Session, *, limit: int) -> list[Fate]:
    """Return what became of the newest mails."""
    return [Fate(**dict(zip(Fate.__struct_fields__, row, strict=True))) for row in session.all(_LAST, limit=limit)]


def sweep(tx: Transaction, *, before: int) -> None:
    """Forget mails whose fate was known before this time."""
    tx.run(_SWEEP, before=before)
