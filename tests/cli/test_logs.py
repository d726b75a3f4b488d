"""What the log keeps to itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

SPEAK = """
import logging, sys
from aiosmtpd.smtp import log
from esmero.cli.logs import set_up_logs
set_up_logs("text", sys.argv[1])
log.info("sender: kim@mail.example")
log.debug("recip: help@shop.example")
log.warning("a warning")
"""


@pytest.mark.parametrize("level", ["debug", "info"])
def test_who_writes_to_whom_is_not_logged(level: str) -> None:
    told = subprocess.run([sys.executable, "-c", SPEAK, level], capture_output=True, text=True, check=True).stderr
    assert "a warning" in told
    assert "@" not in told
