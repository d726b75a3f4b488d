"""What nobody asked for: by the list of senders, by a relay's verdict, or because its sender is blocked.

The list is asked first. To be on it as never junk outweighs a relay's verdict and nothing else; and it counts for
whoever it names, so not where a relay that is believed says that the From is forged (DMARC, RFC 7489 section 6.3).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec.structs import replace

from esmero.contract.facts import ConversationCleared, ConversationJunked, Fact
from esmero.contract.messages import Inbound
from esmero.desk import senders
from esmero.desk.access import AgentView
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.senders import Listed, Verdict
from esmero.flow.reply import visible
from esmero.flow.talks import Arrival
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput
from esmero.store.database import Database
from esmero.store.session import Session, Transaction


class Junk(NamedTuple):
    """Why something is junk, and what says so: an entry of the list, a filter's header."""

    why: Literal["list", "verdict", "blocked"]
    by: str = ""


def judge(session: Session, arrival: Arrival, *, blocked: bool) -> Junk | None:
    """Decide whether somebody asked for a message. What is written live is nobody's junk: who writes is there."""
    inbound = arrival.inbound
    if blocked:
        return Junk("blocked")
    if not arrival.abilities.threads or inbound.ours:
        return None
    listed = _listed(session, inbound)
    if listed is not None and listed.verdict == "block":
        return Junk("list", listed.name)
    return Junk("verdict", inbound.junk_by) if inbound.junk and listed is None else None


def _listed(session: Session, inbound: Inbound) -> Listed | None:
    """Return what the list says. Whom a mail only names as its sender can't make it welcome, as who sent it can."""
    author = inbound.author or inbound.sender.address
    found = _entry(session, inbound, author)
    if author == inbound.sender.address or (found is not None and found.verdict == "block"):
        return found
    named = _entry(session, inbound, inbound.sender.address)
    return named if named is not None and named.verdict == "block" else found


def _entry(session: Session, inbound: Inbound, address: str) -> Listed | None:
    found = senders.fitting(session, address, inbox_id=inbound.inbox_id)
    return next((one for one in found if one.verdict == "block" or not inbound.forged), None)


def apart(arrival: Arrival) -> Arrival:
    """Return a message of a sender who is always junk as one that answers nothing: it goes into no talk with others."""
    return arrival._replace(inbound=replace(arrival.inbound, thread=None, answers=()))


class SenderList:
    """Listing a sender from a conversation, which goes where the list says."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def put(
        self, conversation_id: int, verdict: Verdict, *, whole_domain: bool, by: AgentView
    ) -> tuple[Listed, Conversation]:
        """List whom a conversation is with, in all inboxes.

        Raises:
            NotFound: there is no such conversation.
            Forbidden: this agent may block nobody.
            BadInput: they have no mail address.
        """
        by.check_may("block_customers")
        at = self._clock.now()

        def unit(tx: Transaction) -> tuple[Listed, Conversation]:
            state = visible(tx, conversation_id, by)
            listed = senders.put(tx, _name_of(tx, state, whole_domain), verdict, by=by.actor, at=at)
            change = Change(tx, state, at=at)
            fact = _follows(state, verdict)
            if fact is not None:
                change.tell(fact, actor=by.actor)
            return listed, change.save()

        return await self._database.write(unit)


def _name_of(session: Session, state: Conversation, whole_domain: bool) -> str:
    found = customers.address_of(session, state.identity_id)
    names = [] if found is None else senders.names_of(found[1])
    if not names:
        raise BadInput("This customer has no mail address.", fields={"verdict": "no address"})
    return f"@{names[0].rpartition('@')[2]}" if whole_domain else names[0]


def _follows(state: Conversation, verdict: Verdict) -> Fact | None:
    if verdict == "block":
        return None if state.junk else ConversationJunked(why="agent")
    return ConversationCleared() if state.junk else None
