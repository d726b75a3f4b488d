"""A mail comes in, whichever way: it is read, and becomes a message, news of one of ours, or is held.

Nothing is forgotten before it is kept whole: its source lies sealed beside what it became. The same mail again, by
another way or fetched twice, is known by what it says (`preparing.py`): a Message-ID alone is anybody's to write.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import structlog
from msgspec.structs import replace

from esmero.channels.email.deposit import Envelope, Outcome
from esmero.channels.email.names import Names
from esmero.channels.email.preparing import Prepared, aside, prepare, seal
from esmero.channels.email.reading.mail import Check, FailedRecipient, Mail, Mailbox
from esmero.channels.email.receiver.recipients import Recipients, plain
from esmero.channels.email.settings import KIND, EmailSettings, read_email_settings
from esmero.channels.email.statuses import code_of
from esmero.channels.email.writer import is_ours, writer_of
from esmero.channels.email.writing.words import acknowledgement, language_of
from esmero.contract.events import Person
from esmero.contract.messages import Failure, ForwardProof, Inbound, Returned, Sender, Source
from esmero.contract.ports import Accept, Blobs, Inboxes, Quarantine, Return
from esmero.kit.clock import DAY
from esmero.kit.sealed import Sealer

LONGEST_REASON = 500

_said = structlog.get_logger(__name__)


class _Between(NamedTuple):
    """Whom a mail is between: the customer, and who else was written to; `ours` if we wrote it."""

    customer: Mailbox
    to: tuple[Person, ...]
    ours: bool


class Receive:
    """Takes every mail in; see the port `Deposit` for what it promises."""

    def __init__(
        self,
        accept: Accept,
        take_back: Return,
        quarantine: Quarantine,
        inboxes: Inboxes,
        blobs: Blobs,
        sealer: Sealer,
        names: Names,
    ) -> None:
        self._accept = accept
        self._take_back = take_back
        self._quarantine = quarantine
        self._inboxes = inboxes
        self._blobs = blobs
        self._sealer = sealer
        self._names = names
        self._recipients = Recipients(inboxes)

    async def __call__(self, inbox_id: int, raw: bytes, envelope: Envelope) -> Outcome:
        """Keep one mail."""
        settings = read_email_settings((await self._inboxes.set_up(inbox_id)).settings)
        try:
            prepared = await aside(len(raw), prepare, raw, envelope.way, _addresses(settings), self._sealer)
        except Exception:  # noqa: BLE001 - told, held, and the mails behind it go on
            _said.exception("a mail could not be read", inbox=inbox_id, bytes=len(raw))
            return await self._hold(inbox_id, raw, envelope, "Reading it broke inside Esmero; the log file tells more.")
        sender = writer_of(prepared.mail, settings)
        if sender is None and prepared.mail.bounce is None:
            return await self._hold(inbox_id, raw, envelope, "It does not say who wrote it.")
        return await self._keep(inbox_id, envelope, settings, prepared, sender)

    async def _keep(
        self, inbox_id: int, envelope: Envelope, settings: EmailSettings, prepared: Prepared, sender: Mailbox | None
    ) -> Outcome:
        mail, key = prepared.mail, prepared.key
        if self._is_our_own(mail):
            return "again"
        # What brings no files is looked up by whoever keeps it: a look of our own would only save them from lying idle.
        if (prepared.blobs or mail.bounce is not None) and await self._accept.is_known(inbox_id, key):
            return "again"
        await self._blobs.put_whole(prepared.blobs)
        # A bounce of long ago opens nothing again: it is history as all else is.
        if mail.bounce is not None and mail.bounce.recipients and envelope.way != "import":
            returned = self._returned(inbox_id, key, mail, mail.bounce.recipients, prepared.source)
            if await self._take_back(returned):
                return "kept"
        inbound = self._inbound(inbox_id, settings, prepared, sender or _postmaster(settings), envelope)
        # Who wrote to two inboxes doesn't let the one take part in the talk with the other.
        to, cc = [await self._recipients.strangers(people) for people in (inbound.to, inbound.cc)]
        accepted = await self._accept(replace(inbound, to=to, cc=cc))
        return "again" if accepted.again else "kept"

    def _inbound(
        self, inbox_id: int, settings: EmailSettings, prepared: Prepared, sender: Mailbox, envelope: Envelope
    ) -> Inbound:
        """Return what a mail is to the desk."""
        mail, imported = prepared.mail, envelope.way == "import"
        answers = _answers(mail)
        forward = self._forward(mail, envelope, answers)
        thread = self._thread(mail, envelope, answers) or (forward.conversation_id if forward else None)
        return replace(
            _message(inbox_id, settings, prepared, _between(mail, sender, settings, imported=imported)),
            thread=thread,
            forward=forward,
            answers=answers,
            imported=imported,
            said_at=(mail.date or envelope.seen_at) if imported else None,
        )

    def _returned(
        self, inbox_id: int, key: str, mail: Mail, recipients: Iterable[FailedRecipient], source: Source
    ) -> Returned:
        original = mail.bounce.original if mail.bounce else None
        first = (original.message_id,) if original and original.message_id else ()
        names = tuple(dict.fromkeys((*first, *_answers(mail))))
        proved = (self._names.conversation_of_message(name) for name in names)
        forwards = (self._names.forward_of_message(name) for name in names)
        return Returned(
            inbox_id=inbox_id,
            channel=KIND,
            key=key,
            failures=tuple(_failure(one) for one in recipients),
            thread=next(filter(None, proved), None),
            forward=next(filter(None, forwards), None),
            names=names,
            source=source,
        )

    def _thread(self, mail: Mail, envelope: Envelope, answers: Iterable[str]) -> int | None:
        """Return the conversation that an address or a Message-ID of ours proves."""
        proved = (
            *(self._names.conversation_of_address(address) for address in _written_to(mail, envelope)),
            *(self._names.conversation_of_message(name) for name in answers),
        )
        return next(filter(None, proved), None)

    def _forward(self, mail: Mail, envelope: Envelope, answers: Iterable[str]) -> ForwardProof | None:
        """Return what we forwarded and an address or a Message-ID of ours proves to be answered."""
        proved = (
            *(self._names.forward_of_address(address) for address in _written_to(mail, envelope)),
            *(self._names.forward_of_message(name) for name in answers),
        )
        return next(filter(None, proved), None)

    def _is_our_own(self, mail: Mail) -> bool:
        """Tell whether a mail is one that we sent, in copy to ourselves, say."""
        own = mail.message_id or ""
        return bool(self._names.conversation_of_message(own) or self._names.forward_of_message(own))

    async def _hold(self, inbox_id: int, raw: bytes, envelope: Envelope, reason: str) -> Outcome:
        key = f"held:{hashlib.sha256(raw).hexdigest()}"
        if not await self._accept.is_known(inbox_id, key):
            source, blobs = await aside(len(raw), seal, self._sealer, raw, envelope.way)
            await self._blobs.put_whole(blobs)
            await self._quarantine.hold(inbox_id, key, source, reason)
        return "held"


def _between(mail: Mail, sender: Mailbox, settings: EmailSettings, *, imported: bool) -> _Between:
    """Return whom a mail is between. In history we may have written it: then the customer is whom it went to first."""
    to_whom = _people(mail.to, sender, settings)
    if imported and to_whom and is_ours(sender.address, settings):
        first, *rest = to_whom
        return _Between(Mailbox(first.name, first.address), tuple(rest), ours=True)
    return _Between(sender, to_whom, ours=False)


def _message(inbox_id: int, settings: EmailSettings, prepared: Prepared, between: _Between) -> Inbound:
    """Return what a mail says, and to whom; what it answers is for others to find out."""
    mail, customer, ours = prepared.mail, between.customer, between.ours
    # A mail that only passes another's on has no words of its own: then all of it is what was said.
    text, quoted = (mail.own, mail.quoted) if mail.own else (mail.text, "")
    return Inbound(
        inbox_id=inbox_id,
        channel=KIND,
        key=prepared.key,
        sender=_sender(mail, between, settings),
        author=mail.sender.address.lower() if mail.sender and not ours else "",
        text=text,
        quoted=quoted,
        subject=mail.subject,
        markup=mail.html or "",
        kind=mail.kind,
        junk=any(verdict.spam for verdict in mail.spam),
        junk_by=next((verdict.by for verdict in mail.spam if verdict.spam), ""),
        forged=_is_forged(mail, settings),
        to=between.to,
        cc=_people(mail.cc, customer, settings),
        names=(mail.message_id,) if mail.message_id else (),
        attached=prepared.attached,
        source=prepared.source,
        ours=ours,
        acknowledgement=_acknowledgement(mail, customer, settings),
        reopen_within=settings.reopen_days * DAY,
    )


def _sender(mail: Mail, between: _Between, settings: EmailSettings) -> Sender:
    customer = between.customer
    return Sender(
        address=customer.address.lower(),
        name=customer.name or None,
        email=customer.address.lower(),
        verified=_is_vouched_for(mail, customer, settings),
        language=None if between.ours else mail.language,
    )


def _postmaster(settings: EmailSettings) -> Mailbox:
    """Return whom a bounce is from that doesn't say: the server that handed it over."""
    return Mailbox("", f"mailer-daemon@{settings.address.rpartition('@')[2]}")


