"""What the import contract can't see: who writes the log, and what start-up pays for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict

import pytest

from tests.architecture import sources

LOG = "src/esmero/desk/log.py"
OUTBOX = "src/esmero/desk/outbox.py"
# Changes of these tables, and the only modules that may make them.
ALLOWED = {
    ("insert", "event"): {LOG},
    ("insert", "outbox"): {LOG},
    ("insert", "content"): {LOG},
    ("update", "event"): set[str](),
    ("delete", "event"): set[str](),
    ("update", "content"): set[str](),
    ("update", "outbox"): {LOG, OUTBOX},
}
IN_TEXT = re.compile(
    r"\b(insert)\s+(?:or\s+\w+\s+)?into\s+(\w+)|\b(delete)\s+from\s+(\w+)|\b(update)\s+(\w+)\s+set\b", re.IGNORECASE
)

# rich is not among them: structlog imports it wherever it is installed.
HEAVY = {
    *("alembic", "psycopg", "redis", "obstore", "boto3", "click", "segno"),
    *("faker", "polyfactory", "hypothesis", "pytest", "playwright", "schemathesis"),
}


def test_only_the_log_writes_events_and_outbox_rows() -> None:
    found = changes()
    # The rule would pass for nothing if it no longer recognised a statement.
    assert LOG in found["insert", "event"]
    assert LOG in found["insert", "outbox"]
    trespassers = {change: found[change] - allowed for change, allowed in ALLOWED.items()}
    assert {change: who for change, who in trespassers.items() if who} == {}


@pytest.mark.parametrize(
    "text",
    [
        "_NEW = Statement(insert(event).values(seq=1))",
        "x = schema.event.insert()",
        "_NEW = insert(schema.event)",
        "cursor.execute('INSERT INTO event (id) VALUES (1)')",
        'cursor.execute("insert or ignore into  event values (1)")',
    ],
)
def test_every_way_to_write_an_event_is_recognised(text: str) -> None:
    assert ("insert", "event") in changes_in(ast.parse(text))


def test_reading_is_no_change() -> None:
    assert changes_in(ast.parse("x = select(event.c.id); y = 'an event is inserted into content'")) == set()


def test_the_modules_named_here_exist() -> None:
    for module in (LOG, OUTBOX):
        assert (sources.ROOT / module).is_file(), f"{module} moved: tell ALLOWED"


def test_the_program_starts_without_what_it_may_never_need() -> None:
    program = "import sys, esmero.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "esmero" in loaded
    assert not loaded & HEAVY


def changes() -> dict[tuple[str, str], set[str]]:
    """Which modules change which table, and how."""
    found = defaultdict[tuple[str, str], set[str]](set)
    for path in sources.python():
        if "migrations" not in path.parts:
            for change in changes_in(sources.tree(path)):
                found[change].add(sources.name(path))
    return found


def changes_in(tree: ast.AST) -> set[tuple[str, str]]:
    """The changes of tables that a module spells out, in SQLAlchemy Core or in SQL."""
    found = set[tuple[str, str]]()
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="insert" | "update" | "delete" as verb), args=[table, *_]):
                found.add((verb, _last_name(table)))
            case ast.Call(func=ast.Attribute(value=table, attr="insert" | "update" | "delete" as verb)):
                found.add((verb, _last_name(table)))
            case ast.Constant(value=str(text)):
                found |= {_spoken(match) for match in IN_TEXT.finditer(text)}
    return found & ALLOWED.keys()


def _spoken(match: re.Match[str]) -> tuple[str, str]:
    verb, table = (word.lower() for word in match.groups() if word)
    return verb, table


def _last_name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]
