"""The keys of blobs, and the chunks that they are carried in, wherever they are kept."""

from __future__ import annotations

import re
from collections.abc import Callable

CHUNK_BYTES = 256 * 1024
LONGEST_KEY = 200
_KEY = re.compile(r"[a-z0-9]+(/[a-z0-9]+)*\Z")


def check_key(key: str) -> str:
    """Returns the key, which may become part of a path.

    Raises:
        ValueError: it isn't made of `a-z 0-9 /`, so it doesn't come from us.
    """
    if len(key) > LONGEST_KEY or _KEY.match(key) is None:
        raise ValueError("a blob's key is made of a-z, 0-9 and /")
    return key


def add(write: Callable[[bytes], object], digest: Callable[[bytes], object], chunk: bytes) -> None:
    """Both in one visit to a thread."""
    write(chunk)
    digest(chunk)
