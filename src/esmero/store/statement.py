"""SQL statements as module constants: written in SQLAlchemy Core, run as text.

    OPEN = Statement(select(conversation.c.id).where(conversation.c.status == "open",
                                                     among(conversation.c.inbox_id, "inboxes")))

Building a Core clause and executing it through SQLAlchemy costs several times what the driver
itself costs (the figures stand in docs/decisions/0003). So a statement is compiled to text once
for each dialect and from then on only the driver's cursor sees it. The bargain: no type
processors and no Python-side column defaults. Columns hold what drivers speak: integers (flags
are 0 and 1, times are milliseconds), text (JSON is text) and bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, SmallInteger, Table, Text, bindparam, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg, PGDialect_psycopg
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler, SQLiteDialect
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ClauseElement, visitors
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import Insert as PlainInsert
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import BindParameter, ColumnElement, TextClause
from sqlalchemy.sql.selectable import CTE
from sqlalchemy.types import Boolean, TypeEngine

__all__ = ["DialectName", "Statement", "adding", "among", "changing", "insert"]
# `insert` is PostgreSQL's, since its ON CONFLICT compiles on SQLite too (not the other way round).

DialectName = Literal["sqlite", "postgresql"]


class Statement:
    """One SQL statement, built once and kept as a module constant. Safe to share between threads.

    What a clause leaves open with `bindparam("name")` is given at each call; what it fixes
    (`status == "open"`) becomes a literal in the text, so that partial indexes match.
    """

    __slots__ = ("_clause", "_for_rows", "_texts", "at_once", "gives_key", "lists", "names", "writes")

    def __init__(self, clause: ClauseElement, *, names: Sequence[str] = (), at_once: Statement | None = None) -> None:
        # inline: no RETURNING that nobody asked for, on tables whose key the database makes.
        self._clause = clause.inline() if isinstance(clause, PlainInsert) else clause
        self._texts: dict[DialectName, str] = {}
        self._for_rows: ForRows | None = None
        self.names = tuple(names)
        """What the values of a row are called, where it is run for many rows at once."""
        self.at_once = at_once
        """What does the same for many rows on PostgreSQL; its parameters are columns: a list of values each."""
        self.lists = frozenset(_lists(clause))
        """Names of the parameters that take a list of values."""
        self.writes = any(map(_may_write, _parts(clause)))
        """Whether running it may change rows."""
        self.gives_key = _gives_key(clause)
        """Whether all that it returns is the key of the one row that it inserts. SQLite tells that key without being
        asked, and RETURNING costs it more than the insert itself, so the text for SQLite leaves it out."""

    def text(self, dialect: DialectName) -> str:
        """The SQL for one dialect: named style for SQLite, pyformat for psycopg."""
        text = self._texts.get(dialect)
        if text is None:
            # Two threads may both compile: they store equal texts, so no lock is needed.
            text = self._texts[dialect] = self._compiled(dialect)
        return text

    def for_rows(self) -> ForRows:
        """The SQL for many rows on SQLite, which takes values by their places quicker than by their names."""
        if self._for_rows is None:
            compiled = self._clause.compile(dialect=_BY_PLACE)
            places: list[str] = compiled.positiontup or []  # type: ignore[attr-defined]
            if set(places) != set(self.names):
                raise ValueError(f"a row of {', '.join(self.names)} does not fill {', '.join(places)}")
            arrange = None if places == list(self.names) else itemgetter(*map(self.names.index, places))
            self._for_rows = ForRows(str(compiled), arrange)
        return self._for_rows

    def _compiled(self, dialect: DialectName) -> str:
        text = str(self._clause.compile(dialect=_DIALECTS[dialect]))
        return text.rpartition(" RETURNING ")[0] if self.gives_key and dialect == "sqlite" else text


class ForRows(NamedTuple):
    """SQL with places for the values of a row, and what puts a row's values into their order, if they aren't."""

    text: str
    arrange: Callable[[tuple[Any, ...]], tuple[Any, ...]] | None


def adding(table: Table, *names: str, unless_there: bool = False) -> Statement:
    """`INSERT` of a row with these columns, or of many rows, each parameter named as its column.

    With `unless_there` a row that breaks a rule of uniqueness is passed over. Bytes travel in no array: a table with
    such a column takes its rows one after the other.
    """
    one = insert(table).values({name: bindparam(name) for name in names})
    if any(isinstance(table.c[name].type, LargeBinary) for name in names):
        return Statement(one, names=names)
    rows = insert(table).from_select(names, select(*(_Each(table.c[name]) for name in names)))
    if unless_there:
        one, rows = one.on_conflict_do_nothing(), rows.on_conflict_do_nothing()
    return Statement(one, names=names, at_once=Statement(rows))


def changing(table: Table, *names: str) -> Statement:
    """`UPDATE` of these columns of the row with a certain `id`, or of many rows: these values and then the id."""
    rows = select(*(_Each(table.c[name]).label(name) for name in ("id", *names))).subquery("fresh")
    one = update(table).where(table.c.id == bindparam("id")).values({name: bindparam(name) for name in names})
    many = update(table).where(table.c.id == rows.c.id).values({name: rows.c[name] for name in names})
    return Statement(one, names=(*names, "id"), at_once=Statement(many))


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """`column IN (…)` over a list that comes as one parameter, so the text never varies.

    The caller passes a list or tuple; an empty one matches nothing.
    """
    return Among(column, name)


class Among(ColumnElement[bool]):
    """See `among`. On SQLite the list travels as a JSON array, on PostgreSQL as an array."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], name: str) -> None:
        self.column = column
        self.name = name

    def get_children(self, **_options: Any) -> Iterator[ColumnElement[Any]]:
        """Lets SQLAlchemy see the column, so that its table lands in FROM."""
        yield self.column

    @property
    def _from_objects(self) -> list[Any]:
        return self.column._from_objects


