"""How many files one message may have, in either direction."""

from __future__ import annotations

from esmero.flow.reply import Draft, Stage
from esmero.kit.errors import TooLong


class TooManyFiles(TooLong):
    """A message names more files than `ESMERO_MESSAGE_FILES` lets it."""

    code = "too_many_files"
    title = "That are too many files for one message."

    def __init__(self, most: int) -> None:
        super().__init__(f"A message has at most {most} files.", fields={"files": "too many"})


def at_most(most: int) -> Stage:
    """Return the stage that refuses replies and notes with more files."""

    def check_count(draft: Draft) -> Draft:
        if len(set(draft.file_ids)) > most:
            raise TooManyFiles(most)
        return draft

    return check_count
