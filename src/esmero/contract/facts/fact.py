"""What all facts have in common."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened.

    Attributes:
        type: its name in the log, in the past tense.
        version: the form's number; older forms are lifted when they are read.
        public: whether the customer may see it.
    """

    type: ClassVar[str]
    version: ClassVar[int] = 1
    public: ClassVar[bool] = False


class Unknown(Fact, frozen=True, kw_only=True):
    """What another release wrote and this one can't read: it moves a stream's `seq`, and says nothing else.

    Attributes:
        name: its type, as the log has it.
    """

    type: ClassVar[str] = "unknown"
    name: str
