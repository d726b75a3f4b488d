"""Who may send for a domain."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.channels.email.domain.spf import Walk, check_spf
from esmero.channels.email.domain.spf_record import Malformed, expand, read_record
from tests.channels.email.domain.zone import FAILS, Zone, codes, fix_of

pytestmark = pytest.mark.anyio

SENDER = "help@shop.example"
SERVER = "smtp.shop.example"
HERE = {f"{SERVER} A": ("192.0.2.7",), f"{SERVER} AAAA": ("2001:db8::7",)}


async def found(record: str | tuple[str, ...], more: Mapping[str, tuple[str, ...]] = {}) -> dict[str, str]:
    records = (record,) if isinstance(record, str) else record
    return codes(await check_spf(Zone({**HERE, "shop.example TXT": records, **more}), SENDER, SERVER))


@pytest.mark.parametrize(
    ("record", "result"),
    [
        ("v=spf1 ip4:192.0.2.0/24 -all", "pass"),
        ("v=spf1 ip4:192.0.2.8 -all", "fail"),
        ("v=spf1 -ip4:192.0.2.7 +all", "fail"),
        ("v=spf1 a:smtp.shop.example ~all", "pass"),
        ("v=spf1 A:other.shop.example ~ALL", "softfail"),
        ("v=spf1 a:near.shop.example/24 -all", "pass"),
        ("v=spf1 a -all", "fail"),
        ("v=spf1 mx -all", "pass"),
        ("v=spf1 mx:elsewhere.example -all", "fail"),
        ("v=spf1 include:relay.example -all", "pass"),
        ("v=spf1 include:strict.example ?all", "neutral"),
        ("v=spf1 redirect=relay.example", "pass"),
        ("v=spf1 redirect=strict.example", "fail"),
        ("v=spf1 ip4:192.0.2.7 redirect=strict.example", "pass"),
        ("v=spf1 -all redirect=gone.example", "fail"),
        ("v=spf1 exists:%{i}.list.example -all", "pass"),
        ("v=spf1 exists:%{ir}.%{v}.%{d2}.list.example -all", "pass"),
        ("v=spf1 ptr -all", "fail"),
        ("v=spf1", "neutral"),
        ("v=spf1 unknown=thing exp=why.example  -all", "fail"),
    ],
)
async def test_a_record_is_read_as_a_receiver_reads_it(record: str, result: str) -> None:
    zone = Zone(
        HERE
        | {
            "shop.example MX": (SERVER,),
            "shop.example A": ("198.51.100.1",),
            "near.shop.example A": ("192.0.2.200",),
            "relay.example TXT": ("v=spf1 ip4:192.0.2.7 -all", "another text"),
            "strict.example TXT": ("v=spf1 ip4:203.0.113.0/24 -all",),
            "192.0.2.7.list.example A": ("127.0.0.2",),
            "7.2.0.192.in-addr.shop.example.list.example A": ("127.0.0.2",),
        }
    )
    walk = Walk(zone, ipaddress.ip_address("192.0.2.7"), SENDER)
    assert await walk.result("shop.example", read_record(record)) == result


async def test_an_address_of_six_is_judged_by_its_own_records() -> None:
    six = ipaddress.ip_address("2001:db8::7")
    for record, result in (
        ("v=spf1 ip6:2001:db8::/32 -all", "pass"),
        ("v=spf1 ip4:192.0.2.7 -all", "fail"),
        ("v=spf1 a:smtp.shop.example//64 -all", "pass"),
        ("v=spf1 a:smtp.shop.example/8//128 -all", "pass"),
    ):
        assert await Walk(Zone(HERE), six, SENDER).result("shop.example", read_record(record)) == result


@pytest.mark.parametrize(
    "record",
    [
        "v=spf1 ipv4:192.0.2.7 -all",
        "v=spf1 ip4:192.0.2 -all",
        "v=spf1 ip4:2001:db8::1 -all",
        "v=spf1 ip4:192.0.2.0/33 -all",
        "v=spf1 include -all",
        "v=spf1 include: -all",
        "v=spf1 all:shop.example",
        "v=spf1 a/40",
        "v=spf1 redirect=a.example redirect=b.example",
        "v=spf1 redirect=",
        "v=spf1 include:a.example/24",
        "v=spf1 192.0.2.7",
    ],
)
async def test_one_error_makes_a_record_void_and_is_shown(record: str) -> None:
    with pytest.raises(Malformed):
        read_record(record)
    assert await found(record) == {"spf.malformed": "bad"}


async def test_a_good_record_is_good() -> None:
    assert await found("v=spf1 a:smtp.shop.example -all") == {"spf.found": "ok", "spf.sender": "ok"}


async def test_no_record_is_told_with_what_to_publish() -> None:
    for server, mechanism in (
        (SERVER, "a:smtp.shop.example"),
        ("smtp.gmail.com", "include:_spf.google.com"),
        ("smtp.office365.com", "include:spf.protection.outlook.com"),
        ("192.0.2.7", "ip4:192.0.2.7"),
        ("", "mx"),
    ):
        findings = await check_spf(Zone({"shop.example TXT": ("v=spf10 x",)}), SENDER, server)
        assert codes(findings) == {"spf.missing": "bad"}
        assert findings[0].fix == f'shop.example TXT "v=spf1 {mechanism} ~all"'


async def test_two_records_are_joined() -> None:
    zone = Zone(HERE | {"shop.example TXT": ("v=spf1 mx -all", "v=spf1 include:a.example mx ~all")})
    findings = await check_spf(zone, SENDER, SERVER)
    assert codes(findings) == {"spf.two": "bad"}
    assert findings[0].fix == 'shop.example TXT "v=spf1 mx include:a.example ~all"'


async def test_a_record_for_everybody_is_for_nobody() -> None:
    for record in ("v=spf1 mx +all", "v=spf1 mx all"):
        zone = Zone(HERE | {"shop.example TXT": (record,)})
        assert fix_of(await check_spf(zone, SENDER, SERVER), "spf.everybody") == 'shop.example TXT "v=spf1 mx ~all"'
    assert (await found("v=spf1 mx ?all"))["spf.open"] == "note"
    assert (await found("v=spf1 a:smtp.shop.example"))["spf.open"] == "note"


async def test_a_server_that_is_not_named_is_a_hint_with_the_whole_record() -> None:
    zone = Zone(
        HERE | {"shop.example TXT": ("v=spf1 include:relay.example -all",), "relay.example TXT": ("v=spf1 -all",)}
    )
    findings = await check_spf(zone, SENDER, SERVER)
    assert codes(findings)["spf.sender"] == "note"
    assert fix_of(findings, "spf.sender") == (
        'shop.example TXT "v=spf1 include:relay.example a:smtp.shop.example -all"'
    )


async def test_more_look_ups_than_receivers_make_are_counted_through_all_that_is_included() -> None:
    many = {f"s{number}.example TXT": ("v=spf1 a:smtp.shop.example -all",) for number in range(6)}
    includes = " ".join(f"include:s{number}.example" for number in range(6))
    assert (await found(f"v=spf1 {includes} -all", many))["spf.lookups"] == "bad"
    five = includes.replace(" include:s5.example", "")
    assert "spf.lookups" not in await found(f"v=spf1 {five} -all", many)


async def test_a_record_that_includes_itself_ends() -> None:
    assert await found("v=spf1 include:shop.example -all") == {"spf.error": "bad"}


async def test_what_it_includes_must_be_there() -> None:
    assert await found("v=spf1 include:gone.example -all") == {"spf.error": "bad"}
    assert await found("v=spf1 redirect=gone.example") == {"spf.error": "bad"}
    two = {"relay.example TXT": ("v=spf1 -all", "v=spf1 +all")}
    assert await found("v=spf1 include:relay.example -all", two) == {"spf.error": "bad"}
    assert await found("v=spf1 include:%{x}.example -all") == {"spf.error": "bad"}


async def test_names_that_are_none_and_ptr_are_worth_a_note() -> None:
    noted = await found("v=spf1 a:x1.example a:x2.example a:x3.example ptr -all")
    assert (noted["spf.void"], noted["spf.ptr"]) == ("note", "note")


async def test_what_could_not_be_looked_up_is_never_missing() -> None:
    assert await found(FAILS) == {"spf.unanswered": "note"}
    assert await found("v=spf1 include:relay.example -all", {"relay.example TXT": FAILS}) == {"spf.unanswered": "note"}
    assert await found("v=spf1 mx -all", {f"{SERVER} A": FAILS}) == {"spf.unanswered": "note"}


def test_macros_are_filled_in_as_the_standard_shows() -> None:
    """The examples of RFC 7208 section 7.4."""
    four, six = ipaddress.ip_address("192.0.2.3"), ipaddress.ip_address("2001:db8::cb01")
    for text, filled in {
        "%{s}": "strong-bad@email.example.com",
        "%{o}": "email.example.com",
        "%{d4}": "email.example.com",
        "%{d2}": "example.com",
        "%{dr}": "com.example.email",
        "%{d2r}": "example.email",
        "%{l-}": "strong.bad",
        "%{lr-}": "bad.strong",
        "%{l1r-}": "strong",
        "%{ir}.%{v}._spf.%{d2}": "3.2.0.192.in-addr._spf.example.com",
        "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}": "bad.strong.lp.3.2.0.192.in-addr._spf.example.com",
        "%{d2}.trusted-domains.example.net%%%_%-": "example.com.trusted-domains.example.net% %20",
    }.items():
        assert expand(text, address=four, domain="email.example.com", sender="strong-bad@email.example.com") == filled
    told = expand("%{ir}.%{v}._spf.%{d2}", address=six, domain="email.example.com", sender="x@email.example.com")
    assert told == "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com"


@given(st.text(st.sampled_from("v=spf1 +-~?all:ipmxcdert/.%{}0123456789"), max_size=60))
async def test_no_record_breaks_the_reading(rest: str) -> None:
    assert await found(f"v=spf1 {rest}")
