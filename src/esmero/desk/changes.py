"""For the record: who changed what of how the desk is set up. Live edges follow these to load things anew."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import bindparam, update

from esmero.contract.events import Actor, Content, Event
from esmero.contract.facts import AgentChanged, DeskChanged, InboxChanged, MailHeld, MailReleased, SourceOpened
from esmero.desk import log
from esmero.store.schema import agent, inbox
from esmero.store.session import Transaction
from esmero.store.statement import Statement

THE_DESK = 0
"""The number of the one stream of the kind `desk`."""

_AGENT_SEQ = Statement(update(agent).where(agent.c.id == bindparam("id")).values(seq=bindparam("new_seq")))
_INBOX_SEQ = Statement(update(inbox).where(inbox.c.id == bindparam("id")).values(seq=bindparam("new_seq")))


def of_agent(tx: Transaction, agent_id: int, fact: AgentChanged, *, by: Actor, at: int) -> None:
    """Record a change of an agent's account."""
    seq = log.next_seq(tx, "agent", agent_id)
    log.append(tx, stream="agent", of=agent_id, seq=seq, fact=fact, actor=by, at=at)
    tx.run(_AGENT_SEQ, id=agent_id, new_seq=seq)


def of_inbox(
    tx: Transaction,
    inbox_id: int,
    fact: InboxChanged | MailHeld | MailReleased | SourceOpened,
    *,
    by: Actor,
    at: int,
    content: Content | None = None,
) -> Event:
    """Record a change of an inbox, or that something is held there."""
    seq = log.next_seq(tx, "inbox", inbox_id)
    event = log.append(
        tx, stream="inbox", of=inbox_id, seq=seq, fact=fact, actor=by, at=at, inbox_id=inbox_id, content=content
    )
    tx.run(_INBOX_SEQ, id=inbox_id, new_seq=seq)
    return event


def of_desk(
    tx: Transaction,
    what: Literal["team", "label", "token", "sender", "listed"],
    number: int,
    action: Literal["made", "changed", "removed"],
    *,
    by: Actor,
    at: int,
) -> None:
    """Record that a team, a label, a token or the sender of the desk's own mail was made, changed or removed."""
    seq = log.next_seq(tx, "desk", THE_DESK)
    fact = DeskChanged(what=what, id=number, action=action)
    log.append(tx, stream="desk", of=THE_DESK, seq=seq, fact=fact, actor=by, at=at)
