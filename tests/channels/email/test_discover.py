"""Servers by address, without the outside network."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from esmero.channels.email.discover import discover, read_configuration
from esmero.channels.email.fetch import Fetched
from esmero.channels.email.settings import Server
from esmero.channels.email.trouble import ServerTrouble

OUTSIDE = "8.8.8.8"
CONFIGURATION = """<?xml version="1.0"?>
<clientConfig version="1.1"><emailProvider id="shop.example">
<incomingServer type="pop3"><hostname>pop.shop.example</hostname><port>995</port>
  <socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer>
<incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port>
  <socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.shop.example</hostname><port>587</port>
  <socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username></outgoingServer>
</emailProvider></clientConfig>"""
ADDRESS = "support@shop.example"


@dataclass
class World:
    """What names and pages there are outside."""

    srv: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    mx: dict[str, list[str]] = field(default_factory=dict)
    hosts: dict[str, list[str]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    async def services(self, name: str) -> list[tuple[str, int]]:
        return self.srv.get(name, [])

    async def exchangers(self, domain: str) -> list[str]:
        return self.mx.get(domain, [])

    async def addresses(self, host: str) -> list[str]:
        return self.hosts.get(host, [])

    async def get(self, url: str) -> Fetched:
        found = next((page for start, page in self.pages.items() if url.startswith(start)), None)
        if found is None:
            raise ServerTrouble("name_not_found")
        return Fetched(200, found.encode())

    async def sources(self, address: str = ADDRESS, *, private: bool = False) -> list[tuple[str, str]]:
        found = await discover(address, names=self, get=self.get, private=private)
        assert all(one.words and one.receive.host for one in found)
        return [(one.source, one.receive.host) for one in found]


async def test_a_known_provider_is_asked_nothing() -> None:
    found = await discover("shop@GMAIL.com", names=World(), get=World().get)
    assert [(one.source, one.receive.host, one.send.port) for one in found] == [("provider", "imap.gmail.com", 587)]
    assert "app password" in found[0].hint


async def test_the_means_come_in_the_order_of_trust() -> None:
    world = World(
        srv={
            "_imaps._tcp.shop.example": [("mx.shop.example", 993)],
            "_submission._tcp.shop.example": [("mx.shop.example", 587)],
        },
        mx={"shop.example": ["shop-example.mail.protection.outlook.com"]},
        hosts={"mail.shop.example": [OUTSIDE]},
        pages={
            "https://autoconfig.shop.example/mail/": CONFIGURATION,
            "https://autoconfig.thunderbird.net/v1.1/shop.example": CONFIGURATION.replace("imap.%", "box.%"),
        },
    )
    assert await world.sources() == [
        ("autoconfig", "imap.shop.example"),
        ("srv", "mx.shop.example"),
        ("directory", "box.shop.example"),
        ("mx", "outlook.office365.com"),
        ("guess", "mail.shop.example"),
    ]


async def test_tls_from_the_first_byte_is_preferred_to_starttls() -> None:
    both = {
        "_imap._tcp.shop.example": [("starttls.shop.example", 7)],
        "_imaps._tcp.shop.example": [("tls.shop.example", 7)],
    }
    found = await discover(ADDRESS, names=(world := World(srv=both)), get=world.get)
    assert found[0].receive == Server(host="tls.shop.example", port=7, security="tls")


async def test_servers_inside_are_proposed_only_where_a_person_says_so() -> None:
    world = World(
        srv={"_imaps._tcp.shop.example": [("inside.shop.example", 993)]},
        hosts={"inside.shop.example": [OUTSIDE, "10.0.0.1"]},
    )
    assert await world.sources() == []
    assert await world.sources(private=True) == [("srv", "inside.shop.example")]


@pytest.mark.parametrize(
    "address", ["", "support", "support@", "a@b", "a@-.example/x", "a@exa mple.com", "a@../x.example"]
)
async def test_what_is_no_address_leads_nowhere(address: str) -> None:
    world = World(pages={"https://": CONFIGURATION})
    assert await world.sources(address) == []


async def test_nothing_known_is_nothing_found() -> None:
    assert await World().sources() == []


def test_a_configuration_is_read() -> None:
    found = read_configuration(CONFIGURATION.encode(), ADDRESS)
    assert found == (
        Server(host="imap.shop.example", port=993, security="tls", user="support"),
        Server(host="smtp.shop.example", port=587, security="starttls"),
    )


BOMB = (
    '<!DOCTYPE a [<!ENTITY x "'
    + "x" * 100
    + '">'
    + "".join(f'<!ENTITY x{n} "{f"&x{n - 1 or str()};" * 10}">' for n in range(1, 9))
    + "]>"
)
TAME = '<!DOCTYPE a [<!ENTITY x8 "imap">]>'
FILE = '<!DOCTYPE a [<!ENTITY x8 SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<",
        b"\xff\xfe<",
        CONFIGURATION.encode("utf-16"),
        CONFIGURATION.replace("SSL", "plain").encode(),
        CONFIGURATION.replace("imap.%EMAILDOMAIN%", "evil host\r\n").encode(),
        CONFIGURATION.replace(">993<", ">99999999999999999999<").encode(),
        CONFIGURATION.encode() + b" " * 100_000,
        CONFIGURATION.replace('"1.0"?>', '"1.0" encoding="klingon"?>').encode(),
        *(CONFIGURATION.replace("?>\n", "?>" + bad).replace("imap.%", "&x8;.%").encode() for bad in (BOMB, FILE, TAME)),
        b"<a>" * 15_000,
    ],
)
def test_bad_configurations_say_nothing(xml: bytes) -> None:
    assert read_configuration(xml, ADDRESS) is None
