"""Whose pictures from elsewhere are shown: those of one message, or of all that a customer writes; and which these are.

Cleaned HTML has the address of each in `data-remote-src`. Only what stands there can be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Literal

from sqlalchemy import and_, bindparam, delete, or_, select

from esmero.store.schema import pictures_shown
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

What = Literal["message", "customer"]
# In cleaned HTML every attribute has its quotes, and none holds a quotation mark: no text can look like this.
_TAG = re.compile(r'<img((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*/?>')
_ADDRESS = re.compile(r'\sdata-remote-src="([^"]*)"')
_PIXEL = re.compile(r'\s(?:width|height)="[01]"')

_shown = pictures_shown.c
_SHOWN = Statement(
    select(_shown.what).where(
        or_(
            and_(_shown.what == "message", _shown.number == bindparam("event_id")),
            and_(_shown.what == "customer", _shown.number == bindparam("customer_id")),
        )
    )
)
_SHOW = Statement(
    insert(pictures_shown)
    .values({name: bindparam(name) for name in ("what", "number", "agent_id", "created_at")})
    .on_conflict_do_nothing()
)
_HIDE = Statement(delete(pictures_shown).where(_shown.what == bindparam("what"), _shown.number == bindparam("number")))


def shown(session: Session, event_id: int, customer_id: int | None) -> frozenset[What]:
    """Return why the pictures of a message are shown: since somebody asked for them here, or for all of a customer."""
    return frozenset(row[0] for row in session.all(_SHOWN, event_id=event_id, customer_id=customer_id or 0))


def show(tx: Transaction, what: What, number: int, *, agent_id: int, at: int) -> None:
    """Show them from now on, to everybody who sees the message."""
    tx.run(_SHOW, what=what, number=number, agent_id=agent_id, created_at=at)


def hide(tx: Transaction, what: What, number: int) -> None:
    """Show them no more."""
    tx.run(_HIDE, what=what, number=number)


def addresses(html: str) -> list[str]:
    """Return where the pictures of a message lie that somebody could want to see.

    What is a pixel wide or high is there to tell its sender that the mail was opened: it is never fetched.
    """
    found = (_address(tag[1]) for tag in _TAG.finditer(html))
    return [unescape(address) for address in found if address]


def with_pictures(html: str, place: Callable[[int], str]) -> str:
    """Return a message's HTML with `src` for each of those pictures: what `place` says for its number, from 0 on."""
    number = -1

    def placed(tag: re.Match[str]) -> str:
        nonlocal number
        address = _address(tag[1])
        if not address:
            return tag[0]
        number += 1
        return tag[0].replace(f' data-remote-src="{address}"', f' src="{place(number)}"', 1)

    return _TAG.sub(placed, html)


def _address(attributes: str) -> str:
    found = _ADDRESS.search(attributes)
    return found[1] if found and not _PIXEL.search(attributes) else ""
