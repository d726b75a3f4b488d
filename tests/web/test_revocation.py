"""Rights that end, end on open connections too."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import AsyncMock

import httpx
import pytest
from sqlalchemy import text

from esmero.contract.events import DESK
from esmero.desk import agents, sessions, tokens
from esmero.desk.access import Role
from esmero.kit.clock import DAY, HOUR, MINUTE
from esmero.kit.ids import fingerprint
from esmero.store.statement import Statement
from tests.live.site import Browser, Site, new_id, open_site


async def test_signing_out_elsewhere_ends_the_live_connection_there(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        async with await site.agent(world.ana) as here, await site.agent(world.ana) as there:
            for console in (here, there):
                await console.until("welcome")
            places = await world.desk.database.read(
                lambda session: sessions.of_agent(session, world.ana.id, now=world.clock.now())
            )
            kept = min(place.id for place in places)
            await world.desk.database.write(
                lambda tx: sessions.end_others(tx, world.ana.id, but=kept, at=world.clock.now())
            )
            assert await there.until_closed() == 4401
            await here.send(t="ping")
            await here.until("pong")


async def test_who_is_disabled_is_cut_off(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        async with await site.agent(world.ana) as ana, await site.agent(world.bela) as bela:
            for console in (ana, bela):
                await console.until("welcome")
            at = world.clock.now()
            await world.desk.database.write(
                lambda tx: agents.change(tx, world.ana.id, {"disabled": True}, by=DESK, at=at)
            )
            assert await ana.until_closed() == 4401
            await bela.until("changed")


async def program(site: Site, role: Role) -> Browser:
    """Connect a program in Ilona's name."""
    world = site.world
    ilona = await world.view(world.ilona)
    await world.desk.database.write(
        lambda tx: tokens.make(tx, token=fingerprint("token_p"), name="Robot", role=role, by=ilona, at=1)
    )
    return Browser(site, "/live/agent", {"t": "hello", "v": 1, "after": 0}, {"Authorization": "Bearer token_p"})


async def test_a_program_stays_a_program_while_it_is_connected(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        heard = await world.hear(world.marta, "¿Hola?")
        async with await program(site, "agent") as robot:
            await robot.until("welcome")
            at = world.clock.now()
            await world.desk.database.write(
                lambda tx: agents.change(tx, world.eve.id, {"theme": "dark"}, by=DESK, at=at)
            )
            await robot.until("changed")  # a change that is not its own does not end it
            note = {"t": "message", "id": new_id(), "kind": "note", "text": "Seen"}
            await robot.send(conversation=heard.conversation_id, **note)
            frame = await robot.until(
                lambda frame: frame["t"] == "events" and any(one["type"] == "note.added" for one in frame["events"])
            )
            note_event = next(one for one in frame["events"] if one["type"] == "note.added")
            assert note_event["by"]["kind"] == "program"


async def test_a_token_that_is_taken_back_ends_its_connection(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        async with await program(site, "administrator") as robot:
            await robot.until("welcome")
            await world.desk.database.write(
                lambda tx: tokens.remove(tx, tokens.everyone(tx)[0].id, by=DESK, at=world.clock.now())
            )
            assert await robot.until_closed() == 4401


async def test_a_session_that_ends_by_itself_ends_its_live_connection(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin) as http:
        world = site.world
        async with await site.agent(world.ana) as socket:
            http.cookies.set("esmero", socket.headers["Cookie"].partition("=")[2])
            await socket.until("welcome")
            async with http.stream("GET", "/live/agent/stream", params={"after": 0}) as stream:
                lines = stream.aiter_lines()
                world.clock.skip(2 * DAY)
                world.desk.presence._woken.set()  # its round comes by itself within 20 s
                assert await socket.until_closed() == 4401
                closed = [line async for line in lines if line.startswith('data: {"code":')]
        assert '"code":4401' in closed[0]


async def test_what_a_page_does_by_itself_is_refused_after_the_sessions_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        heard = await world.hear(world.tom, "Hello")
        # The desk looks every few seconds whose session has ended, and could be quicker than the page.
        monkeypatch.setattr(world.desk.hub, "end_sessions", AsyncMock(return_value=[]))
        async with await site.agent(world.ana) as console:
            await console.until("events")
            ended = "update session set expires_at = 1"
            await world.desk.database.write(lambda tx: tx.run(Statement(text(ended))))
            await console.send(t="read", conversation=heard.conversation_id, upto=1)
            assert (await console.until("refused"))["code"] == "not_signed_in"
            assert await console.until_closed() == 4401


async def test_a_change_on_the_desk_finds_out_whose_session_is_idle(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        async with await site.agent(world.ana) as console:
            await console.until("welcome")
            idle = "update session set seen_at = 1"
            await world.desk.database.write(lambda tx: tx.run(Statement(text(idle))))
            at = world.clock.now()
            await world.desk.database.write(
                lambda tx: agents.change(tx, world.eve.id, {"theme": "dark"}, by=DESK, at=at)
            )
            assert await console.until_closed() == 4401


async def test_in_the_fallback_only_use_keeps_a_session(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin) as http:
        world = site.world
        http.cookies.set("esmero", await site.sign_in(world.ana))
        http.headers["X-CSRF-Token"] = (await http.get("/api/v1/session")).json()["csrf"]
        began = world.clock.now()
        world.clock.skip(HOUR)
        assert (await http.post("/live/agent/frame", json={"t": "ping"})).json() == {"t": "pong"}
        assert await _seen_at(site) == began
        async with http.stream("GET", "/live/agent/stream", params={"after": 0}) as stream:
            await anext(stream.aiter_lines())
        hello = {"t": "hello", "v": 1, "after": 0}
        async with Browser(site, "/live/agent", hello, {"Cookie": f"esmero={http.cookies['esmero']}"}) as page:
            await page.until("welcome")
        assert await _seen_at(site) == began
        assert (await http.post("/live/agent/frame", json={"t": "ping", "active": True})).json() == {"t": "pong"}
        assert await _seen_at(site) == began + HOUR
        world.clock.skip(MINUTE - 1)
        await http.post("/live/agent/frame", json={"t": "ping", "active": True})
        assert await _seen_at(site) == began + HOUR


async def _seen_at(site: Site) -> int:
    world = site.world
    places = await world.desk.database.read(
        lambda session: sessions.of_agent(session, world.ana.id, now=world.clock.now())
    )
    return places[0].seen_at
