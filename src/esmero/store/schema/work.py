"""Work that is still to be done, and who does it."""

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

outbox = Table(
    "outbox",
    METADATA,
    number(),
    Column("event_id", BIG, ForeignKey("event.id"), nullable=False, unique=True),
    Column("conversation_id", BIG, nullable=False),
    Column("inbox_id", BIG, nullable=False),
    Column("channel", Text, nullable=False),
    Column("reply_seq", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("due_at", BIG, nullable=False),
    Column("lease_owner", Text),
    Column("lease_until", BIG),
    CheckConstraint("state IN ('waiting', 'leased', 'sent', 'failed', 'unknown', 'recalled')", name="state"),
)
Index(
    "ix_outbox_due",
    outbox.c.due_at,
    sqlite_where=text("state IN ('waiting', 'leased')"),
    postgresql_where=text("state IN ('waiting', 'leased')"),
)

timer = Table(
    "timer",
    METADATA,
    number(),
    Column("name", Text, nullable=False),
    Column("subject_id", BIG, nullable=False),
    Column("due_at", BIG, nullable=False, index=True),
    Column("lease_owner", Text),
    Column("lease_until", BIG),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("name", "subject_id"),
)

cursor = Table(
    "cursor",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("position", BIG, nullable=False),
    sqlite_with_rowid=False,
)

parked = Table(
    "parked",
    METADATA,
    Column("cursor", Text, primary_key=True),
    Column("event_id", BIG, primary_key=True, autoincrement=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("parked_at", BIG, nullable=False),
    sqlite_with_rowid=False,
)

# Who is here: a row per agent and process, alive until it expires.
presence = Table(
    "presence",
    METADATA,
    Column("agent_id", BIG, primary_key=True, autoincrement=False),
    Column("process", Text, primary_key=True),
    Column("active_at", BIG, nullable=False),
    Column("expires_at", BIG, nullable=False),
    sqlite_with_rowid=False,
)

# What a channel must remember between runs (UIDVALIDITY, cursors), and small facts of the desk itself.
memory = Table(
    "memory",
    METADATA,
    Column("inbox_id", BIG, primary_key=True, autoincrement=False),  # 0: the desk
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Mails of the desk itself. What stands in one (a link, a code) is sealed, and gone once its outcome is known.
own_mail = Table(
    "own_mail",
    METADATA,
    number(),
    Column("key", Text, nullable=False, unique=True),  # the seal is bound to it, and the Message-ID is made of it
    Column("purpose", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("sealed", LargeBinary),
    Column("state", Text, nullable=False),
    Column("code", Text, nullable=False, server_default=text("''")),  # what was wrong: `contract/trouble.py`
    Column("said", Text, nullable=False, server_default=text("''")),  # in the words of whoever refused it
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("due_at", BIG, nullable=False),
    Column("expires_at", BIG),  # from when on it is worth nothing
    Column("lease_owner", Text),
    Column("lease_until", BIG),
    Column("created_at", BIG, nullable=False),
    Column("ended_at", BIG),
    CheckConstraint("state IN ('waiting', 'leased', 'sent', 'failed', 'unknown')", name="state"),
    Index(
        "ix_own_mail_due",
        "due_at",
        sqlite_where=text("state IN ('waiting', 'leased')"),
        postgresql_where=text("state IN ('waiting', 'leased')"),
    ),
    Index(None, "recipient"),
)

# What administrators are told of while it lasts (a mailbox that is refused, say), and when they were told last.
matter = Table(
    "matter",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("since", BIG, nullable=False),
    Column("told_at", BIG),
    Column("ended_at", BIG),
    sqlite_with_rowid=False,
)
