"""The JSON body of a request, read strictly and once, straight into the struct that its route declares."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request

from esmero.web.problems import NotJson, wrong_body


class StrictRequest(Request[Any, Any, Any]):
    """A request whose body counts as wrong where Litestar would be lenient: `"5"` is not a number here."""

    async def json(self) -> Any:
        """Return the body as the type of the route's `data`.

        Raises:
            NotJson: it says that it is something else.
            BadInput: it isn't JSON in UTF-8, has unknown fields or wrong types.
        """
        body = await self.body()
        kind = self.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise NotJson(f"It is {kind[:80]!r} here.")
        try:
            return msgspec.json.decode(body, type=_declared(self))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise wrong_body(_said_by(error)) from None


def _declared(request: Request[Any, Any, Any]) -> Any:
    parameter = request.route_handler.parsed_fn_signature.parameters["data"]
    return parameter.annotation


def _said_by(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "The body is not valid UTF-8."
    return "It is nested too deeply." if isinstance(error, RecursionError) else str(error)
