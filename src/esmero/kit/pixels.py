"""How many pixels a picture unfolds to, as its header says, before anybody unfolds it."""

from __future__ import annotations

import struct

_FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
"""JPEG's markers that hold the size (ITU-T T.81, table B.1: SOF0 to SOF15 without DHT, JPG and DAC)."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def pixels(picture: bytes) -> int | None:
    """Return width by height of a PNG, GIF, JPEG or WebP picture; None where it doesn't say."""
    try:
        if picture.startswith(b"\x89PNG\r\n\x1a\n"):
            return _times(struct.unpack_from(">II", picture, 16))
        if picture.startswith((b"GIF87a", b"GIF89a")):
            return _times(struct.unpack_from("<HH", picture, 6))
        if picture.startswith(b"\xff\xd8\xff"):
            return _jpeg(picture)
        if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
            return _webp(picture)
    except (struct.error, IndexError):
        pass
    return None


def _jpeg(picture: bytes) -> int | None:
    """Go from segment to segment up to the frame's."""
    at = 2
    while at < len(picture):
        if picture[at] != 0xFF:
            return None
        marker = picture[at + 1]
        if marker == 0xFF:  # filling
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _FRAMES:
            return _times(struct.unpack_from(">HH", picture, at + 5))
        else:
            at += 2 + int(struct.unpack_from(">H", picture, at + 2)[0])
    return None


def _webp(picture: bytes) -> int | None:
    """Read the first chunk (RFC 9649 section 2): lossy, lossless, or extended."""
    match picture[12:16]:
        case b"VP8 ":
            sides = struct.unpack_from("<HH", picture, 26)
            return _times((sides[0] & 0x3FFF, sides[1] & 0x3FFF))
        case b"VP8L":
            bits = struct.unpack_from("<I", picture, 21)[0]
            return int(((bits & 0x3FFF) + 1) * (((bits >> 14) & 0x3FFF) + 1))
        case b"VP8X":
            width = int.from_bytes(picture[24:27], "little") + 1
            return width * (int.from_bytes(picture[27:30], "little") + 1)
    return None


def _times(sides: tuple[int, ...]) -> int:
    width, height = sides
    return width * height
