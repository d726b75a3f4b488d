"""The keys that a domain's signatures are checked with."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from esmero.channels.email.domain.dkim import check_dkim, judge_key
from tests.channels.email.domain.zone import FAILS, Zone, codes

pytestmark = pytest.mark.anyio

NAME = "s1._domainkey.shop.example"


def rsa_key(bits: int) -> str:
    made = rsa.generate_private_key(65537, bits).public_key()
    return base64.b64encode(made.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


GOOD, WEAK = rsa_key(2_048), rsa_key(1_024)
EDWARDS = base64.b64encode(
    ed25519.Ed25519PrivateKey.generate().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
).decode()
CURVE = base64.b64encode(
    ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
).decode()
# Nobody makes such a short one any more, so it is put together of a number that is no product of primes.
SHORT = base64.b64encode(
    rsa.RSAPublicNumbers(65537, 2**511 + 111).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
).decode()


@pytest.mark.parametrize(
    ("record", "code", "state"),
    [
        (f"v=DKIM1; k=rsa; p={GOOD}", "found", "ok"),
        (f"p={GOOD[:100]} {GOOD[100:]};", "found", "ok"),
        (f"v=DKIM1; h=sha1:sha256; p={GOOD}", "found", "ok"),
        (f"v=DKIM1; k=ed25519; p={EDWARDS}", "found", "ok"),
        (f"v=DKIM1; p={WEAK}", "weak", "note"),
        (f"v=DKIM1; p={SHORT}", "short", "bad"),
        (f"v=DKIM1; t=s:y; p={GOOD}", "testing", "note"),
        ("v=DKIM1; p=", "unusable", "bad"),
        (f"v=DKIM1; h=sha1; p={GOOD}", "unusable", "bad"),
        (f"v=DKIM2; p={GOOD}", "unusable", "bad"),
        (f"v=DKIM1; k=dsa; p={GOOD}", "unusable", "bad"),
        (f"v=DKIM1; p={CURVE}", "unusable", "bad"),
        (f"v=DKIM1; p={GOOD[:60]}", "unusable", "bad"),
        ("v=DKIM1; p=§", "unusable", "bad"),
        (f"v=DKIM1; k=ed25519; p={GOOD}", "unusable", "bad"),
    ],
    ids=[f"{number}" for number in range(15)],
)
def test_a_key_is_judged(record: str, code: str, state: str) -> None:
    finding = judge_key(NAME, [record])
    assert (finding.code, finding.state) == (f"dkim.{code}", state)


def test_what_is_wrong_is_said() -> None:
    assert "revoked" in judge_key(NAME, ["p="]).words
    assert "512 bits" in judge_key(NAME, [f"p={SHORT}"]).words
    assert judge_key(NAME, [f"v=DKIM1; t=y; p={WEAK}"]).fix == f'{NAME} TXT "v=DKIM1; p={WEAK}"'


async def test_a_selector_that_is_known_must_have_its_key() -> None:
    assert codes(await check_dkim(Zone({}), "shop.example", ["s1"])) == {"dkim.missing": "bad"}
    two = Zone({f"{NAME} TXT": (f"p={GOOD}", f"p={WEAK}")})
    assert codes(await check_dkim(two, "shop.example", ["s1"])) == {"dkim.two": "bad"}
    other = Zone({f"{NAME} TXT": (f"v=DKIM1; p={GOOD}", "v=spf1 -all")})
    assert codes(await check_dkim(other, "shop.example", ["s1"])) == {"dkim.found": "ok"}


async def test_without_a_selector_the_usual_ones_are_tried() -> None:
    zone = Zone({"selector1._domainkey.shop.example TXT": (f"v=DKIM1; p={GOOD}",)})
    assert codes(await check_dkim(zone, "shop.example")) == {"dkim.found": "ok"}
    assert codes(await check_dkim(Zone({}), "shop.example")) == {"dkim.unknown": "note"}


async def test_what_could_not_be_looked_up_is_never_missing() -> None:
    assert codes(await check_dkim(Zone({f"{NAME} TXT": FAILS}), "shop.example", ["s1"])) == {"dkim.unanswered": "note"}
