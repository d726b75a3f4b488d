"""May our mail server send for this domain? SPF, read as a receiver reads it (RFC 7208)."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from esmero.channels.email.domain.lookup import Finding, Lookup, Unanswered, unanswered
from esmero.channels.email.domain.spf_record import (
    Address,
    Malformed,
    Record,
    Result,
    Term,
    expand,
    is_spf,
    read_record,
)

MOST_LOOKUPS = 10
MOST_VOID = 2
"""RFC 7208 section 4.6.4."""
_GIVE_UP = 40
# What firms publish whose mail these providers send.
_PROVIDERS = {
    "gmail.com": "include:_spf.google.com",
    "google.com": "include:_spf.google.com",
    "office365.com": "include:spf.protection.outlook.com",
    "outlook.com": "include:spf.protection.outlook.com",
}


class Trouble(Exception):
    """A record, or one that it names, that receivers take for an error; the argument says which and why."""


class Walk:
    """One reading of a domain's record for one address: all of it, so that all of its look-ups are counted."""

    def __init__(self, look: Lookup, address: Address, sender: str) -> None:
        self._look = look
        self._address = address
        self._sender = sender
        self.lookups = 0
        self.void = 0
        self.uses_ptr = False

    async def result(self, domain: str, record: Record) -> Result:
        """Return what the record says of the address.

        Raises:
            Trouble: it, or one that it includes, is in error.
            Unanswered: a name could not be looked up.
        """
        result: Result | None = None
        for term in record.terms:
            matches = await self._matches(domain, term)
            if matches and result is None:
                result = term.result
        if record.redirect and record.closing is None:
            beyond = await self._of(self._expand(record.redirect, domain))
            if beyond == "none":
                raise Trouble(f"{record.redirect}, to which it redirects, has no SPF record")
            result = result or beyond
        return result or "neutral"

    async def _of(self, domain: str) -> Result:
        self._count()
        found = [text for text in await self._ask(domain, "TXT") if is_spf(text)]
        if len(found) > 1:
            raise Trouble(f"{domain} has two SPF records")
        if not found:
            return "none"
        try:
            record = read_record(found[0])
        except Malformed as error:
            raise Trouble(f"{domain} has an SPF record with an error: {error}") from None
        return await self.result(domain, record)

    async def _matches(self, domain: str, term: Term) -> bool:
        match term.name:
            case "all":
                return True
            case "ip4" | "ip6":
                return self._address in ipaddress.ip_network(term.value, strict=False)
            case "include":
                return await self._included(self._expand(term.value, domain))
            case "ptr":
                self._count()
                self.uses_ptr = True
                return False
        target = self._expand(term.value, domain) if term.value else domain
        self._count()
        if term.name == "exists":
            return bool(await self._ask(target, "A"))
        hosts = [target] if term.name == "a" else await self._ask(target, "MX")
        return any([await self._is_at(host, term) for host in hosts[:MOST_LOOKUPS]])

    async def _included(self, domain: str) -> bool:
        result = await self._of(domain)
        if result == "none":
            raise Trouble(f"{domain}, which it includes, has no SPF record")
        return result == "pass"

    async def _is_at(self, host: str, term: Term) -> bool:
        kind, bits = ("A", term.v4) if self._address.version == 4 else ("AAAA", term.v6)
        found = await self._ask(host, "A" if kind == "A" else "AAAA")
        return any(self._address in ipaddress.ip_network(f"{one}/{bits}", strict=False) for one in found)

    async def _ask(self, name: str, kind: str) -> tuple[str, ...]:
        answer = await self._look(name, kind)  # type: ignore[arg-type]  # one of the kinds
        self.void += not answer
        return answer

    def _count(self) -> None:
        self.lookups += 1
        if self.lookups > _GIVE_UP:
            raise Trouble("it names itself, or very many others")

    def _expand(self, text: str, domain: str) -> str:
        try:
            return expand(text, address=self._address, domain=domain, sender=self._sender)
        except Malformed as error:
            raise Trouble(f"a macro in {error} has an error") from None


async def check_spf(look: Lookup, sender: str, server: str) -> list[Finding]:
    """Find out what a domain's SPF record says, above all of the server (a host) that our mails go through."""
    domain = sender.rpartition("@")[2]
    wanted = f'{domain} TXT "v=spf1 {_mechanism(server)} ~all"'
    try:
        records = [text for text in await look(domain, "TXT") if is_spf(text)]
        if not records:
            words = f"{domain} does not say who may send for it; many providers refuse such mail."
            return [Finding(code="spf.missing", state="bad", words=words, fix=wanted)]
        if len(records) > 1:
            words = f"{domain} has {len(records)} SPF records, so receivers use none. Join them into one."
            return [Finding(code="spf.two", state="bad", words=words, fix=_joined(domain, records))]
        return await _judge(look, sender, server, records[0])
    except Unanswered:
        return [unanswered("spf.unanswered", f"The SPF record of {domain}")]


