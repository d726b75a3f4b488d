"""Mail leaves through a server that does whatever servers do."""

from __future__ import annotations

import asyncio
import contextlib
import random  # noqa: TID251 - moments to kill at
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from esmero.channels.email.channel import Email
from esmero.channels.email.outbound import MAILS, Patience
from esmero.channels.email.settings import EmailSecrets, EmailSettings
from esmero.contract.events import Person
from esmero.contract.messages import Outgoing, Sent
from esmero.contract.trouble import DeliveryError, OutcomeUnknown, PermanentTrouble, TemporaryTrouble, Trouble
from esmero.kit.clock import MINUTE, MovableClock
from tests import soak
from tests.channels.email.office import BEFORE_THE_END, STEPS, Office, any_moment, office
from tests.channels.email.post import BILL, NAMES, NOON, Drawer, Shelf, reply, sending_to

pytestmark = pytest.mark.anyio

HASTY = Patience(step=0.4, offer=1.5, whole=2)
"""For servers that say nothing."""
CALM = Patience(step=10, offer=15, whole=20)
"""For all others: a busy machine is no silent server."""
WAYS = ("drop", "close", "half", "noise", "silence")


@contextlib.asynccontextmanager
async def channel(
    port: int, *, secrets: EmailSecrets | None = None, patience: Patience = CALM, **server: Any
) -> AsyncIterator[Email]:
    drawer = Drawer({1: sending_to(port, **server)}, secrets or EmailSecrets(receive="quince tranquil lamp"))
    email = Email(drawer, Shelf(), NAMES, MovableClock(NOON), patience=patience)
    try:
        yield email
    finally:
        await email.close()


async def outcome(email: Email, outgoing: Outgoing | None = None) -> Sent | DeliveryError:
    """What became of a reply, within the time that an attempt has."""
    try:
        async with asyncio.timeout(30):
            return await email.send(outgoing or reply())
    except DeliveryError as trouble:
        return trouble


async def attempt(turns: dict[str, str], **server: Any) -> tuple[Sent | DeliveryError, Office]:
    patience = HASTY if "silence" in turns.values() else CALM
    async with office(turns) as post, channel(post.port, patience=patience, **server) as email:
        return await outcome(email), post


async def test_a_reply_is_taken_by_the_server_as_it_was_written() -> None:
    result, post = await attempt({})
    assert isinstance(result, Sent)
    (mail,) = post.mails
    assert (mail.sender, mail.recipients) == ("support@shop.example", ["marta@customer.example"])
    assert post.message_ids() == [f"<{result.provider_id}>"]
    assert NAMES.conversation_of_message(result.provider_id or "") == 12
    assert post.heard[0] == "EHLO shop.example"
    assert f"SIZE={len(mail.raw)}" in post.heard[1]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("step", [step for step in STEPS if step != "body"])
async def test_whatever_breaks_the_outcome_agrees_with_what_the_server_has(step: str, way: str) -> None:
    result, post = await attempt({step: way})
    assert type(result) is (TemporaryTrouble if step in BEFORE_THE_END else OutcomeUnknown)
    assert len(post.mails) == (step == "kept")
    assert isinstance(result, DeliveryError)
    codes = ("server-away", "timed-out") if step in BEFORE_THE_END else ("outcome-unknown",)
    assert result.trouble.code in codes


@pytest.mark.parametrize("step", ["mail", "rcpt", "data", "end"])
@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("451 4.3.0 Not now", TemporaryTrouble),
        ("421 4.3.2 Leaving", TemporaryTrouble),
        ("554 5.7.1 Never", PermanentTrouble),
    ],
)
async def test_a_refusal_is_told_in_the_servers_words(step: str, answer: str, kind: type[Exception]) -> None:
    result, post = await attempt({step: answer})
    assert type(result) is kind
    assert answer in str(result)
    assert post.mails == []


@pytest.mark.parametrize("step", ["connect", "auth"])
@pytest.mark.parametrize("answer", ["421 4.3.2 Busy", "454 4.7.0 Not now", "554 5.7.1 Go away"])
async def test_who_is_refused_before_any_mail_waits_for_somebody_to_mend_it(step: str, answer: str) -> None:
    result, post = await attempt({step: answer}, sign_in="password")
    assert type(result) is TemporaryTrouble
    assert answer in str(result)
    assert post.mails == []


