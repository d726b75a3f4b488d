"""Settings that somebody asks for: of the agreed form and right in all they say, or refused by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from esmero.kit.errors import BadInput

LONGEST_REASON = 200

Settings = TypeVar("Settings", bound=msgspec.Struct)
Wrong = Callable[[Settings], Iterable[tuple[str, str]]]
"""Gives fields with what is wrong with each, which is nothing where it is right."""


def checked(wanted: object, form: type[Settings], wrong: Wrong[Settings]) -> Settings:
    """Make settings of what somebody asks for.

    Raises:
        BadInput: with what is wrong, by field.
    """
    try:
        settings = msgspec.convert(wanted, form)
    except msgspec.ValidationError as error:
        raise _refusal({"settings": str(error)[:LONGEST_REASON]}) from None
    found = {name: text for name, text in wrong(settings) if text}
    if found:
        raise _refusal(found)
    return settings


def _refusal(fields: dict[str, str]) -> BadInput:
    return BadInput("The settings can't be used.", fields=fields)
