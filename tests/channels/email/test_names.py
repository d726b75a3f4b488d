"""Names that mails carry out and bring back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.contract.messages import ForwardProof
from tests.channels.email.post import NAMES, OTHERS

CONVERSATIONS = st.integers(min_value=1, max_value=2**63 - 1)
KEYS = st.text(max_size=40)


@given(CONVERSATIONS)
def test_a_reply_address_leads_back_to_its_conversation(conversation: int) -> None:
    address = NAMES.reply_address("help@shop.example", conversation)
    assert address
    assert len(address.partition("@")[0]) <= 64
    assert NAMES.conversation_of_address(address) == conversation
    assert OTHERS.conversation_of_address(address) is None


@given(CONVERSATIONS, KEYS)
def test_a_message_id_leads_back_to_its_conversation(conversation: int, key: str) -> None:
    message_id = NAMES.message_id(conversation, key, "shop.example")
    assert message_id == NAMES.message_id(conversation, key, "shop.example")
    assert message_id != NAMES.message_id(conversation, key + "x", "shop.example")
    assert NAMES.conversation_of_message(message_id) == conversation
    assert OTHERS.conversation_of_message(message_id) is None


@pytest.mark.parametrize(
    "form", ["{}", "<{}>", '"Farol, help" <{}>', " {}\r\n", "mailto:{}?subject=x", "a@b.example, {}"]
)
@pytest.mark.parametrize("changed", [str, str.upper, str.title])
def test_what_gateways_and_clients_do_to_names_changes_nothing(form: str, changed: Callable[[str], str]) -> None:
    address = NAMES.reply_address("help@shop.example", 12)
    assert address
    assert NAMES.conversation_of_address(form.format(changed(address))) == 12
    assert NAMES.conversation_of_address(form.format(changed(address.replace("help+", "help+es+")))) == 12
    local, _, domain = changed(address).partition("@")
    assert NAMES.conversation_of_address(f'"{local}"@{domain}') == 12


@pytest.mark.parametrize("changed", [str, str.upper, str.title])
def test_a_message_id_is_known_wrapped_and_without_its_brackets(changed: Callable[[str], str]) -> None:
    message_id = changed(NAMES.message_id(12, "reply-7", "shop.example"))
    wrapped = f"{message_id[:40]}\r\n {message_id[40:]}"
    for form in (message_id, message_id.strip("<>"), wrapped, f"<a@x.example>\r\n {message_id}"):
        assert NAMES.conversation_of_message(form) == 12


@given(st.data())
def test_one_letter_changed_and_the_name_is_nobodys(data: st.DataObject) -> None:
    address = NAMES.reply_address("help@shop.example", 12)
    assert address
    mark = address.partition(".")[2].partition("@")[0]
    at = data.draw(st.integers(min_value=0, max_value=len(mark) - 1))
    other = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
    forged = address.replace(mark, mark[:at] + other + mark[at + 1 :])
    assert NAMES.conversation_of_address(forged) == (12 if other == mark[at] else None)
    assert NAMES.conversation_of_address(address.replace("+c12.", "+c13.")) is None


def test_a_mark_of_one_use_is_none_of_another() -> None:
    address = NAMES.reply_address("help@shop.example", 12)
    assert address
    mark = address.partition(".")[2].partition("@")[0]
    assert NAMES.conversation_of_message(f"<c12.{mark}.{mark}@shop.example>") is None


def test_a_forged_name_before_a_true_one_hides_nothing() -> None:
    told = f"<c9.{'a' * 26}.{'a' * 26}@x.example> {NAMES.message_id(12, 'reply-7', 'shop.example')}"
    assert NAMES.conversation_of_message(told) == 12


def test_an_address_that_would_grow_too_long_stays_unmarked() -> None:
    assert NAMES.reply_address(f"{'a' * 40}@shop.example", 12) is None
    assert NAMES.reply_address("árvíztűrő-tükörfúrógép@shop.example", 2**60) is None


@given(st.text())
def test_nothing_that_strangers_write_is_taken_for_ours(text: str) -> None:
    assert NAMES.conversation_of_address(text) is None
    assert NAMES.conversation_of_message(text) is None


def test_a_forwards_names_lead_back_to_it_and_not_to_each_other() -> None:
    address = NAMES.forward_address("support@shop.example", 12, 7)
    message = NAMES.forward_message_id(12, 7, "shop.example")
    assert address is not None
    assert NAMES.forward_of_address(f"<{address.upper()}>") == ForwardProof(12, 7, by_address=True)
    assert NAMES.forward_of_message(message) == ForwardProof(12, 7, by_address=False)
    # The Message-ID travels further than the address: nobody makes the one of the other.
    mark = message.strip("<>").split("@")[0].split(".")[-1]
    assert NAMES.forward_of_address(f"support+f12.7.{mark}@shop.example") is None
    assert NAMES.conversation_of_address(address) is None
    assert NAMES.conversation_of_message(message) is None
    assert OTHERS.forward_of_address(address) is None
    assert NAMES.forward_of_address(address.replace("f12.7.", "f12.8.")) is None
    reply_address = str(NAMES.reply_address("support@shop.example", 12))
    assert NAMES.forward_of_address(reply_address.replace("+c12", "+f12.7")) is None
