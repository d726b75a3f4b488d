"""Expected trouble, by name. Whatever is not an `EsmeroError` is a defect and rises."""

from __future__ import annotations


class EsmeroError(Exception):
    """Trouble that we foresaw, in words that anyone may read.

    Attributes:
        code: stable name for programs, such as `too_long`.
        status: the HTTP status that carries it (RFC 9110).
        title: one sentence that is the same each time.
        retry: whether the same request may succeed later.
        wait: milliseconds after which to try again, if known.
        detail: what was wrong this time; never a secret, an internal address or a stack.
        fields: for each field of the request that is wrong, what is wrong with it.
        facts: further members for programs, as RFC 9457 section 3.2 allows.
    """

    code = "refused"
    status = 400
    title = "This can't be done."
    retry = False

    def __init__(
        self,
        detail: str = "",
        *,
        wait: int | None = None,
        fields: dict[str, str] | None = None,
        **facts: object,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.wait = wait
        self.fields = fields or {}
        self.facts = facts


class BadInput(EsmeroError):
    """What was sent doesn't have the form that was agreed."""

    code = "bad_input"
    title = "The request does not have the expected form."


class BadRecipient(BadInput):
    """Somebody who is written to has no address, or one that nothing can be sent to."""

    code = "bad_recipient"
    title = "This can't be sent to one of the recipients."


class BadSender(BadInput):
    """What it was to come from is no address of this inbox."""

    code = "bad_sender"
    title = "This inbox does not send from that address."


class TooLong(BadInput):
    code = "too_long"
    status = 413
    title = "This is too long."


class TooLarge(BadInput):
    code = "too_large"
    status = 413
    title = "This file is too large."


class WrongType(BadInput):
    code = "wrong_type"
    status = 415
    title = "Files of this kind are not accepted."


class NotSignedIn(EsmeroError):
    code = "not_signed_in"
    status = 401
    title = "Please sign in."


class Forbidden(EsmeroError):
    code = "forbidden"
    status = 403
    title = "You may not do this."


class NotFound(EsmeroError):
    """It is not there, or the asker may not know that it is."""

    code = "not_found"
    status = 404
    title = "There is nothing here."


class Conflict(EsmeroError):
    code = "conflict"
    status = 409
    title = "Something else happened first."


class NewerMessage(Conflict):
    """The customer wrote again before this reply left; `seq` says up to where to read."""

    code = "newer_message"
    title = "The customer has written again."


class Taken(Conflict):
    """A name or an address that only one may have; `fields` says which."""

    code = "taken"
    title = "This is taken already."


class TooMany(EsmeroError):
    code = "too_many"
    status = 429
    title = "That is too much at once."
    retry = True


class Unavailable(EsmeroError):
    """Something that we stand on is gone for now; nothing was kept of the request."""

    code = "unavailable"
    status = 503
    title = "Esmero can't store anything at the moment."
    retry = True
