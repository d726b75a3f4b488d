"""What a channel can do. The core asks for an ability and never for a kind."""

from __future__ import annotations

from msgspec import Struct


class Abilities(Struct, frozen=True, kw_only=True):
    """What one kind of channel can do.

    Attributes:
        live: the customer follows the conversation here, so the commit is the delivery and nothing goes to the outbox.
        public: strangers can read what is said.
        edits: a message that has left can be changed.
        attachments: files can be sent.
        max_length: characters in one message that leaves.
        writes_first: an address is enough to write to somebody, also if they have never written here.
        threads: the provider names the thread a message belongs to.
        voice: people speak.
        typing: it can be shown that somebody writes.
        receipts: the channel tells what has arrived and what was read.
        recipients: a message says whom it goes to and who is in copy, and can be forwarded to anybody.
        idempotent: the provider knows our key, so that handing the same reply over twice is one message.
    """

    live: bool = False
    public: bool = False
    edits: bool = False
    attachments: bool = False
    max_length: int = 10_000
    writes_first: bool = False
    threads: bool = False
    voice: bool = False
    typing: bool = False
    receipts: bool = False
    recipients: bool = False
    idempotent: bool = False
