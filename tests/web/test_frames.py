"""Frames that are no frames: what they cost, and what they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from tests.live.site import new_id, open_site


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


async def test_a_defect_is_logged_and_told_with_its_reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_site(tmp_path) as site:
        services = site.world.desk.services
        monkeypatch.setattr(services.attend, "history", _break)
        monkeypatch.setattr(services.reply, "send", _break)
        note = {"t": "message", "id": new_id(), "conversation": 1, "kind": "note", "text": "Hm"}
        for browser, frame in (
            (site.visitor(), {"t": "history", "before": 5}),
            (await site.agent(site.world.ana), note),
        ):
            with capture_logs() as said:
                async with browser:
                    if browser.path == "/live/visitor":
                        await browser.write("So that there is a conversation")
                    await browser.until("welcome")
                    await browser.send(**frame)
                    refused = await browser.until("refused")
                    assert await browser.until_closed() == 4500
                    assert browser.closed is not None
            logged = next(one for one in said if one["event"] == "defect")
            assert isinstance(logged["exc_info"], ZeroDivisionError)
            assert refused["code"] == "internal"
            assert refused["reference"] == logged["reference"]
            assert browser.closed[1] == f"internal {logged['reference']}"
            assert "ZeroDivision" not in str(browser.frames)


async def test_a_defect_in_the_hello_of_a_stream_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin) as http:
        monkeypatch.setattr(site.world.desk.services.attend, "arrive", _break)
        hello = {"t": "hello", "v": 1, "inbox": site.world.shop.key}
        with capture_logs() as said:
            answer = await http.post("/live/visitor/stream", json=hello, headers={"Origin": site.origin})
        refused, closed = (json.loads(line[6:]) for line in answer.text.splitlines() if line.startswith("data: "))
        logged = next(one for one in said if one["event"] == "defect")
        assert (refused["reference"], closed["code"]) == (logged["reference"], 4500)


async def _break(*_args: Any, **_more: Any) -> None:
    raise ZeroDivisionError("a defect")
