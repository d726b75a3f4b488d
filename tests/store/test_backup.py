"""A back-up of a running desk restores to an equal one, on either database, or is refused."""

from __future__ import annotations

import io
import json
import os
import tarfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest
from anyio import run
from sqlalchemy import BigInteger, CheckConstraint, LargeBinary, Text, bindparam, text

from esmero.contract.ports import Blobs
from esmero.kit.errors import Conflict
from esmero.kit.sealed import load_keys, make_key
from esmero.store import dump, migrate
from esmero.store.backup import BackupBroken, Keys, back_up, check_backup, restore
from esmero.store.blobs_local import LocalBlobs
from esmero.store.blobs_remote import RemoteBlobs
from esmero.store.database import Database, open_database
from esmero.store.errors import SchemaTooNew, StoreUnavailable
from esmero.store.schema import METADATA
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert
from tests import servers

NASTY = "Ríos आशा 'quoted' \"double\" \\back\\slash\\N \t tab\nline {1} 100% \u2028 🎁"
ALL_BYTES = bytes(range(256))
Place = str | Path
NewPlace = Callable[[str], Place]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[NewPlace]:
    """Gives new places for databases of either dialect."""
    with ExitStack() as stack:
        count = iter(range(100))

        def new(dialect: str) -> Place:
            return tmp_path / f"data{next(count)}" if dialect == "sqlite" else stack.enter_context(servers.database())

        yield new


def seed(tx: Transaction) -> None:
    """Three rows in each table, with what is hard to carry."""
    for table in METADATA.sorted_tables:
        rows = [tuple(_value(table, column, n) for column in table.columns) for n in (1, 2, 3)]
        values: dict[str, Any] = {name: bindparam(name) for name in table.columns.keys()}  # noqa: SIM118 - it gives columns else
        tx.many(Statement(insert(table).values(values), names=tuple(values)), rows)


def _value(table: Any, column: Any, number: int) -> object:
    for check in table.constraints:
        if isinstance(check, CheckConstraint) and str(check.sqltext).startswith(f"{column.name} IN"):
            return str(check.sqltext).split("'")[1]
    if isinstance(column.type, LargeBinary):
        return ALL_BYTES + bytes([number]) if number < 3 or not column.nullable else None
    if isinstance(column.type, Text):
        return f"{number} {NASTY}" if number < 3 or not column.nullable else None
    if number < 3 or not column.nullable or column.foreign_keys:
        return number
    return 2**62 if isinstance(column.type, BigInteger) else 2**31 - 1


def lines(at: Place) -> dict[str, list[bytes]]:
    """All rows of all tables, without the follower that begins anew."""
    with dump.snapshot(at) as found:
        return {table: sorted(found.lines(table)) for table in dump.tables()}


async def put(blobs: Blobs, key: str, content: bytes) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield content

    await blobs.put(key, chunks(), limit=10_000_000)


def content_of(blobs: Blobs) -> dict[str, bytes]:
    async def read() -> dict[str, bytes]:
        return {
            key: b"".join([chunk async for chunk in blobs.get(key)])
            async for key in blobs.keys()  # noqa: SIM118 - not a dict
        }

    return run(read)


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, LocalBlobs, Path]:
    """A small desk on SQLite: its folder, blobs and key file."""
    folder = tmp_path / "desk"
    database = open_database(folder)
    database.write_now(seed)
    database.close_now()
    blobs = LocalBlobs(folder / "blobs")
    run(put, blobs, "ab/one", ALL_BYTES * 5000)
    run(put, blobs, "two", b"")
    key_file = folder / "keys" / "master.key"
    make_key(key_file)
    return folder, blobs, key_file


