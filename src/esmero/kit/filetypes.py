"""What a file is, by its bytes and never by what it says of itself."""

from __future__ import annotations

from collections.abc import Sequence

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""Kinds that a browser may show in place: it decodes them as pictures and runs nothing in them."""

UNKNOWN = "application/octet-stream"
HEAD = 512
"""How many bytes at the beginning tell the kind."""

# Names whose opening runs a program on somebody's machine.
PROGRAMS = frozenset(
    [
        *("exe", "msi", "msix", "bat", "cmd", "com", "scr", "pif", "cpl", "lnk", "hta", "jar", "jnlp", "reg", "vb"),
        *("vbe", "vbs", "js", "jse", "mjs", "ws", "wsf", "wsh", "ps1", "psm1", "sh", "bash", "command", "app", "dmg"),
        *("pkg", "deb", "rpm", "apk", "appimage", "iso", "img", "chm", "sct", "msc", "url", "desktop", "scf"),
    ]
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe", b"#!")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
# Pictures in the container of films (ISO/IEC 23008-12, annex B): what phones take.
_FTYP = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif"}
# Told by their name, of what is a ZIP or plain bytes. None of them is shown in place.
_BY_NAME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "odg": "application/vnd.oasis.opendocument.graphics",
}


def kind_of(head: bytes, name: str) -> str:
    """Return the media type of a file that begins like this.

    What could be a page to a browser (HTML, SVG, XML) is `application/octet-stream`.
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "audio/wav"
    if head[4:8] == b"ftyp":
        return _FTYP.get(head[8:12], "video/mp4")
    if _is_mpeg_audio(head):
        return "audio/mpeg"
    kind = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    if kind == "application/zip":
        return _BY_NAME.get(ending_of(name), kind)
    if kind is None and ending_of(name) in ("txt", "csv", "log") and _is_plain(head):
        return "text/plain"
    return kind or UNKNOWN


def may_run(head: bytes, name: str) -> bool:
    """Tell whether opening this file would run a program."""
    return ending_of(name) in PROGRAMS or head.startswith(_PROGRAMS)


def is_among(kind: str, wanted: Sequence[str]) -> bool:
    """Tell whether a media type is one of these types and families (`image/*`)."""
    return kind in wanted or f"{kind.partition('/')[0]}/*" in wanted


def ending_of(name: str) -> str:
    """Return a name's ending in small letters, without the dot; trailing dots and spaces do not hide it."""
    return name.rstrip(". ").rpartition(".")[2].lower() if "." in name else ""


def _is_mpeg_audio(head: bytes) -> bool:
    """Tell whether this begins with a frame of layer III (ISO/IEC 11172-3, section 2.4.1.3) and has no tag."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[1] & 0x18 == 0x08:
        return False
    return head[2] >> 4 not in (0x0, 0xF) and head[2] & 0x0C != 0x0C


def _is_plain(head: bytes) -> bool:
    return b"\x00" not in head and b"<" not in head
