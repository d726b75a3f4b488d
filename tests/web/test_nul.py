"""NUL, which PostgreSQL takes in no text: whoever sends it gets an answer, and no defect."""

from __future__ import annotations

import pytest

from tests.both import on_both
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.world import World

__all__ = ["on_both"]

NUL = "a\x00b"
CALLS: list[tuple[str, str, object]] = [
    ("GET", "/search?q=a%00b", None),
    ("GET", "/search?q=%00", None),
    ("GET", "/conversations?cursor=%00", None),
    ("GET", "/conversations?status=%00", None),
    ("GET", "/links/reset_%00x", None),
    ("POST", "/links/reset_%00x", {"password": "a fine new password"}),
    ("POST", "/setup", {"token": NUL, "name": NUL, "email": f"{NUL}@x.example", "password": "a fine new password"}),
    ("POST", "/invitations", {"email": f"{NUL}@x.example", "name": NUL}),
    ("POST", "/labels", {"name": NUL, "tint": "red"}),
    ("POST", "/teams", {"name": NUL, "members": [], "inboxes": []}),
    ("POST", "/tokens", {"name": NUL, "role": "agent"}),
    ("POST", "/inboxes", {"name": NUL, "channel": "chat", "settings": {"brand": NUL, "greeting": {"en": NUL}}}),
    ("PATCH", "/me", {"name": NUL}),
    ("PATCH", "/customers/1", {"name": NUL, "email": NUL, "language": NUL, "about": NUL}),
    ("PATCH", "/conversations/1", {"subject": NUL}),
    ("PUT", "/conversations/1/draft", {"kind": "note", "text": NUL}),
    ("POST", "/conversations/1/messages", {"id": "a-message-with-nul", "kind": "note", "text": NUL}),
]


async def test_nobody_signs_in_with_it(stranger: Browser) -> None:
    answer = await stranger.post("/session", {"email": f"{NUL}@x.example", "password": f"{NUL} and more"})
    assert (answer.status_code, answer.json()["code"]) == (401, "wrong_password")


@pytest.mark.parametrize(("method", "path", "body"), CALLS, ids=[f"{call[0]} {call[1]}" for call in CALLS])
async def test_no_call_breaks_by_it(signed_in: SignedIn, world: World, method: str, path: str, body: object) -> None:
    await world.hear(world.tom, "Hello")
    ilona = await signed_in(world.ilona)
    answer = await ilona.send(method, path, body) if method != "GET" else await ilona.get(path)
    assert answer.status_code < 500, answer.text
