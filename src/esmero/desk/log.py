"""The log, and its only writer. Events go in here; nothing else in Esmero creates one.

`append` is one statement for the event and one for its content. Readers tail it by `id`: commits become visible in the
order of their ids (docs/decisions on group commit), so that whoever asks for "everything after 812" misses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import bindparam, func, select

from esmero.contract.events import DESK, Actor, Content, Event, File, Person, StreamKind
from esmero.contract.facts import FACTS, Fact, Unknown
from esmero.store.ids import reserve_event_ids
from esmero.store.schema import content, event, markup, outbox, receipt
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, adding, among, insert

FEED = "feed"
"""The topic that is announced after each commit that appended, with the events."""
OUTBOX = "outbox"
"""The topic that is announced when something waits to leave."""

_EVENT_NAMES = tuple(column.name for column in event.columns if column.name != "id")
_APPEND = Statement(insert(event).values({name: bindparam(name) for name in _EVENT_NAMES}).returning(event.c.id))
_APPEND_AS = adding(event, *event.columns.keys())
_KEEP = adding(content, "event_id", "text", "extra")
_KEEP_MARKUP = adding(markup, "event_id", "html")
_MARKUP = Statement(select(markup.c.html).where(markup.c.event_id == bindparam("event_id")))
_COLUMNS = (
    event.c.id,
    event.c.stream_kind,
    event.c.stream_id,
    event.c.seq,
    event.c.type,
    event.c.version,
    event.c.actor,
    event.c.inbox_id,
    event.c.public,
    event.c.data,
    event.c.created_at,
    content.c.text,
    content.c.extra,
)
_EVENTS = select(*_COLUMNS).select_from(event.outerjoin(content, content.c.event_id == event.c.id))
_AFTER = Statement(_EVENTS.where(event.c.id > bindparam("after")).order_by(event.c.id).limit(bindparam("limit")))
_STREAM_KEY = (event.c.stream_kind == bindparam("kind"), event.c.stream_id == bindparam("of"))
_STREAM_AFTER = Statement(
    _EVENTS.where(*_STREAM_KEY, event.c.seq > bindparam("after")).order_by(event.c.seq).limit(bindparam("limit"))
)
_STREAM_SINCE = Statement(
    _EVENTS.where(*_STREAM_KEY, event.c.id > bindparam("after")).order_by(event.c.seq).limit(bindparam("limit"))
)
_STREAM_BEFORE = Statement(
    _EVENTS.where(*_STREAM_KEY, event.c.seq < bindparam("before"))
    .order_by(event.c.seq.desc())
    .limit(bindparam("limit"))
)
_PUBLIC_BEFORE = Statement(
    _EVENTS.where(*_STREAM_KEY, event.c.public == 1, event.c.seq < bindparam("before"))
    .order_by(event.c.seq.desc())
    .limit(bindparam("limit"))
)
_ONE = Statement(_EVENTS.where(event.c.id == bindparam("id")))
_ONE_OF_STREAM = Statement(_EVENTS.where(*_STREAM_KEY, event.c.seq == bindparam("seq")))
_THESE = Statement(_EVENTS.where(among(event.c.id, "ids")).order_by(event.c.id))
_LAST = Statement(select(func.max(event.c.id)))
_STREAM_SEQ = Statement(select(func.max(event.c.seq)).where(*_STREAM_KEY))
_FAR_BEHIND = Statement(
    select(event.c.id).where(event.c.id > bindparam("after")).order_by(event.c.id).offset(bindparam("count")).limit(1)
)


_QUEUE = Statement(
    insert(outbox).values(
        event_id=bindparam("event_id"),
        conversation_id=bindparam("conversation_id"),
        inbox_id=bindparam("inbox_id"),
        channel=bindparam("channel"),
        reply_seq=bindparam("reply_seq"),
        state="waiting",
        due_at=bindparam("due_at"),
    )
)
_CLAIM = adding(receipt, "inbox_id", "key", "event_id", "created_at")
_CLAIMED = Statement(
    select(receipt.c.event_id).where(receipt.c.inbox_id == bindparam("inbox_id"), receipt.c.key == bindparam("key"))
)


class _Extra(msgspec.Struct, frozen=True, omit_defaults=True):
    """What of the content doesn't stand in the text column."""

    files: tuple[File, ...] = ()
    fields: dict[str, str] = {}
    quoted: str = ""
    subject: str = ""
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    formatted: bool = False


_PLAIN = _Extra()
_encode = msgspec.json.Encoder().encode
_decode_extra = msgspec.json.Decoder(_Extra).decode
_DECODERS = {name: msgspec.json.Decoder(form).decode for name, form in FACTS.items()}


