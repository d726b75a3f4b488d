"""Blobs in a folder: each name is on the disk before anybody is told so, and many share a sync."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from esmero.kit import disk
from esmero.store.blobs_local import LocalBlobs
from esmero.store.errors import StoreUnavailable

pytestmark = pytest.mark.anyio


async def some() -> AsyncIterator[bytes]:
    yield b"some"


async def test_many_names_share_a_sync_that_began_after_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = LocalBlobs(tmp_path)
    await blobs.put("files/0", some(), limit=10)
    synced, syncs = set[str](), list[Path]()

    def sync(folder: Path) -> None:
        there = {file.name for file in folder.iterdir()}
        time.sleep(0.02)
        synced.update(there)
        syncs.append(folder)

    async def put(name: str) -> None:
        await blobs.put(f"files/{name}", some(), limit=10)
        assert name in synced

    monkeypatch.setattr(disk, "sync_folder", sync)
    await asyncio.gather(*(put(str(number)) for number in range(40)))
    assert 1 < len(syncs) < 30


async def test_a_folder_that_cannot_be_synced_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = LocalBlobs(tmp_path)
    await blobs.put("files/0", some(), limit=10)

    def sync(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk, "sync_folder", sync)
    for name in ("1", "2"):
        with pytest.raises(StoreUnavailable):
            await blobs.put(f"files/{name}", some(), limit=10)
    monkeypatch.undo()
    await blobs.put("files/3", some(), limit=10)