async def test_a_server_of_old_without_extensions_will_do() -> None:
    result, post = await attempt({"ehlo": "502 5.5.1 What?", "helo": "250 mail.shop.example"})
    assert isinstance(result, Sent)
    assert post.heard[:3] == ["EHLO shop.example", "HELO shop.example", "MAIL FROM:<support@shop.example>"]


async def test_greylisting_says_when_to_come_again() -> None:
    result, _ = await attempt({"rcpt": "450 4.7.1 Greylisted, try again in 10 minutes"})
    assert isinstance(result, TemporaryTrouble)
    assert result.wait == 10 * MINUTE


async def test_nobody_gets_what_one_of_several_can_not() -> None:
    turns = {"rcpt tom@customer.example": "550 5.1.1 Nobody here"}
    async with office(turns) as post, channel(post.port) as email:
        copied = reply(cc=(Person("tom@customer.example"), Person("boss@shop.example")))
        result = await outcome(email, copied)
        assert isinstance(result, PermanentTrouble)
        assert result.trouble == Trouble(
            code="no-such-address",
            status="5.1.1",
            said="550 5.1.1 Nobody here",
            address="tom@customer.example",
            for_all=True,
        )
        assert post.mails == []
        post.turns["rcpt tom@customer.example"] = "450 4.2.1 Busy"
        assert isinstance(await outcome(email, copied), TemporaryTrouble)
        assert post.mails == []
        post.turns.clear()
        assert isinstance(await outcome(email, copied), Sent)
        assert post.mails[0].recipients == ["marta@customer.example", "tom@customer.example", "boss@shop.example"]


async def test_one_who_never_will_outweighs_one_who_may_later() -> None:
    turns = {"rcpt": "450 4.2.1 Busy", "rcpt tom@customer.example": "550 5.1.1 Nobody here"}
    async with office(turns) as post, channel(post.port) as email:
        result = await outcome(email, reply(cc=(Person("tom@customer.example"),)))
    assert isinstance(result, PermanentTrouble)
    assert "450 4.2.1 Busy" not in str(result), "whom one has to correct is told"
    assert result.trouble.for_all


async def test_a_wrong_password_is_told_without_it_and_tried_once() -> None:
    words = "535 5.7.8 quince tranquil lamp is wrong"
    result, post = await attempt({"auth": words}, sign_in="password", user="shop")
    assert isinstance(result, TemporaryTrouble)
    assert result.trouble == Trouble(code="sign-in-refused", status="5.7.8", said="535 5.7.8 … is wrong")
    assert len([line for line in post.heard if line.startswith("AUTH")]) == 1


async def test_a_server_without_sign_in_is_told_no_password() -> None:
    result, post = await attempt({"ehlo": "250 mail.shop.example"}, sign_in="password")
    assert isinstance(result, TemporaryTrouble)
    assert result.trouble.code == "sign-in-refused"
    assert post.heard == ["EHLO shop.example"]


async def test_a_server_without_encryption_is_told_nothing_where_it_is_asked_for() -> None:
    result, post = await attempt({}, sign_in="password", security="starttls")
    assert isinstance(result, TemporaryTrouble)
    assert result.trouble == Trouble(code="encryption-failed", said="no STARTTLS")
    assert post.heard == ["EHLO shop.example"]


async def test_a_server_that_does_not_speak_tls_is_told_nothing() -> None:
    result, post = await attempt({}, sign_in="password", security="tls")
    assert isinstance(result, TemporaryTrouble)
    assert result.trouble.code == "encryption-failed"
    assert post.heard == []


async def test_where_nobody_listens_the_mail_waits() -> None:
    async with office() as post:
        port = post.port
    async with channel(port) as email:
        result = await outcome(email)
    assert isinstance(result, TemporaryTrouble)
    assert result.trouble == Trouble(code="server-away", said="connection refused")


async def test_a_mail_that_the_server_calls_too_large_is_not_even_begun() -> None:
    async with office({"ehlo": "250-mail\r\n250 SIZE 1000"}) as post, channel(post.port) as email:
        result = await outcome(email, reply("x" * 1_000))
    assert isinstance(result, PermanentTrouble)
    assert result.trouble.code == "too-large"
    assert result.trouble.said.endswith("> 0.0 MB")
    assert not any(line.startswith("MAIL") for line in post.heard)