def append(
    tx: Transaction,
    *,
    stream: StreamKind,
    of: int,
    seq: int,
    fact: Fact,
    actor: Actor,
    at: int,
    inbox_id: int | None = None,
    content: Content | None = None,
) -> Event:
    """Write one event and its content, and have the feed announced after the commit.

    The event is returned as it will be read: of markup it says only that there is some.

    The caller folds a stream's state and so knows its next `seq`; the schema refuses a seq that is taken.
    """
    event_id = _write(tx, stream, of, seq, fact, actor, at, inbox_id)
    if content is not None:
        tx.run(_KEEP, event_id=event_id, text=content.text, extra=_extra(content))
        if content.markup:
            tx.run(_KEEP_MARKUP, event_id=event_id, html=content.markup)
    appended = Event(
        id=event_id,
        stream=stream,
        of=of,
        seq=seq,
        fact=fact,
        actor=actor,
        inbox_id=inbox_id,
        public=fact.public,
        at=at,
        content=_content_as_read(content),
    )
    tx.announce(FEED, (appended,))
    return appended


def _write(
    tx: Transaction, stream: StreamKind, of: int, seq: int, fact: Fact, actor: Actor, at: int, inbox_id: int | None
) -> int:
    """Write an event's own row, and return the id that it was given."""
    row = tx.one(
        _APPEND,
        stream_kind=stream,
        stream_id=of,
        seq=seq,
        type=fact.type,
        version=fact.version,
        actor=str(actor),
        inbox_id=inbox_id,
        public=int(fact.public),
        data=_encode(fact).decode(),
        created_at=at,
    )
    assert row is not None  # RETURNING of an insert always gives its row
    event_id: int = row[0]
    return event_id


def append_all(tx: Transaction, drafts: Sequence[Event]) -> list[Event]:
    """Write many events and their contents at once, and return them with their ids, in the same order.

    What holds for `append` holds for each of them; the ids that the drafts came with are passed over.
    """
    ids = reserve_event_ids(tx, len(drafts))
    return append_numbered(tx, [replace(draft, id=number) for draft, number in zip(drafts, ids, strict=True)])


def append_numbered(tx: Transaction, events: Sequence[Event]) -> list[Event]:
    """Write many events, whose ids were reserved and rise, as `append_all` does."""
    tx.many(_APPEND_AS, [_row(one) for one in events])
    contents = [(one.id, one.content) for one in events if one.content is not None]
    tx.many(_KEEP, [(number, kept.text, _extra(kept)) for number, kept in contents])
    tx.many(_KEEP_MARKUP, [(number, kept.markup) for number, kept in contents if kept.markup])
    appended = [_as_read(one) for one in events]
    tx.announce(FEED, appended)
    return appended


def _as_read(written: Event) -> Event:
    content = _content_as_read(written.content)
    return written if content is written.content else replace(written, content=content)


def _content_as_read(content: Content | None) -> Content | None:
    """Return what was said as it will be read: of markup it says only that there is some."""
    if content is None or not content.markup:
        return content
    return replace(content, markup="", formatted=True)


def _row(of: Event) -> tuple[object, ...]:
    """The values of an event's columns, in the order of the table."""
    fact = of.fact
    return (
        of.id,
        of.stream,
        of.of,
        of.seq,
        fact.type,
        fact.version,
        str(of.actor),
        of.inbox_id,
        int(of.public),
        _encode(fact).decode(),
        of.at,
    )


def claim(tx: Transaction, *, inbox_id: int, key: str, event: Event) -> None:
    """Write down that this key was accepted as this event, so that its repetition is known. `inbox_id` 0: the desk.

    Raises:
        The driver's IntegrityError: the key is taken; look it up first with `claimed`.
    """
    tx.run(_CLAIM, inbox_id=inbox_id, key=key, event_id=event.id, created_at=event.at)


def claim_all(tx: Transaction, claims: Sequence[tuple[int, str, Event]]) -> None:
    """Do what `claim` does, for many: an inbox, a key and an event each."""
    tx.many(_CLAIM, [(inbox_id, key, event.id, event.at) for inbox_id, key, event in claims])


def claimed(session: Session, *, inbox_id: int, key: str) -> Event | None:
    """Return the event that this key was accepted as, if it was."""
    row = session.one(_CLAIMED, inbox_id=inbox_id, key=key)
    return None if row is None else one(session, row[0])


def enqueue(tx: Transaction, event: Event, *, inbox_id: int, channel: str, due_at: int) -> None:
    """Put a queued reply into the outbox; `flow/deliver.py` leases it from there."""
    tx.run(
        _QUEUE,
        event_id=event.id,
        conversation_id=event.of,
        inbox_id=inbox_id,
        channel=channel,
        reply_seq=event.seq,
        due_at=due_at,
    )
    tx.announce(OUTBOX)


