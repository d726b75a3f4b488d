"""`esmero serve` is soon there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from esmero.store.database import open_database

# pydantic is not among them: Litestar imports it wherever it is installed. We don't bring it, see test_locks.py.
NEEDLESS = {
    *("alembic", "psycopg", "redis", "obstore", "segno", "fluent", "cryptography.x509"),
    *("rich", "pygments", "typer", "httpx", "polyfactory", "faker"),
}
PROGRAM = """
import atexit, sys
from esmero.cli.main import main

atexit.register(lambda: print(*sys.modules))
sys.exit(main(["serve", "--port", "0", "--data", sys.argv[1]]))
"""


def test_a_start_imports_nothing_that_it_may_never_need(tmp_path: Path) -> None:
    open_database(tmp_path).close_now()
    loaded = imported_by_a_start(tmp_path)
    assert {"esmero.app", "esmero.web.site", "litestar.app", "sqlalchemy"} <= loaded
    assert {name for name in loaded if name in NEEDLESS or name.partition(".")[0] in NEEDLESS} == set()


def imported_by_a_start(folder: Path) -> set[str]:
    """The modules of a process that served the desk in this folder, and was told to stop as soon as it did."""
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.terminate()
        modules = process.stdout.read().splitlines()[-1]
    assert said.startswith("Esmero is at http://")
    assert process.returncode == 0
    return set(modules.split())
