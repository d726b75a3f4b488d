"""Blobs in S3, Google Cloud Storage or Azure, by obstore. Credentials stand in the environment, as each cloud does."""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import obstore
from obstore.exceptions import BaseError
from obstore.store import from_url

from esmero.contract.ports import Stored
from esmero.kit.errors import NotFound, TooLarge
from esmero.store.blob_keys import CHUNK_BYTES, add, check_key
from esmero.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from obstore.store import ObjectStore

MEMORY_BYTES = 1024 * 1024
PART_BYTES = 8 * 1024 * 1024


class RemoteBlobs:
    """Blobs in an object store."""

    def __init__(self, url: str, **options: Any) -> None:
        self._store: ObjectStore = from_url(url, **options)

    async def put(self, key: str, chunks: AsyncIterator[bytes], *, limit: int) -> Stored:
        """Keeps a blob, replacing one of the same key.

        It is taken in whole before anything is sent: what turns out too large, or breaks off, leaves no half-finished
        upload in the store that somebody pays for.

        Raises:
            TooLarge: more than `limit` bytes came; nothing is left behind.
            StoreUnavailable: the store can't be reached or refuses.
        """
        check_key(key)
        with tempfile.SpooledTemporaryFile(MEMORY_BYTES) as file:
            stored = await _receive(file, chunks, limit)
            file.seek(0)
            with _named_errors():
                await obstore.put_async(self._store, key, file, chunk_size=PART_BYTES)
        return stored

    async def put_whole(self, blobs: Mapping[str, bytes]) -> None:
        """Keeps blobs that are in memory as a whole.

        Raises:
            StoreUnavailable: the store can't be reached or refuses; some of them may be there.
        """
        wanted = {check_key(key): content for key, content in blobs.items()}
        with _named_errors():
            await asyncio.gather(*(obstore.put_async(self._store, key, content) for key, content in wanted.items()))

    async def get(self, key: str, *, start: int = 0) -> AsyncIterator[bytes]:
        """Gives the blob in chunks, from the byte at `start` on.

        Raises:
            NotFound: there is none of this key.
            StoreUnavailable: the store can't be reached or refuses.
        """
        size = await self.size(key)
        if size is None:
            raise NotFound
        if start >= size:  # HTTP knows no range of nothing
            return
        with _named_errors():
            found = await obstore.get_async(self._store, key, options={"range": {"offset": start}})
            async for chunk in found.stream(min_chunk_size=CHUNK_BYTES):
                for at in range(0, len(chunk), CHUNK_BYTES):
                    yield bytes(chunk[at : at + CHUNK_BYTES])

    async def delete(self, key: str) -> None:
        """Removes a blob; one that isn't there is removed already."""
        with _named_errors():
            try:
                await obstore.delete_async(self._store, check_key(key))
            except FileNotFoundError:
                return

    async def size(self, key: str) -> int | None:
        """The size in bytes; None where there is no such blob."""
        with _named_errors():
            try:
                return int((await obstore.head_async(self._store, check_key(key)))["size"])
            except FileNotFoundError:
                return None

    async def keys(self) -> AsyncIterator[str]:
        """All keys, in no particular order; those that come or go meanwhile may be missing."""
        with _named_errors():
            async for page in obstore.list(self._store):
                for found in page:
                    yield found["path"]


async def _receive(file: IO[bytes], chunks: AsyncIterator[bytes], limit: int) -> Stored:
    digest = hashlib.sha256()
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise TooLarge(f"at most {limit} bytes are taken", limit=limit)
        await asyncio.to_thread(add, file.write, digest.update, chunk)
    return Stored(size=size, sha256=digest.hexdigest())


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise NotFound from None
    except (BaseError, OSError) as error:
        raise StoreUnavailable(f"the object store failed ({type(error).__name__})") from error