@pytest.fixture
def archive(desk: tuple[Path, LocalBlobs, Path], tmp_path: Path) -> Path:
    folder, blobs, key_file = desk
    back_up(folder, blobs, Keys((load_keys(key_file)[0].name,)), tmp_path / "desk.tar")
    return tmp_path / "desk.tar"


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
@pytest.mark.parametrize("of", ["sqlite", "postgresql"])
def test_a_restored_desk_is_equal(place: NewPlace, tmp_path: Path, of: str, to: str) -> None:
    source, target = place(of), place(to)
    database = open_database(source)
    database.write_now(seed)
    database.close_now()
    blobs, restored_blobs = LocalBlobs(tmp_path / "blobs"), LocalBlobs(tmp_path / "restored")
    run(put, blobs, "ab/one", ALL_BYTES * 5000)
    run(put, blobs, "two", b"")
    manifest = back_up(source, blobs, Keys(("abcd",)), tmp_path / "desk.tar")
    assert (sum(manifest.rows.values()), manifest.blobs) == (3 * len(METADATA.tables), 2)
    assert restore(tmp_path / "desk.tar", target, restored_blobs, tmp_path / "key") == manifest
    assert lines(target) == lines(source)
    assert content_of(restored_blobs) == content_of(blobs)


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
def test_a_restored_desk_goes_on_counting_where_the_other_was(
    place: NewPlace, archive: Path, tmp_path: Path, to: str
) -> None:
    target = place(to)
    restore(archive, target, LocalBlobs(tmp_path / "restored"), tmp_path / "key")
    database = open_database(target)
    add = Statement(text("INSERT INTO team (name, created_at) VALUES ('Parcels', 1) RETURNING id"))
    last = database.read_now(lambda s: s.one(Statement(text("SELECT max(id) FROM team"))))
    assert last is not None
    assert database.write_now(lambda tx: tx.one(add)) == (last[0] + 1,)
    database.close_now()


def test_search_begins_anew_after_a_restore(place: NewPlace, tmp_path: Path) -> None:
    source, target = place("sqlite"), place("sqlite")
    database = open_database(source)
    mark = Statement(text("INSERT INTO cursor (name, position) VALUES ('search', 7), ('others', 8)"))
    database.write_now(lambda tx: tx.run(mark))
    database.close_now()
    back_up(source, LocalBlobs(tmp_path / "blobs"), Keys(("abcd",)), tmp_path / "desk.tar")
    restore(tmp_path / "desk.tar", target, LocalBlobs(tmp_path / "restored"), tmp_path / "key")
    database = open_database(target)
    assert database.read_now(lambda s: s.all(Statement(text("SELECT name, position FROM cursor")))) == [("others", 8)]
    database.close_now()


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_a_back_up_of_a_running_desk_is_of_one_moment(place: NewPlace, tmp_path: Path, dialect: str) -> None:
    """Each unit writes to two tables, one read early and one late: a back-up has both rows or none."""
    source, target = place(dialect), place("sqlite")
    database = open_database(source)
    ended = threading.Event()
    acknowledged: list[int] = []
    writing = threading.Thread(target=_keep_writing, args=(database, ended, acknowledged))
    writing.start()
    while len(acknowledged) < 20:
        pass
    before = len(acknowledged)
    back_up(source, LocalBlobs(tmp_path / "blobs"), Keys(("abcd",)), tmp_path / "desk.tar")
    ended.set()
    writing.join()
    database.close_now()
    restore(tmp_path / "desk.tar", target, LocalBlobs(tmp_path / "restored"), tmp_path / "key")
    restored = open_database(target)
    teams, labels = restored.read_now(_names)
    restored.close_now()
    assert teams == labels
    assert before <= len(teams) < len(acknowledged)


def _keep_writing(database: Database, ended: threading.Event, acknowledged: list[int]) -> None:
    label = Statement(text("INSERT INTO label (name, tint, created_at) VALUES (:name, 'x', 1)"))
    team = Statement(text("INSERT INTO team (name, created_at) VALUES (:name, 1)"))

    def unit(tx: Transaction) -> None:
        tx.run(label, name=str(len(acknowledged)))
        tx.run(team, name=str(len(acknowledged)))

    while not ended.is_set():
        database.write_now(unit)
        acknowledged.append(1)


