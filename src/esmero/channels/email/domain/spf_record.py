"""What an SPF record says: its mechanisms and modifiers (RFC 7208 sections 4.6, 5 and 6)."""

from __future__ import annotations

import ipaddress
import re
from typing import Literal

from msgspec import Struct

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Result = Literal["pass", "fail", "softfail", "neutral", "none", "permerror"]
RESULTS: dict[str, Result] = {"+": "pass", "-": "fail", "~": "softfail", "?": "neutral"}
_MECHANISM = re.compile(
    r"(?P<qualifier>[+?~-]?)(?P<name>all|include|a|mx|ptr|ip4|ip6|exists)"
    r"(?::(?P<value>[^/\s]+))?(?P<length>(?:/\d{1,2})?(?://\d{1,3})?)\Z",
    re.IGNORECASE,
)
_NETWORK = re.compile(r"(?P<qualifier>[+?~-]?)(?P<name>ip4|ip6):(?P<value>[0-9a-f:.]+(?:/\d{1,3})?)\Z", re.IGNORECASE)
_MODIFIER = re.compile(r"(?P<name>[a-z][a-z0-9_.-]*)=(?P<value>\S*)\Z", re.IGNORECASE)
_NEEDS_VALUE = {"include", "exists"}
_MACRO = re.compile(r"%(?:\{([slodiphcrtv])([0-9]*)(r?)([.+,/_=-]*)\}|([%_-]))", re.IGNORECASE)


class Malformed(Exception):
    """A record that receivers take for an error; the argument is the term."""


class Term(Struct, frozen=True, kw_only=True):
    """One mechanism. `value` is empty for the domain itself; `v4`, `v6`: how many bits of an address count."""

    name: str
    result: Result = "pass"
    value: str = ""
    v4: int = 32
    v6: int = 128


class Record(Struct, frozen=True):
    terms: tuple[Term, ...]
    redirect: str = ""

    @property
    def closing(self) -> Result | None:
        """What `all` says, if it is there."""
        return next((term.result for term in self.terms if term.name == "all"), None)


def is_spf(text: str) -> bool:
    """Tell whether a TXT record is one of SPF (RFC 7208 section 4.5)."""
    return text.lower() == "v=spf1" or text.lower().startswith("v=spf1 ")


def read_record(text: str) -> Record:
    """Read a record.

    Raises:
        Malformed: it has a syntax error, which makes all of it void (RFC 7208 section 4.6).
    """
    terms, redirects = list[Term](), list[str]()
    for written in text.split(" ")[1:]:
        if not written:
            continue
        modifier = _MODIFIER.match(written)
        if modifier is None:
            terms.append(_term(written))
        elif modifier["name"].lower() == "redirect":
            redirects.append(modifier["value"])
    if len(redirects) > 1 or "" in redirects:
        raise Malformed("redirect=")
    return Record(tuple(terms), redirects[0] if redirects else "")


def _term(written: str) -> Term:
    found = _NETWORK.match(written) or _MECHANISM.match(written)
    if found is None:
        raise Malformed(written)
    name, value = found["name"].lower(), found["value"] or ""
    if (name in _NEEDS_VALUE and not value) or (name == "all" and value):
        raise Malformed(written)
    if name in {"ip4", "ip6"}:
        _network(written, name, value)
        return Term(name=name, result=RESULTS[found["qualifier"] or "+"], value=value)
    v4, _, v6 = found["length"].partition("//")
    bits = Term(
        name=name,
        result=RESULTS[found["qualifier"] or "+"],
        value=value,
        v4=int(v4.strip("/") or 32),
        v6=int(v6 or 128),
    )
    if bits.v4 > 32 or bits.v6 > 128 or (found["length"] and name not in {"a", "mx"}):
        raise Malformed(written)
    return bits


def _network(written: str, name: str, value: str) -> Network:
    try:
        network = ipaddress.ip_network(value, strict=False)
    except ValueError:
        raise Malformed(written) from None
    if f"ip{network.version}" != name:
        raise Malformed(written)
    return network


def expand(text: str, *, address: Address, domain: str, sender: str) -> str:
    """Fill in the macros of a domain (RFC 7208 section 7).

    Raises:
        Malformed: a `%` that begins none.
    """
    if "%" in _MACRO.sub("", text):
        raise Malformed(text)
    local, _, host = sender.rpartition("@")
    pointer = address.reverse_pointer.removesuffix(".in-addr.arpa").removesuffix(".ip6.arpa")
    values = dict.fromkeys("prt", "unknown") | {"s": sender, "l": local, "o": host, "h": host, "d": domain}
    values |= {"i": ".".join(reversed(pointer.split("."))), "c": str(address)}
    values["v"] = "in-addr" if address.version == 4 else "ip6"
    return _MACRO.sub(lambda found: _expanded(found, values), text)


def _expanded(found: re.Match[str], values: dict[str, str]) -> str:
    letter, digits, reverse, delimiters, literal = found.groups()
    if literal:
        return {"%": "%", "_": " ", "-": "%20"}[literal]
    parts = re.split(f"[{re.escape(delimiters or '.')}]", values[letter.lower()])
    parts = parts[::-1] if reverse else parts
    return ".".join(parts[-int(digits) :] if digits and int(digits) else parts)
