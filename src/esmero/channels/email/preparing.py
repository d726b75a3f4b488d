"""What is done with a mail before anybody is asked about it: it is read, named, sealed, and its files are digested.

It is a processor's work alone. That of a large mail is done in a thread, all of it in one visit.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from esmero.channels.email.deposit import Way
from esmero.channels.email.reading.mail import Attachment, Mail
from esmero.contract.messages import Attached, Source
from esmero.kit.sealed import Sealer
from esmero.kit.sources import seal_source

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

SMALL = 32 * 1024
"""Bytes of a sealed source up to which it lies in the database: a file for each mail would cost more than the mail."""
LARGE = 256 * 1024
"""Bytes of a mail from which it is prepared in a thread, so that nobody else waits for it."""
_PIECE = 2_047

Result = TypeVar("Result")


class Prepared(Struct, frozen=True, kw_only=True):
    """A mail that can be kept once its blobs are on disk. `key` names it by what it says."""

    mail: Mail
    key: str
    source: Source
    attached: tuple[Attached, ...]
    blobs: dict[str, bytes]


async def aside(size: int, work: Callable[..., Result], *values: object) -> Result:
    """Do what takes its time with a large mail in a thread, so that nobody else waits for it."""
    return await asyncio.to_thread(work, *values) if size > LARGE else work(*values)


def prepare(raw: bytes, way: Way, ours: frozenset[str], sealer: Sealer) -> Prepared:
    """Read a mail, and make ready what is to be kept of it."""
    from esmero.channels.email.reading.read import read_mail  # a desk to which nobody writes doesn't pay for it

    mail = read_mail(raw, ours=ours)
    digests = [hashlib.sha256(one.content) for one in mail.attachments]
    source, blobs = seal(sealer, raw, way)
    attached = tuple(_attached(one, digest) for one, digest in zip(mail.attachments, digests, strict=True))
    blobs |= {one.blob: file.content for one, file in zip(attached, mail.attachments, strict=True)}
    return Prepared(mail=mail, key=_key(mail, raw, digests), source=source, attached=attached, blobs=blobs)


def seal(sealer: Sealer, raw: bytes, way: Way) -> tuple[Source, dict[str, bytes]]:
    """Seal a mail as it came. A large one is a blob, which has to be on disk before anything names it."""
    name = secrets.token_hex(16)
    sealed = seal_source(sealer, name, raw)
    if len(sealed) <= SMALL:
        return Source(name=name, way=way, size=len(raw), sealed=sealed), {}
    blob = f"sources/{name}"
    return Source(name=name, way=way, size=len(raw), blob=blob), {blob: sealed}


def _attached(one: Attachment, digest: Hash) -> Attached:
    return Attached(
        blob=f"files/{secrets.token_hex(16)}",
        name=one.name,
        type=one.type,
        size=one.size,
        sha256=digest.hexdigest(),
        cid=one.content_id or "",
    )


def _key(mail: Mail, raw: bytes, digests: Sequence[Hash]) -> str:
    """Name a mail by what it says: each way it can come by adds headers of its own, which don't count.

    Two mails under one Message-ID that say different things are two: else whoever knows an id could keep a mail out.
    What has neither id nor date (an alarm's) may say the same every day: then what relays added counts too.
    """
    digest = hashlib.sha256()
    sender = mail.sender.address.lower() if mail.sender else ""
    for part in (mail.message_id or "", sender, str(mail.date), mail.subject, mail.text, mail.html or ""):
        _add(digest, part.encode("utf-8", "surrogatepass") + b"\0")
    if mail.message_id is None and mail.date is None:
        digest.update(hashlib.sha256(raw).digest())
    for one in digests:
        digest.update(one.digest())
    return f"mail:{digest.hexdigest()}"


def _add(digest: Hash, part: bytes) -> None:
    """Add to a digest in pieces for which hashlib doesn't let other threads go first (it does from 2,048 bytes on).

    What takes microseconds would wait for milliseconds to go on.
    """
    for at in range(0, len(part), _PIECE):
        digest.update(part[at : at + _PIECE])
