"""How a delivery can fail. The error itself says whether trying again makes sense, and what is wrong by a code."""

from __future__ import annotations

from typing import Final, Literal, get_args

from msgspec import Struct

Code = Literal[
    "no-such-address",
    "mailbox-full",
    "domain-unknown",
    "junk",
    "too-large",
    "sender-refused",
    "sign-in-refused",
    "server-away",
    "greylisted",
    "timed-out",
    "encryption-failed",
    "bad-address",
    "inbox-off",
    "file-gone",
    "erased",
    "expired",
    "defect",
    "outcome-unknown",
    "other",
]
WORDS: Final[dict[Code, str]] = {
    "no-such-address": "There is nobody at this address.",
    "mailbox-full": "The recipient's mailbox is full.",
    "domain-unknown": "No mail can be delivered to this domain.",
    "junk": "The server takes it for junk, or refuses it by a rule of its own.",
    "too-large": "The mail is too large.",
    "sender-refused": "The server doesn't let this address send.",
    "sign-in-refused": "The mail server refuses the inbox's access.",
    "server-away": "The mail server can't be reached, or has trouble of its own.",
    "greylisted": "The server asks for patience.",
    "timed-out": "The mail server did not answer in time.",
    "encryption-failed": "No safe connection to the mail server comes about.",
    "bad-address": "This is no address that a mail can be sent to.",
    "inbox-off": "This inbox is not in use any more, or sends nothing.",
    "file-gone": "A file of it is not there any more.",
    "erased": "What was to be sent has been erased.",
    "expired": "It could not leave in time, and is worth nothing any more.",
    "defect": "Sending broke inside Esmero; the log file tells more.",
    "outcome-unknown": "The mail server had all of it and gave no answer; it may have been sent.",
    "other": "It was refused.",
}
"""For the log file and the shell; the console says them in its reader's language."""

assert WORDS.keys() == set(get_args(Code))


class Trouble(Struct, frozen=True, kw_only=True):
    """What went wrong with a message, so that it can be said in any language.

    Attributes:
        status: the enhanced code such as `5.2.2` (RFC 3463), if there is one.
        said: the other side's own words, without secrets.
        address: whom it refused; several stand with commas.
        for_all: the others were not refused, and got nothing either.
    """

    code: Code = "other"
    status: str = ""
    said: str = ""
    address: str = ""
    for_all: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """What people or servers wrote: it stands in an event's content and can be erased."""
        return {name: value for name, value in (("address", self.address), ("said", self.said)) if value}

    @property
    def words(self) -> str:
        """A sentence in English."""
        what = WORDS.get(self.code, WORDS["other"])
        named = f"{self.address}: {what}" if self.address else what
        return f"{named} It says: {self.said}" if self.said else named


class DeliveryError(Exception):
    """A reply could not be handed over."""

    def __init__(self, trouble: Trouble | Code, said: str = "") -> None:
        self.trouble = trouble if isinstance(trouble, Trouble) else Trouble(code=trouble, said=said)
        super().__init__(self.trouble.words)


class TemporaryTrouble(DeliveryError):
    """It may work later: back off and try again. `wait` is what the provider asked for, in milliseconds."""

    def __init__(self, trouble: Trouble | Code, said: str = "", *, wait: int | None = None) -> None:
        super().__init__(trouble, said)
        self.wait = wait


class PermanentTrouble(DeliveryError):
    """It will never work like this: tell the agent, don't try again."""


class OutcomeUnknown(DeliveryError):
    """It may or may not have left. Trying again could say it twice, so a person decides."""

    def __init__(self, said: str = "") -> None:
        super().__init__("outcome-unknown", said)
