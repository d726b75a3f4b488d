"""Pictures that a mail names and doesn't bring: what is fetched, from where, and what is not."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

import pytest

from esmero.channels.email import dial, pictures
from esmero.channels.email.pictures import LARGEST, NoPicture, Picture, Pictures
from esmero.kit.pixels import pixels
from tests.channels.email.pictures import GIF, HUGE, PNG, SVG, gallery

pytestmark = pytest.mark.anyio


async def test_a_picture_is_what_its_bytes_are_and_nothing_is_told_of_who_looks() -> None:
    async with gallery() as there:
        there.answers["/a?id=1&x=2"] = (200, "Content-Type: text/html\r\nSet-Cookie: who=you\r\n", PNG)
        found = Pictures(private=True)
        assert await found.fetch(there.url("/a?id=1&x=2")) == Picture("image/png", PNG)
        (asked,) = there.asked
    said = asked.lower()
    assert "cookie" not in said
    assert "referer" not in said
    assert "origin" not in said


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (200, "Content-Type: image/svg+xml\r\n", SVG),
        (200, "Content-Type: image/png\r\n", b"<html>hello</html>"),
        (200, "", b""),
        (404, "", PNG),
        (200, "", PNG + b"\0" * LARGEST),
        (200, "", HUGE),
        (200, "", b"\x89PNG\r\n\x1a\n"),
    ],
    ids=["svg", "page", "nothing", "missing", "large", "unfolds", "cut"],
)
async def test_what_is_no_picture_is_not_shown(status: int, headers: str, body: bytes) -> None:
    async with gallery() as there:
        there.answers["/x"] = (status, headers, body)
        with pytest.raises(NoPicture):
            await Pictures(private=True).fetch(there.url("/x"))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x",
        "http://localhost/x",
        "http://[::1]/x",
        "http://[::ffff:10.0.0.1]/x",
        "http://169.254.169.254/latest/meta-data",
        "http://192.168.1.1/x",
        "http://10.1.2.3/x",
        "http://100.64.0.1/x",
        "http://0.0.0.0/x",
        "https://[fe80::1]/x",
        "ftp://shop.example/x",
        "file:///etc/passwd",
        "gopher://127.0.0.1/x",
        "http://192.0.2.1:22/x",
        "//127.0.0.1/x",
        "http://",
        "http://[",
        "",
    ],
)
async def test_the_desks_own_network_is_out_of_reach(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reached = list[Any]()
    monkeypatch.setattr(dial, "_connect", lambda *where: reached.append(where))
    with pytest.raises(NoPicture):
        await Pictures().fetch(url)
    assert reached == []


async def test_a_name_that_leads_into_the_own_network_is_out_of_reach_also_beside_a_public_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answers(host: str, port: int, **_: object) -> list[Any]:
        return [(socket.AF_INET, 0, 0, "", ("93.184.215.14", port)), (socket.AF_INET, 0, 0, "", ("127.0.0.1", port))]

    reached = list[Any]()
    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(dial, "_connect", lambda *where: reached.append(where))
    with pytest.raises(NoPicture):
        await Pictures().fetch("http://pictures.example/x")
    assert reached == []


async def test_the_address_that_was_looked_at_is_the_one_that_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers otherwise the second time (DNS rebinding) is not asked a second time."""
    asked = list[str]()

    def answers(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, 0, 0, "", ("93.184.215.14" if len(asked) == 1 else "127.0.0.1", port))]

    reached = list[Any]()

    def connect(family: int, address: tuple[str, int], *_: object) -> socket.socket:
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(dial, "_connect", connect)
    with pytest.raises(NoPicture):
        await Pictures().fetch("http://pictures.example/x")
    assert (asked, reached) == (["pictures.example"], [("93.184.215.14", 80)])


@pytest.mark.parametrize("to", ["http://10.0.0.1/x", "http://127.0.0.1:1/x", "file:///etc/passwd"])
async def test_each_redirect_is_looked_at(to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first server is let through by hand, as if it were a public one."""
    async with gallery() as there:
        there.answers["/x"] = (302, f"Location: {to}\r\n", b"")
        first = ("127.0.0.1", there.port)
        looked = list[bool]()

        def look_up(host: str, port: int, *, public_only: bool = False) -> list[Any]:
            looked.append(public_only)
            if (host, port) == first:
                return [(socket.AF_INET, first)]
            return real(host, port, public_only=public_only)

        real = dial.look_up
        monkeypatch.setattr(dial, "look_up", look_up)
        monkeypatch.setattr(pictures.Pictures, "_rules", _any_port)
        with pytest.raises(NoPicture):
            await Pictures().fetch(there.url("/x"))
    assert len(there.asked) == 1
    assert looked
    assert all(looked)


def _any_port(_: Pictures) -> object:
    from esmero.channels.email.fetch import Rules

    return Rules(plain=True, largest=LARGEST)


async def test_it_is_fetched_once_and_then_kept_also_that_it_can_not_be_had() -> None:
    async with gallery() as there:
        there.answers["/a"] = (200, "", GIF)
        found = Pictures(private=True)
        there.pause.clear()
        both = asyncio.gather(found.fetch(there.url("/a")), found.fetch(there.url("/a")))
        while not there.asked:
            await asyncio.sleep(0.001)
        there.pause.set()
        assert list(await both) == [Picture("image/gif", GIF)] * 2
        await found.fetch(there.url("/a"))
        for _ in range(2):
            with pytest.raises(NoPicture):
                await found.fetch(there.url("/none"))
    assert len(there.asked) == 2


async def test_who_goes_away_takes_the_picture_from_nobody_else() -> None:
    async with gallery() as there:
        there.answers["/a"] = (200, "", GIF)
        found = Pictures(private=True)
        there.pause.clear()
        first, second = (asyncio.create_task(found.fetch(there.url("/a"))) for _ in range(2))
        while not there.asked:
            await asyncio.sleep(0.001)
        first.cancel()
        there.pause.set()
        assert await second == Picture("image/gif", GIF)


async def test_what_is_kept_has_bounds() -> None:
    async with gallery() as there:
        large = GIF + b"\0" * 40_000
        there.answers |= {f"/{n}": (200, "", large) for n in range(4)}
        found = Pictures(private=True, room=100_000)
        for n in (0, 1, 2, 3, 3, 2, 0):
            await found.fetch(there.url(f"/{n}"))
    assert [head.split()[1] for head in there.asked] == ["/0", "/1", "/2", "/3", "/0"]


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        (PNG, 4),
        (GIF, 6),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x10\x00\x20", 512),
        (b"\xff\xd8\xff\xff\xc2\x00\x11\x08\x00\x10\x00\x20", 512),
        (b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x0f\0\0\x1f\0\0", 512),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 15 | 31 << 14), 512),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0abc\x9d\x01\x2a" + struct.pack("<HH", 16, 32), 512),
        (b"\xff\xd8\xff\xe0\x00\x00", None),
        (b"\xff\xd8\xff", None),
        (b"hello", None),
        (b"", None),
    ],
)
def test_a_pictures_size_is_read_off_its_header(picture: bytes, size: int | None) -> None:
    assert pixels(picture) == size
