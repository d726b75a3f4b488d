"""What came, as it came: kept sealed beside the event that it became, or held until somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct
from sqlalchemy import bindparam, func, select, update

from esmero.contract.events import Event
from esmero.contract.messages import Source
from esmero.store.schema import source
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, adding, among, insert

State = Literal["kept", "held", "put_away"]


class Kept(Struct, frozen=True, kw_only=True):
    """One source. `reason` says why it is held, `attempts` how often it was tried to understand it."""

    id: int
    inbox_id: int
    source: Source
    event_id: int | None
    state: State
    reason: str | None
    attempts: int
    created_at: int


_NAMES = ("inbox_id", "name", "way", "size", "sealed", "blob", "event_id", "state", "reason", "attempts", "created_at")
_KEEP = Statement(insert(source).values({name: bindparam(name) for name in _NAMES}).returning(source.c.id))
_ADD = adding(source, "id", *_NAMES)
_KEPT = select(source.c.id, *(source.c[name] for name in _NAMES))
_ONE = Statement(_KEPT.where(source.c.id == bindparam("id")))
_HELD = Statement(
    _KEPT.where(source.c.state == "held", among(source.c.inbox_id, "inbox_ids"))
    .order_by(source.c.id.desc())
    .limit(bindparam("limit"))
)
_BLOBS = Statement(select(source.c.blob).where(source.c.blob.is_not(None)))
_COUNT_HELD = Statement(select(func.count()).where(source.c.state == "held", among(source.c.inbox_id, "inbox_ids")))
_TIE = Statement(update(source).where(source.c.id == bindparam("id")).values(event_id=bindparam("event_id_")))
_PUT_AWAY = Statement(
    update(source).where(source.c.id == bindparam("id"), source.c.state == "held").values(state="put_away")
)
_TRIED = Statement(update(source).where(source.c.id == bindparam("id")).values(attempts=source.c.attempts + 1))


def keep(tx: Transaction, kept: Source, *, inbox_id: int, at: int) -> int:
    """Keep a source and return its number; `tie` says which event it became."""
    return _insert(tx, kept, inbox_id, at, state="kept", reason=None)


class Became(NamedTuple):
    """A source with its number, where it came to, and the event that it became."""

    id: int
    source: Source
    inbox_id: int
    event: Event


def keep_all(tx: Transaction, kept: Iterable[Became]) -> None:
    """Keep many sources, whose numbers were reserved and whose events are known."""
    tx.many(
        _ADD,
        [
            (number, inbox_id, one.name, one.way, one.size, one.sealed, one.blob, event.id, "kept", None, 0, event.at)
            for number, one, inbox_id, event in kept
        ],
    )


def tie(tx: Transaction, source_id: int, event: Event) -> None:
    """Say which event a source became."""
    tx.run(_TIE, id=source_id, event_id_=event.id)


def hold(tx: Transaction, kept: Source, *, inbox_id: int, reason: str, at: int) -> int:
    """Keep a source that could not be understood, and return its number."""
    return _insert(tx, kept, inbox_id, at, state="held", reason=reason)


def find(session: Session, source_id: int) -> Kept | None:
    """Return one source."""
    row = session.one(_ONE, id=source_id)
    return None if row is None else _kept(row)


def held(session: Session, inbox_ids: frozenset[int], *, limit: int) -> list[Kept]:
    """Return what is held in these inboxes, newest first."""
    return [_kept(row) for row in session.all(_HELD, inbox_ids=sorted(inbox_ids), limit=limit)]


def count_held(session: Session, inbox_ids: frozenset[int]) -> int:
    """Return how much is held in these inboxes."""
    row = session.one(_COUNT_HELD, inbox_ids=sorted(inbox_ids))
    return row[0] if row else 0


def blobs(session: Session) -> set[str]:
    """Return the blobs in which sources lie that are not small."""
    return {row[0] for row in session.all(_BLOBS)}


def put_away(tx: Transaction, source_id: int) -> None:
    """Hold a source no more. It stays."""
    tx.run(_PUT_AWAY, id=source_id)


def tried(tx: Transaction, source_id: int) -> None:
    """Count one more try that failed."""
    tx.run(_TRIED, id=source_id)


def _insert(tx: Transaction, kept: Source, inbox_id: int, at: int, *, state: State, reason: str | None) -> int:
    row = tx.one(
        _KEEP,
        inbox_id=inbox_id,
        name=kept.name,
        way=kept.way,
        size=kept.size,
        sealed=kept.sealed,
        blob=kept.blob,
        event_id=None,
        state=state,
        reason=reason,
        attempts=0,
        created_at=at,
    )
    assert row is not None  # RETURNING of an insert always gives its row
    number: int = row[0]
    return number


def _kept(row: Row) -> Kept:
    id_, inbox_id, name, way, size, sealed, blob, event_id, state, reason, attempts, created_at = row
    return Kept(
        id=id_,
        inbox_id=inbox_id,
        source=Source(name=name, way=way, size=size, sealed=sealed, blob=blob),
        event_id=event_id,
        state=state,
        reason=reason,
        attempts=attempts,
        created_at=created_at,
    )
