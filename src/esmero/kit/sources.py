"""What came, byte by byte, packed and sealed under a key of its own: it may hold what must not lie about."""

from __future__ import annotations

import zlib

from esmero.kit.sealed import Sealer

_PURPOSE = "source"
_QUICK = 1
"""zlib's level: mails are packed as they come in, and the next level costs twice the time for a tenth of the size."""
_AS_IT_IS = b"\0"
"""What stands before a source that isn't packed. No stream of zlib begins so (RFC 1950 section 2.2)."""
_LARGE = 64 * 1024
"""Bytes from which a mail may be mostly files in base64. Packing those saves a quarter and takes longer than all else
that is done with a mail; so a piece of its middle says whether it is worth the while."""
_PIECE = 4_096
_WORTH = 0.7


def seal_source(sealer: Sealer, name: str, raw: bytes) -> bytes:
    """Return what came, sealed; the seal is bound to the name."""
    return sealer.seal(_packed(raw), purpose=_PURPOSE, about=name)


def _packed(raw: bytes) -> bytes:
    return zlib.compress(raw, _QUICK) if len(raw) < _LARGE or _is_worth_it(raw) else _AS_IT_IS + raw


def _is_worth_it(raw: bytes) -> bool:
    middle = len(raw) // 2
    piece = raw[middle : middle + _PIECE]
    return len(zlib.compress(piece, _QUICK)) < _WORTH * len(piece)


def open_source(sealer: Sealer, name: str, sealed: bytes) -> bytes:
    """Return what came, as it came.

    Raises:
        SealBroken, SealedByOtherKey: as `Sealer.open` does.
    """
    packed = sealer.open(sealed, purpose=_PURPOSE, about=name)
    return packed[1:] if packed.startswith(_AS_IT_IS) else zlib.decompress(packed)
