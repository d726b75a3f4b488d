"""A reply and a note that were begun in one conversation are two drafts."""

from __future__ import annotations

from esmero.store.migrations.sql import run_file

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Runs `v0002_draft_kinds.<dialect>.sql`."""
    run_file(__file__)
