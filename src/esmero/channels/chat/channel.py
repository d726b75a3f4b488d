"""What web chat can do."""

from __future__ import annotations

from esmero.channels.chat.settings import KIND
from esmero.contract.abilities import Abilities
from esmero.contract.messages import Outgoing, Sent
from esmero.contract.trouble import PermanentTrouble


class Chat:
    """The channel of the widget."""

    kind = KIND
    abilities = Abilities(live=True, attachments=True, max_length=10_000, typing=True, receipts=True)

    async def send(self, outgoing: Outgoing) -> Sent:
        """Refuse: a live channel has no outbox.

        Raises:
            PermanentTrouble: always; something put a reply into the outbox that was delivered by its commit.
        """
        raise PermanentTrouble("defect")

    async def was_sent(self, outgoing: Outgoing) -> Sent | None:
        """Return None: nothing is ever sent."""
        return None
