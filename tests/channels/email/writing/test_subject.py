"""One "Re:" before the customer's own subject."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.channels.email.writing.subject import reply_subject


@pytest.mark.parametrize(
    ("subject", "answered"),
    [
        ("Where is it?", "Re: Where is it?"),
        ("Re: Where is it?", "Re: Where is it?"),
        ("RE: re : Where is it?", "Re: Where is it?"),
        ("AW: WG: Wo ist es?", "Re: Wo ist es?"),
        ("Válasz: Fwd: Hol van?", "Re: Hol van?"),
        ("Vá: RE[3]: Hol van?", "Re: Hol van?"),
        ("Re(2): RV: ¿Dónde está?", "Re: ¿Dónde está?"),
        ("उत्तर: कहाँ है?", "Re: कहाँ है?"),
        ("回复：在哪里", "Re: 在哪里"),
        ("TR: SV: VS: Odp: YNT: x", "Re: x"),
        ("", "Re:"),
        ("Re:", "Re:"),
        ("Ref: 1234", "Re: Ref: 1234"),
        ("Return: lamp", "Re: Return: lamp"),
        ("Reply: RE is short for", "Re: Reply: RE is short for"),
        ("[orders] Re: lamp", "Re: [orders] Re: lamp"),
        ("Lamp\r\nBcc: eve@outside.example", "Re: Lamp Bcc: eve@outside.example"),
    ],
)
def test_a_reply_keeps_the_customers_subject(subject: str, answered: str) -> None:
    assert reply_subject(subject) == answered


@given(st.text())
def test_answering_an_answer_adds_nothing(subject: str) -> None:
    once = reply_subject(subject)
    assert reply_subject(once) == once
