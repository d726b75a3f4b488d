"""Blobs in a folder: each name is on the disk before anybody is told so, and many share a sync."""

from __future__ import annotations

import asyncio
import os
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


async def test_of_several_each_is_on_the_disk_before_it_has_its_name_and_all_names_before_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blobs, done = LocalBlobs(tmp_path), list[str]()
    wanted = {"files/1": b"one", "files/2": b"two" * 200_000, "sources/3": b"three"}
    await blobs.put_whole({"files/0": b"", "sources/0": b""})  # so that the folders are there
    file_synced, folder_synced = disk.sync_file, disk.sync_folder

    def sync_file(handle: int) -> None:
        size = os.fstat(handle).st_size
        if size:
            named = {f"{path.parent.name}/{path.name}" for path in tmp_path.glob("*/[1-9]")}
            assert not any(len(wanted[name]) == size for name in named), "it had its name before its bytes were there"
            done.append(f"file {size}")
        file_synced(handle)

    def sync_folder(folder: Path) -> None:
        done.append(f"folder {folder.name}")
        folder_synced(folder)

    monkeypatch.setattr(disk, "sync_file", sync_file)
    monkeypatch.setattr(disk, "sync_folder", sync_folder)
    await blobs.put_whole(wanted)
    files = [one for one in done if one.startswith("file ") and one in {"file 3", "file 600000", "file 5"}]
    assert files == ["file 3", "file 600000", "file 5"]
    assert sorted(one for one in done if one.startswith("folder")) == ["folder files", "folder sources"]
    assert max(map(done.index, files)) < min(done.index("folder files"), done.index("folder sources"))


async def test_of_several_none_counts_as_kept_where_one_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blobs = LocalBlobs(tmp_path)

    def sync(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "sync_file", sync)
    with pytest.raises(StoreUnavailable):
        await blobs.put_whole({"files/1": b"one", "files/2": b"two"})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