async def _judge(look: Lookup, sender: str, server: str, text: str) -> list[Finding]:
    domain = sender.rpartition("@")[2]
    try:
        record = read_record(text)
    except Malformed as error:
        words = f"The SPF record of {domain} has an error, so receivers use none of it: {error}"
        return [Finding(code="spf.malformed", state="bad", words=words)]
    addresses = await _addresses(look, server)
    walks = [Walk(look, address, sender) for address in addresses or [ipaddress.IPv4Address("192.0.2.1")]]
    try:
        results = [await walk.result(domain, record) for walk in walks]
    except Trouble as error:
        words = f"Receivers take the SPF record of {domain} for an error: {error}."
        return [Finding(code="spf.error", state="bad", words=words)]
    return [
        *_closing(domain, record, text),
        *_effort(domain, walks[0]),
        *(_sending(domain, server, addresses, results, text) if addresses else ()),
    ]


def _closing(domain: str, record: Record, text: str) -> list[Finding]:
    if record.closing == "pass":
        words = f"The SPF record of {domain} ends in +all: it lets everybody send for it."
        fix = f'{domain} TXT "{text.replace("+all", "all").replace(" all", " ~all")}"'
        return [Finding(code="spf.everybody", state="bad", words=words, fix=fix)]
    if record.closing in {None, "neutral"} and not record.redirect:
        words = f"The SPF record of {domain} does not say what to think of other senders."
        fix = f'{domain} TXT "{text.replace(" ?all", "")} ~all"'
        return [Finding(code="spf.open", state="note", words=words, fix=fix)]
    return [Finding(code="spf.found", state="ok", words=f"{domain} has one SPF record, and it says no to others")]


def _effort(domain: str, walk: Walk) -> list[Finding]:
    findings = []
    if walk.lookups > MOST_LOOKUPS:
        words = (
            f"The SPF record of {domain} takes {walk.lookups} look-ups; receivers stop at {MOST_LOOKUPS} and call it "
            "an error. Take out what no longer sends for you."
        )
        findings.append(Finding(code="spf.lookups", state="bad", words=words))
    if walk.void > MOST_VOID:
        words = f"The SPF record of {domain} names {walk.void} hosts that don't exist; receivers allow {MOST_VOID}."
        findings.append(Finding(code="spf.void", state="note", words=words))
    if walk.uses_ptr:
        words = f"The SPF record of {domain} uses ptr, which receivers need not look at. Name addresses instead."
        findings.append(Finding(code="spf.ptr", state="note", words=words))
    return findings


def _sending(domain: str, server: str, addresses: Sequence[Address], results: list[Result], text: str) -> list[Finding]:
    """Tell whether the server's own addresses pass. That is a hint: a relay may send from others than it listens on."""
    left = [str(address) for address, result in zip(addresses, results, strict=True) if result != "pass"]
    if not left:
        return [Finding(code="spf.sender", state="ok", words=f"the SPF record of {domain} names {server}")]
    mechanism = _mechanism(server)
    if mechanism in text:
        return []
    words = (
        f"The SPF record of {domain} does not name {server} ({', '.join(left)}). That is well if the server hands mail "
        "on from other addresses that it does name."
    )
    beginning, space, closing = text.rpartition(" ")
    fix = f'{domain} TXT "{beginning} {mechanism}{space}{closing}"'
    return [Finding(code="spf.sender", state="note", words=words, fix=fix)]


async def _addresses(look: Lookup, server: str) -> list[Address]:
    try:
        return [ipaddress.ip_address(server)]
    except ValueError:
        found = [*await look(server, "A"), *await look(server, "AAAA")] if server else []
    return [ipaddress.ip_address(one) for one in found]


def _mechanism(server: str) -> str:
    known = (mechanism for host, mechanism in _PROVIDERS.items() if server == host or server.endswith(f".{host}"))
    try:
        return f"ip{ipaddress.ip_address(server).version}:{server}"
    except ValueError:
        return next(known, f"a:{server}" if server else "mx")


def _joined(domain: str, records: list[str]) -> str:
    """Return one record of all mechanisms, ending as the mildest of them does."""
    words = [word for text in records for word in text.split(" ")[1:] if word]
    closing = next((last for last in ("?all", "~all", "-all") if last in words), "~all")
    mechanisms = dict.fromkeys(word for word in words if not word.lower().endswith("all"))
    return f'{domain} TXT "{" ".join(["v=spf1", *mechanisms, closing])}"'
