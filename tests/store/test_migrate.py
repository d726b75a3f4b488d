"""Migrations make the schema that the code expects, keep what was there, and refuse what is newer."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from esmero.store import migrate, sqlite_file
from esmero.store.errors import SchemaTooNew
from esmero.store.schema import METADATA
from tests import servers

DIALECTS = ["sqlite", "postgresql"]


@pytest.fixture(params=DIALECTS)
def migrated(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The SQLAlchemy address of a database that was just migrated."""
    if request.param == "sqlite":
        migrate.migrate_sqlite(tmp_path / "desk.sqlite3")
        yield f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    else:
        with servers.database() as url:
            migrate.migrate_postgresql(url)
            yield url.replace("postgresql://", "postgresql+psycopg://")


def test_the_migrated_schema_is_the_one_that_the_code_expects(migrated: str) -> None:
    engine = create_engine(migrated)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours, "compare_type": True})
        differences = compare_metadata(context, METADATA)
        assert differences == [], "schema.py differs from the migrations; print_schema.py prints DDL for a new step"
    engine.dispose()


def test_checks_and_keys_are_there_too(migrated: str) -> None:
    """Alembic compares neither check constraints nor primary keys, nor the conditions of indexes."""
    engine = create_engine(migrated)
    found = inspect(engine)
    for table in METADATA.sorted_tables:
        checks = {str(each.name) for each in table.constraints if type(each).__name__ == "CheckConstraint"}
        assert {each["name"] for each in found.get_check_constraints(table.name)} == checks
        keys = found.get_pk_constraint(table.name)["constrained_columns"]
        assert keys == [column.name for column in table.primary_key.columns]
        partial = {str(each.name) for each in table.indexes if each.dialect_options["sqlite"]["where"] is not None}
        option = f"{engine.dialect.name}_where"
        assert {
            each["name"] for each in found.get_indexes(table.name) if option in each.get("dialect_options", {})
        } == partial
    engine.dispose()


def _is_ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """Search tables are made by the migration alone: FTS5 and tsvector have no common metadata."""
    return not (kind == "table" and name is not None and name.startswith("search"))


def test_each_step_follows_the_one_before() -> None:
    script = ScriptDirectory(str(migrate.VERSIONS.parent))
    steps = list(script.walk_revisions())
    assert [step.revision for step in reversed(steps)] == migrate.known_versions()
    assert script.get_current_head() == migrate.known_versions()[-1]


