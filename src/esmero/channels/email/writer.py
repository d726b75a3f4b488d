"""Whom a mail is from: who is to be answered (RFC 5322 section 3.6.2), which is not always the address in From."""

from __future__ import annotations

from esmero.channels.email.reading.addresses import are_of_one_house
from esmero.channels.email.reading.automatic import is_nobody
from esmero.channels.email.reading.mail import Mail, Mailbox
from esmero.channels.email.receiver.recipients import forms, plain
from esmero.channels.email.settings import EmailSettings


def writer_of(mail: Mail, settings: EmailSettings) -> Mailbox | None:
    """Return who is to be answered; None if the mail doesn't say.

    A form on a web site sends in its own name and tells in Reply-To who filled it in: all who use it would be one
    customer, and none of them would get the answer. Another address of the same domain is the same sender's, though:
    a desk that answers has one for each of its tickets.
    """
    if mail.sender is None or not mail.sender.address:
        return None
    named = next((one for one in mail.reply_to if not is_ours(one.address, settings) and not is_nobody(one)), None)
    if named is None or named.address.lower() == mail.sender.address.lower():
        return mail.sender
    if is_ours(mail.sender.address, settings):
        return named
    if mail.kind == "message" and (is_nobody(mail.sender) or not are_of_one_house(named, mail.sender)):
        return named
    return mail.sender


def is_ours(address: str, settings: EmailSettings) -> bool:
    """Tell whether an address is one of the inbox's own, with or without a subaddress."""
    return not {plain(own) for own in (settings.address, *settings.others)}.isdisjoint(forms(address))
