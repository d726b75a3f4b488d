"""Getting what somebody else chose: not for ever, not without end, not from inside."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from esmero.channels.email.dial import is_public
from esmero.channels.email.fetch import fetch
from esmero.channels.email.trouble import ServerTrouble
from tests.listening import listening


@asynccontextmanager
async def answering(*parts: bytes, pause: float = 0) -> AsyncIterator[str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            for part in parts:
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(pause)
        except OSError:
            pass
        finally:
            writer.close()

    async with listening(serve) as port:
        yield f"http://127.0.0.1:{port}/"


async def code_of(url: str, *, seconds: float = 5) -> str:
    with pytest.raises(ServerTrouble) as refused:
        await fetch(url, private=True, seconds=seconds)
    return refused.value.code


async def test_a_redirect_is_followed_and_a_circle_is_not() -> None:
    async with answering(b"HTTP/1.1 200 OK\r\n\r\nhere") as there:
        moved = answering(f"HTTP/1.1 302 x\r\nLocation: {there}\r\n\r\n".encode())
        async with moved as url:
            assert (await fetch(url, private=True)).body == b"here"
    async with answering(b"HTTP/1.1 302 x\r\nLocation: /again\r\n\r\n") as url:
        assert await code_of(url) == "refused"


async def test_an_answer_without_end_is_cut_off() -> None:
    async with answering(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 65_536] * 40) as url:
        assert await code_of(url) == "too_much"


async def test_an_answer_in_drops_is_not_waited_for() -> None:
    async with answering(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x"] * 100, pause=0.05) as url:
        assert await code_of(url, seconds=0.5) == "no_answer"


@pytest.mark.parametrize("answer", [b"", b"hello\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\xff" * 100_000])
async def test_nonsense_is_weather(answer: bytes) -> None:
    async with answering(answer) as url:
        assert await code_of(url, seconds=2) == "dropped"


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]:8443/",
        "http://203.0.113.9/",
        "file:///etc/passwd",
        "https://",
    ],
)
async def test_a_stranger_leads_nowhere_inside_and_to_nothing_unsafe(url: str) -> None:
    with pytest.raises(ServerTrouble) as refused:
        await fetch(url)
    assert refused.value.code in {"private_address", "refused"}


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1"),
    ],
)
def test_what_is_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_what_is_outside_is_public(address: str) -> None:
    assert is_public(address)
