"""Customers who write mails, and agents who answer them at once so that something can be seen to become of it."""

from __future__ import annotations

import secrets
from typing import NamedTuple

from esmero.demo.brand import BRAND, MAIL
from esmero.demo.mailbox.owners import OWNERS, Owner
from esmero.demo.mailbox.writing import Draft, Enclosure
from esmero.demo.stage import Stage
from esmero.desk import references
from esmero.desk.access import AgentView, view_of
from esmero.flow import reply


class Part(NamedTuple):
    """What is written, and what is answered."""

    subject: str
    text: str
    answer: str = ""


def owner_for(language: str) -> Owner:
    """Return the owner of a mailbox who speaks the language of the person who looks."""
    return OWNERS.get(language, OWNERS["en"])


async def write(stage: Stage, writer: Owner, part: Part, *, files: tuple[Enclosure, ...] = ()) -> int:
    """Let somebody write to the shop; returns the conversation, once the desk has it."""
    draft = Draft(to=((BRAND, MAIL),), subject=part.subject, text=part.text, files=files)
    if writer in OWNERS.values():
        name = (await stage.post.send(writer, draft)).mail.message_id
    else:
        name = await stage.post.send_from_elsewhere(writer, draft)
    assert name is not None  # it was just given one
    found = await stage.desk.database.read(lambda session: references.find(session, channel="email", names=[name]))
    assert found is not None  # the desk's receiver says that it has a mail when it is on disk
    return found[0]


async def answer(stage: Stage, conversation_id: int, part: Part, language: str) -> None:
    """Let an agent answer, as from the console."""
    draft = reply.Draft(
        conversation_id=conversation_id, client_id=secrets.token_urlsafe(16), kind="reply", text=part.answer
    )
    await stage.desk.reply.send(draft, agent=await agent_for(stage, language))


async def agent_for(stage: Stage, language: str) -> AgentView:
    """Return who answers letters in this language."""
    agent = stage.cast.answering(language, 0, trade=False)
    view = await stage.desk.database.read(lambda session: view_of(session, agent.id))
    assert view is not None
    return view


def page_of(conversation_id: int) -> str:
    """Return the page of the console that shows a conversation."""
    return f"/console/all/open/{conversation_id}"
