"""How one chat is set up. Strict when written: an unknown or wrong field is refused by name; tolerant when read."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Annotated, Final, Literal
from zoneinfo import available_timezones

import msgspec
from msgspec import Meta, Struct

from esmero.kit.checked import checked
from esmero.kit.text import clean_name

KIND: Final = "chat"
"""The kind of channel that this folder is."""
Language = Literal["en", "es", "hi", "hu"]
LANGUAGES: tuple[Language, ...] = ("en", "es", "hi", "hu")
Minutes = Annotated[int, Meta(ge=0, le=1440)]
Line = Annotated[str, Meta(max_length=200)]
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
# An origin as Content-Security-Policy writes it (CSP level 3, section 2.3.1), without a path.
_SITE = re.compile(r"https?://(\*\.)?[a-z0-9.-]+(:\d{1,5})?\Z|https?://\[[0-9a-f:]+\](:\d{1,5})?\Z")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


class Way(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another way to reach the firm, shown in the widget's directory."""

    kind: Literal["phone", "email"]
    address: Annotated[str, Meta(min_length=3, max_length=254)]
    cost: Annotated[str, Meta(max_length=80)] = ""


class Hours(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A week of local times, Monday first, in minutes after midnight, and dates off."""

    zone: str = "UTC"
    always: bool = True
    days: tuple[tuple[tuple[Minutes, Minutes], ...], ...] = ((),) * 7
    days_off: Annotated[tuple[Date, ...], Meta(max_length=366)] = ()


class ChatSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One chat.

    Attributes:
        brand: the firm's name as customers know it.
        greeting: the widget's title in each language; the built-in one where there is none.
        languages: which the people here write, the first when nothing else is known.
        address: how customers are spoken to where the language has two ways.
        accent: a colour in place of the product's own, or empty.
        sites: origins of pages that may show the widget; none means any page.
        reopen_hours: after its closing, how long a new message takes a conversation up again.
        answers_from: the e-mail inbox that answers leave from which somebody who left the chat has not read; None for
            the first whose teams read this chat too.
        identity_required: only customers whom the shop vouches for may write.
    """

    brand: Annotated[str, Meta(max_length=80)] = ""
    greeting: dict[Language, Line] = {}
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=4)] = LANGUAGES
    address: Literal["formal", "familiar"] = "formal"
    accent: str = ""
    hours: Hours = Hours()
    sites: Annotated[tuple[str, ...], Meta(max_length=50)] = ()
    ways: Annotated[tuple[Way, ...], Meta(max_length=8)] = ()
    reopen_hours: Annotated[int, Meta(ge=0, le=8_760)] = 24
    files: bool = True
    answers_from: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    identity_required: bool = False


class _StoredWay(Way, frozen=True, kw_only=True, forbid_unknown_fields=False):
    pass


class _StoredHours(Hours, frozen=True, kw_only=True, forbid_unknown_fields=False):
    pass


class _Stored(ChatSettings, frozen=True, kw_only=True, forbid_unknown_fields=False):
    hours: _StoredHours = _StoredHours()
    ways: tuple[_StoredWay, ...] = ()


_read = msgspec.json.Decoder(_Stored).decode


def read_chat_settings(written: str) -> ChatSettings:
    """Read what was stored, perhaps by a newer release: fields that this one doesn't know are passed over."""
    return _read(written)


def check_chat_settings(wanted: object) -> ChatSettings:
    """Make settings of what somebody asks for.

    Raises:
        BadInput: with what is wrong, by field.
    """
    settings = checked(wanted, ChatSettings, _wrong)
    return msgspec.structs.replace(settings, brand=clean_name(settings.brand, longest=80))


def _wrong(settings: ChatSettings) -> list[tuple[str, str]]:
    return [
        ("accent", "" if not settings.accent or _COLOUR.match(settings.accent) else "A colour is written #1c6b5d."),
        ("sites", "" if all(map(_SITE.match, settings.sites)) else "A site is written https://shop.example."),
        ("hours.zone", "" if settings.hours.zone in available_timezones() else "There is no such time zone."),
        ("hours.days", _wrong_days(settings.hours)),
        ("hours.days_off", "" if all(map(_is_date, settings.hours.days_off)) else "A date is written 2026-12-24."),
    ]


def _wrong_days(hours: Hours) -> str:
    if len(hours.days) != 7:
        return "A week has seven days, Monday first."
    for spans in hours.days:
        ordered = sorted(spans)
        if any(begins >= ends for begins, ends in ordered):
            return "Hours end after they begin; past midnight is the next day's."
        if any(first[1] > second[0] for first, second in pairwise(ordered)):
            return "Two spans of a day overlap."
    return ""


def _is_date(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
