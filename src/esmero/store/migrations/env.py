"""Run by Alembic: applies migrations on the connection that migrate.py gives it, in its transaction."""

from __future__ import annotations

from alembic import context

from esmero.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,  # SQLite can, whatever Alembic believes of it
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
