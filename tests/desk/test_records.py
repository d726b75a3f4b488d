"""People, teams, inboxes, and what lets people in: the records beside the log, on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from esmero.contract.events import DESK
from esmero.contract.facts import AgentChanged, DeskChanged, InboxChanged
from esmero.desk import (
    agents,
    answers,
    changes,
    drafts,
    files,
    inboxes,
    labels,
    links,
    log,
    marks,
    sessions,
    teams,
    tokens,
)
from esmero.desk.access import AgentView, view_of
from esmero.desk.sweep import Sweep
from esmero.kit.clock import DAY
from esmero.kit.errors import BadInput, Conflict, Forbidden, NotFound
from esmero.kit.ids import fingerprint
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement
from tests.world import World, open_world


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


async def sight(world: World, agent: agents.Agent) -> set[int] | None:
    view = await world.desk.database.read(lambda session: view_of(session, agent.id))
    return None if view is None else set(view.inbox_ids)


async def test_sight_follows_from_teams(world: World) -> None:
    assert await sight(world, world.ana) == {world.shop.id}
    assert await sight(world, world.bela) == {world.shop.id, world.trade.id}
    assert await sight(world, world.eve) == set()
    assert await sight(world, world.ilona) == {world.shop.id, world.trade.id}
    at = world.clock.now()
    await world.desk.database.write(lambda tx: teams.remove(tx, world.support.id, by=DESK, at=at))
    assert await sight(world, world.ana) == set()
    assert await sight(world, world.bela) == {world.trade.id}


async def test_who_is_not_at_work_here_has_no_view(world: World) -> None:
    at = world.clock.now()
    invited = await world.desk.database.write(
        lambda tx: agents.invite(tx, "ferenc@desk.example", {"name": "Ferenc", "role": "agent"}, by=DESK, at=at)
    )
    await world.desk.database.write(lambda tx: agents.change(tx, world.ana.id, {"disabled": True}, by=DESK, at=at))
    assert await sight(world, invited) is None
    assert await sight(world, world.ana) is None
    assert await world.desk.database.read(lambda session: view_of(session, 4711)) is None


async def test_each_role_may_what_the_lesser_may(world: World) -> None:
    views = [await world.view(agent) for agent in (world.ana, world.chandra, world.ilona)]
    assert [view.may("handle_conversations") for view in views] == [True, True, True]
    assert [view.may("manage_labels") for view in views] == [False, True, True]
    assert [view.may("manage_agents") for view in views] == [False, False, True]
    with pytest.raises(Forbidden):
        views[0].check_may("block_customers")
    views[1].check_may("block_customers")


async def test_what_changes_is_told_to_whoever_follows(world: World) -> None:
    before, at = await world.desk.database.read(log.position), world.clock.now()
    write = world.desk.database.write
    label = await write(lambda tx: labels.make(tx, "Refund", "amber", by=DESK, at=at))
    await write(lambda tx: labels.change(tx, label.id, tint="red", by=DESK, at=at))
    await write(lambda tx: labels.remove(tx, label.id, by=DESK, at=at))
    await write(lambda tx: inboxes.change(tx, world.shop.id, name="The shop", by=DESK, at=at))
    await write(lambda tx: agents.change(tx, world.ana.id, {"theme": "dark"}, by=DESK, at=at))
    await write(lambda tx: agents.change(tx, world.ana.id, {"theme": "dark"}, by=DESK, at=at))  # so already
    await write(lambda tx: teams.change(tx, world.support.id, name="Support", by=DESK, at=at))  # so already
    told = await world.desk.database.read(lambda session: log.after(session, before, limit=50))
    assert [(event.stream, event.of, event.fact) for event in told] == [
        ("desk", changes.THE_DESK, DeskChanged(what="label", id=label.id, action="made")),
        ("desk", changes.THE_DESK, DeskChanged(what="label", id=label.id, action="changed")),
        ("desk", changes.THE_DESK, DeskChanged(what="label", id=label.id, action="removed")),
        ("inbox", world.shop.id, InboxChanged(action="changed")),
        ("agent", world.ana.id, AgentChanged(action="changed", fields=("theme",))),
    ]


async def test_names_are_taken_once(world: World) -> None:
    at, write = world.clock.now(), world.desk.database.write
    await write(lambda tx: labels.make(tx, "Refund", "amber", by=DESK, at=at))
    other = await write(lambda tx: labels.make(tx, "Praise", "green", by=DESK, at=at))
    with pytest.raises(Conflict):
        await write(lambda tx: labels.make(tx, " Refund\u200e ", "red", by=DESK, at=at))
    with pytest.raises(Conflict):
        await write(lambda tx: labels.change(tx, other.id, name="Refund", by=DESK, at=at))
    await write(lambda tx: labels.change(tx, other.id, name="Praise", by=DESK, at=at))
    with pytest.raises(Conflict):
        await write(lambda tx: teams.make(tx, "Support", (), (), by=DESK, at=at))
    with pytest.raises(Conflict):
        await write(lambda tx: agents.make(tx, email=world.ana.email, name="Ana", role="agent", password="-", at=at))
    with pytest.raises(BadInput):
        await write(lambda tx: teams.make(tx, " \u0000 ", (), (), by=DESK, at=at))


async def test_a_team_holds_only_who_and_what_exists(world: World) -> None:
    at, write = world.clock.now(), world.desk.database.write
    with pytest.raises(BadInput):
        await write(lambda tx: teams.make(tx, "Night", (4711,), (), by=DESK, at=at))
    with pytest.raises(BadInput):
        await write(lambda tx: teams.change(tx, world.support.id, inboxes=(4711,), by=DESK, at=at))
    with pytest.raises(BadInput):
        await write(lambda tx: teams.place(tx, world.eve.id, (4711,), by=DESK, at=at))
    await write(lambda tx: inboxes.remove(tx, world.trade.id, by=DESK, at=at))
    with pytest.raises(BadInput):
        await write(lambda tx: teams.change(tx, world.support.id, inboxes=(world.trade.id,), by=DESK, at=at))
    kept = await write(lambda tx: teams.change(tx, world.wholesale.id, name="Trade", by=DESK, at=at))
    assert kept.inboxes == (world.trade.id,)  # what was there may stay
    assert [team.name for team in await world.desk.database.read(teams.everyone)] == ["Support", "Trade"]


async def test_a_link_is_used_by_one(world: World) -> None:
    at, write = world.clock.now(), world.desk.database.write
    token = fingerprint("reset_once")
    await write(
        lambda tx: links.make(tx, purpose="reset", agent_id=world.ana.id, token=token, at=at, expires_at=at + 10)
    )
    with pytest.raises(NotFound):
        await write(lambda tx: links.use(tx, token, "invitation", at=at))
    with pytest.raises(NotFound):
        await write(lambda tx: links.use(tx, token, "reset", at=at + 10))
    used = await write(lambda tx: links.use(tx, token, "reset", at=at + 9))
    assert used.agent_id == world.ana.id
    with pytest.raises(NotFound):
        await write(lambda tx: links.use(tx, token, "reset", at=at + 9))


async def test_a_new_link_replaces_only_its_own_kind(world: World) -> None:
    at, write = world.clock.now(), world.desk.database.write
    for name, purpose, agent_id in (
        ("first", "setup", None),
        ("anas", "reset", world.ana.id),
        ("belas", "reset", world.bela.id),
        ("second", "setup", None),
    ):
        token = fingerprint(name)
        await write(
            lambda tx, purpose=purpose, agent_id=agent_id, token=token: links.make(  # type: ignore[misc]
                tx, purpose=purpose, agent_id=agent_id, token=token, at=at, expires_at=at + 10
            )
        )

    def working(session: Session) -> list[str]:
        found = []
        for name in ("first", "anas", "belas", "second"):
            try:
                links.find(session, fingerprint(name), now=at)
                found.append(name)
            except NotFound:
                pass
        return found

    assert await world.desk.database.read(working) == ["anas", "belas", "second"]


async def test_another_role_or_inbox_is_another_sight_and_another_name_is_not(world: World) -> None:
    bela = await world.view(world.bela)
    same = replace(bela, name="Béla the Second", inbox_ids=frozenset(sorted(bela.inbox_ids, reverse=True)))
    others = [replace(bela, role="supervisor"), replace(bela, inbox_ids=frozenset([world.shop.id]))]
    assert len(bela.inbox_ids) > 1
    assert same.sight == bela.sight
    assert bela.sight not in [one.sight for one in others]


async def test_a_session_is_resumed_by_its_token_alone(world: World) -> None:
    at, write, read = world.clock.now(), world.desk.database.write, world.desk.database.read
    token = fingerprint("session_here")
    number = await write(
        lambda tx: sessions.begin(
            tx, agent_id=world.ana.id, token=token, device="Firefox", address="::1", at=at, expires_at=at + 1_000
        )
    )
    assert await read(lambda s: sessions.resume(s, fingerprint("other"), now=at, idle_ms=500)) is None
    found = await read(lambda s: sessions.resume(s, token, now=at + 499, idle_ms=500))
    assert found is not None
    assert (found.id, found.agent_id) == (number, world.ana.id)
    assert await read(lambda s: sessions.resume(s, token, now=at + 500, idle_ms=500)) is None
    await write(lambda tx: sessions.touch(tx, number, address="::2", at=at + 499))
    assert await read(lambda s: sessions.resume(s, token, now=at + 998, idle_ms=500)) is not None
    assert await read(lambda s: sessions.resume(s, token, now=at + 1_000, idle_ms=5_000)) is None
    assert not await write(lambda tx: sessions.end(tx, number, agent_id=world.eve.id, at=at))
    assert await write(lambda tx: sessions.end(tx, number, agent_id=world.ana.id, at=at))


async def test_use_keeps_a_session_from_being_idle_and_not_from_its_end(world: World) -> None:
    at, write, read = world.clock.now(), world.desk.database.write, world.desk.database.read
    number = await write(
        lambda tx: sessions.begin(
            tx, agent_id=world.ana.id, token=b"t", device="-", address="-", at=at, expires_at=at + 1_000
        )
    )

    async def lives(now: int) -> bool:
        return await read(lambda s: sessions.living(s, [number], now=now, idle_ms=500)) == {number}

    async def used(now: int) -> bool:
        return await write(lambda tx: sessions.use(tx, number, at=now, idle_ms=500))

    assert (await lives(at + 499), await lives(at + 500)) == (True, False)
    assert not await used(at + 500)
    assert await used(at + 499)
    assert (await lives(at + 998), await lives(at + 999)) == (True, False)
    assert await used(at + 900)
    assert (await lives(at + 999), await lives(at + 1_000)) == (True, False)
    assert not await used(at + 1_000)
    assert await used(at + 999)


async def test_the_number_of_what_was_removed_is_given_to_nothing_later(world: World) -> None:
    at, ana, ilona = world.clock.now(), world.ana.id, await world.view(world.ilona)

    def one_of_each(tx: Transaction, name: str) -> tuple[int, int, int]:
        return (
            teams.make(tx, name, (), (), by=DESK, at=at).id,
            tokens.make(tx, token=fingerprint(f"token_{name}"), name=name, role="agent", by=ilona, at=at).id,
            sessions.begin(
                tx,
                agent_id=ana,
                token=fingerprint(f"session_{name}"),
                device="Firefox",
                address="::1",
                at=at,
                expires_at=at + DAY,
            ),
        )

    def unit(tx: Transaction) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        before = one_of_each(tx, "before")
        teams.remove(tx, before[0], by=DESK, at=at)
        tokens.remove(tx, before[1], by=DESK, at=at)
        assert sessions.end(tx, before[2], agent_id=ana, at=at)
        return before, one_of_each(tx, "after")

    before, after = await world.desk.database.write(unit)
    assert [new > old for old, new in zip(before, after, strict=True)] == [True, True, True]


async def test_a_token_may_what_both_its_role_and_its_maker_may(world: World) -> None:
    at, write, read = world.clock.now(), world.desk.database.write, world.desk.database.read
    ilona = await world.view(world.ilona)
    made = await write(
        lambda tx: tokens.make(tx, token=fingerprint("token_1"), name="Night", role="supervisor", by=ilona, at=at)
    )

    async def view() -> AgentView | None:
        found = await read(lambda session: tokens.resume(session, fingerprint("token_1")))
        return None if found is None else found[1]

    now = await view()
    assert now is not None
    assert (now.role, str(now.actor), now.inbox_ids) == ("supervisor", f"program:{made.id}", ilona.inbox_ids)
    await write(lambda tx: agents.change(tx, world.chandra.id, {"role": "administrator"}, by=DESK, at=at))
    await write(lambda tx: agents.change(tx, world.ilona.id, {"role": "agent"}, by=DESK, at=at))
    now = await view()
    assert now is not None
    assert (now.role, now.inbox_ids) == ("agent", frozenset())
    await write(lambda tx: agents.change(tx, world.ilona.id, {"disabled": True}, by=DESK, at=at))
    assert await view() is None


async def test_an_answer_is_kept_for_its_call(world: World) -> None:
    at, write = world.clock.now(), world.desk.database.write

    async def claim(request: bytes, now: int) -> answers.Answer | None:
        return await write(
            lambda tx: answers.claim(tx, owner="agent:1", key="k", request=request, at=now, lease_until=now + 60)
        )

    assert await claim(b"one", at) is None
    with pytest.raises(answers.KeyInUse):
        await claim(b"one", at + 59)
    with pytest.raises(answers.KeyReused):
        await claim(b"two", at)
    assert await claim(b"one", at + 60) is None
    await write(lambda tx: answers.keep(tx, owner="agent:1", key="k", status=201, body=b"sealed"))
    assert await claim(b"one", at + 61) == answers.Answer(201, b"sealed")
    await write(lambda tx: answers.release(tx, owner="agent:1", key="k"))  # an answered call stays
    assert await claim(b"one", at + 61) == answers.Answer(201, b"sealed")
    assert await write(lambda tx: answers.sweep(tx, before=at + 1, limit=10)) == 1
    assert await claim(b"two", at + 62) is None


async def test_what_has_ended_is_forgotten_after_a_day(world: World) -> None:
    at, write, read = world.clock.now(), world.desk.database.write, world.desk.database.read
    known = fingerprint("session_here"), fingerprint("reset_once")
    await write(
        lambda tx: sessions.begin(
            tx, agent_id=world.ana.id, token=known[0], device="-", address="-", at=at, expires_at=at + 10
        )
    )
    await write(lambda tx: links.make(tx, purpose="reset", agent_id=1, token=known[1], at=at, expires_at=at + 10))
    await write(lambda tx: answers.claim(tx, owner="a", key="k", request=b"", at=at, lease_until=at))
    sweep = Sweep(world.desk.database, world.desk.blobs, world.clock)

    def counted(session: Session) -> list[int]:
        return [session.all(Statement(text(f"SELECT count(*) FROM {name}")))[0][0] for name in RECORDS]

    world.clock.skip(DAY)
    assert await sweep.round() == 0
    assert await read(counted) == [1, 1, 1]
    world.clock.skip(11)
    assert await sweep.round() == 1
    assert await read(counted) == [0, 0, 0]


RECORDS = ("session", "link", "answer")


async def test_an_upload_that_a_message_names_in_the_last_moment_keeps_its_bytes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, blobs = world.desk.database.write, world.desk.blobs
    await blobs.put_whole({"a1": b"a bill", "a2": b"a draft"})
    uploads = [
        await write(
            lambda tx, blob=blob: files.keep(  # type: ignore[misc]
                tx, blob=blob, name=blob, kind="text/plain", size=6, sha256="", owner="a", inbox_id=None, at=1
            )
        )
        for blob in ("a1", "a2")
    ]
    world.clock.skip(2 * DAY)
    found = await world.desk.database.read(lambda session: files.forgotten(session, before=world.clock.now(), limit=10))
    assert found == [one.id for one in uploads]
    await write(lambda tx: files.take(tx, uploads[:1], owner="a", conversation_id=1))
    monkeypatch.setattr(files, "forgotten", lambda session, *, before, limit: found)
    await Sweep(world.desk.database, blobs, world.clock).round()
    assert [chunk async for chunk in blobs.get("a1")] == [b"a bill"]
    with pytest.raises(NotFound):
        assert [chunk async for chunk in blobs.get("a2")] == []


async def test_marks_move_forward_and_a_reply_and_a_note_are_two_drafts(world: World) -> None:
    write, read = world.desk.database.write, world.desk.database.read
    ana = {"agent_id": world.ana.id, "conversation_id": 1}
    for upto in (5, 3):
        await write(lambda tx, upto=upto: marks.read(tx, **ana, upto=upto))  # type: ignore[misc]
    assert await read(lambda s: marks.find(s, agent_id=world.ana.id, conversation_ids=[1, 2])) == {1: 5}
    await write(lambda tx: drafts.keep(tx, **ana, kind="reply", text="Dear", at=1))
    await write(lambda tx: drafts.keep(tx, **ana, kind="note", text="Ask", at=2))
    await write(lambda tx: drafts.keep(tx, **ana, kind="reply", text="Dear Marta", at=3))
    both = [drafts.Draft("note", "Ask", 2), drafts.Draft("reply", "Dear Marta", 3)]
    assert await read(lambda s: drafts.find(s, **ana)) == both
    await write(lambda tx: drafts.drop(tx, **ana, kind="reply"))
    assert await read(lambda s: drafts.find(s, **ana)) == both[:1]
    await write(lambda tx: drafts.drop(tx, agent_id=world.ana.id, conversation_id=1))
    assert await read(lambda s: drafts.find(s, **ana)) == []


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" Ana@Desk.Example ", "ana@desk.example"),
        ("o'brien+desk@sub.desk.example", "o'brien+desk@sub.desk.example"),
        ("jo\u0301zsef@desk.example", "józsef@desk.example"),
    ],
)
def test_an_address_has_one_form(written: str, address: str) -> None:
    assert agents.clean_email(written) == address
