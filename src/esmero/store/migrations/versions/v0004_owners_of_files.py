"""Files are found by who uploaded them: how much of it no message names yet, and whose it is after signing in."""

from __future__ import annotations

from esmero.store.migrations.sql import run_file

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Runs `v0004_owners_of_files.<dialect>.sql`."""
    run_file(__file__)
