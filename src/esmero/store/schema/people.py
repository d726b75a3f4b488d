"""People of the desk, how it is set up, and what lets somebody in."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from esmero.store.schema.columns import BIG, METADATA, number

agent = Table(
    "agent",
    METADATA,
    number(),
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
    Column("signature", Text, nullable=False, server_default=text("''")),
    CheckConstraint("role IN ('administrator', 'supervisor', 'agent')", name="role"),
    CheckConstraint("availability IN ('available', 'away')", name="availability"),
)

team = Table(
    "team",
    METADATA,
    number(),
    Column("name", Text, nullable=False, unique=True),
    Column("created_at", BIG, nullable=False),
    sqlite_autoincrement=True,  # a removed team's number stays in conversations and in the log
)

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
    number(),
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
    number(),
    Column("name", Text, nullable=False),
    Column("tint", Text, nullable=False),
    Column("removed_at", BIG),  # the row stays: conversations and their history keep the number
    Column("created_at", BIG, nullable=False),
    Index(
        None,
        "name",
        unique=True,
        sqlite_where=text("removed_at IS NULL"),
        postgresql_where=text("removed_at IS NULL"),
    ),
)

session = Table(
    "session",
    METADATA,
    number(),
    Column("token", LargeBinary, nullable=False, unique=True),
    Column("agent_id", BIG, ForeignKey("agent.id"), nullable=False),
    Column("device", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    Column("seen_at", BIG, nullable=False),
    Column("expires_at", BIG, nullable=False),
    Index(None, "agent_id"),
    sqlite_autoincrement=True,  # what is connected under a number that ended must not be taken for a later one
)

token = Table(
    "token",
    METADATA,
    number(),
    Column("token", LargeBinary, nullable=False, unique=True),
    Column("agent_id", BIG, ForeignKey("agent.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    Column("used_at", BIG),
    sqlite_autoincrement=True,  # as a session's; and the log says by number which program did something
)

# A link that works once: the first administrator's, an invitation, a new password.
link = Table(
    "link",
    METADATA,
    number(),
    Column("token", LargeBinary, nullable=False, unique=True),
    Column("purpose", Text, nullable=False),
    Column("agent_id", BIG, ForeignKey("agent.id")),
    Column("data", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    Column("expires_at", BIG, nullable=False),
    Column("used_at", BIG),
    CheckConstraint("purpose IN ('setup', 'invitation', 'reset')", name="purpose"),
)

# How the desk itself is set up, by subject: its own mail, say.
desk_setting = Table(
    "desk_setting",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON, in the form that whoever reads it gives
    Column("secret", LargeBinary),  # sealed
    sqlite_with_rowid=False,
)

# Senders whose mail is junk or never is, by address or by domain (`@shop.example`); `name` is as it is compared.
sender = Table(
    "sender",
    METADATA,
    number(),
    Column("name", Text, nullable=False),
    Column("inbox_id", BIG, nullable=False),  # 0: in all inboxes
    Column("verdict", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("created_at", BIG, nullable=False),
    CheckConstraint("verdict IN ('allow', 'block')", name="verdict"),
    Index(None, "name", "inbox_id", unique=True),
)
