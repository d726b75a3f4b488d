"""The parts of a mail's body (RFC 2045, 2046). All are encoded, so that no server on the way has reason to change them.

Every content is base64 or quoted-printable. Neither can hold `=_`, with which the boundaries begin, so no boundary
ever stands in a content.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from typing import Literal

from esmero.channels.email.writing.headers import ascii_name, field, parameter
from esmero.contract.events import File
from esmero.kit.text import clean_name

_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*\Z")
# What Windows can't save; quotes and brackets around a whole name are also lost in some readers.
_NOT_IN_FILE_NAME = re.compile(r"[/\\:*?\"<>|]")
_UNKNOWN = "application/octet-stream"
_BYTES_IN_LINE = 57
_LINES_AT_ONCE = 10_000


def text_part(kind: Literal["plain", "html"], text: str) -> bytes:
    """Return a text in UTF-8: quoted-printable, or base64 where that is shorter, as with Devanagari."""
    canonical = text.replace("\n", "\r\n").encode()
    quoted, coded = binascii.b2a_qp(canonical, istext=True), _base64(canonical)
    encoding, content = ("base64", coded) if len(coded) < len(quoted) else ("quoted-printable", quoted)
    head = field("Content-Type", [f"text/{kind};", "charset=utf-8"]) + field("Content-Transfer-Encoding", [encoding])
    return head.encode() + b"\r\n" + content


def file_part(file: File, content: bytes, *, content_id: str = "") -> bytes:
    """Return a file: an attachment, or an image that the HTML shows by its Content-ID (RFC 2392)."""
    name = _NOT_IN_FILE_NAME.sub("_", clean_name(file.name)) or "file"
    disposition = "inline" if content_id else "attachment"
    fields = [
        field("Content-Type", [f"{_media_type(file)};", f'name="{ascii_name(name)}"']),
        field("Content-Transfer-Encoding", ["base64"]),
        field("Content-Disposition", [f"{disposition};", *parameter("filename", name)]),
        *([field("Content-ID", [f"<{content_id}>"])] if content_id else []),
    ]
    return "".join(fields).encode() + b"\r\n" + _base64(content)


def multipart(kind: str, parts: Sequence[bytes], *, mark: str) -> bytes:
    """Join parts. `mark` is the same for one mail and made of letters and digits."""
    boundary = f"=_{kind}_{mark}"
    head = field("Content-Type", [f"multipart/{kind};", f'boundary="{boundary}"']).encode()
    line = b"\r\n--" + boundary.encode()
    inside = b"".join(line + b"\r\n" + part for part in parts)
    return head + inside + line + b"--\r\n"


def _media_type(file: File) -> str:
    named = file.type.lower()
    # Mails and multiparts may not be encoded (RFC 2046 section 5.2.1), and unencoded bytes don't survive all servers.
    return named if _TYPE.match(named) and not named.startswith(("message/", "multipart/")) else _UNKNOWN


def _base64(content: bytes) -> bytes:
    step = _BYTES_IN_LINE * _LINES_AT_ONCE
    pieces = (base64.encodebytes(content[at : at + step]) for at in range(0, len(content), step))
    return b"".join(pieces).replace(b"\n", b"\r\n")