def _names(session: Session) -> tuple[list[Any], list[Any]]:
    teams = session.all(Statement(text("SELECT name FROM team ORDER BY id")))
    return teams, session.all(Statement(text("SELECT name FROM label ORDER BY id")))


def test_a_back_up_is_for_its_owner_alone_and_replaces_none(
    desk: tuple[Path, LocalBlobs, Path], archive: Path, tmp_path: Path
) -> None:
    folder, blobs, _ = desk
    assert archive.stat().st_mode & 0o077 == 0
    before = archive.read_bytes()
    with pytest.raises(Conflict, match="exists"):
        back_up(folder, blobs, Keys(("abcd",)), archive)
    assert archive.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_back_up_that_fails_leaves_nothing(desk: tuple[Path, LocalBlobs, Path], tmp_path: Path) -> None:
    folder, _, _ = desk
    unreachable = RemoteBlobs("s3://desk", endpoint="http://127.0.0.1:1", region="x", skip_signature=True,
                              client_options={"allow_http": True}, retry_config={"max_retries": 0})  # fmt: skip
    before = set(tmp_path.iterdir())
    with pytest.raises(StoreUnavailable):
        back_up(folder, unreachable, Keys(("abcd",)), tmp_path / "desk.tar")
    assert set(tmp_path.iterdir()) == before


# Keys


def test_the_key_stays_outside_and_the_note_names_it(desk: tuple[Path, LocalBlobs, Path], archive: Path) -> None:
    key = load_keys(desk[2])[0]
    with tarfile.open(archive) as tar:
        note = tar.extractfile("README.txt")
        assert note is not None
        told = note.read().decode()
    assert key.name in told
    assert "NOT in this file" in told
    assert desk[2].read_bytes().strip() not in archive.read_bytes()
    assert check_backup(archive).keys == (key.name,)


def test_the_key_comes_along_where_it_is_asked_for(desk: tuple[Path, LocalBlobs, Path], tmp_path: Path) -> None:
    folder, blobs, key_file = desk
    keys = load_keys(key_file)
    back_up(folder, blobs, Keys((keys[0].name,), key_file), tmp_path / "desk.tar")
    restored = tmp_path / "new" / "keys" / "master.key"
    manifest = restore(tmp_path / "desk.tar", tmp_path / "new", LocalBlobs(tmp_path / "new/blobs"), restored)
    assert manifest.with_keys
    assert load_keys(restored) == keys


def test_a_key_that_is_there_is_not_replaced(desk: tuple[Path, LocalBlobs, Path], tmp_path: Path) -> None:
    folder, blobs, key_file = desk
    back_up(folder, blobs, Keys((load_keys(key_file)[0].name,), key_file), tmp_path / "desk.tar")
    restored = tmp_path / "new" / "keys" / "master.key"
    own = make_key(restored)
    restore(tmp_path / "desk.tar", tmp_path / "new", LocalBlobs(tmp_path / "new/blobs"), restored)
    assert load_keys(restored) == (own,)


# What is refused


def test_a_desk_that_is_there_is_not_overwritten(
    desk: tuple[Path, LocalBlobs, Path], archive: Path, place: NewPlace, tmp_path: Path
) -> None:
    before = lines(desk[0])
    with pytest.raises(StoreUnavailable, match="already"):
        restore(archive, desk[0], desk[1], desk[2])
    assert lines(desk[0]) == before
    url = place("postgresql")
    open_database(url).close_now()
    with pytest.raises(StoreUnavailable, match="already"):
        restore(archive, url, LocalBlobs(tmp_path / "new"), tmp_path / "key")


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.99])
def test_a_back_up_that_is_cut_off_is_refused_and_nothing_is_made(archive: Path, tmp_path: Path, share: float) -> None:
    content = archive.read_bytes()
    cut = tmp_path / "cut.tar"
    cut.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(BackupBroken):
        restore(cut, tmp_path / "new", LocalBlobs(tmp_path / "new/blobs"), tmp_path / "key")
    assert not list((tmp_path / "new").glob("*.sqlite3*"))
    assert content_of(LocalBlobs(tmp_path / "new/blobs")) == {}