def _addresses(settings: EmailSettings) -> frozenset[str]:
    return frozenset((settings.address, *settings.others))


def _answers(mail: Mail) -> tuple[str, ...]:
    """Return the ids that a mail answers, the nearest first (RFC 5322 section 3.6.4)."""
    return tuple(dict.fromkeys((*mail.in_reply_to, *reversed(mail.references))))


def _written_to(mail: Mail, envelope: Envelope) -> tuple[str, ...]:
    return (*envelope.recipients, *mail.delivered_to, *(one.address for one in (*mail.to, *mail.cc)))


def _people(people: Iterable[Mailbox], sender: Mailbox, settings: EmailSettings) -> tuple[Person, ...]:
    """Return who else was written to: neither we nor the sender, each once."""
    found = {one.address.lower(): one.name for one in people if one.address}
    found.pop(sender.address.lower(), None)
    return tuple(Person(address, name) for address, name in found.items() if not is_ours(address, settings))


def _is_vouched_for(mail: Mail, sender: Mailbox, settings: EmailSettings) -> bool:
    """Tell whether a relay that we believe found the From address aligned and authentic (DMARC, RFC 7489)."""
    if mail.sender is None or sender.address != mail.sender.address or "several From" in mail.defects:
        return False
    return any(check.result == "pass" and _is_about(check, sender) for check in _dmarc_checks(mail, settings))


