"""The truth: what happened, what was written, and what was accepted already."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

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

# The same as `content`, as HTML, cleaned: apart from it, since few who read a conversation ask for it.
markup = Table(
    "markup",
    METADATA,
    Column("event_id", BIG, ForeignKey("event.id"), primary_key=True, autoincrement=False),
    Column("html", Text, nullable=False),
)

# What came, byte by byte, sealed. A mail that could not be understood has no event: it is held until somebody looks.
source = Table(
    "source",
    METADATA,
    number(),
    Column("inbox_id", BIG, nullable=False),
    Column("name", Text, nullable=False, unique=True),  # the seal is bound to it
    Column("way", Text, nullable=False),
    Column("size", BIG, nullable=False),
    Column("sealed", LargeBinary),  # if it is small, else
    Column("blob", Text),
    Column("event_id", BIG),
    Column("state", Text, nullable=False),
    Column("reason", Text),  # why it is held
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("created_at", BIG, nullable=False),
    CheckConstraint("state IN ('kept', 'held', 'put_away')", name="state"),
    Index(None, "event_id"),
    Index(
        "ix_source_held", "inbox_id", "id", sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")
    ),
)

# The names by which a channel knows messages (Message-ID, say), and where they are. The first who has a name keeps it.
reference = Table(
    "reference",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("name", Text, primary_key=True),  # a digest of it
    Column("conversation_id", BIG, nullable=False),
    Column("event_id", BIG, nullable=False),
    sqlite_with_rowid=False,
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
