"""Blobs in a folder: each on the disk, under its name, before anything names it."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import secrets
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from esmero.contract.ports import Stored
from esmero.kit import disk
from esmero.kit.clock import DAY, Clock, SystemClock
from esmero.kit.errors import NotFound, TooLarge
from esmero.store.blob_keys import CHUNK_BYTES, add, check_key
from esmero.store.errors import StoreUnavailable

# Where a blob grows until it is whole. No key begins with a dot.
_INCOMING = ".incoming"


class LocalBlobs:
    """Blobs in a folder, a file each. obstore has a local store too, which doesn't fsync."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self._folder = folder
        self._incoming = folder / _INCOMING
        disk.make_folder(self._incoming)
        self._sweep(clock or SystemClock())
        self._naming = _Naming()

    async def put(self, key: str, chunks: AsyncIterator[bytes], *, limit: int) -> Stored:
        """Keeps a blob, replacing one of the same key.

        Raises:
            TooLarge: more than `limit` bytes came; nothing is left behind.
            StoreUnavailable: the disk is full or failing; nothing is left behind.
        """
        target = self._path(key)
        part = self._incoming / secrets.token_hex(16)
        try:
            stored = await self._receive(part, chunks, limit)
            await asyncio.to_thread(_move, part, target)
            await self._naming.is_kept(target.parent)
        except OSError as error:
            _drop(part)
            raise StoreUnavailable(f"a file can't be kept: {error.strerror}") from error
        except BaseException:
            _drop(part)
            raise
        return stored

    async def put_whole(self, blobs: Mapping[str, bytes]) -> None:
        """Keeps blobs that are in memory as a whole, in one visit to a thread.

        Raises:
            StoreUnavailable: the disk is full or failing; some of them may be there.
        """
        if not blobs:
            return
        targets = {self._path(key): content for key, content in blobs.items()}
        try:
            await asyncio.to_thread(self._write, targets)
            await asyncio.gather(*(self._naming.is_kept(folder) for folder in {path.parent for path in targets}))
        except OSError as error:
            raise StoreUnavailable(f"a file can't be kept: {error.strerror}") from error

    def _write(self, targets: Mapping[Path, bytes]) -> None:
        for target, content in targets.items():
            part = self._incoming / secrets.token_hex(16)
            try:
                with _private(part) as file:
                    file.write(content)
                    _finish(file.flush, file.fileno())
                _move(part, target)
            except BaseException:
                _drop(part)
                raise

    async def get(self, key: str, *, start: int = 0) -> AsyncIterator[bytes]:
        """Gives the blob in chunks, from the byte at `start` on.

        Raises:
            NotFound: there is none of this key.
        """
        try:
            file = await asyncio.to_thread(self._path(key).open, "rb", buffering=0)
        except FileNotFoundError:
            raise NotFound from None
        with file:
            file.seek(start)
            while chunk := await asyncio.to_thread(file.read, CHUNK_BYTES):
                yield chunk

    async def delete(self, key: str) -> None:
        """Removes a blob; one that isn't there is removed already."""
        path = self._path(key)

        def remove() -> None:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()
                disk.sync_folder(path.parent)

        await asyncio.to_thread(remove)

    async def size(self, key: str) -> int | None:
        """The size in bytes; None where there is no such blob."""
        try:
            return (await asyncio.to_thread(self._path(key).stat)).st_size
        except FileNotFoundError:
            return None

    async def keys(self) -> AsyncIterator[str]:
        """All keys, in no particular order; those that come or go meanwhile may be missing."""
        for key in await asyncio.to_thread(lambda: list(self._walk())):
            yield key

    async def _receive(self, part: Path, chunks: AsyncIterator[bytes], limit: int) -> Stored:
        digest = hashlib.sha256()
        size = 0
        with _private(part) as file:
            async for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge(f"at most {limit} bytes are taken", limit=limit)
                await asyncio.to_thread(add, file.write, digest.update, chunk)
            await asyncio.to_thread(_finish, file.flush, file.fileno())
        return Stored(size=size, sha256=digest.hexdigest())

    def _path(self, key: str) -> Path:
        return self._folder / check_key(key)

    def _walk(self) -> Iterator[str]:
        for folder, folders, files in os.walk(self._folder):
            if _INCOMING in folders:
                folders.remove(_INCOMING)
            for name in files:
                yield (Path(folder) / name).relative_to(self._folder).as_posix()

    def _sweep(self, clock: Clock) -> None:
        """Removes what a process left behind that was killed while it received."""
        for part in self._incoming.iterdir():
            with contextlib.suppress(FileNotFoundError):
                if part.stat().st_mtime_ns // 1_000_000 < clock.now() - DAY:
                    part.unlink()


def _private(path: Path) -> BinaryIO:
    """A new file for its owner alone, whatever the umask."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", CHUNK_BYTES)


def _finish(flush: Callable[[], object], handle: int) -> None:
    flush()
    disk.sync_file(handle)


def _move(part: Path, target: Path) -> None:
    """Gives a whole file its name. Its bytes are on the disk already, the name is with the next sync of the folder."""
    disk.make_folder(target.parent)
    part.rename(target)


def _drop(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


class _Naming:
    """Has names in folders on the disk: one sync for all that were given while the one before was under way."""

    def __init__(self) -> None:
        self._to_come: dict[Path, asyncio.Task[None]] = {}
        self._under_way: dict[Path, asyncio.Task[None]] = {}

    async def is_kept(self, folder: Path) -> None:
        """Returns once all names that are in a folder now are on the disk.

        Raises:
            OSError: it can't be had.
        """
        if folder not in self._to_come:
            self._to_come[folder] = asyncio.get_running_loop().create_task(self._sync(folder))
        await asyncio.shield(self._to_come[folder])

    async def _sync(self, folder: Path) -> None:
        if before := self._under_way.get(folder):
            await asyncio.wait([before])
        # Whoever comes from here on may be too late for this one.
        self._under_way[folder] = self._to_come.pop(folder)
        try:
            await asyncio.to_thread(disk.sync_folder, folder)
        finally:
            del self._under_way[folder]
