"""Idempotency keys: an unsafe call that is repeated with its key gets its first answer again, and does nothing."""

from __future__ import annotations

import hashlib

import msgspec
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, HTTPReceiveMessage, HTTPRequestEvent, Message, Receive, Scope, Send
from msgspec import Struct

from esmero.desk import answers
from esmero.desk.answers import Answer
from esmero.kit.clock import MINUTE
from esmero.kit.errors import BadInput, TooLong
from esmero.kit.ids import is_client_id
from esmero.web.auth import SAFE, signed_of
from esmero.web.client import Connection, client_address
from esmero.web.desk import Desk

HEADER = "idempotency-key"
NOT_HERE = "without_idempotency"
"""An `opt` of routes whose bodies are streams; repeating those is harmless in itself."""
LONGEST_BODY = 1_000_000
LEASE = MINUTE
"""How long a call may take before its claim counts as left behind by a process that died."""
PURPOSE = "answer"


class Kept(Struct, frozen=True):
    """The part of an answer that is kept besides its status. Cookies are not: they belong to one browser."""

    kind: str
    body: bytes


class Idempotency(ASGIMiddleware):
    """Keeps the answers to calls that carry a key, and gives them again."""

    scopes = (ScopeType.HTTP,)
    exclude_opt_key = NOT_HERE

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        connection: Connection = Connection(scope)
        key = connection.headers.get(HEADER)
        method: str = scope["method"]  # type: ignore[typeddict-item]
        if key is None or method in SAFE:
            await next_app(scope, receive, send)
            return
        if not is_client_id(key):
            raise BadInput("`Idempotency-Key` has 16 to 64 letters, digits, - or _.")
        body = await _whole(receive)
        call = _Call(self._desk, _owner(self._desk, connection), key, _request(scope, method, body))
        before = await call.begin()
        if before is not None:
            await _give(send, before[0], before[1])
            return
        await call.run(scope, body, send, next_app)


class _Call:
    """One call with a key, from its claim to its kept answer."""

    def __init__(self, desk: Desk, owner: str, key: str, request: bytes) -> None:
        self._desk = desk
        self._owner = owner
        self._key = key
        self._request = request

    async def begin(self) -> tuple[int, Kept] | None:
        """Claim the key; or return what this call was answered the first time.

        Raises:
            KeyReused, KeyInUse: see `desk/answers.py`.
        """
        now = self._desk.clock.now()
        found = await self._desk.database.write(
            lambda tx: answers.claim(
                tx, owner=self._owner, key=self._key, request=self._request, at=now, lease_until=now + LEASE
            )
        )
        return None if found is None else (found.status, self._opened(found))

    async def run(self, scope: Scope, body: bytes, send: Send, next_app: ASGIApp) -> None:
        """Let the call happen, and keep its answer before it is given. A failure of ours is not kept."""
        answer = _Collected()
        try:
            await next_app(scope, _replayed(body), answer.collect)
        except BaseException:
            await self._release()
            raise
        if answer.status >= 500 or answer.status == 429:
            await self._release()
        else:
            await self._keep(answer.status, Kept(answer.kind, bytes(answer.body)))
        await answer.give(send)

    async def _keep(self, status: int, kept: Kept) -> None:
        sealed = self._desk.sealer.seal(msgspec.msgpack.encode(kept), purpose=PURPOSE, about=self._about)
        await self._desk.database.write(
            lambda tx: answers.keep(tx, owner=self._owner, key=self._key, status=status, body=sealed)
        )

    async def _release(self) -> None:
        await self._desk.database.write(lambda tx: answers.release(tx, owner=self._owner, key=self._key))

    def _opened(self, found: Answer) -> Kept:
        plain = self._desk.sealer.open(found.body, purpose=PURPOSE, about=self._about)
        return msgspec.msgpack.decode(plain, type=Kept)

    @property
    def _about(self) -> str:
        return f"{self._owner} {self._key}"


class _Collected:
    """An answer on its way out, held back until it is kept."""

    def __init__(self) -> None:
        self.status = 500
        self.kind = ""
        self.body = bytearray()
        self._messages: list[Message] = []

    async def collect(self, message: Message) -> None:
        self._messages.append(message)
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.kind = dict(message["headers"]).get(b"content-type", b"").decode("latin-1")
        elif message["type"] == "http.response.body":
            self.body += message["body"]

    async def give(self, send: Send) -> None:
        for message in self._messages:
            await send(message)


def _owner(desk: Desk, connection: Connection) -> str:
    signed = signed_of(connection.scope)
    if signed is None:
        return f"address:{client_address(connection, desk.settings)}"
    return str(signed.agent.actor)


def _request(scope: Scope, method: str, body: bytes) -> bytes:
    path, query = scope["raw_path"], scope.get("query_string", b"")
    return hashlib.sha256(b"\n".join((method.encode(), path, query, body))).digest()


async def _whole(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)  # the client is gone; what it wanted is refused as incomplete
        body += message["body"]
        if len(body) > LONGEST_BODY:
            raise TooLong(f"A body has at most {LONGEST_BODY} bytes here.")
        if not message.get("more_body", False):
            return bytes(body)


def _replayed(body: bytes) -> Receive:
    request: HTTPRequestEvent = {"type": "http.request", "body": body, "more_body": False}
    waiting: list[HTTPReceiveMessage] = [request]

    async def receive() -> HTTPReceiveMessage:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    return receive


async def _give(send: Send, status: int, kept: Kept) -> None:
    headers = [(b"content-type", kept.kind.encode("latin-1"))] if kept.kind else []
    headers += [(b"content-length", str(len(kept.body)).encode()), (b"idempotency-replayed", b"true")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": kept.body, "more_body": False})
