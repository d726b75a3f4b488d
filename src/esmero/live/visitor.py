"""The visitor's protocol: what one open widget says and is told (docs/protocol.md, section 2).

A session knows nothing of sockets: the edge gives it frames and a wire.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from esmero.channels.chat import identity
from esmero.channels.chat.inbound import KIND, Visitor, address_of, inbound, new_token, sender
from esmero.contract.events import Event, File
from esmero.desk import files
from esmero.desk.directory import InboxCard
from esmero.flow.attend import Arrival
from esmero.flow.intake import Blocked
from esmero.kit.errors import BadInput, EsmeroError, Forbidden, NotFound, NotSignedIn, Unavailable
from esmero.live.cards import Gone, chat_settings
from esmero.live.followers import Address, VisitorPipe, Wire
from esmero.live.frames import (
    Contact,
    History,
    Identify,
    Ping,
    VisitorFrame,
    VisitorHello,
    VisitorMessage,
    VisitorRead,
    VisitorTyping,
    refusal,
    write,
)
from esmero.live.limits import Bucket
from esmero.live.moments import Moment
from esmero.live.services import Services

PONG = write({"t": "pong"})


class TokenRefused(NotSignedIn):
    """This desk did not make that token for this inbox."""

    code = "token_refused"
    title = "This browser's chat could not be recognised."


class Known(Struct, frozen=True, kw_only=True):
    """Who a hello or a bearer token turned out to be. `token` is set if it is new."""

    card: InboxCard
    visitor: Visitor
    anonymous: str | None
    token: str | None = None


def recognise(services: Services, *, inbox_key: str, token: str | None, jwt: str | None, language: str | None) -> Known:
    """Find out who a visitor is, by the desk's own token and the shop's word.

    Raises:
        Gone: there is no such inbox.
        TokenRefused: the token was not made for it.
        IdentityRefused: the shop's word can't be believed.
    """
    card = services.directory.inbox_of_key(inbox_key)
    if card is None or card.channel != KIND:
        raise Gone
    fresh = None
    if token is None:
        fresh, address = new_token(services.signer, card.key)
    else:
        known = address_of(services.signer, card.key, token)
        if known is None:
            raise TokenRefused
        address = known
    if jwt is None:
        visitor = Visitor(inbox_id=card.id, address=address, language=language)
    else:
        secret = services.inbox_secret(card)
        visitor = identity.recognise(jwt, secret, inbox_id=card.id, now=services.clock.now(), language=language)
    return Known(card=card, visitor=visitor, anonymous=None if fresh else address, token=fresh)


class VisitorSession:
    """One open widget, from its hello to its end."""

    def __init__(self, services: Services, wire: Wire) -> None:
        self._services = services
        self._wire = wire
        self._pipe: VisitorPipe | None = None
        self._visitor: Visitor | None = None
        self._card: InboxCard | None = None

    async def receive(self, frame: VisitorFrame) -> None:
        """Handle one frame. Refusals are told to the browser; what rises is a defect."""
        client_id = getattr(frame, "id", None)
        try:
            answer = await self._handle(frame)
        except (Gone, Blocked, Forbidden) as error:
            self._wire.push(refusal(error, client_id=client_id))
            self._wire.close(4403, error.code)
        except NotSignedIn as error:
            self._wire.push(refusal(error, client_id=client_id))
            self._wire.close(4401, error.code)
        except EsmeroError as error:
            self._wire.push(refusal(error, client_id=client_id))
            if isinstance(error, Unavailable) and isinstance(frame, VisitorHello):
                self._wire.close(4503, error.code)  # half a hello is none: it is said again on a new connection
        else:
            if answer is not None:
                self._wire.push(answer)

    async def resume(self, known: Known) -> None:
        """Stand where a hello would lead, without following: for a single frame that came by POST."""
        arrival = await self._services.attend.arrive(
            channel=KIND, inbox_id=known.card.id, address=known.visitor.address, after=2**53
        )
        self._visitor, self._card = known.visitor, known.card
        self._pipe = VisitorPipe(self._wire, Address(known.card.id, known.visitor.address))
        if arrival.conversation is not None:
            self._pipe.conversation_id = arrival.conversation.id

    def end(self) -> None:
        """The connection is gone."""
        if self._pipe is not None:
            self._services.hub.drop_visitor(self._pipe)
            self._pipe = None

    async def _handle(self, frame: VisitorFrame) -> bytes | None:
        if isinstance(frame, VisitorMessage):
            return await self._message(frame)
        match frame:
            case Ping():
                return PONG
            case VisitorHello():
                return await self._hello(frame)
            case VisitorTyping():
                await self._typing(frame)
            case VisitorRead():
                await self._read(frame)
            case Contact():
                return await self._contact(frame)
            case Identify():
                return await self._identify(frame)
            case History():
                return await self._history(frame)
        return None

    async def _hello(self, frame: VisitorHello) -> bytes | None:
        if self._pipe is not None:
            raise BadInput("This connection has said hello already.")
        known = recognise(
            self._services,
            inbox_key=frame.inbox,
            token=frame.token,
            jwt=frame.identity,
            language=frame.language,
        )
        return await self._begin(known, after=frame.after)

    async def _begin(self, known: Known, *, after: int | None) -> bytes | None:
        self._visitor, self._card = known.visitor, known.card
        if known.visitor.verified:
            await self._services.attend.recognise(
                channel=KIND, inbox_id=known.card.id, anonymous=known.anonymous, sender=sender(known.visitor)
            )
        pipe = VisitorPipe(self._wire, Address(known.card.id, known.visitor.address))
        self._pipe = pipe
        self._services.hub.add_visitor(pipe)
        begun = self._services.hub.position
        arrival = await self._arrive(known, after)
        present = begun
        if arrival.conversation is not None:
            self._services.hub.attach(pipe, arrival.conversation.id)
            present = self._services.hub.position
            if present != begun:
                # What the feed brought between that look and now passed this pipe by: it wasn't attached yet.
                arrival = await self._arrive(known, after)
        if arrival.customer is not None and arrival.customer.blocked_at is not None:
            raise Blocked
        if arrival.far_behind:
            return write({"t": "reset"})
        self._wire.greet()
        self._wire.push(self._welcome(known, arrival, present))
        pipe.caught_up()
        return None

    async def _arrive(self, known: Known, after: int | None) -> Arrival:
        return await self._services.attend.arrive(
            channel=KIND, inbox_id=known.card.id, address=known.visitor.address, after=after
        )

    def _welcome(self, known: Known, arrival: Arrival, position: int) -> bytes:
        """Write where the visitor left off, up to a position of the feed: what is later, the hub brings."""
        customer, talk = arrival.customer, arrival.conversation
        frame: dict[str, Any] = {
            "t": "welcome",
            "visitor": known.visitor.address,
            "known": {"name": customer.name, "email": customer.email} if customer and customer.known else False,
            "conversation": None,
            "position": position,
            "events": self._forms([event for event in arrival.events if event.id <= position]),
            "more": arrival.more,
            "inbox": self._services.cards.of(known.card),
            "limits": self._services.visitor_limits,
        }
        if known.token is not None:
            frame["token"] = known.token
        if talk is not None:
            answered_by = talk.assignee_id and {
                "id": talk.assignee_id,
                "name": self._services.directory.name(talk.assignee_id),
            }
            frame["conversation"] = {
                "id": talk.id,
                "status": talk.status,
                "read": talk.read_seq,
                "delivered": talk.delivered_seq,
                "seen": talk.seen_seq,
                "answered_by": answered_by,
            }
        return write(frame)

    async def _message(self, frame: VisitorMessage) -> bytes:
        visitor, card, pipe = self._present()
        self._bucket(visitor).take()
        attached: tuple[File, ...] = ()
        if frame.files:
            attached = await self._services.database.read(
                lambda session: files.named(session, frame.files, owner=visitor.address)
            )
        settings = chat_settings(card)
        accepted = await self._services.intake(
            inbound(visitor, frame.id, frame.text, attached, reopen_hours=settings.reopen_hours)
        )
        self._services.hub.attach(pipe, accepted.conversation_id)
        return write(
            {
                "t": "ack",
                "id": frame.id,
                "conversation": accepted.conversation_id,
                "seq": accepted.seq,
                "event": accepted.event_id,
                "at": accepted.at,
            }
        )

    async def _typing(self, frame: VisitorTyping) -> None:
        visitor, card, pipe = self._present()
        if pipe.conversation_id is not None and self._bucket(visitor).may():
            moment = Moment(kind="typing", conversation=pipe.conversation_id, inbox=card.id, on=frame.on)
            await self._services.moments.tell(moment)

    async def _read(self, frame: VisitorRead) -> None:
        _, _, pipe = self._present()
        if pipe.conversation_id is not None:
            await self._services.attend.mark(pipe.conversation_id, delivered=frame.delivered, read=frame.upto)

    async def _contact(self, frame: Contact) -> bytes:
        visitor, _, pipe = self._present()
        self._bucket(visitor).take()
        if pipe.conversation_id is None:
            raise NotFound("Write first; then leave a way to answer.")
        given = {"email": frame.email or "", "phone": frame.phone or "", "name": frame.name or ""}
        event = await self._services.attend.leave_contact(pipe.conversation_id, frame.id, given)
        return write(
            {
                "t": "ack",
                "id": frame.id,
                "conversation": event.of,
                "seq": event.seq,
                "event": event.id,
                "at": event.at,
            }
        )

    async def _identify(self, frame: Identify) -> bytes | None:
        visitor, card, pipe = self._present()
        secret = self._services.inbox_secret(card)
        recognised = identity.recognise(
            frame.identity,
            secret,
            inbox_id=card.id,
            now=self._services.clock.now(),
            language=visitor.language,
        )
        if recognised.address == visitor.address:
            return None
        self._services.hub.drop_visitor(pipe)
        anonymous = None if visitor.verified else visitor.address
        return await self._begin(Known(card=card, visitor=recognised, anonymous=anonymous), after=None)

    async def _history(self, frame: History) -> bytes:
        _, _, pipe = self._present()
        if pipe.conversation_id is None:
            return write({"t": "history", "events": [], "more": False})
        events, more = await self._services.attend.history(pipe.conversation_id, frame.before)
        return write({"t": "history", "events": self._forms(events), "more": more})

    def _bucket(self, visitor: Visitor) -> Bucket:
        return self._services.buckets.of(visitor.inbox_id, visitor.address)

    def _forms(self, events: list[Event]) -> list[dict[str, Any]]:
        return [form for form in map(self._services.render.for_customer, events) if form is not None]

    def _present(self) -> tuple[Visitor, InboxCard, VisitorPipe]:
        if self._visitor is None or self._card is None or self._pipe is None:
            raise BadInput("Say hello first.")
        return self._visitor, self._card, self._pipe
