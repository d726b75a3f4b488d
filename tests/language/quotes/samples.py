"""The mails and shapes beside these tests, read.

`corpus/` holds a mail in each file, all of them written for this purpose. Above the first empty line stand its client
and its shape; below, each line of the mail stands behind a gutter that says whose it is. Blank lines are nobody's. The
name begins with the language.

    client: Gmail, web
    shape: answers between the lines

    quoted    | On Mon, 3 Mar 2025 at 10:15, Lamp Shop <help@lamps.example> wrote:
              |
    quoted    | > Which size?
    own       | 42

`shapes/` holds what programs write and what people write, one on each line.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
BETWEEN_MAILS = "\n\n=====\n\n"


class Sample(NamedTuple):
    """A mail and whose each of its lines is: `own`, `quoted`, `signature`, or nothing for a blank one."""

    name: str
    client: str
    shape: str
    lines: tuple[tuple[str, str], ...]

    @property
    def language(self) -> str:
        return self.name.partition("-")[0]

    @property
    def text(self) -> str:
        return "\n".join(line for _, line in self.lines)

    @property
    def has_answers_between(self) -> bool:
        """Whether words of the writer's stand above, below and between quoted lines."""
        kinds = [kind for kind, line in self.lines if kind in {"own", "quoted"} and line.strip()]
        turns = [kind for at, kind in enumerate(kinds) if at == 0 or kinds[at - 1] != kind]
        return turns.count("quoted") > 1


def corpus() -> list[Sample]:
    """Every mail, by name."""
    return [_read(path) for path in sorted((HERE / "corpus").glob("*.txt"))]


def shapes(name: str) -> list[str]:
    """The lines of a file in `shapes/`."""
    return [line for line in (HERE / "shapes" / f"{name}.txt").read_text().split("\n") if line]


def own_words() -> list[str]:
    """Texts that look a little like quotes and are none."""
    return (HERE / "shapes" / "own-words.txt").read_text().rstrip("\n").split(BETWEEN_MAILS)


def _read(path: Path) -> Sample:
    head, _, body = path.read_text().partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    lines = tuple(_line(line) for line in body.removesuffix("\n").split("\n"))
    return Sample(path.stem, fields["client"], fields["shape"], lines)


def _line(line: str) -> tuple[str, str]:
    kind, _, text = line.partition("|")
    return kind.strip(), text.removeprefix(" ") if kind.strip() else text
