"""Access tokens of all mailboxes that are signed in to by OAuth 2: one for each, wherever it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from esmero.channels.email.settings import EmailSecrets, EmailSettings
from esmero.channels.email.trouble import ServerTrouble
from esmero.contract.ports import Inboxes
from esmero.contract.trouble import Code, TemporaryTrouble
from esmero.kit.clock import Clock

if TYPE_CHECKING:
    from esmero.channels.email.oauth import Provider, Tokens

_read = msgspec.json.Decoder(EmailSecrets).decode


class MailboxTokens:
    """Keeps a token while it is good, and has each new refresh token sealed in place of the old one."""

    def __init__(self, inboxes: Inboxes, clock: Clock, *, providers: dict[str, Provider] | None = None) -> None:
        self._inboxes = inboxes
        self._clock = clock
        self._providers = providers
        self._tokens: dict[int, tuple[EmailSecrets, Tokens]] = {}

    async def access_token(self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets, *, fresh: bool) -> str:
        """Return a token that is valid now; a new one if `fresh`, since the server refuses the last.

        Raises:
            TemporaryTrouble: none is to be had.
        """
        try:
            return await self._of(inbox_id, settings, secrets).access(fresh=fresh)
        except ServerTrouble as trouble:
            code: Code = "sign-in-refused" if trouble.needs_a_person else "server-away"
            raise TemporaryTrouble(code, trouble.words) from None

    async def keep(self, inbox_id: int, refresh_token: str) -> None:
        """Seal a new refresh token in place of the old one."""
        held = (await self._inboxes.set_up(inbox_id)).secrets
        secrets = msgspec.structs.replace(_read(held or b"{}"), refresh_token=refresh_token)
        await self._inboxes.keep_secrets(inbox_id, msgspec.json.encode(secrets))

    def _of(self, inbox_id: int, settings: EmailSettings, secrets: EmailSecrets) -> Tokens:
        from esmero.channels.email.oauth import PROVIDERS, Tokens  # a desk without OAuth doesn't pay for it

        same = msgspec.structs.replace(secrets, refresh_token="")
        known = self._tokens.get(inbox_id)
        if known is None or known[0] != same:
            provider = (self._providers or PROVIDERS)[settings.send.sign_in]
            tokens = Tokens(provider, secrets, self._clock, keep=lambda fresh: self.keep(inbox_id, fresh))
            known = self._tokens[inbox_id] = (same, tokens)
        return known[1]
