"""New files appear whole, on the disk, for their owner alone, and in nobody's place."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from esmero.kit import disk


@pytest.fixture(params=[True, False])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the file system knows links; some don't."""
    if not request.param:

        def unknown(*_args: object) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", unknown)
    return bool(request.param)


def write(path: Path, content: bytes = b"new") -> None:
    with disk.new_file(path) as file:
        file.write(content)


@pytest.mark.usefixtures("links")
def test_a_new_file_is_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    write(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.usefixtures("links")
def test_a_file_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.usefixtures("links")
def test_a_writer_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        write(tmp_path / "file", "no bytes")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_bytes_are_on_the_disk_before_the_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, link = os.fsync, os.link

    def seen_sync(handle: int) -> None:
        found = os.fstat(handle)
        steps.append("sync folder" if stat.S_ISDIR(found.st_mode) else f"sync {found.st_size} bytes")
        sync(handle)

    def seen_link(part: Path, target: Path) -> None:
        steps.append("name")
        link(part, target)

    monkeypatch.setattr(os, "fsync", seen_sync)
    monkeypatch.setattr(os, "link", seen_link)
    write(tmp_path / "file")
    assert steps == ["sync 3 bytes", "name", "sync folder"]


def test_new_folders_are_for_their_owner_and_their_names_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    disk.make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    disk.make_folder(tmp_path / "a" / "b")
    assert len(synced) == 2