async def test_letters_beyond_ascii_before_the_at_need_a_server_that_knows_them() -> None:
    async with office() as plain, channel(plain.port) as email:
        result = await outcome(email, reply(to="संपर्क@customer.example"))
    assert isinstance(result, PermanentTrouble)
    assert "SMTPUTF8" in str(result)
    async with office({"ehlo": "250-mail\r\n250-8BITMIME\r\n250 SMTPUTF8"}) as post, channel(post.port) as email:
        assert isinstance(await outcome(email, reply(to="संपर्क@customer.example")), Sent)
    assert post.mails[0].recipients == ["संपर्क@customer.example"]
    assert post.heard[1].endswith("BODY=8BITMIME SMTPUTF8")


async def test_mails_share_a_connection_and_each_begins_afresh() -> None:
    async with office() as post, channel(post.port) as email:
        for number in range(3):
            assert isinstance(await outcome(email, reply(key=f"reply-{number}")), Sent)
        assert (post.connections, len(post.mails), post.heard.count("RSET")) == (1, 3, 2)
        assert len(set(post.message_ids())) == 3


async def test_a_connection_that_died_meanwhile_costs_nothing() -> None:
    async with office() as post, channel(post.port) as email:
        assert isinstance(await outcome(email), Sent)
        post.kill()
        assert isinstance(await outcome(email, reply(key="reply-8")), Sent)
        post.turns["rset"] = "421 4.4.2 Timed out"
        assert isinstance(await outcome(email, reply(key="reply-9")), Sent)
        post.turns["rset"] = "close"
        assert isinstance(await outcome(email, reply(key="reply-10")), Sent)
        assert (post.connections, len(post.mails)) == (4, 4)


async def test_a_connection_takes_leave_after_a_moment_or_many_mails(monkeypatch: pytest.MonkeyPatch) -> None:
    async with office() as post, channel(post.port, patience=msgspec.structs.replace(CALM, idle=0.05)) as email:
        assert isinstance(await outcome(email), Sent)
        await asyncio.sleep(0.2)
        assert post.heard[-1] == "QUIT"
        assert post.writers == set()
    async with office() as post, channel(post.port) as email:
        for number in range(MAILS + 1):
            assert isinstance(await outcome(email, reply(key=f"reply-{number}")), Sent)
        assert (post.connections, post.heard.count("QUIT")) == (2, 1)


async def test_an_inbox_that_is_set_up_anew_uses_no_old_connection() -> None:
    async with office() as old, office() as new:
        drawer = Drawer(inboxes := {1: sending_to(old.port)})
        email = Email(drawer, Shelf(), NAMES, MovableClock(NOON), patience=CALM)
        assert isinstance(await outcome(email), Sent)
        inboxes[1] = sending_to(new.port)
        assert isinstance(await outcome(email, reply(key="reply-8")), Sent)
        await email.close()
        assert (len(old.mails), len(new.mails), old.heard[-1]) == (1, 1, "QUIT")


async def test_many_mails_at_once_go_over_few_connections() -> None:
    async with office() as post, channel(post.port, patience=Patience()) as email:
        results = await asyncio.gather(*(outcome(email, reply(key=f"reply-{number}")) for number in range(30)))
        assert all(isinstance(result, Sent) for result in results)
        assert post.connections == 2
        assert len(set(post.message_ids())) == 30


async def test_a_silent_server_holds_up_nobody_for_longer_than_an_attempt() -> None:
    async with office({"rcpt": "silence"}) as post, channel(post.port, patience=HASTY) as email:
        async with asyncio.timeout(HASTY.whole + 2):  # one after the other they would take eight seconds
            results = await asyncio.gather(*(outcome(email, reply(key=f"reply-{number}")) for number in range(40)))
        assert all(type(result) is TemporaryTrouble for result in results)
        assert any("other mails of this inbox" in str(result) for result in results)


@pytest.mark.parametrize("way", ["stall", "drop"])
async def test_a_large_mail_that_does_not_get_through_was_never_sent(way: str) -> None:
    large = msgspec.structs.replace(BILL, size=16_000_000)
    async with office({"body": way}) as post:
        shelf = Shelf({BILL.id: b"x" * large.size})
        drawer = Drawer({1: sending_to(post.port)})
        short = Email(drawer, shelf, NAMES, MovableClock(NOON), patience=Patience(offer=2))
        assert type(await outcome(short, reply(files=(large,)))) is TemporaryTrouble
        assert post.mails == []
        email = Email(drawer, shelf, NAMES, MovableClock(NOON), patience=CALM)
        post.turns.clear()
        assert isinstance(await outcome(email, reply(files=(large,))), Sent)
        assert len(post.mails[0].raw) > large.size
        await email.close()


