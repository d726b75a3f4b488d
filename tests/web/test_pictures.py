"""Pictures from elsewhere are shown when somebody asks, and fetched by signed addresses of kept mails alone."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar

from esmero.channels.email.deposit import Envelope
from esmero.channels.email.pictures import Pictures
from esmero.channels.email.reading.page_clean import clean_page
from esmero.desk import log, pictures
from esmero.kit.clock import DAY
from esmero.web.edges import make_edges
from tests.channels.email.pictures import PNG, SVG, Gallery, gallery
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


@pytest.fixture
async def there() -> AsyncIterator[Gallery]:
    async with gallery() as there:
        there.answers |= {"/lamp.png?a=1&b=2": (200, "", PNG), "/evil.svg": (200, "", SVG)}
        yield there


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """One whose pictures may lie on this machine, as those of a real desk may not."""
    async with open_world(tmp_path) as world:
        yield dataclasses.replace(world, desk=dataclasses.replace(world.desk, pictures=Pictures(private=True)))


@pytest.fixture
def site(world: World) -> Litestar:
    return make_edges(world.desk).site


async def mail(world: World, there: Gallery, number: int = 1) -> tuple[int, int]:
    """A mail with a lamp, a drawing that is a program, and a pixel that tells. Its conversation and event."""
    inbox = await world.mailbox() if number == 1 else None
    inbox_id = inbox.id if inbox else 3
    body = (
        f'<p>Look</p><img src="{there.url("/lamp.png?a=1&amp;b=2")}" alt="lamp">'
        f'<img src="{there.url("/evil.svg")}"><img width="1" height="1" src="{there.url("/opened")}">'
    )
    raw = (
        f"From: Tom <tom@customer.example>\r\nTo: help@shop.example\r\nSubject: Lamp {number}\r\n"
        f"Message-ID: <m{number}@customer.example>\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{body}\r\n"
    )
    assert await world.desk.mail.receive(inbox_id, raw.encode(), Envelope(way="imap")) == "kept"
    events = await world.desk.database.read(lambda session: log.after(session, 0, limit=500))
    event = next(one for one in reversed(events) if one.fact.type == "message.received")
    return event.of, event.id


def links(html: str) -> list[str]:
    return re.findall(r'src="(/pictures/[^"]+)"', html)


async def markup(browser: Browser, of: int, event: int) -> dict[str, Any]:
    answer = await browser.get(f"/conversations/{of}/messages/{event}/markup")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_they_are_blocked_until_somebody_asks_and_then_shown_of_this_mail(
    world: World, signed_in: SignedIn, there: Gallery
) -> None:
    of, event = await mail(world, there)
    ana, bela = await signed_in(world.ana), await signed_in(world.bela)
    before = await markup(ana, of, event)
    assert (before["elsewhere"], before["shown"], links(before["html"])) == (2, None, [])
    shown = (await ana.post(f"/conversations/{of}/messages/{event}/pictures", {})).json()
    assert (shown["elsewhere"], shown["shown"]) == (2, "message")
    assert await markup(bela, of, event) == shown
    lamp, drawing = links(shown["html"])
    picture = await ana.http.get(lamp)
    assert (picture.status_code, picture.headers["content-type"], picture.content) == (200, "image/png", PNG)
    assert "sandbox" in picture.headers["content-security-policy"]
    assert picture.headers["x-content-type-options"] == "nosniff"
    assert (await ana.http.get(drawing)).status_code == 404
    assert [head.split()[1] for head in there.asked] == ["/lamp.png?a=1&b=2", "/evil.svg"]
    assert there.url("/opened") in shown["html"]  # named, and never fetched
    hidden = (await ana.delete(f"/conversations/{of}/messages/{event}/pictures")).json()
    assert hidden == before


async def test_they_are_shown_of_all_that_a_customer_writes(world: World, signed_in: SignedIn, there: Gallery) -> None:
    of, event = await mail(world, there)
    ana = await signed_in(world.ana)
    path = f"/conversations/{of}/messages/{event}/pictures"
    assert (await ana.post(path, {"of": "customer"})).json()["shown"] == "customer"
    other = await mail(world, there, 2)
    assert (await markup(ana, *other))["shown"] == "customer"
    await ana.delete(path)
    assert (await markup(ana, *other))["shown"] is None


@pytest.mark.parametrize("change", ["event", "number", "day", "mark"])
async def test_no_address_can_be_made_up(change: str, world: World, signed_in: SignedIn, there: Gallery) -> None:
    of, event = await mail(world, there)
    ana = await signed_in(world.ana)
    shown = (await ana.post(f"/conversations/{of}/messages/{event}/pictures", {})).json()
    _, _, told, number, day, mark = links(shown["html"])[0].split("/")
    other = {"event": "1", "number": "1", "day": str(int(day) + 1), "mark": "A" * 22}
    parts = {"event": told, "number": number, "day": day, "mark": mark} | {change: other[change]}
    answer = await ana.http.get("/pictures/" + "/".join(parts.values()))
    assert answer.status_code == 404
    assert there.asked == []


async def test_an_address_ends(world: World, signed_in: SignedIn, there: Gallery) -> None:
    of, event = await mail(world, there)
    ana = await signed_in(world.ana)
    shown = (await ana.post(f"/conversations/{of}/messages/{event}/pictures", {})).json()
    world.clock.skip(2 * DAY)
    assert (await ana.http.get(links(shown["html"])[0])).status_code == 404
    assert there.asked == []


async def test_who_may_not_see_the_mail_shows_nothing(world: World, signed_in: SignedIn, there: Gallery) -> None:
    of, event = await mail(world, there)
    eve = await signed_in(world.eve)
    path = f"/conversations/{of}/messages/{event}/pictures"
    assert (await eve.post(path, {})).status_code == 404
    assert (await eve.delete(path)).status_code == 404
    talk = await world.hear(world.marta, "Hola")
    ana = await signed_in(world.ana)
    # By a conversation that she sees, she doesn't come at another's message.
    assert (await ana.post(f"/conversations/{talk.conversation_id}/messages/{event}/pictures", {})).status_code == 404


@pytest.mark.parametrize(
    "written",
    [
        "<p title='<img data-remote-src=\"http://a.example/x\">'>x</p>",
        '&lt;img data-remote-src="http://a.example/x"&gt;',
        '<p> data-remote-src="http://a.example/x"</p>',
        '<img alt=\' data-remote-src="http://a.example/x"\' src="cid:1">',
        '<a href=\'https://b.example/"><img data-remote-src="http://a.example/x">\'>x</a>',
        '<img data-remote-src="http://a.example/x">',
    ],
)
def test_only_pictures_are_pictures(written: str) -> None:
    cleaned = clean_page(written)
    assert pictures.addresses(cleaned) == []
    assert pictures.with_pictures(cleaned, str) == cleaned


def test_addresses_keep_their_order_and_their_signs() -> None:
    html = clean_page(
        '<IMG SRC="http://a.example/?x=1&y=<2>" alt="a > b"><img src=//b.example/"><br/><img src="cid:c">'
    )
    assert pictures.addresses(html)[0] == "http://a.example/?x=1&y=<2>"
    assert pictures.addresses(html)[1].startswith("https://b.example/")
    assert 'src="0"' in pictures.with_pictures(html, str)
    assert 'src="cid:c"' in pictures.with_pictures(html, str)
