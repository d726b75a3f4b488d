"""Inboxes over the API, and the frame that their customers see."""

from __future__ import annotations

from typing import Any

import msgspec

from esmero.desk.setting_up import SEALED_FOR, SettingUp
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.web.test_session import code
from tests.world import World

SETTINGS: dict[str, Any] = {
    "brand": "Paraguas y más",
    "greeting": {"es": "¿En qué le ayudamos?"},
    "languages": ["es", "en"],
    "address": "formal",
    "accent": "#1c6b5d",
    "hours": {
        "zone": "Europe/Madrid",
        "always": False,
        "days": [[[540, 840], [960, 1200]], [[540, 840]], [], [], [], [], []],
        "days_off": ["2026-12-24"],
    },
    "sites": ["https://shop.example", "https://*.shop.example:8443"],
    "ways": [{"kind": "phone", "address": "+34 900 000 000", "cost": "0 €/min"}],
    "reopen_hours": 48,
    "files": True,
    "answers_from": None,
    "identity_required": False,
}


async def test_an_inbox_is_made_changed_and_taken_out_of_use(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    made = await ilona.post("/inboxes", {"name": "Umbrellas", "teams": [world.support.id], "settings": SETTINGS})
    assert made.status_code == 201, made.text
    inbox = made.json()
    assert inbox["settings"] == SETTINGS
    assert inbox["teams"] == [world.support.id]
    assert inbox["key"].startswith("chat_")
    ana = await signed_in(world.ana)
    assert (await ana.get(f"/inboxes/{inbox['id']}")).json() == inbox

    changed = await ilona.patch(f"/inboxes/{inbox['id']}", {"name": "Paraguas", "teams": [], "settings": {}})
    assert changed.json()["name"] == "Paraguas"
    assert changed.json()["settings"]["hours"]["always"] is True
    assert (await ana.get(f"/inboxes/{inbox['id']}")).status_code == 404
    assert (await ilona.delete(f"/inboxes/{inbox['id']}")).status_code == 204
    assert (await ilona.get(f"/inboxes/{inbox['id']}")).json()["removed"] is True
    assert (await ilona.patch(f"/inboxes/{inbox['id']}", {"name": "Again"})).status_code == 404


async def test_what_was_said_in_a_removed_inbox_stays_readable(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ilona, ana, eve = [await signed_in(agent) for agent in (world.ilona, world.ana, world.eve)]
    await ilona.delete(f"/inboxes/{world.shop.id}")
    path = f"/conversations/{talk.conversation_id}"
    assert [(await one.get(path)).status_code for one in (ilona, ana, eve)] == [200, 200, 404]


WRONG_SETTINGS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"accent": "red"}, "accent"),
    ({"sites": ["https://shop.example/path"]}, "sites"),
    ({"sites": ["javascript:alert(1)"]}, "sites"),
    ({"sites": ["https://shop.example; script-src *"]}, "sites"),
    ({"hours": {"zone": "Mars/Olympus"}}, "hours.zone"),
    ({"hours": {"days": [[]] * 6}}, "hours.days"),
    ({"hours": {"days": [[[600, 540]], [], [], [], [], [], []]}}, "hours.days"),
    ({"hours": {"days": [[[540, 700], [690, 800]], [], [], [], [], [], []]}}, "hours.days"),
    ({"hours": {"days_off": ["2026-02-30"]}}, "hours.days_off"),
    ({"languages": []}, "settings"),
    ({"languages": ["tlh"]}, "settings"),
    ({"unknown": 1}, "settings"),
    ({"reopen_hours": -1}, "settings"),
    ({"ways": [{"kind": "pigeon", "address": "coop"}]}, "settings"),
    ({"files": "yes"}, "settings"),
)


