"""Uploads: kept before a message names them, taken by the message that does, swept away if none does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, delete, func, select, update

from esmero.contract.events import File
from esmero.contract.messages import Attached
from esmero.contract.ports import Blobs
from esmero.kit.errors import BadInput, NotFound
from esmero.store.database import Database
from esmero.store.schema import file
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, adding, among, insert

_KEEP = Statement(
    insert(file)
    .values(
        {
            name: bindparam(name)
            for name in ("blob", "name", "type", "size", "sha256", "owner", "inbox_id", "created_at")
        }
    )
    .returning(file.c.id)
)
_ADD = adding(
    file,
    *("id", "blob", "name", "type", "size", "sha256", "owner", "inbox_id", "conversation_id", "created_at"),
)
_FILE = (file.c.id, file.c.name, file.c.type, file.c.size)
_NAMED = Statement(select(*_FILE).where(among(file.c.id, "ids"), file.c.owner == bindparam("owner")))
_TAKE = Statement(
    update(file)
    .where(among(file.c.id, "ids"), file.c.owner == bindparam("owner"), file.c.conversation_id.is_(None))
    .values(conversation_id=bindparam("conversation_id"))
)
_PASS_ON = Statement(
    update(file)
    .where(file.c.owner == bindparam("before"), file.c.inbox_id == bindparam("inbox_id"))
    .values(owner=bindparam("owner"))
)
_BLOB = Statement(select(file.c.blob, *_FILE, file.c.conversation_id, file.c.owner).where(file.c.id == bindparam("id")))
_OF_MESSAGES = Statement(
    select(file.c.name, file.c.blob, file.c.size)
    .where(file.c.conversation_id.is_not(None))
    .order_by(file.c.id.desc())
    .limit(bindparam("limit"))
)
_UNNAMED = Statement(
    select(func.count(), func.coalesce(func.sum(file.c.size), 0)).where(
        file.c.owner == bindparam("owner"), file.c.inbox_id == bindparam("inbox_id"), file.c.conversation_id.is_(None)
    )
)
_FORGOTTEN = Statement(
    select(file.c.id)
    .where(file.c.conversation_id.is_(None), file.c.created_at < bindparam("before"))
    .limit(bindparam("limit"))
)
_DROP = Statement(delete(file).where(among(file.c.id, "ids"), file.c.conversation_id.is_(None)).returning(file.c.blob))


class FileGone(BadInput):
    """A message names an upload that is not there for its author: too old and removed, or never theirs."""

    code = "file_gone"
    title = "One of the files is not there. Please attach it again."


def keep(
    tx: Transaction,
    *,
    blob: str,
    name: str,
    kind: str,
    size: int,
    sha256: str,
    owner: str,
    inbox_id: int | None,
    at: int,
) -> File:
    """Write down an upload whose blob is already on disk. `owner` alone can put it into a message."""
    row = tx.one(
        _KEEP,
        blob=blob,
        name=name,
        type=kind,
        size=size,
        sha256=sha256,
        owner=owner,
        inbox_id=inbox_id,
        created_at=at,
    )
    assert row is not None
    return File(id=row[0], name=name, type=kind, size=size)


def keep_named(
    tx: Transaction, attached: Attached, *, owner: str, inbox_id: int, conversation_id: int, at: int
) -> File:
    """Write down a file that came with a message of this conversation."""
    file = keep(
        tx,
        blob=attached.blob,
        name=attached.name,
        kind=attached.type,
        size=attached.size,
        sha256=attached.sha256,
        owner=owner,
        inbox_id=inbox_id,
        at=at,
    )
    take(tx, [file], owner=owner, conversation_id=conversation_id)
    return file


class Named(NamedTuple):
    """A file with the number that it was given, and the message's owner, inbox and conversation."""

    id: int
    attached: Attached
    owner: str
    inbox_id: int
    conversation_id: int
    at: int


def keep_all_named(tx: Transaction, kept: Iterable[Named]) -> None:
    """Do what `keep_named` does, for many files, whose numbers were reserved."""
    tx.many(
        _ADD,
        [
            (one.id, file.blob, file.name, file.type, file.size, file.sha256, *one[2:])
            for one, file in ((one, one.attached) for one in kept)
        ],
    )


def named(session: Session, ids: Sequence[int], *, owner: str) -> tuple[File, ...]:
    """Return uploads of this owner, in the order asked for.

    Raises:
        FileGone: one of them doesn't exist, or is somebody else's.
    """
    if not ids:
        return ()
    found = {
        row[0]: File(id=row[0], name=row[1], type=row[2], size=row[3])
        for row in session.all(_NAMED, ids=list(ids), owner=owner)
    }
    if any(number not in found for number in ids):
        raise FileGone(fields={"files": "unknown"})
    return tuple(found[number] for number in dict.fromkeys(ids))


def take(tx: Transaction, taken: Sequence[File], *, owner: str, conversation_id: int) -> None:
    """Tie uploads to the conversation whose message names them."""
    if taken:
        tx.run(_TAKE, ids=[one.id for one in taken], owner=owner, conversation_id=conversation_id)


def pass_on(tx: Transaction, *, inbox_id: int, before: str, owner: str) -> None:
    """Make what was uploaded under one address another's: whoever has the old one can name none of it any more."""
    tx.run(_PASS_ON, inbox_id=inbox_id, before=before, owner=owner)


def unnamed(session: Session, *, inbox_id: int, owner: str) -> tuple[int, int]:
    """Return how many uploads of this owner no message names yet, and how many bytes they are."""
    row = session.one(_UNNAMED, owner=owner, inbox_id=inbox_id)
    assert row is not None  # an aggregate always is
    return row[0], int(row[1])


def blob_of(session: Session, file_id: int) -> tuple[str, File, int | None, str] | None:
    """Return a file's blob key, what it is, the conversation that it belongs to if any, and its owner."""
    row = session.one(_BLOB, id=file_id)
    if row is None:
        return None
    return row[0], File(id=row[1], name=row[2], type=row[3], size=row[4]), row[5], row[6]


class Kept(NamedTuple):
    """A file that a message names, and where its bytes should be."""

    name: str
    blob: str
    size: int


def of_messages(session: Session, *, limit: int) -> list[Kept]:
    """Return the newest files that messages name."""
    return [Kept(*row) for row in session.all(_OF_MESSAGES, limit=limit)]


def forgotten(session: Session, *, before: int, limit: int) -> list[int]:
    """Return the ids of uploads from before this time that no message names."""
    return [row[0] for row in session.all(_FORGOTTEN, before=before, limit=limit)]


def drop(tx: Transaction, ids: Sequence[int]) -> list[str]:
    """Forget uploads that no message names; return the blobs in which they lie. What was named meanwhile stays."""
    return [row[0] for row in tx.all(_DROP, ids=list(ids))]


class Reader:
    """The port of channels that need the bytes of files."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    async def read(self, file: File) -> bytes:
        """Return a file whole.

        Raises:
            NotFound: it is gone.
        """
        found = await self._database.read(lambda session: blob_of(session, file.id))
        if found is None:
            raise NotFound("There is no such file.")
        return b"".join([chunk async for chunk in self._blobs.get(found[0])])
