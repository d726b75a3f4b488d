"""All that the DNS has to say about a domain before mail in its name arrives."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from esmero.channels.email.addresses import domain_name
from esmero.channels.email.domain.dkim import check_dkim
from esmero.channels.email.domain.dmarc import check_dmarc
from esmero.channels.email.domain.lookup import Finding, Lookup, Unanswered, ask_dns, unanswered
from esmero.channels.email.domain.spf import check_spf

SECONDS = 45.0
"""For all questions about one domain."""


async def check_domain(
    address: str, server: str, *, selectors: Sequence[str] = (), look: Lookup = ask_dns
) -> list[Finding]:
    """Find out whether mail from an address, handed to a server, will be believed, and whether answers arrive.

    Args:
        server: the host of the inbox's mail server for sending, or empty.
        selectors: of the keys that the server signs with, if they are known.
    """
    local, _, written = address.rpartition("@")
    domain = domain_name(written)
    if domain is None:
        return [Finding(code="domain.none", state="bad", words=f"{written} is no domain.")]
    sender = f"{local}@{domain}"
    try:
        async with asyncio.timeout(SECONDS):
            found = await asyncio.gather(
                _check_mx(look, domain),
                check_spf(look, sender, server.lower().rstrip(".")),
                check_dkim(look, domain, selectors),
                check_dmarc(look, domain),
            )
    except TimeoutError:
        return [unanswered("domain.unanswered", domain)]
    return [finding for findings in found for finding in findings]


async def _check_mx(look: Lookup, domain: str) -> list[Finding]:
    wanted = f'{domain} MX "10 mail.{domain}" (the server that takes your mail)'
    try:
        hosts = await look(domain, "MX")
        if hosts in {("",), (".",)}:  # the null MX of RFC 7505
            words = f"{domain} says that it takes no mail at all, so nobody can answer."
            return [Finding(code="mx.none", state="bad", words=words, fix=wanted)]
        if hosts:
            return [Finding(code="mx.found", state="ok", words=f"mail for {domain} goes to {', '.join(hosts[:3])}")]
        if await look(domain, "A") or await look(domain, "AAAA"):
            words = f"{domain} names no server for its mail; senders will try the domain's own address."
            return [Finding(code="mx.implicit", state="note", words=words, fix=wanted)]
    except Unanswered:
        return [unanswered("mx.unanswered", f"The mail server of {domain}")]
    words = f"{domain} has no server for its mail and no address, so nobody can answer and many refuse its mail."
    return [Finding(code="mx.missing", state="bad", words=words, fix=wanted)]
