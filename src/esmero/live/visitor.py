"""The visitor's protocol: what one open widget says and is told (docs/protocol.md, section 2).

A session knows nothing of sockets: the edge gives it frames and a wire.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, Literal

from msgspec import structs

from esmero.channels.chat.identity import IdentityRefused
from esmero.channels.chat.inbound import Visitor, inbound, sender
from esmero.channels.chat.settings import KIND
from esmero.contract.events import Event, File
from esmero.contract.messages import Accepted
from esmero.desk import files
from esmero.desk.customers.state import Customer
from esmero.desk.directory import InboxCard
from esmero.flow.attend import Arrival
from esmero.flow.counted import TooManyFiles
from esmero.flow.threads import Blocked
from esmero.kit.errors import BadInput, EsmeroError, Forbidden, NotFound, NotSignedIn
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
    acknowledgement,
    refusal,
    write,
)
from esmero.live.limits import Bucket
from esmero.live.moments import Moment
from esmero.live.services import Services
from esmero.live.who import Known, LinkEnded, arrived, check_may_write, vouched

PONG = write({"t": "pong"})


class OutOfPlace(BadInput):
    """A frame at a time when it makes no sense."""


class VisitorSession:
    """One open widget, from its hello to its end."""

    def __init__(self, services: Services, wire: Wire) -> None:
        self._services = services
        self._wire = wire
        self._pipe: VisitorPipe | None = None
        self._known: Known | None = None
        self._blocked = False

    async def receive(self, frame: VisitorFrame) -> None:
        """Handle one frame. Refusals are told to the browser; what rises is a defect.

        Raises:
            OutOfPlace: the frame makes no sense here; the edge refuses and counts it.
        """
        client_id = getattr(frame, "id", None)
        try:
            answer = await self._handle(frame)
        except (Gone, Blocked, Forbidden, LinkEnded) as error:
            self._wire.push(refusal(error, client_id=client_id))
            self._wire.close(4403, error.code)
        except OutOfPlace:
            raise
        except NotSignedIn as error:
            self._wire.push(refusal(error, client_id=client_id))
            self._wire.close(4401, error.code)
        except EsmeroError as error:
            self._wire.push(refusal(error, client_id=client_id))
            if error.retry and isinstance(frame, VisitorHello | Identify):
                self._wire.close(4503, error.code)  # half a hello is none: it is said again on a new connection
        else:
            if answer is not None:
                self._wire.push(answer)

    async def resume(self, known: Known) -> None:
        """Stand where a hello would lead, without following: for a single frame that came by POST."""
        arrival = await self._arrive(known, 2**53)
        self._blocked = arrival.customer is not None and arrival.customer.blocked_at is not None
        self._known = known
        self._pipe = VisitorPipe(self._wire, Address(known.card.id, known.visitor.address))
        if arrival.conversation is not None:
            self._pipe.conversation_id = arrival.conversation.id

    def end(self) -> None:
        """The connection is gone."""
        if self._pipe is not None:
            self._services.hub.drop_visitor(self._pipe)
            self._pipe = None

    async def _handle(self, frame: VisitorFrame) -> bytes | None:
        if self._blocked:
            raise Blocked
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
            raise OutOfPlace("This connection has said hello already.")
        known = await arrived(
            self._services,
            inbox_key=frame.inbox,
            token=frame.token,
            jwt=frame.identity,
            language=frame.language,
        )
        # What a stranger had seen tells nothing of what the customer has whom the shop names now.
        return await self._begin(known, after=None if known.anonymous is not None else frame.after)

    async def _begin(self, known: Known, *, after: int | None) -> bytes | None:
        self._known = known
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
                # What the feed brought between that look and now passed this pipe by, if it wasn't attached yet.
                pipe.begin_anew()
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
        if known.conversation_id is not None:
            return await self._services.attend.arrive_at(known.conversation_id, after=after)
        return await self._services.attend.arrive(
            channel=KIND, inbox_id=known.card.id, address=known.visitor.address, after=after
        )

    def _welcome(self, known: Known, arrival: Arrival, position: int) -> bytes:
        """Write where the visitor left off, up to a position of the feed: what is later, the hub brings."""
        customer, talk = arrival.customer, arrival.conversation
        frame: dict[str, Any] = {
            "t": "welcome",
            "visitor": known.visitor.address,
            "known": _shown_of(known, customer),
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
            if known.conversation_id is not None:
                frame["conversation"]["subject"] = talk.subject
        return write(frame)

    async def _message(self, frame: VisitorMessage) -> bytes:
        known, pipe = self._present()
        visitor = known.visitor
        self._bucket(visitor).take()
        check_may_write(known)
        if len(frame.files) > self._services.message_files:
            raise TooManyFiles(self._services.message_files)
        attached: tuple[File, ...] = ()
        if frame.files:
            attached = await self._services.database.read(
                lambda session: files.named(session, frame.files, owner=visitor.address)
            )
        settings = chat_settings(known.card)
        message = inbound(
            visitor,
            frame.id,
            frame.text,
            attached,
            reopen_hours=settings.reopen_hours,
            thread=known.conversation_id,
        )
        event = await self._keep(pipe, frame.id, self._services.intake(message))
        answer = self._acknowledgement(pipe, frame.id, event)
        if pipe.conversation_id is None and event.id > self._services.hub.position:
            # Else the feed decides: it tells first what was said in the conversation before, and what has been told
            # already may be somebody's by now who has signed in.
            self._services.hub.attach(pipe, event.of)
        return answer

    async def _typing(self, frame: VisitorTyping) -> None:
        known, pipe = self._present()
        if pipe.conversation_id is not None and self._bucket(known.visitor).may():
            moment = Moment(kind="typing", conversation=pipe.conversation_id, on=frame.on)
            await self._services.moments.tell(moment)

    async def _read(self, frame: VisitorRead) -> None:
        _, pipe = self._present()
        if pipe.conversation_id is not None:
            await self._services.attend.mark(pipe.conversation_id, delivered=frame.delivered, read=frame.upto)

    async def _contact(self, frame: Contact) -> bytes:
        known, pipe = self._present()
        self._bucket(known.visitor).take()
        check_may_write(known)
        if pipe.conversation_id is None:
            raise NotFound("Write first; then leave a way to answer.")
        given = {"email": frame.email or "", "phone": frame.phone or "", "name": frame.name or ""}
        leaving = self._services.attend.leave_contact(
            pipe.conversation_id, frame.id, given, by_link=known.conversation_id is not None
        )
        return self._acknowledgement(pipe, frame.id, await self._keep(pipe, frame.id, leaving))

    async def _keep(self, pipe: VisitorPipe, client_id: str, keeping: Awaitable[Accepted]) -> Event:
        """Return what a message became. Here the acknowledgement tells it; the hub tells it elsewhere."""
        hub = self._services.hub
        pipe.expect(client_id)
        kept = to_come = False
        try:
            accepted = await keeping
            # What was accepted before may have been told long ago.
            kept, to_come = True, not accepted.again or accepted.event.id > hub.position
            return accepted.event
        finally:
            passed_over = pipe.settle(client_id, to_come=to_come)
            if passed_over is not None and not kept:
                hub.tell(pipe, passed_over)  # storage went away in the middle of a commit that stood after all

    def _acknowledgement(self, pipe: VisitorPipe, client_id: str, event: Event) -> bytes:
        said = self._services.render.for_customer(event)
        if self._services.hub.has_told(pipe, event):
            return acknowledgement(client_id, event, said=said, position=event.id)
        return acknowledgement(client_id, event, said=said)

    async def _identify(self, frame: Identify) -> bytes | None:
        before, pipe = self._present()
        visitor = before.visitor
        anonymous = None if visitor.verified else visitor.address
        known = vouched(self._services, before.card, frame.identity, anonymous, visitor.language)
        if known.visitor.address == visitor.address:
            self._known = known
            return write({"t": "token", "token": known.token})
        self._services.hub.drop_visitor(pipe)
        return await self._begin(known, after=None)

    async def _history(self, frame: History) -> bytes:
        _, pipe = self._present()
        if pipe.conversation_id is None:
            return write({"t": "history", "events": [], "more": False})
        events, more = await self._services.attend.history(pipe.conversation_id, frame.before)
        return write({"t": "history", "events": self._forms(events), "more": more})

    def _bucket(self, visitor: Visitor) -> Bucket:
        return self._services.buckets.of(visitor.inbox_id, visitor.address)

    def _forms(self, events: list[Event]) -> list[dict[str, Any]]:
        return [form for form in map(self._services.render.for_customer, events) if form is not None]

    def _present(self) -> tuple[Known, VisitorPipe]:
        """Who speaks here, in which inbox as it is now.

        Raises:
            OutOfPlace: nobody has said hello.
            Gone: the inbox was removed.
            IdentityRefused: what made them known has ended, or the inbox has another secret since.
        """
        known, pipe = self._known, self._pipe
        if known is None or pipe is None:
            raise OutOfPlace("Say hello first.")
        card = self._services.directory.inbox_of_key(known.card.key)
        if card is None:
            raise Gone
        if known.ends is not None:
            self._check_still_signed_in(known, card, known.ends)
        if card is not known.card:
            known = self._known = structs.replace(known, card=card)
        return known, pipe

    def _check_still_signed_in(self, known: Known, card: InboxCard, ends: int) -> None:
        if ends <= self._services.clock.now():
            raise IdentityRefused("This sign-in has ended; make a fresh token.")
        renewed = card.secret != known.card.secret
        if renewed and self._services.inbox_secret(card) != self._services.inbox_secret(known.card):
            raise IdentityRefused("This sign-in was ended.")


def _shown_of(known: Known, customer: Customer | None) -> dict[str, str | None] | Literal[False]:
    """Return what a customer is told of themselves. A link may be passed on: its page shows little of an address."""
    if customer is None:
        return False
    if known.conversation_id is not None:
        return {"name": customer.name, "email": _masked(customer.email)}
    return {"name": customer.name, "email": customer.email} if customer.known else False


def _masked(email: str | None) -> str | None:
    local, at, domain = (email or "").rpartition("@")
    return f"{local[:1]}…{at}{domain}" if local else None
