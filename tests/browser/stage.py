"""What the browser tests play on: a desk at 127.0.0.1, a shop at localhost (to a browser another site), Chromium."""

from __future__ import annotations

import json
import os
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_FILE_PATH  # type: ignore[import-untyped]
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, FrameLocator, Locator, Page, Request, expect

from esmero.desk import log
from esmero.desk.agents import Agent
from tests.browser.line import Line, open_line
from tests.live.site import Site, open_site
from tests.shop import open_shop

# The last of these takes the place of Playwright's own list, which turns off partitioned storage: with it off, a frame
# of another site may keep nothing, which is not how people's browsers are.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
]
WEATHER = ("Failed to load resource", "WebSocket connection to")
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 780}

SHOP = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<body><main><h1>Lamps</h1><p>A page of the shop.</p></main>
<script async src="{desk}/widget.js" data-inbox="{key}" data-phone="+36 1 555 0101"></script></body></html>"""

# Of words in the very colour of what is behind them axe isn't sure whether it should complain. We are.
AXE = """async () => {
  const { violations, incomplete } = await axe.run(document, { resultTypes: ["violations", "incomplete"] });
  const isUnseen = (node) => node.any.some((check) => check.data?.messageKey === "equalRatio");
  const unseen = incomplete.map((one) => ({ ...one, nodes: one.nodes.filter(isUnseen) }));
  const wrong = [...violations, ...unseen].filter((one) => one.nodes.length);
  return wrong.map((one) => [one.id, one.nodes.map((node) => node.html)]);
}"""

# A network whose proxies let no WebSocket through.
WITHOUT_WEBSOCKETS = """window.WebSocket = class {
  static OPEN = 1;
  constructor() { setTimeout(() => this.onclose?.({ code: 1006 }), 10); }
  close() {}
}"""


# A busy machine is slow and not wrong: what is waited for may take its time.
expect.set_options(timeout=20_000)


@dataclass(kw_only=True)
class People:
    """As many people's browsers as a test asks for, in one browser program.

    Attributes:
        said: the errors that their pages met, and what these reached for elsewhere.
    """

    browser: Browser
    said: list[str] = field(default_factory=list)
    _people: list[BrowserContext] = field(default_factory=list)

    async def person(self, *, viewport: dict[str, int] = DESK, **how: Any) -> BrowserContext:
        """Give somebody a browser of their own."""
        how = {"locale": "en-GB", "timezone_id": "Europe/Budapest", "reduced_motion": "reduce"} | how
        person = await self.browser.new_context(viewport=viewport, **how)  # type: ignore[arg-type]
        self._people.append(person)
        person.on("weberror", lambda one: self.said.append(f"error: {one.error}"))
        person.on("console", self._hear)
        person.on("request", self._watch)
        return person

    def _hear(self, message: ConsoleMessage) -> None:
        """A line that is cut and an answer that refuses are no faults of a page; all else is, such as a policy."""
        if message.type == "error" and not message.text.startswith(WEATHER):
            self.said.append(f"console: {message.text}")

    def _watch(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname not in ("127.0.0.1", "localhost"):
            self.said.append(f"elsewhere: {request.url}")

    async def clear(self) -> None:
        """Send everybody home."""
        for person in self._people:
            await person.close()


@dataclass(kw_only=True)
class Stage(People):
    """One desk and one shop, and people who open them."""

    site: Site
    line: Line
    shop_address: str

    @property
    def desk(self) -> str:
        return f"http://127.0.0.1:{self.line.port}"

    async def page(self, person: BrowserContext) -> Page:
        """Open a page whose errors count."""
        return await person.new_page()

    async def shop(self, person: BrowserContext | None = None, *, language: str = "en", **how: Any) -> Shop:
        """Let a customer open the shop."""
        page = await self.page(person or await self.person(**how))
        await page.goto(f"{self.shop_address}?{language}")
        return Shop(page)

    async def console(self, agent: Agent, path: str = "/console", *, script: str = "", **how: Any) -> Page:
        """Let an agent open the console, signed in; a script runs in each page before those of the page."""
        person = await self.person(**how)
        await person.add_init_script(script)
        token = await self.site.sign_in(agent)
        await person.add_cookies([{"name": "esmero", "value": token, "url": self.desk}])
        page = await self.page(person)
        await page.goto(self.desk + path)
        return page

    async def said_in(self, conversation_id: int) -> list[str]:
        """Return what the log holds of a conversation, in order."""
        events = await self.site.world.desk.database.read(
            lambda session: log.stream_after(session, "conversation", conversation_id, 0, limit=100)
        )
        return [event.content.text for event in events if event.content]


@dataclass
class Shop:
    """A customer's page of the shop, with the widget on it."""

    page: Page

    @property
    def widget(self) -> FrameLocator:
        return self.page.frame_locator("iframe")

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.widget.locator("textarea")

    async def open(self) -> None:
        await self.page.get_by_role("button").first.click()
        await expect(self.box).to_be_visible()

    async def close(self, desk: str) -> None:
        """Close the panel, and wait until the frame inside knows that nobody sees it any more."""
        frame = widget_frame(self.page, desk)
        await frame.evaluate("""() => void (globalThis.closed = new Promise((done) =>
            addEventListener('message', ({ data }) => data.esmero == 'close' && done())))""")
        await self.page.evaluate("Esmero('close')")
        await frame.evaluate("() => globalThis.closed")

    async def say(self, text: str) -> None:
        await self.box.fill(text)
        await self.box.press("Enter")
        await expect(self.words(text)).to_be_visible()

    def words(self, text: str) -> Locator:
        return self.widget.get_by_role("log").get_by_text(text, exact=True).first


async def complaints(page: Page, frame: Any = None) -> list[Any]:
    """Return what axe-core has against a page, or a frame of it, and keep a picture where pictures are wanted."""
    await picture(page)
    place = frame or page
    await place.evaluate(Path(AXE_FILE_PATH).read_text(encoding="utf-8"))
    found: list[Any] = await place.evaluate(AXE)
    return found


async def picture(page: Page, name: str = "") -> None:
    """Keep what a page looks like in the folder `ESMERO_SHOTS`, named after the test, for people to look at."""
    if folder := os.environ.get("ESMERO_SHOTS"):
        test = os.environ["PYTEST_CURRENT_TEST"].split("::")[-1].split(" ")[0]
        stem = re.sub(r"[^\w-]+", "-", f"{test}-{name}".strip("-")).removeprefix("test_")
        there = len(list(Path(folder).glob(f"{stem}*.png")))
        await page.screenshot(path=Path(folder) / f"{stem}-{there:02}.png")


def widget_frame(page: Page, desk: str) -> Any:
    """Return the widget's own frame, for scripts."""
    return next(frame for frame in page.frames if frame.url.startswith(desk))


@asynccontextmanager
async def open_stage(folder: Path, browser: Browser) -> AsyncIterator[Stage]:
    """Set the stage. At the end no page may have met an error or reached for anything elsewhere."""
    async with AsyncExitStack() as stack:
        site = await stack.enter_async_context(open_site(folder))
        line = await stack.enter_async_context(open_line(site.port))
        desk, key = f"http://127.0.0.1:{line.port}", site.world.shop.key
        shop = open_shop(lambda language: SHOP.format(language=language or "en", desk=desk, key=key))
        address = await stack.enter_async_context(shop)
        stage = Stage(browser=browser, site=site, line=line, shop_address=address)
        stack.push_async_callback(stage.clear)
        yield stage
        assert stage.said == []


def quoted(text: str) -> str:
    """Return a text as a JavaScript string."""
    return json.dumps(text)
