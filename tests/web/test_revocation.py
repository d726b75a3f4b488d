"""Rights that end, end on open connections too."""

from __future__ import annotations

from pathlib import Path

from esmero.contract.events import DESK
from esmero.desk import agents, sessions, tokens
from esmero.desk.access import Role
from esmero.kit.ids import fingerprint
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
