"""Settings of an e-mail inbox."""

from __future__ import annotations

import msgspec
import pytest

from esmero.channels.email.settings import EmailSettings, check_email_settings, read_email_settings
from esmero.kit.errors import BadInput


def test_addresses_are_kept_in_lower_case() -> None:
    settings = check_email_settings({"address": "Help@Shop.Example", "others": ["Sales@shop.example"]})
    assert (settings.address, settings.others) == ("help@shop.example", ("sales@shop.example",))


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"address": "help"}, "address"),
        ({"address": "a b@shop.example"}, "address"),
        ({"address": "help@shop.example\r\nBcc: x@y.example"}, "address"),
        ({"address": "help@shop.example", "others": ["fine@shop.example", "not"]}, "others"),
        ({"address": "help@shop.example", "receive": {"host": "mail server"}}, "receive.host"),
        ({"address": "help@shop.example", "send": {"host": "smtp\n"}}, "send.host"),
        ({"address": "help@shop.example", "folder": "IN\0BOX"}, "folder"),
        ({"address": "help@shop.example", "colour": "red"}, "settings"),
        ({"address": "help@shop.example", "receive": {"port": 0}}, "settings"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(wanted: dict[str, object], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_email_settings(wanted)
    assert list(refused.value.fields) == [field]


def test_what_a_newer_release_wrote_is_read() -> None:
    settings = EmailSettings(address="help@shop.example")
    written = msgspec.to_builtins(settings) | {"later": 1}
    written["receive"] |= {"later": 2}
    assert msgspec.to_builtins(read_email_settings(msgspec.json.encode(written).decode())) == msgspec.to_builtins(
        settings
    )
