"""Bounces that keep to no standard: what flufl.bounce knows of old programs, then signs that need no program's name.

People quote bounces and forward them, so nothing here looks at a mail that a person could have sent: there has to be
the null path, a daemon's name, or the subject of a report before its words count.
"""

from __future__ import annotations

import email
import logging
import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from email.message import Message
from functools import cache
from itertools import takewhile

from esmero.channels.email.reading.addresses import parse_mailboxes
from esmero.channels.email.reading.headers import Headers, read_headers
from esmero.channels.email.reading.limits import RECIPIENTS, SCANNED_BYTES
from esmero.channels.email.reading.mail import FailedRecipient, Mailbox, Returned
from esmero.channels.email.reading.phrases import BOUNCE_SUBJECTS, DAEMON_NAMES, DELAYS, FAILURES
from esmero.channels.email.reading.reports import is_permanent, returned_by, status_in
from esmero.kit.text import clean_name

_DAEMON = re.compile(
    r"(?:mailer-?daemon|mail-?daemon|mailerdaemon|mdaemon|postmaster|postmast|mail(?:er)?-delivery|bounces?"
    r"|smtp-?daemon|mail-?system|microsoftexchange[0-9a-f]+|double-bounce|mmdf|uucp|maildelivery"
    r"|delivery-?status|ndr)(?:[+._-].*)?\Z",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"(?:re|fwd?|aw|wg|rv|tr|rif|vs|sv|odp|vá|továbbítás|ref)\s*(?:\[\d+\])?\s*[:：]", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z0-9À-ɏЀ-ӿऀ-ॿ.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9À-ɏЀ-ӿऀ-ॿ.-]{1,255}")
