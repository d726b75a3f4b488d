"""A browser for tests: it keeps cookies, sends the CSRF token, and talks to a site without a network."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import httpx
from litestar import Litestar

from esmero.desk.agents import Agent
from tests.world import PASSWORD

ORIGIN = "http://desk.example"


class Browser:
    """One browser. `me` is who is signed in, as `GET /session` told."""

    def __init__(self, site: Litestar, *, address: str = "192.0.2.7", origin: str = ORIGIN) -> None:
        transport = httpx.ASGITransport(site, raise_app_exceptions=False, client=(address, 50_000))  # type: ignore[arg-type]
        self.http = httpx.AsyncClient(transport=transport, base_url=origin)
        self.csrf: str | None = None
        self.me: dict[str, Any] | None = None

    async def sign_in(self, agent: Agent, password: str = PASSWORD) -> httpx.Response:
        """Sign in as the console does."""
        answer = await self.post("/session", {"email": agent.email, "password": password})
        self.note(answer)
        return answer

    def note(self, answer: httpx.Response) -> None:
        """Remember what a session's state says."""
        if answer.is_success:
            self.csrf, self.me = answer.json()["csrf"], answer.json()["me"]

    async def get(self, path: str, **headers: str) -> httpx.Response:
        return await self.http.get(f"/api/v1{path}", headers=_spelt(headers))

    async def post(self, path: str, body: object = None, **headers: str) -> httpx.Response:
        return await self.send("POST", path, body, **headers)

    async def patch(self, path: str, body: object, **headers: str) -> httpx.Response:
        return await self.send("PATCH", path, body, **headers)

    async def put(self, path: str, body: object, **headers: str) -> httpx.Response:
        return await self.send("PUT", path, body, **headers)

    async def delete(self, path: str, **headers: str) -> httpx.Response:
        return await self.send("DELETE", path, None, **headers)

    async def send(self, method: str, path: str, body: object = None, **headers: str) -> httpx.Response:
        """Make an unsafe call as pages of ours do. `x_csrf_token=""` leaves the token out."""
        known = {"origin": str(self.http.base_url).rstrip("/")}
        if self.csrf is not None:
            known["x-csrf-token"] = self.csrf
        sent = {name: value for name, value in (known | _spelt(headers)).items() if value}
        if isinstance(body, bytes):
            return await self.http.request(method, f"/api/v1{path}", content=body, headers=sent)
        return (
            await self.http.request(method, f"/api/v1{path}", json=body, headers=sent)
            if body is not None
            else (await self.http.request(method, f"/api/v1{path}", headers=sent))
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.http.aclose()


def _spelt(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
