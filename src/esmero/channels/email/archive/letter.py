"""One mail of an archive: when it was written, and where it lies."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from esmero.channels.email.reading.dates import parse_date

HEADER_OCTETS: Final = 64 * 1024
"""Bytes of a mail in which its header is looked at for its date, and for what it answers."""
_DATE = re.compile(rb"(?im)^Date:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)?)")
_NAMES = re.compile(rb"(?im)^(Message-ID|In-Reply-To|References):([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)")
_NAME = re.compile(rb"<[^<>\s]+>")


class Letter(NamedTuple):
    """`at`: UTC milliseconds, 0 if nothing tells. In a file of one mail, `start` and `end` are 0."""

    at: int
    path: Path
    start: int
    end: int


class Names(NamedTuple):
    """What a mail is called, and what it answers."""

    own: frozenset[bytes]
    answers: frozenset[bytes]


def date_of(header: bytes) -> int | None:
    """Return when a mail was written, by its sender's clock (RFC 5322 section 3.6.1)."""
    found = _DATE.search(header)
    return parse_date(found[1].decode("ascii", "replace").strip()) if found else None


def names_of(header: bytes) -> Names:
    """Return the ids that stand in a header (RFC 5322 section 3.6.4)."""
    own, answers = set[bytes](), set[bytes]()
    for field, value in _NAMES.findall(header):
        (own if field.lower() == b"message-id" else answers).update(_NAME.findall(value))
    return Names(frozenset(own), frozenset(answers))


def header_of(raw: bytes) -> bytes:
    """Return a mail's header, as far as it is of a usual length."""
    start = raw[:HEADER_OCTETS]
    ends = [end for end in (start.find(b"\n\n"), start.find(b"\n\r\n")) if end >= 0]
    return start[: min(ends) + 1] if ends else start
