"""What agents write to people of their own choice, a beginning or a forward: its common form, and what it has to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from esmero.contract.events import Person
from esmero.desk import inboxes
from esmero.desk.access import AgentView
from esmero.desk.inboxes import Inbox
from esmero.flow.addressing import Addressing, check_addressing, lowered
from esmero.flow.counted import TooManyFiles
from esmero.flow.once import check_client_id
from esmero.flow.reply import check_length
from esmero.kit.errors import BadInput, BadRecipient, NotFound
from esmero.kit.text import clean_name, clean_text
from esmero.store.session import Session

LONGEST_SUBJECT = 240


class Addressed(Struct, frozen=True, kw_only=True):
    """A message to the people whom it names.

    Attributes:
        client_id: made by the client; the same again is the same message.
        file_ids: uploads of the agent's own.
        sender: the address of ours that it leaves from, if not the inbox's own.
    """

    client_id: str
    to: tuple[Person, ...]
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    subject: str = ""
    text: str = ""
    file_ids: tuple[int, ...] = ()
    sender: str = ""

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Whoever gets it."""
        return (*self.to, *self.cc, *self.bcc)


Written = TypeVar("Written", bound=Addressed)


def tidied(written: Written, *, most_files: int, more_files: int = 0, may_be_empty: bool = False) -> Written:
    """Return a message without what no keyboard makes, its people by their addresses as identities have them.

    Args:
        more_files: how many go with it that are not the agent's own uploads.
        may_be_empty: it need say nothing, since something goes with it.

    Raises:
        BadInput: its id is of the wrong form, or there is nothing to send.
        BadRecipient: it goes to nobody.
        TooLong: it has more characters or files than any message.
    """
    check_client_id(written.client_id)
    check_length(written.text)
    if not written.to:
        raise BadRecipient("It has to go to somebody.", fields={"to": "empty"})
    if len(written.file_ids) + more_files > most_files:
        raise TooManyFiles(most_files)
    text = clean_text(written.text)
    if not (text.strip() or written.file_ids or may_be_empty):
        raise BadInput("There is nothing to send.", fields={"text": "empty"})
    return replace(
        written,
        text=text,
        subject=clean_name(written.subject, longest=LONGEST_SUBJECT),
        to=lowered(written.to),
        cc=lowered(written.cc),
        bcc=lowered(written.bcc),
    )


def visible_inbox(session: Session, inbox_id: int, agent: AgentView) -> Inbox:
    """Return an inbox in use that this agent sees.

    Raises:
        NotFound: there is none; whether there is one that they may not see is not told.
    """
    if not agent.sees(inbox_id):
        raise NotFound("There is no such inbox.")
    return inboxes.in_use(session, inbox_id)


def check_leaves(written: Addressed, inbox: Inbox, addressing: Mapping[str, Addressing]) -> None:
    """Refuse people whom an inbox's channel can't reach, and a sender that the inbox hasn't.

    Raises:
        BadRecipient, BadSender: as `check_addressing`.
    """
    check_addressing(addressing, inbox.channel, inbox.settings, written.everybody, written.sender)
