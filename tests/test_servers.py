"""The servers that tests stand on: real, private, and gone afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from tests import servers


@pytest.fixture
def own() -> Iterator[servers.PostgreSQL]:
    server = servers.PostgreSQL()
    yield server
    server.close()


def test_a_database_is_empty_and_takes_what_search_needs() -> None:
    with servers.database() as url, psycopg.connect(url) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert tables == (0,)
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute("CREATE EXTENSION unaccent")


def test_the_role_of_the_tests_is_no_superuser() -> None:
    with servers.database() as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW is_superuser").fetchone() == ("off",)


def test_a_killed_postgresql_comes_back_with_its_data_on_the_same_port(own: servers.PostgreSQL) -> None:
    url = own.url(own.create_database())
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    own.kill()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    own.start()
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_a_paused_server_can_be_closed(own: servers.PostgreSQL) -> None:
    os.kill(own.pid, signal.SIGSTOP)
    own.close()
    assert not own.folder.exists()


def test_valkey_keeps_and_publishes() -> None:
    with redis.Redis.from_url(servers.valkey().url) as client:
        client.set("test_servers", "here", ex=60)
        assert client.get("test_servers") == b"here"


KILLED = """
import os
from tests import servers
server = servers.Valkey()
print(server.pid, server.folder, flush=True)
os.kill(os.getpid(), 9)
"""


def test_servers_go_when_the_test_run_is_killed() -> None:
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, cwd=root)
    assert done.returncode == -signal.SIGKILL
    pid, folder = done.stdout.split(maxsplit=1)
    until = time.monotonic() + 10
    while Path(folder.strip()).exists():
        assert time.monotonic() < until, f"server {pid} still keeps {folder}"
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
