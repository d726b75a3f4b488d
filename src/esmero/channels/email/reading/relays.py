"""What the servers on the way noted: who vouches for the sender, and what filters think of it."""

from __future__ import annotations

import re

from esmero.channels.email.reading.headers import Headers
from esmero.channels.email.reading.mail import Authentication, Check, SpamVerdict

_LONGEST = 8_192
_COMMENT = re.compile(r"\([^()]*\)")
_PIECE = re.compile(r"""([^\s=;"]+)\s*=\s*("[^"]*"|[^\s;"]+)""")
_NUMBER = re.compile(r"[-+]?\d{1,4}(?:\.\d{1,6})?")
_SCORE = re.compile(r"\b(?:score|hits)\s*=\s*([-+]?\d{1,4}(?:\.\d{1,6})?)", re.IGNORECASE)
_RSPAMD = re.compile(
    r"(True|False|default)[^\[]{0,40}\[([-+]?\d{1,4}(?:\.\d{1,6})?)\s*/\s*([-+]?\d{1,4}(?:\.\d{1,6})?)\]"
)
_SCL = re.compile(r"\bSCL:\s*(-?\d)\b")
_YES = frozenset(("yes", "true", "1", "spam", "junk"))
_NO = frozenset(("no", "false", "0", "ham", "not spam", "clean", "innocent"))
_MICROSOFT_SPAM = 5
"""Microsoft's spam confidence level from which on Exchange files a mail as junk."""


def read_authentication(headers: Headers) -> tuple[Authentication, ...]:
    """Return the results that servers wrote (RFC 8601 section 2.2), the newest first as they stand in the mail."""
    return tuple(_results(value[:_LONGEST]) for value in headers.all("authentication-results")[:20])


def _results(value: str) -> Authentication:
    for _ in range(3):  # comments within comments
        value = _COMMENT.sub(" ", value)
    server, *rest = value.split(";")
    # Some relays leave out who they are.
    if "=" in server:
        rest, server = [server, *rest], ""
    checks = [check for piece in rest[:50] if (check := _check(piece)) is not None]
    return Authentication(server=(server.split() or [""])[0].lower(), checks=tuple(checks))


def _check(piece: str) -> Check | None:
    found = [(name.lower(), text.strip('"')) for name, text in _PIECE.findall(piece)]
    if not found:
        return None
    (method, result), properties = found[0], dict(found[1:21])
    return Check(method=method.partition("/")[0], result=result.lower(), properties=properties)


def read_spam(headers: Headers) -> tuple[SpamVerdict, ...]:
    """Return what spam filters wrote into the mail, one verdict for each header that has one."""
    found = [_flag(headers, name) for name in ("x-spam-flag", "x-spam", "x-bogosity", "x-ovh-spam", "x-vr-spamstate")]
    found += [_status(headers), _score(headers), _rspamd(headers), *_microsoft(headers)]
    return tuple(verdict for verdict in found if verdict is not None)


def _flag(headers: Headers, name: str) -> SpamVerdict | None:
    word = headers.word(name).partition(",")[0].strip()
    if word in _YES or word in _NO:
        return SpamVerdict(by=name, spam=word in _YES)
    return None


def _status(headers: Headers) -> SpamVerdict | None:
    value = headers.raw("x-spam-status")
    word = value.partition(",")[0].strip().lower()
    if word not in _YES and word not in _NO:
        return None
    score = _SCORE.search(value[:500])
    return SpamVerdict(by="x-spam-status", spam=word in _YES, score=float(score[1]) if score else None)


def _score(headers: Headers) -> SpamVerdict | None:
    found = _NUMBER.match(headers.raw("x-spam-score").strip())
    return SpamVerdict(by="x-spam-score", score=float(found[0])) if found else None


def _rspamd(headers: Headers) -> SpamVerdict | None:
    """Read rspamd's `default: False [4.30 / 15.00]`."""
    found = _RSPAMD.search(headers.raw("x-spamd-result")[:200])
    if found is None:
        return None
    score, limit = float(found[2]), float(found[3])
    return SpamVerdict(by="x-spamd-result", spam=score >= limit, score=score)


def _microsoft(headers: Headers) -> list[SpamVerdict]:
    name = "x-ms-exchange-organization-scl"
    level = _NUMBER.match(headers.raw(name))
    if level is None:
        name = "x-forefront-antispam-report"
        level = _SCL.search(headers.raw(name)[:2_000])
    if level is None:
        return []
    score = float(level[level.re.groups])
    return [SpamVerdict(by=name, spam=score >= _MICROSOFT_SPAM, score=score)]
