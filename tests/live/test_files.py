"""Files come in as a stream and go out as what their bytes show, to whoever was given their address."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from esmero.desk.conversations import rows
from esmero.kit.clock import DAY
from esmero.settings import Settings
from esmero.web.limits import Limit, Limits
from tests.live.site import Browser, Site, new_id, open_site

pytestmark = pytest.mark.anyio

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 100


async def upload(site: Site, token: str, name: str, body: bytes, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        return await client.post(
            "/live/visitor/files",
            params={"inbox": site.world.shop.key, "name": name},
            content=body,
            headers={"Authorization": f"Bearer {token}"} | headers,
        )


async def fetch(site: Site, url: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        return await client.get(url)


async def token_of(browser: Browser) -> str:
    token: str = (await browser.until("welcome"))["token"]
    return token


async def test_a_picture_arrives_with_the_message_that_names_it(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        sent = (await upload(site, await token_of(browser), "broken lamp.png", PNG)).json()
        name = new_id()
        await browser.write("See here", id=name, files=[sent["id"]])
        event = await browser.until_text("See here")
        assert event["files"][0]["type"] == "image/png"
        shown = await fetch(site, event["files"][0]["url"])
        assert shown.content == PNG
        assert shown.headers["content-disposition"].startswith("inline")
        assert shown.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("page.html", b"<!doctype html><script>alert(1)</script>"),
        ("picture.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        ("really.png", b"<html><script>alert(1)</script>"),
        ("notes.txt", b"<script>alert(1)</script>"),
        ("polyglot.gif", b"GIF89a/*" + b"\x00" * 20 + b"*/=1;alert(1)//<script>"),
        ("both.pdf", b"%PDF-1.7\n<html><script>alert(1)</script>"),
        ("bomb.zip", b"PK\x03\x04" + b"\x00" * 200),
    ],
)
async def test_nothing_is_ever_served_that_a_browser_would_run(tmp_path: Path, name: str, body: bytes) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        sent = (await upload(site, await token_of(browser), name, body, **{"Content-Type": "text/html"})).json()
        shown = await fetch(site, sent["url"])
        assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert not shown.headers["content-type"].startswith(("text/html", "image/svg", "text/xml", "application/xml"))
        is_picture = sent["type"].startswith("image/")
        assert shown.headers["content-disposition"].startswith("inline" if is_picture else "attachment")


@pytest.mark.parametrize(
    ("name", "body"),
    [("tool.exe", b"MZ\x90"), ("run.sh", b"echo"), ("photo.png", b"MZ\x90\x00"), ("a.pdf.js", b"x"), ("b.BAT. ", b"x")],
)
async def test_programs_are_refused(tmp_path: Path, name: str, body: bytes) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        refused = await upload(site, await token_of(browser), name, body)
        assert (refused.status_code, refused.json()["code"]) == (415, "wrong_type")


async def test_what_is_too_large_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, upload_megabytes=1)
    async with open_site(tmp_path, settings=settings) as site, site.visitor() as browser:
        refused = await upload(site, await token_of(browser), "film.bin", b"x" * 1_000_001)
        assert (refused.status_code, refused.json()["code"]) == (413, "too_large")
        kept = site.world.desk.blobs.keys()
        assert [key async for key in kept] == []


async def test_a_file_may_be_larger_than_any_other_request(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        body = bytes(range(256)) * 20_000
        sent = (await upload(site, await token_of(browser), "film.bin", body)).json()
        assert (await fetch(site, sent["url"])).content == body


async def test_nobody_sends_somebody_elses_file(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as owner, site.visitor() as thief:
        sent = (await upload(site, await token_of(owner), "mine.png", PNG)).json()
        await thief.until("welcome")
        refused = await thief.write("Look what I have", files=[sent["id"]])
        assert refused["code"] == "file_gone"


async def test_an_address_can_be_neither_guessed_nor_used_for_ever(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        sent = (await upload(site, await token_of(browser), "mine.png", PNG)).json()
        _, _, number, day, mark, name = sent["url"].split("/")
        assert (await fetch(site, f"/files/{int(number) + 1}/{day}/{mark}/{name}")).status_code == 404
        assert (await fetch(site, f"/files/{number}/{int(day) + 1}/{mark}/{name}")).status_code == 404
        site.world.clock.skip(9 * DAY)
        assert (await fetch(site, sent["url"])).status_code == 404


async def test_names_with_tricks_are_shown_as_they_are(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        sent = (
            await upload(site, await token_of(browser), "../../etc/\u202egnp.exe\u202c\r\nX: y.pdf", b"%PDF-")
        ).json()
        assert sent["name"] == ".._.._etc_ gnp.exe X: y.pdf"
        assert (await fetch(site, sent["url"])).status_code == 200


async def test_a_desk_that_takes_some_kinds_says_which_and_refuses_the_others_by_their_bytes(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, upload_types=("image/*", "application/pdf"))
    async with open_site(tmp_path, settings=settings) as site, site.visitor() as browser:
        limits = (await browser.until("welcome"))["limits"]
        assert limits["types"] == ["image/*", "application/pdf"]
        assert "exe" in limits["never"]
        token = await token_of(browser)
        for name, body in (
            ("lamp.png", PNG),
            ("phone.heic", b"\0\0\0\x18ftypheic" + b"\0" * 20),
            ("label.pdf", b"%PDF-1.7"),
        ):
            assert (await upload(site, token, name, body)).status_code == 201, name
        for name, body in (
            ("lamp.png", b"PK\x03\x04 a ZIP in a picture's coat"),
            ("film.pdf", b"\0\0\0\x18ftypmp42" + b"\0" * 20),
        ):
            answer = await upload(site, token, name, body)
            assert (answer.status_code, answer.json()["detail"]) == (415, "This desk takes image/*, application/pdf.")


async def test_a_message_names_as_many_files_as_the_desk_takes(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, message_files=2)
    async with open_site(tmp_path, settings=settings) as site, site.visitor() as browser:
        token = await token_of(browser)
        ids = [(await upload(site, token, f"{name}.png", PNG)).json()["id"] for name in "abc"]
        assert (await browser.write("Too many", files=ids))["code"] == "too_many_files"
        ack = await browser.write("Two", files=ids[:2])
        assert ack["t"] == "ack"
        async with await site.agent(site.world.ana) as ana:
            await ana.until("welcome")
            draft = {"conversation": ack["conversation"], "kind": "note", "files": [1, 2, 3]}
            assert (await ana.write("See these", **draft))["code"] == "too_many_files"


async def test_uploads_that_no_message_names_are_as_many_as_one_needs_and_no_more(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser, site.visitor() as other:
        token = await token_of(browser)
        ids = [(await upload(site, token, f"{number}.png", PNG)).json()["id"] for number in range(10)]
        refused = await upload(site, token, "one more.png", PNG)
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many")
        assert refused.json()["wait"] > 0
        assert (await upload(site, await token_of(other), "theirs.png", PNG)).status_code == 201
        assert (await browser.write("Here they are", files=ids))["t"] == "ack"
        assert (await upload(site, token, "one more.png", PNG)).status_code == 201


async def test_uploads_that_no_message_names_are_not_larger_than_a_few_of_the_largest(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, upload_megabytes=1)
    async with open_site(tmp_path, settings=settings) as site, site.visitor() as browser:
        token = await token_of(browser)
        answers = [(await upload(site, token, "film.bin", b"x" * 1_000_000)).status_code for _ in range(5)]
        assert answers == [201, 201, 201, 201, 429]


async def test_one_visitor_uploads_only_so_often(tmp_path: Path) -> None:
    timeless = Limits(monotonic=lambda: 0.0)
    async with open_site(tmp_path, limits=timeless) as site, site.visitor() as browser:
        token = await token_of(browser)
        answers = [(await upload(site, token, "tool.exe", b"MZ")).status_code for _ in range(61)]
        assert answers == [*[415] * 60, 429]


async def test_who_is_ever_another_visitor_uploads_only_so_often_from_one_address(tmp_path: Path) -> None:
    limits = Limits(monotonic=lambda: 0.0)
    limits.uploads_address = Limit(burst=3, per_minute=1, monotonic=lambda: 0.0)
    async with open_site(tmp_path, limits=limits) as site:
        answers = []
        for _ in range(4):
            async with site.visitor() as browser:
                answers.append((await upload(site, await token_of(browser), "one.png", PNG)).status_code)
        assert answers == [201, 201, 201, 429]


async def test_who_was_blocked_is_let_go_and_can_do_nothing_more(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        token = await token_of(browser)
        ack = await browser.write("Something rude")
        by = await site.world.view(site.world.ilona)
        talk = await site.world.desk.database.read(lambda session: rows.find(session, ack["conversation"]))
        assert talk is not None
        await site.world.desk.handle.block(talk.customer_id, by=by)
        assert await browser.until_closed() == 4403
        refused = await upload(site, token, "more.png", PNG)
        assert (refused.status_code, refused.json()["code"]) == (403, "blocked")
        frames: list[dict[str, object]] = [
            {"t": "typing", "on": True},
            {"t": "read", "upto": 2},
            {"t": "contact", "id": new_id(), "email": "a@b.example"},
        ]
        headers = {"Authorization": f"Bearer {token}", "X-Inbox": site.world.shop.key}
        async with httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
            for frame in frames:
                answer = await client.post("/live/visitor/frame", json=frame, headers=headers)
                assert (answer.json()["code"], answer.headers["x-close"]) == ("blocked", "4403")


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("voice.mp3", b"\xff\xfb\x90\x64" + b"\0" * 400, "audio/mpeg"),
        ("tagged.mp3", b"ID3\x04" + b"\0" * 20, "audio/mpeg"),
        ("talk.odp", b"PK\x03\x04" + b"\0" * 20, "application/vnd.oasis.opendocument.presentation"),
        ("text.bin", b"\xff\xfeT\0e\0x\0t\0", "application/octet-stream"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
    ],
)
async def test_a_kind_is_told_by_the_bytes(tmp_path: Path, name: str, body: bytes, kind: str) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        assert (await upload(site, await token_of(browser), name, body)).json()["type"] == kind
