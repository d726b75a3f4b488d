"""What agents write to people of their own choice is tidied alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from esmero.contract.events import Person
from esmero.desk.inboxes import Inbox
from esmero.flow.addressed import Addressed, check_leaves, tidied
from esmero.flow.beginning import Opening
from esmero.flow.counted import TooManyFiles
from esmero.kit.errors import BadInput, BadRecipient, EsmeroError, TooLong

TOM = Person("tom@weller.example", "Tom")


def written(**more: Any) -> Addressed:
    return Addressed(**({"client_id": "one-id-of-sixteen", "to": (TOM,), "text": "Hello"} | more))


def test_people_are_named_once_by_their_addresses_in_lower_case() -> None:
    loud = Person("TOM@Weller.example", "Tom")
    tidy = tidied(written(to=(loud, TOM), cc=(loud,), bcc=(loud,)), most_files=5)
    assert (tidy.to, tidy.cc, tidy.bcc) == ((TOM,), (TOM,), (TOM,))
    assert tidy.everybody == (TOM, TOM, TOM)


def test_words_lose_what_no_keyboard_makes() -> None:
    tidy = tidied(written(text="Hel\x00lo", subject=" Your\r\nlamp " + "x" * 300), most_files=5)
    assert (tidy.text, tidy.subject[:9], len(tidy.subject)) == ("Hello", "Your lamp", 240)


def test_it_stays_what_it_was() -> None:
    opening = Opening(client_id="one-id-of-sixteen", to=(TOM,), text="Hello", inbox_id=3, customer_id=7)
    assert tidied(opening, most_files=5) == opening


@pytest.mark.parametrize(
    ("wrong", "error", "field"),
    [
        ({"client_id": "short"}, BadInput, "id"),
        ({"to": ()}, BadRecipient, "to"),
        ({"file_ids": (1, 2, 3)}, TooManyFiles, "files"),
        ({"text": " \n"}, BadInput, "text"),
    ],
    ids=["id", "nobody", "files", "empty"],
)
def test_what_is_wrong_is_refused_by_name(wrong: dict[str, Any], error: type[EsmeroError], field: str) -> None:
    with pytest.raises(error) as refused:
        tidied(written(**wrong), most_files=2)
    assert set(refused.value.fields) == {field}


def test_no_channel_takes_more_than_anything_may_have() -> None:
    with pytest.raises(TooLong) as refused:
        tidied(written(text="x" * 50_001), most_files=2)
    assert refused.value.facts == {"longest": 50_000}
    tidied(written(text="x" * 50_000), most_files=2)


def test_what_goes_with_it_counts_and_may_go_without_words() -> None:
    assert tidied(written(text="", file_ids=(1,)), most_files=2).file_ids == (1,)
    assert tidied(written(text="", file_ids=(1,)), most_files=2, more_files=1, may_be_empty=True).text == ""
    with pytest.raises(TooManyFiles):
        tidied(written(file_ids=(1,)), most_files=2, more_files=2)


class Heard:
    """An addressing that remembers what it was asked about."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[Person], str]] = []

    def check(self, settings: str, people: Sequence[Person], sender: str) -> None:
        self.asked.append((settings, list(people), sender))

    def senders(self, settings: str) -> tuple[str, ...]:
        return ()


def test_the_channel_is_asked_about_everybody_and_the_sender() -> None:
    heard, kata, bela = Heard(), Person("kata@weller.example"), Person("bela@weller.example")
    inbox = Inbox(id=1, channel="post", name="Post", key="post_1", settings='{"a":1}', created_at=0)
    check_leaves(written(cc=(kata,), bcc=(bela,), sender="us@shop.example"), inbox, {"post": heard})
    assert heard.asked == [('{"a":1}', [TOM, kata, bela], "us@shop.example")]
    with pytest.raises(BadRecipient):
        check_leaves(written(), inbox, {})
