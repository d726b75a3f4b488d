"""The demo is a true desk: its history adds up, its acts do what they say, and its doors exist nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from esmero.app import open_desk
from esmero.demo import acts, talks
from esmero.demo.acts import customers
from esmero.demo.routes import demo_routes
from esmero.demo.seed import seed
from esmero.demo.stage import Line, Stage
from esmero.desk import agents, log
from esmero.desk.access import view_of
from esmero.desk.conversations import lists
from esmero.kit.clock import HOUR, MovableClock
from esmero.settings import Settings
from esmero.web.assets import Assets
from esmero.web.edges import make_edges

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def open_stage(folder: Path) -> AsyncIterator[tuple[Stage, httpx.AsyncClient]]:
    clock = MovableClock()
    desk = await open_desk(Settings(data=folder), clock)
    try:
        cast = await seed(desk)
        await desk.start()
        edges, line = make_edges(desk), Line()
        stage = Stage(desk, cast, clock, edges.connections, line)
        for route in demo_routes(stage, Assets(), phone="http://192.0.2.7:8080"):
            edges.site.register(route)
        edges.site.asgi_handler = line.around(edges.site.asgi_handler)
        transport = httpx.ASGITransport(edges.site)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://demo.example") as client:
            yield stage, client
    finally:
        await desk.stop()


async def test_everybody_has_something_to_do_and_sees_no_more_than_theirs(tmp_path: Path) -> None:
    async with open_stage(tmp_path) as (stage, _):
        view = await stage.desk.database.read(lambda session: view_of(session, stage.cast.ana.id))
        assert view is not None
        counts = await stage.desk.database.read(lambda session: lists.counts(session, view))
        assert counts.mine >= 2
        assert counts.unassigned >= 2
        assert stage.cast.trade_id not in counts.inboxes


async def test_each_act_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customers, "PAUSE_SECONDS", 0)
    async with open_stage(tmp_path) as (stage, client):
        before = await stage.desk.database.read(log.position)
        for name in ("angry", "kind"):
            assert (await client.post(f"/demo/acts/{name}")).status_code == 204
        events = await stage.desk.database.read(lambda session: log.after(session, before, limit=100))
        assert [event.fact.type for event in events].count("conversation.opened") == 2

        await client.post("/demo/acts/home")
        everyone = await stage.desk.database.read(agents.everyone)
        assert {one.availability for one in everyone} == {"away"}
        await client.post("/demo/acts/home")
        everyone = await stage.desk.database.read(agents.everyone)
        assert {one.availability for one in everyone} == {"available"}

        then = stage.clock.now()
        await client.post("/demo/acts/skip")
        assert stage.clock.now() - then >= 2 * HOUR

        await client.post("/demo/acts/cut")
        assert (await client.post("/live/visitor/stream", json={})).status_code == 503
        assert (await client.get("/demo")).status_code == 200

        await client.post("/demo/acts/reset")
        async with asyncio.timeout(1):
            await stage.again.wait()
        assert (await client.post("/demo/acts/nothing")).status_code == 404


async def test_pages_open_and_another_site_can_neither_enter_nor_act(tmp_path: Path) -> None:
    async with open_stage(tmp_path) as (stage, client):
        for address in (
            "/demo",
            "/demo/shop",
            "/demo/shop?language=hu",
            "/demo/shop?language=../etc",
            "/demo/code.svg",
        ):
            assert (await client.get(address)).status_code == 200
        entered = await client.get(f"/demo/enter?agent={stage.cast.ana.id}")
        assert entered.status_code == 302
        assert (await client.get("/api/v1/session")).json()["me"]["name"] == "Ana"
        evil = {"Sec-Fetch-Site": "cross-site"}
        assert (await client.get(f"/demo/enter?agent={stage.cast.ana.id}", headers=evil)).status_code == 403
        assert (await client.post("/demo/acts/reset", headers=evil)).status_code == 403
        assert (await client.get("/demo/enter?agent=999")).status_code == 404


async def test_an_ordinary_desk_has_none_of_these_doors(tmp_path: Path) -> None:
    desk = await open_desk(Settings(data=tmp_path))
    transport = httpx.ASGITransport(make_edges(desk).site)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://desk.example") as client:
        for address in ("/demo", "/demo/shop", "/demo/enter?agent=1", "/demo/code.svg"):
            assert (await client.get(address)).status_code == 404
        assert (await client.post("/demo/acts/reset")).status_code == 404
    await desk.stop()


def test_every_act_has_a_button() -> None:
    words = (Path(talks.__file__).parents[2] / "ui" / "locales" / "en.ftl").read_text(encoding="utf-8")
    for name in acts.ACTS:
        assert f"demo-act-{name} = " in words
        assert f"demo-said-{name} = " in words
