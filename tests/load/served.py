"""A desk served as its operator would: the real command in a process of its own, on a free port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from msgspec import Struct

from esmero.app import open_desk
from esmero.channels.chat.settings import ChatSettings
from esmero.contract.events import DESK
from esmero.desk import agents, inboxes, sessions, teams
from esmero.kit.clock import DAY
from esmero.kit.ids import fingerprint, secret_token
from esmero.settings import read_settings
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings

ROOT = Path(__file__).parents[2]
READY_WITHIN_SECONDS = 90.0

WITHOUT_LIMITS = {
    "ESMERO_VISITOR_BURST": "1000000",
    "ESMERO_VISITOR_PER_MINUTE": "10000000",
    "ESMERO_FRAMES_BURST": "1000000",
    "ESMERO_FRAMES_PER_SECOND": "1000000",
    "ESMERO_CONNECTIONS_PER_ADDRESS": "100000",
}
"""A bench is a crowd behind one address, each of whom types like a machine: the limits against that are lifted."""


class Furniture(Struct, frozen=True):
    """What a load finds on the desk: an inbox, Ana who answers it, and Eve who may not see it.

    Attributes:
        inbox_key: what a widget of the inbox says in its hello.
        ana, eve: what the cookies of their consoles hold.
    """

    inbox_id: int
    inbox_key: str
    ana_id: int
    ana: str
    eve: str


async def furnish(environ: Mapping[str, str]) -> Furniture:
    """Open the desk of this environment, put people and an inbox into it, and close it again."""
    desk = await open_desk(read_settings(environ))
    try:
        now = desk.clock.now()
        return await desk.database.write(lambda tx: _furnish(tx, now))
    finally:
        await desk.stop()


def _furnish(tx: Transaction, at: int) -> Furniture:
    def agent(name: str) -> tuple[int, str]:
        made = agents.make(
            tx, name=name, email=f"{name.lower()}@desk.example", role="agent", password="!", at=at, language="en"
        )
        cookie = secret_token("session")
        sessions.begin(
            tx,
            agent_id=made.id,
            token=fingerprint(cookie),
            device="load",
            address="127.0.0.1",
            at=at,
            expires_at=at + DAY,
        )
        return made.id, cookie

    (ana_id, ana), (_, eve) = agent("Ana"), agent("Eve")
    settings = written_settings(ChatSettings(brand="Shop"))
    shop = inboxes.make(tx, channel="chat", name="Shop", key="chat_shop", settings=settings, by=DESK, at=at)
    teams.make(tx, "Support", (ana_id,), (shop.id,), by=DESK, at=at)
    return Furniture(shop.id, shop.key, ana_id, ana, eve)


class Served:
    """One process that serves. `start` again after it ended gives the same desk at the same port."""

    def __init__(self, command: list[str], environ: Mapping[str, str], log: Path) -> None:
        self._command = command
        self._environ = environ
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What it wrote so far."""
        return self._log.read_text(errors="replace")

    def start(self) -> None:
        """Start and wait until it says where it listens; `RuntimeError` with its log when it doesn't."""
        begin = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("ab") as log:
            self._process = self._spawn(log)
        self.port = self._wait_until_said(begin)

    def kill(self) -> None:
        """`kill -9`: nothing in it gets to end in order."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to end in order; returns its exit code."""
        return self._end(signal.SIGTERM)

    def memory_kib(self) -> int:
        """Its resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))

    def cpu_seconds(self) -> float:
        """Processor time that all its threads have used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _spawn(self, log: IO[bytes]) -> subprocess.Popen[bytes]:
        # A process of the same port finds it free: listeners reuse it, and nobody else is given one that was asked for.
        environ = {**os.environ, **self._environ, "ESMERO_PORT": str(self.port)}
        # As where it is installed: a module is compiled once, and not at each start.
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        return subprocess.Popen(self._command, stdout=log, stderr=subprocess.STDOUT, env=environ, cwd=ROOT)

    def _wait_until_said(self, begin: int) -> int:
        assert self._process is not None
        until = time.monotonic() + READY_WITHIN_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            for line in self.log[begin:].splitlines():
                if " is at http://" in line:
                    return int(line.rsplit(":", 1)[1])
            time.sleep(0.01)
        self._end(signal.SIGKILL)
        raise RuntimeError(f"{' '.join(self._command)} did not start:\n{self.log[begin:]}")

    def _end(self, by: signal.Signals) -> int:
        if self._process is None:
            return 0
        process, self._process = self._process, None
        if process.poll() is None:
            process.send_signal(by)
        try:
            return process.wait(READY_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return the settings of a desk in a folder of its own."""
    return {"ESMERO_DATA": str(folder / "desk"), **more}


@contextmanager
def serve_desk(folder: Path, environ: Mapping[str, str], name: str = "desk") -> Iterator[Served]:
    """Serve the desk of this environment until the block ends; its log goes into the folder."""
    with _served([sys.executable, "-m", "esmero", "serve"], environ, folder / f"{name}.log") as served:
        yield served


@contextmanager
def serve_echo(folder: Path) -> Iterator[Served]:
    """Serve the bare echo beside which the desk is measured."""
    with _served([sys.executable, "-m", "tests.load.echo"], {}, folder / "echo.log") as served:
        yield served


@contextmanager
def serve_bare(folder: Path) -> Iterator[Served]:
    """Serve nothing: the framework alone."""
    with _served([sys.executable, "-m", "tests.load.bare"], {}, folder / "bare.log") as served:
        yield served


@contextmanager
def _served(command: list[str], environ: Mapping[str, str], log: Path) -> Iterator[Served]:
    served = Served(command, environ, log)
    served.start()
    try:
        yield served
    finally:
        served.stop()
