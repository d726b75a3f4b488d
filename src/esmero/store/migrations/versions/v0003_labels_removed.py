"""A label that was removed keeps its number, so that no later one is taken for it."""

from __future__ import annotations

from esmero.store.migrations.sql import run_file

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Runs `v0003_labels_removed.<dialect>.sql`."""
    run_file(__file__)
