"""Who is on the other end of a connection: their network address, and the origin that their browser came from."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection

from esmero.kit.errors import Forbidden
from esmero.settings import Network, Settings

Connection = ASGIConnection[Any, Any, Any, Any]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
UNKNOWN = "unknown"


class ForeignOrigin(Forbidden):
    """A page of another site sent this."""

    code = "foreign_origin"
    title = "This was sent by another site."


def client_address(connection: Connection, settings: Settings) -> str:
    """Return the network address that this came from; proxies are believed only if the settings name them.

    `X-Forwarded-For` is read from its end: each trusted proxy vouches for the address before it, and the first that is
    not a trusted proxy is the client, whatever stands further left.
    """
    address = _parsed(connection.client.host if connection.client else "")
    if address is None:
        return UNKNOWN
    forwarded = ",".join(connection.headers.getall("x-forwarded-for", []))
    for written in reversed(forwarded.split(",")) if forwarded else ():
        if not _is_in(address, settings.trusted_proxies):
            break
        before = _parsed(written.strip())
        if before is None:
            break
        address = before
    return str(address)


def address_group(address: str) -> str:
    """Return what limits count by: an IPv4 address, or the /64 that one IPv6 household has for itself."""
    parsed = _parsed(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return address


def own_origin(connection: Connection, settings: Settings) -> str:
    """Return the origin of this desk's pages: the public URL, or whatever host this connection asked for."""
    if settings.public_url is not None:
        return settings.public_url
    secure = settings.tls_certificate is not None or _is_forwarded_https(connection, settings)
    return f"{'https' if secure else 'http'}://{connection.headers.get('host', '').lower()}"


def check_same_origin(connection: Connection, settings: Settings) -> None:
    """Refuse what a page of another site sent. Programs, which send neither header, pass.

    Raises:
        ForeignOrigin: `Origin` (RFC 6454) or `Sec-Fetch-Site` (Fetch Metadata) says that it was another site's.
    """
    site = connection.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        raise ForeignOrigin
    origin = connection.headers.get("origin")
    if origin is not None and not _is_same(origin, own_origin(connection, settings)):
        raise ForeignOrigin


def _is_same(origin: str, own: str) -> bool:
    return _split_origin(origin) == _split_origin(own)


def _split_origin(origin: str) -> tuple[str, str, int | None] | None:
    try:
        parts = urlsplit(origin)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
        return parts.scheme, (parts.hostname or "").lower(), port
    except ValueError:
        return None


def _is_forwarded_https(connection: Connection, settings: Settings) -> bool:
    peer = _parsed(connection.client.host if connection.client else "")
    if peer is None or not _is_in(peer, settings.trusted_proxies):
        return False
    return connection.headers.get("x-forwarded-proto", "").split(",")[-1].strip().lower() in ("https", "wss")


def _is_in(address: Address, networks: Iterable[Network]) -> bool:
    return any(address.version == network.version and address in network for network in networks)


def _parsed(written: str) -> Address | None:
    """An address as proxies write it: alone, in brackets, with a port, or IPv4 mapped into IPv6."""
    bare = written.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ipaddress.ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
