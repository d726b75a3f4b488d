"""What came is sealed as it came, in no more room than it takes, and opened again as it was."""

from __future__ import annotations

import base64
import random  # noqa: TID251 - bytes that nothing packs, the same in each run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.kit.sealed import MasterKey, Sealer
from esmero.kit.sources import open_source, seal_source

SEALER = Sealer((MasterKey(bytes(range(32))),))
NOISE = random.Random(5).randbytes(150_000)


@given(st.binary(max_size=200_000) | st.binary(max_size=64).map(lambda piece: piece * 3_000))
def test_it_is_opened_as_it_came(raw: bytes) -> None:
    assert open_source(SEALER, "one", seal_source(SEALER, "one", raw)) == raw


@pytest.mark.parametrize("begins", [b"\0", b"\0\0", b"x\x01", b"\x78\x9c"], ids=["nul", "nuls", "zlib", "zlib-usual"])
@pytest.mark.parametrize("rest", [b"", NOISE], ids=["small", "large"])
def test_what_begins_like_a_mark_of_ours_is_opened_as_it_came(begins: bytes, rest: bytes) -> None:
    raw = begins + rest
    assert open_source(SEALER, "one", seal_source(SEALER, "one", raw)) == raw


@pytest.mark.parametrize(
    ("raw", "at_most"),
    [
        (b"A line of a letter, and another.\r\n" * 100, 0.1),
        (b"<p>A line of a large letter.</p>\r\n" * 10_000, 0.1),
        (base64.encodebytes(NOISE), 1.01),
    ],
    ids=["small", "large", "files"],
)
def test_it_takes_little_room_where_that_costs_little(raw: bytes, at_most: float) -> None:
    assert len(seal_source(SEALER, "one", raw)) <= at_most * len(raw) + 200
