"""${message}."""

from __future__ import annotations

from esmero.store.migrations.sql import run_file

revision = "${up_revision}"
down_revision = "${down_revision}"


def upgrade() -> None:
    """Runs the file of the dialect."""
    run_file(__file__)
