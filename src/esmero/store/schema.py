"""The tables. Times are UTC milliseconds, flags 0 or 1, JSON is text; secrets are sealed before they come here.

`event` and `content` are the truth. `conversation`, `conversation_label`, `tally`, `customer` and `identity` are
projections: the events of their stream, folded. The others are records, leases and work that is still to be done.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows only in a column that is called exactly INTEGER.
BIG = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column[int]:
    return Column("id", BIG, primary_key=True, autoincrement=True)


def _time(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, BIG, nullable=not required)


def _flag(name: str, start: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text(str(start)))


# ---- The log ---------------------------------------------------------------------------------------------------------

event = Table(
    "event",
    METADATA,
    _id(),
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

# ---- Projections of conversations and customers -----------------------------------------------------------------------

conversation = Table(
    "conversation",
    METADATA,
    _id(),
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
    _id(),
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
    _id(),
    Column("customer_id", BIG, ForeignKey("customer.id"), nullable=False),
    Column("inbox_id", BIG, nullable=False),  # 0: the same in every inbox of this channel
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("verified_at", BIG),
    Column("created_at", BIG, nullable=False),
    UniqueConstraint("channel", "inbox_id", "address"),
    Index(None, "customer_id"),
)

# ---- People of the desk, and how it is set up -------------------------------------------------------------------------

agent = Table(
    "agent",
    METADATA,
    _id(),
    Column("email", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("password", Text),  # argon2id, in its own encoded form; empty until the invitation is accepted
    Column("role", Text, nullable=False),
    Column("trainee", Integer, nullable=False, server_default=text("0")),
    Column("language", Text, nullable=False),
    Column("theme", Text, nullable=False),
    Column("availability", Text, nullable=False),
    Column("notify", Text, nullable=False),  # JSON: what to be told of, and how
    Column("seq", Integer, nullable=False),
    Column("disabled_at", BIG),
    Column("created_at", BIG, nullable=False),
    CheckConstraint("role IN ('administrator', 'supervisor', 'agent')", name="role"),
    CheckConstraint("availability IN ('available', 'away')", name="availability"),
)

team = Table("team", METADATA, _id(), Column("name", Text, nullable=False, unique=True), _time("created_at", required=True))

team_member = Table(
    "team_member",
    METADATA,
    Column("team_id", BIG, ForeignKey("team.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("agent_id", BIG, ForeignKey("agent.id"), primary_key=True, autoincrement=False),
    Index(None, "agent_id"),
    sqlite_with_rowid=False,
)

inbox = Table(
    "inbox",
    METADATA,
    _id(),
    Column("channel", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("settings", Text, nullable=False),  # JSON, in the form that the channel's settings.py gives
    Column("secret", LargeBinary),  # sealed
    Column("seq", Integer, nullable=False),
    Column("removed_at", BIG),
    Column("created_at", BIG, nullable=False),
)

inbox_team = Table(
    "inbox_team",
    METADATA,
    Column("inbox_id", BIG, ForeignKey("inbox.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("team_id", BIG, ForeignKey("team.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Index(None, "team_id"),
    sqlite_with_rowid=False,
)

label = Table(
    "label",
    METADATA,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    Column("tint", Text, nullable=False),
    _time("created_at", required=True),
)

# ---- What lets somebody in. Only fingerprints of tokens are kept. -----------------------------------------------------

session = Table(
    "session",
    METADATA,
    _id(),
    Column("token", LargeBinary, nullable=False, unique=True),
    Column("agent_id", BIG, ForeignKey("agent.id"), nullable=False),
    Column("device", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    Column("seen_at", BIG, nullable=False),
    Column("expires_at", BIG, nullable=False),
    Index(None, "agent_id"),
)

token = Table(
    "token",
    METADATA,
    _id(),
    Column("token", LargeBinary, nullable=False, unique=True),
    Column("agent_id", BIG, ForeignKey("agent.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    Column("used_at", BIG),
)

# A link that works once: the first administrator's, an invitation, a new password.
link = Table(
    "link",
    METADATA,
    _id(),
    Column("token", LargeBinary, nullable=False, unique=True),
    Column("purpose", Text, nullable=False),
    Column("agent_id", BIG, ForeignKey("agent.id")),
    Column("data", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    Column("expires_at", BIG, nullable=False),
    Column("used_at", BIG),
    CheckConstraint("purpose IN ('setup', 'invitation', 'reset')", name="purpose"),
)

# ---- An agent's own marks ---------------------------------------------------------------------------------------------

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
    Column("kind", Text, nullable=False),
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

# ---- Files ------------------------------------------------------------------------------------------------------------

file = Table(
    "file",
    METADATA,
    _id(),
    Column("blob", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size", BIG, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("owner", Text, nullable=False),  # the actor who uploaded it; only they can put it into a message
    Column("inbox_id", BIG),
    Column("conversation_id", BIG),  # once a message names it
    Column("created_at", BIG, nullable=False),
    Index("ix_file_unnamed", "created_at", sqlite_where=text("conversation_id IS NULL"), postgresql_where=text("conversation_id IS NULL")),
)

# ---- Work that is still to be done ------------------------------------------------------------------------------------

outbox = Table(
    "outbox",
    METADATA,
    _id(),
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
    _id(),
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
