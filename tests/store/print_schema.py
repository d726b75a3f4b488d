"""Prints the DDL of schema.py: what to write the next migration from.

python -m tests.store.print_schema sqlite [TABLE...]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from esmero.store.schema import METADATA

DIALECTS = {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect()}  # type: ignore[no-untyped-call]


def ddl(dialect: str, names: list[str]) -> Iterator[str]:
    """The statements that make the named tables (all, where none is named), in the order of their foreign keys."""
    for table in METADATA.sorted_tables:
        if not names or table.name in names:
            yield from _of_table(table, dialect)


def _of_table(table: Table, dialect: str) -> Iterator[str]:
    yield _text(CreateTable(table), dialect)
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        yield _text(CreateIndex(index), dialect)


def _text(element: CreateTable | CreateIndex, dialect: str) -> str:
    lines = str(element.compile(dialect=DIALECTS[dialect])).strip().replace("\t", "  ").splitlines()
    return "\n".join(line.rstrip() for line in lines) + ";\n"


if __name__ == "__main__":
    print("\n".join(ddl(sys.argv[1], sys.argv[2:])), end="")
