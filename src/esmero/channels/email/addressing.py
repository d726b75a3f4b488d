"""Whom a mail may go to and come from, said while its writer is still there to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from esmero.channels.email.settings import read_email_settings
from esmero.contract.events import Person
from esmero.contract.trouble import PermanentTrouble
from esmero.kit.errors import BadRecipient, BadSender


class MailAddressing:
    """What mail knows of addresses."""

    def check(self, settings: str, people: Sequence[Person], sender: str) -> None:
        """Refuse what no mail can be sent to, or from.

        Raises:
            BadRecipient: an address is none.
            BadSender: the inbox does not send from this one.
        """
        from esmero.channels.email.addresses import (
            mailbox,  # a desk that writes no mail doesn't pay for names of domains
        )

        if sender and sender.lower() not in self.senders(settings):
            raise BadSender("This inbox does not send from that address.", fields={"sender": "not this inbox's"})
        for person in people:
            try:
                mailbox(person.address)
            except PermanentTrouble as trouble:
                raise BadRecipient(str(trouble), fields={"to": "no address"}) from None

    def senders(self, settings: str) -> tuple[str, ...]:
        """Return the addresses that an inbox sends from, its own first."""
        own = read_email_settings(settings)
        return tuple(dict.fromkeys((own.address, *own.others)))
