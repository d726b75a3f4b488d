"""Migrations as SQL: one file for each dialect beside the step, exactly what the database gets."""

from __future__ import annotations

from pathlib import Path

from alembic import op


def run_file(step: str) -> None:
    """Runs `<step>.<dialect>.sql`, a statement at a time; a statement ends with `;` at the end of a line."""
    connection = op.get_bind()
    script = Path(step).with_suffix(f".{connection.dialect.name}.sql").read_text("utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
