"""Names that our mails carry out and bring back: a reply finds its conversation by them, and nobody else can make one.

    support+c12.4v3…@shop.example               where a reply goes, if the mail server takes subaddresses
    <c12.m3qk….4v3…@shop.example>               a mail's Message-ID, the same at every attempt to send it
    support+f12.7.q2d…@shop.example             where answers go to number 7 of conversation 12, which was forwarded
    <f12.7.x6p…@shop.example>                   the Message-ID of what was forwarded

All tell the conversation, and end in a mark that only this desk can make. Gateways put addresses into lower case and
clients wrap long header lines, so marks are written in base32, where case means nothing (RFC 4648 section 6).
"""

from __future__ import annotations

import base64
import hmac
import re

from esmero.contract.messages import ForwardProof
from esmero.kit.signing import Signer

LONGEST_LOCAL_PART = 64
"""Octets before the @, RFC 5321 section 4.5.3.1.1."""
_ADDRESS, _MESSAGE, _KEY = "mail address", "mail message", "mail key"
_FORWARD_ADDRESS, _FORWARD_MESSAGE = "mail forward address", "mail forward message"
_MARKED_ADDRESS = re.compile(r"\+c([1-9][0-9]{0,18})\.([a-z2-7]{26})(?=\"?@)", re.ASCII | re.IGNORECASE)
_MARKED_MESSAGE = re.compile(
    r"(?<![\w.])c([1-9][0-9]{0,18})\.([a-z2-7]{26})\.([a-z2-7]{26})(?=@)", re.ASCII | re.IGNORECASE
)
_FORWARD = r"f([1-9][0-9]{0,18})\.([1-9][0-9]{0,9})\.([a-z2-7]{26})"
_MARKED_FORWARD_ADDRESS = re.compile(rf"\+{_FORWARD}(?=\"?@)", re.ASCII | re.IGNORECASE)
_MARKED_FORWARD_MESSAGE = re.compile(rf"(?<![\w.]){_FORWARD}(?=@)", re.ASCII | re.IGNORECASE)
_WRAPPED = re.compile(r"\s+")


class Names:
    """Makes and reads the marked names of one desk."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer

    def reply_address(self, address: str, conversation_id: int) -> str | None:
        """Return the address for replies to a conversation, or None where it would be longer than a server takes."""
        return _below(address, f"c{conversation_id}.{self._mark(_ADDRESS, str(conversation_id))}")

    def forward_address(self, address: str, conversation_id: int, seq: int) -> str | None:
        """Return the address for answers to a forward, or None where it would be longer than a server takes."""
        named = f"{conversation_id}.{seq}"
        return _below(address, f"f{named}.{self._mark(_FORWARD_ADDRESS, named)}")

    def message_id(self, conversation_id: int, key: str, domain: str) -> str:
        """Return the Message-ID of the reply that has this key: the same each time it is asked for.

        The key itself stays here: it counts what the whole desk has written.
        """
        named = f"c{conversation_id}.{self._mark(_KEY, key)}"
        return f"<{named}.{self._mark(_MESSAGE, named)}@{domain}>"

    def forward_message_id(self, conversation_id: int, seq: int, domain: str) -> str:
        """Return the Message-ID of a forward. Whoever has it can't make the forward's address of it."""
        named = f"{conversation_id}.{seq}"
        return f"<f{named}.{self._mark(_FORWARD_MESSAGE, named)}@{domain}>"

    def forward_of_address(self, address: str) -> ForwardProof | None:
        """Return the forward that a marked address names. None if forged."""
        return self._forward(_MARKED_FORWARD_ADDRESS, _FORWARD_ADDRESS, address)

    def forward_of_message(self, message_id: str) -> ForwardProof | None:
        """Return the forward that a Message-ID of ours names. None if forged."""
        return self._forward(_MARKED_FORWARD_MESSAGE, _FORWARD_MESSAGE, message_id)

    def conversation_of_address(self, address: str) -> int | None:
        """Return the conversation that a marked address names: bare, in `<…>`, quoted, in any case. None if forged."""
        for found in _MARKED_ADDRESS.finditer(_WRAPPED.sub("", address)):
            conversation, mark = found.groups()
            if self._is_marked(_ADDRESS, conversation, mark):
                return int(conversation)
        return None

    def conversation_of_message(self, message_id: str) -> int | None:
        """Return the conversation that a Message-ID of ours names, wrapped or changed in case. None if forged."""
        for found in _MARKED_MESSAGE.finditer(_WRAPPED.sub("", message_id)):
            conversation, key, mark = found.groups()
            if self._is_marked(_MESSAGE, f"c{conversation}.{key.lower()}", mark):
                return int(conversation)
        return None

    def _forward(self, form: re.Pattern[str], purpose: str, text: str) -> ForwardProof | None:
        for found in form.finditer(_WRAPPED.sub("", text)):
            conversation, seq, mark = found.groups()
            if self._is_marked(purpose, f"{conversation}.{seq}", mark):
                return ForwardProof(int(conversation), int(seq), by_address=purpose == _FORWARD_ADDRESS)
        return None

    def _mark(self, purpose: str, text: str) -> str:
        mark = self._signer.mark(purpose, text)
        return base64.b32encode(base64.urlsafe_b64decode(f"{mark}==")).rstrip(b"=").decode().lower()

    def _is_marked(self, purpose: str, text: str, mark: str) -> bool:
        return hmac.compare_digest(self._mark(purpose, text), mark.lower())


def _below(address: str, name: str) -> str | None:
    local, _, domain = address.rpartition("@")
    local = f"{local}+{name}"
    return f"{local}@{domain}" if len(local.encode()) <= LONGEST_LOCAL_PART else None
