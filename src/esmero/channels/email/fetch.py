"""Small answers from HTTPS servers that somebody else chose: limited in time, in size and in where they may lie."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import monotonic
from typing import Final
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from msgspec import Struct

from esmero.channels.email.dial import dial, encrypt
from esmero.channels.email.trouble import ServerTrouble
from esmero.channels.email.worker import Worker

SECONDS: Final = 10.0
LARGEST: Final = 256 * 1024
MOST_REDIRECTS: Final = 3
_REDIRECTS = {301, 302, 303, 307, 308}


class Rules(Struct, frozen=True, kw_only=True):
    """What may be asked for, and how much may come.

    Attributes:
        private: a person chose the address, so it may lie in their own network, without TLS too.
        plain: it may be had without TLS.
        usual_ports: only those that http and https have by themselves (80 and 443).
        largest: octets of an answer.
        accept, agent: what is asked for, and who asks.
    """

    private: bool = False
    plain: bool = False
    usual_ports: bool = False
    largest: int = LARGEST
    accept: str = "*/*"
    agent: str = ""


class Fetched(Struct, frozen=True):
    """An answer: the status, and the body cut off nowhere."""

    status: int
    body: bytes


async def fetch(
    url: str,
    *,
    form: Mapping[str, str] | None = None,
    private: bool = False,
    seconds: float = SECONDS,
    rules: Rules | None = None,
) -> Fetched:
    """Get an address, or post a form to it.

    Only https is spoken, and only with public addresses, unless the rules say otherwise; a GET follows a few redirects,
    each under the same rules. Nothing is sent that tells who asks: no cookies, no referrer.

    Args:
        private: a person chose the address, so it may lie in their own network, without TLS too.

    Raises:
        ServerTrouble: it can't be had.
    """
    worker = Worker("fetch")
    try:
        async with asyncio.timeout(seconds * 2):
            return await worker.call(_fetch, url, form, rules or Rules(private=private), monotonic() + seconds)
    except TimeoutError:
        raise ServerTrouble("no_answer") from None
    finally:
        # The thread ends by itself: each of its waits has a limit. Nobody has to wait for it here.
        await worker.end(_nothing, seconds=0)


def _fetch(url: str, form: Mapping[str, str] | None, rules: Rules, until: float) -> Fetched:
    for _ in range(MOST_REDIRECTS + 1):
        status, body, elsewhere = _ask(url, form, rules, until)
        if status not in _REDIRECTS or form is not None or not elsewhere:
            return Fetched(status, body)
        url = urljoin(url, elsewhere)
    raise ServerTrouble("refused")


def _ask(url: str, form: Mapping[str, str] | None, rules: Rules, until: float) -> tuple[int, bytes, str]:
    parts, port = _allowed(url, rules)
    host = parts.hostname or ""
    connection = HTTPConnection(host, port, timeout=SECONDS)
    try:
        connection.sock = dial(host, port, seconds=_left(until), public_only=not rules.private)
        if parts.scheme == "https":
            connection.sock = encrypt(connection.sock, host, ssl.create_default_context())
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Host": parts.netloc.rpartition("@")[2], "Accept": rules.accept, "Connection": "close"}
        if rules.agent:
            headers["User-Agent"] = rules.agent
        body = None if form is None else urlencode(form)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if form is None else "POST", path, body, headers)
        with closing(connection.getresponse()) as answer:
            return answer.status, _read(answer, connection, rules.largest, until), answer.headers.get("Location") or ""
    except TimeoutError:
        raise ServerTrouble("no_answer") from None
    except (OSError, HTTPException, ValueError):
        raise ServerTrouble("dropped") from None
    finally:
        connection.close()


def _allowed(url: str, rules: Rules) -> tuple[SplitResult, int]:
    """Return an address in parts, and its port.

    Raises:
        ServerTrouble: the rules don't allow it, or it is none.
    """
    try:
        parts = urlsplit(url)
        usual = {"https": 443} | ({"http": 80} if rules.private or rules.plain else {})
        port = parts.port or usual[parts.scheme]
    except (ValueError, KeyError):
        raise ServerTrouble("refused") from None
    if not parts.hostname or (rules.usual_ports and port != usual[parts.scheme]):
        raise ServerTrouble("refused")
    return parts, port


def _read(answer: HTTPResponse, connection: HTTPConnection, largest: int, until: float) -> bytes:
    body = b""
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(until))
        piece = answer.read1(16_384)
        if not piece:
            return body
        body += piece
        if len(body) > largest:
            raise ServerTrouble("too_much")
        _left(until)  # who sends a byte a second ends here


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise ServerTrouble("no_answer")
    return left


def _nothing() -> None:
    pass
