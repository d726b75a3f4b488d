"""The truth: what happened, what was written, and what was accepted already."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from esmero.store.schema.columns import BIG, METADATA, number

event = Table(
    "event",
    METADATA,
    number(),
    Column("stream_kind", Text, nullable=False),
    Column("stream_id", BIG, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("inbox_id", BIG),
    Column("public", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    UniqueConstraint("stream_kind", "stream_id", "seq"),
)

content = Table(
    "content",
    METADATA,
    Column("event_id", BIG, ForeignKey("event.id"), primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("extra", Text),  # JSON of files and fields; empty for a plain message
)

# What was accepted once is not accepted again: a client's id, a provider's id, an API's idempotency key.
receipt = Table(
    "receipt",
    METADATA,
    Column("inbox_id", BIG, primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True),
    Column("event_id", BIG),
    Column("created_at", BIG, nullable=False),
    sqlite_with_rowid=False,
)
