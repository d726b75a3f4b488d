"""The frames that browsers send, in their closed form. What does not fit is refused and changes nothing."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from esmero.contract.events import Event
from esmero.kit.errors import BadInput, EsmeroError
from esmero.live.writing import Beginning, ClientId, Files, Number, PassingOn, Saying, Seq

Position = Annotated[int, Meta(ge=0, le=2**53)]
Language = Annotated[str, Meta(max_length=35, pattern=r"^[A-Za-z0-9-]+$")]
Jwt = Annotated[str, Meta(max_length=4_096)]


class Frame(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="t"):
    """One thing that a browser says."""


class Ping(Frame, frozen=True, kw_only=True, tag="ping"):
    active: bool = False


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """The page that the visitor is on."""

    url: Annotated[str, Meta(max_length=2_000)] = ""
    title: Annotated[str, Meta(max_length=300)] = ""


class VisitorHello(Frame, frozen=True, kw_only=True, tag="hello"):
    v: Literal[1]
    inbox: Annotated[str, Meta(max_length=64)] = ""
    token: Annotated[str, Meta(max_length=8_192)] | None = None
    identity: Jwt | None = None
    after: Position | None = None
    language: Language | None = None
    page: Page | None = None


class VisitorMessage(Frame, frozen=True, kw_only=True, tag="message"):
    id: ClientId
    text: str = ""
    files: Files = ()


class VisitorTyping(Frame, frozen=True, kw_only=True, tag="typing"):
    on: bool


class VisitorRead(Frame, frozen=True, kw_only=True, tag="read"):
    upto: Seq = 0
    delivered: Seq = 0


class Contact(Frame, frozen=True, kw_only=True, tag="contact"):
    id: ClientId
    email: Annotated[str, Meta(max_length=254)] | None = None
    phone: Annotated[str, Meta(max_length=40)] | None = None
    name: Annotated[str, Meta(max_length=120)] | None = None


class Identify(Frame, frozen=True, kw_only=True, tag="identify"):
    identity: Jwt


class History(Frame, frozen=True, kw_only=True, tag="history"):
    before: Seq


class AgentHello(Frame, frozen=True, kw_only=True, tag="hello"):
    v: Literal[1]
    after: Position
    sight: Annotated[str, Meta(max_length=64)] | None = None


class AgentMessage(Saying, Frame, frozen=True, kw_only=True, tag="message"):
    conversation: Number


class AgentBegin(Beginning, Frame, frozen=True, kw_only=True, tag="begin"):
    pass


class AgentForward(PassingOn, Frame, frozen=True, kw_only=True, tag="forward"):
    conversation: Number


class AgentTyping(Frame, frozen=True, kw_only=True, tag="typing"):
    conversation: Number
    on: bool
    kind: Literal["reply", "note"] = "reply"


class View(Frame, frozen=True, kw_only=True, tag="view"):
    conversation: Number | None = None


class AgentRead(Frame, frozen=True, kw_only=True, tag="read"):
    conversation: Number
    upto: Seq


VisitorFrame = VisitorHello | VisitorMessage | VisitorTyping | VisitorRead | Contact | Identify | History | Ping
AgentFrame = AgentHello | AgentMessage | AgentBegin | AgentForward | AgentTyping | View | AgentRead | Ping


class _Named(Struct, frozen=True):
    id: ClientId | None = None


_named = msgspec.json.Decoder(_Named).decode
_visitor = msgspec.json.Decoder(VisitorFrame).decode
_agent = msgspec.json.Decoder(AgentFrame).decode
_encode = msgspec.json.Encoder().encode


def read_visitor(raw: str | bytes) -> VisitorFrame:
    """Read one frame of a visitor.

    Raises:
        BadInput: it is not one; the detail says what is wrong with it.
    """
    try:
        frame: VisitorFrame = _visitor(raw)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise BadInput(_short(error)) from None
    return frame


def read_agent(raw: str | bytes) -> AgentFrame:
    """Read one frame of an agent.

    Raises:
        BadInput: it is not one; the detail says what is wrong with it.
    """
    try:
        frame: AgentFrame = _agent(raw)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise BadInput(_short(error)) from None
    return frame


def id_in(raw: str | bytes) -> str | None:
    """Return the client's id in a frame that is not taken for other reasons, if it has one of the right form."""
    try:
        return _named(raw).id
    except (msgspec.DecodeError, UnicodeError):
        return None


def write(frame: object) -> bytes:
    """Write one frame of ours."""
    return _encode(frame)


def acknowledgement(client_id: str, event: Event, **more: object) -> bytes:
    """Write that a message is kept, and as which event."""
    where = {"conversation": event.of, "seq": event.seq, "event": event.id, "at": event.at}
    return write({"t": "ack", "id": client_id, **where, **more})


def refusal(error: EsmeroError, *, client_id: str | None = None) -> bytes:
    """Write a refusal, with the id of what was refused if it had one."""
    frame: dict[str, object] = {
        "t": "refused",
        "code": error.code,
        "title": error.title,
        "detail": error.detail,
        "retry": error.retry,
    }
    if client_id is not None:
        frame["id"] = client_id
    if error.wait is not None:
        frame["wait"] = error.wait
    return _encode(frame | error.facts)


def _short(error: Exception) -> str:
    return str(error)[:200] if isinstance(error, msgspec.DecodeError) else "Not valid UTF-8."
