"""IMAP on the wire: every wait has an end, and every answer a size."""

from __future__ import annotations

import imaplib
import socket
import ssl
from time import monotonic
from typing import Any, Final

from esmero.channels.email.dial import encrypt
from esmero.channels.email.trouble import ServerTrouble

LONGEST_LINE: Final = 8 * 1024 * 1024
"""Of an answer without its literals: a search that finds a million mails."""
SMALL_ANSWER: Final = 16 * 1024 * 1024
PIECE: Final = 65_536


class Client(imaplib.IMAP4):
    """The standard library's client over a connection that was made already.

    It reads with a buffer of its own. The library's reads through a file, which can't be asked whether a line waits in
    it: whoever then waits for the socket waits although the news is here, and a mail appears minutes late.
    """

    def __init__(self, connected: socket.socket, host: str, *, seconds: float) -> None:
        self._given = connected
        self._buffer = bytearray()
        self._until = 0.0
        self._left = 0
        self.allow(seconds=seconds)
        super().__init__(host)

    def allow(self, *, seconds: float, octets: int = SMALL_ANSWER) -> None:
        """Set how long the next exchange may take in all, and how much the server may send."""
        self._until = monotonic() + seconds
        self._left = octets

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Go over to TLS (RFC 3501 section 6.2.1). What came before in the clear is forgotten: anyone can have said it.

        Raises:
            ServerTrouble: it isn't offered, or fails.
        """
        if "STARTTLS" not in self.capabilities:
            raise ServerTrouble("starttls_missing")
        status, _ = self._simple_command("STARTTLS")
        if status != "OK":
            raise ServerTrouble("starttls_missing")
        self.sock.settimeout(max(0.1, self._until - monotonic()))
        self.sock = encrypt(self.sock, self.host, context)
        self._buffer.clear()
        self.untagged_responses.clear()
        self._tls_established = True
        self._get_capabilities()

    def renew_capabilities(self) -> None:
        """Ask again what the server can: it tells more, or less, to whom it knows."""
        self._get_capabilities()

    def heard(self, seconds: float) -> bool:
        """Wait for a line of the server; tell whether one is here."""
        until = monotonic() + seconds
        while b"\n" not in self._buffer:
            left = until - monotonic()
            if left <= 0 or not self._receive(left):
                return False
        return True

    def idle(self, seconds: float) -> bool:
        """Wait for news by IDLE (RFC 2177), at most so long; tell whether a mail may have come.

        Raises:
            imaplib.IMAP4.error: the server doesn't do it after all.
        """
        tag = self._command("IDLE")
        while self._get_response() is not None:
            if self.tagged_commands[tag]:  # NO or BAD instead of the "go ahead"
                self._command_complete("IDLE", tag)
                raise self.error("IDLE was refused")
        until = monotonic() + seconds
        # A mail may have been told of before this began, in the answer to the last search: it isn't told of again.
        while "EXISTS" not in self.untagged_responses and self.heard(until - monotonic()):
            self._get_response()
            if self.tagged_commands[tag]:
                break
        return self._end_idle(tag)

    def _end_idle(self, tag: bytes) -> bool:
        ended = self.tagged_commands[tag]
        if not ended:
            self.send(b"DONE\r\n")
        self._command_complete("IDLE", tag)
        told = "EXISTS" in self.untagged_responses
        self.untagged_responses.clear()
        return told or bool(ended)

    # What the library calls.

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        self.host = host
        self.port = port
        self.sock = self._given

    def read(self, size: int) -> bytes:
        # The announced size may be a lie; it is believed as far as it was allowed.
        if size > self._left + len(self._buffer):
            raise ServerTrouble("too_much")
        while len(self._buffer) < size:
            self._more()
        return self._take(size)

    def readline(self) -> bytes:
        seen = 0
        while (end := self._buffer.find(b"\n", seen)) < 0:
            seen = len(self._buffer)
            if seen > LONGEST_LINE:
                raise ServerTrouble("too_much")
            self._more()
        return self._take(end + 1)

    def send(self, data: Any) -> None:
        self.sock.settimeout(max(0.1, self._until - monotonic()))
        try:
            self.sock.sendall(data)
        except TimeoutError:
            raise ServerTrouble("no_answer") from None
        except (OSError, ValueError):
            raise ServerTrouble("dropped") from None

    def shutdown(self) -> None:
        self.sock.close()

    def _take(self, size: int) -> bytes:
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _more(self) -> None:
        if not self._receive(self._until - monotonic()):
            raise ServerTrouble("no_answer")

    def _receive(self, seconds: float) -> bool:
        """Read what is there; tell whether anything came in time."""
        if seconds <= 0:
            return False
        self.sock.settimeout(seconds)
        try:
            came = self.sock.recv(PIECE)
        except TimeoutError:
            return False
        except (OSError, ValueError):
            came = b""
        if not came:
            raise ServerTrouble("dropped")
        self._left -= len(came)
        if self._left < 0:
            raise ServerTrouble("too_much")
        self._buffer += came
        return True
