"""Secrets at rest: sealed under a master key that lives in a file outside of the database.

    sealer = Sealer(load_keys(folder / "master.key"))
    row.secret = sealer.seal(b"...", purpose="inbox.secret", about="inbox:12")

Each value has a data key of its own, which the master key wraps. What a value is for and what it is about are bound to
it: a sealed secret that is copied into another row doesn't open. To change the master key only the data keys are
wrapped again (`rewrap`), the values stay as they are.

    version 1 | key id 8 | wrapped data key 60 | nonce, ciphertext, tag
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from esmero.kit import crypto, disk
from esmero.kit.errors import EsmeroError

VERSION = b"\x01"
KEY_ID_BYTES = 8
_WRAPPED_BYTES = crypto.KEY_BYTES + crypto.OVERHEAD_BYTES
_HEADER_BYTES = len(VERSION) + KEY_ID_BYTES
# Anybody's, and the group's right to write. A group may read: that is how containers hand out secrets.
_TOO_OPEN = stat.S_IRWXO | stat.S_IWGRP

# Base64 comes in two alphabets (RFC 4648 sections 4 and 5); a key is accepted in both.
_STANDARD = bytes.maketrans(b"-_", b"+/")


class KeyUnusable(EsmeroError):
    """The file of the master key is missing, open to others, or not a key. Nothing sealed can be read without it."""

    code = "key_unusable"
    status = 503
    title = "The master key can't be used."


class SealBroken(EsmeroError):
    """A sealed value was changed, cut, or belongs elsewhere."""

    code = "seal_broken"
    status = 500
    title = "A sealed value does not open."


class SealedByOtherKey(SealBroken):
    """A value was sealed under a master key that isn't in the key file; the text names its id."""

    code = "sealed_by_other_key"
    title = "A sealed value needs another master key."


@dataclass(frozen=True, slots=True, repr=False)
class MasterKey:
    """256 bits, known by a fingerprint that may be shown."""

    value: bytes

    @property
    def id(self) -> bytes:
        """Names the key and tells nothing about it."""
        return hashlib.sha256(b"esmero master key\0" + self.value).digest()[:KEY_ID_BYTES]

    @property
    def name(self) -> str:
        """The id as people see it, in back-up notes and in `esmero doctor`."""
        return self.id.hex()

    def __repr__(self) -> str:
        return f"MasterKey({self.name})"


class Sealer:
    """Seals under the first key, opens under any of them."""

    def __init__(self, keys: tuple[MasterKey, ...]) -> None:
        if not keys:
            raise KeyUnusable("there is no master key")
        self.current = keys[0]
        self._keys = {key.id: key for key in keys}

    def seal(self, plain: bytes, *, purpose: str, about: str) -> bytes:
        """Return the sealed value: 97 bytes longer, and different each time.

        `purpose` says what kind of secret it is, `about` whose.
        """
        data_key = crypto.new_key()
        value = crypto.encrypt(data_key, plain, bound=_bound(purpose, about))
        return _wrap(self.current, data_key) + value

    def open(self, sealed: bytes, *, purpose: str, about: str) -> bytes:
        """Return what was sealed with the same `purpose` and `about`.

        Raises:
            SealBroken: it was changed, or was sealed for something else.
            SealedByOtherKey: its key isn't here.
        """
        try:
            data_key = self._unwrap(sealed)
            return crypto.decrypt(data_key, sealed[_HEADER_BYTES + _WRAPPED_BYTES :], bound=_bound(purpose, about))
        except crypto.Tampered:
            raise SealBroken from None

    def rewrap(self, sealed: bytes) -> bytes:
        """Return the same value under the present master key; itself, where it is so already.

        Raises:
            SealBroken, SealedByOtherKey: as `open` does.
        """
        if key_id(sealed) == self.current.id:
            return sealed
        try:
            return _wrap(self.current, self._unwrap(sealed)) + sealed[_HEADER_BYTES + _WRAPPED_BYTES :]
        except crypto.Tampered:
            raise SealBroken from None

    def _unwrap(self, sealed: bytes) -> bytes:
        header = sealed[:_HEADER_BYTES]
        key = self._keys.get(key_id(sealed))
        if key is None:
            raise SealedByOtherKey(f"it needs the master key {key_id(sealed).hex()}")
        return crypto.decrypt(key.value, sealed[_HEADER_BYTES : _HEADER_BYTES + _WRAPPED_BYTES], bound=header)


def key_id(sealed: bytes) -> bytes:
    """Return the id of the master key that a value was sealed under.

    Raises:
        SealBroken: this isn't a sealed value.
    """
    if len(sealed) < _HEADER_BYTES + _WRAPPED_BYTES + crypto.OVERHEAD_BYTES or sealed[:1] != VERSION:
        raise SealBroken("this is not a sealed value")
    return sealed[1:_HEADER_BYTES]


def make_key(path: Path) -> MasterKey:
    """Make a master key in a file of its own (0600) and return it once it is on disk.

    Where another process makes one at the same moment, both return the same.

    Raises:
        KeyUnusable: the file is there already but can't be used.
    """
    disk.make_folder(path.parent)
    with contextlib.suppress(FileExistsError), disk.new_file(path) as file:
        file.write(_written(MasterKey(crypto.new_key())))
    return load_keys(path)[0]


def load_keys(path: Path) -> tuple[MasterKey, ...]:
    """Read the key file: a key on each line, the present one first, older ones after it.

    Raises:
        KeyUnusable: it is missing, open to others, or holds something else.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_mode & _TOO_OPEN:
                raise KeyUnusable(f"{path.name} is open to others; `chmod 600` it")
            written = file.read(65536)
    except OSError as error:
        raise KeyUnusable(f"{path.name}: {error.strerror}") from error
    return parse_keys(written)


def parse_keys(written: bytes | str) -> tuple[MasterKey, ...]:
    """Read keys as a key file holds them or a secret setting gives them: 32 bytes in base64, a key on each line.

    Raises:
        KeyUnusable: it is something else.
    """
    lines = written.split() if isinstance(written, bytes) else written.encode().split()
    if not lines:
        raise KeyUnusable("there is no master key")
    return tuple(_read(line) for line in lines)


def _wrap(key: MasterKey, data_key: bytes) -> bytes:
    header = VERSION + key.id
    return header + crypto.encrypt(key.value, data_key, bound=header)


def _bound(purpose: str, about: str) -> bytes:
    """Purpose and about as bytes that no other pair gives."""
    parts = purpose.encode(), about.encode()
    return VERSION + b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _written(key: MasterKey) -> bytes:
    return base64.urlsafe_b64encode(key.value) + b"\n"


def _read(line: bytes) -> MasterKey:
    try:
        value = base64.b64decode(line.translate(_STANDARD), validate=True)
    except binascii.Error:
        value = b""
    if len(value) != crypto.KEY_BYTES:
        raise KeyUnusable("a master key is 32 bytes in base64; this is something else")
    return MasterKey(value)
