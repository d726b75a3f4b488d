"""The streams of the desk itself. What stands there is for the record: who changed what, and when."""

from __future__ import annotations

from typing import ClassVar, Literal

from esmero.contract.facts.fact import Fact


class DeskChanged(Fact, frozen=True, kw_only=True):
    """A team, a label, a token, the sender of the desk's own mail (0), or an entry of the list of senders."""

    type: ClassVar[str] = "desk.changed"
    what: Literal["team", "label", "token", "sender", "listed"]
    id: int
    action: Literal["made", "changed", "removed"]


class InboxChanged(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "inbox.changed"
    action: Literal["made", "changed", "removed", "secret_renewed"]


class MailHeld(Fact, frozen=True, kw_only=True):
    """A mail that could not be understood was put into quarantine. Why stands in the content."""

    type: ClassVar[str] = "mail.held"
    source_id: int


class MailReleased(Fact, frozen=True, kw_only=True):
    """A mail in quarantine was understood when it was tried again, or an agent put it away."""

    type: ClassVar[str] = "mail.released"
    source_id: int
    action: Literal["understood", "put_away"]


class AgentChanged(Fact, frozen=True, kw_only=True):
    """An agent's account changed; `fields` names what did, never its values."""

    type: ClassVar[str] = "agent.changed"
    action: Literal[
        "invited", "joined", "changed", "disabled", "enabled", "password_changed", "signed_in", "signed_out"
    ]
    fields: tuple[str, ...] = ()
