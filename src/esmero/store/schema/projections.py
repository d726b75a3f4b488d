"""What the log adds up to: conversations, customers, identities, and how many there are."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from esmero.store.schema.columns import BIG, METADATA, number

conversation = Table(
    "conversation",
    METADATA,
    number(),
    Column("inbox_id", BIG, nullable=False),
    Column("customer_id", BIG, nullable=False),
    Column("identity_id", BIG, nullable=False),
    Column("channel", Text, nullable=False),
    Column("live", Integer, nullable=False),  # the customer follows it in an open page
    Column("status", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("subject", Text),
    Column("assignee_id", BIG),
    Column("team_id", BIG),
    Column("seq", Integer, nullable=False),
    Column("position", BIG, nullable=False),  # id of its newest event
    Column("last_seq", Integer, nullable=False),  # of what the list shows as its last line
    Column("last_at", BIG, nullable=False),
    Column("last_by", Text, nullable=False),
    Column("last_text", Text, nullable=False),
    Column("last_files", Integer, nullable=False),
    Column("last_note", Integer, nullable=False),
    Column("customer_seq", Integer, nullable=False),  # the customer's newest message
    Column("agent_seq", Integer, nullable=False),  # our newest message
    Column("delivered_seq", Integer, nullable=False),  # marks of the customer
    Column("read_seq", Integer, nullable=False),
    Column("seen_seq", Integer, nullable=False),  # mark of any agent
    Column("waiting_since", BIG),
    Column("sort", BIG, nullable=False),  # "by waiting", ascending
    Column("snoozed_until", BIG),
    Column("created_at", BIG, nullable=False),
    Column("closed_at", BIG),
    Column("junk", Integer, nullable=False, server_default=text("0")),  # closed, and in a folder of its own
    # Where an answer reaches the customer now: where they wrote last.
    Column("reach_channel", Text, nullable=False, server_default=text("''")),
    Column("reach_identity_id", BIG, nullable=False, server_default=text("0")),
    Column("reach_inbox_id", BIG),  # if answers leave from another inbox than this one
    Column("mailed_seq", Integer, nullable=False, server_default=text("0")),  # of ours, mailed since it lay unread
    Column("aside_seq", Integer, nullable=False, server_default=text("0")),  # newest that agents are to read beside
    CheckConstraint("status IN ('open', 'pending', 'snoozed', 'closed')", name="status"),
    CheckConstraint("priority IN ('low', 'normal', 'high', 'urgent')", name="priority"),
    Index(None, "inbox_id", "status", "sort", "id"),
    Index(None, "assignee_id", "status", "sort", "id"),
    Index(None, "inbox_id", "status", "last_at", "id"),
    Index(None, "assignee_id", "status", "last_at", "id"),
    Index(None, "customer_id", "id"),
    Index(None, "identity_id", "id"),
)
# One matter at a time in a live channel: the same visitor in two tabs never makes two conversations.
Index(
    "uq_conversation_live",
    conversation.c.identity_id,
    unique=True,
    sqlite_where=text("live = 1 AND status <> 'closed'"),
    postgresql_where=text("live = 1 AND status <> 'closed'"),
)
Index(
    "ix_conversation_unassigned_sort",
    conversation.c.inbox_id,
    conversation.c.status,
    conversation.c.sort,
    conversation.c.id,
    sqlite_where=text("assignee_id IS NULL"),
    postgresql_where=text("assignee_id IS NULL"),
)
Index(
    "ix_conversation_unassigned_last",
    conversation.c.inbox_id,
    conversation.c.status,
    conversation.c.last_at,
    conversation.c.id,
    sqlite_where=text("assignee_id IS NULL"),
    postgresql_where=text("assignee_id IS NULL"),
)

Index(
    "ix_conversation_junk",
    conversation.c.inbox_id,
    conversation.c.last_at,
    conversation.c.id,
    sqlite_where=text("junk = 1"),
    postgresql_where=text("junk = 1"),
)

# Who takes part besides the customer: people in copy, say.
participant = Table(
    "participant",
    METADATA,
    Column("conversation_id", BIG, ForeignKey("conversation.id"), primary_key=True, autoincrement=False),
    Column("identity_id", BIG, primary_key=True, autoincrement=False),
    Column("customer_id", BIG, nullable=False),
    Index(None, "identity_id"),
    sqlite_with_rowid=False,
)

conversation_label = Table(
    "conversation_label",
    METADATA,
    Column("conversation_id", BIG, ForeignKey("conversation.id"), primary_key=True, autoincrement=False),
    Column("label_id", BIG, primary_key=True, autoincrement=False),
    Index(None, "label_id", "conversation_id"),
    sqlite_with_rowid=False,
)

# How many conversations there are of each kind, so that a count costs the same at a thousand and at a million.
tally = Table(
    "tally",
    METADATA,
    Column("inbox_id", BIG, primary_key=True, autoincrement=False),
    Column("status", Text, primary_key=True),
    Column("assignee_id", BIG, primary_key=True, autoincrement=False),  # 0: nobody
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

customer = Table(
    "customer",
    METADATA,
    number(),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("phone", Text),
    Column("language", Text),
    Column("address", Text),  # formal or familiar, if known
    Column("about", Text),
    Column("known", Integer, nullable=False),  # somebody vouched for who this is
    Column("blocked_at", BIG),
    Column("seq", Integer, nullable=False),
    Column("position", BIG, nullable=False),
    Column("created_at", BIG, nullable=False),
)

identity = Table(
    "identity",
    METADATA,
    number(),
    Column("customer_id", BIG, ForeignKey("customer.id"), nullable=False),
    Column("inbox_id", BIG, nullable=False),  # 0: the same in every inbox of this channel
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("verified_at", BIG),
    Column("created_at", BIG, nullable=False),
    Column("trouble", Text),  # nothing reaches it: `permanent`, or `temporary`
    CheckConstraint("trouble IN ('permanent', 'temporary')", name="trouble"),
    UniqueConstraint("channel", "inbox_id", "address"),
    Index(None, "customer_id"),
)
