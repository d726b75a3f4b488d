"""One connection to one folder, by calls that block: it looks (EXAMINE, PEEK) and changes nothing."""

from __future__ import annotations

import contextlib
import imaplib
import re
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from imap_tools import BaseMailBox, imap_utf7
from imap_tools.errors import ImapToolsError, MailboxFolderSelectError, UnexpectedCommandStatusError
from msgspec import Struct

from esmero.channels.email.dial import dial, encrypt
from esmero.channels.email.imap.answers import Listed, bodies, listed, numbers
from esmero.channels.email.imap.client import PIECE, SMALL_ANSWER, Client
from esmero.channels.email.imap.signing_in import Credential, sign_in
from esmero.channels.email.settings import Server
from esmero.channels.email.trouble import ServerTrouble
from esmero.kit.errors import TooLarge

CHUNK: Final = 1024 * 1024
MOST_FOLDERS: Final = 100
SENT_NAMES: Final = frozenset({"sent", "sent items", "sent mail", "sent messages"})
"""What the folder for sent mails is called on servers that don't say what a folder is for."""
_SENT = re.compile(rb'\(([^)]*)\) (?:"[^"]*"|NIL) "?([^"]+)"?\Z', re.IGNORECASE)


class Opened(Struct, frozen=True):
    """What a folder tells when it is opened.

    Attributes:
        validity: UIDVALIDITY (RFC 3501 section 2.3.1.1): while it stays, a UID means the same mail.
        next_uid: what the next mail's UID will be, at the least.
        told: UIDNEXT as the server told it, if it did. It may be lower than a mail that is there: servers lie.
    """

    validity: int
    next_uid: int
    told: int | None = None


class Limits(Struct, frozen=True, kw_only=True):
    """How long a mail server may take and how much it may send.

    Attributes:
        connect_seconds: for a connection and its greeting.
        answer_seconds: for one answer; one that carries mails gets a second more for each 100 kB.
        mail_octets: a larger mail is not fetched but told of.
    """

    connect_seconds: float = 15.0
    answer_seconds: float = 30.0
    mail_octets: int = 50 * 1024 * 1024


class _Given(BaseMailBox):
    """imap-tools over a client that is connected already."""

    def __init__(self, client: Client) -> None:
        self._given = client
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return self._given