def test_a_start_with_nothing_to_do_never_imports_alembic(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    migrate.migrate_sqlite(path)
    code = (
        "import sys; from pathlib import Path; from esmero.store import migrate;"
        f"migrate.migrate_sqlite(Path({str(path)!r})); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_newer_sqlite_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    migrate.migrate_sqlite(path)
    _set_version(path, "9999")
    with pytest.raises(SchemaTooNew, match="9999"):
        migrate.migrate_sqlite(path)
    assert not (tmp_path / "copies").exists()


def test_a_newer_postgresql_schema_is_refused() -> None:
    with servers.database() as url:
        migrate.migrate_postgresql(url)
        with psycopg.connect(url) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(SchemaTooNew, match="9999"):
            migrate.migrate_postgresql(url)


# A release that knows one step more


@pytest.fixture
def next_release(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes this release one step older than the one under test, by adding a step; returns the step's file."""
    folder = tmp_path_factory.mktemp("migrations")
    versions = folder / "versions"
    versions.mkdir()
    for source in migrate.VERSIONS.glob("v*"):
        (versions / source.name).write_bytes(source.read_bytes())
    (folder / "env.py").write_bytes((migrate.VERSIONS.parent / "env.py").read_bytes())
    number = f"{int(migrate.known_versions()[-1]) + 1:04}"
    step = versions / f"v{number}_next.py"
    step.write_text(
        f"from alembic import op\nrevision = {number!r}\ndown_revision = {migrate.known_versions()[-1]!r}\n"
        "def upgrade():\n    op.execute('CREATE TABLE later (id INTEGER PRIMARY KEY)')\n"
    )
    monkeypatch.setattr(migrate, "VERSIONS", versions)
    return step


def test_an_existing_database_is_copied_before_it_is_migrated(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "desk.sqlite3"
    migrate.migrate_sqlite(path)
    with closing(sqlite_file.connect(path)) as writer:  # stays open, so that the row is in the WAL alone
        writer.execute("INSERT INTO team (name, created_at) VALUES ('Parcels', 1)")
        request.getfixturevalue("next_release")
        migrate.migrate_sqlite(path)
    (copy,) = (tmp_path / "copies").iterdir()
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(path)) as now:
        assert kept.execute("SELECT name FROM team").fetchall() == [("Parcels",)]
        assert not _has_later(kept)
        assert _has_later(now)
    assert copy.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("raise RuntimeError('half way')", "half way"),
        ("op.execute(\"INSERT INTO content (event_id, text) VALUES (7, 'x')\")", "foreign key"),
    ],
    ids=["that fails", "that breaks a foreign key"],
)
def test_a_migration_that_goes_wrong_leaves_sqlite_as_it_was(
    tmp_path: Path, request: pytest.FixtureRequest, line: str, trouble: str
) -> None:
    path = tmp_path / "desk.sqlite3"
    migrate.migrate_sqlite(path)
    step: Path = request.getfixturevalue("next_release")
    right = step.read_text()
    step.write_text(f"{right}    {line}\n")
    with pytest.raises(RuntimeError, match=trouble):
        migrate.migrate_sqlite(path)
    with closing(sqlite3.connect(path)) as now:
        assert not _has_later(now)
        assert now.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    step.write_text(right)
    migrate.migrate_sqlite(path)
    with closing(sqlite3.connect(path)) as now:
        assert _has_later(now)


def test_a_migration_that_fails_leaves_postgresql_as_it_was(request: pytest.FixtureRequest) -> None:
    with servers.database() as url:
        migrate.migrate_postgresql(url)
        step: Path = request.getfixturevalue("next_release")
        step.write_text(step.read_text() + "    raise RuntimeError('half way')\n")
        with pytest.raises(RuntimeError, match="half way"):
            migrate.migrate_postgresql(url)
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT to_regclass('later')").fetchone() == (None,)


def test_processes_that_start_together_migrate_postgresql_once() -> None:
    with servers.database() as url:
        trouble: list[BaseException] = []

        def start() -> None:
            try:
                migrate.migrate_postgresql(url)
            except Exception as error:  # noqa: BLE001 - a thread's trouble is told below
                trouble.append(error)

        threads = [threading.Thread(target=start) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert trouble == []
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
                (migrate.known_versions()[-1],)
            ]


DRAFT = "INSERT INTO draft (agent_id, conversation_id, kind, text, updated_at) VALUES (3, 42, {kind}, 'Dear', 1)"


def test_a_draft_of_the_first_schema_is_still_there_and_has_room_beside_it_on_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    _begin_sqlite_with_the_first_schema(path, DRAFT.format(kind="'note'"))
    migrate.migrate_sqlite(path)
    with closing(sqlite3.connect(path)) as now, now:
        now.execute(DRAFT.format(kind="'reply'"))
        assert now.execute("SELECT kind, text FROM draft").fetchall() == [("note", "Dear"), ("reply", "Dear")]


def test_a_draft_of_the_first_schema_is_still_there_and_has_room_beside_it_on_postgresql() -> None:
    with servers.database() as url:
        _begin_postgresql_with_the_first_schema(url, DRAFT.format(kind="'note'"))
        migrate.migrate_postgresql(url)
        with psycopg.connect(url) as now:
            now.execute(DRAFT.format(kind="'reply'"))
            found = now.execute("SELECT kind, text FROM draft ORDER BY kind").fetchall()
            assert found == [("note", "Dear"), ("reply", "Dear")]


LABEL = "INSERT INTO label (id, name, tint, created_at) VALUES ({id}, 'Refund', 'red', 1)"
REMOVED = "UPDATE label SET removed_at = 2 WHERE id = 5"


def test_labels_of_the_first_schema_stay_and_a_removed_one_gives_its_name_free(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    _begin_sqlite_with_the_first_schema(path, LABEL.format(id=5))
    migrate.migrate_sqlite(path)
    with closing(sqlite3.connect(path)) as now, now:
        with pytest.raises(sqlite3.IntegrityError):
            now.execute(LABEL.format(id=6))
        now.execute(REMOVED)
        now.execute(LABEL.format(id=6))
    with servers.database() as url:
        _begin_postgresql_with_the_first_schema(url, LABEL.format(id=5))
        migrate.migrate_postgresql(url)
        with psycopg.connect(url, autocommit=True) as there:
            with pytest.raises(psycopg.errors.UniqueViolation):
                there.execute(LABEL.format(id=6))
            there.execute(REMOVED)
            there.execute(LABEL.format(id=6))


OLDER = """
INSERT INTO agent (id, email, name, role, language, theme, availability, notify, seq, created_at)
  VALUES (1, 'ana@desk.example', 'Ana', 'agent', 'en', 'system', 'available', '{}', 1, 1);
INSERT INTO team (id, name, created_at) VALUES (4, 'Support', 1);
INSERT INTO team_member (team_id, agent_id) VALUES (4, 1);
INSERT INTO session (id, token, agent_id, device, address, created_at, seen_at, expires_at)
  VALUES (7, x'01', 1, 'Firefox', '::1', 1, 2, 3);
INSERT INTO token (id, token, agent_id, name, role, created_at) VALUES (9, x'02', 1, 'Night', 'agent', 1);
INSERT INTO conversation (inbox_id, customer_id, identity_id, channel, live, status, priority, team_id, seq, position,
    last_seq, last_at, last_by, last_text, last_files, last_note, customer_seq, agent_seq, delivered_seq, read_seq,
    seen_seq, sort, created_at)
  VALUES (1, 1, 1, 'chat', 1, 'open', 'normal', 6, 1, 1, 1, 1, 'customer', '', 0, 0, 1, 0, 0, 0, 0, 1, 1);
"""
"""The team of a number that only a conversation still names was removed."""


def test_teams_sessions_and_tokens_of_the_first_schema_stay_and_no_later_one_gets_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    sqlite_file.create(path)
    with closing(sqlite_file.connect(path)) as driver:
        driver.execute("BEGIN IMMEDIATE")
        migrate.upgrade("sqlite", driver, "0001")
        for statement in OLDER.strip().split(";\n"):
            driver.execute(statement)
        driver.execute("COMMIT")
    migrate.migrate_sqlite(path)
    with closing(sqlite3.connect(path)) as now, now:
        assert now.execute("SELECT team_id, agent_id FROM team_member").fetchall() == [(4, 1)]
        assert now.execute("SELECT id, name FROM team").fetchall() == [(4, "Support")]
        assert now.execute("SELECT id, token, device, seen_at FROM session").fetchall() == [(7, b"\x01", "Firefox", 2)]
        assert now.execute("SELECT id, token, name FROM token").fetchall() == [(9, b"\x02", "Night")]
        for table in ("team", "session", "token"):
            now.execute(f"DELETE FROM {table}")
        now.execute("INSERT INTO team (name, created_at) VALUES ('Wholesale', 2)")
        now.execute(
            "INSERT INTO session (token, agent_id, device, address, created_at, seen_at, expires_at)"
            " VALUES (x'03', 1, 'Firefox', '::1', 1, 2, 3)"
        )
        now.execute("INSERT INTO token (token, agent_id, name, role, created_at) VALUES (x'04', 1, 'Day', 'agent', 1)")
        assert [now.execute(f"SELECT id FROM {table}").fetchall() for table in ("team", "session", "token")] == [
            [(7,)],
            [(8,)],
            [(10,)],
        ]


FOLLOWED = "INSERT INTO cursor (name, position) VALUES ('search', 4711)"


def test_what_was_followed_before_search_was_made_anew_is_to_be_filled_in_on_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    _begin_sqlite_with_the_first_schema(path, FOLLOWED)
    migrate.migrate_sqlite(path)
    with closing(sqlite3.connect(path)) as connection:
        cursors = connection.execute("SELECT name, position FROM cursor ORDER BY name").fetchall()
    assert cursors == [("search", 4711), ("search.refill", 4711)]


def test_what_was_followed_before_search_was_made_anew_is_to_be_filled_in_on_postgresql() -> None:
    with servers.database() as url:
        _begin_postgresql_with_the_first_schema(url, FOLLOWED)
        migrate.migrate_postgresql(url)
        with psycopg.connect(url) as connection:
            cursors = connection.execute("SELECT name, position FROM cursor ORDER BY name").fetchall()
    assert cursors == [("search", 4711), ("search.refill", 4711)]


def test_only_a_few_copies_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    migrate.migrate_sqlite(path)
    for _ in range(migrate.KEPT_COPIES + 2):
        migrate._copy(path, "0001")
    assert len(list((tmp_path / "copies").iterdir())) == migrate.KEPT_COPIES


def _has_later(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'later'").fetchone() is not None


def _set_version(path: Path, version: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))


def _begin_sqlite_with_the_first_schema(path: Path, row: str) -> None:
    sqlite_file.create(path)
    with closing(sqlite_file.connect(path)) as driver:
        driver.execute("BEGIN IMMEDIATE")
        migrate.upgrade("sqlite", driver, "0001")
        driver.execute(row)
        driver.execute("COMMIT")


def _begin_postgresql_with_the_first_schema(url: str, row: str) -> None:
    with psycopg.connect(url) as driver:
        migrate.upgrade("postgresql", driver, "0001")
        driver.execute(row)
