"""Finds the servers of an address by the usual means, so that a person types an address and a password.

In the order of trust: providers that are known, the domain's own word (autoconfig, SRV: RFC 6186 and RFC 8314), what
Thunderbird's directory knows, the provider that its MX belongs to, and a guess. Everything that is found is a proposal,
for a person to look at and for `check` to try.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Iterable, Sequence
from typing import Final, Literal, Protocol
from urllib.parse import quote
from xml.etree.ElementTree import Element, ParseError, XMLParser

import msgspec
from msgspec import Struct

from esmero.channels.email import providers
from esmero.channels.email.dial import is_public
from esmero.channels.email.fetch import Fetched, fetch
from esmero.channels.email.settings import Server
from esmero.channels.email.trouble import ServerTrouble

Source = Literal["provider", "autoconfig", "srv", "directory", "mx", "guess"]
WORDS: Final[dict[Source, str]] = {
    "provider": "These are the servers of {name}.",
    "autoconfig": "The domain {domain} says so itself (autoconfig).",
    "srv": "The domain {domain} says so itself (SRV records).",
    "directory": "Thunderbird's directory of providers knows the domain {domain}.",
    "mx": "Mail for {domain} goes to {name}.",
    "guess": "Nobody says so, but servers of this name exist.",
}
DIRECTORY: Final = "https://autoconfig.thunderbird.net/v1.1/{domain}"
SECONDS: Final = 8.0
LARGEST_XML: Final = 64 * 1024
_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z0-9-]{1,63}\Z")
_HOST = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,252}\Z")
# A record of the kind, the settings' security, and which of the two servers it is.
_SERVICES: Final[tuple[tuple[str, Literal["tls", "starttls"], Literal["receive", "send"]], ...]] = (
    ("_imaps._tcp", "tls", "receive"),
    ("_imap._tcp", "starttls", "receive"),
    ("_submissions._tcp", "tls", "send"),
    ("_submission._tcp", "starttls", "send"),
)


class Candidate(Struct, frozen=True, kw_only=True):
    """Servers that an address may have. Of one that wasn't found the host is empty.

    Attributes:
        words: where this is known from, in one English sentence.
        hint: what is peculiar about signing in there.
    """

    receive: Server
    send: Server
    source: Source
    words: str
    hint: str = ""


class Names(Protocol):
    """What is asked of the domain name system. Nothing found is an empty answer; trouble, too."""

    async def services(self, name: str) -> list[tuple[str, int]]:
        """Hosts and ports of SRV records, the preferred first; without those that say that there is none."""
        ...

    async def exchangers(self, domain: str) -> list[str]:
        """Hosts of MX records, the preferred first."""
        ...

    async def addresses(self, host: str) -> list[str]: ...


class Get(Protocol):
    """How an address is got; `fetch` outside of tests."""

    async def __call__(self, url: str) -> Fetched: ...


async def discover(
    address: str, *, names: Names | None = None, get: Get = fetch, private: bool = False
) -> list[Candidate]:
    """Return what servers an address may have, the likeliest first; none if nothing is known.

    Args:
        private: servers inside of the desk's own network are proposed, too. It is for a person to say so: the address's
            domain says where its servers are, and may say that they are here.
    """
    domain = _ascii(address.rpartition("@")[2])
    if domain is None:
        return []
    if known := providers.of_domain(domain):
        return [_of_provider(known, "provider", domain)]
    asked = names or _dns()
    found = await asyncio.gather(
        *(
            _in_time(means)
            for means in (
                _autoconfig(address, domain, get),
                _srv(domain, asked),
                _directory(address, domain, get),
                _mx(domain, asked),
                _guess(domain, asked),
            )
        )
    )
    kept = [one for one in found if one is not None and (private or await _is_public(one, asked))]
    return _without_repeats(kept)


# The means


async def _autoconfig(address: str, domain: str, get: Get) -> Candidate | None:
    whose = quote(address, safe="@")
    urls = (
        f"https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={whose}",
        f"https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
    )
    found = await asyncio.gather(*(_configuration(get, url, address) for url in urls))
    return next((_candidate("autoconfig", domain, *one) for one in found if one), None)


async def _directory(address: str, domain: str, get: Get) -> Candidate | None:
    found = await _configuration(get, DIRECTORY.format(domain=domain), address)
    return _candidate("directory", domain, *found) if found else None


async def _srv(domain: str, names: Names) -> Candidate | None:
    found = await asyncio.gather(*(names.services(f"{service}.{domain}") for service, *_ in _SERVICES))
    chosen = {"receive": Server(), "send": Server()}
    for (_, security, which), services in zip(_SERVICES, found, strict=True):
        # TLS from the first byte is better than STARTTLS (RFC 8314 section 3), and stands first.
        if services and not chosen[which].host and _HOST.match(services[0][0]):
            chosen[which] = Server(host=services[0][0], port=services[0][1], security=security)
    return _candidate("srv", domain, chosen["receive"], chosen["send"]) if chosen["receive"].host else None


async def _mx(domain: str, names: Names) -> Candidate | None:
    for host in await names.exchangers(domain):
        if known := providers.of_exchanger(host):
            return _of_provider(known, "mx", domain)
    return None


async def _guess(domain: str, names: Names) -> Candidate | None:
    receive, send = await asyncio.gather(
        _first_that_exists([f"imap.{domain}", f"mail.{domain}"], names),
        _first_that_exists([f"smtp.{domain}", f"mail.{domain}"], names),
    )
    if not receive:
        return None
    return _candidate("guess", domain, Server(host=receive), Server(host=send, port=587, security="starttls"))


async def _first_that_exists(hosts: Sequence[str], names: Names) -> str:
    found = await asyncio.gather(*(names.addresses(host) for host in hosts))
    return next((host for host, addresses in zip(hosts, found, strict=True) if addresses), "")


async def _in_time(means: Awaitable[Candidate | None]) -> Candidate | None:
    try:
        async with asyncio.timeout(SECONDS):
            return await means
    except (TimeoutError, ServerTrouble):
        return None


# Candidates


def _candidate(source: Source, domain: str, receive: Server, send: Server) -> Candidate:
    known = providers.of_server(receive.host)
    return Candidate(
        receive=receive,
        send=send,
        source=source,
        words=WORDS[source].format(domain=domain, name=known.name if known else ""),
        hint=known.hint if known else "",
    )


def _of_provider(known: providers.Provider, source: Source, domain: str) -> Candidate:
    words = WORDS[source].format(domain=domain, name=known.name)
    return Candidate(receive=known.receive, send=known.send, source=source, words=words, hint=known.hint)


async def _is_public(candidate: Candidate, names: Names) -> bool:
    hosts = [server.host for server in (candidate.receive, candidate.send) if server.host]
    found = await asyncio.gather(*(names.addresses(host) for host in hosts))
    return all(is_public(address) for addresses in found for address in addresses)


def _without_repeats(candidates: Iterable[Candidate]) -> list[Candidate]:
    kept = list[Candidate]()
    for one in candidates:
        if all((one.receive, one.send) != (other.receive, other.send) for other in kept):
            kept.append(one)
    return kept


def _ascii(domain: str) -> str | None:
    try:
        name = domain.strip().lower().encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return name if _DOMAIN.match(name) else None


# Mozilla's format: wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat


async def _configuration(get: Get, url: str, address: str) -> tuple[Server, Server] | None:
    try:
        answer = await get(url)
    except ServerTrouble:
        return None
    return read_configuration(answer.body, address) if answer.status == 200 else None


def read_configuration(xml: bytes, address: str) -> tuple[Server, Server] | None:
    """Return the first servers for receiving by IMAP and for sending that a configuration names, or None."""
    root = _parsed(xml)
    if root is None:
        return None
    receive = _first_server(root.iterfind("./emailProvider/incomingServer[@type='imap']"), address)
    send = _first_server(root.iterfind("./emailProvider/outgoingServer[@type='smtp']"), address)
    return None if receive is None else (receive, send or Server(port=587, security="starttls"))


def _parsed(xml: bytes) -> Element | None:
    """A stranger's XML. No such file needs a document type, which is where entities come from, and bombs with them."""
    parser = XMLParser()  # noqa: S314 - see below
    # Before expat has read an entity's declaration it has to have read that there is one.
    if len(xml) > LARGEST_XML or b"\0" in xml or b"<!DOCTYPE" in xml.upper() or b"<!ENTITY" in xml.upper():
        return None
    try:
        parser.feed(xml)
        return parser.close()
    except (ParseError, ValueError, LookupError):
        return None


def _first_server(elements: Iterable[Element], address: str) -> Server | None:
    return next(filter(None, (_server(element, address) for element in elements)), None)


def _server(element: Element, address: str) -> Server | None:
    told = {child.tag: (child.text or "").strip() for child in reversed(element)}
    security = {"SSL": "tls", "STARTTLS": "starttls"}.get(told.get("socketType", ""))
    host = _filled_in(told.get("hostname", ""), address)
    port = told.get("port", "")
    if security is None or not _HOST.match(host) or not port.isdigit() or not 0 < int(port[:6]) < 65_536:
        return None
    user = _filled_in(told.get("username", ""), address)
    server = {"host": host, "port": int(port), "security": security, "user": "" if user == address else user[:254]}
    return msgspec.convert(server, Server)


def _filled_in(text: str, address: str) -> str:
    local, _, domain = address.rpartition("@")
    for name, value in (("EMAILADDRESS", address), ("EMAILLOCALPART", local), ("EMAILDOMAIN", domain)):
        text = text.replace(f"%{name}%", value)
    return text


# The domain name system


def _dns() -> Names:
    from esmero.channels.email.resolver import Dns  # dnspython is imported where a name is asked for

    return Dns()
