"""The numbers of teams, sign-ins and tokens are given once, also after the last one was removed."""

from __future__ import annotations

from esmero.store.migrations.sql import run_file

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Runs `v0005_numbers_once.<dialect>.sql`. PostgreSQL's sequences never go back."""
    run_file(__file__)
