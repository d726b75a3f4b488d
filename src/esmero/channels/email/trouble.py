"""What goes wrong with somebody's mail server, by code and in words that anyone may read."""

from __future__ import annotations

from typing import Final, Literal, get_args

from esmero.kit.text import clean_name

Code = Literal[
    "name_not_found",
    "names_not_answered",
    "private_address",
    "connection_refused",
    "not_reachable",
    "no_answer",
    "dropped",
    "not_a_mail_server",
    "certificate_expired",
    "certificate_name",
    "certificate_untrusted",
    "tls_failed",
    "starttls_missing",
    "sign_in_refused",
    "sign_in_method",
    "consent_ended",
    "issuer_refused",
    "issuer_away",
    "busy",
    "folder_missing",
    "refused",
    "too_much",
    "storage_away",
    "removed",
    "defect",
]
WORDS: Final[dict[Code, str]] = {
    "name_not_found": "There is no server of this name. Is the host written correctly?",
    "names_not_answered": "The server's name can't be looked up at the moment: the desk's own name service is silent.",
    "private_address": "This name leads into a private network, where the desk doesn't go on a stranger's word.",
    "connection_refused": "The server is there, but nothing answers at this port. Is the port right?",
    "not_reachable": "There is no way to the server. A firewall or the network may be in between.",
    "no_answer": "The server doesn't answer in time. A firewall may be in between, or the port may be wrong.",
    "dropped": "The server ended the connection.",
    "not_a_mail_server": "Something answers there, but it doesn't speak the language of a mail server.",
    "certificate_expired": "The server's certificate is out of date (or not yet valid, if the desk's clock is wrong).",
    "certificate_name": "The server's certificate is for another name. Does the provider give another host?",
    "certificate_untrusted": "The server's certificate is signed by nobody whom the desk knows (self-signed, perhaps).",
    "tls_failed": "The server doesn't speak TLS at this port. Perhaps it wants STARTTLS, or another port.",
    "starttls_missing": "The server doesn't offer STARTTLS, so a password would travel in the clear. Is TLS meant?",
    "sign_in_refused": "The server refuses the user name or the password.",
    "sign_in_method": "The server doesn't take this way to sign in.",
    "consent_ended": "The consent to read this mailbox has ended or was withdrawn. Somebody has to sign in again.",
    "issuer_refused": "The provider refuses the desk's client id or client secret.",
    "issuer_away": "The provider's sign-in service doesn't answer at the moment.",
    "busy": "The server takes no more connections for this mailbox at the moment.",
    "folder_missing": "There is no folder of this name in the mailbox.",
    "refused": "The server refuses what it was asked.",
    "too_much": "The server sends more than was asked for, without end.",
    "storage_away": "The desk can't store anything at the moment; mails wait in the mailbox.",
    "removed": "This inbox isn't in use any more.",
    "defect": "Reading this mailbox broke inside Esmero; the log file tells more.",
}
NEEDS_A_PERSON: Final[frozenset[Code]] = frozenset(
    {"sign_in_refused", "sign_in_method", "consent_ended", "issuer_refused", "folder_missing", "removed"}
)
"""Trouble that won't pass by itself; and trying a wrong password too often closes an account."""

assert WORDS.keys() == set(get_args(Code))


class ServerTrouble(Exception):
    """Weather, a wrong setting, or a server that misbehaves: expected, and turned into a state or a step of a check.

    Attributes:
        code: stable, so that it can be said in any language.
        detail: the server's own words, cleaned and cut; never a secret.
    """

    def __init__(self, code: Code, detail: str | bytes = "") -> None:
        self.code: Code = code
        self.detail = said(detail)
        super().__init__(self.words)

    @property
    def words(self) -> str:
        return f"{WORDS[self.code]} It says: {self.detail}" if self.detail else WORDS[self.code]

    @property
    def needs_a_person(self) -> bool:
        return self.code in NEEDS_A_PERSON


def said(words: str | bytes, *, without: str = "") -> str:
    """Return a stranger's words on one short line, without the secret that a server may repeat."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    if without:
        text = text.replace(without, "…")
    return clean_name(text, longest=200)
