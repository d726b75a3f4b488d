"""Addresses as they are written to a server."""

from __future__ import annotations

import pytest

from esmero.channels.email.addresses import mailbox, needs_utf8
from esmero.contract.trouble import PermanentTrouble


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("marta@customer.example", "marta@customer.example"),
        (" Marta.Ruiz+x@Customer.EXAMPLE ", "Marta.Ruiz+x@customer.example"),
        ("info@bücher.example", "info@xn--bcher-kva.example"),
        ("info@straße.example", "info@xn--strae-oqa.example"),
        ("संपर्क@उदाहरण.example", "संपर्क@xn--p1b6ci4b4b3a.example"),
        ("a..b@customer.example", '"a..b"@customer.example'),
        ('"a b"@customer.example', '"a b"@customer.example'),
        ('"a\\"b"@customer.example', '"a\\"b"@customer.example'),
        ('"plain"@customer.example', "plain@customer.example"),
        ("a@b@customer.example", '"a@b"@customer.example'),
        ("a@customer.example.", "a@customer.example"),
    ],
)
def test_an_address_is_written_as_servers_want_it(address: str, written: str) -> None:
    assert mailbox(address) == written


@pytest.mark.parametrize(
    "address",
    [
        "",
        "marta",
        "@customer.example",
        "marta@",
        "marta@-x-.example",
        "marta@cus tomer.example",
        "marta@customer..example",
        "marta@customer.example\r\nBcc: eve@outside.example",
        "mar\nta@customer.example",
        "mar\0ta@customer.example",
        "marta\u2028@customer.example",
        "marta@customer.example> SIZE=1",
        "marta@xn--\u0000.example",
        f"{'é' * 33}@customer.example",
        f"marta@{'a.' * 127}example",
        f"marta@{'a' * 64}.example",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(PermanentTrouble, match="no address"):
        mailbox(address)


def test_only_letters_before_the_at_need_a_server_with_smtputf8() -> None:
    assert needs_utf8(mailbox("संपर्क@customer.example"))
    assert not needs_utf8(mailbox("info@bücher.example"))
