"""The widget on a shop's page: strict pages, strange pages, phones, and what it weighs."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.stage import PHONE, WITHOUT_WEBSOCKETS, Shop, Stage, quoted, widget_frame
from tests.live.test_identity import give_secret, signed
from tests.shop import open_shop

pytestmark = pytest.mark.anyio

LOADER_BYTES = 2_000
FIRST_BYTES = 30_000
FIRST_REQUESTS = 14
LATER = ("conversation.joined.js", "talk.css")
"""Fetched while one reads the first screen."""


async def test_a_page_with_a_strict_policy_needs_to_allow_the_desk_alone(stage: Stage) -> None:
    policy = f"default-src 'none'; script-src {stage.desk}; frame-src {stage.desk}"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    async with made(stage, head=head) as shop:
        broken: list[str] = []
        shop.page.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
        await shop.open()
        await shop.say("Behind a strict policy")
        assert broken == []
        button = shop.page.locator("button").first
        assert await button.evaluate("one => getComputedStyle(one).borderRadius") == "28px"


async def test_nothing_on_the_page_moves(stage: Stage) -> None:
    shop = await stage.shop()
    before = await shop.page.locator("main").bounding_box()
    await shop.open()
    assert await shop.page.locator("main").bounding_box() == before
    shift = """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
        for (const one of list.getEntries()) sum += one.value; }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300) })"""
    assert await shop.page.evaluate(shift) == 0


@pytest.mark.parametrize("language", ["en", "es", "hi", "hu"])
async def test_it_weighs_little_until_one_can_write(stage: Stage, language: str) -> None:
    shop = await stage.shop(language=language)
    sizes: dict[str, int] = {}

    async def weigh(request: Any) -> None:
        sizes[request.url] = (await request.sizes())["responseBodySize"]

    waiting: list[asyncio.Task[None]] = []
    shop.page.on("requestfinished", lambda one: waiting.append(asyncio.create_task(weigh(one))))
    await shop.page.reload()
    await shop.open()
    await shop.page.wait_for_timeout(500)
    await asyncio.gather(*waiting)
    ours = {url: size for url, size in sizes.items() if url.startswith(stage.desk) and not url.endswith(LATER)}
    assert ours[f"{stage.desk}/widget.js"] <= LOADER_BYTES
    assert sum(ours.values()) <= FIRST_BYTES, ours
    assert len(ours) <= FIRST_REQUESTS, list(ours)


CALLS = """<script>
window.Esmero = window.Esmero || function () { (Esmero.q = Esmero.q || []).push(arguments) };
heard = [];
for (const event of ['ready', 'open', 'close', 'unread', 'message'])
  Esmero('on', event, (value) => heard.push(value === undefined ? event : `${event} ${value}`));
