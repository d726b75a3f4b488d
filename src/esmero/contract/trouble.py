"""How a delivery can fail. The error itself says whether trying again makes sense."""

from __future__ import annotations


class DeliveryError(Exception):
    """A reply could not be handed over. The text is for agents: the provider's words, without secrets."""


class TemporaryTrouble(DeliveryError):
    """It may work later: back off and try again. `wait` is what the provider asked for, in milliseconds."""

    def __init__(self, reason: str, *, wait: int | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class PermanentTrouble(DeliveryError):
    """It will never work like this: tell the agent, don't try again."""


class OutcomeUnknown(DeliveryError):
    """It may or may not have left. Trying again could say it twice, so a person decides."""
