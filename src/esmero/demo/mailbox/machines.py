"""What machines write when a mail reaches nobody, or somebody who is away."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

from esmero.channels.email.reading.mail import Mail
from esmero.channels.email.settings import Language
from esmero.demo.mailbox.owners import Owner
from esmero.demo.mailbox.writing import Draft, fresh_name, written

NOBODY = "550 5.1.1 <{recipient}>: there is nobody of this name here"
"""What a server says of an address that nobody has."""
_REPORT = """From: Mail delivery <mailer-daemon@mail.example>\r
To: <{sender}>\r
Subject: Undelivered mail returned to sender\r
Date: {date}\r
Message-ID: <{name}>\r
Auto-Submitted: auto-replied\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary="report"\r
\r
--report\r
Content-Type: text/plain; charset=utf-8\r
\r
Your mail did not reach {recipient}: there is nobody of this name here.\r
\r
--report\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mail.example\r
\r
Final-Recipient: rfc822; {recipient}\r
Action: failed\r
Status: 5.1.1\r
Diagnostic-Code: smtp; {words}\r
\r
--report\r
Content-Type: text/rfc822-headers\r
\r
"""
_AWAY: dict[Language, tuple[str, str]] = {
    "en": ("Automatic reply: {subject}", "I'm away until Monday and read no mail. For anything urgent, call the shop."),
    "es": (
        "Respuesta automática: {subject}",
        "Estoy fuera hasta el lunes, sin leer el correo. Si corre prisa, llamen.",
    ),
    "hi": ("स्वचालित उत्तर: {subject}", "मैं सोमवार तक बाहर हूँ और मेल नहीं देख रही। कुछ ज़रूरी हो तो फ़ोन कीजिए।"),
    "hu": (
        "Automatikus válasz: {subject}",
        "Hétfőig nem vagyok itt, és levelet sem olvasok. Sürgős ügyben hívjanak.",
    ),
}


def report(raw: bytes, sender: str, recipient: str, *, at: int, name: str) -> bytes:
    """Return a server's report that a mail did not reach somebody (RFC 3464), with the header of that mail."""
    date = format_datetime(datetime.fromtimestamp(at // 1_000, UTC))
    head = raw.partition(b"\r\n\r\n")[0]
    words = NOBODY.format(recipient=recipient)
    told = _REPORT.format(sender=sender, recipient=recipient, date=date, name=name, words=words)
    return told.encode() + head + b"\r\n\r\n--report--\r\n"


def notice(away: Owner, answered: Mail, sender: str, *, at: int) -> bytes:
    """Return a notice that somebody is away. It answers each mail alike, which is why the desk must know it for one."""
    subject, text = _AWAY[away.language]
    draft = Draft(
        to=(("", sender),),
        subject=subject.format(subject=answered.subject),
        text=text,
        answers=(answered.message_id,) if answered.message_id else (),
        headers=(("Auto-Submitted", "auto-replied"),),
    )
    return written(away, draft, at=at, name=fresh_name(away))
