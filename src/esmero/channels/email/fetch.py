"""Small answers from HTTPS servers that somebody else chose: limited in time, in size and in where they may lie."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import monotonic
from typing import Final
from urllib.parse import urlencode, urljoin, urlsplit

from msgspec import Struct

from esmero.channels.email.dial import dial, encrypt
from esmero.channels.email.trouble import ServerTrouble
from esmero.channels.email.worker import Worker

SECONDS: Final = 10.0
LARGEST: Final = 256 * 1024
MOST_REDIRECTS: Final = 3
_REDIRECTS = {301, 302, 303, 307, 308}


class Fetched(Struct, frozen=True):
    """An answer: the status, and the body cut off nowhere."""

    status: int
    body: bytes


async def fetch(
    url: str, *, form: Mapping[str, str] | None = None, private: bool = False, seconds: float = SECONDS
) -> Fetched:
    """Get an address, or post a form to it.

    Only https is spoken, and only with public addresses; a GET follows a few redirects, each under the same rules.

    Args:
        private: a person chose the address, so it may lie in their own network, without TLS too.

    Raises:
        ServerTrouble: it can't be had.
    """
    worker = Worker("fetch")
    try:
        async with asyncio.timeout(seconds * 2):
            return await worker.call(_fetch, url, form, private, monotonic() + seconds)
    except TimeoutError:
        raise ServerTrouble("no_answer") from None
    finally:
        # The thread ends by itself: each of its waits has a limit. Nobody has to wait for it here.
        await worker.end(_nothing, seconds=0)


def _fetch(url: str, form: Mapping[str, str] | None, private: bool, until: float) -> Fetched:
    for _ in range(MOST_REDIRECTS + 1):
        status, body, elsewhere = _ask(url, form, private, until)
        if status not in _REDIRECTS or form is not None or not elsewhere:
            return Fetched(status, body)
        url = urljoin(url, elsewhere)
    raise ServerTrouble("refused")


def _ask(url: str, form: Mapping[str, str] | None, private: bool, until: float) -> tuple[int, bytes, str]:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host or parts.scheme not in ({"https", "http"} if private else {"https"}):
        raise ServerTrouble("refused")
    connection = HTTPConnection(host, timeout=SECONDS)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection.sock = dial(host, port, seconds=_left(until), public_only=not private)
        if parts.scheme == "https":
            connection.sock = encrypt(connection.sock, host, ssl.create_default_context())
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Host": parts.netloc.rpartition("@")[2], "Accept": "*/*", "Connection": "close"}
        body = None if form is None else urlencode(form)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if form is None else "POST", path, body, headers)
        with closing(connection.getresponse()) as answer:
            return answer.status, _read(answer, connection, until), answer.headers.get("Location") or ""
    except TimeoutError:
        raise ServerTrouble("no_answer") from None
    except (OSError, HTTPException, ValueError):
        raise ServerTrouble("dropped") from None
    finally:
        connection.close()


def _read(answer: HTTPResponse, connection: HTTPConnection, until: float) -> bytes:
    body = b""
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(until))
        piece = answer.read1(16_384)
        if not piece:
            return body
        body += piece
        if len(body) > LARGEST:
            raise ServerTrouble("too_much")
        _left(until)  # who sends a byte a second ends here


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise ServerTrouble("no_answer")
    return left


def _nothing() -> None:
    pass
