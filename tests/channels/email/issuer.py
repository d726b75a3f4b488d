"""A provider of OAuth 2 tokens that does as a test says, and tells a mail server which of them are good."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from esmero.channels.email.oauth import Provider
from tests.listening import listening


@dataclass
class Issuer:
    """`asked` holds the forms that came, `good` the tokens that a mail server is told are good, with their user."""

    user: str = "support@shop.example"
    error: str = ""
    rotates: bool = False
    lasts: int = 3600
    asked: list[dict[str, str]] = field(default_factory=list)
    visits: list[dict[str, str]] = field(default_factory=list)
    good: dict[str, str] = field(default_factory=dict)
    port: int = 0

    @property
    def provider(self) -> Provider:
        where = f"http://127.0.0.1:{self.port}"
        return Provider(authorize_url=f"{where}/authorize", token_url=f"{where}/token", scopes=("mail",), private=True)

    @property
    def introspection(self) -> str:
        return f"http://127.0.0.1:{self.port}/userinfo"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if ": " in line)
        path = head.split(" ")[1]
        if path.startswith("/authorize?"):
            writer.write(self.lets_in(dict(parse_qsl(path.partition("?")[2]))))
            writer.close()
            return
        body = (await reader.readexactly(int(headers.get("content-length", 0)))).decode()
        if " /userinfo" in head.splitlines()[0]:
            bearer = next(line.split()[-1] for line in head.splitlines() if line.lower().startswith("authorization:"))
            status, answer = self.told_of(bearer)
        else:
            status, answer = self.gives(dict(parse_qsl(body)))
        written = json.dumps(answer).encode()
        lines = f"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {len(written)}\r\n"
        writer.write(f"{lines}Connection: close\r\n\r\n".encode() + written)
        writer.close()

    def lets_in(self, asked: dict[str, str]) -> bytes:
        """Send a person back at once: with a code, or with their refusal."""
        self.visits.append(asked)
        said = {"error": "access_denied"} if self.error == "access_denied" else {"code": f"code-{len(self.visits)}"}
        back = f"{asked['redirect_uri']}?{urlencode(said | {'state': asked['state']})}"
        return f"HTTP/1.1 302 Found\r\nLocation: {back}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()

    def gives(self, form: dict[str, str]) -> tuple[int, dict[str, object]]:
        self.asked.append(form)
        if self.error:
            return 400, {"error": self.error, "error_description": f"no {form}"}
        token = f"access-{len(self.asked)}"
        self.good[token] = self.user
        fresh = {"refresh_token": f"refresh-{len(self.asked)}"} if self.rotates else {}
        return 200, {"access_token": token, "expires_in": self.lasts, "token_type": "Bearer", **fresh}

    def told_of(self, token: str) -> tuple[int, dict[str, object]]:
        return 200, {"email": self.user, "active": "true" if token in self.good else "false"}


@asynccontextmanager
async def issuing(issuer: Issuer | None = None) -> AsyncIterator[Issuer]:
    issuer = issuer or Issuer()
    async with listening(issuer.serve) as issuer.port:
        yield issuer
