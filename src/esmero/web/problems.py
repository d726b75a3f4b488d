"""Errors as answers: RFC 9457 problem details, for what we foresaw, for what Litestar refuses, and for defects."""

from __future__ import annotations

import re
import secrets
from http import HTTPStatus
from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, InternalServerException, ValidationException
from litestar.openapi.datastructures import ResponseSpec
from msgspec import UNSET, Struct, UnsetType

from esmero.kit.errors import BadInput, EsmeroError, Forbidden, NotFound, NotSignedIn, TooLong, TooMany, Unavailable

MEDIA_TYPE = "application/problem+json"
AnyRequest = Request[Any, Any, Any]

_said = structlog.get_logger(__name__)


class Problem(Struct, kw_only=True):
    """A problem as RFC 9457 describes it. `type` is `urn:esmero:problem:` and the code.

    Attributes:
        retry: whether the same request may succeed later; `wait` is in milliseconds.
        fields: for each wrong field of the request, what is wrong.
        seq: with `newer_message`, the customer's newest message.
        conversation: with `moved_on` and `open_elsewhere`, the one where the customer is, if you may see it.
        longest: with `too_long`, how many characters are taken.
        reference: with `internal`, what to quote to the operator, who finds it in the program's log.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    retry: bool
    fields: dict[str, str] | UnsetType = UNSET
    wait: int | UnsetType = UNSET
    seq: int | UnsetType = UNSET
    conversation: int | UnsetType = UNSET
    longest: int | UnsetType = UNSET
    reference: str | UnsetType = UNSET


class WrongMethod(BadInput):
    code = "wrong_method"
    status = 405
    title = "This can't be done here."


class NotJson(BadInput):
    code = "not_json"
    status = 415
    title = "The body has to be JSON."


class Internal(EsmeroError):
    """A defect of ours. What happened stands in the log under the reference, and nowhere else."""

    code = "internal"
    status = 500
    title = "Something went wrong inside Esmero."
    retry = True


# The families of refusals that Litestar raises by itself, in our words.
_FOREIGN: dict[int, type[EsmeroError]] = {
    400: BadInput,
    401: NotSignedIn,
    403: Forbidden,
    404: NotFound,
    405: WrongMethod,
    413: TooLong,
    415: NotJson,
    429: TooMany,
    503: Unavailable,
}
# Litestar's words for a browser that went away while it sent: nobody's defect, and nobody is there to be answered.
_GONE = "client disconnected prematurely"
_FACTS = frozenset({"seq", "conversation", "longest", "reference"})
_KEY = re.compile(r"`\$\.?([^`]*)`")


def answer(_request: AnyRequest, error: Exception) -> Response[Problem]:
    """Answer with what went wrong; a stack or a secret never leaves."""
    named = _named(error)
    headers = {"Cache-Control": "no-store"}
    if named.wait is not None:
        headers["Retry-After"] = str(max(1, -(-named.wait // 1000)))
    if isinstance(error, HTTPException):
        headers |= {name: value for name, value in (error.headers or {}).items() if name.lower() == "allow"}
    if isinstance(named, NotSignedIn):
        headers["WWW-Authenticate"] = "Bearer"
    return Response(problem_of(named), status_code=named.status, media_type=MEDIA_TYPE, headers=headers)


def problem_of(error: EsmeroError) -> Problem:
    """Return an error's public form."""
    return Problem(
        type=f"urn:esmero:problem:{error.code}",
        title=error.title,
        status=error.status,
        detail=error.detail,
        code=error.code,
        retry=error.retry,
        fields=error.fields or UNSET,
        wait=UNSET if error.wait is None else error.wait,
        **{name: value for name, value in error.facts.items() if name in _FACTS},  # type: ignore[arg-type]
    )


def errors(*statuses: int) -> dict[int, ResponseSpec]:
    """Describe the problems that a call can be answered with; those of every call come by themselves."""
    return {
        status: ResponseSpec(
            Problem,
            media_type=MEDIA_TYPE,
            description=_MEANING.get(status, HTTPStatus(status).phrase),
            generate_examples=False,
        )
        for status in sorted({400, 401, 403, 429, 500, 503, *statuses})
    }


_MEANING = {
    400: "The request does not have the expected form; `fields` says where.",
    401: "Nobody is signed in.",
    403: "You may not do this, or the request lacks its CSRF token, or came from another site.",
    404: "There is nothing here, or nothing that you may know of.",
    409: "Something else happened first, or the idempotency key was used for another call.",
    413: "Too long or too large.",
    415: "The body is of another kind than this call takes.",
    429: "Too often; `Retry-After` says when it may work.",
    500: "A defect of the program; `reference` finds it in its log.",
    503: "Storage can't be reached for now; nothing was kept of the request.",
}


def _named(error: Exception) -> EsmeroError:
    if isinstance(error, EsmeroError):
        return error
    if isinstance(error, ValidationException):
        return BadInput("Some of it is missing or wrong.", fields=_fields(error.extra))
    if isinstance(error, HTTPException) and error.status_code < 500:
        kind = _FOREIGN.get(error.status_code, BadInput)
        return kind("" if error.status_code in (404, 405) else error.detail)
    if isinstance(error, InternalServerException) and error.detail == _GONE:
        return BadInput("The request ended before its body did.")
    reference = secrets.token_hex(4)
    _said.error("defect", reference=reference, exc_info=error)
    return Internal(f"Quote {reference} to whoever runs this desk.", reference=reference)


def _fields(extra: Any) -> dict[str, str]:
    """What Litestar found wrong, by field. Its words are msgspec's and name types, no values of ours."""
    if not isinstance(extra, list):
        return {}
    return {str(one.get("key", "?")): str(one.get("message", "wrong")) for one in extra if isinstance(one, dict)}


def wrong_body(message: str) -> BadInput:
    """Return the refusal of a body that msgspec could not read, in msgspec's words, by field."""
    found = _KEY.search(message)
    words = message.partition(" - at `")[0]
    if found is None or not found[1]:
        return BadInput(words)
    return BadInput("Some of it is missing or wrong.", fields={found[1]: words})
