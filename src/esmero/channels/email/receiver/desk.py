"""What the receiver does with recipients and mails, and how it answers (RFC 5321, RFC 2033, RFC 3463)."""

from __future__ import annotations

import re
from typing import Final, Literal

import structlog
from aiosmtpd.smtp import SMTP, Session
from aiosmtpd.smtp import Envelope as Received

from esmero.channels.email.deposit import Deposit, Envelope
from esmero.channels.email.receiver.limits import Limits
from esmero.channels.email.receiver.recipients import Recipients
from esmero.kit.errors import NotFound, Unavailable

MOST_HOPS: Final = 100
"""Lines of `Received` after which a mail is going round in circles (RFC 5321 section 6.3)."""
_HOP = re.compile(rb"(?im)^Received:")
TAKEN: Final = "250 2.0.0 The desk has it"
LATER: Final = "451 4.3.0 The desk can't store anything at the moment; please come again"
NOBODY: Final = "550 5.1.1 There is nobody of this address here"

_said = structlog.get_logger(__name__)


class Desk:
    """aiosmtpd's handler."""

    def __init__(
        self, deposit: Deposit, recipients: Recipients, *, way: Literal["smtp", "lmtp"], limits: Limits
    ) -> None:
        self._deposit = deposit
        self._recipients = recipients
        self._way: Literal["smtp", "lmtp"] = way
        self._limits = limits

    async def handle_EHLO(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, received: Received, hostname: str, answers: list[str]
    ) -> list[str]:
        """Nobody signs in here, and commands may come in one piece (RFC 2920), as LMTP demands."""
        session.host_name = hostname
        kept = [answer for answer in answers[:-1] if not answer.startswith("250-AUTH")]
        return [*kept, "250-PIPELINING", "250-ENHANCEDSTATUSCODES", answers[-1]]

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, received: Received, address: str, options: list[str]
    ) -> str:
        if len(received.rcpt_tos) >= self._limits.recipients:
            return "452 4.5.3 That are too many recipients for one mail"
        try:
            inbox_id = await self._recipients.inbox_of(address)
        except Unavailable:
            return LATER
        if inbox_id is None:
            return NOBODY
        received.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, received: Received) -> str:  # noqa: N802
        """Answer once for all recipients by SMTP, and once for each by LMTP (RFC 2033 section 4.2)."""
        raw = received.original_content or b""
        if len(_HOP.findall(raw[: _header_length(raw)])) > MOST_HOPS:
            answers = dict.fromkeys(received.rcpt_tos, "554 5.4.6 This mail goes round in circles")
        else:
            answers = await self._keep(raw, received)
        if self._way == "lmtp":
            return "\r\n".join(answers[address] for address in received.rcpt_tos)
        # What one inbox has already does no harm when it comes again for the other.
        return max(answers.values(), key=_gravity)

    async def handle_exception(self, error: Exception) -> str:
        """Whatever breaks here, the sender keeps the mail."""
        _said.error("receiving broke", exc_info=error)
        return "451 4.3.0 The desk has trouble; please come again"

    async def _keep(self, raw: bytes, received: Received) -> dict[str, str]:
        """One deposit for each inbox that the recipients lead to; the answers by recipient."""
        answers, told = dict[str, str](), dict[int | None, str]()
        leads = {address: await self._leads_to(address) for address in received.rcpt_tos}
        for address, inbox_id in leads.items():
            if inbox_id not in told:
                mine = tuple(one for one, other in leads.items() if other == inbox_id)
                told[inbox_id] = await self._deposited(inbox_id, raw, received, mine)
            answers[address] = told[inbox_id]
        return answers

    async def _leads_to(self, address: str) -> int | None:
        try:
            return await self._recipients.inbox_of(address)
        except Unavailable:
            return 0  # of no inbox: the deposit would say the same

    async def _deposited(self, inbox_id: int | None, raw: bytes, received: Received, mine: tuple[str, ...]) -> str:
        if inbox_id == 0:
            return LATER
        if inbox_id is None:
            return NOBODY
        sender = received.mail_from or ""
        envelope = Envelope(way=self._way, sender="" if sender == "<>" else sender, recipients=mine)
        try:
            await self._deposit(inbox_id, raw, envelope)
        except Unavailable:
            return LATER
        except NotFound:
            return NOBODY
        except Exception:  # noqa: BLE001 - the sender keeps the mail, and the other inboxes get theirs
            _said.exception("a mail couldn't be kept", inbox=inbox_id)
            return LATER
        return TAKEN


def _gravity(answer: str) -> int:
    """A mail that one inbox has to get yet is to come again, whatever the others say."""
    return {"4": 2, "5": 1}.get(answer[0], 0) if answer else 0


def _header_length(raw: bytes) -> int:
    end = raw.find(b"\r\n\r\n")
    return len(raw) if end < 0 else end
