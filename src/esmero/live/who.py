"""Who a visitor is: by the desk's own token, or by the shop's word, for which a pass of the desk then stands."""

from __future__ import annotations

from msgspec import Struct

from esmero.channels.chat import identity
from esmero.channels.chat.identity import IdentityEnded
from esmero.channels.chat.inbound import Visitor, address_of, new_token
from esmero.channels.chat.settings import KIND
from esmero.contract.messages import page_address
from esmero.desk.conversations import rows
from esmero.desk.directory import InboxCard
from esmero.kit.clock import DAY
from esmero.kit.errors import EsmeroError, NotSignedIn
from esmero.live.cards import Gone, chat_settings
from esmero.live.links import is_page_token, named_in
from esmero.live.services import Services

LINK_LASTS = 90 * DAY
"""Milliseconds after the last message for which the link to a conversation's page leads to it."""


class TokenRefused(NotSignedIn):
    """This desk did not make that token for this inbox."""

    code = "token_refused"
    title = "This browser's chat could not be recognised."


class IdentityRequired(EsmeroError):
    """This inbox hears only those whom the shop vouches for."""

    code = "identity_required"
    status = 403
    title = "Please sign in to the shop to write here."


class LinkEnded(EsmeroError):
    """The link to a conversation's page leads nowhere: it is not ours, or too old, or the page is another's by now."""

    code = "link_ended"
    status = 403
    title = "This link has ended. Please write to us again."


class Known(Struct, frozen=True, kw_only=True):
    """Who a hello or a bearer token turned out to be.

    Attributes:
        anonymous: the address of this browser before they signed in.
        token: set if it is new.
        conversation_id: the one conversation that they may see, if they came by the link to its page.
        ends: when the desk no longer takes them for whom the shop named; None for somebody whom nobody named.
    """

    card: InboxCard
    visitor: Visitor
    anonymous: str | None = None
    token: str | None = None
    conversation_id: int | None = None
    ends: int | None = None


async def arrived(
    services: Services, *, inbox_key: str, token: str | None, jwt: str | None, language: str | None
) -> Known:
    """Find out who comes: a visitor of an inbox, or somebody by the link to one conversation's page.

    Raises:
        LinkEnded: the link leads nowhere any more.
        Gone, TokenRefused, IdentityRefused: as `recognise` does.
    """
    if token is not None and is_page_token(token):
        return await _by_link(services, token, language)
    return recognise(services, inbox_key=inbox_key, token=token, jwt=jwt, language=language)


async def _by_link(services: Services, token: str, language: str | None) -> Known:
    number = named_in(token)
    state = None if number is None else await services.database.read(lambda session: rows.find(session, number))
    if state is None or state.junk or not services.page_links.is_good(token, state):
        raise LinkEnded
    card = services.directory.inbox(state.inbox_id)
    if card is None or services.clock.now() - state.last_at > LINK_LASTS:
        raise LinkEnded
    visitor = Visitor(inbox_id=card.id, address=page_address(state.id, state.identity_id), language=language)
    return Known(card=card, visitor=visitor, conversation_id=state.id)


def recognise(services: Services, *, inbox_key: str, token: str | None, jwt: str | None, language: str | None) -> Known:
    """Find out who a visitor is, by the desk's own token and the shop's word.

    Raises:
        Gone: there is no such inbox.
        TokenRefused: the token was not made for it.
        IdentityRefused: the shop's word can't be believed, or no longer.
    """
    card = services.directory.inbox_of_key(inbox_key)
    if card is None or card.channel != KIND:
        raise Gone
    signed_in = None if token is None or not identity.is_pass(token) else token
    anonymous = None
    if token is not None and signed_in is None:
        anonymous = address_of(services.signer, card.key, token)
        if anonymous is None:
            raise TokenRefused
    if jwt is not None:
        try:
            return vouched(services, card, jwt, anonymous, language)
        except IdentityEnded as ended:
            if signed_in is None:
                raise
            known = _signed_in(services, card, signed_in)
            if known.visitor.address != ended.address:
                raise
            return known
    if signed_in is not None:
        return _signed_in(services, card, signed_in)
    fresh = None
    if anonymous is None:
        fresh, address = new_token(services.signer, card.key)
    else:
        address = anonymous
    return Known(card=card, visitor=Visitor(inbox_id=card.id, address=address, language=language), token=fresh)


def vouched(services: Services, card: InboxCard, jwt: str, anonymous: str | None, language: str | None) -> Known:
    """Somebody whom the shop has named; from here on the desk's own pass stands for that."""
    secret, now = services.inbox_secret(card), services.clock.now()
    visitor = identity.recognise(jwt, secret, inbox_id=card.id, now=now, language=language)
    assert secret is not None  # else it would have been refused
    ends = now + identity.SIGNED_IN_FOR
    token = identity.write_pass(services.signer, card.key, secret, identity.Pass(visitor, ends))
    return Known(card=card, visitor=visitor, anonymous=anonymous, token=token, ends=ends)


def _signed_in(services: Services, card: InboxCard, token: str) -> Known:
    held = identity.read_pass(services.signer, card.key, services.inbox_secret(card), token, now=services.clock.now())
    return Known(card=card, visitor=held.visitor, ends=held.ends)


def check_may_write(known: Known) -> None:
    """Refuse what comes from somebody whom nobody vouches for, where that is asked for.

    Raises:
        IdentityRequired: the inbox is set up so.
    """
    if chat_settings(known.card).identity_required and not known.visitor.verified:
        raise IdentityRequired
