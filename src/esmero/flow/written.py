"""What came in as it is written down: its words with its files, and what came as it came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from esmero.contract.events import Actor, Content, File
from esmero.contract.facts import MessageReceived
from esmero.contract.messages import Inbound
from esmero.desk import files, sources
from esmero.flow.talks import Arrival
from esmero.store.session import Transaction


def content_of(
    tx: Transaction, arrival: Arrival, *, owner: Actor, conversation_id: int, fields: dict[str, str] | None = None
) -> Content:
    """Return what a message says; the files that came with it are tied to the conversation."""
    inbound = arrival.inbound
    attached = [
        files.keep_named(
            tx, one, owner=str(owner), inbox_id=inbound.inbox_id, conversation_id=conversation_id, at=arrival.at
        )
        for one in inbound.attached
    ]
    return content_with(arrival.inbound, attached, fields=fields)


def content_with(inbound: Inbound, attached: Sequence[File], *, fields: dict[str, str] | None = None) -> Content:
    """Return what a message says, with the files that came with it, in their order."""
    shown = {one.cid: file for one, file in zip(inbound.attached, attached, strict=True) if one.cid}
    return Content(
        text=inbound.text,
        files=(*inbound.files, *attached),
        fields=fields or {},
        quoted=inbound.quoted,
        subject=inbound.subject,
        to=inbound.to,
        cc=inbound.cc,
        markup=_with_files(inbound.markup, shown),
    )


def received(inbound: Inbound, *, identity_id: int, source_id: int | None) -> MessageReceived:
    """Return the fact that a message is."""
    return MessageReceived(
        identity_id=identity_id,
        client_id=inbound.client_id,
        kind=inbound.kind,
        provider_id=inbound.names[0] if inbound.names else None,
        source_id=source_id,
        imported=inbound.imported,
    )


def source_of(tx: Transaction, arrival: Arrival) -> int | None:
    """Keep what came, as it came, and return its number; None where the message is all there is."""
    inbound = arrival.inbound
    if inbound.source is None:
        return None
    return sources.keep(tx, inbound.source, inbox_id=inbound.inbox_id, at=arrival.at)


def _with_files(markup: str, shown: Mapping[str, File]) -> str:
    """Name the files that the markup shows in its midst by their numbers here (`file:12`)."""
    for cid, file in shown.items():
        markup = markup.replace(f'"cid:{cid}"', f'"file:{file.id}"')
    return markup
