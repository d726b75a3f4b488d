"""Whom a reply may go to and come from, said while its writer is still there to mend it."""

from __future__ import annotations

from collections.abc import Iterable

from esmero.channels.email.settings import read_email_settings
from esmero.contract.events import Person
from esmero.contract.trouble import PermanentTrouble
from esmero.kit.errors import BadInput


def check_addressing(settings: str, people: Iterable[Person], sender: str) -> None:
    """Refuse what no mail can be sent to, or from.

    Raises:
        BadInput: an address is none, or the inbox does not send from this one.
    """
    from esmero.channels.email.mailbox import mailbox  # a desk that writes no mail doesn't pay for the names of domains

    own = read_email_settings(settings)
    if sender and sender.lower() not in (own.address, *own.others):
        raise BadInput("This inbox does not send from that address.", fields={"sender": "not this inbox's"})
    for person in people:
        try:
            mailbox(person.address)
        except PermanentTrouble as trouble:
            raise BadInput(str(trouble), fields={"to": "no address"}) from None
