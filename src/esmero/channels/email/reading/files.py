"""What comes along with a mail: files with a safe name and their true type, and the pictures within its text."""

from __future__ import annotations

import re

from esmero.channels.email.reading.charsets import decode
from esmero.channels.email.reading.headers import read_headers
from esmero.channels.email.reading.mail import Attachment
from esmero.channels.email.reading.structure import Part
from esmero.kit.filetypes import HEAD, UNKNOWN, ending_of, kind_of
from esmero.kit.text import clean_name

_NOT_IN_FILE_NAME = re.compile(r'[/\\:*?"<>|\x00]+')
_REFERRED = re.compile(r"""(?:src|background|data-src)\s*=\s*["']?\s*cid:([^"'\s>]{1,300})""", re.IGNORECASE)
# Endings for what has no name.
_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/svg+xml": "svg",
    "application/pdf": "pdf",
    "application/zip": "zip",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "video/mp4": "mp4",
    "text/calendar": "ics",
    "text/plain": "txt",
    "text/html": "html",
    "text/csv": "csv",
    "text/vcard": "vcf",
    "message/delivery-status": "txt",
    "message/global-delivery-status": "txt",
    "message/disposition-notification": "txt",
    "text/rfc822-headers": "txt",
    "message/rfc822": "eml",
    "message/global": "eml",
    "application/pkcs7-signature": "p7s",
    "application/pkcs7-mime": "p7m",
    "application/pgp-signature": "asc",
    "application/pgp-encrypted": "asc",
    "application/ms-tnef": "dat",
}
# Declared types that are believed where the bytes don't tell: they say what a file is for and are never shown in place.
_BELIEVED = frozenset(
    [
        *("message/rfc822", "message/global", "text/calendar", "text/csv", "text/vcard", "text/plain"),
        *("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pkcs7-mime"),
        *("application/x-pkcs7-mime", "application/pgp-signature", "application/pgp-encrypted", "application/pgp-keys"),
        *("message/delivery-status", "message/disposition-notification", "text/rfc822-headers", "image/heic"),
        *("message/global-delivery-status", "message/global-headers", "message/global-disposition-notification"),
    ]
)
_LONGEST_NAME = 120


def file_of(part: Part, number: int, shown: frozenset[str]) -> Attachment:
    """Make an attachment of a part; `shown` are the content ids that the HTML refers to."""
    content = part.content()
    content_id = content_id_of(part)
    declared = part.type
    name = part.name or (_subject_of(content) if declared in ("message/rfc822", "message/global") else "")
    kind = _type_of(content, name, declared)
    inline = (content_id or "") in shown or (part.disposition == "inline" and kind.startswith("image/"))
    return Attachment(
        name=safe_name(name, declared if kind == UNKNOWN else kind, number),
        type=kind,
        declared=declared,
        content=content,
        inline=inline,
        content_id=content_id,
    )


def plain_file(name: str, content: bytes, number: int, declared: str = UNKNOWN) -> Attachment:
    """Make an attachment of what stood within something else: uuencode, winmail.dat."""
    kind = _type_of(content, name, declared)
    return Attachment(name=safe_name(name, kind, number), type=kind, declared=declared, content=content)


def content_id_of(part: Part) -> str | None:
    """Return a part's id, as `cid:` refers to it (RFC 2392), or None."""
    written = part.headers.raw("content-id")[:300].strip().strip("<>").strip()
    return written or None


def ids_shown(html: str | None) -> frozenset[str]:
    """Return the content ids that a page refers to."""
    if not html or "cid:" not in html:
        return frozenset()
    from html import unescape
    from urllib.parse import unquote

    found = {unescape(one) for one in _REFERRED.findall(html)}
    return frozenset(found | {unquote(one) for one in found})


def safe_name(written: str, kind: str, number: int) -> str:
    """Return a name without folders and tricks, with an ending; made up where there is none."""
    name = clean_name(_NOT_IN_FILE_NAME.sub("_", written.replace("\\", "/").rpartition("/")[2]), longest=400)
    name = name.strip(" ._") if not name.strip(" ._").startswith("_") else name.lstrip(" .")
    ending = _ENDINGS.get(kind, "bin")
    if not name:
        return f"file-{number}.{ending}"
    if len(name) > _LONGEST_NAME:
        # The ending tells what opens it, so it stays.
        tail = ending_of(name)[:12]
        name = f"{name[: _LONGEST_NAME - 1 - len(tail)].rstrip()}.{tail}" if tail else name[:_LONGEST_NAME]
    return name if "." in name or kind == UNKNOWN else f"{name}.{ending}"


def _type_of(content: bytes, name: str, declared: str) -> str:
    kind = kind_of(content[:HEAD], name)
    if declared in _BELIEVED and (kind == UNKNOWN or declared.startswith(("message/", "text/"))):
        return declared
    return kind


def _subject_of(content: bytes) -> str:
    """Return the subject of a forwarded mail as a file's name."""
    headers, _, _ = read_headers(content[:65_536], 0, min(len(content), 65_536))
    subject = headers.text("subject", longest=80)
    return f"{subject}.eml" if subject else ""


def raw_name(written: bytes) -> str:
    """Return a name that stood as bytes, in whatever charset it looks like."""
    return decode(written, "")[0]
