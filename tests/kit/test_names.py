"""A name is one line that has something in it."""

from __future__ import annotations

import pytest

from esmero.kit.errors import BadInput
from esmero.kit.text import needed_name


def test_a_name_is_one_line_and_cut() -> None:
    assert needed_name("  The\nshop\u202e ") == "The shop"
    assert [len(needed_name("x" * 100)), len(needed_name("x" * 100, longest=40))] == [80, 40]


@pytest.mark.parametrize("nothing", ["", " \n", "\u200e\u2066", "\x00"], ids=["empty", "space", "marks", "control"])
def test_what_has_nothing_in_it_is_no_name(nothing: str) -> None:
    with pytest.raises(BadInput) as refused:
        needed_name(nothing)
    assert set(refused.value.fields) == {"name"}
