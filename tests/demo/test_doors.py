"""The demo's own pages and ways in: for whoever sits before it, and nowhere but in a demo."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from esmero.app import open_desk
from esmero.channels.chat.identity import recognise
from esmero.demo.run import FolderNotEmpty, phone_address, run
from esmero.desk import agents
from esmero.desk.access import view_of
from esmero.desk.conversations import lists
from esmero.desk.customers import rows as customers
from esmero.settings import Settings
from esmero.web.edges import make_edges
from tests.demo.playing import PHONE, Playing, browser

pytestmark = pytest.mark.anyio
ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}


@pytest.mark.parametrize("address", ["/demo", "/demo/shop", "/demo/shop?language=hu", "/demo/shop?language=../etc"])
async def test_pages_open_and_run_their_own_scripts_alone(demo: Playing, address: str) -> None:
    answer = await demo.client.get(address)
    assert answer.status_code == 200
    assert "{{" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "'unsafe" not in answer.headers["content-security-policy"]


async def test_a_phone_is_shown_the_way_where_it_finds_us(demo: Playing) -> None:
    code = await demo.client.get("/demo/code.svg")
    assert code.headers["content-type"].startswith("image/svg+xml")
    assert code.text.startswith("<svg")
    assert PHONE in (await demo.client.get("/demo")).text
    assert phone_address(Settings(host="127.0.0.1")) is None


async def test_an_agent_comes_in_without_a_password_and_the_console_speaks_the_language_asked_for(
    demo: Playing,
) -> None:
    async with browser(demo.edges) as client:
        entered = await client.get(f"/demo/enter?agent={demo.stage.cast.ana.id}&language=hu&wide=true")
        assert entered.status_code == 302
        assert re.fullmatch(r"/console/mine/open/\d+", entered.headers["location"])
        me = (await client.get("/api/v1/session")).json()["me"]
        assert (me["name"], me["language"]) == ("Ana", "hu")
        await client.get(f"/demo/enter?agent={demo.stage.cast.ana.id}&language=xx")
        assert (await client.get("/api/v1/session")).json()["me"]["language"] == "hu"


async def test_two_agents_in_two_browsers_stay_who_they_are(demo: Playing) -> None:
    async with browser(demo.edges) as one, browser(demo.edges) as other:
        await one.get(f"/demo/enter?agent={demo.stage.cast.ana.id}")
        await other.get(f"/demo/enter?agent={demo.stage.cast.bela.id}")
        assert (await one.get("/api/v1/session")).json()["me"]["name"] == "Ana"
        assert (await other.get("/api/v1/session")).json()["me"]["name"] == "Béla"


async def test_another_site_can_neither_enter_nor_act_nor_ask_who_a_customer_is(demo: Playing) -> None:
    enter = f"/demo/enter?agent={demo.stage.cast.ana.id}"
    async with browser(demo.edges) as client:
        assert (await client.get(enter, headers=ELSEWHERE)).status_code == 403
        assert (await client.get(f"{enter}&password=guess", headers=ELSEWHERE)).status_code == 403
        assert (await client.post("/demo/acts/reset", headers=ELSEWHERE)).status_code == 403
        assert (await client.get("/demo/shop/identity", headers=ELSEWHERE)).status_code == 403
        assert not client.cookies
    assert not demo.stage.again.is_set()


async def test_the_demos_page_may_enter_by_the_other_name_of_this_machine(demo: Playing) -> None:
    enter = f"/demo/enter?agent={demo.stage.cast.ana.id}&password={demo.stage.password}"
    async with browser(demo.edges) as client:
        assert (await client.get(enter, headers=ELSEWHERE)).status_code == 302
        assert (await client.get("/api/v1/session")).json()["me"]["name"] == "Ana"


async def test_who_does_not_play_cannot_enter(demo: Playing) -> None:
    assert (await demo.client.get("/demo/enter?agent=999")).status_code == 404


async def test_the_shop_vouches_for_a_customer_whom_the_desk_has_known_for_long(demo: Playing) -> None:
    said = (await demo.client.get("/demo/shop/identity?language=es")).json()
    stage = demo.stage
    visitor = recognise(
        said["identity"],
        stage.cast.shop_secret.encode(),
        inbox_id=stage.cast.shop_id,
        now=stage.clock.now(),
        language=None,
    )
    assert (visitor.name, visitor.language) == ("Marta Ríos", "es")
    found = await stage.desk.database.read(
        lambda session: customers.by_address(
            session, channel="chat", inbox_id=stage.cast.shop_id, address=visitor.address
        )
    )
    assert found is not None


async def test_everybody_has_something_to_do_and_sees_no_more_than_theirs(demo: Playing) -> None:
    view = await demo.stage.desk.database.read(lambda session: view_of(session, demo.stage.cast.ana.id))
    assert view is not None
    counts = await demo.stage.desk.database.read(lambda session: lists.counts(session, view))
    assert counts.mine >= 2
    assert counts.unassigned >= 2
    assert demo.stage.cast.trade_id not in counts.inboxes


async def test_nobody_of_the_cast_can_be_signed_in_with_a_password(demo: Playing) -> None:
    everyone = await demo.stage.desk.database.read(agents.everyone)
    tried = [
        await demo.client.post("/api/v1/session", json={"email": one.email, "password": password})
        for one in everyone[:2]
        for password in ("demo", "password")
    ]
    assert {answer.status_code for answer in tried} == {401}


async def test_an_ordinary_desk_has_none_of_these_doors(tmp_path: Path) -> None:
    desk = await open_desk(Settings(data=tmp_path))
    transport = httpx.ASGITransport(make_edges(desk).site)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://desk.example") as client:
        for address in ("/demo", "/demo/shop", "/demo/enter?agent=1", "/demo/code.svg", "/demo/run"):
            assert (await client.get(address)).status_code == 404
        assert (await client.get("/demo/shop/identity")).status_code == 404
        assert (await client.post("/demo/acts/reset")).status_code == 404
    await desk.stop()


async def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        await run(Settings(), keep=tmp_path, on_ready=lambda _settings: None)
    assert (tmp_path / "theirs.txt").read_text(encoding="utf-8") == "mine"


async def test_the_command_begins_anew_on_the_same_port_and_leaves_a_desk_that_the_doctor_likes(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "kept"
    command = [sys.executable, "-m", "esmero", "demo", "--port", "0", "--data", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = await asyncio.to_thread(process.stdout.readline)
            found = re.search(r"http://\S+(?=/demo)", line)
            assert found is not None, line
            async with httpx.AsyncClient(base_url=found[0], timeout=30) as client:
                first = (await client.get("/demo/run")).json()["run"]
                assert (await client.post("/demo/acts/reset")).status_code == 200
                assert await _another_run(client, first)
        finally:
            process.terminate()
        assert await asyncio.to_thread(process.wait, 30) == 0
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ESMERO_")}
    doctor = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "esmero", "doctor", "--rebuild", "--data", str(folder)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert doctor.returncode == 0, doctor.stdout
    assert "is what its events add up to" in doctor.stdout


async def _another_run(client: httpx.AsyncClient, first: str) -> bool:
    async with asyncio.timeout(60):
        while True:
            try:
                if (await client.get("/demo/run")).json()["run"] != first:
                    return True
            except httpx.TransportError:
                pass  # between the two runs nobody listens
            await asyncio.sleep(0.1)
