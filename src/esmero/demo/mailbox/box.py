"""One mailbox: its letters, read by what the desk itself reads mails with, in threads as mail programs make them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from esmero.channels.email.reading.mail import Mail
from esmero.kit.errors import NotFound

MOST_LETTERS = 200
MOST_BYTES = 20_000_000
"""What one mailbox holds; beyond it the oldest are gone."""


class Letter(Struct, frozen=True, kw_only=True):
    """One mail in a mailbox.

    Attributes:
        thread: the id of the first letter that it goes on from.
        at: when it was sent or came, UTC milliseconds by the desk's clock.
        mine: the mailbox's owner wrote it.
    """

    id: int
    thread: int
    at: int
    mine: bool
    unread: bool
    size: int
    mail: Mail


class Box:
    """The letters of one owner, in memory."""

    def __init__(self) -> None:
        self._letters: dict[int, Letter] = {}
        self._last = 0
        self.version = 0
        """Grows with each change."""

    @property
    def letters(self) -> list[Letter]:
        """All of them, the oldest first."""
        return list(self._letters.values())

    def keep(self, raw: bytes, *, at: int, mine: bool, unread: bool) -> Letter:
        """Put a mail into the box."""
        from esmero.channels.email.reading.read import read_mail  # a demo whose mailboxes nobody opens reads no mail

        mail = read_mail(raw)
        self._last += 1
        letter = Letter(
            id=self._last,
            thread=self._thread(mail) or self._last,
            at=at,
            mine=mine,
            unread=unread,
            size=len(raw),
            mail=mail,
        )
        self._letters[letter.id] = letter
        self._shed()
        self.version += 1
        return letter

    def find(self, number: int) -> Letter:
        """Return one letter.

        Raises:
            NotFound: it isn't there, or not any more.
        """
        found = self._letters.get(number)
        if found is None:
            raise NotFound("There is no such letter.")
        return found

    def open(self, thread: int) -> list[Letter]:
        """Return a thread's letters, the oldest first; from now on they are read.

        Raises:
            NotFound: there is no such thread.
        """
        found = [one for one in self.letters if one.thread == thread]
        if not found:
            raise NotFound("There is no such letter.")
        for one in found:
            if one.unread:
                self._letters[one.id] = replace(one, unread=False)
                self.version += 1
        return found

    def _thread(self, mail: Mail) -> int | None:
        """Return the thread that a mail goes on in, by the ids that it names (RFC 5322 section 3.6.4)."""
        answered = {*mail.in_reply_to, *mail.references}
        return next((one.thread for one in reversed(self.letters) if one.mail.message_id in answered), None)

    def _shed(self) -> None:
        while len(self._letters) > MOST_LETTERS or self._size() > MOST_BYTES:
            if len(self._letters) == 1:
                return
            del self._letters[next(iter(self._letters))]

    def _size(self) -> int:
        return sum(one.size for one in self._letters.values())
