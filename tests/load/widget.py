"""`widget`: what a browser fetches at its first visit until the visitor can write, on a page of another site.

Beside it what can't be spared: the loader on the shop's page and the document of the frame.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from msgspec import Struct
from playwright.async_api import Page, Request, async_playwright

from tests import chromium
from tests.load.figures import Figure, median
from tests.load.served import Served, environment, furnish, serve_desk
from tests.shop import open_shop

VISITS = 5
AT_MOST_KB = 30
LOADER_AT_MOST_KB = 2
PATIENCE_MS = 20_000

NOTES = [
    "Chromium, with an empty cache at each visit. Bytes are those of the compressed bodies; headers and the frames of",
    "the WebSocket come on top. What the frame asks for when the text box is made already is told apart. The clock",
    "runs from the shop's page to a box that took a letter; the widget is opened by a click as soon as its launcher",
    "is there.",
]
# In every frame: when is the first text box made, and what is asked for only then?
WATCH = """for (const make of ["createElement", "createElementNS"]) {
  const made = document[make];
  document[make] = function (...names) {
    if (names.includes("textarea")) window.boxAt ??= performance.now();
    return made.apply(this, names);
  };
}"""
LATER = """() => performance.getEntriesByType("resource")
  .filter(one => one.startTime >= window.boxAt)
  .map(one => one.name)"""

SHOP = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title><body><h1>Teapots</h1>
<script async src="{desk}/widget.js" data-inbox="{key}"></script>"""


class _Visit(Struct, frozen=True):
    """What one visit fetched from the desk: compressed bytes by path, in the order of arrival, and how long it took.

    Attributes:
        later: the paths that were asked for when one could write already.
    """

    bytes_of: dict[str, int]
    later: frozenset[str]
    seconds: float


async def measure(folder: Path) -> list[Figure]:
    """Visit the shop some times, each time as somebody new."""
    program = chromium.executable()
    if program is None:
        raise RuntimeError("there is no Chromium here; bin/test says how to get one")
    environ = environment(folder)
    furniture = await furnish(environ)
    with serve_desk(folder, environ) as desk:
        page = SHOP.format(desk=desk.origin, key=furniture.inbox_key)
        async with open_shop(page) as shop, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            visits = [await _visit(await browser.new_page(), shop, desk) for _ in range(VISITS)]
            await browser.close()
    return _figures(visits)


def _figures(visits: list[_Visit]) -> list[Figure]:
    last = visits[-1]
    fetched = {path: size for path, size in last.bytes_of.items() if path not in last.later}
    loader = fetched["/widget.js"]
    frame = next(size for path, size in fetched.items() if path.startswith("/widget/"))
    return [
        Figure(what="the loader", value=loader / 1000, unit="kB", at_most=LOADER_AT_MOST_KB),
        Figure(
            what="until one can write",
            value=sum(fetched.values()) / 1000,
            unit="kB",
            baseline=(loader + frame) / 1000,
            baseline_is="loader and empty frame",
            at_most=AT_MOST_KB,
        ),
        Figure(
            what="until one can write", value=len(fetched), unit="requests", baseline=2, baseline_is="loader, frame"
        ),
        Figure(what="until one can write", value=median([one.seconds for one in visits]), unit="s"),
        *(Figure(what=f"  of it {_short(path)}", value=size / 1000, unit="kB") for path, size in fetched.items()),
        *(
            Figure(what=f"  later {_short(path)}", value=size / 1000, unit="kB")
            for path, size in last.bytes_of.items()
            if path in last.later
        ),
    ]


def _short(path: str) -> str:
    """A path without the version of the assets, which changes with every file."""
    return "/…/" + path.split("/", 3)[3] if path.startswith("/assets/") else path


async def _visit(page: Page, shop: str, desk: Served) -> _Visit:
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108 - Playwright marks the function
    await page.add_init_script(WATCH)
    begun = perf_counter()
    await page.goto(shop)
    await page.get_by_role("button").first.click(timeout=PATIENCE_MS)
    box = page.frame_locator("iframe").locator("textarea")
    await box.wait_for(timeout=PATIENCE_MS)
    await box.type("x")
    seconds = perf_counter() - begun
    later = await page.frames[-1].evaluate(LATER)
    ours = [one for one in finished if urlsplit(one.url).port == desk.port]
    sizes = {urlsplit(one.url).path: (await one.sizes())["responseBodySize"] for one in ours}
    await page.close()
    return _Visit(sizes, frozenset(urlsplit(one).path for one in later), seconds)
