"""What servers answer to SEARCH and FETCH, read with distrust (RFC 3501 sections 7.2.5 and 7.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.utils import mktime_tz, parsedate_tz

from msgspec import Struct

from esmero.kit.clock import SECOND

Answer = bytes | tuple[bytes, bytes] | None
HIGHEST_UID = 2**32 - 1
_BEGIN = re.compile(rb"\d+ \(")
_UID = re.compile(rb"\bUID (\d{1,10})\b", re.IGNORECASE)
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,18})\b")
_INTERNALDATE = re.compile(rb'\bINTERNALDATE "([^"]{1,60})"')
_QUOTED = re.compile(rb'BODY\[[^\]]*\](?:<\d+>)? "((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_ESCAPED = re.compile(rb"\\(.)")


class Listed(Struct, frozen=True):
    """A mail in the folder: its size as the server tells it, and since when it lies there, UTC milliseconds."""

    uid: int
    size: int = 0
    at: int | None = None


def numbers(answers: Iterable[Answer]) -> set[int]:
    """Return the UIDs of all lines of an answer to SEARCH; some servers send more than one line."""
    words = [word for line in answers if isinstance(line, bytes) for word in line.split()]
    found = {int(word) for word in words if word.isdigit() and len(word) <= 10}
    return {uid for uid in found if 0 < uid <= HIGHEST_UID}


def listed(answers: Iterable[Answer]) -> dict[int, Listed]:
    """Return what FETCH told of mails, by UID."""
    found = dict[int, Listed]()
    for text, _ in _records(answers):
        uid, size = _number(_UID, text), _number(_SIZE, text)
        if uid is not None:
            found[uid] = Listed(uid, size or 0, _time(text))
    return found


def bodies(answers: Iterable[Answer]) -> dict[int, bytes]:
    """Return the bytes that FETCH gave, by UID; mails without are not in it."""
    found = dict[int, bytes]()
    for text, literals in _records(answers):
        uid = _number(_UID, text)
        body = literals[0] if literals else _unquoted(text)
        if uid is not None and body is not None:
            found.setdefault(uid, body)
    return found


def _records(answers: Iterable[Answer]) -> Iterator[tuple[bytes, list[bytes]]]:
    """One for each mail: what stands around the literals, and the literals."""
    text, literals = b"", list[bytes]()
    for part in answers:
        line = part[0] if isinstance(part, tuple) else part
        if line is None:
            continue
        if _BEGIN.match(line):
            if text:
                yield text, literals
            text, literals = b"", []
        text += b" " + line
        if isinstance(part, tuple):
            literals.append(part[1])
    if text:
        yield text, literals


def _unquoted(text: bytes) -> bytes | None:
    if match := _QUOTED.search(text):
        return _ESCAPED.sub(rb"\1", match[1])
    return None


def _number(pattern: re.Pattern[bytes], text: bytes) -> int | None:
    match = pattern.search(text)
    return int(match[1]) if match else None


def _time(text: bytes) -> int | None:
    match = _INTERNALDATE.search(text)
    if match is None:
        return None
    try:
        parts = parsedate_tz(match[1].decode("ascii", "replace").strip().replace("-", " ", 2))
        return None if parts is None else mktime_tz(parts) * SECOND
    except (ValueError, OverflowError):
        return None