@pytest.mark.parametrize("way", WAYS)
async def test_a_small_mail_whose_server_breaks_while_it_reads_is_never_called_sent(way: str) -> None:
    result, post = await attempt({"body": way})
    assert isinstance(result, (TemporaryTrouble, OutcomeUnknown))
    if post.mails:  # a server that speaks out of turn may have taken it
        assert (way, type(result)) == ("noise", OutcomeUnknown)


async def test_lines_that_begin_with_a_dot_arrive() -> None:
    async with office() as post, channel(post.port) as email:
        text = ".\n..\n.a\n-- \nQUIT\n\n."
        assert isinstance(await outcome(email, reply(text)), Sent)
    assert b"\r\n=2E\r\n..\r\n.a\r\n" in post.mails[0].raw


@pytest.mark.parametrize(("step", "verb"), [("rcpt", "RCPT"), ("end", "DATA")])
async def test_an_attempt_that_is_called_off_leaves_nothing_behind(step: str, verb: str) -> None:
    async with office({step: "silence"}) as post, channel(post.port, patience=Patience()) as email:
        task = asyncio.create_task(email.send(reply()))
        while not post.heard or not post.heard[-1].startswith(verb):
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.05)
        assert post.writers == set()


async def test_an_inbox_that_sends_nothing_or_is_gone_says_so() -> None:
    email = Email(Drawer({1: EmailSettings(address="a@b.example")}), Shelf(), NAMES, MovableClock(NOON))
    with pytest.raises(PermanentTrouble, match="sends nothing"):
        await email.send(reply())
    with pytest.raises(PermanentTrouble, match="not in use any more"):
        await email.send(reply(inbox_id=2))


class Tokens:
    """Access tokens, as long as somebody has consented."""

    def __init__(self) -> None:
        self.fresh: list[bool] = []

    async def access_token(self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets, *, fresh: bool) -> str:
        if not secrets.refresh_token:
            raise TemporaryTrouble("sign-in-refused", "Google wants somebody to sign in again.")
        self.fresh.append(fresh)
        return f"token of {inbox_id}"


@pytest.mark.parametrize(
    ("refresh", "auth", "kind", "asked"),
    [
        ("kept", "235 2.7.0 Welcome", Sent, [False]),
        ("kept", "535 5.7.8 token of 1 has ended", TemporaryTrouble, [False, True]),
        ("kept", "454 4.7.0 Later", TemporaryTrouble, [False]),
        ("", "235 2.7.0 Welcome", TemporaryTrouble, []),
    ],
)
async def test_an_access_token_signs_in_where_the_server_wants_one(
    refresh: str, auth: str, kind: type, asked: list[bool]
) -> None:
    async with office({"ehlo": "250-mail\r\n250 AUTH XOAUTH2 PLAIN", "auth": auth}) as post:
        drawer = Drawer({1: sending_to(post.port, sign_in="google")}, EmailSecrets(refresh_token=refresh))
        tokens = Tokens()
        email = Email(drawer, Shelf(), NAMES, MovableClock(NOON), tokens=tokens, patience=CALM)
        result = await outcome(email)
        await email.close()
    assert type(result) is kind
    assert tokens.fresh == asked
    assert len([line for line in post.heard if line.startswith("AUTH XOAUTH2 ")]) == len(asked)
    assert "token of" not in str(result)


@pytest.mark.soak
async def test_a_server_killed_at_random_moments_never_gets_a_mail_twice_that_says_it_was_not_sent() -> None:
    """Each mail is tried as the desk does: again after what is temporary, never after what is unknown."""
    dice = random.Random(2026)
    told: dict[str, Sent | DeliveryError] = {}
    async with office() as post, channel(post.port, patience=Patience(step=0.1, offer=0.2, whole=0.3)) as email:
        for number in range(soak.times(short=60, long=2_000)):
            result: Sent | DeliveryError = TemporaryTrouble("server-away")
            outgoing = reply("x" * dice.randrange(1_000), key=f"reply-{number}")
            while type(result) is TemporaryTrouble:
                post.turns = dict([any_moment(dice)] if dice.random() < 0.6 else [])
                killing = asyncio.get_running_loop().call_later(dice.random() * 0.01, post.kill)
                result = await outcome(email, outgoing)
                killing.cancel()
            told[NAMES.message_id(12, outgoing.key, "shop.example")] = result
    taken = post.message_ids()
    assert len(taken) == len(set(taken))
    assert {name for name, result in told.items() if isinstance(result, Sent)} <= set(taken)
    assert {type(result).__name__ for result in told.values()} == {"Sent", "OutcomeUnknown"}
