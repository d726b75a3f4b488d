"""Forms that several resources share: numbers, texts, lists and the cursor that continues them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import Annotated, Generic, Literal, TypeVar

from litestar.params import PathParameter, QueryParameter
from msgspec import Meta, Struct

from esmero.desk.conversations.lists import Place, Sort
from esmero.kit.errors import BadInput

T = TypeVar("T")

# JavaScript's numbers are exact up to 2⁵³, and no id of ours comes near.
HIGHEST = 2**53
Number = Annotated[int, Meta(ge=1, le=HIGHEST)]
"""An id in a body."""
Seq = Annotated[int, Meta(ge=0, le=2**31 - 1)]
PathNumber = Annotated[int, PathParameter(ge=1, le=HIGHEST)]
"""An id in a path."""
PathToken = Annotated[str, PathParameter(max_length=200)]
QueryNumber = Annotated[int | None, QueryParameter(ge=1, le=HIGHEST)]
QuerySeq = Annotated[int | None, QueryParameter(ge=0, le=2**31 - 1)]
Limit = Annotated[int, QueryParameter(ge=1, le=200)]
CursorText = Annotated[str | None, QueryParameter(name="cursor", max_length=100)]
Numbers = Annotated[list[Number], Meta(max_length=500)]
Text = Annotated[str, Meta(max_length=60_000)]
Line = Annotated[str, Meta(max_length=500)]
Password = Annotated[str, Meta(max_length=1_000)]
LinkToken = Annotated[str, Meta(max_length=200)]


class Form(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body that a client sends. Fields that it doesn't know are refused."""


class Items(Struct, Generic[T], kw_only=True):
    """One page of a list. `next` continues it, and is null at its end."""

    items: list[T]
    next: str | None = None


def all_of(items: Iterable[T]) -> Items[T]:
    """Return a list that has one page only."""
    return Items(items=list(items))


_LETTER: dict[Sort, Literal["w", "n"]] = {"waiting": "w", "newest": "n"}


def write_cursor(place: Place | None, sort: Sort) -> str | None:
    """Return a place in a list as clients hand it back; they need not understand it."""
    if place is None:
        return None
    return base64.urlsafe_b64encode(f"{_LETTER[sort]}.{place.value}.{place.id}".encode()).rstrip(b"=").decode()


def read_cursor(written: str | None, sort: Sort) -> Place | None:
    """Read what `write_cursor` wrote for the same order.

    Raises:
        BadInput: it is something else.
    """
    if written is None:
        return None
    try:
        padded = written.encode("ascii") + b"=" * (-len(written) % 4)
        letter, value, number = base64.b64decode(padded, b"-_", validate=True).decode("ascii").split(".")
        place = Place(int(value), int(number))
    except (ValueError, binascii.Error):
        raise _foreign_cursor() from None
    if letter != _LETTER[sort] or not all(abs(part) < 2**62 for part in place):
        raise _foreign_cursor()
    return place


def _foreign_cursor() -> BadInput:
    return BadInput("This cursor does not belong to this list.", fields={"cursor": "unknown"})
