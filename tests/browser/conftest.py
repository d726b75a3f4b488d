"""One Chromium for all tests of this folder, and a stage of its own for each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserType, async_playwright

from esmero.channels.email.channel import Email
from esmero.contract.messages import Outgoing, Sent
from tests import chromium
from tests.browser.stage import ARGUMENTS, Stage, open_stage


class Program:
    """Chromium: started once, and again if a test has brought it down. People's browsers in it share nothing."""

    def __init__(self, kind: BrowserType) -> None:
        self._kind = kind
        self._running: Browser | None = None

    async def running(self) -> Browser:
        if self._running is None or not self._running.is_connected():
            self._running = await self._kind.launch(executable_path=chromium.executable(), args=ARGUMENTS)
        return self._running


@pytest.fixture(scope="package")
async def program() -> AsyncIterator[Program]:
    async with async_playwright() as playwright:
        program = Program(playwright.chromium)
        yield program
        await (await program.running()).close()


@pytest.fixture
async def chrome(program: Program) -> Browser:
    """Return the program that runs for all tests."""
    return await program.running()


@pytest.fixture
async def stage(tmp_path: Path, chrome: Browser) -> AsyncIterator[Stage]:
    """Set a stage. At its end no page may have met an error or reached for anything elsewhere."""
    async with open_stage(tmp_path, chrome) as stage:
        yield stage


@pytest.fixture
def troubles(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """What becomes of the next mails, one after the other; the others leave."""
    waiting: list[Exception] = []

    async def send(_self: Email, outgoing: Outgoing) -> Sent:
        if waiting:
            raise waiting.pop(0)
        return Sent(provider_id=outgoing.key)

    monkeypatch.setattr(Email, "send", send)
    return waiting
