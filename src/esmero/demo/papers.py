"""The two papers that talks attach, made here: a photo of a cracked lamp glass, and an invoice."""

from __future__ import annotations

import struct
import zlib
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from math import hypot

from esmero.demo.brand import BRAND

WIDTH, HEIGHT = 320, 240
Colour = tuple[int, int, int]
_WALL, _GLASS, _GLOW, _CRACK, _TABLE = (226, 214, 197), (250, 236, 205), (255, 214, 130), (96, 74, 58), (150, 112, 84)
_CRACK_LINE = ((150, 62), (160, 84), (148, 106), (166, 128), (158, 152), (170, 170))


def photo() -> bytes:
    """Return a picture (PNG) of a round lamp glass with a crack down its side."""
    rows = (b"\0" + b"".join(bytes(_pixel(x, y)) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(b"".join(rows), 6)), _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def invoice() -> bytes:
    """Return an invoice (PDF) of one page, in the letters that every reader has."""
    lines = (
        f"{BRAND} - invoice 2231",
        "",
        "1 lamp, as ordered          64.00 EUR",
        "VAT included                11.11 EUR",
    )
    shown = " ".join(f"({line}) Tj 0 -22 Td" for line in lines)
    drawing = f"BT /F1 14 Tf 72 760 Td {shown} ET"
    return _pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >>",
        f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
    )


PAPERS: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "photo": ("lamp.png", "image/png", photo),
    "invoice": ("invoice-2231.pdf", "application/pdf", invoice),
}
"""By what stands in a talk's brackets: the file's name, its kind, and how it is made."""


async def pieces(content: bytes) -> AsyncIterator[bytes]:
    """Give a paper as blobs take it."""
    yield content


def _pixel(x: int, y: int) -> Colour:
    if y > 200:
        return _TABLE
    away = hypot(x - 160, y - 116)
    if away > 86:
        return _mixed(_WALL, _GLOW, max(0.0, 1 - (away - 86) / 60) * 0.5)
    if _is_on_crack(x, y):
        return _CRACK
    return _mixed(_GLASS, _GLOW, 1 - away / 86)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _is_on_crack(x: int, y: int) -> bool:
    for (x1, y1), (x2, y2) in pairwise(_CRACK_LINE):
        if y1 <= y < y2:
            return abs(x - (x1 + (x2 - x1) * (y - y1) / (y2 - y1))) < 1.6
    return False


def _chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG (RFC 2083, section 3.2)."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _pdf(*objects: str) -> bytes:
    """A PDF of these objects, the first being its catalog (ISO 32000-1, section 7.5)."""
    written, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("ascii")
