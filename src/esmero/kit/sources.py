"""What came, byte by byte, packed and sealed under a key of its own: it may hold what must not lie about."""

from __future__ import annotations

import zlib

from esmero.kit.sealed import Sealer

_PURPOSE = "source"
_QUICK = 1
"""zlib's level: mails are packed as they come in, and the next level costs twice the time for a tenth of the size."""
_LARGE = 64 * 1024
"""Bytes from which a mail is mostly files in base64, in which nothing comes again: finding that out takes ten times as
long as packing its 64 letters in six bits each."""


def seal_source(sealer: Sealer, name: str, raw: bytes) -> bytes:
    """Return what came, sealed; the seal is bound to the name."""
    return sealer.seal(_packed(raw), purpose=_PURPOSE, about=name)


def _packed(raw: bytes) -> bytes:
    strategy = zlib.Z_HUFFMAN_ONLY if len(raw) >= _LARGE else zlib.Z_DEFAULT_STRATEGY
    packer = zlib.compressobj(_QUICK, strategy=strategy)
    return packer.compress(raw) + packer.flush()


def open_source(sealer: Sealer, name: str, sealed: bytes) -> bytes:
    """Return what came, as it came.

    Raises:
        SealBroken, SealedByOtherKey: as `Sealer.open` does.
    """
    return zlib.decompress(sealer.open(sealed, purpose=_PURPOSE, about=name))
