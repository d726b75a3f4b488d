"""What mail needs: its sources, names of messages, people in copy, HTML beside the text, junk, dead addresses."""

from __future__ import annotations

from esmero.store.migrations.sql import run_file

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Runs `v0006_mail.<dialect>.sql`."""
    run_file(__file__)
