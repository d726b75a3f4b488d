"""The API as its own description tells it, tried by a program that reads nothing else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from esmero.channels.email import oauth
from esmero.settings import Settings
from esmero.web.edges import make_edges
from esmero.web.limits import Limits
from esmero.web.server import Server, listen
from tests import soak
from tests.world import PASSWORD, World, open_world


class Served(NamedTuple):
    """A desk that another thread serves."""

    address: str
    token: str


class Hurried:
    """A clock that runs a hundred times as fast, so that a program that asks fast meets no limits."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 10
        return self.seconds


TRIES = settings(
    max_examples=soak.times(short=12, long=400),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk with a few conversations, and an administrator's token."""
    folder, told = tmp_path_factory.mktemp("desk"), threading.Event()
    addresses: list[str] = []
    servers: list[Server] = []

    async def serve() -> None:
        async with open_world(folder, started=True) as world:
            await _fill(world)
            listener = listen(Settings(port=0))
            addresses.append("http://{}:{}".format(*listener.getsockname()))
            servers.append(Server(make_edges(world.desk, limits=Limits(Hurried())), Settings(), told.set))
            await servers[0].serve(sockets=[listener])

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert told.wait(30)
    yield Served(addresses[0], _token(addresses[0]))
    servers[0].should_exit = True
    thread.join()


async def _fill(world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    await world.say(world.ana, talk.conversation_id, "Ahora mismo lo miro.")
    await world.hear(world.asha, "नमस्ते")


def _token(address: str) -> str:
    with httpx.Client(base_url=f"{address}/api/v1") as http:
        signed = http.post("/session", json={"email": "ilona@desk.example", "password": PASSWORD}).json()
        made = http.post(
            "/tokens", json={"name": "Tests", "role": "administrator"}, headers={"x-csrf-token": signed["csrf"]}
        )
        return str(made.json()["token"])


@pytest.fixture(scope="module")
def description(served: Served) -> Any:
    schema = schemathesis.openapi.from_url(f"{served.address}/api/openapi.json")
    # The program would take back the token that it works with.
    return schema.exclude(method="DELETE", path="/api/v1/tokens/{number}")


# What passes the form may still make no sense (a label of spaces, a time that has passed): that is answered with 400.
# Who may call what is tried below, and in test_sight.py.
UNWANTED = {"positive_data_acceptance", "ignored_auth"}


@pytest.mark.soak
def test_every_call_answers_as_it_is_described(
    description: Any, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = oauth.Provider(
        authorize_url="https://127.0.0.1/", token_url="http://127.0.0.1:9/", scopes=(), private=True
    )
    for name in oauth.PROVIDERS:
        monkeypatch.setitem(oauth.PROVIDERS, name, nowhere)
    checks: Any = [check for check in CHECKS.get_all() if check.__name__ not in UNWANTED]
    known = {"Authorization": f"Bearer {served.token}"}
    failed = []
    for found in description.get_all_operations():
        operation = found.ok()

        @TRIES
        @given(case=st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in GenerationMode)))
        def try_it(case: Any) -> None:
            answer = case.call(headers=known, timeout=20)
            try:
                case.validate_response(answer, headers=known, checks=checks)
            except BaseExceptionGroup as trouble:
                raise AssertionError(_told(case, answer, trouble)) from trouble

        try:
            try_it()
        except (Exception, BaseExceptionGroup) as trouble:  # noqa: BLE001 - all that is wrong should be told at once
            failed.append(f"{operation.label}: {trouble}")
    assert not failed, "\n\n".join(failed)


def _told(case: Any, answer: Any, trouble: BaseExceptionGroup[Any]) -> str:
    """What was wrong, what was asked, and what came: a defect's answer names it in the log."""
    wrong = "\n".join(map(str, trouble.exceptions))
    return f"{wrong}\n{case.as_curl_command()}\n{answer.status_code}: {answer.text[:1_000]}"


def test_the_description_is_complete(served: Served) -> None:
    told = httpx.get(f"{served.address}/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for path, calls in told["paths"].items():
        for method, call in calls.items():
            where = f"{method.upper()} {path}"
            assert call["summary"], where
            assert call["tags"], where
            if path.startswith("/api/v1"):
                assert {"400", "401", "403", "429", "500", "503"} <= set(call["responses"]), where
                problem = call["responses"]["400"]["content"]
                assert set(problem) == {"application/problem+json"}, where


def test_nobody_gets_anything_without_signing_in_but_where_it_says_so(served: Served) -> None:
    told = httpx.get(f"{served.address}/api/openapi.json").json()
    for path, calls in told["paths"].items():
        for method, call in calls.items():
            if call.get("security", told["security"]) != [{}]:
                where = path.replace("{number}", "1").replace("{event}", "1").replace("{session_id}", "1")
                answer = httpx.request(method, f"{served.address}{where}", params={"q": "x", "name": "x"}, json={})
                assert answer.status_code in (400, 401), (method, path, answer.text)
                assert "items" not in answer.text
