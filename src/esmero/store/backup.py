"""A back-up of a running desk in one file, and a desk made from it.

The file is a tar archive that anybody can look into:

    README.txt               which key it needs, and how to restore it
    database/<table>.jsonl.gz
    blobs/<key>
    keys/master.key          only where that was asked for
    manifest.json            the last member: what is in the archive, with the SHA-256 of each

The rows are of one moment. Blobs are copied after that moment, and a blob is kept before a row names it, so each blob
that a row names is there, but for those that were erased meanwhile.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import io
import re
import tarfile
import tempfile
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from esmero import __version__
from esmero.contract.ports import Blobs
from esmero.kit import disk
from esmero.kit.clock import Clock, SystemClock
from esmero.kit.errors import Conflict, EsmeroError, NotFound
from esmero.store import dump
from esmero.store.blob_keys import CHUNK_BYTES, check_key

FORMAT = 1
MANIFEST = "manifest.json"
KEYS = "keys/master.key"
# Text shrinks to a fifth even at the quickest levels.
COMPRESSION = 3
LARGEST_MANIFEST_BYTES = 1024**3
_TABLE = re.compile(r"[a-z_]+\.jsonl\.gz")

NOTE = """\
A back-up of an Esmero desk, made by release {release}.

To make a desk of it:  esmero restore {name}

Secrets in it (of inboxes, for one) are sealed under the master key {keys}.
{included}
"""
WITHOUT_KEY = """\
That key is NOT in this file. Keep a copy of it elsewhere: it is keys/master.key in the data folder, or the setting
ESMERO_MASTER_KEY. Without it the secrets are lost, while conversations, customers and files are not."""
WITH_KEY = """\
That key is in this file, as keys/master.key: whoever has the file can read everything. Keep it accordingly."""


class BackupBroken(EsmeroError):
    """The file is cut off, was changed, or is no back-up."""

    code = "backup_broken"
    title = "This back-up can't be used."


class Member(msgspec.Struct, frozen=True):
    """One member of the archive."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive says of itself."""

    format: int
    release: str
    schema: str
    made_at: int
    keys: tuple[str, ...]
    """Ids of the master keys, the present one first."""
    rows: dict[str, int]
    members: dict[str, Member]

    @property
    def with_keys(self) -> bool:
        """Whether the master key is inside."""
        return KEYS in self.members

    @property
    def blobs(self) -> int:
        """How many files that people sent are inside."""
        return sum(name.startswith("blobs/") for name in self.members)


@dataclass(frozen=True, slots=True)
class Keys:
    """The master keys of a desk: their ids, and the file where the archive is to hold them."""

    names: tuple[str, ...]
    file: Path | None = None


def back_up(place: str | Path, blobs: Blobs, keys: Keys, target: Path, *, clock: Clock | None = None) -> Manifest:
    """Writes a back-up of a desk, running or not, to a new file (0600), which is whole and on the disk at the end.

    Raises:
        Conflict: the file is there already.
        StoreUnavailable: database or blobs can't be read.
    """
    if target.exists():
        raise Conflict(f"{target.name} exists already")
    with disk.new_file(target) as file:
        return _write(_Archive(file, target.parent), place, blobs, keys, target.name, clock or SystemClock())


def _write(archive: _Archive, place: str | Path, blobs: Blobs, keys: Keys, name: str, clock: Clock) -> Manifest:
    made_at = clock.now()
    included = WITH_KEY if keys.file else WITHOUT_KEY
    note = NOTE.format(release=__version__, name=name, keys=" or ".join(keys.names), included=included)
    archive.add("README.txt", io.BytesIO(note.encode()))
    schema, rows = _add_tables(archive, place)
    asyncio.run(_add_blobs(archive, blobs))
    if keys.file is not None:
        archive.add(KEYS, io.BytesIO(keys.file.read_bytes()))
    manifest = Manifest(
        format=FORMAT,
        release=__version__,
        schema=schema,
        made_at=made_at,
        keys=keys.names,
        rows=rows,
        members=dict(archive.members),
    )
    archive.add(MANIFEST, io.BytesIO(msgspec.json.format(msgspec.json.encode(manifest))))
    archive.close()
    return manifest


def _add_tables(archive: _Archive, place: str | Path) -> tuple[str, dict[str, int]]:
    rows = {}
    with dump.snapshot(place) as found:
        for table in dump.tables():
            # A tar archive wants to know the size of a member before its bytes.
            with tempfile.TemporaryFile(dir=archive.folder) as file:
                rows[table] = _compress(found.lines(table), file)
                file.seek(0)
                archive.add(_member_of(table), file)
        return found.version, rows


def _compress(lines: Iterator[bytes], file: IO[bytes]) -> int:
    count = -1  # the first line is no row
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=COMPRESSION, mtime=0) as compressed:
        for line in lines:
            compressed.write(line + b"\n")
            count += 1
    return count


