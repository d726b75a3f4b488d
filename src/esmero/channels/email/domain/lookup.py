"""Asking the DNS, in a form that tests can answer. What could not be looked up is never taken for missing."""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

Kind = Literal["TXT", "A", "AAAA", "MX"]
State = Literal["ok", "note", "bad"]
SECONDS = 6.0
"""For one question, all servers of the machine together."""


class Unanswered(Exception):
    """The DNS gave no answer that means anything: no server in time, or a server in trouble."""


class Lookup(Protocol):
    async def __call__(self, name: str, kind: Kind) -> tuple[str, ...]:
        """Return the records of a name, none if there are none: texts joined (RFC 7208 section 3.3), hosts of MX in
        the order of their preference, addresses.

        Raises:
            Unanswered: that can't be told now.
        """
        ...


class Finding(Struct, frozen=True, kw_only=True):
    """One thing found out about a domain.

    Attributes:
        code: stable, for programs.
        state: `bad` costs mails; a `note` is worth knowing.
        words: what there is, for an administrator.
        fix: what to publish, as `name TYPE "record"`; empty where there is nothing to do or to tell.
    """

    code: str
    state: State
    words: str
    fix: str = ""


async def ask_dns(name: str, kind: Kind) -> tuple[str, ...]:
    """Ask the machine's own name servers. See `Lookup`."""
    import dns.asyncresolver
    import dns.exception
    import dns.resolver

    try:
        answer = await dns.asyncresolver.resolve(name, kind, lifetime=SECONDS, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return ()
    except (dns.exception.DNSException, OSError, UnicodeError) as error:
        raise Unanswered(name) from error
    if kind == "TXT":
        return tuple(b"".join(record.strings).decode("utf-8", "replace") for record in answer)
    if kind == "MX":
        return tuple(str(record.exchange).rstrip(".") for record in sorted(answer, key=lambda one: one.preference))
    return tuple(record.address for record in answer)


def unanswered(code: str, what: str) -> Finding:
    """Return the finding that something could not be looked up."""
    return Finding(code=code, state="note", words=f"{what} could not be looked up now; that says nothing about it.")


def tags(record: str) -> dict[str, str]:
    """Return the tags of a DKIM key or a DMARC policy (RFC 6376 section 3.2), the first of each name."""
    found: dict[str, str] = {}
    for part in record.split(";"):
        name, equals, value = part.partition("=")
        if equals:
            found.setdefault(name.strip().lower(), value.strip())
    return found
