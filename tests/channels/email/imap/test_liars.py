"""Servers that drop, fall silent, talk without end, or lie."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.channels.email.imap.desk import LIMITS, PACE, Desk, running, until
from tests.channels.email.imap.liar import Connection, Liar, Lie, lying

QUICK = msgspec.structs.replace(LIMITS, answer_seconds=0.4, connect_seconds=0.4)
SOON = msgspec.structs.replace(PACE, after_trouble=(0.02,), after_refusal=(0.05,), renew=0.3)
COMMANDS = ("GREETING", "CAPABILITY", "LOGIN", "EXAMINE", "SEARCH", "FETCH", "IDLE")


def once(lie: Lie) -> Lie:
    """Lie the first time only."""
    lied = list[bool]()

    async def told(connection: Connection, tag: str, rest: str) -> bool | None:
        if lied:
            return False
        lied.append(True)
        return await lie(connection, tag, rest)

    return told


async def drops(connection: Connection, tag: str, rest: str) -> None:
    await connection.hang_up()


async def says_no(connection: Connection, tag: str, rest: str) -> None:
    connection.say(f"{tag} NO not now")


async def says_bad(connection: Connection, tag: str, rest: str) -> None:
    connection.say(f"{tag} BAD what?")


async def says_bye(connection: Connection, tag: str, rest: str) -> None:
    connection.say("* BYE going down")
    await connection.hang_up()


async def says_nothing(connection: Connection, tag: str, rest: str) -> None:
    await asyncio.sleep(5)


async def talks_without_end(connection: Connection, tag: str, rest: str) -> None:
    while True:
        connection.say(b"* OK " + b"la " * 20_000)
        await connection.writer.drain()


async def talks_nonsense(connection: Connection, tag: str, rest: str) -> None:
    connection.say(b"\x00\xff HTTP/1.1 400 \xf0", b"* 1 FETCH (((", b"+++ATH", b"* SEARCH 1 2 three -4 99999999999999")
    connection.say(f"{tag} OK {{5}}")


async def announces_more_than_there_is(connection: Connection, tag: str, rest: str) -> bool:
    if "PEEK" not in rest:
        return False
    connection.say("* 1 FETCH (UID 1 BODY[] {99999999999}", "Subject: x", "")
    return True


async def drops_within_a_mail(connection: Connection, tag: str, rest: str) -> bool:
    if "PEEK" not in rest:
        return False
    connection.say("* 1 FETCH (UID 1 BODY[] {5000}", "Subject: x", "")
    await connection.hang_up()
    return True


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "lie",
    [drops, says_no, says_bad, says_bye, says_nothing, talks_without_end, talks_nonsense],
    ids=lambda lie: lie.__name__,
)
async def test_whatever_a_server_does_once_the_mail_comes_in_the_end(command: str, lie: Lie) -> None:
    desk = Desk()
    async with lying() as liar, running(desk.follower(liar.server, pace=SOON, limits=QUICK)):
        await desk.follows()
        liar.lies = {command: once(lie)}
        liar.drop()
        liar.append("Comes")
        await until(lambda: "Comes" in desk.subjects)
        assert set(desk.subjects) == {"Comes"}
        await until(lambda: (desk.state.kind == "ok" and desk.state.later == 0) or desk.state.later == 1)


@pytest.mark.parametrize("lie", [announces_more_than_there_is, drops_within_a_mail], ids=lambda lie: lie.__name__)
async def test_a_mail_that_always_breaks_the_connection_holds_up_nobody(lie: Lie) -> None:
    async def only_the_first(connection: Connection, tag: str, rest: str) -> bool | None:
        return await lie(connection, tag, rest) if "1" in rest.split(maxsplit=1)[0].split(",") else False

    desk = Desk()
    async with lying() as liar, running(desk.follower(liar.server, pace=SOON, limits=QUICK)):
        await desk.follows()
        liar.lies = {"FETCH": only_the_first}
        liar.append("Breaks", "Behind", "Behind it")
        await until(lambda: desk.subjects == ["Behind", "Behind it"])
        await until(lambda: desk.state.later == 1)
        liar.lies = {}
    async with lying(liar), running(desk.follower(liar.server, pace=SOON, limits=QUICK)):
        await until(lambda: desk.subjects == ["Behind", "Behind it", "Breaks"])


async def test_the_last_mail_is_not_taken_for_a_new_one() -> None:
    """`UID SEARCH 6:*` finds mail 5 where it is the last (RFC 3501 section 6.4.8)."""
    desk = Desk()
    async with lying() as liar, running(desk.follower(liar.server, pace=SOON)):
        await desk.follows()
        liar.append("One")
        await until(lambda: desk.mails)
        searches = liar.count("SEARCH")
        await until(lambda: liar.count("SEARCH") > searches + 2)
    assert desk.subjects == ["One"]


async def test_a_mail_that_comes_to_light_behind_a_later_one_is_found() -> None:
    desk = Desk()
    async with lying() as liar, running(desk.follower(liar.server, pace=SOON)):
        await desk.follows()
        liar.append("Five", uid=5)
        await until(lambda: desk.mails)
        liar.append("Three", uid=3)
        await until(lambda: len(desk.mails) == 2)
        liar.append("Six")
        await until(lambda: len(desk.mails) == 3)
    assert desk.subjects == ["Five", "Three", "Six"]


async def test_a_uid_out_of_this_world_loses_nothing() -> None:
    async def lies(connection: Connection, tag: str, rest: str) -> None:
        connection.say(
            "* SEARCH 4294967295 4294967295 " + " ".join(map(str, connection.search(rest))), f"{tag} OK done"
        )

    desk = Desk()
    pace = msgspec.structs.replace(SOON, examine=0.1)
    async with lying() as liar, running(desk.follower(liar.server, pace=pace)):
        await desk.follows()
        liar.lies = {"SEARCH": lies}
        liar.append("One")
        await until(lambda: desk.mails)
        liar.append("Two")
        await until(lambda: "Two" in desk.subjects)


async def test_a_server_that_gives_every_mail_twice_makes_no_second_one() -> None:
    async def twice(connection: Connection, tag: str, rest: str) -> None:
        uids, _, items = rest.partition(" ")
        for uid in map(int, [*uids.split(","), *uids.split(",")]):
            connection.fetch(uid, items)
        connection.say("* 9 FETCH (FLAGS (\\Seen))", "* 9 FETCH (UID 77 BODY[] NIL)", f"{tag} OK done")

    desk = Desk()
    async with lying(Liar(lies={"FETCH": twice})) as liar, running(desk.follower(liar.server, pace=SOON)):
        await desk.follows()
        liar.append("One", "Two", "Three")
        await until(lambda: len(desk.mails) == 3)
    assert desk.subjects == ["One", "Two", "Three"]


async def test_uids_that_go_back_under_the_same_validity_lose_nothing() -> None:
    """As after a back-up of the mail server was put back."""
    desk = Desk()
    async with lying(Liar(next_uid=400)) as liar:
        async with running(desk.follower(liar.server, pace=SOON)):
            await desk.follows()
            liar.append("Before")
            await until(lambda: desk.mails)
        liar.mails, liar.next_uid = {}, 200
        liar.append("After")
        async with running(desk.follower(liar.server, pace=SOON)):
            await until(lambda: desk.subjects == ["Before", "After"])


async def test_a_look_back_takes_what_came_since_and_leaves_history_alone() -> None:
    desk = Desk()
    before_the_desk = datetime.now(UTC) - timedelta(days=2)
    async with lying() as liar:
        liar.append("History", at=before_the_desk)
        async with running(desk.follower(liar.server, pace=SOON)):
            await desk.follows()
        liar.append("Missed")
        liar.renumber()
        async with running(desk.follower(liar.server, pace=SOON)):
            await until(lambda: desk.subjects == ["Missed"])
            liar.append("New")
            await until(lambda: desk.subjects == ["Missed", "New"])
    assert liar.count("SINCE") >= 1


async def test_a_look_back_that_was_cut_off_goes_on() -> None:
    desk = Desk()
    async with lying() as liar:
        async with running(desk.follower(liar.server, pace=SOON)):
            await desk.follows()
        liar.append(*range(60))
        liar.renumber()

        async def breaks_off(connection: Connection, tag: str, rest: str) -> bool | None:
            if len(desk.mails) < 25:
                return False
            await connection.hang_up()
            return True

        liar.lies = {"FETCH": breaks_off}
        async with running(desk.follower(liar.server, pace=SOON)):
            await until(lambda: len(desk.mails) >= 25 and desk.state.kind == "waiting")
            liar.lies = {}
            await until(lambda: {*desk.subjects} == {*map(str, range(60))})
    assert len(desk.mails) < 90


async def test_a_server_that_never_tells_of_mails_is_asked() -> None:
    desk = Desk()
    async with lying(Liar(capabilities="IMAP4rev1")) as liar, running(desk.follower(liar.server, pace=SOON)):
        await desk.follows()
        liar.append("Polled")
        await until(lambda: desk.mails, seconds=2)
    assert not desk.state.idles
    assert liar.count("IDLE") == 0


async def test_a_server_that_hangs_up_on_idle_is_polled_in_the_end() -> None:
    desk = Desk()
    async with lying(Liar(lies={"IDLE": drops})) as liar, running(desk.follower(liar.server, pace=SOON)):
        await until(lambda: liar.count("IDLE") == 3)
        await until(lambda: desk.state.kind == "ok" and not desk.state.idles)
        liar.append("Polled")
        await until(lambda: desk.mails, seconds=2)
    assert liar.count("IDLE") == 3


async def test_a_mail_that_is_told_of_between_search_and_idle_does_not_wait() -> None:
    """The word of it came with the answer to the search, and won't come again."""
    desk = Desk()

    async def tells_too_early(connection: Connection, tag: str, rest: str) -> None:
        connection.say("* SEARCH " + " ".join(map(str, connection.search(rest))))
        if connection.liar.count("IDLE") == 1 and not connection.liar.mails:
            connection.liar.append("Between")
            connection.say("* 1 EXISTS")
        connection.say(f"{tag} OK done")

    pace = msgspec.structs.replace(SOON, renew=1.0)
    async with lying(Liar(lies={"SEARCH": tells_too_early})) as liar, running(desk.follower(liar.server, pace=pace)):
        await until(lambda: liar.count("IDLE") == 1)
        await until(lambda: liar.mails, seconds=3)
        await until(lambda: desk.mails, seconds=0.5)