def _is_about(check: Check, sender: Mailbox) -> bool:
    """Tell whether a relay has looked at the same From as we: of a From that is none, each may read another address."""
    named = check.properties.get("header.from", "").rpartition("@")[2]
    ours, theirs = (plain(f"x@{domain}").removeprefix("x@") for domain in (sender.address.rpartition("@")[2], named))
    return not named or f".{ours}".endswith(f".{theirs}")


def _dmarc(mail: Mail, settings: EmailSettings) -> set[str]:
    """Return what the relays that we believe found out about the From address."""
    return {check.result for check in _dmarc_checks(mail, settings)}


def _dmarc_checks(mail: Mail, settings: EmailSettings) -> list[Check]:
    believed = (found for found in mail.authentication if found.server in settings.trusted)
    return [check for found in believed for check in found.checks if check.method == "dmarc"]


def _acknowledgement(mail: Mail, sender: Mailbox, settings: EmailSettings) -> str:
    """Return what a first mail is answered with at once; nothing where its sender may not be who they say."""
    if not (settings.acknowledge and settings.send.host and mail.may_answer) or "fail" in _dmarc(mail, settings):
        return ""
    author = mail.sender.address if mail.sender else ""
    if is_ours(sender.address, settings) or not (sender.address == author or is_ours(author, settings)):
        return ""  # Reply-To is vouched for by nobody: whoever writes to us could have us write to anybody.
    language = language_of(mail.language, settings.language)
    written = settings.acknowledgement.get(language, "")
    return acknowledgement(written, settings.brand, settings.address, language)


def _is_forged(mail: Mail, settings: EmailSettings) -> bool:
    """Tell whether a relay that we believe found that the From address is somebody else's (DMARC, RFC 7489)."""
    return "fail" in _dmarc(mail, settings)


def _failure(one: FailedRecipient) -> Failure:
    return Failure(
        address=(one.original or one.address).lower(),
        permanent=one.permanent,
        code=code_of(one.diagnostic, status=one.status or ""),
        status=one.status or "",
        said=one.diagnostic[:LONGEST_REASON],
    )
