"""Connections to mail servers: each step has a time limit, and its failure a name."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable
from typing import Final

from esmero.channels.email.trouble import Code, ServerTrouble

CONNECT_SECONDS: Final = 15.0
Keep = Callable[[socket.socket], None]
Address = tuple[int, tuple[str, int]]
_UNKNOWN = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
# OpenSSL's numbers (X509_V_ERR_*) for why a certificate isn't believed.
_NAMELESS = {62, 64}
_OUT_OF_DATE = {9, 10}


def dial(
    host: str,
    port: int,
    *,
    seconds: float = CONNECT_SECONDS,
    public_only: bool = False,
    keep: Keep | None = None,
) -> socket.socket:
    """Connect by TCP to the first of a host's addresses that answers. Blocks.

    Args:
        seconds: the limit for each address.
        public_only: the host was chosen by a stranger, so addresses inside of networks are refused. The address that
            was looked at is the one that is connected to; a second answer of the name server changes nothing.
        keep: is handed each socket before it connects, so that somebody else may close it.

    Raises:
        ServerTrouble: with the reason.
    """
    trouble = ServerTrouble("name_not_found")
    for family, address in look_up(host, port, public_only=public_only):
        try:
            return _connect(family, address, seconds, keep)
        except OSError as error:
            trouble = ServerTrouble(_code_of(error))
    raise trouble


def look_up(host: str, port: int, *, public_only: bool = False) -> list[Address]:
    """Return a host's addresses, the system's favourite first. Blocks.

    Raises:
        ServerTrouble: there are none, or one of them is private and may not be.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise ServerTrouble("name_not_found" if error.errno in _UNKNOWN else "names_not_answered") from None
    except (UnicodeError, ValueError):
        raise ServerTrouble("name_not_found") from None
    if public_only and not all(is_public(str(address[0])) for *_, address in found):
        raise ServerTrouble("private_address")
    return [(family, (str(address[0]), port)) for family, *_, address in found]


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open Internet, also where it hides in an IPv6 one (RFC 4291, RFC 6052)."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or _translated(found)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


def encrypt(connected: socket.socket, host: str, context: ssl.SSLContext) -> ssl.SSLSocket:
    """Begin TLS and check whom we talk to. Blocks; the limit is the socket's.

    Raises:
        ServerTrouble: with the reason; the socket is closed.
    """
    try:
        return context.wrap_socket(connected, server_hostname=host)
    except (OSError, ValueError) as error:
        connected.close()
        raise ServerTrouble(tls_code(error)) from None


def tls_code(error: BaseException) -> Code:
    """Return the code for a failed handshake."""
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in _OUT_OF_DATE:
            return "certificate_expired"
        return "certificate_name" if error.verify_code in _NAMELESS else "certificate_untrusted"
    if isinstance(error, TimeoutError):
        return "no_answer"
    if isinstance(error, ssl.SSLEOFError | ConnectionError):
        return "dropped"
    return "tls_failed"


def _connect(family: int, address: tuple[str, int], seconds: float, keep: Keep | None) -> socket.socket:
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        if keep is not None:
            keep(connection)
        connection.connect(address)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    except BaseException:
        connection.close()
        raise
    return connection


def _code_of(error: OSError) -> Code:
    if isinstance(error, ConnectionRefusedError):
        return "connection_refused"
    if isinstance(error, TimeoutError):
        return "no_answer"
    return "dropped" if isinstance(error, ConnectionError) else "not_reachable"


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in NAT64's well-known prefix."""
    if address in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
