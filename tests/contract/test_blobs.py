"""What every store of blobs promises: a local folder, an object store over HTTP, and obstore's memory."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import stat
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.contract.ports import Blobs
from esmero.kit.clock import DAY, MovableClock
from esmero.kit.errors import NotFound, TooLarge
from esmero.store.blob_keys import CHUNK_BYTES, check_key
from esmero.store.blobs import open_blobs
from esmero.store.blobs_local import LocalBlobs
from esmero.store.blobs_remote import RemoteBlobs
from esmero.store.errors import StoreUnavailable
from tests.object_store import BUCKET, ObjectStore, object_store

LIMIT = 50_000_000


@pytest.fixture(params=["folder", "s3", "memory"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Blobs]:
    if request.param == "folder":
        yield open_blobs(tmp_path / "blobs")
    elif request.param == "memory":
        yield open_blobs("memory:///")
    else:
        with object_store() as server:
            yield RemoteBlobs(f"s3://{BUCKET}", **server.options)


async def _chunks(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


async def _all(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


async def _keys(blobs: Blobs) -> set[str]:
    return {key async for key in blobs.keys()}  # noqa: SIM118 - not a dict


async def test_several_are_kept_whole_at_once(blobs: Blobs) -> None:
    wanted = {"sources/a": os.urandom(300_000), "files/b": os.urandom(3), "files/c": b""}
    await blobs.put_whole(wanted)
    assert {key: await _all(blobs.get(key)) for key in wanted} == wanted
    assert await _keys(blobs) == set(wanted)
    await blobs.put_whole({})
    with pytest.raises(ValueError, match="key"):
        await blobs.put_whole({"files/d": b"d", "../e": b"e"})
    assert await _keys(blobs) == set(wanted)


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 20_000_000])
async def test_what_was_put_is_got_whole_with_its_size_and_checksum(blobs: Blobs, size: int) -> None:
    content = os.urandom(size)
    parts = [content[at : at + 65_536] for at in range(0, size, 65_536)]
    stored = await blobs.put("ab/cdef", _chunks(*parts), limit=LIMIT)
    assert (stored.size, stored.sha256) == (size, hashlib.sha256(content).hexdigest())
    assert await _all(blobs.get("ab/cdef")) == content
    assert await blobs.size("ab/cdef") == size


@pytest.mark.parametrize("start", [0, 1, 999, 1000, 5000])
async def test_a_blob_is_got_from_any_byte_on(blobs: Blobs, start: int) -> None:
    content = os.urandom(1000)
    await blobs.put("x", _chunks(content), limit=LIMIT)
    assert await _all(blobs.get("x", start=start)) == content[start:]


async def test_a_blob_comes_in_chunks_and_may_be_left_in_the_middle(blobs: Blobs) -> None:
    await blobs.put("big", _chunks(bytes(5_000_000)), limit=LIMIT)
    chunks = blobs.get("big")
    assert 0 < len(await anext(chunks)) <= CHUNK_BYTES
    async with aclosing(chunks):  # type: ignore[type-var]
        pass


async def test_what_is_exactly_as_large_as_the_limit_is_taken(blobs: Blobs) -> None:
    await blobs.put("x", _chunks(b"12345", b"67890"), limit=10)
    assert await blobs.size("x") == 10


async def test_too_much_is_refused_as_soon_as_it_is_too_much_and_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield bytes(1000)

    with pytest.raises(TooLarge):
        await blobs.put("ab/x", endless(), limit=2500)
    assert taken == 3
    assert await _keys(blobs) == set()
    assert await blobs.size("ab/x") is None
    assert _files(tmp_path) == []


async def test_a_sender_that_breaks_off_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    async def breaks() -> AsyncIterator[bytes]:
        yield bytes(300_000)
        raise ConnectionResetError("gone")

    with pytest.raises((ConnectionResetError, StoreUnavailable)):
        await blobs.put("x", breaks(), limit=LIMIT)
    assert await _keys(blobs) == set()
    assert _files(tmp_path) == []


async def test_a_cancelled_put_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    started = asyncio.Event()

    async def stalls() -> AsyncIterator[bytes]:
        yield bytes(300_000)
        started.set()
        await asyncio.sleep(60)

    task = asyncio.create_task(blobs.put("x", stalls(), limit=LIMIT))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await _keys(blobs) == set()
    assert _files(tmp_path) == []


async def test_what_is_not_there_is_not_found(blobs: Blobs) -> None:
    with pytest.raises(NotFound):
        await _all(blobs.get("nothing/here"))
    assert await blobs.size("nothing/here") is None
    await blobs.delete("nothing/here")


async def test_a_deleted_blob_is_gone_and_its_neighbour_is_not(blobs: Blobs) -> None:
    for key in ("ab/one", "ab/two"):
        await blobs.put(key, _chunks(b"x"), limit=LIMIT)
    await blobs.delete("ab/one")
    assert await _keys(blobs) == {"ab/two"}
    with pytest.raises(NotFound):
        await _all(blobs.get("ab/one"))


async def test_a_second_put_replaces_the_first(blobs: Blobs) -> None:
    await blobs.put("x", _chunks(b"a longer one"), limit=LIMIT)
    await blobs.put("x", _chunks(b"short"), limit=LIMIT)
    assert await _all(blobs.get("x")) == b"short"


async def test_keys_lists_all_and_only_blobs(blobs: Blobs) -> None:
    put = {f"{number:02x}/{number}" for number in range(40)}
    await asyncio.gather(*(blobs.put(key, _chunks(b"x"), limit=LIMIT) for key in put))
    assert await _keys(blobs) == put


BAD_KEYS = ["", "/", "/etc", "a/", "a//b", "..", "../x", "a/../b", ".incoming/x", "A", "a.b", "a b", "a\n", "é", "a\0b"]


@pytest.mark.parametrize("key", [*BAD_KEYS, "x" * 201])
async def test_a_key_that_we_would_not_make_is_refused_by_all(blobs: Blobs, key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        await blobs.put(key, _chunks(b"x"), limit=LIMIT)
    with pytest.raises(ValueError, match="key"):
        await _all(blobs.get(key))
    with pytest.raises(ValueError, match="key"):
        await blobs.delete(key)
    with pytest.raises(ValueError, match="key"):
        await blobs.size(key)


@given(st.text(max_size=30))
def test_a_key_never_leaves_the_folder(key: str) -> None:
    try:
        path = Path("/data/blobs") / check_key(key)
    except ValueError:
        return
    assert Path(os.path.normpath(path)).parts[:3] == ("/", "data", "blobs")


# The local folder alone


async def test_bytes_are_on_disk_before_the_name_and_the_name_before_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blobs = LocalBlobs(tmp_path)
    steps: list[str] = []
    sync, rename = os.fsync, Path.rename

    def seen_sync(handle: int) -> None:
        found = os.fstat(handle)
        steps.append("sync folder" if stat.S_ISDIR(found.st_mode) else f"sync {found.st_size} bytes")
        sync(handle)

    def seen_rename(self: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", seen_sync)
    monkeypatch.setattr(Path, "rename", seen_rename)
    await blobs.put("ab/x", _chunks(b"hello"), limit=LIMIT)
    # The folder `ab` is new: its name in its parent has to be on disk too.
    assert steps == ["sync 5 bytes", "sync folder", "rename", "sync folder"]
    steps.clear()
    await blobs.put("ab/y", _chunks(b"hello"), limit=LIMIT)
    assert steps == ["sync 5 bytes", "rename", "sync folder"]
    steps.clear()
    await blobs.delete("ab/y")
    assert steps == ["sync folder"]


async def test_a_full_disk_is_a_named_error_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = LocalBlobs(tmp_path)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StoreUnavailable, match="No space left"):
            await blobs.put("x", _chunks(b"hello"), limit=LIMIT)
    assert _files(tmp_path) == []
    await blobs.put("x", _chunks(b"hello"), limit=LIMIT)


async def test_blobs_are_for_their_owner_alone(tmp_path: Path) -> None:
    blobs = LocalBlobs(tmp_path / "blobs")
    await blobs.put("ab/x", _chunks(b"hello"), limit=LIMIT)
    for path in (tmp_path / "blobs", tmp_path / "blobs/ab", tmp_path / "blobs/ab/x"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


async def test_what_a_killed_process_left_is_swept_after_a_day(tmp_path: Path) -> None:
    LocalBlobs(tmp_path)
    left = tmp_path / ".incoming" / "left"
    left.write_bytes(b"half")
    LocalBlobs(tmp_path)
    assert left.exists()
    LocalBlobs(tmp_path, MovableClock(time.time_ns() // 1_000_000 + DAY + 60_000))  # noqa: TID251 - a file's own time
    assert not left.exists()


# The object store alone


@pytest.fixture
def store() -> Iterator[ObjectStore]:
    with object_store() as server:
        yield server


async def test_what_turns_out_too_large_leaves_no_unfinished_upload(store: ObjectStore) -> None:
    blobs = RemoteBlobs(f"s3://{BUCKET}", **store.options)
    with pytest.raises(TooLarge):
        await blobs.put("x", _chunks(*[bytes(1_000_000)] * 30), limit=20_000_000)
    assert (store.objects, store.uploads) == ({}, {})
    await blobs.put("x", _chunks(*[bytes(1_000_000)] * 30), limit=LIMIT)
    assert ({key: len(body) for key, body in store.objects.items()}, store.uploads) == ({"x": 30_000_000}, {})


async def test_keys_do_not_show_the_prefix_they_are_kept_under(store: ObjectStore) -> None:
    blobs = RemoteBlobs(f"s3://{BUCKET}/one/two", **store.options)
    await blobs.put("ab/x", _chunks(b"hello"), limit=LIMIT)
    assert set(store.objects) == {"one/two/ab/x"}
    assert await _keys(blobs) == {"ab/x"}
    assert await _all(blobs.get("ab/x")) == b"hello"


async def test_a_store_that_fails_is_a_named_error(store: ObjectStore) -> None:
    blobs = RemoteBlobs(f"s3://{BUCKET}", **store.options)
    await blobs.put("x", _chunks(b"hello"), limit=LIMIT)
    store.failing = True
    with pytest.raises(StoreUnavailable):
        await blobs.put("y", _chunks(b"hello"), limit=LIMIT)
    with pytest.raises(StoreUnavailable):
        await _all(blobs.get("x"))
    with pytest.raises(StoreUnavailable):
        await blobs.delete("x")
    with pytest.raises(StoreUnavailable):
        await _keys(blobs)


def _files(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]