async def test_settings_that_make_no_sense_are_refused_by_name(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    for wrong, field in WRONG_SETTINGS:
        answer = await ilona.patch(f"/inboxes/{world.shop.id}", {"settings": SETTINGS | wrong})
        assert (answer.status_code, code(answer)) == (400, "bad_input"), wrong
        assert list(answer.json()["fields"]) == [field]


async def test_the_secret_is_shown_once_and_kept_sealed(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    secret = (await ilona.post(f"/inboxes/{world.shop.id}/secret")).json()["secret"]
    inbox = (await ilona.get(f"/inboxes/{world.shop.id}")).json()
    assert inbox["has_secret"] is True
    assert secret not in str(inbox)
    await world.desk.directory.refresh()
    card = world.desk.directory.inbox(world.shop.id)
    assert card is not None
    assert card.secret is not None
    assert secret.encode() not in card.secret
    assert world.desk.sealer.open(card.secret, purpose=SEALED_FOR, about=str(card.id)) == secret.encode()
    assert (await ilona.post(f"/inboxes/{world.shop.id}/secret")).json()["secret"] != secret


async def frame_of(browser: Browser, key: str) -> Any:
    return await browser.http.get(f"/widget/{key}")


async def test_any_page_may_show_a_chat_that_names_no_sites(stranger: Browser, world: World) -> None:
    answer = await frame_of(stranger, world.shop.key)
    assert answer.status_code == 200
    assert "frame-ancestors *;" in answer.headers["content-security-policy"]


async def test_only_named_sites_may_show_a_chat(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    await (await signed_in(world.ilona)).patch(f"/inboxes/{world.shop.id}", {"settings": SETTINGS})
    await world.desk.directory.refresh()
    policy = (await frame_of(stranger, world.shop.key)).headers["content-security-policy"]
    assert "frame-ancestors 'self' https://shop.example https://*.shop.example:8443;" in policy
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy


async def test_nothing_in_an_inbox_becomes_markup_in_its_frame(
    signed_in: SignedIn, stranger: Browser, world: World
) -> None:
    evil = "</script><script>alert(1)</script><!--"
    await (await signed_in(world.ilona)).patch(
        f"/inboxes/{world.shop.id}", {"name": evil, "settings": SETTINGS | {"brand": evil, "greeting": {"en": evil}}}
    )
    await world.desk.directory.refresh()
    page = (await frame_of(stranger, world.shop.key)).text
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert page.count("</script>") == page.count("<script")


async def test_there_is_no_frame_for_an_unknown_or_removed_inbox(
    signed_in: SignedIn, stranger: Browser, world: World
) -> None:
    assert code(await frame_of(stranger, "chat_guess")) == "no_such_inbox"
    await (await signed_in(world.ilona)).delete(f"/inboxes/{world.shop.id}")
    await world.desk.directory.refresh()
    assert (await frame_of(stranger, world.shop.key)).status_code == 404


MAILBOX = {"address": "Help@Shop.example", "receive": {"host": "imap.shop.example", "user": "help"}}


async def test_a_mailbox_is_set_up_in_its_own_form_and_its_passwords_are_never_shown(
    signed_in: SignedIn, world: World
) -> None:
    ilona, setting_up = await signed_in(world.ilona), SettingUp(world.desk.database, world.desk.sealer, world.clock)
    made = await ilona.post("/inboxes", {"name": "Mail", "channel": "email", "settings": MAILBOX})
    assert made.status_code == 201, made.text
    number, settings = made.json()["id"], made.json()["settings"]
    assert (settings["address"], settings["receive"]["port"]) == ("help@shop.example", 993)
    assert made.json()["has_secret"] is False
    secrets = {"receive": "quince tranquil lamp", "refresh_token": "r"}
    assert (await ilona.put(f"/inboxes/{number}/secrets", secrets)).status_code == 204
    shown = await ilona.get(f"/inboxes/{number}")
    assert shown.json()["has_secret"] is True
    assert "quince" not in shown.text
    opened = await setting_up.set_up(number)
    assert opened.secrets is not None
    assert msgspec.json.decode(opened.secrets) == secrets
    assert set(await setting_up.of_kind("email")) == {number}
    # One kind's secret is nothing that another could use, and a chat's settings are no mailbox's.
    assert (await ilona.post(f"/inboxes/{number}/secret")).status_code == 404
    assert (await ilona.put(f"/inboxes/{world.shop.id}/secrets", secrets)).status_code == 404
    assert (await ilona.patch(f"/inboxes/{number}", {"settings": {"brand": "Shop"}})).status_code == 400
    assert (await setting_up.set_up(number)).secrets == opened.secrets
    # A password is for the servers that it was given for.
    await ilona.patch(f"/inboxes/{number}", {"settings": MAILBOX | {"brand": "Shop"}})
    assert (await setting_up.set_up(number)).secrets == opened.secrets
    elsewhere = MAILBOX | {"receive": {"host": "imap.elsewhere.example"}}
    changed = await ilona.patch(f"/inboxes/{number}", {"settings": elsewhere})
    assert changed.json()["has_secret"] is False
    assert (await setting_up.set_up(number)).secrets is None


async def test_who_may_not_manage_inboxes_sets_no_passwords(signed_in: SignedIn, world: World) -> None:
    for agent in (world.chandra, world.ana, world.eve):
        caller = await signed_in(agent)
        assert (await caller.put(f"/inboxes/{world.shop.id}/secrets", {"receive": "x"})).status_code == 403


async def test_unread_answers_leave_only_from_what_can_send_them(signed_in: SignedIn, world: World) -> None:
    ilona, mail = await signed_in(world.ilona), await world.mailbox()
    path = f"/inboxes/{world.shop.id}"
    for wrong in (world.trade.id, 999):
        refused = await ilona.patch(path, {"settings": SETTINGS | {"answers_from": wrong}})
        assert (refused.status_code, refused.json()["fields"]) == (400, {"answers_from": "unknown"})
    changed = await ilona.patch(path, {"settings": SETTINGS | {"answers_from": mail.id}})
    assert changed.json()["settings"]["answers_from"] == mail.id
