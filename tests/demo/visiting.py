"""The demo in a real browser, as the tests of its pages visit it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.async_api import FrameLocator, Page

from tests.browser.stage import People

LONG = 30_000
"""Milliseconds that a busy machine may need for what waits on a clock or on another process."""


@dataclass(kw_only=True)
class Visit(People):
    """A demo, and the browsers of those who look at it."""

    address: str

    async def open(self, path: str = "/demo", **how: Any) -> Page:
        """Look at the demo with a fresh browser."""
        page = await (await self.person(**how)).new_page()
        await page.goto(self.address + path)
        return page


def shop(page: Page) -> FrameLocator:
    return page.frame_locator("#shop iframe")


def widget(page: Page) -> FrameLocator:
    return shop(page).frame_locator("iframe")


def desk(page: Page) -> FrameLocator:
    return page.frame_locator("#console iframe")


def mailbox(page: Page) -> FrameLocator:
    return page.frame_locator("#mailbox iframe")