def after(session: Session, position: int, *, limit: int) -> list[Event]:
    """Return the feed's events after a position, oldest first."""
    return _read(session.all(_AFTER, after=position, limit=limit))


def is_far_behind(session: Session, position: int, *, count: int = 2_000) -> bool:
    """Tell whether more than `count` events came after this position."""
    return session.one(_FAR_BEHIND, after=position, count=count) is not None


def stream_after(session: Session, stream: StreamKind, of: int, seq: int, *, limit: int) -> list[Event]:
    """Return a stream's events with a larger `seq`, oldest first."""
    return _read(session.all(_STREAM_AFTER, kind=stream, of=of, after=seq, limit=limit))


def stream_since(session: Session, stream: StreamKind, of: int, position: int, *, limit: int) -> list[Event]:
    """Return a stream's events after a position of the feed, oldest first."""
    return _read(session.all(_STREAM_SINCE, kind=stream, of=of, after=position, limit=limit))


def stream_before(
    session: Session, stream: StreamKind, of: int, seq: int | None, *, limit: int, public: bool = False
) -> list[Event]:
    """Return the last events with a smaller `seq` (None: the very last), oldest first; `public` leaves out ours."""
    statement = _PUBLIC_BEFORE if public else _STREAM_BEFORE
    before = 2**31 - 1 if seq is None else seq
    return _read(reversed(session.all(statement, kind=stream, of=of, before=before, limit=limit)))


def one(session: Session, event_id: int) -> Event | None:
    """Return one event by its position."""
    row = session.one(_ONE, id=event_id)
    return None if row is None else _event(row)


def one_of_stream(session: Session, stream: StreamKind, of: int, seq: int) -> Event | None:
    """Return one event by its number in its stream."""
    row = session.one(_ONE_OF_STREAM, kind=stream, of=of, seq=seq)
    return None if row is None else _event(row)


def these(session: Session, event_ids: list[int]) -> list[Event]:
    """Return events by their positions, oldest first."""
    return _read(session.all(_THESE, ids=event_ids))


def markup_of(session: Session, event_id: int) -> str | None:
    """Return the HTML of what was written in an event, cleaned, if it has any."""
    row = session.one(_MARKUP, event_id=event_id)
    return None if row is None else row[0]


def position(session: Session) -> int:
    """Return the position of the newest event; 0 before the first."""
    row = session.one(_LAST)
    return (row[0] if row else 0) or 0


def next_seq(session: Session, stream: StreamKind, of: int) -> int:
    """Return the seq that comes next in a stream whose state nobody folds (inbox, agent, desk)."""
    row = session.one(_STREAM_SEQ, kind=stream, of=of)
    return ((row[0] if row else 0) or 0) + 1


def _extra(content: Content) -> str | None:
    extra = _Extra(
        files=content.files,
        fields=content.fields,
        quoted=content.quoted,
        subject=content.subject,
        to=content.to,
        cc=content.cc,
        bcc=content.bcc,
        formatted=content.formatted or bool(content.markup),
    )
    return None if extra == _PLAIN else _encode(extra).decode()


def _read(rows: Iterable[Row]) -> list[Event]:
    return [_event(row) for row in rows]


def _event(row: Row) -> Event:
    id_, stream, of, seq, type_, _version, actor, inbox_id, public, data, at, text, extra = row
    return Event(
        id=id_,
        stream=stream,
        of=of,
        seq=seq,
        fact=_fact(type_, data),
        actor=_actor(actor),
        inbox_id=inbox_id,
        public=public == 1,
        at=at,
        content=_content(text, extra),
    )


def _fact(name: str, data: str) -> Fact:
    """Read tolerantly: beside this release another may run that writes what this one doesn't know."""
    decode = _DECODERS.get(name)
    if decode is None:
        return Unknown(name=name)
    try:
        return decode(data)
    except msgspec.DecodeError:
        return Unknown(name=name)


def _actor(written: str) -> Actor:
    try:
        return Actor.parse(written)
    except ValueError:
        return DESK


def _content(text: str | None, extra: str | None) -> Content | None:
    if text is None:
        return None
    if extra is None:
        return Content(text=text)
    rest = _decode_extra(extra)
    return Content(
        text=text,
        files=rest.files,
        fields=rest.fields,
        quoted=rest.quoted,
        subject=rest.subject,
        to=rest.to,
        cc=rest.cc,
        bcc=rest.bcc,
        formatted=rest.formatted,
    )
