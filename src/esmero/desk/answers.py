"""Answers to calls that carried an idempotency key: the same call again gets the same answer and does nothing."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, delete, select, update

from esmero.kit.errors import Conflict
from esmero.store.schema import answer
from esmero.store.session import Row, Transaction
from esmero.store.statement import Statement, insert


class KeyReused(Conflict):
    """The client gave two different calls one key."""

    code = "key_reused"
    title = "This idempotency key belongs to another call."


class KeyInUse(Conflict):
    """The first call with this key has not been answered yet."""

    code = "key_in_use"
    title = "The first call with this idempotency key still runs."
    retry = True


class Answer(NamedTuple):
    """What a call was answered. `body` is sealed."""

    status: int
    body: bytes


_KEY = (answer.c.owner == bindparam("owner"), answer.c.key == bindparam("key"))
_FIND = Statement(select(answer.c.request, answer.c.status, answer.c.body, answer.c.lease_until).where(*_KEY))
_CLAIM = Statement(
    insert(answer).values({name: bindparam(name) for name in ("owner", "key", "request", "lease_until", "created_at")})
)
# A call that died in the middle left its claim behind; after the lease another may run.
_RENEW = Statement(update(answer).where(*_KEY).values(lease_until=bindparam("until")))
_KEEP = Statement(update(answer).where(*_KEY).values(status=bindparam("new_status"), body=bindparam("new_body")))
_RELEASE = Statement(delete(answer).where(*_KEY, answer.c.status.is_(None)))
_old = select(answer.c.owner, answer.c.key).where(answer.c.created_at < bindparam("before")).limit(bindparam("limit"))
_OLD = Statement(_old)
_DROP = Statement(delete(answer).where(*_KEY), names=("owner", "key"))


def claim(tx: Transaction, *, owner: str, key: str, request: bytes, at: int, lease_until: int) -> Answer | None:
    """Begin a call: None means run it, otherwise here is its answer.

    Raises:
        KeyReused: the key came with another request before.
        KeyInUse: the same request runs at this moment.
    """
    row = tx.one(_FIND, owner=owner, key=key)
    if row is None:
        tx.run(_CLAIM, owner=owner, key=key, request=request, lease_until=lease_until, created_at=at)
        return None
    answered = _answer(row, request, at)
    if answered is None:
        tx.run(_RENEW, owner=owner, key=key, until=lease_until)
    return answered


def keep(tx: Transaction, *, owner: str, key: str, status: int, body: bytes) -> None:
    """Keep the answer of a call that was begun."""
    tx.run(_KEEP, owner=owner, key=key, new_status=status, new_body=body)


def release(tx: Transaction, *, owner: str, key: str) -> None:
    """Forget a call that failed in a way that may be over next time."""
    tx.run(_RELEASE, owner=owner, key=key)


def sweep(tx: Transaction, *, before: int, limit: int) -> int:
    """Forget answers from before this time, at most `limit`; returns how many."""
    rows = tx.all(_OLD, before=before, limit=limit)
    tx.many(_DROP, [(owner, key) for owner, key in rows])
    return len(rows)


def _answer(row: Row, request: bytes, at: int) -> Answer | None:
    asked, status, body, lease_until = row
    if bytes(asked) != request:
        raise KeyReused("Take a fresh key for a call that differs.")
    if status is not None:
        return Answer(status, bytes(body))
    if lease_until > at:
        raise KeyInUse(wait=1_000)
    return None
