"""What the desk signs with: a key that it made and keeps sealed. It also tells a right master key from a wrong one.

Every desk has this one sealed value from its first start on, so whether it opens is the question to ask of a key.
"""

from __future__ import annotations

import base64
import secrets

from esmero.desk import memory
from esmero.kit.sealed import Sealer
from esmero.store.session import Session, Transaction

_NAME = "signing-key"
_BYTES = 32


def kept(session: Session) -> bytes | None:
    """Return the sealed value; None on a desk that was never started."""
    written = memory.recall(session, inbox_id=0, name=_NAME)
    return None if written is None else base64.b64decode(written)


def opened(sealer: Sealer, sealed: bytes) -> bytes:
    """Return the key that visitors' tokens and addresses of files are signed with.

    Raises:
        SealedByOtherKey: the master key is not this desk's; the detail names the one that is.
        SealBroken: the value was changed.
    """
    return sealer.open(sealed, purpose=_NAME, about="desk")


def signing_key(tx: Transaction, sealer: Sealer) -> bytes:
    """Return what `opened` does, and make it first on a new desk: once, for all its processes.

    Raises:
        SealedByOtherKey, SealBroken: as `opened` does.
    """
    sealed = kept(tx)
    if sealed is None:
        sealed = sealer.seal(secrets.token_bytes(_BYTES), purpose=_NAME, about="desk")
        memory.remember(tx, inbox_id=0, name=_NAME, value=base64.b64encode(sealed).decode())
    return opened(sealer, sealed)