# From here on stands the mail that failed, and its addresses say nothing of who failed.
_RETURNED_BELOW = re.compile(
    r"^(?:[-–—_=*#>][-–—_=*# >]{2,}.{0,120}|.{0,20}below this line.{0,80}"
    r"|(?:received|return-path|message-id|from): .{0,200}|date: .{0,80}|x-[a-z-]{2,30}: .{0,200}"
    r"|(?:original|returned) message.{0,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_MESSAGE_ID = re.compile(r"^[> \t]*message-id:[ \t]*\r?\n?[ \t]*<", re.IGNORECASE | re.MULTILINE)
# A field of a mail's header, or the rest of one, perhaps with signs of quoting before it.
_FIELD_LINE = re.compile(r"[> ]*[A-Za-z][A-Za-z-]{1,60}:|[> ]*[ \t]+\S")
_QUOTING = re.compile(r"^[> ]+(?=[A-Za-z-]+:)", re.MULTILINE)
_REPLY_CODE = re.compile(r"\b[45][0-5]\d[ :-]")
# A server's answer, as programs show it; `order 550 was lost` is none.
_SAID_BY_SERVER = re.compile(r"(?:^|[:>('\"])\s*[45][0-5]\d[ :-]|\b[45]\.\d{1,3}\.\d{1,3}\b", re.MULTILINE)
_LONGEST_TEXT = 20_000
_MOST_LEVELS = 20


def may_be_bounce(headers: Headers, sender: Mailbox | None, subject: str) -> str:
    """Return the sign by which this can be a machine's report, or an empty text: then nothing else is looked at."""
    if headers.raw("x-failed-recipients"):
        return "X-Failed-Recipients"
    answered = _ANSWERED.match(subject)
    if answered:
        # Somebody writes about a bounce, unless a program put its own words behind the subject of the mail that failed.
        said = subject[answered.end() :].rpartition(" : ")
        return "the subject" if said[0] and holds(said[2], BOUNCE_SUBJECTS) else ""
    if sender is not None and is_daemon(sender):
        return f"sent by {sender.address.partition('@')[0].lower()}"
    if headers.raw("content-type")[:60].lower().startswith("multipart/report"):
        return "multipart/report"
    says_so = holds(subject, BOUNCE_SUBJECTS)
    return "the subject" if says_so else ("the null path" if has_null_path(headers) else "")


def is_answer_or_forward(subject: str) -> bool:
    """Tell whether a subject begins as somebody's answer, or as what they pass on."""
    return _ANSWERED.match(subject) is not None


def has_null_path(headers: Headers) -> bool:
    """Tell whether the envelope's sender is the null path, as the last relay noted it (RFC 5321 section 4.5.5)."""
    values = headers.all("return-path")
    return bool(values) and values[0].replace(" ", "") in ("<>", "<><>", "<mailer-daemon>", "<MAILER-DAEMON>")


def holds(text: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether one of these phrases stands in a text."""
    return any(map(text.casefold().__contains__, phrases))


def is_daemon(sender: Mailbox) -> bool:
    """Tell whether a program that delivers mail calls itself so."""
    if _is_daemons(sender.address):
        return True
    name = sender.name.casefold()
    return any(name == one or name.startswith(f"{one} ") for one in DAEMON_NAMES)


def scan_old_forms(raw: bytes, text: str) -> tuple[FailedRecipient, ...]:
    """Return whom flufl.bounce finds in this mail."""
    message = _parsed(raw)
    if message is None:
        return ()
    try:
        temporary, permanent = _finder()(message)
    except Exception:  # noqa: BLE001 - its rules are made for real mail, and this may be anything
        return ()
    found = dict[str, FailedRecipient]()
    for addresses, lasting in ((permanent, True), (temporary, False)):
        for address in sorted(addresses, key=_as_text):
            for mailbox in parse_mailboxes([_as_text(address)]):
                found.setdefault(mailbox.address.casefold(), _named(mailbox.address, text, permanent=lasting))
    return tuple(found.values())[:RECIPIENTS]


@cache
def _finder() -> Callable[[Message], tuple[AbstractSet[object], AbstractSet[object]]]:
    from flufl.bounce import all_failures

    # It logs each of its own rules, and those that fail with their stack; that a rule doesn't fit is nothing to tell.
    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL + 1)
    return all_failures


def _as_text(address: object) -> str:
    return address.decode("utf-8", "replace") if isinstance(address, bytes) else str(address)


def _parsed(raw: bytes) -> Message | None:
    """Return the mail as the standard library has it, which nests as deeply as the mail does."""
    start = raw[:SCANNED_BYTES]
    if start.lower().count(b"boundary=") > _MOST_LEVELS:
        return None
    try:
        message = email.message_from_bytes(start)
        if not message.get("from"):
            # One of flufl's rules takes for granted that there is one, and ends the others with it.
            message["From"] = "<>"
    except Exception:  # noqa: BLE001 - it raises several on what is broken
        return None
    return message


def _named(address: str, text: str, *, permanent: bool) -> FailedRecipient:
    """Make a recipient of an address; what stands near it in the text is why."""
    reason = _reason_for(address, text)
    status = status_in(reason)
    # What a program says of the whole counts; a code of its own beside it tells more.
    lasting = permanent if status is None else permanent and status[0] != "4"
    return FailedRecipient(
        address=address,
        status=status,
        action="failed" if lasting or permanent else "delayed",
        permanent=lasting,
        diagnostic=reason,
    )


def _reason_for(address: str, text: str) -> str:
    """Return the line of the text that tells why, near the address: one with a code before any other."""
    at = text.casefold().find(address.casefold())
    if at == -1:
        at = 0
    lines = [line.strip() for line in text[max(0, at - 300) : at + 1_200].splitlines() if line.strip()]
    coded = next((line for line in lines if status_in(line) or _REPLY_CODE.search(line)), "")
    worded = next((line for line in lines if holds(line, FAILURES) or holds(line, DELAYS)), "")
    return clean_name(coded or worded, longest=500)


def scan_any_form(
    headers: Headers, sender: Mailbox | None, subject: str, text: str, *, ours: frozenset[str], returned: bool
) -> tuple[FailedRecipient, ...] | None:
    """Return whom a report names that has no form anybody knows; None if nothing says that this is one.

    `ours` are addresses that can't have failed: whom the report was sent to. `returned` tells whether it brings the
    mail that failed along.
    """
    named = [mailbox.address for mailbox in parse_mailboxes(headers.all("x-failed-recipients"))]
    told = above_returned(text)
    fails, delayed = holds(told, FAILURES), holds(told, DELAYS)
    coded = status_in(told) is not None or _REPLY_CODE.search(told) is not None
    machine = has_null_path(headers) or (sender is not None and is_daemon(sender))
    titled = holds(subject, BOUNCE_SUBJECTS)
    others = ours | ({sender.address.casefold()} if sender is not None else set())
    found = named or [one for one in addresses_in(told) if one.casefold() not in others and not _is_daemons(one)]
    # A subject of this kind over words that name no failure is a person's, and so are such words under a person's name.
    headed = bool(found) and _begins_report(subject)
    sure = bool(named) or (machine and (fails or delayed or headed or (titled and coded)))
    if not sure and not (titled and (fails or delayed) and (returned or (found and _SAID_BY_SERVER.search(told)))):
        return None
    # There are people at postmaster@ too: what names nobody and shows nothing is theirs.
    if not (found or coded or returned or has_null_path(headers)):
        return None
    late = delayed and not (status_in(told) or "").startswith("5")
    return tuple(_from_words(address, told, late=late) for address in found[:RECIPIENTS])


def _begins_report(subject: str) -> bool:
    """Tell whether a subject begins as Exchange begins those of its reports: `Undeliverable: …`."""
    head = subject.casefold().replace("：", ":").partition(":")
    return bool(head[1]) and head[0].strip() in BOUNCE_SUBJECTS


def _from_words(address: str, told: str, *, late: bool) -> FailedRecipient:
    reason = _reason_for(address, told)
    status = status_in(reason) or status_in(told)
    return FailedRecipient(
        address=address,
        status=status,
        action="delayed" if late else "failed",
        permanent=not late and is_permanent(status, reason),
        diagnostic=reason,
    )


def _is_daemons(address: str) -> bool:
    return _DAEMON.match(address.partition("@")[0]) is not None


def above_returned(text: str) -> str:
    """Return what a report says before the mail that it returns."""
    text = text[:_LONGEST_TEXT]
    for line in _RETURNED_BELOW.finditer(text):
        above = text[: line.start()]
        if above.strip() and (_ADDRESS.search(above) or holds(above, FAILURES)):
            return above
    return text


def addresses_in(text: str) -> list[str]:
    """Return the addresses that stand in a text, none twice."""
    found = dict[str, str]()
    for written in _ADDRESS.findall(text):
        address = written.strip(".'`")
        domain = address.partition("@")[2].rstrip(".-")
        if "." in domain and address[0] != "@":
            found.setdefault(address.casefold(), address.partition("@")[0] + "@" + domain)
    return list(found.values())


def returned_in_text(text: str) -> Returned | None:
    """Return what the mail that failed shows of itself, where it stands in the report's text."""
    found = _MESSAGE_ID.search(text)
    if found is None:
        return None
    above = text[max(0, found.start() - 10_000) : found.start()].split("\n")[:-1]
    fields = list(takewhile(_FIELD_LINE.match, reversed(above)))
    block = "\n".join([*reversed(fields), text[found.start() : found.start() + 10_000]])
    raw = _QUOTING.sub("", block).encode("utf-8", "replace")
    headers, _, _ = read_headers(raw, 0, len(raw))
    returned = returned_by(headers)
    return returned if returned.message_id else None
