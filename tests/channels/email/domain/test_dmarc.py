"""What receivers do with mail that isn't ours."""

from __future__ import annotations

import pytest

from esmero.channels.email.domain.dmarc import check_dmarc
from tests.channels.email.domain.zone import FAILS, Zone, codes, fix_of

pytestmark = pytest.mark.anyio


async def found(record: str, at: str = "shop.example", of: str = "shop.example") -> dict[str, str]:
    return codes(await check_dmarc(Zone({f"_dmarc.{at} TXT": (record,)}), of))


async def test_a_policy_is_found_at_the_domain_or_above_it() -> None:
    record = "v=DMARC1; p=reject; rua=mailto:dmarc@shop.example"
    assert await found(record) == {"dmarc.found": "ok"}
    assert await found(record, of="mail.eu.shop.example") == {"dmarc.found": "ok"}
    above = Zone({"_dmarc.shop.example TXT": ("v=DMARC1;p=reject;sp=none;rua=mailto:a@shop.example",)})
    (finding,) = await check_dmarc(above, "mail.shop.example")
    assert finding.words == "the DMARC policy of mail.shop.example is none, from shop.example"
    assert "_dmarc.example TXT" not in above.asked


async def test_no_policy_is_told_with_what_to_publish() -> None:
    findings = await check_dmarc(
        Zone({"_dmarc.shop.example TXT": ("v=spf1 -all", "v=DMARC10; p=none")}), "shop.example"
    )
    assert codes(findings) == {"dmarc.missing": "note"}
    assert findings[0].fix == '_dmarc.shop.example TXT "v=DMARC1; p=none; rua=mailto:postmaster@shop.example"'


async def test_two_records_are_none() -> None:
    zone = Zone({"_dmarc.shop.example TXT": ("v=DMARC1; p=none", "v=DMARC1; p=reject")})
    assert codes(await check_dmarc(zone, "shop.example")) == {"dmarc.two": "bad"}


@pytest.mark.parametrize("record", ["v=DMARC1; p=refuse", "v=DMARC1", "v=DMARC1; rua=mailto:a@shop.example"])
async def test_a_record_without_a_policy_that_there_is_is_bad(record: str) -> None:
    findings = await check_dmarc(Zone({"_dmarc.shop.example TXT": (record,)}), "shop.example")
    assert codes(findings) == {"dmarc.policy": "bad"}
    assert findings[0].fix.startswith('_dmarc.shop.example TXT "v=DMARC1; p=none')
    assert findings[0].fix.count("rua=") == record.count("rua=")


async def test_reports_must_go_to_somebody_who_wants_them() -> None:
    assert await found("v=DMARC1; p=none") == {"dmarc.found": "ok", "dmarc.unreported": "note"}
    record = "v=DMARC1; p=none; rua=mailto:a@reports.example!10m, mailto:b@eu.shop.example"
    zone = {"_dmarc.shop.example TXT": (record,)}
    findings = await check_dmarc(Zone(zone), "shop.example")
    assert fix_of(findings, "dmarc.report") == 'shop.example._report._dmarc.reports.example TXT "v=DMARC1"'
    agreed = Zone(zone | {"shop.example._report._dmarc.reports.example TXT": ("v=DMARC1;",)})
    assert codes(await check_dmarc(agreed, "shop.example")) == {"dmarc.found": "ok"}


async def test_a_signature_of_exactly_this_domain_is_worth_a_note() -> None:
    strict = await found("v=DMARC1; p=reject; adkim=s; rua=mailto:a@shop.example")
    assert strict == {"dmarc.found": "ok", "dmarc.strict": "note"}


async def test_what_could_not_be_looked_up_is_never_missing() -> None:
    assert codes(await check_dmarc(Zone({"_dmarc.shop.example TXT": FAILS}), "shop.example")) == {
        "dmarc.unanswered": "note"
    }