class Mailbox:
    """Every method but `abort` blocks, and belongs into one thread. All raise `ServerTrouble`."""

    def __init__(self, server: Server, context: Callable[[], ssl.SSLContext], limits: Limits) -> None:
        self._server = server
        self._context = context
        self._limits = limits
        self._socket: socket.socket | None = None
        self._aborted = False
        self._box: _Given | None = None

    # From the connection to the folder

    def connect(self) -> None:
        """Connect, with TLS as the settings say, and hear the greeting."""
        server, seconds = self._server, self._limits.connect_seconds
        self._keep(dial(server.host, server.port, seconds=seconds, keep=self._keep))
        with _troubles():
            if server.security == "tls":
                assert self._socket is not None
                self._keep(encrypt(self._socket, server.host, self._context()))
            assert self._socket is not None
            client = self._greeted(self._socket, seconds)
            if server.security == "starttls":
                client.encrypt(self._context())
                self._keep(client.sock)
            self._box = _Given(client)

    def sign_in(self, credential: Credential) -> None:
        """Show who we are."""
        self._client.allow(seconds=self._limits.answer_seconds)
        with _troubles(secret=credential.secret):
            sign_in(self._mailbox, self._server, credential)

    def examine(self, folder: str) -> Opened:
        """Open the folder for reading only.

        Raises:
            ServerTrouble: `folder_missing`, beside the others.
        """
        self._allow()
        with _troubles():
            try:
                self._mailbox.folder.set(folder, readonly=True)
            except MailboxFolderSelectError as error:
                raise ServerTrouble("folder_missing", _words_of(error)) from None
            validity = self._told("UIDVALIDITY")
            next_uid = self._told("UIDNEXT")
            self._client.untagged_responses.clear()
        there = self.search("UID *")  # the mail with the highest UID
        return Opened(validity or 0, max(next_uid or 0, max(there, default=0) + 1), told=next_uid)

    def folders(self) -> list[str]:
        """Return the names of the folders that are there."""
        self._allow()
        with _troubles():
            return [folder.name for folder in self._mailbox.folder.list()][:MOST_FOLDERS]

    def sent_folder(self) -> str | None:
        """Return the folder for sent mails: the server says which one that is (RFC 6154 section 2), or its name does.

        A server that has the attribute may tell it only to whom asks (section 3).
        """
        self._allow()
        with _troubles():
            found = self._mailbox.folder.list()
            marked = [folder.name for folder in found if "\\sent" in {flag.lower() for flag in folder.flags}]
            if not marked and "SPECIAL-USE" in self._client.capabilities:
                found_by = self._client.list('(SPECIAL-USE) ""', "*")[1]
                marked = [name for name in map(_sent_name, found_by) if name]
        usual = [folder.name for folder in found if folder.name.rpartition(folder.delim)[2].lower() in SENT_NAMES]
        return next(iter((*marked, *usual)), None)

    @property
    def idles(self) -> bool:
        """Whether the server says that it tells of mails by itself."""
        return "IDLE" in self._client.capabilities

    # Mails

    def search(self, criteria: str) -> set[int]:
        """Return the UIDs of the mails that fit."""
        self._allow()
        # Told of from here on, a mail may not be in the answer: whoever waits next has to know.
        self._client.untagged_responses.pop("EXISTS", None)
        return numbers(self._uid("SEARCH", criteria))

    def has(self, message_id: str) -> bool:
        """Tell whether the open folder has a mail of this Message-ID, given with or without its brackets."""
        self._allow()
        with _troubles():
            self._client.noop()  # what came since it was opened counts
        return bool(self.search(f'HEADER Message-ID "<{message_id.strip("<>")}>"'))

    def look_at(self, uids: Sequence[int]) -> dict[int, Listed]:
        """Return size and time of mails; those that are gone are not in it."""
        self._allow()
        return listed(self._uid("FETCH", _set(uids), "(UID RFC822.SIZE INTERNALDATE)"))

    def fetch(self, uids: Sequence[int], octets: int) -> dict[int, bytes]:
        """Return mails whole, together at most about so many octets; those that are gone are not in it."""
        self._allow(octets)
        found = bodies(self._uid("FETCH", _set(uids), "(UID BODY.PEEK[])"))
        return {uid: found[uid] for uid in uids if uid in found}

    def fetch_long(self, uid: int) -> bytes | None:
        """Return one mail, fetched in pieces whatever size it is said to have; None if it is gone.

        Raises:
            TooLarge: beside the others.
        """
        pieces, size = list[bytes](), 0
        while size <= self._limits.mail_octets:
            self._allow(CHUNK)
            piece = bodies(self._uid("FETCH", str(uid), f"(UID BODY.PEEK[]<{size}.{CHUNK}>)")).get(uid)
            if piece is None and not pieces:
                return None
            pieces.append(piece or b"")
            size += len(pieces[-1])
            if not piece or len(piece) < CHUNK:
                return b"".join(pieces)
        raise TooLarge

    def header(self, uid: int) -> bytes | None:
        """Return a mail's header, or None if it is gone."""
        self._allow(CHUNK)
        return bodies(self._uid("FETCH", str(uid), f"(UID BODY.PEEK[HEADER]<0.{PIECE}>)")).get(uid)

    # Waiting

    def wait(self, seconds: float) -> bool:
        """Wait by IDLE; tell whether a mail may have come. Whoever doesn't answer at the end is gone."""
        self._client.allow(seconds=seconds + self._limits.answer_seconds)
        with _troubles():
            return self._client.idle(seconds)

    def ask(self) -> None:
        """Let the server tell what it has (NOOP)."""
        self._allow()
        with _troubles():
            self._client.noop()

    # The end

    def log_out(self) -> None:
        """Leave politely, as far as the server lets us."""
        self._client.allow(seconds=2)
        with contextlib.suppress(ServerTrouble, ImapToolsError, imaplib.IMAP4.error, OSError):
            self._client.logout()

    def abort(self) -> None:
        """End whatever blocks, from any thread."""
        self._aborted = True
        if self._socket is not None:
            _hang_up(self._socket)

    def close(self) -> None:
        """Let go of the connection."""
        if self._socket is not None:
            self._socket.close()

    @property
    def _client(self) -> Client:
        client = self._mailbox.client
        assert isinstance(client, Client)
        return client

    @property
    def _mailbox(self) -> _Given:
        assert self._box is not None, "connect first"
        return self._box

    def _keep(self, connected: socket.socket) -> None:
        self._socket = connected
        if self._aborted:
            _hang_up(connected)

    def _greeted(self, connected: socket.socket, seconds: float) -> Client:
        try:
            return Client(connected, self._server.host, seconds=seconds)
        except (imaplib.IMAP4.abort, imaplib.IMAP4.error) as error:
            bye = "* BYE" in str(error).upper()
            raise ServerTrouble("busy" if bye else "not_a_mail_server") from None

    def _allow(self, octets: int = 0) -> None:
        self._client.allow(seconds=self._limits.answer_seconds + octets / 100_000, octets=SMALL_ANSWER + octets)

    def _uid(self, command: str, *words: str) -> list[Any]:
        with _troubles():
            status, answers = self._client.uid(command, *words)
            if status != "OK":
                raise ServerTrouble("refused", _text(answers))
            return list(answers)

    def _told(self, name: str) -> int | None:
        _, values = self._client.response(name)
        found = values[-1] if values else None
        return int(found) if isinstance(found, bytes) and found.isdigit() else None


@contextlib.contextmanager
def _troubles(*, secret: str = "") -> Iterator[None]:
    """Turn the libraries' errors into ours. Their texts repeat what was sent and what came; ours don't."""
    try:
        yield
    except UnexpectedCommandStatusError as error:
        raise ServerTrouble("refused", _words_of(error).replace(secret or "\0", "…")) from None
    except imaplib.IMAP4.abort:
        raise ServerTrouble("dropped") from None
    except imaplib.IMAP4.error:
        raise ServerTrouble("refused") from None
    except (OSError, EOFError):
        raise ServerTrouble("dropped") from None
    except (ImapToolsError, ValueError, KeyError, IndexError, AttributeError, TypeError):
        # A server that talks nonsense makes the libraries stumble anywhere.
        raise ServerTrouble("not_a_mail_server") from None


def _words_of(error: UnexpectedCommandStatusError) -> str:
    return _text(error.command_result[1])


def _text(answers: Any) -> str:
    lines = answers if isinstance(answers, list) else [answers]
    return b" ".join(line for line in lines if isinstance(line, bytes)).decode("utf-8", "replace")


def _sent_name(line: object) -> str:
    """Read a line of LIST (RFC 3501 section 7.2.2); empty unless it is the folder for sent mails."""
    found = _SENT.match(line) if isinstance(line, bytes) else None
    return imap_utf7.utf7_decode(found[2]) if found and b"\\sent" in found[1].lower().split() else ""


def _set(uids: Sequence[int]) -> str:
    return ",".join(map(str, uids))


def _hang_up(connected: socket.socket) -> None:
    # TLS's own shutdown would pull the rug from under the thread that reads; the plain one wakes it up.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
