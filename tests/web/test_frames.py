"""Frames that are no frames: what they cost, and what they end."""

from __future__ import annotations

from pathlib import Path

from tests.live.site import open_site


async def test_what_is_no_frame_ends_the_connection_with_its_reason(tmp_path: Path) -> None:
    cases = (
        ("x" * 65_537, 4413),
        ("é" * 32_769, 4413),
        ("😀" * 100_000, 1009),
        (b"{}", 4400),
    )
    async with open_site(tmp_path) as site:
        for raw, code in cases:
            async with site.visitor() as browser:
                await browser.until("welcome")
                await browser.send_raw(raw)
                assert await browser.until_closed() == code, raw[:3]


async def test_a_frame_of_the_largest_size_is_heard(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await browser.until("welcome")
        await browser.send_raw('{"t":"ping"}' + " " * (65_536 - 12))
        await browser.until("pong")


async def test_ten_frames_that_make_no_sense_are_enough(tmp_path: Path) -> None:
    nonsense = ("", "{", "[]", "null", '{"t":"fly"}', '{"t":"ping","x":1}', '{"t":"message"}', '{"t":"typing","on":1}')
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await browser.until("welcome")
        for number in range(10):
            await browser.send_raw(nonsense[number % len(nonsense)])
        assert await browser.until_closed() == 4400
        assert browser.kinds().count("refused") == 10