def test_a_change_in_any_member_is_noticed(archive: Path, tmp_path: Path) -> None:
    with tarfile.open(archive) as tar:
        members = {about.name: (about.offset_data, about.size) for about in tar}
    for name, (offset, size) in members.items():
        if not size:
            continue
        content = bytearray(archive.read_bytes())
        content[offset + size // 2] ^= 0x55
        changed = tmp_path / "changed.tar"
        changed.write_bytes(content)
        with pytest.raises(BackupBroken):
            print(f"a change in {name} was not noticed", check_backup(changed))


@pytest.mark.parametrize(
    "name",
    ["../outside", "/etc/passwd", "blobs/../../outside", "blobs/UPPER", "database/x;y.jsonl.gz", "surprise", "keys/x"],
)
def test_a_member_that_no_back_up_has_is_refused(archive: Path, tmp_path: Path, name: str) -> None:
    tampered = _with_member(archive, tmp_path / "tampered.tar", name, b"x")
    with pytest.raises(BackupBroken):
        check_backup(tampered)


def test_links_and_folders_in_an_archive_are_refused(archive: Path, tmp_path: Path) -> None:
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE):
        tampered = tmp_path / "tampered.tar"
        tampered.write_bytes(archive.read_bytes())
        with tarfile.open(tampered, "a") as tar:
            about = tarfile.TarInfo("blobs/link")
            about.type, about.linkname = kind, "README.txt"
            tar.addfile(about)
        with pytest.raises(BackupBroken):
            check_backup(tampered)


def test_a_table_whose_head_is_no_name_is_refused(tmp_path: Path) -> None:
    migrate_to = tmp_path / "new"
    migrate_to.mkdir()
    head = json.dumps({"table": 'team" (id) VALUES (1); --', "columns": ["id"]}).encode()
    opened = dump.filling(migrate_to, migrate.known_versions()[0])
    filling = opened.__enter__()
    with pytest.raises(msgspec.ValidationError, match="regex") as caught:
        filling.table([head, b"[1]"])
    assert not opened.__exit__(msgspec.ValidationError, caught.value, None)
    assert not list(migrate_to.glob("*.sqlite3"))


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"nothing", os.urandom(20_000), bytes(20_000)):
        (tmp_path / "file").write_bytes(content)
        with pytest.raises(BackupBroken):
            check_backup(tmp_path / "file")


def test_a_back_up_of_a_newer_schema_is_refused(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "known_versions", lambda: ["0000"])
    with pytest.raises(SchemaTooNew):
        restore(archive, tmp_path / "new", LocalBlobs(tmp_path / "new/blobs"), tmp_path / "key")


def test_a_restore_that_fails_in_the_middle_may_be_repeated(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "new"
    with monkeypatch.context() as patch:
        patch.setattr(LocalBlobs, "put", _full)
        with pytest.raises(StoreUnavailable):
            restore(archive, target, LocalBlobs(target / "blobs"), target / "key")
    assert not (target / "esmero.sqlite3").exists()
    restore(archive, target, LocalBlobs(target / "blobs"), target / "key")
    open_database(target).close_now()


async def _full(*_args: object, **_options: object) -> None:
    raise StoreUnavailable("No space left on device")


def _with_member(archive: Path, target: Path, name: str, content: bytes) -> Path:
    target.write_bytes(archive.read_bytes())
    with tarfile.open(target, "a") as tar:
        about = tarfile.TarInfo(name)
        about.size = len(content)
        tar.addfile(about, io.BytesIO(content))
    return target