@compiles(Among, "sqlite")
def _among_in_sqlite(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    column = compiler.process(element.column, **options)
    return f"({column} IN (SELECT value FROM json_each(:{element.name})))"  # noqa: S608 - a name from our own code


@compiles(Among, "postgresql")
def _among_in_postgresql(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    column = compiler.process(element.column, **options)
    kind = _array_of(element.column.type)
    return f"({column} = ANY (%({element.name})s::{kind}[]))"


class _Each(ColumnElement[Any]):
    """The values of a column, of which each makes a row. Several side by side make rows of several columns."""

    inherit_cache = False

    def __init__(self, column: Column[Any]) -> None:
        self.name = column.name
        self.type = column.type


@compiles(_Each, "postgresql")
def _each_in_postgresql(element: _Each, _compiler: SQLCompiler, **_options: Any) -> str:
    return f"unnest(%({element.name})s::{_array_of(element.type)}[])"


def _array_of(kind: TypeEngine[Any]) -> str:
    """The PostgreSQL array that a list of such values travels in."""
    if isinstance(kind, BigInteger | SmallInteger | Integer):
        return "BIGINT"
    if isinstance(kind, Text):
        return "TEXT"
    raise TypeError(f"no list of {kind} travels to PostgreSQL")


def _parts(clause: ClauseElement) -> Iterator[Any]:
    """The clause and all it is made of, common table expressions included."""
    for part in visitors.iterate(clause):
        yield part
        if isinstance(part, CTE):
            yield from _parts(part.element)


def _may_write(part: Any) -> bool:
    """Whether a part changes rows; of plain text only what begins with SELECT is trusted not to."""
    if isinstance(part, TextClause):
        return not part.text.lstrip().upper().startswith("SELECT")
    return isinstance(part, UpdateBase)


def _gives_key(clause: ClauseElement) -> bool:
    """Whether this is `INSERT … VALUES (…) RETURNING id`, of a table whose key SQLite counts itself."""
    if not isinstance(clause, PlainInsert) or not isinstance(clause.table, Table):
        return False
    if clause.select is not None or clause._multi_values or clause._post_values_clause is not None:
        return False
    key = clause.table.autoincrement_column
    return key is not None and [column is key for column in clause.exported_columns] == [True]


def _lists(clause: ClauseElement) -> Iterator[str]:
    return (part.name for part in _parts(clause) if isinstance(part, Among))


class _ConstantsAsLiterals(SQLCompiler):
    """Writes every value that the clause itself fixes into the text."""

    def visit_bindparam(self, bindparam: BindParameter[Any], *args: Any, **options: Any) -> Any:
        if not bindparam.required:
            options["literal_binds"] = True
        return super().visit_bindparam(bindparam, *args, **options)  # type: ignore[no-untyped-call]


class _SqliteCompiler(_ConstantsAsLiterals, SQLiteCompiler):
    pass


class _PostgresCompiler(_ConstantsAsLiterals, PGCompiler_psycopg):
    pass


class _Sqlite(SQLiteDialect):
    statement_compiler = _SqliteCompiler
    # Else a condition used as a value is written `(…) = 1`, which no index can answer.
    supports_native_boolean = True


class _Postgres(PGDialect_psycopg):
    statement_compiler = _PostgresCompiler


_DIALECTS: dict[DialectName, Dialect] = {
    "sqlite": _Sqlite(paramstyle="named"),
    "postgresql": _Postgres(paramstyle="pyformat"),  # type: ignore[no-untyped-call]
}
_BY_PLACE = _Sqlite(paramstyle="qmark")
