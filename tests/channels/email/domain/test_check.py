"""All about a domain at once, and the DNS itself."""

from __future__ import annotations

import asyncio
from typing import Any

import dns.asyncresolver
import dns.exception
import dns.resolver
import pytest

from esmero.channels.email.domain import check
from esmero.channels.email.domain.check import check_domain
from esmero.channels.email.domain.lookup import Kind, Unanswered, ask_dns
from tests.channels.email.domain.zone import FAILS, Zone, codes

pytestmark = pytest.mark.anyio


async def test_all_of_a_domain_is_looked_at() -> None:
    zone = Zone({"xn--bcher-kva.example MX": ("mail.shop.example",), "xn--bcher-kva.example TXT": ("v=spf1 mx -all",)})
    found = codes(await check_domain("help@bücher.example", "mail.shop.example", look=zone))
    assert found == {
        "mx.found": "ok",
        "spf.found": "ok",
        "dkim.unknown": "note",
        "dmarc.missing": "note",
    }


@pytest.mark.parametrize(
    ("records", "code"),
    [
        ({}, "mx.missing"),
        ({"shop.example A": ("192.0.2.1",)}, "mx.implicit"),
        ({"shop.example AAAA": ("2001:db8::1",)}, "mx.implicit"),
        ({"shop.example MX": ("",)}, "mx.none"),
        ({"shop.example MX": FAILS}, "mx.unanswered"),
    ],
)
async def test_answers_must_arrive_somewhere(records: dict[str, tuple[str, ...]], code: str) -> None:
    assert code in codes(await check_domain("help@shop.example", "", look=Zone(records)))


async def test_a_domain_that_is_none_is_said_so() -> None:
    assert codes(await check_domain("help@-.example-", "")) == {"domain.none": "bad"}


async def test_a_dns_that_answers_nothing_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(name: str, kind: Kind) -> tuple[str, ...]:
        await asyncio.sleep(60)
        raise AssertionError

    monkeypatch.setattr(check, "SECONDS", 0.05)
    assert codes(await check_domain("help@shop.example", "", look=silent)) == {"domain.unanswered": "note"}


class Record:
    def __init__(self, **fields: Any) -> None:
        self.__dict__ |= fields


async def test_records_of_the_dns_are_told_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[str, Any] = {
        "TXT": [Record(strings=(b"v=spf1 ", b"-all"))],
        "MX": [Record(preference=20, exchange="b.example."), Record(preference=5, exchange="a.example.")],
        "A": [Record(address="192.0.2.1")],
    }

    async def resolve(name: str, kind: str, **more: Any) -> Any:
        if isinstance(answers.get(kind), Exception):
            raise answers[kind]
        return answers[kind]

    monkeypatch.setattr(dns.asyncresolver, "resolve", resolve)
    assert await ask_dns("shop.example", "TXT") == ("v=spf1 -all",)
    assert await ask_dns("shop.example", "MX") == ("a.example", "b.example")
    assert await ask_dns("shop.example", "A") == ("192.0.2.1",)
    kinds: list[Any] = [dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, dns.exception.Timeout, dns.resolver.NoNameservers]
    missing, empty, late, broken = (kind.__new__(kind) for kind in kinds)
    for nothing in (missing, empty):
        answers["A"] = nothing
        assert await ask_dns("shop.example", "A") == ()
    for trouble in (late, broken, OSError()):
        answers["A"] = trouble
        with pytest.raises(Unanswered):
            await ask_dns("shop.example", "A")
