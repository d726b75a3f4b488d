"""An mbox, a Maildir, or a folder of either: its mails in the order of their time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from esmero.channels.email.archive import maildir, mbox
from esmero.channels.email.archive.letter import Letter
from esmero.kit.errors import BadInput


class Archive(Struct, frozen=True):
    """Mails that lie in files.

    Attributes:
        letters: oldest first, so that a thread's first mail comes before its answers.
        fingerprint: of these mails in this order; the same archive has the same one.
    """

    letters: list[Letter]
    fingerprint: str

    def read(self, letter: Letter) -> bytes:
        """Return a mail's bytes.

        Raises:
            OSError: it can't be read, or is gone.
        """
        return mbox.read(letter) if letter.end else letter.path.read_bytes()


def open_archive(path: Path, passed: Callable[[int], None] = lambda _bytes: None) -> Archive:
    """Look a whole archive through. `passed` is called with how many bytes of a file were seen.

    Raises:
        BadInput: it is neither mbox nor Maildir, nor a folder of them.
        OSError: it can't be read.
    """
    letters = sorted(_letters(path, passed), key=lambda letter: (letter.at, str(letter.path), letter.start))
    return Archive(letters, _fingerprint(path, letters))


def _letters(path: Path, passed: Callable[[int], None]) -> Iterator[Letter]:
    if path.is_file():
        if path.stat().st_size and not mbox.is_mbox(path):
            raise BadInput(f"{path} is no mbox: it does not begin with a line `From …` with a date.")
        yield from mbox.letters(path, passed)
        return
    files = [file for file in sorted(path.rglob("*.mbox")) if file.is_file()]
    folders = [folder for folder in (path, *sorted(path.rglob("*"))) if folder.is_dir() and maildir.is_maildir(folder)]
    if not files and not folders:
        raise BadInput(f"{path} is neither an mbox nor a Maildir, nor a folder of them.")
    for file in files:
        yield from _letters(file, passed)
    for folder in folders:
        yield from maildir.letters(folder)


def _fingerprint(path: Path, letters: Iterable[Letter]) -> str:
    digest = hashlib.sha256()
    for letter in letters:
        # A Maildir's file is renamed when somebody reads it: what follows the colon are flags.
        name = "" if letter.path == path else letter.path.name.partition(":")[0]
        digest.update(f"{letter.at} {name} {letter.start} {letter.end}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:32]
