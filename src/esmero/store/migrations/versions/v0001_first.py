"""The tables of the first release."""

from __future__ import annotations

from esmero.store.migrations.sql import run_file

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Runs `v0001_first.<dialect>.sql`."""
    run_file(__file__)
