"""What receivers do with mail in our name that isn't ours, and whom they tell: DMARC (RFC 7489)."""

from __future__ import annotations

import re

from esmero.channels.email.domain.lookup import Finding, Lookup, Unanswered, tags, unanswered

POLICIES = ("none", "quarantine", "reject")
_MAILTO = re.compile(r"mailto:[^@\s!,]+@([^@\s!,]+)", re.IGNORECASE)


async def check_dmarc(look: Lookup, domain: str) -> list[Finding]:
    """Find out about the policy that holds for a domain: its own, or that of the domain above it."""
    wanted = f'_dmarc.{domain} TXT "v=DMARC1; p=none; rua=mailto:postmaster@{domain}"'
    try:
        for above in _upwards(domain):
            records = [text for text in await look(f"_dmarc.{above}", "TXT") if _is_dmarc(text)]
            if len(records) > 1:
                words = f"{above} has {len(records)} DMARC records, so receivers use none. Keep one."
                return [Finding(code="dmarc.two", state="bad", words=words)]
            if records:
                return await _judge(look, domain, above, records[0])
    except Unanswered:
        return [unanswered("dmarc.unanswered", f"The DMARC policy of {domain}")]
    words = f"{domain} has no DMARC policy; large providers want one, and anybody can write in its name."
    return [Finding(code="dmarc.missing", state="note", words=words, fix=wanted)]


async def _judge(look: Lookup, domain: str, above: str, record: str) -> list[Finding]:
    found = tags(record)
    policy = (found.get("sp") if above != domain else None) or found.get("p", "")
    name = f"_dmarc.{above}"
    if policy.lower() not in POLICIES:
        words = f"The DMARC record of {above} names no policy that there is (p=none, quarantine or reject)."
        return [Finding(code="dmarc.policy", state="bad", words=words, fix=f'{name} TXT "{_with_policy(record)}"')]
    # Our envelope's sender is the address in From, so SPF is aligned however strictly it is asked for.
    words = f"the DMARC policy of {domain} is {policy.lower()}" + (f", from {above}" if above != domain else "")
    return [
        Finding(code="dmarc.found", state="ok", words=words),
        *_alignment(domain, above, found),
        *await _reports(look, name, above, record, found.get("rua", "")),
    ]


def _alignment(domain: str, above: str, found: dict[str, str]) -> list[Finding]:
    if found.get("adkim", "r").lower() != "s":
        return []
    words = (
        f"The DMARC record of {above} wants DKIM signatures of exactly {domain} (adkim=s). A relay that signs with "
        "another domain of yours does not pass by its signature."
    )
    return [Finding(code="dmarc.strict", state="note", words=words)]


async def _reports(look: Lookup, name: str, above: str, record: str, rua: str) -> list[Finding]:
    hosts = {host.lower() for host in _MAILTO.findall(rua)}
    if not hosts:
        words = f"Nobody is told who writes in the name of {above} (rua)."
        fix = f'{name} TXT "{record.rstrip("; ")}; rua=mailto:postmaster@{above}"'
        return [Finding(code="dmarc.unreported", state="note", words=words, fix=fix)]
    findings = []
    for host in sorted(hosts):
        if _upwards(host)[-1] != _upwards(above)[-1] and not await _agrees(look, above, host):
            words = f"{host} does not say that it wants the reports about {above}, so they are not sent there."
            fix = f'{above}._report._dmarc.{host} TXT "v=DMARC1"'
            findings.append(Finding(code="dmarc.report", state="note", words=words, fix=fix))
    return findings


async def _agrees(look: Lookup, above: str, host: str) -> bool:
    """Tell whether a host of others takes reports about us (RFC 7489 section 7.1)."""
    return any(_is_dmarc(text) for text in await look(f"{above}._report._dmarc.{host}", "TXT"))


def _is_dmarc(text: str) -> bool:
    return re.match(r"v\s*=\s*DMARC1\s*(?:;|\Z)", text) is not None


def _with_policy(record: str) -> str:
    others = [part.strip() for part in record.split(";")[1:] if part.strip() and not re.match(r"\s*p\s*=", part)]
    return "; ".join(["v=DMARC1", "p=none", *others])


def _upwards(domain: str) -> list[str]:
    """Return a domain and those above it, down to two labels.

    RFC 7489 section 3.2 finds the organisation by the list of public suffixes; going up needs no list, and differs only
    where a registry publishes a policy of its own, which then holds for its customers too.
    """
    labels = domain.split(".")
    return [".".join(labels[at:]) for at in range(max(len(labels) - 1, 1))]