async def _add_blobs(archive: _Archive, blobs: Blobs) -> None:
    async for key in blobs.keys():
        with tempfile.SpooledTemporaryFile(4 * CHUNK_BYTES, dir=str(archive.folder)) as file, suppress(NotFound):
            async for chunk in blobs.get(key):
                file.write(chunk)
            file.seek(0)
            archive.add(f"blobs/{key}", file)


class _Archive:
    """A tar archive that remembers what it holds."""

    def __init__(self, file: IO[bytes], folder: Path) -> None:
        self.folder = folder
        """Where there is room for what it is made of."""
        self.members: dict[str, Member] = {}
        self._tar = tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - see close

    def add(self, name: str, content: IO[bytes]) -> None:
        """Adds a member; `content` stands at its beginning."""
        digest = hashlib.sha256()
        while chunk := content.read(CHUNK_BYTES):
            digest.update(chunk)
        about = tarfile.TarInfo(name)
        about.size, about.mode = content.tell(), 0o600
        content.seek(0)
        self._tar.addfile(about, content)
        self.members[name] = Member(about.size, digest.hexdigest())

    def close(self) -> None:
        """Writes what ends an archive."""
        self._tar.close()


def check_backup(source: Path) -> Manifest:
    """Reads a back-up from beginning to end and returns its manifest.

    Raises:
        BackupBroken: it is cut off, was changed, or is no back-up.
    """
    found: dict[str, Member] = {}
    manifest: Manifest | None = None
    with _members(source) as members:
        for name, content in members:
            if name == MANIFEST:
                manifest = _manifest(content)
            else:
                found[name] = _measured(content)
    if manifest is None:
        raise BackupBroken("it has no manifest: it is cut off, or no back-up of Esmero")
    if found != manifest.members:
        wrong = sorted(name for name in found | manifest.members if found.get(name) != manifest.members.get(name))
        raise BackupBroken(f"{len(wrong)} of its members are missing or changed, {wrong[0]} for one")
    return manifest


def restore(source: Path, place: str | Path, blobs: Blobs, key_file: Path) -> Manifest:
    """Makes a desk from a back-up, in a data folder or database that has none. It appears whole or not at all.

    The database comes last: before it is there, nothing names what was restored already, and the command may be
    repeated. A master key that the back-up holds is put into `key_file`, unless there is one.

    Raises:
        BackupBroken: the file can't be used; nothing was changed.
        SchemaTooNew: a newer release made it.
        StoreUnavailable: there is a desk already, or no room.
    """
    manifest = check_backup(source)
    with dump.filling(place, manifest.schema) as filling, asyncio.Runner() as runner, _members(source) as members:
        for name, content in members:
            if name.startswith("blobs/"):
                runner.run(_put(blobs, name.removeprefix("blobs/"), content, manifest.members[name].size))
            elif name == KEYS and not key_file.exists():
                disk.make_folder(key_file.parent)
                with disk.new_file(key_file) as file:
                    file.write(content.read())
            elif name.startswith("database/"):
                _fill(filling, content)
    return manifest


@contextmanager
def _members(source: Path) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """The members of an archive in their order, each readable until the next. None leaves its place."""
    try:
        with tarfile.open(source, mode="r|") as tar:
            yield _ours(tar)
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise BackupBroken(f"it can't be read: {error}") from error


def _ours(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for about in tar:
        content = tar.extractfile(about) if about.isreg() else None
        if content is None or not _is_ours(about.name):
            raise BackupBroken(f"it holds {about.name[:80]!r}, which no back-up does")
        yield about.name, content


def _is_ours(name: str) -> bool:
    kind, _, rest = name.partition("/")
    match kind:
        case "blobs":
            with suppress(ValueError):
                return check_key(rest) == rest
            return False
        case "database":
            return _TABLE.fullmatch(rest) is not None
        case _:
            return name in {"README.txt", MANIFEST, KEYS}


def _member_of(table: str) -> str:
    return f"database/{table}.jsonl.gz"


def _manifest(content: IO[bytes]) -> Manifest:
    try:
        manifest = msgspec.json.decode(content.read(LARGEST_MANIFEST_BYTES), type=Manifest)
    except msgspec.MsgspecError as error:
        raise BackupBroken(f"its manifest can't be read: {error}") from error
    if manifest.format != FORMAT:
        raise BackupBroken(f"it has format {manifest.format}, this release reads {FORMAT}")
    return manifest


def _measured(content: IO[bytes]) -> Member:
    digest, size = hashlib.sha256(), 0
    while chunk := content.read(CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
    return Member(size, digest.hexdigest())


def _fill(filling: dump.Filling, content: IO[bytes]) -> None:
    with gzip.GzipFile(fileobj=content) as lines:
        filling.table(lines)


async def _put(blobs: Blobs, key: str, content: IO[bytes], size: int) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        while chunk := content.read(CHUNK_BYTES):
            yield chunk

    await blobs.put(key, chunks(), limit=size)
