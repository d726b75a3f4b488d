"""Keeps tests off the outside network: loopback and Unix sockets work, all else raises.

It guards what goes through Python's ``socket`` module, which is httpx, asyncio, redis-py and the
standard library. libpq (psycopg), libuv (uvloop) and child processes do their own: tests give them
loopback addresses only.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest


class OutsideNetwork(AssertionError):
    """A test reached for the outside network. No ``OSError``: the code would take it for weather."""


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Refuse connections and look-ups that leave this machine, until the block ends."""
    with pytest.MonkeyPatch.context() as patch:
        for method, position in (("connect", 0), ("connect_ex", 0), ("sendto", -1)):
            patch.setattr(socket.socket, method, _refusing(getattr(socket.socket, method), position))
        patch.setattr(socket, "getaddrinfo", _looking_up_only_here(socket.getaddrinfo))
        yield


def _refusing(method: Callable[..., Any], position: int) -> Callable[..., Any]:
    def guarded_method(self: socket.socket, *args: Any) -> Any:
        address = args[position]
        if isinstance(address, tuple) and not stays_here(address[0]):
            self.close()  # callers tidy up after an OSError only
            raise OutsideNetwork(f"a test may not reach {address!r}")
        return method(self, *args)

    return guarded_method


def _looking_up_only_here(look_up: Callable[..., Any]) -> Callable[..., Any]:
    def guarded_look_up(host: str | bytes | None, *args: Any, **options: Any) -> Any:
        # Looking up a number asks nobody; connecting to it is refused above.
        if not (stays_here(host) or _address(host)):
            raise OutsideNetwork(f"a test may not look up {host!r}")
        return look_up(host, *args, **options)

    return guarded_look_up


def stays_here(host: str | bytes | None) -> bool:
    """Whether ``host`` means this machine without asking anybody."""
    if not host:
        return True
    name = _text(host)
    if name == "localhost" or name.endswith(".localhost"):
        return True
    address = _address(host)
    return address is not None and (address.is_loopback or address.is_unspecified)


def _address(host: str | bytes | None) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(_text(host or ""))
    except ValueError:
        return None


def _text(host: str | bytes) -> str:
    name = host.decode() if isinstance(host, bytes) else host
    return name.lower().rstrip(".")
