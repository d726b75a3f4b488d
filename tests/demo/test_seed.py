"""What the demo begins with: talks that make sense, and a history as people would have made it."""

from __future__ import annotations

import random  # noqa: TID251 - dice
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from esmero.app import Desk, open_desk
from esmero.contract import facts
from esmero.contract.events import Event
from esmero.demo import papers, talks
from esmero.demo.cast import LABELS, Cast
from esmero.demo.mailbox.post import Post
from esmero.demo.people import CUSTOMERS, FROM_RIGHT, LONG_NAME
from esmero.demo.seed import seed
from esmero.desk import files, log, rebuild
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.kit.clock import DAY, MovableClock
from esmero.kit.filetypes import kind_of
from esmero.settings import Settings
from esmero.store.session import Session

pytestmark = pytest.mark.anyio
NOW = 1_790_000_000_000


@pytest.fixture(scope="module")
async def seeded(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Desk, Cast, list[Event]]]:
    desk = await open_desk(Settings(data=tmp_path_factory.mktemp("demo")), MovableClock(NOW))
    post = Post(desk)
    await post.listen()
    players = await seed(desk, post)
    events = await desk.database.read(lambda session: log.after(session, 0, limit=20_000))
    yield desk, players, events
    await post.close()
    await desk.stop()


Seeded = tuple[Desk, Cast, list[Event]]


async def test_every_projection_is_what_its_events_add_up_to(seeded: Seeded) -> None:
    desk, _, _ = seeded
    assert await desk.database.read(lambda session: list(rebuild.compare(session))) == []


async def test_things_happened_one_after_the_other_in_six_weeks_up_to_now(seeded: Seeded) -> None:
    _, _, events = seeded
    times = [event.at for event in events]
    assert times == sorted(times)
    assert times[0] == NOW - 42 * DAY
    assert NOW - DAY < times[-1] <= NOW


async def test_hundreds_of_talks_in_four_languages_hardly_repeat_a_sentence(seeded: Seeded) -> None:
    desk, _, events = seeded
    opened = [event.fact for event in events if isinstance(event.fact, facts.ConversationOpened)]
    assert len(opened) > 280
    begun = {event.of: event.content.text for event in reversed(events) if _is_from_customer(event) and event.content}
    assert max(Counter(begun.values()).values()) <= 8
    people = await desk.database.read(lambda session: customers.find_many(session, [one.customer_id for one in opened]))
    languages = Counter(people[one.customer_id].language for one in opened)
    assert set(languages) == set(talks.LANGUAGES)
    assert min(languages.values()) > 30


async def test_the_desk_has_work_in_every_state_and_its_oddities(seeded: Seeded) -> None:
    desk, players, events = seeded
    ids = [event.of for event in events if isinstance(event.fact, facts.ConversationOpened)]

    def query(session: Session) -> list[Conversation]:
        return [state for number in ids if (state := rows.find(session, number)) is not None]

    states = await desk.database.read(query)
    statuses = Counter(state.status for state in states)
    assert statuses["open"] >= 15
    assert min(statuses["pending"], statuses["snoozed"]) >= 3
    assert {state.assignee_id for state in states} >= {agent.id for agent in (players.ana, players.bela, players.dorka)}
    assert sum(state.status == "open" and state.assignee_id is None for state in states) >= 3
    assert players.label_ids["VIP"] in {label for state in states for label in state.labels}
    found = await desk.database.read(
        lambda session: customers.find_many(session, [state.customer_id for state in states])
    )
    people = {one.name: one for one in found.values()}
    assert {LONG_NAME, FROM_RIGHT} <= set(people)
    assert sum(one.blocked_at is not None for one in found.values()) == 1
    assert any("@" in event.content.text for event in events if _is_note(event) and event.content)


async def test_what_is_attached_is_a_true_file(seeded: Seeded) -> None:
    desk, _, events = seeded
    attached = [file for event in events if event.content for file in event.content.files]
    assert {file.type for file in attached} == {"image/png", "application/pdf"}
    for file in attached:
        kept = await desk.database.read(lambda session, number=file.id: files.blob_of(session, number))  # type: ignore[misc]
        assert kept is not None
        blob, _, conversation_id, _ = kept
        assert conversation_id is not None
        body = b"".join([piece async for piece in desk.blobs.get(blob)])
        assert (len(body), kind_of(body, file.name)) == (file.size, file.type)


def test_a_pdf_finds_its_objects_where_its_table_says() -> None:
    written = papers.invoice()
    table = int(written.rpartition(b"startxref\n")[2].split(b"\n")[0])
    assert written[table:].startswith(b"xref\n0 5\n")
    for number, line in enumerate(written[table:].splitlines()[3:7], 1):
        assert written[int(line[:10]) :].startswith(b"%d 0 obj" % number)


@pytest.mark.parametrize("language", talks.LANGUAGES)
def test_talks_are_whole(language: str) -> None:
    told = talks.read(language)
    assert len(told) >= 12
    assert any(len(talk.turns) >= 12 for talk in told)
    for talk in told:
        _check(talk)


@pytest.mark.parametrize("language", talks.LANGUAGES)
@pytest.mark.parametrize("fall", range(40))
def test_everyday_talks_are_whole_however_the_dice_fall(language: str, fall: int) -> None:
    everyday = talks.read_everyday(language)
    for template in everyday.talks:
        _check(talks.tell(template, everyday.words, random.Random(fall)))


def test_choices_marked_alike_fall_alike() -> None:
    asked = talks.Talk("en", "", "advice", "normal", (talks.Turn("c", "{#1|2|3}"), talks.Turn("a", "{#1|2|3}{x}")))
    told = [talks.tell(asked, {"x": ("!",)}, random.Random(fall)) for fall in range(30)]
    assert {talk.turns[0].text for talk in told} == {"1", "2", "3"}
    assert all(talk.turns[1].text == f"{talk.turns[0].text}!" for talk in told)


def test_everybody_has_a_name_of_their_own() -> None:
    names = [name for language in talks.LANGUAGES for name in CUSTOMERS[language]]
    assert len(names) == len(set(names)) >= 60


def _check(talk: talks.Talk) -> None:
    assert talk.turns[0].kind == "c", talk.subject
    assert talk.label in LABELS, talk.subject
    assert talk.priority in ("low", "normal", "high", "urgent"), talk.subject
    for turn in talk.turns:
        assert not set("{}|#") & set(turn.text), turn.text
        assert turn.paper is None or turn.paper in papers.PAPERS


def _is_from_customer(event: Event) -> bool:
    return isinstance(event.fact, facts.MessageReceived)


def _is_note(event: Event) -> bool:
    return isinstance(event.fact, facts.NoteAdded)
