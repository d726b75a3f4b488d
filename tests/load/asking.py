"""An agent's browser that asks over HTTP, one request after the other on one connection."""

from __future__ import annotations

from http.client import HTTPConnection
from types import TracebackType
from typing import Self

from tests.load.served import Served

PATIENCE_SECONDS = 30.0


class Asking:
    """One kept connection; `cookie` is a session's, None for nobody."""

    def __init__(self, served: Served, cookie: str | None) -> None:
        self._connection = HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE_SECONDS)
        self._headers = {"Cookie": f"esmero={cookie}"} if cookie else {}

    def get(self, path: str) -> tuple[int, bytes]:
        """Return status and body."""
        self._connection.request("GET", path, headers=self._headers)
        answer = self._connection.getresponse()
        return answer.status, answer.read()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
