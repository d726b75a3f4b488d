"""One Chromium for all tests of this folder, and a stage of its own for each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests import chromium
from tests.browser.stage import ARGUMENTS, Stage, open_stage


@pytest.fixture(scope="package")
async def chrome() -> AsyncIterator[Browser]:
    """Start the program once: people's browsers in it share nothing."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium.executable(), args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
async def stage(tmp_path: Path, chrome: Browser) -> AsyncIterator[Stage]:
    """Set a stage. At its end no page may have met an error or reached for anything elsewhere."""
    async with open_stage(tmp_path, chrome) as stage:
        yield stage