async def test_news_beside_the_go_ahead_of_idle_is_no_surprise() -> None:
    async def in_one_breath(connection: Connection, tag: str, rest: str) -> bool:
        if connection.liar.mails:
            return False
        connection.liar.append("At once")
        connection.say("* OK still here", "+ idling\r\n* 1 EXISTS")
        await connection.reader.readuntil(b"DONE\r\n")
        connection.say(f"{tag} OK done")
        return True

    desk = Desk()
    pace = msgspec.structs.replace(SOON, renew=5.0)
    async with lying(Liar(lies={"IDLE": in_one_breath})) as liar, running(desk.follower(liar.server, pace=pace)):
        await until(lambda: desk.mails, seconds=1)


async def test_a_connection_that_fell_silent_is_noticed_and_replaced() -> None:
    async def falls_silent(connection: Connection, tag: str, rest: str) -> None:
        connection.say("+ idling")
        await asyncio.sleep(60)

    desk = Desk()
    liar = Liar(lies={"IDLE": once(falls_silent)})
    async with lying(liar), running(desk.follower(liar.server, pace=SOON, limits=QUICK)):
        await until(lambda: desk.states and desk.state.code == "no_answer", seconds=2)
        liar.append("Behind the silence")
        await until(lambda: desk.mails)


async def test_no_state_and_no_log_carries_the_password(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    async def repeats(connection: Connection, tag: str, rest: str) -> None:
        connection.say(f"{tag} NO I don't know {rest}")

    desk = Desk()
    liar = Liar(lies={"LOGIN": repeats})
    async with lying(liar), running(desk.follower(liar.server, password="hush-hush", pace=SOON)):
        await until(lambda: desk.states and desk.state.code == "sign_in_refused")
    assert "hush" not in repr(desk.states) + caplog.text + "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        ("NO [UNAVAILABLE] try again", "waiting", "busy"),
        ("NO [ALERT] Too many simultaneous connections. (Failure)", "waiting", "busy"),
        ("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "refused", "sign_in_refused"),
        ("BAD invalid", "refused", "sign_in_refused"),
    ],
)
async def test_a_refusal_that_passes_is_told_from_one_that_does_not(answer: str, kind: str, code: str) -> None:
    async def refuses(connection: Connection, tag: str, rest: str) -> None:
        connection.say(f"{tag} {answer}")

    desk = Desk()
    async with lying(Liar(lies={"LOGIN": refuses})) as liar, running(desk.follower(liar.server, pace=SOON)):
        await until(lambda: desk.states and desk.state.code == code)
        assert desk.state.kind == kind
