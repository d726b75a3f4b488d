"""One demo for the tests of a module: at work within the test, or as a command with a Chromium before it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, async_playwright

from tests import chromium
from tests.browser.stage import ARGUMENTS
from tests.demo.playing import Playing, open_demo
from tests.demo.visiting import Visit


@pytest.fixture(scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Playing]:
    """A demo whose insides a test can reach."""
    async with open_demo(tmp_path_factory.mktemp("demo")) as playing:
        yield playing


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    command = [sys.executable, "-m", "esmero", "demo", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.search(r"http://\S+(?=/demo)", line)
            assert found is not None, line
            yield found[0]
        finally:
            process.terminate()
        assert process.wait(30) == 0


@pytest.fixture(scope="module")
async def chrome() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium.executable(), args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
async def visit(address: str, chrome: Browser) -> AsyncIterator[Visit]:
    """Visit the demo. At the end no page may have met an error or reached for anything elsewhere."""
    visit = Visit(browser=chrome, address=address)
    yield visit
    await visit.clear()
    assert visit.said == []
