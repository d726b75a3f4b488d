"""What a server's refusal means, whether it says so by an enhanced status (RFC 3463), an old code, or in words."""

from __future__ import annotations

import re
from typing import Literal

from esmero.contract.trouble import Code

Asked = Literal["", "sender", "recipient", "mail"]
"""What was refused: MAIL, RCPT, or what came after; empty where that isn't known, as in a report."""
NOT_SIGNED_IN = (530, 534, 535, 538)
"""RFC 4954 section 6."""
PUT_OFF = re.compile(r"gr[ae]y.?list|too (?:many|fast)|rate.?limit|throttl|slow down|try again later", re.IGNORECASE)
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)")

_BY_STATUS: dict[str, Code] = {
    "1.1": "no-such-address",
    "1.2": "domain-unknown",
    "1.3": "no-such-address",
    "1.6": "no-such-address",
    "1.7": "sender-refused",
    "1.8": "sender-refused",
    "1.10": "domain-unknown",  # RFC 7505: the domain says that it takes no mail
    "2.0": "no-such-address",
    "2.1": "no-such-address",
    "2.2": "mailbox-full",
    "2.3": "too-large",
    "3.0": "server-away",
    "3.1": "server-away",
    "3.2": "server-away",
    "3.4": "too-large",
    "4.0": "server-away",
    "4.1": "server-away",
    "4.2": "server-away",
    "4.3": "server-away",
    "4.4": "domain-unknown",
    "4.5": "server-away",
    "4.7": "timed-out",
    "6.0": "junk",
    "7.0": "junk",
    "7.1": "junk",
    "7.4": "encryption-failed",
    "7.8": "sign-in-refused",
    "7.9": "sign-in-refused",
    "7.10": "encryption-failed",
    "7.11": "encryption-failed",
    "7.20": "sender-refused",  # RFC 7372: DKIM, SPF and what else says whose a mail is
    "7.21": "sender-refused",
    "7.22": "sender-refused",
    "7.23": "sender-refused",
    "7.24": "sender-refused",
    "7.25": "sender-refused",
    "7.26": "sender-refused",
    "7.27": "sender-refused",
    "7.28": "junk",
}
"""By the status without its class, from the registry that RFC 5248 began."""

_THERE = "(?:user|recipient|address|mailbox|account)"
_WORDS: dict[Code, str] = {
    "greylisted": r"gr[ae]y.?list",
    "mailbox-full": r"(?:mailbox|inbox|quota|storage)[^.;]{0,40}(?:full|exceed|over)|over ?quota|out of storage",
    "no-such-address": f"(?:no such|unknown|invalid|unrouteable|bad) {_THERE}|nobody (?:here|of this name)"
    f"|{_THERE}[^.;]{{0,60}}(?:unknown|not (?:exist|found|available)|does(?:n't| not) exist|rejected|disabled)",
    "domain-unknown": r"(?:domain|host)[^.;]{0,40}(?:not found|unknown|does(?:n't| not) exist)|no mx|nxdomain",
    "too-large": r"too (?:large|big)|exceeds[^.;]{0,30}(?:size|limit)|message size",
    "sender-refused": r"\b(?:spf|dkim|dmarc)\b|sender[^.;]{0,40}(?:rejected|refused|denied|not allowed)",
    "junk": r"spam|junk|black.?list|block.?list|blocked|reputation|policy|unsolicited|rbl|dnsbl|virus",
    "timed-out": r"time[d -]?out|delivery time expired",
    "server-away": r"connection (?:refused|reset|lost)|no route|not responding|temporarily unavailable",
}
_BY_WORDS = {code: re.compile(words, re.IGNORECASE) for code, words in _WORDS.items()}
_BY_ANSWER: dict[int, Code] = {
    421: "server-away",
    451: "server-away",
    452: "server-away",
    523: "too-large",
    550: "no-such-address",
    551: "no-such-address",
    552: "mailbox-full",
    553: "no-such-address",
    556: "domain-unknown",
}
"""Of a recipient, where neither status nor words tell more (RFC 5321 section 4.2.3, RFC 7504)."""


def status_in(text: str) -> str:
    """Return the enhanced status that stands in a server's words, or nothing."""
    found = _STATUS.search(text)
    return found[1] if found else ""


def code_of(text: str, *, status: str = "", asked: Asked = "", answer: int = 0) -> Code:
    """Return what is wrong. A status that says something comes before words, and words before the three digits."""
    status = status or status_in(text)
    known = _BY_STATUS.get(status.partition(".")[2])
    if answer in NOT_SIGNED_IN:
        return "sign-in-refused"
    if status.startswith("4") or 400 <= answer < 500:
        return _for_now(text, known)
    # "Mail refused" and "rejected by policy" are said of whatever it was; the words beside may know better.
    if known and known != "junk":
        return known
    return _in_words(text) or known or _by_answer(asked, answer)


def _for_now(text: str, known: Code | None) -> Code:
    """What may pass: a server that puts everybody off means nobody in particular."""
    if PUT_OFF.search(text):
        return "greylisted"
    if known == "domain-unknown":
        return "server-away"  # its directory is silent now; what isn't there would be refused for good
    return (None if known == "junk" else known) or _in_words(text) or known or "server-away"


def _in_words(text: str) -> Code | None:
    return next((code for code, words in _BY_WORDS.items() if words.search(text)), None)


def _by_answer(asked: Asked, answer: int) -> Code:
    if asked == "sender":
        return "sender-refused"
    if asked == "recipient":
        return _BY_ANSWER.get(answer, "other")
    return "too-large" if answer in (523, 552) else "other"
