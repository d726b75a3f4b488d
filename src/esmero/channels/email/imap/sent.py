"""Whether a mail of ours has left, where SMTP gave no answer: its copy lies in the folder for sent mails then.

Many providers put one there themselves for whatever is handed to them by SMTP; the desk puts none there. So a copy
shows that the server took the mail; that there is none shows nothing.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from typing import Final

from esmero.channels.email.imap.mailbox import Limits, Mailbox
from esmero.channels.email.imap.signing_in import Credential
from esmero.channels.email.settings import Server
from esmero.channels.email.trouble import ServerTrouble
from esmero.channels.email.worker import Worker
from esmero.contract.ports import Memory

LIMITS: Final = Limits(connect_seconds=4.0, answer_seconds=4.0)
SECONDS: Final = 12.0
"""For all of it: it happens at the end of an attempt to send."""
PAUSE: Final = 3.0
"""Before it is looked once more: a provider may take a moment to file a copy."""
FOLDER: Final = "sent-folder"
"""The name under which the folder is remembered."""
Sign = Callable[[], Awaitable[Credential]]


class SentFolder:
    """Looks into the folders for sent mails of all inboxes."""

    def __init__(
        self,
        memory: Memory,
        *,
        context: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self._memory = memory
        self._context = context

    async def holds(self, inbox_id: int, server: Server, sign: Sign, message_id: str) -> bool:
        """Tell whether a mail lies there. False is no answer: there may be no such folder, or no way to it now."""
        mailbox, worker = Mailbox(server, self._context, LIMITS), Worker("sent-folder")
        try:
            async with asyncio.timeout(SECONDS):
                await worker.call(mailbox.connect)
                await worker.call(mailbox.sign_in, await sign())
                return await self._look(inbox_id, worker, mailbox, message_id)
        except (ServerTrouble, TimeoutError):
            return False
        finally:
            mailbox.abort()
            await worker.end(mailbox.close, seconds=1)

    async def _look(self, inbox_id: int, worker: Worker, mailbox: Mailbox, message_id: str) -> bool:
        if not await self._open(inbox_id, worker, mailbox):
            return False
        if await worker.call(mailbox.has, message_id):
            return True
        await asyncio.sleep(PAUSE)
        return bool(await worker.call(mailbox.has, message_id))

    async def _open(self, inbox_id: int, worker: Worker, mailbox: Mailbox) -> bool:
        """Open the folder, by the name that it had the last time or by what the server says that it is for."""
        known = await self._memory.recall(inbox_id, FOLDER)
        if known is not None:
            try:
                await worker.call(mailbox.examine, known)
            except ServerTrouble as trouble:
                if trouble.code != "folder_missing":
                    raise
            else:
                return True
        found = await worker.call(mailbox.sent_folder)
        if found is None:
            return False
        await worker.call(mailbox.examine, found)
        await self._memory.remember(inbox_id, FOLDER, found)
        return True
