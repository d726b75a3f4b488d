"""What agents have read and begun to write, and files that were sent."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text, text

from esmero.store.schema.columns import BIG, METADATA, number

read_mark = Table(
    "read_mark",
    METADATA,
    Column("agent_id", BIG, primary_key=True, autoincrement=False),
    Column("conversation_id", BIG, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    sqlite_with_rowid=False,
)

draft = Table(
    "draft",
    METADATA,
    Column("agent_id", BIG, primary_key=True, autoincrement=False),
    Column("conversation_id", BIG, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("updated_at", BIG, nullable=False),
    sqlite_with_rowid=False,
)

# What a call of the API with an idempotency key was answered, so that the same call again does nothing again.
answer = Table(
    "answer",
    METADATA,
    Column("owner", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("request", LargeBinary, nullable=False),  # fingerprint of what was asked
    Column("status", Integer),  # empty while the first call still runs
    Column("body", LargeBinary),  # sealed, since some answers hold a token
    Column("lease_until", BIG, nullable=False),
    Column("created_at", BIG, nullable=False),
    Index(None, "created_at"),
    sqlite_with_rowid=False,
)

file = Table(
    "file",
    METADATA,
    number(),
    Column("blob", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size", BIG, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("owner", Text, nullable=False),  # the actor who uploaded it; only they can put it into a message
    Column("inbox_id", BIG),
    Column("conversation_id", BIG),  # once a message names it
    Column("created_at", BIG, nullable=False),
    Index(None, "owner", "inbox_id"),
    Index(
        "ix_file_unnamed",
        "created_at",
        sqlite_where=text("conversation_id IS NULL"),
        postgresql_where=text("conversation_id IS NULL"),
    ),
)

# Whose pictures from elsewhere are shown: those of one message, or of all that a customer writes. Somebody asked.
pictures_shown = Table(
    "pictures_shown",
    METADATA,
    Column("what", Text, primary_key=True),
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("agent_id", BIG, nullable=False),
    Column("created_at", BIG, nullable=False),
    CheckConstraint("what IN ('message', 'customer')", name="what"),
    sqlite_with_rowid=False,
)
