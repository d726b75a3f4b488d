"""Lists of conversations: what is in them, in which order, and that they are never read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import text

from esmero.contract.events import DESK, Event
from esmero.contract.facts import ConversationOpened, Status
from esmero.desk import labels
from esmero.desk.access import AgentView
from esmero.desk.conversations import lists, rows
from esmero.desk.conversations.lists import Place, Sort, Wanted, Whose
from esmero.desk.conversations.state import Conversation, opened
from esmero.store.database import Database, open_database
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement
from tests.world import DATABASE_URL

AGENT = AgentView(id=7, name="Ana", role="agent", trainee=False, inbox_ids=frozenset({1, 2}))
EVE = replace(AGENT, id=9, inbox_ids=frozenset())


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database of its own, of the kind that these tests run on."""
    database = open_database(DATABASE_URL.get() or tmp_path)
    database.write_now(lambda tx: [labels.make(tx, str(number), "red", by=DESK, at=1) for number in range(1, 7)])
    yield database
    database.close_now()


EMPTY = [Statement(text(f"DELETE FROM {name}")) for name in ("conversation_label", "conversation", "tally")]


def put(tx: Transaction, states: list[Conversation]) -> list[int]:
    """Let there be these conversations and no others; returns their ids."""
    for statement in EMPTY:
        tx.run(statement)
    numbers = []
    for state in states:
        number = rows.begin(tx, state)
        plain = replace(state, id=number, labels=())
        rows.save(tx, plain, replace(plain, labels=state.labels))
        numbers.append(number)
    return numbers


def conversation(
    inbox_id: int,
    status: Status | Literal["junk"],
    assignee_id: int | None,
    at: int,
    labels: tuple[int, ...],
    customer_id: int,
) -> Conversation:
    fact = ConversationOpened(inbox_id=inbox_id, customer_id=customer_id, identity_id=1, channel="chat")
    event = Event(
        id=1, stream="conversation", of=1, seq=1, fact=fact, actor=DESK, inbox_id=inbox_id, public=True, at=at
    )
    known = replace(opened(event), assignee_id=assignee_id, sort=at, labels=labels)
    return replace(known, status="closed", junk=1) if status == "junk" else replace(known, status=status)


def all_pages(session: Session, wanted: Wanted, agent: AgentView, *, limit: int) -> list[int]:
    """Turn page after page; returns the ids in the order in which they came."""
    seen: list[int] = []
    place: Place | None = None
    while True:
        page = lists.page(session, wanted, agent, after=place, limit=limit)
        assert len(page.items) <= limit
        seen += [one.id for one in page.items]
        if page.next is None:
            return seen
        place = page.next


states = st.builds(
    conversation,
    inbox_id=st.integers(1, 3),
    status=st.sampled_from(["open", "pending", "snoozed", "closed", "junk"]),
    assignee_id=st.sampled_from([None, 7, 8]),
    at=st.integers(1, 6),  # so few that many are alike
    labels=st.sampled_from([(), (4,), (4, 5)]),
    customer_id=st.integers(1, 3),
)
questions = st.builds(
    Wanted,
    whose=st.sampled_from(["mine", "unassigned", "all"]),
    status=st.sampled_from([None, "open", "closed"]),
    inbox_id=st.sampled_from([None, 1, 3]),
    label_id=st.sampled_from([None, 4, 5, 6]),
    customer_id=st.sampled_from([None, 2]),
    sort=st.sampled_from(["waiting", "newest"]),
    junk=st.sampled_from([False, False, True]),
)


whatever = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@whatever
@given(states=st.lists(states, max_size=14), wanted=questions, limit=st.integers(1, 5), few=st.sampled_from([0, 5_000]))
def test_a_list_is_what_fits_in_order_whatever_the_pages(
    states: list[Conversation], wanted: Wanted, limit: int, few: int, database: Database
) -> None:
    numbers = database.write_now(lambda tx: put(tx, states))
    was, lists.FEW = lists.FEW, few
    try:
        seen = database.read_now(lambda session: all_pages(session, wanted, AGENT, limit=limit))
        assert database.read_now(lambda session: all_pages(session, wanted, EVE, limit=limit)) == []
    finally:
        lists.FEW = was
    assert seen == expected(states, numbers, wanted)


def expected(states: list[Conversation], numbers: list[int], wanted: Wanted) -> list[int]:
    """The list, told as simply as can be."""
    fitting = [
        (state.last_at, number)
        for number, state in zip(numbers, states, strict=True)
        if state.inbox_id in AGENT.inbox_ids
        and wanted.inbox_id in (None, state.inbox_id)
        and wanted.junk == state.junk
        and (wanted.junk or _fits(wanted, state))
    ]
    newest = wanted.sort == "newest" or wanted.junk
    return [number for _, number in sorted(fitting, reverse=newest)]


def _fits(wanted: Wanted, state: Conversation) -> bool:
    return (
        wanted.status in (None, state.status)
        and wanted.customer_id in (None, state.customer_id)
        and (wanted.label_id is None or wanted.label_id in state.labels)
        and (wanted.whose == "all" or state.assignee_id == (AGENT.id if wanted.whose == "mine" else None))
    )


@whatever
@given(states=st.lists(states, max_size=20))
def test_counts_are_of_what_one_sees(states: list[Conversation], database: Database) -> None:
    database.write_now(lambda tx: put(tx, states))
    counts = database.read_now(lambda session: lists.counts(session, AGENT))
    assert database.read_now(lambda session: lists.counts(session, EVE)).all == 0
    visible = [state for state in states if state.inbox_id in AGENT.inbox_ids]
    open_ones = [state for state in visible if state.status == "open"]
    assert counts.all == len(open_ones)
    assert counts.mine == sum(state.assignee_id == AGENT.id for state in open_ones)
    assert counts.unassigned == sum(state.assignee_id is None for state in open_ones)
    in_inbox = {number: sum(one.inbox_id == number for one in open_ones) for number in (1, 2)}
    assert counts.inboxes == {number: count for number, count in in_inbox.items() if count}
    assert counts.statuses == {
        status: sum(one.status == status for one in visible) for status in ("open", "pending", "snoozed")
    }


CASES = tuple(lists._RANGES)


@pytest.mark.parametrize(("whose", "sort"), CASES)
def test_no_list_is_sorted_or_scanned(tmp_path: Path, whose: Whose, sort: Sort) -> None:
    """Each is a range of an index in the order asked for: so a million cost what a thousand cost (SQLite says so)."""
    database = open_database(tmp_path)
    kinds = (lists._RANGES, lists._CLOSED_RANGES, lists._LABELLED_RANGES)
    plans = [database.read_now(explain(statement)) for statement in (*(one[whose, sort] for one in kinds), lists._JUNK)]
    database.close_now()
    for plan in plans:
        assert "USING COVERING INDEX ix_conversation" in plan or "USING INDEX ix_conversation" in plan, plan
        assert "TEMP B-TREE" not in plan, plan
        assert "SCAN conversation" not in plan, plan


def explain(statement: Statement) -> Callable[[Session], str]:
    clause = Statement(text(f"EXPLAIN QUERY PLAN {statement.text('sqlite').replace('OFFSET 0', '')}"))
    values = {
        "status": "open",
        "inbox_id": 1,
        "inbox_ids": "[1,2]",
        "assignee_id": 7,
        "label_id": 4,
        "value": 0,
        "after_id": 0,
        "limit": 50,
    }
    asked = {name: value for name, value in values.items() if f":{name}" in statement.text("sqlite")}
    return lambda session: "\n".join(str(row[3]) for row in session.all(clause, **asked))
