"""Whose address and origin is believed."""

from __future__ import annotations

import ipaddress
from typing import Any

import pytest
from litestar.connection import ASGIConnection

from esmero.settings import Settings, read_settings
from esmero.web.client import (
    UNKNOWN,
    Connection,
    ForeignOrigin,
    address_group,
    check_same_origin,
    client_address,
    own_origin,
)

BEHIND = read_settings({"ESMERO_TRUSTED_PROXIES": "10.0.0.0/8, ::1"})
ALONE = Settings()


def connection(peer: str | None = "10.0.0.9", **headers: str) -> Connection:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    client = None if peer is None else (peer, 50_000)
    scope: Any = {"type": "http", "client": client, "headers": raw}
    return ASGIConnection(scope)


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("1.1.1.1, 203.0.113.5", "203.0.113.5"),
        ("1.1.1.1, 203.0.113.5, 10.2.3.4", "203.0.113.5"),
        ("2001:db8::5", "2001:db8::5"),
        ("[2001:db8::5]:443", "2001:db8::5"),
        ("203.0.113.5:9000", "203.0.113.5"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("unknown", "10.0.0.9"),
        ("203.0.113.5, unknown", "10.0.0.9"),
        ("10.1.1.1, 10.2.2.2", "10.1.1.1"),
        ("", "10.0.0.9"),
    ],
)
def test_a_trusted_proxy_vouches_for_the_address_before_it(forwarded: str, address: str) -> None:
    assert client_address(connection(x_forwarded_for=forwarded), BEHIND) == address


def test_nobody_else_is_believed() -> None:
    assert client_address(connection("203.0.113.66", x_forwarded_for="127.0.0.1"), BEHIND) == "203.0.113.66"
    assert client_address(connection("10.0.0.9", x_forwarded_for="127.0.0.1"), ALONE) == "10.0.0.9"
    assert client_address(connection(None), ALONE) == UNKNOWN


def test_a_household_counts_as_one() -> None:
    assert address_group("2001:db8:1:2:aaaa::1") == address_group("2001:db8:1:2:bbbb::9")
    assert address_group("2001:db8:1:2::1") != address_group("2001:db8:1:3::1")
    assert address_group("203.0.113.5") == "203.0.113.5"
    assert ipaddress.ip_network(address_group("2001:db8::1")).prefixlen == 64


def test_the_desks_origin_is_the_one_that_was_set() -> None:
    public = read_settings({"ESMERO_PUBLIC_URL": "https://desk.example"})
    assert own_origin(connection(host="evil.example"), public) == "https://desk.example"
    assert own_origin(connection(host="Desk.example:8080"), ALONE) == "http://desk.example:8080"
    assert own_origin(connection(host="desk.example", x_forwarded_proto="https"), BEHIND) == "https://desk.example"
    assert own_origin(connection(host="desk.example", x_forwarded_proto="https"), ALONE) == "http://desk.example"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://desk.example"},
        {"origin": "http://DESK.example:80"},
        {"sec_fetch_site": "same-origin"},
        {"sec_fetch_site": "none"},
    ],
)
def test_our_own_pages_and_programs_pass(headers: dict[str, str]) -> None:
    check_same_origin(connection(host="desk.example", **headers), ALONE)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null"},
        {"origin": "http://desk.example.evil.example"},
        {"origin": "https://desk.example"},
        {"origin": "http://desk.example:8080"},
        {"origin": "http://[broken"},
        {"origin": "http://desk.example:port"},
        {"origin": ""},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site", "origin": "http://desk.example"},
    ],
)
def test_pages_of_other_sites_do_not(headers: dict[str, str]) -> None:
    with pytest.raises(ForeignOrigin):
        check_same_origin(connection(host="desk.example", **headers), ALONE)
