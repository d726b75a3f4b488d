"""The guard that keeps tests off the outside network does keep them off."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import httpx
import pytest

from tests.offline import OutsideNetwork, stays_here


def test_a_look_up_of_a_foreign_name_is_refused() -> None:
    with pytest.raises(OutsideNetwork):
        socket.getaddrinfo("example.com", 443)


@pytest.mark.parametrize("address", [("192.0.2.1", 9), ("2001:db8::1", 9), ("169.254.169.254", 80)])
def test_a_connection_to_a_foreign_number_is_refused(address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as outward, pytest.raises(OutsideNetwork):
        outward.connect(address)


def test_a_datagram_to_a_foreign_number_is_refused() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward, pytest.raises(OutsideNetwork):
        outward.sendto(b"hello", ("192.0.2.1", 9))


def test_an_http_client_is_refused() -> None:
    with pytest.raises(OutsideNetwork):
        httpx.get("http://192.0.2.1/", trust_env=False)


async def test_asyncio_is_refused() -> None:
    with pytest.raises(OutsideNetwork):
        await asyncio.open_connection("192.0.2.1", 9)


def test_loopback_works() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=5).close()


def test_unix_sockets_work(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "here"))
        server.listen()
        client.connect(str(tmp_path / "here"))


@pytest.mark.parametrize("host", [None, "", "localhost", "shop.localhost", "LOCALHOST.", "127.9.9.9", "::1", "0.0.0.0"])
def test_this_machine_by_its_names(host: str | None) -> None:
    assert stays_here(host)


@pytest.mark.parametrize("host", ["localhost.example", "notlocalhost", "10.0.0.1", "::ffff:192.0.2.1", "::2"])
def test_other_machines_by_theirs(host: str) -> None:
    assert not stays_here(host)
