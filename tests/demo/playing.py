"""A demo to test with: seeded, with its own doors, reached without a socket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

from esmero.app import open_desk
from esmero.demo.run import staging
from esmero.demo.stage import Stage
from esmero.kit.clock import MovableClock
from esmero.settings import Settings
from esmero.web.edges import Edges

PHONE = "http://192.0.2.7:8080"


class Playing(NamedTuple):
    """What is on stage, and a browser without cookies."""

    stage: Stage
    edges: Edges
    client: httpx.AsyncClient


@asynccontextmanager
async def open_demo(folder: Path) -> AsyncIterator[Playing]:
    """Seed a demo in this folder and play it."""
    clock = MovableClock()
    desk = await open_desk(Settings(data=folder, smtp_port=0), clock)
    try:
        async with staging(desk, clock, phone=PHONE) as (stage, edges), browser(edges) as client:
            yield Playing(stage, edges, client)
    finally:
        await desk.stop()


def browser(edges: Edges) -> httpx.AsyncClient:
    """Return a browser of its own, with cookies of its own."""
    transport = httpx.ASGITransport(edges.site)  # type: ignore[arg-type]
    return httpx.AsyncClient(transport=transport, base_url="http://demo.example")
