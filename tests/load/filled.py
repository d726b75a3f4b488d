"""Very many conversations, written by SQLite itself in one transaction: as people would have left them, only sooner.

In each a customer wrote once; every tenth is open, the rest Ana has closed. Of the open ones every other is Ana's and
the rest are nobody's. A customer has ten. Left out are the customers' own events, which nothing here reads.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing

from esmero.desk.conversations.state import FAR
from esmero.kit.clock import SystemClock
from esmero.settings import read_settings
from esmero.store.search_clauses import EPOCH
from esmero.store.sqlite_file import FILE_NAME
from tests.load.served import Furniture

COMMON = "parcel"
"""A word that stands in every message."""

_NUMBERS = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < :count) "
_TEXT = (
    "'my parcel with the ' || CASE n % 7 WHEN 0 THEN 'blue teapot' WHEN 1 THEN 'oak shelf' WHEN 2 THEN 'wool blanket' "
    "WHEN 3 THEN 'reading lamp' WHEN 4 THEN 'garden chair' WHEN 5 THEN 'copper pan' ELSE 'linen curtain' END "
    "|| ' was to arrive on thursday order ' || (n * 7919 % 1000003)"
)
_AT = "(:at - (:count - n) * 1000)"
_OPEN, _ANAS = "n % 10 = 0", "n % 20 = 0"
_WHO = "((n - 1) / 10 + 1)"
_LAST = f"(CASE WHEN {_OPEN} AND NOT {_ANAS} THEN 2 ELSE 3 END)"

_EVENT = (
    "INSERT INTO event (id, stream_kind, stream_id, seq, type, version, actor, inbox_id, public, data, created_at) "
    + _NUMBERS
    + "SELECT :event + n * 3 - {left}, 'conversation', n, {seq}, '{type}', 1, {actor}, :inbox, 1, {data}, "
    + _AT
    + " FROM n WHERE {where}"
)
_STATEMENTS = (
    (
        f"INSERT INTO customer (id, name, language, known, seq, position, created_at) {_NUMBERS} "
        f"SELECT {_WHO}, 'Customer ' || {_WHO}, 'en', 0, 1, 0, {_AT} FROM n WHERE n % 10 = 1"
    ),
    (
        f"INSERT INTO identity (id, customer_id, inbox_id, channel, address, created_at) {_NUMBERS} "
        f"SELECT {_WHO}, {_WHO}, :inbox, 'chat', 'visitor_filled_' || {_WHO}, {_AT} FROM n WHERE n % 10 = 1"
    ),
    _EVENT.format(
        left=2,
        seq=1,
        type="conversation.opened",
        actor=f"'customer:' || {_WHO}",
        data=f"json_object('inbox_id', :inbox, 'customer_id', {_WHO}, 'identity_id', {_WHO}, 'channel', 'chat', "
        "'live', json('true'))",
        where="true",
    ),
    _EVENT.format(
        left=1,
        seq=2,
        type="message.received",
        actor=f"'customer:' || {_WHO}",
        data=f"json_object('identity_id', {_WHO}, 'client_id', 'filled-' || n)",
        where="true",
    ),
    _EVENT.format(
        left=0, seq=3, type="conversation.closed", actor="'agent:' || :ana", data="'{}'", where=f"NOT ({_OPEN})"
    ),
    _EVENT.format(
        left=0,
        seq=3,
        type="conversation.assigned",
        actor="'agent:' || :ana",
        data="json_object('agent_id', :ana)",
        where=_ANAS,
    ),
    f"INSERT INTO content (event_id, text) {_NUMBERS} SELECT :event + n * 3 - 1, {_TEXT} FROM n",
    (
        f"INSERT INTO search (rowid, text, stem, sender, scope) {_NUMBERS} SELECT "
        f"(({_AT} / 1000 - {EPOCH}) << 31) | (:event + n * 3 - 1), {_TEXT}, 'arriv thursday', 'Customer ' || {_WHO}, "
        "'i' || :inbox || ' c' || n || ' vchat' || CASE n % 50 WHEN 0 THEN ' hasattachment' ELSE '' END FROM n"
    ),
    (
        "INSERT INTO conversation (id, inbox_id, customer_id, identity_id, channel, live, status, priority, "
        "assignee_id, seq, position, last_seq, last_at, last_by, last_text, last_files, last_note, customer_seq, "
        "agent_seq, delivered_seq, read_seq, seen_seq, waiting_since, sort, created_at, closed_at) "
        f"{_NUMBERS} SELECT n, :inbox, {_WHO}, {_WHO}, 'chat', 1, CASE WHEN {_OPEN} THEN 'open' ELSE 'closed' END, "
        f"'normal', CASE WHEN {_ANAS} THEN :ana END, {_LAST}, :event + n * 3 - 3 + {_LAST}, 2, {_AT}, 'customer', "
        f"{_TEXT}, 0, 0, 2, 0, 0, 0, 0, CASE WHEN {_OPEN} THEN {_AT} END, CASE WHEN {_OPEN} THEN {_AT} "
        f"ELSE {FAR} - {_AT} END, {_AT}, CASE WHEN NOT ({_OPEN}) THEN {_AT} END FROM n"
    ),
    (
        "INSERT INTO tally (inbox_id, status, assignee_id, count) "
        "SELECT inbox_id, status, coalesce(assignee_id, 0), count(*) FROM conversation GROUP BY 1, 2, 3"
    ),
    (
        "INSERT INTO cursor (name, position) SELECT 'search', max(id) FROM event WHERE true "
        "ON CONFLICT (name) DO UPDATE SET position = excluded.position"
    ),
)


async def fill(environ: Mapping[str, str], furniture: Furniture, count: int) -> float:
    """Fill the furnished, still empty desk of this environment, which nobody serves; returns the seconds it took."""
    return await asyncio.to_thread(_fill, environ, furniture, count)


def _fill(environ: Mapping[str, str], furniture: Furniture, count: int) -> float:
    began = time.perf_counter()
    with closing(sqlite3.connect(read_settings(environ).data / FILE_NAME, isolation_level=None)) as database:
        # What is lost with the power is made again: no sync until the end.
        for line in ("PRAGMA synchronous = OFF", "PRAGMA cache_size = -400000", "BEGIN"):
            database.execute(line)
        (event,) = database.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
        values = {
            "count": count,
            "event": event,
            "inbox": furniture.inbox_id,
            "ana": furniture.ana_id,
            "at": SystemClock().now(),
        }
        for statement in _STATEMENTS:
            database.execute(statement, values)
        database.execute("COMMIT")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return time.perf_counter() - began