Esmero('on', 'open', () => { throw new Error('a page that breaks') });
Esmero('open');
</script>"""


async def test_the_page_can_call_it_and_hears_what_happens_but_not_what_is_said(stage: Stage) -> None:
    async with made(stage, head=CALLS) as shop:
        await expect(shop.box).to_be_visible()
        await shop.say("a secret of mine")
        world = stage.site.world
        await shop.close(stage.desk)
        await world.say(world.ana, 1, "a secret of ours")
        badge = shop.page.locator("button b")
        await expect(badge).to_have_text("1")
        heard: list[str] = await shop.page.evaluate("heard")
        assert {"ready", "open", "close", "message customer", "message agent", "unread 1"} <= set(heard)
        assert "secret" not in " ".join(heard)
        await shop.page.evaluate("Esmero('toggle')")
        await expect(badge).to_have_text("")
        await shop.page.evaluate("Esmero('destroy')")
        await expect(shop.page.locator("iframe")).to_have_count(0)
        assert await shop.page.evaluate("typeof Esmero") == "undefined"
        # The page's own mistake is the only one.
        assert set(stage.said) == {"error: a page that breaks"}
        stage.said.clear()


async def test_a_strange_page_gets_nothing_out_of_the_frame(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Only for the desk")
    heard = await shop.page.evaluate(
        """async ([desk, own]) => {
        const heard = [];
        addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
        const frame = Esmero.parts.panel.querySelector('iframe').contentWindow;
        const odd = [
          null, 7, 'open', [], {}, { esmero: 'message', text: 'x' }, { esmero: '__proto__' },
          { esmero: 'identify', identity: '<b>' }, { esmero: 'language', language: '../../../x' },
          { esmero: 'page', url: 'javascript:alert(1)' },
        ];
        for (const one of odd) frame.postMessage(one, desk);
        // One who lies about the page it stands on hears nothing: the browser knows better.
        const liar = document.body.appendChild(document.createElement('iframe'));
        liar.src = `${desk}/widget/${own}#origin=https%3A%2F%2Fbank.example`;
        await new Promise(done => setTimeout(done, 1500));
        liar.remove();
        return heard;
    }""",
        [stage.desk, stage.site.world.shop.key],
    )
    assert "Only for the desk" not in " ".join(heard)
    assert not any("ready" in one for one in heard)
    await shop.say("And it goes on")


async def test_a_customer_whom_the_shop_names_is_known(stage: Stage) -> None:
    await give_secret(stage.site)
    attributes = f'data-identity="{signed(stage.site)}"'
    async with made(stage, attributes=attributes) as here, made(stage, attributes=attributes) as elsewhere:
        await here.open()
        await here.say("It is me")
        await elsewhere.open()
        await expect(elsewhere.words("It is me")).to_be_visible()
        kept = await widget_frame(here.page, stage.desk).evaluate("Object.keys(localStorage)")
        assert not [name for name in kept if name.endswith(".token")]


async def test_a_page_is_told_that_its_customer_is_not_believed_and_names_them_anew(stage: Stage) -> None:
    await give_secret(stage.site)
    async with made(stage, attributes=f'data-identity="{signed(stage.site)}"') as before:
        await before.open()
        await before.say("It is me")
    ended = signed(stage.site, exp=stage.site.world.clock.now() // 1_000 - 3_600)
    again = f"""<script>
    window.Esmero = function () {{ (Esmero.q = Esmero.q || []).push(arguments) }};
    asked = 0;
    Esmero('on', 'identity', () => {{ asked += 1; Esmero('identify', {quoted(signed(stage.site))}) }});
    </script>"""
    async with made(stage, head=again, attributes=f'data-identity="{ended}"') as shop:
        await shop.open()
        await expect(shop.words("It is me")).to_be_visible()
        assert await shop.page.evaluate("asked") == 1


async def test_on_a_phone_it_fills_the_screen_and_the_page_keeps_still(stage: Stage) -> None:
    shop = await stage.shop(viewport=PHONE, has_touch=True, is_mobile=True)
    await shop.page.get_by_role("button").first.tap()
    await expect(shop.box).to_be_visible()
    frame = shop.page.locator("iframe")
    await expect(frame).to_be_in_viewport(ratio=1)
    assert await frame.bounding_box() == {"x": 0, "y": 0, **PHONE}
    assert await shop.page.evaluate("document.documentElement.style.overflow") == "hidden"
    await shop.box.fill("From a phone")
    await shop.box.press("Enter")
    await expect(shop.box).to_have_value("From a phone\n")
    await shop.widget.get_by_role("button", name="Send").tap()
    await expect(shop.words("From a phone")).to_be_visible()
    await shop.widget.get_by_role("button", name="Close").tap()
    await expect(frame).to_be_hidden()
    assert await shop.page.evaluate("document.documentElement.style.overflow") == ""


async def test_on_a_phone_a_chat_that_does_not_come_can_be_closed(stage: Stage) -> None:
    phone = await stage.person(viewport=PHONE, has_touch=True, is_mobile=True)
    await phone.route(re.compile("/widget/"), lambda route: route.abort())
    shop = await stage.shop(phone)
    button = shop.page.get_by_role("button").first
    await button.tap()
    await expect(shop.page.get_by_text("There is no connection to the chat right now.")).to_be_visible()
    await button.tap()
    await expect(shop.page.get_by_role("dialog")).to_be_hidden()
    assert await shop.page.evaluate("document.documentElement.style.overflow") == ""


async def test_focus_goes_in_and_comes_back(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await expect(shop.box).to_be_focused()
    await shop.box.press("Escape")
    await expect(shop.page.locator("iframe")).to_be_hidden()
    assert await shop.page.evaluate("document.activeElement.shadowRoot.activeElement.tagName") == "BUTTON"


async def test_the_next_page_of_the_shop_finds_it_open(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.box.fill("Half a sen")
    await shop.page.goto(shop.page.url + "&page=2")
    await expect(shop.box).to_have_value("Half a sen")


async def test_who_left_sees_that_there_is_an_answer(stage: Stage) -> None:
    person = await stage.person()
    first = await stage.shop(person)
    await first.open()
    await first.say("I will be back")
    await first.page.close()
    world = stage.site.world
    await world.say(world.ana, 1, "Here is your answer")
    again = await stage.shop(person)
    await expect(again.page.locator("button b")).to_have_text("1")
    await again.page.get_by_role("button").first.click()
    await expect(again.words("Here is your answer")).to_be_visible()
    await expect(again.widget.get_by_text("New", exact=True)).to_be_visible()


async def test_a_screen_reader_hears_each_answer_once(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Hello")
    world = stage.site.world
    await world.say(world.ana, 1, "Good morning")
    spoken = shop.widget.locator("[aria-live=polite]")
    await expect(spoken).to_contain_text("Ana")
    await expect(spoken.get_by_text("Good morning")).to_have_count(1)
    await expect(shop.widget.get_by_role("log")).to_have_attribute("aria-live", "off")


async def test_a_network_that_breaks_websockets_breaks_nothing_else(stage: Stage) -> None:
    person = await stage.person()
    await person.add_init_script(WITHOUT_WEBSOCKETS)
    shop = await stage.shop(person)
    await shop.open()
    await shop.say("Through a narrow door")
    await expect(shop.widget.locator(".mark")).to_contain_text("Sent", timeout=30_000)
    world = stage.site.world
    await world.say(world.ana, 1, "And back")
    await expect(shop.words("And back")).to_be_visible()


async def test_emoji_by_keyboard(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Hello")
    await shop.box.fill("Thanks ")
    await shop.widget.get_by_role("button", name="Emoji").press("Enter")
    for key in ("ArrowRight", "ArrowDown", "Enter", "Escape"):
        await shop.page.wait_for_timeout(100)
        await shop.page.keyboard.press(key)
    await expect(shop.box).to_be_focused()
    await expect(shop.box).to_have_value("Thanks 😍")
    await expect(shop.page.locator("iframe")).to_be_visible()


async def test_words_that_look_like_a_page_stay_words(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    text = "<img src=x onerror=alert(1)> https://shop.example/a javascript:alert(1)"
    await shop.box.fill(text)
    await shop.box.press("Enter")
    bubble = shop.widget.locator(".bubble")
    await expect(bubble).to_have_text(text)
    await expect(bubble.locator("a")).to_have_count(1)
    await expect(bubble.locator("a")).to_have_attribute("rel", "noopener noreferrer nofollow")


async def test_two_scripts_on_one_page_make_one_widget(stage: Stage) -> None:
    again = f'<script async src="{stage.desk}/widget.js" data-inbox="{stage.site.world.shop.key}"></script>'
    async with made(stage, head=again) as shop:
        await shop.open()
        hosts = "[...document.documentElement.children].filter((one) => one.shadowRoot).length"
        assert await shop.page.evaluate(hosts) == 1


async def test_a_page_that_has_the_queue_and_calls_nothing_yet_gets_its_widget(stage: Stage) -> None:
    queue = "<script>window.Esmero = function () { (Esmero.q = Esmero.q || []).push(arguments) };</script>"
    async with made(stage, head=queue) as shop:
        await shop.open()


@asynccontextmanager
async def made(stage: Stage, *, head: str = "", attributes: str = "", language: str = "en") -> AsyncIterator[Shop]:
    """A page of a shop that is made otherwise than most, on a site of its own."""
    script = f'async src="{stage.desk}/widget.js" data-inbox="{stage.site.world.shop.key}" {attributes}'
    html = (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">{head}<title>A shop</title><main>Lamps</main>'
        f"<script {script}></script></html>"
    )
    async with open_shop(html) as address:
        page = await stage.page(await stage.person())
        await page.goto(address)
        yield Shop(page)
