"""Events as browsers get them: one form for agents, another, smaller one for the customer."""

from __future__ import annotations

from typing import Any

from esmero.contract.events import Content, Event, File
from esmero.contract.facts import (
    ConversationAssigned,
    MessageDelivered,
    MessageRead,
    MessageReceived,
    MessageSent,
    Unknown,
)
from esmero.desk.directory import Directory
from esmero.live.links import FileLinks

Json = dict[str, Any]


class Render:
    """Writes events for their readers."""

    def __init__(self, directory: Directory, links: FileLinks) -> None:
        self._directory = directory
        self._links = links

    def for_agents(self, event: Event) -> Json:
        """Return an event with all that is known of it, as agents who see its conversation may know."""
        form: Json = {
            "id": event.id,
            "stream": event.stream,
            "of": event.of,
            "seq": event.seq,
            "type": event.fact.type,
            "at": event.at,
            "inbox": event.inbox_id,
            "by": {"kind": event.actor.kind, "id": event.actor.id},
            "public": event.public,
            "data": event.fact,
        }
        if event.stream == "conversation" and event.content is not None:
            form |= self._content(event.content) | _beside(event.content)
        return form

    def for_customer(self, event: Event) -> Json | None:
        """Return an event as its customer may see it, or None if they may not see it at all."""
        if not event.public or event.stream != "conversation" or isinstance(event.fact, Unknown):
            return None
        form: Json = {
            "id": event.id,
            "seq": event.seq,
            "type": event.fact.type,
            "at": event.at,
            "conversation": event.of,
            "by": self._by(event),
        }
        match event.fact:
            case MessageReceived(client_id=client_id):
                form["client_id"] = client_id
            case MessageSent():
                form["client_id"] = None
            case MessageDelivered(upto=upto) | MessageRead(upto=upto):
                form["upto"] = upto
            case ConversationAssigned(agent_id=agent_id):
                form["to"] = None if agent_id is None else {"id": agent_id, "name": self._directory.name(agent_id)}
            case _:
                pass
        if event.content is not None:
            form |= self._content(event.content)
        return form

    def _by(self, event: Event) -> Json:
        actor = event.actor
        if actor.kind == "agent":
            return {"kind": "agent", "id": actor.id, "name": self._directory.name(actor.id)}
        if actor.kind == "customer":
            return {"kind": "customer"}
        return {"kind": "desk"}

    def _content(self, content: Content) -> Json:
        form: Json = {"text": content.text, "files": [self._file(file) for file in content.files]}
        return form | {"fields": content.fields} if content.fields else form

    def _file(self, file: File) -> Json:
        return {
            "id": file.id,
            "name": file.name,
            "type": file.type,
            "size": file.size,
            "url": self._links.address(file),
        }


def _beside(content: Content) -> Json:
    """Return what of a message agents alone are shown, as far as there is any."""
    form: Json = {name: value for name in ("subject", "quoted") if (value := getattr(content, name))}
    form |= {name: [[one.address, one.name] for one in getattr(content, name)] for name in ("to", "cc", "bcc")}
    form["formatted"] = content.formatted
    return {name: value for name, value in form.items() if value}
