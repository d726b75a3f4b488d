"""The domain name system, as `discover` asks it."""

from __future__ import annotations

import secrets
from typing import Final

import dns.asyncresolver
import dns.exception
from dns.resolver import Answer

SECONDS: Final = 4.0


class Dns:
    """Asks the machine's own resolvers. Trouble is nothing found: discovery has other means."""

    async def services(self, name: str) -> list[tuple[str, int]]:
        """Return SRV records by priority, and by chance according to their weight (RFC 2782)."""
        answer = await _ask(name, "SRV")
        records = [] if answer is None else list(answer)
        ordered = sorted(records, key=lambda record: (record.priority, -record.weight * _share()))
        # A lone dot says that there is no such service (RFC 6186 section 3.4).
        return [(host, record.port) for record in ordered if (host := _name(record.target))]

    async def exchangers(self, domain: str) -> list[str]:
        answer = await _ask(domain, "MX")
        records = [] if answer is None else list(answer)
        return [_name(record.exchange) for record in sorted(records, key=lambda record: record.preference)]

    async def addresses(self, host: str) -> list[str]:
        found = [await _ask(host, kind) for kind in ("A", "AAAA")]
        return [record.address for answer in found if answer is not None for record in answer]


async def _ask(name: str, kind: str) -> Answer | None:
    try:
        return await dns.asyncresolver.resolve(name, kind, lifetime=SECONDS, search=False)
    except (dns.exception.DNSException, OSError):
        return None


def _name(name: object) -> str:
    return str(name).rstrip(".")


def _share() -> float:
    return secrets.SystemRandom().random()
