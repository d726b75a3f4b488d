"""Files that people sent, by key: in a local folder (blobs_local.py), or in an object store (blobs_remote.py).

A blob is on the disk before anything names it, so a row in the database never points to nothing.
"""

from __future__ import annotations

from pathlib import Path

from esmero.contract.ports import Blobs
from esmero.store.blobs_local import LocalBlobs


def open_blobs(place: str | Path) -> Blobs:
    """Opens a local folder, or the object store at an address such as `s3://bucket/prefix`."""
    if isinstance(place, str) and "://" in place:
        from esmero.store.blobs_remote import RemoteBlobs

        return RemoteBlobs(place)
    return LocalBlobs(Path(place))
