"""Signed addresses: of files, good for a few days, so that a picture loads without asking who looks; and of the page
that a conversation has for its customer."""

from __future__ import annotations

from urllib.parse import quote

from esmero.contract.events import File
from esmero.contract.messages import page_address
from esmero.desk.conversations.state import Conversation
from esmero.kit.clock import DAY, Clock
from esmero.kit.signing import Signer

GOOD_FOR = 7
"""Days, at least; ends are rounded up to whole days, so that an address stays the same for a day and caches hold it."""

_PAGE, _PURPOSE, _DIGITS = "c1.", "page of a conversation", 18


class FileLinks:
    """Makes and reads signed addresses: `/files/<id>/<day it ends>/<mark>/<name>`."""

    def __init__(self, signer: Signer, clock: Clock) -> None:
        self._signer = signer
        self._clock = clock

    def address(self, file: File) -> str:
        """Return where a file can be fetched for at least a week."""
        last_day = self._clock.now() // DAY + GOOD_FOR + 1
        return f"/files/{file.id}/{last_day}/{self._mark(file.id, last_day)}/{quote(file.name, safe='')}"

    def is_good(self, file_id: int, last_day: int, mark: str) -> bool:
        """Tell whether we made this address and it has not ended."""
        return self._clock.now() // DAY <= last_day and self._signer.is_marked("file", f"{file_id}.{last_day}", mark)

    def _mark(self, file_id: int, last_day: int) -> str:
        return self._signer.mark("file", f"{file_id}.{last_day}")


class PageLinks:
    """Makes and reads the links by which a customer comes to the page of one conversation.

    The mark stands behind the `#`, which browsers send to nobody: it is in no log of any server on the way.
    """

    def __init__(self, signer: Signer, origin: str | None) -> None:
        """`origin` is where the desk is for people outside; None where nobody has said, and then there are no links."""
        self._signer = signer
        self._origin = origin

    def address(self, state: Conversation) -> str:
        """Return the address of a conversation's page, or an empty text."""
        return f"{self._origin}/c#{self.token(state)}" if self._origin else ""

    def token(self, state: Conversation) -> str:
        """Return what says on a live connection that somebody has come by the link."""
        # The number stands last: programs that find links in a text drop some of the signs that a mark can end in.
        return f"{_PAGE}{self._signer.mark(_PURPOSE, page_address(state.id, state.identity_id))}.{state.id}"

    def is_good(self, token: str, state: Conversation) -> bool:
        """Tell whether this is the token of a link that we made for this conversation and its present customer."""
        mark = token.removeprefix(_PAGE).rpartition(".")[0]
        return self._signer.is_marked(_PURPOSE, page_address(state.id, state.identity_id), mark)


def is_page_token(token: str) -> bool:
    """Tell whether a token says of itself that it is that of a page."""
    return token.startswith(_PAGE)


def named_in(token: str) -> int | None:
    """Return the conversation that the token of a page names, whoever made it."""
    number = token.rpartition(".")[2]
    is_number = number.isascii() and number.isdigit() and len(number) <= _DIGITS
    return int(number) if is_page_token(token) and is_number else None


class PictureLinks:
    """Makes and reads signed addresses of pictures that lie elsewhere: `/pictures/<event>/<number>/<day>/<mark>`.

    They name a message and a number, never where the picture lies: only what a kept message shows can be asked for.
    """

    def __init__(self, signer: Signer, clock: Clock) -> None:
        self._signer = signer
        self._clock = clock

    def address(self, event_id: int, number: int) -> str:
        """Return where a message's picture can be fetched, for a day at least."""
        last_day = self._clock.now() // DAY + 1
        return f"/pictures/{event_id}/{number}/{last_day}/{self._mark(event_id, number, last_day)}"

    def is_good(self, event_id: int, number: int, last_day: int, mark: str) -> bool:
        """Tell whether we made this address and it has not ended."""
        is_ours = self._signer.is_marked("picture", f"{event_id}.{number}.{last_day}", mark)
        return is_ours and self._clock.now() // DAY <= last_day

    def _mark(self, event_id: int, number: int, last_day: int) -> str:
        return self._signer.mark("picture", f"{event_id}.{number}.{last_day}")
