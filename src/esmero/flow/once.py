"""What an agent writes is kept once, however often it is sent: their client gave it an id, by which it is known."""

from __future__ import annotations

from esmero.contract.events import Event
from esmero.desk import log
from esmero.desk.access import AgentView
from esmero.kit.errors import BadInput, Conflict
from esmero.kit.ids import is_client_id
from esmero.store.session import Session, Transaction


class IdReused(Conflict):
    """The client gave two different messages one id, of which the first was kept."""

    code = "key_reused"
    title = "This id belongs to another message."

    def __init__(self) -> None:
        super().__init__("Take a fresh `id` for a message that differs.")


def check_client_id(client_id: str) -> None:
    """Refuse an id that no client of ours makes.

    Raises:
        BadInput: it is not of the agreed form.
    """
    if not is_client_id(client_id):
        raise BadInput("`id` has 16 to 64 letters, digits, - or _.", fields={"id": "wrong form"})


def kept_as(session: Session, client_id: str, agent: AgentView) -> Event | None:
    """Return what was kept of this agent under this id, if anything was."""
    return log.claimed(session, inbox_id=0, key=_key(client_id, agent))


def keep_as(tx: Transaction, client_id: str, agent: AgentView, event: Event) -> None:
    """Note what is kept under this id; look with `kept_as` first."""
    log.claim(tx, inbox_id=0, key=_key(client_id, agent), event=event)


def _key(client_id: str, agent: AgentView) -> str:
    """Name what this agent wrote: two agents' clients may come to the same id."""
    return f"{client_id}:agent:{agent.id}"
