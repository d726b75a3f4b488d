"""The director's acts: one module each, with `act`, what happens when its button is pressed.

A later capability adds its module here and its name to `ACTS`; its button's words are `demo-act-<name>` in the locales,
what is told of it `demo-said-<says>` of the scene that it returns.
"""

from __future__ import annotations

from esmero.demo.acts import angry, away, bounce, cut, down, home, kind, letter, reset, skip, supplier
from esmero.demo.stage import Act

ACTS: dict[str, Act] = {
    "angry": angry.act,
    "kind": kind.act,
    "letter": letter.act,
    "supplier": supplier.act,
    "down": down.act,
    "bounce": bounce.act,
    "away": away.act,
    "cut": cut.act,
    "home": home.act,
    "skip": skip.act,
    "reset": reset.act,
}
"""In the order of their buttons."""
