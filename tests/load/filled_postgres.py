"""The conversations of `filled.py`, as far as search reads them, on PostgreSQL: written by PostgreSQL itself."""

from __future__ import annotations

import psycopg

from esmero.desk.conversations.state import FAR
from esmero.kit.clock import SystemClock
from esmero.store.search_clauses import EPOCH
from esmero.store.search_postgres import STRETCHES
from tests.load.served import Furniture

_TEXT = (
    "'my parcel with the ' || CASE n % 7 WHEN 0 THEN 'blue teapot' WHEN 1 THEN 'oak shelf' WHEN 2 THEN 'wool blanket' "
    "WHEN 3 THEN 'reading lamp' WHEN 4 THEN 'garden chair' WHEN 5 THEN 'copper pan' ELSE 'linen curtain' END "
    "|| ' was to arrive on thursday order ' || (n::bigint * 7919 %% 1000003)"
).replace("n % 7", "n %% 7")
_NUMBERS = "FROM generate_series(1, %(count)s) AS n"
_AT = "(%(at)s - (%(count)s - n::bigint) * 1000)"
_SECONDS = f"({_AT} / 1000 - {EPOCH})"
_EVENT = "(%(event)s + n::bigint * 2)"
_WHO = "((n - 1) / 10 + 1)"
_STATUS = "CASE WHEN n %% 10 = 0 THEN 'open' ELSE 'closed' END"
_STRETCHES = ", ".join(f"'#{level}s' || {_SECONDS} / {length}" for level, length in enumerate(STRETCHES))
_STATEMENTS = (
    "DROP INDEX ix_search_words",
    (
        "INSERT INTO customer (id, name, language, known, seq, position, created_at) "
        f"SELECT {_WHO}, 'Customer ' || {_WHO}, 'en', 0, 1, 0, {_AT} {_NUMBERS} WHERE n %% 10 = 1"
    ),
    (
        "INSERT INTO event (id, stream_kind, stream_id, seq, type, version, actor, inbox_id, public, data, created_at) "
        f"SELECT {_EVENT}, 'conversation', n, 2, 'message.received', 1, 'customer:' || {_WHO}, %(inbox)s, 1, "
        f"'{{\"identity_id\":' || {_WHO} || '}}', {_AT} {_NUMBERS}"
    ),
    f"INSERT INTO content (event_id, text) SELECT {_EVENT}, {_TEXT} {_NUMBERS}",
    (
        "INSERT INTO conversation (id, inbox_id, customer_id, identity_id, channel, live, status, priority, "
        "assignee_id, seq, position, last_seq, last_at, last_by, last_text, last_files, last_note, customer_seq, "
        "agent_seq, delivered_seq, read_seq, seen_seq, sort, created_at, closed_at) "
        f"SELECT n, %(inbox)s, {_WHO}, {_WHO}, 'chat', 0, {_STATUS}, 'normal', "
        f"CASE WHEN n %% 20 = 0 THEN %(ana)s END, 2, {_EVENT}, 2, {_AT}, 'customer', {_TEXT}, 0, 0, 2, 0, 0, 0, 0, "
        f"{FAR} - {_AT}, {_AT}, CASE WHEN n %% 10 > 0 THEN {_AT} END {_NUMBERS}"
    ),
    (
        f"INSERT INTO search (place, words) SELECT {_SECONDS} * 2147483648 + {_EVENT}, "
        f"to_tsvector('simple', {_TEXT}) || array_to_tsvector(ARRAY['~arriv', '~thursday', '@acustomer', "
        f"'#i' || %(inbox)s, '#c' || n, '#vchat', {_STRETCHES}] "
        "|| CASE WHEN n %% 50 = 0 THEN ARRAY['#hasattachment'] ELSE ARRAY[]::text[] END) "
        f"|| setweight(('''@acustomer'':1 ''@a' || {_WHO} || ''':2')::tsvector, 'D') {_NUMBERS}"
    ),
    "SELECT setval(pg_get_serial_sequence('event', 'id'), (SELECT max(id) FROM event))",
    "CREATE INDEX ix_search_words ON search USING gin (words) WITH (gin_pending_list_limit = 256)",
)


def fill_postgresql(url: str, furniture: Furniture, count: int) -> None:
    """Fill the furnished, still empty desk of this database."""
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
        values = {
            "count": count,
            "event": row[0] if row else 0,
            "inbox": furniture.inbox_id,
            "ana": furniture.ana_id,
            "at": SystemClock().now(),
        }
        connection.execute("SET maintenance_work_mem = '512MB'")
        for statement in _STATEMENTS:
            # Written out here: the server can't tell the kinds of parameters that only stand in sums.
            connection.execute((statement % values).encode())
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
