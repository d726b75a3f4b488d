"""Settings that somebody asks for are taken whole, or refused by name."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from esmero.kit.checked import checked
from esmero.kit.errors import BadInput


class Lamp(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    watts: int = 40
    colour: str = "warm"


def wrong(lamp: Lamp) -> Iterator[tuple[str, str]]:
    yield "watts", "" if lamp.watts < 100 else "Too hot."
    yield "colour", "" if lamp.colour != "grey" else "Nobody likes it."


def test_what_is_right_comes_back_in_its_form() -> None:
    assert checked({"watts": 60}, Lamp, wrong) == Lamp(watts=60)


@pytest.mark.parametrize("wanted", [{"watts": "many"}, {"volts": 230}, []], ids=["type", "unknown", "form"])
def test_what_has_another_form_is_refused_with_the_place(wanted: object) -> None:
    with pytest.raises(BadInput) as refused:
        checked(wanted, Lamp, wrong)
    assert list(refused.value.fields) == ["settings"]


def test_all_that_is_wrong_is_told_at_once_and_what_is_right_is_not() -> None:
    with pytest.raises(BadInput) as refused:
        checked({"watts": 100, "colour": "grey"}, Lamp, wrong)
    assert refused.value.fields == {"watts": "Too hot.", "colour": "Nobody likes it."}
    with pytest.raises(BadInput) as refused:
        checked({"watts": 100}, Lamp, wrong)
    assert list(refused.value.fields) == ["watts"]


def test_a_long_reason_is_cut() -> None:
    with pytest.raises(BadInput) as refused:
        checked({"v" * 500: 1}, Lamp, wrong)
    assert len(refused.value.fields["settings"]) == 200
