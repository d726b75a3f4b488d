"""Finds the Chromium that the browser tests drive; ``python -m tests.chromium`` prints it.

The distribution's Chromium comes first, since it is patched with the machine; the one that
Playwright downloads is for systems whose packages have none.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def executable() -> str | None:
    """The path of a Chromium that runs here, or None. ``ESMERO_CHROMIUM`` decides where it is set."""
    if chosen := os.environ.get("ESMERO_CHROMIUM"):
        return chosen if os.access(chosen, os.X_OK) else None
    for name in NAMES:
        found = shutil.which(name)
        if found and not _is_snap_stub(Path(found)):
            return found
    return str(MAC) if MAC.exists() else _downloaded()


def _is_snap_stub(program: Path) -> bool:
    """Ubuntu's package is a script that asks for a snap, which containers can't run."""
    with program.open("rb") as file:
        start = file.read(4096)
    return start.startswith(b"#!") and b"snap" in start and not Path("/snap/bin/chromium").exists()


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    path = executable()
    if path is None:
        sys.exit("no Chromium here")
    print(path)
