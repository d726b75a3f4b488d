"""Statements straight on libpq: values arrive as they were, errors are told, and nothing is left behind by them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from esmero.store.libpq import MOST_ON_THE_WAY, Direct, Pipeline, numbered
from esmero.store.postgres import Postgres, connect
from esmero.store.statement import Statement
from tests import servers

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with servers.database() as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE pet (id BIGSERIAL PRIMARY KEY, name TEXT UNIQUE, filling BYTEA)")
        yield url


@pytest.fixture(params=[Direct, Pipeline])
def runner(request: pytest.FixtureRequest, url: str) -> Iterator[Any]:
    made = request.param(connect(url))
    yield made
    made.close()


@pytest.fixture
def pipeline(url: str) -> Iterator[Pipeline]:
    with psycopg.connect(url) as connection:
        connection.execute("DELETE FROM pet")
    made = Pipeline(connect(url))
    yield made
    made.close()


def test_parameters_are_numbered_in_their_order_and_once() -> None:
    assert numbered("SELECT %(b)s + %(a)s * %(b)s %% 2, '100%%'") == (b"SELECT $1 + $2 * $1 % 2, '100%'", ("b", "a"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.integers(-(2**63), 2**63 - 1), TEXTS, st.binary(), st.booleans(), st.none(), st.floats()))
def test_values_come_back_as_they_went(runner: Any, value: object) -> None:
    kinds = {int: "bigint", str: "text", bytes: "bytea", bool: "boolean", float: "double precision"}
    kind = kinds.get(type(value), "text")
    found = runner.execute(f"SELECT %(value)s::{kind}", {"value": value}).fetchone()
    assert repr(found) == repr((value,))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS), st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_lists_arrive_as_arrays(runner: Any, texts: list[str], numbers: list[int]) -> None:
    query = "SELECT %(texts)s::text[], %(numbers)s::bigint[]"
    assert runner.execute(query, {"texts": texts, "numbers": tuple(numbers)}).fetchone() == (texts, numbers)


def test_a_text_with_a_nul_is_refused_and_not_cut_short(runner: Any) -> None:
    for value in ("be\0fore", ["fine", "be\0fore"]):
        with pytest.raises(psycopg.DataError, match="NUL"):
            runner.execute("SELECT %(value)s::text", {"value": value})
    assert runner.execute("SELECT 1", {}).fetchone() == (1,)


def test_all_rows_come_in_their_order(runner: Any) -> None:
    rows = runner.execute("SELECT n, 'x' || n FROM generate_series(1, 3000) AS n", {}).fetchall()
    assert rows == [(n, f"x{n}") for n in range(1, 3001)]
    assert runner.execute("SELECT 1 WHERE false", {}).fetchone() is None
    assert runner.execute("SELECT 1 WHERE false", {}).fetchall() == []


def test_an_error_has_its_name_and_the_connection_goes_on(runner: Any) -> None:
    for _ in range(2):
        with pytest.raises(psycopg.errors.UndefinedTable):
            runner.execute("SELECT * FROM nowhere", {})
        with pytest.raises(psycopg.errors.DivisionByZero):
            runner.execute("SELECT 1 / %(zero)s::int", {"zero": 0})
        assert runner.execute("SELECT 2", {}).fetchone() == (2,)
    with pytest.raises(KeyError):
        runner.execute("SELECT %(missing)s::int", {})
    assert runner.execute("SELECT 3", {}).fetchone() == (3,)


def test_a_lost_connection_is_named_so_and_does_not_hang(runner: Any, url: str) -> None:
    (pid,) = runner.execute("SELECT pg_backend_pid()", {}).fetchone()
    with psycopg.connect(url) as other:
        other.execute("SELECT pg_terminate_backend(%s)", (pid,))
    driver = Postgres(url)
    for _ in range(2):
        with pytest.raises(psycopg.Error) as caught:
            runner.execute("SELECT 1", {})
        assert type(driver.named(caught.value)).__name__ == "StoreUnavailable"


ADD = "INSERT INTO pet (name, filling) VALUES (%(name)s, %(filling)s)"


def test_what_nobody_waits_for_has_run_before_what_follows(pipeline: Pipeline) -> None:
    pipeline.send(ADD, {"name": "Muki", "filling": None})
    assert pipeline.execute("SELECT name FROM pet", {}).fetchall() == [("Muki",)]


def test_very_much_that_nobody_waits_for_does_not_stop_the_flow(pipeline: Pipeline) -> None:
    """If nothing were read meanwhile, both sides could stand with full buffers for ever."""
    pipeline.send("BEGIN", {})
    for number in range(MOST_ON_THE_WAY * 20):
        pipeline.send(ADD + " RETURNING repeat('long', 500)", {"name": str(number), "filling": b"x"})
    for number in range(20):
        pipeline.send(ADD, {"name": f"large {number}", "filling": bytes(1_000_000)})
    assert pipeline.finish("COMMIT") == b"COMMIT"
    assert pipeline.execute("SELECT count(*) FROM pet", {}).fetchone() == (MOST_ON_THE_WAY * 20 + 20,)


def test_the_error_of_what_nobody_waited_for_shows_at_the_next_answer_and_drops_what_follows(
    pipeline: Pipeline,
) -> None:
    pipeline.send("BEGIN", {})
    pipeline.send(ADD, {"name": "same", "filling": None})
    pipeline.send(ADD, {"name": "same", "filling": None})
    pipeline.send(ADD, {"name": "other", "filling": None})
    with pytest.raises(psycopg.errors.UniqueViolation):
        pipeline.execute("SELECT 1", {})
    assert pipeline.transaction_status() == pipeline.transaction_status().INERROR
    assert pipeline.finish("COMMIT") == b"ROLLBACK"
    assert pipeline.execute("SELECT count(*) FROM pet", {}).fetchone() == (0,)


def test_a_commit_that_rolled_back_is_no_success(url: str) -> None:
    writer = Postgres(url).open_writer()
    writer.begin()
    with pytest.raises(psycopg.Error):
        writer.transaction.one(Statement(text("SELECT 1 / 0")))
    with pytest.raises(psycopg.InternalError, match="rolled back"):
        writer.commit()
    writer.close()
