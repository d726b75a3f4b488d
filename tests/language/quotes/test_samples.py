"""Mail bodies that others collected: none breaks anything, and most come out as they expect."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from esmero.language.quotes import split

SAMPLES = Path(os.environ.get("ESMERO_SAMPLES") or Path(__file__).parents[4] / "shared" / "samples") / "reply-quotes"
# In the others a quote goes on without its mark after a line was broken (2), or without any opening (2): lines that
# could be answers, which are kept.
AS_EXPECTED = 36

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"no samples in {SAMPLES}")


def test_no_body_loses_a_line() -> None:
    bodies = [path.read_bytes().decode(errors="replace") for path in sorted(SAMPLES.glob("*.txt"))]
    assert len(bodies) >= 80
    for body in bodies:
        lines = "\n".join(part.text for part in split(body).parts)
        assert lines == body.replace("\r\n", "\n").replace("\r", "\n")


def test_replies_come_out_as_their_collectors_expect() -> None:
    expected: dict[str, str] = json.loads((SAMPLES / "expected-reply.json").read_text())
    own = {name: split((SAMPLES / name).read_text()).own for name in expected}
    assert sum(own[name].strip() == reply.strip() for name, reply in expected.items()) >= AS_EXPECTED
    assert [name for name, reply in expected.items() if not own[name].startswith(reply.strip())] == []
